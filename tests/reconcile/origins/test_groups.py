"""Groups and those of them who speak; two sources in one; what may be one person and what cannot."""

from __future__ import annotations

import pytest

from sayso.model import Reason
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

FAMILY = group("His family")
SISTER = person("Rita Ode", "sister")


def test_a_group_sums_up_the_member_who_is_quoted_next() -> None:
    dossier = reconcile([reading(Says("he was kind", (FAMILY,)), Says("he was a gentle cook", (SISTER,)))])
    assert dossier.overall.independent == (1, 1)


def test_a_member_who_is_quoted_later_may_be_in_the_group() -> None:
    police = org("Corby Police Department")
    dossier = reconcile(
        [
            reading(
                Says("he was kind", (FAMILY,)),
                Says("he fell on Mill Road", (police,)),
                Says("he was a gentle cook", (SISTER,)),
            )
        ]
    )
    assert dossier.overall.independent == (2, 3)


def test_another_persons_aunt_is_not_of_the_family() -> None:
    dossier = reconcile(
        [reading(Says("he was kind", (group("Ode’s family"),)), Says("he was rude", (unnamed("Pell’s aunt"),)))]
    )
    assert dossier.overall.independent[1] == 2


def test_two_names_for_the_family_are_one_group() -> None:
    dossier = reconcile(
        [reading(Says("he was kind", (group("Ode’s family"),)), Says("he was a cook", (group("family members"),)))]
    )
    assert dossier.overall.independent == (1, 1)


def test_a_family_that_two_documents_quote_as_such_is_one() -> None:
    one, other = Says("he was kind", (group("His family"),)), Says("he was a cook", (group("Relatives"),))
    assert reconcile([reading(one, name="a.txt"), reading(other, name="b.txt")]).overall.independent == (1, 1)


@pytest.mark.parametrize(
    ("ours", "theirs"), [("Ode’s family", "Pell’s family"), ("Relatives of the victim", "Relatives of Dan Pell")]
)
def test_families_of_two_people_in_two_documents_are_two(ours: str, theirs: str) -> None:
    one, other = Says("he was kind", (group(ours),)), Says("he was a cook", (group(theirs),))
    assert reconcile([reading(one, name="a.txt"), reading(other, name="b.txt")]).overall.independent[1] == 2


def test_of_two_sources_in_one_the_first_counts() -> None:
    police = org("Corby police")
    dossier = reconcile(
        [reading(Says("he fell", (org("police and witnesses"),)), Says("the road was closed", (police,)))]
    )
    assert dossier.overall.independent == (1, 1)


def test_a_name_with_and_in_it_is_one_source() -> None:
    dossier = reconcile([reading(Says("the deer fled", (group("Fish and Wildlife officials"),)))])
    assert {a.name for a in dossier.agents if a.is_source} == {"Fish and Wildlife officials"}


def maybe(a: Who, b: Who) -> bool:
    dossier = reconcile(
        [reading(Says("the lamp fell", (a,)), name="a.txt"), reading(Says("a dog barked", (b,)), name="b.txt")]
    )
    return any(e.reason is Reason.SAME_AGENT and not e.certain for e in dossier.dependences)


def test_unnamed_sources_may_be_one_where_their_descriptions_can_be_of_one_person() -> None:
    assert maybe(unnamed("a source"), unnamed("an official"))
    assert not maybe(unnamed("a nurse"), unnamed("a pilot"))
    assert not maybe(unnamed("a woman"), unnamed("a man"))


def test_relatives_of_different_kin_are_not_one_person() -> None:
    assert not maybe(unnamed("his aunt"), unnamed("his father"))
    assert maybe(unnamed("his aunt"), unnamed("the aunt"))


def test_a_body_with_a_known_surname_is_that_person_misread() -> None:
    dossier = reconcile(
        [
            reading(Says("the lamp fell", (org("Keza Bibbe"),)), name="a.txt"),
            reading(Says("a dog barked", (person("Bibbe"),)), name="b.txt"),
        ]
    )
    assert dossier.overall.independent == (1, 1)


