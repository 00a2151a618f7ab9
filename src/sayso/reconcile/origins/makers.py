"""Records and those who made them: "her report" is its author's word, and "the lawsuit" is theirs who filed it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model import Agent, AgentKind, Dependence, Origin, Reading, Reason, Span
from sayso.reconcile.agents.generics import belongs, is_thing
from sayso.reconcile.agents.names import words
from sayso.reconcile.agents.organisations import plain_name
from sayso.reconcile.agents.roster import SUIT, Roster

OWN = re.compile(r"(?i)^(?:her|his|their|its)\s")
OF = re.compile(r"^(.{2,60}?)['’]s?\s")
OFFICE = re.compile(r"(?i)^(?:(?:her|his) (?:own )?(?:office|department|agency)|(?:the )?[A-Z]\S+['’]s? union)\b")
SPOKEN_FOR = re.compile(
    r"(?i)^(?:an?|the)\s(?:\w+\s)?(bureau|agency|department|office|task force|team|service)\s(?:spokes\w+|director)"
)
FOR = re.compile(r"\s(?:for|of|with|at|from) (?:the |The )?([A-Z].+)$")
NEAR = 160
"""Characters before a pronoun within which whoever is named is whom it means."""
SUES = frozenset({"sue", "file"})


def made(
    readings: Sequence[Reading], roster: Roster, stated: Sequence[Origin], namings: Mapping[str, tuple[Span, ...]]
) -> Iterator[Dependence]:
    """Edges between a record and whoever made it, as far as the documents tell."""
    agents = {o.id: o.agent or "" for o in stated}
    for edge in _edges(readings, roster, stated):
        evidence = (*namings.get(agents[edge.a], ()), *namings.get(agents[edge.b], ()))
        yield replace(edge, evidence=evidence)


def _edges(readings: Sequence[Reading], roster: Roster, stated: Sequence[Origin]) -> Iterator[Dependence]:
    first: dict[str, Origin] = {}
    for origin in stated:
        first.setdefault(origin.agent or "", origin)
    for origin in stated:
        record = roster.agents[origin.agent or ""]
        told = (record.name, *record.aliases)
        yield from _spoken_for(origin, record, readings, roster, first)
        things = is_thing(record.name) or OFFICE.search(record.name) or any(map(SUIT.search, told))
        if record.kind is AgentKind.PERSON or roster.homes.get(record.id) or not things:
            continue
        for maker, certain in _makers(record, readings, roster, first):
            other = first[maker]
            if other.id != origin.id:
                note = f"“{record.name}” is {roster.agents[maker].name}’s own"
                yield Dependence(a=origin.id, b=other.id, reason=Reason.SPEAKS_FOR, note=note, certain=certain)


def _spoken_for(
    origin: Origin, speaker: Agent, readings: Sequence[Reading], roster: Roster, first: Mapping[str, Origin]
) -> Iterator[Dependence]:
    """An edge from "a spokesman for the Harbor Guild" to that body, and from "a bureau spokeswoman" to the only body of
    its document that is called a bureau."""
    served = _served(speaker)
    if served and not roster.homes.get(speaker.id):
        for agent in first:
            other = roster.agents[agent]
            names = {plain_name(name) for name in (other.name, *other.aliases)}
            if other.kind is AgentKind.ORGANISATION and agent != speaker.id and served in names:
                note = f"{_called(speaker)} speaks for {other.name}"
                yield Dependence(a=origin.id, b=first[agent].id, reason=Reason.SPEAKS_FOR, note=note)
                return
    told = SPOKEN_FOR.match(speaker.name) if speaker.kind is AgentKind.UNNAMED else None
    if told is None or roster.homes.get(speaker.id):
        return
    here = {roster.aka.get(a.id) for r in readings for a in r.agents if speaker.id in _known(r, roster)}
    bodies = [
        a
        for a in first
        if a in here
        and roster.agents[a].kind is AgentKind.ORGANISATION
        and roster.agents[a].name.casefold().endswith(f" {told.group(1).casefold()}")
    ]
    if len(bodies) == 1:
        note = f"“{speaker.name}” speaks for {roster.agents[bodies[0]].name}"
        yield Dependence(a=origin.id, b=first[bodies[0]].id, reason=Reason.SPEAKS_FOR, note=note)


def _served(speaker: Agent) -> str | None:
    """The plain name of the body that somebody is said to speak for: by affiliation, or in their description."""
    told = speaker.role or "" if speaker.kind is AgentKind.PERSON else speaker.name
    if not belongs(told):
        return None
    named = FOR.search(speaker.name) if speaker.kind is not AgentKind.PERSON else None
    body = named.group(1) if named else speaker.affiliation
    return plain_name(body) if body and body[:1].isupper() else None


def _called(agent: Agent) -> str:
    return agent.name if agent.kind is AgentKind.PERSON else f"“{agent.name}”"


def _known(reading: Reading, roster: Roster) -> set[str | None]:
    return {roster.aka.get(agent.id) for agent in reading.agents}


def _makers(
    record: Agent, readings: Sequence[Reading], roster: Roster, first: Mapping[str, Origin]
) -> Iterator[tuple[str, bool]]:
    owner = OF.match(record.name)
    if owner:
        # A union speaks for its members, and not at their word.
        sure = not record.name.casefold().split(",")[0].endswith(" union")
        yield from ((a, sure) for a in first if a != record.id and _bears(roster.agents[a], owner.group(1)))
    elif OWN.match(record.name):
        yield from _before(record, readings, roster, first)
    if any(SUIT.search(name) for name in (record.name, *record.aliases)):
        for reading in readings:
            if any(roster.aka.get(agent.id) == record.id for agent in reading.agents):
                yield from ((agent, True) for agent in suing(reading, roster) if agent in first and agent != record.id)


def _bears(agent: Agent, name: str) -> bool:
    told = words(name)
    return bool(told) and any(words(each)[-len(told) :] == told for each in (agent.name, *agent.aliases))


def _before(
    record: Agent, readings: Sequence[Reading], roster: Roster, first: Mapping[str, Origin]
) -> Iterator[tuple[str, bool]]:
    """The last one before the pronoun who also speaks."""
    for reading in readings:
        spans = [(m.span, roster.aka.get(m.agent or "")) for m in reading.mentions]
        at = min((span.start for span, ident in spans if ident == record.id), default=None)
        if at is None:
            continue
        ends = [
            (span.end, ident)
            for span, ident in spans
            if ident
            and ident in first
            and ident != record.id
            and span.end <= at
            and not is_thing(roster.agents[ident].name)
        ]
        if ends:
            end, ident = max(ends)
            if ident is not None:
                yield ident, at - end <= NEAR


def suing(reading: Reading, roster: Roster) -> Iterator[str]:
    """The agents whom a document tells to have sued."""
    for claim in reading.claims:
        text = " ".join(s.exact for s in claim.spans)
        if claim.predicate == "sue" or (claim.predicate in SUES and re.search(r"(?i)\b(?:law)?suit\b", text)):
            for taker in claim.participants:
                if taker.role == "agent" and taker.agent in roster.aka:
                    yield roster.aka[taker.agent or ""]
                elif taker.role == "agent":
                    # A participant that the reading has not resolved is whoever bears that name in this document.
                    yield from (roster.aka[a.id] for a in reading.agents if a.name == taker.span.exact)
