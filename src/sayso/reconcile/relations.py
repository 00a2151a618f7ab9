"""Who is described in one document by whose they are, and named in another: "Ode’s daughter", then "Ada Ode"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.introduced import KIN, OWNER
from sayso.reconcile.names import is_name, words


def related(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Pairs of agents' ids: a relative whom a document only describes, and the one person of all documents whose role
    is that, of the same family."""
    people = [a for r in readings for a in r.agents if a.kind is AgentKind.PERSON and len(words(a.name)) > 1]
    for reading in readings:
        for agent in reading.agents:
            noun, owner = _noun(agent), OWNER.match(agent.name)
            if not agent.is_source or noun is None or owner is None:
                continue
            told = words(owner.group(1))[-1:]
            fits = [p for p in people if _noun_of(p) == noun and told and told == _family(p)]
            names = {words(p.name) for p in fits}
            if len(names) == 1:
                yield agent.id, fits[0].id


def _noun(agent: Agent) -> str | None:
    """The kin that a description is of."""
    if agent.kind is not AgentKind.UNNAMED or is_name(agent.name):
        return None
    noun = re.split(r"[\s-]", agent.name.casefold())[-1]
    return noun if noun in KIN else None


def _noun_of(person: Agent) -> str:
    return re.split(r"[\s-]", (person.role or "").casefold())[-1]


def _family(person: Agent) -> tuple[str, ...]:
    """The surname of whom somebody is a relative: as the role or affiliation names them, else their own."""
    owner = OWNER.match(person.role or "")
    if owner:
        return words(owner.group(1))[-1:]
    if person.affiliation and is_name(person.affiliation):
        return words(person.affiliation)[-1:]
    return words(person.name)[-1:]
