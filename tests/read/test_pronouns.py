"""Whom a pronoun that speaks, or that tells who speaks, stands for."""

from __future__ import annotations

import pytest

from tests.read.builders import said


def test_a_gender_that_a_pronoun_only_suggests_gives_way_to_who_speaks_next() -> None:
    found = said(
        "Chief Robin Ode said evidence shows that he was ill. “He left,” a woman said. Ode said he ran away.\n\n"
        "“We cannot say why the man rang the bell,” she said."
    )
    assert found.name("We cannot say") == "Robin Ode"


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Lou Ode’s boat lies beside the pier, and he says he has known the crew since spring.", "known", "Lou Ode"),
        ("Police said Ode was in the car when Pell left. He said he had not seen the flare.", "not seen", "Ode"),
    ],
)
def test_who_is_told_of_right_before_speaks_where_nobody_else_can(text: str, words: str, name: str) -> None:
    assert said(text).name(words) == name


def test_they_are_no_maker_of_what_police_found() -> None:
    found = said("Corby police said they found a red Lantern Blazer they believe was stolen in Ellery.")
    assert all(a.agent is None or found.agents[a.agent].name != "Lantern" for a in found.attributions)


def test_the_chief_is_the_person_with_that_title_and_not_a_heading_s_label() -> None:
    found = said(
        "Chief: Flare victim ‘only meant to help’\n\n“It seems that because of the storm nobody sailed home,” "
        "Corby Police Chief Ana Ode said.\n\n“We do not have a cause for the fire so far,” the chief said."
    )
    assert found.name("do not have a cause") == "Ana Ode"


def test_guests_who_saw_it_are_no_video() -> None:
    found = said("Police review the harbor video and speak to guests who described seeing four men flee.")
    assert "video" not in found.name("seeing four men flee")
