"""Embedded social-media posts: telling them, and taking apart what the post says from the line that signs it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from sayso.ingest.dates import parse_stamp, parse_written
from sayso.ingest.dom import Line, attributes, links

_EMBED = re.compile(
    r"\b(?:twitter-(?:tweet|video)|tweet-embed|bluesky-embed|bluesky-post|fb-(?:post|video|xfbml-parse-ignore)|"
    r"instagram-media|truthsocial-(?:embed|post)|truth-social-(?:embed|post)|mastodon-(?:embed|post)|text-post-media|"
    r"tiktok-embed|threads-embed|threads-post|telegram-post|reddit-(?:embed-bq|card|embed)|linkedin-(?:embed|post)|"
    r"gab-embed|gettr-embed|parler-embed|(?:embedded|embed|social|social-media)-(?:tweet|post|status)|"
    r"(?:tweet|post|social|toot|skeet)-(?:embed|embedded|card)|x-(?:post|embed|tweet))\b",
    re.IGNORECASE,
)
_LOOSE = re.compile(r"(?:^|[\s_-])(?:tweet|toot|skeet|truth-post|social-post)(?:$|[\s_-])", re.IGNORECASE)
_HOSTS = (
    "twitter.com", "x.com", "bsky.app", "facebook.com", "fb.com", "instagram.com", "truthsocial.com", "threads.net",
    "threads.com", "tiktok.com", "mastodon.social", "t.me", "reddit.com", "linkedin.com", "gab.com", "gettr.com",
    "nextdoor.com", "youtube.com", "parler.com",
)  # fmt: skip
_STATUS = re.compile(
    r"/(?:status(?:es)?|posts?|p|reel|video|videos|photos|permalink(?:\.php)?|@[\w.-]+/\d+|r/\w+/comments|embed|"
    r"(?:story|photo)\.php)(?:/|\?|$)|/@[\w.@-]+/(?:posts/)?\d+|^/\w+/\d+$",
    re.IGNORECASE,
)
_HANDLE = r"@[\w](?:[\w.@-]*[\w])?"
_SIGNED = re.compile(
    rf"(?:^|(?<=\s))[—–―-]{{1,2}}\s*(?P<name>[^—–\n]{{1,100}}?)\s*[(（]\s*(?P<handle>{_HANDLE})\s*[)）]\s*,?\s*(?P<when>.{{0,80}})$"
)
_CAPTIONED = re.compile(
    rf"^(?:[—–-]\s*)?(?P<name>[^(@\n]{{1,80}}?)\s*[(（,·]?\s*(?P<handle>{_HANDLE})\s*[)）]?(?P<when>.{{0,100}})$"
)
_SHARED = re.compile(
    rf"^(?:(?:an?\s+)?(?:post|photo|video|reel|truth|thread)s?\s+(?:shared\s+)?by|posted\s+by|by)\s+(?P<name>.{{1,100}}?)"
    rf"(?:\s*\(\s*(?P<handle>{_HANDLE})\s*\))?(?:\s*\([^)]*\))?(?:\s+(?:on|·|at)\s*(?P<when>.{{0,80}}))?$",
    re.IGNORECASE,
)
_PLATFORM = re.compile(r"(?:(?:on|via)\s+)?(?:x|twitter|bluesky|facebook|\d+\s*[hmd])\b", re.IGNORECASE)
_ONLY_HANDLE = re.compile(rf"^(?:by\s+)?(?P<handle>{_HANDLE})(?:\s*[·|,]\s*(?P<when>.{{0,60}}))?$", re.IGNORECASE)
_LONGEST_NAME = 200  # characters after an author's name; a line with more is no signature
_NAMED = re.compile(rf"^\W*(?P<handle>{_HANDLE})?\W*$")
_FURNITURE = re.compile(
    r"^\W*(?:view\s+(?:this\s+post|on|more|profile)\b.{0,40}|(?:pic\.)?(?:twitter|x)\.com/\w+|\[image(?:\s+or\s+embed)?\]|"
    r"follow|verified(?:\s+account)?|reply|repost|like|likes?|share|copy\s+link(?:\s+to\s+post)?|retweets?|"
    r"[\d.,]+[km]?\s*(?:likes?|replies|reposts?|retweets?|views?|comments?|shares?|quotes?)?|read\s+(?:more|\d+\s+replies)\b.{0,30}|"
    r"(?:posted\s+)?(?:on|via)\s+(?:x|twitter|facebook|instagram|bluesky|truth\s+social)|♬.{0,80}|loading\W*|"
    r"https?://t\.co/\w+|see\s+more|add\s+a\s+comment.{0,10}|x|twitter|facebook|instagram|bluesky|truth\s+social|threads)\W*$",
    re.IGNORECASE,
)
_FURNITURE_END = re.compile(
    r"\s*(?:pic\.(?:twitter|x)\.com/\w+|\[image or embed\]|https?://t\.co/\w+)\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Post:
    """What a post says, as lines, and who posted it, where and when; None where the markup does not tell."""

    lines: tuple[Line, ...]
    author: str | None = None
    handle: str | None = None
    published_at: date | None = None
    url: str | None = None


@lru_cache(maxsize=8192)
def _marks(told: str) -> tuple[bool, bool]:
    told = re.sub(r"(?<=[a-z])(?=[A-Z])", "-", told)
    return bool(_EMBED.search(told)), bool(_LOOSE.search(told))


def is_post(element: Any, tag: str, told: str) -> bool:
    """Whether an element holds one embedded post: by its class and id (`told`), its data or what it cites."""
    embed, loose = _marks(told) if told else (False, False)
    if embed:
        inner = (one for one in element.iterdescendants("blockquote") if _marks(attributes(one))[0])
        return "fb-" in told or (tag != "figure" and next(inner, None) is None)
    if tag == "blockquote":
        cited = element.get("cite") or element.get("data-href") or element.get("data-url") or ""
        return is_post_url(cited)
    if loose and tag in ("div", "article", "section", "figure"):
        return any(is_post_url(href) for href, _ in links(element))
    return tag in ("twitter-widget", "bsky-embed")


def is_post_url(url: str) -> bool:
    """Whether an address is that of one post on a social network."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    if parts.scheme not in ("http", "https") or not host:
        return False
    social = host in _HOSTS or "mastodon" in host or re.match(r"/@[\w.-]+/\d{8,}", parts.path) is not None
    return social and bool(_STATUS.search(parts.path))


