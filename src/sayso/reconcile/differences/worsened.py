"""Who was critically hurt in one document and has died in a later one, where no name ties the two: "a 13-year-old boy
was in critical condition", "The 13-year-old … where he died on Monday night".

Both documents tell of somebody of one age, and of one sex where they tell it; the earlier knows of nobody who died, and
nobody else does before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Claim, Modality, Value
from sayso.reconcile.agents.bearers import calls
from sayso.reconcile.differences.comparisons import moved
from sayso.reconcile.differences.said import Key, Said, Whose
from sayso.reconcile.statements.aged import MALE
from sayso.reconcile.statements.topics import Topics

GRAVE = frozenset({"critical condition", "life-threatening injury"})
DIED = re.compile(
    r"(?i)\b(?:die[sd]|has died|had died|succumb\w*|pass(?:ed|es) away|pronounced dead|declared (?:brain[- ])?dead)\b"
)
"""Words for a death that came after."""
AGE = re.compile(
    r"\b(?P<n>\d{1,2})-year-old,?\s(?:[\w’'-]+\s){0,2}?(?P<noun>man|woman|boy|girl|male|female|mother|father|son|daughter)\b"
    r"|\b(?P<bare>\d{1,2})-year-old\b|[A-Z][\w’'-]+, (?P<beside>\d{1,2}),"
)
SHE = re.compile(r"(?i)\b(?:she|her|wom[ae]n|girls?|female|mother|daughter|sister|wife)\b")
HE = re.compile(r"(?i)\b(?:he|him|his|m[ae]n|boys?|male|father|son|brother|husband)\b")
CHILD = re.compile(r"(?i)\b(?:boy|girl|child|toddler|infant|baby)\b")
ADULT = re.compile(r"(?i)\b(?:man|woman|mother|father)\b")
SOME = re.compile(r"(?i)(?:one|another|two|three|several|some|others?)\b|(?:a|the) (?:victim|person|second|third)\b")
"""Somebody whom nothing tells from the rest."""
GROWN = 18


@dataclass(slots=True)
class _Page:
    """What one document tells of conditions: the claims of somebody gravely hurt and of a death, and the ages."""

    grave: list[tuple[Claim, Value]] = field(default_factory=list)
    died: list[tuple[Claim, Value]] = field(default_factory=list)
    ages: dict[str, str] = field(default_factory=dict)
    deadly: bool = False


def with_deaths(
    found: Mapping[Key, Sequence[Said]], claims: Sequence[Claim], whose: Whose, topics: Topics, others: frozenset[str]
) -> dict[Key, Sequence[Said]]:
    """What is said by topic, with the conditions of those who were gravely hurt and died. Where what is said tells of
    one such person already, nothing is added."""
    added: dict[Key, list[Said]] = {}
    for key, told in found.items():
        if key[0] == "injury" and "dead" in {s.value.value for s in told} and moved(told):
            return dict(found)
    for key, claim, value in worsened(claims, whose, topics, others):
        added.setdefault(key, []).append(whose.said(claim, value))
    return {**found, **{key: [*found.get(key, ()), *told] for key, told in added.items()}}


def worsened(
    claims: Sequence[Claim], whose: Whose, topics: Topics, others: frozenset[str]
) -> Iterator[tuple[Key, Claim, Value]]:
    """The conditions of people who were gravely hurt at first and died, with the topic of each. `others`: the claims
    that tell of other incidents."""
    pages = _pages(claims, whose, others)
    days = {document: day for document in pages if (day := whose.days.get(document)) is not None}
    first = min((days[d] for d, page in pages.items() if page.deadly and d in days), default=None)
    if first is None:
        return
    for document, page in pages.items():
        if page.deadly or document not in days or days[document] >= first:
            continue
        for claim, value in page.grave:
            age = _age(claim, whose, page.ages)
            for other in pages if age else ():
                died = _death(pages[other], age or "", _sex(claim), whose) if days.get(other, first) >= first else None
                if died is not None:
                    noun = page.ages[age or ""] or pages[other].ages[age or ""]
                    key = "injury", _who(age or "", noun, (claim, died[0]), topics)
                    yield key, claim, value
                    yield key, *died
                    break


def _pages(claims: Sequence[Claim], whose: Whose, others: frozenset[str]) -> Mapping[str, _Page]:
    pages: dict[str, _Page] = {}
    for claim in claims:
        page = pages.setdefault(claim.document, _Page())
        text = whose.sentences.get(claim.id) or claim.spans[0].exact
        for match in AGE.finditer(text):
            age = match["n"] or match["bare"] or match["beside"]
            page.ages[age] = page.ages.get(age) or (match["noun"] or "").casefold()
        if claim.id in others or not claim.polarity or claim.modality not in {Modality.FACT, Modality.ALLEGED}:
            continue
        told = {v.value: v for v in claim.values if v.field == "injury"}
        page.deadly |= "dead" in told or any(v.field == "killed" and v.value not in {"0", ""} for v in claim.values)
        page.grave += [(claim, v) for name, v in told.items() if name in GRAVE]
        if "dead" in told and DIED.search(claim.spans[0].exact) and "several" not in {v.value for v in claim.values}:
            page.died.append((claim, told["dead"]))
    return pages


def _age(claim: Claim, whose: Whose, ages: Mapping[str, str]) -> str | None:
    """The age of whom a claim is about: told in its sentence, else the one of the document that can be meant."""
    text = claim.spans[0].exact
    takers = [p.span.exact for p in claim.participants if p.role in {"agent", "patient"}]
    if any(SOME.match(taker) for taker in takers):
        return None
    for words in (" ".join(takers), text, whose.sentences.get(claim.id, "")):
        here = {m["n"] or m["bare"] or m["beside"] for m in AGE.finditer(words)}
        if len(here) == 1:
            return next(iter(here))
        if here:
            return None
    may = [n for n, noun in ages.items() if _can_be(" ".join((*takers, text)), _sex(claim), n, noun)]
    return may[0] if len(may) == 1 else None


def _can_be(text: str, sex: str, age: str, noun: str) -> bool:
    """Whether words for somebody can mean one of an age: "the man" is no boy of 11."""
    of = "she" if noun and SHE.fullmatch(noun) else "he" if noun in MALE else ""
    if (sex and of and sex != of) or (ADULT.search(text) and int(age) < GROWN):
        return False
    return not (CHILD.search(text) and int(age) >= GROWN)


def _sex(claim: Claim) -> str:
    text = " ".join(p.span.exact for p in claim.participants if p.role in {"agent", "patient"})
    she, he = SHE.search(text), HE.search(text)
    return "" if bool(she) == bool(he) else "she" if she else "he"


def _death(page: _Page, age: str, sex: str, whose: Whose) -> tuple[Claim, Value] | None:
    """What a document tells of the death of somebody of an age."""
    if age not in page.ages:
        return None
    for claim, value in page.died:
        told = _sex(claim)
        own = _age(claim, whose, {age: page.ages[age]})
        if own == age and not (sex and told and sex != told):
            return claim, value
    return None


def _who(age: str, noun: str, told: Sequence[Claim], topics: Topics) -> str:
    """The one with a name whom a claim names and the other describes by age, else "the 13-year-old boy"."""
    for claim in told:
        for taker in claim.participants:
            agent = topics.roster.aka.get(taker.agent or "", "")
            known = topics.roster.agents.get(topics.people.get(agent, agent))
            if known is not None and calls(taker.span.exact, known):
                return known.id
    return f"the {age}-year-old {noun or 'victim'}"
