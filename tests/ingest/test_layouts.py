"""What the pages of many layouts must give back: the conformance set for pages."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime

import pytest

from sayso.ingest import ingest
from sayso.model import BlockKind, Document

from .layouts import every
from .stories import STORIES, Story
from .test_properties import hold

CASES = [pytest.param(story, page, posted, id=f"{name}-{story.site}") for name, story, page, posted in every(STORIES)]
FLOOR = 0.95  # of the tokens of title and paragraphs, F1


def token_f1(document: Document, story: Story) -> float:
    wanted = Counter(re.findall(r"\w+", " ".join([story.title, *story.paragraphs])))
    main = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    got = Counter(
        word
        for block in document.blocks
        if block.kind in main
        for word in re.findall(r"\w+", document.text[block.start : block.end])
    )
    return 2 * sum((wanted & got).values()) / (sum(wanted.values()) + sum(got.values()))


def shown(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


@pytest.mark.parametrize(("story", "page", "posted"), CASES)
def test_a_layout(story: Story, page: str, posted: bool) -> None:
    document = ingest(page.encode())
    hold(document)
    assert token_f1(document, story) >= FLOOR
    assert set(story.paragraphs) <= set(shown(document, BlockKind.PARAGRAPH))
    assert (document.title, document.publisher) == (story.title, story.publisher)
    assert document.published_at is not None
    assert document.published_at.isoformat()[:10] == story.published[:10]
    assert set(document.authors) <= set(story.authors)
    author, handle, day, text = story.post
    posts = [block for block in document.blocks if block.kind is BlockKind.POST]
    assert [(one.author, one.handle) for one in posts] == ([(author, handle)] if posted else [])
    if posted:
        assert shown(document, BlockKind.POST) == [text]
        when = posts[0].published_at
        assert when is not None
        assert date(when.year, when.month, when.day) == datetime.strptime(day, "%B %d, %Y").date()
    if story.caption in page:
        assert shown(document, BlockKind.CAPTION) == [story.caption]
    if story.note in page:
        assert shown(document, BlockKind.NOTE) == [story.note]
