"""Who was hurt, by document, and where the people of the incident are called by their names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from sayso.model import AgentKind, Claim, Modality, Reading, Span, Value
from sayso.reconcile.agents.bearers import SUPPOSED
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.scenes import day
from sayso.reconcile.differences.said import Key, Said, Whose
from sayso.reconcile.statements.topics import Topics


def harmed(claims: Sequence[Claim], topics: Topics) -> Mapping[str, frozenset[str]]:
    """By document, whom its claims tell to have been shot, hurt or killed."""
    found: dict[str, set[str]] = {}
    for claim in claims:
        for value in claim.values:
            if value.field in {"killed", "injured", "shot", "injury"}:
                found.setdefault(claim.document, set()).add(topics.about(value))
    return {document: frozenset(who) for document, who in found.items()}


def named(
    claims: Sequence[Claim], whose: Whose, topics: Topics, others: frozenset[str] = frozenset()
) -> dict[Key, list[Said]]:
    """Where the people of the incident are called by their full names, by the field that such a name fills. `others`
    are claims of other incidents."""
    roles: dict[str, set[str]] = {}
    for fields, people in (("victim_name", topics.hurt), ("suspect_name", topics.accused)):
        for ident in people & topics.roster.agents.keys():
            roles.setdefault(ident, set()).add(fields)
    for claim in claims:
        for value in claim.values:
            about = topics.about(value) if value.field in OFFICERS else ""
            if about in topics.roster.agents:
                roles[about] = {"officer_name"}
    # Whoever may be arrested and die is named to whoever withheld either's name, but where another suspect lives.
    dead = {topics.about(v) for c in claims for v in c.values if v.field == "killed"}
    alive = any("suspect_name" in fields and ident not in dead for ident, fields in roles.items())
    for ident, filled in roles.items():
        if "suspect_name" in filled and (alive or ident not in dead):
            roles[ident] = {"suspect_name"} if ident not in dead else filled - {"suspect_name"}
    for ident, agent in topics.roster.agents.items():
        if agent.role and RANKED.search(agent.role) and ident not in roles:
            roles[ident] = {"officer_name"}
    found: dict[Key, list[Said]] = {}
    full = _names(topics, roles)
    if not full:
        return found
    either = re.compile("|".join(rf"(?<!\w){re.escape(n)}(?!\w)" for n in sorted(full, key=len, reverse=True)))
    for claim in claims:
        if (
            claim.id in others
            or claim.modality is Modality.UNKNOWN
            or SUPPOSED.search(" ".join(s.exact for s in claim.spans))
        ):
            continue
        for span in claim.spans:
            for match in either.finditer(span.exact):
                person, mentioned = full[match.group()]
                at = span.start + match.start()
                name = Span(document=span.document, start=at, end=at + len(match.group()), exact=match.group())
                for field in sorted(roles[person]):
                    value = Value(field=field, value=name.exact, span=name, about=mentioned)
                    found.setdefault((field, person), []).append(whose.said(claim, value))
    return found


def first_named(readings: Sequence[Reading], topics: Topics) -> Mapping[str, date]:
    """The first day on which a document has the full name of each person, whatever it says of them."""
    found: dict[str, date] = {}
    for ident, agent in topics.roster.agents.items():
        if agent.kind is not AgentKind.PERSON or not is_name(agent.name):
            continue
        person = topics.people.get(ident, ident)
        names = [n for n in {agent.name, *agent.aliases} if len(words(n)) > 1]
        for reading in readings:
            on = day(reading.document.published_at)
            if on is not None and on < found.get(person, date.max) and any(n in reading.document.text for n in names):
                found[person] = on
    return found


def _names(topics: Topics, roles: Mapping[str, set[str]]) -> Mapping[str, tuple[str, str]]:
    """The full names of the persons who have a role, each with the person and an agent of a reading that is they."""
    found: dict[str, tuple[str, str]] = {}
    mentioned = {ident: agent for agent, ident in topics.roster.aka.items()}
    for ident, agent in topics.roster.agents.items():
        person = topics.people.get(ident, ident)
        bears = agent.kind is AgentKind.PERSON and len(words(agent.name)) > 1 and is_name(agent.name)
        if person in roles and bears and ident in mentioned:
            found[agent.name] = person, mentioned[ident]
    return found


OFFICERS = frozenset({"officer_name", "officer_status"})
RANKED = re.compile(r"(?i)\b(?:officer|deputy|trooper|agent|sergeant|sgt|detective|corporal)\b")
