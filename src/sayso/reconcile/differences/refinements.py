"""What one statement says more than another: "shot", "shot twice in the chest". A link between them, never a merge.

A proposition refines another where it has all its words of weight and some more, with the same predicate, the same
people in the same roles, the same modality, and no number or value that differs. A detail refines another of its topic
where its day, time or place lies within the other's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sayso.model import Detail, Modality, Proposition, Refinement
from sayso.reconcile.differences.fits import within
from sayso.reconcile.statements.propositions import Sense, conflicting, swapped
from sayso.reconcile.words import NEGATIVE, STOP, content, stem

MOST = 60
"""How many propositions a word may lead to before it is too common to look by."""
WIDEST = 3
"""How many times the words of the broader statement the narrower may have: beyond, it is another statement."""
FEWEST = 2
SURE = 0.6
"""The confidence of a claim that is a clause."""
LEANS = re.compile(
    r"(?i)\W*(?:as|if|when|whenever|where|while|before|after|because|since|until|that|which|who|whose|including|but|and"
    r"|with|although|though|than|\w+ing)\b"
)
LONGEST = 12
"""Words that a refinement is told by."""
WORD = re.compile(r"[\w’'-]+")


def refinements(
    propositions: Sequence[Proposition], senses: Iterable[Sense], details: Sequence[Detail]
) -> tuple[Refinement, ...]:
    """The links between these propositions and between these details, in their order. Near-linear: a proposition is
    compared only with those that have its rarest word."""
    first = {s.claim.id: s for s in senses}
    heads = [(p, [first[c] for c in p.claims if c in first]) for p in propositions]
    by_word: dict[str, dict[int, list[Sense]]] = {}
    for n, (_, told) in enumerate(heads):
        for sense in told:
            for word in sense.resolved:
                by_word.setdefault(word, {}).setdefault(n, []).append(sense)
    found: dict[tuple[str, str], Refinement] = {}
    for n, (proposition, told) in enumerate(heads):
        for sense in told[:FEWEST]:
            if len(sense.resolved) < FEWEST:
                continue
            rarest = min(sense.resolved, key=lambda w: (len(by_word[w]), w))
            for m, others in islice(by_word[rarest].items(), MOST):
                other = heads[m][0]
                narrower = next((s for s in others if refines(s, sense)), None) if m != n else None
                if narrower is not None and (other.id, proposition.id) not in found:
                    link = Refinement(broader=proposition.id, narrower=other.id, adds=_adds(narrower, sense))
                    found.setdefault((proposition.id, other.id), link)
    return (*found.values(), *_within(details))


def refines(narrower: Sense, broader: Sense) -> bool:
    """Whether one claim says all that another document's says, of the same, and more."""
    if not broader.resolved < narrower.resolved:
        return False  # most pairs end here
    if (
        narrower.claim.document == broader.claim.document
        or narrower.modality != broader.modality
        or narrower.stands != broader.stands
    ):
        return False
    if broader.claim.modality is Modality.UNKNOWN or not broader.stands:
        return False
    if not broader.numbers <= narrower.numbers:
        return False
    if len(narrower.resolved) > WIDEST * len(broader.resolved) + FEWEST:
        return False
    if not _predicates(narrower) & _predicates(broader) or not (broader.agents or broader.patients):
        return False
    for mine, theirs in ((broader.agents, narrower.agents), (broader.patients, narrower.patients)):
        if mine and not mine & theirs:
            return False
    if _leaning(broader) or _leaning(narrower):
        return False
    return not swapped(narrower, broader) and not conflicting(narrower, broader)


def _leaning(sense: Sense) -> bool:
    """Whether a claim is no statement of its own: no clause, or one that leans on another ("as the shots rang out")."""
    text = sense.claim.spans[0].exact
    return sense.claim.confidence <= SURE or LEANS.match(text) is not None or not text[-1:].isalnum()


def _predicates(sense: Sense) -> frozenset[str]:
    return frozenset(stem(p) for p in sense.claim.predicate.split(" and "))


def _adds(narrower: Sense, broader: Sense) -> str:
    """The narrower claim's words that the broader has not, in their order."""
    known = content(" ".join(s.exact for s in broader.claim.spans))
    runs: list[list[str]] = [[]]
    for match in WORD.finditer(" ".join(s.exact for s in narrower.claim.spans)):
        word = match.group()
        plain = word.casefold()
        new = plain not in STOP and plain not in NEGATIVE and not content(word) <= known
        if new or (runs[-1] and plain in STOP):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    told = [_trimmed(run) for run in runs if run]
    return ", ".join(" ".join(run) for run in told if run)


def _trimmed(run: list[str]) -> list[str]:
    while run and run[-1].casefold() in STOP:
        run = run[:-1]
    return run[:LONGEST]


def _within(details: Sequence[Detail]) -> Iterator[Refinement]:
    """A day within a month, a time within a part of the day: of one topic, and of details of the act alone."""
    topics: dict[str, list[Detail]] = {}
    for detail in details:
        if detail.field in {"date", "time"} and detail.act:
            topics.setdefault(detail.topic, []).append(detail)
    for told in topics.values():
        for broader in told:
            for narrower in told:
                if broader is not narrower and within(broader.value, narrower.value):
                    yield Refinement(broader=broader.id, narrower=narrower.id, adds=narrower.text)
