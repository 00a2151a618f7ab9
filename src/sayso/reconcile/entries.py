"""When something was written within a document: the entries of a live blog have times of their own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from sayso.model import BlockKind, Document, Reading


def moments(document: Document) -> Callable[[int], datetime | None] | None:
    """Tells the time of the entry that holds a character; None where the document has no dated entries."""
    timed = [
        (b.start, b.end, b.published_at)
        for b in document.blocks
        if b.kind is not BlockKind.POST and isinstance(b.published_at, datetime)
    ]
    if len({when for _, _, when in timed}) < 2:
        return None
    starts = [start for start, _, _ in timed]

    def at(offset: int) -> datetime | None:
        place = bisect_right(starts, offset) - 1
        return timed[place][2] if place >= 0 and offset < timed[place][1] else None

    return at


def by_claim(readings: Iterable[Reading]) -> Mapping[str, datetime]:
    """By claim the time of its entry, for claims in dated entries."""
    found: dict[str, datetime] = {}
    for reading in readings:
        at = moments(reading.document)
        for claim in reading.claims if at else ():
            when = at(claim.spans[0].start) if at else None
            if when is not None:
                found[claim.id] = when
    return found
