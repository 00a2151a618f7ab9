"""Who takes part: each named person's part, state and age, and the persons who are only described."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.reconcile.record.evidence import Evidence, Sign, gather
from sayso.reconcile.record.features import features
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.participants import LEAST, chances, died

__all__ = ["Evidence", "Part", "Sign", "age_of", "decide", "full_name", "gather", "settle"]


@dataclass(frozen=True, slots=True)
class Part:
    """What a person is in the incident, decided: `role` and the statuses, with the evidence that led to it."""

    evidence: Evidence
    role: str
    killed: bool
    hurt: bool
    arrested: bool
    age: int | None
    died: float = 0.0
    """The chance that the person, if a victim and named, was killed."""
    chance: float = 0.0
    """The chance that the person, if named, takes part at all."""

    @property
    def taking_part(self) -> bool:
        """Whether the person belongs to the incident itself, as victim or suspect."""
        return self.role in {"victim", "suspect"}


def decide(evidence: Iterable[Evidence], pages: Sequence[Page], killed: int, injured: int) -> list[Part]:
    """The part of each person. Whoever is named takes part, and as what, by chances that were learned (see
    `participants`); somebody described is left out where a named person can be meant."""
    told = list(evidence)
    named = [one for one in told if one.person is not None]
    parts = [_judged(one, seen) for one, seen in zip(named, features(named, pages, killed, injured), strict=True)]
    taken = {(p.role, p.age) for p in parts if p.taking_part}
    parts = [_self(p, parts) for p in parts]
    for one in told:
        if one.person is None:
            part = _part(one)
            if (
                part.taking_part
                and not (part.role == "suspect" and part.arrested and (part.age or ANSWERS) < ANSWERS)
                and (part.role, part.age) not in taken
                and one.total("killed", "hurt", "victim", "suspect") >= 1
            ):
                parts.append(part)
    return parts


GROWN = 18
"""Whoever serves, and whoever has a child that is told of, is of age."""
ANSWERS = 10
"""The age below which nobody is arrested: "charged after a 2-year-old shot himself" is somebody else's arrest."""
FAINT = 0.6
"""The weight of words for somebody described, from which they are a victim where the numbers leave room for one."""
_HARM = ("killed", "hurt", "victim", "self")


def described(evidence: Iterable[Evidence], parts: Sequence[Part]) -> list[Part]:
    """The parts, and those who are only described and told of once as hit, by another's hand or their own, with an age
    that nobody who takes part has. `persons.within` leaves out whom the numbers leave no room for."""
    taken = {p.age for p in parts if p.taking_part}
    found = list(parts)
    for one in evidence:
        age = age_of(one.ages)
        if one.person is not None or age is None or age in taken or one.total(*_HARM) < FAINT:
            continue
        if one.total("suspect", "arrested") > one.total(*_HARM):
            continue
        dead = one.total("killed") > 0.3 * one.total("hurt")
        found.append(Part(one, "victim", dead, not dead, False, age))
        taken.add(age)
    return found


LIKELY = 0.97
"""The chance of taking part from which somebody told to be dead is kept, though more are dead than were killed."""


def no_more_dead(parts: Sequence[Part], killed: int, injured: int) -> list[Part]:
    """The parts without those who are plainly dead, but of another event: where more named victims are told to be dead than
    were killed, the least likely take no part ("a friend of the dead, who was shot last year")."""
    dead = [p for p in parts if p.role == "victim" and p.evidence.person is not None and p.died >= SURELY]
    surplus = len(dead) - killed
    if surplus <= 0 or killed + injured == 0:
        return list(parts)
    out = {id(p) for p in sorted(dead, key=lambda p: p.chance)[:surplus] if p.chance < LIKELY}
    return [replace(p, role="other", killed=False, hurt=False) if id(p) in out else p for p in parts]


def no_more_hit(parts: Sequence[Part], killed: int, injured: int) -> list[Part]:
    """The parts without named victims of whom no words tell any harm and for whom the numbers leave no room: a neighbor who
    heard the shots."""
    hit = [p for p in parts if p.role == "victim" and p.evidence.person is not None]
    surplus = len(hit) - killed - injured
    if killed + injured == 0 or surplus <= 0:
        return list(parts)
    spare = sorted((p for p in hit if _harm(p) < UNSAID), key=lambda p: p.chance)
    out = {id(p) for p in spare[:surplus]}
    return [replace(p, role="other", killed=False, hurt=False) if id(p) in out else p for p in parts]


