"""What somebody speaks to, told broadly: what nobody speaks to is a finding, and must not be one of the reading's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import AgentKind, Basis, Claim, Origin, Reading
from sayso.reconcile.agents import Roster
from sayso.reconcile.names import is_name

HURT = frozenset(
    "kill shoot die wound injure hurt strike stab beat drown hit pronounce murder slay hospitalize ram trap pin".split()
)
PATIENT = frozenset({"patient", "recipient"})
DIES = frozenset({"die", "drown"})
HARMED = frozenset({"killed", "injured", "injury", "victim_name", "suspect_name"})
NAMES = frozenset({"victim_name", "suspect_name", "name"})
INVESTIGATES = re.compile(
    r"(?i)\b(?:(?:is|are|was|were|will(?: also)?|would|has been|have been|to) (?:now |also )?"
    r"(?:investigat\w+|review\w*|prob\w+|examin\w+|look\w* into)|investigates|investigated|(?:is|are) (?:leading|"
    r"conducting|heading|handling)|(?:leads|conducts|conducting|leading|launched|opened) (?:the|an?|its|their|his|her) "
    r"(?:\w+ ){0,2}(?:investigation|review|probe|inquiry))\b"
)
PERCEIVED = re.compile(
    r"(?i)\b(?:witness(?:es|ed)?|bystanders?|neighbou?rs?|onlookers?|passers?by)\b.{0,80}\b(?:saw|seen|heard|hear|see|"
    r"watched|described|recalled|filmed|recorded|seeing|hearing)\b|\b(?:saw|heard|watched)\b.{0,80}\b(?:shots?|shoot\w*|"
    r"gunfire|gunshots?|gun|scream\w*|pops?|officers?|deput\w+|agents?)\b"
)
NAMED = re.compile(r"(?:[A-Z][\w.’'-]+ ){1,3}[A-Z][\w’'-]+(?:,.*)?")
IDENTIFIED = re.compile(r"\b(?:[Ii]dentified|[Nn]amed) as (?:\w+ ){0,2}[A-Z][\w.'’-]+ [A-Z]")


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
    for claim in telling:
        found.update(_told(claim, known, roster))
    return frozenset(found)


def _told(claim: Claim, known: set[str], roster: Roster) -> Iterator[str]:
    text = " ".join(s.exact for s in claim.spans)
    if INVESTIGATES.search(text):
        yield "investigation"
    if PERCEIVED.search(text):
        yield "witness"
    hurt = [v.about for v in claim.values if v.field in HARMED and v.about]
    if claim.predicate in HURT:
        suffers = [
            p for p in claim.participants if p.role in PATIENT or (p.role == "agent" and claim.predicate in DIES)
        ]
        hurt += [p.agent for p in suffers if p.agent]
        if any(NAMED.fullmatch(p.span.exact) for p in suffers):
            yield from NAMES
    if IDENTIFIED.search(text) or any(roster.aka.get(each, each) in known for each in hurt):
        yield from NAMES
