"""Claims that tell of other incidents than the one covered: round-ups, cases that are recalled, other headlines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Claim, Reading, Time
from sayso.reconcile.clocks import bare
from sayso.reconcile.record.pages import pages
from sayso.reconcile.statements.topics import of_the_act, tells_act

OPENING = 300
"""Characters of a document that say what it is about."""
SEVERAL = re.compile(
    r"(?i)\b(?:multiple|overnight|weekend|separate|several|series of|string of|\d+|two|three|four|five|six|seven|eight|"
    r"nine)\s(?:\w+\s)?(?:shooting[’']?s|homicides)\b"
)
"""Words by which a document tells of several shootings."""
PUBLISHED = "publication date"
"""The anchor of a time of which the text tells no day."""
NEAR = timedelta(days=1)
"""How far from the day of the act a claim's own time may lie and still tell of it: nights belong to two days."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The ids of the claims that tell of other incidents, and the day of this one where one is told. `later` are those
    of them that are told of later days alone, as what came of it is; `round_ups` the documents that open with several
    shootings, so that their numbers and times need not be this one's."""

    claims: frozenset[str] = frozenset()
    act: date | None = None
    later: frozenset[str] = frozenset()
    round_ups: frozenset[str] = frozenset()

    @property
    def others(self) -> frozenset[str]:
        """The claims that tell of other stories or of earlier days."""
        return self.claims - self.later


def elsewhere(readings: Sequence[Reading]) -> Elsewhere:
    """The claims in sentences of other stories, or whose own times all lie on other days than the act's."""
    found = {
        ident
        for page in pages(readings)
        for ident in _of_others(page.reading, [s.start for s in page.sentences], [s.own for s in page.sentences])
    }
    by_reading = [(r, {t.id: t for t in r.times}) for r in readings]
    held = [(claim, times) for r, times in by_reading for claim in r.claims]
    told = [(claim, _days(claim, times)) for claim, times in held]
    act = _act_day(told)
    later: set[str] = set()
    if act is not None:
        sure = [(c, _days(c, _known(c, times))) for c, times in held]
        away = [(c.id, days) for c, days in sure if days and all(_away(start, end, act) for start, end in days)]
        later = {ident for ident, days in away if all(start > act for start, _ in days)} - found
        found |= {ident for ident, _ in away}
    several = frozenset(r.document.id for r in readings if SEVERAL.search(_opening(r)))
    return Elsewhere(frozenset(found), act, frozenset(later), several)


def _opening(reading: Reading) -> str:
    return f"{reading.document.title or ''}\n{reading.document.text[:OPENING]}"


def _known(claim: Claim, times: Mapping[str, Time]) -> dict[str, Time]:
    """Those of a claim's times whose day is known."""
    return {i: times[i] for i in claim.times if i in times and not _guessed(times[i], claim)}


def _guessed(time: Time, claim: Claim) -> bool:
    """Whether the day of a time is only that of its document or of what stands before: "at the time of the 3:30 p.m.
    shooting"."""
    return bare(time.span.exact) and (time.anchor == PUBLISHED or of_the_act(claim, time.span))


def _away(start: date, end: date, act: date) -> bool:
    return end < act - NEAR or start > act + NEAR


def _of_others(reading: Reading, starts: Sequence[int], own: Sequence[bool]) -> Iterator[str]:
    for claim in reading.claims:
        at = bisect_right(starts, claim.spans[0].start) - 1
        if at >= 0 and not own[at]:
            yield claim.id


def _days(claim: Claim, times: Mapping[str, Time]) -> list[tuple[date, date]]:
    """The stretches of days that a claim's times tell."""
    found = []
    for ident in claim.times:
        time = times.get(ident)
        if time is not None and time.start and time.end:
            try:
                found.append((date.fromisoformat(time.start[:10]), date.fromisoformat(time.end[:10])))
            except ValueError:
                continue
    return found


def _act_day(told: Sequence[tuple[Claim, Sequence[tuple[date, date]]]]) -> date | None:
    """The day that most claims of the act give; the earliest of several."""
    votes = Counter(
        days[0][0] for claim, days in told if len(days) == 1 and days[0][0] >= days[0][1] - NEAR and tells_act(claim)
    )
    return min(votes, key=lambda d: (-votes[d], d), default=None)
