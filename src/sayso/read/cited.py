"""Whom a speaker cites for what is said: "the station, citing two officials, reported that …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.read.nouns import BODIES, COLLECTIVES, PERSONS, RECORDS
from sayso.read.parse import Parsed
from sayso.read.syntax import Proposal, sentence

CITING = frozenset({"citing", "quoting", "crediting"})
SAYERS = BODIES | COLLECTIVES | PERSONS | RECORDS


def cited(parsed: Parsed, outer: Sequence[Proposal]) -> tuple[list[Proposal], list[Proposal]]:
    """The outermost attributions, and those inside: what the cited are cited for is theirs, through who cites them.

    Who gives a reason ("citing safety concerns") or withholds words ("declined to comment, citing an inquiry") cites
    nobody.
    """
    text = parsed.document.text
    kept: list[Proposal] = []
    inner: list[Proposal] = []
    for one in outer:
        cue = " ".join(text[a:b] for a, b in one.cue).lower()
        told = _told(one, outer, parsed) if cue in CITING and _sayer(one, parsed) else None
        if told is None:
            kept.append(one)
        else:
            inner.append(replace(one, source=one.content, content=told.content, lemma="cite", rule="cited"))
    return kept, inner


def _sayer(one: Proposal, parsed: Parsed) -> bool:
    """Whether what is cited can say something: its head is a name, a person, a body or a record."""
    start, end = one.content[0]
    paragraph = parsed.paragraph_at(start)
    words = list(paragraph.tokens(start, end)) if paragraph is not None else []
    inside = {t.i for t in words}
    head = next((t for t in words if t.head.i not in inside or t.head.i == t.i), None)
    return head is not None and (head.pos_ == "PROPN" or bool({head.lower_, head.lemma_.lower()} & SAYERS))


def _told(one: Proposal, outer: Sequence[Proposal], parsed: Parsed) -> Proposal | None:
    """What the same speaker tells in the same sentence."""
    start = one.cue[0][0]
    paragraph = parsed.paragraph_at(start)
    token = next(iter(paragraph.tokens(start, one.cue[0][1])), None) if paragraph is not None else None
    if paragraph is None or token is None:
        return None
    words = sentence(token)
    low, high = paragraph.at(words[0])[0], paragraph.at(words[-1])[1]
    for other in outer:
        if other is one or not other.cue or other.rule == "refusal" or other.lemma in ("decline", "refuse"):
            continue
        if low <= other.cue[0][0] < high and any(a < y and x < b for a, b in one.source for x, y in other.source):
            return other
    return None
