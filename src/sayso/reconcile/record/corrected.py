"""The record as people have corrected it: cells set, persons added and taken out, the whole row accepted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.codebooks import Codebook, Field
from sayso.model import Cell, CellState, Judgement, JudgementKind, Person, Record, identify
from sayso.reconcile.meant import FIELD, PERSON, RECORD, folded, of_record
from sayso.reconcile.record.following import following

CELLS = ("name", "age", "gender", "role", "status")
TAKE_PART = ("victim", "suspect")
ROLES = (*TAKE_PART, "officer", "official", "relative", "witness", "neighbor")
STATUSES = ("Killed", "Injured", "Unharmed", "Arrested")
_COUNT = re.compile(r"\d{1,6}(?:\.\.\d{1,6})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A judgement that could not be followed, and why in plain words."""

    written: Judgement
    why: str


def corrected(record: Record, judgements: Iterable[Judgement], book: Codebook) -> tuple[Record, tuple[Refused, ...]]:
    """The record with the judgements that are about it, the latest last, and those that cannot be followed.

    `record: FIELD` is a cell and `person: NAME` or `person: NAME: CELL` somebody of the row. To edit sets a value (of
    nobody there: adds them), to reject empties the cell or takes the person out, to accept says that somebody has
    looked at it. What the coverage says stays in the cell, so that the words can be held against the value.
    """
    refused = []
    proposed = record
    for judgement in sorted((j for j in judgements if of_record(j)), key=lambda j: j.at):
        told = _followed(record, judgement, book)
        if isinstance(told, str):
            refused.append(Refused(written=judgement, why=told))
        else:
            record = told
    return following(proposed, record, book), tuple(refused)


def _followed(record: Record, judgement: Judgement, book: Codebook) -> Record | str:
    """The record with one judgement, or why it cannot be followed."""
    kinds = (JudgementKind.ACCEPT, JudgementKind.EDIT, JudgementKind.REJECT)
    if len(judgement.subjects) != 1 or judgement.kind not in kinds:
        return "of the record one thing at a time can be accepted, edited or rejected"
    subject = judgement.subjects[0]
    if subject.casefold() == RECORD:
        if judgement.kind is not JudgementKind.ACCEPT:
            return "the whole record can be accepted alone; name a cell as “record: FIELD”"
        return record
    if subject.casefold().startswith(FIELD):
        return _cell_of_row(record, subject[len(FIELD) :].strip(), judgement, book)
    who, _, field = (part.strip() for part in subject[len(PERSON) :].rpartition(":"))
    if not who:
        who, field = field, ""
    return _person(record, who, field.lower(), judgement) if who else "nobody is named; write “person: NAME”"


def _cell_of_row(record: Record, name: str, judgement: Judgement, book: Codebook) -> Record | str:
    field = next((f for f in book.fields if name.casefold() in (f.name.casefold(), f.label.casefold())), None)
    if field is None:
        return (
            f"“{name}” is no field of the codebook {book.name}; its fields are {', '.join(f.name for f in book.fields)}"
        )
    if judgement.value is not None and (wrong := _unfit(field, judgement.value)):
        return wrong
    old = record.cell(field.name)
    new = _judged(old or _empty(field.name), judgement)
    if old is None:
        order = [f.name for f in book.fields]
        cells = sorted((*record.cells, new), key=lambda c: order.index(c.field))
        return replace(record, cells=tuple(cells))
    return replace(record, cells=tuple(new if c is old else c for c in record.cells))


def _unfit(field: Field, value: str) -> str:
    """Why a value cannot stand in the field, else nothing."""
    if field.type == "count" and not _COUNT.fullmatch(value):
        return f"“{field.name}” is a number such as 2, or 2..4 for two to four, not “{value}”"
    choices = [c.value for c in field.choices]
    if field.type == "choice" and choices and any(v.strip() not in choices for v in value.split(";")):
        return f"“{field.name}” is one of {', '.join(dict.fromkeys(choices))}, not “{value}”"
    if field.type == "date":
        try:
            date.fromisoformat(value[:10])
        except ValueError:
            return f"“{field.name}” is a day such as 2025-10-12, not “{value}”"
    return ""


