"""The table of claims."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import CueType, Dependence, Reason
from sayso.report.tables import COLUMNS, cell, claims_csv
from tests.report.builders import empty
from tests.report.ferry import ferry


def table() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(claims_csv(ferry()), newline="")))


def test_every_claim_has_a_row() -> None:
    rows = table()
    assert [r["claim_id"] for r in rows] == [c.id for c in ferry().claims]
    assert tuple(rows[0]) == COLUMNS


def test_offsets_and_characters_agree_with_the_document() -> None:
    texts = {d.id: d.text for d in ferry().documents}
    for row in table():
        text = texts[row["document_id"]]
        start, end = int(row["start"]), int(row["end"])
        told = row["exact"].removeprefix("'")
        assert text[start:end] == told
        assert text[:start].endswith(row["prefix"].removeprefix("'"))


def test_a_nested_chain_is_told_from_the_outside_in() -> None:
    row = next(r for r in table() if "broken wrist" in r["claim"])
    assert row["chain"].endswith("Nadia Okonkwo-Brandt > “a senior port police source”")
    assert row["origin"] == "“a senior port police source”"
    assert row["component"] == "A"
    assert row["basis"] == "unnamed"


def test_what_nobody_is_credited_with_has_no_component() -> None:
    row = table()[0]
    assert (row["origin"], row["basis"], row["component"]) == ("unstated", "unstated", "")


def test_denials_are_told_from_assertions() -> None:
    assert {r["claim"] for r in table() if r["denies"]} == {
        "The forklift was standing still",
        "It was parked when they started shooting.",
    }


@given(st.sampled_from("=+-@＝＋－＠|%"), st.text(max_size=20), st.sampled_from(["", " ", "\t", "\r\n", "\u00a0"]))
@settings(deadline=None)
def test_no_cell_is_a_formula(first: str, rest: str, before: str) -> None:
    assert cell(f"{before}{first}{rest}").startswith("'")


def test_direction_controls_are_in_no_cell_but_the_documents_own_characters() -> None:
    assert cell("an \u2068Ana Quill\u2069 \u202eno\u202c") == "an Ana Quill no"
    assert cell("\u2066=1+1\u2069") == "'=1+1"
    assert cell("\u200b=1+1").startswith("'")
    assert cell("\u2068Ana\u2069", as_it_is=True) == "\u2068Ana\u2069"


def test_numbers_stay_numbers() -> None:
    assert cell(-3) == "-3"
    assert cell("plain") == "plain"


def test_an_empty_dossier_has_a_header_alone() -> None:
    assert claims_csv(empty()) == ",".join(COLUMNS) + "\r\n"


def test_every_column_is_documented() -> None:
    told = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text("utf-8")
    for column in COLUMNS:
        assert f"`{column}`" in told, column


def test_a_voice_that_denies_what_another_says_is_not_taken_to_say_it() -> None:
    dossier = ferry()
    denial = next(a for a in dossier.attributions if a.id == "t7")
    drove = next(s for s in dossier.supports if s.claim == "claim-007")
    other = replace(
        drove,
        voice="harbours",
        origin="o-harbours",
        chain=("courier", "harbours"),
        attributions=("t7",),
        by_reference=True,
    )
    dossier = replace(
        dossier,
        attributions=tuple(replace(a, cue_type=CueType.DENIES) if a is denial else a for a in dossier.attributions),
        supports=(*dossier.supports, other),
    )
    rows = csv.DictReader(io.StringIO(claims_csv(dossier), newline=""))
    assert [(r["voice"], r["denies"]) for r in rows if r["claim_id"] == "claim-007"] == [
        ("Port Ellery Police", ""),
        ("Department of Harbours", "yes"),
    ]


def test_what_is_confirmed_by_reference_is_marked() -> None:
    dossier = ferry()
    drove = next(s for s in dossier.supports if s.claim == "claim-007")
    other = replace(
        drove,
        voice="harbours",
        origin="o-harbours",
        chain=("courier", "harbours"),
        attributions=("t7",),
        by_reference=True,
    )
    rows = csv.DictReader(io.StringIO(claims_csv(replace(dossier, supports=(*dossier.supports, other))), newline=""))
    assert [r["by_reference"] for r in rows if r["claim_id"] == "claim-007"] == ["", "yes"]


def test_numbers_are_columns_of_their_own() -> None:
    dossier = ferry()
    counted = {a.subject: a for a in dossier.assessments}
    for row in table():
        told = counted[row["proposition_id"]]
        assert (int(row["independent_least"]), int(row["independent_most"])) == told.independent
        assert (int(row["outside_least"]), int(row["outside_most"])) == told.outside


def test_no_list_of_spans_can_be_taken_for_a_date() -> None:
    dossier = ferry()
    first = dossier.claims[0]
    start = first.spans[0].start
    document = dossier.documents[0]
    parts = (document.span(start, start + 2), document.span(start + 3, start + 5))
    dossier = replace(dossier, claims=(replace(first, spans=parts), *dossier.claims[1:]))
    row = next(csv.DictReader(io.StringIO(claims_csv(dossier), newline="")))
    assert row["further_spans"] == f"{start + 3}..{start + 5}"


def test_through_whom_alone_an_origin_is_heard_has_a_column() -> None:
    dossier = ferry()
    told = next(s for s in dossier.supports if s.origin == "o-source")
    edge = Dependence(
        a="o-source", b="o-pep", reason=Reason.CONFIRMS, note="only through", certain=False, claims=(told.claim,)
    )
    chain = (told.chain[0], "pep", told.chain[-1])
    supports = tuple(replace(s, chain=chain) if s is told else s for s in dossier.supports)
    dossier = replace(dossier, supports=supports, dependences=(*dossier.dependences, edge))
    rows = csv.DictReader(io.StringIO(claims_csv(dossier), newline=""))
    assert {r["only_through"] for r in rows if r["claim_id"] == told.claim} == {"Port Ellery Police"}
