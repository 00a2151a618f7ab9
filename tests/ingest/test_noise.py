"""Furniture of pages is told from news: whole lines, the ends of paragraphs, and lists of other stories."""

from __future__ import annotations

import pytest

from sayso.ingest import ingest
from sayso.ingest.noise import is_noise, without_tail

NEWS = "The gate was shut at six on Friday, Orla Tremayne said."


@pytest.mark.parametrize(
    "line",
    [
        "This is a developing story. Check back for updates.",
        "This story will be updated when more information becomes available.",
        "Channel 4 has a crew on the scene and will bring you the latest.",
        "(Published Friday, Sept. 12, 2025)",
        "(Photo: Harlow County Sheriff)",
        "Photo by Sam Teague",
        "NewsCenter 8's Dana Whitlock reports.",
        "Dana Whitlock is a Courier staff writer. Reach her at 555-867-5309 or dwhitlock@courier.example.",
        "dwhitlock@courier.example, 555-867-5309 or Twitter: @danawhit",
        "Reporting by Mara Quill; Editing by Lou Anders",
        "Have a news tip? Write to desk@courier.example.",
        "For media inquiries, please contact the Office of Public Affairs at press@harlow.example.",
        "Find NewsCenter 8 on Twitter, Facebook and Instagram; send your news tips to tips@nc8.example.",
        "RECALL: Bridge inspectors warned of rust",
        "1:17 Mayor: What the new bridge will cost",
        "LIVE COVERAGE: https://nc8.example/live",
        "Image 3 of 8 The bridge on Friday, as crews looked for what had given way under the trucks.",
        "Hide Transcript Show Transcript",
        "(Source: www.harlow.example)",
        "Emergency: 9-1-1\nNon-emergencies: 555-0100",
        "A version of this article appears in print on Page 4 with the headline: A Bridge Falls.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        NEWS,
        "Sources: two held after the bridge fell",
        "Dana Whitlock joined the department in 2004 and has no complaints in her file.",
        "Dana Whitlock is a reporter who was standing on the bridge when it fell.",
        "Dana Whitlock has more than 20 years of experience with bridges.",
        "At 5:12 a.m. a driver called and said the whole dock was green.",
        "“This is a developing story,” the mayor said. “We will know more tomorrow.”",
        "Anyone with information is asked to call the Harlow Police Department at 555-867-5309.",
        "Officer Dana Whitlock reported that the driver had fled.",
        "We will continue to look for the driver.",
    ],
)
def test_news(line: str) -> None:
    assert not is_noise(line)
    assert without_tail(line) == len(line)


@pytest.mark.parametrize(
    "tail",
    [
        "(Source: NewsCenter 8)",
        "Dana Whitlock reports. (Published Friday, Sept. 12, 2025)",
        "This is a developing story and we will update it when more information becomes available.",
        "Follow @danawhit",
    ],
)
def test_furniture_at_the_end_of_a_paragraph_is_cut_off(tail: str) -> None:
    document = ingest(f"The bridge fell on Friday.\n\n{NEWS} {tail}\n\nNo one was hurt.")
    assert [document.text[one.start : one.end] for one in document.blocks][1:] == [NEWS, "No one was hurt."]


def test_headlines_under_a_label_are_other_stories() -> None:
    listed = "ALSO\n\nWoman, 31, held after three fires downtown\n\nFive shot at a wake in the harbor district\n\n"
    document = ingest(f"{NEWS}\n\n{listed}The bridge fell on Friday.")
    assert [document.text[one.start : one.end] for one in document.blocks] == [NEWS, "The bridge fell on Friday."]


def test_a_byline_with_its_date_gives_both() -> None:
    document = ingest(f"Bridge falls near Harlow\n\nby: Dana Whitlock Updated: Sept. 12, 2025 - 2:18 PM\n\n{NEWS}")
    assert document.authors == ("Dana Whitlock",)
    assert document.updated_at is not None
    assert document.updated_at.isoformat() == "2025-09-12T14:18:00"
    assert [document.text[one.start : one.end] for one in document.blocks][1:] == [NEWS]


def test_the_rules_for_comments_end_an_article() -> None:
    made = ingest(
        f"{NEWS}\n\nCourier commenting policy\n\nWe moderate comments. We follow the paper's own rules.".encode()
    )
    assert [made.text[b.start : b.end] for b in made.blocks] == [NEWS]
