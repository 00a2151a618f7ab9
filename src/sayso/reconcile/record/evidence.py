"""What the coverage says of each person, named or only described, gathered from all sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.roles import Told

_SAME = re.compile(
    r"⟦(\d+)⟧(?:(?!⟦|[.;]\s).){0,90}?\b(?:identified|named)\s(?:\w+\s){0,6}?as\s(?:\w+\s){0,2}?⟦(\d+)⟧"
    r"|identified\s⟦(\d+)⟧\sas\s⟦(\d+)⟧"
)
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
        links = dict(_same(one))
        for k, mark in enumerate(one.marked.marks):
            who = mark.who if mark.who is not None else links.get(k)
            home = known.get(who) if who is not None else None
            if home is None and mark.age is not None:
                side = "suspect" if any(h.mark == k and h.kind in {"suspect", "arrested"} for h in one.hits) else ""
                home = described.setdefault((mark.age, side), Evidence(None, mark.noun))
            if home is None:
                continue
            weight = one.sentence.weight
            if mark.who is not None:
                home.names.append(Sign(one.page.order, *one.at(mark), home.person.name if home.person else "", weight))
            if mark.age is not None and mark.age_at is not None:
                a, b = mark.age_at
                home.ages.append(
                    Sign(one.page.order, one.sentence.start + a, one.sentence.start + b, str(mark.age), weight)
                )
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
    return [*known.values(), *described.values()]


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


def _same(one: Told) -> Iterator[tuple[int, int]]:
    """Descriptions that a name stands for in the same sentence: (mark of the description, number of the person)."""
    marks = one.marked.marks
    for match in _SAME.finditer(one.marked.text):
        a, b = (int(g) for g in match.groups() if g is not None)
        who = marks[b].who
        if who is not None and marks[a].who is None and marks[a].count == 1:
            yield a, who
