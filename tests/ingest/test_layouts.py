"""What the pages of many layouts must give back: the conformance set for pages."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from sayso.ingest import ingest
from sayso.model import BlockKind

from .conformance import every, figures, score, shown, token_f1, wrong_offsets
from .stories import STORIES, Story
from .test_properties import hold

PAGES = list(every(STORIES))
CASES = [pytest.param(story, page, posted, id=f"{name}-{story.site}") for name, story, page, posted in PAGES]
FLOOR = 0.95  # of the tokens of title and paragraphs, F1


@pytest.mark.parametrize(("story", "page", "posted"), CASES)
def test_a_layout(story: Story, page: str, posted: bool) -> None:
    document = ingest(page.encode())
    hold(document)
    assert wrong_offsets(document, page) == 0
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


def test_the_set_is_large_enough_and_the_figures_are_over_their_floors() -> None:
    assert len(PAGES) >= 40
    assert len({name for name, *_ in PAGES}) >= 12
    found = figures([score(*one) for one in PAGES])
    shares = (
        "main text, token F1 (mean)",
        "title",
        "publisher",
        "publication date",
        "embedded posts found, with author",
    )
    assert {name: found[name] for name in shares if found[name] < 0.95} == {}
    assert [found[name] for name in ("posts that are none", "offset errors")] == [0, 0]
