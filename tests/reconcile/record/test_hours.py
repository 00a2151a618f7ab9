"""The time of what happened: the most exact that is told."""

from __future__ import annotations

from tests.reconcile.record.texts import made


def test_an_exact_time_wins_over_the_part_of_the_day_that_it_lies_in() -> None:
    told = made(
        "A man was shot Monday night in Springfield.\n\nThe man was shot Monday night on Elm Street, police said.\n\n"
        "The shooting happened about 9:40 p.m., police said. Monday night a second man came to a hospital."
    )
    assert told.value("time") == "2016-07-04T21:40"
    cell = told.cell("time")
    assert cell is not None
    assert cell.said[0].span.exact == "about 9:40 p.m."
    assert cell.rule.startswith("the most exact time told")


def test_the_part_of_the_day_stands_where_nothing_more_exact_is_told() -> None:
    told = made("A man was shot Monday night in Springfield. The man died at a hospital three hours later.")
    assert told.value("time") == "2016-07-04T18:00/2016-07-05T02:59"


def test_the_hours_of_another_day_are_not_the_incidents() -> None:
    told = made(
        "Two men were shot Monday in Springfield, police said.\n\nThe shooting led to a march, held from 10 a.m. to 2 "
        "p.m. on May 18 downtown."
    )
    assert told.value("time") is None


def test_the_time_of_a_death_in_hospital_is_not_that_of_the_shooting() -> None:
    told = made(
        "A man was shot Monday at 8:25 p.m. in Springfield, police said.\n\nHe was taken to a hospital and pronounced "
        "dead there at 9:25 p.m., the coroner said. He was pronounced dead at 9:25 p.m."
    )
    assert told.value("time") == "2016-07-04T20:25"


def test_a_morning_admits_the_hours_after_midnight_and_the_exact_time_in_it_is_proposed() -> None:
    told = made(
        "Two men were shot Tuesday morning in Springfield.\n\nThe Tuesday morning shooting on Elm Street left one "
        "dead, police said.\n\nOfficers responded just after 1 a.m. Tuesday to reports of a shooting on Elm Street."
    )
    assert told.value("time") == "2016-07-05T01:00/2016-07-05T01:30"


def test_a_morning_that_is_told_no_closer_begins_at_midnight() -> None:
    told = made("A man was shot Tuesday morning in Springfield, police said.")
    assert told.value("time") == "2016-07-05T00:00/2016-07-05T11:59"


def test_when_the_dead_were_found_is_not_when_they_were_shot() -> None:
    told = made(
        "Four people were shot in Springfield.\n\nAll four bodies were found around 11:50 a.m. Monday on Elm Street."
    )
    assert told.value("time") is None


def test_the_day_after_somebodys_condition_and_the_begin_of_a_party_are_not_the_time() -> None:
    told = made(
        "A girl was shot at a party Monday in Springfield, police said. The hosts charged admission from about 10 "
        "p.m.\n\n"
        "She was in critical condition as of 11:30 p.m., police said.\n\n"
        "Pupils came to school Tuesday, the morning after the shooting that wounded her."
    )
    cell = told.cell("time")
    assert cell is not None
    assert not {"2016-07-04T23:30", "2016-07-05T00:00/2016-07-05T11:59"} & {s.value for s in cell.said}


def test_a_clocks_time_whose_day_is_not_told_is_the_incidents() -> None:
    told = made(
        "Lena Quill, 21; and Tam Orsk, 39; were shot at about 6:15 p.m. in the 2900 block of Elm Drive.\n\n"
        "The shooting on Monday shook Springfield."
    )
    assert told.value("time") == "2016-07-04T18:15"


def test_five_oclock_on_an_evening_is_in_the_afternoon() -> None:
    told = made(
        "A girl was shot Monday in Springfield. The shots came just after 5:00 on that Monday evening on Elm Street."
    )
    assert (told.value("time") or "").startswith("2016-07-04T17:00")
