"""How long reconciling takes as the coverage of one incident grows: seconds, microseconds an assertion, and memory.

    reconcile.py [COUNT …]      counts of documents; 10 50 200 500 where none are given

The readings are generated, so that reading costs nothing: each document carries a dozen claims of a few sources, worded
in its own way, with values that differ here and there. The best of three rounds counts, by the processor's time.
Memory is the most that the process has taken so far, with the readings and all former rounds.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
import zlib
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sayso.model import Reading
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

SOURCES: tuple[Who | None, ...] = (
    org("Tarrow Police Department"),
    org("Linden County Coroner"),
    org("Linden County Sheriff’s Office"),
    person("Ola Brandt", "police chief", "Tarrow Police Department"),
    person("Sten Ahlgren", "resident"),
    unnamed("a law enforcement source"),
    group("witnesses"),
    group("police"),
    None,
)
WHO = ("officers", "two officers", "the deputies", "police", "an agent", "the man", "the driver", "a neighbour")
DID = "shot chased stopped struck searched arrested warned called followed questioned dragged freed".split()
WHOM = ("a man", "the driver", "a woman", "the suspect", "a bystander", "Ola Brandt")
WHERE = "Mill Road,the bridge,the depot,Orchard Lane,a shop,the far bank,a parking lot,the ferry".split(",")
REST = "rain window engine ladder radio torch jacket signal fence cellar lantern barrel gate whistle".split()


ROUNDS = 3


T = TypeVar("T")


class Dice:
    """Picks that look arbitrary and are the same in every run."""

    def __init__(self) -> None:
        self.thrown = 0

    def choice(self, options: Sequence[T]) -> T:
        """One of these."""
        self.thrown += 1
        return options[zlib.crc32(f"{self.thrown} {len(options)}".encode()) % len(options)]


def document(number: int, dice: Dice) -> Reading:
    """One generated document of twelve claims."""
    lines = []
    for _ in range(12):
        source = dice.choice(SOURCES)
        whom = dice.choice(WHOM)
        words = f"{dice.choice(WHO)} {dice.choice(DID)} {whom} at {dice.choice(WHERE)} near the {dice.choice(REST)}"
        values: tuple[tuple[str, str, str, str | None, float | None], ...] = ()
        if dice.choice((True, False, False)):
            age = str(dice.choice((30, 31, 34)))
            words, values = f"{words}, aged {age}", (("age", age, age, "man", None),)
        lines.append(Says(words, (source,) if source else (), dice.choice(("shoot", "chase")), values=values))
    day = date(2024, 5, 1) + timedelta(days=number % 9)
    return reading(*lines, name=f"{number}.txt", published=day, publisher=f"The Linden Post {number % 40}")


def main(counts: list[int]) -> None:
    """Print one row a count."""
    dice = Dice()
    readings = [document(i, dice) for i in range(max(counts))]
    reconcile(readings[:5])
    print(f"{'documents':>9s} {'assertions':>10s} {'seconds':>8s} {'µs each':>8s} {'ratio':>6s} {'peak MB':>8s}")
    first = None
    for count in counts:
        claims, seconds = 12 * count, min(timed(readings[:count]) for _ in range(ROUNDS))
        each = seconds / claims * 1e6
        first = first or each
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{count:9d} {claims:10d} {seconds:8.2f} {each:8.0f} {each / first:6.2f} {peak:8.0f}", flush=True)


def timed(told: Sequence[Reading]) -> float:
    """The processor's seconds for these readings, the collector leaving alone what was read, as in `sayso report`."""
    gc.collect()
    gc.freeze()
    start = time.process_time()
    reconcile(told)
    return time.process_time() - start


if __name__ == "__main__":
    main([int(told) for told in sys.argv[1:]] or [10, 50, 200, 500])
