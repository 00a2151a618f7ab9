"""Words that tell a time, found by pattern: the atoms that `sayso.read.times` puts together and resolves.

Imports nothing of ours. Every pattern is bounded, so a scan is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"),
            *("twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
} | {"a": 1, "an": 1, "a couple of": 2, "thirty": 30, "forty": 40, "fifty": 50}

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?\.?|July?\.?|Aug(?:ust|\.)?|"
    r"Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|"
    r"JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
_WEEKDAY = r"(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)(?i:day)|(?:Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun)\.(?=[ ,]))"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_CLOCK = r"(?:1[0-2]|0?\d)(?:[:.][0-5]\d)?"
_HALF = r"\s?(?:a\.?m\b\.?|p\.?m\b\.?|A\.?M\b\.?|P\.?M\b\.?)"
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True)) + r"|several|few|a few)"
_UNIT = r"(?:second|minute|hour|day|night|week|month|year)s?"
_NOT_AGE = r"(?![-\s]old\b)"

ATOM = re.compile(
    "|".join(
        (
            rf"(?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])-(?:3[01]|[12]\d|0[1-9])"
            r"(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?(?!\d))",
            rf"(?P<numeric>(?<![\d/.])(?:1[0-2]|0?[1-9])/(?:3[01]|[12]\d|0?[1-9])/(?:{_YEAR}|\d\d)(?![\d/]))",
            r"(?P<holiday>\b(?:Christmas(?:\s(?:Eve|Day)|(?=\s(?:morning|afternoon|evening|night)))|New\sYear['’]s\s(?:Eve|Day)"
            r"|(?:the\s)?(?:July\sFourth|Fourth\sof\sJuly)|Independence\sDay|Halloween|Valentine['’]s\sDay|Juneteenth"
            r"|Veterans\sDay|Thanksgiving(?:\sDay)?|Labor\sDay|Memorial\sDay|Martin\sLuther\sKing(?:\sJr\.?)?\sDay"
            r"|MLK\sDay|Presidents['’]?\sDay|Mother['’]s\sDay|Father['’]s\sDay|Columbus\sDay)\b(?:,?\s(?:1[89]|20)\d\d\b)?)",
            rf"(?P<monthday>\b{_MONTH}\s{{1,2}}{_DAY}\b(?![:\d]|\s?[ap]\.?m\b|\s+(?:people|officers|men|women))"
            rf"(?:(?:,\s?|\s){_YEAR}\b)?)",
            rf"(?P<daymonth>\b{_DAY}\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR}\b)?)(?=\W|$)",
            rf"(?P<monthyear>\b{_MONTH},?\s(?:of\s)?{_YEAR}\b)",
            rf"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|[Ff]rom|[Bb]y|[Ff]or)\s(?P<month>{_MONTH})(?=[\s,.;)]|$)(?!\s[A-Z\d]|\.\s\d))",
            rf"(?P<nearmonth>\b(?i:last|next|this|this\spast|early|late|mid|mid-|earlier\sin|later\sin)[\s-]{_MONTH}(?=[\s,.;)]|$))",
            rf"(?P<weekday>\b(?:(?i:this\spast|last|next|this\scoming|this|early\son|early|earlier|late\son|late|the\s(?:following|previous))\s)?"
            rf"{_WEEKDAY})(?!\w)",
            r"(?P<today>\b(?i:earlier\stoday|later\stoday|today|yesterday|tonight|tomorrow|overnight|last\snight|"
            r"(?:early\s|late\s|earlier\s|later\s)?this\s(?:very\s)?(?:morning|afternoon|evening)|"
            r"the\sday\sbefore\syesterday)\b)",
            r"(?P<period>\b(?i:(?:earlier\s|later\s|late\s)?(?:this|last|next|this\spast|the\spast)\s(?:week|month|year|weekend)|"
            r"over\sthe\sweekend)\b)",
            rf"(?P<ago>\b(?i:{_COUNT})\s(?i:{_UNIT})\s(?i:ago|later|earlier|afterwards?|before\sthat|after\sthat)\b)",
            r"(?P<then>\b(?i:the\s(?:same|next|following|previous)\s(?:day|morning|afternoon|evening|night|week|month|year)|"
            r"the\s(?:day|night)\sbefore|that\s(?:same\s)?(?:day|morning|afternoon|evening|night))\b)",
            rf"(?P<clock>(?<![\d:.$]){_CLOCK}(?:(?:\s?[-–]\s?|\sto\s|\sand\s){_CLOCK})?{_HALF})",
            r"(?P<word>\b(?i:noon|midnight|midday)\b)",
            r"(?P<military>\b(?:[01]\d|2[0-3])[0-5]\d\s(?:hours|hrs)\b)",
            r"(?P<oclock>\b(?i:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\so['’]clock\b)",
            rf"(?:\b(?i:at|around|about|approximately|before|after|until|by)\s(?P<bare>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\d:]|{_HALF}|\s?[-–]))",
            r"(?P<part>\b(?i:morning|afternoon|evening|night|dawn|dusk)\b)",
            rf"(?:\b(?i:in|since|during|until|of|from|by|early|late|mid|around|back\sin)[\s-](?P<year>{_YEAR})\b"
            r"(?!\s+block|[-/:.]\d|\s+(?:block|hours|people|miles|feet)|[,]\d{3}))",
            rf"(?P<yearnoun>\b{_YEAR}\b)(?=\s(?:shooting|killing|case|incident|death|murder|attack|conviction|arrest|robbery"
            r"|study|report|crash|lawsuit|election)\b)",
        )
    )
)

APPROXIMATE = re.compile(
    r"(?:\b(?:about|around|approximately|roughly|nearly|almost|circa|sometime|some time|close to|"
    r"(?:a little|a bit|just|shortly|soon|moments|minutes|sometime) (?:before|after|past|around)|shortly|"
    r"early|late|a few minutes (?:before|after|past))\s)+$",
    re.IGNORECASE,
)
"""What may stand before a time and makes it approximate; taken into its span."""

JOIN = re.compile(
    r"^[,\s(]*(?:\b(?:at|on|in|of|the|just|shortly|soon|about|around|approximately|roughly|nearly|almost|before|after|past|"
    r"sometime|a|little|local|time|Eastern|Central|Mountain|Pacific|ET|EST|EDT|CT|CST|CDT|MT|MST|MDT|PT|PST|PDT)\b[,\s]*)*$",
    re.IGNORECASE,
)
"""What may stand between two atoms of one time."""

_AGE_AFTER = re.compile(_NOT_AGE)


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch that tells a time or a part of one: `kind` is the pattern's name, `start` and `end` are in the text
    that was scanned. `slots` are what it fills: of one time, no two atoms may fill the same."""

    kind: str
    start: int
    end: int
    text: str
    approximate: bool = False

    @property
    def slots(self) -> frozenset[str]:
        """What of a time this tells: the weekday, the date, the clock, the part of the day, or all (`whole`)."""
        return _SLOTS.get(self.kind, frozenset({"whole", "date", "weekday"}))


