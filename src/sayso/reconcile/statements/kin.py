"""Those to whom an incident happened or who are accused of it, and their families: all of them are parties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.model import AgentKind, Modality, Reading
from sayso.reconcile.agents.bearers import human, roles
from sayso.reconcile.agents.names import TITLES, is_name, words
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.statements.topics import Topics, plain

OFFICIAL = re.compile(
    r"(?i)\b(?:officer|deputy|trooper|chief|sheriff|sergeant|lieutenant|captain|detective|spokes\w+|mayor|governor|"
    r"president|director|coroner|examiner|prosecutor|judge|reporter|anchor|neighbou?r|friend|witness|doctor|pastor|"
    r"principal|professor|manager|owner|employee|clerk|teacher|coach)\b"
)
"""Roles in which a bearer of the surname is not taken to be one of the family."""
KINDS = frozenset({AgentKind.PERSON, AgentKind.UNNAMED})


def kin(readings: Sequence[Reading], topics: Topics) -> frozenset[str]:
    """Whom these documents name as hurt, arrested or charged, and who shares a surname with one of them."""
    roster = topics.roster
    claims = [c for r in readings for c in r.claims if c.modality is not Modality.UNKNOWN]
    hurt, accused = roles(claims, topics, widely=True)
    told = {i for i in hurt | accused if i in roster.agents and roster.agents[i].kind is AgentKind.PERSON}
    described = {
        plain(a.name).casefold(): i
        for i, a in roster.agents.items()
        if a.kind in KINDS and human(a.name) and not roster.homes.get(i)
    }
    called = {described[each] for each in hurt | accused if each in described}
    return frozenset(told | called) | _of_the_family(told, roster)


def _of_the_family(people: Iterable[str], roster: Roster) -> frozenset[str]:
    """Those of these persons' surname who speak for no body and are told to be no friend, neighbour or witness."""
    surnames = {words(roster.agents[p].name)[-1] for p in people if len(words(roster.agents[p].name)) > 1}
    return frozenset(
        ident
        for ident, agent in roster.agents.items()
        if agent.kind is AgentKind.PERSON
        and is_name(agent.name)
        and len(words(agent.name)) > 1
        and words(agent.name)[-1] in surnames
        and not roster.homes.get(ident)
        and not OFFICIAL.search(agent.role or "")
        and not TITLES.intersection(re.findall(r"\w+", (agent.role or "").casefold()))
    )
