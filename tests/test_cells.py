"""The sheet of cells: what is drawn stays, the words shown stand in their context, and a judged sheet gives shares."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

EVAL = Path(__file__).resolve().parent.parent / "eval"
sys.path.insert(0, str(EVAL))

import cells  # noqa: E402

from sayso import batch  # noqa: E402
from sayso.codebooks import load  # noqa: E402
from sayso.reconcile.record import record  # noqa: E402

TEXT = "Marlo Quill, 34, was shot and killed Monday night in Springfield, Illinois, police said."


def incidents() -> list[batch.Incident]:
    line = {"id": "1", "incident": "a", "published": "2016-07-05", "title": "Man killed", "text": TEXT}
    return [one for one in batch.read_incidents([json.dumps(line)]) if isinstance(one, batch.Incident)]


def test_only_cells_with_a_value_are_drawn_of_incidents_and_of_people() -> None:
    found = list(cells.cells([record(incidents()[0].readings, incident="a")]))
    assert {"date", "person: age", "person: status"} <= {one.kind for one in found}
    assert all(one.cell.value is not None for one in found)


def test_a_seed_draws_the_same_cells_and_another_seed_others() -> None:
    every = list(cells.cells([record(incidents()[0].readings, incident="a")]))
    drawn = [(d.person, d.cell.field) for d in cells.drawn(every, 5, 1)]
    assert drawn == [(d.person, d.cell.field) for d in cells.drawn(reversed(every), 5, 1)]
    assert drawn != [(d.person, d.cell.field) for d in cells.drawn(every, 5, 2)]


def test_the_sheet_shows_the_words_in_their_context() -> None:
    sheet = "\n".join(cells.sheet(incidents(), load("shooting"), 100, 1))
    assert "[ ] a person: age = 34 of Marlo Quill (stated)" in sheet
    assert "Man killed Marlo Quill, [[34]] , was shot" in sheet
    assert "2016-07-05, Man killed" in sheet


def test_a_judged_sheet_gives_shares_and_kinds_of_failure() -> None:
    sheet = [
        "[y] a date = x (stated)",
        "[n other story] a date = x (stated)",
        "    y: date = 5",
        "[ ] b age = 3 (stated)",
    ]
    assert list(cells.figures(sheet)) == [
        "date: 1 of 2 (50.0%)",
        "all: 1 of 2 (50.0%)",
        "not supported: other story: 1",
    ]


def test_a_sheet_that_is_not_judged_says_so() -> None:
    assert "Nothing is judged" in next(cells.figures(["[ ] a date = x (stated)"]))


def test_a_verdict_that_is_neither_y_nor_n_is_refused() -> None:
    with pytest.raises(SystemExit, match="y or n"):
        list(cells.figures(["[maybe] a date = x (stated)"]))
