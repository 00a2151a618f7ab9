"""What documents themselves set against what is told: as disputed, taken back, or told otherwise than at first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Claim, Reading, Value
from sayso.reconcile.differences.comparisons import Disputed
from sayso.reconcile.differences.contested import Contest, contests, head
from sayso.reconcile.differences.opposed import stated
from sayso.reconcile.differences.recanted import Restated, recantations, restatements
from sayso.reconcile.differences.revised import revisions
from sayso.reconcile.differences.said import Whose


def set_against(
    kept: Sequence[Reading], who_says: Mapping[str, str], put_right: Sequence[tuple[Claim, Claim]], words: Whose
) -> Iterator[Disputed]:
    """What documents say is disputed, taken back or told otherwise than at first. `put_right`: what notes correct."""
    for one in (*contests(kept, who_says), *revisions(kept, who_says), *recantations(kept, who_says)):
        yield _contest(one, words)
    for each in restatements(kept, who_says):
        yield _restated(each, words)
    for a, b in put_right:
        yield _contest(Contest((a,), (b,), retracted=True), words)


def _contest(one: Contest, words: Whose) -> Disputed:
    a, b = head(one)
    told, against = (tuple(stated(c, words) for c in side) for side in (one.told, one.against))
    return Disputed(told, against, (stated(a, words), stated(b, words)), one.retracted)


def _restated(one: Restated, words: Whose) -> Disputed:
    """What a sentence tells, and what it says was told first."""
    old = words.said(one.claim, Value(field="claim", value=one.old.exact, span=one.old))
    new = stated(one.claim, words)
    return Disputed((old,), (new,), (old, new), retracted=True)
