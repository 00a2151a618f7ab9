"""Bodies that neither the table nor a pattern knows: "the Marlow Lantern Bureau", whose agents took part.

They are known by the names that the documents give them, and so are their people: by affiliation, by "a spokeswoman for
the Marlow Lantern Bureau", and by "a bureau spokeswoman" where one body alone is a bureau.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.generics import is_outlet, is_proper, is_thing
from sayso.reconcile.agents.offices import tidy
from sayso.reconcile.agents.organisations import plain_name
from sayso.reconcile.agents.roster import Roster

PEOPLE = re.compile(
    r"(?i)\b(?:the |an? )?(bureau|agency|authority|department|office|task force|team|service|unit|company|force)"
    r"(?:['’]s?)? (?:\w+ )?(?:agents?|officers?|deput(?:y|ies)|guards?|rangers?|wardens?|members?|employees?|"
    r"personnel|spokes\w+)\b"
)
SERVING = re.compile(r"\s(?:for|of|with|at|from) (?:the |The )?([A-Z].+)$")


@dataclass(frozen=True, slots=True)
class Unlisted:
    """The unlisted bodies of an incident by plain name, and the agents who belong to each."""

    bodies: Mapping[str, str]
    people: Mapping[str, str]
    by_document: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, readings: Sequence[Reading], roster: Roster) -> Unlisted:
        """The bodies that these documents name and nothing lists, with those whom they call theirs."""
        bodies: dict[str, str] = {}
        here: dict[str, set[str]] = {}
        for reading in readings:
            for agent in reading.agents:
                known = roster.aka.get(agent.id, "")
                if agent.kind is AgentKind.ORGANISATION and not roster.homes.get(known) and _is_body(agent):
                    for name in (agent.name, *agent.aliases):
                        if is_proper(name):
                            bodies.setdefault(plain_name(name), known)
                    here.setdefault(reading.document.id, set()).add(known)
        people: dict[str, str] = {}
        for ident, agent in roster.agents.items():
            name = plain_name(_served(agent))
            if name in bodies and bodies[name] != ident:
                people[ident] = bodies[name]
        return cls(bodies, people, {document: frozenset(each) for document, each in here.items()})

    def meant(self, text: str, reading: Reading) -> Iterator[str]:
        """The bodies whose name, or whose people, a participant's words tell."""
        if not self.bodies or not text:
            return
        plain = plain_name(text)
        yield from (
            agent for name, agent in self.bodies.items() if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain)
        )
        people = PEOPLE.search(text)
        if people:
            noun = people.group(1).casefold()
            local = self.by_document.get(reading.document.id, frozenset())
            able = {a for name, a in self.bodies.items() if a in local and name.endswith(f" {noun}")}
            if len(able) == 1:
                yield able.pop()

    def speakers(self, parties: Collection[str]) -> set[str]:
        """Those who belong to one of these parties."""
        return {agent for agent, body in self.people.items() if body in parties}


def _is_body(agent: Agent) -> bool:
    return " " in agent.name and is_proper(agent.name) and not is_outlet(agent.name) and not is_thing(agent.name)


def _served(agent: Agent) -> str:
    """The name of the body that somebody belongs to, or nothing."""
    told = SERVING.search(agent.name) if agent.kind is not AgentKind.PERSON else None
    return told.group(1) if told else tidy(agent.affiliation or "")
