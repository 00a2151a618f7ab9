"""Lawyers speak for their clients; unions and prosecutors for nobody else."""

from __future__ import annotations

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed
from tests.reconcile.origins.test_carried import dossier

ODE = person("Karl Ode")


def component(found: Dossier, name: str) -> str | None:
    agent = next(a.id for a in found.agents if a.name == name)
    return next(o.component for o in found.origins if o.agent == agent)


@pytest.mark.parametrize(
    "lawyer",
    [
        person("Ina Webb", "lawyer", "Ode"),
        unnamed("a lawyer for Karl Ode"),
        unnamed("Ode’s attorney"),
        unnamed("his defense attorney"),
    ],
)
def test_a_lawyer_and_the_client_are_one_origin(lawyer: Who) -> None:
    found = reconcile([reading(Says("the guard fired first", (ODE,)), Says("he had no gun", (lawyer,)))])
    assert found.overall.independent == (1, 1)


def test_who_represents_somebody_speaks_for_them_and_is_interested() -> None:
    found = dossier(
        "Karl Ode said the guard fired first at noon.\n\n"
        "“My client had no gun,” said Ina Webb, who represents Karl Ode."
    )
    assert found.overall.independent == (1, 1)
    agent = next(a.id for a in found.agents if a.name == "Ina Webb")
    assert next(o for o in found.origins if o.agent == agent).interested


def test_two_lawyers_of_one_client_are_one_origin_even_where_the_client_is_silent() -> None:
    found = reconcile(
        [
            reading(
                Says("Karl Ode fell", (), taking=(("agent", "Karl Ode"),)),
                Says("he had no gun", (unnamed("an attorney for Karl Ode"),)),
                name="a.txt",
            ),
            reading(
                Says("Karl Ode fell at noon", (), taking=(("agent", "Karl Ode"),)),
                Says("he was unarmed that day", (unnamed("Karl Ode’s lawyer"),)),
                name="b.txt",
            ),
        ]
    )
    assert found.overall.independent == (1, 1)


def test_the_lawyer_of_a_family_speaks_for_the_family_and_perhaps_for_a_relative() -> None:
    found = reconcile(
        [
            reading(
                Says("he was shot twice", (unnamed("a lawyer for the Ode family"),)),
                Says("he was a cook", (person("Rita Ode", "sister"),)),
                Says("he was kind", (group("The Ode family"),)),
            )
        ]
    )
    low, high = found.overall.independent
    assert (low, high) == (1, 2)


@pytest.mark.parametrize(
    "office", ["District Attorney", "Assistant State ’s Attorney", "County Attorney", "Attorney General"]
)
def test_a_prosecutor_is_nobodys_lawyer_and_no_party(office: str) -> None:
    found = reconcile([reading(Says("the case is closed", (person("Ina Webb", office, "Kettle"),)))])
    assert not found.origins[0].interested


def test_an_office_told_in_two_halves_is_one_institution() -> None:
    found = reconcile(
        [
            reading(
                Says("no charges will be filed", (person("Ina Webb", "County State ’s Attorney ’s", "Kettle"),)),
                Says("the review took a month", (org("Kettle County State’s Attorney’s Office"),)),
            )
        ]
    )
    assert {c.id for c in found.components} == {"prosecutor-kettle-county"}


def test_a_police_union_is_apart_from_the_department() -> None:
    found = reconcile(
        [
            reading(
                Says("the officer feared for his life", (org("Corby Police Union"),)),
                Says("the officer is on leave", (org("Corby Police Department"),)),
                Says("he is a good officer", (person("Al Venn", "president", "Corby police union"),)),
            )
        ]
    )
    assert component(found, "Al Venn") != component(found, "Corby Police Department")
    assert component(found, "Corby Police Union") != component(found, "Corby Police Department")
