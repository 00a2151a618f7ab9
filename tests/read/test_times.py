"""Times: what is found, where it stands, and what it comes to."""

from __future__ import annotations

from datetime import date, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Block, BlockKind, Document, Precision, Time
from sayso.read.parse import parse
from sayso.read.times import find_times

FRIDAY = date(2025, 9, 12)


def document(text: str, published: date | None = FRIDAY, *, post: date | None = None) -> Document:
    kind = BlockKind.PARAGRAPH if post is None else BlockKind.POST
    block = Block(kind=kind, start=0, end=len(text), published_at=post)
    return Document(id="0" * 64, name="t", media_type="text/plain", text=text, blocks=(block,), published_at=published)


def times(text: str, published: date | None = FRIDAY, *, post: date | None = None) -> tuple[Time, ...]:
    return find_times(parse(document(text, published, post=post)))


def only(text: str, published: date | None = FRIDAY) -> Time:
    found = times(text, published)
    assert len(found) == 1, [t.span.exact for t in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("He was shot Friday.", "Friday", "2025-09-12", "2025-09-12"),
        ("He was shot last Friday.", "last Friday", "2025-09-05", "2025-09-05"),
        ("She was found on Sunday night.", "Sunday night", "2025-09-07T18:00", "2025-09-08T02:59"),
        ("It burned Monday morning.", "Monday morning", "2025-09-08T05:00", "2025-09-08T11:59"),
        ("He died early Tuesday.", "early Tuesday", "2025-09-09T00:00", "2025-09-09T06:59"),
        ("They left late Monday.", "late Monday", "2025-09-08T20:00", "2025-09-08T23:59"),
        ("He was hit this morning.", "this morning", "2025-09-12T05:00", "2025-09-12T11:59"),
        ("She fell yesterday.", "yesterday", "2025-09-11", "2025-09-11"),
        ("The bridge closed overnight.", "overnight", "2025-09-11T20:00", "2025-09-12T06:59"),
        ("It rained last night.", "last night", "2025-09-11T18:00", "2025-09-12T02:59"),
        ("It began Sept. 9.", "Sept. 9", "2025-09-09", "2025-09-09"),
        ("It began on 9 September.", "9 September", "2025-09-09", "2025-09-09"),
        ("It began on December 30.", "December 30", "2024-12-30", "2024-12-30"),
        ("It began on Sunday, Dec. 28.", "Sunday, Dec. 28", "2025-12-28", "2025-12-28"),
        ("It began September 2, 2024.", "September 2, 2024", "2024-09-02", "2024-09-02"),
        ("It began 9/2/2024.", "9/2/2024", "2024-09-02", "2024-09-02"),
        ("It began 2024-09-02.", "2024-09-02", "2024-09-02", "2024-09-02"),
        ("He called about 2 a.m. Monday.", "about 2 a.m. Monday", "2025-09-08T02:00", "2025-09-08T02:00"),
        (
            "It was Monday at around 8:45 p.m. there.",
            "Monday at around 8:45 p.m.",
            "2025-09-08T20:45",
            "2025-09-08T20:45",
        ),
        ("He left shortly before noon Tuesday.", "shortly before noon Tuesday", "2025-09-09T11:30", "2025-09-09T12:00"),
        ("Just after midnight Sunday it rang.", "Just after midnight Sunday", "2025-09-07T00:00", "2025-09-07T00:30"),
        ("They met last week.", "last week", "2025-09-01", "2025-09-07"),
        ("They met earlier this month.", "earlier this month", "2025-09-01", "2025-09-12"),
        ("They met in 2019.", "2019", "2019-01-01", "2019-12-31"),
        ("They met in March.", "March", "2025-03-01", "2025-03-31"),
        ("They met three days ago.", "three days ago", "2025-09-09", "2025-09-09"),
        ("He will speak on Monday.", "Monday", "2025-09-15", "2025-09-15"),
        ("A hearing is scheduled for Oct. 3.", "Oct. 3", "2025-10-03", "2025-10-03"),
        ("She spoke next Monday.", "next Monday", "2025-09-15", "2025-09-15"),
        ("It was 9 o'clock Saturday night.", "9 o'clock Saturday night", "2025-09-06T21:00", "2025-09-06T21:00"),
        ("It was early Christmas morning.", "early Christmas morning", "2024-12-25T00:00", "2024-12-25T06:59"),
        ("It rang early Tuesday evening.", "early Tuesday evening", "2025-09-09T17:00", "2025-09-09T22:59"),
        ("It rang late Tuesday morning.", "late Tuesday morning", "2025-09-09T05:00", "2025-09-09T11:59"),
        ("It rang late Tuesday night.", "late Tuesday night", "2025-09-09T20:00", "2025-09-09T23:59"),
        ("It was Labor Day.", "Labor Day", "2025-09-01", "2025-09-01"),
        ("It was New Year's Eve, 2019.", "New Year's Eve, 2019", "2019-12-31", "2019-12-31"),
        ("Bond was set Thursday.", "Thursday", "2025-09-11", "2025-09-11"),
        ("A hearing is set for Thursday.", "Thursday", "2025-09-18", "2025-09-18"),
        ("Between 2 and 3 a.m. Monday it rang.", "2 and 3 a.m. Monday", "2025-09-08T02:00", "2025-09-08T03:00"),
    ],
)
def test_words_that_tell_a_time_are_resolved_against_publication(text: str, words: str, start: str, end: str) -> None:
    time = only(text)
    assert (time.span.exact, time.start, time.end) == (words, start, end)
    assert text[time.span.start : time.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "The man, 34, is a cook.",
        "A 34-year-old man and a girl who is 12 years old live there.",
        "He lived there for five years.",
        "They may march.",
        "It stands in the 2000 block of Elm Street.",
        "He served at night.",
        "Call 911.",
    ],
)
def test_ages_durations_and_numbers_are_no_times(text: str) -> None:
    assert times(text) == ()


