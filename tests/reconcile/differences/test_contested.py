"""What documents say themselves is disputed, denied as a whole or taken back."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import SHOT, read

CLAIMED = "Marl police said Orr rowed out to the ferry."


def whether(*paragraphs: str) -> list[Comparison]:
    dossier = reconcile([read(SHOT, *paragraphs)])
    return [c for c in dossier.comparisons if c.topic.startswith("whether “")]


@pytest.mark.parametrize(
    "words",
    [
        "His family says that never happened.",
        "Vera Holm, his lawyer, said that is a lie.",
        "Vera Holm, his lawyer, said it is simply not true.",
    ],
)
def test_what_is_said_not_to_be_so_is_set_against_the_sentence_before(words: str) -> None:
    (one,) = whether(f"{CLAIMED} {words}")
    assert one.topic == "whether “Orr rowed out to the ferry”"
    assert one.relation is Relation.CONTRADICTS


def test_who_disputes_what_is_said_has_their_own_account_beside_it() -> None:
    (one,) = whether(CLAIMED, "Vera Holm, who was there, disputed that. She said Orr sat on the pier.")
    assert {a.value for a in one.accounts} == {"Orr rowed out to the ferry", "Orr sat on the pier"}


def test_a_video_that_contradicts_an_account_is_set_against_it() -> None:
    first = "Orr was sitting on the pier, the video shows."
    second = "The video contradicts the account police gave, when a spokesman said Orr had rowed out to the ferry."
    (one,) = whether(first, second)
    assert {a.value for a in one.accounts} == {"Orr had rowed out to the ferry", "Orr was sitting on the pier"}


def test_an_account_that_is_not_held_to_has_changed() -> None:
    (one,) = whether(f"{CLAIMED} “That statement was wrong,” said Police Chief Ida Marr.")
    assert one.relation is Relation.CHANGED
    assert "not held to" in one.explanation


@pytest.mark.parametrize(
    "words",
    [
        "When that didn’t happen, Vera Holm said, the crew called for help.",
        "Vera Holm, his lawyer, said the pier was empty.",
        "Marl police said that he denied the man a seat.",
    ],
)
def test_words_that_only_look_like_it_dispute_nothing(words: str) -> None:
    assert not whether(f"{CLAIMED} {words}")
