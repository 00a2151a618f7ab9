"""Whether two values of one topic agree, one says more than the other, or both cannot be."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum

from sayso.model import Value
from sayso.reconcile.agents.names import compatible
from sayso.reconcile.agents.names import words as names
from sayso.reconcile.clocks import minutes
from sayso.reconcile.numbers import numeral
from sayso.reconcile.statements.matters import matter
from sayso.reconcile.words import NUMBERS, content

STEP = 0.3
"""How far apart two places on a scale must be for the accounts to differ and not only to be put otherwise."""
NAMES = frozenset({"victim_name", "suspect_name", "officer_name", "name"})
EXACT = frozenset({"date", "time", "age", "shots", "hits", "killed", "injured", "shot", "fired_first"})
"""Fields with one right value, so that two different ones cannot both be."""
WORDED = frozenset({"unarmed", "complied"})
OPPOSED = {"weapon": "unarmed", "resistance": "complied"}
"""Fields of kinds where one value rules out all others."""
SOUGHT = "wanted"
"""The value for whoever is not held yet."""
ARMED = "armed"
"""The value for having some weapon, of which all others are kinds."""
GENERATION = 15
"""Years between two ages of one name that are a parent's and a child's rather than two accounts of one person's."""


class Fit(Enum):
    """How two values stand to each other, whoever says them."""

    SAME = "same"
    MORE = "more"
    APART = "apart"
    OPEN = "open"


def fit(a: Value, b: Value) -> Fit:
    """How two values of one field, about one thing, stand to each other."""
    if a.grade is not None and b.grade is not None:
        if RECOVERING in {a.value, b.value} and max(a.grade, b.grade) < DEAD:
            return Fit.MORE  # who is in critical condition may be expected to live
        return Fit.APART if abs(a.grade - b.grade) >= STEP else Fit.SAME if a.value == b.value else Fit.MORE
    one, two = a.value.casefold(), b.value.casefold()
    if one == two:
        return Fit.SAME
    told = matter(a.field)
    if told is not None:
        if a.value in told.wider(b.value) or b.value in told.wider(a.value):
            return Fit.MORE
        return Fit.APART if told.moves or told.clash(a.value, b.value) else Fit.OPEN
    if a.field in NAMES:
        if compatible(a.value, b.value):
            return Fit.SAME
        # One name alone may be the middle name of a full one, or what somebody is called: it disputes nothing.
        return Fit.OPEN if (len(names(a.value)) == 1) != (len(names(b.value)) == 1) else Fit.APART
    if a.field in {"date", "time"}:
        return _nights(a, b) or _times(_clocked(a), _clocked(b))
    if a.field in OPPOSED:
        return Fit.APART if OPPOSED[a.field] in {one, two} else Fit.OPEN
    if a.field == "age" and one.isdecimal() and two.isdecimal() and abs(int(one) - int(two)) >= GENERATION:
        return Fit.OPEN
    if a.field in EXACT:
        return _counts(one, two)
    words, others = content(a.value), content(b.value)
    if words and others and (words <= others or others <= words):
        return Fit.MORE
    return Fit.OPEN


RECOVERING = "expected to recover"
BETTER = frozenset({RECOVERING, "treated and released"})
"""What is told of somebody who was worse the day before."""
CONDITION = re.compile(r"condition\b")
"""Values of an injury that tell how somebody is on a day; wounds stay what they are."""
DEAD = 1.0
"""The grade of the dead."""


def overtakes(first: Value, last: Value) -> bool:
    """Whether a value that is told on a later day tells what came next, and disputes nothing: somebody who was hurt has
    died, whose condition was critical is stable, who was wanted is held, who was on leave was dismissed."""
    told = matter(first.field)
    if told is not None:
        return told.follows(first.value, last.value)
    if first.field == "arrest":
        return first.value == SOUGHT and last.value != SOUGHT
    if first.field != "injury" or first.grade is None or last.grade is None or first.grade >= DEAD:
        return False
    better = last.value in BETTER and first.grade - last.grade >= STEP
    conditions = CONDITION.search(first.value) is not None and CONDITION.search(last.value) is not None
    return last.grade >= DEAD or better or conditions


def denied(no: Value, yes: Value) -> Fit:
    """How a value that is denied stands to one that is asserted: it rules out itself and all its kinds, "not armed" and
    "a knife"; "no rifle" and "armed" can both be."""
    how = fit(no, yes)
    kinds = no.field == yes.field == "weapon" and no.value == ARMED and yes.value not in OPPOSED.values()
    return Fit.APART if how is Fit.SAME or kinds else Fit.OPEN


