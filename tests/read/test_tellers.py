"""Who tells: the source that a sentence gives its cue, and quotations that stand alone behind their speaker."""

from __future__ import annotations

import pytest

import sayso
from tests.read.test_claims import document


def told(text: str) -> list[tuple[str, list[str]]]:
    """By attribution, the source's words and those of its content."""
    return [
        (" ".join(s.exact for s in a.source), [s.exact for s in a.content])
        for a in sayso.read(document(text)).attributions
    ]


def speakers(text: str) -> dict[str, str | None]:
    """By the last words of each content, the name of who is credited with it."""
    reading = sayso.read(document(text))
    names = {a.id: a.name for a in reading.agents}
    return {a.content[-1].exact: names.get(a.agent or "") for a in reading.attributions}


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("They seek the driver, a young man police said was dressed in black.", "was dressed in black"),
        ("The van was hit by a .380 flare police say was stolen in Corby.", "was stolen in Corby"),
        ("The boat was not a patrol craft-- detectives suspect it was stolen.", "it was stolen"),
    ],
)
def test_police_behind_a_noun_are_the_source_and_the_noun_is_not(text: str, content: str) -> None:
    (source,) = [s for s, c in told(text) if c[-1] == content]
    assert source in ("police", "prosecutors", "detectives")


def test_sources_inside_a_relative_clause_speak_and_its_pronoun_does_not() -> None:
    ((source, _),) = told("The teen, who sources said is about 16 years old, lived in the area.")
    assert source == "sources"


def test_who_told_ends_with_its_clause_and_stands_in_what_is_said_around_it() -> None:
    text = (
        "A 3-year-old boy was hurt at a pier. A source said it is unclear whether the 11-year-old boy, who told police "
        "the kids had been playing with a flare, fired it."
    )
    reading = sayso.read(document(text))
    inner = next(a for a in reading.attributions if a.source[0].exact == "who")
    outer = next(a for a in reading.attributions if a.source[0].exact == "A source")
    assert [s.exact for s in inner.content] == ["the kids had been playing with a flare"]
    assert inner.parent == outer.id


def test_a_boy_of_another_age_is_another_boy() -> None:
    text = "A 3-year-old boy was hurt at a pier. The 11-year-old boy told police that the flare was a toy."
    assert speakers(text)["that the flare was a toy"] == "The 11-year-old boy"


def test_who_is_the_couple_or_the_family_that_it_stands_behind() -> None:
    text = "A couple who said they know the family claimed Ode often complained about her daughter."
    assert speakers(text)["they know the family"] == "A couple"
    text = "Lou was a deacon at his church, according to the Odes, who said his dream was to become a sailor."
    assert speakers(text)["his dream was to become a sailor"] == "Odes"


def test_they_are_the_first_of_two_who_act_together() -> None:
    text = "Ana Quill and Lou Pell live five doors down. They said the people who lived here were quiet."
    assert speakers(text) == {"the people who lived here were quiet": "Ana Quill"}


def test_who_is_called_to_says_nothing() -> None:
    text = 'Deputies could be heard calling out to the man inside, Ode, saying, "Come to the door. It is late."'
    assert speakers(text) == {'"Come to the door. It is late."': "Deputies"}


def test_a_word_with_a_hyphen_is_no_end_of_a_source() -> None:
    text = "His court-appointed attorney did not immediately return a phone call seeking comment."
    assert told(text)[0][0] == "His court-appointed attorney"


def test_a_street_before_the_source_is_not_a_part_of_it() -> None:
    text = "Shots were fired at 450 S. 1st St. Dispatchers advised that a man and a woman had been hurt."
    assert speakers(text) == {"that a man and a woman had been hurt": "Dispatchers"}


def test_a_name_with_jr_is_no_end_of_what_is_said() -> None:
    text = "The station spoke with Teri Ode, who says her son, Lou Ode Jr., was listed in stable condition on Monday."
    assert told(text)[-1][1] == ["her son, Lou Ode Jr., was listed in stable condition on Monday"]


def test_captions_in_capitals_are_nobodys_words() -> None:
    assert told("Devin: THE FATHER OF THE BOY WAS IN COURT FACING CHARGES. HE LEFT WITHOUT A WORD.") == []


def test_one_speaker_has_one_label() -> None:
    text = (
        "Dispatcher: “What is your emergency?”\n\nChild: “My brother hurt himself and we are alone.”\n\n"
        "Dispatcher: “How old is he?”\n\nChild: “Nine, no, ten. He did it on accident.”"
    )
    reading = sayso.read(document(text))
    assert len({a.agent for a in reading.attributions}) == 2


def test_a_quotation_alone_belongs_to_whoever_said_something_right_before_it() -> None:
    text = (
        "A neighbor says she thought of them as a family. Now that neighbor says she has concerns.\n\n"
        "“Me being a mom, I know I have no flares in my house.”\n\nPolice say the child is in a hospital."
    )
    assert speakers(text)["“Me being a mom, I know I have no flares in my house.”"] == "A neighbor"


def test_a_quotation_alone_behind_a_refusal_is_nobodys() -> None:
    text = "Lou Ode declined to comment.\n\n“Nobody knows what happened here that night.”\n\nThe inquiry goes on."
    assert "“Nobody knows what happened here that night.”" not in speakers(text)
