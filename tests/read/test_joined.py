"""A name in apposition does not belong to the source behind it."""

from __future__ import annotations

from sayso.read.joined import parted
from sayso.read.syntax import Proposal


def source(text: str, words: str) -> str:
    at, cue = text.index(words), text.index("believe")
    made = Proposal(
        source=((at, at + len(words)),), cue=((cue, cue + 7),), content=((cue + 8, len(text)),),
        lemma="believe", rule="verb", confidence=0.9,
    )  # fmt: skip
    start, end = parted(made, text).source[0]
    return text[start:end]


def test_a_name_that_ends_the_clause_before_is_not_the_source() -> None:
    text = "He rode with his mother, Ana Quill, and police believe they were lost"
    assert source(text, "Ana Quill, and police") == "police"


def test_two_who_speak_together_stay_together() -> None:
    text = "Later on Ana Quill, and police, believe they were lost"
    assert source(text, "Ana Quill, and police,") == "Ana Quill, and police,"
