"""Typed values as a page tells them: in the document's words wherever those say enough."""

from __future__ import annotations

import re

from sayso.model import Claim, Span
from sayso.report.inert import one_line, shorten

NOT = "not "
WITHHELD = "not given"
"""The value of an account that says that something is withheld, or not known."""
_NEGATES = re.compile(r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|false)\b|n[’']t\b")


def negated(value: str) -> bool:
    """Whether a value is one that is denied: "not gun"."""
    return value.startswith(NOT) and value != WITHHELD


def before(value: str, words: str) -> str:
    """What to put before an account's quoted words; nothing where they say themselves that it is not so."""
    if value == WITHHELD:
        return "not told: "
    return NOT if negated(value) and not _NEGATES.search(words) else ""


def quote(value: str, span: Span, claim: Claim | None) -> str:
    """An account's words; its claim's, where a single word of it does not hold the number that it comes to."""
    words = one_line(span.exact)
    number = value.isdigit() and value not in ("0", "1")
    if number and claim is not None and len(words.split()) == 1:
        return shorten(" … ".join(one_line(s.exact) for s in claim.spans), 90)
    return words
