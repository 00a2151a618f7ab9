"""RSS and Atom: every entry a document, published by whom the entry's `source` names, or else by the feed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml import etree

from sayso.errors import UnreadableError
from sayso.ingest.dates import parse_stamp
from sayso.ingest.lines import names, wire
from sayso.ingest.raw import Failure, Metadata, Raw

_ENTRIES = ("item", "entry")
_BODIES = ("encoded", "content", "description", "summary")
_ENCODED = re.compile(rb"^\xff\xfe|^\xfe\xff|^\s*<\?xml[^>]{0,150}encoding\s*=\s*[\"'](?!utf-?8)", re.IGNORECASE)
_HALVES = re.compile(  # references to lone surrogates
    rb"&#(?:x0*d[89a-f][0-9a-f]{2}|0*(?:5529[6-9]|55[3-9]\d\d|56\d{3}|57[0-2]\d\d|573[0-3]\d|5734[0-3]));",
    re.IGNORECASE,
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def open_feed(raw: Raw) -> Iterator[Raw | Failure]:
    """The entries of a feed. Resolves no entities and loads nothing. Raises UnreadableError for a broken feed."""
    data = _CONTROLS.sub(b" ", _HALVES.sub(b"&#65533;", raw.data)) if b"\x00" not in raw.data[:4] else raw.data
    if not _ENCODED.match(data[:200]):
        data = data.decode("utf-8", "replace").encode()  # or damaged bytes would come out of the parser as they are
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (ValueError, etree.LxmlError) as error:
        raise UnreadableError(f"{raw.name} is damaged or no feed; get it again") from error
    if root is None:
        raise UnreadableError(f"{raw.name} is damaged or no feed; get it again")
    feed = _title(root if _name(root) == "feed" else next(_children(root, "channel"), root))
    entries = [one for one in root.iter(etree.Element) if _name(one) in _ENTRIES]
    if not entries:
        raise UnreadableError(f"{raw.name}: the feed holds no entry")
    for number, entry in enumerate(entries, 1):
        where = f"{raw.name}, entry {number}"
        try:
            yield _entry(entry, where, feed, raw)
        except (UnicodeDecodeError, etree.LxmlError):
            yield Failure(name=where, code=UnreadableError.code, reason=f"{where} is damaged; get the feed again")


def _entry(entry: Any, where: str, feed: str, raw: Raw) -> Raw | Failure:
    source = next(_children(entry, "source"), None)
    publisher = ""
    if source is not None:
        publisher = _title(source) or _text(source)
    about = Metadata().with_value("title", _title(entry), "feed")
    about = (
        about.with_value("publisher", publisher, "feed entry's source")
        if publisher
        else about.with_value("publisher", feed, "feed")
    )
    about = about.with_value("url", _link(entry), "feed")
    for name in ("pubDate", "published", "issued", "date"):
        about = about if about.published_at else about.with_value("published_at", _stamp(entry, name), "feed")
    for name in ("updated", "modified"):
        about = about if about.updated_at else about.with_value("updated_at", _stamp(entry, name), "feed")
    people: list[str] = []
    for tag in ("creator", "author"):
        for one in _children(entry, tag):
            name = next((_text(inner) for inner in _children(one, "name")), "") or _text(one)
            inside = re.search(r"\(([^)]+)\)", name)
            people += [who for who in names(inside[1] if inside and "@" in name else name) if who not in people]
    about = about.with_value("authors", tuple(people), "feed")
    credits = [wire(_text(one)) for tag in ("creator", "author") for one in _children(entry, tag)]
    about = about.with_value("credit", next(filter(None, credits), None), "feed")
    body = _body(entry)
    if not body.strip():
        return Failure(
            name=where, code=UnreadableError.code, reason=f"{where} holds no text, only a link: {about.url or '-'}"
        )
    html = bool(re.search(r"<[a-zA-Z!/]|&[a-z#0-9]+;", body))
    return Raw(
        data=etree.tostring(entry, with_tail=False),
        text=body,
        name=about.title or where,
        media_type="text/html" if html else "text/plain",
        kind="html" if html else "text",
        known=about,
        trusted=True,
        fragment=True,
        retrieved=raw.retrieved,
        limits=raw.limits,
    )


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iterchildren(etree.Element) if _name(child) == name)


def _text(element: Any) -> str:
    return " ".join(unescape("".join(element.itertext())).split())


def _title(element: Any) -> str:
    for child in _children(element, "title"):
        return re.sub(r"<[^>]{1,200}>", "", _text(child)).strip()
    return ""


def _link(entry: Any) -> str | None:
    links = [
        (child.get("rel") or "alternate", (child.get("href") or _text(child)).strip())
        for child in _children(entry, "link")
    ]
    links += [("guid", _text(child)) for child in _children(entry, "guid") if child.get("isPermaLink") != "false"]
    return next(
        (url for rel, url in links if rel in ("alternate", "guid") and url.startswith(("http://", "https://"))), None
    )


def _stamp(entry: Any, name: str) -> Any:
    return next((value for child in _children(entry, name) if (value := parse_stamp(_text(child)))), None)


def _body(entry: Any) -> str:
    """The fullest body an entry has; XHTML content as markup."""
    found: list[str] = []
    for name in _BODIES:
        for child in _children(entry, name):
            inner = list(child.iterchildren(etree.Element))
            if inner:
                found.append("".join([child.text or "", *(etree.tostring(one, encoding="unicode") for one in inner)]))
            else:
                found.append("".join(child.itertext()))
    return max(found, key=len, default="")
