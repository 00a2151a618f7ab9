"""The head of a web page: its meta tags, links, titles and JSON-LD, looked up by name."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from sayso.ingest import jsonld


class Page:
    """The head of a page, looked up by name."""

    def __init__(self, root: Any, page: Any, url: str | None) -> None:
        self.root = root
        self.page = page
        self.meta: dict[str, list[str]] = {}
        texts: list[str] = []
        self.titles: list[str] = []
        self.canonical: str | None = None
        self.base = self.own = url
        for element in root.iter("meta", "link", "base", "title", "script"):
            self._take(element, texts)
        self.objects, self.broken = jsonld.objects(texts)
        self.ids = jsonld.by_id(self.objects)
        self.article = jsonld.article(self.objects)

    def _take(self, element: Any, texts: list[str]) -> None:
        if element.tag == "meta":
            content = clean(element.get("content"))
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                key = element.get(attribute)
                if key and content:
                    self.meta.setdefault(key.strip().lower(), []).append(content)
        elif element.tag == "link":
            if "canonical" in (element.get("rel") or "").lower().split() and element.get("href"):
                self.canonical = self.canonical or element.get("href").strip()
        elif element.tag == "base":
            self.base = self.base or element.get("href")
        elif element.tag == "title":
            parent = element.getparent()
            if element.text and (parent is None or parent.tag in ("head", "html", "body")):
                self.titles.append(clean(element.text))
        elif "ld+json" in (element.get("type") or "").lower():
            texts.append(element.text or "")

    def first(self, keys: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of the given meta tags in the order of the keys, each with its key."""
        for key in keys:
            for value in self.meta.get(key, ()):
                yield key, value

    @cached_property
    def bylines(self) -> tuple[str, ...]:
        """The words of the first elements that the page marks as byline, author or source."""
        marked = self.root.xpath(
            "//*[@rel='author' or @itemprop='author' or contains(@class,'byline') or contains(@class,'author-name') "
            "or contains(@class,'article-source') or contains(@class,'source-org')]"
        )
        found = (" ".join(" ".join(element.itertext()).split()) for element in marked[:20])
        return tuple(words for words in found if 0 < len(words) < 200)


def clean(text: str | None) -> str:
    """What an attribute or element says, with white space as one space and twice escaped characters as they are."""
    text = " ".join((text or "").split())
    return html.unescape(text) if "&" in text else text
