"""Cells without a value: not known, words for it that could not be read, or silent."""

from __future__ import annotations

from sayso.codebooks import read
from sayso.model import Cell
from sayso.reconcile.record import record
from sayso.reconcile.record.unread import SHOWN, UNREAD
from tests.reconcile.record.texts import made, reading

SHOT = "A man was shot Monday night in Springfield, Illinois, police said.\n\n"


def cell(field: str, text: str) -> Cell:
    found = made(SHOT + text).cell(field)
    assert found is not None
    return found


def test_words_for_a_field_without_a_value_are_shown_and_are_no_silence() -> None:
    found = cell("charges", "Prosecutors spoke of the charges at length.")
    assert (found.value, found.state, found.rule) == (None, "unread", UNREAD)
    assert [s.span.exact for s in found.said] == ["Prosecutors"]


def test_without_words_for_it_a_field_is_silent() -> None:
    found = cell("charges", "The street was closed for hours.")
    assert (found.state, found.said) == ("silent", ())


def test_what_is_said_not_to_be_known_is_unknown_with_its_words() -> None:
    found = cell("motive", "There is no word on a motive.")
    assert (found.value, found.state) == (None, "unknown")
    assert [s.span.exact for s in found.said] == ["no word on a motive"]


def test_a_pages_own_video_speaks_to_no_recording() -> None:
    assert cell("recording", "Please enable Javascript to watch this video below.").state == "silent"


def test_a_codebook_of_ones_own_says_which_words_speak_to_a_field() -> None:
    book = read(
        "codebook: x\nlabel: x\n"
        "fields: [{name: dogs, label: dogs, mentions: [dog, dogs], unknown: [how many dogs … unknown]}]",
        source="mine.yaml",
    )
    told = record([reading(SHOT + "Dogs barked. A dog ran off. Two dogs stayed. Dogs again.")], codebook=book).cells[0]
    assert told.state == "unread"
    assert 0 < len(told.said) <= SHOWN
    unknown = record([reading(SHOT + "How many dogs there were is unknown.")], codebook=book).cells[0]
    assert unknown.state == "unknown"
