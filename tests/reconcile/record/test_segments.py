"""Round-ups: of several incidents on one page only the coverage's own fills the cells."""

from __future__ import annotations

from tests.reconcile.record.texts import made

OWN = (
    "HARROW, Ohio — Two men were killed outside the Ostrich Bar near 40th Street and Quillmore Avenue on Monday.\n\n"
    "A fight began in the parking lot of the Ostrich Bar, police said, and somebody opened fire on Quillmore Avenue."
)
ROUND_UP = (
    "HARROW, Ohio — Three shootings shook Harrow on Monday.\n\n"
    "The first incident happened at approximately 6 p.m. Monday near Burrow Street and Larch Boulevard. "
    "Police said a 33-year-old man was shot during a robbery and was taken to the hospital.\n\n"
    "The second incident happened at approximately 7 p.m. Monday near 23rd and Ash streets. "
    "A 21-year-old man and a 23-year-old man were killed during a robbery.\n\n"
    "The third incident happened at approximately 9 p.m. Monday outside the Ostrich Bar near 40th Street and Quillmore "
    "Avenue. A 34-year-old man and a 36-year-old man were killed in the shooting."
)


def test_what_is_told_of_the_other_incidents_of_a_round_up_fills_no_cell() -> None:
    told = made(OWN, ROUND_UP)
    assert told.value("time") == "2016-07-04T21:00"
    assert told.value("motive") != "robbery"
    assert told.value("hospital") is None
    assert "Burrow" not in (told.value("exact_place") or "")


def test_who_is_only_described_in_another_incident_of_a_round_up_is_no_victim() -> None:
    assert {p.value("age") for p in made(OWN, ROUND_UP).people} == {"34", "36"}


def test_words_for_a_number_are_those_of_the_own_incident() -> None:
    cell = made(OWN, ROUND_UP).cell("killed")
    assert cell is not None
    assert cell.value == "2"
    assert not any("21-year-old" in s.span.exact for s in cell.said[:1])


def test_a_page_that_no_other_document_tells_the_incident_of_is_left_as_it_is() -> None:
    cell = made(ROUND_UP).cell("hospital")
    assert cell is not None
    assert cell.value == "taken to hospital"