def test_edges_from_the_table_cite_where_the_two_are_named() -> None:
    dossier = reconcile(
        [
            reading(
                Says("he fell", (org("Corby Police Department"),)), Says("it burned", (org("Corby Fire Department"),))
            )
        ]
    )
    edge = next(e for e in dossier.dependences if e.reason is Reason.PART_OF)
    assert {s.exact for s in edge.evidence} == {"Corby Police Department", "Corby Fire Department"}
    assert not edge.certain


def test_a_rank_before_a_name_is_no_body() -> None:
    dossier = reconcile(
        [
            reading(
                Says("the lamp fell", (org("Kettle County Sheriff’s Office"),)),
                Says("a dog barked", (org("Kettle County Sheriff Karl Ode"),)),
            )
        ]
    )
    assert dossier.overall.independent == (1, 1)


def test_an_affidavit_is_of_the_only_body_that_its_document_speaks_of() -> None:
    both = reading(
        Says("the road was closed", (org("Corby Police Department"),)),
        Says("the lamp fell", (org("Kettle County Sheriff’s Office"),)),
        name="a.txt",
    )
    one = reading(
        Says("a dog barked", (org("The sheriff’s office"),)),
        Says("the man hid", (unnamed("an arrest affidavit"),)),
        name="b.txt",
    )
    dossier = reconcile([both, one])
    assert dossier.overall.independent == (2, 2)


def test_a_familys_word_is_not_perhaps_that_of_the_other_familys_mother() -> None:
    dossier = reconcile(
        [
            reading(Says("he was afraid", (group("Relatives of Moss"),)), name="a.txt"),
            reading(
                Says("he was kind", (group("Relatives of Jalen Ode"),)),
                Says("he had no gun", (person("Denise Ode", "mother"),)),
                name="b.txt",
            ),
        ]
    )
    assert not any("Moss" in e.note for e in dossier.dependences)
    assert dossier.overall.independent[0] == 2


def test_a_family_by_the_given_name_is_that_by_the_surname() -> None:
    karl = person("Karl Ode")
    told = [Says("he was kind", (group("Ode’s family"),)), Says("he was a cook", (group("Karl’s family"),))]
    named = reconcile([reading(*told, Says("he fell on Mill Road", (karl,)))])
    assert named.overall.independent[1] == 2
    assert reconcile([reading(*told)]).overall.independent[1] == 2


def test_a_family_of_somebody_does_not_hold_who_has_the_surname_of_whom_another_is_kin_of() -> None:
    dossier = reconcile(
        [
            reading(Says("he was kind", (group("Ode’s family"),)), name="a.txt"),
            reading(
                Says("he was afraid", (unnamed("Teo Pell’s father"),)),
                Says("it was dark", (person("Ida Pell", "grandmother"),)),
                name="b.txt",
            ),
        ]
    )
    assert not any("Ode’s family" in e.note for e in dossier.dependences)


def test_another_neighbour_is_nobody_whom_the_document_names() -> None:
    dossier = reconcile(
        [
            reading(
                Says("I saw a lamp", (person("Ida Pell", "neighbor"),)),
                Says("the man ran", (unnamed("Another neighbor"),)),
            )
        ]
    )
    assert dossier.overall.independent == (2, 2)


def test_a_man_is_not_a_person_who_is_told_to_be_a_woman() -> None:
    one, other = Says("he ran", (unnamed("The man"),)), Says("it was dark", (unnamed("A fourth person, a woman"),))
    assert reconcile([reading(one, name="a.txt"), reading(other, name="b.txt")]).overall.independent == (2, 2)


def test_a_picture_and_the_page_where_it_stands_may_be_one_post() -> None:
    one, other = Says("he was kind", (unnamed("the caption"),)), Says("he was two", (unnamed("a Facebook page"),))
    assert reconcile([reading(one, other)]).overall.independent == (1, 2)


def test_a_surname_that_two_bear_may_be_either() -> None:
    dossier = reconcile(
        [
            reading(
                Says("it was dark", (person("Ida Pell"),)),
                Says("the lamp fell", (person("Teo Pell"),)),
                Says("a boat sank", (person("Pell"),)),
            )
        ]
    )
    notes = {e.note for e in dossier.dependences if not e.certain}
    assert {"“Pell” may be Ida Pell", "“Pell” may be Teo Pell"} <= notes
