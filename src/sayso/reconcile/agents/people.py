"""Who the persons of the incident are, where voices call them by different names ("the alien", "Mr Villegas").

The one who was killed or shot is one person where every document knows only one; so is a named person and the only
description that stands in the same part. This helps to set names and values side by side; no count depends on it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import AgentKind, Claim, Reading
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.words import stem

DEADLY = frozenset({"killed", "victim_name"})


def people(readings: Sequence[Reading], roster: Roster, renamed: Sequence[tuple[str, str]] = ()) -> Mapping[str, str]:
    """From agents that are known by a description to the named person whom they are taken to be. `renamed`: names that
    were corrected, each with the wrong one, whose bearers are one person."""
    wrong = dict(_bearers(roster, renamed))
    found = _described(readings, roster, wrong)
    return {**{agent: wrong.get(who, who) for agent, who in found.items()}, **wrong}


def _bearers(roster: Roster, renamed: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The agent of each wrong name with that of the right one."""
    for right, wrong in renamed:
        here = [a.id for a in roster.agents.values() if a.kind is AgentKind.PERSON and words(a.name) == words(right)]
        there = [a.id for a in roster.agents.values() if a.kind is AgentKind.PERSON and words(a.name) == words(wrong)]
        if len(here) == 1 and len(there) == 1:
            yield there[0], here[0]


def _described(readings: Sequence[Reading], roster: Roster, wrong: Mapping[str, str]) -> Mapping[str, str]:
    told: Counter[str] = Counter()
    described: set[str] = set()
    known = surnames(roster)
    if any(
        v.field == "killed" and v.value.isdecimal() and int(v.value) > 1
        for r in readings
        for c in r.claims
        for v in c.values
    ):
        return {}  # where several died, nobody can tell which of them a description means
    for reading in readings:
        for claim in reading.claims:
            for ident in _killed(claim):
                agent = roster.aka.get(ident) or known.get(ident.casefold())
                agent = wrong.get(agent or "", agent)
                if agent is None or roster.institution(agent):
                    continue
                if is_name(roster.agents[agent].name) and roster.agents[agent].kind is AgentKind.PERSON:
                    told[agent] += 1
                else:
                    described.add(agent)
    if len(told) != 1:
        return {}
    named = next(iter(told))
    return {agent: named for agent in described if roster.agents[agent].kind is not AgentKind.GROUP}


def surnames(roster: Roster) -> Mapping[str, str]:
    """The last name, in plain form too, of each named person who alone bears it."""
    found: dict[str, set[str]] = {}
    for agent in roster.agents.values():
        told = words(agent.name)
        if agent.kind is AgentKind.PERSON and len(told) > 1 and is_name(agent.name):
            for name in {told[-1], stem(told[-1])}:
                found.setdefault(name, set()).add(agent.id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _killed(claim: Claim) -> list[str]:
    return [v.about for v in claim.values if v.field in DEADLY and v.about]
