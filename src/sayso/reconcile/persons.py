"""Which named persons of several documents are one: full names first, surnames where only one person bears them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.model import Agent
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.names import compatible, suffix, words


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of one document, with the fullest name that the document gives."""

    agent: Agent
    document: str


def unite(bearers: Iterable[Bearer], clusters: Clusters[str]) -> None:
    """Join, in `clusters`, the ids of agents whose names are one person's. Members of a family stay apart."""
    ordered = sorted(bearers, key=lambda b: (-len(words(b.agent.name)), b.agent.name, b.agent.id))
    seen: dict[str, list[Bearer]] = {}
    for bearer in ordered:
        told = words(bearer.agent.name)
        if not told:
            continue
        fits = [other for word in dict.fromkeys(told) for other in seen.get(word, ()) if _one(bearer, other)]
        chosen = _choose(bearer, fits, clusters)
        if chosen is not None:
            clusters.join(chosen.agent.id, bearer.agent.id)
        for word in dict.fromkeys(told):
            seen.setdefault(word, []).append(bearer)


def _one(a: Bearer, b: Bearer) -> bool:
    return compatible(a.agent.name, b.agent.name)


def _choose(bearer: Bearer, fits: list[Bearer], clusters: Clusters[str]) -> Bearer | None:
    """The one person whom a name can mean, or None: nobody, or more than one."""
    same = [f for f in fits if words(f.agent.name) == words(bearer.agent.name)]
    same = [f for f in same if suffix(f.agent.name) == suffix(bearer.agent.name)] or same
    if len(words(bearer.agent.name)) > 1 and same:
        fits = same
    elif len(words(bearer.agent.name)) == 1:
        fits = [f for f in fits if f.document == bearer.document and len(words(f.agent.name)) > 1] or fits
    roots = {clusters.find(f.agent.id): f for f in reversed(fits)}
    return next(iter(roots.values())) if len(roots) == 1 else None
