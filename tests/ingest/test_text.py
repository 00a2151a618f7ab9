# ruff: noqa: E501
from __future__ import annotations

from datetime import date, datetime

import pytest

from sayso.ingest import ingest
from sayso.model import BlockKind, Document


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def test_each_line_is_a_paragraph() -> None:
    document = ingest("The bridge fell on Friday.\n\nNo one was hurt.\nPolice are looking into it.\n")
    assert told(document) == [
        ("paragraph", "The bridge fell on Friday."),
        ("paragraph", "No one was hurt."),
        ("paragraph", "Police are looking into it."),
    ]
    assert document.title is None


def test_a_title_a_byline_and_a_date_line() -> None:
    document = ingest(
        "Bridge falls in Harlow\n\nBy Jordan Pike and Lena Ortiz\nPublished: Sept. 12, 2025 at 4:05 p.m.\n\nThe bridge fell.\n"
    )
    assert told(document) == [("heading", "Bridge falls in Harlow"), ("paragraph", "The bridge fell.")]
    assert document.title == "Bridge falls in Harlow"
    assert document.authors == ("Jordan Pike", "Lena Ortiz")
    assert document.published_at == datetime(2025, 9, 12, 16, 5)
    assert document.provenance == (("authors", "byline"), ("published_at", "date line"), ("title", "first line"))


def test_the_callers_word_wins() -> None:
    document = ingest("A Title Here\n\nPublished: Sept. 12, 2025\n\nProse.", published=date(2025, 9, 13), title="Mine")
    assert (document.published_at, document.title) == (date(2025, 9, 13), "Mine")
    assert dict(document.provenance)["published_at"] == "given"


@pytest.mark.parametrize(
    "line",
    [
        "By noon the road was open again.",
        "By Friday, crews had left.",
        "Updated rules on pursuits take effect in May, officials said.",
        "Published reports said the driver fled.",
        "Follow the money, prosecutors told the jury.",
        "Share prices fell after the crash.",
        "Watch Commander Lee Moss said two people were hurt.",
        "Print shops along Mill Street were evacuated.",
        "Like many others on social media, he doubted it.",
        "Related charges were dropped.",
        "Search crews found the car on Sunday.",
        "Comments by the chief drew criticism.",
        "Subscribers of the paper called in.",
        "Correctional officers were hurt in the riot.",
        "Correction officers said three men escaped: two are back.",
        "Updating his account, the chief said he was wrong.",
    ],
)
def test_prose_is_never_taken_for_furniture(line: str) -> None:
    document = ingest(f"The bridge fell on Friday.\n\n{line}\n\nNo one was hurt.")
    assert ("paragraph", line) in told(document)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "Sign up for our morning newsletter",
        "Copyright 2025 Harlow Courier. All rights reserved.",
        "Share this story",
        "Facebook | Twitter | Email",
        "RELATED: Council votes to repave Mill Street",
        "We use cookies to improve your experience.",
        "5 min read",
    ],
)
def test_furniture_is_in_no_block(line: str) -> None:
    document = ingest(f"The bridge fell on Friday.\n\n{line}\n\nNo one was hurt.")
    assert line in document.text
    assert [kind for kind, _ in told(document)] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version misstated his age.",
        "CLARIFICATION (Sept. 13): The headline was changed.",
        "Editor’s note: This report contains graphic language.",
        "An earlier version of this story misstated the street.",
        "This article has been updated with a statement by the mayor.",
        "Update: This story was changed to add the name of the driver.",
        "Updated 4:05 p.m. Sept. 13: Adds a statement.",
    ],
)
def test_notes(line: str) -> None:
    assert ("note", line) in told(ingest(f"The bridge fell on Friday.\n\n{line}"))


