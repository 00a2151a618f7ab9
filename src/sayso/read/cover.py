"""Ranges of characters, and quick questions about what they cover."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from sayso.read.syntax import Range


class Cover:
    """Disjoint, sorted ranges, to ask for overlaps in logarithmic time."""

    def __init__(self, contents: Iterable[Sequence[Range]]) -> None:
        merged: list[Range] = []
        for a, b in sorted(piece for content in contents for piece in content):
            if merged and a <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
            else:
                merged.append((a, b))
        self.ranges = merged
        self.starts = [a for a, _ in merged]

    def overlaps(self, start: int, end: int) -> bool:
        """Whether any of the characters is covered."""
        k = bisect_right(self.starts, end - 1) - 1
        return k >= 0 and self.ranges[k][1] > start

    def holds(self, start: int, end: int) -> bool:
        """Whether all of the characters are, by one range."""
        k = bisect_right(self.starts, start) - 1
        return k >= 0 and self.ranges[k][1] >= end

    def end_of(self, start: int, end: int) -> int:
        """Where the range ends that holds all of the characters, else `end`."""
        k = bisect_right(self.starts, start) - 1
        return self.ranges[k][1] if k >= 0 and self.ranges[k][1] >= end else end

    def share(self, start: int, end: int) -> float:
        """The share of the characters `start` to `end` that is covered."""
        k = max(0, bisect_right(self.starts, start) - 1)
        covered = 0
        while k < len(self.ranges) and self.ranges[k][0] < end:
            covered += max(0, min(end, self.ranges[k][1]) - max(start, self.ranges[k][0]))
            k += 1
        return covered / max(1, end - start)
