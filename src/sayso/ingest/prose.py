"""Telling prose from what only looks like text: one word without end, walls of marks, columns of numbers, coded data.

Such stretches say nothing that could be claimed, and cost the reader as much as so many pages of news, or more. They
stay in a long document's text, in no block, so that no offset moves and nothing of them is read. Documents of the
length of articles are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.model import Block

LONG = 20_000
"""Characters from which on a document is looked at. What is shorter is read within seconds, whatever it is."""
STRETCH = 4_000
"""Characters that are judged at once: some 650 words."""
FEWEST = 200
"""Characters that a stretch needs to be judged by itself; a shorter one is as the one before it."""
APART = 1_000
"""Characters from which on a block is judged apart from the short ones before it."""
LETTERS = 0.7
"""The least share of letters among the characters that are no white space. News has 0.85 and more, words
each in quotation marks 0.6, a table of figures 0.1."""
DIFFERENT = 0.08
"""The least share of different words among a stretch's words. News has 0.4 and more, a log of radio calls 0.2."""
CODED = 40
"""Characters of ASCII without a space from which on a word is none (addresses, base64); half of a text may be so."""
_WORD = re.compile(r"[^\W\d_]+")
_CODE = re.compile(rf"[!-~]{{{CODED},}}")


@dataclass(slots=True)
class _Stretch:
    """Blocks, or parts of them, that are judged together."""

    parts: list[tuple[Block, int, int]]
    length: int = 0


def is_prose(text: str) -> bool:
    """Whether a stretch of some thousand characters can be sentences, in whatever language."""
    dense = len("".join(text.split()))
    if not dense:
        return False
    words = _WORD.findall(text.casefold())
    if sum(map(len, words)) < LETTERS * dense:
        return False
    if sum(len(found) for found in _CODE.findall(text)) > dense / 2:
        return False
    return len(set(words)) >= DIFFERENT * len(words)


def with_prose_alone(text: str, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], int]:
    """The blocks, or their parts, that can be prose, and how many characters of them are not. Takes linear time."""
    if sum(block.end - block.start for block in blocks) < LONG:
        return tuple(blocks), 0
    kept: list[tuple[Block, int, int]] = []
    left_out = 0
    prose = True
    for stretch in _stretches(text, blocks):
        if stretch.length >= FEWEST:
            prose = is_prose(" ".join(text[a:b] for _, a, b in stretch.parts))
        if not prose:
            left_out += stretch.length
            continue
        for block, a, b in stretch.parts:
            if kept and kept[-1][0] is block and kept[-1][2] == a:
                kept[-1] = (block, kept[-1][1], b)
            else:
                kept.append((block, a, b))
    if not left_out:
        return tuple(blocks), 0
    return tuple(_cut(text, block, a, b) for block, a, b in kept if text[a:b].strip()), left_out


def _cut(text: str, block: Block, start: int, end: int) -> Block:
    """The part of a block, without white space at the ends that it was given."""
    if (start, end) == (block.start, block.end):
        return block
    words = text[start:end]
    return replace(block, start=end - len(words.lstrip()), end=start + len(words.rstrip()))


def _stretches(text: str, blocks: Sequence[Block]) -> Iterator[_Stretch]:
    """The blocks in text order: short ones together, long ones in parts that end behind a space where there is one."""
    now = _Stretch([])
    for block in blocks:
        if now.parts and block.end - block.start > APART:
            yield now  # a page's prose is not judged with the wall of marks behind it
            now = _Stretch([])
        at = block.start
        while at < block.end:
            end = min(block.end, at + STRETCH - now.length)
            if end < block.end:
                end = text.rfind(" ", at + (end - at) // 2, end) + 1 or end
            now.parts.append((block, at, end))
            now.length += end - at
            at = end
            if now.length >= STRETCH - APART:
                yield now
                now = _Stretch([])
    if now.parts:
        yield now
