"""Readings and judgements to Dossier: whose word it is, how many independent origins, what conflicts, what changed.

`reconcile` is pure: the same readings and judgements, in whatever order, give the same dossier.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.codebooks import Codebook
from sayso.codebooks import load as load_codebook
from sayso.model import (
    NOT_ASSERTING,
    Component,
    Dossier,
    Judgement,
    Modality,
    Origin,
    Reading,
    identify,
)
from sayso.reconcile.agents import gather
from sayso.reconcile.assessments import Assessor
from sayso.reconcile.comparisons import clashing, comparisons
from sayso.reconcile.components import Web
from sayso.reconcile.copies import in_order, without_copies
from sayso.reconcile.corrections import in_notes, taking_back, withdrawn
from sayso.reconcile.dependences import Ground, dependences
from sayso.reconcile.display import Display
from sayso.reconcile.findings import Told, findings
from sayso.reconcile.institutions import ARMED
from sayso.reconcile.judgements import decide
from sayso.reconcile.namings import namings
from sayso.reconcile.organisations import Organisations, default, with_table
from sayso.reconcile.origins import Trace, Tracer
from sayso.reconcile.parties import interested
from sayso.reconcile.people import people
from sayso.reconcile.propositions import propositions
from sayso.reconcile.scenes import acronyms, day, scene
from sayso.reconcile.timeline import timeline
from sayso.reconcile.topics import Topics

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
    kept, copies = without_copies(ordered)
    judged = tuple(sorted(judgements, key=lambda j: (j.at, j.kind, j.subjects, j.by)))
    decisions = decide(judged)
    short = acronyms(kept, table)
    scenes = {r.document.id: scene(r, table, short) for r in kept}
    on = min((s.on for s in scenes.values() if s.on), default=None)

    roster = gather(kept, scenes, table, decisions, short)
    agents, keys = interested(kept, roster, scenes, table)
    tracer = Tracer(roster, table, agents, keys, on, decisions.rejected, {})
    traced = tracer.trace(kept)
    ground = Ground(kept, roster, table, traced, decisions, on)
    edges = dependences(ground)
    web = Web({o.id: o for o in traced.origins}, edges)
    display = Display(roster, table, on)

    notes = in_notes(kept)
    back = taking_back(kept, notes)
    silent = {a.id for r in kept for a in r.attributions if a.cue_type in NOT_ASSERTING}
    ways: dict[str, list[Trace]] = {}
    for trace in traced.traces:
        ways.setdefault(trace.support.claim, []).append(trace)
    claims = tuple(c for r in kept for c in r.claims)
    telling = [c for c in claims if c.id in ways and c.attribution not in silent and c.id not in back]
    told = [t for c in telling for t in ways[c.id]]

    overall = web.count(t.support for t in told)  # who denies is heard too
    components = _components(overall.components, web, display)
    of = {o: c.id for c in components for o in c.origins}
    # An origin that only denies has no support to count; its component is its own.
    alone = {o.id: of.get(o.id) or (o.id if o.agent else None) for o in traced.origins}
    origins = tuple(replace(o, component=of.get(o.id)) for o in traced.origins)
    web = Web({o.id: o for o in origins}, edges)

    book = codebook or _book(kept, keys, table)
    topics = Topics(roster, book, people(kept, roster))
    denied = frozenset(c for c, each in ways.items() if each[0].denies)
    grouped = propositions(telling, denied, topics)
    days = {r.document.id: day(r.document.published_at) for r in kept}
    first = {c: each[0] for c, each in ways.items()}
    least = {o.id: web.least(o.id) for o in origins if o.agent}
    compared = comparisons(telling, first, alone, least, days, notes, topics)
    through = {c: roster.agents[each[0].support.chain[0]].name for c, each in ways.items()}
    taken = withdrawn(kept, back & set(ways), through, topics) if back else frozenset()
    assessor = Assessor(
        web=web,
        claims={c.id: c for c in claims},
        traces=ways,
        components=alone,
        clashes=clashing(compared.clashes),
        days=days,
        withdrawn=taken,
        narrators=frozenset(roster.narrators.values()),
        display=display,
    )
    assessed = tuple(assessor.proposition(p) for p in grouped)
    topical = tuple(assessor.topic(c) for c in compared.comparisons)
    whole = assessor.overall(told, assessed)
    unknowns = tuple(c.id for c in telling if c.modality is Modality.UNKNOWN)
    narrators = set(roster.narrators.values())
    voices = tuple(dict.fromkeys(a for t in told for a in t.support.chain if a not in narrators))
    spoken = frozenset(v.field for c in telling for v in c.values)
    originals = dict(copies)
    return Dossier(
        documents=tuple(r.document for r in ordered),
        attributions=tuple(a for r in kept for a in r.attributions),
        mentions=tuple(m for r in kept for m in r.mentions),
        times=tuple(t for r in kept for t in r.times),
        claims=claims,
        agents=tuple(roster.agents.values()),
        aka=tuple(sorted(roster.aka.items())),
        narrators=tuple(roster.narrators[originals.get(r.document.id, r.document.id)] for r in ordered),
        voices=voices,
        interested=tuple(v for v in voices if _interested(v, origins)),
        origins=origins,
        dependences=edges,
        supports=tuple(t.support for t in traced.traces),
        propositions=grouped,
        assessments=(*assessed, *topical),
        overall=whole,
        comparisons=compared.comparisons,
        unknowns=unknowns,
        silences=book.silences(spoken) if book and telling else (),
        namings=namings(kept, roster, topics.people, agents),
        timeline=timeline(kept),
        findings=findings(
            Told(
                documents=[r.document for r in ordered],
                copies=copies,
                voices=voices,
                traces=told,
                web=web,
                overall=whole,
                propositions=grouped,
                assessments=assessed,
                comparisons=compared.comparisons,
                unknowns=len(unknowns),
                display=display,
            )
        ),
        judgements=judged,
        components=components,
        copies=copies,
    )


def _interested(agent: str, origins: Sequence[Origin]) -> bool:
    return any(o.agent == agent and o.interested for o in origins)


def _book(readings: Sequence[Reading], keys: frozenset[str], table: Organisations) -> Codebook | None:
    """The codebook for what seems to have happened: force by officers, else a shooting, else none."""
    bodies = [table.get(key) for key in keys]
    if any(body and body.kind in {*ARMED, "law enforcement"} for body in bodies):
        return load_codebook("use_of_force")
    shot = any(v.field in {"shot", "shots"} for r in readings for c in r.claims for v in c.values)
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
