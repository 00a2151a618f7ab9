"""Which sentences without a source go on with what the one before credits somebody with."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

import sayso
from sayso.model import Block, BlockKind, Document, Dossier


def dossier(text: str) -> Dossier:
    blocks = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=text.index(p), end=text.index(p) + len(p)) for p in text.split("\n\n")
    )
    document = Document(
        id=hashlib.sha256(text.encode()).hexdigest(), name="a.txt", media_type="text/plain", text=text, blocks=blocks,
        published_at=date(2024, 5, 3),
    )  # fmt: skip
    return sayso.reconcile([sayso.read(document)])


def credited(found: Dossier, words: str) -> tuple[str | None, bool]:
    """Whom the claim that holds the words ends at, and whether it is carried over."""
    origins = {o.id: o for o in found.origins}
    agents = {a.id: a.name for a in found.agents}
    claims = [c for c in found.claims if any(words in s.exact for s in c.spans)]
    claim = min(claims, key=lambda c: sum(len(s.exact) for s in c.spans))
    support = next(s for s in found.supports if s.claim == claim.id)
    agent = origins[support.origin].agent
    return (agents[agent] if agent else None), support.carried


LEAD = "Corby police said a man fired at a guard on Mill Road."


@pytest.mark.parametrize("opening", ["That’s when the guard fell.", "Then the guard fell."])
def test_a_tale_that_goes_on_in_the_same_paragraph_is_carried_over(opening: str) -> None:
    assert credited(dossier(f"{LEAD} {opening}"), "the guard fell") == ("Corby police", True)


def test_a_sentence_between_two_of_one_source_is_carried_over() -> None:
    text = f"{LEAD} The guard was taken to a hospital. Police said he would live."
    assert credited(dossier(text), "taken to a hospital") == ("Corby police", True)


def test_a_sentence_behind_one_alone_is_the_articles_own() -> None:
    assert credited(dossier(f"{LEAD} The guard was taken to a hospital."), "taken to a hospital") == (None, False)


def test_a_sentence_in_another_paragraph_is_the_articles_own() -> None:
    text = f"{LEAD}\n\nThe guard was taken to a hospital. Police said he would live."
    assert credited(dossier(text), "taken to a hospital") == (None, False)


def test_what_a_speaker_heard_is_known_from_them_alone() -> None:
    text = "“I hid,” neighbor Ann Pell said.\n\nPell heard three shots."
    assert credited(dossier(text), "heard three shots") == ("Ann Pell", True)


def test_what_officers_came_upon_is_the_word_of_whoever_tells_it() -> None:
    text = "When they came to Mill Road, Corby police found a man shot in the chest."
    assert credited(dossier(text), "a man shot in the chest")[0] is None


def test_that_somebody_keeps_something_back_is_known_from_them() -> None:
    text = "Corby police did not say why the guard was on Mill Road."
    assert credited(dossier(text), "did not say")[0] == "Corby police"


def test_who_identifies_somebody_is_credited_with_it() -> None:
    text = "The man, identified by Corby police as Karl Ode, fled the room."
    assert credited(dossier(text), "identified by")[0] == "Corby police"


def test_a_relative_clause_behind_what_somebody_says_is_theirs() -> None:
    found = dossier("Sheriff Otto Lind said the man hurt a guard, who ran into the street and was carried to a clinic.")
    assert credited(found, "ran into the street")[0] == "Otto Lind"


def test_what_somebody_who_is_quoted_heard_rests_on_them() -> None:
    found = dossier(
        "Omar Lindqvist, a cook, was in the cellar when he heard a loud bang.\n\n"
        "The hall was shut.\n\n“We all ran,” Lindqvist said."
    )
    assert credited(found, "he heard a") == ("Omar Lindqvist", True)


def test_what_an_officer_heard_is_the_articles_own_word() -> None:
    found = dossier(
        "Police Officer Omar Lindqvist was in the street when he heard a loud bang.\n\n"
        "The hall was shut.\n\n“We came fast,” Lindqvist said."
    )
    assert credited(found, "he heard a")[0] is None


def test_who_is_identified_within_what_another_says_is_identified_by_whom_it_says() -> None:
    found = dossier(
        "Sheriff Otto Lind said the gunman, identified by the Corby County Coroner as Karl Ode, 51, fell in the yard."
    )
    assert credited(found, "identified by the")[0] == "Corby County Coroner"
    assert credited(found, "fell in the yard")[0] in ("Otto Lind", "Corby County Coroner")


def test_who_is_identified_in_a_paper_is_identified_by_it() -> None:
    text = "The man, identified in an affidavit as Karl Ode, fled the room."
    assert credited(dossier(text), "identified in")[0] == "an affidavit"
