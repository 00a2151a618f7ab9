"""Entries of a live blog put what is said in order, within one document."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sayso.ingest import ingest
from sayso.model import Dossier, Reading, Relation, StepKind
from sayso.read import read
from sayso.reconcile import reconcile
from sayso.reconcile.record import record

FIVE = "Five people were killed, Harlow police said."
FOUR = "Four people were killed, Harlow police now say."


def blog(*entries: tuple[str, str]) -> Reading:
    body = "\n\n".join(f"{clock}\n\n{words}" for clock, words in entries)
    return read(ingest(f"Live: shooting at Harlow pier\n\n{body}", name="live.txt", published=date(2021, 5, 4)))


def relation(made: Dossier) -> tuple[Relation, str]:
    (found,) = [c for c in made.comparisons if "killed" in c.topic]
    return found.relation, found.explanation


@pytest.mark.parametrize("newest_first", [True, False])
def test_a_later_entry_that_says_otherwise_is_a_change_with_both_times(newest_first: bool) -> None:
    entries = [("6:00 p.m.", FIVE), ("9:45 p.m.", FOUR)]
    made = reconcile([blog(*(entries[::-1] if newest_first else entries))])
    how, why = relation(made)
    assert how is Relation.CHANGED
    assert "first “Five people were killed”, then “Four people were killed” (2021-05-04 18:00, 21:45)" in why
    steps = [s for c in made.courses if "killed" in c.topic for s in c.steps]
    assert [s.kind for s in steps] == [StepKind.FIRST, StepKind.CHANGED]
    assert steps[-1].at == datetime(2021, 5, 4, 21, 45).isoformat()


def test_the_same_without_entries_does_not_fit_together() -> None:
    text = f"Shooting at Harlow pier\n\n{FIVE}\n\nThe pier was closed.\n\n{FOUR}"
    made = reconcile([read(ingest(text, published=date(2021, 5, 4)))])
    assert all(c.relation is not Relation.CHANGED for c in made.comparisons)


@pytest.mark.parametrize("newest_first", [True, False])
def test_the_record_takes_the_number_of_the_latest_entry(newest_first: bool) -> None:
    entries = [("6:00 p.m.", FIVE), ("9:45 p.m.", FOUR)]
    told = record([blog(*(entries[::-1] if newest_first else entries))])
    assert told.value("killed") == "4"
    cell = told.cell("killed")
    assert cell is not None
    assert cell.state == "changed"
    assert {s.published for s in cell.said} == {"2021-05-04T18:00:00", "2021-05-04T21:45:00"}
