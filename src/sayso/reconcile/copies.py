"""Documents that only repeat another, and passages that two documents share nearly word for word."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sayso.model import Document, Reading

WORD = re.compile(r"\w+(?:['’]\w+)*")
SHARED = 12
"""Words in a row that two documents must share for the later to count as a copy of that passage."""
FEWEST, MOST = 20, 400
"""Words of a paragraph that can be an edited copy: fewer tell too little, more are no paragraph."""
RUN = 5
"""Words in a row by which an earlier paragraph is looked up."""
KEPT = 0.8
"""The share of its words, in their order, that an edited paragraph has from the earlier one."""


def fingerprint(document: Document) -> str:
    """What two copies of one text share: their words, whatever the white space, quotation marks and case."""
    told = " ".join(WORD.findall(document.text.replace("’", "'").casefold()))
    return hashlib.sha256(told.encode("utf8", "surrogatepass")).hexdigest()


def one_each_text(readings: Iterable[Reading]) -> list[Reading]:
    """The readings in order, those of one text once: the first of them."""
    return list({fingerprint(r.document): r for r in reversed(in_order(readings))}.values())[::-1]


def in_order(readings: Iterable[Reading]) -> list[Reading]:
    """The readings by date of publication and id; those without a date come last. One reading a document id."""

    def key(reading: Reading) -> tuple[bool, str, str]:
        day = reading.document.published_at
        return day is None, day.isoformat() if day else "", reading.document.id

    return sorted(one_each(readings), key=key)


def one_each(readings: Iterable[Reading]) -> list[Reading]:
    """One reading a document id, in the order of their first; of several, whose document tells most about itself.

    The document names the others in `also`, each with what it tells otherwise of publisher, date, title and address:
    the same bytes from another outlet are a copy, which adds no origin, and people are to see whose. Which one is kept
    does not hang on the order.
    """
    given: dict[str, list[Reading]] = {}
    for reading in readings:
        given.setdefault(reading.document.id, []).append(reading)
    return [_merged(same) if len(same) > 1 else same[0] for same in given.values()]


def _merged(same: Sequence[Reading]) -> Reading:
    def key(reading: Reading) -> tuple[int, str, str, str]:
        told = reading.document
        known = (told.published_at, told.publisher, told.title, told.url)
        return -sum(value is not None for value in known), str(told.published_at), str(told.publisher), told.name

    first = min(same, key=key)
    names = {name for r in same for name in (_given(r.document, first.document), *r.document.also)}
    also = tuple(sorted(names - {first.document.name}))
    return first if also == first.document.also else replace(first, document=replace(first.document, also=also))


def _given(document: Document, first: Document) -> str:
    """The name of a document, with what it tells of itself that the first of the same bytes tells otherwise."""
    own = (document.publisher, document.published_at, document.title, document.url)
    other = (first.publisher, first.published_at, first.title, first.url)
    told = [str(mine) for mine, its in zip(own, other, strict=True) if mine is not None and mine != its]
    return f"{document.name} ({', '.join(told)})" if told else document.name


def without_copies(
    readings: Sequence[Reading], own: frozenset[str]
) -> tuple[list[Reading], tuple[tuple[str, str], ...]]:
    """The readings whose text is their own, and (id of a copy, id of its original) for the others.

    `own` are the documents that an institution itself publishes: of several with one text, the institution's is the
    original, whenever each was published; else the first.
    """
    originals: dict[str, Reading] = {}
    for reading in readings:
        mark = fingerprint(reading.document)
        old = originals.setdefault(mark, reading)
        if old.document.id not in own and reading.document.id in own:
            originals[mark] = reading
    kept = {r.document.id for r in originals.values()}
    copies = tuple(
        (r.document.id, originals[fingerprint(r.document)].document.id) for r in readings if r.document.id not in kept
    )
    return [r for r in readings if r.document.id in kept], copies


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters that two documents share; `earlier` is by date of publication."""

    earlier: str
    earlier_at: tuple[int, int]
    later: str
    later_at: tuple[int, int]
    word_for_word: bool = True


def passages(readings: Sequence[Reading], *, words: int = SHARED) -> Iterator[Passage]:
    """Runs of at least so many words that a document shares with an earlier one, each with its first bearer.

    Near-linear: a run of words is looked up once and compared with the first document alone that has it.
    """
    first: dict[tuple[str, ...], tuple[int, int]] = {}
    texts: list[list[tuple[str, int, int]]] = []
    for d, reading in enumerate(readings):
        text = [
            (m.group().replace("’", "'").casefold(), m.start(), m.end()) for m in WORD.finditer(reading.document.text)
        ]
        texts.append(text)
        told = [w for w, _, _ in text]
        i = 0
        own: list[tuple[tuple[str, ...], int]] = []
        while i + words <= len(told):
            run = tuple(told[i : i + words])
            at = first.get(run)
            if at is None:
                own.append((run, i))
                i += 1
                continue
            e, j = at
            length = words
            other = texts[e]
            while i + length < len(told) and j + length < len(other) and other[j + length][0] == told[i + length]:
                length += 1
            yield Passage(
                readings[e].document.id,
                (other[j][1], other[j + length - 1][2]),
                reading.document.id,
                (text[i][1], text[i + length - 1][2]),
            )
            i += length
        for run, at_word in own:
            first.setdefault(run, (d, at_word))


def edited(readings: Sequence[Reading]) -> Iterator[Passage]:
    """Paragraphs that an earlier document has nearly word for word: edited wire copy, a release that was touched up.

    Near-linear: a paragraph is compared with the one alone that shares most of its runs of words, each run being known
    by its first bearer.
    """
    first: dict[tuple[str, ...], tuple[int, int]] = {}
    known: list[list[tuple[int, int, list[str]]]] = []
    for d, reading in enumerate(readings):
        own = list(_paragraphs(reading.document.text))
        known.append(own)
        found: list[tuple[tuple[str, ...], tuple[int, int]]] = []
        for p, (start, end, told) in enumerate(own):
            runs = [tuple(told[i : i + RUN]) for i in range(len(told) - RUN + 1)]
            bearers = Counter(first[run] for run in runs if run in first)
            found += [(run, (d, p)) for run in runs if run not in first]
            if not bearers:
                continue
            (e, q), _ = min(bearers.items(), key=lambda item: (-item[1], item[0]))
            start_, end_, other = known[e][q]
            blocks = SequenceMatcher(None, told, other, autojunk=False).get_matching_blocks()
            kept = sum(block.size for block in blocks if block.size > 1)
            if kept >= KEPT * max(len(told), min(len(other), 2 * len(told))):
                yield Passage(
                    readings[e].document.id, (start_, end_), reading.document.id, (start, end), word_for_word=False
                )
        for run, at in found:
            first.setdefault(run, at)


def _paragraphs(text: str) -> Iterator[tuple[int, int, list[str]]]:
    for line in re.finditer(r"[^\n]+", text):
        words = [m.group().replace("’", "'").casefold() for m in WORD.finditer(line.group())]
        if FEWEST <= len(words) <= MOST:
            yield line.start(), line.end(), words
