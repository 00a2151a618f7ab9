"""Interview transcripts: paragraphs that begin with a speaker's name in capitals, or with Q and A, and a colon."""

from __future__ import annotations

import re

from sayso.read.parse import Parsed
from sayso.read.syntax import Proposal

TURN = re.compile(
    r"[\"“”'‘]?"
    r"(?P<name>Q|A|[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][A-Z.’'-]*){0,4}(?:\s*\([^)]{1,40}\))?)\s*(?P<colon>[:.])\s+(?=\S)"
)
NOT_NAMES = frozenset(
    {
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "WATCH",
        "READ",
        "MORE",
        "NOTE",
        "CORRECTION",
        "RELATED",
        "PHOTO",
        "PHOTOS",
        "VIDEO",
        "ABSTRACT",
        "EDITOR'S",
        "EDITOR’S",
        "EXCLUSIVE",
        "LIVE",
        "ALERT",
        "DEVELOPING",
        "ANALYSIS",
        "OPINION",
        "CONTACT",
        "SOURCE",
    }
)


def find_turns(parsed: Parsed) -> list[Proposal]:
    """Each turn of a transcript as an attribution. Fewer than three turns, or one speaker alone, make no transcript."""
    text = parsed.document.text
    turns = []
    for paragraph in parsed.paragraphs:
        match = TURN.match(text, paragraph.start, paragraph.end)
        if match is None or match["name"].split()[0] in NOT_NAMES or match.end() >= paragraph.end:
            continue
        if match["colon"] == "." and match["name"] not in ("Q", "A"):
            continue
        turns.append((match, paragraph))
    if len(turns) < 3 or len({match["name"] for match, _ in turns}) < 2:
        return []
    return [
        Proposal(
            source=(match.span("name"),),
            cue=(match.span("colon"),),
            content=((match.end(), paragraph.end),),
            lemma="say",
            rule="transcript",
            confidence=0.85,
            quoted=True,
        )
        for match, paragraph in turns
    ]
