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
    """Join, in `clusters`, the ids of agents whose names are one person's. Members of a family stay apart.

    Names are compared, and not persons, so that a name that every document has costs no more than one that one has.
    """
    ordered = sorted(bearers, key=lambda b: (-len(words(b.agent.name)), b.agent.name, b.agent.id))
    full = [b for b in ordered if len(words(b.agent.name)) > 1]
    known = _full_names(full, clusters)
    at_home: dict[tuple[str, str], list[Bearer]] = {}
    for bearer in full:
        for word in words(bearer.agent.name):
            at_home.setdefault((bearer.document, word), []).append(bearer)
    alone: dict[str, Bearer] = {}
    for bearer in ordered:
        told = words(bearer.agent.name)
        if len(told) != 1:
            continue
        here = [b for b in at_home.get((bearer.document, told[0]), ()) if _one(bearer, b)]
        fits = here or [b for b in known.get(told[0], ()) if _one(bearer, b)]
        chosen = _only(fits, clusters)
        if chosen is None and not fits:
            chosen = alone.setdefault(told[0], bearer)
        if chosen is not None:
            clusters.join(chosen.agent.id, bearer.agent.id)


def _full_names(full: Iterable[Bearer], clusters: Clusters[str]) -> dict[str, list[Bearer]]:
    """Join the bearers of full names; give the first bearer of each name, by each of its words."""
    first: dict[tuple[tuple[str, ...], str | None], Bearer] = {}
    known: dict[str, list[Bearer]] = {}
    for bearer in full:
        told = words(bearer.agent.name)
        same = first.get((told, suffix(bearer.agent.name)))
        if same is not None:
            clusters.join(same.agent.id, bearer.agent.id)
            continue
        first[told, suffix(bearer.agent.name)] = bearer
        fits = [b for word in dict.fromkeys(told) for b in known.get(word, ()) if _one(bearer, b)]
        # "Ana Ruiz" is "Ana Ruiz" before she is "Ana Ruiz Soto" or "Ana M. Ruiz".
        chosen = _only([b for b in fits if words(b.agent.name) == told] or fits, clusters)
        if chosen is not None:
            clusters.join(chosen.agent.id, bearer.agent.id)
        for word in dict.fromkeys(told):
            known.setdefault(word, []).append(bearer)
    return known


def _one(a: Bearer, b: Bearer) -> bool:
    return compatible(a.agent.name, b.agent.name)


def _only(fits: Iterable[Bearer], clusters: Clusters[str]) -> Bearer | None:
    """The one person whom all of these are, or None: nobody, or more than one."""
    roots = {clusters.find(b.agent.id): b for b in fits}
    return next(iter(roots.values())) if len(roots) == 1 else None
