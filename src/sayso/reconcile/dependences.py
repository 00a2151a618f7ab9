"""Why two origins are not independent: the edges, each with its reason, in plain words, and the spans that show it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.model import (
    Agent,
    AgentKind,
    Attribution,
    Basis,
    Claim,
    Dependence,
    Origin,
    Reading,
    Reason,
    Span,
)
from sayso.reconcile.agents import Roster
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.copies import Passage, edited, passages
from sayso.reconcile.generics import is_thing
from sayso.reconcile.judgements import Decisions
from sayso.reconcile.makers import made
from sayso.reconcile.names import is_name
from sayso.reconcile.organisations import Organisations
from sayso.reconcile.origins import WITNESS, Traced
from sayso.reconcile.parties import PARTY
from sayso.reconcile.words import content

REPEATED = 0.7
"""The share of their words that a claim of an edited passage and the one it repeats have in common."""


@dataclass(frozen=True, slots=True)
class Ground:
    """All that edges are drawn from."""

    readings: Sequence[Reading]
    roster: Roster
    organisations: Organisations
    traced: Traced
    decisions: Decisions
    on: date | None

    def stated(self) -> list[Origin]:
        """The origins that are somebody."""
        return [o for o in self.traced.origins if o.agent is not None]

    def places(self) -> Mapping[str, frozenset[str]]:
        """By agent, the documents that know them."""
        found: dict[str, set[str]] = {}
        for reading in self.readings:
            for agent in reading.agents:
                found.setdefault(self.roster.aka[agent.id], set()).add(reading.document.id)
        return {agent: frozenset(told) for agent, told in found.items()}

    def agent(self, origin: Origin) -> Agent:
        """Who the origin is."""
        return self.roster.agents[origin.agent or ""]

    def namings(self) -> Mapping[str, tuple[Span, ...]]:
        """By agent, the longest source span that credits them: it shows role and affiliation."""
        found: dict[str, tuple[Span, ...]] = {}
        for reading in self.readings:
            for attribution in reading.attributions:
                told = self.roster.aka.get(attribution.agent or "")
                if told and attribution.source:
                    best = found.get(told)
                    # The longest naming of a source tells most of whom it speaks for.
                    if best is None or len(attribution.source[0].exact) > len(best[0].exact):
                        found[told] = attribution.source
        return found


def dependences(ground: Ground) -> tuple[Dependence, ...]:
    """All edges, in a fixed order; one an ordered pair, reason and certainty; none that a person has rejected."""
    namings = ground.namings()
    edges = [
        *_same_agent(ground),
        *_institutions(ground, namings),
        *_maybe(ground, namings),
        *_collectives(ground, namings),
        *_confirmed(ground),
        *made(ground.readings, ground.roster, ground.stated()),
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
    return tuple(e for _, e in sorted(merged.items()) if not _refused(e, agents, ground.decisions))


def _needed(relayed: Iterable[Dependence], edges: Sequence[Dependence]) -> list[Dependence]:
    """Those of being heard through another that no certain edge for all claims makes superfluous."""
    whole: Clusters[str] = Clusters()
    for edge in edges:
        if edge.certain and not edge.claims:
            whole.join(edge.a, edge.b)
    return [e for e in relayed if not whole.together(e.a, e.b)]


def _joined(a: tuple[object, ...], b: tuple[object, ...]) -> tuple:  # type: ignore[type-arg]
    return tuple(dict.fromkeys((*a, *b)))


def _refused(edge: Dependence, agents: Mapping[str, str | None], decisions: Decisions) -> bool:
    if edge.reason is Reason.JUDGED:
        return False
    pairs = {frozenset({edge.a, edge.b}), frozenset({agents[edge.a] or "", agents[edge.b] or ""})}
    return edge.id in decisions.rejected or bool(pairs & decisions.unlinked)


def _same_agent(ground: Ground) -> Iterator[Dependence]:
    first: dict[str, Origin] = {}
    for origin in ground.stated():
        other = first.setdefault(origin.agent or "", origin)
        if other is not origin:
            name = ground.agent(origin).name
            note = f"{name} speaks both times ({other.basis.value}, {origin.basis.value})"
            yield Dependence(a=other.id, b=origin.id, reason=Reason.SAME_AGENT, note=note)


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
                yield Dependence(a=heads[a].id, b=heads[b].id, reason=Reason.PART_OF, note=note, certain=certain)


def _maybe(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """What an unnamed source may belong to, and that two unnamed sources may be one: these bound the interval alone."""
    by_key: dict[str, Origin] = {}
    for origin in ground.stated():
        for home in ground.roster.homes.get(origin.agent or "", ()):
            if home.certain:
                by_key.setdefault(home.key, origin)
    previous: Origin | None = None
    places = ground.places()
    for origin in ground.stated():
        told = ground.roster.homes.get(origin.agent or "", ())
        if any(home.certain for home in told):
            continue
        evidence = namings.get(origin.agent or "", ())
        for home in told:
            other = by_key.setdefault(home.key, origin)
            yield Dependence(
                a=origin.id, b=other.id, reason=Reason.SPEAKS_FOR, note=home.note, evidence=evidence, certain=False
            )
        agent = ground.agent(origin)
        if agent.kind is AgentKind.UNNAMED and not _known(agent):
            # A reading keeps two sources of one document apart for a reason.
            if previous is not None and not (places[previous.agent or ""] & places[agent.id]):
                note = f"“{ground.agent(previous).name}” and “{agent.name}” may be the same person"
                yield Dependence(
                    a=previous.id,
                    b=origin.id,
                    reason=Reason.SAME_AGENT,
                    note=note,
                    evidence=(*namings.get(previous.agent or "", ()), *evidence),
                    certain=False,
                )
            previous = origin


def _known(agent: Agent) -> bool:
    """Whether a description tells too much for it to be just any source's."""
    return bool(WITNESS.search(agent.name) or PARTY.search(agent.name) or is_thing(agent.name))


def _collectives(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """“Witnesses” and “the family” may hold somebody who also speaks under a name, or in another document."""
    for pattern, what in ((WITNESS, Basis.WITNESS), (PARTY, Basis.PARTY)):
        groups: list[Origin] = []
        named: list[Origin] = []
        for origin in ground.stated():
            agent = ground.agent(origin)
            if ground.roster.homes.get(agent.id):
                continue
            anonymous = agent.kind in {AgentKind.GROUP, AgentKind.UNNAMED} or not is_name(agent.name)
            if anonymous and pattern.search(agent.name):
                groups.append(origin)
            elif agent.kind is AgentKind.PERSON and (origin.basis is what or pattern.search(agent.role or "")):
                named.append(origin)
        for i, group in enumerate(groups):
            for other in (*groups[i + 1 : i + 2], *named):
                note = f"“{ground.agent(group).name}” may be or include {_quoted(ground.agent(other))}"
                evidence = (*namings.get(group.agent or "", ()), *namings.get(other.agent or "", ()))
                yield Dependence(
                    a=group.id, b=other.id, reason=Reason.SAME_AGENT, note=note, evidence=evidence, certain=False
                )


def _quoted(agent: Agent) -> str:
    return agent.name if is_name(agent.name) else f"“{agent.name}”"


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
            note = f"{_quoted(ground.agent(told))} is heard, for this, only through {_quoted(ground.agent(via))}"
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
