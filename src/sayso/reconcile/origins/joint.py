"""Edges between bodies that released something together: "a release from the Ellery Police and the Corby Sheriff:"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sayso.model import Dependence, Reason, Span
from sayso.reconcile.agents.released import released
from sayso.reconcile.origins.ground import Ground, called


def joint(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """What stands in a release of several bodies is the word of the one that it is credited to, and of each other one:
    for these claims they are no two origins."""
    first = ground.first()
    supports: dict[str, list[str]] = {}
    for trace in ground.traced.traces:
        supports.setdefault(trace.support.claim, []).append(trace.support.origin)
    for reading in ground.readings:
        for stretch in released(reading):
            lead = first.get(ground.roster.aka.get(stretch.agent, ""))
            others = (first.get(ground.roster.aka.get(ident, "")) for ident in stretch.also)
            if lead is None:
                continue
            told = tuple(
                c.id
                for c in reading.claims
                if stretch.start <= c.spans[0].start < stretch.end and lead.id in supports.get(c.id, ())
            )
            for other in others:
                if other is None or other.id == lead.id or not told:
                    continue
                note = f"{called(ground.agent(lead))} and {called(ground.agent(other))} released it together"
                evidence = (*namings.get(lead.agent or "", ()), *namings.get(other.agent or "", ()))
                yield Dependence(
                    a=lead.id, b=other.id, reason=Reason.CONFIRMS, note=note, evidence=evidence, claims=told
                )
