"""Whom a label names: those whom the claim's own words name in that role, and nobody by a pronoun."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.codebooks import load
from sayso.model import Dossier, Participant, Reading
from sayso.reconcile import reconcile
from sayso.reconcile.agents.bearers import head, human
from tests.reconcile.builders import Says, org, person, reading

POLICE = org("Ferris Police Department")
VENN = person("Aldo Venn", "driver")
KNOWN = Says("it was a quiet street", (VENN,))
BOOK = load("shooting")


def meaning(told: Reading, words: str, who: str, role: str) -> Reading:
    """The reading, with these words of its claims taken to be somebody of its own, whom the values are about."""
    agent = next(a.id for a in told.agents if a.name == who)
    claims = []
    for claim in told.claims:
        span = claim.spans[0]
        if words in span.exact:
            at = span.start + span.exact.index(words)
            taker = Participant(role=role, span=told.document.span(at, at + len(words)), agent=agent)
            values = tuple(replace(v, about=agent) for v in claim.values)
            claims.append(replace(claim, participants=(taker,), values=values))
        else:
            claims.append(claim)
    return replace(told, claims=tuple(claims))


def topics(dossier: Dossier) -> set[str]:
    return {p.topic for p in dossier.propositions if p.topic}


def topic_of(text: str, predicate: str, value: tuple[str, str, str], words: str, role: str) -> str:
    field, told, at = value
    line = Says(text, (POLICE,), predicate, values=((field, told, at, "x", None),))
    dossier = reconcile([meaning(reading(KNOWN, line), words, "Aldo Venn", role)], codebook=BOOK)
    (topic,) = topics(dossier)
    return topic


@pytest.mark.parametrize(
    ("text", "predicate", "value", "words", "role"),
    [
        ("he was taken into custody", "take", ("arrest", "arrested", "custody"), "he", "patient"),
        ("Venn's brother was arrested", "arrest", ("arrest", "arrested", "arrested"), "Venn's brother", "patient"),
        ("Venn shot a clerk, who died", "shoot", ("killed", "1", "died"), "Venn", "agent"),
        ("the arrest of Venn is pending", "pend", ("arrest", "arrested", "arrest"), "Venn", "agent"),
        ("Venn said the clerk was shot", "say", ("shot", "1", "shot"), "Venn", "agent"),
    ],
)
def test_a_label_names_nobody_whom_the_words_do_not_name_in_that_role(
    text: str, predicate: str, value: tuple[str, str, str], words: str, role: str
) -> None:
    assert "Venn" not in topic_of(text, predicate, value, words, role)


@pytest.mark.parametrize(
    ("text", "predicate", "value", "words", "role"),
    [
        ("Aldo Venn was shot", "shoot", ("shot", "1", "shot"), "Aldo Venn", "patient"),
        ("Venn died there", "die", ("killed", "1", "died"), "Venn", "agent"),
        ("officers arrested Venn", "arrest", ("arrest", "arrested", "arrested"), "Venn", "patient"),
        ("Venn pleaded guilty to arson", "plead", ("charges", "arson", "arson"), "Venn", "agent"),
        ("Aldo Venn, 34, lived there", "live", ("age", "34", "34"), "Aldo Venn", "agent"),
    ],
)
def test_a_label_names_whom_the_words_name_in_that_role(
    text: str, predicate: str, value: tuple[str, str, str], words: str, role: str
) -> None:
    assert topic_of(text, predicate, value, words, role).endswith(": Aldo Venn")


def test_an_age_of_who_was_not_hurt_is_not_told_of_those_hurt_or_killed() -> None:
    told = topic_of("Aldo Venn, 34, lived there", "live", ("age", "34", "34"), "Aldo Venn", "agent")
    assert told == "how old someone is: Aldo Venn"


def test_a_killing_that_somebody_is_charged_with_is_of_charges() -> None:
    told = topic_of("Venn was charged with killing a clerk", "charge", ("killed", "1", "killing"), "Venn", "patient")
    assert told == "charges"


def test_the_name_of_who_is_accused_is_the_suspect_s() -> None:
    held = Says("officers arrested Venn", (), "arrest", values=(("arrest", "arrested", "arrested", "x", None),))
    called = Says(
        "the man hurt was Aldo Venn", (POLICE,), values=(("victim_name", "Aldo Venn", "Aldo Venn", "x", None),)
    )
    told = meaning(
        meaning(reading(KNOWN, held, called), "Aldo Venn", "Aldo Venn", "other"), "Venn", "Aldo Venn", "patient"
    )
    assert "the name of the suspect: Aldo Venn" in topics(reconcile([told], codebook=BOOK))


@pytest.mark.parametrize("phrase", ["the year", "his heart", "a shooting response team", "Weather", "gunfire", "style"])
def test_things_are_nobody_who_was_hurt(phrase: str) -> None:
    assert not human(phrase)
    hurt = Says(
        f"{phrase} was killed",
        (POLICE,),
        "kill",
        values=(("killed", "1", "killed", phrase.rsplit(maxsplit=1)[-1].lower(), None),),
    )
    assert not any("killed" in topic for topic in topics(reconcile([reading(hurt)], codebook=BOOK)))


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("a 24-year-old man in a black coat", "man"),
        ("two officers of the Ferris police", "officers"),
        ("the 16-year-old", "16-year-old"),
        ("the driver's mother, who lives there", "mother"),
    ],
)
def test_a_phrase_is_about_its_own_noun(phrase: str, noun: str) -> None:
    assert head(phrase) == noun
    assert human(phrase)


def test_those_in_whose_killings_somebody_is_charged_are_no_suspects() -> None:
    line = Says(
        "two men were charged in the killings of 23-year-old Ida Rell and Aldo Venn",
        (POLICE,),
        "charge",
        values=(("suspect_name", "Aldo Venn", "Aldo Venn", "x", None),),
    )
    told = meaning(reading(KNOWN, line), "Aldo Venn", "Aldo Venn", "patient")
    assert topics(reconcile([told], codebook=BOOK)) == {"the names of those hurt or killed: Aldo Venn"}


def test_who_is_told_to_be_a_possible_suspect_is_no_suspect() -> None:
    line = Says("Venn is a possible suspect", (POLICE,), values=(("suspect_name", "Venn", "Venn", "x", None),))
    dossier = reconcile([meaning(reading(KNOWN, line), "Venn", "Aldo Venn", "agent")], codebook=BOOK)
    assert not any(o.interested for o in dossier.origins)
