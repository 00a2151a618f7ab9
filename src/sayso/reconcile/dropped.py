"""Typed values that are left out where accounts are set side by side: what a document tells of several acts, of days
far from the act's, and in numbers that one claim alone gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.reconcile.differences import Fit, fit
from sayso.reconcile.topics import COUNTS

if TYPE_CHECKING:
    from sayso.reconcile.said import Said

Key = tuple[str, str]
BACKGROUND = timedelta(days=365)
NEAR = timedelta(days=7)
"""How far from the day of the act another day is still one that is told of it."""


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
