"""How likely a named person is another, a victim or a suspect: a multinomial logistic regression over `features`.

The weights are in `participants.json`, learned by `training/participants.py` from records that coders made. A weight is
worth its feature times; the class with the largest sum is the likeliest.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from math import exp

CLASSES = ("other", "victim", "suspect")
LEAST = 0.38
"""The least chance of being a victim or a suspect with which somebody is taken into the record: where names found and
names wrongly given balance best, on incidents that were not learned from."""


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    told = json.loads((files(__package__) / "participants.json").read_text("utf8"))
    return tuple(told["bias"]), {name: tuple(row) for name, row in told["weights"].items()}


def chances(features: Mapping[str, float]) -> tuple[float, float, float]:
    """The chances of being another, a victim or a suspect; they sum to 1. Features unknown to the weights are nought."""
    bias, weights = _weights()
    sums = list(bias)
    for name, value in features.items():
        for k, weight in enumerate(weights.get(name, ())):
            sums[k] += weight * value
    top = max(sums)
    each = [exp(s - top) for s in sums]
    return each[0] / sum(each), each[1] / sum(each), each[2] / sum(each)
