"""Times of the clock as they are worded, alone or with the day that they belong to."""

from __future__ import annotations

import re

CLOCK = re.compile(r"(?i)\b\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\b|o.clock)|\b(?:noon|midnight)\b")
EXACTLY = re.compile(
    r"(?i)\b(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b|\b(?P<twelve>noon|midnight)\b"
)
DAY = re.compile(
    r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]{0,6}\b\.? ?\d|\b\d{4}\b|\b\d+/\d+|\b(?:to(?:day|night)|yesterday|days?|weeks?|months?|years?|ago)\b"
)
"""A time of day alone, where no day is told too: it is a time, and no date."""


def bare(words: str) -> bool:
    """Whether words tell a time of the clock and no day, so that the day that a reading gives them is a guess."""
    return bool(CLOCK.search(words)) and not DAY.search(words)


def minutes(words: str) -> int | None:
    """The minutes from midnight of the time of the clock in words, None where half of the day is open."""
    match = EXACTLY.search(words)
    if match is None or not (match["half"] or match["twelve"]):
        return None
    if match["twelve"]:
        return 12 * 60 if match["twelve"].casefold() == "noon" else 0
    hour = int(match["hour"]) % 12 + (12 if match["half"].casefold() == "p" else 0)
    return hour * 60 + int(match["minute"] or 0)
