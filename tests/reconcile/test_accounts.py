"""Accounts side by side, corrections, interested parties, namings and findings."""

from __future__ import annotations

from datetime import date

from sayso.model import Comparison, CueType, Dossier, Relation, Status
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

POLICE = org("Ferris Police Department")
CORONER = org("Orme County Coroner")


def age(value: str, who: object = None, *, note: bool = False, text: str = "the man was {} years old") -> Says:
    words = text.format(value)
    return Says(words, (who,) if who else (), values=(("age", value, value, "man", None),), note=note)  # type: ignore[arg-type]


def only(dossier: Dossier) -> Comparison:
    assert len(dossier.comparisons) == 1
    return dossier.comparisons[0]


def test_independent_origins_contradict() -> None:
    dossier = reconcile([reading(age("30", POLICE), age("34", CORONER))])
    assert only(dossier).relation is Relation.CONTRADICTS
    assert {a.value for a in only(dossier).accounts} == {"30", "34"}
    assert any(a.status is Status.DISPUTED for a in dossier.assessments)
    assert any(f.startswith("Disputed: age") for f in dossier.findings)


def test_one_origin_changes_from_day_to_day_and_is_inconsistent_on_one() -> None:
    first = reading(age("30", POLICE), name="1.txt", published=date(2024, 5, 1))
    later = reading(age("34", POLICE), name="2.txt", published=date(2024, 5, 2))
    same = reading(age("34", POLICE), name="3.txt", published=date(2024, 5, 1))
    assert only(reconcile([first, later])).relation is Relation.CHANGED
    assert only(reconcile([later, first])).explanation == only(reconcile([first, later])).explanation
    assert "2024-05-01" in only(reconcile([first, later])).explanation
    assert only(reconcile([first, same])).relation is Relation.INCONSISTENT


def test_values_of_nobody_s_do_not_contradict() -> None:
    def named(value: str, *by: Who) -> Says:
        return Says(f"Venn was {value} years old", by, values=(("age", value, value, "Venn", None),))

    known = Says("it was a quiet street", (person("Aldo Venn", "driver"),))
    dossier = reconcile([reading(known, named("30"), named("34", CORONER))])
    assert only(dossier).relation is Relation.INCONSISTENT


def test_an_unnamed_person_s_age_is_disputed_only_by_those_who_are_credited() -> None:
    assert only(reconcile([reading(age("30"), age("34", CORONER))])).relation is Relation.REFINES


def test_a_description_that_one_voice_gives_two_ages_is_of_two_people() -> None:
    told = [reading(age("30", POLICE), age("41", POLICE)), reading(age("34", CORONER), name="2.txt")]
    assert not reconcile(told).comparisons


def test_a_correction_is_a_change_and_what_it_takes_back_is_withdrawn() -> None:
    story = reading(age("43"), name="1.txt", published=date(2024, 5, 1), publisher="The Ferris Post")
    note = reading(
        age("43", note=True, text="an earlier version misstated that the man was {}"),
        age("34", note=True),
        name="2.txt",
        published=date(2024, 5, 2),
        publisher="The Ferris Post",
    )
    dossier = reconcile([story, note])
    assert only(dossier).relation is Relation.CHANGED if dossier.comparisons else True
    withdrawn = [a for a in dossier.assessments if a.status is Status.WITHDRAWN]
    assert len(withdrawn) == 1
    proposition = next(p for p in dossier.propositions if p.id == withdrawn[0].subject)
    assert "43" in proposition.text


def test_a_change_in_a_note_on_the_same_day_is_a_change() -> None:
    told = reading(age("30"), age("34", note=True), publisher="The Ferris Post")
    assert only(reconcile([told])).relation is Relation.CHANGED
    assert "corrected" in only(reconcile([told])).explanation


def test_one_breath_is_one_account() -> None:
    words = "he had cuts and a severe injury to the leg"
    line = Says(
        words,
        (POLICE,),
        values=(
            ("injury", "cuts", "cuts", "officer", 0.2),
            ("injury", "severe injury", "severe injury", "officer", 0.7),
        ),
    )
    other = Says("the officer was cut", (POLICE,), values=(("injury", "cuts", "cut", "officer", 0.2),))
    assert only(reconcile([reading(line, other)])).relation in {Relation.AGREE, Relation.REFINES}


def test_grades_of_an_injury_far_apart_differ() -> None:
    a = Says("the officer was badly hurt", (POLICE,), values=(("injury", "severe", "badly hurt", "officer", 0.7),))
    b = Says("the officer had scratches", (CORONER,), values=(("injury", "minor", "scratches", "officer", 0.1),))
    dossier = reconcile([reading(a, b)])
    assert only(dossier).relation is Relation.CONTRADICTS
    assert [x.grade for x in only(dossier).accounts] == [0.7, 0.1]


