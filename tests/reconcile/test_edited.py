"""Copies that were lightly edited, paragraph by paragraph."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Dependence, Reading, Reason
from sayso.reconcile import reconcile
from sayso.reconcile.copies import edited
from tests.reconcile.builders import Says, Who, org, reading

WORDS = (
    "a grey van with two men inside crossed the old bridge at high speed before it struck the north rail and came to "
    "rest on the far bank of the river"
)
EDITED = (
    "a gray van with two men inside crossed the old bridge at speed before it hit the north rail and came to "
    "rest on the bank of the river"
)
OTHER = (
    "two men in a grey van were on the bridge when the van went out of control, and it later came to rest near the "
    "river after a rail gave way"
)


def told(words: str, who: Who, day: int, *more: Says) -> Reading:
    return reading(Says(words, (who,)), *more, name=f"{day}.txt", published=date(2024, 5, day))


def copied(*readings: Reading) -> list[Dependence]:
    return [e for e in reconcile(readings).dependences if e.reason is Reason.COPY]


def test_an_edited_passage_ties_two_sources_for_that_passage_alone() -> None:
    union = org("Bridge Workers Union")
    first = told(WORDS, org("Ardley Chemicals"), 1)
    second = told(EDITED, union, 2, Says("nobody had painted the rail for years", (union,)))
    dossier = reconcile([first, second])
    (edge,) = [e for e in dossier.dependences if e.reason is Reason.COPY]
    assert "lightly edited" in edge.note
    assert len(edge.claims) == 2
    assert {s.document for s in edge.evidence} == {first.document.id, second.document.id}
    shared = next(p for p in dossier.propositions if len(p.claims) == 2)
    assert next(a for a in dossier.assessments if a.subject == shared.id).independent == (1, 1)
    assert dossier.overall.independent == (2, 2)


@pytest.mark.parametrize("words", [OTHER, "a grey van with two men inside crossed the old bridge at high speed"])
def test_another_telling_or_a_short_passage_is_no_copy(words: str) -> None:
    assert not copied(told(WORDS, org("Ardley Chemicals"), 1), told(words, org("Bridge Workers Union"), 2))


def test_a_paragraph_is_compared_with_the_one_that_shares_most() -> None:
    near = told(EDITED, org("Ardley Chemicals"), 2)
    passages = list(edited([told(OTHER, org("Ardley Chemicals"), 1), near, told(WORDS, org("Ardley Chemicals"), 3)]))
    assert [(p.earlier, p.word_for_word) for p in passages] == [(near.document.id, False)]
