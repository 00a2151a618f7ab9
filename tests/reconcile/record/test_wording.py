"""Words of a person's part and state: whole, of the person, and an arrest only where one is told."""

from __future__ import annotations

import pytest

from sayso.model import Cell
from sayso.reconcile.record.evidence import Sign
from sayso.reconcile.record.wording import BY_CHARGES, whole
from tests.reconcile.record.texts import made


def cell(text: str, name: str, field: str) -> Cell:
    person = next(p for p in made(text).people if p.value("name") == name)
    found = person.cell(field)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        (
            "Dario Tarn is facing manslaughter, police said.",
            "Dario Tarn is facing",
            "Dario Tarn is facing manslaughter",
        ),
        (
            "Marlo Quill was listed in fair condition.",
            "Marlo Quill was listed in",
            "Marlo Quill was listed in fair condition",
        ),
        ("It left a 2-year-old with injuries.", "left a 2-year-old with ", "left a 2-year-old with injuries"),
        ("Marlo Quill was shot in the leg.", "Marlo Quill was shot", "Marlo Quill was shot"),
    ],
)
def test_words_that_break_off_go_on_to_the_end_of_their_clause(text: str, words: str, told: str) -> None:
    start = text.index(words)
    one = whole(Sign(0, start, start + len(words), "hurt", 1.0), text)
    assert text[one.start : one.end] == told


def test_charges_alone_make_an_arrest_that_is_worked_out() -> None:
    text = (
        "Marlo Quill, 34, was shot and killed Monday night in Springfield, police said.\n\n"
        "Dario Tarn, 30, was charged with murder in the shooting of Quill."
    )
    found = cell(text, "Dario Tarn", "status")
    assert (found.value, found.state, found.rule) == ("Arrested", "derived", BY_CHARGES)
    told = cell(text + " Officers arrested Tarn on Tuesday.", "Dario Tarn", "status")
    assert (told.value, told.state) == ("Arrested", "stated")


def test_who_will_be_charged_or_whose_arrest_is_pending_is_not_arrested() -> None:
    shot = "Marlo Quill, 34, was shot and killed Monday night in Springfield by Dario Tarn, 30, police said.\n\n"
    for text in (
        "Tarn will be charged with murder, the prosecutor said.",
        "Police charged Dario Tarn with murder. Dario Tarn’s arrest is still pending.",
    ):
        assert cell(shot + text, "Dario Tarn", "status").value is None


def test_a_part_that_only_the_sentence_around_a_name_tells_is_worked_out() -> None:
    text = (
        "At least 2 dead in Springfield shooting Monday night.\n\n"
        "Those victims were identified as: Marlo Quill, 34; and Dario Tarn, 30."
    )
    found = cell(text, "Dario Tarn", "role")
    assert found.state == "derived"
    assert "victims" in found.said[0].span.exact
