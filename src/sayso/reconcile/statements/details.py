"""Who, when, where and how many, value by value: assertions that stand within claims, whatever else each claim says.

"Ahlgren, 41, was shot on Mill Road about 9 p.m." tells an age, a place and a time beside a shooting. Another document
may bear out the time alone, so each value has origins, and a count, of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Account, AgentKind, Claim, Detail, Modality, Span, Value, identify
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.statements.frames import LIGHT, family
from sayso.reconcile.statements.propositions import SURE
from sayso.reconcile.statements.topics import NUMBERED, OF_INCIDENT, Topics, of_act, of_the_act, tells_act
from sayso.reconcile.words import content

FIELDS = frozenset("date time place address scene age shots weapon injury hospital arrest".split())
"""What is told within claims. Who was killed, named, charged or accused is what a claim says as a whole."""
CLOSE = frozenset({"date", "time", "scene", "place"})
"""What a report tells of many things."""
HOSPITAL = frozenset("take hospital medical center centre hospit transport rush fly bring airlift".split())
"""Words of what is told of hospitals that name none."""
SUPPOSED = re.compile(
    r"(?i)\b(?:should|would|could|might|if|you|praying|prayers?|thoughts|hearts?|condolences|saddened|mourn\w*)\b"
)
"""Words that suppose, or feel with somebody."""
AND = re.compile(r"[A-Z]\w+ and (?:in )?$")
STILL = LIGHT | frozenset({"remain", "list", "stay", "say", "hear", "see"})
"""Verbs of no one deed."""
NEAR = 15
"""Minutes that "just after midnight" and "around midnight" may lie apart and be one time."""
DAY = 24 * 60
NARROW = 70
"""Minutes of a stretch that still tells a time: a longer one is a part of the day."""
STREETS = frozenset(
    """street st avenue ave road rd drive dr boulevard blvd lane ln court ct way highway hwy parkway pkwy circle terrace
    trail pike alley plaza square loop turnpike block corner intersection north south east west northeast northwest
    southeast southwest place route interstate hundred""".split()
)
IN = re.compile(r"(?i)\b(?:in|near|at|outside)\s$")
LEAD = re.compile(
    r"(?i)(?:\b(?:in|at|on|near|inside|outside|of|from|to|around|about|just|shortly|before|after|with|between|along|off|"
    r"early|late|approximately|roughly|aged|age)\b\s*(?:(?:the|an?|his|her|their|its)\s+)?(?:[\w’'-]+\s+){0,3}?)+$"
)
"""What leads to a value and belongs to its phrase: "in the home on" before "Mill Road"."""


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    value: Value
    phrase: Span


def details(
    claims: Sequence[Claim],
    topics: Topics,
    elsewhere: frozenset[str] = frozenset(),
    origins: Mapping[str, str | None] | None = None,
    weak: Callable[[Claim], bool] = lambda _: False,
) -> tuple[Detail, ...]:
    """The details of these claims, in the order in which they are first told. What is denied, what may be and what is
    said to be unknown gives none. `elsewhere` are claims of other incidents. `origins` are by claim, None for a claim
    of nobody's: those that do not tell a value of the same thing each have a detail of their own. `weak`
    tells whether a claim is too little to bear another's out."""
    topical: dict[tuple[str, str], list[list[_Told]]] = {}
    known: dict[tuple[str, str, str], list[_Told]] = {}
    people = _people(topics)
    for claim in claims:
        if not claim.polarity or claim.modality not in {Modality.FACT, Modality.ALLEGED}:
            continue
        for value in claim.values:
            if value.field not in FIELDS or not topics.knows(value) or _of_person(claim, value, people):
                continue
            key = topics.key(value)
            told = _Told(claim, value, _phrase(claim, value))
            same = known.get((*key, _meant(value)))
            if same is None:
                groups = topical.setdefault(key, [])
                same = next((g for g in groups if all(_one(value, other.value) for other in g)), None)
                if same is None:
                    same = []
                    groups.append(same)
                known[*key, _meant(value)] = same
            same.append(told)
    return tuple(
        _detail(key, told, topics, elsewhere)
        for key, groups in topical.items()
        for group in groups
        for told in _parts(group, key, topics, elsewhere, weak, origins or {})
    )


def _people(topics: Topics) -> frozenset[str]:
    """The names of persons, and the parts of them."""
    told = (a.name for a in topics.roster.agents.values() if a.kind is AgentKind.PERSON and is_name(a.name))
    return frozenset(part.casefold() for name in told for part in (name, *name.split()))


def _of_person(claim: Claim, value: Value, people: frozenset[str]) -> bool:
    """Whether what is taken for a place is somebody's name, or none: "from Ode", "marijuana"; "in Ode" is a place."""
    if value.field != "place":
        return False
    told = value.value.removeprefix("the ")
    if not any(w[:1].isupper() for w in told.split()):
        return True
    within = (s for s in claim.spans if s.start <= value.span.start < s.end)
    lead = next((s.exact[: value.span.start - s.start] for s in within), "")
    return told.casefold() in people and IN.search(lead) is None


def _meant(value: Value) -> str:
    """What two values share that are the same. Of a patient's condition the word counts: fair is not stable."""
    if value.field == "hospital":
        return " ".join(sorted(content(value.span.exact) - HOSPITAL)) or value.value
    if value.field != "injury" or not value.value.endswith("condition"):
        return value.value
    return value.span.exact.casefold().removesuffix("condition").strip()


