"""What is not in English is told by its words, shown, and not read."""

from __future__ import annotations

import pytest

from sayso.ingest import ingest
from sayso.ingest.language import language
from sayso.read import read

SPANISH = (
    "Dos personas resultaron heridas el martes por la noche cerca del puente, informó la policía. “No sabemos todavía "
    "quién disparó”, dijo la jefa de policía, y añadió que los vecinos escucharon varios disparos."
)
GERMAN = (
    "Bei einem Streit am Hafen sind am Dienstag zwei Menschen verletzt worden, teilte die Polizei mit. Der Täter sei "
    "noch nicht gefasst, sagte eine Sprecherin, und die Zeugen wurden befragt."
)
ENGLISH = (
    "Two people were hurt near the bridge on Tuesday night, police said. “We do not know who fired,” the chief said, "
    "and added that neighbors had heard several shots."
)


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (SPANISH, "es"),
        (GERMAN, "de"),
        (
            "Deux personnes ont été blessées mardi soir près du pont, selon la police, qui cherche encore le tireur.",
            "fr",
        ),
        ("警方表示，周二晚上桥附近发生枪击事件，两人受伤。目击者说听到几声枪响。", "zh"),
        ("火曜日の夜、橋の近くで二人がけがをしたと警察が発表した。", "ja"),
        ("Во вторник вечером у моста были ранены два человека, сообщили в полиции, и стрелок не найден.", "ru"),
        (ENGLISH, "en"),
        ("SUSPECT: ORRIN VASKER, 41, HARLOW. VICTIM: MARLO QUILL, 34, HARLOW. WEAPON: HANDGUN. STATUS: BOOKED.", "en"),
        ("Quill, Vasker, Pell", "en"),
    ],
)
def test_a_text_is_in_the_language_of_its_small_words_or_its_script(text: str, tag: str) -> None:
    assert language(text) == tag


def test_a_document_in_another_language_is_shown_and_read_for_nothing() -> None:
    document = ingest(SPANISH, name="nota.txt")
    reading = read(document)
    assert document.language == "es"
    assert document.warnings == ("not in English but in Spanish, so it was not read for claims [not-english]",)
    assert document.blocks
    assert (reading.claims, reading.attributions, reading.sentences) == ((), (), ())


def test_a_paragraph_in_another_language_is_left_out_of_an_english_document() -> None:
    document = ingest(f"{ENGLISH}\n\n{SPANISH}\n\n{ENGLISH.replace('Two', 'Three')}", name="both.txt")
    assert document.language == "en"
    assert SPANISH in document.text
    assert [document.text[b.start : b.end][:5] for b in document.blocks] == ["Two p", "Three"]
    assert document.warnings == (
        "one of its paragraphs is not in English (Spanish), so not read for claims [not-english]",
    )
