"""How people fared who are known by an age alone."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import read

WHERE = "Four people were shot on Mill Road on Monday."


def hurt(first: str, second: str, *, days: tuple[int, int] = (5, 6)) -> list[Comparison]:
    dossier = reconcile([read(WHERE, first, day=days[0]), read(WHERE, second, day=days[1])])
    return [c for c in dossier.comparisons if "hurt" in c.topic and c.relation is Relation.CHANGED]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A 39-year-old woman is in critical condition.", "The 39-year-old woman is recovering."),
        ("A 39-year-old woman and a 15-year-old girl were in serious condition.", "Vera Holm, 39, died on Tuesday."),
        ("A 2-year-old boy is in critical condition.", "A 2-year-old boy has died."),
    ],
)
def test_whose_condition_was_told_by_an_age_has_fared_otherwise_since(first: str, second: str) -> None:
    assert len(hurt(first, second)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A 39-year-old woman is in critical condition.", "A 39-year-old man has died."),
        ("Two 39-year-old women are in critical condition.", "A 39-year-old woman has died."),
        ("A 39-year-old woman is in critical condition.", "A 41-year-old woman has died."),
    ],
)
def test_an_age_that_several_may_have_means_nobody(first: str, second: str) -> None:
    assert not hurt(first, second)
