"""Paragraphs of a document: the stretches of its blocks without a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Block, Document

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def lines(document: Document) -> Iterator[tuple[int, int, Block]]:
    """Start, end and block of every stretch without a line break that holds more than white space."""
    for block in document.blocks:
        for match in LINE.finditer(document.text, block.start, block.end):
            stretch = match.group()
            if stretch.strip():
                lead = len(stretch) - len(stretch.lstrip())
                yield match.start() + lead, match.start() + len(stretch.rstrip()), block
