"""Which passages tell the same, whatever else their clauses tell: "was shot in the face" in one that goes on about a
car, and in another about a motive.

A claim is a clause, and a clause tells several facts. Here each is cut where a phrase begins, and the pieces, from the
beginning of the clause or to its end, are laid side by side by their words of weight. It is likeness and no more: what
two origins bear out is told by propositions and details, which this changes nothing of. Near-linear: claims meet by
words that not too many have.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from sayso.model import Claim, Dossier, Modality, Span, identify
from sayso.reconcile.words import content, numbers

PHRASE = re.compile(
    r"(?i)(?:,\s+|\s+)(?=(?:in|on|at|from|near|outside|inside|after|before|when|while|as|who|which|that|where|and|but"
    r"|with|for|to|by|because|through|into|early|just|around|about)\b)|,\s+|\s[–—-]+\s|\s\(|\)\s"
)
"""Where a phrase begins."""
LEFT_OVER = re.compile(r"(?i)(?:\W+(?:and|but|or|who|which|that|as|the|an?))+\W*$")
"""Words at the end of a piece that belong to what it was cut from."""
CUTS = 12
"""Places at which a clause is cut at most."""
SHORTEST = 8
"""Characters of a piece."""
FEWEST = 2
"""Words of weight that two pieces must share."""
COMMON = 40
"""How many claims a word may lead to before it is too common to look by."""
ALIKE = 0.35
"""The share of two pieces' words, weighed by rarity, that must be common."""
CLOSE = 0.6
TELLING = 3
"""The likeness, and the words of weight in common, of what is shown beside a statement as nearly the same."""
ONE_DOCUMENT = 0.1
"""What likeness is less by within one document, which seldom tells a thing twice."""
ONE_VALUE = 0.1
"""What it is more by where both tell one typed value."""


