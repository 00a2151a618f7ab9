"""What sayso wrote itself is no coverage: it is passed over, and named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.ingest.own import OWN, is_own
from sayso.ingest.walk import Skipped, walk

ARTICLE = "“We closed the gate at six,” Orla Tremayne said. Two people were hurt, Harlow police said on Friday."
RUN = CliRunner()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    made = RUN.invoke(app, ["report", str(tmp_path), "-o", str(tmp_path / "dossier")])
    assert made.exit_code == 0, made.output
    (tmp_path / "shown.log").write_text(made.stdout, encoding="utf-8")
    return tmp_path


def test_a_second_report_on_a_folder_skips_what_the_first_one_wrote(folder: Path) -> None:
    out = folder / "dossier"
    again = RUN.invoke(app, ["report", str(folder), "-o", str(out)])
    assert again.exit_code == 0, again.output
    assert [one["name"] for one in json.loads((out / "dossier.json").read_text("utf-8"))["documents"]] == [
        "article.txt"
    ]
    for name in ("dossier.html", "dossier.json", "claims.csv", "record.csv", "record.json"):
        assert f"{out / name}: not read, {OWN}" in again.stderr
    assert f"{folder / 'shown.log'}: not read, {OWN}" in again.stderr


def test_what_sayso_wrote_is_passed_over_where_it_is_named_too(folder: Path) -> None:
    page = folder / "dossier" / "dossier.html"
    assert list(walk([page])) == [Skipped(name=str(page), reason=OWN)]


@pytest.mark.parametrize(
    "text",
    [
        '{"documents": [{"id": "a", "text": "Two people were hurt."}]}',
        '{"incident": "i1", "text": "Two people were hurt."}',
        "incident,people,disputed\n1,Quill,yes\n",
        '<html><head><meta name="generator" content="WordPress 6"></head></html>',
    ],
)
def test_files_of_others_that_look_alike_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / "a").write_text(text, encoding="utf-8")
    assert not is_own(tmp_path / "a")


def test_a_folder_with_nothing_to_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "logo.png").write_bytes(b"\x89PNG")
    result = RUN.invoke(app, ["report", str(tmp_path / "none"), str(tmp_path / "some"), "-o", str(tmp_path / "out")])
    assert result.exit_code == 3
    assert f"{tmp_path / 'none'}: the folder is empty" in result.stderr
    assert f"{tmp_path / 'some'}: nothing in the folder can be read (1 passed over)" in result.stderr


def test_the_table_that_tells_of_the_files_is_none_of_them(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    table = tmp_path / "about.csv"
    table.write_text("file,published\narticle.txt,2021-05-04\n", encoding="utf-8")
    result = RUN.invoke(app, ["read", str(tmp_path), "--about", str(table)])
    assert result.exit_code == 0, result.output
    assert f"{table}: not read, it is the table of --about" in result.stderr


def test_a_failure_names_the_file_with_its_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "blank.txt").write_text(" ", encoding="utf-8")
    result = RUN.invoke(app, ["read", str(tmp_path / "in")])
    assert result.exit_code == 3
    assert f"{tmp_path / 'in' / 'blank.txt'} is empty" in result.stderr


def test_a_table_whose_columns_are_not_known_is_read_by_the_names_that_are_given(tmp_path: Path) -> None:
    table = tmp_path / "log.csv"
    table.write_text(f'who,what\nHarlow police,"{ARTICLE}"\n', encoding="utf-8")
    unknown = RUN.invoke(app, ["read", str(table)])
    assert f"{table}: no column is known to hold the text (columns: who, what)" in unknown.stderr
    assert "--column text=NAME" in unknown.stderr
    named = RUN.invoke(app, ["read", str(table), "--column", "text=what", "--column", "publisher=who"])
    assert named.exit_code == 0, named.output
    assert "Tremayne" in named.stdout
    wrong = RUN.invoke(app, ["read", str(table), "--column", "body=what"])
    assert wrong.exit_code == 2
    assert "the fields are text, html, title" in wrong.stderr


def test_a_document_in_another_language_ends_with_status_1_and_is_told_on_the_page(tmp_path: Path) -> None:
    spanish = "Dos personas fueron heridas el martes por la noche cerca del puente, dijo la policía de la ciudad."
    (tmp_path / "nota.txt").write_text(spanish, encoding="utf-8")
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    result = RUN.invoke(app, ["report", str(tmp_path), "-o", str(tmp_path / "out")])
    told = "nota.txt: not in English but in Spanish, so it was not read for claims"
    assert result.exit_code == 1
    assert f"{told} [not-english]" in result.stderr
    assert told in (tmp_path / "out" / "dossier.html").read_text("utf-8")
    for name in ("dossier.json", "record.json"):
        found = json.loads((tmp_path / "out" / name).read_text("utf-8"))["cautions"]
        assert ("not-english", told) in [(one["code"], one["message"]) for one in found]
