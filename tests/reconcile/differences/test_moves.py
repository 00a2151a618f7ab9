"""How accounts move and differ: withheld and given, refined, denied, counted otherwise, edited, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.model import (
    Claim,
    Comparison,
    CueType,
    Dossier,
    Modality,
    Participant,
    Reading,
    Relation,
    StepKind,
    Value,
)
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading

POLICE = org("Ferris Police Department")
CORONER = org("Orme County Coroner")
VENN = person("Aldo Venn", "driver")
KNOWN = Says("it was a quiet street", (VENN,))
DEAD = Says("Venn died there", (CORONER,), "die", values=(("killed", "1", "died", "Venn", None),))
EARLY, LATE = date(2024, 5, 1), date(2024, 5, 4)


def unnamed(text: str, what: str, words: str, by: tuple[Who, ...] = (POLICE,)) -> Says:
    return Says(text, by, "release", values=(("unknown", what, words, None, None),), modality=Modality.UNKNOWN)


def named(told: Reading, words: str, who: str) -> Reading:
    """The reading with the person of its own who is called so taking part in every claim that has these words."""
    agent = next(a.id for a in told.agents if a.name == who)

    def taking(claim: Claim) -> Claim:
        span = claim.spans[0]
        if words not in span.exact:
            return claim
        at = span.start + span.exact.index(words)
        taker = Participant(role="patient", span=told.document.span(at, at + len(words)), agent=agent)
        return replace(claim, participants=(*claim.participants, taker))

    return replace(told, claims=tuple(taking(c) for c in told.claims))


def of(dossier: Dossier, relation: Relation) -> list[Comparison]:
    return [c for c in dossier.comparisons if c.relation is relation]


def kinds(dossier: Dossier) -> list[list[StepKind]]:
    return [[s.kind for s in c.steps] for c in dossier.courses]


WITHHELD = unnamed("the name of the man was not released", "name of the man", "not released")
GIVEN = Says("the man killed was Aldo Venn", (POLICE,), "be")


def test_a_name_withheld_and_then_given_by_the_same_body_is_disclosed_with_both_days() -> None:
    first = reading(WITHHELD, name="1.txt", published=EARLY)
    later = named(reading(KNOWN, DEAD, GIVEN, name="2.txt", published=LATE), "Aldo Venn", "Aldo Venn")
    dossier = reconcile([first, later])
    (told,) = of(dossier, Relation.DISCLOSED)
    assert "Aldo Venn" in told.topic
    assert "2024-05-01" in told.explanation
    assert "2024-05-04" in told.explanation
    assert [StepKind.FIRST, StepKind.DISCLOSED] in kinds(dossier)


def test_a_name_known_on_that_day_was_not_withheld() -> None:
    first = named(reading(WITHHELD, KNOWN, DEAD, GIVEN, name="1.txt", published=EARLY), "Aldo Venn", "Aldo Venn")
    assert not of(reconcile([first]), Relation.DISCLOSED)


def test_what_one_body_withholds_and_another_gives_is_told_and_moves_no_account() -> None:
    first = reading(WITHHELD, name="1.txt", published=EARLY)
    other = Says("the man killed was Aldo Venn", (CORONER,), "be")
    later = named(reading(KNOWN, DEAD, other, name="2.txt", published=LATE), "Aldo Venn", "Aldo Venn")
    dossier = reconcile([first, later])
    assert of(dossier, Relation.DISCLOSED)
    assert not any(StepKind.DISCLOSED in steps for steps in kinds(dossier))


def test_nobody_in_custody_and_then_an_arrest_is_a_change() -> None:
    none = Says(
        "no one is in custody", (), "be", values=(("arrest", "arrested", "custody", "no one", None),), polarity=False
    )
    held = Says(
        "officers arrested a clerk", (), "arrest", values=(("arrest", "arrested", "arrested", "a clerk", None),)
    )
    told = [reading(none, name="1.txt", published=EARLY), reading(held, name="2.txt", published=LATE)]
    (change,) = of(reconcile(told), Relation.CHANGED)
    assert "2024-05-01" in change.explanation
    assert not of(reconcile([told[1], reading(none, name="3.txt", published=date(2024, 5, 9))]), Relation.CHANGED)


def test_of_a_long_sentence_the_words_around_the_value_are_shown() -> None:
    long = (
        "officers who had searched the woods, the fields, the river, the quarry, the yard and nine houses on Orme "
        "Road for three days and two nights said that a man was arrested in a barn"
    )
    told = [
        reading(Says("no arrests have been made", (), "make"), name="1.txt", published=EARLY),
        reading(Says(long, (), "say"), name="2.txt", published=LATE),
    ]
    (change,) = of(reconcile(told), Relation.CHANGED)
    assert "a man was arrested in a barn" in change.explanation
    assert "“… " in change.explanation
    assert "the woods" not in change.explanation


CHARGED = Says("the driver charged at an officer with a knife", (POLICE,), "charge", taking=(("agent", "the driver"),))


def denies(text: str, who: str, by: Who = CORONER) -> Says:
    return Says(text, (by,), "charge", taking=(("agent", who),), polarity=False)


def test_a_broad_denial_contradicts_what_says_more_of_the_same() -> None:
    no = denies("the driver did not charge at anyone", "the driver")
    dossier = reconcile([reading(CHARGED), reading(no, name="2.txt")])
    (told,) = of(dossier, Relation.CONTRADICTS)
    assert told.topic.startswith("whether")
    assert {a.value for a in told.accounts} == {CHARGED.text, no.text}


def test_a_denial_of_something_more_particular_contradicts_nothing() -> None:
    no = denies("the driver did not charge at two clerks with a sword", "the driver")
    assert not of(reconcile([reading(CHARGED), reading(no, name="2.txt")]), Relation.CONTRADICTS)


def test_what_somebody_could_not_do_denies_no_fact() -> None:
    no = denies("the driver could not charge at anyone", "the driver")
    assert not of(reconcile([reading(CHARGED), reading(no, name="2.txt")]), Relation.CONTRADICTS)


SERVED = "the officer served four years with the department"


@pytest.mark.parametrize(
    ("one", "two", "apart"),
    [
        ("the officer served six years with the department", "the officer served four years with the department", True),
        (
            "the officer served at least four years with the department",
            "the officer served six years with the department",
            False,
        ),
        ("the officer served six years with the department", "the ferry carried four years of mud with it", False),
    ],
)
def test_the_same_words_with_another_number_differ(one: str, two: str, apart: bool) -> None:
    told = [reading(Says(one, (POLICE,), "serve")), reading(Says(two, (CORONER,), "serve"), name="2.txt")]
    assert bool(of(reconcile(told), Relation.CONTRADICTS)) == apart


def shot(text: str, by: Who = POLICE) -> Says:
    return Says(text, (by,), "shoot", taking=(("agent", "Two deputies"), ("patient", "the driver")))


def test_what_says_all_of_another_and_more_is_linked_and_not_merged() -> None:
    one = shot("Two deputies shot the driver")
    two = shot("Two deputies shot the driver twice through a broken window of the cab", CORONER)
    dossier = reconcile([reading(one), reading(two, name="2.txt")])
    texts = {p.id: p.text for p in dossier.propositions}
    (link,) = dossier.refinements
    assert (texts[link.broader], texts[link.narrower]) == (one.text, two.text)
    assert "twice" in link.adds
    assert all(a.independent == (1, 1) for a in dossier.assessments if a.subject in texts)


def test_another_agent_or_a_denial_refines_nothing() -> None:
    one = shot("Two deputies shot the driver")
    other = Says(
        "A clerk shot the driver twice through a window",
        (CORONER,),
        "shoot",
        taking=(("agent", "A clerk"), ("patient", "the driver")),
    )
    no = replace(shot("Two deputies shot the driver twice through a window", CORONER), polarity=False)
    assert not reconcile([reading(one), reading(other, name="2.txt")]).refinements
    assert not reconcile([reading(one), reading(no, name="2.txt")]).refinements


def test_a_time_within_a_part_of_the_day_refines_it() -> None:
    def at(words: str, value: str, by: Who) -> Says:
        return Says(f"a man was shot {words}", (by,), "shoot", values=(("time", value, words, None, None),))

    told = [
        reading(at("on Thursday night", "2024-05-02T18:00/2024-05-03T02:59", POLICE)),
        reading(at("about 9 p.m.", "2024-05-02T21:00", CORONER), name="2.txt"),
    ]
    dossier = reconcile(told)
    texts = {d.id: d.text for d in dossier.details}
    assert ("on Thursday night", "about 9 p.m.") in {(texts[r.broader], texts[r.narrower]) for r in dossier.refinements}


def aged(value: str, *by: Who, note: bool = False) -> Says:
    return Says(f"Venn was {value} years old", by, values=(("age", value, value, "Venn", None),), note=note)


def versions_of(*lines: Says) -> list[Reading]:
    made = []
    for n, line in enumerate(lines):
        told = reading(KNOWN, line, name=f"{n}.txt", publisher="The Ferris Post", published=EARLY)
        made.append(
            replace(
                told,
                document=replace(told.document, url="https://ferrispost.example/a", updated_at=date(2024, 5, 1 + n)),
            )
        )
    return made


def test_a_later_version_of_an_article_that_says_otherwise_is_a_change() -> None:
    dossier = reconcile(versions_of(aged("30"), aged("34")))
    (change,) = of(dossier, Relation.CHANGED)
    assert "later version" in change.explanation
    assert [len(v.documents) for v in dossier.versions] == [2]
    assert [StepKind.FIRST, StepKind.CHANGED] in kinds(dossier)


def test_the_course_of_an_account_is_told_step_by_step_for_each_component() -> None:
    told = [
        reading(KNOWN, aged("30", POLICE), name="1.txt", published=EARLY),
        reading(KNOWN, aged("30", POLICE), aged("34", CORONER), name="2.txt", published=date(2024, 5, 2)),
        reading(KNOWN, aged("34", POLICE), name="3.txt", published=LATE),
    ]
    (course,) = [c for c in reconcile(told).courses if c.component]
    assert [s.kind for s in course.steps] == [StepKind.FIRST, StepKind.REPEATED, StepKind.CHANGED]
    assert [s.at for s in course.steps] == ["2024-05-01", "2024-05-02", "2024-05-04"]
    assert course.steps[2].than == course.steps[1].claim


def test_what_a_correction_takes_back_ends_its_course() -> None:
    wrong = Says(
        "an earlier version misstated that Venn was 30", values=(("age", "30", "30", "Venn", None),), note=True
    )
    told = [
        reading(KNOWN, aged("30"), name="1.txt", published=EARLY, publisher="The Ferris Post"),
        reading(KNOWN, wrong, aged("34", note=True), name="2.txt", published=LATE, publisher="The Ferris Post"),
    ]
    assert any(StepKind.WITHDRAWN in steps for steps in kinds(reconcile(told)))


def test_a_correction_of_a_number_takes_back_nothing_that_it_does_not_tell() -> None:
    once = Says("Venn was shot twice", (POLICE,), "shoot", values=(("shot", "1", "shot", "Venn", None),))
    vague = Says(
        "an earlier version misstated the number of times Venn was shot",
        values=(("shot", "1", "shot", "Venn", None),),
        note=True,
    )
    told = [
        reading(KNOWN, once, name="1.txt", published=EARLY, publisher="The Ferris Post"),
        reading(KNOWN, once, vague, name="2.txt", published=LATE, publisher="The Ferris Post"),
    ]
    assert not any(StepKind.WITHDRAWN in steps for steps in kinds(reconcile(told)))


def test_counts_of_another_shooting_are_not_set_against_this_one() -> None:
    def hurt(text: str, value: str, words: str) -> Says:
        return Says(text, (POLICE,), "wound", values=(("injured", value, "wounded", words, None),))

    one = hurt("four people were wounded on the pier", "4", "four people")
    other = hurt("six people were wounded in a separate shooting", "6", "six people")
    same = hurt("six people were wounded by the pier", "6", "six people")
    assert not of(reconcile([reading(one), reading(other, name="2.txt", published=LATE)]), Relation.CHANGED)
    assert of(reconcile([reading(one), reading(same, name="2.txt", published=LATE)]), Relation.CHANGED)


def test_findings_tell_what_was_disclosed_edited_and_borne_out() -> None:
    first = reading(WITHHELD, name="1.txt", published=EARLY)
    later = named(reading(KNOWN, DEAD, GIVEN, name="2.txt", published=LATE), "Aldo Venn", "Aldo Venn")
    assert any(f.startswith("Disclosed: ") for f in reconcile([first, later]).findings)
    edited = reconcile(versions_of(aged("30"), aged("34"))).findings
    assert "Two versions of ferrispost.example/a differ in one passage, and no note says so." in edited
    both = [reading(KNOWN, aged("30", by), name=by.name) for by in (POLICE, CORONER)]
    assert any("one has two or more independent origins" in f for f in reconcile(both).findings)


def test_counts_differ_where_no_number_lies_within_both() -> None:
    def killed(number: str, text: str, day: date) -> Reading:
        values = (("killed", number, "killed", "people", None),)
        return reading(Says(text, (POLICE,), "kill", values=values), name=f"{day}.txt", published=day)

    three, five = killed("3", "three people were killed", EARLY), killed("5", "at least five people were killed", LATE)
    four = killed("4", "at least two people were killed", LATE)
    assert of(reconcile([three, five]), Relation.CHANGED)
    assert not of(reconcile([three, killed("2", "at least two people were killed", LATE)]), Relation.CHANGED)
    assert not of(reconcile([three, replace(four)]), Relation.CONTRADICTS)


def test_a_clause_is_not_denied_by_the_sentence_that_holds_it() -> None:
    told = reading(Says("the crew did not know the ferry had sunk there", (POLICE,), "know", polarity=False))
    inner = replace(
        told.claims[0],
        id="c-inner",
        spans=(told.document.span(told.claims[0].spans[0].start + 22, told.claims[0].spans[0].end),),
        polarity=True,
    )
    dossier = reconcile([replace(told, claims=(*told.claims, inner))])
    assert not any(p.denials for p in dossier.propositions)


def test_what_a_source_denies_is_denied_once() -> None:
    no = Says("officers shot a man on Mill Road", (VENN,), "shoot", cue=CueType.DENIES)
    yes = Says("officers shot a man on Mill Road", (POLICE,), "shoot")
    (one,) = reconcile([reading(yes), reading(no, name="2.txt")]).propositions
    assert len(one.claims) == len(one.denials) == 1


def test_a_refinement_is_of_what_another_document_states() -> None:
    wide = Says("two deputies shot the driver", (POLICE,), "shoot", taking=SHOOTING)
    fine = Says("two deputies shot the driver twice through a window", (CORONER,), "shoot", taking=SHOOTING)
    leaning = replace(wide, text="as two deputies shot the driver")
    assert reconcile([reading(wide), reading(fine, name="2.txt")]).refinements
    assert not reconcile([reading(wide, fine)]).refinements
    assert not reconcile([reading(leaning), reading(fine, name="2.txt")]).refinements


SHOOTING = (("agent", "two deputies"), ("patient", "the driver"))


def test_names_that_were_withheld_in_one_breath_are_one_disclosure() -> None:
    first = reading(unnamed("the names of the victims were not released", "names of the victims", "not released"),
                    name="1.txt", published=EARLY)  # fmt: skip
    both = Says("Aldo Venn and Ida Rell died there", (POLICE,), "die")
    told = named(named(reading(KNOWN, Says("it rained", (person("Ida Rell"),)), both, name="2.txt", published=LATE),
                       "Aldo Venn", "Aldo Venn"), "Ida Rell", "Ida Rell")  # fmt: skip
    dead = [p.agent for c in told.claims for p in c.participants]
    claims = tuple(
        replace(c, values=tuple(Value(field="killed", value="1", span=c.spans[0], about=a) for a in dead))
        if c.participants
        else c
        for c in told.claims
    )
    (one,) = of(reconcile([first, replace(told, claims=claims)]), Relation.DISCLOSED)
    assert "“Aldo Venn” and “Ida Rell”" in one.explanation


def test_a_name_that_any_document_had_by_then_was_not_withheld() -> None:
    first = reading(WITHHELD, name="1.txt", published=EARLY)
    known = reading(Says("Aldo Venn sold boats", (), claimed=False), name="0.txt", published=EARLY)
    later = named(reading(KNOWN, DEAD, GIVEN, name="2.txt", published=LATE), "Aldo Venn", "Aldo Venn")
    assert of(reconcile([first, later]), Relation.DISCLOSED)
    assert not of(reconcile([first, known, later]), Relation.DISCLOSED)


@pytest.mark.parametrize(
    "text",
    ["a man who only identified himself as a neighbor", "he has an unspecified medical condition"],
)
def test_who_gives_no_name_and_a_medical_condition_withhold_nothing(text: str) -> None:
    first = reading(unnamed(text, text, text.rsplit(maxsplit=1)[-1]), name="1.txt", published=EARLY)
    later = named(reading(KNOWN, DEAD, GIVEN, name="2.txt", published=LATE), "Aldo Venn", "Aldo Venn")
    assert not of(reconcile([first, later]), Relation.DISCLOSED)
