"""What is said to lack evidence: "there is no evidence that he was armed" denies that he was, and must not be shown
without the words that do so. And clauses that tell nothing by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.drafts import Draft

EVIDENCE = frozenset({"evidence", "indication", "sign", "proof", "reason", "record"})
NONE = frozenset({"no", "little", "scant"})
NOT = frozenset({"not", "n't", "n’t", "never", "without"})
BARE = 8  # words of a clause that may tell nothing
EMPTY = re.compile(
    r"(?:(?:well|ok|okay|yes|yeah|no|and|so|sure|oh|sir|ma'am|sheriff|chief) )*"
    r"(?:(?:thank you|thanks)(?: (?:very|so) much)?(?: (?:for|to) (?:\w+ ?){1,4}| (?:sir|ma'am|sheriff|chief|all))?"
    r"|you 're welcome|you bet"
    r"|(?:i|we|you) (?:do|did|does|am|are|is|was|were|have|has|had|can|could|will|would)"
    r"(?: n[o'’]t|n[’']t)?(?: (?:sir|ma'am|indeed|so))?"
    r"|yes|no|yeah|sure|okay|good (?:morning|evening|afternoon|night))"
)
"""Clauses that only thank, greet, or say yes or no to what somebody else put. "He had not" may be a writer's denial."""
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
    empty = {n for n, draft in enumerate(drafts) if _bare(draft)}
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


def _bare(draft: Draft) -> bool:
    """Whether a clause tells nothing: "Thank you", "We do", "Yes, I did"."""
    doc = draft.head.doc
    words = [t.lower_ for a, b in draft.runs for t in doc[a:b] if not t.is_punct]
    return len(words) <= BARE and EMPTY.fullmatch(" ".join(words)) is not None


def _around(drafts: Sequence[Draft], inner: Draft, start: int) -> Iterator[int]:
    for m, other in enumerate(drafts):
        if other is not inner and other.owner == inner.owner and other.holds(start, inner.runs[0][1]):
            yield m
