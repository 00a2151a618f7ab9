"""Dossier and record of one incident with what people decided, and what became of each of their decisions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.codebooks import Codebook, load
from sayso.model import Dossier, Judgement, Reading, Record
from sayso.reconcile import reconcile
from sayso.reconcile.agents.organisations import Organisations
from sayso.reconcile.decided import Decided, decided, once
from sayso.reconcile.meant import named
from sayso.reconcile.record import record
from sayso.reconcile.record.corrected import corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A dossier and a record, the codebook that the record follows, and what became of each judgement."""

    dossier: Dossier
    record: Record
    book: Codebook
    decided: tuple[Decided, ...]


def followed(
    readings: Sequence[Reading],
    judgements: Iterable[Judgement],
    *,
    organisations: Organisations | None = None,
    codebook: Codebook | None = None,
    incident: str | None = None,
) -> Followed:
    """Both, with the `judgements` as people wrote them (`sayso.store.corrections`), in any order. Pure.

    Without a `codebook` the record follows the one that fits, else that for shootings.
    """
    judged = once(judgements)
    dossier = reconcile(readings, organisations=organisations, codebook=codebook)
    wanted = named(judged, dossier)
    if held := [one.found for one in wanted if one.found]:
        dossier = reconcile(readings, held, organisations=organisations, codebook=codebook)
    book = codebook or load(dossier.codebook or "shooting")
    made = record(readings, incident=incident, codebook=book, dossier=dossier)
    made, refused = corrected(made, judged, book)
    return Followed(dossier=dossier, record=made, book=book, decided=decided(judged, wanted, refused))
