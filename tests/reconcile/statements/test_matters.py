"""Matters that no typed field holds: the sides that accounts take, and which of them cannot both be."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest

import sayso
from sayso.model import Block, BlockKind, Comparison, Document, Dossier, Reading, Relation
from sayso.reconcile import reconcile
from sayso.reconcile.differences.fits import Fit, fit
from sayso.reconcile.statements.matters import book, sides

DIFFER = frozenset({Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT})
SHOT = "Marl police shot Dale Orr on Mill Road on Monday."


def read(*paragraphs: str, day: int = 5) -> Reading:
    """The reading of an invented page, one block a paragraph."""
    text, blocks = "", []
    for told in paragraphs:
        blocks.append(Block(kind=BlockKind.PARAGRAPH, start=len(text), end=len(text) + len(told)))
        text += told + "\n\n"
    ident = hashlib.sha256(f"{day}{text}".encode()).hexdigest()
    return sayso.read(
        Document(
            id=ident,
            name=f"{day}.txt",
            media_type="text/plain",
            text=text,
            blocks=tuple(blocks),
            published_at=date(2024, 3, day),
        )
    )


def differing(dossier: Dossier) -> list[Comparison]:
    return [c for c in dossier.comparisons if c.relation in DIFFER]


def told(one: str, two: str) -> list[Comparison]:
    return differing(reconcile([read(SHOT, one), read(SHOT, two, day=6)]))


@pytest.mark.parametrize(
    ("police", "other", "topic"),
    [
        ("Dale Orr lunged at an officer", "Orr was on his knees", "what the person did when officers used force"),
        ("Dale Orr pointed a handgun at officers", "Orr's gun was still in its holster", "raised a weapon"),
        ("Dale Orr was holding a pistol", "Orr was holding a phone", "what the person had in hand"),
        ("Dale Orr opened fire on deputies", "Orr never fired his gun", "whether the person fired a gun"),
        ("Dale Orr accelerated toward officers in his car", "Orr's car was stopped when they shot", "the vehicle did"),
        ("officers announced themselves at the house", "officers never knocked", "whether officers said who they were"),
        ("officers ordered Dale Orr to drop the knife several times", "officers opened fire without warning", "told"),
        ("Dale Orr died of a drug overdose", "Orr died of asphyxia", "what the person died of"),
        ("Dale Orr hanged himself in his cell", "the death of Orr was a homicide", "whether the death was a homicide"),
        ("officers gave Dale Orr first aid at once", "officers left Orr bleeding", "whether the person was helped"),
        ("the crowd threw rocks at officers", "the protest was peaceful", "whether the crowd was peaceful"),
        ("Dale Orr was the target of the operation", "they had the wrong man", "the one who was sought"),
        ("guards checked on the inmates every hour", "no one checked on Orr in his cell", "checked on"),
        ("two officers fired", "three officers fired", "how many officers fired"),
        ("the shooter acted alone", "she saw at least two gunmen", "how many people fired"),
        ("a man walked up and opened fire", "two men ran up and opened fire", "how many people fired"),
        ("a man opened fire on the crowd", "a woman opened fire on the crowd", "a man or a woman"),
        ("a gunman opened fire inside the club", "the shooting happened in the patio area", "inside or outside"),
        ("Orr and Vera Holm had broken up", "Vera Holm was his girlfriend", "were a couple"),
        ("a man shot the couple’s two sons", "the boys were his stepsons", "stepchild"),
        ("Dale Orr pointed a handgun at officers", "Orr had his arms at his sides", "raised a weapon"),
        ("Dale Orr was shot in the chest", "Orr was shot in the back", "where the person was hit"),
    ],
)
def test_sides_that_cannot_both_be_are_set_against_each_other(police: str, other: str, topic: str) -> None:
    found = told(f"Marl police said {police}.", f"Vera Holm, a neighbor, said {other}.")
    assert any(topic in c.topic and c.relation is Relation.CONTRADICTS for c in found), found


@pytest.mark.parametrize(
    ("police", "other"),
    [
        ("Dale Orr lunged at an officer", "an officer stepped toward Orr and backed away"),
        ("Dale Orr was holding something in his hand", "Orr was holding a phone"),
        ("Dale Orr pointed a gun at officers", "Orr never swung at anybody"),
        ("the shooter acted alone", "she saw one gunman"),
        ("Dale Orr died of a medical event", "Orr died of a stroke"),
        ("at least two gunmen fled", "four gunmen fled"),
    ],
)
def test_sides_that_can_both_be_dispute_nothing(police: str, other: str) -> None:
    found = told(f"Marl police said {police}.", f"Vera Holm, a neighbor, said {other}.")
    topics = {told.label for told in book().fields}
    assert not [c for c in found if c.topic.split(":")[0] in topics]


def test_what_one_voice_tells_of_a_finer_kind_refines_the_wider() -> None:
    dossier = reconcile(
        [
            read(SHOT, "Vera Holm, a neighbor, said Orr had something in his hand."),
            read(SHOT, "Marl police said Orr was holding a phone.", day=6),
        ]
    )
    found = [c for c in dossier.comparisons if c.topic.startswith("what the person had in hand")]
    assert [c.relation for c in found] == [Relation.REFINES]


def test_a_side_whose_words_deny_stands_as_it_is_and_a_denied_claim_turns_it() -> None:
    found = told("Marl police said Orr never fired his gun.", "Vera Holm, a neighbor, said Orr did not fire his gun.")
    assert not [c for c in found if "fired" in c.topic]
    assert told("Marl police said Orr struck an officer.", "Vera Holm, a lawyer, denied that Orr struck an officer.")


def test_claims_that_something_is_not_so_are_turned_where_they_are_called_false() -> None:
    first = "Vera Holm, a lawyer, said Orr was not the target."
    second = "“Claims that he was not the target are false,” Marl police said."
    assert any("sought" in c.topic for c in told(first, second))


def test_a_side_is_the_smallest_claims_and_its_words_are_in_the_text() -> None:
    reading = read(SHOT, "Marl police said Orr died of a drug overdose after officers gave him first aid.")
    for ident, values in sides([reading]).items():
        claim = next(c for c in reading.claims if c.id == ident)
        for value in values:
            assert reading.document.text[value.span.start : value.span.end] == value.span.exact
            assert any(s.start <= value.span.start and value.span.end <= s.end for s in claim.spans)


def test_where_several_are_named_a_description_takes_no_side() -> None:
    both = "Marl police shot Dale Orr and Finn Ash on Mill Road on Monday."
    one = read(both, "Marl police said a man lunged at an officer.")
    two = read(both, "Vera Holm, a neighbor, said a man was on his knees.", day=6)
    assert not [c for c in differing(reconcile([one, two])) if c.topic.startswith("what the person did")]


def test_sides_exclude_each_other_only_as_the_data_says() -> None:
    for told_ in book().fields:
        named = {choice.value for choice in told_.choices}
        assert all(value in named for group in told_.excludes for value in group)
    values = {v.value: v for v in next(iter(sides([read(SHOT, "Orr had a dark object, police said.")]).values()))}
    assert fit(values["object"], values["object"]) is Fit.SAME
