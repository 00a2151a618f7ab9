"""Who takes part in an incident, and who only learns of it, follows it up, or looks into it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.model import Dossier, Reading
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

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


SHOT = Says("A man shot a clerk", predicate="shoot", taking=(("agent", "A man"), ("patient", "a clerk")))


@pytest.mark.parametrize(
    ("text", "predicate", "taking"),
    [
        ("a Corby police shooting that hurt a clerk", "hurt", ("agent", "a Corby police shooting")),
        ("He took a Corby police pickup", "steal", ("patient", "a Corby police pickup")),
        ("a man was told to have resisted a Corby police officer", "charge", ("other", "a Corby police officer")),
    ],
)
def test_a_body_whose_name_stands_in_words_for_a_thing_takes_no_part(
    text: str, predicate: str, taking: tuple[str, str]
) -> None:
    told = Says(text, (), predicate=predicate, taking=(taking,))
    dossier = reconcile([reading(SHOT, told, Says("the man was found", (POLICE,)))])
    assert not interested(dossier, "Corby Police Department")


def test_officers_who_are_shot_at_make_their_body_a_party() -> None:
    told = Says("A man shot at Corby officers", predicate="shoot", taking=(("patient", "Corby officers"),))
    police = Says("Corby police officers were hurt", predicate="hurt", taking=(("patient", "Corby police officers"),))
    dossier = reconcile([reading(told, police, Says("the man was found", (POLICE,)))])
    assert interested(dossier, "Corby Police Department")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        (Says("officers arrested Otto Brand", (), "arrest", taking=(("patient", "Otto Brand"),)), "Otto Brand"),
        (Says("Otto Brand pleaded guilty", (), "plead", taking=(("agent", "Otto Brand"),)), "Otto Brand"),
        (Says("officers arrested Otto Brand", (), "arrest", taking=(("patient", "Otto Brand"),)), "Ida Brand"),
    ],
)
def test_the_accused_the_convicted_and_their_family_are_parties(line: Says, who: str) -> None:
    brand, ida = person("Otto Brand"), person("Ida Brand")
    told = named(reading(SHOT, line, Says("it was dark", (brand,)), Says("it rained", (ida,))), "Otto Brand")
    assert interested(reconcile([told]), who)


@pytest.mark.parametrize("role", ["family friend", "neighbor", "Mayor", "Gov."])
def test_a_friend_or_an_office_of_that_surname_is_no_party(role: str) -> None:
    line = Says("officers arrested Otto Brand", (), "arrest", taking=(("patient", "Otto Brand"),))
    ida = person("Ida Brand", role)
    told = named(
        reading(SHOT, line, Says("it was dark", (person("Otto Brand"),)), Says("it rained", (ida,))), "Otto Brand"
    )
    assert not interested(reconcile([told]), "Ida Brand")


def named(told: Reading, name: str) -> Reading:
    """The reading with its participants of this name taken to be its own person who is called so."""
    agent = next(a.id for a in told.agents if a.name == name)
    claims = tuple(
        replace(
            claim,
            participants=tuple(replace(p, agent=agent) if p.span.exact == name else p for p in claim.participants),
        )
        for claim in told.claims
    )
    return replace(told, claims=claims)


KILLED = (("killed", "1", "fatal", "a clerk", None),)


@pytest.mark.parametrize(
    ("text", "predicate", "taking", "values"),
    [
        ("Corby police have a man in the fatal shooting", "have", ("agent", "Corby police"), KILLED),
        ("Corby police arrested a man in the fatal shooting", "arrest", ("agent", "Corby police"), KILLED),
        ("resisting a Corby police officer", "resist", ("patient", "a Corby police officer"), ()),
        ("Corby police will conduct a review", "conduct", ("agent", "Corby police"), ()),
        ("a Corby police officer who served in the Navy", "serve", ("agent", "a Corby police officer"), ()),
    ],
)
def test_who_holds_a_suspect_or_is_named_in_a_charge_takes_no_part(
    text: str, predicate: str, taking: tuple[str, str], values: tuple[tuple[str, str, str, str | None, None], ...]
) -> None:
    told = Says(text, (), predicate=predicate, taking=(taking,), values=values)
    dossier = reconcile([reading(SHOT, told, Says("the man was found", (POLICE,)))])
    assert not interested(dossier, "Corby Police Department")


@pytest.mark.parametrize("who", [person("Ida Brand", "parent"), unnamed("one mother"), group("Southside parents")])
def test_a_parent_of_whomever_is_no_party(who: Who) -> None:
    assert not interested(reconcile([reading(SHOT, Says("it rained", (who,)))]), who.name)


@pytest.mark.parametrize(
    "who", [person("Ida Brand", "mother of the clerk"), unnamed("his mother"), group("the parents")]
)
def test_a_parent_of_somebody_who_is_told_is_a_party(who: Who) -> None:
    assert interested(reconcile([reading(SHOT, Says("it rained", (who,)))]), who.name)
