"""Paragraphs of a document: the stretches of its blocks without a line break, cut where a page has lost one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Block, Document

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
LOST = re.compile(
    r"(?<![\w.@/’'-])(?:[a-z]{2,}|[A-Z][a-z]{4,}|[ap]\.m)[.!?]”?(?P<mark>\"?)"
    r"(?=“?[A-Z][a-z]*[,’']?[a-z]*\s)(?!“?[A-Z][a-z]*\.)"
)
"""The end of a sentence with the next one hard behind it ("at the pier.Police say"): where the page had a line break.
No abbreviation ("Capt.Ode") and no address ("ode.example") is one."""


def lines(document: Document) -> Iterator[tuple[int, int, Block]]:
    """Start, end and block of every stretch without a line break, there or lost, that holds more than white space."""
    text = document.text
    for block in document.blocks:
        for match in LINE.finditer(text, block.start, block.end):
            start = match.start()
            for end in (*_lost(text, match.start(), match.end()), match.end()):
                stretch = text[start:end]
                if stretch.strip():
                    lead = len(stretch) - len(stretch.lstrip())
                    yield start + lead, start + len(stretch.rstrip()), block
                start = end


def _lost(text: str, start: int, end: int) -> Iterator[int]:
    """Where a line that holds several paragraphs is to be cut."""
    for found in LOST.finditer(text, start, end):
        opens = found["mark"] and text.count('"', start, found.start("mark")) % 2 == 0
        start = found.start("mark") if opens else found.end()
        yield start
