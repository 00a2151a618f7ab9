"""Whether two values of one topic agree, one says more than the other, or both cannot be."""

from __future__ import annotations

import re
from enum import Enum

from sayso.model import Value
from sayso.reconcile.names import compatible
from sayso.reconcile.words import NUMBERS, content, stem

STEP = 0.3
"""How far apart two places on a scale must be for the accounts to differ and not only to be put otherwise."""
NAMES = frozenset({"victim_name", "suspect_name", "officer_name", "name"})
EXACT = frozenset({"date", "time", "age", "shots", "killed", "injured", "shot", "fired_first"})
"""Fields with one right value, so that two different ones cannot both be."""
WORDED = frozenset({"unarmed", "complied"})
OPPOSED = {"weapon": "unarmed", "resistance": "complied"}
"""Fields of kinds where one value rules out all others."""


class Fit(Enum):
    """How two values stand to each other, whoever says them."""

    SAME = "same"
    MORE = "more"
    APART = "apart"
    OPEN = "open"


def fit(a: Value, b: Value) -> Fit:
    """How two values of one field, about one thing, stand to each other."""
    if a.grade is not None and b.grade is not None:
        return Fit.APART if abs(a.grade - b.grade) >= STEP else Fit.SAME if a.value == b.value else Fit.MORE
    one, two = a.value.casefold(), b.value.casefold()
    if one == two:
        return Fit.SAME
    if a.field in NAMES:
        return Fit.SAME if compatible(a.value, b.value) else Fit.APART
    if a.field in {"date", "time"}:
        return _times(one, two)
    if a.field in OPPOSED:
        return Fit.APART if OPPOSED[a.field] in {one, two} else Fit.OPEN
    if a.field in EXACT:
        return _counts(one, two)
    words, others = content(a.value), content(b.value)
    if words and others and (words <= others or others <= words):
        return Fit.MORE
    return Fit.OPEN


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
    names = "zero one two three four five six seven eight nine ten eleven twelve".split()
    return names.index(stem(words[0])) if words and stem(words[0]) in names else None


def _times(a: str, b: str) -> Fit:
    """Intervals "start/end" that overlap fit; a time of day without a date is compared with the other's."""
    (a1, _, a2), (b1, _, b2) = a.partition("/"), b.partition("/")
    a2, b2 = a2 or a1, b2 or b1
    if not (a1[:1].isdigit() and b1[:1].isdigit()):
        return Fit.OPEN
    if len(a1) != len(b1):
        size = min(len(a1), len(b1))
        a1, a2, b1, b2 = a1[:size], a2[:size], b1[:size], b2[:size]
    return Fit.MORE if a1 <= b2 and b1 <= a2 else Fit.APART
