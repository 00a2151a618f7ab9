"""What is stated, and on how many independent words: propositions and details told apart by origins, and the ties
between origins that show only in what they say alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.model import Attribution, Claim, CueType, Dependence, Detail, Proposition, Reason
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.judgements import Decisions
from sayso.reconcile.origins.chains import Trace
from sayso.reconcile.origins.components import Web
from sayso.reconcile.origins.dependences import refused
from sayso.reconcile.statements.borne import Ends, apart
from sayso.reconcile.statements.details import details
from sayso.reconcile.statements.echoes import Heard, echoes, to_officials
from sayso.reconcile.statements.propositions import Sense, propositions, sense, without
from sayso.reconcile.statements.topics import Topics

STATISTIC = re.compile(
    r"(?i)\bnation(?:wide|ally)\b|\bstatewide\b|\d ?(?:%|percent)|\bsame period\b|\b(?:so far|earlier) this year\b"
)
"""Words of a sentence that counts what happened in many places."""
MOST = 4
"""Claims of one origin with one detail that are held against those of another."""


@dataclass(frozen=True, slots=True)
class Words:
    """Whose word claims are, as the chains alone tell: `ways` by claim, `attributions` and `texts` of
    documents by id, and the ties so far."""

    ways: Mapping[str, Sequence[Trace]]
    attributions: Mapping[str, Attribution]
    texts: Mapping[str, str]
    roster: Roster
    web: Web
    decisions: Decisions

    def origin(self, claim: str) -> str | None:
        """Where a claim ends; None where nobody is credited."""
        ident = self.ways[claim][0].support.origin
        return ident if self.web.origins[ident].agent else None

    def weak(self, claim: Claim) -> bool:
        """Whether a claim is too little to bear another's out: its sentence credits nobody itself, tells what is
        thought or remembered, or counts what happened elsewhere too."""
        attribution = self.attributions.get(claim.attribution or "")
        thought = attribution is not None and attribution.cue_type is CueType.BELIEVES
        if thought or self.ways[claim.id][0].support.carried:
            return True
        text, at = self.texts[claim.document], claim.spans[0].start
        start = max(text.rfind("\n", 0, at), text.rfind(". ", 0, at))
        ends = [end for mark in ("\n", ". ") if (end := text.find(mark, claim.spans[-1].end)) >= 0]
        return STATISTIC.search(text, start + 1, min(ends, default=len(text))) is not None

    def credited(self) -> Mapping[str, str]:
        """The longest words that credit each agent."""
        found: dict[str, str] = {}
        for attribution in self.attributions.values():
            agent = self.roster.aka.get(attribution.agent or "")
            told = " ".join(s.exact for s in attribution.source)
            if agent and len(told) > len(found.get(agent, "")):
                found[agent] = told
        return found

    def heard(self, claims: Iterable[str]) -> Heard:
        """What echoes are heard in."""
        return Heard(
            origins=self.web.origins,
            ends={c: self.ways[c][0].support.origin for c in claims},
            attributions=self.attributions,
            texts=self.texts,
            roster=self.roster,
            credited=self.credited(),
            to_officials=to_officials(self.attributions.values(), self.roster),
            one=self.tied,
            tied=self.may_be_one().together,
        )

    def may_be_one(self) -> Clusters[str]:
        """The origins that may be one by the ties so far. Two bodies of one city are two that may answer to one."""
        ties: Clusters[str] = Clusters()
        for edge in self.web.dependences:
            if not edge.claims and (edge.certain or edge.reason is not Reason.PART_OF):
                ties.join(edge.a, edge.b)
        return ties

    def tied(self, a: Claim, b: Claim) -> bool:
        """Whether two claims have one origin."""
        return self.web.one(self.ways[a.id][0].support, self.ways[b.id][0].support)

    def unjudged(self) -> Words:
        """The same without the links that people have made: what is said is not for them to change."""
        edges = [e for e in self.web.dependences if e.reason is not Reason.JUDGED]
        return replace(self, web=Web(self.web.origins, edges))


@dataclass(frozen=True, slots=True)
class Statements:
    """Propositions and details, and all ties between origins. `senses` are what claims are compared by, `whole` the
    propositions as they are by their words alone, with what is left out of the others."""

    senses: tuple[Sense, ...]
    whole: tuple[Proposition, ...]
    propositions: tuple[Proposition, ...]
    details: tuple[Detail, ...]
    web: Web


def statements(
    claims: Sequence[Claim],
    left_out: frozenset[str],
    words: Words,
    topics: Topics,
    person: str | None,
    elsewhere: frozenset[str],
) -> Statements:
    """What these claims state. `left_out` is grouped with the rest, and then taken out; `person` is the one whom a
    description means in a detail; `elsewhere` are claims of other incidents."""
    denied = frozenset(c for c, each in words.ways.items() if each[0].denies)
    senses = tuple(sense(claim, topics, denied=claim.id in denied) for claim in claims)
    whole = propositions(senses, denied, topics)
    by_id = {c.id: c for c in claims}
    base = words.unjudged()
    stands = {ident: base.web.certain(origin) if (origin := words.origin(ident)) else None for ident in by_id}
    known = frozenset(f"@{i}" for i, a in words.roster.agents.items() if is_name(a.name))
    kept = [p for p in (without(p, left_out, by_id) for p in whole) if p]
    borne = apart(kept, senses, Ends(stands, base.tied, words.weak, known), topics)
    telling = [c for c in claims if c.id not in left_out]
    within = details(telling, replace(topics, person=person), elsewhere, stands, words.weak)
    subjects = [(p.claims, borne.pairs[p.id]) for p in borne.propositions]
    subjects += [(tuple(a.claim for a in d.accounts), tuple(_pairs(d, by_id, stands))) for d in within]
    alike = [subject for subject in subjects if subject[1]]
    web = words.web
    if alike:
        edges = (*web.dependences, *_allowed(echoes(alike, words.heard(by_id)), words))
        web = Web(web.origins, edges)
    return Statements(senses, whole, borne.propositions, within, web)


def _pairs(
    detail: Detail, claims: Mapping[str, Claim], stands: Mapping[str, str | None]
) -> Iterator[tuple[Claim, Claim]]:
    by: dict[str, list[str]] = {}
    for ident in dict.fromkeys(a.claim for a in detail.accounts):
        origin = stands[ident]
        if origin is not None:
            by.setdefault(origin, []).append(ident)
    for a, b in combinations(by.values(), 2):
        yield from ((claims[x], claims[y]) for x in a[:MOST] for y in b[:MOST])


def _allowed(edges: Sequence[Dependence], words: Words) -> Iterator[Dependence]:
    agents = {ident: o.agent for ident, o in words.web.origins.items()}
    return (e for e in edges if not refused(e, agents, words.decisions))