def _parts(
    group: Sequence[_Told],
    key: tuple[str, str],
    topics: Topics,
    elsewhere: frozenset[str],
    weak: Callable[[Claim], bool],
    origins: Mapping[str, str | None],
) -> list[list[_Told]]:
    """The accounts of one value: those that tell it of the act or of one named person, with all that the same origins
    and nobody say; then those of each other origin."""
    told = list(dict.fromkeys(o for t in group if (o := origins.get(t.claim.id)) is not None))
    if len(told) < 2:
        return [list(group)]
    whole = [t for t in group if _whole(t.claim) and t.claim.id not in elsewhere and not weak(t.claim)]
    deeds: dict[str, set[str | None]] = {}
    for one in whole:
        for deed in family(one.claim) - STILL:
            deeds.setdefault(deed, set()).add(origins.get(one.claim.id))
    common = frozenset(deed for deed, by in deeds.items() if len(by - {None}) > 1)
    firm = {origins.get(t.claim.id) for t in whole if _firm(t, key, topics, common)} - {None}
    parts: dict[str | None, list[_Told]] = {}
    for one in group:
        origin = origins.get(one.claim.id)
        whose = None if origin in firm or (origin is None and firm) else origin or told[0]
        parts.setdefault(whose, []).append(one)
    return list(parts.values())


def _whole(claim: Claim) -> bool:
    """Whether a claim is a clause, supposes nothing, and tells of one thing alone."""
    text = " ".join(s.exact for s in claim.spans)
    if NUMBERED.search(text) or SUPPOSED.search(text):
        return False
    # "in Ode and in Pell" are two, and the act has one place.
    several = any(v.field == "place" and AND.search(text[: max(0, _at(claim, v))]) for v in claim.values)
    return claim.confidence > SURE and not several


def _at(claim: Claim, value: Value) -> int:
    """Where a value begins in the text of a claim of one piece; -1 in one of several."""
    return value.span.start - claim.spans[0].start if len(claim.spans) == 1 else -1


def _firm(told: _Told, key: tuple[str, str], topics: Topics, common: frozenset[str]) -> bool:
    """Whether a claim tells a value of the act, of a deed that another origin tells too, or of somebody who has a name.
    A street is told of nothing else as a rule; a day or a kind of place is, unless somebody was shot or it happened."""
    field, about = key
    telling = not STILL.issuperset(told.claim.predicate.split(" and "))
    if (field == "address" and telling) or (field != "scene" and family(told.claim) & common):
        return True
    if field in CLOSE:
        return tells_act(told.claim) or of_the_act(told.claim, told.value.span)
    agent = topics.roster.agents.get(about)
    if agent is not None and is_name(agent.name) and field not in OF_INCIDENT:
        return True
    return of_act(told.claim)


def _one(a: Value, b: Value) -> bool:
    """Whether two values of one topic tell the same."""
    one, two = (_meant(v).casefold().removeprefix("the ") for v in (a, b))
    if one == two and a.field != "hospital":
        return True
    if a.field == "time":
        first, second = _middle(one), _middle(two)
        return first is not None and second is not None and _apart(first, second) <= NEAR
    if a.field == "hospital":
        here, there = (content(v.span.exact) - HOSPITAL for v in (a, b))
        return not here or not there or bool(here & there)
    if a.field == "address":
        (names, blocks), (others, theirs) = _street(one), _street(two)
        fits = names <= others or others <= names
        return bool(names and others) and fits and (not blocks or not theirs or bool(blocks & theirs))
    return False


@lru_cache(maxsize=4096)
def _middle(told: str) -> int | None:
    """The minute of the day that a time tells; None where it is no more than a part of the day."""
    clocks = [int(h) * 60 + int(m) for h, m in re.findall(r"t(\d\d):(\d\d)", told)]
    if not clocks:
        return None
    long = (clocks[-1] - clocks[0]) % DAY
    return (clocks[0] + long // 2) % DAY if long <= NARROW else None


def _apart(a: int, b: int) -> int:
    return min((a - b) % DAY, (b - a) % DAY)


@lru_cache(maxsize=4096)
def _street(told: str) -> tuple[frozenset[str], frozenset[int]]:
    """The names of the streets, and the hundred blocks."""
    words = content(told)
    numbers = [int(w) for w in words if w.isdecimal()]
    return frozenset(w for w in words if not w[0].isdigit() and w not in STREETS), frozenset(n // 100 for n in numbers)


def _phrase(claim: Claim, value: Value) -> Span:
    """The value's words with what leads to them within the claim."""
    for span in claim.spans:
        if span.start <= value.span.start and value.span.end <= span.end:
            lead = LEAD.search(span.exact[: value.span.start - span.start])
            at = lead.start() if lead else value.span.start - span.start
            start = span.start + at
            return Span(
                document=span.document,
                start=start,
                end=value.span.end,
                exact=span.exact[at : value.span.end - span.start],
            )
    return value.span


def _detail(key: tuple[str, str], told: Sequence[_Told], topics: Topics, elsewhere: frozenset[str]) -> Detail:
    plainest = min(told, key=lambda t: (-len(content(t.value.value)), len(t.phrase.exact)))
    accounts = (Account(claim=t.claim.id, value=t.value.value, span=t.phrase, grade=t.value.grade) for t in told)
    return Detail(
        id=identify("detail", *key, told[0].claim.id, told[0].value.value),
        topic=topics.name(key, [(t.claim, t.value) for t in told]),
        field=key[0],
        about=key[1] or None,
        value=plainest.value.value,
        text=plainest.phrase.exact,
        accounts=tuple(dict.fromkeys(accounts)),
        act=key[0] not in OF_INCIDENT or any(of_act(t.claim) and t.claim.id not in elsewhere for t in told),
    )
