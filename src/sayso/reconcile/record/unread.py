"""Cells without a value whose field somebody speaks to all the same: by words that say that it is not known, or by words
for it from which no value could be read.

That nobody speaks to a field is a claim of its own, and false where a document has "charges" and only the offence could
not be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Said
from sayso.reconcile.record.fields import NEAR, telling
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources

UNREAD = "words for it stand in the coverage, but no value could be read from them"
NOT_KNOWN = "somebody says so: unknown"
FAINT = 0.3
"""The least weight of a sentence whose words are counted as speaking to a field: lower than for a value, since to say that
nobody speaks to it takes more care."""
SHOWN = 3
"""Words that a cell without a value shows at most."""


def spoken_to(found: Cell, field: Field, told: Sequence[Told], sources: Sources) -> Cell:
    """The cell; where it is silent, unknown if words say so, or unread if words for the field stand in sentences of the
    incident, each with those words."""
    if found.state is not CellState.SILENT:
        return found
    for pattern, least, state, rule in (
        (field.unknown, NEAR, CellState.UNKNOWN, NOT_KNOWN),
        (field.mentions, FAINT, CellState.UNREAD, UNREAD),
    ):
        said = _shown(_words(pattern, field, least, told, sources)) if pattern else ()
        if said:
            return replace(found, state=state, rule=rule, said=said)
    return found


def _words(
    pattern: re.Pattern[str], field: Field, least: float, told: Sequence[Told], sources: Sources
) -> Iterator[Said]:
    for one in told:
        if one.sentence.weight < least or not one.sentence.own:
            continue
        text = one.sentence.text
        never = [m.span() for m in field.never.finditer(text)] if field.never else []
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in never):
                continue
            start, end = one.sentence.start + match.start(), one.sentence.start + match.end()
            yield sources.said(Sign(one.page.order, start, end, " ".join(match.group().split()), telling(one)))
            break


def _shown(said: Iterator[Said]) -> tuple[Said, ...]:
    """The weightiest words, each form once."""
    kept: dict[str, Said] = {}
    for one in sorted(said, key=lambda s: -s.weight):
        kept.setdefault(one.value.casefold(), one)
    return tuple(kept.values())[:SHOWN]
