"""Stories that were made up or changed, and numbers that a sentence puts right."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import SHOT, read


def changed(*texts: str) -> list[Comparison]:
    dossier = reconcile([read(SHOT, text, day=5 + n) for n, text in enumerate(texts)])
    return [c for c in dossier.comparisons if c.topic.startswith("whether “")]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "The cousins said they met a diver at the mill. The harbor was searched at once. "
            "The cousins later told deputies that they had made it up.",
            "they met a diver at the mill",
            "they had made it up",
        ),
        (
            "Orr told deputies that a stranger fired at him. He later admitted that he had lied.",
            "a stranger fired at him",
            "he had lied",
        ),
        (
            "Orr said that he was asleep at the mill. He then changed his story and said he was in the yard.",
            "he was asleep at the mill",
            "he was in the yard",
        ),
    ],
)
def test_a_story_that_somebody_takes_back_is_not_held_to(text: str, first: str, last: str) -> None:
    (one,) = changed(text)
    assert one.relation is Relation.CHANGED
    assert {a.value for a in one.accounts} == {first, last}


@pytest.mark.parametrize(
    "text",
    [
        "Police said the mill was closed. The team was made up of officers, Orr said.",
        "Orr told deputies that a stranger fired at him. He never made it up, Orr said.",
        "Police said a man fired at Orr. Orr said that a neighbor had lied.",
        "Orr said that he was asleep at the mill. Police said he repeatedly changed his story.",
    ],
)
def test_nothing_is_taken_back_that_nobody_told_as_theirs(text: str) -> None:
    assert not [c for c in changed(text) if c.relation is Relation.CHANGED]


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Sheriff Ida Marr said four people were hurt, not five as first reported.", "five as first reported"),
        (
            "Sheriff Ida Marr said the shots came from a van, not a truck as police initially said.",
            "a truck as police initially said",
        ),
    ],
)
def test_what_a_sentence_tells_otherwise_than_at_first_is_a_change(text: str, old: str) -> None:
    (one,) = changed(text)
    assert one.relation is Relation.CHANGED
    assert one.accounts[0].value == old
    assert one.accounts[0].span.exact == old


def test_what_is_only_denied_was_not_told_first() -> None:
    assert not changed("Sheriff Ida Marr said four people were hurt, not five.")
