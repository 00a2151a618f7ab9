"""The accounts of one topic side by side: what each origin says of it, in whose words, and with whom it differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sayso.model import Account, Comparison, Relation, Value
from sayso.reconcile.differences.fits import Fit, fit
from sayso.reconcile.entries import moments
from sayso.report.dates import day, short_day, short_time, value_words, with_days
from sayso.report.index import BARE, OWN, Index, Word
from sayso.report.inert import one_line
from sayso.report.values import NOT, before, negated, quote
from sayso.report.view import how, sentence

RELATION_WORDS = {
    Relation.AGREE: "The accounts agree",
    Relation.REFINES: "One is more exact",
    Relation.CONTRADICTS: "Contradiction",
    Relation.CHANGED: "Account changed",
    Relation.INCONSISTENT: "Does not fit together",
    Relation.DISCLOSED: "Withheld, then given",
}
APART = (Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT)
TELLINGS = 4
"""How many tellings of one value a card names before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account of a comparison. `when` is the day of its document, `at` the same in full, `since` as ISO 8601."""

    word: Word
    name: str
    title: str
    value: str
    quote: str
    claim: str
    when: str
    at: str
    since: str
    grade: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """One value that an origin gives: its words, what they come to, who tells it and when. `lead` goes before them.

    `against` are the letters of the other origins all of whose values differ from it; `after` is "then" or "and also",
    by whether the same origin gave the value before it on an earlier day.
    """

    lead: str
    quotes: tuple[str, ...]
    means: str
    tellings: tuple[Told, ...]
    more: int
    against: tuple[str, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What one origin says of the topic, in the order of time, or along the scale."""

    word: Word
    name: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the scale, from 0 to 1, `row` dots above the axis where others stand there too."""

    word: Word
    at: float
    row: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One comparison, origin by origin. `dots` are empty where there is no ordered scale."""

    key: str
    topic: str
    badge: str
    relation: Relation
    explanation: str
    accounts: tuple[Told, ...]
    cards: tuple[Card, ...]
    dots: tuple[Dot, ...]

    @property
    def apart(self) -> bool:
        """Whether the accounts cannot all be."""
        return self.relation in APART


def moves(index: Index) -> tuple[Move, ...]:
    """The comparisons that do not plainly agree, contradictions and changes first."""
    order = [*APART, Relation.DISCLOSED, Relation.REFINES]
    found = [c for c in index.dossier.comparisons if c.relation is not Relation.AGREE]
    return tuple(_move(c, index) for c in sorted(found, key=lambda c: order.index(c.relation)))


def _move(comparison: Comparison, index: Index) -> Move:
    held = [(account, _told(account, index)) for account in comparison.accounts]
    graded = sum(a.grade is not None for a, _ in held) > 1
    if graded:
        held.sort(key=lambda pair: (pair[0].grade is None, pair[0].grade or 0.0))
    else:
        held.sort(key=lambda pair: _published(pair[0], index))
    return Move(
        key=comparison.id,
        topic=sentence(comparison.topic.replace("_", " ")),
        badge=RELATION_WORDS[comparison.relation],
        relation=comparison.relation,
        explanation=with_days(comparison.explanation),
        accounts=tuple(told for _, told in held),
        cards=_cards(comparison, held, index),
        dots=_dots([told for _, told in held]) if graded else (),
    )


def _cards(comparison: Comparison, held: Sequence[tuple[Account, Told]], index: Index) -> tuple[Card, ...]:
    groups: dict[Word, dict[str, list[tuple[Account, Told]]]] = defaultdict(lambda: defaultdict(list))
    for account, told in held:
        groups[told.word][told.value.casefold()].append((account, told))
    words = sorted(groups, key=index.place)
    values = {(w, v): _value(same[0][0], index) for w in words for v, same in groups[w].items()}
    split = comparison.relation in APART
    return tuple(
        Card(
            word=word,
            name={OWN: "nobody credited", BARE: "no basis stated"}.get(word, word.name),
            given=_in_turn(
                [
                    _given([told for _, told in same], _against(word, value, groups, values) if split else ())
                    for value, same in groups[word].items()
                ]
            ),
        )
        for word in words
    )


