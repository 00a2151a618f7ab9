"""A title that is told beside a text, as its first paragraph: what a headline says then has words to point at."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from sayso.ingest.raw import Extracted
from sayso.model import Block, BlockKind, Document

Made = TypeVar("Made", Extracted, Document)
HEAD = 2000
"""Characters at the beginning of a text in which its title may stand already."""
PLAIN = frozenset({"text/plain", "text/markdown"})
"""What has no title of its own beside its text, as pages have."""


def lacks(text: str, title: str) -> bool:
    """Whether the title does not stand in the beginning of the text already; letter case and spaces do not matter."""
    told = " ".join(title.split()).casefold()
    return bool(told) and told not in " ".join(text[:HEAD].split()).casefold()


def headed(made: Made, title: str | None) -> Made:
    """A plain text with the title that a table or the caller tells as its first paragraph, where it lacks that; all
    offsets are then moved by as much. Pages and files that have a title of their own are left as they are."""
    head = " ".join((title or "").split())
    if made.media_type not in PLAIN or not lacks(made.text, head):
        return made
    return replace(made, text=f"{head}\n\n{made.text}", blocks=_below(head, made.blocks))


def _below(head: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    by = len(head) + 2
    moved = (replace(one, start=one.start + by, end=one.end + by) for one in blocks)
    return Block(kind=BlockKind.HEADING, start=0, end=len(head)), *moved
