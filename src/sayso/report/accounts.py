"""Where accounts differ: each comparison with its accounts side by side, or along a scale."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Account, Comparison, Relation
from sayso.report.dates import day
from sayso.report.index import Index, Word
from sayso.report.inert import one_line
from sayso.report.view import how, sentence

RELATION_WORDS = {
    Relation.AGREE: "The accounts agree",
    Relation.REFINES: "One is more exact",
    Relation.CONTRADICTS: "Contradiction",
    Relation.CHANGED: "Account changed",
    Relation.INCONSISTENT: "Differs within one origin",
    Relation.DISCLOSED: "Withheld, then given",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account of a comparison."""

    word: Word
    name: str
    title: str
    value: str
    quote: str
    claim: str
    when: str
    grade: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value of a comparison and those who give it; `word` where they all share one."""

    value: str
    word: Word | None
    accounts: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One comparison: its accounts, and grouped by value. `scale` tells whether they stand on an ordered scale,
    `dated` whether their documents' dates tell them apart.
    """

    key: str
    topic: str
    badge: str
    relation: Relation
    explanation: str
    accounts: tuple[Told, ...]
    sides: tuple[Side, ...]
    scale: bool
    dated: bool


def moves(index: Index) -> tuple[Move, ...]:
    """The comparisons, contradictions and changes first, accounts from lighter to graver where there is a scale."""
    order = [Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT]
    order += [Relation.DISCLOSED, Relation.REFINES, Relation.AGREE]
    found = [c for c in index.dossier.comparisons if c.relation is not Relation.AGREE]
    return tuple(_move(c, index) for c in sorted(found, key=lambda c: order.index(c.relation)))


def _move(comparison: Comparison, index: Index) -> Move:
    accounts = [_told(a, index) for a in comparison.accounts]
    graded = [a for a in accounts if a.grade is not None]
    scale = len(graded) > 1
    if scale:
        accounts.sort(key=lambda a: (a.grade is None, a.grade or 0.0))
    return Move(
        key=comparison.id,
        topic=sentence(comparison.topic.replace("_", " ")),
        badge=RELATION_WORDS[comparison.relation],
        relation=comparison.relation,
        explanation=one_line(comparison.explanation),
        accounts=tuple(accounts),
        sides=_sides(accounts),
        scale=scale,
        dated=len({a.when for a in accounts}) > 1,
    )


def _sides(accounts: list[Told]) -> tuple[Side, ...]:
    held: dict[str, list[Told]] = defaultdict(list)
    for account in accounts:
        held[account.value.casefold()].append(account)
    made = []
    for same in held.values():
        words = {a.word for a in same}
        once = {(a.word, a.name, a.quote.casefold(), a.when): a for a in reversed(same)}
        made.append(
            Side(
                value=same[0].value,
                word=words.pop() if len(words) == 1 else None,
                accounts=tuple(reversed(once.values())),
            )
        )
    return tuple(made)


def _told(account: Account, index: Index) -> Told:
    supports = index.supports.get(account.claim, [])
    word = index.claim_word(account.claim)
    document = index.documents.get(account.span.document)
    when = document.published_at if document else None
    name = index.short(supports[0].voice) if supports else "nobody named"
    title = index.name(supports[0].voice) if supports else ""
    if supports:
        told = how(supports[0], None, index)
        if told.startswith("from "):
            name = f"{index.short(supports[0].chain[-1])}, to {name}"
    return Told(
        word=word,
        name=name,
        title=title,
        value=one_line(account.value),
        quote=one_line(account.span.exact),
        claim=account.claim,
        when=day(when) if when else "",
        grade=account.grade,
    )
