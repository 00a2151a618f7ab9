"""Clusters of things by edges between them, with pairs that must stay apart."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Clusters(Generic[T]):
    """Union-find whose `join` refuses to bring together what `part` keeps apart."""

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._up: dict[T, T] = {item: item for item in items}
        self._apart: dict[T, set[T]] = {}

    def find(self, item: T) -> T:
        """The one that stands for the cluster of `item`, which is added where it is new."""
        self._up.setdefault(item, item)
        root = item
        while self._up[root] != root:
            root = self._up[root]
        while self._up[item] != root:
            self._up[item], item = root, self._up[item]
        return root

    def part(self, a: T, b: T) -> None:
        """Keep these two apart. Says nothing of what is joined already."""
        one, two = self.find(a), self.find(b)
        self._apart.setdefault(one, set()).add(two)
        self._apart.setdefault(two, set()).add(one)

    def join(self, a: T, b: T) -> bool:
        """Bring the clusters of `a` and `b` together; False where they must stay apart."""
        one, two = self.find(a), self.find(b)
        if one == two:
            return True
        if two in self._apart.get(one, ()):
            return False
        self._up[two] = one
        for other in self._apart.pop(two, ()):
            self._apart[other].discard(two)
            self._apart[other].add(one)
            self._apart.setdefault(one, set()).add(other)
        return True

    def together(self, a: T, b: T) -> bool:
        """Whether both are in one cluster."""
        return self.find(a) == self.find(b)

    def groups(self) -> list[list[T]]:
        """The clusters, each in the order in which its members came."""
        found: dict[T, list[T]] = {}
        for item in self._up:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
