"""Who issued a news release that names its maker nowhere on a line of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_HEAD = 12  # lines among which a release says what it is
_LABEL = re.compile(
    r"^\W*(?:for\s+(?:immediate\s+)?release\b|(?:news|press|media)\s+(?:release|advisory|statement)\b)", re.IGNORECASE
)
_CONTACT = re.compile(r"\b(?:media\s+contact|contact|public\s+information\s+officer|PIO)\b", re.IGNORECASE)
_NAME = r"(?:[A-Z][\w.’'-]*\s+(?:&\s+)?){1,5}?"
_OFFICE = r"(?:Office|Department|Dept\.?|Bureau|Agency|Division)"
_BODY = re.compile(
    rf"\b(?:(?!The\b){_NAME}(?:(?:Police|Fire|Public\s+Safety|Corrections|Sheriff[’']?s?)\s+{_OFFICE}"
    r"|Attorney[’']?s?\s+Office|Highway\s+Patrol|State\s+(?:Police|Patrol)|Bureau\s+of\s+Investigations?)"
    rf"|{_OFFICE}\s+of\s+(?:the\s+)?[A-Z]\w+(?:\s+(?:and\s+)?[A-Z]\w+)*)\b"
)


def released_by(lines: Sequence[str]) -> str | None:
    """The body that issued a release, given its lines; None where nothing marks the text as a release.

    A release is marked by its label ("FOR IMMEDIATE RELEASE"). Its maker is the body that the lines before the first
    sentence name, else the one that the text names most, if it does so twice and more often than any other.
    """
    head = [line.strip() for line in lines[:_HEAD]]
    if not any(len(line) <= 80 and _LABEL.match(line) for line in head):
        return None
    for line in head:
        if len(line) > 160 or (line.endswith(".") and not _CONTACT.search(line)):
            break
        if found := _BODY.search(line):
            return _plain(found.group())
    named = Counter(_plain(m.group()) for line in lines for m in _BODY.finditer(line))
    most = named.most_common(2)
    if not most or most[0][1] < 2 or (len(most) > 1 and most[1][1] == most[0][1]):
        return None
    return most[0][0]


def _plain(name: str) -> str:
    return " ".join(name.split())
