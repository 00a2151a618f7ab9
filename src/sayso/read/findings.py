"""A value in the making, and how to ask whom a word means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.model import Document, Value
from sayso.read.parse import Paragraph

Who = Callable[[Token], str | None]
"""The id of the agent whom a mention around a token names, None where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value at the tokens `start` to `end` (half-open) of a paragraph; the rest as in `sayso.model.Value`."""

    start: int
    end: int
    field: str
    value: str
    about: str | None = None
    grade: float | None = None

    def about_whom(self, about: str | None) -> Found:
        """The same, about somebody."""
        return replace(self, about=about)

    def value_at(self, paragraph: Paragraph, document: Document) -> Value:
        """The record, with its words' span in the document."""
        start, end = paragraph.at(paragraph.doc[self.start : self.end])
        return Value(
            field=self.field,
            value=self.value,
            span=document.span(start, end),
            about=self.about,
            grade=self.grade,
        )
