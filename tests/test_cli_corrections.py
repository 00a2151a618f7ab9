"""Corrections, as a coder gives them: what they change, what is told of them, and how long they last."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli import app

RUN = CliRunner()
ONE = (
    "Two people were shot at the Marlow pier on Friday. Karl Ode, 34, died at the scene, police said. "
    "“The gate was open,” Ida Pell said. “I heard three shots,” Lou Marsh said."
)
TWO = "Police in Marlow said on Sunday that the pier stays closed. “It was a quiet place,” Ida Pell said."
HEAD = "do,what,value,by,at,why\n"


@pytest.fixture
def coverage(tmp_path: Path) -> Path:
    folder = tmp_path / "coverage"
    folder.mkdir()
    (folder / "one.txt").write_text(ONE, encoding="utf-8")
    return folder


def report(coverage: Path, *tables: str) -> tuple[Any, dict[str, Any], dict[str, Any], str]:
    given = []
    for number, lines in enumerate(tables):
        file = coverage.parent / f"corrections-{number}.csv"
        file.write_text(HEAD + lines, encoding="utf-8")
        given += ["--corrections", str(file)]
    out = coverage.parent / "out"
    done = RUN.invoke(
        app, ["report", str(coverage), "--codebook", "shooting", "--published", "2025-10-12", *given, "-o", str(out)]
    )
    read = {name: (out / name).read_text(encoding="utf-8") for name in ("dossier.json", "record.json", "dossier.html")}
    return done, json.loads(read["dossier.json"]), json.loads(read["record.json"]), read["dossier.html"]


def cell(record: dict[str, Any], field: str) -> dict[str, Any]:
    return next(c for c in record["cells"] if c["field"] == field)


def test_a_cell_that_is_set_says_by_whom_and_goes_into_the_row(coverage: Path) -> None:
    done, _, record, page = report(coverage, "edit,record: killed,2,Ana Quill,2025-10-20,the second died\n")
    assert done.exit_code == 0, done.output
    assert cell(record, "killed")["value"] == "2"
    assert cell(record, "killed")["state"] == "judged"
    assert "Ana Quill on 2025-10-20" in cell(record, "killed")["rule"]
    assert "the second died" in page[page.index('id="decided"') :]
    with (coverage.parent / "out" / "record.csv").open(encoding="utf-8-sig", newline="") as file:
        row = next(csv.DictReader(file))
    assert (row["killed"], row["judged"]) == ("2", "killed")


def test_a_participant_is_added_and_another_taken_out(coverage: Path) -> None:
    added = (
        "edit,person: Bo Rask: role,victim,Ana,2025-10-20,\nedit,person: Bo Rask: age,40,Ana,2025-10-20,\n"
        "edit,person: Abel Tor: role,suspect,Ana,2025-10-20,\n"
    )
    people = report(coverage, added)[2]["people"]
    names = [one["cells"][0]["value"] for one in people]
    assert names[-2:] == ["Bo Rask", "Abel Tor"]
    out = "".join(f"reject,person: {name},,Ana,2025-10-21,\n" for name in names if name != "Bo Rask")
    record = report(coverage, added + out)[2]
    assert [{c["field"]: c["value"] for c in one["cells"]} for one in record["people"]] == [
        {"name": "Bo Rask", "age": "40", "role": "victim"}
    ]


def test_a_rejected_claim_and_a_merger_lower_the_count(coverage: Path) -> None:
    whole = report(coverage)[1]["overall"]["independent"]
    rejected = report(coverage, "reject,I heard three shots,,Bo,2025-10-20,\n")[1]["overall"]["independent"]
    merged = report(coverage, "merge,Ida Pell | Lou Marsh,,Bo,2025-10-20,\n")[1]["overall"]["independent"]
    linked = report(coverage, "link,Ida Pell | Lou Marsh,,Bo,2025-10-20,\n")[1]["overall"]["independent"]
    assert rejected[1] == merged[1] == linked[1] == whole[1] - 1


def test_corrections_last_when_documents_come_or_change(coverage: Path) -> None:
    lines = "merge,Ida Pell | Lou Marsh,,Bo,2025-10-20,\nedit,record: injured,1,Bo,2025-10-20,\n"
    (coverage / "two.txt").write_text(TWO, encoding="utf-8")
    (coverage / "one.txt").write_text("Marlow, on Sunday. " + ONE, encoding="utf-8")
    done, dossier, record, _ = report(coverage, lines)
    assert "not followed" not in done.output
    assert len({"Ida Pell", "Lou Marsh"} & {a["name"] for a in dossier["agents"]}) == 1
    assert cell(record, "injured")["value"] == "1"


def test_of_two_coders_the_later_holds_and_the_page_says_whom_it_overtook(coverage: Path) -> None:
    first = "edit,record: killed,2,Ana,2025-10-20,\n"
    _, _, record, page = report(coverage, "edit,record: killed,3,Bo,2025-10-21,\n" + first, first)
    assert cell(record, "killed")["value"] == "3"
    assert page.count("overtaken by Bo on 2025-10-21") == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("reject,no such words,,Ana,2025-10-20,\n", "nothing here is called “no such words”"),
        ("edit,record: kiled,2,Ana,2025-10-20,\n", "“kiled” is no field"),
        ("edit,record: killed,two,Ana,2025-10-20,\n", "is a number such as 2"),
        ("edit,record: date,Friday,Ana,2025-10-20,\n", "is a day such as"),
        ("reject,person: Nobody,,Ana,2025-10-20,\n", "nobody of the record is called Nobody"),
        ("edit,person: Karl Ode: age,old,Ana,2025-10-20,\n", "an age is a number"),
        ("edit,person: Karl Ode: role,hero,Ana,2025-10-20,\n", "a role is one of"),
        ("edit,person: Karl Ode: status,Dead,Ana,2025-10-20,\n", "a status is Killed"),
    ],
)
def test_what_cannot_be_followed_is_named_in_terminal_and_page(line: str, told: str, coverage: Path) -> None:
    done, _, record, page = report(coverage, line)
    assert told in " ".join(done.output.split())
    assert "not followed" in page
    assert "judged" not in {c["state"] for c in record["cells"]}


def test_a_table_that_is_wrong_ends_before_anything_is_read(coverage: Path) -> None:
    file = coverage.parent / "wrong.csv"
    file.write_text(HEAD + "delete,x,,Ana,2025-10-20,\n", encoding="utf-8")
    done = RUN.invoke(app, ["report", str(coverage), "--corrections", str(file)])
    assert done.exit_code == 2
    assert "line 2" in done.output


def test_columns_that_list_persons_or_ages_follow_what_is_decided_of_persons(coverage: Path) -> None:
    text = "SPRINGFIELD, Ill. — Marlo Quill, 34, was shot and killed Friday night in Springfield, police said."
    (coverage / "one.txt").write_text(text, encoding="utf-8")
    lines = (
        "edit,person: Bo Tarn: role,victim,Ana Quill,2025-10-20,\n"
        "edit,person: Bo Tarn: age,50,Ana Quill,2025-10-20,\n"
        "edit,person: Marlo Quill: age,35,Ana Quill,2025-10-20,\n"
    )
    _, _, before, _ = report(coverage)
    assert (cell(before, "victim_name")["value"], cell(before, "age")["value"]) == ("Marlo Quill", "34")
    _, _, record, _ = report(coverage, lines)
    assert cell(record, "victim_name")["value"] == "Marlo Quill; Bo Tarn"
    assert sorted(cell(record, "age")["value"].split("; ")) == ["35", "50"]
    assert cell(record, "age")["rule"] == "follows what people decided of persons, instead of “34”"
    _, _, record, _ = report(coverage, "reject,person: Marlo Quill,,Ana Quill,2025-10-20,\n")
    assert cell(record, "victim_name")["value"] is None
    assert cell(record, "victim_name")["said"], "the words stay"
    _, _, record, _ = report(coverage, lines + "edit,record: victim_name,Marlow Quill,Ana Quill,2025-10-21,\n")
    assert cell(record, "victim_name")["value"] == "Marlow Quill"


def test_the_head_of_the_page_says_by_whom_it_is_corrected_and_what_could_not_be_followed(coverage: Path) -> None:
    lines = "edit,record: killed,2,Ana Quill,2025-10-20,\nreject,Nobody Here,,Bo Orr,2025-10-21,\n"
    _, _, _, page = report(coverage, lines)
    head = page[page.index("<header") : page.index("</header>")]
    assert "Corrected by <bdi>Ana Quill</bdi>, <bdi>Bo Orr</bdi>" in head
    assert '<a href="#decided">2 corrections, 1 not followed</a>' in head
    _, _, _, page = report(coverage)
    assert "Corrected by" not in page


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("edit,person: Bo Rask: age,40,Ana,2025-10-20,", "Whoever is missing is added by a role"),
        ("split,Ida Pell | Lou Marsh,,Ana,2025-10-20,", "they are two already"),
    ],
)
def test_what_would_change_nothing_or_add_somebody_by_mistake_is_not_followed(
    coverage: Path, line: str, why: str
) -> None:
    done, _, _, page = report(coverage, line + "\n")
    assert why in done.stderr
    assert why in page


def test_some_words_of_a_name_mean_its_one_bearer(coverage: Path) -> None:
    _, _, record, _ = report(coverage, "edit,person: Ode: age,35,Ana,2025-10-20,\n")
    ages = [c["value"] for p in record["people"] for c in p["cells"] if c["field"] == "age"]
    assert ages == ["35"]


def test_a_table_beside_the_documents_is_no_coverage_and_may_have_semicolons(coverage: Path) -> None:
    table = coverage / "corrections.csv"
    table.write_text("do;what;value;by;at\nEdit;Record: killed;2;Ana;2025-10-20\n", encoding="utf-8")
    out = coverage.parent / "out"
    done = RUN.invoke(
        app, ["report", str(coverage), "--codebook", "shooting", "--corrections", str(table), "-o", str(out)]
    )
    assert done.exit_code == 0, done.output
    assert "it is the table of --corrections" in done.stderr
    record = json.loads((out / "record.json").read_text(encoding="utf-8"))
    assert cell(record, "killed")["value"] == "2"
