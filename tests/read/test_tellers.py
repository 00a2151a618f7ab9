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
        ("They seek the ferryman, an old sailor police said was dressed in green.", "was dressed in green"),
        ("The van was hit by a .380 flare police say was stolen in Corby.", "was stolen in Corby"),
        ("The boat was not a patrol craft-- detectives suspect it was stolen.", "it was stolen"),
    ],
)
def test_police_behind_a_noun_are_the_source_and_the_noun_is_not(text: str, content: str) -> None:
    (source,) = [s for s, c in told(text) if c[-1] == content]
    assert source in ("police", "prosecutors", "detectives")


def test_sources_inside_a_relative_clause_speak_and_its_pronoun_does_not() -> None:
    ((source, _),) = told("The pilot, who sources said is about 40 years old, lived by the quay.")
    assert source == "sources"


def test_who_told_ends_with_its_clause_and_stands_in_what_is_said_around_it() -> None:
    text = (
        "A 5-year-old girl was hurt at a pier. A source said it is unclear whether the 12-year-old girl, who told "
        "police the cousins had found a flare, fired it."
    )
    reading = sayso.read(document(text))
    inner = next(a for a in reading.attributions if a.source[0].exact == "who")
    outer = next(a for a in reading.attributions if a.source[0].exact == "A source")
    assert [s.exact for s in inner.content] == ["the cousins had found a flare"]
    assert inner.parent == outer.id


def test_a_boy_of_another_age_is_another_boy() -> None:
    text = "A 5-year-old boy was hurt at a pier. The 12-year-old boy told police that the flare was a toy."
    assert speakers(text)["that the flare was a toy"] == "The 12-year-old boy"


def test_who_is_the_couple_or_the_family_that_it_stands_behind() -> None:
    text = "A couple who said they sail with the family claimed Ode seldom spoke of her brother."
    assert speakers(text)["they sail with the family"] == "A couple"
    text = "Lou was a tenor in the choir, according to the Odes, who said his hope was to become a sailor."
    assert speakers(text)["his hope was to become a sailor"] == "Odes"


def test_they_are_the_first_of_two_who_act_together() -> None:
    text = "Ana Quill and Lou Pell moor two berths away. They said the crew of the barge kept to themselves."
    assert speakers(text) == {"the crew of the barge kept to themselves": "Ana Quill"}


def test_who_is_called_to_says_nothing() -> None:
    text = 'Deputies could be heard calling out to the man inside, Ode, saying, "Step out on the deck. It is late."'
    assert speakers(text) == {'"Step out on the deck. It is late."': "Deputies"}


def test_a_word_with_a_hyphen_is_no_end_of_a_source() -> None:
    text = "Her court-appointed counsel declined to comment on Monday."
    assert told(text)[0][0] == "Her court-appointed counsel"


def test_a_street_before_the_source_is_not_a_part_of_it() -> None:
    text = "Shots were heard at 12 N. 4th St. Dispatchers advised that a cook and a pilot had been hurt."
    assert speakers(text) == {"that a cook and a pilot had been hurt": "Dispatchers"}


def test_a_name_with_jr_is_no_end_of_what_is_said() -> None:
    text = "The station spoke with Teri Ode, who says her son, Lou Ode Jr., was listed in stable condition on Monday."
    assert told(text)[-1][1] == ["her son, Lou Ode Jr., was listed in stable condition on Monday"]


def test_captions_in_capitals_are_nobodys_words() -> None:
    assert told("Marlo: THE OWNER OF THE BARGE WAS IN COURT ON MONDAY. HE LEFT WITHOUT A WORD.") == []


def test_one_speaker_has_one_label() -> None:
    text = (
        "Dispatcher: “What is your emergency?”\n\nChild: “My brother hurt himself and we are alone.”\n\n"
        "Dispatcher: “How old is he?”\n\nChild: “Nine, no, ten. He did it on accident.”"
    )
    reading = sayso.read(document(text))
    assert len({a.agent for a in reading.attributions}) == 2


def test_a_quotation_alone_belongs_to_whoever_said_something_right_before_it() -> None:
    text = (
        "A neighbor says she knew all of the crew by name. Now that neighbor says she is uneasy.\n\n"
        "“As a diver I keep no flares in my shed at all.”\n\nPolice say the pilot is in a hospital."
    )
    assert speakers(text)["“As a diver I keep no flares in my shed at all.”"] == "A neighbor"


def test_a_quotation_alone_behind_a_refusal_is_nobodys() -> None:
    text = "Lou Ode declined to comment.\n\n“Nobody knows what happened here that night.”\n\nThe inquiry goes on."
    assert "“Nobody knows what happened here that night.”" not in speakers(text)
