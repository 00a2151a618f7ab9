"""Streets and addresses, and places, that are those of what happened."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.fitting import fitted
from tests.reconcile.record.texts import made


def value(kind: str, text: str, words: str) -> str | None:
    start = text.index(words)
    found = fitted(kind, text, start, start + len(words), words)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Orsk appeared briefly at Central Court on Wednesday", "Central Court"),
        ("has since been charged in Juvenile Court with theft", "Juvenile Court"),
        ("flown to Mercy St. Olav Medical Center in Harrow", "Mercy St."),
        ("was arrested after a traffic stop on Highway 70, in Olm", "Highway 70"),
        ("killed following a late afternoon accident on Highway 35", "Highway 35"),
        ("an assistance center in the ballroom of Olm Hall, located at 307 W. Alder Avenue", "307 W. Alder Avenue"),
        ("he and a cousin had driven to Larch Court to throw it away", "Larch Court"),
        ("Tam Orsk, 44, of 804 W. Alder Ave", "804 W. Alder Ave"),
        ("a rider in a car on Alder Avenue near 9th Street when it left the roadway", "9th Street"),
        ("He was taken into custody in the 1300 block of 38th Street", "1300 block of 38th Street"),
    ],
)
def test_streets_of_courts_hospitals_arrests_crashes_and_homes_are_not_the_incidents(text: str, words: str) -> None:
    assert value("address", text, words) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("was arrested in connection with a shooting on Alder Road", "Alder Road"),
        ("an accidental shooting in the 500 block of Alder Road", "500 block of Alder Road"),
        ("was found shot in the 1100 block of 1st Street", "1100 block of 1st Street"),
        ("at the club, located at 2500 Alder Avenue", "2500 Alder Avenue"),
    ],
)
def test_streets_of_the_shooting_stand(text: str, words: str) -> None:
    assert value("address", text, words) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the child died at Olm Henry Hospital", "Olm Henry Hospital"),
        ("Lena Quill, 18, of Harrow, was shot", "Harrow"),
        ("All four are from Harrow and are students", "Harrow"),
        ("both are students at Orsk County High School", "Orsk County High School"),
        ("police find four shot in Heads", "Heads"),
        ("the third child to be shot in the metro", "metro"),
    ],
)
def test_where_people_died_are_from_or_go_to_school_is_not_the_place(text: str, words: str) -> None:
    assert value("place", text, words) is None


def test_a_city_of_another_state_is_not_the_place() -> None:
    told = made(
        "ATLANTA, Ga. — Lena Quill was shot at a home in Atlanta on Monday, police said.\n\n"
        "On Sunday, a man had shot officers in Phoenix. The shooting in Phoenix left two dead."
    )
    cell = told.cell("place")
    assert cell is not None
    assert "Phoenix" not in {s.value for s in cell.said}
