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
