"""How a cell stands by the dossier: what accounts dispute, change or take back there is not plainly stated here.

A comparison bears on a cell where the words of the proposed value are one of its accounts: of the cell's own field, or of
a matter whose words they are. What a source denies or takes back as a whole counts where most of the cell's words stand
in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Account, Cell, CellState, Comparison, Dossier, Person, Relation, Said, Span, Status
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.sources import Sources

STATES = {
    Relation.CONTRADICTS: CellState.DISPUTED,
    Relation.INCONSISTENT: CellState.DISPUTED,
    Relation.CHANGED: CellState.CHANGED,
}
WHOLE = {Status.DISPUTED: CellState.DISPUTED, Status.CHANGED: CellState.CHANGED, Status.WITHDRAWN: CellState.CHANGED}
MOSTLY = 0.5
"""The share of a value's words, by weight, that must stand in what is denied or taken back."""
PART = 0.3
"""The share of an account's characters that a cell's words are at least, for a matter of another name to be theirs."""
FIXED = frozenset({"date", "place", "person"})
"""Types that a claim's being denied says nothing of: where and when something is denied to have happened."""
GRADED = frozenset({"injury"})
"""What fills a count and tells how badly and not how many."""
OTHERS = 3
"""Values of the other side that are shown at most."""


class Standing:
    """Where cells stand by a dossier's comparisons and assessments."""

    def __init__(self, dossier: Dossier, pages: Sequence[Page], sources: Sources) -> None:
        self._claims = {c.id: c for c in dossier.claims}
        self._apart = [c for c in dossier.comparisons if c.relation in STATES]
        self._orders = {page.reading.document.id: page.order for page in pages}
        self._sources = sources
        status = {a.subject: a for a in dossier.assessments}
        self._moved: dict[str, tuple[CellState, str]] = {}
        for one in dossier.propositions:
            found = status.get(one.id)
            if found is None or found.status not in WHOLE or not (one.denials or found.status is Status.WITHDRAWN):
                continue
            for claim in one.claims:
                self._moved[claim] = WHOLE[found.status], found.explanation

    def cell(self, cell: Cell, field: Field) -> Cell:
        """The cell as the dossier has it: disputed or changed where accounts of it are, with the words of both sides."""
        if cell.value is None or cell.state is CellState.DISPUTED:
            return cell
        ours = [s for s in cell.said if s.value in (cell.value, *cell.value.split("; "))]
        bearing = [c for c in self._apart if any(self._bears(c, a, ours, field) for a in c.accounts)]
        bearing.sort(key=lambda c: STATES[c.relation] is not CellState.DISPUTED)
        if bearing:
            state, why = STATES[bearing[0].relation], bearing[0].explanation
            others = tuple(self._others(bearing, cell))
        else:
            told = self._whole(ours) if field.type not in FIXED else None
            if told is None:
                return cell
            (state, why), others = told, ()
        return replace(cell, state=state, rule=f"{cell.rule}. {why}".rstrip(), said=(*cell.said, *others))

    def person(self, person: Person) -> Person:
        """The person with the age as the dossier has it."""
        cells = tuple(self.cell(c, _AGE) if c.field == "age" else c for c in person.cells)
        return replace(person, cells=cells)

    def _bears(self, comparison: Comparison, account: Account, ours: Sequence[Said], field: Field) -> bool:
        """Whether an account is the cell's own words, and another account of the comparison says otherwise."""
        if all(other.value == account.value for other in comparison.accounts):
            return False
        words = [s for s in ours if _meet(s.span, account.span)]
        if not words:
            return False
        kinds = self._kinds(comparison)
        if kinds:
            own = set(field.filled_by) - (GRADED if field.type == "count" else frozenset())
            return bool(kinds & own)
        enough = PART * len(account.span.exact)
        return field.type not in FIXED and any(len(s.span.exact) >= enough for s in words)

    def _kinds(self, comparison: Comparison) -> set[str]:
        """The fields of the values that are compared; none for a matter, which is no field of claims."""
        return {
            v.field
            for a in comparison.accounts
            if a.claim in self._claims
            for v in self._claims[a.claim].values
            if v.span == a.span and v.value == a.value.removeprefix("not ")
        }

    def _whole(self, ours: Sequence[Said]) -> tuple[CellState, str] | None:
        """Where most of a value's words stand that is denied or taken back as a whole."""
        weight = sum(s.weight for s in ours)
        moved = [(s.weight, self._moved[s.claim]) for s in ours if s.claim in self._moved]
        if not moved or sum(w for w, _ in moved) < MOSTLY * weight:
            return None
        return max(moved, key=lambda one: one[0])[1]

    def _others(self, bearing: Sequence[Comparison], cell: Cell) -> Iterator[Said]:
        """The words of the other side that the cell does not hold yet, one for each value."""
        seen = {s.value for s in cell.said} | {cell.value}
        for account in (a for c in bearing for a in c.accounts):
            order = self._orders.get(account.span.document)
            if account.value in seen or order is None or len(seen) > OTHERS + len(cell.said):
                continue
            seen.add(account.value)
            yield self._sources.said(Sign(order, account.span.start, account.span.end, account.value, 1.0))


_AGE = Field(name="age", label="age", silent=None, filled_by=("age",), type="person")


def _meet(a: Span, b: Span) -> bool:
    return a.document == b.document and a.start < b.end and b.start < a.end
