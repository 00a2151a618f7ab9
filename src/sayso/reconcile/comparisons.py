"""Accounts of one topic side by side, and whether they contradict, changed, or do not fit together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model import Account, Claim, Comparison, Modality, Relation, Value, identify
from sayso.reconcile.differences import NAMES, OPPOSED, Fit, fit
from sayso.reconcile.names import words
from sayso.reconcile.origins import Trace
from sayso.reconcile.topics import OF_INCIDENT, Topics, of_act

RANK = (Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT, Relation.REFINES, Relation.AGREE)
LITERAL = frozenset({"weapon", "threat", "resistance", "flight", "force", "fired_first", "charges", "arrest"})
"""Fields whose values are words as they stand, so that a negated claim denies them; elsewhere a value tells it."""
OF_ONE = frozenset({"weapon", "resistance", "flight", "threat"})
"""Fields that as a rule tell of the one person whom officers met."""
CLOCK = re.compile(r"(?i)\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|o.clock)|\b(?:noon|midnight)\b")
DAY = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]{0,6}\b\.? ?\d|\b\d{4}\b|\b\d+/\d+|\b(?:to(?:day|night)|yesterday|days?|weeks?|months?|years?|ago)\b"
)
"""A time of day alone, where no day is told too: it is a time, and no date."""
BACKGROUND = timedelta(days=365)
"""How long before the first publication a date is one of other events, where another date is told too."""
MOST = 60
"""How many different values of one topic are held against each other."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims with values that do not fit together."""

    a: str
    b: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Said:
    """A value as one claim gives it: the component of its origin (None: nobody's), the day, whether in a correction."""

    claim: Claim
    value: Value
    component: str | None
    least: str | None
    day: date | None
    through: str
    note: bool
    negated: bool = False

    @property
    def breath(self) -> str:
        """What is told in one go: an attribution; in the article's own voice, a claim."""
        return self.claim.attribution or self.claim.id

    @property
    def words(self) -> str:
        """The value as a page shows it: "not gun" for one that is denied."""
        return f"not {self.value.value}" if self.negated else self.value.value


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons, and the pairs of claims behind those that do not agree."""

    comparisons: tuple[Comparison, ...]
    clashes: tuple[Clash, ...]


def comparisons(
    claims: Sequence[Claim],
    traces: Mapping[str, Trace],
    components: Mapping[str, str | None],
    least: Mapping[str, str],
    days: Mapping[str, date | None],
    notes: frozenset[str],
    topics: Topics,
) -> Compared:
    """The topics of which at least two accounts are given. `components`: by origin, and `least` where
    uncertain dependences are real; `days`: by document; `notes`: the
    claims that stand in corrections."""
    by_topic: dict[tuple[str, str], list[Said]] = {}
    for claim in claims:
        trace = traces[claim.id]
        if claim.modality is Modality.UNKNOWN:
            continue
        for value in claim.values:
            if not topics.knows(value) or (value.field in OF_INCIDENT and not of_act(claim)):
                continue
            if value.field == "date" and _bare(value):
                continue
            value = _in_full(value, topics)
            literal = value.field in LITERAL and value.value not in OPPOSED.values()
            negated = trace.denies != (literal and not claim.polarity)
            said = Said(
                claim,
                value,
                components[trace.support.origin],
                least.get(trace.support.origin),
                days[claim.document],
                trace.support.chain[0],
                claim.id in notes,
                negated,
            )
            by_topic.setdefault(topics.key(value), []).append(said)
    _settle(by_topic)
    _drop_background(by_topic, days)
    found: list[Comparison] = []
    clashes: list[Clash] = []
    for key, told in by_topic.items():
        if len({s.claim.id for s in told}) < 2:
            continue
        relation, pairs = _relation(told)
        found.append(_comparison(topics.name(key), told, relation, pairs))
        clashes += [Clash(a.claim.id, b.claim.id, how) for a, b, how in pairs]
    return Compared(tuple(sorted(found, key=lambda c: RANK.index(c.relation))), tuple(clashes))


def _settle(by_topic: dict[tuple[str, str], list[Said]]) -> None:
    """Give values of nobody in particular to the one person whom all other values of the field are about."""
    for field in [f for f, about in by_topic if not about and f in OF_ONE]:
        others = [about for f, about in by_topic if f == field and about]
        if len(others) == 1:
            by_topic[field, others[0]] += by_topic.pop((field, ""))


def _bare(value: Value) -> bool:
    return bool(CLOCK.search(value.span.exact)) and not DAY.search(value.span.exact)


def _in_full(value: Value, topics: Topics) -> Value:
    """A name that is part of the name of the person whom it is about, as that name: "Mark" for Aldo Mark Venn."""
    agent = topics.roster.agents.get(topics.about(value)) if value.field in NAMES else None
    part = agent is not None and set(words(value.value)) <= set(words(agent.name))
    return replace(value, value=agent.name) if agent is not None and part else value


def _drop_background(by_topic: dict[tuple[str, str], list[Said]], days: Mapping[str, date | None]) -> None:
    """Leave out dates of long before the first publication, where a later one is told: convictions, earlier cases."""
    known = [day for day in days.values() if day is not None]
    if not known:
        return
    since = (min(known) - BACKGROUND).isoformat()
    for key in [k for k in by_topic if k[0] == "date"]:
        recent = [s for s in by_topic[key] if not s.value.value[:1].isdigit() or s.value.value[:10] >= since]
        if recent:
            by_topic[key] = recent


def _relation(told: Sequence[Said]) -> tuple[Relation, list[tuple[Said, Said, Relation]]]:
    voices: dict[tuple[object, ...], list[Said]] = {}
    for said in told:
        voices.setdefault((said.words, said.component, said.day, said.note, said.through), []).append(said)
    heard: dict[str, set[str]] = {}
    for said in told:
        heard.setdefault(said.words, set()).add(said.breath)
    firsts = [group[0] for group in voices.values()][:MOST]
    pairs: list[tuple[Said, Said, Relation]] = []
    best = Relation.AGREE
    for i, a in enumerate(firsts):
        for b in firsts[i + 1 :]:
            how = _pair(a, b, heard)
            if RANK.index(how) < RANK.index(best):
                best = how
            if how in RANK[:3]:
                pairs.append((a, b, how))
    return best, pairs


def _pair(a: Said, b: Said, heard: Mapping[str, set[str]]) -> Relation:
    how = fit(a.value, b.value)
    if a.negated or b.negated:
        if a.negated and b.negated:
            return Relation.AGREE if how is Fit.SAME else Relation.REFINES
        # "There was no gun" and "a handgun" cannot both be; "no rifle" and "a handgun" can.
        how = Fit.APART if how is Fit.SAME else Fit.OPEN
    if how is Fit.SAME:
        return Relation.AGREE
    if how is not Fit.APART or _one_account(a, b, heard):
        return Relation.REFINES
    if a.note != b.note and (a.component == b.component or a.through == b.through):
        return Relation.CHANGED
    if a.component is not None and b.component is not None and a.component != b.component:
        # Two that may belong together do not contradict as independent ones do.
        return Relation.CONTRADICTS if a.least != b.least else Relation.INCONSISTENT
    same = a.component == b.component and (a.component is not None or a.through == b.through)
    if same and a.day and b.day and a.day != b.day:
        return Relation.CHANGED
    return Relation.INCONSISTENT


def _one_account(a: Said, b: Said, heard: Mapping[str, set[str]]) -> bool:
    """Whether one voice gives both values in one breath: "lacerations and significant injuries" is one account."""
    return a.breath == b.breath or bool(heard[a.words] & heard[b.words])


def _comparison(
    topic: str, told: Sequence[Said], relation: Relation, pairs: Sequence[tuple[Said, Said, Relation]]
) -> Comparison:
    accounts = tuple(Account(claim=s.claim.id, value=s.words, span=s.value.span, grade=s.value.grade) for s in told)
    return Comparison(
        id=identify("comparison", topic),
        topic=topic,
        accounts=accounts,
        relation=relation,
        explanation=_explain(told, relation, pairs),
    )


def _explain(told: Sequence[Said], relation: Relation, pairs: Sequence[tuple[Said, Said, Relation]]) -> str:
    values = list(dict.fromkeys(_quoted(s) for s in told))
    if relation is Relation.AGREE:
        return f"All accounts say {values[0]}." if len(values) == 1 else f"The accounts agree: {_list(values)}."
    if relation is Relation.REFINES:
        return f"The accounts can all be: {_list(values)}."
    a, b = next((a, b) for a, b, how in pairs if how is relation)
    one, two = _quoted(a), _quoted(b)
    if relation is Relation.CONTRADICTS:
        return f"Independent origins differ: {one} and {two}."
    if relation is Relation.CHANGED:
        first, last = (a, b) if (a.note, a.day or date.min) <= (b.note, b.day or date.min) else (b, a)
        what = "corrected" if last.note else "changed"
        dates = f" ({_day(first.day)}, {_day(last.day)})" if first.day and last.day and first.day != last.day else ""
        return f"The account {what}: first {_quoted(first)}, then {_quoted(last)}{dates}."
    if a.component is not None and a.component == b.component:
        return f"One origin gives accounts that differ, on the same day or without a date: {one} and {two}."
    if a.component is None and b.component is None:
        return f"Accounts that nobody is credited with differ: {one} and {two}."
    if a.component is not None and b.component is not None:
        return f"Origins that may belong together differ: {one} and {two}."
    return f"The accounts differ, and one of them is nobody’s in particular: {one} and {two}."


def _quoted(said: Said) -> str:
    return f"{'not ' if said.negated else ''}“{said.value.span.exact}”"


def _day(moment: date | None) -> str:
    return moment.isoformat()[:10] if moment else "no date"


def _list(values: Sequence[str]) -> str:
    shown = values[:6]
    return ", ".join(shown[:-1]) + f" and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def clashing(clashes: Sequence[Clash]) -> Mapping[str, tuple[Clash, ...]]:
    """The clashes of each claim."""
    found: dict[str, list[Clash]] = {}
    for clash in clashes:
        found.setdefault(clash.a, []).append(clash)
        found.setdefault(clash.b, []).append(clash)
    return {claim: tuple(told) for claim, told in found.items()}


def pairs_of(clashes: Sequence[Clash], relation: Relation) -> Iterator[tuple[str, str]]:
    """The pairs of claims that stand so to each other."""
    return ((c.a, c.b) for c in clashes if c.relation is relation)
