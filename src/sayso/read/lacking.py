"""What is said to lack evidence: "there is no evidence that he was armed" denies that he was, and must not be shown
without the words that do so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.drafts import Draft

EVIDENCE = frozenset({"evidence", "indication", "sign", "proof", "reason", "record"})
NONE = frozenset({"no", "little", "any", "scant"})
FARTHEST = 20
"""Tokens from the word for evidence within which the clause that it is of begins."""


def lacking(head: Token) -> Token | None:
    """The word for evidence of which there is none for the clause headed by `head`, or None."""
    above = head.head
    if head.dep_ not in {"ccomp", "acl", "csubj", "relcl"} or not above.i < head.i <= above.i + FARTHEST:
        return None
    if above.lemma_.lower() not in EVIDENCE:
        return None
    told = {c.lower_ for c in above.children}
    verb = above.head
    if "any" in told and not any(c.dep_ == "neg" for c in verb.children):
        return None
    return above if told & NONE else None


def with_words(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those without evidence with the words that say so. The clause that is nothing but such words
    ("there is no evidence …") is left out: it would say the same twice."""
    wider: dict[int, Draft] = {}
    empty: set[int] = set()
    for n, draft in enumerate(drafts):
        noun = lacking(draft.head) if draft.clause is not None else None
        if noun is None:
            continue
        bare = next((c for c in noun.head.children if c.dep_ == "expl"), None) if noun.head.lemma_ == "be" else None
        start = min(bare.i if bare is not None else noun.left_edge.i, noun.left_edge.i)
        for m in _around(drafts, draft, start):
            wider[n] = replace(draft, runs=[(start, draft.runs[0][1]), *draft.runs[1:]])
            if bare is not None and drafts[m].head in {noun, noun.head}:
                empty.add(m)
    return [wider.get(n, draft) for n, draft in enumerate(drafts) if n not in empty]


def _around(drafts: Sequence[Draft], inner: Draft, start: int) -> Iterator[int]:
    for m, other in enumerate(drafts):
        if other is not inner and other.owner == inner.owner and other.holds(start, inner.runs[0][1]):
            yield m
