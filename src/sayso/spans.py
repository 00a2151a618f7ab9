"""Where a span stands: W3C Web Annotation selectors, positions in an HTML original, and finding a span again.

All offsets are Unicode code points, half-open. Matching that ignores white space, quote marks and case goes through
`fold`, which keeps a map back to the offsets of the text as it is: text is normalised for matching alone.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from sayso.errors import InputError, SpanError
from sayso.model import Document, Piece, Span

CONTEXT = 32  # characters of prefix and of suffix in a quote selector
NEAR = 0.75  # the least likeness of a fuzzy match
BY_LETTER = 300  # characters; a longer quotation is compared word by word
LONGEST_FUZZY = 20_000  # characters; a longer quotation is found again exactly, normalised, or not at all

_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»＂″❝❞", '"'),
        **dict.fromkeys("‘’‚‛‹›`´′＇❛❜", "'"),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e", ""),
    }
)
_WORD = re.compile(r"\w+")
_TOKEN = re.compile(r"\w+|[^\w\s]")


class Found(StrEnum):
    """How a selector was found again in a text."""

    EXACT = "exact"  # the same characters at the same offsets
    MOVED = "moved"  # the same characters elsewhere
    NORMALISED = "normalised"  # but for white space, quote marks, dashes and case the same
    FUZZY = "fuzzy"  # alike, not the same
    LOST = "lost"  # not found; offsets are 0 and 0


@dataclass(frozen=True, slots=True)
class Anchor:
    """Characters `start` to `end` of the text searched, and how well they fit the selector."""

    start: int
    end: int
    status: Found

    def __iter__(self) -> Iterator[Any]:
        """Start, end and status, for unpacking."""
        return iter((self.start, self.end, self.status))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text made alike for matching. `offsets[i]` is where the character that became `text[i]` stands, and the last
    entry the length of the original text.
    """

    text: str
    offsets: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the folded characters `start` to `end`. Raises SpanError outside or when empty."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"characters {start} to {end} are outside a folded text of {len(self.text)}")
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Position:
    """A character of an HTML original: `offset` in the text node `node` (from 0) of the element at XPath `path`."""

    path: str
    node: int
    offset: int

    @property
    def xpath(self) -> str:
        """The XPath of the text node itself."""
        return f"{self.path}/text()[{self.node + 1}]"


def fold(text: str) -> Folded:
    """Fold white space, quote marks, dashes, compatibility characters and case; drop what has no width."""
    out: list[str] = []
    offsets: list[int] = []
    blank = True  # leading white space is dropped
    for at, char in enumerate(text):
        if char.isspace():
            if not blank:
                out.append(" ")
                offsets.append(at)
            blank = True
            continue
        if char.isascii():
            same = "'" if char == "`" else char.lower()
        else:
            same = unicodedata.normalize("NFKC", char.translate(_SAME)).translate(_SAME).casefold()
        for one in same:
            if not (one.isspace() and blank):
                blank = one.isspace()
                out.append(one)
                offsets.append(at)
    while out and out[-1].isspace():
        out.pop()
        offsets.pop()
    return Folded("".join(out), (*offsets, len(text)))


def selectors(document: Document, span: Span) -> list[dict[str, Any]]:
    """The W3C Web Annotation selectors of a span: position, quotation, and for an HTML original its place in the DOM.

    Raises SpanError where the span is not one of this document.
    """
    if span.document != document.id or document.text[span.start : span.end] != span.exact:
        raise SpanError(f"{document.name}: characters {span.start} to {span.end} do not read {span.exact!r}")
    made: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.exact,
            "prefix": document.text[max(0, span.start - CONTEXT) : span.start],
            "suffix": document.text[span.end : span.end + CONTEXT],
        },
    ]
    inside = pieces_of(document, span.start, span.end)
    if inside:
        made.append(_in_page(span, inside[0], inside[-1]))
    return made


def _in_page(span: Span, first: Piece, last: Piece) -> dict[str, Any]:
    start = first.offset + max(0, span.start - first.start)
    end = last.offset + min(span.end, last.end) - last.start
    if (first.path, first.node) == (last.path, last.node):
        return _node(Position(first.path, first.node, start), end)
    return {
        "type": "RangeSelector",
        "startSelector": _node(Position(first.path, first.node, start), start),
        "endSelector": _node(Position(last.path, last.node, end), end),
    }


def _node(position: Position, end: int) -> dict[str, Any]:
    refined = {"type": "TextPositionSelector", "start": position.offset, "end": end}
    return {"type": "XPathSelector", "value": position.xpath, "refinedBy": refined}


def pieces_of(document: Document, start: int, end: int) -> tuple[Piece, ...]:
    """The pieces that overlap characters `start` to `end`, in text order."""
    lo = max(0, bisect_right(document.pieces, start, key=lambda piece: piece.start) - 1)
    found = []
    for piece in document.pieces[lo:]:
        if piece.start >= end:
            break
        if piece.end > start:
            found.append(piece)
    return tuple(found)


