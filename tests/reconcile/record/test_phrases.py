"""What forms of words tell of arrests, charges, investigations, hospitals and witnesses, where no claim holds it."""

from __future__ import annotations

import pytest

from sayso.codebooks import load
from sayso.model import Said
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.phrases import phrased
from sayso.reconcile.record.roles import tell
from sayso.reconcile.record.sources import Sources
from tests.reconcile.record.texts import reading

OPENING = "Marlo Quill, 34, was shot Monday night at a home in Springfield, Illinois, police said.\n\n"


def said(field: str, text: str) -> tuple[Said, ...]:
    known = pages([reading(OPENING + text)])
    told = tell(known, named_people(known))
    one = load("shooting").field(field)
    assert one is not None
    return phrased(one, told, Sources(known))


def values(field: str, text: str) -> set[str]:
    return {s.value for s in said(field, text)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The juvenile was placed under arrest for reckless homicide.", "arrested"),
        ("The gunman turned himself in on Wednesday afternoon.", "arrested"),
        ("Police do not have anyone in custody, though one person was in custody at first and released.", "no arrest"),
        ("No arrests have been made in the shooting.", "no arrest"),
        ("No one was in custody for the shooting as of Friday.", "no arrest"),
        ("Police have not arrested anyone.", "no arrest"),
        ("Officers have yet to make an arrest.", "no arrest"),
        ("A third suspect is still at large, deputies said.", "wanted"),
    ],
)
def test_an_arrest_is_told_or_denied(text: str, value: str) -> None:
    assert values("arrest", text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "A reward is offered for information leading to an arrest.",
        "Once an arrest is made, the county will spare nothing.",
        "The child was taken into protective custody after the shooting.",
        "He had been arrested 15 times before the shooting, police said.",
        "They were arrested on other charges, not related to the shooting.",
        "Deputies said the victim’s address is listed as city at large.",
        "Police say they have detained two people for questioning.",
        "The brothers will face several charges when arrested for the shooting.",
        "Officers have put out no word about a person taken into custody.",
        "The children's mother was being held at gunpoint when she called for help.",
        "Officers arrested three men in connection with an armed robbery at a diner.",
        "Two firearms that were detained are being tested.",
        "The owner of the gun has been arrested more than 14 times since 2001.",
    ],
)
def test_no_arrest_of_this_case_is_none(text: str) -> None:
    assert not values("arrest", text)


def test_who_is_arrested_at_last_outweighs_that_nobody_was() -> None:
    assert values("arrest", "No arrests had been made on Monday. The gunman is now under arrest, police said.") == {
        "arrested"
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Tarn was charged on Feb. 26 with assault with a dangerous weapon, police said.",
            "assault with a dangerous weapon",
        ),
        ("Tarn pleaded guilty to manslaughter during a bench trial.", "manslaughter"),
        ("Tarn is guilty of child endangerment, a jury found.", "child endangerment"),
        ("Tarn was being held Thursday on capital murder charges.", "capital murder"),
        ("The boy's father faces a reckless endangerment charge.", "reckless endangerment"),
        ("Two brothers are charged in the killings.", "charged"),
        ("The chief says charges against the couple are pending.", "pending"),
        ("Police said no charges have been filed.", "no charges"),
        ("No one has been arrested or charged in the shooting.", "no charges"),
        ("Deputies have not said if any charges will be filed.", "not decided"),
        ("The couple may be facing criminal charges.", "not decided"),
    ],
)
def test_charges_are_told_pending_denied_or_not_decided(text: str, value: str) -> None:
    assert values("charges", text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "The suspect, if arrested, would face federal charges.",
        "Two people were arrested on unrelated weapons charges.",
        "The victim had recently been charged with battery, court records show.",
        "They are wanted for the shooting on Orsk Street.",
    ],
)
def test_charges_on_a_condition_or_of_another_case_are_none(text: str) -> None:
    assert not values("charges", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Police are investigating.", "Police"),
        ("Orsk County Sheriff's detectives are still investigating the shooting.", "Orsk County Sheriff's detectives"),
        ("Orsk County Children and Youth are investigating the case.", "Orsk County Children and Youth"),
        ("The Orsk County Sheriff's Office is the lead agency.", "The Orsk County Sheriff's Office"),
        ("The investigation into the shooting is ongoing.", "under investigation"),
        ("The shooting remains under investigation.", "under investigation"),
    ],
)
def test_who_investigates_is_a_body_or_at_least_that_it_is_investigated(text: str, value: str) -> None:
    assert values("investigation", text) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "Quill died at a local hospital.",
        "Quill was pronounced dead about an hour later at Orsk Valley Hospital.",
        "Police say the boy is at Orsk Medical Center waiting for a second surgery.",
        "The victim was flown by air ambulance to Orsk Medical Center.",
    ],
)
def test_who_lies_or_dies_in_a_hospital_was_brought_there(text: str) -> None:
    assert values("hospital", text) == {"taken to hospital"}


@pytest.mark.parametrize(
    "text",
    [
        "Officers were called to Orsk Hospital about the shooting.",
        "An autopsy on the victim is scheduled at Orsk Regional Hospital.",
        "Two children are in the hospital after a house fire on Orsk Street.",
        "The dog was shot too and taken to an emergency room, deputies said.",
    ],
)
def test_others_at_a_hospital_were_not_brought_there(text: str) -> None:
    assert not values("hospital", text)


def test_witnesses_who_tell_are_witnesses_and_those_sought_none() -> None:
    assert values("witness", "Witnesses told police that two men opened fire.") == {"witness"}
    assert values("witness", "Neighbors say they heard one gunshot.") == {"neighbor"}
    assert not values("witness", "Police are looking for witnesses who saw the shooting.")


def test_the_words_of_a_value_are_those_that_tell_it() -> None:
    assert [s.span.exact for s in said("charges", "Tarn pleaded guilty to manslaughter on Monday.")] == ["manslaughter"]
