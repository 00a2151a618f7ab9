"""Typed values that are left out where accounts are set side by side: what a document tells of several acts, of days
far from the act's, and in numbers that one claim alone gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.reconcile.differences.fits import Fit, fit
from sayso.reconcile.statements.topics import COUNTS

if TYPE_CHECKING:
    from sayso.reconcile.differences.said import Said

Key = tuple[str, str]
BACKGROUND = timedelta(days=365)
NEAR = timedelta(days=7)
"""How far from the day of the act another day is still one that is told of it."""
NAME = re.compile(r"(?<=\s)[A-Z][a-z]+(?:[’'-][A-Z]?[a-z]+)?\b")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
PETTY = re.compile(
    r"(?i)\b(?:burglary|trespass\w*|larceny|theft|shoplift\w*|drugs?|marijuana|cocaine|driving|probation|evading|"
    r"failure to appear|vandalism|looting|domestic assault)\b"
)
"""What somebody is charged with who need not be charged with the act."""
GRAVE = re.compile(
    r"(?i)murder|homicide|manslaughter|shooting|killing|attempted|assault|discharg|weapon|firearm|gun|endanger|neglect|"
    r"reckless|robbery|death|wounding|battery|\bshot\b|fatal"
)
"""What is charged for an act in which somebody was shot."""


def drop_round_ups(found: dict[Key, list[Said]]) -> None:
    """Leave out the days and times of documents in which one voice gives several, of several acts."""
    for key in [k for k in found if k[0] in {"date", "time"} and not k[1]]:
        if len({s.claim.document for s in found[key]}) == 1:
            continue
        heard: dict[tuple[str, str], list[Said]] = {}
        for said in found[key]:
            heard.setdefault((said.claim.document, said.speaker), []).append(said)
        many = {
            document
            for (document, _), told in heard.items()
            if any(fit(a.value, b.value) is Fit.APART for i, a in enumerate(told) for b in told[i + 1 :])
        }
        found[key] = [s for s in found[key] if s.note or s.claim.document not in many]


def drop_background(found: dict[Key, list[Said]], act: date | None, days: Mapping[str, date | None]) -> None:
    """Leave out dates far from the day of the act, or where none is known from the first publication: convictions,
    earlier cases, what is to come."""
    first = min((day for day in days.values() if day), default=None)
    middle, reach = (act, NEAR) if act else (first, BACKGROUND)
    for key in [k for k in found if k[0] == "date" and k[1] != "death"]:
        found[key] = [s for s in found[key] if s.note or middle is None or _near(s.value.value, middle, reach)]


def _near(told: str, middle: date, reach: timedelta) -> bool:
    try:
        return abs(date.fromisoformat(told[:10]) - middle) <= reach
    except ValueError:
        return True


def drop_once(found: dict[Key, list[Said]]) -> None:
    """Leave out counts that nobody is credited with and that only one claim gives, where another is told."""
    for key in [k for k in found if k[0] in COUNTS and not k[1]]:
        often = Counter(s.words for s in found[key])
        firm = [s for s in found[key] if s.component is not None or s.note or often[s.words] > 1]
        found[key] = firm or found[key]


def of_another_case(said: Said, act: date | None) -> bool:
    """Whether what is told of arrests or charges is of another case than the incident's: of years before it, or of
    what nobody is charged with who shot."""
    day = act or said.day
    years = {int(year) for year in YEAR.findall(said.sentence)}
    if day is not None and years and max(years) < day.year:
        return True
    text = " ".join(s.exact for s in said.claim.spans)
    return PETTY.search(text) is not None and GRAVE.search(said.sentence or text) is None


def overtaken(found: dict[Key, list[Said]]) -> None:
    """Leave out that nobody is held where the page tells at that time who is: others are sought then. Who is sought by
    name and held by that name in another document is none of these."""
    for key in [k for k in found if k[0] in {"suspects", "arrest"}]:
        nobody = {id(s) for s in found[key] if (s.value.value == "nobody" if key[0] == "suspects" else s.negated)}
        held = [s for s in found[key] if id(s) not in nobody and not s.negated]
        found[key] = [s for s in found[key] if id(s) not in nobody or not _elsewhere(s, held)]


def _elsewhere(said: Said, held: Sequence[Said]) -> bool:
    """Whether the page on which somebody is sought tells who is held."""
    here = {(s.claim.document, s.moment) for s in held}
    if said.recalled or said.note or (said.claim.document, said.moment) not in here:
        return False
    others = {w for s in held if s.claim.document != said.claim.document for w in NAME.findall(s.sentence)}
    return others.isdisjoint(NAME.findall(said.sentence))
