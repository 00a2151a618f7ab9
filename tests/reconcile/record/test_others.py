"""Officers, officials, relatives and witnesses: told apart, and not among those who take part."""

from __future__ import annotations

import json

from sayso.codebooks import load
from sayso.report.record_table import records_csv, row
from tests.reconcile.record.texts import made

TEXT = (
    "Marlo Quill, 34, was shot and killed Monday in Springfield, police Sgt. Anna Brock said.\n\n"
    "His mother, Lena Quill, said he was on his way home.\n\nNeighbor Petra Olm said she heard five shots.\n\n"
    "Mayor Teodor Lind said the city mourns."
)


def test_those_who_take_no_part_have_roles_of_their_own() -> None:
    told = made(TEXT)
    roles = {p.value("name"): p.value("role") for p in told.others}
    assert roles["Anna Brock"] == "officer"
    assert roles["Lena Quill"] == "relative"
    assert roles["Petra Olm"] == "witness"
    assert roles["Teodor Lind"] == "official"
    assert [p.value("name") for p in told.people] == ["Marlo Quill"]


def test_they_stand_in_record_json_and_record_csv_but_are_no_participants() -> None:
    told = made(TEXT)
    assert [p["name"] for p in row(told)["participants"]] == ["Marlo Quill"]
    assert len(json.loads(told.to_json())["others"]) == 4
    assert "Lena Quill, relative" in records_csv([told], load("shooting"))


def test_every_role_points_at_its_words() -> None:
    cells = [c for p in made(TEXT).others for c in p.cells]
    assert cells
    assert all(c.said for c in cells)


def test_the_age_of_whom_somebody_speaks_of_is_not_the_speakers() -> None:
    told = made(
        "A girl was shot and killed Monday in Springfield.\n\nAccording to Chief Deputy Anna Brock, a 6-year-old girl "
        "was fatally shot by a boy of 12.\n\nSpokesman Sgt. Petra Olm said 6-year-old Lena Quill died at the scene."
    )
    ages = {p.value("name"): p.value("age") for p in (*told.people, *told.others)}
    assert {age for name, age in ages.items() if name != "Lena Quill"} == {None}


def test_the_age_told_of_a_neighbor_or_a_relative_is_their_own() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Springfield.\n\nHis mother, Lena Quill, 61, said he was on his "
        "way home.\n\n"
        "A witness, 23-year-old Oskar Tarn, said he saw a car."
    )
    ages = {p.value("name"): p.value("age") for p in told.others}
    assert ages == {"Lena Quill": "61", "Oskar Tarn": "23"}


def test_who_held_an_office_once_is_no_official() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Springfield.\n\nFormer Mayor Teodor Lind said he knew the "
        "family.\n\nMayor Ana Brock said the city mourns."
    )
    assert [p.value("name") for p in told.others] == ["Ana Brock"]


def test_the_attorney_of_the_accused_is_no_official() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Springfield, police Sgt. Anna Brock said.\n\n"
        "Defense attorney Ivo Kreel said his client was hurt too. Assistant State's Attorney Lena Olm said he fired "
        "first. According to Olm, the witness hid in the basement, where he heard more shots."
    )
    roles = {p.value("name"): p.value("role") for p in told.others}
    assert "Ivo Kreel" not in roles
    assert roles["Lena Olm"] == "official"


def test_who_is_named_only_where_another_incident_is_told_is_left_out() -> None:
    told = made(
        "Springfield police say Marlo Quill, 34, was shot and killed Monday on Alder Street in Springfield.\n\n"
        "In an unrelated shooting last week in Harrow, Ivy Tarn was wounded.\n\n"
        "Her brother, Bo Tarn, said she is recovering.",
        "Marlo Quill, 34, was killed on Alder Street in Springfield, police said.",
    )
    assert "Bo Tarn" not in {p.value("name") for p in told.others}
