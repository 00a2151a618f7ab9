"""What reading finds by its form, as a record can use it."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.fitting import Fit, fitted


def fit(kind: str, text: str, words: str, value: str | None = None) -> Fit | None:
    start = text.index(words)
    return fitted(kind, text, start, start + len(words), value or words)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("charged with murder in connection with the May 1 case", "murder in connection with the May 1", "murder"),
        ("charged with first-degree murder", "first-degree murder", "first-degree murder"),
        ("she was charged on June 11 with theft", "June 11", None),
        ("Turn to 9News, which keeps you informed", "9News", None),
        ("had been charged a year ago with assault", "assault", None),
    ],
)
def test_a_charge_is_an_offence_of_this_case(text: str, words: str, value: str | None) -> None:
    found = fit("charges", text, words)
    assert (found.value if found else None) == value


def test_a_street_that_is_cut_short_is_completed() -> None:
    text = "in the 1000 block of Alder Hills Drive on Monday"
    found = fit("address", text, "1000 block of Alder")
    assert found is not None
    assert found.value == "1000 block of Alder Hills Drive"
    assert text[found.start : found.end] == found.value


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("with her children, Tavi, 8, and Mirel, 12, at home", "Mirel"),
        ("that little Tavin found the gun", "Tavin"),
        ("the two were in Georgia", "Georgia"),
        ("deputies of the Orsk County Sheriff's office", "Orsk County Sheriff's"),
        ("as in recent incidents in Dallas", "Dallas"),
        ("held in the Orsk County Jail in Harrow", "Harrow"),
        ("flown to a hospital in Harrow", "Harrow"),
        ("a friend who previously lived with them in Harrow", "Harrow"),
        ("he was arrested late Monday in Harrow", "Harrow"),
        ("Tarn lived with the two, and with their father, for a year in Harrow", "Harrow"),
    ],
)
def test_persons_states_bodies_and_other_cases_are_no_place(text: str, words: str) -> None:
    assert fit("place", text, words) is None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        (
            "in the 1000 block of South St. Alder Avenue",
            "1000 block of South St.",
            "1000 block of South St. Alder Avenue",
        ),
        ("near North Flora and East 8th Street", "North Flora", "North Flora and East 8th Street"),
    ],
)
def test_streets_of_saints_and_crossings_are_told_whole(text: str, words: str, value: str) -> None:
    found = fit("address", text, words)
    assert found is not None
    assert found.value == value


def test_the_shots_that_hit_one_of_several_are_not_all_shots() -> None:
    assert fit("shots", "Orsk shot one man in the bar five times", "five times", "5") is None
    assert fit("shots", "Five were shot, including one man who was shot 10 times", "10 times", "10") is None


def test_a_place_after_at_or_in_counts_more_than_one_named_aside() -> None:
    inside, aside = (fit("place", t, "Springfield") for t in ("shot in Springfield", "the Springfield team"))
    assert inside is not None
    assert aside is not None
    assert inside.weight > aside.weight


@pytest.mark.parametrize(
    ("kind", "text", "words", "value"),
    [
        ("investigation", "(Olm — Register)Harrow Police investigate", "(Olm — Register)Harrow Police", "x"),
        ("investigation", "HARROW (WXYZ) is investigating", "HARROW", "HARROW"),
        ("weapon", "the Bureau of Alcohol, Tobacco and Firearms", "Firearms", "gun"),
        ("shots", "at least one shot went through a wall", "at least one shot", "1"),
        ("shots", "deputies went four times to the house", "four times", "4"),
        ("shots", "an empty box of 50 bullets", "50 bullets", "50"),
        ("arrest", "had been arrested 15 times", "arrested", "arrested"),
        ("witness", "call Secret Witness at", "Witness", "witness"),
        ("witness", "a wake-up call for the neighbors", "neighbors", "neighbor"),
        ("injury", "her mother died just months ago", "died", "dead"),
    ],
)
def test_what_is_something_else_is_refused(kind: str, text: str, words: str, value: str) -> None:
    assert fit(kind, text, words, words if value == "x" else value) is None


def test_a_range_of_shots_is_kept_as_one() -> None:
    found = fit("shots", "heard three to four shots", "four shots", "4")
    assert found is not None
    assert found.value == "3..4"


def test_what_a_kind_has_no_rule_for_is_taken_as_it_is() -> None:
    assert fitted("hospital", "taken to a hospital", 0, 5, "taken") == Fit(0, 5, "taken")


def test_of_several_charges_the_gravest_counts_most() -> None:
    text = "charged with murder, attempted murder, assault and carrying a pistol without a permit"
    words = ("murder", "attempted murder", "assault", "carrying a pistol without a permit")
    weights = [found.weight for w in words if (found := fit("charges", text, w)) is not None]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == len(words)


@pytest.mark.parametrize(
    "text", ["They are searching for the weapon used", "He has been on the run since but was captured on Saturday"]
)
def test_who_is_caught_and_what_is_a_thing_is_not_wanted(text: str) -> None:
    words = "searching for the" if "searching" in text else "on the run"
    assert fit("arrest", text, words, "wanted") is None
