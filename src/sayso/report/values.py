"""Typed values as a page tells them: in the document's words wherever those say enough."""

from __future__ import annotations

from sayso.model import Claim, Span
from sayso.report.inert import one_line, shorten

NOT = "not "
WITHHELD = "not given"
"""The value of an account that says that something is withheld, or not known."""


def negated(value: str) -> bool:
    """Whether a value is one that is denied: "not gun"."""
    return value.startswith(NOT) and value != WITHHELD


def before(value: str) -> str:
    """What to put before an account's quoted words."""
    return "not told: " if value == WITHHELD else NOT if negated(value) else ""


def quote(value: str, span: Span, claim: Claim | None) -> str:
    """An account's words; its claim's, where a single word of it does not hold the number that it comes to."""
    words = one_line(span.exact)
    number = value.isdigit() and value not in ("0", "1")
    if number and claim is not None and len(words.split()) == 1:
        return shorten(" … ".join(one_line(s.exact) for s in claim.spans), 90)
    return words
