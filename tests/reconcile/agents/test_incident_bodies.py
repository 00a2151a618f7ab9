"""What descriptions without a name mean within one incident, and which recordings and persons are one."""

from __future__ import annotations

from sayso.model import Basis, Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed


def least_and_most(dossier: Dossier) -> tuple[int, int]:
    return dossier.overall.independent


def test_a_sheriff_whom_one_document_names_without_the_county_is_that_of_the_other() -> None:
    one = reading(Says("a man was hurt", (org("Linden County Sheriff’s Office"),)), name="one.txt")
    two = reading(Says("a man was hit", (person("Otto Lind", "Sheriff"),)), name="two.txt")
    assert least_and_most(reconcile([one, two])) == (1, 1)


def test_two_departments_of_the_other_documents_leave_open_which_is_meant() -> None:
    one = reading(
        Says("a man was hurt", (org("Tarrow Police Department"),)),
        Says("a man ran", (org("Ellery Police Department"),)),
        name="one.txt",
    )
    two = reading(Says("a man was hit", (group("police"),)), name="two.txt")
    assert least_and_most(reconcile([one, two])) == (1, 3)


def test_police_are_the_police_department_and_not_the_sheriff() -> None:
    told = reading(
        Says("a man was hurt", (org("Tarrow Police Department"),)),
        Says("a man ran", (org("Linden County Sheriff’s Office"),)),
        Says("a man fell", (group("police"),)),
    )
    assert least_and_most(reconcile([told])) == (2, 2)


def test_a_jail_employee_is_of_the_sheriff_who_runs_it() -> None:
    told = reading(
        Says("a man was hurt", (org("Linden County Sheriff’s Office"),)),
        Says("a man ran", (unnamed("a jail employee"),)),
    )
    assert least_and_most(reconcile([told])) == (1, 1)


def test_one_of_the_deputies_is_a_member_of_the_body() -> None:
    told = reading(
        Says("a man was hurt", (org("Linden County Sheriff’s Office"),)),
        Says("a man ran", (group("one of the deputies"),)),
    )
    assert least_and_most(reconcile([told])) == (1, 1)


def test_a_spokeswoman_for_a_body_that_no_pattern_knows_speaks_for_it() -> None:
    told = reading(
        Says("a man was hurt", (org("State Bureau of Investigation"),)),
        Says("a man ran", (unnamed("A spokeswoman for the State Bureau of Investigation"),)),
        Says("a man fell", (org("Tarrow Police Department"),)),
    )
    assert least_and_most(reconcile([told])) == (2, 2)


def test_a_body_camera_is_an_origin_of_its_own_that_may_be_its_departments() -> None:
    camera = unnamed("body camera video")
    one = reading(
        Says("officers shot a man", (org("Tarrow Police Department"),), "shoot", taking=(("agent", "officers"),)),
        Says("a man ran", (camera,)),
        name="one.txt",
    )
    two = reading(Says("a man fell", (unnamed("The body-cam footage"),)), name="two.txt")
    dossier = reconcile([one, two])
    assert least_and_most(dossier) == (1, 2)
    (video,) = {o.agent for o in dossier.origins if o.basis is Basis.VIDEO}
    assert all(o.interested for o in dossier.origins if o.agent == video)


def test_the_footage_is_the_only_recording_of_its_document() -> None:
    told = reading(
        Says("a man ran", (unnamed("a cellphone video posted by a shopper"),)),
        Says("a man fell", (unnamed("The footage"),)),
    )
    assert least_and_most(reconcile([told])) == (1, 1)


def test_who_is_described_first_and_named_later_is_one_person() -> None:
    told = reading(
        Says("the man slept", (unnamed("A Corby man’s ex-wife"),)),
        Says("the man woke", (person("Ann Pell", "former wife"),)),
    )
    assert least_and_most(reconcile([told])) == (1, 1)


def test_two_witnesses_who_are_only_described_stay_apart_from_one_with_a_name() -> None:
    told = reading(
        Says("the man slept", (unnamed("A neighbor"),)),
        Says("the man ran", (unnamed("Another neighbor"),)),
        Says("the man woke", (Who("Ann Pell", role="neighbor"),)),
    )
    assert reconcile([told]).overall.independent[1] == 3


def test_a_county_official_may_be_of_any_of_the_countys_bodies() -> None:
    told = reading(
        Says("a man was hurt", (org("Linden County Sheriff’s Office"),)),
        Says("a man ran", (unnamed("a county official with knowledge of the case"),)),
    )
    assert least_and_most(reconcile([told])) == (1, 2)


def test_police_are_the_state_police_where_no_document_names_another_force() -> None:
    one = reading(Says("a man was hurt", (org("Vermont State Police"),)), name="one.txt")
    two = reading(Says("a man ran", (org("police"),)), name="two.txt")
    assert least_and_most(reconcile([one, two])) == (1, 1)


def test_officials_are_the_sheriffs_where_most_documents_speak_of_one() -> None:
    one = reading(Says("a man was hurt", (org("Linden County Sheriff’s Office"),)), name="one.txt")
    two = reading(Says("a man fell", (org("the sheriff’s office"),)), name="two.txt")
    three = reading(Says("police came and a man ran", (group("officials"),)), name="three.txt")
    assert least_and_most(reconcile([one, two, three])) == (1, 1)


def test_whoever_is_named_before_a_force_is_no_part_of_its_name() -> None:
    one = reading(
        Says("a man was hurt", (org("Tarrow Police Department"),)),
        Says("word came from Karl Ode of Tarrow police"),
        Says("Initial police reports were wrong"),
        name="one.txt",
    )
    two = reading(Says("a man was hit", (org("police"),)), name="two.txt")
    assert least_and_most(reconcile([one, two])) == (1, 1)


def test_a_schools_director_and_a_districts_spokesman_are_not_of_the_police() -> None:
    told = reading(
        Says("a man was hurt", (org("Tarrow Police Department"),)),
        Says("a pupil died", (person("Dara Hume", "school’s executive director"),)),
        Says("classes stop", (unnamed("a spokesman for the Tarrow school district"),)),
    )
    dossier = reconcile([told])
    police = next(a.id for a in dossier.agents if a.name == "Tarrow Police Department")
    assert (police,) in {c.agents for c in dossier.components}


def test_the_boys_mother_is_one_in_all_documents_unless_one_has_two() -> None:
    one = reading(Says("he was hurt", (unnamed("The boy’s mother"),)), name="one.txt")
    two = reading(Says("he is home", (unnamed("the boy’s mother"),)), name="two.txt")
    three = reading(Says("he is well", (person("Ida Orr", "boy’s mother"),)), name="three.txt")
    assert least_and_most(reconcile([one, two, three])) == (1, 1)


def test_a_13_year_old_of_two_documents_is_one_unless_a_boy_and_a_girl() -> None:
    one = reading(Says("he was hurt", (unnamed("A 13-year-old passenger"),)), name="one.txt")
    two = reading(Says("he is home", (unnamed("a 13-year-old boy"),)), name="two.txt")
    three = reading(Says("she is well", (unnamed("a 13-year-old girl"),)), name="three.txt")
    assert least_and_most(reconcile([one, two])) == (1, 1)
    assert least_and_most(reconcile([two, three]))[1] == 2


def test_a_news_release_is_of_the_only_body_that_can_have_issued_it() -> None:
    told = reading(
        Says("a man was hurt", (org("Tarrow Police Department"),)), Says("a man ran", (unnamed("a news release"),))
    )
    assert least_and_most(reconcile([told])) == (1, 1)