def test_the_day_of_a_dateline_is_no_time_of_the_story() -> None:
    assert only("MARLOW, Ohio (Sept. 12, 2025) — A man was shot Monday, police said.").span.exact == "Monday"


def test_without_a_publication_date_only_full_dates_are_resolved() -> None:
    friday, full = times("He was shot Friday. It began Sept. 2, 2024.", None)
    assert (friday.start, friday.end, friday.anchor) == (None, None, None)
    assert (full.start, full.anchor) == ("2024-09-02", "the text")


def test_what_leans_on_another_time_names_it_as_its_anchor() -> None:
    day, clock, later = times("He fell on Monday. Help came at 2:15 p.m. Two days later he died.")
    assert (clock.start, clock.anchor) == ("2025-09-08T14:15", day.id)
    assert (later.start, later.anchor) == ("2025-09-10", clock.id)


def test_the_small_hours_told_after_a_night_are_those_of_the_next_day() -> None:
    _, clock = times("They met on Saturday night. She called at 12:03 a.m. to say so.")
    assert clock.start == "2025-09-07T00:03"


def test_a_clock_time_that_would_lie_after_publication_is_of_the_day_before() -> None:
    *_, clock = times("It was told on Friday morning. She died at 8:22 p.m. there.", datetime(2025, 9, 12, 9, 0))
    assert clock.start == "2025-09-11T20:22"


def test_in_a_post_relative_words_lean_on_the_posts_own_date() -> None:
    (time,) = times("He was hit today.", post=date(2025, 9, 10))
    assert time.start == "2025-09-10"


def test_a_publication_date_with_a_time_of_day_serves_as_its_day() -> None:
    assert only("He was shot today.", datetime(2025, 9, 12, 23, 0)).start == "2025-09-12"


@pytest.mark.parametrize(
    ("text", "precision", "approximate"),
    [
        ("It was about 2 a.m. Monday.", Precision.HOUR, True),
        ("It was 2:07 a.m. Monday.", Precision.MINUTE, False),
        ("It was Monday morning.", Precision.PART_OF_DAY, False),
        ("It was early Monday.", Precision.PART_OF_DAY, True),
        ("It was Monday.", Precision.DAY, False),
        ("It was last week.", Precision.WEEK, False),
        ("It was last month.", Precision.MONTH, False),
        ("It was in 2019.", Precision.YEAR, False),
    ],
)
def test_precision_and_approximation_are_kept(text: str, precision: Precision, approximate: bool) -> None:
    time = only(text)
    assert (time.precision, time.approximate) == (precision, approximate)


def test_a_day_that_no_calendar_has_stays_unresolved() -> None:
    assert only("It began Feb. 30, 2025.").start is None


PIECES = st.sampled_from(
    ["Friday", "last", "Sept. 12", "31", "2 a.m.", "about", "noon", ",", " ", "\n", "9999", "two", "ago", "later",
     "days", "0000-00-00", "2/30/2023", "May", "in 2019", "“", "1000 years ago", "midnight", "early"]
)  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.lists(PIECES | st.text(max_size=6), max_size=30), st.none() | st.dates())
def test_any_text_gives_times_at_their_own_words_in_order(parts: list[str], published: date | None) -> None:
    text = " ".join(parts)
    found = times(text, published) if text.strip() else ()
    for time in found:
        assert text[time.span.start : time.span.end] == time.span.exact
        assert (time.start is None) == (time.end is None) == (time.anchor is None)
        assert time.start is None or time.end is None or time.start <= time.end
    assert [t.span.start for t in found] == sorted(t.span.start for t in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
