"""What was withheld or not known at first, and given later: "declined to name the officer", then his name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import Account, Claim, Modality, Value
from sayso.reconcile.differences.fits import NAMES
from sayso.reconcile.differences.said import PERSONAL, Key, Said, Whose, at_another_time

THEIRS = re.compile(r"(?i)^(?:the\s)?(?:his|her|their|whose)?\s?(?:full\s)?(?:names?|identit\w+|them|him|her)$")
"""Words that ask for the names of somebody whom the claim tells of elsewhere."""
ONESELF = re.compile(r"(?i)\b(?:identif\w+|nam\w+|call\w*) (?:him|her|them|my|your)sel(?:f|ves)\b")
ONE_OF = re.compile(r"(?i)\bone of (?:the|those|them|these|two|three|four|five|six|seven|eight|nine|ten|several)\b")
ONE_PERSON = re.compile(r"(?i)\b(?:the|that) (?:person|man|woman|victim)\b|\b(?:him|her)\b")
"""Whom nobody can tell from the others who are named: "one of those killed lived nearby, but she did not name him"."""

NAMED = r"\b(?:names?|identit\w+|identif\w+|who (?:was|were|the))\b"
ASKED = (
    (("officer_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:officers?|deput(?:y|ies)|agents?|troopers?|sergeant)\b")),
    (("suspect_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:suspects?|shooters?|gunm[ae]n|attackers?)\b")),
    (("suspect_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:arrested|charged|custody|detained|jailed)\b")),
    (("victim_name",), re.compile(rf"(?i)(?=.*{NAMED}).*\b(?:victims?|deceased|dead|killed|slain|died)\b")),
    (
        ("victim_name", "name"),
        re.compile(
            rf"(?i)(?=.*{NAMED}).*\b(?:m[ae]n|wom[ae]n|persons?|people|boys?|girls?|teens?|teenagers?|"
            r"child|children|juveniles?|infant|toddler|students?|passenger|him|her|them|his|their)\b"
        ),
    ),
    (("age",), re.compile(r"(?i)\bages?\b|\bhow old\b")),
    (("fired_first",), re.compile(r"(?i)\bwho (?:fired|shot) first|\bwho opened fire\b")),
    (("suspect_name",), re.compile(r"(?i)\bwho (?:fired|shot|pulled|was responsible|did it|killed)\b")),
    (("cause", "manner"), re.compile(r"(?i)\bhow .*\b(?:died|killed)\b|\b(?:cause|manner)s? of (?:[a-z]+ )?deaths?\b")),
    (("hits", "shots"), re.compile(r"(?i)\bhow many times\b.*\b(?:was|were|been|is)\s(?:hit|struck|shot|wounded)\b")),
    (("shots",), re.compile(r"(?i)\bhow many (?:shots|rounds|times|bullets)|\bnumber of (?:shots|rounds)\b")),
    (("weapon",), re.compile(r"(?i)\b(?:what )?(?:kind|type|sort) of (?:weapon|gun|firearm)|\bwhether .*\barmed\b")),
    (
        ("injury",),
        re.compile(
            r"(?i)^(?!.*\bin (?:\w+ ){0,2}condition\b).*"
            r"\b(?:(?<!medical )(?<!mental )(?<!health )conditions?|extent of .*injur\w+|how badly)\b"
        ),
    ),
    (("motive",), re.compile(r"(?i)\b(?:motives?|what (?:led|prompted|sparked|caused)|why)\b")),
    (("charges",), re.compile(r"(?i)\b(?:which|what) charges?\b")),
    (("time",), re.compile(r"(?i)\bwhat time\b|\bwhen .*(?:shooting|shot|happened)\b")),
)
"""Fields that words for what is unknown ask for; the first row that fits decides."""
KEEPING = frozenset({"release", "identify", "name", "disclose"})
"""Predicates whose denial keeps a name back."""
NO_NAMES = re.compile(
    r"(?i)\b(?:any|no) names\b|\breleas\w+ identities\b|\bnames of (?:anyone|those|everyone|people) involved\b"
    r"|^(?:[^,]+, )?names are\b"
)
ABOUT_VICTIMS = re.compile(r"(?i)\b(?:information|details|word)\b.{0,60}\b(?:about|on|regarding) (?:the )?victims?\b")
"""The same in the claim as a whole."""
ALL_NAMES = ("victim_name", "suspect_name", "officer_name")
THAT_DAY = frozenset({*NAMES, "shots", "hits", "cause"})
"""Fields of which another document of the same day may tell what one does not know."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """A claim by which something is withheld or said to be unknown, whose word that is, and the fields and matters
    asked for."""

    said: Said
    fields: tuple[str, ...]
    matters: frozenset[Key] = frozenset()

    @property
    def account(self) -> Account:
        """As a comparison holds it."""
        return Account(claim=self.said.claim.id, value="not given", span=self.said.value.span)


def withheld(
    claims: Sequence[Claim],
    whose: Whose,
    speaks: Mapping[str, str | None],
    matters: Mapping[str, frozenset[Key]],
) -> tuple[Withheld, ...]:
    """What these claims withhold or call unknown. `speaks`: by an agent of a reading the component that it is in, since
    "police declined to say" stands in the article's voice, and withholding is the police's. `matters`: by claim those
    of which it says that they are not known."""
    found = []
    for claim in claims:
        for value in (*claim.values, *_kept(claim)) if claim.modality is Modality.UNKNOWN else _kept(claim):
            fields = (
                _asked(claim, value, whose.sentences.get(claim.id, ""))
                if value.field in {"unknown", "declined"}
                else ()
            )
            about = matters.get(claim.id, frozenset()) if value.field in {"unknown", "declined"} else frozenset()
            if fields or about:
                said = whose.said(claim, value)
                if said.component is None:
                    said = _by(said, claim, speaks)
                found.append(Withheld(said, fields, about))
    return tuple(found)


def _kept(claim: Claim) -> Iterator[Value]:
    """That names are kept back, in a claim that calls nothing unknown: "officials are not releasing the names"."""
    keeps = claim.predicate in KEEPING and not claim.polarity
    text = claim.spans[0].exact
    told = any(v.field in {"unknown", "declined"} for v in claim.values)
    if (keeps or claim.predicate == "withhold") and not told and re.search(r"(?i)\b(?:names?|identit\w+)\b", text):
        yield Value(field="unknown", value=text, span=claim.spans[0])


def _asked(claim: Claim, value: Value, sentence: str) -> tuple[str, ...]:
    around = " ".join(s.exact for s in claim.spans)
    if ONESELF.search(around) or (ONE_OF.search(sentence) and ONE_PERSON.search(around)):
        return ()  # "a man who only identified himself as a neighbor"
    told = around if value.field == "declined" else f"{value.value} {claim.predicate}"
    if THEIRS.match(value.value):
        told = f"name {around}"
    if NO_NAMES.search(around):
        return ALL_NAMES
    if ABOUT_VICTIMS.search(around):
        return ("victim_name",)
    exact = next((fields for fields, pattern in ASKED if pattern.search(told)), ())
    if not exact and value.field == "unknown":
        # "had not released their names": what is asked for stands behind
        end = claim.spans[-1].end
        after = claim.spans[0].exact[value.span.end - claim.spans[0].start :] if value.span.end < end else ""
        exact = next((fields for fields, pattern in ASKED[:5] if pattern.search(after)), ())
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
    """By topic, what was withheld of it, each with the first time that it was given after. `names` are where people of
    the incident are named, `named_on` the first day of each name anywhere; `harmed` are, by document, those whom it
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
    """What was withheld of one topic: given later by the same component, or by others where it never gave it; of a name
    or a matter another document of that day may give it. What anybody had told before was no secret, but that somebody
    calls a matter open is an account of it, whoever told it first."""
    for one in kept:
        if (key[0] not in one.fields and key not in one.matters) or one.said.negated:
            continue
        if key[0] in PERSONAL and key[1] not in harmed.get(one.said.claim.document, ()):
            continue
        if named_on is not None and one.said.day is not None and named_on < one.said.day:
            continue
        beside = key[0] in THAT_DAY or key in one.matters
        after = [s for s in told if _later(s, one.said) or (beside and _that_day(s, one.said))]
        dated = [s for s in told if not beside or s.day is not None or s.recalled]
        open_still = key in one.matters and one.said.component is not None
        if after and (open_still or len(after) == len(dated)):
            mine = [s for s in after if s.component == one.said.component]
            given = min(mine or after, key=lambda s: (s.when, -len(s.value.span.exact)))  # the fullest name
            if named_on is None or named_on != one.said.day or given.day == named_on:
                yield one, given


