""" "The woman" and "the teen" are whoever spoke last, where they can be."""

from __future__ import annotations

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading, unnamed


def count(*sources: Who) -> int:
    """How many are independent who speak one after the other in one document."""
    return len(_of(*sources).components)


def _of(*sources: Who) -> Dossier:
    return reconcile([reading(*(Says(f"thing {i} fell over", (who,)) for i, who in enumerate(sources)))])


@pytest.mark.parametrize(
    ("before", "described"),
    [
        ("One neighbor", "the woman"),
        ("Another man in the hall", "The man"),
        ("a 15-year-old friend", "the teen"),
        ("A boy, age 16", "The 16-year-old boy"),
    ],
)
def test_a_bare_description_takes_up_whoever_spoke_before(before: str, described: str) -> None:
    assert count(unnamed(before), unnamed(described)) == 1


def test_an_age_takes_up_a_name() -> None:
    assert count(person("Ada Wren", "neighbor"), unnamed("the 53-year-old")) == 1


@pytest.mark.parametrize(
    ("before", "described"),
    [
        (unnamed("a neighbor’s mother"), "the man"),
        (unnamed("a 15-year-old friend"), "the 40-year-old"),
        (unnamed("one resident"), "the teen"),
        (person("Ty Orr", "Capt.", "Dale police"), "the man"),
        (org("Ellery Police Department"), "the man"),
    ],
)
def test_nobody_of_another_gender_or_age_and_no_officer_is_taken_up(before: Who, described: str) -> None:
    assert count(before, unnamed(described)) == 2
