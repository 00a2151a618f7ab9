"""Values of shootings between civilians that cannot both be, though nobody need be credited with them."""

from __future__ import annotations

import pytest

from sayso.model import Comparison
from sayso.reconcile import reconcile
from tests.reconcile.test_matters import differing, read

SHOT = "Dale Orr, 31, was shot on Mill Road on Monday."


def apart(first: str, second: str, *, opening: str = SHOT) -> list[Comparison]:
    """What differs between two documents of one shooting."""
    return differing(reconcile([read(opening, first, day=5), read(opening, second, day=6)]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The shooting happened about 3:50 p.m.", "The incident happened around 3:30 p.m."),
        (
            "The shooting happened around 3:47 p.m. Monday.",
            "Ana Quill said she was out at the time of the 3:30 p.m. shooting.",
        ),
        ("The shooting happened about noon.", "The shooting happened around 11:30 a.m. Monday."),
        ("Somebody started shooting about 11:30 p.m. Monday.", "The shooting happened around 10 p.m. Monday."),
    ],
)
def test_times_of_the_act_more_than_a_quarter_of_an_hour_apart_differ(first: str, second: str) -> None:
    assert [c.topic for c in apart(first, second)] == ["the time of day"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The shooting happened about 3:40 p.m.", "The shooting happened around 3:30 p.m."),
        ("The shooting happened shortly before midnight.", "The shooting happened around 11:30 p.m. Monday."),
        ("The shooting happened about 3:50 p.m.", "Officers were called at 4:30 p.m."),
    ],
)
def test_times_that_lie_near_each_other_or_are_of_something_else_differ_in_nothing(first: str, second: str) -> None:
    assert not apart(first, second)
