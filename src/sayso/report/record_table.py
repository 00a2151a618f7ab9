"""Records as rows: the line of an incident database, CSV in the codebook's own columns, and a table for the page."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sayso.codebooks import Codebook
from sayso.model import Cell, Person, Record, Said, Span
from sayso.report.dates import day
from sayso.report.inert import one_line
from sayso.report.tables import cell as plain

ROW_STATES = {"victim": "Victim", "suspect": "Subject-Suspect"}
_TOLD = frozenset({"unknown", "declined", "unread"})
"""States of a cell without a value that a coder should know of."""
_LIST = "; "
"""What stands between the values of a cell that has several."""
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
        "status": _coded(one),
    }
    return {key: value for key, value in told.items() if value is not None}


def _coded(one: Person) -> str | None:
    """The status as the databases code it: a suspect of whom no injury is told is unharmed. The record's own cell says
    so only where words do."""
    status = one.value("status")
    if one.value("role") != "suspect" or status not in {None, "Arrested"}:
        return status
    return ", ".join(["Unharmed", *([status] if status else [])])


def records_csv(records: Iterable[Record], book: Codebook) -> str:
    """Records as CSV: a column a field of the codebook, one for the people who take part, one for officers, officials,
    relatives and witnesses, one for the fields that are disputed, one for what people have set."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["incident", *(f.name for f in book.fields), "people", "others", "disputed", "judged"])
    for record in records:
        cells = {c.field: c for c in record.cells}
        writer.writerow(
            [
                plain(record.incident or ""),
                *(plain(_value(cells.get(f.name))) for f in book.fields),
                plain("; ".join(_told(one) for one in record.people)),
                plain("; ".join(_told(one) for one in record.others)),
                plain("; ".join(c.field for c in record.cells if c.state == "disputed")),
                plain("; ".join(_set_by_people(record))),
            ]
        )
    return out.getvalue()


def _set_by_people(record: Record) -> Iterator[str]:
    yield from (c.field for c in record.cells if c.state == "judged")
    for one in (*record.people, *record.others):
        if any(c.state == "judged" for c in one.cells):
            yield one.value("name") or "unnamed"


def _value(cell: Cell | None) -> str:
    if cell is None:
        return ""
    return cell.value if cell.value is not None else f"({cell.state})" if cell.state in _TOLD else ""


def _told(one: Person) -> str:
    parts = (one.value("name") or "unnamed", one.value("age"), one.value("role"), one.value("status"))
    return ", ".join(p for p in parts if p)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the page’s table: a heading, the proposed value in words, its normal form, where it stands, why, and
    what was said, the same words of one voice once. `meaning` is the value's definition in the codebook."""

    label: str
    value: str
    normal: str
    state: str
    rule: str
    said: tuple[Said, ...]
    more: int
    meaning: str = ""


def lines(record: Record, book: Codebook) -> Iterator[Line]:
    """The record's rows for the page: the fields of the codebook, then each person who takes part, then the others."""
    fields = {f.name: f for f in book.fields}
    for cell in record.cells:
        field = fields.get(cell.field)
        label = field.label if field else cell.field
        meaning = dict(field.definitions).get(cell.value or "", "") if field else ""
        yield _line(f"{label}: how many" if field and field.type == "count" else label, cell, meaning)
    for one in (*record.people, *record.others):
        yield _person(one)


def _line(label: str, cell: Cell, meaning: str = "") -> Line:
    said = _shown(cell)
    return Line(
        label=label,
        value=_in_words(cell.value or ""),
        normal=cell.value or "",
        state=str(cell.state),
        rule=cell.rule,
        meaning=meaning,
        said=said[: _room(cell)],
        more=max(0, len(said) - _room(cell)),
    )


