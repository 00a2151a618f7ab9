"""How people fared who are known by their ages alone: "a 39-year-old woman was in critical condition", in one document,
and "the 39-year-old woman is recovering", in another.

An age means one person where all documents tell of one of that age: of one sex, and of one name where any has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Claim, Modality, Value
from sayso.reconcile.statements.topics import Topics

AGED = re.compile(
    r"(?i)\b(?P<n>\d{1,2})[- ]year[- ]old(?:,)?\s(?:[\w’'-]+\s){0,2}?"
    r"(?P<noun>m[ae]n|wom[ae]n|boys?|girls?|males?|females?|mother|father|son|daughter)\b"
)
MALE = frozenset("man men boy boys male males father son".split())
SEVERAL = re.compile(
    r"(?i)\b(?:two|three|four|five|another|second|other|both)\s(?:[\w’'-]+\s)?(?P<n>\d{1,2})[- ]year[- ]old"
)
"""An age that several people have."""
TOLD = frozenset({Modality.FACT, Modality.ALLEGED})

Key = tuple[str, str]


def fared(claims: Sequence[Claim], topics: Topics) -> Iterator[tuple[Key, Claim, Value]]:
    """The conditions of people who are known by an age, with the topic of each. A claim that tells of two conditions
    does not tell whose is which, and one that is about somebody with a name has its topic."""
    people = _people(claims, topics)
    for claim in claims:
        hurt = {v.value: v for v in claim.values if v.field == "injury" and v.grade is not None}
        if len(hurt) != 1 or claim.modality not in TOLD or not claim.polarity:
            continue
        value = next(iter(hurt.values()))
        if topics.about(value) in topics.roster.agents:
            continue
        for age in dict.fromkeys(m["n"] for m in AGED.finditer(claim.spans[0].exact)):
            if age in people:
                yield ("injury", people[age]), claim, value


def _people(claims: Sequence[Claim], topics: Topics) -> dict[str, str]:
    """By an age the one person who has it: an agent, or "the 39-year-old woman"."""
    named: dict[str, set[str]] = {}
    called: dict[str, dict[bool, str]] = {}
    several: set[str] = set()
    for claim in claims:
        for value in claim.values:
            about = topics.about(value) if value.field == "age" else ""
            if about in topics.roster.agents:
                named.setdefault(value.value, set()).add(about)
        text = claim.spans[0].exact
        several |= {m["n"] for m in SEVERAL.finditer(text)}
        for match in AGED.finditer(text):
            noun = match["noun"].casefold()
            called.setdefault(match["n"], {}).setdefault(noun in MALE, f"the {match['n']}-year-old {noun}")
    return {
        age: next(iter(named[age])) if age in named else next(iter(sexes.values()))
        for age, sexes in called.items()
        if age not in several and len(sexes) == 1 and len(named.get(age, ())) < 2
    }
