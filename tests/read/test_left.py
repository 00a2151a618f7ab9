"""Numbers of people whom an event left dead or hurt."""

from __future__ import annotations

import pytest

import sayso
from tests.read.test_claims import document


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "Two youths were arrested after a shooting at a party that left six people injured.",
            {("injured", "6")},
        ),
        ("The shooting left four people wounded, police said.", {("injured", "4")}),
        ("The attack, leaving three dead and five injured, began at a bar.", {("killed", "3"), ("injured", "5")}),
    ],
)
def test_whom_an_event_left_dead_or_hurt_is_counted(sentence: str, told: set[tuple[str, str]]) -> None:
    found = {(v.field, v.value) for c in sayso.read(document(sentence)).claims for v in c.values}
    assert {one for one in found if one[0] in {"killed", "injured"}} == told
