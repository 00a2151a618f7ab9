"""Who takes part, what they are called, how old they are and whether they died."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.evidence import Evidence
from sayso.reconcile.record.marks import mark
from sayso.reconcile.record.naming import Named, clean, named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.participants import chances, died
from sayso.reconcile.record.people import Part, Sign, no_more_dead, no_more_hit
from tests.reconcile.record.texts import made, reading, status


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Ferry Point Agent Ana Quill", "Ana Quill"),
        ("Left Marlo Quill", "Marlo Quill"),
        ("Marlo Quill,18", "Marlo Quill"),
        ("Marlo Quill Oklahoma", "Marlo Quill"),
        ("Derro Tavin Hall", "Derro Tavin Hall"),
        ("Derro Tavin White II", "Derro Tavin White II"),
        ("Marlo Quill Oklahoma Highway", "Marlo Quill"),
        ("Brothers Marlo Quill", "Marlo Quill"),
    ],
)
def test_a_name_is_kept_without_the_words_around_it(written: str, name: str) -> None:
    assert clean(written) == name


def test_words_between_two_surnames_make_no_name() -> None:
    assert clean("Quill contacted Tarn") is None


def test_a_nickname_and_a_particle_written_apart_are_one_persons() -> None:
    text = (
        'Marlo "Bo" De Quill, 34, was shot and killed Monday in Springfield.\n\n'
        "Police said Bo DeQuill, 34, was shot at home."
    )
    named = named_people(pages([reading(text)]))
    assert len([one for one in named if one.name.endswith("Quill")]) == 1


def test_brothers_whose_first_names_are_alike_are_told_apart_by_their_second_names() -> None:
    text = (
        "Jeffrin Arlo Tarn, 20, was found dead Monday in Springfield. Jeffren Wade Tarn, 19, was arrested and charged "
        "with murder, police said."
    )
    assert {one.name for one in named_people(pages([reading(text)]))} == {"Jeffrin Arlo Tarn", "Jeffren Wade Tarn"}


def test_a_street_that_reads_like_a_name_is_nobody() -> None:
    text = "Marlo Quill, 34, was shot and killed Monday on Orsk Lane in Springfield. Officers were sent to Orsk Lane."
    assert [one.name for one in named_people(pages([reading(text)]))] == ["Marlo Quill"]


def test_an_age_that_is_told_of_both_is_each_ones() -> None:
    text = "Marlo Quill and Dario Tarn, both 37, were shot and killed Monday night in Springfield, police said."
    assert {p.value("name"): p.value("age") for p in made(text).people} == {"Marlo Quill": "37", "Dario Tarn": "37"}


def test_in_a_list_an_age_before_a_name_is_not_the_one_before_its() -> None:
    text = "14-year-old Lena Orsk, 15-year-old Dario Tarn, and 30-year-old Petra Olm"
    spans = [(text.index(n), text.index(n) + len(n), k) for k, n in enumerate(("Lena Orsk", "Dario Tarn", "Petra Olm"))]
    assert [m.age for m in mark(text, spans).marks] == [14, 15, 30]


def test_an_officer_who_was_shot_keeps_the_rank() -> None:
    text = (
        "Officer Marlo Quill, 34, was shot and killed Monday night in Springfield, police said.\n\n"
        "Quill had served for nine years. Quill died at a hospital."
    )
    assert [p.value("name") for p in made(text).people] == ["Officer Marlo Quill"]


def test_the_rank_that_stands_before_the_name_is_used_before_what_all_are_called() -> None:
    text = (
        "The officers who were killed Monday night in Springfield were identified as Marlo Quill, 34, and Dario Tarn, "
        "22, police said.\n\nSgt. Marlo Quill had served for nine years."
    )
    assert "Sergeant Marlo Quill" in [p.value("name") for p in made(text).people]


def test_a_page_in_capitals_names_nobody() -> None:
    text = "WE ASKED REPEATEDLY ABOUT PETRA OLM. A MAN, 34, WAS SHOT AND KILLED MONDAY IN SPRINGFIELD, POLICE SAID."
    assert not named_people(pages([reading(text)]))


def test_a_surname_alone_is_not_that_of_a_relative_who_was_introduced_last() -> None:
    text = (
        "Police said Marlo Quill, 31, pointed a handgun at officers in Springfield before one of them opened fire.\n\n"
        "Quill’s sister, Lena Quill, said her brother did not own a gun. A lawyer said Quill was shot in the back. "
        "Quill died at a hospital on Monday."
    )
    named = {one.name: len(one.places) for one in named_people(pages([reading(text)]))}
    assert named["Lena Quill"] == 1
    assert "Lena Quill" not in [p.value("name") for p in made(text).people]


def test_no_more_victims_are_dead_than_were_killed() -> None:
    text = (
        "SPRINGFIELD, Ill. — One man was killed and one was wounded in a shooting Monday night, police said.\n\n"
        "Marlo Quill, 34, was pronounced dead at the scene. Dario Tarn, 22, was taken to a hospital in serious pain."
    )
    told = made(text)
    assert (status(told, "Marlo Quill"), status(told, "Dario Tarn")) == ("Killed", "Injured")


def test_chances_sum_to_one_and_unknown_features_change_nothing() -> None:
    seen = {"cue killed": 1.0, "aged": 1.0}
    assert sum(chances(seen)) == pytest.approx(1)
    assert chances({**seen, "no such feature": 5.0}) == chances(seen)


def test_words_for_a_death_make_a_death_likelier_and_for_charges_a_suspect() -> None:
    assert died({"cue killed": 1.0, "cue killed any": 1.0}) > died({"cue hurt": 1.0, "cue hurt any": 1.0})
    charged = chances({"cue suspect": 1.0, "cue suspect any": 1.0, "suspect": 1.0, "in held share": 1.0})
    assert charged[2] > charged[1]


def test_a_surname_alone_in_a_later_document_is_not_the_relatives() -> None:
    told = made(
        "Police officers shot Marcus Kessen in Alder Bay on Sunday. His sister, Keisha Kessen, said he was in critical "
        "condition.",
        "Kessen died Tuesday at a hospital, the coroner said.",
    )
    assert [(p.value("name"), p.value("status")) for p in told.people] == [("Marcus Kessen", "Killed")]


def test_who_dies_of_wounds_later_is_dead_and_counted() -> None:
    told = made(
        "Two men were shot outside a bar in Springfield on Monday. Marlo Quill, 32, died there. Bo Tarn, 30, was "
        "taken to a hospital in critical condition, police said.",
        "Bo Tarn, 30, who was shot with another man outside a bar in Springfield on Monday, died on Tuesday at a "
        "hospital, the coroner said.",
    )
    assert status(told, "Bo Tarn") == "Killed"
    assert (told.value("killed"), told.value("injured")) == ("2", "0")


def test_the_words_first_shown_of_somebody_name_no_namesake() -> None:
    told = made(
        "Two brothers were shot Monday in Springfield. Tarn E. Quill, 17, had been wounded, police said.\n\n"
        "The shooting was reported at a home on Elm Street where Quill Jr. was found dead, police said.\n\n"
        "Quill Jr. was found dead in the shooting, and Quill Jr. was shot to death, the examiner said."
    )
    person = next(p for p in told.people if (p.value("name") or "").startswith("Tarn"))
    role = next(c for c in person.cells if c.field == "role")
    assert "Jr." not in role.said[0].span.exact


def test_a_parent_and_a_child_of_one_name_are_two_by_their_ages() -> None:
    text = (
        "Police in Springfield identified the dead as Bo Tarn Jr., 10; Honesty Tarn, 11; and Bo Tarn, 50, who were "
        "shot and killed at home on Monday."
    )
    told = {one.name.rstrip(".") for one in named_people(pages([reading(text)]))}
    assert told == {"Bo Tarn Jr", "Bo Tarn", "Honesty Tarn"}


def test_somebody_charged_whose_arrest_is_pending_is_not_arrested() -> None:
    text = "Deputies charged Ana Quill, 31, and Bo Tarn, 40, with neglect after the boy was shot and killed. "
    for after, state in (
        ("Quill was arrested and released on bond, Tarn’s arrest is pending.", None),
        ("", "Arrested"),
    ):
        told = {p.value("name"): p.value("status") for p in made(text + after).people}
        assert (told["Ana Quill"], told["Bo Tarn"]) == ("Arrested", state)


def test_the_age_of_a_child_is_not_that_of_the_parent_who_is_named() -> None:
    told = made(
        "Tam Quill, 3, was shot and killed Monday.\n\nAn 11-year-old boy has been charged in the shooting.\n\n"
        "Bo Orsk was arrested Tuesday and charged with manslaughter in the shooting.\n\n"
        "Bo Orsk, the father of the 11-year-old, was charged with child abuse."
    )
    assert {p.value("name"): p.value("age") for p in told.people} == {"Tam Quill": "3", "Bo Orsk": None, None: "11"}


def test_what_somebody_has_is_no_wound() -> None:
    text = "A boy, 2, was shot in the leg Monday, police said. His mother, Ana Quill, has a background in nursing."
    assert "Ana Quill" not in [p.value("name") for p in made(text).people]


def test_a_year_that_opens_a_caption_tells_of_another_time() -> None:
    text = (
        "File photo 1993: Dr. Bo Tarn is shot to death outside a clinic.\n\nAna Quill, 24, was shot and killed Monday."
    )
    assert [p.value("name") for p in made(text).people] == ["Ana Quill"]


def test_a_boy_without_a_name_who_shot_himself_is_the_victim_and_his_mother_is_not() -> None:
    told = made(
        "SPRINGFIELD -- Police say a two-year-old boy shot himself in the leg Monday with a handgun at his mother's "
        "home.\n\nA photo shows the boy with his mother, Ada Quill, and her fiance. Neighbors say Quill has a "
        "background in nursing."
    )
    fields = ("name", "age", "gender", "role", "status")
    assert [tuple(p.value(f) for f in fields) for p in told.people] == [(None, "2", "Male", "victim", "Injured")]


def test_who_is_only_described_is_a_victim_where_the_numbers_leave_room() -> None:
    text = "One person was wounded Monday night in Springfield. A 19-year-old man was shot in the leg, police said."
    assert [(p.value("age"), p.value("status")) for p in made(text).people] == [("19", "Injured")]
    more = made(text + "\n\nThe victim, Marlo Quill, 34, was taken to a hospital after he was shot.")
    assert len([p for p in more.people if p.value("role") == "victim"]) <= int(more.value("injured") or 0)


def test_a_childs_age_is_no_parents_and_a_toddler_is_not_arrested() -> None:
    told = made(
        "A 3-year-old girl was shot and killed Monday in Springfield by an 11-year-old boy, police said. An "
        "11-year-old boy was arrested after he killed the girl.\n\nDario Tarn, the father of the boy, was charged with "
        "manslaughter. "
        "Tarn’s 11-year-old son was arrested and is accused of killing the girl."
    )
    assert all(p.value("age") is None for p in told.people if p.value("name") == "Dario Tarn")
    toddler = made(
        "Police: Father charged after 2-year-old handled a gun\n\nA boy was shot and wounded Monday in Springfield, "
        "police said. Dario Tarn was charged after 2-year-old handled a gun."
    )
    assert not any(p.value("age") == "2" and p.value("role") == "suspect" for p in toddler.people)


def test_somebody_charged_whom_nobody_calls_hurt_is_no_victim() -> None:
    told = made(
        "Tam Quill, 13, was shot in the hand Monday at a home in Springfield, police said.\n\n"
        "Two adults were charged with child endangering. Bo J. Tarn, 44, who lives there, was charged, police said."
    )
    assert [p.value("name") for p in told.people if p.value("role") == "victim"] == ["Tam Quill"]


def test_more_dead_than_were_killed_are_of_another_event() -> None:
    def part(name: str, chance: float) -> Part:
        person = Named(len(name), name, (name,), ())
        return Part(Evidence(person), "victim", True, False, False, None, died=0.95, chance=chance)

    told = [part("Marlo Quill", 0.99), part("Ivy Tarn", 0.6)]
    assert [p.role for p in no_more_dead(told, 1, 0)] == ["victim", "other"]
    assert [p.role for p in no_more_dead(told, 2, 0)] == ["victim", "victim"]


@pytest.mark.parametrize(
    "words",
    [
        "The victim, 24, was shot in the arm.",
        "One man, 24, was wounded in the leg.",
        "A man, age 24, who was shot, died.",
    ],
)
def test_an_age_stands_behind_a_description_too(words: str) -> None:
    assert [m.age for m in mark(words, []).marks] == [24]


def test_who_heard_the_shots_takes_no_part_where_the_numbers_leave_no_room() -> None:
    def part(name: str, *signs: Sign) -> Part:
        evidence = Evidence(Named(len(name), name, (name,), ()), signs=list(signs))
        return Part(evidence, "victim", False, True, False, None, chance=0.9)

    told = [part("Marlo Quill", Sign(0, 0, 9, "hurt", 0.9)), part("Ivy Tarn")]
    assert [p.role for p in no_more_hit(told, 0, 1)] == ["victim", "other"]
    assert [p.role for p in no_more_hit(told, 0, 2)] == ["victim", "victim"]