def source_position(document: Document, offset: int) -> Position | None:
    """Where the character at `offset` of the text stands in the HTML original; None where nothing was recorded.

    White space that was made while cleaning, and documents that were never HTML, have no position.
    """
    at = bisect_right(document.pieces, offset, key=lambda piece: piece.start) - 1
    if at < 0 or offset < 0 or document.pieces[at].end <= offset:
        return None
    piece = document.pieces[at]
    return Position(piece.path, piece.node, piece.offset + offset - piece.start)


def reanchor(selector: Mapping[str, Any] | list[dict[str, Any]], text: str) -> Anchor:
    """Find a span again in `text`, which may have changed since.

    `selector` is a TextQuoteSelector, with `start` of a TextPositionSelector beside it if known, or the list that
    `selectors` makes. Raises InputError where it holds no quotation. Deterministic; the time grows with the length of
    the text and of the quotation, never with their product.
    """
    quote = _quote(selector)
    exact, prefix, suffix, start = quote
    if start is not None and text[start : start + len(exact)] == exact and start >= 0:
        return Anchor(start, start + len(exact), Found.EXACT)
    place = _best(text, exact, prefix, suffix, start)
    if place is not None:
        return Anchor(place, place + len(exact), Found.EXACT if start is None else Found.MOVED)
    folded, wanted = fold(text), fold(exact).text
    if not wanted:
        return Anchor(0, 0, Found.LOST)
    near = None if start is None else bisect_right(folded.offsets, start) - 1
    place = _best(folded.text, wanted, fold(prefix).text, fold(suffix).text, near)
    if place is not None:
        return Anchor(*folded.original(place, place + len(wanted)), Found.NORMALISED)
    alike = _alike(folded.text, wanted) if len(wanted) <= LONGEST_FUZZY else None
    if alike is not None:
        return Anchor(*folded.original(*alike), Found.FUZZY)
    return Anchor(0, 0, Found.LOST)


def _quote(selector: Mapping[str, Any] | list[dict[str, Any]]) -> tuple[str, str, str, int | None]:
    merged: dict[str, Any] = {}
    for part in selector if isinstance(selector, list) else [selector]:
        if part.get("type", "TextQuoteSelector") in ("TextQuoteSelector", "TextPositionSelector"):
            merged.update(part)
    exact, start = merged.get("exact"), merged.get("start")
    if not isinstance(exact, str) or not exact:
        raise InputError("a selector without the exact words of the quotation cannot be found again")
    prefix, suffix = str(merged.get("prefix") or ""), str(merged.get("suffix") or "")
    return exact, prefix, suffix, start if isinstance(start, int) else None


def _best(text: str, exact: str, prefix: str, suffix: str, near: int | None) -> int | None:
    """Where `exact` stands with the most of its context, then nearest to `near`, then first."""
    best: tuple[int, int, int] | None = None
    at = text.find(exact)
    while at >= 0:
        context = _common(text[max(0, at - len(prefix)) : at][::-1], prefix[::-1])
        context += _common(text[at + len(exact) : at + len(exact) + len(suffix)], suffix)
        rank = (-context, abs(at - near) if near is not None else 0, at)
        if best is None or rank < best:
            best = rank
        at = text.find(exact, at + max(1, len(exact) // 2))
    return None if best is None else best[2]


def _common(one: str, other: str) -> int:
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))


def _alike(text: str, wanted: str) -> tuple[int, int] | None:
    """The stretch of `text` most like `wanted`, by the words they share at about the same distance."""
    words: dict[str, list[int]] = {}
    for match in _WORD.finditer(wanted):
        words.setdefault(match.group(), []).append(match.start())
    step = max(16, len(wanted) // 4)
    votes: Counter[int] = Counter()
    for match in _WORD.finditer(text):
        for at in words.get(match.group(), ())[:8]:
            bucket = (match.start() - at) // step
            votes[bucket] += len(match.group())
            votes[bucket + 1] += len(match.group())
    if not votes:
        return None
    bucket = min(votes, key=lambda key: (-votes[key], key))
    lo, hi = max(0, (bucket - 1) * step), min(len(text), (bucket + 1) * step + len(wanted) + step)
    spots = [(lo + i, lo + i + 1) for i in range(hi - lo)]
    parts = list(wanted)
    if len(wanted) > BY_LETTER:
        spots = [match.span() for match in _TOKEN.finditer(text, lo, hi)]
        parts = _TOKEN.findall(wanted)
    matcher = SequenceMatcher(None, [text[a:b] for a, b in spots], parts, autojunk=False)
    least = 1 if len(wanted) > BY_LETTER else 3
    blocks = [block for block in matcher.get_matching_blocks() if block.size >= least]
    same = sum(b - a for block in blocks for a, b in spots[block.a : block.a + block.size])
    if not blocks or same < NEAR * sum(map(len, parts)):
        return None
    start, end = spots[blocks[0].a][0], spots[blocks[-1].a + blocks[-1].size - 1][1]
    return (start, end) if end - start <= len(wanted) * 1.5 + 8 else None
