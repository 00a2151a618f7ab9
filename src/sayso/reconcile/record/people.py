"""Who takes part: each named person's part, state and age, and the persons who are only described."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.roles import Told

OTHERS = frozenset({"source", "officer", "relative", "witness", "author"})
_SAME = re.compile(
    r"⟦(\d+)⟧(?:(?!⟦|[.;]\s).){0,90}?\b(?:identified|named)\s(?:\w+\s){0,6}?as\s(?:\w+\s){0,2}?⟦(\d+)⟧"
    r"|identified\s⟦(\d+)⟧\sas\s⟦(\d+)⟧"
)
_SUSPECTED = re.compile(
    r"\b(?:suspects?|gunm[ae]n|shooters?|accused|arrest\w*|charg\w+|warrants?|custody|booked|jail\w*|fled|defendants?)\b",
    re.I,
)
_DEAD = re.compile(
    r"\b(?:killed|dead|died|deceased|fatal\w*|murder\w*|slain|homicide|coroner|medical examiner|bodies|body)\b", re.I
)
_PLAINLY = re.compile(r"\b(?:injured|wounded|condition|hurt|recover\w*|stable)\b", re.I)
_HURT = re.compile(r"\b(?:victims?|injured|wounded|wounds?|gunshot|hospital|shot|condition|hurt)\b", re.I)


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


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is in the incident, decided: `role` and the statuses, with the evidence that led to it."""

    evidence: Evidence
    role: str
    killed: bool
    hurt: bool
    arrested: bool
    age: int | None

    @property
    def taking_part(self) -> bool:
        """Whether the person belongs to the incident itself, as victim or suspect."""
        return self.role in {"victim", "suspect"}


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
        suspect, dead, hurt = (p.search(text) for p in (_SUSPECTED, _DEAD, _HURT))
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


def decide(evidence: Iterable[Evidence], pages: Sequence[Page]) -> list[Part]:
    """The part of each person. Somebody described is left out where a named person can be meant; somebody who is named
    late in a document, and by no more than half of the documents, belongs as a rule to another story."""
    told = list(evidence)
    parts = [_part(one) for one in told if one.person is not None]
    parts = [p if _prominent(p.evidence, pages) else replace(p, role="other") for p in parts]
    taken = {(p.role, p.age) for p in parts if p.taking_part}
    parts = [_self(p, parts) for p in parts]
    for one in told:
        if one.person is None:
            part = _part(one)
            if (
                part.taking_part
                and (part.role, part.age) not in taken
                and one.total("killed", "hurt", "victim", "suspect") >= 1
            ):
                parts.append(part)
    return parts


EARLY = 12
"""Sentences of a document within which those whom it is about are named."""


def _prominent(one: Evidence, pages: Sequence[Page]) -> bool:
    if 2 * len(one.pages()) > len(pages) or one.person is None:
        return True
    return any(
        sum(s.start <= start for s in pages[order].sentences[: EARLY + 1]) <= EARLY
        for order, start, _ in one.person.places
    )


SURE = 0.9
"""The weight of words for somebody's death that numbers told elsewhere do not outweigh."""


def settle(parts: Sequence[Part], killed: int, injured: int) -> list[Part]:
    """The parts once the numbers are known: with nobody hurt every victim died, with nobody killed none did; the one
    age that is told of somebody described is that of the one person without an age."""
    found = []
    neutral = {
        id(p) for p in parts if p.role == "victim" and not p.evidence.total("killed", "hurt") and p.evidence.person
    }
    left = killed - sum(p.killed for p in parts if p.taking_part and p.evidence.person)
    for part in parts:
        if id(part) in neutral and left >= len(neutral):
            part = replace(part, killed=True, hurt=False)
        if part.role == "victim" and not part.killed and killed and not injured:
            part = replace(part, killed=True, hurt=False)
        elif part.role == "victim" and part.killed and not killed and part.evidence.total("killed") < SURE:
            part = replace(part, killed=False, hurt=True)
        found.append(part)
    for role in ("victim", "suspect"):
        ageless = [p for p in found if p.role == role and p.age is None and p.evidence.person is not None]
        named = {p.age for p in found if p.role == role and p.evidence.person is not None}
        spare = [p for p in found if p.role == role and p.evidence.person is None and p.age not in named]
        if len(ageless) == 1 and len(spare) == 1:
            ageless[0].evidence.ages.extend(spare[0].evidence.ages)
            found = [replace(p, age=spare[0].age) if p is ageless[0] else p for p in found if p is not spare[0]]
    return found


def _part(one: Evidence) -> Part:
    victim, suspect = one.total("killed", "hurt", "victim"), one.total("suspect")
    aged = bool(one.ages)
    other = min(one.total("source"), 1.6) + one.total("officer", "author", "relative", "witness")
    if max(victim, suspect) < 0.25 and other <= 0:
        one.signs.extend(one.around)
        victim, suspect = one.total("killed", "hurt", "victim"), one.total("suspect")
    elif max(victim, suspect) >= 0.25 and aged:
        other -= one.total("relative", "witness")
    role = "other"
    if max(victim, suspect) >= (0.25 if aged else 0.6) and max(victim, suspect) >= 0.5 * other:
        role = "victim" if victim >= suspect else "suspect"
    killed, hurt = one.total("killed"), one.total("hurt")
    least, against = (1.5, 0.6 * suspect) if role == "suspect" else (0.28, 0.3 * hurt)
    dead = killed >= least and killed > against
    return Part(one, role, dead, role == "victim" and not dead, one.total("arrested") >= 0.8, age_of(one.ages))


def _self(part: Part, parts: Sequence[Part]) -> Part:
    """Who shot others and then themselves is a suspect; who shot themselves alone is a victim."""
    if part.evidence.total("self") < 0.9 or part.evidence.total("self") < 0.3 * part.evidence.total("hurt", "killed"):
        return part
    others = any(p is not part and p.role == "victim" for p in parts)
    dead = part.killed or part.evidence.total("killed") >= 0.7
    if others and part.role != "other":
        return replace(part, role="suspect", killed=dead, hurt=False, arrested=False)
    return replace(part, role="victim", killed=dead, hurt=not dead)


def age_of(ages: Sequence[Sign]) -> int | None:
    """The age that most weight stands for; of ages with equal weight that of the later document."""
    weights: dict[str, float] = defaultdict(float)
    for sign in ages:
        weights[sign.value] += sign.weight + 0.01 * sign.page
    return int(max(sorted(weights), key=lambda v: weights[v])) if weights else None


_RANK = re.compile(
    r"\b(?P<r>[Oo]fficer|Deputy|Trooper|Detective|Senior\sCorporal|Corporal|Cpl\.|Sergeant|Sgt\.|Ofc\.)\s$"
)
_RANKS = {"Sgt.": "Sergeant", "Ofc.": "Officer", "Cpl.": "Corporal", "officer": "Officer"}


def full_name(part: Part, pages: Sequence[Page]) -> str | None:
    """The person's name, with the rank before it where an officer was hurt or killed; None where it is not told."""
    person = part.evidence.person
    if person is None:
        return None
    if part.role != "victim":
        return person.name
    ranks = Counter(
        m["r"]
        for order, start, _ in person.places
        if (m := _RANK.search(pages[order].text[max(0, start - 18) : start]))
    )
    if not ranks or sum(ranks.values()) < 0.15 * len(person.places):
        return person.name
    rank = min(ranks, key=lambda r: (-ranks[r], r))
    return f"{_RANKS.get(rank, rank)} {person.name}"
