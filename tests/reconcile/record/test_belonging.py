"""Whose weapon, whose investigation, who was brought to a hospital, and what somebody is charged with."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.fitting import fitted


def value(kind: str, text: str, words: str, told: str | None = None) -> str | None:
    start = text.index(words)
    found = fitted(kind, text, start, start + len(words), told or words)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Police searched the area with guns drawn", "guns", "gun"),
        ("residents fear gun and gang violence", "gun", "gun"),
        ("he had been arrested in gun-related incidents", "gun", "gun"),
        ("People just need to put the guns down", "guns", "gun"),
        ("what made a man want to gun down children", "gun", "gun"),
        ("Orsk is considered armed and dangerous", "armed", "armed"),
        ("suspected of armed robbery", "armed", "armed"),
        ("Initial reports said it was a BB gun, however, he was shot", "BB gun", "replica"),
        ("had criminal convictions for carrying a firearm", "firearm", "gun"),
    ],
)
def test_guns_at_large_of_officers_and_of_earlier_cases_are_not_the_weapon(text: str, words: str, told: str) -> None:
    assert value("weapon", text, words, told) is None


def test_the_gun_of_who_opened_fire_counts_more_than_that_of_who_fired_back() -> None:
    text = "He pulled out a handgun and opened fire. Olm pulled his gun, fired back."
    first = fitted("weapon", text, 16, 23, "gun")
    second = fitted("weapon", text, text.index("his gun") + 4, text.index("his gun") + 7, "gun")
    assert first is not None
    assert second is not None
    assert second.weight < first.weight


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The victim was transported to the Orsk County Medical Examiner's Office", "transported to"),
        ("Orsk was transported to Troop 4, where he was charged", "transported to"),
        ("a man was grazed and treated at the scene", "treated at"),
        ("“I rushed to the hospital but my son was dead”", "rushed to the hospital"),
        ("the person taken to the hospital was not injured in the shooting", "taken to the hospital"),
    ],
)
def test_jails_morgues_and_who_only_went_there_are_no_hospital(text: str, words: str) -> None:
    assert value("hospital", text, words, "taken to hospital") is None


def test_who_was_hurt_is_taken_to_a_hospital() -> None:
    for text, words in (
        ("She was transported to Olm Medical Center", "transported to"),
        ("The boy was rushed to the hospital", "rushed to the hospital"),
    ):
        assert value("hospital", text, words, "taken to hospital") == "taken to hospital"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Harrow Officer Tam Orsk was investigating vehicle damage when he was shot", "Harrow Officer Tam Orsk"),
        ("A suspect in an ongoing investigation was arrested", "ongoing investigation"),
    ],
)
def test_who_looks_into_something_else_does_not_investigate_it(text: str, words: str) -> None:
    told = "under investigation" if words.startswith("ongoing") else words
    assert value("investigation", text, words, told) is None


def test_who_looks_into_the_shooting_investigates_it() -> None:
    assert value("investigation", "Harrow police are investigating after a girl was shot", "Harrow police")
    assert value("investigation", "Homicide detectives are investigating.", "Homicide detectives")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        (
            "charged with one count each of attempted murder, assault",
            "one count each of attempted murder",
            "attempted murder",
        ),
        (
            "charged with four counts of neglect of a dependent",
            "four counts of neglect of a dependent",
            "neglect of a dependent",
        ),
        ("charged with murder and eight counts each of assault", "murder and eight counts each of assault", "murder"),
        ("charged with unlawful possession of a firearm", "unlawful possession", "unlawful possession of a firearm"),
        ("three years of a four-year sentence on charges of assault", "assault", None),
    ],
)
def test_a_charge_is_told_without_how_often_and_as_a_whole(text: str, words: str, found: str | None) -> None:
    assert value("charges", text, words) == found
