"""Persons who are only described and are somebody already told of."""

from __future__ import annotations

from tests.reconcile.record.texts import made


def test_a_child_described_by_two_nouns_is_one_person_and_leaves_room_for_the_second_victim() -> None:
    told = made(
        "A 4-year-old girl was shot in the leg Monday on Alder Street in Springfield, police said. A second victim, an "
        "18-year-old resident, was shot in the ankle and treated.",
        "A 4-year-old child was shot at a home in Springfield on Monday, police said.",
    )
    assert sorted(p.value("age") or "" for p in told.people) == ["18", "4"]


def test_a_boy_and_a_girl_of_one_age_are_two() -> None:
    told = made(
        "A 9-year-old boy was shot Monday in Springfield, and a 9-year-old girl was shot too. Two were wounded."
    )
    assert len([p for p in told.people if p.value("role") == "victim"]) <= 2


def test_who_was_hit_is_no_suspect_beside_the_victim_of_that_age() -> None:
    told = made(
        "Lavon Quill, 13, was shot and killed Monday in Springfield, police said.\n\n"
        "A dealer has been arrested since a 13-year-old boy was wounded with his pistol, deputies said."
    )
    assert [(p.value("name"), p.value("role")) for p in told.people] == [("Lavon Quill", "victim")]
