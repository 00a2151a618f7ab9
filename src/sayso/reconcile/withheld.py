"""What was withheld or not known at first, and given later: "declined to name the officer", then his name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import Account, Claim, Modality, Value
from sayso.reconcile.differences import NAMES
from sayso.reconcile.said import PERSONAL, Key, Said, Whose, at_another_time

NAMED = r"\b(?:names?|identit\w+|identif\w+|who (?:was|were|the))\b"
ASKED = (
    (("officer_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:officers?|deput(?:y|ies)|agents?|troopers?|sergeant)\b")),
    (("suspect_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:suspects?|shooters?|gunm[ae]n|attackers?|driver)\b")),
    (("suspect_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:arrested|charged|custody|detained|jailed)\b")),
    (("victim_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:victims?|deceased|dead|killed|slain|died)\b")),
    (
        ("victim_name", "name"),
        re.compile(
            rf"(?i)(?=.*{NAMED}).*\b(?:m[ae]n|wom[ae]n|persons?|people|boys?|girls?|teens?|teenagers?|"
            r"him|her|them|his|their)\b"
        ),
    ),
    (("age",), re.compile(r"(?i)\bages?\b|\bhow old\b")),
    (("shots",), re.compile(r"(?i)\bhow many (?:shots|rounds|times|bullets)|\bnumber of (?:shots|rounds)\b")),
    (("weapon",), re.compile(r"(?i)\b(?:what )?(?:kind|type|sort) of (?:weapon|gun|firearm)|\bwhether .*\barmed\b")),
    (("fired_first",), re.compile(r"(?i)\bwho (?:fired|shot) first|\bwho opened fire\b")),
    (
        ("injury",),
        re.compile(r"(?i)\b(?:(?<!medical )(?<!mental )(?<!health )conditions?|extent of .*injur\w+|how badly)\b"),
    ),
    (("motive",), re.compile(r"(?i)\b(?:motive|what (?:led|prompted|sparked|caused)|why)\b")),
    (("charges",), re.compile(r"(?i)\b(?:which|what) charges?\b")),
    (("time",), re.compile(r"(?i)\bwhat time\b|\bwhen .*(?:shooting|shot|happened)\b")),
)
"""Fields that words for what is unknown ask for; the first row that fits decides."""
ONESELF = re.compile(r"(?i)\b(?:identif\w+|nam\w+|call\w*) (?:him|her|them|my|your)sel(?:f|ves)\b")


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim by which something is withheld or said to be unknown, whose word that is, and the fields asked for."""

    said: Said
    fields: tuple[str, ...]

    @property
    def account(self) -> Account:
        """As a comparison holds it."""
        return Account(claim=self.said.claim.id, value="not given", span=self.said.value.span)


def withheld(claims: Sequence[Claim], whose: Whose, speaks: Mapping[str, str | None]) -> tuple[Withheld, ...]:
    """What these claims withhold or call unknown. `speaks`: by an agent of a reading the component that it is in, since
    "police declined to say" stands in the article's voice, and withholding is the police's."""
    found = []
    for claim in claims:
        if claim.modality is not Modality.UNKNOWN:
            continue
        for value in claim.values:
            fields = _asked(claim, value) if value.field in {"unknown", "declined"} else ()
            if fields:
                said = whose.said(claim, value)
                if said.component is None:
                    said = _by(said, claim, speaks)
                found.append(Withheld(said, fields))
    return tuple(found)


def _asked(claim: Claim, value: Value) -> tuple[str, ...]:
    around = " ".join(s.exact for s in claim.spans)
    if ONESELF.search(around):
        return ()  # "a man who only identified himself as a neighbor"
    told = around if value.field == "declined" else f"{value.value} {claim.predicate}"
    exact = next((fields for fields, pattern in ASKED if pattern.search(told)), ())
    if not exact and re.search(rf"(?i){NAMED}", told):
        # "declined to identify them": whom, the claim tells
        exact = next((fields for fields, pattern in ASKED[:5] if pattern.search(f"name {around}")), ())
    return exact


def _by(said: Said, claim: Claim, speaks: Mapping[str, str | None]) -> Said:
    component = next((c for p in claim.participants if p.role == "agent" and (c := speaks.get(p.agent or ""))), None)
    return replace(said, component=component)


Pair = tuple[Withheld, Said]


def disclosures(
    topical: Mapping[Key, Sequence[Said]],
    names: Mapping[Key, Sequence[Said]],
    kept: Sequence[Withheld],
    harmed: Mapping[str, frozenset[str]],
    named_on: Mapping[str, date],
) -> Mapping[Key, list[Pair]]:
    """By topic, what was withheld of it, each with the first time that anybody gave it later. `names` are where people
    of the incident are named, `named_on` the first day of each name anywhere; `harmed` are, by document, those whom it
    tells to have been hurt: "their conditions" are theirs."""
    found = {}
    for key in {**dict.fromkeys(names, ()), **topical}:
        told = [*topical.get(key, ()), *names.get(key, ())]
        found[key] = list(_disclosed(key, told, kept, harmed, named_on.get(key[1]) if key[0] in NAMES else None))
    return _answered(found)


def _disclosed(
    key: Key,
    told: Sequence[Said],
    kept: Sequence[Withheld],
    harmed: Mapping[str, frozenset[str]],
    named_on: date | None,
) -> Iterator[Pair]:
    """What was withheld of one topic. What somebody had told already, or told on the same day, was no secret."""
    for one in kept:
        if key[0] not in one.fields or one.said.negated:
            continue
        if key[0] in PERSONAL and key[1] not in harmed.get(one.said.claim.document, ()):
            continue
        if named_on is not None and one.said.day is not None and named_on <= one.said.day:
            continue
        if told and all(_later(s, one.said) for s in told):
            yield one, min(told, key=lambda s: s.when)


PLURAL = re.compile(r"(?i)\bnames of\b|\b(?:names|victims|people|men|women|officers|deputies|they|them|their)\b")
"""More than one was not named, so that more than one name answers."""


def _answered(found: Mapping[Key, list[Pair]]) -> Mapping[Key, list[Pair]]:
    """For each topic what was withheld and then given. One name withheld is answered by one: the first given."""
    first: dict[str, tuple[bool, date, int, str, bool]] = {}
    for key, pairs in found.items():
        for kept, said in pairs if key[0] in NAMES else ():
            ident = kept.said.claim.id
            first[ident] = min(first.get(ident, said.when), said.when)

    def one(key: Key, pair: Pair) -> bool:
        kept, said = pair
        many = PLURAL.search(" ".join(s.exact for s in kept.said.claim.spans))
        return key[0] not in NAMES or bool(many) or said.when == first[kept.said.claim.id]

    return {key: [pair for pair in pairs if one(key, pair)] for key, pairs in found.items()}


def _later(a: Said, b: Said) -> bool:
    if a.version and b.version and a.version[0] == b.version[0]:
        return a.version[1] > b.version[1]
    return a.day is not None and b.day is not None and (a.day > b.day or (at_another_time(a, b) and a.when > b.when))
