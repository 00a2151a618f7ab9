"""What part somebody has in what happened, as the encoder reads the words around a mention.

The encoder of attributions runs over every word anyway. A linear probe of its projections tells, for a word of
somebody's name, how likely the person is one that the incident's record leaves out, a victim or a suspect. It is a hint
that the record weighs with all else that it knows of the person (`reconcile/record/features.py`), never a claim of the
text. How it was learned is in `training/README.md`.

Imports nothing of ours, so that `training/` uses the very code that ships.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Part = tuple[float, float, float]
"""Natural logarithms of the chances that somebody is another, a victim or a suspect."""
REACH = 25
"""How many words of the paragraph before a name, and after it, are read with it."""
DIGITS = 2
"""Decimals kept: what lies beyond differs between processors."""


@dataclass(frozen=True, slots=True)
class Probe:
    """A linear layer from the encoder's projections of a word to six sums: what the word tells of somebody whose name
    it is part of (other, victim, suspect), and what it tells of somebody who is named near it."""

    weight: Floats
    bias: Floats

    def of(self, projections: Floats) -> Floats:
        """The sums of each word, (words, 6)."""
        found: Floats = (projections @ self.weight + self.bias).astype(np.float32)
        return found


@dataclass(frozen=True, slots=True)
class Parts:
    """What the words of a text tell of people's parts, in text order. `start` and `end` are their characters,
    `paragraph` the number of the paragraph of each, `sums` what the probe makes of each."""

    start: Ints
    end: Ints
    paragraph: Ints
    sums: Floats

    def name(self, start: int, end: int) -> tuple[int, int]:
        """The words that stand in the characters `start` to `end`, as a half-open range."""
        return int(np.searchsorted(self.end, start, side="right")), int(np.searchsorted(self.start, end, side="left"))

    def around(self, low: int, high: int) -> tuple[int, int]:
        """The words `low` to `high` and those near them in their paragraph, as a half-open range."""
        first, last = np.searchsorted(self.paragraph, self.paragraph[low]), self.paragraph[high - 1]
        stop = np.searchsorted(self.paragraph, last, side="right")
        return max(int(first), low - REACH), min(int(stop), high + REACH)

    def at(self, start: int, end: int) -> Part | None:
        """The part of whoever is named by the characters `start` to `end`; None where no word stands there."""
        low, high = self.name(start, end)
        if low >= high:
            return None
        first, last = self.around(low, high)
        told = self.sums[low:high, :3].mean(0, dtype=np.float64) + self.sums[first:last, 3:].mean(0, dtype=np.float64)
        logs = told - told.max()
        other, victim, suspect = (round(float(x), DIGITS) for x in logs - np.log(np.exp(logs).sum()))
        return other, victim, suspect