def _in_turn(given: Sequence[Given]) -> tuple[Given, ...]:
    """The values of one card with what joins each to the one before it."""
    made = list(given[:1])
    for previous, one in pairwise(given):
        first, last = previous.tellings[0].since, one.tellings[0].since
        made.append(replace(one, after="then" if first and last and first < last else "and also"))
    return tuple(made)


def _against(
    word: Word, value: str, groups: dict[Word, dict[str, list[tuple[Account, Told]]]],
    values: dict[tuple[Word, str], Value | None],
) -> tuple[str, ...]:  # fmt: skip
    """The letters of the other origins none of whose values can be where this one is."""
    return tuple(
        {OWN: "uncredited", BARE: "no basis"}.get(other, other.letter)
        for other in groups
        if other != word and all(_differ(value, values[word, value], one, values[other, one]) for one in groups[other])
    )


def _differ(one: str, first: Value | None, two: str, second: Value | None) -> bool:
    """Whether two values cannot both be, by the rule by which they were compared."""
    if one == two:
        return False
    if negated(one) or negated(two):
        return one.removeprefix(NOT) == two.removeprefix(NOT)
    return first is None or second is None or fit(first, second) is Fit.APART


def _value(account: Account, index: Index) -> Value | None:
    """The claim's typed value that an account gives."""
    claim = index.claims.get(account.claim)
    return next((v for v in claim.values if v.span == account.span), None) if claim else None


def _given(same: Sequence[Told], against: tuple[str, ...]) -> Given:
    quotes = list({a.quote.casefold(): a.quote for a in reversed(same)}.values())[::-1]
    once = list({(a.name, a.when): a for a in reversed(same)}.values())[::-1]
    lead = before(same[0].value, same[0].quote)
    means = (
        ""
        if negated(same[0].value) or lead or any(same[0].value.casefold() in q.casefold() for q in quotes)
        else value_words(same[0].value)
    )
    return Given(
        quotes=tuple(quotes[:3]),
        lead=lead,
        means=means,
        tellings=tuple(once[:TELLINGS]),
        more=max(0, len(once) - TELLINGS),
        against=against,
    )


def _dots(accounts: Sequence[Told]) -> tuple[Dot, ...]:
    places = dict.fromkeys((a.word, a.grade) for a in accounts if a.grade is not None)
    rows: dict[int, int] = defaultdict(int)
    made = []
    for word, grade in places:
        column = round(grade * 14)  # as near as two dots may stand side by side
        said = [a for a in accounts if (a.word, a.grade) == (word, grade)]
        words = f"{word.letter}: " + ", ".join(dict.fromkeys(f"“{a.quote}”" for a in said))
        made.append(Dot(word=word, at=grade, row=rows[column], words=words))
        rows[column] += 1
    return tuple(made)


def _published(account: Account, index: Index) -> str:
    return str(_when(account, index)[0] or "9999")


def _when(account: Account, index: Index) -> tuple[date | None, bool]:
    """When something was told, and whether that is the time of an entry of a live blog."""
    document = index.documents.get(account.span.document)
    at = moments(document) if document else None
    entry = at(account.span.start) if at else None
    return entry or (document.published_at if document else None), entry is not None


def _told(account: Account, index: Index) -> Told:
    supports = index.supports.get(account.claim, [])
    when, entry = _when(account, index)
    name = index.short(supports[0].voice) if supports else "nobody named"
    title = index.name(supports[0].voice) if supports else ""
    if supports:
        told = how(supports[0], None, index)
        if told.startswith("from "):
            name = f"{index.short(supports[0].chain[-1])}, to {name}"
    return Told(
        word=index.claim_word(account.claim),
        name=name,
        title=title,
        value=one_line(account.value),
        quote=quote(account.value, account.span, index.claims.get(account.claim)),
        claim=account.claim,
        when=(short_time(when.isoformat(), year=index.years) if entry else short_day(when, year=index.years))
        if when
        else "",
        at=day(when) if when else "",
        since=when.isoformat()[:10] if when else "",
        grade=account.grade,
    )
