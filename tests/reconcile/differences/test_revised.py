"""Accounts of which a document itself says that they have changed."""

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
            "Marl police initially said Orr was hit in the arm, but later clarified that Orr had a graze wound.",
            "Orr was hit in the arm",
            "Orr had a graze wound",
        ),
        (
            "Initially, officials believed the cook was a guest, but later determined he was the shooter.",
            "the cook was a guest",
            "he was the shooter",
        ),
        (
            "Early reports said Orr was hit by a van, however medics learned that he had fallen.",
            "Orr was hit by a van",
            "he had fallen",
        ),
        (
            "Orr first told investigators that he was asleep. He later said he was in the yard.",
            "he was asleep",
            "he was in the yard",
        ),
    ],
)
def test_what_was_said_first_and_what_was_said_later_are_one_change(text: str, first: str, last: str) -> None:
    (one,) = changed(text)
    assert one.relation is Relation.CHANGED
    assert {a.value for a in one.accounts} == {first, last}


@pytest.mark.parametrize(
    "text",
    [
        "Marl police initially said Orr was hit in the arm. The road was closed.",
        "Early reports said Orr was hit by a van. It was later confirmed that the road was icy.",
        "Officers initially stopped the van, but the driver fled.",
        "Orr first told investigators that he was asleep. Officials at the bridge later said the road was closed.",
    ],
)
def test_what_only_follows_changes_nothing(text: str) -> None:
    assert not changed(text)


def test_two_documents_in_the_same_words_tell_one_change() -> None:
    told = "Marl police initially said Orr was hit in the arm, but later clarified that Orr had a graze wound."
    assert len(changed(f"{told} The road was closed.", f"{told} The bridge was open.")) == 1
