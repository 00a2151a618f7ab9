"""Two sources in one: "police and witnesses said", "his relatives and court papers".

What both say is surely the word of the first. The second is left out of the count, which errs towards too few origins.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.model import Agent, AgentKind
from sayso.reconcile.agents.generics import generic, is_thing
from sayso.reconcile.agents.groups_words import FAMILY, SEEN

SPLIT = re.compile(r",? and (?:an? |the |her |his |their |its |some |several |two |other )?")


def first_of(agent: Agent) -> Agent:
    """The agent as the first of the sources that its description joins; others as they are."""
    if agent.kind is AgentKind.PERSON or " and " not in agent.name:
        return agent
    parts = SPLIT.split(agent.name, maxsplit=1)
    if len(parts) == 2 and all(map(_stands_alone, parts)):
        return replace(agent, name=parts[0])
    return agent


def _stands_alone(text: str) -> bool:
    """Whether a part of a description names a source of its own: "officers", and not "Fish" of "Fish and Wildlife"."""
    meaning = generic(text)
    return (meaning is not None and meaning.body) or is_thing(text) or bool(FAMILY.search(text) or SEEN.search(text))
