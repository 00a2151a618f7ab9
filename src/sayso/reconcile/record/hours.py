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
from sayso.reconcile.record.pages import GUNFIRE, Page, Sentence
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources

_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})
LEAST = 0.3
"""The least weight of words that tell an exact time."""
PLAIN = 0.55
"""The least weight of an exact time that wins over parts of the day that it does not lie in."""
_CLOCK = re.compile(r"\bday|day\b|\d{4}|[A-Z][a-z]{2}|night|morning|evening|afternoon|midnight|noon")
_PRONOUNCED = re.compile(r"\b(?:pronounced|declared|died)\b[^;]*$", re.IGNORECASE)
BEFORE, LATER = 80, 0.3
"""Characters within which a death is told before a time, and what a time counts that is more likely that of a death."""
_DATED = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)\w*\.?\s\d")
_AFTERWARDS = re.compile(r"\b(?:later|earlier|ago)\b", re.IGNORECASE)
"""What is told by how long it was from something else is that something's time no more."""
_MORNING = re.compile(r"\bmorning\b", re.IGNORECASE)
_SOME_HOURS = re.compile(r"\b(?:early|late|mid)\b|\d", re.IGNORECASE)
"""What tells which hours of a morning."""
_BODIES = re.compile(
    r"\b(?:(?:was|were|is|are|been)\s(?:\w+\s)?(?:found|discovered)(?:\s(?:\w+\s)?shot\b)?|(?:found|discovered|finds?)\b(?=[^.;]*\b(?:dead|bod(?:y|ies)|deceased|lifeless|remains)\b)"
    r"|(?:bod(?:y|ies)|dead)\b[^.;]*\b(?:found|discovered))\b"
)
"""Before a time at which somebody was found dead: it is later than what happened."""
_OTHER = re.compile(
    r"\b(?:as\sof|(?:in|is|was)\s(?:[\w-]+\s){0,3}condition(?:\son)?|past\sthe|spoken\sto\s(?:\w+\s){0,3}|(?:called|contacted|told|spoke\s(?:to|with))\s(?:[\w-]+\s){0,3}(?:[Nn]ews|station|reporters?|us|me)"
    r"|from\s[^.;]{0,30}\s(?:to|until)|(?:admission|(?:party|event|show|dance|concert|wake)\s(?:began|started))\b[^.;]{0,40}|(?:opens?|opened|closes?|closed)\sat|curfew\s\w+)\s$"
)
"""Right before a time that is of something else."""
_THEREAFTER = re.compile(
    r"^,?\s(?:(?:the\s)?(?:morning|day|night|evening|afternoon)\s)?(?:after|following|before)\s(?:the|that|this|his|her|their|a)?\s?(?:\w+\s)?(?:shooting|killing|murder|incident|homicide|slaying)"
    r"|^,?\s(?:another|an?\s(?:second|third|fourth|different|separate))\b|^\slunch\b",
    re.IGNORECASE,
)
_SHOOTING = re.compile(
    r"\b(?:sho(?:t|ts|oting|otings)|gunfire|gunshots?(?!\swounds?)|fired|gunned|killed|wounded|opened\sfire|happened|occurred|took\splace|respond\w*|called|calls?|dispatched|reports?|reported|erupted|began|broke\sout|rang\sout)\b",
    re.IGNORECASE,
)
_BOUNDS = re.compile(r"[,;—–]\s|\s(?:and|but|when|where|while|after|before|who)\s")
ASIDE = 0.85
"""What a time counts whose own clause tells of no shooting, and no call for one."""
_DAYLESS = re.compile(
    r"(?:at\s)?(?:about\s|around\s|approximately\s)?(?P<h>1[0-2]|0?[1-9])(?::(?P<min>[0-5]\d))?\s?(?P<m>[ap])\.?m\b\.?",
    re.IGNORECASE,
)
ANY_DAY = "0001-01-01"
_MERIDIEM = re.compile(r"[ap]\.?\s?m\b|noon|midnight|\d{4}", re.IGNORECASE)
_LATE = re.compile(r"^\s(?:(?:on|that|in|the|\w+day)\s){0,3}(?:evening|afternoon|night)\b", re.IGNORECASE)
"""After a time without a.m. or p.m.: "just after 5:00 on that Saturday evening"."""
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
            if _of_something_else(page.text, one.sentence, span):
                continue
            value = _whole_morning(span.exact, value)
            if not _MERIDIEM.search(span.exact) and _LATE.match(page.text[span.end : span.end + BEFORE]):
                value = _twelve_later(value)
            when = _on(day, value, alone=alone)
            surely = near(one.sentence, span.start, span.end)
            if _PRONOUNCED.search(page.text, max(one.sentence.start, span.start - BEFORE), span.start):
                surely *= LATER
            if when and surely >= NEAR and one.sentence.weight >= NEAR:
                weight = _told_of(one) * surely * (1.0 if _in_its_clause(page.text, one.sentence, span) else ASIDE)
                yield sources.said(Sign(order, span.start, span.end, when, weight))


