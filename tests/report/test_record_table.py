"""The record as a table for the page."""

from __future__ import annotations

from typing import Any

from sayso.codebooks import load
from sayso.report.record_table import shown
from tests.reconcile.record.texts import made

TEXT = "Two people were killed and three were wounded in a shooting at 9 p.m. Monday in Springfield, Ill., police said."
OTHER = (
    "Four people were killed in the shooting Monday in Springfield, Ill., the coroner said.\n\nFour people were killed."
)


def table(*texts: str) -> dict[str, Any]:
    return shown(made(*texts), load("shooting"), lambda span: f"s{span.start}")


def row(told: dict[str, Any], label: str) -> dict[str, Any]:
    return next(r for r in told["rows"] if r["label"] == label)


def test_dates_and_times_read_like_dates_and_times() -> None:
    told = table(TEXT)
    assert row(told, "the date")["value"] == "Monday, 4 July 2016"
    assert row(told, "the time of day")["value"] == "Monday, 4 July 2016, 21:00"


def test_what_nobody_speaks_to_is_one_line_and_no_rows() -> None:
    told = table(TEXT)
    assert "video" in told["silent"]
    assert all(r["value"] or r["said"] for r in told["rows"])


def test_a_disputed_row_shows_the_words_of_both_sides() -> None:
    killed = row(table(TEXT, OTHER), "who was killed: how many")
    assert not killed["plain"]
    assert {s["value"] for s in killed["said"]} >= {"", "4"} or {s["value"] for s in killed["said"]} >= {"", "2"}


def test_a_person_is_one_row() -> None:
    told = table("Marlo Quill, 34, was shot and killed Monday night in Springfield, police said. He was a cook.")
    person = row(told, "Marlo Quill")
    assert "34" in person["value"]
    assert "Killed" in person["value"]
    assert {"age", "status"} <= {s["value"] for s in person["said"]}


def test_a_person_of_whom_something_is_worked_out_says_so() -> None:
    told = table(
        "At least 2 dead in Springfield shooting Monday night.\n\n"
        "Those victims were identified as: Marlo Quill, 34; and Dario Tarn, 30."
    )
    person = row(told, "Dario Tarn")
    assert person["state"] == "derived"
    assert "status: no words say it of the person alone" in person["rule"]


def test_a_row_of_words_without_a_value_says_so_and_is_not_among_the_silent() -> None:
    told = table(
        "A man was shot Monday night in Springfield, police said.\n\nProsecutors spoke of the charges at length."
    )
    charges = row(told, "charges")
    assert (charges["value"], charges["state"], charges["plain"]) == ("", "unread", False)
    assert charges["said"]
    assert all(s["value"] == "" for s in charges["said"])
    assert "charges" not in told["silent"]
