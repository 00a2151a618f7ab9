"""Who, when, where, how many: each value that the accounts give, and on whose word."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.model import Detail, Status
from sayso.report.dates import value_words
from sayso.report.index import Index, Word, many
from sayso.report.inert import shorten
from sayso.report.view import STATUS_WORDS, counts, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One origin that gives the value: a claim to follow, and how often it does."""

    word: Word
    claim: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value: its plainest words, what they come to, and how it stands."""

    words: str
    means: str
    signs: tuple[Sign, ...]
    status: Status
    badge: str
    counts: str


def details(index: Index) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    """The values topic by topic, in each those of most origins first."""
    topics: dict[str, list[tuple[int, Value]]] = defaultdict(list)
    for detail in index.dossier.details:
        if detail.accounts:
            assessment = index.assessments.get(detail.id)
            least = assessment.independent[0] if assessment else 0
            topics[sentence(detail.topic.replace("_", " "))].append((-least, _value(detail, index)))
    return tuple((topic, tuple(v for _, v in sorted(held, key=lambda p: p[0]))) for topic, held in topics.items())


def _value(detail: Detail, index: Index) -> Value:
    assessment = index.assessments.get(detail.id)
    status = assessment.status if assessment else Status.UNATTRIBUTED
    said: dict[Word, list[str]] = defaultdict(list)
    for account in detail.accounts:
        said[index.claim_word(account.claim)].append(account.claim)
    documents = len({a.span.document for a in detail.accounts})
    means = value_words(detail.value)
    return Value(
        words=shorten(detail.text, 90),
        means="" if means.casefold() in detail.text.casefold() else means,
        signs=tuple(
            Sign(word=word, claim=claims[0], words=f"{word.name}: {many(len(claims), 'place')}")
            for word, claims in sorted(said.items(), key=lambda pair: index.place(pair[0]))
        ),
        status=status,
        badge=STATUS_WORDS[status],
        counts=counts(assessment, documents) if assessment else "",
    )
