"""Records and those who made them: "her report" is its author's word, and "the lawsuit" is theirs who filed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Agent, AgentKind, Dependence, Origin, Reading, Reason
from sayso.reconcile.agents import SUIT, Roster
from sayso.reconcile.generics import is_thing
from sayso.reconcile.names import words

OWN = re.compile(r"(?i)^(?:her|his|their|its)\s")
OF = re.compile(r"^(.{2,60}?)['’]s?\s")
NEAR = 160
"""Characters before a pronoun within which whoever is named is whom it means."""
SUES = frozenset({"sue", "file"})


def made(readings: Sequence[Reading], roster: Roster, stated: Sequence[Origin]) -> Iterator[Dependence]:
    """Edges between a record and whoever made it, as far as the documents tell."""
    first: dict[str, Origin] = {}
    for origin in stated:
        first.setdefault(origin.agent or "", origin)
    for origin in stated:
        record = roster.agents[origin.agent or ""]
        told = (record.name, *record.aliases)
        if record.kind is AgentKind.PERSON or not (is_thing(record.name) or any(map(SUIT.search, told))):
            continue
        for maker, certain in _makers(record, readings, roster, first):
            other = first[maker]
            if other.id != origin.id:
                note = f"“{record.name}” is {roster.agents[maker].name}’s own"
                yield Dependence(a=origin.id, b=other.id, reason=Reason.SPEAKS_FOR, note=note, certain=certain)


def _makers(
    record: Agent, readings: Sequence[Reading], roster: Roster, first: Mapping[str, Origin]
) -> Iterator[tuple[str, bool]]:
    owner = OF.match(record.name)
    if owner:
        yield from ((a, True) for a in first if a != record.id and _bears(roster.agents[a], owner.group(1)))
    elif OWN.match(record.name):
        yield from _before(record, readings, roster, first)
    if any(SUIT.search(name) for name in (record.name, *record.aliases)):
        for reading in readings:
            if any(roster.aka.get(agent.id) == record.id for agent in reading.agents):
                yield from ((agent, True) for agent in _suing(reading, roster) if agent in first and agent != record.id)


def _bears(agent: Agent, name: str) -> bool:
    told = words(name)
    return bool(told) and any(words(each)[-len(told) :] == told for each in (agent.name, *agent.aliases))


def _before(
    record: Agent, readings: Sequence[Reading], roster: Roster, first: Mapping[str, Origin]
) -> Iterator[tuple[str, bool]]:
    """The last one before the pronoun who also speaks."""
    for reading in readings:
        agents = {roster.aka.get(agent.id): agent for agent in reading.agents}
        if record.id not in agents:
            continue
        spans = {m.id: m.span for m in reading.mentions}
        at = min((spans[m].start for m in agents[record.id].mentions if m in spans), default=None)
        if at is None:
            continue
        ends = [
            (spans[m].end, ident)
            for ident, agent in agents.items()
            if ident in first and ident != record.id and not is_thing(agent.name)
            for m in agent.mentions
            if m in spans and spans[m].end <= at
        ]
        if ends:
            end, ident = max(ends)
            if ident is not None:
                yield ident, at - end <= NEAR


def _suing(reading: Reading, roster: Roster) -> Iterator[str]:
    for claim in reading.claims:
        text = " ".join(s.exact for s in claim.spans)
        if claim.predicate == "sue" or (claim.predicate in SUES and re.search(r"(?i)\b(?:law)?suit\b", text)):
            for taker in claim.participants:
                if taker.role == "agent" and taker.agent in roster.aka:
                    yield roster.aka[taker.agent or ""]
                elif taker.role == "agent":
                    # A participant that the reading has not resolved is whoever bears that name in this document.
                    yield from (roster.aka[a.id] for a in reading.agents if a.name == taker.span.exact)
