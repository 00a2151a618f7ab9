"""What became of each correction: followed, overtaken by a later one, or about nothing that is here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model import Judgement, JudgementKind
from sayso.reconcile.judgements import OF_AGENTS
from sayso.reconcile.meant import Named, folded, of_record
from sayso.reconcile.record.corrected import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A judgement as a person wrote it, and in plain words why it changed nothing; `note` is empty where it holds."""

    written: Judgement
    note: str = ""
    lost: bool = False  # it was meant to change something, and nothing here is what it names


def once(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The judgements in order of time, the same line of several tables once."""
    return tuple(sorted(dict.fromkeys(judgements), key=lambda j: j.at))


def decided(judgements: Sequence[Judgement], about: Iterable[Named], refused: Iterable[Refused]) -> tuple[Decided, ...]:
    """What became of each of the judgements, in their order."""
    lost = {one.written: one.why for one in about if one.why}
    lost |= {one.written: one.why for one in refused}
    latest = {_about(j): j for j in judgements if j not in lost}
    told = []
    for judgement in judgements:
        last = latest.get(_about(judgement), judgement)
        if judgement in lost:
            told.append(Decided(written=judgement, note=lost[judgement], lost=True))
        elif last != judgement:
            told.append(Decided(written=judgement, note=f"overtaken by {last.by} on {last.at[:10]}"))
        else:
            told.append(Decided(written=judgement))
    return tuple(told)


def _about(judgement: Judgement) -> tuple[object, ...]:
    """What two judgements have in common of which only the later holds."""
    if of_record(judgement):
        sort: object = judgement.kind is JudgementKind.ACCEPT
    else:
        sort = judgement.kind in OF_AGENTS
    return of_record(judgement), sort, frozenset(map(folded, judgement.subjects))
