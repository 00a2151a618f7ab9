"""Dates as pages and mails write them. A date whose year, month or day is missing is no date."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

EARLIEST = date(1980, 1, 1)  # electronic news is not older; an earlier date is a default or a slip
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "est": -5, "edt": -4, "et": None, "cst": -6, "cdt": -5, "ct": None, "mst": -7,
    "mdt": -6, "mt": None, "pst": -8, "pdt": -7, "pt": None, "akst": -9, "akdt": -8, "hst": -10, "bst": 1, "cet": 1,
    "cest": 2,
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_TIME = (
    r"(?:[\s,:|·•–—-]{0,4}(?:at\s+|@\s*)?(?P<hour>\d{1,2})(?::(?P<minute>\d{2}))(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?"
    r"(?:\s*\(?(?P<zone>" + "|".join(sorted(_ZONES, key=len, reverse=True)) + r")\b\)?)?)?"
)
_WRITTEN = re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b{_TIME}", re.IGNORECASE)
_BRITISH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b{_TIME}", re.IGNORECASE
)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*([ap]\.?m\.?)?[\s·•,|-]{1,4}$", re.IGNORECASE)
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?Z|\s?[+-]\d{2}:?\d{2})?)?")
_SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})\b" + _TIME, re.IGNORECASE)
_IN_URL = re.compile(r"/(\d{4})[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/_.-]|$)", re.IGNORECASE)
_BASIC = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z)?$")


def sane(value: date | None) -> bool:
    """Whether a date is one that electronic news can have."""
    return value is not None and EARLIEST <= day(value) <= date(2200, 1, 1)


def day(value: date) -> date:
    """The day of a date or a datetime."""
    return value.date() if isinstance(value, datetime) else value


def later(one: date, other: date) -> bool:
    """Whether `one` is later than `other`: by the moment where both are known to it, by the day otherwise."""
    if isinstance(one, datetime) and isinstance(other, datetime) and (one.tzinfo is None) == (other.tzinfo is None):
        return one > other
    return day(one) > day(other)


def parse_stamp(text: str) -> date | None:
    """The date of a machine-written stamp: ISO 8601, RFC 2822, or else a written date. None when there is none."""
    text = text.strip()
    if not text or len(text) > 200:
        return None
    basic = _BASIC.match(text)
    if basic:
        return _made(int(basic[1]), int(basic[2]), int(basic[3]), basic[4], basic[5], None, "z" if basic[7] else None)
    iso = _ISO.search(text)
    if iso and iso.start() == 0:
        return _iso(iso[0])
    if re.match(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-][A-Za-z]{3}[\s-]\d{4}\s+\d", text):
        try:
            return _checked(parsedate_to_datetime(text))
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return parse_written(text)


def parse_written(text: str) -> date | None:
    """The first date that a person wrote in `text` with its year, month and day ("Sept. 12, 2025 at 4:05 PM EDT")."""
    text = re.sub(r"\s+", " ", text[:400])
    found = [match for pattern in (_WRITTEN, _BRITISH, _ISO, _SLASHED) if (match := pattern.search(text))]
    if not found:
        return None
    match = min(found, key=lambda one: one.start())
    if match.re is _ISO:
        return _iso(match[0])
    month = match["month"]
    number = MONTHS[month.lower()] if month.lower() in MONTHS else int(month)
    hour, minute, half, zone = match["hour"], match["minute"], match["half"], match["zone"]
    if hour is None and (clock := _CLOCK.search(text[: match.start()])):
        hour, minute, half = clock[1], clock[2], clock[3]
    return _made(int(match["year"]), number, int(match["day"]), hour, minute, half, zone)


def date_in_url(url: str) -> date | None:
    """The day in an address like `/2025/09/12/` or `/2025/sep/12/`."""
    match = _IN_URL.search(url)
    if not match:
        return None
    month = MONTHS.get(match[2].lower()) or (int(match[2]) if match[2].isdigit() else 0)
    return _made(int(match[1]), month, int(match[3]), None, None, None, None)


def _iso(text: str) -> date | None:
    text = re.sub(r"\s+(?=[Z+-])", "", text)
    try:
        return _checked(datetime.fromisoformat(text) if len(text) > 10 else date.fromisoformat(text))
    except ValueError:
        return None


def _made(
    year: int, month: int, number: int, hour: str | None, minute: str | None, half: str | None, zone: str | None
) -> date | None:
    try:
        if hour is None or minute is None:
            return _checked(date(year, month, number))
        hours = int(hour) % 12 + (12 if half[0].lower() == "p" else 0) if half else int(hour)
        shift = _ZONES.get(zone.lower()) if zone else None
        tz = None if shift is None else timezone(timedelta(hours=shift))
        return _checked(datetime(year, month, number, hours, int(minute), tzinfo=tz))
    except (ValueError, OverflowError):
        return None


def _checked(value: date) -> date | None:
    return value if sane(value) else None
