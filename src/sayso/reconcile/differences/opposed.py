"""What two claims that cannot both be are held in, and the words and numbers that both ways of finding them use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.model import Claim, Modality, Value
from sayso.reconcile.differences.said import Said, Whose
from sayso.reconcile.numbers import NUMERALS
from sayso.reconcile.words import stem

ASSERTED = frozenset({Modality.FACT, Modality.ALLEGED})
WIDE = frozenset("anyone anybody anything ever never nobody nothing".split())
EMPTY = frozenset(map(stem, "anyone anybody anything ever never people time way thing else actually".split()))
"""Words by which a denial is only the broader; those that are `WIDE` leave nobody and nothing out."""
COVERED = 0.75
"""The share of a denial's words that what it denies must have."""
ALIKE = 0.5
"""The share of two statements' words that must be common, numbers aside, for a number to be what they differ in."""
MOST = 40
"""How many claims a word or a counted thing may lead to before it is too common to look by."""
TYPED = frozenset({"killed", "injured", "shot", "shots", "age"})
"""Fields whose counts are set side by side as typed values."""
COUNTED = re.compile(
    rf"(?i)(?<![\w.,:$-])(\d{{1,3}}(?:,\d{{3}})*|{'|'.join(NUMERALS[1:])})\s(?:\w+ly\s)?([a-z][a-z’'-]{{2,}})\b"
)
NO_THING = re.compile(
    r"(?i)^(?:block\w*|counts?|percent|others?|more|and|was|were|had|has|have|years?-old|thousand|hundred|million|for|from)$"
)
"""Words after a number that are not what it counts."""
OFFICERS = frozenset({"officer", "police", "agent", "deputy", "trooper"})


@dataclass(frozen=True, slots=True)
class Opposed:
    """Two claims that cannot both be. `topic` says of what in plain words; `corrects` whether the second says
    that the first is not so and what is so instead ("32, not 31"); `whoever` whether they differ though nobody is
    credited with either."""

    a: Said
    b: Said
    topic: str
    corrects: bool = False
    whoever: bool = False


def stated(claim: Claim, whose: Whose) -> Said:
    """A whole claim as somebody's word."""
    span = claim.spans[0]
    return whose.said(claim, Value(field="statement", value=span.exact, span=span))
