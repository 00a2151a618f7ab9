"""Sources that a parse runs together with the name before them.

"He was with his mother, Ana Quill, and police believe …": the comma before "and" ends the name in apposition, and what
follows is a clause with a subject of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.read.syntax import Proposal

APPOSED = re.compile(r"[A-Z][^,.;:“”\"]{1,40},\s(?:and|but)\s(?=\S)")
"""A name in apposition with its comma and the conjunction behind it."""


def parted(proposal: Proposal, text: str) -> Proposal:
    """The proposal without a name before its source that belongs to the clause before it."""
    if not proposal.source or not proposal.cue or proposal.source[0][0] > proposal.cue[0][0]:
        return proposal
    start, end = proposal.source[0]
    before = APPOSED.match(text, start, end) if text[max(0, start - 2) : start] == ", " else None
    if before is None or "," in text[before.end() : end]:
        return proposal
    return replace(proposal, source=((before.end(), end), *proposal.source[1:]))
