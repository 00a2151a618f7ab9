"""The day of the incident, from the times that the coverage tells and the days on which it was published."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model import Precision
from sayso.reconcile.record.pages import GUNFIRE, Page, Sentence
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.sources import Credits

_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY})
_EVENT = re.compile(
    r"\b(?:sho(?:t|ts|oting|otings|oter)|shootout|gun(?:fire|shots?|ned)|opened fire|killed|killing|wound\w*|injured|happened|occurred|took place|"
    r"responded|called to|called|dispatched|died|dead|death|murder|slaying|slain|homicide|fired|incident|struck|leaves|left|hit|hurt|found(?!\sguilty)|calls?|came in)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:said|says|told|announced|identified|released|arrest\w*|charg\w*|court|appear\w*|arraign\w*|hearing|sentenc\w*|plead\w*|pled|"
    r"trial|jury|guilty|verdict|indict\w*|convict\w*|vigil|funeral|autopsy|statement|reported by|posted|updated|published|issued|surrender\w*|"
    r"turned (?:him|her)self in|scheduled|expected|bond|bail|born|custody|interview\w*|confirmed|according|remained|created|filed|booked|"
    r"learned|asked|extradited|captured|gathered|mourn\w*|spoke|search\w*|warrant\w*|conference|held|met|towed|litter\w*|reacted|prayer|service)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(r",\s(?:[\w.’']+\s){1,5}(?:said|says|told|announced|confirmed|reported)\b|,?\saccording\sto\b")
_STAMP = re.compile(
    r"\b(?:posted|updated?s?|published|created|last modified|copyright|©|story by|by:?)\b", re.IGNORECASE
)
_OVERNIGHT = re.compile(r"\bovernight\b", re.IGNORECASE)
"""What happened overnight happened as a rule after midnight, so on the day that the interval ends."""
_CLOCK_ALONE = 0.35
PRIOR = {0: 0.45, 1: 0.4, 2: 0.3, 3: 0.15, 4: 0.1, 5: 0.05, 6: 0.05}
"""What the date of the earliest document says by itself, by how many days before it the incident was."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A day that the coverage tells, with its words and the weight of their being the incident's."""

    day: date
    sign: Sign
    plain: float = 0.0
    """How plainly the words tell the incident itself: what was shot, and where the document speaks of it."""


def days(pages: Sequence[Page]) -> tuple[date | None, list[Dated]]:
    """The proposed day of the incident, and every day told of it; without any words, the first publication's day."""
    first = _first(pages)
    credit = Credits(pages)
    told = [one for page in pages for one in _told(page, first, credit)]
    weights: dict[date, float] = defaultdict(float)
    for one in told:
        weights[one.day] += one.sign.weight
    if first is not None:
        for back, prior in PRIOR.items():
            weights[first - timedelta(days=back)] += prior
        for day in weights:
            if day > first:
                weights[day] *= 0.3
    best = max(sorted(weights), key=lambda d: weights[d], default=None)
    return best, told


APART = 2
"""Days between two tellings of when it happened; what is told of a day further off is another event."""
PLAINLY = 0.6
"""How plainly, beside its weight, a day is told of what happened, for it to speak against another."""
LESS = 0.5


def against(one: Dated, day: date) -> Sign:
    """The sign of a day that is told. One that is not `day` keeps its weight, with which it can dispute it, only where it is near
    and plainly the incident's own: a vigil's day, a death's in hospital or a hearing's disputes nothing."""
    if one.day == day or (abs((one.day - day).days) <= APART and one.plain >= PLAINLY * one.sign.weight):
        return one.sign
    return replace(one.sign, weight=round(LESS * one.sign.weight, 4))


def _first(pages: Sequence[Page]) -> date | None:
    """The day of the earliest document, one that stands alone years before the others left out."""
    known = sorted(page.published for page in pages if page.published)
    if len(known) > 2 and (known[1] - known[0]).days > 300:
        return known[1]
    return known[0] if known else None


def _told(page: Page, first: date | None, credit: Credits) -> Iterator[Dated]:
    starts = page.sentences
    k = 0
    for time in page.reading.times:
        if time.start is None or time.precision not in _FINE:
            continue
        while k + 1 < len(starts) and starts[k + 1].start <= time.span.start:
            k += 1
        sentence = starts[k]
        day = date.fromisoformat(time.start[:10])
        if _OVERNIGHT.search(time.span.exact) and (page.published is None or day < page.published):
            day += timedelta(days=1)
        weight = nearness(sentence, time.span.start, time.span.end) * sentence.weight
        weight *= credit.of(page, time.span.start)
        if k < 5:
            weight *= 1.3
        clock = time.precision in {Precision.MINUTE, Precision.HOUR} and not re.search(
            r"day|\d{4}|[A-Z][a-z]{2}|night|morning|evening|afternoon|midnight", time.span.exact
        )
        if clock:
            weight *= _CLOCK_ALONE
        late = page.published and first and (page.published - first).days > 6
        spelt = bool(re.search(r"\d", time.span.exact)) and not clock
        if spelt and re.search(r"[A-Z][a-z]{2}|/", time.span.exact):
            weight *= 1.8
        elif late:
            weight *= 0.25
        if first is not None and abs((first - day).days) > 400:
            weight *= 0.15
        sign = Sign(page.order, time.span.start, time.span.end, day.isoformat(), round(weight, 4))
        yield Dated(day, sign, round(_plain(sentence, clock) * weight, 4))


def _plain(sentence: Sentence, clock: bool) -> float:
    """How plainly a sentence tells of the incident itself. A clock's time alone does not tell the day."""
    told = 1.0 if GUNFIRE.search(sentence.text) else 0.5
    return (
        told
        * (1.0 if sentence.ties or sentence.title else 0.7)
        * (1.0 if sentence.own else 0.3)
        * (0.5 if clock else 1.0)
    )


def nearness(sentence: Sentence, start: int, end: int) -> float:
    """How surely a time tells when it happened and not when somebody spoke or was charged."""
    text = sentence.text
    if _STAMP.match(text) or len(text) < 25:
        return 0.1
    a, b = start - sentence.start, end - sentence.start
    tail = _TAIL.search(text, b)
    text = text[: tail.start()] if tail else text
    event = _distance(_EVENT, text, a, b)
    after = _distance(_AFTER, text, a, b)
    if event is None:
        return 0.85 if after is None or after > 25 else 0.1
    if after is None or event <= after + 3:
        return 1.0
    return 0.12 if after <= 1 else 0.35 if event < 60 else 0.2


def _distance(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    found = [start - m.end() if m.end() <= start else m.start() - end for m in pattern.finditer(text)]
    return min((max(f, 0) for f in found), default=None)
