"""Readings and judgements to Dossier: whose word it is, how many independent origins, what conflicts, what changed.

`reconcile` is pure: the same readings and judgements, in whatever order, give the same dossier.

The folder is the algorithm, each step on those before it: `agents` (who is who, and who took part), `origins` (on whose
word each claim rests, and why two are one), `statements` (which claims say the same, and what bears what out),
`differences` (contradictions, changes, what was withheld); then `assessments` and `findings`. `record` is the coder's
row. `judgements`, `meant`, `decided` and `followed` are what people have decided: nothing is rewritten by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.codebooks import Codebook
from sayso.codebooks import load as load_codebook
from sayso.model import (
    NOT_ASSERTING,
    Assessment,
    Claim,
    Comparison,
    Component,
    Course,
    CueType,
    Dependence,
    Detail,
    Dossier,
    Judgement,
    Modality,
    Origin,
    Proposition,
    Reading,
    Refinement,
    Value,
    Versions,
    identify,
)
from sayso.reconcile.agents.institutions import ARMED
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.namings import namings
from sayso.reconcile.agents.organisations import Organisations, default, with_table
from sayso.reconcile.agents.parties import interested
from sayso.reconcile.agents.people import people
from sayso.reconcile.agents.roster import Roster, gather
from sayso.reconcile.agents.scenes import acronyms, day, publishing, scenes
from sayso.reconcile.assessments import Assessor
from sayso.reconcile.cautions import cautions
from sayso.reconcile.copies import in_order, without_copies
from sayso.reconcile.differences.called import first_named, harmed, named
from sayso.reconcile.differences.comparisons import clashing, comparisons
from sayso.reconcile.differences.corrections import in_notes, replaced, taking_back, withdrawn
from sayso.reconcile.differences.courses import courses
from sayso.reconcile.differences.opposed import ASSERTED
from sayso.reconcile.differences.oppositions import oppositions
from sayso.reconcile.differences.refinements import refinements
from sayso.reconcile.differences.said import Said, Whose, by_topic, editions
from sayso.reconcile.differences.set_against import set_against
from sayso.reconcile.differences.silences import spoken
from sayso.reconcile.differences.spelled import spelled
from sayso.reconcile.differences.stands import asked_of, principals, stands, the_person
from sayso.reconcile.differences.stands import hurt as the_hurt
from sayso.reconcile.differences.withheld import disclosures, withheld
from sayso.reconcile.differences.worsened import with_deaths
from sayso.reconcile.differences.wounds import wounds
from sayso.reconcile.display import Display
from sayso.reconcile.elsewhere import elsewhere
from sayso.reconcile.entries import by_claim
from sayso.reconcile.findings import Told, findings
from sayso.reconcile.incidents import incidents
from sayso.reconcile.judgements import Decisions, decide
from sayso.reconcile.origins.chains import Trace, Tracer
from sayso.reconcile.origins.components import Web
from sayso.reconcile.origins.dependences import Ground, dependences
from sayso.reconcile.origins.recalled import recalled
from sayso.reconcile.statements.around import sentences
from sayso.reconcile.statements.frames import frames
from sayso.reconcile.statements.instead import renamed
from sayso.reconcile.statements.kin import kin
from sayso.reconcile.statements.matters import asked, rejected, sides
from sayso.reconcile.statements.stated import Words, statements
from sayso.reconcile.statements.titles import titled
from sayso.reconcile.statements.topics import Topics
from sayso.reconcile.timeline import timeline
from sayso.reconcile.versions import versions

__all__ = ["Organisations", "reconcile", "with_table"]


def reconcile(
    readings: Iterable[Reading],
    judgements: Iterable[Judgement] = (),
    *,
    organisations: Organisations | None = None,
    codebook: Codebook | None = None,
) -> Dossier:
    """The dossier of one incident's coverage. Pure; neither the order of readings nor of judgements matters.

    `organisations` is who belongs to whom (`with_table` adds a table of the user's own). `codebook` says what nobody
    may be silent about; without one, that for use of force is taken where a police force took part, else that for a
    shooting where someone was shot.
    """
    table = organisations or default()
    ordered = in_order(readings)
    kept, copies = without_copies(ordered, frozenset(r.document.id for r in ordered if publishing(r, table)))
    judged = tuple(sorted(judgements, key=lambda j: (j.at, j.kind, j.subjects, j.by)))
    whose = _whose(kept, decide(judged), table)
    book = codebook or _book(kept, whose.keys, table)
    articles = versions(r.document for r in ordered)
    said = _said(kept, whose, book, articles)
    narrators = whose.roster.narrators
    originals = dict(copies)
    voices = _voices(said.told, frozenset(narrators.values()))
    parties = frozenset(o.agent for o in said.origins if o.interested)
    heard = spoken(kept, said.telling, whose.roster, whose.web.origins, whose.keys) | said.asked
    texts = [f"{r.document.title or ''}\n{r.document.text}" for r in kept]
    unknowns = tuple(c.id for c in said.telling if c.modality is Modality.UNKNOWN)
    return Dossier(
        documents=tuple(r.document for r in ordered),
        attributions=tuple(a for r in kept for a in r.attributions),
        mentions=tuple(m for r in kept for m in r.mentions),
        times=tuple(t for r in kept for t in r.times),
        claims=tuple(c for r in kept for c in r.claims),
        agents=tuple(whose.roster.agents.values()),
        aka=tuple(sorted(whose.roster.aka.items())),
        narrators=tuple(narrators[originals.get(r.document.id, r.document.id)] for r in ordered),
        voices=voices,
        interested=tuple(v for v in voices if v in parties),
        origins=said.origins,
        dependences=tuple(said.web.dependences),
        supports=tuple(t.support for t in whose.traces),
        propositions=said.propositions,
        assessments=(*said.assessed, *said.topical, *said.detailed),
        overall=said.overall,
        comparisons=said.comparisons,
        unknowns=unknowns,
        silences=book.silences(heard, texts) if book and said.telling else (),
        codebook=book.name if book else None,
        cautions=cautions(ordered, incidents(ordered)),
        namings=namings(kept, whose.roster, said.people, whose.parties),
        timeline=timeline(kept),
        findings=findings(
            Told(
                documents=[r.document for r in ordered],
                copies=copies,
                voices=voices,
                traces=said.told,
                web=whose.web,
                overall=said.overall,
                propositions=said.propositions,
                assessments=said.assessed,
                comparisons=said.comparisons,
                unknowns=len(unknowns),
                display=whose.display,
                details=said.details,
                detailed=said.detailed,
                versions=articles,
            )
        ),
        judgements=judged,
        components=said.components,
        copies=copies,
        details=said.details,
        refinements=said.refinements,
        courses=said.courses,
        versions=articles,
    )


@dataclass(frozen=True, slots=True)
class _Whose:
    """Whose word each claim is: agents, interested `parties` (agents) and `keys` (institutions), chains and edges.
    `topics` know who is who, and no codebook."""

    roster: Roster
    parties: frozenset[str]
    keys: frozenset[str]
    traces: tuple[Trace, ...]
    edges: tuple[Dependence, ...]
    web: Web
    display: Display
    decisions: Decisions
    topics: Topics


def _whose(kept: Sequence[Reading], decisions: Decisions, table: Organisations) -> _Whose:
    named = {r.document.id: table.inside(r.document.text) for r in kept}
    short = acronyms(kept, named)
    told = scenes(kept, table, named, short)
    on = min((s.on for s in told.values() if s.on), default=None)
    roster = gather(kept, told, table, decisions, short)
    parties, keys = interested(kept, roster, told, table)
    topics = Topics(roster, None, people(kept, roster, tuple(renamed(kept))))
    parties |= kin(kept, topics)
    traced = Tracer(roster, table, parties, keys, on, decisions.rejected, {}).trace(kept)
    edges = dependences(Ground(kept, roster, table, traced, decisions, on))
    web = Web({o.id: o for o in traced.origins}, edges)
    return _Whose(roster, parties, keys, traced.traces, edges, web, Display.of(roster, table, on), decisions, topics)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said, and how it stands. `telling` are the claims that assert something, `told` the ways they go, `asked`
    the fields of which something is said to be unknown."""

    telling: tuple[Claim, ...]
    told: tuple[Trace, ...]
    origins: tuple[Origin, ...]
    components: tuple[Component, ...]
    people: Mapping[str, str]
    propositions: tuple[Proposition, ...]
    comparisons: tuple[Comparison, ...]
    assessed: tuple[Assessment, ...]
    topical: tuple[Assessment, ...]
    details: tuple[Detail, ...]
    detailed: tuple[Assessment, ...]
    refinements: tuple[Refinement, ...]
    courses: tuple[Course, ...]
    overall: Assessment
    web: Web
    asked: frozenset[str]


def _said(kept: Sequence[Reading], whose: _Whose, book: Codebook | None, articles: Sequence[Versions] = ()) -> _Said:
    claims = {c.id: c for r in kept for c in r.claims}
    # A claim within "he denied that …" is read as denied: what its own cue denies must not be denied a second time.
    refusing = {a.id for r in kept for a in r.attributions if a.cue_type is CueType.DENIES}
    refused = frozenset(c.id for c in claims.values() if c.attribution in refusing)
    ways: dict[str, list[Trace]] = {}
    for trace in whose.traces:
        own = trace.confirmed is None and trace.support.claim in refused
        told_so = replace(trace, denies=not trace.denies) if own else trace
        ways.setdefault(trace.support.claim, []).append(told_so)
    notes = in_notes(kept)
    back, exact = (told & set(ways) for told in taking_back(kept, notes))
    silent = {a.id for r in kept for a in r.attributions if a.cue_type in NOT_ASSERTING}
    voiced = [c for c in claims.values() if c.id in ways and c.attribution not in silent]
    telling = tuple(c for c in voiced if c.id not in back)
    told = tuple(t for c in telling for t in ways[c.id])

    topics = replace(whose.topics, codebook=book).knowing(telling)
    others = elsewhere(kept)
    person = the_hurt(telling, topics)
    stating = statements(voiced, back, _words(kept, ways, whose), topics, person, others.claims)
    web, grouped = whose.web, stating.propositions
    topics = replace(topics, person=person)

    components = _components(web.count(t.support for t in told).components, web, whose.display)
    of = {o: c.id for c in components for o in c.origins}
    of_agent = {a: c.id for c in components for a in c.agents}
    component = {ident: of.get(ident) or (ident if o.agent else None) for ident, o in web.origins.items()}

    speakers = {c: _speakers(each[0], claims[c], whose.roster) for c, each in ways.items()}
    days = {r.document.id: day(r.document.published_at) for r in kept}
    least = {ident: web.least(ident) for ident, o in web.origins.items() if o.agent}
    first = {c: each[0] for c, each in ways.items()}
    told_at, around = by_claim(kept), sentences(kept)
    words = Whose(first, component, least, days, editions(articles), notes, told_at, refused, recalled(kept), around)
    typed = by_topic(telling, words, topics, others, principals(telling, topics)["officer"])
    said = {
        **with_deaths(typed, telling, words, topics, others.others),
        **stands(telling, sides(kept), words, topics, others, rejected(kept)),
    }
    names = named(telling, words, topics, others.others)
    speaks = {agent: of_agent.get(known) for agent, known in whose.roster.aka.items()}
    kept_back = withheld(telling, words, speaks, asked_of(telling, asked(kept), topics, others))
    given = disclosures(said, names, kept_back, harmed(telling, topics), first_named(kept, topics))
    known = frozenset(f"@{i}" for i, a in whose.roster.agents.items() if is_name(a.name))
    here = [s for s in stating.senses if s.claim.id not in others.others]
    framed = frames(here, topics, the_person(telling, topics))
    asserted = [f for f in framed if f.claim.modality in ASSERTED and f.claim.id not in back]
    opposed = (
        *wounds(asserted, words, topics),
        *oppositions(stating.senses, words, back, known, framed),
        *spelled([s.claim for s in here], words, whose.roster),
    )
    who_says = {c: each[0].support.chain[-1] for c, each in ways.items() if c not in others.others}
    put_right = [(a, b) for a, b in replaced(kept, notes, exact) if {a.id, b.id} <= set(ways)]
    disputed = [*set_against(kept, who_says, put_right, words)]
    compared = comparisons(said, given, opposed, topics, disputed)
    undone = withdrawn(stating.whole, claims, exact, speakers, topics) if exact else {}
    taking = {c: _undoing(words, claims[n]) for c, n in undone.items()}
    assessor = Assessor(
        web=stating.web,
        claims=claims,
        traces=ways,
        components=component,
        clashes=clashing(compared.clashes),
        days=days,
        withdrawn=undone,
        narrators=frozenset(whose.roster.narrators.values()),
        display=whose.display,
    )
    assessed = tuple(assessor.proposition(p) for p in grouped)
    return _Said(
        telling=telling,
        told=told,
        origins=tuple(replace(o, component=of.get(o.id)) for o in web.origins.values()),
        components=components,
        people=topics.people,
        propositions=titled(grouped, claims, kept),
        comparisons=compared.comparisons,
        assessed=assessed,
        topical=tuple(replace(assessor, web=web).topic(c) for c in compared.comparisons),
        details=stating.details,
        detailed=tuple(assessor.detail(d) for d in stating.details),
        refinements=refinements(grouped, stating.senses, stating.details),
        courses=courses(said, given, taking, topics),
        overall=replace(assessor, web=web).overall(told, assessed),
        web=stating.web,
        asked=frozenset(field for one in kept_back for field in one.fields),
    )


def _words(kept: Sequence[Reading], ways: Mapping[str, Sequence[Trace]], whose: _Whose) -> Words:
    return Words(
        ways=ways,
        attributions={a.id: a for r in kept for a in r.attributions},
        texts={r.document.id: r.document.text for r in kept},
        roster=whose.roster,
        web=whose.web,
        decisions=whose.decisions,
    )


def _undoing(words: Whose, claim: Claim) -> Said:
    """A claim of a correction, by which another is taken back."""
    value = next(iter(claim.values), Value(field="withdrawn", value=claim.spans[0].exact, span=claim.spans[0]))
    return words.said(claim, value)


def _voices(told: Sequence[Trace], narrators: frozenset[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a for t in told for a in t.support.chain if a not in narrators))


def _speakers(trace: Trace, claim: Claim, roster: Roster) -> tuple[str, ...]:
    """The publisher in whose document a claim stands, and all who say it there."""
    chain = trace.support.chain
    return (roster.publishes.get(claim.document) or roster.agents[chain[0]].name, *chain[1:])


GUNFIRE = re.compile(r"(?i)\b(?:shot|shootings?|gunfire|gun ?shots?|opened fire)\b")
"""Words of a shooting, where somebody was hurt."""


def _book(readings: Sequence[Reading], keys: frozenset[str], table: Organisations) -> Codebook | None:
    """The codebook for what seems to have happened: force by officers, else a shooting, else none. A force that only
    investigates a shooting used none."""
    bodies = [table.get(key) for key in keys]
    told = {v.field for r in readings for c in r.claims for v in c.values}
    harmed_ones = not told.isdisjoint({"killed", "injured", "injury"})
    fired = harmed_ones and any(GUNFIRE.search(s.exact) for r in readings for c in r.claims for s in c.spans)
    shot = fired or not told.isdisjoint({"shot", "shots"})
    armed = any(body and body.kind in {*ARMED, "law enforcement"} for body in bodies)
    if armed and ("force" in told or not shot):
        return load_codebook("use_of_force")
    return load_codebook("shooting") if shot else None


def _components(groups: Sequence[Sequence[str]], web: Web, display: Display) -> tuple[Component, ...]:
    found: dict[str, Component] = {}
    for group in groups:
        origins = [web.origins[o] for o in group]
        top = display.top(origins)
        name = display.organisations.name(top) if top else display.component(origins)
        ident = _slug(top or name)
        if ident in found or not ident:
            ident = f"{ident}-{identify('component', *group)[-6:]}".strip("-")
        found[ident] = Component(
            id=ident,
            name=name,
            origins=tuple(group),
            agents=tuple(dict.fromkeys(o.agent for o in origins if o.agent)),
            interested=any(o.interested for o in origins),
        )
    return tuple(found.values())


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.casefold()).split())
