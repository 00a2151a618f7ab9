"""Values of shootings between civilians that cannot both be, though nobody need be credited with them."""

from __future__ import annotations

import pytest

from sayso.model import Comparison
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import differing, read

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


CHARGED = ("Dale Orr was shot on Mill Road on Monday.", "Police arrested Ivo Brand, 24, and charged him with murder.")


@pytest.mark.parametrize(
    ("first", "second", "topic"),
    [
        ("A man ran up and started shooting.", "Marl police said someone walked up and opened fire.", "came up"),
        ("Shots were fired from a passing car.", "Marl police said a man walked up and opened fire.", "came up"),
        ("Orr died instantly.", "Orr was pronounced dead at Marl Hospital.", "where the person died"),
        ("Ivo Brand surrendered to police on Tuesday.", "Ivo Brand was apprehended on Tuesday.", "into custody"),
        ("Guards tackled Ivo Brand.", "Ivo Brand was arrested after a chase through the town.", "into custody"),
        (
            "Ivo Brand said that he kept the gun in a locked closet.",
            "Marl police said that the boy found the unsecured handgun.",
            "locked away",
        ),
        ("The officers were making a traffic stop.", "The officers made a pedestrian stop.", "kind of stop"),
        ("Ivo Brand killed his wife.", "Marl police said Ivo Brand shot his ex-wife.", "still married"),
        ("Ivo Brand killed his girlfriend.", "Marl police said he shot his ex-girlfriend.", "still a couple"),
        ("Ivo Brand killed his son.", "Marl police said Ivo Brand shot his stepson.", "their own child"),
        ("Marl police said Ivo Brand shot Orr.", "“I was not the shooter,” Ivo Brand said.", "whether they did it"),
        (
            "Marl police identified Ivo Brand as the gunman.",
            "Lena Quill, a friend, said Ivo Brand was with us at the time.",
            "whether they did it",
        ),
    ],
)
def test_accounts_of_how_a_shooting_went_are_set_against_each_other(first: str, second: str, topic: str) -> None:
    found = differing(reconcile([read(*CHARGED, first, day=5), read(*CHARGED, second, day=6)]))
    assert any(topic in c.topic for c in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ivo Brand was arrested after a chase.", "Ivo Brand was apprehended on Tuesday."),
        ("Ivo Brand was caught at a motel.", "They surrendered to police in another case."),
        ("A man ran up and started shooting.", "Marl police said Orr walked up the stairs."),
        ("A man fired shots.", "Lena Quill said Ivo Brand had nothing to do with the party."),
        (
            "Marl police said the boy found the unsecured handgun.",
            "Ann Tarn, a neighbor, said her rifles are locked up.",
        ),
    ],
)
def test_what_is_a_kind_of_the_other_or_of_others_is_no_account_of_it(first: str, second: str) -> None:
    told = "Dale Orr was shot on Mill Road on Monday."
    assert not differing(reconcile([read(told, first, day=5), read(told, second, day=6)]))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Tyra Ode", "Etyra Ode"),
        ("Erika Ode", "Erica Ode"),
        ("Katheryn Ode", "Kathryn Ode"),
        ("Dale Tamworth", "Dale Tamwirth"),
    ],
)
def test_names_that_two_documents_spell_differently_are_told(one: str, two: str) -> None:
    found = differing(
        reconcile([read(f"{one}, 10, was shot on Mill Road.", day=5), read(f"{two}, 10, was shot.", day=6)])
    )
    assert any("spelled" in c.topic or "name" in c.topic for c in found)


@pytest.mark.parametrize(
    ("one", "two"),
    [("Dale Ode", "Dane Ode"), ("Carl Ode", "Carla Ode"), ("Mike Ode", "Michael Ode"), ("Ja'Dale Ode", "Jadale Ode")],
)
def test_names_of_two_people_and_short_forms_are_no_spellings(one: str, two: str) -> None:
    found = differing(reconcile([read(f"{one} was seen in Marl.", day=5), read(f"{two} was seen in Marl.", day=6)]))
    assert not any("spelled" in c.topic for c in found)


def test_names_that_one_document_has_both_of_are_two_peoples() -> None:
    both = read("Katheryn Ode was shot on Mill Road.", "Kathryn Ode, her mother, was at home.", day=6)
    found = differing(reconcile([read("Katheryn Ode was shot on Mill Road.", day=5), both]))
    assert not any("spelled" in c.topic for c in found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orr was shot in the head.", "Orr was hit in the chest."),
        ("Orr was shot in the back.", "A bullet struck Orr in the leg."),
        ("Orr was shot in the neck.", "Orr was shot in the upper torso."),
        (
            "Orr was shot in the right arm and chest. He was also hit in the left arm.",
            "Orr was shot in the left leg, right arm and chest.",
        ),
        ("A bullet hit Orr in the left arm.", "The 31-year-old man was shot in the right leg."),
    ],
)
def test_parts_of_the_body_that_cannot_be_one_another_differ(first: str, second: str) -> None:
    assert "where on the body" in {c.topic for c in apart(first, second)}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Orr was shot in the head.", "Orr was shot in the back of the head."),
        ("Orr was shot in the chest.", "Orr was shot in the torso."),
        ("Orr was shot in the chest.", "Orr was shot in the chest and leg."),
        ("Orr was shot in the leg.", "Orr was shot in the back seat of a car."),
        ("Orr was shot in the leg.", "A 17-year-old girl was shot in the arm."),
    ],
)
def test_parts_that_may_be_one_or_are_more_or_anothers_differ_in_nothing(first: str, second: str) -> None:
    assert "where on the body" not in {c.topic for c in apart(first, second)}


def test_what_two_documents_tell_of_a_named_person_differs_though_nobody_is_credited() -> None:
    found = apart("Orr was found in the kitchen.", "Orr was found in a shed.")
    assert [c.topic for c in found] == ["where in the building"]
    assert not apart("A man was found in the kitchen.", "A man was found in a shed.", opening="A man was shot in Marl.")