def _counts(a: str, b: str) -> Fit:
    one, two = _number(a), _number(b)
    if one is None or two is None:
        return Fit.OPEN if one == two else Fit.MORE
    loose = [bool(re.search(r"about|around|least|more than|up to|\+|s$|several|at most|over", told)) for told in (a, b)]
    if one == two:
        return Fit.SAME if loose[0] == loose[1] else Fit.MORE
    return Fit.OPEN if any(loose) else Fit.APART


def _number(told: str) -> int | None:
    match = re.search(r"\d+", told)
    if match:
        return int(match.group())
    words = [w for w in re.findall(r"[a-z]+", told) if w in NUMBERS]
    return numeral(words[0]) if words else None


NIGHT = re.compile(r"(?i)night|overnight|midnight|early|late\b|morning")
"""Words for a time that belongs to two days: "Friday night" may be told of what happened early on Saturday."""
LONG = 3 * 60
NEAR = 15
"""Minutes by which two times of the clock may be apart and still be one: writers round to the quarter."""
HALF = 30
"""Minutes that "shortly before" and "just after" leave."""
BEFORE, AFTER = re.compile(r"(?i)\bbefore\b"), re.compile(r"(?i)\bafter\b")
LOOSE = 4 * 60
"""Minutes by which a part of the day may be wider than the words say: "Friday morning" for 3 a.m."""


def _nights(a: Value, b: Value) -> Fit | None:
    """Days that are next to each other, one of them told as a night."""
    if a.field != "date" or not (NIGHT.search(a.span.exact) or NIGHT.search(b.span.exact)):
        return None
    try:
        apart = abs((date.fromisoformat(a.value) - date.fromisoformat(b.value)).days)
    except ValueError:
        return None
    return Fit.MORE if apart == 1 else None


def _clocked(value: Value) -> str:
    """A day or time in lower case; a time of the clock whose day nobody can tell as that of some day."""
    told = value.value.casefold()
    moment = minutes(value.span.exact) if value.field == "time" and "T" not in value.value else None
    if moment is None:
        return told
    start = moment - HALF if BEFORE.search(value.span.exact) else moment
    end = moment + HALF if AFTER.search(value.span.exact) else moment
    return "/".join(f"0001-01-01t{at // 60 % 24:02}:{at % 60:02}" for at in (start, end))


def _times(a: str, b: str) -> Fit:
    """Intervals "start/end" that overlap fit. Where both tell a time of day, that alone is compared: the day is a field
    of its own."""
    (a1, _, a2), (b1, _, b2) = a.partition("/"), b.partition("/")
    a2, b2 = a2 or a1, b2 or b1
    if not (a1[:1].isdigit() and b1[:1].isdigit()):
        return Fit.OPEN
    if all("t" in told for told in (a1, a2, b1, b2)):
        one, two = (_minutes(a1), _minutes(a2)), (_minutes(b1), _minutes(b2))
        return Fit.MORE if _overlap(one, two) else Fit.APART
    size = min(len(a1), len(b1))
    return Fit.MORE if a1[:size] <= b2[:size] and b1[:size] <= a2[:size] else Fit.APART


def within(broader: str, narrower: str) -> bool:
    """Whether one day or time ("2024-05", "2024-05-02T18:00/2024-05-03T02:59") lies within another and is finer."""
    (b1, _, b2), (n1, _, n2) = broader.partition("/"), narrower.partition("/")
    b2, n2 = b2 or b1, n2 or n1
    if not (b1[:1].isdigit() and n1[:1].isdigit()) or (b1, b2) == (n1, n2):
        return False
    return b1 <= n1 and n2[: len(b2)] <= b2 and (n1.startswith(b1) or b1 != b2)


def _minutes(told: str) -> int:
    clock = re.search(r"t(\d\d):(\d\d)", told)
    return int(clock.group(1)) * 60 + int(clock.group(2)) if clock else 0


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    """Whether two stretches of the day meet, within `NEAR`; either may run over midnight."""
    day = 24 * 60
    stretches = [(start, end if end >= start else end + day) for start, end in (a, b)]
    near = NEAR if all(end - start < LONG for start, end in stretches) else LOOSE
    (s1, e1), (s2, e2) = stretches
    return any(s1 <= e2 + shift + near and s2 + shift <= e1 + near for shift in (-day, 0, day))
