"""What a page says about itself: title, publisher, authors, address and dates, each with where it was said."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urljoin, urlsplit

from htmldate import find_date

from sayso.ingest import jsonld
from sayso.ingest.credits import byline_outlet, foreign, name_letters, outlet_at, same
from sayso.ingest.dates import date_in_url, day, later, parse_stamp, parse_written
from sayso.ingest.head import Page, clean
from sayso.ingest.lines import names, wire
from sayso.ingest.raw import Metadata

_TITLES = tuple(
    """
    og:title twitter:title citation_title parsely-title sailthru.title dc.title dcterms.title title
    """.split()
)
_SITES = tuple(
    """
    og:site_name application-name citation_journal_title dc.publisher dcterms.publisher article:publisher
    publisher apple-mobile-web-app-title cre copyright
    """.split()
)
_AUTHORS = tuple(
    """
    author article:author parsely-author sailthru.author byl dc.creator dcterms.creator citation_author
    article:author_name cxenseparse:author og:article:author
    """.split()
)
_PUBLISHED = tuple(
    """
    article:published_time article:published og:published_time og:article:published_time datepublished
    parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publication_date
    citation_publication_date dc.date.issued dcterms.issued dcterms.created dc.date dcterms.date date_published
    cxenseparse:recs:publishtime article.published created article_date_original date
    """.split()
)
_UPDATED = tuple(
    """
    article:modified_time og:updated_time article:updated_time datemodified lastmod last-modified
    dc.date.modified dcterms.modified article.updated revised updated_time
    """.split()
)
_SAVED = re.compile(r"saved from url=\(\d{1,5}\)(https?://\S+)")
_SINGLE_FILE = re.compile(r"url:\s*(https?://\S+)\s+saved date:\s*(.{10,60}?)(?:\n|$)")
_DATE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:date|dateline|pub-?date|published|timestamp|posted)(?:$|[\s_-])", re.IGNORECASE
)
_RIGHTS = re.compile(r"^(?:copyright|©|\(c\)|[\s,]|\d{4}(?:-\d{4})?)+", re.IGNORECASE)
_PARTED = re.compile(r"\s+[|–—·»-]\s+")


def read_metadata(
    root: Any, page: Any, *, url: str | None = None, retrieved: date | None = None
) -> tuple[Metadata, tuple[str, ...]]:
    """Everything a parsed page says of itself, and warnings. `url` is where it is known to come from.

    `page` is the same page as a tree of lxml.html's classes, for htmldate.
    """
    head = Page(root, page, url)
    about = Metadata()
    for step in (_saved, _address, _publisher, _title, _authors):
        about = step(head, about)
    about, warnings = _dates(head, about, retrieved or about.retrieved_at)
    if head.broken:
        warnings = (*warnings, "holds JSON-LD that cannot be parsed")
    return _credit(head, about), warnings


def _saved(page: Page, about: Metadata) -> Metadata:
    """The address and the day that a browser or SingleFile notes when it saves a page."""
    near = list(page.root.xpath("preceding-sibling::comment() | comment() | head/comment()"))[:5]
    for comment in near:
        text = comment.text or ""
        if match := _SAVED.search(text):
            return about.with_value("url", match[1], "saved-page comment")
        if match := _SINGLE_FILE.search(text):
            about = about.with_value("url", match[1], "saved-page comment")
            stamp = re.sub(r"^[A-Za-z]{3}\s+([A-Za-z]{3}\s+\d{1,2})\s+(\d{4}).*$", r"\1, \2", match[2].strip())
            return about.with_value("retrieved_at", parse_stamp(stamp), "saved-page comment")
    return about


def _address(page: Page, about: Metadata) -> Metadata:
    main = page.article or {}
    entity = main.get("mainEntityOfPage")
    named = entity.get("@id") if isinstance(entity, dict) else entity
    offered = [
        (page.canonical, "canonical link"),
        (next((value for _, value in page.first(("og:url", "twitter:url"))), None), "meta og:url"),
        (jsonld.text_of(main.get("url")), "json-ld"),
        (named if isinstance(named, str) else None, "json-ld"),
    ]
    own = page.own or about.url or offered[1][0]
    names = [value for _, value in page.first(("og:site_name",))]
    for value, where in offered:
        if foreign(own, value, names):  # a syndicated copy that points at its original
            about = about if about.credit else about.with_value("credit", outlet_at(value), where)
            about = about if about.url else about.with_value("url", own, "where the page stood")
            continue
        try:
            address = urljoin(page.base or about.url or "", value or "").strip()
            parts = urlsplit(address)
        except ValueError:
            continue
        if (
            value
            and parts.scheme in ("http", "https")
            and parts.netloc
            and (parts.path.strip("/") or parts.query or not about.url)
        ):
            return about.with_value("url", address, where)
    return about


def _publisher(page: Page, about: Metadata) -> Metadata:
    main = page.article or {}
    for key in ("publisher", "sourceOrganization", "provider"):
        for name, _ in jsonld.named(main.get(key), page.ids):
            if name.strip() and not name.startswith("http"):
                return about.with_value("publisher", clean(name), "json-ld")
    for key, value in page.first(_SITES):
        if key == "copyright":
            value = _RIGHTS.sub("", value).strip(" .")
        if value and not value.startswith(("http", "@")) and len(value) <= 80:
            return about.with_value("publisher", value, f"meta {key}")
    for one in page.objects:
        if {"NewsMediaOrganization", "Organization", "WebSite"} & set(jsonld.types(one)) and (
            own := jsonld.text_of(one.get("name"))
        ):
            return about.with_value("publisher", clean(own), "json-ld")
    host = _host(about)
    for title in page.titles:
        parts = _PARTED.split(title)
        own = next((part for part in parts[1:] if host and name_letters(part) in _sites(about)), None)
        own = own or _before_headline(page, title)
        if own is None and len(parts) > 1 and len(parts[-1].split()) <= 5 and 2 * len(parts[-1]) < len(title):
            own = parts[-1]
        if own:
            return about.with_value("publisher", own.strip(), "title tag")
    return about.with_value("publisher", host, "address")


def _before_headline(page: Page, title: str) -> str | None:
    """The site's name where the `title` element puts it before the headline ("Harlow Police: Two held in …")."""
    heads = [" ".join("".join(head.itertext()).split()) for head in page.root.iter("h1")]
    for headline in [*heads, *(value for _, value in page.first(_TITLES[:2]))]:
        if (
            len(headline) > 12
            and title.endswith(headline)
            and (lead := title[: -len(headline)]).rstrip()[-1:] in ":|–—-"
        ):
            name = lead.strip(" :|–—-")
            return name if 0 < len(name.split()) <= 7 else None
    return None


