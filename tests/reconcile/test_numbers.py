"""Numbers as texts tell them."""

from __future__ import annotations

import math

import pytest

from sayso.reconcile.numbers import LOOSE, PART, bounds


@pytest.mark.parametrize(
    ("value", "text", "expected"),
    [
        ("40", "at least 40 rounds were fired", (40, math.inf)),
        ("6", "more than six people were hurt", (7, math.inf)),
        ("8", "about eight shots", (6, 10)),
        ("5", "as many as five people", (0, 5)),
        ("2", "two people were shot", (2, 2)),
        ("3", "two people were shot", None),
    ],
)
def test_the_words_before_a_number_bound_it(value: str, text: str, expected: tuple[float, float] | None) -> None:
    assert bounds(value, text) == expected


@pytest.mark.parametrize("text", ["another two people", "three other people", "three to four shots", "two more times"])
def test_a_number_that_adds_to_another_is_part_of_a_count(text: str) -> None:
    assert PART.search(text) and LOOSE.search(text)


def test_one_more_than_before_is_no_part_of_a_count() -> None:
    assert not PART.search("nine were wounded, one more than he said")
