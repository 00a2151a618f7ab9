"""Learn the weights by which `sayso.reconcile.record.counts` tells how many were killed and injured.

    python training/counts.py INCIDENTS.jsonl DOCUMENTS.jsonl.gz [--folds 10]

INCIDENTS   a line of JSON an incident: incident, killed, injured, as people coded them
DOCUMENTS   the coverage, as for `sayso record --jsonl`

All pairs of numbers that an incident's coverage speaks for are candidates; the weights make the coded pair the
likeliest (a conditional logit with a ridge penalty). Each document alone is learned from too, and counts less, and so
are plain invented texts (PLAIN), so that one short text is read as it stands. Prints how often each number is right
on incidents left out, then writes the weights learned from all.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sayso import batch
from sayso.ingest import ingest
from sayso.model import Reading
from sayso.read import read
from sayso.reconcile.record.counts import WEIGHTS, candidates, evidence, features
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.numbers import numbers
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell

RIDGE = 0.004
STEPS = 300
RATE = 0.05
PLAIN = (
    ("One man was killed and another was wounded in a shooting Monday night.", 1, 1),
    ("Two people were killed and three others were wounded in a shooting Monday.", 2, 3),
    ("A man and two women were shot and killed Monday night, police said.", 3, 0),
    ("A shooting Monday left one man dead and two women injured, police said.", 1, 2),
    ("Four people were shot Monday, one of them fatally.", 1, 3),
    ("Four people were shot Monday night. One of them later died.", 1, 3),
    ("No one was killed when two men were wounded in a shooting Monday.", 0, 2),
    ("Marlo Quill, 34, was shot and killed Monday night in Harrow, police said.", 1, 0),
    ("A man was shot in the leg on Ferry Street on Sunday. He is expected to survive.", 0, 1),
    ("A woman was shot several times early Sunday. She was pronounced dead at the scene.", 1, 0),
    ("Two teenagers were shot at a party on Saturday night, police said.", 0, 2),
    ("Three men were found shot to death in a house on Ferry Street.", 3, 0),
    ("Shots were fired at a house on Ferry Street on Friday. No one was injured.", 0, 0),
    ("Police are looking for whoever fired at a car on Friday. There were no injuries.", 0, 0),
    ("Orrin Vasker shot his wife, Lena Vasker, and then killed himself, police said.", 2, 0),
    ("A man killed two neighbors before he turned the gun on himself and died.", 3, 0),
    ("A boy, 6, was wounded by a stray bullet. He is in stable condition.", 0, 1),
    ("Five people were wounded, one critically, in a shooting outside a bar.", 0, 5),
    ("Officers shot and killed a man who pointed a gun at them. No officers were hurt.", 1, 0),
    ("A deputy was shot in the arm and a man was killed when they exchanged fire.", 1, 1),
    ("A gunman killed three people and wounded six at a warehouse.", 3, 6),
    ("Dario Tarn, 22, and Ivy Olm, 19, were shot on Monday. Both died at a hospital.", 2, 0),
    ("Five people were wounded and two of them died.", 2, 3),
    ("A 19-year-old was killed and his brother was hurt in a shooting.", 1, 1),
    ("Dario Tarn, 22, and Ivy Olm, 19, were taken to a hospital with gunshot wounds.", 0, 2),
)

PLAINLY = 0.6
"""What a plain text weighs beside a coded incident: enough to be read rightly, too little to shift what is usual."""

ALONE = 0.1
"""What one document alone weighs beside an incident's whole coverage: it may have been written before all was known."""

Example = tuple[list[dict[str, float]], list[tuple[int, int]], tuple[int, int]]
Numbers = NDArray[np.float64]


def example(readings: list[Reading], gold: tuple[int, int]) -> Example:
    """The features of every candidate of one incident, the candidates, and the coded pair."""
    known = pages(readings)
    seen = evidence(numbers(tell(known, named_people(known))))
    pairs = candidates(seen)
    return [features(seen, *pair) for pair in pairs], pairs, gold


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """An incident to learn from: the example of its whole coverage, and those of its documents alone."""

    whole: Example
    alone: tuple[Example, ...]


