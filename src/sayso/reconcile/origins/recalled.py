"""Accounts that a document only recalls: "police first said he had a gun". They belong to when they were first told, so
that they are no accounts of the document's own day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Attribution, Claim, Reading

_SAY = (
    r"(?:said|told|reported|described|claimed|announced|identified|stated|called|put|believed|thought|given|listed|"
    r"suggested|indicated|maintained|denied|insisted)"
)
RECALLED = re.compile(
    rf"(?i)\b(?:first|initially|originally|previously) (?:had )?{_SAY}\b"
    r"|\b(?:said|told|reported|described|claimed|announced|identified|stated) (?:\w+ )?"
    r"(?:at first|initially|originally|earlier)\b"
    r"|\b(?:initially|originally|at first|previously)\b"
    rf"|\bhad (?:\w+ly |first |earlier |also |once |repeatedly ){{0,2}}{_SAY}\b"
    r"|\bearlier (?:said|told|reported|described|claimed|announced|identified|stated)\b"
    r"|\b(?:initial|first|original|early|earlier|previous) (?:\w+ ){0,2}?"
    r"(?:statements?|accounts?|reports?|releases?|versions?|descriptions?|estimates?|counts?|tall(?:y|ies)|comments?)\b"
    r"|\bin (?:its|his|her|their) (?:initial|first|original|early|earlier) \w+"
)
"""Words around a claim by which its account is an earlier one."""
WITHIN = re.compile(
    rf"(?i)\b(?:was|were|been) (?:first|initially|originally|previously) {_SAY}\b|\b(?:initially|originally|at first)\b"
)
"""The same within a claim that credits nobody."""
BEFORE = 40
"""Characters before a source in which such words may open the sentence: "At first, police said …"."""
NOT_RECALLED = re.compile(r"(?i)\bas (?:previously|originally|initially|earlier) (?:reported|stated|said)\b")
"""What is told as it was told before has not changed."""


def recalled(readings: Sequence[Reading]) -> frozenset[str]:
    """The ids of the claims that documents tell as accounts of an earlier time."""
    found: set[str] = set()
    for reading in readings:
        starts = [s.start for s in reading.sentences]
        earlier = {a.id: _sentence(a, starts) for a in reading.attributions if _earlier(a, reading, starts)}
        for claim in reading.claims:
            at = bisect_right(starts, claim.spans[0].start)
            # what goes on in the next sentence is told of now, as likely as not
            if earlier.get(claim.attribution or "") == at or (claim.attribution is None and _within(claim)):
                found.add(claim.id)
    return frozenset(found)


def _within(claim: Claim) -> bool:
    return WITHIN.search(claim.spans[0].exact) is not None


def _sentence(attribution: Attribution, starts: Sequence[int]) -> int:
    """The number of the sentence in which an attribution's cue stands."""
    return bisect_right(starts, min(s.start for s in attribution.cue))


def _earlier(attribution: Attribution, reading: Reading, starts: Sequence[int]) -> bool:
    """Whether the words around source and cue, outside of what is said, tell of an earlier time."""
    if not attribution.cue or not attribution.content:
        return False
    credit = (*attribution.source, *attribution.cue)
    start, end = min(s.start for s in credit), max(s.end for s in credit)
    at = bisect_right(starts, start) - 1
    opening = starts[at] if at >= 0 and start - starts[at] <= BEFORE else start
    content = sorted(attribution.content, key=lambda s: s.start)
    if any(opening <= s.start < start for s in content):
        opening = start
    following = [s.start for s in content if s.start >= end]
    words = reading.document.text[opening : min(following, default=end)]
    for span in content:  # what is said stands in between: "He ran, police, who first said otherwise, said"
        if start <= span.start < end:
            words = words.replace(span.exact, " ")
    return RECALLED.search(words) is not None and not NOT_RECALLED.search(words)
