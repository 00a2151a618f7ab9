"""The command line: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso import batch, settings
from sayso.cli import app
from sayso.model import Document

STATEMENT = "“We closed the gate at six,” Orla Tremayne said. She added that nobody was on the bridge on Friday."
RUN = CliRunner()


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(STATEMENT, encoding="utf-8")
    return file


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_help_names_the_commands() -> None:
    result = RUN.invoke(app, ["--help"])
    assert result.exit_code == 0
    assert "report" in result.stdout
    assert "read" in result.stdout


def test_version() -> None:
    result = RUN.invoke(app, ["--version"])
    assert result.exit_code == 0
    assert result.stdout.startswith("sayso ")


def test_help_loads_nothing_heavy() -> None:
    heavy = ["spacy", "numpy", "lxml", "trafilatura", "jinja2", "onnxruntime", "yaml"]
    code = f"import sys, sayso, sayso.cli; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_read_shows_who_says_what(article: Path) -> None:
    result = RUN.invoke(app, ["read", str(article)])
    assert result.exit_code == 0, result.output
    assert "Tremayne" in result.stdout
    assert result.stderr == ""


def test_read_json_holds_exact_spans(article: Path) -> None:
    result = RUN.invoke(app, ["read", "--json", str(article)])
    assert result.exit_code == 0, result.output
    (reading,) = json.loads(result.stdout)
    text = reading["document"]["text"]
    spans = [span for one in reading["attributions"] for span in one["content"]]
    assert spans
    assert all(text[span["start"] : span["end"]] == span["exact"] for span in spans)


def test_read_writes_to_a_file(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    result = RUN.invoke(app, ["read", "--json", "-o", str(out), str(article)])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert json.loads(out.read_text(encoding="utf-8"))


def test_published_resolves_times(article: Path) -> None:
    result = RUN.invoke(app, ["read", "--json", "--published", "2025-09-14", str(article)])
    (reading,) = json.loads(result.stdout)
    assert [time["start"] for time in reading["times"]] == ["2025-09-12"]


def test_a_bad_file_is_named_and_the_rest_is_read(article: Path, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["read", str(tmp_path / "missing.txt"), str(article)])
    assert result.exit_code == 1
    assert "missing.txt" in result.stderr
    assert "Traceback" not in result.output
    assert "Tremayne" in result.stdout


def test_an_address_is_not_fetched(article: Path) -> None:
    result = RUN.invoke(app, ["read", "https://www.ledger.example/a", str(article)])
    assert result.exit_code == 1
    assert "https://www.ledger.example/a: sayso fetches nothing" in result.stderr


def test_a_document_over_its_time_is_ended_and_the_rest_is_read(
    article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "page.html"
    page.write_text("<article>" + f"<p>{STATEMENT} Nobody else was there.</p>" * 30_000, encoding="utf-8")
    monkeypatch.setattr(settings, "LIMITS", settings.Limits(max_seconds=1.0))
    result = RUN.invoke(app, ["read", str(page), str(article)])
    assert result.exit_code == 1
    assert "page.html: reading it took more than 1 seconds" in result.stderr
    assert "Tremayne" in result.stdout


def test_a_folder_is_read_with_what_is_in_it(article: Path, tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    result = RUN.invoke(app, ["read", str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert "Tremayne" in result.stdout
    assert ".hidden: not read, hidden" in result.stderr


def test_no_readable_file_means_no_dossier(tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    result = RUN.invoke(app, ["report", str(tmp_path / "missing.txt"), "-o", str(out)])
    assert result.exit_code == 3
    assert not out.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ["read"],
        ["read", "FILE", "--published", "last Friday"],
        ["read", "FILE", "--published", "2025-13-01"],
        ["read", "FILE", "--jsonl", "lines.jsonl"],
        ["read", "FILE", "--about", "FILE"],
        ["read", "--jsonl", "lines.jsonl", "--json"],
        ["report", "FILE", "--organisations", "FILE"],
        ["report"],
        ["tell"],
    ],
)
def test_a_wrong_command_line_is_status_2(wrong: list[str], article: Path) -> None:
    result = RUN.invoke(app, [str(article) if word == "FILE" else word for word in wrong])
    assert result.exit_code == 2, result.output
    assert result.stderr.strip()
    assert "Traceback" not in result.output


def test_report_writes_the_dossier(article: Path, tmp_path: Path) -> None:
    out = tmp_path / "deep" / "dossier"
    result = RUN.invoke(app, ["report", str(article), "--published", "2025-09-14", "-o", str(out)])
    assert result.exit_code == 0, result.output
    assert {file.name for file in out.iterdir()} == {
        "dossier.html",
        "dossier.json",
        "claims.csv",
        "record.json",
        "record.csv",
    }
    assert "dossier.html" in result.stdout
    dossier = json.loads((out / "dossier.json").read_text(encoding="utf-8"))
    assert dossier["documents"][0]["text"] == STATEMENT


def test_a_folder_that_cannot_be_written_is_status_3(article: Path) -> None:
    result = RUN.invoke(app, ["report", str(article), "-o", str(article / "below")])
    assert result.exit_code == 3
    assert "could not be written" in result.stderr


def test_batch_keeps_order_and_offsets(tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl"
    wrapped = "\ufeffA statement:\n\nThe sheriff said the road\nwas closed. 𝄞 “It is ice,” he said."
    file.write_text(
        lines({"id": "b", "text": wrapped, "published": "2025-09-14"}, {"id": 7, "text": STATEMENT}), "utf-8"
    )
    result = RUN.invoke(app, ["read", "--jsonl", str(file)])
    assert result.exit_code == 0, result.output
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["id"], second["id"]) == ("b", 7)
    said = [wrapped[start:end] for one in first["attributions"] for start, end in one["content"]]
    assert "“It is ice,”" in said
    assert second["attributions"][0]["agent"] == "Orla Tremayne"


def test_batch_names_bad_lines_and_goes_on(tmp_path: Path) -> None:
    rows = [
        "no json at all\n",
        "[1, 2]\n",
        '{"text": "no id"}\n',
        '{"id": 1}\n',
        '{"id": 2, "text": 5}\n',
        '{"id": 3, "text": "x", "published": "some day"}\n',
        "\n",
        lines({"id": 4, "text": STATEMENT}),
        lines({"id": 4, "text": STATEMENT}),
        "[" * 100_000 + "\n",
        lines({"id": 5, "text": STATEMENT}),
    ]
    file = tmp_path / "lines.jsonl"
    file.write_text("".join(rows), encoding="utf-8")
    result = RUN.invoke(app, ["read", "--jsonl", str(file)])
    assert result.exit_code == 1
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [4, 5]
    named = [line.split(":")[0] for line in result.stderr.splitlines() if ", line " in line]
    assert named == [f"{file}, line {number}" for number in (1, 2, 3, 4, 5, 6, 9, 10)]


DAMAGED = [b"\x1f\x8b\x08\x00", gzip.compress(b"x" * 99)[:20], gzip.compress(b"ab")[:10] + b"\xff" * 40]


@pytest.mark.parametrize("data", DAMAGED)
def test_a_damaged_batch_is_named_with_the_way_out(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "lines.jsonl.gz"
    file.write_bytes(data)
    result = RUN.invoke(app, ["read", "--jsonl", str(file)])
    assert result.exit_code == 3
    assert f"{file}: is damaged or breaks off in the middle; get the file again" in result.stderr


@pytest.mark.parametrize(("where", "why"), [("taken", "a file has that name"), ("taken/x", "is a file and no folder")])
def test_a_folder_that_cannot_be_made_is_told_before_anything_is_read(
    where: str, why: str, article: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("x", encoding="utf-8")
    monkeypatch.setattr("sayso.read.read", lambda *_, **__: pytest.fail("a document was read"))
    result = RUN.invoke(app, ["report", str(article), "-o", str(tmp_path / where)])
    assert result.exit_code == 3
    assert why in result.stderr
    assert "name another" in result.stderr


def test_a_missing_batch_is_named(tmp_path: Path) -> None:
    result = RUN.invoke(app, ["read", "--jsonl", str(tmp_path / "none.jsonl")])
    assert result.exit_code == 3
    assert "none.jsonl" in result.stderr


def test_batch_reads_standard_input() -> None:
    result = RUN.invoke(app, ["read", "--jsonl", "-"], input=lines({"id": "a", "text": "README.md"}))
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"id": "a", "attributions": [], "nested": []}


def test_a_table_completes_what_files_do_not_say(article: Path, tmp_path: Path) -> None:
    table = tmp_path / "about.csv"
    table.write_text("file,published,publisher,title,url\narticle.txt,2025-09-14,The Evening Ledger,,\n", "utf-8")
    (document,) = batch.load(article, batch.about(table)["article.txt"])
    assert isinstance(document, Document)
    assert document.publisher == "The Evening Ledger"
    assert dict(document.provenance)["publisher"] == "given"


@pytest.mark.parametrize("table", ["file,colour\na.txt,red\n", "name\na.txt\n", "file,published\na.txt,soon\n", ""])
def test_a_wrong_table_is_refused(table: str, article: Path, tmp_path: Path) -> None:
    file = tmp_path / "about.csv"
    file.write_text(table, encoding="utf-8")
    result = RUN.invoke(app, ["read", str(article), "--about", str(file)])
    assert result.exit_code == 2
    assert "about.csv" in result.stderr


def test_a_line_that_is_not_utf_8_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = tmp_path / "lines.jsonl"
    lines.write_bytes(b'{"id": 1, "text": "\xff"}\n{"id": 2, "text": "Police said a man ran."}\n')
    result = RUN.invoke(app, ["read", "--jsonl", str(lines)])
    assert "line 1" in result.stderr
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == [2]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_file_whose_name_is_not_utf8_is_reported_like_any_other(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"bad\xff.txt")
    file.write_text(STATEMENT, encoding="utf-8")
    result = RUN.invoke(app, ["report", str(file), "-o", str(tmp_path / "out")])
    assert result.exit_code == 0, result.output
    (document,) = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))["documents"]
    assert document["name"] == "bad\ufffd.txt"
