"""Accounts that a document tells to have been taken back or put right: "The cousins said later they had made it
up", "He then changed his story, saying …", "four were hurt, not five as first reported".

A story that somebody made up or changed is what was told before in somebody's voice who is no institution. A number or
word put right is told in the sentence that puts it right.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Claim, Reading, Span
from sayso.reconcile.differences.contested import MOST, TOLD, Contest, within

MADE_UP = re.compile(
    r"(?i)\b(?:made (?:(?:him|her|it|them|that|this|the (?:story|whole thing|account)) up|"
    r"up (?:the|that|this|his|her|their) (?:\w+ )?(?:story|account|tale|attack|attacker|man|claim)s?)|"
    r"invented (?:him|her|it|the (?:story|man|attack\w*))|(?:had lied|had been lying)(?: (?:to|about)\b.*)?$|recanted|"
    r"retracted (?:his|her|their|that|the) \w+|fabricated (?:it|the|that|his|her|their)\b)"
)
"""What somebody says of a story of their own, or is told to have done with it."""
NEVER = re.compile(r"(?i)\b(?:not|never|n[’']t|nobody|no one|if|whether|might|may)\b")
CHANGED = re.compile(r"(?i)\bchang(?:ed|ing) (?:his|her|their|its) (?:story|account|version|statement)\b")
OFTEN = re.compile(r"(?i)\b(?:several times|repeatedly|many times|multiple times|times|accused|did not|never|n[’']t)\b")
INSTITUTION = re.compile(
    r"(?i)\b(?:police|officers?|deput(?:y|ies)|sheriff|troopers?|department|officials?|authorities|investigators?|"
    r"detectives?|prosecutors?|reports?|records?|documents?|affidavit|complaint|coroner|examiner|attorneys?|chief|"
    r"lieutenant|sergeant|captain|spokes\w+|mayor)\b"
)
"""Who tells what others told: no story of theirs is made up."""
BACK = 4
"""Sentences before one that takes a story back in which the story is told."""
_TOLD = r"(?:reported|stated|said|thought|believed|announced|told|feared|indicated|listed|described)"
AS_FIRST = re.compile(
    r"(?i),? (?:and |but )?(?:not|rather than|instead of) (?P<old>(?:[\w’'-]+ ){1,6}?(?:as )?"
    r"(?:(?:police|officials|authorities|was|were|had|been|it|they|we|he|she|investigators|deputies) ){0,4}"
    rf"(?:first|initially|originally|previously|earlier) (?:been |was |were )?{_TOLD})\b"
)
"""What was told first, in a sentence that tells it otherwise."""


@dataclass(frozen=True, slots=True)
class Restated:
    """A claim, and the words of its sentence for what was told first instead."""

    claim: Claim
    old: Span


def recantations(readings: Sequence[Reading], speakers: Mapping[str, object]) -> Iterator[Contest]:
    """The stories that documents tell to have been made up or changed, each with what takes it back. `speakers`: by
    claim who says it; claims without one are left out."""
    for reading in readings:
        yield from _stories(reading, _by_sentence(reading, speakers))


def restatements(readings: Sequence[Reading], speakers: Mapping[str, object]) -> Iterator[Restated]:
    """What sentences tell otherwise than it was first told, as they say themselves."""
    for reading in readings:
        found = [(n, m) for n, s in enumerate(reading.sentences) if (m := AS_FIRST.search(s.exact))]
        claims = _by_sentence(reading, speakers) if found else {}
        for n, match in found:
            sentence = reading.sentences[n]
            before = [c for c in claims.get(n, ()) if c.spans[0].start < sentence.start + match.start()]
            outer = [c for c in before if not any(within(c, other) for other in before if other is not c)]
            if outer:
                low, high = match.span("old")
                start, end = sentence.start + low, sentence.start + high
                yield Restated(outer[-1], Span(document=sentence.document, start=start, end=end, exact=match["old"]))


def _stories(reading: Reading, claims: Mapping[int, Sequence[Claim]]) -> Iterator[Contest]:
    source = {a.id: " ".join(s.exact for s in a.source) for a in reading.attributions}
    moved = -2
    for n, sentence in enumerate(reading.sentences):
        change = CHANGED.search(sentence.exact)
        if change is not None and not OFTEN.search(sentence.exact):
            moved = n
            at = sentence.start + change.end()
            against = [c for c in claims.get(n, ()) if c.spans[0].start >= at]
            told = _told_before(n, claims, source, anyone=True)
            if told and against:
                yield Contest(told, _outer(against)[:MOST], retracted=True)
            continue
        taking = [c for c in claims.get(n, ()) if MADE_UP.search(c.spans[0].exact) and c.attribution]
        taking = [c for c in taking if c.polarity and not NEVER.search(c.spans[0].exact)]
        told = _told_before(n, claims, source) if taking and moved != n - 1 else ()
        if told:
            yield Contest(told, (taking[0],), retracted=True)


def _told_before(
    n: int, claims: Mapping[int, Sequence[Claim]], source: Mapping[str, str], *, anyone: bool = False
) -> tuple[Claim, ...]:
    """What the last sentence before one tells in somebody's voice; not an institution's, but with `anyone`."""
    for before in range(n - 1, max(n - 1 - (1 if anyone else BACK), -1), -1):
        voiced = [c for c in claims.get(before, ()) if c.attribution]
        told = [c for c in voiced if anyone or not INSTITUTION.search(source.get(c.attribution or "", ""))]
        if told:
            return _outer(told)[-MOST:]
    return ()


def _outer(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(c for c in claims if not any(within(c, other) for other in claims if other is not c))


def _by_sentence(reading: Reading, speakers: Mapping[str, object]) -> Mapping[int, list[Claim]]:
    starts = [s.start for s in reading.sentences]
    found: dict[int, list[Claim]] = {}
    for claim in sorted(reading.claims, key=lambda c: c.spans[0].start):
        if claim.id in speakers and claim.modality in TOLD:
            found.setdefault(bisect_right(starts, claim.spans[0].start) - 1, []).append(claim)
    return found
