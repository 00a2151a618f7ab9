"""Who, when, where and how many, value by value: assertions that stand within claims, whatever else each claim says.

"Ahlgren, 41, was shot on Mill Road about 9 p.m." tells an age, a place and a time beside a shooting. Another document
may bear out the time alone, so each value has origins, and a count, of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Account, Claim, Detail, Modality, Span, Value, identify
from sayso.reconcile.topics import OF_INCIDENT, Topics, of_act
from sayso.reconcile.words import content

FIELDS = frozenset("date time place address scene age shots weapon injury hospital arrest".split())
"""What is told within claims. Who was killed, named, charged or accused is what a claim says as a whole."""
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


def details(claims: Sequence[Claim], topics: Topics, elsewhere: frozenset[str] = frozenset()) -> tuple[Detail, ...]:
    """The details of these claims, in the order in which they are first told. What is denied, what may be and what is
    said to be unknown gives none. `elsewhere` are claims of other incidents."""
    topical: dict[tuple[str, str], list[list[_Told]]] = {}
    known: dict[tuple[str, str, str], list[_Told]] = {}
    for claim in claims:
        if not claim.polarity or claim.modality not in {Modality.FACT, Modality.ALLEGED}:
            continue
        for value in claim.values:
            if value.field not in FIELDS or not topics.knows(value):
                continue
            key = topics.key(value)
            told = _Told(claim, value, _phrase(claim, value))
            same = known.get((*key, value.value))
            if same is None:
                groups = topical.setdefault(key, [])
                same = next((g for g in groups if all(_one(value, other.value) for other in g)), None)
                if same is None:
                    same = []
                    groups.append(same)
                known[*key, value.value] = same
            same.append(told)
    return tuple(_detail(key, group, topics, elsewhere) for key, groups in topical.items() for group in groups)


def _one(a: Value, b: Value) -> bool:
    """Whether two values of one topic tell the same."""
    one, two = (v.value.casefold().removeprefix("the ") for v in (a, b))
    if one == two:
        return True
    if a.field == "time":
        first, second = _middle(one), _middle(two)
        return first is not None and second is not None and _apart(first, second) <= NEAR
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
