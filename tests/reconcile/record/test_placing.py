"""What is told as a place, and when a state follows from a name."""

from __future__ import annotations

import pytest

from sayso.model import Record
from sayso.reconcile.record.placing import as_place, home, longer
from tests.reconcile.record.texts import made


def where(told: Record) -> tuple[str | None, ...]:
    return tuple(told.value(field) for field in ("city_or_county", "county", "state"))


@pytest.mark.parametrize(
    "text",
    [
        "John Smith, 34, was shot and killed Monday night, police said. Smith had two children.",
        "Terrell Quill, 17, was shot in the leg Monday, his mother said. Terrell is expected to recover.",
        "A man was shot and killed Monday, police said. Mayor Austin Reed said Savannah and Troy were his friends.",
        "A man was shot Monday near Lake Arden. Officer Dallas Grant found him.",
    ],
)
def test_the_names_of_persons_and_halves_of_names_are_no_places(text: str) -> None:
    assert where(made(text)) == (None, None, None)


def test_a_town_that_no_gazetteer_has_is_named_and_brings_no_far_state() -> None:
    told = made("MARROW BAY - A man was shot and killed at the landing Thursday. Marrow Bay police are investigating.")
    assert where(told) == ("Marrow Bay", None, None)


def test_a_name_that_many_towns_have_tells_no_state() -> None:
    assert where(made("Two men were shot Monday in Springfield, police said.")) == ("Springfield", None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Two men were shot Monday in Springfield, Ill., police said.",
        "Two men were shot Monday in Springfield, the Sangamon County coroner said.",
        "Two men were shot Monday in Springfield, police said. They were found on a road to Chatham and Rochester.",
    ],
)
def test_a_state_a_county_or_towns_nearby_bear_a_name_out(text: str) -> None:
    assert where(made(text)) == ("Springfield", "Sangamon", "Illinois")


def test_a_city_much_larger_than_its_namesakes_tells_its_state() -> None:
    assert home("Houston") == "TX"
    assert home("Springfield") is None
    assert where(made("Two men were shot Monday in Houston, police said.")) == ("Houston", "Harris", "Texas")


def test_a_street_called_like_a_city_is_no_city() -> None:
    told = made("Two men were shot Monday on Houston Street, police said. The Houston building was searched.")
    assert told.value("city_or_county") is None


def test_words_in_capitals_of_a_headline_are_no_longer_name() -> None:
    assert not longer("Police Arrest Teenager After Houston Shooting", 27, 34)
    assert longer("The men met at Lake Houston on Monday night", 20, 27)


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("They live in Arden now", "Arden", True),
        ("Arden police came", "Arden", True),
        ("Arden, Ohio", "Arden", True),
        ("Arden — A man", "Arden", True),
        ("Police said Arden was hurt", "Arden", False),
    ],
)
def test_a_place_is_told_by_what_stands_beside_it(text: str, words: str, told: bool) -> None:
    at = text.index(words)
    assert as_place(text, at, at + len(words)) is told
