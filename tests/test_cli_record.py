"""`sayso record`: one incident from files, many from JSON Lines."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso import batch
from sayso.cli import app

RUNNER = CliRunner()
TEXT = "SPRINGFIELD, Ill. — Marlo Quill, 34, was shot and killed Monday night in Springfield, police said."


def line(**told: object) -> str:
    return json.dumps({"id": "a", "incident": "i1", "published": "2016-07-05", "text": TEXT, **told}) + "\n"


def test_a_batch_gives_a_row_an_incident_and_names_its_bad_lines(tmp_path: Path) -> None:
    source, out = tmp_path / "docs.jsonl", tmp_path / "records.jsonl"
    lines = [line(), "not JSON\n", line(id="b", incident="i2"), line(id="c"), json.dumps({"id": "d", "text": "x"})]
    source.write_text("".join(lines), encoding="utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source), "-o", str(out)])
    rows = [json.loads(row) for row in out.read_text(encoding="utf8").splitlines()]
    assert [row["incident"] for row in rows] == ["i1", "i2"]
    assert rows[0]["date"] == "2016-07-04"
    assert rows[0]["participants"][0]["name"] == "Marlo Quill"
    assert rows[0]["participants"][0]["type"] == "Victim"
    assert result.exit_code == 1
    assert f"{source}, line 2: " in result.stderr
    assert f"{source}, line 5: " in result.stderr
    assert f"{source}: 2 lines were left out." in result.stderr


def test_an_incident_none_of_whose_lines_can_be_read_has_no_row_and_is_named(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    bad = [line(id="b", incident="i2", text=""), json.dumps({"id": "c", "incident": "i3"}) + "\n"]
    source.write_text("".join([line(), *bad, line(id="d", text=" ")]), encoding="utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source)])
    assert [json.loads(row)["incident"] for row in result.stdout.splitlines()] == ["i1"]
    told = [row for row in result.stderr.splitlines() if "has no row" in row]
    assert told == [
        f"{source}: incident “{name}” has no row, since its one line could not be read." for name in ("i2", "i3")
    ]


def test_a_date_in_the_future_or_of_long_ago_is_used_with_a_note(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(line(published="2999-01-02") + line(id="b", incident="i2", published="0216-07-05"), "utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source)])
    assert json.loads(result.stdout.splitlines()[0])["date"].startswith("299")
    assert f"{source}, line 1: its date of publication, 2999-01-02 lies in the future" in result.stderr
    assert f"{source}, line 2: its date of publication, 0216-07-05 is more than 50 years ago" in result.stderr
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    result = RUNNER.invoke(app, ["record", str(tmp_path / "a.txt"), "--published", "2999-01-02"])
    assert result.exit_code == 0
    assert result.stderr.startswith("--published: 2999-01-02 lies in the future")


def test_files_with_the_same_bytes_are_named_and_count_once(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.txt" for name in "abcdefgh"]
    for file in files:
        file.write_text(TEXT, encoding="utf8")
    result = RUNNER.invoke(app, ["record", *map(str, files)])
    assert (
        "8 files have the same bytes and are one document, a.txt: also b.txt, c.txt, d.txt, e.txt, f.txt and 2 more"
        in result.stderr
    )


def test_a_title_that_the_text_lacks_is_read_too(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(line(title="Two killed in Springfield", text="Police are at the scene."), encoding="utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source)])
    assert json.loads(result.stdout)["killed"] == 2


def test_files_give_one_record_with_all_its_words(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf8")
    result = RUNNER.invoke(app, ["record", str(file), "--published", "2016-07-05"])
    told = json.loads(result.stdout)
    killed = next(c for c in told["cells"] if c["field"] == "killed")
    assert killed["value"] == "1"
    assert killed["said"][0]["span"]["exact"] in TEXT


def test_csv_has_the_codebooks_own_columns(tmp_path: Path) -> None:
    file, book = tmp_path / "a.txt", tmp_path / "mine.yaml"
    file.write_text(TEXT, encoding="utf8")
    book.write_text("codebook: mine\nlabel: mine\nfields:\n  - {name: date, label: day, type: date}\n", encoding="utf8")
    options = ["--published", "2016-07-05", "--format", "csv", "--codebook", str(book)]
    result = RUNNER.invoke(app, ["record", str(file), *options])
    rows = list(csv.reader(result.stdout.splitlines()))
    assert rows[0] == ["incident", "date", "people", "others", "disputed", "judged"]
    assert rows[1][1] == "2016-07-04"


def test_what_cannot_be_meant_is_refused(tmp_path: Path) -> None:
    assert RUNNER.invoke(app, ["record"]).exit_code == 2
    assert RUNNER.invoke(app, ["record", "x", "--jsonl", "y"]).exit_code == 2
    assert RUNNER.invoke(app, ["record", "x", "--format", "pdf"]).exit_code == 2
    assert RUNNER.invoke(app, ["record", "x", "--codebook", str(tmp_path / "none.yaml")]).exit_code == 2


def test_what_an_earlier_run_wrote_is_kept_until_the_new_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, out = tmp_path / "docs.jsonl", tmp_path / "records.jsonl"
    source.write_text(line() + line(id="b", incident="i2"), encoding="utf8")
    out.write_text("earlier\n", encoding="utf8")
    whole = batch.read_incidents

    def stopped(lines: Iterable[str]) -> Iterator[batch.Incident | batch.Bad]:
        yield next(iter(whole(lines)))
        raise KeyboardInterrupt

    monkeypatch.setattr(batch, "read_incidents", stopped)
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source), "-o", str(out)])
    assert result.exit_code == 130
    assert out.read_text(encoding="utf8") == "earlier\n"
    part = tmp_path / "records.jsonl.part"
    assert json.loads(part.read_text(encoding="utf8"))["incident"] == "i1"
    assert f"What was made until then is in {part}; {out} is as it was." in result.stderr
    monkeypatch.setattr(batch, "read_incidents", whole)
    assert RUNNER.invoke(app, ["record", "--jsonl", str(source), "-o", str(out)]).exit_code == 0
    assert [json.loads(row)["incident"] for row in out.read_text(encoding="utf8").splitlines()] == ["i1", "i2"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["docs.jsonl", "records.jsonl"]


def test_a_batch_that_cannot_be_read_at_all_leaves_what_an_earlier_run_wrote(tmp_path: Path) -> None:
    out = tmp_path / "records.jsonl"
    out.write_text("earlier\n", encoding="utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(tmp_path / "none.jsonl"), "-o", str(out)])
    assert result.exit_code == 3
    assert [(one.name, one.read_text(encoding="utf8")) for one in tmp_path.iterdir()] == [(out.name, "earlier\n")]


def test_half_a_character_in_an_id_or_incident_is_a_bad_line_and_ends_no_batch(tmp_path: Path) -> None:
    source, out = tmp_path / "docs.jsonl", tmp_path / "records.jsonl"
    source.write_text(line(id="\ud800") + line(id="b", incident="\udfff") + line(id="c", title="\ud800 Shot"), "utf8")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source), "-o", str(out)])
    assert result.exit_code == 1
    assert "line 1: its “id” holds half of a character" in result.stderr
    assert "line 2: its “incident” holds half of a character" in result.stderr
    assert len(out.read_text(encoding="utf8").splitlines()) == 1


def corrections(folder: Path, head: str, *lines: str) -> str:
    table = folder / "corrections.csv"
    table.write_text("\n".join((head, *lines, "")), encoding="utf8")
    return str(table)


def test_what_people_decided_goes_into_the_row_of_its_incident_alone(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(line() + line(id="b", incident="i2"), encoding="utf8")
    table = corrections(
        tmp_path,
        "incident,do,what,value,by,at",
        "i2,edit,record: killed,3,Ana Quill,2025-10-20",
        "i2,reject,person: Dario Tarn,,Ana Quill,2025-10-20",
        "i9,accept,record,,Ana Quill,2025-10-20",
    )
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source), "--corrections", table])
    assert [json.loads(row)["killed"] for row in result.stdout.splitlines()] == [1, 3]
    assert "incident “i2”: not followed: Ana Quill rejected Dario Tarn" in result.stderr
    assert "not followed: the corrections of incident “i9”" in result.stderr


def test_a_record_of_files_takes_corrections_without_incidents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf8")
    table = corrections(tmp_path, "do,what,value,by,at", "edit,person: Marlo Quill: age,35,Ana Quill,2025-10-20")
    result = RUNNER.invoke(app, ["record", str(tmp_path / "a.txt"), "--corrections", table, "--format", "rows"])
    assert json.loads(result.stdout)["participants"][0]["age"] in {35, "35"}


def test_a_batch_needs_to_know_which_incident_a_correction_is_about(tmp_path: Path) -> None:
    source = tmp_path / "docs.jsonl"
    source.write_text(line(), encoding="utf8")
    table = corrections(tmp_path, "do,what,value,by,at", "accept,record,,Ana Quill,2025-10-20")
    result = RUNNER.invoke(app, ["record", "--jsonl", str(source), "--corrections", table])
    assert result.exit_code == 2
    assert "“incident” is missing" in result.stderr
