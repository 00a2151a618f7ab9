"""A codebook of the user's own, written from docs/codebooks.md alone, from the command line to the page."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli import app

RUN = CliRunner()
CRASH = """
codebook: crash
label: Crash on a road

fields:
  - {name: date, label: the day, type: date}
  - {name: state, label: the state, type: place, part: state}
  - {name: dead, label: the dead, type: count, filled_by: [killed]}
  - name: vehicles
    label: vehicles that collided
    type: count
    counted: [cars, vehicles, trucks]
    propose: largest
  - name: cause
    label: what led to it
    type: choice
    words:
      weather: [fog, ice, icy, snow*]
      ice: [black ice, icy bridge*]
      driver: [texting, drunk*, asleep]
    definitions: {ice: the road itself was frozen}
    refines: {ice: weather}
    excludes: [[driver, weather], [driver, ice]]
  - name: damage
    label: damage
    scale: damage
    propose: largest
  - {name: helicopter, label: rescue by air, silent: whether a helicopter flew, words: {flown: [airlift*, helicopter*]}}

scales:
  damage:
    - {grade: 0, name: dents, words: [dent*]}
    - {grade: 1, name: burnt out, words: [burn* out, burst into flames]}
"""
TEXT = (
    "BOISE, Idaho — Two people were killed on Saturday when cars collided on an icy bridge near Boise, police said.\n\n"
    "Some 10 to 12 vehicles were in the crash, Trooper Ana Brock said. A driver said that at least 8 cars slid.\n\n"
    "The fog was thick. One truck burst into flames, and others had dents."
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    book, article = tmp_path / "crash.yaml", tmp_path / "a.txt"
    book.write_text(CRASH, encoding="utf8")
    article.write_text(TEXT, encoding="utf8")
    return book, article


def cells(told: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {c["field"]: c for c in told["cells"]}


def test_record_fills_every_type_of_field_of_a_users_codebook(files: tuple[Path, Path]) -> None:
    book, article = files
    result = RUN.invoke(app, ["record", str(article), "--published", "2016-01-11", "--codebook", str(book)])
    told = cells(json.loads(result.stdout))
    values = {name: cell["value"] for name, cell in told.items()}
    assert values == {
        "date": "2016-01-09",
        "state": "Idaho",
        "dead": "2",
        "vehicles": "10..12",
        "cause": "ice",
        "damage": "burnt out",
        "helicopter": None,
    }
    assert told["vehicles"]["state"] == "disputed"
    assert told["cause"]["state"] == "stated"
    assert told["helicopter"]["state"] == "silent"


def test_report_takes_a_users_codebook_and_shows_what_a_choice_means(files: tuple[Path, Path], tmp_path: Path) -> None:
    book, article = files
    options = ["--published", "2016-01-11", "--codebook", str(book), "-o", str(tmp_path / "out")]
    result = RUN.invoke(app, ["report", str(article), *options])
    assert result.exit_code == 0, result.output
    assert "The record follows the codebook crash." in result.stdout
    page = (tmp_path / "out" / "dossier.html").read_text(encoding="utf8")
    assert "Crash on a road" in page
    assert "the road itself was frozen" in page
    heading = next(csv.reader((tmp_path / "out" / "record.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert heading[1:8] == ["date", "state", "dead", "vehicles", "cause", "damage", "helicopter"]


def test_report_says_which_codebook_fits(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A man was shot and killed Monday in Springfield, Ill., police said.", encoding="utf8")
    result = RUN.invoke(app, ["report", str(article), "--published", "2016-07-05", "-o", str(tmp_path / "out")])
    assert "The record follows the codebook shooting, which fits; --codebook takes another." in result.stdout
    assert json.loads((tmp_path / "out" / "record.json").read_text(encoding="utf8"))["codebook"] == "shooting"
    assert json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf8"))["codebook"] == "shooting"


def test_report_refuses_a_codebook_that_is_none(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("A man was shot.", encoding="utf8")
    result = RUN.invoke(app, ["report", str(article), "--codebook", "no_such_book"])
    assert result.exit_code == 2
    assert "no_such_book" in result.stderr
