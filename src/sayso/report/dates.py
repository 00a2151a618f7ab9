"""Dates and intervals for people."""

from __future__ import annotations

import re
from datetime import date, datetime

from sayso.model import Precision
from sayso.report.inert import one_line

_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?")
_DAY = re.compile(r"“[^”]*”|(?<![\d-])(\d{4}-\d\d-\d\d)(?![\d-])")
_PARTS = ((5, "night"), (12, "morning"), (17, "afternoon"), (21, "evening"), (24, "night"))
_MONTHS = "January February March April May June July August September October November December".split()


def day(when: date | str | None, precision: Precision | None = None) -> str:
    """A date for people: 12 September 2025, 09:30."""
    if when is None:
        return ""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when) if len(when) > 10 else date.fromisoformat(when)
        except ValueError:
            return one_line(str(when))
    if precision is Precision.YEAR:
        return str(when.year)
    month = f"{_MONTHS[when.month - 1]} {when.year}"
    if precision is Precision.MONTH:
        return month
    told = f"{when.day} {month}"
    if isinstance(when, datetime) and precision in (None, Precision.HOUR, Precision.MINUTE):
        told += f", {when:%H:%M}"
        if when.tzinfo is not None:
            told += f" (UTC{when:%z})".replace("+0000", "")
    return told


def with_days(sentence: str) -> str:
    """A sentence of ours in one line, with its ISO days as dates for people; what it quotes is left as it is."""
    return _DAY.sub(lambda told: day(told[1]) if told[1] else told[0], one_line(sentence))


def when_of(at: str, until: str, precision: Precision) -> str:
    """An interval of time for people: a day and a part of it, or from one day to another."""
    start, end = day(at, precision), day(until, precision)
    if precision is Precision.PART_OF_DAY and len(at) > 11 and at[11:13].isdigit():
        return f"{start}, {next(name for hour, name in _PARTS if int(at[11:13]) % 24 < hour)}"
    fine = precision in (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY)
    return start if start == end or (fine and at[:10] == until[:10]) else f"{start} to {end}"


def short_day(when: date | str | None, *, year: bool = False) -> str:
    """A date in few characters: 12 Sept, or with its year where a dossier runs over several."""
    told = day(when, Precision.DAY).split(" ")
    if len(told) != 3 or told[1] not in _MONTHS:
        return " ".join(told)
    month = "Sept" if told[1] == "September" else told[1] if len(told[1]) < 6 else told[1][:3]
    return f"{told[0]} {month} {told[2]}" if year else f"{told[0]} {month}"


def short_time(when: str, *, year: bool = False) -> str:
    """A day in few characters, with the time where the ISO 8601 text has one: 12 Sept, 21:45."""
    return short_day(when, year=year) + (f", {when[11:16]}" if "T" in when else "")


def value_words(value: str) -> str:
    """A typed value for people: days and times as dates, "" for a bare 0 or 1, which only says no or yes."""
    if value in ("0", "1"):
        return ""
    start, _, end = value.partition("/")
    if not _ISO.fullmatch(start) or (end and not _ISO.fullmatch(end)):
        return one_line(value)
    if not end:
        return day(start)
    told = day(start, Precision.MINUTE), day(end, Precision.MINUTE)
    return f"{told[0]} to {end[11:16]}" if start[:10] == end[:10] and len(end) > 11 else f"{told[0]} to {told[1]}"
