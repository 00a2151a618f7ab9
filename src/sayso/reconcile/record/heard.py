"""What nobody speaks to, with the record beside the dossier: what a cell holds somebody speaks to."""

from __future__ import annotations

from dataclasses import replace

from sayso.codebooks import Codebook
from sayso.model import CellState, Dossier, Record


def heard(dossier: Dossier, record: Record, book: Codebook) -> Dossier:
    """The dossier whose silences leave out what the cells of its `record`, with the fields of `book`, show words for."""
    cells = {c.field: c for c in record.cells}
    # What a person set is no more told by the documents than it was.
    told = {n for n, c in cells.items() if c.said or (c.value and c.state is not CellState.JUDGED)}
    spoken = {f.silent for f in book.fields if f.name in told}
    return replace(dossier, silences=tuple(s for s in dossier.silences if s not in spoken))
