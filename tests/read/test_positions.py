"""What the order of words tells: answers to what was just said, in the same sentence."""

from __future__ import annotations

import pytest

from sayso.model import CueType
from sayso.read.parse import parse
from sayso.read.syntax import subject
from tests.read.builders import document, said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Mills said the guard drew a knife, a claim his sister, Ada Boone, rejects.",
            "his sister, Ada Boone",
            "a claim",
        ),
        ("Mills said the guard drew a knife, which two porters denied.", "two porters", "which"),
        ("Mills said the guard drew a knife, an account contradicted by video.", "video", "an account"),
        ("Mills said the guard drew a knife, but his lawyer disputes that.", "his lawyer", "that"),
    ],
)
def test_an_answer_in_the_same_sentence_denies_what_it_stands_behind(text: str, source: str, content: str) -> None:
    found = said(text)
    first, answer = found.attributions
    assert [s.exact for s in first.content] == ["the guard drew a knife"]
    assert answer.source[0].exact == source
    assert answer.content[0].exact == content
    assert answer.cue_type is CueType.DENIES
    assert answer.confirms == (first.id,)


def test_an_answer_denies_the_last_thing_said_and_not_the_whole_account() -> None:
    found = said(
        "Mills said the guard left at noon. Mills said he had the keys. "
        "Mills said the guard drew a knife, which two porters denied."
    )
    *_, last, answer = found.attributions
    assert answer.confirms == (last.id,)


def test_a_noun_that_names_no_account_makes_no_answer() -> None:
    found = said("Mills said the guard drew a knife, a thing his sister rejects.")
    assert len(found.attributions) == 1


def test_who_confirms_one_thing_and_will_not_say_another_declines_the_other() -> None:
    found = said("Lt. Ora Finch confirmed the bridge is closed but would not say how many beams had cracked.")
    assert [a.cue_type for a in found.attributions] == [CueType.CONFIRMS, CueType.DECLINES]


def test_a_content_goes_on_behind_the_point_of_an_abbreviation() -> None:
    found = said("According to a log kept by the harbor, crews were called at 7:52 p.m. for a report of smoke.")
    assert found.attributions[0].content[-1].exact.endswith("for a report of smoke")


@pytest.mark.parametrize(
    "text",
    [
        "The Ledger, citing two dock officials, reported that the guard was drunk.",
        "The Ledger reported that the guard was drunk, citing two dock officials.",
        "Citing two dock officials, the Ledger reported that the guard was drunk.",
    ],
)
def test_whom_a_speaker_cites_says_it_through_the_speaker(text: str) -> None:
    outer, inner = said(text).attributions
    assert outer.source[0].exact.lower() == "the ledger"
    assert inner.source[0].exact == "two dock officials"
    assert inner.parent == outer.id
    assert inner.content == outer.content
    assert inner.content[0].exact.endswith("the guard was drunk")


def test_a_reason_that_is_cited_says_nothing() -> None:
    found = said("The harbor master said the pier is shut, citing safety concerns.")
    assert all(a.parent is None for a in found.attributions)


def test_what_a_paper_identifies_somebody_as_is_the_papers() -> None:
    found = said("A man identified in the affidavit as Ty Orr was held at the park.")
    assert found.name("as Ty Orr") == "the affidavit"


def test_who_is_led_to_believe_something_believes_it() -> None:
    text = "The size and depth of the cut led investigators to believe that Ode was trying to flee, the report says."
    (paragraph,) = parse(document(text)).paragraphs
    (verb,) = [t for t in paragraph.doc if t.text == "believe"]
    found = subject(verb)
    assert found is not None and found.text == "investigators"