def _person(record: Record, who: str, field: str, judgement: Judgement) -> Record | str:
    everyone = (*record.people, *record.others)
    meant = _called(who, everyone)
    if len(meant) > 1:
        each = ", ".join(f"{p.value('name') or 'somebody unnamed'} ({p.id})" for p in meant)
        return f"{len(meant)} persons of the record can be {who}; write a whole name or an id: {each}"
    if field and field not in CELLS:
        return f"“{field}” is no cell of a person; there are {', '.join(CELLS)}"
    if not meant and (judgement.kind is not JudgementKind.EDIT or (field in CELLS and field != "role")):
        known = ", ".join(p.value("name") or p.id for p in everyone) or "nobody"
        return f"nobody of the record is called {who}; it has {known}. Whoever is missing is added by a role"
    if not field:
        if judgement.kind is JudgementKind.EDIT:
            return f"which cell of {who} is set? Write “person: {who}: role”, or name, age, gender, status"
        if judgement.kind is JudgementKind.ACCEPT:
            return record
        return _with(record, [p for p in everyone if p not in meant])
    if judgement.value is not None:
        told = _unfit_of_person(field, judgement.value)
        if told:
            return told
    if not meant:
        named = _judged(_empty("name"), replace(judgement, value=who))
        added = Person(id=identify("person", who, "judged"), cells=(named,))
        return _with(record, [*everyone, _set(added, field, judgement)])
    return _with(record, [_set(p, field, judgement) if p in meant else p for p in everyone])


def _called(who: str, everyone: Sequence[Person]) -> list[Person]:
    """Who is meant: by id or whole name, else by some words of a name ("Quill" where one Ana Quill is told of)."""
    whole = [p for p in everyone if who == p.id or folded(who) == folded(p.value("name") or "")]
    words = set(folded(who).split())
    return whole or [p for p in everyone if words and words <= set(folded(p.value("name") or "").split())]


def _unfit_of_person(field: str, value: str) -> str:
    if field == "age" and not (value.isascii() and value.isdigit() and int(value) < 130):
        return f"an age is a number of years, not “{value}”"
    if field == "role" and value not in ROLES:
        return f"a role is one of {', '.join(ROLES)}, not “{value}”"
    if field == "status" and any(part.strip() not in STATUSES for part in value.split(",")):
        return f"a status is {', '.join(STATUSES)} or several of them, with commas between, not “{value}”"
    return ""


def _set(person: Person, field: str, judgement: Judgement) -> Person:
    old = person.cell(field) or _empty(field)
    cells = [*(c for c in person.cells if c.field != field), _judged(old, judgement)]
    return replace(person, cells=tuple(sorted(cells, key=lambda c: CELLS.index(c.field))))


def _with(record: Record, everyone: Sequence[Person]) -> Record:
    """The record with these persons, each among those who take part or those who do not, by role."""
    part = tuple(p for p in everyone if (p.value("role") or TAKE_PART[0]) in TAKE_PART)
    return replace(record, people=part, others=tuple(p for p in everyone if p not in part))


def _empty(field: str) -> Cell:
    return Cell(field=field, value=None, state=CellState.SILENT, rule="nobody speaks to it")


def _judged(cell: Cell, judgement: Judgement) -> Cell:
    """The cell as a person has it. Its words stay: they are what the coverage says, whatever the value is now."""
    by = f"{judgement.by} on {judgement.at[:10]}"
    why = f": {judgement.why}" if judgement.why else ""
    if judgement.kind is JudgementKind.ACCEPT:
        return replace(cell, rule=f"{cell.rule}; accepted by {by}{why}")
    was = f" instead of “{cell.value}”" if cell.value is not None and cell.value != judgement.value else ""
    done = "emptied" if judgement.value is None else "set"
    return replace(cell, value=judgement.value, state=CellState.JUDGED, rule=f"{done} by {by}{was}{why}")
