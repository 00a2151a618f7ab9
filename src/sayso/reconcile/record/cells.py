"""Cells: which value is proposed of several that are said, by which rule, and where the cell stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Said, Span
from sayso.reconcile.record.sources import CREDITED

TIES = "later over earlier, more specific over less, credited over unattributed"
SURE = 0.5
"""The least weight of words that speak against a value."""
AGAINST = 0.5
"""How much another value must be said, beside the proposed one, for the cell to be disputed."""
RULES = {
    "most": f"said most near the incident; {TIES}",
    "latest": "the latest document’s value; of several there, credited over unattributed",
    "earliest": "the earliest document’s value; of several there, credited over unattributed",
    "specific": f"the most specific value said; {TIES}",
    "largest": f"the largest number said, or the gravest step; {TIES}",
}
"""How one value is proposed of several, by the names that codebooks call the rules by."""


def cell(field: Field, said: Sequence[Said], *, silent_rule: str = "nobody speaks to it") -> Cell:
    """The cell of a field whose values are all in `said`, by the field's own rule."""
    told = [s for s in said if s.value]
    if not told:
        return Cell(field=field.name, value=None, state=CellState.SILENT, rule=silent_rule)
    value = _PROPOSE[field.propose](field, told)
    return proposed(field, value, RULES[field.propose], told)


def proposed(
    field: Field, value: str, rule: str, said: Sequence[Said], plain: Callable[[Said], float] = lambda _: 0.0
) -> Cell:
    """The cell with a value that is chosen already; its words come first, of those the ones that say it most plainly by
    `plain`, then the weightiest."""
    once: dict[tuple[str, Span], Said] = {}
    for one in sorted(said, key=lambda s: -s.weight):
        once.setdefault((one.value, one.span), one)
    ordered = sorted(
        once.values(),
        key=lambda s: (s.value != value, -plain(s), -s.weight, s.published or "9", s.span.document, s.span.start),
    )
    return Cell(field=field.name, value=value, state=state(field, value, ordered), rule=rule, said=tuple(ordered))


def state(field: Field, value: str, said: Sequence[Said]) -> CellState:
    """Stated where nothing that is said with weight excludes the value; else changed or disputed.

    A value excludes the proposed one only where it is said at least half as much: a stray word disputes nothing.
    """
    ours = [s for s in said if s.value == value]
    most = AGAINST * sum(s.weight for s in ours)
    weights: dict[str, float] = defaultdict(float)
    for one in said:
        if one.value != value and one.weight >= SURE and field.clash(value, one.value):
            weights[one.value] += one.weight
    against = [s for s in said if weights.get(s.value, 0.0) >= max(most, SURE) and s.weight >= SURE]
    if not against:
        return CellState.STATED
    at = _stamp([*ours, *against])
    days, others = {at(s) for s in ours}, {at(s) for s in against}
    if "" not in days | others and days and max(map(str, others)) < max(map(str, days)):
        return CellState.CHANGED
    return CellState.DISPUTED


def _stamp(said: Sequence[Said]) -> Callable[[Said], str]:
    """What puts what is said in order: the day; within one live blog the time of the entry."""
    width = None if len({s.span.document for s in said}) == 1 else 10
    return lambda one: (one.published or "")[:width]


def _most(field: Field, said: Sequence[Said]) -> str:
    weights: dict[str, float] = defaultdict(float)
    for one in said:
        weights[one.value] += one.weight * (CREDITED if one.voice else 1.0)
        for wider in field.wider(one.value):
            weights[wider] += 0.0
    at = _stamp(said)
    latest = max(map(at, said), default="")
    for one in said:
        if at(one) == latest:
            weights[one.value] += 0.1 * one.weight
    best = max(sorted(weights), key=lambda v: weights[v])
    finer = [v for v in weights if best in field.wider(v)]
    return max(sorted(finer), key=lambda v: weights[v]) if finer else best


def _latest(field: Field, said: Sequence[Said]) -> str:
    at = _stamp(said)
    last = max(map(at, said))
    return _most(field, [s for s in said if at(s) == last])


def _earliest(field: Field, said: Sequence[Said]) -> str:
    at = _stamp(said)
    first = min(at(s) or "9" for s in said)
    return _most(field, [s for s in said if (at(s) or "9") == first])


def _specific(field: Field, said: Sequence[Said]) -> str:
    depth = max(len(field.wider(s.value)) for s in said)
    return _most(field, [s for s in said if len(field.wider(s.value)) == depth])


def _largest(field: Field, said: Sequence[Said]) -> str:
    """The largest number, of a range its upper end; of a scale the gravest step."""
    sizes = {s.value: size for s in said if (size := field.size(s.value)) is not None}
    if not sizes:
        return _most(field, said)
    most = max(sizes.values())
    return _most(field, [s for s in said if sizes.get(s.value) == most])


_PROPOSE: dict[str, Callable[[Field, Sequence[Said]], str]] = {
    "most": _most,
    "latest": _latest,
    "earliest": _earliest,
    "specific": _specific,
    "largest": _largest,
}
