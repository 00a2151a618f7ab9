"""A listed body is known by its full name alone; a body with a name of its own is none of them."""

from __future__ import annotations

import pytest

from sayso.reconcile import reconcile
from sayso.reconcile.agents.organisations import default
from tests.reconcile.builders import Says, Who, org, reading


@pytest.mark.parametrize("name", ["Attorney", "attorneys", "the attorney's office", "Marshals", "Customs", "officials"])
def test_a_common_noun_is_no_listed_body(name: str) -> None:
    assert default().named(name) is None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("U.S. Attorney Ana Ode said", "us-attorneys"),
        ("Federal prosecutors said", "us-attorneys"),
        ("U.S. Marshals said", "usms"),
        ("the Department of Justice said", "doj"),
    ],
)
def test_a_full_name_is(text: str, key: str) -> None:
    assert [body.key for _, _, body in default().inside(text)] == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Marshals Lantern Bureau",
        "Ellerstate Department of Justice",
        "Border Patrol Union",
        "Federal Office of Dock Care",
    ],
)
def test_a_longer_name_is_another_body(text: str) -> None:
    assert default().inside(text) == []


def test_bodies_that_nobody_lists_stay_themselves() -> None:
    dossier = reconcile(
        [
            reading(
                Says("deputies of the U.S. Marshals Service fired once"),
                Says("the lamp was lit", (org("Marshals Lantern Bureau"),)),
                Says("the dock was shut", (org("Federal Office of Dock Care"),)),
            )
        ]
    )
    assert {"Marshals Lantern Bureau", "Federal Office of Dock Care"} <= {a.name for a in dossier.agents}


def test_a_lawyer_belongs_to_no_prosecutor() -> None:
    lawyer = Who("Wim Ode", role="attorney", affiliation="Tern-Holm")
    dossier = reconcile(
        [reading(Says("she held a lamp", (lawyer,)), Says("she lunged", (org("U.S. Marshals Service"),)))]
    )
    assert dossier.overall.independent == (2, 2)
