"""How likely a named person is another, a victim or a suspect, and that a victim died: logistic regressions over
`features`.

The weights are in `participants.json`, learned by `training/participants.py` from records that coders made. A feature
adds its value times its weight; the class with the largest sum is the likeliest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Any

CLASSES = ("other", "victim", "suspect")
LEAST = 0.4
"""The least chance of being a victim or a suspect with which somebody is taken into the record: where names found and
names wrongly given balance best, on incidents that were not learned from."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A sum's start and what each feature adds to it, for each of some classes."""

    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def sums(self, features: Mapping[str, float]) -> list[float]:
        """The sums for the features; those unknown to the weights are nought."""
        found = list(self.bias)
        for name, value in features.items():
            for k, weight in enumerate(self.weights.get(name, ())):
                found[k] += weight * value
        return found


@lru_cache(maxsize=1)
def learned() -> tuple[Weights, Weights]:
    """The weights that ship: of who takes part, and of which victim was killed."""
    return weights(json.loads((files(__package__) / "participants.json").read_text("utf8")))


def weights(told: Mapping[str, Any]) -> tuple[Weights, Weights]:
    """Weights as `training/participants.py` writes them."""
    part, died = (
        Weights(tuple(told[what]["bias"]), {name: tuple(row) for name, row in told[what]["weights"].items()})
        for what in ("part", "died")
    )
    return part, died


def chances(features: Mapping[str, float]) -> tuple[float, float, float]:
    """The chances of being another, a victim or a suspect; they sum to 1."""
    sums = learned()[0].sums(features)
    each = [exp(s - max(sums)) for s in sums]
    return each[0] / sum(each), each[1] / sum(each), each[2] / sum(each)


def died(features: Mapping[str, float]) -> float:
    """The chance that somebody with these features, who is a victim, was killed."""
    return 1 / (1 + exp(-learned()[1].sums(features)[0]))
