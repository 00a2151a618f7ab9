"""Pairs of claims that cannot both be, put together where they tell one difference: a reader is shown it once, with all
who take either side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sayso.model import Claim
from sayso.reconcile.differences.opposed import Opposed
from sayso.reconcile.differences.said import Said

Pair = frozenset[str]
WHETHER = "whether “"
SPELLED = "how the name is spelled"


@dataclass(slots=True)
class Merged:
    """One difference: the pair that was found first, and all that is said on its two sides."""

    head: Opposed
    a: list[Said] = field(default_factory=list)
    b: list[Said] = field(default_factory=list)


def merged(found: Iterable[Opposed], covered: set[Pair]) -> Iterator[Merged]:
    """The differences that these pairs make. Pairs in `covered` are told already, and are left out."""
    groups: list[Merged] = []
    for one in found:
        pair = frozenset({one.a.claim.id, one.b.claim.id})
        if pair in covered:
            continue
        covered.add(pair)
        group = next((g for g in groups if _same(g, one)), None)
        if group is None:
            group = Merged(one)
            groups.append(group)
        for side, said in ((group.a, one.a), (group.b, one.b)):
            if all(said.claim.id != known.claim.id for known in (*group.a, *group.b)):
                side.append(said)
    yield from (g for g in groups if g.a and g.b)


def _same(group: Merged, one: Opposed) -> bool:
    """Whether a pair tells the difference of a group: of one topic, and a claim of it is, or holds, one of theirs."""
    head = group.head.topic
    alike = head.startswith(WHETHER) if one.topic.startswith(WHETHER) else head == one.topic
    if not alike:
        return False
    if alike and one.topic.startswith(SPELLED):
        return True  # however many ways there are
    if not one.topic.startswith(WHETHER):
        values = {s.value.value for s in (*group.a, *group.b)}
        return {one.a.value.value, one.b.value.value} <= values
    return any(_one(s.claim, t.claim) for s in group.a for t in (one.a,)) or any(
        _one(s.claim, t.claim) for s in group.b for t in (one.b,)
    )


def _one(a: Claim, b: Claim) -> bool:
    """Whether two claims are one, or one lies in the other."""
    if a.document != b.document:
        return False
    return any(s.start < t.end and t.start < s.end for s in a.spans for t in b.spans)


def claim_pairs(told: Sequence[tuple[str, str]]) -> Iterator[Pair]:
    """The pairs of claims that give different values, of (claim, value)."""
    for i, (a, one) in enumerate(told):
        for b, two in told[i + 1 :]:
            if one != two and a != b:
                yield frozenset({a, b})