def _harm(part: Part) -> float:
    """The weight of words for somebody's harm, without those of the sentences around."""
    around = part.evidence.around
    return sum(s.weight for s in part.evidence.signs if s.value in _HARM and s not in around)


SURE, UNSAID = 0.85, 0.3
"""The weight of words for somebody's death from which they are plain, and below which there are none."""
SURELY = 0.9
"""The chance of somebody's death, or life, that numbers told elsewhere do not outweigh. Of 133 victims of whom plain
words told more of death than of wounds all were dead; of 35 of whom the last words told recovery, none."""


def settle(parts: Sequence[Part], killed: int, injured: int, parents: Collection[int] = ()) -> list[Part]:
    """The parts once the numbers are known: no more are dead than were killed, no more alive than were hurt; the one
    age that is told of somebody described is that of the one person without an age. A child's age is none of those who
    are told to be `parents` (numbers of persons): it is their child's."""
    found = _counted(parts, killed, injured)
    for role in ("victim", "suspect"):
        ageless = [p for p in found if p.role == role and p.age is None and p.evidence.person is not None]
        named = {p.age for p in found if p.role == role and p.evidence.person is not None}
        spare = [p for p in found if p.role == role and p.evidence.person is None and p.age not in named]
        if any(p.evidence.person and p.evidence.person.number in parents for p in ageless):
            spare = [p for p in spare if (p.age or 0) >= GROWN]
        spare.sort(key=lambda p: -sum(s.weight for s in p.evidence.ages))
        if len(ageless) == 1 and spare and _told_most(spare):
            ageless[0].evidence.ages.extend(spare[0].evidence.ages)
            found = [replace(p, age=spare[0].age) if p is ageless[0] else p for p in found if p is not spare[0]]
    return found


def _counted(parts: Sequence[Part], killed: int, injured: int) -> list[Part]:
    """The victims of whom it is likeliest are dead, as many as the numbers leave room for; a person's own words come
    before numbers that are told elsewhere."""
    victims = [p for p in parts if p.role == "victim" and p.evidence.person is not None]
    victims.sort(key=lambda p: -p.died)
    dead = sum(p.died >= 0.5 for p in victims)
    others = sum(p.killed for p in parts if p.role == "suspect")
    room = min(max(dead, len(victims) - injured), max(killed - others, 0))
    least = sum(p.died >= SURELY for p in victims)
    most = len(victims) - sum(p.died <= 1 - SURELY for p in victims)
    dead = max(min(room, most), least)
    states = {id(p): k < dead for k, p in enumerate(victims)}
    found = [replace(p, killed=states[id(p)], hurt=not states[id(p)]) if id(p) in states else p for p in parts]
    return [
        replace(p, killed=True, hurt=False)
        if p.role == "victim" and p.evidence.person is None and killed and not injured
        else p
        for p in found
    ]


def _told_most(spare: Sequence[Part]) -> bool:
    """Whether the first age is the only one, or told twice as often as the next."""
    told = [sum(s.weight for s in p.evidence.ages) for p in spare[:2]]
    return len(told) == 1 or (told[0] >= 2 and told[0] >= 2 * told[1])


def _judged(one: Evidence, seen: Mapping[str, float]) -> Part:
    """The part of somebody named, by the learned chances."""
    told = _part(one)
    other, victim, suspect = chances(seen)
    likely, dying = 1 - other, _own_words(one, seen, died(seen))
    role = "other" if likely < LEAST else _called(one) or ("victim" if victim >= suspect else "suspect")
    if role == "victim" and one.total("suspect") >= SURE and one.total("killed", "hurt", "victim", "self") < UNSAID:
        role = "suspect"  # of somebody charged, whom no words call hurt
    if role == "victim":
        return replace(told, role=role, killed=dying >= 0.5, hurt=dying < 0.5, died=dying, chance=likely)
    killed = one.total("killed")
    dead = role == "suspect" and killed >= 1.5 and killed > 0.6 * one.total("suspect")
    return replace(told, role=role, killed=dead, hurt=False, chance=likely)


def _called(one: Evidence) -> str | None:
    """What somebody who takes part is called outright, where it is one thing only: "the suspect, Ana Quill"."""
    suspect, victim = one.total("called suspect"), one.total("called victim")
    if max(suspect, victim) < SURE or min(suspect, victim) >= UNSAID:
        return None
    return "suspect" if suspect > victim else "victim"


