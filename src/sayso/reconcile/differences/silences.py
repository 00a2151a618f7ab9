"""What somebody speaks to beyond words: what nobody speaks to is a finding, and must not be one of the reading's.

Words that speak to a field are the codebook's (`mentions`). Here is what no words of a text tell by themselves: who
takes part in what is told, and how those who tell it know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import AgentKind, Basis, Claim, Origin, Reading
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.roster import Roster

HURT = frozenset(
    "kill shoot die wound injure hurt strike stab beat drown hit pronounce murder slay hospitalize ram trap pin".split()
)
HITS = frozenset("hit strike ram".split())
"""What befalls things as often as people."""
FULL = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+(?:,.*)?")
"""A full name, of somebody whom reading knows no more of."""
UNDERGOES = frozenset({"patient", "recipient"})
DIES = frozenset({"die", "drown"})
HARMED = frozenset({"killed", "injured", "injury", "victim_name", "suspect_name"})
NAMES = frozenset({"victim_name", "suspect_name", "name"})


def spoken(
    readings: Sequence[Reading],
    telling: Sequence[Claim],
    roster: Roster,
    origins: Mapping[str, Origin],
    keys: frozenset[str],
) -> frozenset[str]:
    """Every `Value.field` that somebody speaks to: by a value, by who takes part in a claim, or by how they know."""
    found = {v.field for c in telling for v in c.values}
    if any(origin.basis is Basis.WITNESS for origin in origins.values()):
        found.add("witness")
    if keys:
        found.add("agency")
    names = {a.id for r in readings for a in r.agents if a.kind is AgentKind.PERSON and is_name(a.name)}
    known = {roster.aka.get(name, name) for name in names}
    hurt = {each for c in telling for each in _hurt(c)}
    if any(roster.aka.get(each, each) in known or FULL.fullmatch(each) for each in hurt):
        found |= NAMES
    return frozenset(found)


def _hurt(claim: Claim) -> Iterator[str]:
    """Whom a claim tells to have been hurt, or names as hurt or accused: agents' ids and descriptions."""
    yield from (v.about for v in claim.values if v.field in HARMED and v.about)
    if claim.predicate in HURT:
        suffers = (p for p in claim.participants if p.role in UNDERGOES or claim.predicate in DIES)
        yield from (p.agent or ("" if claim.predicate in HITS else p.span.exact) for p in suffers)
