"""A document's text cut at every boundary, so that nested and overlapping attributions can be marked in flat pieces."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Block, BlockKind, Document, Span
from sayso.report.index import OWN, Index, Word

LOW = 0.6  # confidence under which an attribution is marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Characters `start` to `end` of a document, all marked alike.

    `contents` are the ids of attributions whose content this is, the innermost last; `sources` and `cues` likewise.
    `opens` are those attributions, and `openers` those claims, whose characters begin here.
    """

    start: int
    end: int
    text: str
    contents: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    openers: tuple[str, ...] = ()
    spots: tuple[str, ...] = ()
    word: Word | None = None
    outer: Word | None = None
    low: bool = False

    @property
    def marked(self) -> bool:
        """Whether there is anything to show of it."""
        return bool(self.contents or self.sources or self.cues or self.claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A block of a document, in pieces that together are all of its characters."""

    kind: BlockKind
    block: Block | None
    pieces: tuple[Piece, ...]


def _stretches(document: Document) -> list[tuple[int, int, Block | None]]:
    """The whole text as blocks, and what stands between blocks cut at blank lines; white space alone is left out."""
    found: list[tuple[int, int, Block | None]] = []

    def between(start: int, end: int) -> None:
        for part in re.finditer(r"\S(?:.|\n(?!\s*\n))*", document.text[start:end]):
            found.append((start + part.start(), start + part.end(), None))

    at = 0
    for block in sorted(document.blocks, key=lambda b: b.start):
        start, end = max(block.start, at), min(block.end, len(document.text))
        if start >= end:
            continue
        between(at, start)
        found.append((start, end, block))
        at = end
    between(at, len(document.text))
    return found


def passages(document: Document, index: Index, spots: tuple[tuple[str, Span], ...] = ()) -> tuple[Passage, ...]:
    """A document's blocks with every attribution and claim marked. `spots` are further spans to be linked to, by id."""
    contents, sources, cues, claims = (defaultdict[str, list[Span]](list) for _ in range(4))
    for attribution in index.dossier.attributions:
        if attribution.document == document.id:
            contents[attribution.id] += attribution.content
            sources[attribution.id] += attribution.source
            cues[attribution.id] += attribution.cue
    for claim in index.dossier.claims:
        if claim.document == document.id:
            claims[claim.id] += claim.spans
    marks = [
        (span.start, span.end, kind, key)
        for kind, held in (("content", contents), ("source", sources), ("cue", cues), ("claim", claims))
        for key, spans in held.items()
        for span in spans
        if span.document == document.id
    ]
    marks += [(span.start, span.end, "spot", key) for key, span in spots if span.document == document.id]
    marks.sort()
    opened: set[str] = set()
    made = []
    at = 0
    running: list[tuple[int, int, str, str]] = []  # marks that began before the block's end and may go on past it
    for start, end, block in _stretches(document):
        while at < len(marks) and marks[at][0] < end:
            running.append(marks[at])
            at += 1
        here = [m for m in running if m[1] > start]
        made.append(
            Passage(
                kind=block.kind if block else BlockKind.PARAGRAPH,
                block=block,
                pieces=tuple(_cut(document, start, end, here, index, opened)),
            )
        )
        running = [m for m in here if m[1] > end]
    return tuple(made)


def _cut(
    document: Document, start: int, end: int, here: list[tuple[int, int, str, str]], index: Index, opened: set[str]
) -> list[Piece]:
    edges = sorted({start, end, *(e for m in here for e in m[:2] if start < e < end)})
    pieces = []
    on: list[tuple[int, int, str, str]] = []  # the marks that hold at the piece; `here` is in the order of beginnings
    at = 0
    for a, b in pairwise(edges):
        while at < len(here) and here[at][0] <= a:
            on.append(here[at])
            at += 1
        on = [m for m in on if m[1] >= b]
        held = {
            kind: sorted((m for m in on if m[2] == kind), key=lambda m: (_depth(m[3], index), m[0] - m[1], m[3]))
            for kind in ("content", "source", "cue", "claim", "spot")
        }
        inside = tuple(dict.fromkeys(m[3] for m in held["content"]))
        owned = tuple(dict.fromkeys(m[3] for m in held["claim"]))
        word = outer = None
        if inside:
            word = index.attribution_word(inside[-1])
            outer = index.attribution_word(inside[-2]) if len(inside) > 1 else None
        elif owned:
            word = index.claim_word(owned[-1])
        elif held["source"]:
            word = index.attribution_word(held["source"][-1][3])
        elif held["cue"]:
            word = index.attribution_word(held["cue"][-1][3])
        fresh = [key for key in (*inside, *owned, *(m[3] for m in held["spot"])) if key not in opened]
        opened.update(fresh)
        pieces.append(
            Piece(
                start=a,
                end=b,
                text=document.text[a:b],
                contents=inside,
                sources=tuple(dict.fromkeys(m[3] for m in held["source"])),
                cues=tuple(dict.fromkeys(m[3] for m in held["cue"])),
                claims=owned,
                opens=tuple(key for key in inside if key in fresh),
                openers=tuple(key for key in owned if key in fresh),
                spots=tuple(dict.fromkeys(m[3] for m in held["spot"] if m[3] in fresh)),
                word=word or (OWN if owned else None),
                outer=outer,
                low=bool(inside) and index.attributions[inside[-1]].confidence < LOW,
            )
        )
    return pieces


def _depth(key: str, index: Index) -> int:
    """How many attributions an attribution stands inside."""
    depth = 0
    at = index.attributions.get(key)
    seen = set()
    while at is not None and at.parent is not None and at.id not in seen:
        seen.add(at.id)
        depth += 1
        at = index.attributions.get(at.parent)
    return depth