def _person(one: Person) -> Line:
    """One row a person: what they are, and the best words of each cell."""
    cells = [c for c in one.cells if c.value is not None]
    told = [c.value for c in cells if c.field != "name" and c.value]
    name = one.value("name") or f"unnamed {one.value('role')}"
    said = [replace(s, value=c.field) for c in cells for s in leading(c) if c.state != "judged" or s.value == c.value]
    judged = [c for c in one.cells if c.state == "judged"]
    apart = next((c for c in cells if c.state in {"changed", "disputed"}), None)
    worked_out = [c for c in cells if c.state == "derived"]
    if judged:
        told_by = "; ".join(f"{c.field}: {c.rule}" for c in judged)
        return Line(
            label=name, value=", ".join(told), normal="", state="judged", rule=told_by, said=_distinct(said), more=0
        )
    state = str(apart.state) if apart else "derived" if worked_out else "stated"
    rule = apart.rule if apart else "the words shown are the best for each"
    return Line(
        label=name,
        value=", ".join(told),
        normal="",
        state=state,
        rule=rule if apart or not worked_out else "; ".join(f"{c.field}: {c.rule}" for c in worked_out),
        said=_distinct(said),
        more=0,
    )


def leading(cell: Cell) -> tuple[Said, ...]:
    """The words that the page's table leads to first for the proposed value: the best that say it; where none say it
    whole (a list, or what is worked out), all that are shown."""
    said = _shown(cell)
    if cell.state == "derived":
        said = tuple(s for s in said if s.value == cell.value) or said
    return said[:1] if said and said[0].value == cell.value and cell.state != "derived" else said[: _room(cell)]


def _shown(cell: Cell) -> tuple[Said, ...]:
    if _LIST in (cell.value or ""):
        return cell.said
    said = _distinct(cell.said)
    return _both_sides(cell.value, said) if cell.state in {"changed", "disputed"} else said


def _room(cell: Cell) -> int:
    """How many words of a cell are shown: of a list at least those of each of its values."""
    return max(SHOWN, (cell.value or "").count(_LIST) + 1)


def _both_sides(value: str | None, said: Sequence[Said]) -> tuple[Said, ...]:
    """What was said with the best words of each other value among those that are shown."""
    ours = [s for s in said if s.value == value]
    others = list({s.value: s for s in reversed(said) if s.value != value}.values())[::-1]
    kept = max(1, SHOWN - len(others))
    shown_first = [*ours[:kept], *others]
    return (*shown_first, *(s for s in said if s not in shown_first))


def _distinct(said: Iterable[Said]) -> tuple[Said, ...]:
    """What was said, without what repeats the same words for the same value in the same voice."""
    kept: dict[tuple[str, str, str | None], Said] = {}
    for one in said:
        kept.setdefault((one.value, one_line(one.span.exact).casefold(), one.voice), one)
    return tuple(kept.values())


def _in_words(value: str) -> str:
    """A value for people: a date with its day of the week, an interval as a day and its hours."""
    begin, _, end = value.partition("/")
    try:
        start, stop = datetime.fromisoformat(begin), datetime.fromisoformat(end or begin)
    except ValueError:
        return value.replace("..", " to ") if re.fullmatch(r"\d+\.\.\d+", value) else value
    told = f"{start:%A}, {day(start.date())}"
    if "T" not in begin:
        return told
    if not end:
        return f"{told}, {start:%H:%M}"
    return f"{told}, {start:%H:%M} to {stop:%H:%M}" + ("" if start.date() == stop.date() else " of the next day")


def spans(record: Record, book: Codebook) -> tuple[Span, ...]:
    """The words that the page's table leads to."""
    return tuple(s.span for line in lines(record, book) for s in line.said)


def shown(record: Record, book: Codebook, spot: Callable[[Span], str]) -> dict[str, Any]:
    """The page's table as its template takes it: the rows, and the headings of the fields that nobody speaks to.
    `spot` gives the id of words in the page's documents."""
    told = list(lines(record, book))
    return {
        "book": book.label,
        "silent": [line.label for line in told if not line.value and not line.said],
        "rows": [
            {
                "label": line.label,
                "value": line.value,
                "state": line.state,
                "plain": line.state == "stated",
                "rule": line.rule,
                "meaning": line.meaning,
                "more": line.more,
                "said": [
                    {
                        "words": one_line(s.span.exact),
                        "value": "" if s.value == line.normal or line.state == "unread" else _in_words(s.value),
                        "voice": s.voice,
                        "since": day(s.published[:10]) if s.published else "",
                        "spot": spot(s.span),
                    }
                    for s in line.said
                ],
            }
            for line in told
            if line.value or line.said
        ],
    }
