"""Whether the numbers leave room for another victim."""

from __future__ import annotations

from math import log1p

from hypothesis import given
from hypothesis import strategies as st

from sayso.reconcile.record.room import FAR, room
from tests.reconcile.record.texts import made


def test_where_one_was_hit_the_second_of_two_finds_no_room() -> None:
    first, second = room([log1p(2.0), log1p(0.1)], 1, 0)
    assert (first["room none"], second["room none"]) == (0.0, 1.0)


def test_where_more_were_hit_than_are_told_of_there_is_room_for_somebody_told_of_in_passing() -> None:
    assert room([log1p(2.0), 0.0], 1, 3)[1]["room"] > 0


@given(
    st.lists(st.floats(0, 4), max_size=8),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_more_hit_never_leave_less_room(victim: list[float], killed: int, injured: int) -> None:
    fewer, more = room(victim, killed, injured), room(victim, killed, injured + 1)
    assert all(a["room"] <= b["room"] and a["room none"] >= b["room none"] for a, b in zip(fewer, more, strict=True))
    assert all(abs(one["room"]) <= FAR for one in more)


def test_a_victim_of_an_earlier_case_is_left_out_where_the_victim_of_this_one_is_named() -> None:
    text = (
        "SPRINGFIELD, Ill. — Marlo Quill, 34, was shot and killed Monday night on Orsk Lane, police said. He was the "
        "only one who was hit.\n\n"
        "His neighbor Petra Olm said the street was quiet. She recalled the death of Dario Tarn, killed in 2009."
    )
    assert [p.value("name") for p in made(text).people] == ["Marlo Quill"]