def coded(readings: list[Reading], gold: tuple[int, int]) -> Coded:
    """What is learned from one incident."""
    alone = tuple(example([one], gold) for one in readings) if len(readings) > 1 else ()
    return Coded(whole=example(readings, gold), alone=alone)


def fit(data: list[Example], counted: Numbers, names: list[str]) -> Numbers:
    """The weights under which the coded pairs are likeliest, each example `counted` so much. Where the coded pair is no
    candidate, those that share a number with it stand for it."""
    place = {name: k for k, name in enumerate(names)}
    rows = np.zeros((sum(len(pairs) for _, pairs, _ in data), len(names)))
    target = np.zeros(len(rows))
    starts: list[int] = []
    at = 0
    for found, pairs, gold in data:
        starts.append(at)
        near = [(k == gold[0]) + (h == gold[1]) for k, h in pairs]
        for told, shared in zip(found, near, strict=True):
            for name, value in told.items():
                rows[at, place[name]] = value
            target[at] = shared == max(near) > 0
            at += 1
    which = np.repeat(np.arange(len(data)), [len(pairs) for _, pairs, _ in data])
    weights, mean, square = (np.zeros(len(names)) for _ in range(3))
    for step in range(1, STEPS + 1):
        score = rows @ weights
        chance = np.exp(score - np.maximum.reduceat(score, starts)[which])
        chance /= np.add.reduceat(chance, starts)[which]
        wanted = chance * target
        whole = np.add.reduceat(wanted, starts)[which]
        wanted = np.where(whole > 0, wanted / np.maximum(whole, 1e-12), chance)
        slope = rows.T @ ((wanted - chance) * counted[which]) / counted.sum() - RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        weights += RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return weights


def right(data: list[Example], weights: dict[str, float]) -> Numbers:
    """How often killed, injured and both are as coded."""
    found = np.zeros(3)
    for told, pairs, gold in data:
        scores = [sum(v * weights.get(n, 0.0) for n, v in one.items()) for one in told]
        k, h = pairs[int(np.argmax(scores))]
        found += [k == gold[0], h == gold[1], (k, h) == gold]
    return found / len(data)


def main() -> None:
    """Learn, say how well, and write."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("incidents", type=Path)
    options.add_argument("documents", type=Path)
    options.add_argument("--folds", type=int, default=10)
    told = options.parse_args()
    gold = {
        str(row["incident"]): (int(row["killed"]), int(row["injured"]))
        for row in map(json.loads, batch.rows(told.incidents))
    }
    data = [
        coded(list(one.readings), gold[one.name])
        for one in batch.read_incidents(batch.rows(told.documents))
        if isinstance(one, batch.Incident) and one.name in gold
    ]
    learn(data, told.folds)


def plain() -> list[Example]:
    """The examples of the plain texts."""
    return [
        example([read(ingest(text.encode(), name="plain", media_type="text/plain"))], (k, h)) for text, k, h in PLAIN
    ]


def weights(data: list[Coded], invented: list[Example]) -> dict[str, float]:
    """The weights learned from coded incidents and plain texts, those that matter."""
    alone = [one for incident in data for one in incident.alone]
    examples = [*(one.whole for one in data), *alone, *invented]
    counted = np.array([1.0] * len(data) + [ALONE] * len(alone) + [PLAINLY] * len(invented))
    names = sorted({name for found, _, _ in examples for one in found for name in one})
    return {
        name: round(float(w), 3)
        for name, w in zip(names, fit(examples, counted, names), strict=True)
        if abs(w) >= 0.005
    }


def learn(data: list[Coded], folds: int) -> None:
    """Weights from the examples and the plain texts; prints shares and writes `counts.json`."""
    invented = plain()
    order = np.random.default_rng(0).permutation(len(data))
    left = np.zeros(3)
    for fold in range(folds):
        test = [data[i].whole for i in order[fold::folds]]
        rest = [data[i] for k, i in enumerate(order) if k % folds != fold]
        left += right(test, weights(rest, invented)) * len(test) / len(data)
    print(f"left out: killed {left[0]:.3f}, injured {left[1]:.3f}, both {left[2]:.3f} of {len(data)}")
    kept = weights(data, invented)
    print(
        "learned from:",
        right([one.whole for one in data], kept).round(3),
        "plain texts:",
        right(invented, kept).round(3),
    )
    WEIGHTS.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
