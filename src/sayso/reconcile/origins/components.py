"""How many origins are independent: connected components under the dependences, counted as an interval.

All dependences real gives the least number, the uncertain ones ignored gives the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Dependence, Origin, Support
from sayso.reconcile.clusters import Clusters


@dataclass(frozen=True, slots=True)
class Count:
    """The components under the certain dependences, and the intervals with and without interested parties."""

    components: tuple[tuple[str, ...], ...]
    independent: tuple[int, int]
    outside: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Scoped:
    """A dependence of some claims alone."""

    certain: bool
    claims: frozenset[str]


@dataclass(slots=True)
class Web:
    """Origins and the dependences between them."""

    origins: Mapping[str, Origin]
    dependences: Sequence[Dependence]
    _certain: Clusters[str] = field(default_factory=Clusters)
    _all: Clusters[str] = field(default_factory=Clusters)
    _roots: dict[str, str] = field(default_factory=dict)
    _scoped: dict[str, dict[str, list[_Scoped]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Join once what holds for every claim."""
        for edge in self.dependences:
            if edge.claims:
                scoped = _Scoped(edge.certain, frozenset(edge.claims))
                self._scoped.setdefault(edge.a, {}).setdefault(edge.b, []).append(scoped)
                continue
            self._all.join(edge.a, edge.b)
            if edge.certain:
                self._certain.join(edge.a, edge.b)
        self._roots = {ident: self._certain.find(ident) for ident, o in self.origins.items() if o.agent is not None}

    def count(self, supports: Iterable[Support]) -> Count:
        """The independent origins among those that these supports end at. Unstated ones are left out."""
        claims: dict[str, set[str]] = {}
        for support in supports:
            if self.origins[support.origin].agent is not None:
                claims.setdefault(support.origin, set()).add(support.claim)
        least = self._groups(claims, self._all, certain=False)
        most = self._groups(claims, self._certain, certain=True)
        return Count(
            components=tuple(sorted(tuple(sorted(group)) for group in most)),
            independent=(len(least), len(most)),
            outside=(self._outside(least), self._outside(most)),
        )

    def one(self, a: Support, b: Support) -> bool:
        """Whether two claims are of fewer than two origins, at most: what `count` tells of the two, at less cost."""
        one, two = self._roots.get(a.origin), self._roots.get(b.origin)
        if one is None or two is None or one == two:
            return True
        return self._tied(a, b) or self._tied(b, a)

    def _tied(self, a: Support, b: Support) -> bool:
        """Whether a certain dependence has one claim rest on the origin of the other."""
        held = self._scoped.get(a.origin)
        return held is not None and any(e.certain and a.claim in e.claims for e in held.get(b.origin, ()))

    def least(self, origin: str) -> str:
        """What stands for the component of an origin where every dependence that holds for all claims is real."""
        return self._all.find(origin)

    def certain(self, origin: str) -> str:
        """What stands for the component of an origin by the certain dependences that hold for all claims."""
        return self._certain.find(origin)

    def _outside(self, groups: Iterable[Iterable[str]]) -> int:
        return sum(not any(self.origins[o].interested for o in group) for group in groups)

    def _groups(self, claims: Mapping[str, set[str]], base: Clusters[str], *, certain: bool) -> list[list[str]]:
        clusters: Clusters[str] = Clusters()
        for origin in sorted(claims):
            clusters.join(f"={base.find(origin)}", origin)
        for origin, told in claims.items():
            held = self._scoped.get(origin, {})
            for other in claims.keys() & held.keys():
                # An edge holds where it takes in all that its first end, which rests on the other, says.
                if any((edge.certain or not certain) and told <= edge.claims for edge in held[other]):
                    clusters.join(origin, other)
        return [[o for o in group if o in claims] for group in clusters.groups()]
