"""The time of day of what happened: the most exact that is told of the incident's day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta

from sayso.codebooks import Field
from sayso.model import Cell, Modality, Precision, Said, Span
from sayso.reconcile.record.cells import TIES, cell, proposed
from sayso.reconcile.record.fields import NEAR, telling
from sayso.reconcile.record.pages import Page, Sentence
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources

_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})
LEAST = 0.3
"""The least weight of words that tell an exact time."""
_CLOCK = re.compile(r"\bday|day\b|\d{4}|[A-Z][a-z]{2}|night|morning|evening|afternoon|midnight|noon")
_PRONOUNCED = re.compile(r"\b(?:pronounced|declared|died)\b[^;]*$", re.IGNORECASE)
BEFORE, LATER = 80, 0.3
"""Characters within which a death is told before a time, and what a time counts that is more likely that of a death."""
_DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?\s\d")
_AFTERWARDS = re.compile(r"\b(?:later|earlier|ago)\b", re.IGNORECASE)
"""What is told by how long it was from something else is that something's time no more."""
_DAWN = 6
"""The hour until which somebody may count the time to the night of the day before."""


def times(
    field: Field, told: Sequence[Told], sources: Sources, day: date | None, near: Callable[[Sentence, int, int], float]
) -> Iterator[Said]:
    """The times of day that claims tell of what happened on the incident's day; a clock's time without a day is of that
    day. `near` tells how surely a time is that of what happened, not of a statement or an arrest."""
    pages = {one.page.order: one.page for one in told}
    for order, page in sorted(pages.items()):
        here = [one for one in told if one.page.order == order]
        starts = [one.sentence.start for one in here]
        for span, value in _clocks(field, page):
            if _AFTERWARDS.search(span.exact):
                continue
            one = here[max(0, bisect_right(starts, span.start) - 1)]
            alone = not _CLOCK.search(span.exact)
            if alone and day and _another_day(page, one.sentence, day):
                continue
            when = _on(day, value, alone=alone)
            surely = near(one.sentence, span.start, span.end)
            if _PRONOUNCED.search(page.text, max(one.sentence.start, span.start - BEFORE), span.start):
                surely *= LATER
            if when and surely >= NEAR and one.sentence.weight >= NEAR:
                yield sources.said(Sign(order, span.start, span.end, when, telling(one) * surely))


def _clocks(field: Field, page: Page) -> Iterator[tuple[Span, str]]:
    """The times that claims tell, and those that stand in no claim: what is denied or unknown is left out."""
    seen: list[Span] = []
    for claim in page.reading.claims:
        values = [v for v in claim.values if v.field in field.filled_by]
        seen += [v.span for v in values]
        if not claim.polarity or claim.modality is Modality.UNKNOWN:
            seen += claim.spans
            continue
        yield from ((v.span, v.value) for v in values)
    for time in page.reading.times:
        if time.precision not in _FINE or time.start is None or time.end is None:
            continue
        if not any(s.start < time.span.end and time.span.start < s.end for s in seen):
            yield time.span, time.start if time.start == time.end else f"{time.start}/{time.end}"


def hour(field: Field, said: Sequence[Said]) -> Cell:
    """The cell of the time: of a part of the day and a time within it that is told more exactly, the more exact."""
    found = cell(field, said)
    whole = _stretch(found.value or "")
    if whole is None or whole[1] - whole[0] <= EXACT:
        return found
    inside = [
        s for s in said if (w := _stretch(s.value)) and w[1] - w[0] <= EXACT and w[0] < whole[1] and whole[0] < w[1]
    ]
    told = [s for s in inside if s.weight >= LEAST]
    if not told:
        return found
    exact = cell(field, told).value or ""
    return proposed(field, exact, f"the most exact time told; {TIES}", said)


EXACT = timedelta(minutes=70)
"""How long a stretch may be that still tells a time and not a part of the day."""


def _stretch(value: str) -> tuple[datetime, datetime] | None:
    """The beginning and end of a time; a moment lasts a minute."""
    begin, _, end = value.partition("/")
    try:
        start, stop = datetime.fromisoformat(begin), datetime.fromisoformat(end or begin)
    except ValueError:
        return None
    return (start.replace(tzinfo=None), stop.replace(tzinfo=None) + timedelta(minutes=1)) if "T" in begin else None


def _another_day(page: Page, sentence: Sentence, day: date) -> bool:
    """Whether a sentence tells another day than the incident's, and not that one: its hours are of the other."""
    told = {
        t.start[:10]
        for t in page.reading.times
        if t.start
        and (t.precision is Precision.DAY or _DATED.search(t.span.exact))
        and sentence.start <= t.span.start < sentence.end
    }
    near = {(day + timedelta(days=n)).isoformat() for n in (-1, 0, 1)}
    return bool(told) and not told & near


def _on(day: date | None, value: str, *, alone: bool) -> str | None:
    """The time, if it is one of the day or of the night after it; without a day of its own, on that day."""
    begin, _, end = value.partition("/")
    try:
        start, stop = datetime.fromisoformat(begin), datetime.fromisoformat(end or begin)
    except ValueError:
        return None
    if day is None or "T" not in begin:
        return value if "T" in begin else None
    if alone and start.date() != day:
        moved = [datetime.combine(day, one.timetz()) for one in (start, stop)]
        moved[1] += timedelta(days=moved[1] < moved[0])
        return "/".join(one.isoformat(timespec="minutes") for one in (moved if end else moved[:1]))
    early = start.date() - timedelta(days=1) == day and start.hour < _DAWN
    return value if day in {start.date(), stop.date()} or early else None