def _host(about: Metadata) -> str:
    return (urlsplit(about.url).hostname or "").removeprefix("www.") if about.url else ""


def _sites(about: Metadata) -> set[str]:
    """The names that the page's site goes by, in letters alone."""
    host = _host(about)
    return {name_letters(about.publisher or ""), name_letters(host), name_letters(host.rsplit(".", 1)[0])} - {""}


def _title(page: Page, about: Metadata) -> Metadata:
    headline = jsonld.text_of((page.article or {}).get("headline")) or jsonld.text_of((page.article or {}).get("name"))
    if headline:
        return about.with_value("title", _bare(clean(headline), about), "json-ld")
    for key, value in page.first(_TITLES):
        return about.with_value("title", _bare(value, about), f"meta {key}")
    heads = [" ".join("".join(head.itertext()).split()) for head in page.root.iter("h1")]
    heads = [head for head in heads if head]
    if len(heads) == 1 or (heads and page.titles and page.titles[0].startswith(heads[0])):
        return about.with_value("title", heads[0], "heading")
    for title in page.titles:
        return about.with_value("title", _bare(title, about), "title tag")
    return about.with_value("title", heads[0] if heads else None, "heading")


def _bare(title: str, about: Metadata) -> str:
    """A title without the site's name at its end."""
    known = _sites(about)
    parts = list(_PARTED.finditer(title))
    for part, after in zip(parts, [*parts[1:], None], strict=False):
        name = name_letters(title[part.end() : after.start() if after else len(title)])
        if name in known or (after is None and len(name) < 40 and any(name in one or one in name for one in known)):
            return title[: part.start()].strip()
    return title


def _authors(page: Page, about: Metadata) -> Metadata:
    people: list[str] = []

    def take(credit: str) -> None:
        """Add the people that a credit names; a desk that is called as the publisher is nobody."""
        for name in names(credit):
            if name not in people and name_letters(name) != name_letters(about.publisher or ""):
                people.append(name)

    for name, company in jsonld.named((page.article or {}).get("author"), page.ids):
        if not company and not name.startswith("http"):
            take(name)
    if people:
        return about.with_value("authors", tuple(people), "json-ld")
    for key in _AUTHORS:
        for value in page.meta.get(key, ()):
            if "://" not in value:
                take(value)
        if people:
            return about.with_value("authors", tuple(people), f"meta {key}")
    for credit in page.bylines:
        take(credit)
        if people:
            return about.with_value("authors", tuple(people), "byline")
    return about