def read_post(element: Any, lines: list[Line]) -> Post | None:
    """The post in `element`, whose text is `lines`. None when nothing but its signature is there."""
    url = _address(element)
    author = handle = None
    when: date | None = None
    kept: list[Line] = []
    marked = _author(element, None) or ""
    for number, line in enumerate(lines):
        line = line.strip()
        if not line.text:
            if kept and kept[-1].text:
                kept.append(line)
            continue
        last = number >= len(lines) - 3
        named = marked and line.text.startswith(marked) and _NAMED.match(line.text.removeprefix(marked)[:_LONGEST_NAME])
        if named and not any(one.text for one in kept):
            author, handle = marked, handle or named["handle"]
            continue
        signed = _signature(line.text, first=not any(one.text for one in kept), last=last)
        if signed and (handle is None or last):
            author, handle = author or _clean(signed["name"]), handle or signed["handle"]
            when = when or parse_written(signed["when"] or "")
            line = line.cut(0, signed["at"]).strip()
        elif last and when is None and len(line.text) < 60 and (alone := parse_written(line.text)) and kept:
            when = alone
            continue
        if not line.text or _FURNITURE.match(line.text):
            continue
        end = _FURNITURE_END.search(line.text)
        kept.append(line.cut(0, end.start()).strip() if end else line)
    while kept and not kept[-1].text:
        kept.pop()
    when = _stamp(element) or when
    if handle is None:
        handle = _handle_of(url)
    if author and author.startswith("@"):
        author, handle = None, author
    if author is None:
        author = _author(element, handle)
    if not any(line.text for line in kept):
        return None
    return Post(tuple(line for line in kept if line.text), author or None, handle, when, url)


def sign(caption: str) -> tuple[str | None, str | None, date | None] | None:
    """Author, handle and date of a caption that signs a post ("Name (@handle) on X, Sept. 12, 2025"); else None."""
    found = _signature(caption.strip(), first=True, last=True)
    if not found or found["at"] or not found["handle"]:
        return None
    return _clean(found["name"]), found["handle"], parse_written(found["when"] or "")


