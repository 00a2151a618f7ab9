"""Text that a page has in its JSON-LD, and when each entry of a live blog was written, by JSON-LD or markup.

An entry is an element among others of its kind (same name, same class) that each hold a `time` element with a time of
day; the lines of an embedded post are the post's. JSON-LD lists the entries as `liveBlogUpdate`; what it has and the
page's markup has not is taken from there.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any

from lxml import etree

from sayso.ingest import jsonld
from sayso.ingest.dates import parse_stamp
from sayso.ingest.lines import letters
from sayso.model import Block, BlockKind

_ENTRIES = ("article", "div", "li", "section", "details")
_FEWEST = 3  # elements of a kind that make a list of entries; a page that says it is a live blog may have fewer
_BODY = 200  # characters; a shorter body in JSON-LD is a teaser
_MOST = 2_000
_NEAR = 20  # elements beside an entry among which the next one stands
_START = 60  # letters by which an entry is found again on the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as JSON-LD tells it."""

    when: datetime
    headline: str
    paragraphs: tuple[str, ...]


def entries(root: Any) -> tuple[Entry, ...]:
    """The entries that the JSON-LD of a live blog lists with their times, in its order."""
    texts = [one.text for one in root.iter("script") if "LiveBlogPosting" in (one.text or "")]
    found: list[Entry] = []
    for blog in jsonld.objects(texts)[0] if texts else ():
        updates = blog.get("liveBlogUpdate") if "LiveBlogPosting" in jsonld.types(blog) else None
        for one in (updates if isinstance(updates, list) else [updates])[:_MOST]:
            entry = _entry(one) if isinstance(one, dict) else None
            if entry is not None:
                found.append(entry)
    return tuple(found)


def written_out(root: Any) -> tuple[str, ...]:
    """The paragraphs of the article as its JSON-LD has them, for a page that draws its text by scripts."""
    texts = [one.text for one in root.iter("script") if "articleBody" in (one.text or "")]
    main = jsonld.article(jsonld.objects(texts)[0]) if texts else None
    body = (main or {}).get("articleBody")
    return _paragraphs(body) if isinstance(body, str) and len(body) > _BODY else ()


def missing(told: tuple[Entry, ...], text: str) -> Iterator[Entry]:
    """The entries whose words are not in the text."""
    shown = letters(text) if told else ""
    return (one for one in told if one.paragraphs and letters(one.paragraphs[0])[:_START] not in shown)


def timed(blocks: list[Block], root: Any, text: str, told: tuple[Entry, ...], published: date | None) -> list[Block]:
    """The blocks, each with the time of the entry it stands in. A time in UTC is told in the page's own zone."""
    marked = _marked(root, _FEWEST if not told else 2)
    if not marked and not told:
        return blocks
    known = [(letters(" ".join((one.headline, *one.paragraphs))), one.when) for one in told]
    out: list[Block] = []
    for block in blocks:
        when = None
        if block.kind is not BlockKind.POST and block.published_at is None:
            when = _of_element(block.path, root, marked) or _of_words(text[block.start : block.end], known)
        out.append(replace(block, published_at=_local(when, published)) if when else block)
    return out


def _entry(one: dict[str, Any]) -> Entry | None:
    when = _moment(jsonld.text_of(one.get("datePublished") or one.get("dateModified")) or "")
    body = one.get("articleBody") or one.get("text") or one.get("description")
    if when is None or not isinstance(body, str):
        return None
    return Entry(when=when, headline=jsonld.text_of(one.get("headline")) or "", paragraphs=_paragraphs(body))


def _paragraphs(body: str) -> tuple[str, ...]:
    parts = re.split(r"\n+|</p>|<br\s*/?>", body)
    plain = (" ".join(html.unescape(re.sub(r"<[^>]{0,2000}>", " ", part)).split()) for part in parts)
    return tuple(part for part in plain if part)


def _marked(root: Any, fewest: int) -> dict[Any, datetime]:
    """The elements that are entries, with their times."""
    found: dict[Any, datetime] = {}
    for number, time in enumerate(root.iter("time")):
        if number >= 4 * _MOST:
            break
        when = _moment(time.get("datetime") or "")
        place = _place(time) if when is not None else None
        if place is not None and when is not None:
            found.setdefault(place, when)
    alike = Counter(_kind(one) for one in found)
    return {one: when for one, when in found.items() if alike[_kind(one)] >= fewest}


def _place(time: Any) -> Any:
    """The nearest element around a time that has others of its kind beside it, of which one at least holds a time."""
    for above in time.iterancestors():
        if above.tag in ("blockquote", "aside", "nav", "footer", "body"):
            return None
        parent = above.getparent()
        if above.tag not in _ENTRIES or parent is None:
            continue
        for step in (above.itersiblings(), above.itersiblings(preceding=True)):
            near = islice(step, _NEAR)
            other = next((one for one in near if one.tag == above.tag and one.get("class") == above.get("class")), None)
            if other is not None and next(other.iter("time"), None) is not None:
                return above
    return None


def _kind(element: Any) -> tuple[Any, str, str]:
    return element.getparent(), str(element.tag), element.get("class") or ""


def _of_element(path: str | None, root: Any, marked: dict[Any, datetime]) -> datetime | None:
    """The time of the entry around the element at an XPath."""
    if not path or not marked:
        return None
    try:
        found: Any = root.getroottree().xpath(path)
    except etree.XPathError:
        return None
    element = found[0] if isinstance(found, list) and found else None
    if element is None:
        return None
    return next((marked[one] for one in (element, *element.iterancestors()) if one in marked), None)


def _of_words(words: str, known: list[tuple[str, datetime]]) -> datetime | None:
    """The time of the only entry in which the words stand."""
    told = letters(words)
    found = {when for body, when in known if len(told) > 12 and told in body}
    return found.pop() if len(found) == 1 else None


def _moment(text: str) -> datetime | None:
    """The date and time of a stamp; None where it has no time of day."""
    when = parse_stamp(text)
    return when if isinstance(when, datetime) else None


def _local(when: datetime, published: date | None) -> datetime:
    zone = published.tzinfo if isinstance(published, datetime) else None
    return when.astimezone(zone) if zone is not None and when.utcoffset() == timedelta(0) else when
