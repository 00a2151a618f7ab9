"""Paragraphs end at line breaks, and where a page has lost one."""

from __future__ import annotations

import pytest

from sayso.read.lines import lines
from tests.read.builders import document, said


def stretches(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in lines(document(text))]


def test_a_sentence_hard_behind_another_begins_a_paragraph() -> None:
    assert stretches("The man fell at the pier.Police closed the road.It was dark there.") == [
        "The man fell at the pier.",
        "Police closed the road.",
        "It was dark there.",
    ]


def test_quotation_marks_go_with_the_paragraph_whose_they_are() -> None:
    assert stretches('"It was loud," she said."I ran home."Police closed the road.') == [
        '"It was loud," she said.',
        '"I ran home."',
        "Police closed the road.",
    ]


@pytest.mark.parametrize(
    "text",
    ["Ask Capt.Ode about it.", "See lantern.example/News for it.", "The U.S.Navy came by.", "It ended. Then rain."],
)
def test_no_abbreviation_and_no_address_ends_a_paragraph(text: str) -> None:
    assert stretches(text) == [text]


def test_a_quotation_that_nothing_closes_ends_with_its_lost_line_break() -> None:
    found = said(
        '"He had no gun," said Ana Quill. "They shot him one time and he fell.Officials said that the man shot first.'
    )
    assert found.name("the man shot first") == "Officials"
