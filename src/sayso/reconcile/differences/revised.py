"""What a document itself tells as an account that changed: "Police initially said that he was hit in the arm, but later
clarified that it was a graze". Told as said first and said later, in one sentence or in two that follow each other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Claim, Modality, Reading
from sayso.reconcile.differences.contested import MOST, TOLD, Contest, within

COMMA = re.compile(r",\s")
_SAY = (
    r"(?:said|says|told|stated|reported|described|identified|believed|thought|suspected|claimed|announced|called|"
    r"indicated|suggested|listed|confirmed|investigated)"
)
_FIRST = r"(?:initially|originally|at first|first)"
_ACCOUNT = r"(?:reports?|accounts?|statements?|information)"
FIRST = re.compile(
    rf"(?i)\b{_FIRST} (?:had )?{_SAY}\b|\b{_SAY} (?:\w+ )?(?:initially|originally|at first)\b"
    rf"|^\W*(?:initially|originally|at first), (?:[\w’'.-]+ ){{1,4}}?{_SAY}\b"
    rf"|\b(?:initial|first|early|preliminary) (?:[\w’'-]+ )?{_ACCOUNT} (?:had )?{_SAY}\b"
)
"""What somebody is told to have said or thought at first."""
_LATER = (
    r"later|then|now|since|clarified|corrected|determined|learned|ruled|discovered|found out|realized|"
    r"changed (?:his|her|their) (?:story|account)"
)
THEN = re.compile(
    rf"(?i)\b(?:but|however|though|although|then)\b(?=[^.;]{{0,60}}?\b(?:{_LATER})\b)|\bthen (?=claimed|said|told)"
)
"""Words in that sentence that lead to what was said later."""
NEXT = re.compile(
    rf"(?i)^\W*(?:but|however)\b.{{0,80}}?\b(?:sa(?:y|ys|id)|told|admitted|{_LATER})\b"
    r"|^\W*(?P<who>(?:[\w’'.-]+ ){1,3}?)(?:later|now) "
    r"(?:sa(?:y|ys|id)|told|admitted|clarified|determined|learned|changed)\b"
    r"|\bfound out\b"
)
"""How the next sentence goes on with it."""
NOW = re.compile(
    r"(?i)\bnow (?:sa(?:y|ys)|believe|think|report)\b"
    r"|\bha(?:ve|s) (?:since|now) (?:said|determined|learned|clarified)\b"
)
"""How the sentence before it tells what is said now."""
ALTHOUGH = re.compile(r"(?i)^\W*(?:although|though|while)\b")
"""How a sentence opens whose second half tells what is said now."""
AS_WELL = re.compile(r"(?i)\bwho (?:was|were|is|are|has|have) (?:now|since)\b|\bfirst (?:told|reported) by\b")
"""Words that only look like it: "one man, who has now been identified"."""


def revisions(readings: Sequence[Reading], speakers: Mapping[str, object]) -> Iterator[Contest]:
    """What documents tell as said at first, and what was said later. `speakers`: by claim who says it; claims without
    one are left out."""
    for reading in readings:
        starts = [s.start for s in reading.sentences]
        found = [n for n, s in enumerate(reading.sentences) if FIRST.search(s.exact) and not AS_WELL.search(s.exact)]
        if not found:
            continue
        claims: dict[int, list[Claim]] = {}
        for claim in reading.claims:
            if claim.id in speakers and claim.modality in {*TOLD, Modality.POSSIBLE}:
                claims.setdefault(bisect_right(starts, claim.spans[0].start) - 1, []).append(claim)
        for n in found:
            sentence = reading.sentences[n]
            first = FIRST.search(sentence.exact)
            then = THEN.search(sentence.exact, first.end() if first else 0)
            if then is None and first is not None and ALTHOUGH.match(sentence.exact):
                then = COMMA.search(sentence.exact, first.end())
            here = claims.get(n, [])
            if then is not None:
                at = sentence.start + then.start()
                told = [c for c in here if c.spans[-1].end <= at]
                against = [c for c in here if c.spans[0].start >= at]
            elif n + 1 < len(starts) and _goes_on(sentence.exact, reading.sentences[n + 1].exact):
                told, against = here, claims.get(n + 1, [])
            elif n and NOW.search(reading.sentences[n - 1].exact):
                told, against = here, claims.get(n - 1, [])
            else:
                continue
            told, against = _outer(told), _outer(against)
            if told and against:
                yield Contest(tuple(told[-MOST:]), tuple(against[:MOST]), retracted=True)


def _goes_on(first: str, then: str) -> bool:
    """Whether a sentence tells what was said later by whoever the one before it tells of."""
    match = NEXT.search(then)
    who = match["who"].split()[-1:] if match is not None and match["who"] else []
    return match is not None and all(w.casefold() in {"he", "she", "they"} or w in first for w in who)


def _outer(claims: Sequence[Claim]) -> list[Claim]:
    """The claims that lie within no other."""
    return [c for c in claims if not any(within(c, other) for other in claims if other is not c)]
