"""What is doubted, supposed, or named as what it was not."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.model import Claim, Modality

OPENING = "SPRINGFIELD — A boy, 8, was shot on Monday at a house on Orme Road.\n\n"


def claims(tmp_path: Path, sentence: str) -> list[Claim]:
    """The claims of a sentence behind an opening."""
    path = tmp_path / "article.txt"
    path.write_text(f"{OPENING}{sentence}\n", encoding="utf-8")
    return [c for c in sayso.read(sayso.ingest(path)).claims if c.spans[0].start >= len(OPENING)]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Her brother, Dale Quill, doesn't buy that this was an accident.", "this was an accident"),
        ("Dale Quill said he does not buy that the shooting was an accident.", "the shooting was an accident"),
        ("The family isn't convinced that it was an accident, Lena Orr said.", "it was an accident"),
        ("Relatives do not believe the shooting was an accident.", "the shooting was an accident"),
        ("Lena Orr doubts that the gun went off by itself.", "the gun went off by itself"),
        ("His family refuses to believe he killed himself.", "he killed himself"),
    ],
)
def test_what_somebody_does_not_accept_is_denied(tmp_path: Path, sentence: str, words: str) -> None:
    (told,) = [c for c in claims(tmp_path, sentence) if c.spans[0].exact.removeprefix("that ") == words]
    assert not told.polarity


@pytest.mark.parametrize(
    "sentence", ["Her brother still can't believe that he is gone.", "Lena Orr never doubted that he would come home."]
)
def test_what_somebody_cannot_grasp_is_not_denied(tmp_path: Path, sentence: str) -> None:
    assert all(
        c.polarity for c in claims(tmp_path, sentence) if "gone" in c.spans[0].exact or "home" in c.spans[0].exact
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Doctors said that if the boy dies, the charge will be murder.",
        "Should the boy die, prosecutors would file a murder charge, the sheriff said.",
    ],
)
def test_a_death_that_is_supposed_is_no_death(tmp_path: Path, sentence: str) -> None:
    told = claims(tmp_path, sentence)
    assert not [v for c in told for v in c.values if v.field in {"killed", "injury"}]
    assert all(c.modality is not Modality.FACT for c in told if c.predicate == "die")


def test_a_thing_that_it_was_not_is_no_weapon(tmp_path: Path) -> None:
    told = claims(tmp_path, "Quill held a phone, not a gun, his sister said.")
    assert told
    assert not [v for c in told for v in c.values if v.field == "weapon"]


def test_a_childs_age_is_not_the_parents(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(
        "Dana Fell, the mother of the 9-year-old who was shot on Monday, cried in court.\n", encoding="utf-8"
    )
    reading = sayso.read(sayso.ingest(path))
    names = {a.id: a.name for a in reading.agents}
    told = [(v.field, names.get(v.about or "", v.about)) for c in reading.claims for v in c.values]
    assert {who for field, who in told if field in {"age", "shot"}} == {"9-year-old"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The coroner said Orr died of a single gunshot wound to the back.",
        "She was shot and had a single bullet wound in the leg.",
    ],
)
def test_a_single_wound_is_no_number_of_shots(tmp_path: Path, sentence: str) -> None:
    assert not [v for c in claims(tmp_path, sentence) for v in c.values if v.field == "shots"]


def test_a_single_shot_is_a_number_of_shots(tmp_path: Path) -> None:
    assert [
        v.value for c in claims(tmp_path, "The deputy fired a single shot.") for v in c.values if v.field == "shots"
    ]
