"""Named entities of a stretch of tokens, read off the tokens themselves: asking spaCy's spans costs the whole text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Doc, Span


def entities(doc: Doc, start: int, end: int, labels: Collection[str]) -> Iterator[Span]:
    """The entities with one of these labels that the tokens `start` to `end` hold, cut where those end."""
    i = start
    while i < end:
        label = doc[i].ent_type_
        if label not in labels:
            i += 1
            continue
        first = i
        i += 1
        while i < end and doc[i].ent_type_ == label and doc[i].ent_iob_ == "I":
            i += 1
        yield doc[first:i]
