"""Plain text and Markdown: every line a paragraph, unless the text was wrapped at a fixed width.

The text keeps every character where it was, so that offsets are those of the decoded file. In wrapped text alone the
line ends inside a paragraph become as many spaces. Lines that are no prose (a byline, a date line, page furniture)
stay in the text and belong to no block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.credits import republished
from sayso.ingest.dates import later, parse_written
from sayso.ingest.decode import decode, scrub
from sayso.ingest.lines import (
    byline,
    byline_date,
    credit_parts,
    dated,
    dateline,
    is_label,
    is_note,
    issuer,
    letterhead,
    wire,
)
from sayso.ingest.noise import heads_a_list, is_listed, is_noise, is_over, without_tail
from sayso.ingest.posts import signed_in_text
from sayso.ingest.raw import Extracted, Metadata, Raw
from sayso.ingest.releases import released_by
from sayso.ingest.walls import text_paywall, text_wall
from sayso.model import Block, BlockKind

_ENDS = r"\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_ENDS}]+")
_BREAK = re.compile(rf"\r\n|[{_ENDS}]")
_MARKED = re.compile(
    r"(?P<heading>\#{1,6}[ \t]+(?=\S))|(?P<quote>>[> \t]*(?=[^\s>]))|(?P<item>(?:[-*•‣◦–]|\d{1,2}[.)])[ \t]+(?=\S))"
)
_ENDED = re.compile(r"""[.?!:;,…–—-]['"’”»)\]]*$|["”»]$""")
_STAMPED = re.compile(
    r"^(?P<title>.{0,160}?)\s*\b(?:Posted|Published):\s*(?P<one>.{8,45}?)(?:\s*\bUpdated:\s*(?P<two>.{8,45}?))?"
    r"(?:\s*\b(?:Posted|Updated):.{0,20})?$"
)
_CREDITED = re.compile(
    r"\bview\s+full\s+caption\b|^photos?\s+(?:credit|by|courtesy)\b"
    r"|[(\[](?:photos?|credit|image|courtesy|source|file|video|ap|getty|facebook|twitter|instagram|handout|"
    r"published\s+\w+day)\b[^)\]]{0,80}[)\]]\W*$|[(\[][\w\s-]{0,30}\bphoto\s*[—–-][^)\]]{2,40}[)\]]$",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\ufeff?(?=[^h]*https?://)(?:\s*(?:#[^\n]*|https?://\S+)(?:\n|\Z))+\s*")
_WIDEST = 110  # characters; text wrapped by hand or by a mail program is no wider
_TITLE = 140  # characters; a longer first line is no title
_HEAD = 12  # lines that may hold a byline and a date line


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    parted: bool  # a blank line, or nothing, stands before it


def read_text(raw: Raw) -> Extracted:
    """The document that a plain text is."""
    if raw.text is not None:
        return _with_walls(raw, scrub(raw.text), ())
    if len(raw.data) > 4 * raw.limits.max_characters + 4:
        raise TooLargeError(
            f"{raw.name}: its {len(raw.data):,} bytes of text are over the limit of {raw.limits.max_characters:,} "
            "characters; split it, or raise max_characters"
        )
    text, warnings = decode(raw.data, raw.charset)
    if _ADDRESSES.fullmatch(text):
        raise UnreadableError(
            f"{raw.name} is a list of addresses and no text; sayso ingest --fetch reads what they lead to"
        )
    return _with_walls(raw, text, warnings)


def _with_walls(raw: Raw, text: str, warnings: tuple[str, ...]) -> Extracted:
    """The document of a text, with a warning where only the beginning of an article may be there. Raises
    UnreadableError for what stands where an article should be."""
    if why := text_wall(text):
        raise UnreadableError(f"{raw.name}: {why}")
    told = (teaser,) if (teaser := text_paywall(text)) else ()
    return from_text(text, media_type=raw.media_type or "text/plain", warnings=(*warnings, *told))


def from_text(text: str, *, media_type: str = "text/plain", warnings: tuple[str, ...] = ()) -> Extracted:
    """Blocks and metadata of a decoded text. Offsets are those of `text`."""
    found = list(_lines(text))
    if _wrapped(text, found):
        text, found = _unwrap(text, found)
    found = found[: next((n for n, line in enumerate(found) if n and is_over(text[line.start : line.end])), None)]
    blocks: list[Block] = []
    about = Metadata()
    first = 0  # the line that may be the title
    listed = False  # whether the lines before are a list of other stories
    for number, line in enumerate(found):
        words = text[line.start : line.end]
        if number < _HEAD and len(words) <= 140:
            about, taken = _head(words, about, titled=len(blocks) in (1, 2) and about.title is not None)
            if taken:
                continue
        stamped = _STAMPED.match(words) if number < 4 and len(words) <= 300 else None
        if stamped and (when := parse_written(stamped["one"])):
            about = about if about.published_at else about.with_value("published_at", when, "date line")
            changed = parse_written(stamped["two"] or "")
            if changed and later(changed, about.published_at or changed):
                about = about.with_value("updated_at", changed, "date line")
            if stamped["title"]:
                about = about if about.title else about.with_value("title", stamped["title"], "first line")
                end = line.start + len(stamped["title"])
                blocks.append(Block(kind=BlockKind.HEADING, start=line.start, end=end))
            continue
        listed = heads_a_list(words) or (listed and is_listed(words))
        if listed or is_noise(words):
            continue
        if number == first and is_label(words):
            first += 1
            blocks.append(Block(kind=BlockKind.HEADING, start=line.start, end=line.end))
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        alone = after is None or after.parted or (number == first and _is_head(text[after.start : after.end]))
        block = _block(text, line, heading=number == first < len(found) - 1 and alone and _is_title(words))
        if block.kind is BlockKind.HEADING and about.title is None and number == first:
            about = about.with_value("title", text[block.start : block.end], "first line")
        if len(blocks) < 4:
            about = about if about.credit else about.with_value("credit", wire(words), "credit line")
            if about.published_at is None:
                about = about.with_value("published_at", dateline(words), "dateline")
        blocks.append(block)
    if about.credit is None:
        told = (republished(text[line.start : line.end]) for line in found)
        about = about.with_value("credit", next(filter(None, told), None), "note")
    if about.publisher is None and not about.authors:
        maker = released_by([text[line.start : line.end] for line in found])
        about = about.with_value("publisher", maker, "news release")
    if not blocks:  # nothing but furniture: then that is the text
        blocks = [_block(text, line, heading=False) for line in found]
    return Extracted(
        text=text, blocks=tuple(blocks), media_type=media_type, metadata=about, warnings=tuple(dict.fromkeys(warnings))
    )


def _lines(text: str) -> Iterator[_Line]:
    before = -1
    for match in _LINE.finditer(text):
        stretch = match.group()
        inner = stretch.strip("\ufeff \t") and stretch.strip().strip("\ufeff").strip()
        if not inner:
            continue
        start = match.start() + stretch.index(inner)
        parted = before < 0 or len(_BREAK.findall(text, before, start)) > 1
        before = start + len(inner)
        yield _Line(start, before, parted)


def _wrapped(text: str, lines: list[_Line]) -> bool:
    """Whether lines end where the next word would not have fitted: the mark of a text wrapped at a fixed width."""
    inner = [(one, other) for one, other in pairwise(lines) if not other.parted]
    if len(inner) < 3 or any(line.end - line.start > _WIDEST for line in lines):
        return False
    widths = sorted(line.end - line.start for line in lines)
    width = widths[-1]
    if width < 40:
        return False
    full = ended = 0
    for one, other in inner:
        word = re.match(r"\S+", text[other.start : other.end])
        room = one.end - one.start + 1 + (len(word.group()) if word else 0)
        full += room > width - 2
        ended += bool(re.search(r"[.?!][\"”’')]*$", text[one.start : one.end]))
    return full >= 0.8 * len(inner) and ended <= 0.5 * len(inner)


def _unwrap(text: str, lines: list[_Line]) -> tuple[str, list[_Line]]:
    """Join the lines of each paragraph. The text keeps its length: a line end becomes as many spaces."""
    out: list[str] = []
    joined: list[_Line] = []
    at = 0
    for line in lines:
        follows = joined and not line.parted and not _MARKED.match(text, line.start)
        if follows:
            gap = text[joined[-1].end : line.start]
            out += [text[at : joined[-1].end], " " * len(gap)]
            at = line.start
            joined[-1] = _Line(joined[-1].start, line.end, joined[-1].parted)
        else:
            joined.append(line)
    return "".join((*out, text[at:])), joined


def _head(words: str, about: Metadata, *, titled: bool) -> tuple[Metadata, bool]:
    """Take a byline, a date line, or the organisation in or under the title into the metadata."""
    if about.publisher is None and (body := issuer(words)):
        about = about.with_value("publisher", body, "title")
    people = byline(words)
    if people:
        about = about if about.credit else about.with_value("credit", _wired(words), "byline")
        if (when := byline_date(words)) and not getattr(about, when[0]):
            about = about.with_value(when[0], when[1], "date line")
        return (about if about.authors else about.with_value("authors", people, "byline")), True
    when = dated(words)
    if when:
        name, value = when
        return (about if getattr(about, name) else about.with_value(name, value, "date line")), True
    if titled and about.publisher is None and (body := letterhead(words)):
        return about.with_value("publisher", body, "line under the title"), True
    return about, False


def _wired(words: str) -> str | None:
    """The wire in a byline. Another outlet there may be the publisher itself, which a text does not tell."""
    return next((found for part in credit_parts(words) if (found := wire(part))), None)


def _is_head(words: str) -> bool:
    """Whether a line is one of those that stand under a title."""
    return len(words) <= _TITLE and bool(byline(words) or dated(words) or letterhead(words))


def _is_title(words: str) -> bool:
    if (
        not 10 <= len(words) <= _TITLE
        or not 2 <= len(words.split()) <= 25
        or _ENDED.search(words)
        or _MARKED.match(words)
    ):
        return False
    if _CREDITED.search(words):
        return False
    return not re.search(r"\bstaff\s+report|^(?:subject|follow|by)\b", words, re.IGNORECASE)


def _block(text: str, line: _Line, *, heading: bool) -> Block:
    post = signed_in_text(text[line.start : line.end])
    if post is not None:
        length, author, handle, when = post
        return Block(
            kind=BlockKind.POST,
            start=line.start,
            end=line.start + length,
            author=author,
            handle=handle,
            published_at=when,
        )
    mark = _MARKED.match(text, line.start, line.end)
    start = mark.end() if mark and mark.end() < line.end else line.start
    kind = BlockKind.HEADING if heading else BlockKind.PARAGRAPH
    if mark and mark["heading"]:
        kind = BlockKind.HEADING
    elif mark and mark["quote"]:
        kind = BlockKind.QUOTE
    elif is_note(text[start : line.end]):
        kind = BlockKind.NOTE
    elif line.end - start <= 300 and _CREDITED.search(text[start : line.end]):
        kind = BlockKind.CAPTION
    end = start + without_tail(text[start : line.end])
    return Block(kind=kind, start=start, end=end)
