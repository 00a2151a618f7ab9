"""What a page says of itself in JSON-LD (schema.org), read leniently: broken, nested and repeated markup is usual."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_ARTICLES = {
    name: rank
    for rank, names in enumerate(
        (
            "NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle "
            "AskPublicNewsArticle ReviewNewsArticle LiveBlogPosting",
            "Article BlogPosting Report SpecialAnnouncement SocialMediaPosting DiscussionForumPosting SatiricalArticle "
            "AdvertiserContentArticle PressRelease TechArticle ScholarlyArticle",
            "VideoObject AudioObject CreativeWork",
            "WebPage ItemPage",
        )
    )
    for name in names.split()
}
_MOST = 5_000  # objects of one page that are looked at


def objects(texts: list[str]) -> tuple[list[dict[str, Any]], int]:
    """Every object in the given JSON-LD texts, outermost first, and how many texts could not be parsed."""
    found: list[dict[str, Any]] = []
    broken = 0
    for text in texts:
        value = _loads(text)
        if value is None:
            broken += bool(text.strip())
            continue
        queue: list[Any] = [value]
        while queue and len(found) < _MOST:
            one = queue.pop(0)
            if isinstance(one, list):
                queue[:0] = one[:_MOST]
            elif isinstance(one, dict):
                found.append(one)
                inner = [
                    one[key]
                    for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item")
                    if key in one
                ]
                queue += [value for value in inner if isinstance(value, dict | list)]
    return found, broken


def _loads(text: str) -> Any:
    """The value of a JSON text with the usual slips: comment marks around it, raw newlines, trailing commas."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$",
        "",
        text.strip(),
    )
    for attempt in (text, re.sub(r",(\s*[}\]])", r"\1", text), text.rstrip().rstrip(";")):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def article(found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The object that describes the article: of the most fitting type, then the first with a headline or a date."""
    ranked = [
        (rank, "headline" not in one, "datePublished" not in one, place, one)
        for place, one in enumerate(found)
        if (rank := min((_ARTICLES[kind] for kind in types(one) if kind in _ARTICLES), default=None)) is not None
        and (rank < 2 or "datePublished" in one)
    ]
    return min(ranked, key=lambda entry: entry[:4])[4] if ranked else None


def types(one: dict[str, Any]) -> list[str]:
    """The names of an object's types, without their vocabulary."""
    kinds = one.get("@type")
    return [
        str(kind).rsplit("/", 1)[-1].removeprefix("schema:")
        for kind in (kinds if isinstance(kinds, list) else [kinds])
        if kind
    ]


def text_of(value: Any) -> str | None:
    """The first plain string of a value that may be a string, a list, or an object with a `name` or `@value`."""
    for one in _each(value):
        if isinstance(one, str) and one.strip():
            return " ".join(one.split())
        if isinstance(one, dict):
            inner = one.get("name") or one.get("@value") or one.get("headline")
            if isinstance(inner, list) and inner:
                inner = inner[0]
            if isinstance(inner, str) and inner.strip():
                return " ".join(inner.split())
    return None


def named(value: Any, known: dict[str, dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """The name of each person or organisation of a value, and whether it is an organisation; `@id`s are looked up."""
    for one in _each(value):
        if isinstance(one, str):
            yield one, False
        elif isinstance(one, dict):
            held = one if "name" in one else known.get(str(one.get("@id")), one)
            name = text_of(held.get("name"))
            if name:
                yield name, bool({"Organization", "NewsMediaOrganization", "Corporation"} & set(types(held)))


def by_id(found: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The objects that have an `@id` and more than that, by it."""
    return {str(one["@id"]): one for one in reversed(found) if "@id" in one and len(one) > 1}


def _each(value: Any) -> list[Any]:
    return value[:50] if isinstance(value, list) else [value]
