"""Whether two days or times that are told of an act can be of one act, as far as the words of their claims tell."""

from __future__ import annotations

import re

from sayso.model import Claim
from sayso.reconcile.differences.said import Said
from sayso.reconcile.statements.topics import ACT, COUNTS, happens, of_the_act
from sayso.reconcile.words import content

NAME = re.compile(r"(?<!^)\b[A-Z][a-z’']+\b")
DULL = frozenset("person police early late night morning afternoon evening night gunfire".split())
"""Words that are told of every shooting."""
CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Police"
)


def one_act(a: Said, b: Said) -> bool:
    """Whether two days or times of the act are of one act, as far as their words tell: pages tell of other shootings of
    that night too. They are of two where they count the people otherwise, name nothing in common, or nothing else."""
    if a.value.field not in {"date", "time"} or a.value.about or b.value.about or a.note or b.note:
        return True
    if (a.version and b.version and a.version[0] == b.version[0]) or (_of_the_act(a) and _of_the_act(b)):
        return True
    one, two = _named(a.claim), _named(b.claim)
    if any(_number(a.claim, f) and _number(b.claim, f) and _number(a.claim, f) != _number(b.claim, f) for f in COUNTS):
        return False
    if one and two:
        return bool(one & two)
    shared = content(a.claim.spans[0].exact) & content(b.claim.spans[0].exact)
    least = 2 if a.claim.document == b.claim.document else 1  # one page tells of two nights with "p.m." in both
    telling = (w for w in shared if w.isalpha() and len(w) >= least and w not in ACT and w not in DULL)
    return any(not CALENDAR.match(w.title()) for w in telling)


def _of_the_act(said: Said) -> bool:
    """Whether a claim tells that the act took place, or of "the 3:30 p.m. shooting"."""
    return happens(said.claim) or of_the_act(said.claim, said.value.span)


def _number(claim: Claim, field: str) -> str | None:
    return next((v.value for v in claim.values if v.field == field and v.value.isdecimal()), None)


def _named(claim: Claim) -> frozenset[str]:
    """The names in a claim, without days and months."""
    told = NAME.findall(" ".join(s.exact for s in claim.spans))
    return frozenset(w for w in told if not CALENDAR.match(w))