def _told_of(one: Told) -> float:
    """How near a sentence with a time stands to what happened; one of the incident's own names that leads up to it, as its
    end or the next sentence of the paragraph tells, nearly as near as if it told it."""
    weight = telling(one)
    if GUNFIRE.search(one.sentence.text) or not one.sentence.ties:
        return weight
    line = one.page.text.find("\n", one.sentence.end)
    stop = min(one.sentence.end + NEXT, line if line >= 0 else len(one.page.text))
    leads = GUNFIRE.search(one.page.text, one.sentence.end, stop)
    return weight * (LEADING if leads else 1.0)


NEXT, LEADING = 160, 1.8
"""Characters of what follows, and how much more a sentence counts that leads up to the shooting."""


def _of_something_else(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether a time is that of finding the dead, of somebody's condition, or of what came after what happened."""
    first = max(sentence.start, span.start - ROUND)
    if _THEREAFTER.match(text[span.end : span.end + BEFORE]) or _OTHER.search(text, first, span.start):
        return True
    found = max((m.end() for m in _BODIES.finditer(text[first : span.start])), default=None)
    if found is None:
        return False
    return not any(m.start() >= found for m in _SHOOTING.finditer(text[first : span.start]))


def _in_its_clause(text: str, sentence: Sentence, span: Span) -> bool:
    """Whether the clause that a time stands in tells of the shooting, or of a call for it."""
    before = text[sentence.start : span.start]
    after = text[span.end : sentence.end]
    parts = [m.end() for m in _BOUNDS.finditer(before)]
    ends = [m.start() for m in _BOUNDS.finditer(after)]
    # a time between commas belongs to the clauses on both sides: "Monday, about 9 p.m., a man was shot"
    near = before[parts[-2] if len(parts) > 1 else 0 :] + " " + after[: ends[1] if len(ends) > 1 else len(after)]
    return bool(_SHOOTING.search(near))


def _whole_morning(words: str, value: str) -> str:
    """A morning that is told no closer may be any hour from midnight on: "Thursday morning" admits 1 a.m."""
    begin, _, end = value.partition("/")
    if not end or not _MORNING.search(words) or _SOME_HOURS.search(words) or "T" not in begin:
        return value
    return f"{begin[:10]}T00:00/{end}"


def _twelve_later(value: str) -> str:
    """A time of the first half of the day, in the second."""
    try:
        told = [datetime.fromisoformat(one) for one in value.split("/")]
    except ValueError:
        return value
    if any(one.hour >= NOON for one in told) or "T" not in value:
        return value
    return "/".join((one + timedelta(hours=NOON)).isoformat(timespec="minutes") for one in told)


NOON = 12
ROUND = 110
"""Characters before a time within which it is told what the time is of."""


def _clocks(field: Field, page: Page) -> Iterator[tuple[Span, str]]:
    """The times that claims tell, and those that stand in no claim: what is denied or unknown is left out."""
    seen: list[Span] = []
    for claim in page.reading.claims:
        values = [v for v in claim.values if v.field in field.filled_by]
        seen += [v.span for v in values]
        if not claim.polarity or claim.modality is Modality.UNKNOWN:
            seen += claim.spans
            continue
        yield from ((v.span, _dayless(v.value) or v.value) for v in values)
    for time in page.reading.times:
        if time.precision not in _FINE or any(s.start < time.span.end and time.span.start < s.end for s in seen):
            continue
        if time.start is None or time.end is None:
            if told := _dayless(time.span.exact):
                yield time.span, told
        else:
            yield time.span, time.start if time.start == time.end else f"{time.start}/{time.end}"


def _dayless(words: str) -> str | None:
    """A clock's time whose day reading could not tell, on a day that stands for any."""
    match = _DAYLESS.fullmatch(words.strip())
    if match is None:
        return None
    hour = int(match["h"]) % 12 + 12 * (match["m"].casefold() == "p")
    return f"{ANY_DAY}T{hour:02}:{match['min'] or '00'}" if hour < 24 else None


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
    told = told or [s for s in said if (w := _stretch(s.value)) and _plainly(w, whole[0]) and s.weight >= PLAIN]
    if not told:
        return found
    exact = cell(field, told).value or ""
    return proposed(field, exact, f"the most exact time told; {TIES}", said)


EXACT = timedelta(minutes=70)
"""How long a stretch may be that still tells a time and not a part of the day."""


def _plainly(told: tuple[datetime, datetime], whole: datetime) -> bool:
    """Whether an exact time is not of a day before that of a part of the day."""
    return told[1] - told[0] <= EXACT and told[0].date() >= whole.date()


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
