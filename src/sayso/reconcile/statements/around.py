"""The sentences in which claims stand: what is quoted has to be whole, and what it is of is often told beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sayso.model import Reading


def sentences(readings: Sequence[Reading]) -> Mapping[str, str]:
    """By claim the words of the sentence in which it begins; nothing for a claim before the first sentence."""
    found = {}
    for reading in readings:
        starts = [s.start for s in reading.sentences]
        for claim in reading.claims:
            at = bisect_right(starts, claim.spans[0].start) - 1
            if at >= 0:
                found[claim.id] = reading.sentences[at].exact
    return found
