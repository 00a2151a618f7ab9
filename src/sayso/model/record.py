"""The record of one incident: what a coder would type, each cell with every value said, by whom, and in which words."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from sayso.model.documents import Span
from sayso.model.dossier import Caution


class CellState(StrEnum):
    """Where a cell stands. Says nothing of its truth."""

    STATED = "stated"  # one value, or values that only refine each other
    DISPUTED = "disputed"  # documents of one day, or one document, say incompatible things
    CHANGED = "changed"  # later coverage says otherwise than earlier
    UNKNOWN = "unknown"  # said to be unknown
    DECLINED = "declined"  # somebody would not say
    DERIVED = "derived"  # no words say the value itself: it is worked out from those that are shown
    JUDGED = "judged"  # a person has set it; what the coverage says stands beside it
    UNREAD = "unread"  # words for it stand in the coverage, but no value could be read from them
    SILENT = "silent"  # nobody speaks to it


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value of a cell, in the words of one document.

    `span` holds the words (code points into the document's text). `voice` is the name of the one who is credited with
    them, None for the document's own voice. `claim` is the id of the smallest claim around them, `origin` the id of the
    dossier's origin that its chain ends at, both None where there is none. `published` is the document's ISO date, in
    a live blog with the time of the entry.
    `weight` is how close the words stand to the incident and to the value, from 0 to 1: page furniture is low.
    """

    value: str
    span: Span
    voice: str | None = None
    origin: str | None = None
    claim: str | None = None
    published: str | None = None
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One field of a record. `value` is the proposed one, None where there is none to propose; `rule` says in plain
    words why it was chosen. `said` are all values with their words, those of the proposed value first."""

    field: str
    value: str | None
    state: CellState
    rule: str
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the incident: the cells name, age, gender, role and status, in this order.

    `id` is deterministic within the incident. Role is victim or suspect for those who take part; officer, official,
    relative, witness or neighbor for others, who have the cells name, role and, where told, age. Status is a
    comma-separated list of killed, injured, unharmed, arrested, as far as words say so.
    """

    id: str
    cells: tuple[Cell, ...]

    def cell(self, field: str) -> Cell | None:
        """The cell of that field."""
        return next((c for c in self.cells if c.field == field), None)

    def value(self, field: str) -> str | None:
        """The proposed value of that field, None where there is none."""
        cell = self.cell(field)
        return cell.value if cell else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The row of one incident: `cells` in the order of the codebook's fields, then `people`, who take part, and
    `others`, who are told of only: officers, officials, relatives, witnesses and neighbors.

    `incident` is what the user calls it, None where it has no name. `documents` are ids in order of publication.
    """

    incident: str | None
    codebook: str
    documents: tuple[str, ...]
    cells: tuple[Cell, ...]
    people: tuple[Person, ...]
    others: tuple[Person, ...] = ()
    cautions: tuple[Caution, ...] = ()

    def cell(self, field: str) -> Cell | None:
        """The cell of that field."""
        return next((c for c in self.cells if c.field == field), None)

    def value(self, field: str) -> str | None:
        """The proposed value of that field, None where there is none."""
        cell = self.cell(field)
        return cell.value if cell else None

    def to_json(self, *, indent: int | None = 2) -> str:
        """The record as JSON text."""
        return json.dumps(asdict(self), indent=indent, ensure_ascii=False, default=date.isoformat)
