"""Entries of running coverage that begin with a time of day alone."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from sayso.batch import About, completed
from sayso.ingest import ingest
from sayso.model import Document

HEAD = "Live updates: shooting at Harlow pier"
DAY = date(2021, 5, 4)
LAST, MIDDLE, FIRST = (
    "Harlow police now say that four people were killed.",
    "Five people were killed, Harlow police said.",
    "Harlow police are at the pier, where shots were heard.",
)


def text(*entries: tuple[str, str], head: str = HEAD) -> str:
    return f"{head}\n\n" + "\n\n".join(f"{clock}\n\n{words}" for clock, words in entries)


def told(made: Document) -> dict[str, object]:
    return {made.text[b.start : b.end]: b.published_at for b in made.blocks}


@pytest.mark.parametrize("order", [1, -1])
def test_entries_get_their_times_whichever_stands_first(order: int) -> None:
    entries = [("6:00 p.m.", FIRST), ("8:30 p.m.", MIDDLE), ("9:45 PM", LAST)][::order]
    found = told(ingest(text(*entries), published=DAY))
    assert found[HEAD] is None
    assert [found[words] for words in (FIRST, MIDDLE, LAST)] == [
        datetime(2021, 5, 4, 18), datetime(2021, 5, 4, 20, 30), datetime(2021, 5, 4, 21, 45),
    ]  # fmt: skip


def test_after_midnight_it_is_the_next_day_and_a_date_that_is_told_counts() -> None:
    found = told(
        ingest(text(("11:40 p.m.", FIRST), ("12:20 a.m.", MIDDLE), ("2 p.m. May 6, 2021", LAST)), published=DAY)
    )
    assert [found[words] for words in (FIRST, MIDDLE, LAST)] == [
        datetime(2021, 5, 4, 23, 40), datetime(2021, 5, 5, 0, 20), datetime(2021, 5, 6, 14),
    ]  # fmt: skip


def test_a_day_of_the_week_is_the_next_one_of_that_name() -> None:
    body = f"{HEAD}\n\nUPDATE 6:15PM:\n\n{FIRST}\n\nUPDATE 1:50PM FRIDAY: {LAST}"
    found = told(ingest(body, published=DAY))  # a Tuesday
    assert (found[FIRST], found[LAST]) == (datetime(2021, 5, 4, 18, 15), datetime(2021, 5, 7, 13, 50))


def test_a_time_that_opens_a_paragraph_is_no_part_of_what_it_says() -> None:
    body = f"{HEAD}\n\n6:00 p.m. — {FIRST}\n\nUPDATE 8:30 p.m.: {MIDDLE}"
    found = told(ingest(body, published=DAY))
    assert found[FIRST] == datetime(2021, 5, 4, 18)
    assert found[MIDDLE] == datetime(2021, 5, 4, 20, 30)


def test_headings_of_a_page_are_entries(tmp_path: Path) -> None:
    parts = "".join(f"<div><h3>{c}</h3><p>{w}</p></div>" for c, w in (("9:45 p.m.", LAST), ("6:00 p.m.", FIRST)))
    page = f"<html><body><article><h1>{HEAD}</h1>{parts}</article></body></html>"
    found = told(ingest(page.encode(), name="a.html", published=DAY))
    assert found[LAST] == datetime(2021, 5, 4, 21, 45)


@pytest.mark.parametrize(
    "body",
    [
        text(("6:00 p.m.", FIRST), ("8:30 p.m.", MIDDLE), head="A shooting at Harlow pier"),  # two, and not called live
        f"{HEAD}\n\nAt 6:00 p.m. shots were heard.\n\n8:30 p.m. is when police came.\n\n{LAST}",
        text(("6:00 p.m.", FIRST), ("27:30 p.m.", MIDDLE)),
    ],
)
def test_times_in_passing_make_no_entries(body: str) -> None:
    assert set(told(ingest(body, published=DAY)).values()) == {None}


def test_without_a_day_there_are_no_times_until_a_table_gives_it() -> None:
    made = ingest(text(("6:00 p.m.", FIRST), ("8:30 p.m.", MIDDLE)))
    assert set(told(made).values()) == {None}
    assert told(completed(made, About(published=DAY)))[MIDDLE] == datetime(2021, 5, 4, 20, 30)
