"""The words of a cell say its value, of this incident and this person; else it is derived, or has no value."""

from __future__ import annotations

import pytest

from sayso.model import Cell, CellState, Person, Record
from sayso.report.record_table import leading, row
from tests.reconcile.record.texts import made

SHOT = "Marlo Quill, 34, was shot and killed Monday night in Springfield, Illinois, police said."


def person(told: Record, name: str) -> Person:
    return next(p for p in (*told.people, *told.others) if p.value("name") == name)


def cell(told: Record, field: str, name: str | None = None) -> Cell:
    found = person(told, name).cell(field) if name else told.cell(field)
    assert found is not None
    return found


def words(one: Cell) -> str:
    return " | ".join(s.span.exact for s in leading(one))


@pytest.mark.parametrize(
    ("text", "gender", "shown"),
    [
        (f"{SHOT} Mr. Quill was a cook.", "Male", "Mr. Quill"),
        (f"{SHOT}\n\nThe victim's sister, Lena Orsk, called 911.", None, ""),
        ("Lena Tarn, 34, was shot Monday in Springfield while she slept, police said.", "Female", "while she"),
        ("A woman identified as Lena Tarn, 34, was shot Monday in Springfield, police said.", "Female", "woman"),
        ("Marlo Tarn, 34, was shot by Dario Orsk, 20, in Springfield Monday after she left, police said.", None, ""),
        ("Police said Dario Orsk, 20, shot her Monday in Springfield and was arrested and charged.", None, ""),
    ],
)
def test_gender_is_told_by_words_that_can_mean_nobody_else(text: str, gender: str | None, shown: str) -> None:
    told = made(text)
    one = told.people[0].cell("gender")
    assert one is not None
    assert one.value == gender
    assert shown in words(one)


def test_a_letter_sequence_inside_another_word_tells_no_gender() -> None:
    assert cell(made(f"{SHOT} The other victims were not named."), "gender", "Marlo Quill").value is None


def test_a_suspect_is_unharmed_only_where_words_say_so_but_coded_so_in_the_row() -> None:
    told = made(f"{SHOT} Dario Orsk, 20, was arrested and charged with murder.")
    assert cell(told, "status", "Dario Orsk").value == "Arrested"
    assert row(told)["participants"][1]["status"] == "Unharmed, Arrested"


def test_what_no_words_say_of_the_person_alone_is_derived_from_the_words_around() -> None:
    told = made(
        "At least 2 dead in Springfield shooting Monday night.\n\n"
        "Those victims were identified as: Marlo Quill, 34; and Dario Tarn, 30."
    )
    one = cell(told, "status", "Dario Tarn")
    assert one.value == "Killed"
    assert one.state == CellState.DERIVED
    assert "2 dead" in words(one)


def test_no_persons_cell_has_a_value_without_words() -> None:
    told = made(f"{SHOT} Lena Orsk, 20, was arrested.\n\nPetra Olm said she heard shots.")
    cells = [c for p in (*told.people, *told.others) for c in p.cells]
    assert all(c.said for c in cells if c.value is not None)


def test_the_place_with_the_whole_name_comes_first() -> None:
    told = made(
        "Quill was shot dead, police said.\n\nHe is Marlo Quill, 34, of Springfield. Quill was shot and killed."
    )
    assert words(cell(told, "name", "Marlo Quill")).startswith("Marlo Quill")


def test_the_fathers_name_is_not_shown_by_the_sons() -> None:
    told = made(
        "Marlo Quill Jr., 10, was shot and killed Monday in Springfield.\n\nMarlo Quill, 40, was shot and killed too."
    )
    assert "Jr" not in words(cell(told, "name", "Marlo Quill"))


def test_every_name_of_a_list_has_its_words_shown() -> None:
    names = ("Marlo Quill", "Dario Tarn", "Lena Orsk", "Petra Olm", "Ana Brock")
    told = made(
        "Five people were killed Monday in Springfield. " + " ".join(f"{n}, 34, was shot and killed." for n in names)
    )
    found = cell(told, "victim_name")
    assert all(name in words(found) for name in (found.value or "").split("; "))
    assert (found.value or "").count("; ") == 4


def test_a_neighbor_is_a_witness_only_where_something_was_seen_or_heard() -> None:
    told = made(
        f"{SHOT}\n\nNeighbor Petra Olm said she came home later.\n\nNeighbor Lena Orsk said she heard five shots."
    )
    assert cell(told, "role", "Petra Olm").value == "neighbor"
    seen = cell(told, "role", "Lena Orsk")
    assert seen.value == "witness"
    assert "heard" in words(seen)


def test_somebodys_own_lawyer_is_no_official() -> None:
    told = made(f"{SHOT}\n\nDefense attorney Petra Olm said little. District Attorney Lena Orsk said nothing more.")
    roles = {p.value("name"): p.value("role") for p in told.others}
    assert roles.get("Lena Orsk") == "official"
    assert "Petra Olm" not in roles


def test_victims_without_a_name_are_no_more_than_the_numbers_leave_room_for() -> None:
    told = made(
        "A 20-year-old man was shot and wounded Monday in Springfield, police said. The 20-year-old man is in stable "
        "condition.\n\nOne person was wounded. Last week a 50-year-old man was shot and a 50-year-old man was wounded."
    )
    assert told.value("injured") == "1"
    assert [p.value("age") for p in told.people] == ["20"]


def test_a_time_is_that_of_the_incident_and_not_of_an_arrest() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed at 9 p.m. Sunday in Springfield, police said.\n\nDario Orsk, 20, was "
        "arrested at 4 p.m. Monday, police said. He was arrested at 4 p.m. Monday."
    )
    assert told.value("date") == "2016-07-03"
    assert told.value("time") == "2016-07-03T21:00"


def test_a_state_is_shown_where_the_city_stands_before_it() -> None:
    told = made(
        "A man from Illinois was shot and mourned in Illinois.\n\nSPRINGFIELD, Ill. - A man was shot Monday in "
        "Springfield, police said."
    )
    state = leading(cell(told, "state"))[0].span
    assert state.exact == "Ill."


def test_a_county_named_by_its_jail_alone_is_that_of_the_city_shown() -> None:
    told = made(
        "SPRINGFIELD, Ill. - A man was shot Monday in Springfield, police said. He is at the Sangamon County Jail."
    )
    county = cell(told, "county")
    assert county.value == "Sangamon"
    assert county.state == CellState.DERIVED
    assert "pringfield" in words(county).lower()


def test_another_case_nearby_tells_nothing_of_this_one() -> None:
    told = made(
        "A man was shot and killed Monday in Springfield, Ill., police said.\n\nThe shooting happened near the scene "
        "of a drive-by shooting that injured a dozen in March."
    )
    assert told.value("motive") is None


def test_a_pronoun_after_a_speaker_is_not_of_whom_the_speaker_tells() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Springfield, Ill., police said.\n\nQuill “was lying down,” Olm "
        "said, covering her eyes."
    )
    assert told.people[0].value("gender") is None


def test_a_state_in_an_outlets_name_alone_is_worked_out() -> None:
    told = made(
        "Man shot in Chicago - KQED News 9 Chicago, Illinois News Weather\n\nA man was shot Monday in Chicago, police "
        "said."
    )
    state = cell(told, "state")
    assert state.value == "Illinois"
    assert state.state == "derived"


def test_a_state_named_in_passing_tells_which_of_two_towns_is_meant() -> None:
    told = made(
        "Marlo Quill, 34, was shot and killed Monday in Naples, police said.\n\nThe Texas Rangers are investigating."
    )
    assert (told.value("state"), told.value("county")) == ("Texas", "Morris")
