"""Correction notes: which claims stand in one, and which of the publisher's claims they take back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from sayso.model import BlockKind, Claim, Reading
from sayso.reconcile.differences import Fit, fit
from sayso.reconcile.topics import Topics

WITHDRAWING = re.compile(
    r"(?i)\b(?:misstated|misidentified|mistakenly|erroneously|incorrectly|wrongly|in error|inaccurate\w*|incorrect|"
    r"misspelled|retract\w*|withdr\w+|earlier version|previous version|originally (?:said|reported|stated))\b"
)


def in_notes(readings: Sequence[Reading]) -> frozenset[str]:
    """The ids of claims that stand in correction notes."""
    found: set[str] = set()
    for reading in readings:
        notes = [(b.start, b.end) for b in reading.document.blocks if b.kind is BlockKind.NOTE]
        found |= {c.id for c in reading.claims if any(s <= c.spans[0].start < e for s, e in notes)}
    return frozenset(found)


def taking_back(readings: Sequence[Reading], notes: frozenset[str]) -> frozenset[str]:
    """Of the claims in notes, those that tell what was wrong, and so assert nothing any more."""
    found: set[str] = set()
    for reading in readings:
        told = [s for s in reading.sentences if WITHDRAWING.search(s.exact)]
        for claim in reading.claims:
            at = claim.spans[0].start
            if claim.id in notes and any(s.start <= at < s.end for s in told):
                found.add(claim.id)
    return frozenset(found)


def withdrawn(
    readings: Sequence[Reading], back: frozenset[str], through: Mapping[str, str], topics: Topics
) -> frozenset[str]:
    """The claims that a publisher has taken back: of the same publisher, with a value that its note calls wrong.

    `through` gives, by claim, the publisher in whose document it stands.
    """
    claims = [c for r in readings for c in r.claims]
    wrong = [(c, v) for c in claims if c.id in back for v in c.values]
    found: set[str] = set()
    for claim in claims:
        if claim.id in back or claim.attribution is not None:
            continue
        for other, value in wrong:
            if through[claim.id] == through[other.id] and any(_same(value, v, topics) for v in claim.values):
                found.add(claim.id)
    return frozenset(found)


def _same(a: object, b: object, topics: Topics) -> bool:
    from sayso.model import Value  # noqa: PLC0415

    assert isinstance(a, Value)
    assert isinstance(b, Value)
    return topics.key(a) == topics.key(b) and fit(a, b) is Fit.SAME


def plain(claim: Claim) -> str:
    """The claim's words."""
    return " … ".join(s.exact for s in claim.spans)
