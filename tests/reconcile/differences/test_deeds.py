"""Claims of one thing that cannot both be, whatever the matter, and states that follow each other in time."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Dossier, Relation
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, reading
from tests.reconcile.statements.test_matters import SHOT, differing, read


def both(first: str, second: str, *, days: tuple[int, int] = (5, 6)) -> list[Comparison]:
    """What differs between two documents of one incident."""
    return differing(reconcile([read(SHOT, first, day=days[0]), read(SHOT, second, day=days[1])]))


def relations(found: list[Comparison]) -> set[Relation]:
    return {c.relation for c in found}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marl police said the van was parked.", "Vera Holm, a neighbor, said the van was moving."),
        ("Marl police said the back door was locked.", "Vera Holm, a neighbor, said the back door was open."),
        (
            "Marl police said the fire began in the kitchen.",
            "Vera Holm, a tenant, said the fire started in the basement.",
        ),
        ("Marl police said Dale Orr was riding north.", "Vera Holm, a neighbor, said Orr was riding south."),
        ("Marl police said Orr came at them with a chisel.", "Vera Holm, a neighbor, said Orr was holding a spoon."),
        (
            "Marl police said guards found Orr at 4 a.m. on Monday.",
            "Vera Holm, a nurse, said guards found Orr at 6:30 a.m. on Monday.",
        ),
        ("Marl police said four guards were suspended.", "Vera Holm, a lawyer, said three guards were suspended."),
        ("Marl police said Orr was seen by a nurse.", "Vera Holm, his sister, said no nurse saw Orr."),
    ],
)
def test_words_numbers_times_and_denials_of_one_thing_are_set_against_each_other(first: str, second: str) -> None:
    assert Relation.CONTRADICTS in relations(both(first, second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marl police said the van was parked.", "Vera Holm, a neighbor, said the bus was moving."),
        ("Marl police said the fire began in the kitchen.", "Vera Holm, a tenant, said she was in the basement."),
        ("Marl police said four guards were suspended.", "Vera Holm, a lawyer, said three nurses were suspended."),
        (
            "Marl police said guards found Orr at 4 a.m. on Monday.",
            "Vera Holm, a nurse, said guards called her at 6:30 a.m.",
        ),
        ("Marl police said Orr lived in South Harbor.", "Vera Holm, a neighbor, said Orr lived north of the river."),
    ],
)
def test_what_is_said_of_other_things_or_deeds_differs_in_nothing(first: str, second: str) -> None:
    assert not both(first, second)


def test_shots_fired_and_hits_are_two_quantities() -> None:
    hits = "The Marl County medical examiner said Orr was struck three times."
    assert not both("Marl police said the officer fired four times.", hits)
    assert relations(both(hits, "Vera Holm, a nurse, said Orr was struck twice.")) == {Relation.CONTRADICTS}
    present = both(
        "Marl police said the officer fired four times.", "The video shows that the officer fires seven times."
    )
    assert any("shots" in c.topic for c in present)


def test_what_each_of_several_fired_is_not_what_all_fired() -> None:
    assert not both(
        "Marl police said deputies fired 14 rounds.", "Marl police said one of the deputies fired 10 rounds."
    )
    assert not both("Marl police said Dale Orr fired six rounds.", "Marl police said deputies fired 14 rounds.")


def test_what_is_said_instead_of_something_puts_it_right() -> None:
    found = both("Marl police said Orr was riding north.", "Marl police said Orr was riding south, not north.")
    assert relations(found) == {Relation.CHANGED}
    name = both("The dead man is Dale Orr, police said.", "Marl police said he is Daryl Orr, not Dale Orr.")
    assert any("not Dale" in a.span.exact or "not Dale" in c.explanation for c in name for a in c.accounts)


def test_who_is_corrected_in_name_is_one_person() -> None:
    found = both(
        "Marl police said the man killed was Dale Orr, 33.",
        "Police said the man killed was Daryl Orr, not Dale. The coroner, Ada Pym, said Daryl Orr was 32.",
    )
    assert any("age" in c.topic for c in found)


@pytest.mark.parametrize(
    ("first", "second", "topic"),
    [
        (
            "Marl police said Officer Tim Roe was on leave.",
            "Marl police said Officer Tim Roe was fired.",
            "at work",
        ),
        ("Marl police said Officer Tim Roe was fired.", "A judge said Officer Tim Roe was reinstated.", "at work"),
        (
            "Marl police said Officer Tim Roe was on leave.",
            "Officer Tim Roe, who shot Orr on Mill Road, returned to work on Tuesday.",
            "at work",
        ),
        ("Marl police said no arrests have been made.", "The sheriff said a man was arrested.", "held"),
        ("Marl police are still looking for the suspects in the case.", "The sheriff said a man was arrested.", "held"),
        ("Marl police said the suspects remain at large.", "The sheriff said a man turned himself in.", "held"),
        (
            "Marl police said charges against Dale Orr were pending.",
            "A judge said Dale Orr was charged with murder.",
            "charges",
        ),
        (
            "Marl police said a judge dropped the charges.",
            "The sheriff said Dale Orr was convicted of assault.",
            "charges",
        ),
        (
            "Marl police said Dale Orr could face murder charges.",
            "Dale Orr was arraigned on Tuesday on a murder charge.",
            "charges",
        ),
        ("Marl police said a handgun was recovered.", "The sheriff said it was a replica gun.", "a real one"),
        ("Marl police said the van has not been found.", "The sheriff said the van was found in a creek.", "found"),
        ("The hospital said Dale Orr was in critical condition.", "Marl police said Dale Orr died on Tuesday.", "hurt"),
        ("The hospital said Dale Orr was in critical condition.", "Dale Orr is expected to recover.", "hurt"),
    ],
)
def test_a_later_state_is_a_change_whoever_tells_it(first: str, second: str, topic: str) -> None:
    found = [c for c in both(first, second) if topic in c.topic]
    assert relations(found) == {Relation.CHANGED}


def test_an_earlier_state_that_is_told_again_later_is_no_change() -> None:
    told = both("Marl police said Officer Tim Roe was fired.", "Marl police said Officer Tim Roe was on leave in May.")
    assert not [c for c in told if "at work" in c.topic]


def test_that_nobody_is_held_and_then_somebody_is_one_change() -> None:
    found = both(
        "Marl police said no arrests have been made.",
        "Marl police said Ed Pike was arrested on Friday. Police arrested another man, Lou Finn, on Saturday.",
    )
    assert len([c for c in found if c.relation is Relation.CHANGED]) == 1


def test_an_account_that_is_only_recalled_belongs_to_when_it_was_first_told() -> None:
    told = both("Marl police said Orr had a gun.", "Marl police said Orr was unarmed. Police first said he had a gun.")
    assert relations(told) == {Relation.CHANGED}
    alone = differing(reconcile([read(SHOT, "Marl police said Orr was unarmed. Police had said he had a gun.", day=6)]))
    assert relations(alone) == {Relation.CHANGED}


def test_a_kind_of_a_thing_is_denied_with_the_thing() -> None:
    found = both("Marl police said Orr had a gun.", "The sheriff said no handgun was found.")
    assert Relation.CONTRADICTS in relations(found)
    assert not both("Marl police said Orr had a knife.", "The sheriff said no handgun was found.")


def test_what_there_is_no_evidence_of_is_denied() -> None:
    found = both(
        "Marl police said Orr was armed with a knife.",
        "His lawyer, Vera Holm, said there is no evidence that Orr was armed.",
    )
    assert Relation.CONTRADICTS in relations(found)


def test_one_difference_is_one_finding() -> None:
    dossier: Dossier = reconcile(
        [
            read(SHOT, "Marl police said Orr had a gun.", day=5),
            read(SHOT, "Marl police said Orr did not have a gun.", day=6),
        ]
    )
    assert len([f for f in dossier.findings if f.startswith("Changed")]) == 1
    assert not [f for f in dossier.findings if f.startswith("Denied")]


def test_a_note_that_says_what_was_wrong_and_what_is_right_tells_a_change_by_itself() -> None:
    note = Says("an earlier version misstated that the man rode north", predicate="ride", note=True)
    right = Says("he rode south", predicate="ride", note=True)
    found = differing(reconcile([reading(note, right, publisher="The Ferris Post")]))
    assert [c.relation for c in found] == [Relation.CHANGED]
    assert "north" in found[0].explanation
    assert "south" in found[0].explanation


def test_what_is_told_of_a_thing_in_passing_is_denied_too() -> None:
    found = both("Marl police said Orr ran from a stolen car.", "Vera Holm, a neighbor, said the car was not stolen.")
    assert relations(found) == {Relation.CONTRADICTS}


def test_what_is_so_as_a_rule_is_set_against_no_one_time() -> None:
    assert not both(
        "Marl police said the back door was locked.", "Vera Holm, a tenant, said the door was usually open."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Marl police said Orr was holding a phone.", "Vera Holm, a neighbor, said Orr was holding a cellphone."),
        ("Marl police said Orr was holding a handgun.", "Vera Holm, a neighbor, said Orr was holding a gun."),
    ],
)
def test_one_thing_by_two_names_is_not_disputed(first: str, second: str) -> None:
    assert not [c for c in both(first, second) if "in hand" in c.topic]
