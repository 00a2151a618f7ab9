"""Typed values that decide what a claim says, however it is worded."""

from __future__ import annotations

from sayso.model import Dossier, Modality
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, org, person, reading

VENN = "Aldo Venn"
POLICE = org("Ferris Police Department")
KNOWN = Says("it was a quiet street", (person(VENN, "driver"),))


def dead(text: str, predicate: str, who: str = VENN, *, polarity: bool = True, value: str = "1") -> Says:
    words = next(w for w in (who, who.rsplit(maxsplit=1)[-1]) if w in text)
    values = (("killed", value, words, words, None),)
    return Says(text, (POLICE,), predicate, values=values, polarity=polarity)


def together(dossier: Dossier, *words: str) -> bool:
    texts = {c.id: c.spans[0].exact for c in dossier.claims}
    held = [{texts[c] for c in (*p.claims, *p.denials)} for p in dossier.propositions]
    return any(set(words) <= told for told in held)


SHOT = "two officers shot and killed Venn near the depot on Mill Road"
DEAD = "Venn was pronounced dead at the county hospital around noon"


def test_one_death_of_one_person_is_one_proposition_however_it_is_worded() -> None:
    told = [reading(KNOWN, dead(SHOT, "kill"), name="1.txt"), reading(KNOWN, dead(DEAD, "pronounce"), name="2.txt")]
    assert together(reconcile(told), SHOT, DEAD)


def test_the_deaths_of_two_persons_stay_apart() -> None:
    other = Says("it was a busy street", (person("Sten Ahlgren", "clerk"),))
    third = "Ahlgren was pronounced dead at the county hospital around noon"
    told = reading(KNOWN, other, dead(SHOT, "kill"), dead(third, "pronounce", "Sten Ahlgren"))
    assert not together(reconcile([told]), SHOT, third)


def test_what_may_be_and_what_is_stay_apart() -> None:
    perhaps = Says(DEAD, (POLICE,), "pronounce", values=(("killed", "1", "Venn", "Venn", None),))
    perhaps = Says(perhaps.text, perhaps.by, "pronounce", values=perhaps.values, modality=Modality.POSSIBLE)
    assert not together(reconcile([reading(KNOWN, dead(SHOT, "kill"), perhaps)]), SHOT, DEAD)


def test_a_claim_of_something_else_that_mentions_a_death_stays_apart() -> None:
    more = "the council met on Friday to speak of how Venn lost his life"
    assert not together(reconcile([reading(KNOWN, dead(SHOT, "kill"), dead(more, "meet"))]), SHOT, more)


def test_two_charges_stay_apart() -> None:
    def charged(text: str, value: str) -> Says:
        return Says(text, (POLICE,), "charge", values=(("charges", value, value, "Venn", None),))

    one, two = "Venn faces a count of trespass after the raid", "prosecutors charged Venn with trespass"
    other = "prosecutors charged Venn with arson"
    dossier = reconcile([reading(KNOWN, charged(one, "trespass"), charged(two, "trespass"), charged(other, "arson"))])
    assert together(dossier, one, two)
    assert not together(dossier, two, other)


def test_a_death_is_shown_with_how_it_came_about_and_under_who_was_killed() -> None:
    aged = dead(SHOT, "kill")
    aged = Says(aged.text, aged.by, "kill", values=(("place", "Mill Road", "Mill Road", None, None), *aged.values))
    short = "Venn died there on that day"
    dossier = reconcile([reading(KNOWN, dead(short, "die"), aged)])
    told = next(p for p in dossier.propositions if len(p.claims) == 2)
    assert told.text == SHOT
    assert (told.topic or "").endswith("killed: Aldo Venn")


def test_one_charge_worded_in_full_and_in_short_is_one_proposition() -> None:
    def charged(text: str, value: str, predicate: str) -> Says:
        return Says(text, (POLICE,), predicate, values=(("charges", value, value, "Venn", None),))

    one = charged("prosecutors charged Venn with trespassing", "trespassing", "charge")
    two = charged("Venn was arraigned on Monday for criminal trespass", "criminal trespass", "arraign")
    assert together(reconcile([reading(KNOWN, one, two)]), one.text, two.text)


def test_leave_of_the_officers_is_one_proposition_whoever_they_are_called() -> None:
    def away(text: str, about: str) -> Says:
        return Says(text, (POLICE,), "place", values=(("officer_status", "on leave", "leave", about, None),))

    one, two = (
        away("both deputies were placed on leave", "deputies"),
        away("Tarrow has been put on paid leave", "Tarrow"),
    )
    assert together(reconcile([reading(one), reading(two, name="2.txt")]), one.text, two.text)


def test_two_threats_of_one_kind_stay_apart() -> None:
    def armed(text: str) -> Says:
        return Says(text, (POLICE,), "fire", values=(("threat", "shot at", text[-8:], "Venn", None),))

    one, two = armed("Venn fired across the yard"), armed("a clerk saw bullets hit the cab")
    assert not together(reconcile([reading(KNOWN, one, two)]), one.text, two.text)
