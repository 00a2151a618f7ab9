"""What a claim says instead of something: "was Dana Roe, not Dale", "south, not north", "32, not 31". It denies whoever
said the other thing of the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Claim, Reading
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.names import words as names
from sayso.reconcile.statements.frames import Frame, one_day, one_deed, one_thing
from sayso.reconcile.words import content

NOT = re.compile(
    r",?\s(?:and |but )?(?:not|rather than|instead of)\s(?P<not>[^,.;:]+)$|,\s(?:and |but )?not\s(?P<mid>[^,.;:]+),"
)
MOST_WORDS = 5
"""Words beyond which what is denied is a statement of its own."""


@dataclass(frozen=True, slots=True)
class Instead:
    """A claim with what it says (the words before) and what it denies along with that."""

    claim: Claim
    denied: str


def instead(claim: Claim) -> Instead | None:
    """What a claim denies along with what it says, or None."""
    text = claim.spans[0].exact
    match = NOT.search(text)
    if match is None or not claim.polarity:
        return None
    denied = (match["not"] or match["mid"]).strip()
    return Instead(claim, denied) if len(denied.split()) <= MOST_WORDS and content(denied) else None


def renamed(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Pairs of names of which a document says that somebody has the first and not the second: "was Dana Roe, not Dale"
    gives Dana Roe and Dale Roe."""
    for reading in readings:
        for claim in reading.claims:
            told = instead(claim)
            pair = _names(told) if told is not None else None
            if pair is not None:
                yield pair


def _names(told: Instead) -> tuple[str, str] | None:
    """The right and the wrong name of one person, where a claim tells both: they share a name, or the wrong one stands
    for the first name of the right one."""
    text = told.claim.spans[0].exact
    before = re.sub(r",?\s(?:and |but )?(?:not|rather than|instead of)\s*$", "", text[: text.rfind(told.denied)])
    right = next((m.group() for m in NAME.finditer(before) if m.end() == len(before)), None)
    if right is None or not NAME.fullmatch(told.denied) or not is_name(right) or len(names(right)) < 2:
        return None
    wrong = told.denied if len(names(told.denied)) > 1 else f"{told.denied} {right.split()[-1]}"
    return (right, wrong) if set(names(right)) & set(names(wrong)) and names(right) != names(wrong) else None


NAME = re.compile(r"(?:[A-Z][\w’'.-]+)(?:\s[A-Z][\w’'.-]+)*")


def corrected(found: Sequence[Frame]) -> Iterator[tuple[Frame, Frame]]:
    """Pairs of a claim that says what another denies in favour of something else, and that other claim: of one thing
    and deed, with all the words that are denied; or with the wrong name. One of each document."""
    by_word: dict[str, list[Frame]] = {}
    for frame in found:
        for word in frame.sense.words if frame.sense.stands else ():
            by_word.setdefault(word, []).append(frame)
    done: set[tuple[str, str, str]] = set()
    for frame in found:
        told = instead(frame.claim)
        if told is None:
            continue
        pair = _names(told)
        words = content(pair[1] if pair else told.denied)
        for other in by_word.get(min(words), ()):
            key = (frame.claim.document, other.claim.document, told.denied)
            if key in done or other.claim.id == frame.claim.id or not words <= other.sense.words:
                continue
            if instead(other.claim) is None and (
                pair[1] in other.text if pair else _alike(frame, other) and not _doer(words, other)
            ):
                done.add(key)
                yield other, frame


def _alike(a: Frame, b: Frame) -> bool:
    return one_deed(a, b) and one_thing(a, b) and one_day(a, b)


def _doer(words: frozenset[str], frame: Frame) -> bool:
    """Whether the words are those of a doer: "shot at the robber, not the police" denies no deed of theirs."""
    return any(p.role == "agent" and words <= content(p.span.exact) for p in frame.claim.participants)
