"""Typed values in words."""

from __future__ import annotations

import pytest

from sayso.report.dates import short_day, value_words
from sayso.report.values import before, negated, quote
from tests.report.ferry import ferry


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-03-04", "4 March 2031"),
        ("2031-03-04T19:40", "4 March 2031, 19:40"),
        ("2031-03-04T17:00/2031-03-04T22:59", "4 March 2031, 17:00 to 22:59"),
        ("2031-03-04T22:00/2031-03-05T02:00", "4 March 2031, 22:00 to 5 March 2031, 02:00"),
        ("1", ""),
        ("broken bones", "broken bones"),
        ("2031-99-99 or so", "2031-99-99 or so"),
    ],
)
def test_values_are_told_as_people_would(value: str, words: str) -> None:
    assert value_words(value) == words


def test_what_is_withheld_is_not_denied() -> None:
    assert not negated("not given")
    assert (before("not given", "age"), before("not gun", "gun"), before("gun", "gun")) == ("not told: ", "not ", "")


def test_words_that_deny_a_value_themselves_are_not_denied_twice() -> None:
    assert before("not struck", "never touched him") == ""
    assert before("not gun", "didn’t have a gun") == ""


def test_a_word_that_does_not_hold_its_number_is_told_with_its_claim() -> None:
    dossier = ferry()
    claim = dossier.claims[0]
    document = dossier.documents[0]
    at = document.text.index("dead")
    word = document.span(at, at + 4)
    whole = " ".join(claim.spans[0].exact.split())
    assert quote("5", word, claim) == whole
    assert quote("1", word, claim) == "dead"
    assert quote("dead", word, claim) == "dead"


def test_days_are_short_and_keep_their_year_where_it_matters() -> None:
    assert [short_day(f"2031-{m:02}-05") for m in (1, 3, 9)] == ["5 Jan", "5 March", "5 Sept"]
    assert short_day("2031-10-05T10:00", year=True) == "5 Oct 2031"
    assert short_day("about Easter") == "about Easter"
