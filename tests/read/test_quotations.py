"""Quotations are found by their marks, through paragraphs and inside one another."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import QuotationKind
from sayso.read.quotations import find_quotations
from tests.read.builders import document

MARKS = st.text(alphabet="ab .,\n“”\"'‘’«»„`", max_size=200)


def outer(text: str) -> list[list[str]]:
    return [[s.exact for s in q.spans] for q in find_quotations(document(text)) if q.depth == 0]


@pytest.mark.parametrize(
    "quoted",
    [
        "“We saw it all.”",
        '"We saw it all."',
        "``We saw it all.''",
        "‘‘We saw it all.’’",
        "“We saw it all.’’",
        "«We saw it all.»",
        "„We saw it all.“",
        "'We saw it.'",
    ],
)
def test_every_style_of_mark_makes_a_quotation(quoted: str) -> None:
    assert outer(f"Ann Pell said: {quoted}") == [[quoted]]


def test_a_quotation_that_reopens_in_each_paragraph_is_one() -> None:
    assert outer("“First part.\n\n“Second part.\n\n“Last part.” He left.") == [
        ["“First part.", "“Second part.", "“Last part.”"]
    ]


def test_a_quotation_that_does_not_reopen_runs_to_its_closing_mark() -> None:
    assert outer("“First part.\n\nSecond part.\n\nLast part.” He left.") == [
        ["“First part.", "Second part.", "Last part.”"]
    ]


def test_a_quotation_that_never_closes_ends_with_its_paragraph() -> None:
    text = "“He never came back.\n\nThe road was closed. “A second one,” she said."
    found = find_quotations(document(text))
    assert [(q.spans[0].exact, q.closed) for q in found] == [("“He never came back.", False), ("“A second one,”", True)]


def test_a_quotation_opens_where_the_page_has_lost_the_space_before_it() -> None:
    text = 'Shots were heard."They came back," said Ann Pell."We ran.""I fell."The street is shut.'
    assert outer(text) == [['"They came back,"'], ['"We ran."'], ['"I fell."']]


def test_the_inner_quotation_is_one_deeper() -> None:
    found = find_quotations(document("“I told them ‘stop right there’ twice,” he said."))
    assert [(q.depth, q.spans[0].exact) for q in found] == [
        (0, "“I told them ‘stop right there’ twice,”"),
        (1, "‘stop right there’"),
    ]


@pytest.mark.parametrize(
    "text", ["the officers' car and Tina's dog", "rock 'n' roll in the '90s", "it wasn’t Jones’ fault"]
)
def test_an_apostrophe_is_no_quotation_mark(text: str) -> None:
    assert outer(text) == []


def test_inches_are_no_quotation() -> None:
    assert outer('The board was 10" wide and 6" deep.') == []


def test_scare_quotes_and_titles_are_told_from_speech() -> None:
    kinds = [
        q.kind
        for q in find_quotations(document("The “war room” met. The film “Night Ferry” won. “We will go on,” she said."))
    ]
    assert kinds == [QuotationKind.TERM, QuotationKind.TITLE, QuotationKind.SPEECH]


@given(MARKS)
def test_any_text_gives_spans_that_hold_its_words(text: str) -> None:
    for quotation in find_quotations(document(text)):
        assert all(text[s.start : s.end] == s.exact for s in quotation.spans)
        assert [s.start for s in quotation.spans] == sorted(s.start for s in quotation.spans)


@given(MARKS)
def test_outermost_quotations_never_overlap(text: str) -> None:
    spans = sorted((s.start, s.end) for q in find_quotations(document(text)) if q.depth == 0 for s in q.spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
