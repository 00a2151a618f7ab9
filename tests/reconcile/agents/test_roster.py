"""Who is the same, across documents and within."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.model import Dossier, Judgement, JudgementKind
from sayso.reconcile import reconcile
from sayso.reconcile.agents.generics import generic
from sayso.reconcile.agents.names import compatible
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed


def told(*documents: tuple[Who, ...], judgements: tuple[Judgement, ...] = ()) -> Dossier:
    """A dossier of documents in each of which these sources say something."""
    lines = [[Says(f"thing {i} {j} happened", (who,)) for j, who in enumerate(d)] for i, d in enumerate(documents)]
    return reconcile([reading(*each, name=f"{i}.txt") for i, each in enumerate(lines)], judgements)


def people(dossier: Dossier) -> list[str]:
    return sorted(a.name for a in dossier.agents if a.id in dossier.voices)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ana Ruiz", "Ana M. Ruiz", True),
        ("Ana Ruiz", "Ruiz", True),
        ("Ana Ruiz", "Ana Ruiz-Soto", True),
        ("Sgt. Ana Ruiz", "Ana Ruiz", True),
        ("Bill Ode", "William Ode", True),
        ("AJ Ruiz", "Anton Ruiz", True),
        ("Shawn Ode", "Sean Ode", True),
        ("Al Ruiz", "Anton Ruiz", False),
        ("Ana Ruiz", "Eva Ruiz", False),
        ("Tom Ode Jr.", "Tom Ode Sr.", False),
        ("Ana Ruiz", "Ana Holm", False),
        ("Ana Maria Ruiz", "Ana Lucia Ruiz", False),
    ],
)
def test_names_that_can_be_one_person_s(a: str, b: str, same: bool) -> None:
    assert compatible(a, b) is same
    assert compatible(b, a) is same


def test_a_person_is_one_across_documents_and_a_family_is_not() -> None:
    dossier = told((person("Ana Ruiz"), person("Eva Ruiz")), (person("Ana M. Ruiz"),), (person("Ruiz"),))
    assert people(dossier) == ["Ana M. Ruiz", "Eva Ruiz", "Ruiz"]


def test_a_surname_is_the_one_person_who_bears_it() -> None:
    dossier = told((person("Ana Ruiz"),), (person("Ruiz"),))
    assert people(dossier) == ["Ana Ruiz"]
    assert len(set(dict(dossier.aka).values())) == 1


def test_an_acronym_is_its_body_and_so_is_a_local_one_that_a_document_spells_out() -> None:
    dossier = told((org("Ferris Metro Police Department"),), (org("FMPD"),))
    assert len(dossier.voices) == 1


def test_unnamed_sources_and_groups_stay_apart_by_document() -> None:
    dossier = told((unnamed("a source"), group("witnesses")), (unnamed("a source"), group("witnesses")))
    assert len(dossier.voices) == 4
    assert dossier.overall.independent == (2, 4)


def test_two_departments_in_a_document_leave_police_uncertain() -> None:
    dossier = told((org("Ferris Police Department"), org("Dale Police Department"), group("police")))
    assert dossier.overall.independent[1] == 3
    assert dossier.overall.independent[0] < 3


def test_someone_whom_a_body_holds_does_not_speak_for_it() -> None:
    dossier = told((org("ICE"), unnamed("a woman detained by ICE")))
    assert dossier.overall.independent == (2, 2)


def test_a_former_officer_and_a_union_do_not_speak_for_the_department() -> None:
    dossier = told(
        (
            org("Ferris Police Department"),
            person("Lou Ames", "retired Ferris police officer"),
            person("Ray Cole", "president of the Ferris police union"),
        )
    )
    assert dossier.overall.independent == (3, 3)


def test_the_day_of_the_coverage_decides_who_belongs_to_whom() -> None:
    lines = (Says("it began", (org("Coast Guard"),)), Says("it ended", (org("FAA"),)))
    assert reconcile([reading(*lines, published=date(2000, 1, 1))]).overall.independent == (1, 1)
    assert reconcile([reading(*lines, published=date(2020, 1, 1))]).overall.independent == (2, 2)


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("a police spokesman", True),
        ("two homicide detectives", True),
        ("the medical examiner's office", True),
        ("the officer's lawyer", False),
        ("a review of the officer's weapon", False),
        ("a former detective", False),
        ("neighbors", False),
        ("the driver", False),
    ],
)
def test_what_a_description_can_mean(words: str, means: bool) -> None:
    assert (generic(words) is not None) is means


def test_a_merge_by_hand_holds_and_a_later_split_undoes_it() -> None:
    before = told((person("Ana Ruiz"),), (person("Ana Holm"),))
    pair = tuple(sorted({a for _, a in before.aka}))
    merge = Judgement(kind=JudgementKind.MERGE, subjects=pair, by="kim", at="2024-06-01T00:00:00Z", why="married")
    split = Judgement(kind=JudgementKind.SPLIT, subjects=pair, by="lee", at="2024-06-02T00:00:00Z")
    merged = told((person("Ana Ruiz"),), (person("Ana Holm"),), judgements=(merge,))
    assert before.overall.independent == (2, 2)
    assert merged.overall.independent == (1, 1)
    assert merged.judgements == (merge,)
    again = told((person("Ana Ruiz"),), (person("Ana Holm"),), judgements=(split, merge))
    assert again.overall.independent == (2, 2)
