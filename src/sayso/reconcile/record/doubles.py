"""Persons who are only described and are somebody already told of: "a 4-year-old girl", in another document "a 4-year-old
child", and a boy who by words around him seems the one who fired, where he is the one who was hit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reconcile.record.people import Part

_HE = re.compile(r"^(?:man|boy|male|son|brother|father|husband|boyfriend|uncle|nephew|grandson|grandfather)s?$")
_SHE = re.compile(
    r"^(?:woman|girl|female|daughter|sister|mother|wife|girlfriend|aunt|niece|granddaughter|grandmother)s?$"
)
HIT = ("killed", "hurt", "victim", "self")
MOSTLY = 0.5
"""The weight of words that somebody was hit, beside those for a suspect, from which they can be a victim of that age."""


def once(parts: Sequence[Part]) -> list[Part]:
    """The parts without those who are only described and of the age of somebody in them who can be the same person."""
    kept: list[Part] = []
    for part in sorted(parts, key=lambda p: (p.evidence.person is None, -_weight(p))):
        if part.evidence.person is None and part.taking_part and any(_same(part, one) for one in kept):
            continue
        kept.append(part)
    order = {id(p): k for k, p in enumerate(parts)}
    return sorted(kept, key=lambda p: order[id(p)])


def _same(part: Part, other: Part) -> bool:
    if part.age is None or other.age != part.age or not other.taking_part or not _alike(part, other):
        return False
    if part.role == other.role:
        return other.evidence.person is None
    if {part.role, other.role} != {"victim", "suspect"} or part.role == "victim":
        return False
    return part.evidence.total(*HIT) >= MOSTLY * part.evidence.total("suspect")


def _alike(part: Part, other: Part) -> bool:
    """Whether the nouns used can mean one person."""
    nouns = part.evidence.noun, other.evidence.noun
    return not any(_HE.match(a) and _SHE.match(b) for a, b in (nouns, nouns[::-1]))


def _weight(part: Part) -> float:
    """How much is told of somebody, victims first."""
    return part.evidence.total(*HIT, "suspect") + (100.0 if part.role == "victim" else 0.0)
