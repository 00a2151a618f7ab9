"""For whom a lawyer speaks: "Ann Pell, a lawyer for the Ode family", "Ode’s attorney", "Pell, who represents Ode".

A lawyer says what the client would have said, so that the two are one origin, and so are two lawyers of one client. A
prosecutor is nobody’s lawyer in this sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Agent, AgentKind, Reading, Span
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.offices import PROSECUTOR, is_lawyer, office
from sayso.reconcile.agents.roster import Roster

LAW = r"(?:attorneys?|lawyers?|counsel|legal team|law firm)"
WHOM = r"(?P<whom>[^,.;:“”\"()\n]{2,70})"
OWNER = r"(?P<whom>(?:the |his |her |their )?(?:[A-Z][\w-]+ ){0,3}(?:[A-Z][\w-]+|family|estate|victim|suspect))['’]s?"
OFFICE = r"(?:[\w-]+ ){0,3}?"
AFTER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i)^,?\s(?:an? |the |one of the )?{OFFICE}{LAW} (?:for|representing|who represents?|of) {WHOM}",
        rf"(?i)^,?\s(?:who|which) (?:\w+ ){{0,2}}?(?:represents?|represented|representing|defends?) {WHOM}",
        rf"(?i)^,?\srepresenting {WHOM}",
        rf"^,?\s{OWNER} {OFFICE}{LAW}\b",
        rf"(?i)^,?\s(?:an? |the )?(?P<whom>family) {LAW}\b",
    )
)
BEFORE = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{OWNER} {OFFICE}{LAW},?\s$",
        rf"(?i){LAW} (?:for|representing) {WHOM},\s$",
        rf"(?i)\b(?P<whom>family) {LAW},?\s$",
    )
)
DESCRIBED = (
    re.compile(rf"^(?:[Tt]he )?{OWNER} {OFFICE}{LAW}\b"),
    re.compile(rf"(?i)\b{LAW} (?:for|representing|who represents?|of) {WHOM}"),
    re.compile(rf"(?i)^(?:the )?(?P<whom>family) {LAW}\b"),
)
PRONOUN = re.compile(rf"(?i)^(?:his|her|their) {OFFICE}{LAW}\b")
FAMILY = re.compile(r"(?i)\b(?:famil\w+|relatives|parents|estate|loved ones|survivors)\b")
CALLS = re.compile(r"(?i)\b(?:attorney|lawyer|counsel|represent|legal team|law firm)")
SIDES = re.compile(r"(?i)^(?:the )?(?:defen[cs]e|prosecution|state|people|plaintiffs?|city|county|civil rights)$")
REACH = 120
"""Characters beside a name within which an apposition stands."""


@dataclass(frozen=True, slots=True)
class Client:
    """Whom a lawyer speaks for, in one document: `people` are dossier agents, `name` how the document puts it."""

    lawyer: str
    name: str
    document: str
    people: frozenset[str]
    family: bool
    spans: tuple[Span, ...]

    @property
    def key(self) -> tuple[object, ...]:
        """What two lawyers of one client share: the people, or the surname of a family."""
        told = tuple(sorted(self.people)) or words(re.sub(FAMILY, "", self.name))[-1:]
        return (self.family, *told) if told else ()


def clients(readings: Sequence[Reading], roster: Roster) -> tuple[Client, ...]:
    """All that the documents tell of whom the lawyers who speak in them represent."""
    return tuple(
        client
        for reading in readings
        for agent in reading.agents
        if agent.is_source and _able(agent) and (_called_so(agent) or CALLS.search(reading.document.text))
        for client in _of(reading, agent, roster)
    )


def _called_so(agent: Agent) -> bool:
    return CALLS.search(f"{agent.role or ''} {agent.name}") is not None


def _able(agent: Agent) -> bool:
    told = f"{office(agent)} {'' if is_name(agent.name) else agent.name}"
    return agent.kind in {AgentKind.PERSON, AgentKind.UNNAMED, AgentKind.GROUP} and not PROSECUTOR.search(told)


def _of(reading: Reading, agent: Agent, roster: Roster) -> Iterator[Client]:
    for whom, spans in _told(reading, agent):
        if SIDES.match(whom):
            continue
        family = FAMILY.search(whom) is not None
        people = frozenset() if family else _people(whom, reading, agent, roster)
        yield Client(roster.aka[agent.id], whom, reading.document.id, people, family, spans)
        return


def _told(reading: Reading, agent: Agent) -> Iterator[tuple[str, tuple[Span, ...]]]:
    """Whom an agent is said to represent, the surest first."""
    text = reading.document.text
    named = [m.span for m in reading.mentions if m.agent == agent.id]
    if not (agent.kind is AgentKind.PERSON and is_name(agent.name)):
        for pattern in DESCRIBED:
            found = pattern.search(agent.name)
            if found:
                yield found["whom"], tuple(named[:1])
        if PRONOUN.match(agent.name) and named:
            before = _last_person(reading, named[0].start, agent)
            if before:
                yield before, tuple(named[:1])
        return
    last = words(agent.name)[-1:]
    for span in named:
        if words(span.exact)[-1:] != last:
            continue
        behind, front = text[span.end : span.end + REACH], text[max(0, span.start - REACH) : span.start]
        for found in (*(p.search(behind) for p in AFTER), *(p.search(front) for p in BEFORE)):
            if found:
                yield found["whom"], (span,)
    if agent.role and is_lawyer(agent.role) and agent.affiliation and is_name(agent.affiliation):
        yield agent.affiliation, tuple(named[:1])


def _people(whom: str, reading: Reading, lawyer: Agent, roster: Roster) -> frozenset[str]:
    """The one person of the document whom these words name; nobody where they name none, or may name several."""
    capitals = " ".join(w for w in re.findall(r"[\w’'-]+", whom) if w[:1].isupper())
    told = words(re.sub(r"['’]s?$", "", capitals))
    if not told:
        return frozenset()
    fits = {
        roster.aka[a.id]
        for a in reading.agents
        if a.kind is AgentKind.PERSON and a.id != lawyer.id and set(told) <= set(words(a.name))
    }
    return frozenset(fits) if len(fits) == 1 else frozenset()


def _last_person(reading: Reading, start: int, lawyer: Agent) -> str | None:
    """The name of the person named last before a place: whose "his lawyer" is."""
    names = {a.id: a.name for a in reading.agents if a.kind is AgentKind.PERSON and a.id != lawyer.id}
    before = [
        m for m in reading.mentions if m.agent in names and m.span.end <= start and start - m.span.end <= 2 * REACH
    ]
    return names[max(before, key=lambda m: m.span.end).agent] if before else None


def speaking_for(told: Sequence[Client]) -> Mapping[str, tuple[Client, ...]]:
    """By lawyer, whom they speak for."""
    found: dict[str, list[Client]] = {}
    for client in told:
        found.setdefault(client.lawyer, []).append(client)
    return {lawyer: tuple(each) for lawyer, each in found.items()}