def _own_words(one: Evidence, seen: Mapping[str, float], chance: float) -> float:
    """The chance that somebody was killed; where the words for it, or for the person's recovery, are plain, sure."""
    killed, hurt = one.total("killed", "called killed"), one.total("hurt")
    if killed >= SURE and (killed > hurt or died_later(one)):
        return max(chance, SURELY)
    if killed < UNSAID and seen.get("own last alive"):
        return min(chance, 1 - SURELY)
    return chance


def died_later(one: Evidence) -> bool:
    """Whether somebody is told to have been hurt at first, and in a later document, the last that tells, to have died."""
    dead = [s.page for s in one.signs if s.value == "killed" and s.weight >= SURE]
    alive = [s.page for s in one.signs if s.value == "hurt"]
    return bool(dead and alive) and min(dead) > min(alive) and max(dead) >= max(alive)


def _part(one: Evidence) -> Part:
    """What somebody is by what is told most."""
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
    return Part(one, role, dead, role == "victim" and not dead, _arrested(one), age_of(one.ages))


def _arrested(one: Evidence) -> bool:
    """Whether somebody is told to be held or charged, and no document as late that the arrest is pending, or the person
    at large."""
    held, free = ([s.page for s in one.signs if s.value == kind] for kind in ("arrested", "free"))
    return one.total("arrested") >= 0.8 and max(held) > max(free, default=-1)


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
    r"\b(?P<r>[Oo]fficer|[Dd]eputy|Trooper|Detective|Senior\sCorporal|Senior\sCpl\.|Corporal|Cpl\.|Sergeant|Sgt\.|Ofc\.|Agent|Sheriff|Lieutenant|Lt\.|Captain|Capt\.|Chief)\s$"
)
_RANKS = {
    "Sgt.": "Sergeant", "Ofc.": "Officer", "Cpl.": "Corporal", "officer": "Officer", "deputy": "Deputy",
    "Senior Cpl.": "Senior Corporal", "Lt.": "Lieutenant", "Capt.": "Captain",
}  # fmt: skip
_IS_OFFICER = re.compile(
    r",?\s(?:\(?\d\d\)?,\s)?(?:who\s)?(?:(?:was|is|had\sworked\sas|worked\sas|has\sbeen)\s)?(?:an?|the)\s(?:[\w-]+\s){0,4}?(?P<r>officer|deputy|trooper)\b"
)
_OFFICERS = re.compile(
    r"\b(?P<r>[Oo]fficers?|[Dd]eput(?:y|ies)|[Tt]roopers?)\s(?:(?!sa(?:id|ys?)\b|told\b|victims?\b|suspects?\b|as\b)[\w’',-]+\s){0,8}?(?:were|was|been|are|is)\s(?:\w+\s)?(?:identified|named)\s(?:\w+\s){0,5}?as\s[^.;\n]*$"
)


def full_name(part: Part, pages: Sequence[Page]) -> str | None:
    """The person's name, with the rank before it where an officer takes part; None where it is not told."""
    person = part.evidence.person
    if person is None or not part.taking_part:
        return person.name if person else None
    titles: Counter[str] = Counter()
    described: Counter[str] = Counter()
    full = 0
    for order, start, end in person.places:
        text = pages[order].text
        full += " " in text[start:end]
        before = text[max(0, start - 20) : start]
        match = title = _RANK.search(before)
        if part.role == "victim":
            match = match or _IS_OFFICER.match(text, end)
        if match is None and "," in text[start - 2 : start] + text[end : end + 1] + before[-5:]:
            match = _OFFICERS.search(text[max(0, start - 160) : start])
        if match is not None:
            told = match["r"].replace("\n", " ")
            rank = (
                "Deputy" if told.lower().startswith("deput") else _RANKS.get(told, told.capitalize().removesuffix("s"))
            )
            (titles if title else described)[rank] += 1
    if not titles + described or (titles + described).total() < _RANKED * max(full, 1):
        return person.name
    ranks = titles or described  # "Sgt. Quill" says more than "the officers were identified as"
    return f"{min(ranks, key=lambda r: (-ranks[r], r))} {person.name}"


_RANKED = 0.1
"""Of the places where an officer is named in full, the share where the rank stands at least."""
