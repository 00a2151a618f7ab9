"""What a topic's label may name: nobody of whom a claim denies what the label tells."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import read

SHOT = "A man was shot at a mill in Marl on Monday."


def labels(text: str) -> set[str]:
    return {p.topic for p in reconcile([read(SHOT, text)]).propositions if p.topic}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Nils Brandt was arrested on Friday.", "the name of the suspect: Nils Brandt"),
        ("A man was arrested at the mill.", "who was arrested: man"),
    ],
)
def test_a_label_names_whom_a_claim_tells_of(text: str, label: str) -> None:
    assert label in labels(text)


@pytest.mark.parametrize(
    "text",
    [
        "No suspects are in custody.",
        "Nils Brandt was not arrested.",
        "Nils Brandt is not a suspect.",
        "None of the others were injured.",
        "The girl had not been shot.",
        "2 arrested after shooting at mill.",
    ],
)
def test_a_label_names_nobody_whom_it_did_not_befall(text: str) -> None:
    told = {each.split(": ", 1)[1] for each in labels(text) if ": " in each}
    assert told <= {"man"}
