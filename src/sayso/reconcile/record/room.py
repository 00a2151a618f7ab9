"""Whether the numbers of killed and injured leave room for somebody among the victims.

Where one was killed and nobody hurt, the person told most of as a victim is the one, and the next is hardly another;
where five were hurt and two are named, somebody who is told of in passing may be a third.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

MOST = 12
"""Numbers of victims beyond this are taken for it: lists that long are seldom complete."""
FAR = 3.0
"""How many more or fewer are told apart."""
CLEAR = 0.5
"""The weight of words for a victim from which somebody is counted as one."""


def room(victim: Sequence[float], killed: int, injured: int) -> list[dict[str, float]]:
    """The features of each person, by how much the words speak for a victim (`victim`, log of one and the weight), and
    the numbers proposed. Pure; in the order given."""
    hit = min(killed + injured, MOST)
    clear = sum(v > log1p(CLEAR) for v in victim)
    found = []
    for one in victim:
        stronger = sum(other > one for other in victim)
        found.append(
            {
                "room": _within(hit - stronger),
                "room none": float(stronger >= hit),
                "room after clear": _within(hit - clear + (one > log1p(CLEAR))),
                "room filled": float(clear >= hit),
                "hit": log1p(hit),
                "none killed": float(not killed),
                "none injured": float(not injured),
                "killed share": killed / (killed + injured) if killed + injured else 0.0,
            }
        )
    return found


def _within(value: float) -> float:
    return max(-FAR, min(FAR, value))
