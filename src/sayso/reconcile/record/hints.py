"""What the reader's model makes of the words around somebody's mentions: `Mention.part`, as features."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, MutableMapping, Sequence
from math import exp

from sayso.reconcile.record.surroundings import Place

WHAT = ("other", "victim", "suspect")
LONGEST = 200
"""Characters that a name has at most."""


def hints(places: Sequence[Place], found: MutableMapping[str, float]) -> None:
    """Put in `found`, for each part that somebody can have, the mean of the logarithms of its chances, the largest
    chance of any mention, and the mean chance, each mention counted by the weight of its sentence."""
    told = list(_told(places))
    if not told:
        found["hint none"] = 1.0
        return
    weights = sum(weight for _, weight in told)
    for k, what in enumerate(WHAT):
        found[f"hint {what}"] = sum(part[k] for part, _ in told) / len(told)
        found[f"hint {what} most"] = max(exp(part[k]) for part, _ in told)
        if weights:
            found[f"hint {what} weighed"] = sum(exp(part[k]) * weight for part, weight in told) / weights


def _told(places: Sequence[Place]) -> Iterator[tuple[tuple[float, float, float], float]]:
    """The part and the sentence's weight of each place where the reader has a mention."""
    for at in places:
        mentions = at.page.reading.mentions  # in text order
        k = bisect_left(mentions, at.start - LONGEST, key=lambda m: m.span.start)
        while k < len(mentions) and mentions[k].span.start < at.end:
            one = mentions[k]
            if one.part is not None and one.span.end > at.start:
                yield one.part, at.sentence.weight
                break
            k += 1
