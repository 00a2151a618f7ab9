"""Round-ups: pages that number or list several incidents, of which one is the coverage's own.

Each incident of such a page is a segment, from the sentence that begins it to the next such sentence. What the words of a
cell say counts little in a segment that shares fewer than half as many names, streets and numbers with the other documents
as the segment that shares most. Who takes part, and how many, is weighed without this.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.reconcile.record.counts import Counts
from sayso.reconcile.record.people import Part
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.stories import OTHER

_WHO = r"(?:man|woman|men|women|people|person|boys?|girls?|teen\w*|males?|females?|victims?|child|children|officers?|\d{1,3}-year-old)"
_NUMBERED = re.compile(
    r"^(?:According\sto\s\w+,\s)?(?:In\s)?[Tt]he\s(?:first|second|third|fourth|fifth|sixth|seventh|last|final|latest)\s(?:\w+\s)?"
    r"(?:incident|shooting|homicide|attack|slaying|killing|case|accident)\b"
)
_NEXT = re.compile(
    rf"^(?:Another|A\s(?:second|third|fourth|separate|different))\s(?:[\w-]+\s){{0,3}}?(?:incident|shooting|homicide|attack|slaying|killing|accident|{_WHO})\b"
    r"|^(?:Then|Earlier|Later|Meanwhile|Also),?\s(?:\w+\s){0,3}?(?:\d|just|about|around|at|on|in|[A-Z]\w+day)"
    r"|^\w+\s(?:hours|minutes)\s(?:later|earlier|before\sthat)\b|^[•*–-]\s"
)
_LISTED = re.compile(
    rf"^(?:In\sthe\s[A-Z][\w’'.-]*(?:\s[\w’'.-]+){{0,4}}\sneighborhood,?\s)?(?:[Aa]bout|[Aa]round|[Aa]t|[Jj]ust\s(?:before|after)|[Ss]hortly\s(?:before|after))\s\d[^.;]{{0,60}}?\b(?:an?|two|three|four|five|six)\s(?:[\w-]+\s){{0,3}}?{_WHO}\b"
)
_SOMEBODY = re.compile(
    rf"^(?:An?|Two|Three|Four|Five)\s(?:\d{{1,3}}-year-old\s)?{_WHO}\b[^.;]{{0,90}}\b(?:block\sof|neighborhood)\b"
)
"""How a paragraph of a list begins: "A 35-year-old man was wounded in the Alder neighborhood"."""
_VIOLENT = re.compile(
    r"\b(?:shot|shots?|shooting|killed|wounded|injured|gunfire|fired|homicide|stabbed|attack|hit|grazed)\b",
    re.IGNORECASE,
)
MANY = 3
"""Beginnings that a page has at least to be a round-up; two where they are numbered."""
SURE = 2
"""Words of the incident's own that a segment holds at least, for others to be of other incidents."""
FAR = 2
"""A segment with fewer than one in so many of the words that the nearest one holds is of another incident."""


def foreign(told: Sequence[Told]) -> frozenset[tuple[int, int]]:
    """The sentences, as page and index, that stand in a segment of another incident."""
    pages: dict[int, list[Told]] = defaultdict(list)
    for one in told:
        pages[one.page.order].append(one)
    return frozenset((order, one.index) for order, here in pages.items() for one in _foreign(here))


def _foreign(here: Sequence[Told]) -> list[Told]:
    numbered = [k for k, one in enumerate(here) if k and _NUMBERED.search(one.sentence.text)]
    heads = sorted({*numbered, *(k for k, one in enumerate(here) if k > 2 and _begins(one, len(numbered) > 1))})
    if len(heads) < MANY and len(numbered) < MANY - 1:
        return []
    parts = [here[a:b] for a, b in pairwise([0, *heads, len(here)]) if a < b]
    ties = [len(frozenset(w for one in part for w in one.sentence.ties)) for part in parts]
    most = max(ties)
    if most < SURE:
        return []
    return [
        one for part, n in zip(parts, ties, strict=True) if n * FAR < most for one in part if not one.sentence.title
    ]


def _begins(one: Told, numbered: bool) -> bool:
    """Whether a sentence begins the next incident; where incidents are numbered, only what says that it is the next."""
    text, start = one.sentence.text, one.sentence.start
    fresh = start == 0 or one.page.text[start - 1] == "\n"
    found = _NEXT.search(text) or (not numbered and (_LISTED.search(text) or (fresh and _SOMEBODY.search(text))))
    return bool(found and _VIOLENT.search(text))


def set_apart(told: Sequence[Told], others: Collection[tuple[int, int]]) -> tuple[Told, ...]:
    """The sentences, with little weight for those of other incidents."""
    return tuple(_less(one, others) for one in told)


def numbers_apart(counts: Counts, others: Collection[tuple[int, int]]) -> Counts:
    """The numbers, with little weight for the words of other incidents."""
    return replace(counts, told=tuple(replace(n, told=_less(n.told, others)) for n in counts.told))


def without(parts: Sequence[Part], told: Sequence[Told], others: Collection[tuple[int, int]]) -> list[Part]:
    """The parts without those who are only described, and only where another incident is told."""
    spans = [
        (one.page.order, one.sentence.start, one.sentence.end) for one in told if (one.page.order, one.index) in others
    ]

    def apart(part: Part) -> bool:
        signs = [*part.evidence.signs, *part.evidence.ages]
        return bool(signs) and all(any(p == s.page and a <= s.start < b for p, a, b in spans) for s in signs)

    return [p for p in parts if p.evidence.person is not None or not spans or not apart(p)]


def _less(one: Told, others: Collection[tuple[int, int]]) -> Told:
    if (one.page.order, one.index) not in others:
        return one
    return replace(one, sentence=replace(one.sentence, weight=min(one.sentence.weight, OTHER)))
