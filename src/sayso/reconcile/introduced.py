"""Who is described first and named later in one document: "a Corby man’s ex-wife", then "Ann Pell, his former wife".

Writers hold a name back for the opening's sake. Two rules, each for one person alone who fits:

* the one source whose role, or whose apposition behind the name, has the description's own noun;
* for a relative, the one source who shares a surname with somebody else whom the document names in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.generics import is_recording, is_thing
from sayso.reconcile.names import is_name, words

KIN = frozenset(
    """wife husband widow widower mother father mom dad son daughter brother sister sibling uncle aunt cousin nephew
    niece grandmother grandfather grandson granddaughter stepfather stepmother fiance fiancee""".split()
)
OTHERS = frozenset(
    """witness neighbor neighbour employee owner manager clerk friend roommate girlfriend boyfriend lawyer
    attorney""".split()
)
APPOSED = (
    r"(?:,?\s\d{{1,3}})?(?:,?\sof\s[A-Z][^,.—–]{{1,30}})?\s?[,—–-]+\s(?:an?|the|his|her|[A-Z]\w+['’]s)\s"
    r"(?:[\w’'-]+\s){{0,2}}{noun}\b"
)
BEFORE = re.compile(r"\s(?:of|for|with|who|whose|from|in|to|at|on|near)\s|,")


def introduced(reading: Reading) -> Iterator[tuple[str, str]]:
    """Pairs of agents' ids: one that is only described, and the person whom the same document names later."""
    first = _first(reading)
    named = [a for a in reading.agents if _speaks(a, first) and a.kind is AgentKind.PERSON and len(words(a.name)) > 1]
    described = [(a, noun) for a in reading.agents if _speaks(a, first) and (noun := _noun(a))]
    for agent, noun in described:
        if sum(other == noun and noun not in KIN for _, other in described) > 1:
            continue
        later = [p for p in named if first[p.id][0] > first[agent.id][0]]
        fits = [p for p in later if _is(p, noun, reading, first[p.id][1])]
        if not fits and noun in KIN:
            fits = [p for p in later if _related(p, reading.agents) and not _role(p)]
        if len(fits) == 1:
            yield agent.id, fits[0].id


def _first(reading: Reading) -> dict[str, tuple[int, int]]:
    """Where each agent is first named by more than a pronoun: start and end of the longest of its names' first span."""
    found: dict[str, tuple[int, int]] = {}
    names = {a.id: a.name for a in reading.agents}
    for mention in reading.mentions:
        name = names.get(mention.agent)
        if name and mention.agent not in found and mention.span.exact.endswith(name.split()[-1]):
            found[mention.agent] = (mention.span.start, mention.span.end)
    return found


def _speaks(agent: Agent, first: dict[str, tuple[int, int]]) -> bool:
    return agent.is_source and agent.id in first


def _noun(agent: Agent) -> str | None:
    """The noun of a description of one person: "wife" of "a Corby man’s ex-wife"."""
    if agent.kind is not AgentKind.UNNAMED or is_name(agent.name) or is_thing(agent.name) or is_recording(agent.name):
        return None
    noun = re.split(r"[\s-]", BEFORE.split(agent.name.casefold(), maxsplit=1)[0])[-1]
    return noun if noun in KIN | OTHERS else None


def _role(agent: Agent) -> str:
    return re.split(r"[\s-]", (agent.role or "").casefold())[-1]


def _is(person: Agent, noun: str, reading: Reading, end: int) -> bool:
    if _role(person) == noun:
        return True
    behind = reading.document.text[end : end + 120]
    return re.match(APPOSED.format(noun=noun), behind) is not None


def _related(person: Agent, agents: Sequence[Agent]) -> bool:
    """Whether the document names somebody else in full with the same surname."""
    told = words(person.name)
    others = (words(a.name) for a in agents if a.kind is AgentKind.PERSON and a.id != person.id)
    return any(len(other) > 1 and other[-1] == told[-1] and other[0] != told[0] for other in others)
