# ruff: noqa: E501
"""The conformance set for pages, and its figures: `python -m tests.ingest.conformance` prints them, worst pages first."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html

from sayso.errors import SaysoError
from sayso.ingest import ingest
from sayso.model import BlockKind, Document

from . import layouts_others as others
from . import layouts_stations as stations
from .layouts import LAYOUTS as FIRST
from .stories import STORIES, Story

Layout = tuple[Callable[[Story], str], bool]
LAYOUTS: dict[str, Layout] = FIRST | {
    "blox": (stations.blox, True),
    "mcclatchy": (stations.mcclatchy, True),
    "nexstar": (stations.nexstar, True),
    "gray": (stations.gray, True),
    "tegna": (stations.tegna, True),
    "sinclair": (stations.sinclair, True),
    "hearst": (stations.hearst, True),
    "grove": (stations.grove, True),
    "newspack": (stations.newspack, True),
    "patch": (stations.patch, True),
    "drupal": (others.drupal, False),
    "civic": (others.civic, False),
    "alert": (others.alert, False),
    "testid": (others.testid, True),
    "cable": (others.cable, True),
    "printed": (others.printed, False),
    "metered": (others.metered, True),
}
"""Each layout by its name: the function that fills it, and whether its pages embed the story's post."""


def every(stories: tuple[Story, ...]) -> Iterator[tuple[str, Story, str, bool]]:
    """Name, story, page and whether the post is in it, for every layout and story."""
    for name, (fill, posted) in LAYOUTS.items():
        for story in stories:
            yield name, story, fill(story), posted


@dataclass(frozen=True)
class Score:
    """What was right of one page."""

    name: str
    f1: float
    title: bool
    publisher: bool
    published: bool
    posts: int  # found with the right author, of those that the page holds
    wanted: int
    false_posts: int
    wrong_offsets: int
    lost: int  # paragraphs that are not there as they were
    extra: tuple[str, ...]  # paragraphs that the story does not hold


def token_f1(document: Document, story: Story) -> float:
    """F1 of the tokens of the title and the paragraphs, counted, against those of all prose blocks but the deck."""
    wanted = Counter(re.findall(r"\w+", " ".join([story.title, *story.paragraphs])))
    main = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    got = Counter(
        word
        for block in document.blocks
        if block.kind in main and document.text[block.start : block.end] != story.deck
        for word in re.findall(r"\w+", document.text[block.start : block.end])
    )
    return 2 * sum((wanted & got).values()) / (sum(wanted.values()) + sum(got.values()))


def shown(document: Document, kind: BlockKind) -> list[str]:
    """The texts of the blocks of a kind."""
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def wrong_offsets(document: Document, page: str) -> int:
    """How many runs of the text do not stand at the characters of the page that `pieces` names."""
    parser = lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    root: Any = lxml_html.document_fromstring(page.encode(), parser=parser)
    wrong = 0
    for piece in document.pieces:
        nodes = root.xpath(f"{piece.path}/text()[{piece.node + 1}]")
        text = document.text[piece.start : piece.end]
        wrong += len(nodes) != 1 or nodes[0][piece.offset : piece.offset + len(text)] != text
    return wrong


def score(name: str, story: Story, page: str, posted: bool) -> Score:
    """What was right of the page."""
    try:
        document = ingest(page.encode())
    except SaysoError:
        return Score(
            f"{name} ({story.site})", 0.0, False, False, False, 0, int(posted), 0, 0, len(story.paragraphs), ()
        )
    posts = [(block.author, block.handle) for block in document.blocks if block.kind is BlockKind.POST]
    right = posts.count(story.post[:2]) if posted else 0
    found = shown(document, BlockKind.PARAGRAPH)
    return Score(
        name=f"{name} ({story.site})",
        f1=token_f1(document, story),
        title=document.title == story.title,
        publisher=document.publisher == story.publisher,
        published=document.published_at is not None and document.published_at.isoformat()[:10] == story.published[:10],
        posts=min(right, 1),
        wanted=int(posted),
        false_posts=len(posts) - min(right, 1),
        wrong_offsets=wrong_offsets(document, page),
        lost=len(set(story.paragraphs) - set(found)),
        extra=tuple(text for text in found if text not in (*story.paragraphs, story.deck)),
    )


def figures(scores: list[Score]) -> dict[str, float]:
    """The shares over all pages; the offsets that are wrong are a number."""
    pages = len(scores)
    return {
        "main text, token F1 (mean)": sum(one.f1 for one in scores) / pages,
        "main text, token F1 (lowest)": min(one.f1 for one in scores),
        "title": sum(one.title for one in scores) / pages,
        "publisher": sum(one.publisher for one in scores) / pages,
        "publication date": sum(one.published for one in scores) / pages,
        "embedded posts found, with author": sum(one.posts for one in scores) / sum(one.wanted for one in scores),
        "posts that are none": sum(one.false_posts for one in scores),
        "paragraphs lost": sum(one.lost for one in scores),
        "offset errors": sum(one.wrong_offsets for one in scores),
    }


def main() -> None:
    """Print the figures; with names of layouts, those alone."""
    chosen = sys.argv[1:]
    scores = [score(*one) for one in every(STORIES) if not chosen or one[0] in chosen]
    for one in sorted(scores, key=lambda one: one.f1):
        said = [name for name in ("title", "publisher", "published") if not getattr(one, name)]
        if said or one.posts != one.wanted or one.false_posts or one.wrong_offsets or one.f1 < 0.995 or one.extra:
            print(
                f"{one.f1:.3f}  {one.name:28} posts {one.posts}/{one.wanted}  lost {one.lost}  {' '.join(f'no {x}' for x in said)}"
            )
            print("".join(f"          + {text[:110]}\n" for text in one.extra), end="")
    print(f"{len(scores)} pages of {len({one.name.split()[0] for one in scores})} layouts")
    for name, value in figures(scores).items():
        print(f"  {name:36} {value:.3f}" if value <= 1 and "error" not in name else f"  {name:36} {value:.0f}")


if __name__ == "__main__":
    main()
