"""Live blogs: each block knows when its entry was written; text that a page has in its JSON-LD alone is not lost."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest

from sayso.ingest import ingest
from sayso.model import Document
from sayso.read import read

EAST = timezone(timedelta(hours=-4))
ENTRIES = (
    (datetime(2025, 9, 12, 22, 5, tzinfo=EAST), "Nobody hurt", "Nobody was hurt at the landing, Orla Tremayne said."),
    (datetime(2025, 9, 12, 17, 20, tzinfo=EAST), "A witness", "“It came out of nowhere,” said Sten Ahlgren."),
    (datetime(2025, 9, 12, 16, 30, tzinfo=EAST), "Barge strikes", "A barge struck the pier of Ellery, police said."),
)  # fmt: skip
HEAD = "<meta property='og:title' content='Live: barge strikes Ellery pier'><meta property='article:published_time' content='2025-09-12T16:30:00-04:00'>"  # noqa: E501
INTRO = "<h1>Live: barge strikes Ellery pier</h1><p>What our reporters on the quay have learned, as it comes in.</p>"


def page(body: str, head: str = "") -> Document:
    return ingest(f"<html><head>{HEAD}{head}</head><body><main>{INTRO}{body}</main></body>".encode())


def told(made: Document) -> dict[str, object]:
    return {made.text[block.start : block.end]: block.published_at for block in made.blocks}


def marked(tag: str) -> str:
    return "".join(
        f"<{tag} class='entry'><div><time datetime='{when.isoformat()}'>{when:%H:%M}</time></div>"
        f"<h3>{head}</h3><p>{words}</p></{tag}>"
        for when, head, words in ENTRIES
    )


def linked(zone: timezone = EAST) -> str:
    updates = [
        {
            "@type": "BlogPosting",
            "headline": head,
            "datePublished": when.astimezone(zone).isoformat(),
            "articleBody": words,
        }
        for when, head, words in ENTRIES
    ]
    blog = {"@type": "LiveBlogPosting", "headline": "Live: barge strikes Ellery pier", "liveBlogUpdate": updates,
            "datePublished": "2025-09-12T16:30:00-04:00"}  # fmt: skip
    return f"<script type='application/ld+json'>{json.dumps(blog)}</script>"


@pytest.mark.parametrize("tag", ["article", "div", "section"])
def test_entries_are_told_by_their_markup(tag: str) -> None:
    found = told(page(marked(tag)))
    assert {words: found[words] for _, _, words in ENTRIES} == {words: when for when, _, words in ENTRIES}
    assert found["What our reporters on the quay have learned, as it comes in."] is None


@pytest.mark.parametrize("zone", [EAST, UTC])
def test_entries_are_told_by_json_ld_in_the_page_s_zone(zone: timezone) -> None:
    body = "".join(f"<div><h3>{head}</h3><p>{words}</p></div>" for _, head, words in ENTRIES)
    found = told(page(body, linked(zone)))
    assert {words: found[words] for _, _, words in ENTRIES} == {words: when for when, _, words in ENTRIES}
    assert {when.utcoffset() for when in found.values() if isinstance(when, datetime)} == {EAST.utcoffset(None)}


def test_entries_that_only_json_ld_has_are_read() -> None:
    made = page("", linked())
    found = told(made)
    assert {words: found[words] for _, _, words in ENTRIES} == {words: when for when, _, words in ENTRIES}
    assert [one.path for one in made.blocks if one.published_at] == [None] * 6


def test_times_of_related_stories_and_posts_are_no_entries() -> None:
    teasers = "".join(
        f"<li class='teaser'><a href='/{n}'>Story number {n}</a><time datetime='2025-09-0{n}T10:00:00Z'>x</time></li>"
        for n in range(1, 5)
    )
    body = f"<p>{ENTRIES[0][2]}</p><p>{ENTRIES[1][2]}</p><aside><ul>{teasers}</ul></aside>"
    assert set(told(page(body)).values()) == {None}


def test_words_of_an_entry_lean_on_its_own_time() -> None:
    late = datetime(2025, 9, 14, 9, 0, tzinfo=EAST)
    body = "".join(
        f"<article class='e'><time datetime='{when.isoformat()}'>x</time><p>{words}</p></article>"
        for when, words in (
            (late, "The pier was looked at on Saturday, Orla Tremayne of the harbor board said."),
            (ENTRIES[1][0], "The pier was hit at four on Friday, Orla Tremayne of the harbor board said."),
            (ENTRIES[2][0], "The pier had been mended on Saturday, Orla Tremayne of the harbor board said."),
        )
    )
    found = [(time.span.exact, time.start) for time in read(page(body)).times if time.span.exact == "Saturday"]
    assert found == [("Saturday", "2025-09-13"), ("Saturday", "2025-09-06")]


def test_a_page_that_scripts_draw_is_read_from_its_json_ld() -> None:
    body = "The landing was shut at six on Friday, the harbor board said. " * 4
    data = {"@type": "NewsArticle", "headline": "Landing shut", "articleBody": f"{body}\n\nIt opens again on Monday."}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    made = ingest(f"<html><head>{script}</head><body><div id='app'></div></body></html>".encode())
    assert [made.text[b.start : b.end] for b in made.blocks] == [
        "Landing shut",
        body.strip(),
        "It opens again on Monday.",
    ]
    assert "JSON-LD" in made.warnings[0]
