"""How each proposition and topic stands: voices, independent origins as an interval, status, and why in a sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import (
    Assessment,
    Claim,
    Comparison,
    Detail,
    Modality,
    Origin,
    Proposition,
    Relation,
    Status,
)
from sayso.reconcile.differences.comparisons import Clash
from sayso.reconcile.display import Display, count, listed, number, opened
from sayso.reconcile.origins.chains import Trace
from sayso.reconcile.origins.components import Count, Web

FACTIVE = frozenset("know realize realise notice see recognize recognise understand remember".split())
"""Predicates whose negation takes what follows for granted: "they didn’t know that they were shooting him"."""


@dataclass(frozen=True, slots=True)
class Assessor:
    """All that an assessment is made from. `traces` holds, by claim, every way in which it is supported."""

    web: Web
    claims: Mapping[str, Claim]
    traces: Mapping[str, Sequence[Trace]]
    components: Mapping[str, str | None]
    clashes: Mapping[str, Sequence[Clash]]
    days: Mapping[str, date | None]
    withdrawn: Collection[str]
    narrators: frozenset[str]
    display: Display

    def proposition(self, proposition: Proposition) -> Assessment:
        """How one proposition stands."""
        told = set(proposition.claims)
        supporting = [t for c in proposition.claims for t in self.traces[c] if t.confirmed is None or not t.denies]
        opposing = [t for c in proposition.claims for t in self.traces[c] if t.confirmed is not None and t.denies]
        opposing += [t for c in proposition.denials for t in self.traces[c] if not self._presupposed(t, supporting)]
        tally = self.web.count(t.support for t in supporting)
        clashes = {k for c in told for k in self.clashes.get(c, ())}
        status = self._status(proposition, supporting, opposing, tally, clashes)
        return self._assessment(proposition.id, supporting, tally, status, opposing=opposing)

    def _presupposed(self, trace: Trace, supporting: Sequence[Trace]) -> bool:
        """Whether a denial only seems one: of knowing it, or by one who says it in the same breath."""
        claim = self.claims[trace.support.claim]
        predicates = {self.claims[t.support.claim].predicate for t in supporting}
        if claim.predicate in FACTIVE and claim.predicate not in predicates and not trace.denies:
            return True
        told = [self.claims[t.support.claim] for t in supporting if t.support.origin == trace.support.origin]
        return any(
            c.document == claim.document and a.start < b.end and b.start < a.end
            for c in told
            for a in c.spans
            for b in claim.spans
        )

    def topic(self, comparison: Comparison) -> Assessment:
        """How the accounts of one topic stand, together."""
        claims = list(dict.fromkeys(a.claim for a in comparison.accounts))
        # Who withheld something gave no account of it.
        given = [c for c in claims if self.claims[c].modality is not Modality.UNKNOWN]
        traces = [t for c in given for t in self.traces[c] if not t.denies]
        tally = self.web.count(t.support for t in traces)
        status = {
            Relation.CONTRADICTS: Status.DISPUTED,
            Relation.CHANGED: Status.CHANGED,
        }.get(comparison.relation) or _by_count(tally)
        if status is Status.CORROBORATED and comparison.relation is not Relation.AGREE:
            # Several origins that each say another part corroborate nothing.
            status = Status.SINGLE_ORIGIN
        return self._assessment(comparison.id, traces, tally, status, prefix=comparison.explanation)

    def detail(self, detail: Detail) -> Assessment:
        """How one value of one topic stands."""
        claims = list(dict.fromkeys(a.claim for a in detail.accounts))
        traces = [t for c in claims for t in self.traces[c] if not t.denies]
        tally = self.web.count(t.support for t in traces)
        return self._assessment(detail.id, traces, tally, _by_count(tally))

    def overall(self, traces: Sequence[Trace], each: Sequence[Assessment]) -> Assessment:
        """How the coverage stands as a whole."""
        tally = self.web.count(t.support for t in traces)
        status = _by_count(tally)
        statuses = {a.status for a in each}
        if status is Status.CORROBORATED:
            ranked = (Status.DISPUTED, Status.CORROBORATED)
            status = next((s for s in ranked if s in statuses), Status.SINGLE_ORIGIN)
        return self._assessment("overall", traces, tally, status)

    def _status(
        self,
        proposition: Proposition,
        supporting: Sequence[Trace],
        opposing: Sequence[Trace],
        tally: Count,
        clashes: set[Clash],
    ) -> Status:
        claims = [self.claims[c] for c in proposition.claims]
        if claims and self._taken_back(supporting):
            return Status.WITHDRAWN
        if claims and all(c.modality is Modality.UNKNOWN for c in claims):
            return Status.UNKNOWN
        here = {self.components[t.support.origin] for t in supporting} - {None}
        there = {self.components[t.support.origin] for t in opposing} - {None}
        if any(a != b for a in here for b in there) or any(k.relation is Relation.CONTRADICTS for k in clashes):
            return Status.DISPUTED
        if self._turned(supporting, opposing) or any(k.relation is Relation.CHANGED for k in clashes):
            return Status.CHANGED
        return _by_count(tally)

    def _taken_back(self, supporting: Sequence[Trace]) -> bool:
        """Whether everyone who said it has taken it back, on whatever occasion each said it."""
        by = {self.components[t.support.origin] or t.support.chain[0] for t in supporting}
        gone = {
            self.components[t.support.origin] or t.support.chain[0]
            for t in supporting
            if t.support.claim in self.withdrawn
        }
        return bool(gone) and by == gone

    def _turned(self, supporting: Sequence[Trace], opposing: Sequence[Trace]) -> bool:
        def when(traces: Sequence[Trace]) -> set[tuple[str, date]]:
            told = (
                (self.components[t.support.origin], self.days[self.claims[t.support.claim].document]) for t in traces
            )
            return {(c, d) for c, d in told if c is not None and d is not None}

        return any(a == b and d != e for a, d in when(supporting) for b, e in when(opposing))

    def _assessment(
        self,
        subject: str,
        traces: Sequence[Trace],
        tally: Count,
        status: Status,
        *,
        opposing: Sequence[Trace] = (),
        prefix: str = "",
    ) -> Assessment:
        voices = tuple(dict.fromkeys(a for t in traces for a in t.support.chain if a not in self.narrators))
        told = self._explain(traces, tally, status, len(voices), opposing)
        return Assessment(
            subject=subject,
            voices=voices,
            origins=tuple(dict.fromkeys(t.support.origin for t in traces)),
            components=tally.components,
            independent=tally.independent,
            outside=tally.outside,
            status=status,
            explanation=f"{prefix} {told}".strip(),
        )

    def _explain(
        self, traces: Sequence[Trace], tally: Count, status: Status, voices: int, opposing: Sequence[Trace]
    ) -> str:
        names = [self._named(group) for group in tally.components]
        parts: list[str] = []
        if status is Status.WITHDRAWN:
            parts.append("Withdrawn by those who published it.")
        if status is Status.UNKNOWN:
            who = listed(names) if names else "the article itself"
            parts.append(f"Said to be unknown, by {who}.")
        elif not names:
            parts.append(self._unattributed(traces))
        elif len(names) == 1:
            parts.append(self._single(names[0], tally.components[0], voices))
        elif status is Status.SINGLE_ORIGIN and tally.independent[0] < 2:
            parts.append(f"{opened(number(len(names)))} origins that may be one: {listed(names)}.")
        elif status is Status.SINGLE_ORIGIN:
            parts.append(f"{opened(number(len(names)))} origins speak, each to something else: {listed(names)}.")
        else:
            parts.append(f"{opened(number(len(names)))} independent origins: {listed(names)}.")
        low, high = tally.independent
        if 1 < low < high:
            parts.append(f"At least {number(low)}, since some of them may belong together.")
        if names and tally.outside[1] == 0 and len(names) > 1:
            parts.append("All of them took part in the incident.")
        if status is Status.DISPUTED and opposing:
            against = self.web.count(t.support for t in opposing)
            parts.append(f"Denied by {listed([self._named(g) for g in against.components])}.")
        elif status is Status.DISPUTED:
            parts.append("An independent origin says otherwise.")
        elif status is Status.CHANGED:
            parts.append("The account changed.")
        nobody = len({t.support.chain for t in traces if self.components[t.support.origin] is None})
        if names and nobody:
            parts.append(f"{opened(count(nobody, 'more account gives', 'more accounts give'))} no source.")
        return " ".join(parts)

    def _single(self, name: str, group: Sequence[str], voices: int) -> str:
        interested = any(self.web.origins[o].interested for o in group)
        part = ", which took part in the incident" if interested else ""
        if voices < 2:
            return f"One voice: {name}{part}."
        return f"{opened(count(voices, 'voice'))}, one origin: all with a source rest on {name}{part}."

    def _unattributed(self, traces: Sequence[Trace]) -> str:
        through = dict.fromkeys(t.support.chain[-1] for t in traces)
        names = [self.display.agent(a) for a in through if a not in self.narrators]
        if not names:
            return "In the coverage’s own voice: nobody is credited with it."
        return f"{listed(names)} {'says' if len(names) == 1 else 'say'} so without a source."

    def _named(self, group: Sequence[str]) -> str:
        return self.display.component([self.web.origins[o] for o in group])


def _by_count(tally: Count) -> Status:
    if tally.independent[1] == 0:
        return Status.UNATTRIBUTED
    # The least number decides: what may be one origin corroborates nothing.
    return Status.CORROBORATED if tally.independent[0] > 1 else Status.SINGLE_ORIGIN


def interested_names(origins: Sequence[Origin], display: Display) -> list[str]:
    """What to call the origins that took part."""
    return list(dict.fromkeys(display.agent(o.agent) for o in origins if o.agent and o.interested))
