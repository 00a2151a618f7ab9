"""What pages tell beside the act: other people's arrests, other charges, other nights, other people who were hurt."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import SHOT, read

TOLD = {Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT, Relation.DISCLOSED}


def told(*documents: tuple[str, int]) -> list[Comparison]:
    dossier = reconcile([read(SHOT, text, day=day) for text, day in documents])
    return [c for c in dossier.comparisons if c.relation in TOLD]


def test_others_are_sought_where_the_page_tells_who_is_held() -> None:
    held = "Nils Brandt was arrested at the mill."
    assert any("held for it" in c.topic for c in told(("Two men are still at large.", 5), (held, 7)))
    assert not any("held for it" in c.topic for c in told((f"{held} Two men are still at large.", 5), (held, 7)))


def test_whoever_is_sought_by_name_and_then_held_is_no_other() -> None:
    first = "A man was arrested at the mill. Nils Brandt is still at large."
    (one,) = [c for c in told((first, 5), ("Nils Brandt was arrested on Friday.", 7)) if "arrest" in c.topic]
    assert one.relation is Relation.CHANGED


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Brandt was charged with murder.", True),
        ("Brandt was charged with burglary and petty larceny.", False),
        ("In 2009, Brandt was charged with murder.", False),
    ],
)
def test_charges_of_another_case_bring_no_charges_here(words: str, shown: bool) -> None:
    found = told(("Charges against Nils Brandt are pending.", 5), (f"Nils Brandt is a miller. {words}", 7))
    assert any("charges were brought" in c.topic for c in found) is shown


def test_whom_somebody_shot_was_hit_where_it_says_and_not_the_one_who_shot() -> None:
    found = told(
        ("Ivo Brand was hit in the chest, police said.", 5),
        ("Ivo Brand is suspected of shooting a man in the legs, the sheriff said.", 5),
    )
    assert not any("body" in c.topic for c in found)


def test_some_of_those_who_were_hit_are_not_all_of_them() -> None:
    found = told(("Three of the victims were shot in the kitchen.", 5), ("Four people were shot at the mill.", 5))
    assert not any("injured" in c.topic for c in found)


def test_what_is_told_of_the_night_before_is_of_another_day() -> None:
    found = told(
        ("Ivo Brand was shot the previous night, on Mill Road on Thursday, March 5, 2020.", 5),
        ("Ivo Brand was shot on Wednesday on Mill Road.", 5),
    )
    assert not any("the date" in c.topic for c in found)


def test_what_one_says_is_not_so_is_what_the_sentence_tells_first() -> None:
    found = told(
        ("Witnesses said Orr ran. Police said Orr fired first, but his lawyer said that is not the case.", 5),
    )
    assert any("Orr fired first" in c.topic for c in found)
    assert not any("Orr ran" in c.topic for c in found)


def test_who_alone_leaves_one_of_several_unnamed_withholds_none_of_the_names() -> None:
    named = "Vera Holm and Ada Pym were killed at the mill."
    found = told(
        (f"{named} One of those killed lived in Marl, but the sheriff did not identify the person.", 5), (named, 6)
    )
    assert not [c for c in found if c.relation is Relation.DISCLOSED]


def test_a_name_spelled_in_two_ways_is_no_dispute_of_origins() -> None:
    found = told(
        ("Police said Katheryn Burton was shot at the mill.", 5), ("The coroner said Kathryn Burton was shot.", 5)
    )
    assert {c.relation for c in found} == {Relation.INCONSISTENT}
    assert found[0].explanation == "It is spelled in two ways: “Katheryn Burton” and “Kathryn Burton”."


def test_what_is_quoted_is_a_whole_sentence_where_a_piece_would_not_be_understood() -> None:
    (one,) = [
        c
        for c in told(
            ("Police are withholding his name because charges are pending.", 5),
            ("Nils Brandt was charged with murder.", 7),
        )
        if "charges" in c.topic
    ]
    assert "“Police are withholding his name because charges are pending”" in one.explanation
