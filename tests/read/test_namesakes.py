"""A surname that several bear, standing alone, is the one whom the words around it leave, or nobody."""

from __future__ import annotations

import pytest

from sayso.model import Agent
from sayso.read.namesakes import surname
from tests.read.builders import Said, said


def whose(found: Said, text: str) -> Agent:
    """Whose mention these words are, the last time they stand there."""
    mention = [m for m in found.mentions if m.span.exact == text][-1]
    return found.agents[mention.agent]


def test_an_age_beside_a_surname_makes_it_the_bearer_last_named_whose_age_is_not_told() -> None:
    found = said(
        "Two cousins, Teo Varnek and Nils Orr, saw it.\n\nVarnek said they had found the lamp.\n\n"
        "Deputies learned that the lamp was of Karl Varnek, who was away.\n\nVarnek, 35, was arrested on Sunday."
    )
    assert whose(found, "Varnek").name == "Karl Varnek"


def test_an_age_told_before_makes_a_surname_its_bearer() -> None:
    found = said(
        "Teo Varnek, 61, was driving. His son, Karl Varnek, 35, sat beside him.\n\nVarnek, 61, was taken to hospital."
    )
    assert whose(found, "Varnek").name == "Teo Varnek"


@pytest.mark.parametrize("role", ["attorney", "lawyer"])
def test_what_happened_to_a_surname_did_not_happen_to_the_lawyer_of_that_name(role: str) -> None:
    found = said(
        f"Orr and Teo Varnek were held.\n\n“He has no record,” Orr’s {role}, Blaine Varnek, said.\n\n"
        "Police said that Varnek was arrested at noon."
    )
    assert whose(found, "Varnek").name == "Teo Varnek"


def test_a_relative_named_in_full_leaves_a_surname_to_whom_it_meant() -> None:
    found = said(
        "Teo Varnek fell from the pier. Varnek was asleep.\n\n“We miss him,” said Ida Varnek, his sister.\n\n"
        "Varnek was known as a good swimmer."
    )
    assert whose(found, "Varnek").name == "Teo Varnek"


def test_a_speaker_of_a_name_that_another_bore_in_full_in_between_is_nobody_of_them() -> None:
    found = said("“I saw it,” Ida Varnek said. Karl Varnek then walked to the station. Varnek said the lamp was on.")
    assert found.name("the lamp was on") == "Varnek"


def test_a_surname_stands_before_a_generation() -> None:
    assert surname("teo varnek ii".split()) == "varnek"
    assert surname("teo varnek".split()) == "varnek"
