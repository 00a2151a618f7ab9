"""Why two origins are not independent: the edges, each with its reason, in plain words, and the spans that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.model import Attribution, Claim, Dependence, Origin, Reason, Span
from sayso.reconcile.agents.filings import filed
from sayso.reconcile.agents.generics import is_thing
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.copies import Passage, edited, passages
from sayso.reconcile.judgements import Decisions
from sayso.reconcile.origins.ground import Ground, called
from sayso.reconcile.origins.groups import members
from sayso.reconcile.origins.joint import joint
from sayso.reconcile.origins.makers import made
from sayso.reconcile.origins.papers import papers
from sayso.reconcile.origins.possible import possible
from sayso.reconcile.origins.represented import represented
from sayso.reconcile.words import content

__all__ = ["Ground", "dependences", "refused"]

REPEATED = 0.7
"""The share of their words that a claim of an edited passage and the one it repeats have in common."""


def dependences(ground: Ground) -> tuple[Dependence, ...]:
    """All edges, in a fixed order; one an ordered pair, reason and certainty; none that a person has rejected."""
    namings = ground.namings()
    edges = [
        *_same_agent(ground, namings),
        *_institutions(ground, namings),
        *represented(ground, namings),
        *members(ground, namings),
        *papers(ground, namings),
        *filed(tuple(ground.roster.filings.values()), ground.roster.agents, ground.first()),
        *possible(ground, namings),
        *_confirmed(ground),
        *joint(ground, namings),
        *made(ground.readings, ground.roster, ground.stated(), namings),
        *_copied(ground),
        *_judged(ground),
    ]
    edges += _needed(_relayed(ground), edges)
    merged: dict[tuple[str, str, Reason, bool], Dependence] = {}
    for edge in edges:
        if edge.a == edge.b:
            continue
        # Where only some claims are tied, the first end is the one that rests on the other.
        a, b = (edge.a, edge.b) if edge.claims else sorted((edge.a, edge.b))
        key = (a, b, edge.reason, edge.certain)
        old = merged.get(key)
        merged[key] = Dependence(
            a=a,
            b=b,
            reason=edge.reason,
            note=old.note if old else edge.note,
            evidence=_joined(old.evidence if old else (), edge.evidence),
            certain=edge.certain,
            claims=() if old and not old.claims else _joined(old.claims if old else (), edge.claims),
        )
    agents = {o.id: o.agent for o in ground.traced.origins}
    return tuple(e for _, e in sorted(merged.items()) if not refused(e, agents, ground.decisions))


def _needed(relayed: Iterable[Dependence], edges: Sequence[Dependence]) -> list[Dependence]:
    """Those of being heard through another that no certain edge for all claims makes superfluous."""
    whole: Clusters[str] = Clusters()
    for edge in edges:
        if edge.certain and not edge.claims:
            whole.join(edge.a, edge.b)
    return [e for e in relayed if not whole.together(e.a, e.b)]


def _joined(a: tuple[object, ...], b: tuple[object, ...]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys((*a, *b)))


def refused(edge: Dependence, agents: Mapping[str, str | None], decisions: Decisions) -> bool:
    """Whether a person has rejected an edge, or the link between its ends."""
    if edge.reason is Reason.JUDGED or not (decisions.rejected or decisions.unlinked):
        return False
    pairs = {frozenset({edge.a, edge.b}), frozenset({agents[edge.a] or "", agents[edge.b] or ""})}
    return edge.id in decisions.rejected or bool(pairs & decisions.unlinked)


def _same_agent(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    first: dict[str, Origin] = {}
    for origin in ground.stated():
        other = first.setdefault(origin.agent or "", origin)
        if other is not origin:
            name = ground.agent(origin).name
            note = f"{name} speaks both times ({other.basis.value}, {origin.basis.value})"
            evidence = namings.get(origin.agent or "", ())
            yield Dependence(a=other.id, b=origin.id, reason=Reason.SAME_AGENT, note=note, evidence=evidence)


def _institutions(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """One who speaks for an institution is tied to it, or to the first other who does; institutions to each other."""
    heads: dict[str, Origin] = {}
    members: dict[str, list[tuple[Origin, str]]] = {}
    for origin in ground.stated():
        for home in ground.roster.homes.get(origin.agent or "", ()):
            if home.certain and home.itself:
                heads.setdefault(home.key, origin)
            elif home.certain:
                members.setdefault(home.key, []).append((origin, home.note))
    for key, told in members.items():
        head = heads.setdefault(key, told[0][0])
        for origin, note in told:
            if origin is not head:
                evidence = namings.get(origin.agent or "", ())
                yield Dependence(a=origin.id, b=head.id, reason=Reason.SPEAKS_FOR, note=note, evidence=evidence)
    keys = sorted(heads)
    for i, a in enumerate(keys):
        for b in keys[i + 1 :]:
            tie = ground.organisations.tie(a, b, ground.on)
            if tie:
                note, certain = tie
                # The table says how they belong together; the spans show that the documents speak of both.
                evidence = (*namings.get(heads[a].agent or "", ()), *namings.get(heads[b].agent or "", ()))
                yield Dependence(
                    a=heads[a].id,
                    b=heads[b].id,
                    reason=Reason.PART_OF,
                    note=note,
                    evidence=evidence,
                    certain=certain,
                )


def _relayed(ground: Ground) -> Iterator[Dependence]:
    """A source that is reached through another ("police said witnesses told them") rests on both, for that claim."""
    by_agent: dict[str, Origin] = {}
    origins = {o.id: o for o in ground.stated()}
    for origin in origins.values():
        by_agent.setdefault(origin.agent or "", origin)
    spans = {a.id: a for r in ground.readings for a in r.attributions}
    for trace in ground.traced.traces:
        inner = trace.support.chain[-1]
        for outer in trace.support.chain[1:-1]:
            told, via = by_agent.get(inner), by_agent.get(outer)
            if told is None or via is None or told.id == via.id or trace.confirmed:
                continue
            if any(home.certain for home in ground.roster.homes.get(inner, ())):
                # What somebody says of an institution does not make the institution depend on them.
                continue
            end = origins.get(trace.support.origin, told)
            note = f"{called(ground.agent(told))} is heard, for this, only through {called(ground.agent(via))}"
            evidence = tuple(
                s for a in trace.support.attributions if a in spans for s in (*spans[a].source, *spans[a].cue)
            )
            yield Dependence(
                a=end.id,
                b=via.id,
                reason=Reason.CONFIRMS,
                note=note,
                evidence=evidence,
                claims=(trace.support.claim,),
                certain=is_thing(ground.agent(told).name) and _institutional(via, ground),
            )


def _institutional(origin: Origin, ground: Ground) -> bool:
    """Whether an origin is or speaks for an institution: what it says that its own papers show is its own word."""
    return any(home.certain for home in ground.roster.homes.get(origin.agent or "", ()))


def _confirmed(ground: Ground) -> Iterator[Dependence]:
    by_claim: dict[str, list[str]] = {}
    for trace in ground.traced.traces:
        if not trace.confirmed:
            by_claim.setdefault(trace.support.claim, []).append(trace.support.origin)
    origins = {o.id: o for o in ground.stated()}
    for trace in ground.traced.traces:
        if not trace.confirmed or trace.denies:
            continue
        for ident in by_claim.get(trace.support.claim, ()):
            if ident in origins:
                a, b = origins[trace.support.origin], origins[ident]
                note = f"{ground.agent(a).name} confirms what {ground.agent(b).name} says; it adds a voice"
                yield Dependence(
                    a=a.id,
                    b=b.id,
                    reason=Reason.CONFIRMS,
                    note=note,
                    evidence=_shown(trace.confirmed),
                    claims=(trace.support.claim,),
                )


def _shown(attribution: Attribution) -> tuple[Span, ...]:
    return (*attribution.source, *attribution.cue, *attribution.content)


def _copied(ground: Ground) -> Iterator[Dependence]:
    """Claims at the same place of a passage that two documents share have one origin, whatever source each credits."""
    claims = {r.document.id: _by_start(r.claims) for r in ground.readings}
    documents = {r.document.id: r.document for r in ground.readings}
    ends = {t.support.claim: t.support.origin for t in ground.traced.traces if not t.confirmed}
    stated = {o.id for o in ground.stated()}
    for passage in (*passages(ground.readings), *edited(ground.readings)):
        later = list(_within(claims[passage.later], passage.later_at))
        if not later:
            continue
        earlier = list(_within(claims[passage.earlier], passage.earlier_at))
        for claim in later:
            match = _counterpart(claim, earlier, passage)
            if match is None:
                continue
            a, b = ends.get(claim.id), ends.get(match.id)
            if a and b and a != b and {a, b} <= stated:
                evidence = (
                    documents[passage.earlier].span(*passage.earlier_at),
                    documents[passage.later].span(*passage.later_at),
                )
                how = "has" if passage.word_for_word else "has, lightly edited,"
                note = f"{documents[passage.later].name} {how} the words of {documents[passage.earlier].name}"
                yield Dependence(
                    a=a, b=b, reason=Reason.COPY, note=note, evidence=evidence, claims=(claim.id, match.id)
                )


def _counterpart(claim: Claim, earlier: Sequence[Claim], passage: Passage) -> Claim | None:
    """The claim of the earlier document that a claim of a copied passage repeats."""
    if passage.word_for_word:
        # The two stretches may differ in white space and punctuation by a few characters.
        at = claim.spans[0].start - passage.later_at[0] + passage.earlier_at[0]
        match = min(earlier, key=lambda c: abs(c.spans[0].start - at), default=None)
        return match if match is not None and abs(match.spans[0].start - at) <= 20 else None
    words = content(" ".join(s.exact for s in claim.spans))

    def shared(other: Claim) -> float:
        told = content(" ".join(s.exact for s in other.spans))
        return len(words & told) / max(len(words), len(told), 1)

    best = max(earlier, key=shared, default=None)
    return best if best is not None and shared(best) >= REPEATED else None


def _by_start(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda c: c.spans[0].start)


def _within(claims: Sequence[Claim], at: tuple[int, int]) -> Iterator[Claim]:
    for claim in claims:
        if claim.spans[0].start >= at[1]:
            return
        size = sum(s.end - s.start for s in claim.spans)
        shared = sum(max(0, min(s.end, at[1]) - max(s.start, at[0])) for s in claim.spans)
        if 5 * shared >= 4 * size:
            yield claim


def _judged(ground: Ground) -> Iterator[Dependence]:
    by_agent: dict[str, list[Origin]] = {}
    for origin in ground.stated():
        by_agent.setdefault(origin.agent or "", []).append(origin)
    known = {o.id: o for o in ground.stated()}
    for judgement in ground.decisions.links:
        told: list[Origin] = []
        for subject in judgement.subjects:
            told += [known[subject]] if subject in known else by_agent.get(ground.roster.aka.get(subject, subject), [])
        for a, b in pairwise(told):
            note = judgement.why or f"judged so by {judgement.by}"
            yield Dependence(a=a.id, b=b.id, reason=Reason.JUDGED, note=note)
