"""Cells that list persons, or their ages, as they are after what people decided of persons."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from sayso.codebooks import Codebook, Field
from sayso.model import Cell, CellState, Person, Record

_TAKE_PART = ("victim", "suspect")
_LIST = "; "


def following(before: Record, after: Record, book: Codebook) -> Record:
    """`after`, in which people changed persons of `before`, with the cells that list them in step. A cell that a person
    has set stays as it is; so do numbers, which may be right although a person is missing."""
    fields = {f.name: f for f in book.fields}
    people = ((*before.people, *before.others), (*after.people, *after.others))
    cells = tuple(c if c.state is CellState.JUDGED else _in_step(c, fields.get(c.field), *people) for c in after.cells)
    return replace(after, cells=cells)


def _in_step(cell: Cell, field: Field | None, before: tuple[Person, ...], after: tuple[Person, ...]) -> Cell:
    if field is None or field.type != "person":
        return cell
    was, now = _listed(field, before), _listed(field, after)
    if was == now:
        return cell
    kept = Counter(part for part in (cell.value or "").split(_LIST) if part) - (was - now)
    value = _LIST.join([*kept.elements(), *(now - was).elements()]) or None
    proposed = f"instead of “{cell.value}”" if cell.value is not None else "nothing was proposed"
    return replace(
        cell, value=value, state=CellState.JUDGED, rule=f"follows what people decided of persons, {proposed}"
    )


def _listed(field: Field, people: tuple[Person, ...]) -> Counter[str]:
    """The names, or the ages, of the persons whom the field lists."""
    kind = "age" if "age" in field.filled_by else "name"
    roles = _TAKE_PART if field.part is None else (field.part,)
    return Counter(v for p in people if p.value("role") in roles and (v := p.value(kind)))
