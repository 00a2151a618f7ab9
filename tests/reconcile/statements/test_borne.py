"""Two origins of one proposition must both state one fact: what is alike in words alone is told apart by origin."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.ingest import ingest
from sayso.model import AgentKind, Assessment, CueType, Dossier, Modality
from sayso.read import read
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading

POLICE = org("Ferris Police Department")
CORONER = org("Ellery County Coroner")
NEIGHBOUR = person("Vera Holm", "neighbour")


def pulled(text: str, by: Who, predicate: str = "pull", **more: Any) -> Says:
    return Says(text, (by,), predicate, **more)


def counts(*lines: Says) -> list[tuple[int, int]]:
    """The intervals of the propositions, the most independent first; each line is a document."""
    dossier = reconcile([reading(line, name=f"{n}.txt") for n, line in enumerate(lines)])
    ids = {p.id for p in dossier.propositions}
    return sorted((a.independent for a in dossier.assessments if a.subject in ids), reverse=True)


def test_one_fact_in_nearly_the_same_words_has_two_origins() -> None:
    one = pulled("the driver pulled a silver pistol at the crossing", POLICE)
    two = pulled("the driver pulled a silver pistol there", NEIGHBOUR)
    assert counts(one, two) == [(2, 2)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("the driver pulled a silver pistol at the crossing", "when you pull a silver pistol at the crossing"),
        ("the driver pulled a silver pistol at the crossing", "how the driver pulled a silver pistol at the crossing"),
        ("the driver pulled a silver pistol there", "the driver is accused of pulling a silver pistol there"),
        ("the driver pulled a silver pistol twice", "the driver pulled two silver pistols"),
    ],
    ids=["whoever reads it", "a question", "accused", "numbers"],
)
def test_a_rule_a_question_and_an_accusation_bear_no_fact_out(one: str, two: str) -> None:
    assert counts(pulled(one, POLICE), pulled(two, NEIGHBOUR)) == [(1, 1), (1, 1)]


def test_a_denial_is_told_apart_from_what_it_only_looks_like() -> None:
    one = pulled("when a silver pistol was found in the car", POLICE, "find")
    two = pulled("no silver pistol was found in the car", NEIGHBOUR, "find", polarity=False)
    assert counts(one, two) == [(1, 1), (1, 1)]


def test_the_same_deed_of_two_named_people_is_two_facts() -> None:
    others = Says("it was a busy street", (person("Sten Ahlgren"),)), Says("it was dark", (person("Ida Moe"),))
    one = pulled("Ahlgren returned fire from the bridge", POLICE, "return", taking=(("agent", "Ahlgren"),))
    two = pulled("Moe returned fire from the bridge", NEIGHBOUR, "return", taking=(("agent", "Moe"),))
    told = reconcile([reading(*others, one, name="1.txt"), reading(two, name="2.txt")])
    ids = {p.id for p in told.propositions if any("fire" in text for text in (p.text,))}
    assert [a.independent for a in told.assessments if a.subject in ids] == [(1, 1), (1, 1)]


def test_what_each_of_two_says_more_than_the_other_is_borne_out_by_none() -> None:
    one = pulled("Orr died from a gunshot wound", CORONER, "die", taking=(("agent", "Orr"),))
    two = pulled("Orr died at the scene of it", POLICE, "die", taking=(("agent", "Orr"),))
    assert counts(one, two) == [(1, 1), (1, 1)]


def test_of_two_wordings_the_one_that_both_bear_out_is_shown() -> None:
    short = "the driver pulled a silver pistol there"
    one = pulled("the driver pulled a silver pistol from under the back seat", POLICE)
    dossier = reconcile([reading(one, name="1.txt"), reading(pulled(short, NEIGHBOUR), name="2.txt")])
    assert [p.text for p in dossier.propositions] == [short]


def test_what_somebody_remembers_somebody_for_bears_nothing_out() -> None:
    one = pulled("Orr was killed on the bridge", POLICE, "kill", taking=(("patient", "Orr"),))
    two = pulled("Orr was killed on the bridge", NEIGHBOUR, "kill", taking=(("patient", "Orr"),), cue=CueType.BELIEVES)
    assert counts(one, two)[0] == (1, 1)


def test_one_origin_may_repeat_itself_loosely() -> None:
    one = pulled("the driver pulled a silver pistol at the crossing", POLICE)
    two = pulled("when the driver pulled the silver pistol", POLICE)
    dossier = reconcile([reading(one, name="1.txt"), reading(two, name="2.txt")])
    assert [len(p.claims) for p in dossier.propositions] == [2]


def of(dossier: Dossier, words: str) -> Assessment:
    (told,) = [p.id for p in dossier.propositions if words in p.text]
    return next(a for a in dossier.assessments if a.subject == told)


def test_a_source_without_a_name_and_a_name_elsewhere_count_once_for_what_both_tell() -> None:
    stranger = Who("the man", AgentKind.UNNAMED)
    one = Says("a red car rolled down the ramp", (stranger,), "roll")
    two = Says("a red car rolled down the ramp", (person("Otto Brand"),), "roll")
    dossier = reconcile([reading(one, name="1.txt"), reading(two, name="2.txt")])
    assert of(dossier, "red car").independent == (1, 1)
    assert any("may be or include" in e.note for e in dossier.dependences if e.claims)


def test_a_paper_of_nobody_named_counts_with_the_body_that_tells_the_same() -> None:
    paper = Who("a wanted poster", AgentKind.UNNAMED)
    one = Says("a red car rolled down the ramp", (paper,), "roll")
    two = Says("a red car rolled down the ramp", (POLICE,), "roll")
    dossier = reconcile([reading(one, name="1.txt"), reading(two, name="2.txt")])
    assert of(dossier, "red car").independent == (1, 1)


def test_the_same_eight_words_are_one_wording_whoever_is_credited() -> None:
    words = "a red car rolled slowly backwards down the ramp"
    one, two = Says(words, (NEIGHBOUR,), "roll"), Says(words, (POLICE,), "roll")
    dossier = reconcile([reading(one, name="1.txt"), reading(two, name="2.txt")])
    assert of(dossier, "red car").independent == (1, 1)
    assert dossier.overall.independent == (2, 2), "the tie holds for what is told alike, and for no more"


def test_a_possible_deed_bears_no_deed_out() -> None:
    one = pulled("the driver pulled a silver pistol there", POLICE)
    two = pulled("the driver pulled a silver pistol there", NEIGHBOUR, modality=Modality.POSSIBLE)
    assert counts(one, two) == [(1, 1), (1, 1)]


@pytest.mark.parametrize(("heard", "least"), [("told police", 1), ("told reporters", 2)])
def test_who_told_the_police_something_may_be_where_the_police_have_the_rest_from(heard: str, least: int) -> None:
    first = f"Vera Holm, a neighbor, {heard} that she stood at the window."
    one = f"{first} Holm said the driver pulled a silver pistol there."
    two = "The driver pulled a silver pistol at the crossing, the Ferris Police Department said."
    dossier = reconcile([read(ingest(text, name=f"{n}.txt")) for n, text in enumerate((one, two))])
    assert of(dossier, "silver pistol").independent == (least, 2)
