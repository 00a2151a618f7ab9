"""A typed value with the words that say it, and how surely it is the field's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BEFORE, AFTER = 80, 60
"""Characters before and after a value's words that are looked at."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A value and the words that say it, as offsets into the text; `weight` is how surely it is the field's, 0 to 1.3."""

    start: int
    end: int
    value: str
    weight: float = 1.0


_ENDS = re.compile(r"[.?!;][\"”’]?\s|\n")
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Capt|Det|Cpl|Maj|Col|Jr|Sr|Ave|Blvd|Rd|Hwy|Dept|Ofc|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[ap]\.m|[A-Z])$"
)


def clause_before(text: str, at: int, most: int = BEFORE) -> str:
    """What stands before an offset in its sentence, of at most so many characters."""
    told = text[max(0, at - most) : at]
    return told[max((m.end() for m in _stops(told)), default=0) :]


def clause_after(text: str, at: int, most: int = AFTER) -> str:
    """What stands after an offset in its sentence, of at most so many characters."""
    told = text[at : at + most]
    return told[: min((m.start() for m in _stops(told)), default=len(told))]


def _stops(told: str) -> Iterator[re.Match[str]]:
    """The ends of sentences; the stop of an abbreviation is none."""
    return (m for m in _ENDS.finditer(told) if m.group()[0] != "." or not _ABBREVIATED.search(told[: m.start()]))
