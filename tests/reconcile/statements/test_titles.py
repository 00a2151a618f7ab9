"""What statements are called, and how findings name and count."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Reading, Span
from sayso.reconcile import reconcile
from sayso.reconcile.differences.explained import clipped
from sayso.reconcile.display import listed, told_once
from sayso.reconcile.statements.titles import scrap, widened
from tests.reconcile.builders import Says, org, person, reading

POLICE = org("Ferris Police Department")


@pytest.mark.parametrize(
    "text", ["You know", "An un", "when this happened", "are in disbelief", "a clerk who", "robbing two"]
)
def test_part_of_a_sentence_is_a_scrap(text: str) -> None:
    assert scrap(text)


@pytest.mark.parametrize("text", ["the road was closed", "Venn had no gun", "two clerks were hurt"])
def test_a_clause_that_says_something_is_none(text: str) -> None:
    assert not scrap(text)


def whole(told: Reading, sentence: str) -> Reading:
    at = told.document.text.index(sentence)
    return replace(told, sentences=(told.document.span(at, at + len(sentence)),))


def test_a_scrap_has_its_sentence_for_a_title_and_what_two_say_keeps_its_words() -> None:
    line = Says("when this happened the shop was shut", (POLICE,), "happen")
    told = whole(reading(line), "Ferris Police Department said when this happened the shop was shut.")
    one = replace(told, claims=tuple(replace(c, spans=(_first(told, "when this happened"),)) for c in told.claims))
    assert [p.text for p in reconcile([one]).propositions] == ["Ferris Police Department said when this happened"]


@pytest.mark.parametrize(
    ("sentence", "words", "title"),
    [
        ("The clerk was hurt and was treated there.", "was treated", "The clerk was hurt and was treated"),
        ("You know, he sang well.", "You know", "You know, he sang well"),
        ("They went home, and that is that.", "They went home, and that", "They went home, and that is that"),
        ("“We came late and saw nothing,” he said.", "saw nothing", "We came late and saw nothing"),
    ],
)
def test_a_title_leads_to_its_words(sentence: str, words: str, title: str) -> None:
    at = sentence.index(words)
    assert widened(sentence, at, at + len(words)) == title


def _first(told: Reading, words: str) -> Span:
    at = told.document.text.index(words)
    return told.document.span(at, at + len(words))


def test_names_that_hold_commas_are_parted_by_semicolons() -> None:
    assert listed(["A", "B", "C"]) == "A, B and C"
    assert listed(["A (and its parent, B)", "C"]) == "A (and its parent, B); and C"


def test_names_and_others_make_up_the_number() -> None:
    assert told_once(["“witnesses”", "“witnesses”", "A"]) == "“witnesses” (two) and A"
    assert told_once([*"ABCDEFG"]) == "A, B, C, D and three others"
    assert told_once(["A", "A", *"BCDEF"]) == "A (two), B, C, D and two others"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("there is no word of a suspect and police", "there is no word of a suspect"),
        ("nobody was held, but he", "nobody was held"),
        ("the coat was black and white", "the coat was black and white"),
    ],
)
def test_a_quotation_ends_before_the_subject_of_a_clause_that_was_cut_off(words: str, shown: str) -> None:
    assert clipped(words) == shown


def test_a_person_who_took_part_is_who_and_a_body_is_which() -> None:
    kin = reconcile([reading(Says("it was dark", (person("Ida Venn", "mother"),)))])
    assert any("Ida Venn, who took part" in f for f in kin.findings)
    shot = Says("Ferris police shot a man", predicate="shoot", taking=(("agent", "Ferris police"),))
    body = reconcile([reading(shot, Says("it was dark", (POLICE,)))])
    assert any("which took part" in f for f in body.findings)
