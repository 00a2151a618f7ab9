"""What the coverage says of each person, named or only described, gathered from all sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.roles import Told

_SAME = re.compile(
    r"⟦(\d+)⟧(?:(?!⟦|[.;]\s).){0,90}?\b(?:identified|named)\s(?:\w+\s){0,6}?as\s(?:[\w.]+\s){0,3}?(⟦\d+⟧(?:[,;]?\s(?:and\s)?⟦\d+⟧)*)"
    r"|identified\s⟦(\d+)⟧\sas\s(⟦\d+⟧)"
    r"|⟦(\d+)⟧(?:,|\s[—–-])\s(⟦\d+⟧)(?![,;]?\s(?:and\s|as\swell\sas\s)?⟦|\s(?:said|says|told)\b)"
)
_MARK = re.compile(r"⟦(\d+)⟧")
SUSPECTED = re.compile(
    r"\b(?:suspects?|gunm[ae]n|shooters?|accused|arrest\w*|charg\w+|warrants?|custody|booked|jail\w*|fled|defendants?)\b",
    re.I,
)
DEAD = re.compile(
    r"\b(?:killed|dead|died|deceased|fatal\w*|murder\w*|slain|homicide|coroner|medical examiner|bodies|body)\b", re.I
)
_PLAINLY = re.compile(r"\b(?:injured|wounded|condition|hurt|recover\w*|stable)\b", re.I)
HURT = re.compile(r"\b(?:victims?|injured|wounded|wounds?|gunshot|hospital|shot|condition|hurt)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sign:
    """Words that say something of somebody: offsets into the text of page `page`, what, and how surely."""

    page: int
    start: int
    end: int
    value: str
    weight: float


@dataclass(slots=True)
class Evidence:
    """Everything said of one person. `person` is None for somebody who is only described."""

    person: Named | None
    noun: str = ""
    signs: list[Sign] = field(default_factory=list)
    ages: list[Sign] = field(default_factory=list)
    names: list[Sign] = field(default_factory=list)
    around: list[Sign] = field(default_factory=list)
    described: list[Sign] = field(default_factory=list)
    """What is told of "the 19-year-old", where nobody else who is named has that age."""

    def total(self, *kinds: str) -> float:
        """The weight of the signs of these kinds."""
        return sum(s.weight for s in self.signs if s.value in kinds)

    def pages(self) -> set[int]:
        """The pages that speak of the person."""
        return {s.page for s in self.names} | {s.page for s in self.signs}


def gather(told: Sequence[Told], named: Sequence[Named]) -> list[Evidence]:
    """What all sentences say of each named person, then of those who are only described."""
    known = {one.number: Evidence(one) for one in named}
    described: dict[tuple[int, str], Evidence] = {}
    for i, one in enumerate(told):
        links = _same(one)
        for k, mark in enumerate(one.marked.marks):
            whose = [mark.who] if mark.who is not None else links[k]
            homes = [known[who] for who in whose if who in known]
            if not homes and mark.age is not None:
                side = "suspect" if any(h.mark == k and h.kind in {"suspect", "arrested"} for h in one.hits) else ""
                homes = [described.setdefault((mark.age, side), Evidence(None, mark.noun))]
            for home in homes:
                _add(home, told, i, k)
    _aged_alike(known.values(), described)
    return [*known.values(), *described.values()]


def _add(home: Evidence, told: Sequence[Told], i: int, k: int) -> None:
    """Add what sentence `i` says of mark `k` to the evidence of the person whom it means."""
    one = told[i]
    mark, weight = one.marked.marks[k], one.sentence.weight
    if mark.who is not None:
        home.names.append(Sign(one.page.order, *one.at(mark), home.person.name if home.person else "", weight))
    if mark.age is not None and mark.age_at is not None:
        a, b = mark.age_at
        home.ages.append(Sign(one.page.order, one.sentence.start + a, one.sentence.start + b, str(mark.age), weight))
    best: dict[str, Sign] = {}
    for hit in one.hits:
        if hit.mark == k:
            sign = Sign(one.page.order, *one.words(hit.start, hit.end), hit.kind, hit.weight * weight)
            if hit.kind not in best or best[hit.kind].weight < sign.weight:
                best[hit.kind] = sign
    if not best and mark.who is not None and mark.age is not None:
        context = _context(told, i, k)
        home.around.append(Sign(one.page.order, *one.at(mark), context, 0.6 * max(weight, 0.5)))
    home.signs.extend(best.values())


def _aged_alike(known: Iterable[Evidence], described: Mapping[tuple[int, str], Evidence]) -> None:
    """Give what is told of somebody described by age to the one person of that age."""
    aged: dict[int, list[Evidence]] = defaultdict(list)
    for one in known:
        for age in {int(s.value) for s in one.ages}:
            aged[age].append(one)
    for (age, _), told in described.items():
        if len(aged[age]) == 1:
            aged[age][0].described.extend(told.signs)


def _context(told: Sequence[Told], i: int, k: int) -> str:
    """What somebody with an age, of whom the sentence says nothing plain, is by what it and those before speak of."""
    one = told[i]
    near = next((h.kind for m in (k - 1, k + 1, k - 2) for h in one.hits if h.mark == m and _aged(one, m)), None)
    if near in {"killed", "hurt", "suspect"}:
        return near
    for back in range(3):
        if i - back < 0 or told[i - back].page is not one.page:
            break
        text = told[i - back].sentence.text
        suspect, dead, hurt = (p.search(text) for p in (SUSPECTED, DEAD, HURT))
        if suspect and not (dead or hurt):
            return "suspect"
        if dead:
            return "killed"
        if hurt:
            return "victim" if hurt.group().casefold().startswith("victim") and not _PLAINLY.search(text) else "hurt"
        if suspect:
            return "suspect"
    return "hurt"


def _aged(one: Told, k: int) -> bool:
    return 0 <= k < len(one.marked.marks) and one.marked.marks[k].who is not None


def _same(one: Told) -> Mapping[int, list[int]]:
    """For the marks of descriptions that names stand for in the same sentence, the numbers of those named."""
    marks = one.marked.marks
    found: dict[int, list[int]] = defaultdict(list)
    for match in _SAME.finditer(one.marked.text):
        what, names = (g for g in match.groups() if g is not None)
        told = [marks[int(n)].who for n in _MARK.findall(names)]
        if marks[int(what)].who is None and marks[int(what)].count in {len(told), None}:
            found[int(what)] += [who for who in told if who is not None]
    return found
