"""Who takes part in an incident, and who only learns of it, follows it up, or looks into it."""

from __future__ import annotations

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading, unnamed

POLICE = org("Corby Police Department")


def interested(dossier: Dossier, name: str) -> bool:
    agent = next(a.id for a in dossier.agents if a.name == name)
    return next(o.interested for o in dossier.origins if o.agent == agent)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Corby police searched for the man", "search"),
        ("Corby police stopped the man", "stop"),
        ("Corby police found him dead", "find"),
    ],
)
def test_who_follows_a_shooting_up_takes_no_part(text: str, predicate: str) -> None:
    dossier = reconcile(
        [
            reading(
                Says("A man shot a clerk", predicate="shoot", taking=(("agent", "A man"), ("patient", "a clerk"))),
                Says(text, (), predicate=predicate, taking=(("agent", "Corby police"),)),
                Says("the man was found", (POLICE,)),
            )
        ]
    )
    assert not interested(dossier, "Corby Police Department")


def test_who_stops_somebody_and_shoots_takes_part() -> None:
    dossier = reconcile(
        [
            reading(
                Says(
                    "Corby police shot a man",
                    predicate="shoot",
                    taking=(("agent", "Corby police"), ("patient", "a man")),
                ),
                Says("the man had a gun", (POLICE,)),
            )
        ]
    )
    assert interested(dossier, "Corby Police Department")


def test_who_investigates_takes_no_part() -> None:
    investigation = ("agency", "sheriff", "Kettle County Sheriff’s Office", None, None)
    dossier = reconcile(
        [
            reading(
                Says("Corby police shot a man", predicate="shoot", taking=(("agent", "Corby police"),)),
                Says(
                    "Kettle County Sheriff’s Office will handle the inquiry",
                    predicate="handle",
                    taking=(("agent", "Kettle County Sheriff’s Office"),),
                    values=(investigation, ("investigation", "open", "inquiry", None, None)),
                ),
                Says("it will take weeks", (org("Kettle County Sheriff’s Office"),)),
            )
        ]
    )
    assert not interested(dossier, "Kettle County Sheriff’s Office")


BUREAU = "Marlow Lantern Bureau"


@pytest.mark.parametrize(
    "speaker",
    [org(BUREAU), person("Ina Webb", "spokeswoman", BUREAU), unnamed(f"a spokeswoman for the {BUREAU}")],
)
@pytest.mark.parametrize("act", [f"{BUREAU} agents", "Two bureau agents"])
def test_an_unlisted_body_whose_members_took_part_is_interested(speaker: Who, act: str) -> None:
    dossier = reconcile(
        [
            reading(
                Says(f"{act} shot a man", predicate="shoot", taking=(("agent", act), ("patient", "a man"))),
                Says("the agents were right", (speaker,)),
                Says("it is looking into it", (org(BUREAU),)),
            )
        ]
    )
    assert dossier.overall.outside == (0, 0)


def test_the_jail_where_somebody_died_is_a_party() -> None:
    sheriff = org("Kettle County Sheriff’s Office")
    dossier = reconcile(
        [
            reading(
                Says(
                    "A woman died at the Kettle County jail",
                    predicate="die",
                    taking=(("patient", "A woman"),),
                    values=(("killed", "1", "died", "A woman", None),),
                ),
                Says("she was checked at night", (sheriff,)),
            )
        ]
    )
    assert interested(dossier, "Kettle County Sheriff’s Office")
