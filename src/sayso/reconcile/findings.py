"""What a reader should know first, in plain sentences, the most important first. All made from the records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import (
    Assessment,
    BlockKind,
    Comparison,
    Detail,
    Document,
    Origin,
    Proposition,
    Relation,
    Status,
    Versions,
)
from sayso.reconcile.differences.merged import WHETHER, claim_pairs
from sayso.reconcile.display import Display, count, listed, number, opened, told_once
from sayso.reconcile.origins.chains import Trace
from sayso.reconcile.origins.components import Web

LONGEST = 60
"""Accounts of a comparison by which it is told whether it is a new one."""
MOST = 5
"""How many single propositions are told of each sort."""


@dataclass(frozen=True, slots=True)
class Told:
    """All that findings are made from."""

    documents: Sequence[Document]
    copies: Sequence[tuple[str, str]]
    voices: Sequence[str]
    traces: Sequence[Trace]
    web: Web
    overall: Assessment
    propositions: Sequence[Proposition]
    assessments: Sequence[Assessment]
    comparisons: Sequence[Comparison]
    unknowns: int
    display: Display
    details: Sequence[Detail] = ()
    detailed: Sequence[Assessment] = ()
    versions: Sequence[Versions] = ()

    def origin(self, ident: str) -> Origin:
        """The origin with this id."""
        return self.web.origins[ident]


def findings(told: Told) -> tuple[str, ...]:
    """The findings, most important first."""
    found = [
        *_where_it_comes_from(told),
        *_confirmations(told),
        *_outsiders(told),
        *_conflicts(told),
        *_corroborated(told),
        *_details(told),
        *_unattributed(told),
        *_edited(told),
        *_copies(told),
    ]
    return tuple(dict.fromkeys(found))


def _named(told: Told, group: Sequence[str]) -> str:
    return told.display.component([told.origin(o) for o in group])


def _where_it_comes_from(told: Told) -> Iterator[str]:
    groups = told.overall.components
    if not told.traces:
        if told.documents and all(d.language != "en" for d in told.documents):
            yield "None of these documents is in English, so nothing was read in them."
        else:
            yield "Nothing in these documents could be read as a claim."
        return
    if not groups:
        yield "Nothing here has a stated source: it is all the coverage’s own voice, or reporters’ without a basis."
        return
    if len(groups) == 1:
        name = _named(told, groups[0])
        interested = any(told.origin(o).interested for o in groups[0])
        institution = bool(told.display.keys([told.origin(o) for o in groups[0]]))
        what = "one institution, " if institution else "one origin, "
        part = f", {'which' if institution else 'who'} took part in the incident" if interested else ""
        yield f"Everything here that has a stated source comes from {what}{name}{part}."
        return
    low, high = told.overall.independent
    range_ = f"{number(low)} to {number(high)}" if low != high else number(high)
    own = [t for t in told.traces if t.confirmed is None]
    ends = Counter(t.support.origin for t in own)
    weigh = {group: sum(ends[o] for o in group) for group in groups}
    biggest = sorted(groups, key=lambda g: (-weigh[g], _named(told, g)))
    lead = biggest[0]
    stated = sum(t.support.origin in told.web.origins and told.origin(t.support.origin).agent is not None for t in own)
    share = weigh[lead]
    names = told_once([_named(told, g) for g in biggest])
    yield f"{opened(range_)} independent origins are heard: {names}."
    if 2 * share > stated:
        yield (
            f"Most of what has a stated source comes from {_named(told, lead)} alone: {share} of {stated} passages "
            "that claim something."
        )


def _confirmations(told: Told) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    group_of = {o: i for i, group in enumerate(told.overall.components) for o in group}
    first = {t.support.claim: t.support for t in reversed(told.traces) if t.confirmed is None}
    for trace in told.traces:
        if trace.confirmed is None or trace.denies or trace.support.claim not in first:
            continue
        who, whose = trace.support.chain[-1], first[trace.support.claim].chain[-1]
        one, two = group_of.get(trace.support.origin), group_of.get(first[trace.support.claim].origin)
        if (who, whose) in seen or one is None:
            continue
        seen.add((who, whose))
        a, b = told.display.agent(who), told.display.agent(whose)
        same = " Both are one institution." if one == two else ""
        yield f"The “confirmation” of {b} by {a} adds a voice, not an origin.{same}"


def _outsiders(told: Told) -> Iterator[str]:
    groups = told.overall.components
    if not groups:
        return
    parties = [g for g in groups if any(told.origin(o).interested for o in g)]
    outside = [g for g in groups if g not in parties]
    if not parties:
        return
    if not outside:
        many = "No one outside it is heard." if len(groups) == 1 else "No one who did not take part is heard."
        yield many
    else:
        names = told_once([_named(told, g) for g in outside])
        least = told.overall.outside[0]
        many = count(len(outside), "origin is", "origins are")
        # What may belong to a party, or is heard only through one, bounds the number alone.
        may = "up to " if least < len(outside) else ""
        yield f"Outside those who took part, {may}{many} heard: {names}."


def _conflicts(told: Told) -> Iterator[str]:
    order = {Relation.CONTRADICTS: 0, Relation.CHANGED: 1, Relation.INCONSISTENT: 2, Relation.DISCLOSED: 3}
    lead = {0: "Disputed", 1: "Changed", 2: "Does not fit together", 3: "Disclosed"}
    ranked = sorted((c for c in told.comparisons if c.relation in order), key=lambda c: (order[c.relation], c.topic))
    shown: dict[Relation, set[frozenset[str]]] = {relation: set() for relation in order}
    once = _once_each(c for c in ranked if _new(c, shown[c.relation]))
    for comparison in once[: 2 * MOST]:
        topic = "" if comparison.topic.startswith(WHETHER) else f"{comparison.topic}. "
        yield f"{lead[order[comparison.relation]]}: {topic}{comparison.explanation}"
    by_subject = {p.id: p for p in told.propositions}
    denied = [a for a in told.assessments if a.status is Status.DISPUTED and a.subject in by_subject]
    alike: dict[str, list[str]] = {}  # an account that is denied as a whole is one finding, not one a sentence
    for assessment in denied:
        both = (by_subject[assessment.subject].claims, by_subject[assessment.subject].denials)
        told_of = any(frozenset({a, b}) in pairs for pairs in shown.values() for a in both[0] for b in both[1])
        if "Denied by" in assessment.explanation and not told_of:
            alike.setdefault(assessment.explanation, []).append(f"“{by_subject[assessment.subject].text}”")
    for explanation, every in list(alike.items())[:MOST]:
        # a clause of what is told already, or told twice over, says nothing more
        texts = [t for t in dict.fromkeys(every) if not any(t != other and t[1:-1] in other for other in every)]
        rest = f" and {count(len(texts) - 2, 'further statement', 'further statements')}" if len(texts) > 2 else ""
        first = ", ".join(texts[:2]) if rest else listed(texts)
        yield f"Denied: {first}{rest}. {explanation}"
    for assessment in [a for a in told.assessments if a.status is Status.WITHDRAWN and a.subject in by_subject][:MOST]:
        yield f"Withdrawn: “{by_subject[assessment.subject].text}”."


def _once_each(ranked: Iterable[Comparison]) -> list[Comparison]:
    """Comparisons without those of a sort that are made of sentences which others of it have told from: how each of
    three people fared who are told of in one sentence."""
    told: dict[tuple[Relation, str], set[str]] = {}
    found = []
    for comparison in ranked:
        before = told.setdefault((comparison.relation, comparison.topic.split(": ")[0]), set())
        claims = {a.claim for a in comparison.accounts}
        if not claims <= before or not before:
            found.append(comparison)
        before |= claims
    return found


def _new(comparison: Comparison, shown: set[frozenset[str]]) -> bool:
    """Whether a comparison tells a difference that none of its kind before it tells; it is then noted. That police say
    "he had a gun" and then "he was unarmed" is one change, whether of the weapon or of what was in hand."""
    both = set(claim_pairs([(a.claim, a.value) for a in comparison.accounts[:LONGEST]]))
    fresh = not both or (not both <= shown and (not both & shown or len(both - shown) > len(both & shown)))
    shown |= both
    return fresh


def _corroborated(told: Told) -> Iterator[str]:
    by_subject = {p.id: p for p in told.propositions}
    found = [a for a in told.assessments if a.independent[0] > 1 and a.subject in by_subject]
    disputed = sum(a.status is Status.DISPUTED for a in found)
    outside = [a for a in found if a.outside[0] > 0 and a.status is Status.CORROBORATED]
    if len(told.overall.components) < 2:
        return
    total = len(told.propositions)
    if not found:
        yield "No single statement here has two independent origins."
        return
    have = count(len(found), "has", "have")
    yield (
        f"Of {total} statements, each counted once however often it is made, {have} two or more independent origins."
        + (f" {opened(count(disputed, 'of these is', 'of these are'))} disputed." if disputed else "")
    )
    seen: list[str] = []
    for assessment in sorted(outside, key=lambda a: (-a.independent[0], -len(by_subject[a.subject].text), a.subject)):
        text = by_subject[assessment.subject].text
        if len(seen) < MOST and not any(text in other for other in seen):  # a clause of what is told already
            seen.append(text)
            yield f"“{text}”: {assessment.explanation}"


def _details(told: Told) -> Iterator[str]:
    """How many times, places, ages and numbers are borne out by two origins, whatever statements they stand in."""
    if len(told.overall.components) < 2 or not told.details:
        return
    ids = {d.id for d in told.details}
    borne = sum(a.subject in ids and a.independent[0] > 1 for a in told.detailed)
    if borne:
        yield (
            f"Of {number(len(ids))} details (who, when, where, how many), "
            f"{count(borne, 'has', 'have')} two or more independent origins."
        )


def _edited(told: Told) -> Iterator[str]:
    """Articles that changed without a note that says so."""
    noted = {d.id for d in told.documents if any(b.kind is BlockKind.NOTE for b in d.blocks)}
    for article in told.versions:
        silent = [e for e in article.edits if e.later not in noted]
        if silent:
            what = count(len(silent), "passage", "passages")
            versions = number(len(article.documents))
            yield f"{opened(versions)} versions of {article.address} differ in {what}, and no note says so."


def _unattributed(told: Told) -> Iterator[str]:
    own = [t for t in told.traces if t.confirmed is None]
    bare = sum(told.origin(t.support.origin).agent is None for t in own)
    if own and bare and bare < len(own):
        has = "has" if bare == 1 else "have"
        yield f"Of {number(len(own))} passages that claim something, {number(bare)} {has} no stated source."


def _copies(told: Told) -> Iterator[str]:
    if told.copies:
        n = len(told.copies)
        what = count(n, "document only repeats another and adds", "documents only repeat others and add")
        yield f"{opened(what)} nothing."