def _credit(page: Page, about: Metadata) -> Metadata:
    """With the wire service or outlet that a page of another publisher credits."""
    main, where = page.article or {}, "json-ld"
    offered = [(name, where) for name, _ in jsonld.named(main.get("sourceOrganization"), page.ids) if about.publisher]
    offered += [
        (found, where)
        for key in ("author", "sourceOrganization", "copyrightHolder", "creditText", "provider")
        for name, _ in jsonld.named(main.get(key), page.ids)
        if (found := wire(name))
    ]
    keys = (*_AUTHORS, "source", "dc.source", "syndication-source", "original-source")
    offered += [(found, f"meta {key}") for key, value in page.first(keys) if (found := wire(value))]
    offered += [(found, "byline") for line in page.bylines if (found := byline_outlet(line) or wire(line))]
    for credit, where in offered:
        if not same(credit, about.publisher or "") and (about.publisher or wire(credit)):
            return about.with_value("credit", credit, where)
    return about


def _dates(page: Page, about: Metadata, retrieved: date | None) -> tuple[Metadata, tuple[str, ...]]:
    main = page.article or {}
    warnings: list[str] = []

    def fits(value: date | None) -> bool:
        return value is not None and not (retrieved is not None and _ahead(value, retrieved))

    published: list[tuple[Callable[[], date | None], str]] = [
        (lambda: _stamp(main.get("datePublished") or main.get("dateCreated") or main.get("uploadDate")), "json-ld"),
    ]
    published += [(lambda value=value: _stamp(value), f"meta {key}") for key, value in page.first(_PUBLISHED)]  # type: ignore[misc]
    published += [
        (lambda: _timed(page, updated=False), "time element"),
        (lambda: date_in_url(about.url or ""), "address"),
        (lambda: _written(page), "date line"),
        (lambda: _last_resort(page, about), "htmldate"),
    ]
    for read, where in published:
        value = read()
        if value is None:
            continue
        if fits(value):
            about = about.with_value("published_at", value, where)
            break
        warnings.append(f"says it was published on {value}, after it was retrieved; not taken")
    offered = [(_stamp(main.get("dateModified")), "json-ld")]
    offered += [(_stamp(value), f"meta {key}") for key, value in page.first(_UPDATED)]
    offered.append((_timed(page, updated=True), "time element"))
    for changed, where in offered:
        if changed is None or not fits(changed):
            continue
        if about.published_at and later(about.published_at, changed):
            warnings.append(f"says it was updated on {changed}, before it was published; not taken")
            continue
        if changed != about.published_at:
            about = about.with_value("updated_at", changed, where)
        break
    return about, tuple(warnings)


def _ahead(value: date, retrieved: date) -> bool:
    return (day(value) - day(retrieved)).days > 1  # a day for time zones


def _stamp(value: Any) -> date | None:
    text = jsonld.text_of(value)
    return parse_stamp(text) if text else None


def _timed(page: Page, *, updated: bool) -> date | None:
    """The first `<time>` of the page that is not inside a post, a list of other stories or a comment."""
    for time in page.root.iter("time"):
        told = " ".join(
            filter(
                None,
                (
                    time.get("class"),
                    time.get("itemprop"),
                    time.getparent().get("class") if time.getparent() is not None else "",
                ),
            )
        )
        if bool(re.search(r"updat|modif", told, re.IGNORECASE)) != updated:
            continue
        if time.xpath("boolean(ancestor::*[self::blockquote or self::aside or self::nav or self::footer or self::li])"):
            continue
        value = parse_stamp(time.get("datetime") or "") or parse_written(" ".join("".join(time.itertext()).split()))
        if value:
            return value
    return None


def _written(page: Page) -> date | None:
    """The date in an element whose class says that it holds one."""
    for element in page.root.iter("p", "div", "span"):
        if not _DATE_CLASS.search(element.get("class") or ""):
            continue
        text = " ".join(" ".join(element.itertext()).split())
        if (
            len(text) < 120
            and not re.match(r"\s*(?:updated|modified)", text, re.IGNORECASE)
            and (value := parse_written(text))
        ):
            return value
    return None


def _last_resort(page: Page, about: Metadata) -> date | None:
    try:
        found = find_date(page.page, extensive_search=False, original_date=True, url=about.url, max_date="2200-01-01")
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    return parse_stamp(found) if found else None
