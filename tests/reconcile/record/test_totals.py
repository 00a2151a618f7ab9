"""The cells of how many were killed and injured: words for every number, also for none."""

from __future__ import annotations

import pytest

from sayso.model import Cell, CellState
from tests.reconcile.record.texts import made


def cell(field: str, *texts: str) -> Cell:
    found = made(*texts).cell(field)
    assert found is not None
    return found


def test_nobody_killed_points_at_who_was_hit() -> None:
    killed = cell("killed", "A man was wounded in the leg in a shooting Monday. He is in stable condition.")
    assert (killed.value, killed.state) == ("0", CellState.DERIVED)
    assert killed.said
    assert "nobody is told of as dead" in killed.rule


def test_nobody_hurt_points_at_who_says_so() -> None:
    injured = cell("injured", "Shots were fired at a house on Friday. No one was injured, police said.")
    assert (injured.value, injured.state) == ("0", CellState.STATED)
    assert "No one was injured" in injured.said[0].span.exact


def test_the_hurt_among_all_who_were_shot_point_at_both_numbers() -> None:
    injured = cell("injured", "Four people were shot Monday, one of them fatally. One person was killed.")
    assert (injured.value, injured.state) == ("3", CellState.DERIVED)
    assert {"4 shot", "1 killed"} <= {s.value for s in injured.said}


def test_a_number_that_words_say_is_stated_with_its_rule() -> None:
    killed = cell("killed", "Three people were killed in a shooting Monday in Harrow.")
    assert (killed.value, killed.state) == ("3", CellState.STATED)
    assert "later over earlier" in killed.rule
    assert "credited over unattributed" in killed.rule


@pytest.mark.parametrize("field", ["killed", "injured"])
def test_every_number_has_words(field: str) -> None:
    assert all(
        cell(field, text).said
        for text in (
            "Police were called to a shooting on Ferry Street on Friday.",
            "A man was shot and killed Monday.",
            "Two boys were wounded Monday. A girl was hurt too.",
        )
    )


def test_somebody_without_injuries_to_show_for_a_fight_does_not_tell_how_many_were_hurt() -> None:
    injured = cell(
        "injured",
        "A man and a girl were shot and killed Monday in Springfield.\n\nDetectives said the accused, who shot him, "
        "had no injuries to suggest that she had struggled.",
    )
    assert (injured.value, injured.state) == ("0", CellState.DERIVED)


def test_a_later_headline_of_a_death_counts() -> None:
    early = "Boy shot in Springfield\n\nA 9-year-old boy was shot at a home on Monday. He is in critical condition."
    late = "Boy dies after shooting\n\nA 9-year-old boy who was shot in Springfield has died, police said Tuesday."
    assert cell("killed", early).value == "0"
    assert cell("killed", early, late).value == "1"
    assert cell("injured", early, late).value == "0"


def test_a_death_that_is_only_supposed_counts_nobody() -> None:
    told = "A 2-year-old boy was shot in the head Monday. He faces more charges if the boy dies, police said."
    assert cell("killed", told).value == "0"


def test_words_for_nobody_killed_are_none_of_a_years_shootings() -> None:
    told = (
        "A 10-year-old girl was wounded in a shooting Monday in Springfield, police said.\n\nEarlier this year, 3 "
        "people were injured in another shooting a mile away."
    )
    assert not any("3 people" in s.span.exact for s in cell("killed", told).said)
