"""How far an attribution reaches: over the clauses that its cue governs, and no further."""

from __future__ import annotations

import pytest

import sayso
from tests.read.test_claims import document


def credited(text: str) -> dict[str, bool]:
    """By claim, whether somebody is credited with it."""
    return {" ".join(s.exact for s in c.spans): c.attribution is not None for c in sayso.read(document(text)).claims}


def told(text: str) -> list[list[str]]:
    """The words of each attribution's content."""
    return [[s.exact for s in a.content] for a in sayso.read(document(text)).attributions]


def test_a_clause_before_and_police_said_is_not_theirs() -> None:
    found = credited("No officers were injured in the fire, and police said a rifle was recovered at the scene.")
    assert found == {"No officers were injured in the fire": False, "a rifle was recovered at the scene": True}


def test_a_concession_is_somebodys_and_what_follows_is_not() -> None:
    text = "While Chief Orr said the fire is being investigated as arson, it is not clear yet what the motive was."
    assert told(text) == [["the fire is being investigated as arson"]]


@pytest.mark.parametrize(
    ("content", "closing"),
    [
        (
            "Drowning among rowers is very rare but is the most common cause of death for crews under 20, "
            "an age group that has few deaths",
            ", said Lantern Association president Dara Hume.",
        ),
        ("Orr had spoken to Quill earlier that evening, and he told them he was fine", ", the affidavit said."),
    ],
)
def test_who_closes_a_sentence_says_all_of_it(content: str, closing: str) -> None:
    assert [content] in told(f"{content}{closing}")


def test_a_sentence_goes_on_behind_its_parenthesis() -> None:
    found = told("A fight broke out inside the hall, according to Orr, and was followed by shootings outside.")
    assert found == [["A fight broke out inside the hall", "was followed by shootings outside"]]


@pytest.mark.parametrize(
    ("text", "teller", "content"),
    [
        (
            "Corby Police say Lou Quill, 34, rowed to a landing and told a harbor guard that his son had been shot.",
            "Lou Quill, 34",
            "that his son had been shot",
        ),
        (
            "When that did not happen, Reese drove himself to a nearby shop, handed his car keys to an employee and "
            "said his sister would be back for the vehicle, Orr said.",
            "Reese",
            "his sister would be back for the vehicle",
        ),
    ],
)
def test_who_tells_inside_what_is_said_is_nested_in_it(text: str, teller: str, content: str) -> None:
    found = {a.source[0].exact: a for a in sayso.read(document(text)).attributions}
    inner = found[teller]
    assert inner.content[-1].exact == content
    assert inner.parent in {a.id for name, a in found.items() if name != teller}


def test_what_somebody_told_according_to_a_paper_is_theirs_and_what_officials_believe_the_papers() -> None:
    told_in = sayso.read(document("A teenager told investigators that he moved the boat, according to the documents."))
    assert sorted(a.source[0].exact for a in told_in.attributions) == ["A teenager", "the documents"]
    believed = sayso.read(document("Authorities believe Karl Ode moved the boat, according to an affidavit."))
    assert [a.source[0].exact for a in believed.attributions] == ["an affidavit"]


def test_what_is_said_reaches_to_its_verb() -> None:
    text = (
        "Police have said a quarrel between the ferryman and a cook of the Heron, on the 200 block of Quarry "
        "near Alder Lane, began below deck."
    )
    ((content,),) = told(text)
    assert content.endswith("began below deck")


def test_a_sentence_that_one_closes_is_not_begun_by_the_speaker_before() -> None:
    text = (
        "Two rowers were brought to Quarry Hospital with burns, and a third rower was brought to Corby "
        "Hospital with bruises, according to the Fire Department. "
        "The 19-year-old had his leg set at Corby, while the two at Quarry, ages 52 and 33, were both in "
        "good spirits, as was the 33-year-old, said O’Dell, who said the last man had left."
    )
    contents = told(text)
    assert all("19-year-old" not in piece for piece in contents[0])
    assert contents[1][0].startswith("The 19-year-old had") and contents[1][-1].endswith("was the 33-year-old")
