"""What people decided, as they keep it: a table of corrections that any spreadsheet can write."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sayso.errors import InputError
from sayso.model import Judgement, JudgementKind

COLUMNS = ("do", "what", "value", "by", "at", "why")
NEEDED = ("do", "what", "by", "at")
INCIDENT = "incident"
"""The column that says which incident of a batch a correction is about."""
PARTED = " | "
"""What stands between the things that one correction is about: a bar, since names and claims have every other mark."""
LEAST = {
    JudgementKind.ACCEPT: 1,
    JudgementKind.REJECT: 1,
    JudgementKind.EDIT: 1,
    JudgementKind.MERGE: 2,
    JudgementKind.SPLIT: 1,
    JudgementKind.LINK: 2,
}
"""The kinds of a table, with how many things each is about at the least. Nothing in a dossier is rated yet."""


def corrections(table: Path) -> tuple[Judgement, ...]:
    """The judgements of a CSV table with the columns `COLUMNS`, in its order, the subjects as people wrote them.

    `at` is a day, or a day and time (UTC unless it says otherwise). Empty lines are passed over. Raises InputError with
    table and line for what is no correction: one that is misread would change what is counted without a word.
    """
    return tuple(_judgement(cells, place) for cells, place in _lines(table, COLUMNS, NEEDED))


def corrections_by_incident(table: Path) -> dict[str, tuple[Judgement, ...]]:
    """The same for a batch: by the column `INCIDENT`, which each line needs."""
    found: dict[str, list[Judgement]] = {}
    for cells, place in _lines(table, (INCIDENT, *COLUMNS), (INCIDENT, *NEEDED)):
        if not cells[INCIDENT]:
            raise InputError(f"{place}: “{INCIDENT}” is empty")
        found.setdefault(cells[INCIDENT], []).append(_judgement(cells, place))
    return {name: tuple(told) for name, told in found.items()}


def _lines(table: Path, columns: Sequence[str], needed: Sequence[str]) -> list[tuple[dict[str, str], str]]:
    """The lines of a table that are not empty, each with where it stands."""
    try:
        text = table.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{table}: could not be read ({(error.strerror or 'unknown error').lower()})") from None
    except UnicodeDecodeError:
        raise InputError(f"{table}: is no CSV table in UTF-8; save it again as “CSV UTF-8”") from None
    head = text.partition("\n")[0]
    parted = ";" if ";" in head and "," not in head else ","  # as spreadsheets of half of Europe save it
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=parted)
    try:
        names = [(name or "").strip() for name in rows.fieldnames or ()]
        wrong = sorted(set(names) - set(columns))
        lacking = [name for name in needed if name not in names]
        if wrong or lacking:
            told = (
                f"it has {', '.join(w or 'one without a name' for w in wrong)}"
                if wrong
                else f"“{lacking[0]}” is missing"
            )
            raise InputError(
                f"{table}: its columns must be {', '.join(columns)} (value and why may be left out); {told}"
            )
        rows.fieldnames = names
        found = []
        for row in rows:
            if None in row:
                raise InputError(f"{table}, line {rows.line_num}: has more cells than columns; quote cells with commas")
            cells = {name: (row.get(name) or "").strip() for name in columns}
            if any(cells.values()):
                found.append((cells, f"{table}, line {rows.line_num}"))
    except csv.Error as error:
        raise InputError(f"{table}: is no CSV table ({error})") from None
    return found


def _judgement(cells: dict[str, str], place: str) -> Judgement:
    for name in NEEDED:
        if not cells[name]:
            raise InputError(f"{place}: “{name}” is empty")
    kinds = {str(kind): kind for kind in LEAST}
    kind = kinds.get(cells["do"].lower())
    if kind is None:
        raise InputError(f"{place}: “do” is {', '.join(kinds)}, not “{cells['do']}”")
    subjects = tuple(part.strip() for part in cells["what"].split(PARTED.strip()) if part.strip())
    if len(subjects) < LEAST[kind]:
        raise InputError(f"{place}: to {kind} takes two things or more, with “{PARTED.strip()}” between them")
    if (kind is JudgementKind.EDIT) != bool(cells["value"]):
        told = "takes a “value”" if kind is JudgementKind.EDIT else "takes no “value”; to set one, “do” is edit"
        raise InputError(f"{place}: to {kind} {told}")
    return Judgement(
        kind=kind,
        subjects=subjects,
        by=cells["by"],
        at=_moment(cells["at"], place),
        why=cells["why"],
        value=cells["value"] or None,
    )


def _moment(told: str, place: str) -> str:
    """In one form, so that the order of the texts is the order in time."""
    try:
        if len(told) <= 10:
            moment = datetime.combine(date.fromisoformat(told), datetime.min.time(), UTC)
        else:
            moment = datetime.fromisoformat(told)
            moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise InputError(
            f"{place}: “at” is a day such as 2025-10-12, or a day and time such as 2025-10-12T16:30, not “{told}”"
        ) from None
    return moment.isoformat()
