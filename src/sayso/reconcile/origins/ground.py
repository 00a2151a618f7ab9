"""What edges between origins are drawn from: readings, agents, bodies, and where each agent is named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Agent, Origin, Reading, Span
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.organisations import Organisations
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.judgements import Decisions
from sayso.reconcile.origins.chains import Traced


@dataclass(frozen=True, slots=True)
class Ground:
    """All that edges are drawn from."""

    readings: Sequence[Reading]
    roster: Roster
    organisations: Organisations
    traced: Traced
    decisions: Decisions
    on: date | None

    def stated(self) -> list[Origin]:
        """The origins that are somebody."""
        return [o for o in self.traced.origins if o.agent is not None]

    def first(self) -> Mapping[str, Origin]:
        """The first origin of each agent."""
        found: dict[str, Origin] = {}
        for origin in self.stated():
            found.setdefault(origin.agent or "", origin)
        return found

    def places(self) -> Mapping[str, frozenset[str]]:
        """By agent, the documents that know them."""
        found: dict[str, set[str]] = {}
        for reading in self.readings:
            for agent in reading.agents:
                found.setdefault(self.roster.aka[agent.id], set()).add(reading.document.id)
        return {agent: frozenset(told) for agent, told in found.items()}

    def agent(self, origin: Origin) -> Agent:
        """Who the origin is."""
        return self.roster.agents[origin.agent or ""]

    def namings(self) -> Mapping[str, tuple[Span, ...]]:
        """By agent, the longest source span that credits them, since it shows role and affiliation; for one who is
        credited nowhere, the first span that names them."""
        found: dict[str, tuple[Span, ...]] = {}
        for reading in self.readings:
            for attribution in reading.attributions:
                told = self.roster.aka.get(attribution.agent or "")
                if told and attribution.source:
                    best = found.get(told)
                    # The longest naming of a source tells most of whom it speaks for.
                    if best is None or len(attribution.source[0].exact) > len(best[0].exact):
                        found[told] = attribution.source
        for reading in self.readings:
            for mention in reading.mentions:
                told = self.roster.aka.get(mention.agent)
                if told and told not in found:
                    found[told] = (mention.span,)
        return found


def called(agent: Agent) -> str:
    """How a note calls an agent: a name as it is, a description in quotation marks."""
    return agent.name if is_name(agent.name) else f"“{agent.name}”"