WRAPPED = """The Harlow County Sheriff's Office is investigating a shooting that took
place on Quarry Road late on Thursday night, a spokesman said in a news
release that was sent out before dawn.

The driver, a man of 34, was taken to Saint Brannock Hospital. He was in
stable condition on Friday, and deputies were waiting to speak with him
about what had happened on the road.

- The road is closed.
- The school is open.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_wrapped_text_is_joined_and_keeps_its_offsets(end: str) -> None:
    source = WRAPPED.replace("\n", end)
    document = ingest(source)
    assert len(document.text) == len(source)
    assert [" ".join(text.split()) for _, text in told(document)] == [
        " ".join(part.split()) for part in WRAPPED.split("\n\n")[:2]
    ] + ["The road is closed.", "The school is open."]
    assert document.text.split()[:30] == source.split()[:30]
    assert not any("\n" in text for _, text in told(document))


def test_verse_and_lists_are_not_wrapped_text() -> None:
    source = "First\nSecond line\nA third\nFourth\nFifth and last\nSix\n"
    assert ingest(source).text == source


def test_markdown() -> None:
    document = ingest(
        "# A headline\n\nProse stands here.\n\n> They said so.\n> Twice.\n\n## Later\n\nMore.", name="a.md"
    )
    assert told(document) == [
        ("heading", "A headline"),
        ("paragraph", "Prose stands here."),
        ("quote", "They said so."),
        ("quote", "Twice."),
        ("heading", "Later"),
        ("paragraph", "More."),
    ]
    assert document.title == "A headline"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfThe bridge fell.", "The bridge fell."),
        ("Café “Quarry” closed.".encode("utf-16"), "Café “Quarry” closed."),
        ("Café “Quarry” closed.".encode("utf-16-le"), "Café “Quarry” closed."),
        ("The café “Quarry” closed; the owner’s brother told the résumé. It was naïve.".encode("cp1252"), None),
        (b"A NUL \x00 stands here.", "A NUL � stands here."),
        (b"One line.\r\nAnother line.\r\n", "One line.\r\nAnother line.\r\n"),
        ("Cut off in the middle of é".encode()[:-1], "Cut off in the middle of �"),
    ],
)
def test_encodings(data: bytes, text: str | None) -> None:
    document = ingest(data)
    assert document.text == (text if text is not None else data.decode("cp1252"))
    document.text.encode("utf-8")


def test_lone_surrogates_become_replacement_characters() -> None:
    document = ingest("A lone \ud800 surrogate and a \x00 NUL.")
    assert document.text == "A lone � surrogate and a � NUL."


def test_a_wire_credit_is_noted() -> None:
    document = ingest("HARLOW, Ohio (AP) — A bridge fell on Friday.\n\nNo one was hurt.")
    assert document.credit == "The Associated Press"
    assert document.warnings == ()
    assert document.blocks[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_news_release(gap: str) -> None:
    document = ingest(
        f"FOR IMMEDIATE RELEASE\n\nRoad closed after shooting on Quarry Road{gap}Harlow County Sheriff’s Office\n\n"
        "HARLOW, Ohio, Sept. 12, 2025 – The road is closed.\n\nPolice said so."
    )
    assert told(document) == [
        ("heading", "FOR IMMEDIATE RELEASE"),
        ("heading", "Road closed after shooting on Quarry Road"),
        ("paragraph", "HARLOW, Ohio, Sept. 12, 2025 – The road is closed."),
        ("paragraph", "Police said so."),
    ]
    assert (document.title, document.publisher) == (
        "Road closed after shooting on Quarry Road",
        "Harlow County Sheriff’s Office",
    )
    assert document.published_at == date(2025, 9, 12)
    assert dict(document.provenance)["published_at"] == "dateline"


def test_a_post_in_a_line_of_plain_text() -> None:
    document = ingest(
        "The bridge fell.\n\nBREAKING: Bridge down on Mill Street, one hurt. pic.twitter.com/AbC12 — Casey Lane (@CaseyLane) "
        "September 12, 2025\n\nNo one was arrested."
    )
    (block,) = [one for one in document.blocks if one.kind is BlockKind.POST]
    assert document.text[block.start : block.end] == "BREAKING: Bridge down on Mill Street, one hurt."
    assert (block.author, block.handle, block.published_at) == ("Casey Lane", "@CaseyLane", date(2025, 9, 12))


def test_a_headline_and_its_dates_on_one_line() -> None:
    document = ingest(
        "Bridge falls in Harlow Posted: Friday, September 12, 2025 5:36 PM EDT Updated: Friday, September 12, 2025 5:47 PM EDT Posted:Updated:\n"
        "The bridge fell on Friday."
    )
    assert told(document) == [("heading", "Bridge falls in Harlow"), ("paragraph", "The bridge fell on Friday.")]
    assert document.title == "Bridge falls in Harlow"
    assert str(document.published_at) == "2025-09-12 17:36:00-04:00"
    assert str(document.updated_at) == "2025-09-12 17:47:00-04:00"


def test_a_text_of_furniture_alone_is_kept() -> None:
    assert told(ingest("Advertisement\nShare this story")) == [
        ("paragraph", "Advertisement"),
        ("paragraph", "Share this story"),
    ]


def test_a_release_whose_title_says_who_issued_it_is_theirs() -> None:
    text = "FOR IMMEDIATE RELEASE\nMay 2, 2025\n\nStatement from the Ridge County Sheriff's Office on the Pier\n\nA man fell."
    assert ingest(text.encode()).publisher == "Ridge County Sheriff's Office"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig"])
def test_wide_text_is_told_with_and_without_a_mark(encoding: str) -> None:
    words = "The gate was shut at six – “for good”, Orla Tremayne said."
    assert ingest(words.encode(encoding), name="gate.txt").text == words
