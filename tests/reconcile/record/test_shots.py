"""How many shots were fired: what was heard, fired or found spent."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.fitting import fitted


def value(text: str, words: str, told: str) -> str | None:
    start = text.index(words)
    found = fitted("shots", text, start, start + len(words), told)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Quill had a single gunshot wound to the head.", "a single gunshot", "1"),
        ("Tarn died of a single gunshot to the head.", "a single gunshot", "1"),
        ("The boy was hit by a single bullet.", "a single bullet", "1"),
        ("One bullet struck a truck across the lot.", "One bullet", "1"),
        ("They dropped one gunshot victim off at the clinic.", "one gunshot", "1"),
        ("Quill was shot five times and died there.", "five times", "5"),
    ],
)
def test_a_wound_and_what_was_hit_tell_no_number_of_shots_fired(text: str, words: str, told: str) -> None:
    assert value(text, words, told) is None


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("Neighbors heard one gunshot ring out from the house.", "one gunshot", "1"),
        ("The child grabbed it and fired one round into her shoulder.", "one round", "1"),
        ("Deputies say one shot was fired.", "one shot", "1"),
        ("A teen drew a gun and fired three times at the group.", "three times", "3"),
        ("The man in the car shot two times at a trailer.", "two times", "2"),
        ("Officers found six shell casings.", "six shell casings", "6"),
    ],
)
def test_what_was_heard_fired_or_found_spent_tells_how_many(text: str, words: str, told: str) -> None:
    assert value(text, words, told) == told


def test_several_hits_tell_of_several_shots_but_count_less_than_a_number_of_casings() -> None:
    text = "Olm was shot multiple times. About 50 shell casings lay there."
    hits = fitted("shots", text, 13, 27, "multiple")
    casings = fitted("shots", text, text.index("About"), text.index(" lay"), "50")
    assert hits is not None
    assert casings is not None
    assert hits.weight < casings.weight