def signed_in_text(line: str) -> tuple[int, str | None, str, date] | None:
    """A post that plain text holds in one line, signed ("… — Name (@handle) Sept. 12, 2025").

    Gives where its own words end, author, handle and date; None for a line that is none.
    """
    found = _SIGNED.search(line)
    when = parse_written(found["when"] or "") if found else None
    if not found or when is None:
        return None
    words = line[: found.start()].rstrip()
    while end := _FURNITURE_END.search(words):
        words = words[: end.start()].rstrip()
    return (len(words), _clean(found["name"]), found["handle"], when) if words else None


def _signature(text: str, *, first: bool, last: bool) -> dict[str, Any] | None:
    """The signing line in `text`: `name`, `handle`, `when`, and `at`, where in the text it begins."""
    match = _SIGNED.search(text) if last or first else None
    if match:
        return {**match.groupdict(), "at": match.start()}
    if len(text) > 160 or not (first or last):
        return None
    match = _SHARED.match(text)
    bare = re.match(r"by\b", text, re.IGNORECASE) is not None
    if match and (match["handle"] or parse_written(match["when"] or "") or (last and not bare)):
        return {**match.groupdict(), "at": 0}
    match = _ONLY_HANDLE.match(text)
    if match:
        return {"name": None, **match.groupdict(), "at": 0}
    match = _CAPTIONED.match(text)
    if match and len(match["name"].split()) <= 8:
        rest = match["when"].strip(" ·,|-–—").strip()
        told = bool(parse_written(rest)) or bool(_PLATFORM.match(rest))
        if told or (not rest and re.search(r"[(（]\s*@", text)):
            return {**match.groupdict(), "at": 0}
    return None


def _clean(name: str | None) -> str | None:
    name = re.sub(r"\s+", " ", name or "").strip(" —–-:,·|")
    return name or None


def _address(element: Any) -> str | None:
    """The post's own address: from its data attributes, its citation, or the last link that is one."""
    found: str | None = None
    at_uri: str | None = None
    for one in element.iter("blockquote", element.tag):
        for name in (
            "data-instgrm-permalink",
            "data-text-post-permalink",
            "data-embed-url",
            "data-href",
            "cite",
            "data-url",
        ):
            value = (one.get(name) or "").strip()
            if is_post_url(value):
                return _bare(value)
        at_uri = at_uri or one.get("data-bluesky-uri")
    for href, _ in links(element):
        if is_post_url(href):
            found = href.strip()
    if found is None and at_uri:
        match = re.match(r"at://([^/]+)/app\.bsky\.feed\.post/(\w+)$", at_uri)
        found = f"https://bsky.app/profile/{match[1]}/post/{match[2]}" if match else None
    return _bare(found) if found else None


def _bare(url: str) -> str:
    """An address without its tracking query; one whose query names the post keeps it."""
    return (
        url
        if "permalink.php" in url or "story.php" in url or "photo" in url
        else url.split("?", maxsplit=1)[0].removesuffix("/embed")
    )


def _stamp(element: Any) -> date | None:
    for time in element.iter("time"):
        value = parse_stamp(time.get("datetime") or "") or parse_written(" ".join("".join(time.itertext()).split()))
        if value:
            return value
    return None


def _handle_of(url: str | None) -> str | None:
    """The handle that a post's address names."""
    match = re.match(
        r"https?://(?:www\.|m\.|mobile\.)?(?:(?:twitter|x)\.com/(?P<x>\w{1,30})/status|[^/]+/(?P<at>@[\w.-]+)/|bsky\.app/profile/"
        r"(?P<sky>(?!did:)[\w.-]+)/post)",
        url or "",
    )
    if not match:
        return None
    if match["x"] == "i":
        return None
    return match["at"] or f"@{match['x'] or match['sky']}"


def _author(element: Any, handle: str | None) -> str | None:
    """The name in markup of a page's own: an element whose class says it holds the author."""
    for one in element.iter():
        told = one.get("class") if isinstance(one.tag, str) else None
        if told and re.search(
            r"(?:^|[\s_-])(?:author|user-?name|display-?name|fullname|account)(?:-?name)?(?:$|[\s_])", told, re.I
        ):
            name = re.sub(r"\s*[(]?@[\w.@-]+[)]?", "", " ".join("".join(one.itertext()).split())).strip()
            if name and len(name) <= 80 and name != handle:
                return name
    return None
