"""Correction notes: which claims stand in one, and which of the publisher's claims they take back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import BlockKind, Claim, Proposition, Reading
from sayso.reconcile.differences.fits import Fit, fit
from sayso.reconcile.statements.topics import Topics
from sayso.reconcile.words import content, stem

WITHDRAWING = re.compile(
    r"(?i)\b(?:misstated|misidentified|mistakenly|erroneously|incorrectly|wrongly|in error|inaccurate\w*|incorrect|"
    r"misspelled|retract\w*|withdr\w+|earlier version|previous version|originally (?:said|reported|stated))\b"
)

DISOWNED = re.compile(
    r"(?i)^\W*(?:that|this|it|the (?:statement|report|claim|information)) (?:was|is|were|proved|turned out to be) "
    r"(?:\w+ )?(?:incorrect|wrong|an error|in error|false|inaccurate|a mistake|mistaken|"
    r"not (?:true|correct|accurate))\b"
)


OF_WHAT = re.compile(
    r"(?i)\b(?:misstated|misidentified|misspelled|misreported|mischaracterized"
    r"|(?:incorrectly|wrongly|mistakenly|erroneously) \w+"
    r"|(?:gave|had|listed|included|contained) (?:the |an? )?(?:wrong|incorrect|inaccurate)) "
    r"(?:the |an? |his |her |their |[A-Z][\w’'-]+ (?:[A-Z][\w’'-]+ )?)?(?:[a-z]+ ){0,2}?"
    r"(?:number|amount|ages?|names?|spelling|dates?|day|time|location|place|title|rank|order|street|address|town|city|"
    r"county|identity|cause|nature|type|kind|relationship|charges?|position|role)\b"
)
"""A correction that tells what was wrong and not how: "misstated the number of times he was shot"."""


def in_notes(readings: Sequence[Reading]) -> frozenset[str]:
    """The ids of claims that stand in correction notes."""
    found: set[str] = set()
    for reading in readings:
        notes = [(b.start, b.end) for b in reading.document.blocks if b.kind is BlockKind.NOTE]
        found |= {c.id for c in reading.claims if any(s <= c.spans[0].start < e for s, e in notes)}
    return frozenset(found)


def taking_back(readings: Sequence[Reading], notes: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The claims that tell what was wrong, and so assert nothing any more: in a correction note, what a sentence calls
    misstated; in any document, what the next sentence calls wrong ("That was incorrect."). And of these the claims that
    tell how it was wrong, with which others can be matched."""
    found: set[str] = set()
    vague: set[str] = set()
    for reading in readings:
        wrong = [WITHDRAWING.search(s.exact) is not None for s in reading.sentences]
        rejected = [DISOWNED.search(s.exact) is not None for s in reading.sentences[1:]] + [False]
        starts = [s.start for s in reading.sentences]
        for claim in reading.claims:
            at = bisect_right(starts, claim.spans[0].start) - 1
            if at >= 0 and (rejected[at] or (claim.id in notes and wrong[at])):
                found.add(claim.id)
                if OF_WHAT.search(reading.sentences[at].exact):
                    vague.add(claim.id)
    return frozenset(found), frozenset(found - vague)


def replaced(readings: Sequence[Reading], notes: frozenset[str], back: frozenset[str]) -> Iterator[tuple[Claim, Claim]]:
    """What correction notes call wrong, each with what they say instead: the next claim of the note with its verb or
    two of its words, in that sentence or the next."""
    for reading in readings:
        starts = [s.start for s in reading.sentences]
        told = sorted((c for c in reading.claims if c.id in notes), key=lambda c: c.spans[0].start)
        for n, wrong in enumerate(told):
            at = bisect_right(starts, wrong.spans[0].start)
            after = (c for c in told[n + 1 :] if c.spans[0].start >= wrong.spans[-1].end and c.id not in back)
            near = (c for c in after if bisect_right(starts, c.spans[0].start) <= at + 1)
            right = next((c for c in near if _alike(wrong, c)), None) if wrong.id in back else None
            if right is not None:
                yield wrong, right


def _alike(a: Claim, b: Claim) -> bool:
    one, two = (content(" ".join(s.exact for s in c.spans)) for c in (a, b))
    return one != two and (stem(a.predicate) == stem(b.predicate) or len(one & two) > 1)


def withdrawn(
    propositions: Sequence[Proposition],
    claims: Mapping[str, Claim],
    back: frozenset[str],
    speakers: Mapping[str, tuple[str, ...]],
    topics: Topics,
) -> Mapping[str, str]:
    """The claims that those who made them have taken back, each with the claim that takes it back: the same proposition
    as what a correction calls wrong, or with the same typed value. `speakers` are, by claim, the document's publisher
    and then all who say it there; only the publisher of the correction takes something back."""
    found: dict[str, str] = {}
    by_speaker: dict[str, list[str]] = {}
    for ident, told in speakers.items():
        if ident not in back:
            for who in dict.fromkeys(told):
                by_speaker.setdefault(who, []).append(ident)
    together = {c: p.id for p in propositions for c in (*p.claims, *p.denials)}
    for ident in sorted(back):
        wrong = claims[ident]
        for other in by_speaker.get(speakers[ident][0], ()):
            same = together.get(other) == together.get(ident) is not None
            if same or _values(wrong, claims[other], topics):
                found.setdefault(other, ident)
    return found


def _values(a: Claim, b: Claim, topics: Topics) -> bool:
    """Whether two claims tell one typed value of one thing, and none that differs."""
    pairs = [(v, w) for v in a.values for w in b.values if topics.key(v) == topics.key(w) and topics.knows(v)]
    return bool(pairs) and a.polarity == b.polarity and all(fit(v, w) is Fit.SAME for v, w in pairs)
