"""Records as rows: the line of an incident database, CSV in the codebook's own columns, and a table for the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sayso.codebooks import Codebook
from sayso.model import Cell, Person, Record, Said, Span
from sayso.report.inert import one_line
from sayso.report.tables import cell as plain

ROW_STATES = {"victim": "Victim", "suspect": "Subject-Suspect"}
SHOWN = 4
"""Values with their words that the page shows of one cell; `record.json` has all."""


def row(record: Record) -> dict[str, Any]:
    """The record as the line of an incident database: date, state, city_or_county, killed, injured, participants."""

    def number(field: str) -> int | None:
        told = record.value(field)
        return int(told) if told is not None and told.isdigit() else None

    return {
        "incident": record.incident,
        "date": record.value("date"),
        "state": record.value("state"),
        "city_or_county": record.value("city_or_county"),
        "killed": number("killed"),
        "injured": number("injured"),
        "participants": [_participant(one) for one in record.people],
    }


def _participant(one: Person) -> dict[str, Any]:
    age = one.value("age")
    told = {
        "name": one.value("name"),
        "age": int(age) if age else None,
        "gender": one.value("gender"),
        "type": ROW_STATES.get(one.value("role") or ""),
        "status": one.value("status"),
    }
    return {key: value for key, value in told.items() if value is not None}


def records_csv(records: Iterable[Record], book: Codebook) -> str:
    """Records as CSV: a column a field of the codebook, one for the people who take part, one for officers, officials,
    relatives and witnesses, one for the fields that are disputed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["incident", *(f.name for f in book.fields), "people", "others", "disputed"])
    for record in records:
        cells = {c.field: c for c in record.cells}
        writer.writerow(
            [
                plain(record.incident or ""),
                *(plain(_value(cells.get(f.name))) for f in book.fields),
                plain("; ".join(_told(one) for one in record.people)),
                plain("; ".join(_told(one) for one in record.others)),
                plain("; ".join(c.field for c in record.cells if c.state == "disputed")),
            ]
        )
    return out.getvalue()


def _value(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.value if cell.value is not None else f"({cell.state})" if cell.state in {"unknown", "declined"} else ""


def _told(one: Person) -> str:
    parts = (one.value("name") or "unnamed", one.value("age"), one.value("role"), one.value("status"))
    return ", ".join(p for p in parts if p)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the page's table: a heading, the proposed value, where it stands, why, and what was said."""

    label: str
    value: str
    state: str
    rule: str
    said: tuple[Said, ...]
    more: int


def lines(record: Record, book: Codebook) -> Iterator[Line]:
    """The record's rows for the page: the fields of the codebook, then each person who takes part, then the others."""
    labels = {f.name: f.label for f in book.fields}
    for cell in record.cells:
        yield _line(labels.get(cell.field, cell.field), cell)
    for one in record.people:
        name = one.value("name") or f"{one.value('role')}, {one.value('age') or 'age unknown'}"
        for cell in one.cells:
            if cell.value is not None and cell.field != "name":
                yield _line(f"{name}: {cell.field}", cell)
    for one in record.others:
        role = one.cell("role")
        if role is not None:
            yield _line(one.value("name") or "unnamed", role)


def _line(label: str, cell: Cell) -> Line:
    return Line(
        label=label,
        value=cell.value or "",
        state=str(cell.state),
        rule=cell.rule,
        said=cell.said[:SHOWN],
        more=max(0, len(cell.said) - SHOWN),
    )


def spans(record: Record, book: Codebook) -> tuple[Span, ...]:
    """The words that the page's table leads to."""
    return tuple(s.span for line in lines(record, book) for s in line.said)


def shown(record: Record, book: Codebook, spot: Callable[[Span], str]) -> list[dict[str, Any]]:
    """The page's rows as its template takes them. `spot` gives the id of words in the page's documents."""
    return [
        {
            "label": line.label,
            "value": line.value,
            "state": line.state,
            "rule": line.rule,
            "more": line.more,
            "said": [
                {"words": one_line(s.span.exact), "value": s.value, "voice": s.voice, "spot": spot(s.span)}
                for s in line.said
            ],
        }
        for line in lines(record, book)
    ]
