"""What the atoms of one time come to on the calendar: see `sayso.read.times` for the rules in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from dateutil.parser import isoparse
from dateutil.relativedelta import FR, MO, SA, SU, TH, TU, WE, relativedelta

from sayso.model import Precision
from sayso.read.time_words import Atom, count_of, month_of, weekday_of

PUBLICATION = "publication date"
TEXT = "the text"
_WEEKDAYS = (MO, TU, WE, TH, FR, SA, SU)
AHEAD_OF_PUBLICATION = 60
"""Days by which a date without a year may lie after publication, where nothing says that the words look ahead."""
_PARTS = {
    "early": (0, 0, 6),
    "dawn": (0, 4, 6),
    "dusk": (0, 17, 20),
    "morning": (0, 5, 11),
    "afternoon": (0, 12, 17),
    "evening": (0, 17, 22),
    "night": (0, 18, 26),
    "late": (0, 20, 23),
    "overnight": (-1, 20, 30),
}
"""For each part of a day: the day it begins on (0: the day named), its first hour and its last, counted on past 24."""


class Ahead(Protocol):
    """Tells whether the words around look ahead; asked only where it matters."""

    def __bool__(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class When:
    """A resolved interval, both ends included: `start` and `end` are both dates or both datetimes.

    `anchor` is what it was resolved against, as in `sayso.model.Time`.
    """

    start: date
    end: date
    precision: Precision
    anchor: str

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


def resolve(
    group: Sequence[Atom], text: str, published: date | None, before: tuple[str, When] | None, ahead: Ahead
) -> When | None:
    """What a group of atoms comes to. `published` is the date or datetime that relative words lean on, `before` the id
    of the time told before it and what that came to. None where there is nothing to resolve against, or no calendar has
    such a day."""
    base = published.date() if isinstance(published, datetime) else published
    try:
        if len(group) == 1 and (whole := _whole(group[0], base, before, ahead)) is not None:
            return whole
        day = _day(group, base, before, ahead)
        return None if day is None else _told_before(_within(group, text, day), group, published, ahead)
    except (ValueError, OverflowError):  # 30 February, or a year past the calendar's end
        return None


def _told_before(when: When, group: Sequence[Atom], published: date | None, ahead: Ahead) -> When:
    """A time of the clock without a day, moved back a day where it would lie after publication: it has been told."""
    alone = all(a.slots <= {"clock"} for a in group)
    if not alone or published is None or not isinstance(when.start, datetime) or not isinstance(when.end, datetime):
        return when
    late = when.start > published.replace(tzinfo=None) if isinstance(published, datetime) else when.day > published
    if not late or ahead:
        return when
    back = timedelta(days=1)
    return When(when.start - back, when.end - back, when.precision, when.anchor)


def _whole(atom: Atom, base: date | None, before: tuple[str, When] | None, ahead: Ahead) -> When | None:
    """An atom that is a time by itself: a period, a year, a month, a step from another time."""
    words = atom.text.lower()
    match atom.kind:
        case "year" | "yearnoun":
            year = int(atom.text)
            return When(date(year, 1, 1), date(year, 12, 31), Precision.YEAR, TEXT)
        case "monthyear":
            return _month(int(words[-4:]), month_of(words) or 1, TEXT)
        case "month" | "nearmonth" if base is not None:
            month = month_of(words) or 1
            forward = words.startswith("next") or (bool(ahead) and not words.startswith("last"))
            year = base.year + (month < base.month if forward else -(month > base.month))
            if words.startswith("last") and (year, month) == (base.year, base.month):
                year -= 1
            return _month(year, month, PUBLICATION)
        case "period" if base is not None:
            return _period(words, base)
        case "ago":
            return _step(words, base, before)
        case "iso" if len(atom.text) > 10:
            at = isoparse(atom.text)
            return When(at, at, Precision.MINUTE, TEXT)
        case _:
            return None


def _month(year: int, month: int, anchor: str) -> When:
    first = date(year, month, 1)
    return When(first, first + relativedelta(months=1, days=-1), Precision.MONTH, anchor)


def _period(words: str, base: date) -> When:
    sign = -1 if "last" in words.split() else 1 if "next" in words.split() else 0
    if "weekend" in words:
        # the latest Saturday that is not after publication; a weekend still running is "this weekend"
        saturday = base - timedelta(days=(base.weekday() - 5) % 7)
        if sign == -1 and base.weekday() >= 5:
            saturday -= timedelta(days=7)
        return When(
            saturday + timedelta(days=7 * (sign == 1)),
            saturday + timedelta(days=7 * (sign == 1) + 1),
            Precision.DAY,
            PUBLICATION,
        )
    if "week" in words:
        monday = base - timedelta(days=base.weekday()) + timedelta(days=7 * sign)
        last = min(monday + timedelta(days=6), base) if words.startswith("earlier") else monday + timedelta(days=6)
        return When(monday, last, Precision.WEEK, PUBLICATION)
    if "month" in words:
        first = base.replace(day=1) + relativedelta(months=sign)
        found = _month(first.year, first.month, PUBLICATION)
        return When(found.start, base, Precision.MONTH, PUBLICATION) if words.startswith("earlier") else found
    year = base.year + sign
    last = base if words.startswith("earlier") else date(year, 12, 31)
    return When(date(year, 1, 1), last, Precision.YEAR, PUBLICATION)


_UNITS = {
    "second": ("seconds", Precision.MINUTE),
    "minute": ("minutes", Precision.MINUTE),
    "hour": ("hours", Precision.HOUR),
    "day": ("days", Precision.DAY),
    "night": ("days", Precision.DAY),
    "week": ("weeks", Precision.WEEK),
    "month": ("months", Precision.MONTH),
    "year": ("years", Precision.YEAR),
}


def _step(words: str, base: date | None, before: tuple[str, When] | None) -> When | None:
    """So many days (weeks …) ago, later, earlier."""
    count = count_of(words)
    unit = next((u for u in _UNITS if re.search(rf"\b{u}s?\b", words)), None)
    if count is None or unit is None:
        return None
    name, precision = _UNITS[unit]
    if words.endswith("ago"):
        origin, anchor, sign = base, PUBLICATION, -1
    elif before is not None:
        origin, anchor = before[1].start, before[0]
        sign = -1 if words.endswith(("earlier", "before that")) else 1
    else:
        return None
    fine = name in {"seconds", "minutes", "hours"}
    if origin is None or (fine and not isinstance(origin, datetime)):
        return None
    if not fine and isinstance(origin, datetime):
        origin = origin.date()
    at = origin + relativedelta(**{name: sign * count})  # type: ignore[arg-type]
    if precision is Precision.YEAR:
        return When(date(at.year, 1, 1), date(at.year, 12, 31), precision, anchor)
    if precision is Precision.MONTH:
        return _month(at.year, at.month, anchor)
    if precision is Precision.WEEK:
        return When(at - timedelta(days=3), at + timedelta(days=3), precision, anchor)
    return When(at, at, precision, anchor)


def _day(
    group: Sequence[Atom], base: date | None, before: tuple[str, When] | None, ahead: Ahead
) -> tuple[date, str] | None:
    """The day that a group names, and what it was resolved against."""
    named = {a.kind: a for a in group}
    for kind in ("iso", "numeric", "holiday", "monthday", "daymonth"):
        if kind in named:
            return _calendar(
                named[kind], base, ahead, weekday_of(named["weekday"].text) if "weekday" in named else None
            )
    if "weekday" in named:
        return _weekday(named["weekday"].text.lower(), base, before, ahead)
    if "today" in named and base is not None:
        words = named["today"].text.lower()
        back = (
            2
            if "before" in words
            else 1
            if re.search(r"yesterday|last night", words)
            else -1
            if "tomorrow" in words
            else 0
        )
        return base - timedelta(days=back), PUBLICATION
    if "then" in named and before is not None:
        words = named["then"].text.lower()
        step = 1 if re.search(r"next|following", words) else -1 if re.search(r"previous|before", words) else 0
        days = {"week": 7, "month": 30, "year": 365}.get(words.split()[-1], 1)
        return before[1].day + timedelta(days=step * days), before[0]
    if before is not None and not {"today", "then"} & named.keys():
        # a clock time alone is of the day last told, or of the small hours after its night
        return before[1].day + timedelta(days=int(_small_hours(named) and _is_night(before[1]))), before[0]
    return None


def _small_hours(named: Mapping[str, Atom]) -> bool:
    clock = next((a for a in named.values() if "clock" in a.slots), None)
    return clock is not None and _hours(clock, None)[0] < 5 * 60


def _is_night(when: When) -> bool:
    return isinstance(when.start, datetime) and when.start.hour >= 17


def _weekday(words: str, base: date | None, before: tuple[str, When] | None, ahead: Ahead) -> tuple[date, str] | None:
    weekday = weekday_of(words)
    if weekday is None:
        return None
    if words.startswith(("the following", "the previous")):
        if before is None:
            return None
        gap = (weekday - before[1].day.weekday() - 1) % 7 + 1
        return before[1].day + timedelta(days=gap if "following" in words else gap - 7 or -7), before[0]
    if base is None:
        return None
    if words.startswith(("next", "this coming")):
        return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1), PUBLICATION
    if words.startswith("last"):
        return base - timedelta(days=(base.weekday() - weekday - 1) % 7 + 1), PUBLICATION
    if ahead:
        return base + timedelta(days=(weekday - base.weekday()) % 7), PUBLICATION
    return base - timedelta(days=(base.weekday() - weekday) % 7), PUBLICATION


def _calendar(atom: Atom, base: date | None, ahead: Ahead, weekday: int | None) -> tuple[date, str] | None:
    """A date of the calendar, with its year or without; a weekday told with it helps to find the year."""
    text = atom.text
    if atom.kind == "iso":
        return date.fromisoformat(text[:10]), TEXT
    if atom.kind == "numeric":
        month, day, year = (int(n) for n in text.split("/"))
        return date(year + (2000 if year < 70 else 1900) * (year < 100), month, day), TEXT
    if atom.kind == "holiday":
        return _holiday(text, base, ahead)
    month = month_of(text) or 1
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    day = numbers[0]
    if len(numbers) > 1:
        return date(numbers[1], month, day), TEXT
    if base is None:
        return None
    found = [date(y, month, day) for y in range(base.year + 1, base.year - 9, -1) if _exists(y, month, day)]
    if weekday is not None:
        matching = [d for d in found if d.weekday() == weekday]
        near = min(matching, key=lambda d: abs(d - base), default=None)
        if near is not None and abs((near - base).days) < 366:
            return near, PUBLICATION
    horizon = base + timedelta(days=300 if ahead else AHEAD_OF_PUBLICATION)
    latest = next((d for d in found if d <= horizon), None)
    return (latest, PUBLICATION) if latest else None


_FIXED = {
    "christmas eve": (12, 24), "christmas": (12, 25), "new year's eve": (12, 31), "new year's": (1, 1),
    "fourth": (7, 4), "independence": (7, 4), "halloween": (10, 31), "valentine": (2, 14), "juneteenth": (6, 19),
    "veterans": (11, 11),
}  # fmt: skip
_NTH = {
    "thanksgiving": (11, 3, 4), "labor": (9, 0, 1), "memorial": (5, 0, -1), "martin": (1, 0, 3), "mlk": (1, 0, 3),
    "presidents": (2, 0, 3), "mother's": (5, 6, 2), "father's": (6, 6, 3), "columbus": (10, 0, 2),
}  # fmt: skip
"""US holidays: month, weekday (Monday 0), and the how-manieth of the month, -1 the last."""


def _holiday(text: str, base: date | None, ahead: Ahead) -> tuple[date, str] | None:
    words = text.lower().replace("’", "'")
    year = re.search(r"\d{4}", words)
    if year is not None:
        found = _feast(words, int(year.group()))
        return (found, TEXT) if found else None
    if base is None:
        return None
    days = [day for y in range(base.year + 1, base.year - 2, -1) if (day := _feast(words, y)) is not None]
    horizon = base + timedelta(days=300 if ahead else 14)
    return next(((day, PUBLICATION) for day in days if day <= horizon), None)


def _feast(words: str, year: int) -> date | None:
    fixed = next((day for name, day in _FIXED.items() if name in words), None)
    if fixed is not None:
        return date(year, *fixed)
    nth = next((rule for name, rule in _NTH.items() if name in words), None)
    if nth is None:
        return None
    month, weekday, count = nth
    return date(year, month, 1) + relativedelta(day=31 if count < 0 else 1, weekday=_WEEKDAYS[weekday](count))


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _within(group: Sequence[Atom], text: str, day: tuple[date, str]) -> When:
    """The interval within a day that a group tells: the day, a part of it, or a time of the clock."""
    words = text[group[0].start : group[-1].end].lower()
    on, anchor = day
    clock = next((a for a in group if "clock" in a.slots), None)
    if clock is not None:
        part = next(
            (p for p in ("morning", "afternoon", "evening", "night") if re.search(rf"(?<!mid){p}", words)), None
        )
        hours = _hours(clock, part)
        start, end = (datetime.combine(on, datetime.min.time()) + timedelta(minutes=m) for m in hours)
        lead = (
            text[group[0].start : clock.start][-24:].lower()
            if clock is not group[0]
            else text[clock.start : clock.end].lower()
        )
        half = timedelta(minutes=30)
        if re.search(r"\b(shortly|just|soon|moments|minutes|little|bit) (before)\b", lead):
            start = end - half
        elif re.search(r"\b(shortly|just|soon|moments|minutes|little|bit) (after|past)\b", lead):
            end = start + half
        fine = clock.kind in {"bare", "military", "word"} or re.search(r"\d[:.]\d\d", clock.text)
        return When(start, end, Precision.MINUTE if fine else Precision.HOUR, anchor)
    part = next((p for p in ("overnight", "dawn", "dusk") if p in words), None)
    if part is None and (edge := re.match(r"early\b|late\b", words)):
        # "early Tuesday evening" is of the evening, "late Friday morning" of the morning
        named = re.search(r"morning|afternoon|evening|(?<!mid)night", words)
        part = edge.group() if not named or edge.group() + named.group() in _EDGES else named.group()
    part = part or next((p for p in _PARTS if re.search(rf"(?<!mid){p}", words)), None)
    if part in {"early", "late"} and not re.search(rf"\b{part}\b", words):
        part = None
    if part is not None:
        first, low, high = _PARTS[part]
        midnight = datetime.combine(on + timedelta(days=first), datetime.min.time())
        return When(
            midnight + timedelta(hours=low), midnight + timedelta(hours=high, minutes=59), Precision.PART_OF_DAY, anchor
        )
    return When(on, on, Precision.DAY, anchor)


_EDGES = {"earlymorning", "latenight"}
_OCLOCK = {"a.m.": 0, "p.m.": 12}


def _hours(clock: Atom, part: str | None) -> tuple[int, int]:
    """First and last minute, counted from the day's midnight, of a time of the clock."""
    words = clock.text.lower()
    if clock.kind == "word":
        # midnight ends the night that is named: "Sunday midnight", "just before midnight Sunday"
        noon = (
            24 * 60 if words == "midnight" and part in {"night", "evening"} else 0 if words == "midnight" else 12 * 60
        )
        return noon, noon
    if clock.kind == "military":
        minutes = int(words[:2]) * 60 + int(words[2:4])
        return minutes, minutes
    if clock.kind == "oclock":
        hour = (count_of(words.replace("o'", " o'").replace("o’", " o’")) or 0) % 24
        return _half(hour, 0, part), _half(hour, 0, part)
    told = [(int(h), int(m or 0)) for h, m in re.findall(r"(\d{1,2})(?:[:.](\d\d))?", words)]
    if clock.kind == "bare":
        hour, minute = told[0]
        at = _half(hour, minute, part)
        return at, at
    afternoon = 12 if re.search(r"p\.?\s?m", words) else 0
    found = [(h % 12 + afternoon) * 60 + m for h, m in told]
    first, last = found[0], found[-1]
    if first <= last:
        return first, last
    return first - 12 * 60 if first >= 12 * 60 else first, max(last, first % (12 * 60))


def _half(hour: int, minute: int, part: str | None) -> int:
    """Minutes from midnight of an hour of the clock, with the half of the day taken from the part that is named."""
    if part in {"afternoon", "evening", "night"} and 1 <= hour < 12 and not (part == "night" and hour < 6):
        hour += 12
    return hour * 60 + minute
