"""How many people sentences say were killed, hurt or shot."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.numbers import numbers
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell
from tests.reconcile.record.texts import reading


def told(text: str) -> set[tuple[str, int]]:
    """The numbers of one text, without what is only said of death and life."""
    known = pages([reading(text)])
    found = numbers(tell(known, named_people(known)))
    return {(n.kind, n.n) for n in found if n.kind not in {"death", "life"}}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A man and two women were shot and killed Monday, police said.", {("killed", 3)}),
        ("Man, child injured in shooting in Harrow", {("hurt", 2)}),
        ("10-Year-Old Girl Dies After Being Shot", {("killed", 1)}),
        ("3-year-old and four adults shot in Barton", {("shot", 5)}),
        ("Two 19-year-olds were shot in the leg.", {("shot", 2)}),
        ("Three men, ages 21, 21 and 20, and two women, ages 51 and 21, were shot.", {("shot", 5)}),
        ("Two men were shot; both died at the hospital.", {("shot", 2), ("killed", 2)}),
        ("Gang Shooting in Harrow Leaves 4 Wounded, 1 Critically, Police Say", {("hurt", 4)}),
        ("Seven other officers were wounded on Monday.", {("hurt", 7)}),
        ("The attack killed five officers and injured nine others and two civilians.", {("killed", 5), ("hurt", 11)}),
        ("Four people, including two children, were wounded on Monday.", {("hurt", 4)}),
        ("A shooter opened fire on the group, hitting all five and killing both women.", {("shot", 5), ("killed", 2)}),
        ("Vasker killed her daughter, Petra Olm, and her father, Dario Tarn, 50, on Monday.", {("killed", 2)}),
        ("The toddler, Petra Olm, was shot in the head on Monday.", {("shot", 1)}),
        ("She and her mother were shot outside a school.", {("shot", 2)}),
        ("A man fatally shot his twin daughters on Monday.", {("killed", 2)}),
        ("A shooter opened fire, hitting all five and killing both women, Tarn said.", {("shot", 5), ("killed", 2)}),
        ("Three lives were lost, and a fourth victim was wounded.", {("killed", 3), ("hurt", 1), ("rank", 4)}),
        ("Paramedics pronounced the boy dead on Monday.", {("killed", 1)}),
        ("Police arrested a man in the fatal shooting of Petra Olm.", {("killed", 1)}),
    ],
)
def test_people_are_added_up_once(text: str, numbers: set[tuple[str, int]]) -> None:
    assert told(text) == numbers


def test_who_is_not_hurt_is_not_counted() -> None:
    assert told("The officer was not injured, police said. No one else was hurt.") == {("none", 0)}


def test_an_age_is_no_number_of_people() -> None:
    assert ("shot", 46) not in told("The grandmother, who was 46, was shot in the thigh.")


@pytest.mark.parametrize(
    "text",
    [
        "At least one shot was fired at the house on Monday.",
        "The door was hit 10 times by bullets on Monday.",
        "A car struck two vehicles after the shooting.",
        "The blast killed nobody and injured two of the family dogs.",
    ],
)
def test_shots_times_and_cars_are_no_people(text: str) -> None:
    assert not {n for kind, n in told(text) if kind in {"shot", "hurt", "killed"} and n != 1}
    assert not told("At least one shot was fired at the house on Monday.")


def test_a_fourth_victim_tells_that_there_were_four() -> None:
    assert ("rank", 4) in told("A fourth victim was grazed by a bullet, police said.")


def test_by_their_own_hand_and_after_shooting_others_are_told_apart() -> None:
    assert ("self", 1) in told("The gunshot wound was self-inflicted, police said.")
    assert ("after", 1) in told("Orrin Vasker shot his wife and then turned the gun on himself.")


@pytest.mark.parametrize(
    "text",
    [
        "Five people were wounded on Monday and two of them died.",
        "Five people were shot on Monday. Two of them later died.",
    ],
)
def test_of_whom_some_died_so_many_were_shot_in_all(text: str) -> None:
    known = pages([reading(text)])
    found = numbers(tell(known, named_people(known)))
    assert {(n.kind, n.n, n.among) for n in found if n.kind in {"killed", "hurt", "shot"}} == {
        ("shot", 5, 0),
        ("killed", 2, 5),
    }


def test_a_letter_that_is_two_in_lower_case_moves_no_words() -> None:
    text = "İzmir İnn: Two men were shot at İlk Street."
    known = pages([reading(text)])
    (found,) = [n for n in numbers(tell(known, named_people(known))) if n.kind == "shot"]
    assert text[found.sign.start : found.sign.end].startswith("Two men were shot")
