"""Who was gravely hurt at first and has died since, where no name ties the two."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import read

SHOT = "A boy was shot at a mill in Marl."


def fared(*documents: tuple[str, int]) -> list[Comparison]:
    dossier = reconcile([read(SHOT, text, day=day) for text, day in documents])
    return [c for c in dossier.comparisons if "hurt" in c.topic and c.relation is Relation.CHANGED]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (
            "A 13-year-old boy was hit. He was taken to Marl Hospital, where he is in critical condition.",
            "The 13-year-old boy was hit by a stray shot. He was taken to Marl Hospital, where he died on Friday.",
        ),
        (
            "Police said a 26-year-old man and an 11-year-old boy were hit. "
            "The man was taken to Marl Hospital in critical condition.",
            "Ivo Brand, 26, was hit beside his son, an 11-year-old boy. Brand was pronounced dead at Marl Hospital.",
        ),
    ],
)
def test_whoever_was_critically_hurt_and_died_changed(first: str, then: str) -> None:
    (one,) = fared((first, 5), (then, 8))
    assert {"critical condition", "dead"} <= {a.value for a in one.accounts}


@pytest.mark.parametrize(
    "then",
    [
        "A 40-year-old man died at Marl Hospital on Friday.",
        "The 13-year-old girl died at Marl Hospital on Friday.",
        "One of the victims died on Friday.",
    ],
)
def test_whoever_died_may_be_somebody_else(then: str) -> None:
    assert not fared(("A 13-year-old boy is in critical condition at Marl Hospital.", 5), (then, 8))
