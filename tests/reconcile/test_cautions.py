"""What people must know before they rely on a dossier: several incidents in one input, and dates that are missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sayso.ingest import ingest
from sayso.model import Reading, Relation
from sayso.read import read
from sayso.reconcile import reconcile
from sayso.reconcile.incidents import MOST, incidents
from sayso.reconcile.record import record

FIRST = date(2016, 7, 5)
PIER = (
    "On Monday night Marlo Quill, a cook from Tarn Hollow, was shot near the pier on Vander Street, said Captain Ida "
    "Brask of the Tarn Hollow police. Quill, 34, died at Lorne Hospital. His cousin Della Quill heard the shots."
)
PIER_AGAIN = (
    "The man killed on Vander Street was Marlo Quill of Tarn Hollow, his cousin Della said. The police chief, Oda Brask, "  # noqa: E501
    "said that nobody was held. He had worked for the Pelling family at Lorne for years."
)
FARM = (
    "A boy of 3 was hurt at a farm near Wexcombe when a rifle of his uncle Jory Strand went off, said Sheriff Nils "
    "Averby. The boy was flown to Osterly, where doctors said that he was stable. Averby said that Strand was charged."
)
FARM_AGAIN = (
    "Neighbors in Wexcombe said that they knew Jory Strand well. The boy came home from Osterly on Friday, said Averby, "  # noqa: E501
    "who thanked Deputy Runa Halle and the crew from Osterly for their help."
)


def made(text: str, *, name: str, published: date | None) -> Reading:
    return read(ingest(text.encode(), name=name, media_type="text/plain", published=published))


def given(*texts: str, days: tuple[int, ...] = ()) -> list[Reading]:
    return [
        made(text, name=f"{n}.txt", published=date(2016, 7, day) if day else None)
        for n, (text, day) in enumerate(zip(texts, days or (0,) * len(texts), strict=True))
    ]


def parts(readings: list[Reading]) -> list[set[str]]:
    names = {r.document.id: r.document.name for r in readings}
    return [{names[i] for i in one} for one in incidents(readings)]


@pytest.mark.parametrize("days", [(), (5, 6, 25, 27)])
def test_documents_that_share_no_names_are_of_different_incidents(days: tuple[int, ...]) -> None:
    readings = given(PIER, PIER_AGAIN, FARM, FARM_AGAIN, days=days)
    assert {frozenset(one) for one in parts(readings)} == {
        frozenset({"0.txt", "1.txt"}), frozenset({"2.txt", "3.txt"}),
    }  # fmt: skip
    assert parts(readings[::-1]) == parts(readings)
    (caution,) = [c for c in reconcile(readings).cautions if c.code == "several-incidents"]
    assert "2 different incidents" in caution.message
    assert "0.txt and 1.txt" in caution.message


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        ((PIER, PIER_AGAIN), (5, 25)),
        ((PIER, FARM), (5, 6)),  # of one week, and no states are told
        ((PIER, "A boy was hurt at a farm, and police in Wexcombe are looking into it."), (5, 25)),
        ((PIER, FARM.replace("Wexcombe", "Tarn Hollow")), (5, 25)),
        ((PIER,), (5,)),
    ],
)
def test_what_shares_names_or_days_or_holds_few_names_is_not_set_apart(
    texts: tuple[str, ...], days: tuple[int, ...]
) -> None:
    assert incidents(given(*texts, days=days)) == ()


def test_different_states_tell_incidents_of_one_week_apart() -> None:
    one, other = PIER.replace("Tarn Hollow,", "Tarn Hollow, Ohio,"), FARM.replace("Wexcombe", "Wexcombe, Texas,")
    assert len(incidents(given(one, other, days=(5, 6)))) == 2


def test_a_first_name_alone_is_shared_by_different_people() -> None:
    other = FARM.replace("Jory Strand", "Marlo Strand")
    assert len(incidents(given(PIER, other, days=(5, 25)))) == 2


def test_a_great_many_documents_are_not_compared() -> None:
    few = given(PIER, FARM, days=(5, 25))
    kept = [few[n % 2].document for n in range(MOST + 1)]
    many = [
        replace(few[n % 2], document=replace(one, id=f"{n:064x}", text=f"{one.text} {n}")) for n, one in enumerate(kept)
    ]
    assert len(incidents(many[:4])) == 2
    assert incidents(many) == ()


def test_persons_of_different_incidents_are_not_one_person() -> None:
    readings = given(PIER, PIER_AGAIN, FARM, FARM_AGAIN, days=(5, 6, 25, 27))
    told = record(readings)
    apart = [record(readings[:2]), record(readings[2:])]
    assert told.people == (*apart[0].people, *apart[1].people)
    assert [c.code for c in told.cautions] == ["several-incidents"]


def test_missing_dates_are_told_with_the_way_to_give_them() -> None:
    (caution,) = reconcile(given(PIER, PIER_AGAIN, days=(5, 0))).cautions
    assert caution.code == "undated"
    assert caution.message.startswith("1 of 2 documents has no date of publication (1.txt).")
    assert "--published DATE" in caution.message
    assert reconcile(given(PIER, PIER_AGAIN, days=(5, 6))).cautions == ()
    assert reconcile(given(PIER)).cautions == ()


def test_what_is_not_in_english_is_no_part_of_a_record() -> None:
    spanish = (
        "Dos personas fueron heridas el martes por la noche cerca del puente, dijo la policía de la ciudad, a sus 34."
    )
    told = record([made(PIER, name="a.txt", published=FIRST), made(spanish, name="b.txt", published=FIRST)])
    assert told.documents == (ingest(PIER, name="a.txt").id,)
    assert [c.code for c in told.cautions] == ["not-english"]


def test_without_dates_what_comes_next_is_still_a_change() -> None:
    early = "No arrests have been made in the shooting of Marlo Quill on Vander Street, Tarn Hollow police said."
    late = "A man was arrested in the shooting of Marlo Quill on Vander Street, Tarn Hollow police said."
    for texts in ((early, late), (late, early)):
        told = [c for c in reconcile(given(*texts)).comparisons if c.relation is Relation.CHANGED]
        assert len(told) == 1
        assert told[0].explanation.index("No arrests") < told[0].explanation.index("A man was arrested")
