"""Which sentences of a document tell of the incident that the documents share."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.reconcile.record.pages import split
from sayso.reconcile.record.stories import Text, own, own_words
from tests.reconcile.record.texts import made

ALONE = (
    "SPRINGFIELD, Ill. — Marlo Quill, 34, was shot and killed Monday night in the 4100 block of Vander Street.\n\n"
    "Quill was leaving a friend's home when shots were fired. Nobody has been arrested. Detectives went door to door."
)
OTHER = "The man who was killed Monday on Vander Street was Marlo Quill, the coroner said."


def told(text: str, *others: str, title: str = "") -> list[str]:
    """The sentences of the first text that tell of another incident than the texts share."""
    texts = [Text(t, tuple(split(t)), title, date(2016, 7, 5)) for t in (text, *others)]
    return [
        text[a:b] for (a, b), mine in zip(texts[0].sentences, own(texts, own_words(texts))[0], strict=True) if not mine
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "In an unrelated shooting, Orrin Vasker, 41, was wounded on Pell Avenue.",
        "On Jan. 3, 2011, Orrin Vasker, 41, was shot and killed on Pell Avenue.",
        "A 41-year-old man was shot about 3 a.m. in the 900 block of Pell Avenue.",
    ],
)
def test_another_incident_lasts_until_words_of_the_incident_come_again(opening: str) -> None:
    text = f"{ALONE}\n\n{opening} He was taken to a hospital.\n\nAnyone who saw Quill is asked to call."
    assert told(text, OTHER) == [opening, "He was taken to a hospital."]


def test_of_a_log_only_the_entry_that_others_tell_is_kept() -> None:
    log = (
        "Shooting arrest: Tobin Rask, 25, was arrested in the death of Marlo Quill on Vander Street.\n\n"
        "Shoplifting: Lena Orsk, 55, was arrested at a store. She was released.\n\n"
        "Robbery: Petra Olm, 20, was charged with robbery on Pell Avenue."
    )
    assert told(log, OTHER) == [s for s in (log[a:b] for a, b in split(log)) if "Rask" not in s]


def test_a_road_with_a_number_is_nobodys_own_place() -> None:
    log = (
        "Shooting arrest: Tobin Rask, 25, was arrested in the death of Marlo Quill on Vander Street.\n\n"
        "Speeding: Petra Olm, 20, was arrested after a traffic stop on Route 130.\n\n"
        "Drugs: Lena Orsk, 55, was arrested after a traffic stop on Route 130. She was released."
    )
    other = f"{OTHER} Route 130 was closed for an hour."
    assert told(log, other) == [s for s in (log[a:b] for a, b in split(log)) if "Rask" not in s]


def test_a_headline_of_another_story_is_no_beginning_of_the_prose_below_it() -> None:
    headline = "Two wounded in shooting near Pell Avenue bar"
    text = f"{ALONE}\n\n{headline}\n\nPolice ask anyone who saw something to call them."
    assert told(text, OTHER) == [headline]


def test_a_document_alone_of_one_story_is_kept_whole() -> None:
    assert told(ALONE) == []


def test_people_of_another_shooting_on_the_page_take_no_part() -> None:
    text = f"{ALONE}\n\nIn a separate shooting, Orrin Vasker, 41, was shot and killed on Pell Avenue, police said."
    assert [p.value("name") for p in made(text, OTHER).people] == ["Marlo Quill"]
