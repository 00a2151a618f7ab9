"""The record of an incident: who, when, where, how many, each with its words."""

from __future__ import annotations

from itertools import permutations

import pytest

from sayso.model import CellState
from sayso.reconcile import reconcile
from sayso.reconcile.record import record
from tests.reconcile.record.texts import made, reading, status

FIRST = (
    "SPRINGFIELD, Ill. — One man was killed and another was wounded in a shooting Monday night in Springfield, "
    "police said.\n\nMarlo Quill, 34, was shot in the chest and was pronounced dead at the scene. Dario Tarn, 22, was "
    "taken to a hospital in critical condition, Springfield police said."
)
LATER = (
    "SPRINGFIELD, Ill. — A second man has died after the July 4 shooting in Springfield, the coroner said.\n\n"
    "Dario Tarn, 22, died Tuesday at a hospital. Marlo Quill, 34, was killed Monday. Orrin Vasker, 41, was arrested "
    "and charged with murder, police said."
)


def test_a_record_holds_date_place_people_and_counts() -> None:
    told = made(FIRST)
    assert told.value("date") == "2016-07-04"
    assert (told.value("city_or_county"), told.value("state")) == ("Springfield", "Illinois")
    assert (told.value("killed"), told.value("injured")) == ("1", "1")
    assert {(p.value("name"), p.value("age"), p.value("role")) for p in told.people} == {
        ("Marlo Quill", "34", "victim"),
        ("Dario Tarn", "22", "victim"),
    }


def test_a_later_death_takes_the_place_of_an_injury_and_is_shown_as_a_change() -> None:
    told = made(FIRST, LATER)
    assert status(told, "Dario Tarn") == "Killed"
    cell = next(p for p in told.people if p.value("name") == "Dario Tarn").cell("status")
    assert cell is not None
    assert cell.state is CellState.CHANGED
    assert "Injured" in {s.value for s in cell.said}


def test_who_is_arrested_is_a_suspect() -> None:
    told = made(FIRST, LATER)
    suspect = next(p for p in told.people if p.value("role") == "suspect")
    assert suspect.value("name") == "Orrin Vasker"
    assert "Arrested" in (suspect.value("status") or "")


def test_the_same_people_in_two_documents_are_counted_once() -> None:
    told = made(FIRST, FIRST.replace("police said.\n", "officials said.\n"))
    assert (told.value("killed"), told.value("injured")) == ("1", "1")
    assert len(told.people) == 2


def test_officers_relatives_and_witnesses_are_no_victims() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Springfield, police Sgt. Anna Brock said.\n\n"
        "His mother, Lena Quill, said he was on his way home.\n\nNeighbor Petra Olm said she heard five shots."
    )
    assert [p.value("name") for p in told.people] == ["Marlo Quill"]


def test_members_of_a_family_with_one_surname_are_kept_apart() -> None:
    told = made(
        "Marlo Quill, 34, and his daughter Ivy Quill, 9, were shot and killed Monday in Springfield.\n\n"
        "Tobin Quill, 61, was arrested and charged with murder."
    )
    assert {p.value("name"): p.value("role") for p in told.people} == {
        "Marlo Quill": "victim",
        "Ivy Quill": "victim",
        "Tobin Quill": "suspect",
    }


@pytest.mark.parametrize(
    "words",
    [
        "Marlo Quill, 34,",
        "34-year-old Marlo Quill",
        "Marlo Quill, aged 34,",
        "Marlo Quill (34)",
        "Marlo Quill, a 34-year-old man,",
    ],
)
def test_an_age_is_found_in_every_form(words: str) -> None:
    told = made(f"{words} was shot and killed Monday night in Springfield, police said.")
    assert [(p.value("name"), p.value("age")) for p in told.people] == [("Marlo Quill", "34")]


@pytest.mark.parametrize(
    ("words", "killed", "injured"),
    [
        ("Two people were killed and three others were wounded in a shooting Monday.", "2", "3"),
        ("A man and two women were shot and killed Monday night, police said.", "3", "0"),
        ("A shooting Monday left one man dead and two women injured, police said.", "1", "2"),
        ("Four people were shot Monday, one of them fatally. One person was killed.", "1", "3"),
        ("No one was killed when two men were wounded in a shooting Monday.", "0", "2"),
        ("Two people were shot Monday at a pier. Karl Ode, 34, died at the scene, police said.", "1", "1"),
    ],
)
def test_numbers_of_killed_and_injured(words: str, killed: str, injured: str) -> None:
    told = made(words)
    assert (told.value("killed"), told.value("injured")) == (killed, injured)


def test_the_days_of_statements_and_arrests_are_not_the_incidents() -> None:
    told = made(
        "A man was shot and killed Sunday in Springfield, police said Tuesday.\n\n"
        "A suspect was arrested Monday evening."
    )
    assert told.value("date") == "2016-07-03"


def test_a_date_of_publication_that_is_missing_is_no_obstacle_to_a_spelt_date() -> None:
    from sayso.ingest import ingest
    from sayso.read import read

    text = b"A man was shot and killed on July 4, 2016, in Springfield, police said."
    document = ingest(text, name="a", media_type="text/plain")
    assert record([read(document)]).value("date") == "2016-07-04"


def test_a_county_stands_where_no_city_is_named() -> None:
    told = made("A man was shot and killed Monday in Sangamon County, Illinois, the sheriff said.")
    assert told.value("county") == "Sangamon"
    assert told.value("state") == "Illinois"


def test_what_is_not_said_is_silent() -> None:
    cell = made(FIRST).cell("recording")
    assert cell is not None
    assert (cell.value, cell.state) == (None, CellState.SILENT)


def test_every_value_points_at_its_own_words() -> None:
    texts = {r.document.id: r.document.text for r in (reading(FIRST), reading(LATER, published="2016-07-06", name="b"))}
    told = record([reading(FIRST), reading(LATER, published="2016-07-06", name="b")])
    said = [s for c in (*told.cells, *(c for p in told.people for c in p.cells)) for s in c.said]
    assert said
    assert all(texts[s.span.document][s.span.start : s.span.end] == s.span.exact for s in said)


def test_a_value_says_whom_it_is_credited_to_and_where_the_chain_ends() -> None:
    readings = [reading(FIRST)]
    told = record(readings, dossier=reconcile(readings))
    said = [s for c in told.cells for s in c.said]
    assert any(s.voice and "police" in s.voice.casefold() for s in said)
    assert any(s.origin for s in said)


def test_the_order_of_documents_does_not_matter() -> None:
    readings = [reading(FIRST), reading(LATER, published="2016-07-06", name="b"), reading("Nothing.", name="c")]
    assert len({record(order) for order in permutations(readings)}) == 1


def test_a_copy_of_a_document_changes_nothing() -> None:
    assert record([reading(FIRST), reading(FIRST)]) == record([reading(FIRST)])
    assert record([]).people == ()


def test_the_day_of_a_vigil_or_of_a_death_in_hospital_disputes_no_date() -> None:
    told = made(
        "Marlo Quill, 34, was shot on Monday on Alder Street in Springfield, police said.\n\nA vigil was held on July "
        "12. Another vigil will be held on July 19, the mayor said."
    )
    date = told.cell("date")
    assert date is not None
    assert (date.value, date.state) == ("2016-07-04", CellState.STATED)
