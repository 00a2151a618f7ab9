"""Who saw or heard it."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.fit import clause_after, clause_before
from sayso.reconcile.record.fitting import fitted


def kept(text: str, words: str, value: str) -> bool:
    start = text.index(words)
    return fitted("witness", text, start, start + len(words), value) is not None


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Police are looking for any witnesses to the shooting.", "witnesses", "witness"),
        ("Police seek witnesses that could lead them to the shooters.", "witnesses", "witness"),
        ("They tried to find potential witnesses of the shooting.", "witnesses", "witness"),
        ("On Monday, several witnesses took the stand.", "witnesses", "witness"),
        ("He is facing charges of witness tampering.", "witness", "witness"),
        ("She liked helping the neighbors, his aunt said.", "neighbors", "neighbor"),
        ("Police said her neighbor accidentally shot his daughter.", "neighbor", "neighbor"),
        ("The girl ran to a neighbor's house, police said.", "neighbor", "neighbor"),
        ("Olm was an innocent bystander when the gunfire broke out.", "bystander", "bystander"),
        ("They asked us if we heard any gunshots. We said no.", "we heard", "witness"),
        ("She had planned this, is what we heard, said his sister.", "we heard", "witness"),
        ("“I heard an old sailor say that she was kind.”", "I heard", "witness"),
        ("Somebody who saw the crash helped her out of the car.", "who saw", "witness"),
    ],
)
def test_who_is_sought_testifies_lives_there_or_tells_of_something_else_is_no_witness(
    text: str, words: str, value: str
) -> None:
    assert not kept(text, words, value)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Police are interviewing witnesses and looking for evidence.", "witnesses", "witness"),
        ("Witnesses saw three men run from the scene.", "Witnesses", "witness"),
        ("several people who witnessed the 2:30 a.m. shooting, police said", "who witnessed", "witness"),
        ("“I heard about ten rounds, so I came to my door.”", "I heard", "witness"),
        ("“I saw two people holding him up.”", "I saw", "witness"),
        ("A neighbor called police after he heard a shot.", "neighbor", "neighbor"),
        ("Neighbors said they heard screaming after the shots.", "Neighbors", "neighbor"),
    ],
)
def test_who_saw_or_heard_it_and_whom_police_interview_are_witnesses(text: str, words: str, value: str) -> None:
    assert kept(text, words, value)


def test_a_clause_ends_at_the_sentence_and_not_at_an_abbreviation() -> None:
    text = "It was late. About 2 a.m. Sgt. Quill came. He left."
    assert clause_before(text, text.index("Quill")) == "About 2 a.m. Sgt. "
    assert clause_after(text, text.index(" came")) == " came"