_SLOTS = {
    "iso": frozenset({"date", "weekday"}),
    "numeric": frozenset({"date"}),
    "monthday": frozenset({"date"}),
    "holiday": frozenset({"date"}),
    "daymonth": frozenset({"date"}),
    "weekday": frozenset({"weekday"}),
    "today": frozenset({"weekday", "relative"}),
    "then": frozenset({"weekday", "date", "relative"}),
    "clock": frozenset({"clock"}),
    "word": frozenset({"clock"}),
    "military": frozenset({"clock"}),
    "oclock": frozenset({"clock"}),
    "bare": frozenset({"clock"}),
    "part": frozenset({"part"}),
}
MERGEABLE = frozenset(_SLOTS)
SPACE = re.compile(r"[\s ]")


def atoms(text: str) -> Iterator[Atom]:
    """The atoms of `text`, in order, never overlapping."""
    for match in ATOM.finditer(text):
        kind = match.lastgroup
        if kind is not None and _AGE_AFTER.match(text, match.end(kind)):
            start, end = match.span(kind)
            yield Atom(kind=kind, start=start, end=end, text=text[start:end])


def groups(text: str) -> Iterator[tuple[Atom, ...]]:
    """Atoms put together into the times they tell ("Friday, Sept. 12" and "about 2 a.m."), in text order.

    A group never holds two atoms that fill the same slot. A part of a day alone ("night") is no time and is left out.
    The first atom's span includes the words that make the time approximate ("shortly before").
    """
    run: list[Atom] = []
    for atom in atoms(text):
        if run and _joins(text, run, atom):
            run.append(atom)
            continue
        yield from _closed(text, run)
        run = [atom]
    yield from _closed(text, run)


def _joins(text: str, run: list[Atom], atom: Atom) -> bool:
    gap = text[run[-1].end : atom.start]
    if len(gap) > 40 or atom.kind not in MERGEABLE or any(a.kind not in MERGEABLE for a in run):
        return False
    filled = frozenset[str]().union(*(a.slots for a in run))
    if filled & atom.slots or not JOIN.match(gap):
        return False
    # a day named twice ("Friday, Sept. 12") is one day only where nothing but a comma stands between
    return not ({"weekday", "date"} & filled and {"weekday", "date"} & atom.slots and gap.strip(" ,("))


def _closed(text: str, run: list[Atom]) -> Iterator[tuple[Atom, ...]]:
    if run and not (len(run) == 1 and run[0].kind == "part"):
        before = text[max(0, run[0].start - 48) : run[0].start]
        match = APPROXIMATE.search(before)
        hedged = match is not None or any(APPROXIMATE.search(text[a.end : b.start]) for a, b in pairwise(run))
        if match is not None:
            run[0] = replace(run[0], start=run[0].start - len(match.group()))
        yield (replace(run[0], approximate=hedged), *run[1:])


def weekday_of(words: str) -> int | None:
    """The weekday that `words` name, Monday 0 to Sunday 6."""
    return next((i for word in words.lower().split() for i, day in enumerate(WEEKDAYS) if word.startswith(day)), None)


def month_of(words: str) -> int | None:
    """The month that `words` name, 1 to 12."""
    found = re.findall(r"[a-z]{3,}", words.lower())
    return next((MONTHS.index(word[:3]) + 1 for word in found if word[:3] in MONTHS), None)


def count_of(words: str) -> int | None:
    """The number that `words` begin with, as digits or in letters; None for "several" and the like."""
    told = words.lower()
    digits = re.match(r"\d+", told)
    if digits:
        return int(digits.group())
    return next((NUMBERS[w] for w in sorted(NUMBERS, key=len, reverse=True) if told.startswith(w + " ")), None)
