"""Numbers as texts tell them: in words or digits, as they are or as a bound."""

from __future__ import annotations

import math
import re

NUMERALS = "zero one two three four five six seven eight nine ten eleven twelve".split()
LEAST = re.compile(r"(?i)\b(?:at least|no fewer than|no less than|a minimum of)\s$")
OVER = re.compile(r"(?i)\b(?:more than|over|upwards of)\s$")
ABOUT = re.compile(r"(?i)\b(?:about|around|some|roughly|approximately|an estimated|sounded like|like|nearly|almost)\s$")
UP_TO = re.compile(r"(?i)\b(?:up to|as many as|at most|no more than|fewer than)\s$")
A_NUMBER = re.compile(rf"(?i)\b(?:\d{{1,3}}|{'|'.join(NUMERALS[1:])})\b")
SLACK = 0.25
"""By what share of itself a number that is told as about so many may be off."""


_MANY = rf"(?:\d+|{'|'.join(NUMERALS[1:])})"
LOOSE = re.compile(
    r"(?i)\b(?:at least|more than|about|around|nearly|almost|up to|as many as|over|some|roughly|approximately|several|"
    r"another|other)\s(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|others?|people)"
    rf"|\b{_MANY} (?:other|others|more(?! than)|additional)\b|\b{_MANY}(?: to | or |-){_MANY}\b"
)
"""A count that bounds or adds to another, and so disputes none."""
PART = re.compile(
    rf"(?i)\b(?:another|other|additional)\s{_MANY}\b"
    rf"|\b{_MANY}\s(?:more(?! than)|additional|other (?:people|men|women))\b"
    rf"|\b{_MANY}(?: to | or |-){_MANY}\b"
)
"""A number that adds to another, or a range of numbers."""


def bounds(value: str, text: str) -> tuple[float, float] | None:
    """Between which numbers a count lies, as the words before it in `text` tell: "at least 40" from 40 up. None where
    the text does not hold it."""
    for match in A_NUMBER.finditer(text):
        number = numeral(match.group().casefold())
        if number is None or str(number) != value:
            continue
        before = text[: match.start()]
        if LEAST.search(before):
            return number, math.inf
        if OVER.search(before):
            return number + 1, math.inf
        if UP_TO.search(before):
            return 0, number
        return (number * (1 - SLACK), number * (1 + SLACK)) if ABOUT.search(before) else (number, number)
    return None


def numeral(word: str) -> int | None:
    """The number of a word or of digits, to twelve where it is a word."""
    if word.isdecimal():
        return int(word)
    return NUMERALS.index(word) if word in NUMERALS else None
