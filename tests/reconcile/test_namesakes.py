"""Fathers and sons of one name, and a surname that another document spells with another letter."""

from __future__ import annotations

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, person, reading


def names(dossier: Dossier) -> set[str]:
    return {a.name for a in dossier.agents if a.is_source}


def test_a_father_and_a_son_of_one_name_are_not_tied_by_the_name_alone() -> None:
    told = [
        reading(Says(text, (person(name),)), name=f"{name}.txt")
        for name, text in (("Teo Pell Jr.", "it rained"), ("Teo Pell Sr.", "it was dark"), ("Teo Pell", "a lamp fell"))
    ]
    assert names(reconcile(told)) == {"Teo Pell Jr.", "Teo Pell Sr.", "Teo Pell"}


def test_a_surname_alone_is_whom_another_document_spells_with_another_letter() -> None:
    one = reading(Says("it rained", (person("Nia Gonsalez"),)), name="a.txt")
    other = reading(Says("it was dark", (person("Gonsales"),)), name="b.txt")
    assert names(reconcile([one, other])) == {"Nia Gonsalez"}


def test_a_surname_that_one_document_spells_in_two_ways_is_two_peoples() -> None:
    one = reading(Says("it rained", (person("Nia Gonsalez"),)), Says("it was dark", (person("Gonsales"),)))
    assert len(names(reconcile([one]))) == 2