def _that_day(a: Said, b: Said) -> bool:
    """Whether something is told on the same day as something else, in another document."""
    return a.day is not None and a.day == b.day and a.claim.document != b.claim.document


PLURAL = re.compile(r"(?i)\bnames of\b|\b(?:names|victims|people|men|women|officers|deputies|they|them|their)\b")
"""More than one was not named, so that more than one name answers."""


def _answered(found: Mapping[Key, list[Pair]]) -> Mapping[Key, list[Pair]]:
    """For each topic what was withheld and then given. One name withheld is answered by one: the first given
    later, or the only one of that day."""
    answers: dict[str, list[Said]] = {}
    for key, pairs in found.items():
        for kept, said in pairs if key[0] in NAMES else ():
            answers.setdefault(kept.said.claim.id, []).append(said)

    def one(key: Key, pair: Pair) -> bool:
        kept, said = pair
        if key[0] not in NAMES or PLURAL.search(" ".join(s.exact for s in kept.said.claim.spans)):
            return True
        told = answers[kept.said.claim.id]
        later = [s for s in told if _later(s, kept.said)]
        return said.when == min(s.when for s in later) if later else len(told) == 1

    return {key: [pair for pair in pairs if one(key, pair)] for key, pairs in found.items()}


def _later(a: Said, b: Said) -> bool:
    if a.version and b.version and a.version[0] == b.version[0]:
        return a.version[1] > b.version[1]
    return a.day is not None and b.day is not None and (a.day > b.day or (at_another_time(a, b) and a.when > b.when))
