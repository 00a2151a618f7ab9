"""Who says otherwise: a value that somebody is told to disagree with, right where it is told, is disputed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Said
from sayso.reconcile.record.fields import NEAR
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources

WITHIN = 70
"""Characters after the value's words, or at the beginning of the next sentence, within which somebody disagrees."""
_OTHERWISE = re.compile(
    r"\b(?:(?:thinks?|believes?|says?|feels?|insists?|argues?)\sotherwise|disagrees?|disagreed|disputes?\s(?:that|this|it)|"
    r"(?:doesn[’']t|don[’']t|does\snot|do\snot)\s(?:believe|think)\s(?:it|that|so))\b",
    re.IGNORECASE,
)
NOT = 20
"""Characters before the words within which they are denied."""
_DENIED = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)


def disputed(found: Cell, field: Field, told: Sequence[Told], sources: Sources) -> Cell:
    """The cell of a field of words; disputed, with the words, where somebody is told to disagree with its value."""
    if found.state is not CellState.STATED or found.value is None or not field.choices:
        return found
    against = list(_against(found.value, field, told, sources))
    if not against:
        return found
    rule = f"{found.rule}. Somebody is told to disagree."
    return replace(found, state=CellState.DISPUTED, rule=rule, said=(*found.said, *against))


def _against(value: str, field: Field, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    words = next((c.pattern for c in field.choices if c.value == value), None)
    plain = re.compile(rf"\b{re.escape(value)}s?\b", re.IGNORECASE)
    for one in told:
        text, sentence = one.page.text, one.sentence
        found = (words and words.search(sentence.text)) or plain.search(sentence.text)
        if (
            found is None
            or sentence.weight < NEAR
            or _DENIED.search(sentence.text, max(0, found.start() - NOT), found.start())
        ):
            continue
        first = sentence.start + found.end()
        match = _OTHERWISE.search(text, first, sentence.end) or _OTHERWISE.search(
            text, sentence.end, sentence.end + WITHIN
        )
        if match:
            yield sources.said(Sign(one.page.order, match.start(), match.end(), f"not {value}", 1.0))
