"""Whose people somebody is, by the words beside the name and by what they are called."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading, unnamed


def told(*sources: Who) -> Dossier:
    return reconcile([reading(*(Says(f"thing {i} happened", (who,)) for i, who in enumerate(sources)))])


def read(text: str) -> Dossier:
    return reconcile([sayso.read(sayso.ingest(text.encode(), name="a.txt"))])


@pytest.mark.parametrize(
    "words",
    [
        '"It is sad," said Nora Vail of the Dale police.',
        '"It is sad," said Nora Vail of the Dale Police Department’s homicide detail.',
        '"It is sad," said Det. Nora Vail, Dale Police Dept.',
        "Dale Police Capt. Nora Vail said the case is open.",
    ],
)
def test_a_body_beside_a_name_is_whom_it_speaks_for(words: str) -> None:
    dossier = read(f"DALE — Dale police said a man was shot.\n\n{words}")
    assert len(dossier.components) == 1


def test_a_rank_before_a_name_is_of_the_document_s_force() -> None:
    dossier = read("DALE — Dale police said a man was shot.\n\nNobody was held, Sgt. Nora Vail said.")
    assert len(dossier.components) == 1


@pytest.mark.parametrize(
    "words",
    [
        '"It is sad," said Nora Vail of the Dale police union.',
        '"It is sad," said Nora Vail of the Dale Police Officers Association.',
    ],
)
def test_a_union_beside_a_name_is_not_the_department(words: str) -> None:
    dossier = read(f"DALE — Dale police said a man was shot.\n\n{words}")
    assert len(dossier.components) == 2


@pytest.mark.parametrize("union", ["Ferris Police Protective League", "Ferris Police Federation", "Ferris POA"])
def test_a_union_s_officers_are_apart_from_the_department(union: str) -> None:
    assert len(told(org("Ferris Police Department"), person("Ray Cole", "president", union)).components) == 2


@pytest.mark.parametrize(
    "who",
    [
        person("Mina Sorel", "spokeswoman", "Child Protective Services"),
        org("state Department of Corrections"),
        unnamed("an Ohio Department of Transportation study", "Ohio Department of Transportation"),
        person("Ada Penn", "State Fair spokeswoman"),
        person("Hal Ames", "program's director"),
        person("Ivo Marsh", "Kettle County’s chief magistrate"),
        person("Tess Quill", "chief medical officer", "hospital"),
    ],
)
def test_a_body_with_a_name_of_its_own_is_not_the_police_of_the_document(who: Who) -> None:
    assert len(told(org("Ferris Police Department"), who).components) == 2


def test_the_authorities_of_a_county_are_the_one_body_of_it_that_is_known() -> None:
    assert len(told(org("Ellery County Sheriff’s Office"), org("Ellery County authorities")).components) == 1
    assert len(told(org("Ellery County Sheriff’s Office"), org("Corby County authorities")).components) == 2


def test_a_fire_brigade_that_nobody_names_is_one_in_all_documents() -> None:
    lines = (Says("two were hurt", (org("Fire Department"),)), Says("three were hurt", (org("fire officials"),)))
    dossier = reconcile([reading(line, name=f"{i}.txt") for i, line in enumerate(lines)])
    assert len(dossier.components) == 1


def test_of_two_forces_in_one_phrase_the_last_is_the_body() -> None:
    dossier = read(
        "CORBY — Corby and Ellery State police are looking into it.\n\nEllery State Police said a man was shot."
    )
    assert [c.name for c in dossier.components] == ["Ellery state police"]


def test_the_country_s_attorney_is_known_without_the_last_point() -> None:
    dossier = told(person("Karl Bly", "Attorney", "U.S"), org("U.S. Attorney’s Office"))
    assert len(dossier.components) == 1


def test_a_release_from_a_body_is_its_word() -> None:
    assert len(told(org("Corby police"), org("a release from Corby police")).components) == 1


def test_schools_have_a_spokeswoman_of_their_own() -> None:
    who = person("Ada Penn", "county schools spokeswoman")
    assert len(told(org("Kettle County Police Department"), who).components) == 2


def test_whoever_is_named_before_an_office_is_no_place() -> None:
    dossier = read(
        "CORBY — Corby police said he ran.\n\nOtto Brand and Assistant State’s Attorney Lea Dann said he shot."
    )
    assert not any("Assistant" in c.name for c in dossier.components)


def test_a_director_is_of_the_body_that_is_named_right_behind() -> None:
    dossier = read(
        "DALE — The Dale Police Department said a man was shot.\n\n"
        "Director Nora Vail of the Marlow Lantern Bureau said the officer fired twice.\n\n"
        "The Marlow Lantern Bureau found that the gate was open."
    )
    names = {a.id: a.name for a in dossier.agents}
    assert {names[a] for c in dossier.components for a in c.agents if len(c.agents) > 1} == {
        "Nora Vail",
        "Marlow Lantern Bureau",
    }


def test_the_state_s_investigator_is_of_no_town_s_police() -> None:
    dossier = read(
        "DALE — Dale police said a man was shot.\n\nThe state’s top investigator said the officer fired twice."
    )
    assert len(dossier.components) == 2


def test_police_are_of_no_force_for_which_somebody_once_worked() -> None:
    dossier = read(
        "The man was once an employee of the Corby Police Department, said the Dale County Sheriff’s Office.\n\n"
        "Police said he fell in the yard."
    )
    assert len(dossier.components) == 1


def test_who_tells_of_a_patient_behind_a_hospital_speaks_for_the_hospital() -> None:
    dossier = read(
        "DALE — Dale police said a man was shot.\n\nThe man was taken to Marlow Hospital and was in fair condition on "
        "Friday, spokesman Ivo Tarn said.\n\nDale police said the case is open."
    )
    names = {a.id: a.name for a in dossier.agents}
    assert {"Ivo Tarn"} in [{names[a] for a in c.agents} - {"Marlow Hospital"} for c in dossier.components]
