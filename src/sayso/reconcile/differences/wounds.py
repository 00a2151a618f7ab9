"""Where on the body somebody was hit, as each account has it: "in the head", "in the left leg, right arm and chest".

What one voice tells of a person in one document is one account, however many claims it has. Two accounts differ where
each has a part of the body that no part of the other's can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Claim, Span, Value
from sayso.reconcile.differences.opposed import Opposed
from sayso.reconcile.differences.said import Whose
from sayso.reconcile.statements.frames import PERSON, Frame
from sayso.reconcile.statements.topics import Topics

WHERE = "where on the body"
PARTS = """
head: head face forehead jaw cheek ear eye temple mouth
neck: neck throat
chest: chest heart lung
abdomen: abdomen stomach belly
back: back
side: side ribs
torso: torso midsection
body: body
shoulder: shoulder
arm: arm forearm elbow
hand: hand wrist finger
buttocks: buttocks buttock hip groin pelvis
leg: leg thigh knee calf
foot: foot ankle toe
"""
"""Words for one part of the body, by lines."""
KINDS = """
head neck
torso chest abdomen back side shoulder
side chest abdomen back buttocks
shoulder chest back arm
arm hand
leg foot buttocks
back buttocks
chest abdomen
"""
"""A part, and those that it may be told for. The body may be told for all."""
_REGION = {word: line.split(":")[0] for line in PARTS.strip().splitlines() for word in line.split(":")[1].split()}
_NEAR = {frozenset({line.split()[0], other}) for line in KINDS.strip().splitlines() for other in line.split()[1:]}
_WORDS = "|".join(sorted(_REGION))
_PART = (
    rf"(?:(?:the|his|her|their|my|a)\s)?(?:(?:upper|lower|left|right|back|side|top|of|the)\s)*?"
    rf"(?:{_WORDS}|feet)s?\b(?!\sof\b)"
)
HIT = re.compile(
    rf"(?i)\b(?:shot|shoots?|shooting|struck|hit|hitting|striking|wound(?:s|ed|ing)?|graz(?:e|ed|ing)|bullets?)\b"
    rf"[^.;:]{{0,50}}?\b(?:in|to|through|into|on)\s(?P<parts>{_PART}(?:(?:,\s(?:and\s)?|\sand\s)(?:(?:once|twice|another)\s)?"
    rf"(?:in|to)?\s?{_PART}|\s(?:and\s)?(?:into|through)\s{_PART})*)"
)
"""Words that tell where somebody was hit."""
ONE = re.compile(rf"(?i)\b(?:(?P<side>left|right)\s)?(?:(?:upper|lower)\s)?(?P<part>{_WORDS}|feet)s?\b")
NOT_HIT = re.compile(
    r"(?i)\bback (?:seat|yard|door|porch|room|window|of (?:an?|the) (?!head|neck|leg)|to|at|into|from|in)\b|\bon foot\b"
    r"|\b(?:on|of) (?:his|her|their) back\b|\bside of (?:an?|the) (?!head|face|neck)|\bin (?:the )?face of\b"
    r"|\b(?:in|into) the (?:heart|mouth|side) of\b"
)
"""Words for what is no part of a body, or was not hit."""
WHOM = re.compile(
    r"(?i)(?:shooting|shoots?|shot|hitting|hit|striking|struck|wounding|wounded)\s(?P<whom>(?:an?|another|one)\s(?:[\w-]+\s){0,2}?"
    r"(?:man|woman|boy|girl|child|teen\w*|person|officer|deputy|friend|neighbor|bystander))\b"
)
"""Whom words name that were hit, behind the verb."""
SOME = re.compile(r"(?i)an?\s|another\b|one\b")
"""Somebody who is only brought in."""
AGE = re.compile(r"(?i)\b(\d{1,2})[- ]year[- ]old\b")


@dataclass(slots=True)
class _Account:
    """What one voice tells of one person in one document: the parts, with the first claim that tells each."""

    parts: dict[tuple[str, str], tuple[Claim, Span]] = field(default_factory=dict)
    sexes: set[str] = field(default_factory=set)


def wounds(found: Sequence[Frame], whose: Whose, topics: Topics) -> Iterator[Opposed]:
    """Pairs of accounts of where one person was hit that cannot both be. Who has no name is known by an age."""
    ages = _ages(found, topics)
    accounts: dict[str, dict[tuple[str, str], _Account]] = {}
    for frame in found:
        span = frame.claim.spans[0]
        who = _who(frame, ages) if frame.sense.stands else None
        if who is None:
            continue
        speaker = whose.traces[frame.claim.id].support.chain[-1]
        for match in HIT.finditer(NOT_HIT.sub(lambda m: " " * len(m.group()), span.exact)):
            if _of_another(match.group(), frame.claim):
                continue
            account = accounts.setdefault(who, {}).setdefault((frame.claim.document, speaker), _Account())
            part = Span(
                document=span.document,
                start=span.start + match.start("parts"),
                end=span.start + match.end("parts"),
                exact=span.exact[match.start("parts") : match.end("parts")],
            )
            account.sexes |= _sexes(frame.claim)
            for told in parts(part.exact):
                account.parts.setdefault(told, (frame.claim, part))
    for each in accounts.values():
        # what two origins are credited with tells most
        pairs = list(_differing(list(each.items()), whose))
        yield from sorted(pairs, key=lambda one: (one.a.component is None) + (one.b.component is None))


def _of_another(words: str, claim: Claim) -> bool:
    """Whether what was hit is told of somebody within the words: "shooting a man in the legs"."""
    whom = WHOM.match(words)
    takers = [p.span.exact.casefold() for p in claim.participants if p.role == "patient"]
    return whom is not None and not any(whom["whom"].casefold() in taker for taker in takers)


def parts(text: str) -> frozenset[tuple[str, str]]:
    """The parts of the body that words name, each with its side: ("left", "leg")."""
    found = set()
    for match in ONE.finditer(text):
        word = match["part"].casefold().replace("feet", "foot")
        if word == "back" and re.match(r"\sof\b", text[match.end() :]):
            continue  # "the back of the head"
        if word == "side" and re.match(r"\sof\b", text[match.end() :]):
            continue
        found.add(((match["side"] or "").casefold(), _REGION[word]))
    return frozenset(found)


def _may_be(a: tuple[str, str], b: tuple[str, str]) -> bool:
    """Whether two words for parts of the body can mean one place."""
    if a[0] and b[0] and a[0] != b[0]:
        return False
    return a[1] == b[1] or "body" in {a[1], b[1]} or frozenset({a[1], b[1]}) in _NEAR


def _differing(each: Sequence[tuple[tuple[str, str], _Account]], whose: Whose) -> Iterator[Opposed]:
    for i, ((home, _), a) in enumerate(each):
        for (other, _), b in each[i + 1 :]:
            mine = [p for p in a.parts if not any(_may_be(p, q) for q in b.parts)]
            theirs = [q for q in b.parts if not any(_may_be(p, q) for p in a.parts)]
            # an account of him and of her is of two people
            if mine and theirs and len(a.sexes | b.sexes) < 2:
                (one, first), (two, second) = a.parts[mine[0]], b.parts[theirs[0]]
                yield Opposed(
                    whose.said(one, Value(field="body", value=_shown(a.parts), span=first)),
                    whose.said(two, Value(field="body", value=_shown(b.parts), span=second)),
                    WHERE,
                    whoever=home != other,
                )


def _shown(told: Mapping[tuple[str, str], object]) -> str:
    return ", ".join(sorted(" ".join(filter(None, part)) for part in told))


def _ages(found: Sequence[Frame], topics: Topics) -> Mapping[str, str]:
    """By age the one named person who has it."""
    bearers: dict[str, set[str]] = {}
    for frame in found:
        for value in frame.claim.values:
            about = topics.about(value) if value.field == "age" else ""
            if about in topics.roster.agents:
                bearers.setdefault(value.value, set()).add(f"@{about}")
    return {age: next(iter(who)) for age, who in bearers.items() if len(who) == 1}


def _who(frame: Frame, ages: Mapping[str, str]) -> str | None:
    """Who was hit: a named person, the one person of the incident, or "the 17-year-old"."""
    patients = [p for p in frame.claim.participants if p.role == "patient" and not INJURY.search(p.span.exact)]
    takers = patients or [p for p in frame.claim.participants if p.role == "agent"]
    called = takers[0].span.exact if len(takers) == 1 else ""
    aged = AGE.search(called)
    if aged is not None:
        return ages.get(aged.group(1), f"aged {aged.group(1)}")
    told = [w for w in frame.core if w.startswith("@")]
    if len(told) != 1 or len(frame.core) != 1 or (told[0] != PERSON and SOME.match(called)):
        return None  # "a girl" is somebody else than the one who has a name
    return told[0]


def _sexes(claim: Claim) -> set[str]:
    """Of whom those whom a claim befell are told to be: "she", "a 17-year-old boy"."""
    told = " ".join(p.span.exact for p in claim.participants if p.role == "patient") or claim.spans[0].exact
    return {name for name, words in SEXES if words.search(told)}


SEXES = (
    ("male", re.compile(r"(?i)\b(?:he|him|his|himself|man|boy|male|son|father|brother|husband)\b")),
    ("female", re.compile(r"(?i)\b(?:she|her|hers|herself|woman|girl|female|daughter|mother|sister|wife)\b")),
)
INJURY = re.compile(r"(?i)\b(?:wounds?|injur(?:y|ies)|graze|bullet|gunshots?)\b")
"""What somebody suffers, and is not whom it befell."""
