"""Cells: which value is proposed of several that are said, by which rule, and where the cell stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Said

RULES = {
    "most": "said most, words near the incident and later documents weighing more",
    "latest": "the latest document's value",
    "earliest": "the earliest document's value",
    "specific": "the most specific value said",
    "largest": "the largest number said",
}
"""How one value is proposed of several, by the names that codebooks call the rules by."""


def cell(field: Field, said: Sequence[Said], *, silent_rule: str = "nobody speaks to it") -> Cell:
    """The cell of a field whose values are all in `said`, by the field's own rule."""
    told = [s for s in said if s.value]
    if not told:
        return Cell(field=field.name, value=None, state=CellState.SILENT, rule=silent_rule)
    value = _PROPOSE[field.propose](field, told)
    return proposed(field, value, RULES[field.propose], told)


def proposed(field: Field, value: str, rule: str, said: Sequence[Said]) -> Cell:
    """The cell with a value that is chosen already; its words come first."""
    ordered = sorted(
        dict.fromkeys(said),
        key=lambda s: (s.value != value, -s.weight, s.published or "9", s.span.document, s.span.start),
    )
    return Cell(field=field.name, value=value, state=state(field, value, ordered), rule=rule, said=tuple(ordered))


def state(field: Field, value: str, said: Sequence[Said]) -> CellState:
    """Stated where nothing that is said with weight excludes the value; else changed or disputed."""
    against = [s for s in said if s.value != value and s.weight >= 0.5 and field.clash(value, s.value)]
    if not against:
        return CellState.STATED
    ours = {s.published for s in said if s.value == value}
    theirs = {s.published for s in against}
    if None not in ours | theirs and ours and max(map(str, theirs)) < max(map(str, ours)):
        return CellState.CHANGED
    return CellState.DISPUTED


def _most(field: Field, said: Sequence[Said]) -> str:
    weights: dict[str, float] = defaultdict(float)
    for one in said:
        weights[one.value] += one.weight
        for wider in field.wider(one.value):
            weights[wider] += 0.0
    latest = max((s.published or "" for s in said), default="")
    for one in said:
        if one.published == latest:
            weights[one.value] += 0.1 * one.weight
    best = max(sorted(weights), key=lambda v: weights[v])
    finer = [v for v in weights if best in field.wider(v)]
    return max(sorted(finer), key=lambda v: weights[v]) if finer else best


def _latest(field: Field, said: Sequence[Said]) -> str:
    last = max(s.published or "" for s in said)
    return _most(field, [s for s in said if (s.published or "") == last])


def _earliest(field: Field, said: Sequence[Said]) -> str:
    first = min(s.published or "9" for s in said)
    return _most(field, [s for s in said if (s.published or "9") == first])


def _specific(field: Field, said: Sequence[Said]) -> str:
    depth = max(len(field.wider(s.value)) for s in said)
    return _most(field, [s for s in said if len(field.wider(s.value)) == depth])


def _largest(field: Field, said: Sequence[Said]) -> str:
    numbers = [s for s in said if s.value.isdigit()]
    return max(numbers, key=lambda s: int(s.value)).value if numbers else _most(field, said)


_PROPOSE: dict[str, Callable[[Field, Sequence[Said]], str]] = {
    "most": _most,
    "latest": _latest,
    "earliest": _earliest,
    "specific": _specific,
    "largest": _largest,
}
