"""What goes into a format's reader, and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sayso.errors import UnreadableError
from sayso.model import Block, Piece
from sayso.settings import LIMITS, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What an item says about itself. `found` names for each field that is known where its value stood."""

    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published_at: date | None = None
    updated_at: date | None = None
    retrieved_at: date | None = None
    credit: str | None = None
    found: tuple[tuple[str, str], ...] = ()

    def with_value(self, name: str, value: object, where: str) -> Metadata:
        """The same with the field `name` set and its provenance noted; unchanged when `value` is empty."""
        if not value:
            return self
        found = (*(entry for entry in self.found if entry[0] != name), (name, where))
        return replace(self, **{name: value, "found": found})  # type: ignore[arg-type]

    def without(self, name: str) -> Metadata:
        """The same with the field `name` unset."""
        return replace(self, **{name: None, "found": tuple(entry for entry in self.found if entry[0] != name)})  # type: ignore[arg-type]

    def or_else(self, other: Metadata) -> Metadata:
        """This, with what it lacks taken from `other`."""
        made = self
        places = dict(other.found)
        for name in FIELDS:
            if not getattr(made, name):
                made = made.with_value(name, getattr(other, name), places.get(name, "unknown"))
        return made


FIELDS = ("title", "publisher", "authors", "url", "published_at", "updated_at", "retrieved_at", "credit")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One item as it came: the bytes, what to call it, and what its carrier said about it.

    `text` is set where the item was handed over as characters; `data` is then its UTF-8 form, or the row of a table
    that it came in. `path` is set for archives that are read as a stream; `data` is then the beginning alone. `kind`
    names the format where the carrier leaves no doubt. `known` is metadata of the carrier (an archive's record, a
    feed's entry), which gives way to the item's own, unless `trusted` says the carrier knows better. `fragment` marks a
    piece of a page that is all article. `columns` maps our names of fields to a table's.
    """

    data: bytes
    name: str
    text: str | None = None
    path: Path | None = None
    suffix: str = ""
    media_type: str | None = None
    charset: str | None = None
    known: Metadata = field(default_factory=Metadata)
    retrieved: date | None = None
    kind: str | None = None
    trusted: bool = False
    fragment: bool = False
    columns: tuple[tuple[str, str], ...] = ()
    limits: Limits = LIMITS


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text a reader made of an item, with its blocks, what it says about itself, and what is worth a warning."""

    text: str
    blocks: tuple[Block, ...]
    media_type: str
    pieces: tuple[Piece, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An item that could not be read: what it is called, the error's stable code, and the reason for people."""

    name: str
    code: str
    reason: str

    @classmethod
    def of(cls, name: str, error: UnreadableError) -> Failure:
        """The failure that `error` made of the item `name`."""
        return cls(name=name, code=error.code, reason=str(error))
