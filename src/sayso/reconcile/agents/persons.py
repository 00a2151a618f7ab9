"""Which named persons of several documents are one: full names first, surnames where only one person bears them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Agent
from sayso.reconcile.agents.names import compatible, suffix, words
from sayso.reconcile.clusters import Clusters

OFFICES = {
    word: group[0]
    for group in (
        line.split()
        for line in (
            "attorney lawyer counsel atty",
            "chief",
            "sheriff",
            "mayor",
            "judge justice",
            "coroner examiner",
            "officer detective det sergeant sgt lieutenant lt captain capt corporal cpl deputy trooper",
            "pastor reverend rev",
            "doctor dr",
        )
    )
    for word in group
}
"""Words of titles and roles, by the office that they are of."""
LONG = 5
"""Letters of a surname that one of them, spelt in another way, leaves known."""


PARENTS = frozenset({"mother", "father", "wife", "husband"})
"""Relatives of whom somebody has one, and who may bear two surnames."""
SHORT = 4
"""Letters that a given name has at least which is short for another that ends so."""


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of one document, with the fullest name that the document gives."""

    agent: Agent
    document: str


def _parents(full: Sequence[Bearer], clusters: Clusters[str]) -> None:
    """Join whom two documents call somebody's mother under two surnames, with one given name or what is short for
    it."""
    alike: dict[tuple[str, str], Bearer] = {}
    for bearer in full:
        noun, given = _parent(bearer.agent), words(bearer.agent.name)[0]
        known = alike.setdefault((noun, given[-SHORT:]), bearer) if noun else bearer
        first = words(known.agent.name)[0]
        if known.document != bearer.document and (first == given or _short_of(first, given)):
            clusters.join(known.agent.id, bearer.agent.id)


def _parent(agent: Agent) -> str | None:
    noun = (agent.role or "").casefold().split()[-1:]
    return noun[0] if noun and noun[0] in PARENTS else None


def unite(bearers: Iterable[Bearer], clusters: Clusters[str]) -> None:
    """Join, in `clusters`, the ids of agents whose names are one person's. Members of a family stay apart.

    Names are compared, and not persons, so that a name that every document has costs no more than one that one has.
    """
    # Who is told as Jr. and Sr. comes first, so that the name without either ties nobody to both.
    ordered = sorted(
        bearers, key=lambda b: (suffix(b.agent.name) is None, -len(words(b.agent.name)), b.agent.name, b.agent.id)
    )
    full = [b for b in ordered if len(words(b.agent.name)) > 1]
    known = _full_names(full, clusters)
    _parents(full, clusters)
    at_home: dict[tuple[str, str], list[Bearer]] = {}
    homes: dict[str, set[str]] = {}
    for bearer in ordered:
        for last in words(bearer.agent.name)[-1:]:
            homes.setdefault(last, set()).add(bearer.document)
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
        chosen = _only(fits, clusters) or _only(_of_office(bearer, fits), clusters)
        if chosen is None and not fits:
            chosen = _only(_spelt(bearer, full, homes), clusters) or alone.setdefault(told[0], bearer)
        if chosen is not None:
            clusters.join(chosen.agent.id, bearer.agent.id)


def _full_names(full: Iterable[Bearer], clusters: Clusters[str]) -> dict[str, list[Bearer]]:
    """Join the bearers of full names; give the first bearer of each name, by each of its words."""
    first: dict[tuple[tuple[str, ...], str | None], Bearer] = {}
    known: dict[str, list[Bearer]] = {}
    homes: dict[tuple[str, ...], set[str]] = {}
    full = list(full)
    for bearer in full:
        homes.setdefault(words(bearer.agent.name), set()).add(bearer.document)
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
        if not fits:
            chosen = _only(_respelt(bearer, (*known.get(told[0], ()), *known.get(told[-1], ())), homes), clusters)
        if chosen is not None:
            clusters.join(chosen.agent.id, bearer.agent.id)
        for word in dict.fromkeys(told):
            known.setdefault(word, []).append(bearer)
    return known


def _of_office(bearer: Bearer, fits: Iterable[Bearer]) -> list[Bearer]:
    """Of several who bear a surname, those who hold the office that it stands with: "Attorney Tarn", "Chief Holm"."""
    told = _offices(bearer.agent)
    return [b for b in fits if told & _offices(b.agent)] if told else []


def _offices(agent: Agent) -> frozenset[str]:
    described = re.findall(r"[a-z]+", f"{agent.role or ''} {agent.name}".casefold())
    return frozenset(OFFICES[w] for w in described if w in OFFICES)


def _respelt(bearer: Bearer, known: Iterable[Bearer], homes: Mapping[tuple[str, ...], set[str]]) -> list[Bearer]:
    """Those of other documents whose name differs by one letter within a long word: "Jon Tamworth" and "Jon Tamwarth",
    "Marianne Ode" and "Marienne Ode"; or by what one leaves off a given name: "Tricia Ode" and "Patricia Ode"."""
    told = words(bearer.agent.name)
    return [
        b
        for b in known
        if (other := words(b.agent.name))[1:-1] == told[1:-1]
        and (
            (other[0] == told[0] and _a_letter(other[-1], told[-1]))
            or (other[-1] == told[-1] and min(len(other[0]), len(told[0])) > LONG and _within(other[0], told[0]))
            or (other[-1] == told[-1] and _short_of(other[0], told[0]))
        )
        and suffix(b.agent.name) == suffix(bearer.agent.name)
        and (not homes[other] & homes[told] or _short_of(other[0], told[0]))  # no family has Tricia and Patricia
    ]


def _spelt(bearer: Bearer, full: Iterable[Bearer], homes: Mapping[str, set[str]]) -> list[Bearer]:
    """Whom a surname alone means that another document spells with another letter, where none has both."""
    (told,) = words(bearer.agent.name)
    return [
        b for b in full if _a_letter(words(b.agent.name)[-1], told) and not homes[words(b.agent.name)[-1]] & homes[told]
    ]


def _a_letter(a: str, b: str) -> bool:
    """Whether two long words differ by one letter, or by two that have changed places, and not in their first."""
    if min(len(a), len(b)) < LONG or a[0] != b[0] or a == b:
        return False
    if len(a) == len(b):
        apart = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
        swapped = len(apart) == 2 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]
        return len(apart) == 1 or (swapped and apart[1] == apart[0] + 1)
    short, long = sorted((a, b), key=len)
    return len(long) == len(short) + 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _within(a: str, b: str) -> bool:
    """Whether two given names differ by one letter that is neither their first nor their last: Andrea is not Andrew."""
    return a[-1] == b[-1] and _a_letter(a, b)


def _short_of(a: str, b: str) -> bool:
    """Whether one given name is the other without its beginning: Beth and Elizabeth."""
    short, long = sorted((a, b), key=len)
    return len(short) >= SHORT and short != long and long.endswith(short)


def _one(a: Bearer, b: Bearer) -> bool:
    return compatible(a.agent.name, b.agent.name)


def _only(fits: Iterable[Bearer], clusters: Clusters[str]) -> Bearer | None:
    """The one person whom all of these are, or None: nobody, or more than one."""
    roots = {clusters.find(b.agent.id): b for b in fits}
    return next(iter(roots.values())) if len(roots) == 1 else None
