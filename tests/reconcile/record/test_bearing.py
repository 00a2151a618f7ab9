"""Whether words tell a field's value of the incident."""

from __future__ import annotations

import pytest

from sayso.codebooks import read
from sayso.model import CellState
from tests.reconcile.record.texts import made

LEAD = "Lena Quill, 30, was shot on Alder Road in Harrow on Monday night, police said.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "The suspect in the shooting, Tam Orsk, was charged with murder, attempted murder and armed robbery.",
        "Orsk, who shot her, is a man with felony convictions for burglary and drugs.",
        "The burglary charge was dismissed before the shooting.",
        "Orsk was charged with assault in the shooting and first-degree robbery.",
        "The victims of the shooting were named by Coroner Rob Olm.",
        "The shooting was no gang-related offense.",
        "It was a drive-by shooting, police said.",
        "The chief said that the shooter's friends will retaliate against witnesses.",
    ],
)
def test_charges_names_and_what_is_denied_or_may_come_are_no_motive(text: str) -> None:
    assert made(LEAD + text).value("motive") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police said that two men wanted to rob her when she was shot.", "robbery"),
        ("A man was charged with murder in the accidental shooting.", "accident"),
    ],
)
def test_what_led_to_it_is_the_motive(text: str, value: str) -> None:
    assert made(LEAD + text).value("motive") == value


@pytest.mark.parametrize(
    "text",
    [
        "The shooting happened in the West Alder Park neighborhood.",
        "The shooting came before she was in a car crash.",
        "A suspect in the shooting was arrested at a nearby house.",
        "The president spoke of the shooting from the White House.",
        "A woman who lives in her home on Alder Road heard the shooting.",
    ],
)
def test_quarters_crashes_arrests_and_where_others_live_are_not_the_scene(text: str) -> None:
    assert made(LEAD + text).value("scene") is None


def test_a_park_is_a_park_where_no_quarter_is_called_so() -> None:
    assert made(LEAD + "The shooting happened in Olm Park, near the pond.").value("scene") == "park"


@pytest.mark.parametrize(
    "text",
    [
        "The man said the shooting was an accident, but the family thinks otherwise.",
        "Neighbors said that the shooting was accidental.\n\nThe family disagrees.",
    ],
)
def test_a_motive_that_somebody_is_told_to_disagree_with_is_disputed(text: str) -> None:
    told = made(LEAD + "Police called it an accidental shooting.\n\n" + text).cell("motive")
    assert told is not None
    assert told.state is CellState.DISPUTED
    assert any(s.value == "not accident" for s in told.said)


def test_never_words_take_the_words_that_they_overlap_from_a_field() -> None:
    book = """
codebook: crash
label: Crash
fields:
  - name: place
    label: where
    never: [in a car crash]
    words: {car: [in a car]}
"""
    found = read(book, source="b.yaml").field("place")
    assert found is not None
    assert found.never is not None
    assert found.never.search("hurt in a car crash")