@dataclass(frozen=True, slots=True)
class Passage:
    """What one document tells in a claim, or in a piece of it; in several stretches where the claim is."""

    claim: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Passages of several claims that tell the same by their words, in the order of the claims; `id` is derived from
    the first."""

    id: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    passage: Passage
    words: frozenset[str]
    numbers: frozenset[str]
    values: frozenset[tuple[str, str]]
    weight: float


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    words: frozenset[str]
    stands: bool
    pieces: tuple[int, ...]


def pieces(claim: Claim) -> tuple[tuple[Span, ...], ...]:
    """A claim and its pieces, the whole first."""
    found = [claim.spans]
    for span in claim.spans:
        if len(claim.spans) > 1:
            found.append((span,))
        for at in sorted({m.end() for m in PHRASE.finditer(span.exact)})[:CUTS]:
            parts = (_part(span, 0, at), _part(span, at, len(span.exact)))
            found += [(part,) for part in parts if part is not None]
    return tuple(dict.fromkeys(found))


def _part(span: Span, start: int, end: int) -> Span | None:
    """A stretch of a span without the marks around it; None where it is too short to tell anything."""
    text = span.exact
    left = LEFT_OVER.search(text, start, end)
    end = left.start() if left is not None else end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    if end - start < SHORTEST:
        return None
    return Span(document=span.document, start=span.start + start, end=span.start + end, exact=text[start:end])


def alike(dossier: Dossier) -> tuple[Alike, ...]:
    """The passages of a dossier by what they tell, each in exactly one group, alone where nothing is like it."""
    made, scores = _compared(dossier)
    groups: dict[int, list[Passage]] = {}
    for i, label in enumerate(average_link(len(made), scores, ALIKE)):
        groups.setdefault(label, []).append(made[i].passage)
    return tuple(
        Alike(identify("alike", told[0].claim, told[0].spans[0].start, told[0].spans[-1].end), tuple(told))
        for told in groups.values()
    )


def close(dossier: Dossier) -> Mapping[str, tuple[tuple[str, Passage], ...]]:
    """By proposition, those of other documents that tell nearly the same as a whole claim of it: their ids, each with
    the passage that does, the most alike first."""
    whole = {c.id: c.spans for c in dossier.claims}
    stated = {c: p.id for p in dossier.propositions for c in p.claims}
    made, scores = _compared(dossier)
    best: dict[str, dict[str, tuple[float, int]]] = {}
    for (i, j), score in scores.items():
        for mine, other in ((i, j), (j, i)):
            here, there = made[mine].passage, made[other].passage
            one, two = stated.get(here.claim), stated.get(there.claim)
            if one is None or two is None or one == two or here.spans != whole[here.claim]:
                continue
            if score < CLOSE or here.spans[0].document == there.spans[0].document:
                continue
            if len(made[mine].words & made[other].words) >= TELLING:
                told = best.setdefault(one, {})
                told[two] = min(told.get(two, (1.0, 0)), (-score, other))
    return {
        one: tuple((two, made[n].passage) for two, (_, n) in sorted(told.items(), key=lambda t: t[1]))
        for one, told in best.items()
    }


def _compared(dossier: Dossier) -> tuple[list[_Piece], dict[tuple[int, int], float]]:
    """The pieces of all claims, and the likeness of those that are at all alike, by their places."""
    denied = {c for p in dossier.propositions for c in p.denials}
    rarity = Counter(w for c in dossier.claims for w in content(_text(c.spans)))
    # As between claims: a word that half of them have says little, one that two have says most.
    weights = {word: 1.0 / (1.0 + 0.15 * min(n, 20)) for word, n in rarity.items()}
    made: list[_Piece] = []
    told: list[_Told] = []
    for claim in dossier.claims:
        at = len(made)
        for spans in pieces(claim):
            words = content(_text(spans))
            values = frozenset((v.field, v.value.casefold()) for v in claim.values if _within(v.span, spans))
            weight = sum(weights.get(w, 1.0) for w in sorted(words))
            made.append(_Piece(Passage(claim.id, spans), words, numbers(words), values, weight))
        stands = claim.modality is Modality.UNKNOWN or (claim.polarity and claim.id not in denied)
        told.append(_Told(claim, content(_text(claim.spans)), stands, tuple(range(at, len(made)))))
    scores: dict[tuple[int, int], float] = {}
    for a, b in _met(told, rarity):
        less = ONE_DOCUMENT if a.claim.document == b.claim.document else 0.0
        for i, j in product(a.pieces, b.pieces):
            score = _likeness(made[i], made[j], weights) - less
            if score > 0:
                scores[i, j] = score
    return made, scores


def _text(spans: Sequence[Span]) -> str:
    return " ".join(s.exact for s in spans)


def _within(inner: Span, outer: Sequence[Span]) -> bool:
    return any(s.start <= inner.start and inner.end <= s.end for s in outer)


def _met(told: Sequence[_Told], rarity: Mapping[str, int]) -> Iterator[tuple[_Told, _Told]]:
    """The pairs of claims that can have pieces alike: they share enough words, one of them not too common, and neither
    denies what the other tells."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(told):
        near: Counter[int] = Counter()
        for word in one.words:
            if rarity[word] <= COMMON:
                near.update(by_word[word])
                by_word[word].append(n)
        for m in near:
            other = told[m]
            if one.stands == other.stands and len(one.words & other.words) >= FEWEST:
                yield other, one


def _likeness(a: _Piece, b: _Piece, weights: Mapping[str, float]) -> float:
    """How much of what two pieces tell is common, 0 to 1 and a little more; 0 where their numbers keep them apart."""
    common = a.words & b.words
    if len(common) < FEWEST:
        return 0.0
    if a.numbers and b.numbers and not a.numbers & b.numbers:
        return 0.0
    told = 2 * sum(weights[w] for w in sorted(common)) / (a.weight + b.weight)
    return told + ONE_VALUE if a.values & b.values else told


def average_link(n: int, scores: Mapping[tuple[int, int], float], least: float) -> list[int]:
    """Clusters of 0 to n - 1, a label for each: two are joined while the mean score of their pairs, those without one
    counted as 0, is at least `least`, the most alike first."""
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (i, j), score in scores.items():
        near[i][j] = near[j][i] = score
    members = {i: [i] for i in range(n)}
    heap = [(-score, i, j) for (i, j), score in scores.items() if score >= least]
    heapq.heapify(heap)
    following = n
    while heap:
        _, i, j = heapq.heappop(heap)
        if i not in members or j not in members:
            continue
        joined = members.pop(i) + members.pop(j)
        one, two = near.pop(i, {}), near.pop(j, {})
        for other in sorted({*one, *two}):
            if other not in members:
                continue
            total = one.get(other, 0.0) + two.get(other, 0.0)
            near[following][other] = near[other][following] = total
            mean = total / (len(joined) * len(members[other]))
            if mean >= least:
                heapq.heappush(heap, (-mean, other, following))
        members[following] = joined
        following += 1
    labels = [0] * n
    for each in members.values():
        for i in each:
            labels[i] = min(each)
    return labels
