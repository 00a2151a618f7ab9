"""An item of coverage: its text, its blocks, and spans of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.errors import SpanError


def identify(kind: str, *parts: object) -> str:
    """A deterministic id: `kind`, a dash, and 16 hex digits of SHA-256 over `parts` in their order."""
    told = "\x1f".join(str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(told.encode('utf8', 'surrogatepass')).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Characters `start` to `end` (half-open) of the document with id `document`, and what stands there."""

    document: str
    start: int
    end: int
    exact: str

    def __post_init__(self) -> None:
        """Raises SpanError where the offsets cannot hold the text."""
        if not 0 <= self.start < self.end or len(self.exact) != self.end - self.start:
            raise SpanError(f"characters {self.start} to {self.end} cannot hold the words {self.exact!r}")


class BlockKind(StrEnum):
    """What a stretch of a document is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"  # set off by the page as a quotation
    POST = "post"  # an embedded social-media post
    CAPTION = "caption"
    NOTE = "note"  # a correction, clarification or update note


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document's text with one function. Blocks never overlap and stand in text order.

    A block holds one paragraph, or several parted by newlines (a long post, a block quote). `author`, `handle` and
    `url` are known for posts alone, `published_at` also for what stands in a dated entry of a live blog. `path` is the
    XPath of the element in an HTML original.
    """

    kind: BlockKind
    start: int
    end: int
    author: str | None = None
    handle: str | None = None
    published_at: date | None = None
    url: str | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Where a run of `Document.text` stands in an HTML original, recorded while cleaning.

    `text[start:end]` is made from the text node `node` (the how-manieth text child, from 0) of the element at XPath
    `path`, beginning at that node's character `offset`. White space may have been folded between pieces, never in one.
    """

    start: int
    end: int
    path: str
    node: int
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One item of coverage. `id` is the SHA-256 of the original bytes, as 64 hex digits.

    `publisher` is who put it out, `credit` the other outlet or wire whose work it passes on as a whole, if any.
    `published_at` and `updated_at` are dates, or datetimes where the time of day is known. `provenance` names for each
    field of metadata where its value was found, e.g. `("published_at", "json-ld")`. `also` are other names under which
    the same bytes were given, with the publisher, date, title and address told there where they differ. `language` is
    the BCP 47 tag of the text's language, `en` where nothing tells otherwise;
    what is not in English is not read for claims. A warning may end with its code in brackets.
    """

    id: str
    name: str  # the file's name or another short handle that people know it by
    media_type: str
    text: str
    blocks: tuple[Block, ...]
    pieces: tuple[Piece, ...] = ()
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    title: str | None = None
    published_at: date | None = None
    updated_at: date | None = None
    retrieved_at: date | None = None
    provenance: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()
    credit: str | None = None
    also: tuple[str, ...] = ()
    language: str = "en"

    def span(self, start: int, end: int) -> Span:
        """The span over `text[start:end]`. Raises SpanError outside the text or when empty."""
        if not 0 <= start < end <= len(self.text):
            raise SpanError(f"{self.name}: characters {start} to {end} are outside its {len(self.text)} characters")
        return Span(document=self.id, start=start, end=end, exact=self.text[start:end])


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A change between two versions of an article: `before` is None for what was added, `after` for what went."""

    earlier: str  # the id of a document
    later: str
    before: Span | None
    after: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """The versions of one article: the ids of its documents, the earliest first, and the edits between them."""

    address: str  # what their addresses have in common
    documents: tuple[str, ...]
    edits: tuple[Edit, ...]
