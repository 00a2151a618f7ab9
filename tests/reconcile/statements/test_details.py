"""Values within claims: who, when, where and how many are assertions of their own."""

from __future__ import annotations

from sayso.model import Detail, Dossier, Modality
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading

POLICE = org("Ferris Police Department")
CORONER = org("Ellery County Coroner")


def said(text: str, field: str, words: str, value: str | None = None, by: Who = POLICE, **more: object) -> Says:
    values = ((field, value or words, words, None, None),)
    return Says(text, (by,), "shoot", values=values, **more)  # type: ignore[arg-type]


def only(dossier: Dossier, field: str) -> Detail:
    (told,) = [d for d in dossier.details if d.field == field]
    return told


def counted(dossier: Dossier, detail: Detail) -> tuple[int, int]:
    return next(a.independent for a in dossier.assessments if a.subject == detail.id)


def test_one_place_within_two_different_statements_is_one_detail_with_two_origins() -> None:
    one = said("a man was shot in the 900 block of Mill Road", "address", "900 block of Mill Road")
    two = said("a neighbour fired from a porch on Mill Road", "address", "Mill Road", by=CORONER)
    dossier = reconcile([reading(one), reading(two, name="2.txt")])
    detail = only(dossier, "address")
    assert (detail.value, detail.text) == ("900 block of Mill Road", "in the 900 block of Mill Road")
    assert len(detail.accounts) == 2
    assert counted(dossier, detail) == (2, 2)


def test_two_blocks_of_one_street_are_two_details() -> None:
    one = said("a man was shot in the 900 block of Mill Road", "address", "900 block of Mill Road")
    two = said("a man was shot in the 200 block of Mill Road", "address", "200 block of Mill Road", by=CORONER)
    told = reconcile([reading(one), reading(two, name="2.txt")]).details
    assert len(told) == 2


def test_times_a_few_minutes_apart_are_one_and_a_part_of_the_day_is_none_of_them() -> None:
    def at(words: str, value: str, by: Who = POLICE) -> Says:
        return said(f"shots were fired {words} that day", "time", words, value, by)

    told = [
        reading(at("just after midnight", "2024-05-02T00:00/2024-05-02T00:30")),
        reading(at("around midnight", "2024-05-02T00:00", CORONER), name="2.txt"),
        reading(at("overnight", "2024-05-01T20:00/2024-05-02T06:00", CORONER), name="3.txt"),
    ]
    groups = sorted(len(d.accounts) for d in reconcile(told).details)
    assert groups == [1, 2]


def test_what_is_denied_or_may_be_is_no_detail() -> None:
    denied = said("no shot was fired on Mill Road", "address", "Mill Road", polarity=False)
    perhaps = said("a shot may have been fired on Orchard Lane", "address", "Orchard Lane", modality=Modality.POSSIBLE)
    assert not reconcile([reading(denied, perhaps)]).details


def test_a_time_of_something_else_is_marked() -> None:
    other = Says(
        "the council met on Mill Road", (POLICE,), "meet", values=(("address", "Mill Road", "Mill Road", None, None),)
    )
    act = said("a man was shot on Orchard Lane", "address", "Orchard Lane")
    found = {
        d.value: d.act for d in reconcile([reading(other, act, Says("x was there", (person("Ana Venn"),)))]).details
    }
    assert found == {"Mill Road": False, "Orchard Lane": True}


def test_a_day_of_something_else_than_the_act_is_another_detail() -> None:
    one = said("a man was shot on Monday", "date", "Monday", "2024-04-29")
    two = Says(
        "she met the council on Monday", (CORONER,), "meet", values=(("date", "2024-04-29", "Monday", None, None),)
    )
    dossier = reconcile([reading(one), reading(two, name="2.txt")])
    assert [counted(dossier, d) for d in dossier.details] == [(1, 1), (1, 1)]


def test_the_day_of_the_act_has_two_origins() -> None:
    one = said("a man was shot on Monday", "date", "Monday", "2024-04-29")
    two = said("somebody shot him there on Monday", "date", "Monday", "2024-04-29", by=CORONER)
    dossier = reconcile([reading(one), reading(two, name="2.txt")])
    assert [counted(dossier, d) for d in dossier.details] == [(2, 2)]


def test_a_persons_name_is_no_place_unless_something_happened_in_it() -> None:
    known = Says("it was late", (person("Zelda Ferris"),))
    name = said("a man was shot behind Ferris", "place", "Ferris")
    place = said("a man was shot in Ferris", "place", "Ferris")
    assert not reconcile([reading(known, name)]).details
    assert len(reconcile([reading(known, place)]).details) == 1


def test_two_hospitals_are_two_details_though_somebody_was_taken_to_each() -> None:
    def taken(where: str, by: Who) -> Says:
        words = f"taken to {where}"
        values = (("hospital", "taken to hospital", words, "Orr", None),)
        return Says(f"Orr was {words}", (by,), "take", values=values)

    known = Says("it was late", (person("Dale Orr"),))
    told = [reading(known, taken("Elm Hospital", POLICE)), reading(taken("Oak Hospital", CORONER), name="2.txt")]
    assert len(reconcile(told).details) == 2
