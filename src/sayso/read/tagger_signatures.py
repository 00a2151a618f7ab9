"""Quotations signed with a dash: “It was loud.” ― Ana Ruiz. Pure structure, so that rules and not weights read it.

Imports nothing of ours. Offsets are Unicode code points of the text, half-open.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

_NAME = r"[^\W\d_a-z][\w.'’-]*"
_SIGNED = re.compile(
    r"[^\S\n]*(?P<dash>[―—–]|--?(?=\s))[^\S\n]*"
    rf"(?P<name>{_NAME}(?:[^\S\n]+(?:{_NAME}|de|la|del|van|von|der|bin|al|y)){{0,5}})"
    r"(?=[^\S\n]*(?:\.?[^\S\n]*$|[“\"\n]|,[^\n]{0,60}$))"
)


class Signature(NamedTuple):
    """A quotation, the dash after it, and the name after that."""

    content: tuple[int, int]
    cue: tuple[int, int]
    source: tuple[int, int]


def signatures(
    text: str, paragraphs: Sequence[tuple[int, int]], quotations: Sequence[tuple[int, int]]
) -> list[Signature]:
    """Quotations that a dash and a name follow, and then the paragraph's end or the next quotation."""
    found = []
    n = 0
    for _, high in sorted(paragraphs):
        while n < len(quotations) and quotations[n][1] <= high:
            a, b = quotations[n]
            n += 1
            match = _SIGNED.match(text, b, high)
            if match and any(c.isalnum() for c in text[a:b]):
                found.append(Signature((a, b), match.span("dash"), match.span("name")))
    return found
