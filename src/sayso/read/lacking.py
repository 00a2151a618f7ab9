"""What is said to lack evidence: "there is no evidence that he was armed" denies that he was, and must not be shown
without the words that do so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.drafts import Draft

EVIDENCE = frozenset({"evidence", "indication", "sign", "proof", "reason", "record"})
NONE = frozenset({"no", "little", "scant"})
NOT = frozenset({"not", "n't", "n’t", "never", "without"})
LEADS = 6
"""Tokens before "any evidence" in which it may be denied."""


def lacking(head: Token) -> Token | None:
    """The word for evidence right before the clause headed by `head`, where there is said to be none; or None. It goes
    by the words' places: parsers hang such clauses on the noun, on the verb before it or the other way round."""
    doc = head.doc
    subject = next((c for c in head.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i < head.i), head)
    at = subject.left_edge.i - 1
    while at > 0 and doc[at].lower_ in {"that", "of"}:
        at -= 1
    if at < 1 or doc[at].lemma_.lower() not in EVIDENCE:
        return None
    before = [t.lower_ for t in doc[max(0, at - LEADS) : at]]
    none = bool(NONE.intersection(before[-2:])) or ("any" in before[-2:] and not NOT.isdisjoint(before))
    return doc[at] if none else None


def with_words(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without evidence with the words that say so. The clause that is nothing but such words
    ("there is no evidence …") is left out: it would say the same twice."""
    wider: dict[int, Draft] = {}
    empty: set[int] = set()
    for n, draft in enumerate(drafts):
        noun = lacking(draft.head) if draft.clause is not None else None
        if noun is None:
            continue
        first = next(i for i in range(noun.i - 1, -1, -1) if noun.doc[i].lower_ in NONE | {"any"})
        bare = next((t.i for t in noun.doc[max(0, first - LEADS) : first] if t.lower_ == "there"), None)
        start = first if bare is None else bare
        if draft.runs[0][0] > start and (around := list(_around(drafts, draft, start))):
            wider[n] = replace(draft, runs=[(start, draft.runs[0][1]), *draft.runs[1:]])
            empty.update(m for m in around if bare is not None and start - 1 <= drafts[m].head.i <= noun.i)
    return [wider.get(n, draft) for n, draft in enumerate(drafts) if n not in empty]


def _around(drafts: Sequence[Draft], inner: Draft, start: int) -> Iterator[int]:
    for m, other in enumerate(drafts):
        if other is not inner and other.owner == inner.owner and other.holds(start, inner.runs[0][1]):
            yield m
