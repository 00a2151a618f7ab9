"""The record of an incident: from the readings of its coverage to the row that a coder would type.

`record` is pure: the same readings, in whatever order, give the same record. Every value that is proposed keeps the
words it rests on, who is credited with them and the rule by which it was chosen; values that lost are kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.codebooks import Codebook, Field
from sayso.codebooks import load as load_codebook
from sayso.model import Cell, CellState, Dossier, Reading, Record, Said
from sayso.reconcile.cautions import cautions
from sayso.reconcile.incidents import incidents
from sayso.reconcile.record.ages import beside, parents, young
from sayso.reconcile.record.cells import TIES, cell, proposed
from sayso.reconcile.record.counts import Counts, propose
from sayso.reconcile.record.dates import against, days, nearness
from sayso.reconcile.record.doubles import once
from sayso.reconcile.record.fields import (
    NEAR,
    PLACES,
    READ_SCALES,
    agencies,
    chosen,
    counted,
    told_by_claims,
    unsaid,
    without_deaths,
)
from sayso.reconcile.record.gazetteer import STATES
from sayso.reconcile.record.genders import Mentions
from sayso.reconcile.record.hours import hour, times
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.others import others, roles
from sayso.reconcile.record.otherwise import disputed
from sayso.reconcile.record.pages import Page, pages
from sayso.reconcile.record.people import (
    Part,
    Sign,
    decide,
    described,
    full_name,
    gather,
    no_more_dead,
    no_more_hit,
    settle,
)
from sayso.reconcile.record.persons import KINDS, fullness, person, spelt, within
from sayso.reconcile.record.phrases import phrased
from sayso.reconcile.record.places import BESIDE, Where, plainness, where
from sayso.reconcile.record.placing import home
from sayso.reconcile.record.roles import Told, tell
from sayso.reconcile.record.segments import foreign, numbers_apart, set_apart, without
from sayso.reconcile.record.sources import Sources
from sayso.reconcile.record.standing import Standing
from sayso.reconcile.record.totals import counted_up, total
from sayso.reconcile.record.unread import spoken_to

__all__ = ["record"]


def record(
    readings: Iterable[Reading],
    *,
    incident: str | None = None,
    codebook: Codebook | None = None,
    dossier: Dossier | None = None,
) -> Record:
    """The record of one incident's coverage, with the fields of `codebook` (the one for shootings where left out).

    `incident` is what the record is called by. With the `dossier` of the same readings, values name the origins that
    their chains end at. Pure; the order of the readings does not matter.
    """
    book = codebook or load_codebook("shooting")
    given = list(readings)
    apart = incidents(given)
    made = _record(given, incident, book, dossier)
    if apart:  # persons of different incidents are different persons
        each = [_record([r for r in given if r.document.id in ids], incident, book, dossier) for ids in apart]
        made = replace(
            made,
            people=tuple(person for one in each for person in one.people),
            others=tuple(person for one in each for person in one.others),
        )
    return replace(made, cautions=cautions(given, apart))


def _record(readings: Sequence[Reading], incident: str | None, book: Codebook, dossier: Dossier | None) -> Record:
    known = pages([r for r in readings if r.document.language == "en"])
    named = named_people(known)
    told = tell(known, named)
    counts = propose(told)
    evidence = gather(told, named)
    parts = decide(evidence, known, counts.killed, counts.injured)
    counts = counted_up(parts, counts)
    parts = no_more_hit(no_more_dead(parts, counts.killed, counts.injured), counts.killed, counts.injured)
    others_told = foreign(told)
    parts = described(evidence, settle(parts, counts.killed, counts.injured, parents(named, known)))
    parts = without(once(parts), told, others_told)
    parts = within(parts, counts.killed, counts.injured)
    sources = Sources(known, dossier)
    place = where(known, [at for one in named for at in one.places])
    mine = set_apart(told if counts.killed or not counts.injured else without_deaths(told), others_told)
    made = _Maker(known, mine, parts, sources, place, numbers_apart(counts, others_told))
    mentions = Mentions.of(told)
    people = [person(part, known, mentions, counts, sources) for part in parts if part.taking_part]
    cells = [spoken_to(made.cell(field), field, mine, sources) for field in book.fields]
    if dossier is not None:
        standing = Standing(dossier, known, sources)
        cells = [standing.cell(one, field) for one, field in zip(cells, book.fields, strict=True)]
        people = [standing.person(one) for one in people]
    return Record(
        incident=incident,
        codebook=book.name,
        documents=tuple(page.reading.document.id for page in known),
        cells=tuple(cells),
        people=tuple(sorted(people, key=lambda p: (p.value("role") != "victim", p.id))),
        others=tuple(sorted(others(parts, known, sources), key=lambda p: (p.value("role") or "", p.id))),
    )


BY = 30
"""Characters from words that say what somebody is within which the name stands in them."""


class _Maker:
    """Makes the cell of a field by its type."""

    def __init__(
        self,
        known: Sequence[Page],
        told: Sequence[Told],
        parts: Sequence[Part],
        sources: Sources,
        place: Where,
        counts: Counts,
    ) -> None:
        self._pages, self._told, self._parts, self._sources = known, told, parts, sources
        self._place, self._counts = place, counts
        self._day, self._days = days(known)
        self._persons = [at for part in parts if part.evidence.person for at in part.evidence.person.places]

    def cell(self, field: Field) -> Cell:
        """The cell of the field: worked out where the field is one that is worked out, else from claims and words."""
        if field.type == "date" and "date" in field.filled_by:
            return self._date(field)
        if field.type == "place" and field.part in {"city", "county", "state"}:
            return self._where(field)
        if field.type == "count":
            kind = next((k for name, k in (("killed", "killed"), ("injured", "hurt")) if name in field.filled_by), None)
            if kind is not None:
                return total(field, kind, self._counts, self._pages, self._sources)
        if field.type == "person":
            return self._people(field)
        if field.filled_by == ("time",):
            return hour(field, list(times(field, self._told, self._sources, self._day, nearness)))
        worded = () if field.scale and field.name in READ_SCALES else chosen(field, self._told, self._sources)
        said = [
            *worded,
            *counted(field, self._told, self._sources),
            *agencies(field, self._told, self._sources),
        ]
        if "agency" not in field.filled_by:
            said += self._here(field, told_by_claims(field, self._told, self._sources, self._persons))
        said = said or list(phrased(field, self._told, self._sources))
        if not said:
            return unsaid(field, self._pages, self._sources)
        return disputed(cell(field, said), field, self._told, self._sources)

    def _here(self, field: Field, said: Iterable[Said]) -> Iterator[Said]:
        """What is said, without the cities that are known to be of another state than the incident."""
        state, own = self._place.state, {self._place.city, self._place.county}
        for one in said:
            far = home(one.value) if field.name in PLACES and state and one.value not in own else None
            if far is None or far == state:
                yield one

    def _date(self, field: Field) -> Cell:
        if self._day is None:
            return cell(field, ())
        day = self._day
        told = [(self._sources.said(against(one, day)), one.plain) for one in self._days if one.sign.weight >= 0.2]
        plain = {(s.span, s.value): how for s, how in told}
        said = [s for s, _ in told]
        value = self._day.isoformat()
        if any(s.value == value for s in said):
            rule = f"told most, next to words for what happened; {TIES}"
            return proposed(field, value, rule, said, lambda s: plain[s.span, s.value])
        lead = next((s for page in self._pages[:1] for s in page.sentences if s.weight >= 0.5), None)
        if lead is None:
            return cell(field, ())
        said.append(self._sources.said(Sign(self._pages[0].order, lead.start, lead.end, value, 0.5)))
        rule = "no words tell the day: it is the date of the first publication, whose beginning is shown"
        return replace(proposed(field, value, rule, said), state=CellState.DERIVED)

    def _where(self, field: Field) -> Cell:
        place = self._place
        state = place.state and STATES[place.state]
        value = {"city": place.city or place.county, "county": place.county, "state": state}[field.part or "city"]
        if value is None:
            return cell(field, ())
        home = {n for n in (place.city, place.county if field.part == "state" else None) if n}
        kinds = {"city": {"city", "county"}, "county": {"county"}, "state": {"state"}}[field.part or "city"]
        told = [
            (self._sources.said(sign, name), plainness(self._pages[sign.page].text, sign, home))
            for kind, name, _, sign in place.told
            if kind in kinds
        ]
        said = [s for s, _ in told]
        plain = {s.span: how * s.weight for s, how in told} if field.part != "city" else {}
        rule = f"named most where the incident is told, in datelines and as the police’s; {TIES}"
        named = max((how for s, how in told if s.value == value), default=0.0)
        found = [
            self._sources.said(sign, value) for kind, name, _, sign in place.told if kind != "state" and name in home
        ]
        if named > BESIDE or (named and not found) or (named and field.part == "city"):
            return proposed(field, value, rule, said, lambda s: plain.get(s.span, 0.0))
        if not found:
            return cell(field, ())
        rule = f"not named{' but in passing' if named else ''}: it is the {field.part} of the place that is shown"
        others = [s for s in said if s.value != value]
        return replace(proposed(field, value, rule, [*others, *found]), state=CellState.DERIVED)

    def _people(self, field: Field) -> Cell:
        if "age" in field.filled_by:
            return self._ages(field)
        said: list[Said] = []
        for part in self._parts:
            if not part.taking_part and field.part in {None, "victim", "suspect"}:
                continue
            name = full_name(part, self._pages)
            if name and (field.part in roles(part, self._pages) or (field.part is None and part.taking_part)):
                said += self._named(part, name)
        if not said:
            return cell(field, ())
        names = "; ".join(dict.fromkeys(s.value for s in said))
        once = {s.value: s for s in reversed(said)}
        said = [*reversed(once.values()), *(s for s in said if once[s.value] is not s)]
        return Cell(
            field=field.name,
            value=names,
            state=CellState.STATED,
            rule="everybody who is told to be one",
            said=tuple(said),
        )

    def _named(self, part: Part, name: str) -> list[Said]:
        """The two best places of a name: of those where all of it stands, those first where words tell of the person what
        the person is."""
        found = spelt(part.evidence, name, self._pages, self._sources)
        signs = [s for s in part.evidence.signs if s.value in KINDS.get(part.role, ())]
        at = [(self._pages[s.page].reading.document.id, s.start - BY, s.end + BY) for s in signs]

        def told(one: Said) -> bool:
            return any(d == one.span.document and a <= one.span.start < b for d, a, b in at)

        most = max((fullness(name, s) for s in found), default=0)
        return sorted(found, key=lambda s: (most - fullness(name, s), not told(s)))[:2]

    def _ages(self, field: Field) -> Cell:
        """The ages of the persons of the field's part, each with its best words."""
        said: list[Said] = []
        for part in self._parts:
            if part.age is None or not part.taking_part or field.part not in {None, part.role}:
                continue
            if young(part, self._pages):
                continue
            ages = [s for s in part.evidence.ages if s.value == str(part.age) and s.weight >= NEAR]
            who = part.evidence.person
            named = [s for s in ages if who is None or beside(s, who, self._pages[s.page].text)] or ages
            said += [self._sources.said(s) for s in sorted(named, key=lambda s: (-s.weight, s.page, s.start))[:1]]
        if not said:
            return cell(field, ())
        ages_told = "; ".join(s.value for s in said)
        rule = "the age of every person who is told to be one"
        return Cell(field=field.name, value=ages_told, state=CellState.STATED, rule=rule, said=tuple(said))