def test_who_takes_part_is_an_interested_party_and_so_is_the_body_of_its_officers() -> None:
    shot = Says("an ICE officer shot a man", (CORONER,), "shoot", taking=(("agent", "an ICE officer"),))
    lines = (shot, Says("it is over", (org("DHS"),)), Says("he was kind", (person("Una Vale", "his sister"),)))
    dossier = reconcile([reading(*lines)])
    names = {a.id: a.name for a in dossier.agents}
    assert {names[i] for i in dossier.interested} == {"Department of Homeland Security", "Una Vale"}
    assert dossier.overall.independent == (3, 3)
    assert dossier.overall.outside == (1, 1)


def test_an_arrest_makes_no_party_of_the_police_where_someone_else_used_force() -> None:
    shot = Says("the neighbour shot a man", (POLICE,), "shoot", taking=(("agent", "the neighbour"),))
    held = Says("officers arrested him", (POLICE,), "arrest", taking=(("agent", "officers"),))
    assert reconcile([reading(shot, held)]).interested == ()


def test_findings_say_what_is_there() -> None:
    assert reconcile([]).findings == ("Nothing in these documents could be read as a claim.",)
    bare = reconcile([reading(Says("a man was hurt"))])
    assert bare.findings[0].startswith("Nothing here has a stated source")
    shot = Says("officers shot a man", (POLICE,), "shoot", taking=(("agent", "officers"),))
    one = reconcile([reading(shot, Says("he ran", (unnamed("a police spokesman"),)))])
    assert one.findings[0].startswith("Everything here that has a stated source comes from one institution")
    assert "took part" in one.findings[0]
    assert "No one outside it is heard." in one.findings
    two = reconcile([reading(shot, Says("officers shot a man", (person("Ivo Lund", "witness"),), "shoot"))])
    assert two.findings[0].startswith("Two independent origins are heard")
    assert any("one has two or more independent origins" in f for f in two.findings)
    assert two.assessments[0].status is Status.CORROBORATED


def test_a_question_and_a_refusal_assert_nothing() -> None:
    lines = (
        Says("who fired", (POLICE,), cue=CueType.ASKS),
        Says("who fired at whom", (POLICE,), cue=CueType.DECLINES),
    )
    dossier = reconcile([reading(*lines)])
    assert dossier.propositions == ()
    assert dossier.overall.independent == (0, 0)


def test_silences_follow_the_kind_of_incident() -> None:
    shot = Says("officers shot a man", (POLICE,), "shoot", taking=(("agent", "officers"),))
    assert reconcile([reading(shot)]).silences
    assert reconcile([reading(Says("the bridge fell", (group("witnesses"),)))]).silences == ()


def test_a_dossier_of_nothing_is_a_dossier() -> None:
    dossier = reconcile([])
    assert dossier.overall.independent == (0, 0)
    assert dossier.documents == ()
    assert dossier.to_json()


def on(value: str, words: str, rest: str = "officers shot a man") -> Says:
    return Says(f"{rest} {words}", (), "shoot", values=(("date", value, words, None, None),))


def test_dates_of_other_events_and_times_of_day_are_not_set_against_the_date() -> None:
    dossier = reconcile(
        [
            reading(
                on("2024-05-01", "on May 1"),
                on("2009-06-30", "June 30, 2009", "he was convicted of a shooting on"),
                on("2024-05-03T23:30", "just after 11:30 p.m.", "the man was shot"),
            )
        ]
    )
    assert not [c for c in dossier.comparisons if c.topic.endswith("date")]


def test_dates_near_each_other_are_still_compared() -> None:
    one = reading(on("2024-05-01", "on May 1"))
    two = reading(on("2024-04-20", "on April 20", "police shot a man"), name="2.txt")
    assert only(reconcile([one, two])).relation is Relation.INCONSISTENT


def test_two_days_that_one_voice_tells_in_one_document_are_of_two_things() -> None:
    dossier = reconcile([reading(on("2024-05-01", "on May 1"), on("2024-04-20", "on April 20", "police shot a man"))])
    assert only(dossier).relation is Relation.REFINES


def test_a_second_officer_is_not_the_officer() -> None:
    hurt = (("injury", "dead", "an officer", "an officer", 1.0),)
    unhurt = (("injury", "unhurt", "a second officer", "a second officer", 0.0),)
    dossier = reconcile(
        [
            reading(
                Says("an officer died", (POLICE,), "die", values=hurt),
                Says("a second officer was not hurt", (CORONER,), "hurt", values=unhurt),
            )
        ]
    )
    assert not dossier.comparisons


def test_part_of_a_name_is_no_other_name() -> None:
    def named(words: str, source: object) -> Says:
        return Says(f"the man was {words}", (source,), values=(("victim_name", words, words, "Aldo Mark Venn", None),))  # type: ignore[arg-type]

    told = reading(named("Aldo Mark Venn", POLICE), named("Mark", CORONER), named("Aldo Venn", CORONER))
    assert all(c.relation is not Relation.CONTRADICTS for c in reconcile([told]).comparisons)
