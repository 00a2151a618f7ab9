"""Agents across documents: who is the same, what each belongs to, and whose voice each document is.

Merging is edges between the readings' agents, never a rewrite: `Roster.aka` keeps every reading's agent. Unnamed
sources and groups stay apart by document, since two documents' "a source" may be two people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Agent, AgentKind, Reading, identify
from sayso.reconcile.agents.apposed import told_beside
from sayso.reconcile.agents.coordinated import first_of
from sayso.reconcile.agents.credits import credited
from sayso.reconcile.agents.filings import Filing, filing
from sayso.reconcile.agents.generics import generic, is_recording, is_thing
from sayso.reconcile.agents.homes import Home, homes
from sayso.reconcile.agents.introduced import introduced
from sayso.reconcile.agents.mistaken import Known, corrected
from sayso.reconcile.agents.names import fuller, is_name
from sayso.reconcile.agents.organisations import Organisations, is_acronym, plain_name
from sayso.reconcile.agents.persons import Bearer, unite
from sayso.reconcile.agents.recordings import same, shown
from sayso.reconcile.agents.relations import related
from sayso.reconcile.agents.scenes import Scene, publishing
from sayso.reconcile.agents.taken_up import taken_up
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.judgements import Decisions, pairs

SUIT = re.compile(r"(?i)^(?!.*criminal).*\b(?:lawsuit|suit|complaint)$")
DETERMINED = re.compile(r"^(?:the|those|these|this|that) ")
SUES = re.compile(r"\b(?:lawsuit|sued|sues|suing|civil complaint)\b")


@dataclass(frozen=True, slots=True)
class Roster:
    """The dossier's agents by id; `aka` from readings' agents to them; each document's narrator; agents' homes.

    `publishes` names, by document, the institution whose own words the document is; `relays` the outlet or wire whose
    reporting it passes on; `filings` has the documents that are complaints, by document; `recordings`, by
    claim, the recording that its speaker tells of.
    """

    agents: Mapping[str, Agent]
    aka: Mapping[str, str]
    narrators: Mapping[str, str]
    publishes: Mapping[str, str]
    homes: Mapping[str, tuple[Home, ...]]
    relays: Mapping[str, str] = field(default_factory=dict)
    filings: Mapping[str, Filing] = field(default_factory=dict)
    recordings: Mapping[str, str] = field(default_factory=dict)

    def institution(self, agent: str) -> str | None:
        """The key of the institution that an agent is."""
        return next((home.key for home in self.homes.get(agent, ()) if home.itself), None)


@dataclass(frozen=True, slots=True)
class _Node:
    agent: Agent
    document: str
    homes: tuple[Home, ...]
    sues: bool  # whether the document speaks of a lawsuit, so that "the complaint" is that one


def gather(
    readings: Sequence[Reading],
    scenes: Mapping[str, Scene],
    organisations: Organisations,
    decisions: Decisions,
    short: Mapping[str, str],
) -> Roster:
    """The agents of these readings, together. `readings` are in their order, without copies; `short` as in `scene`."""
    known = Known.of(readings)
    beside = {ident: agent for r in readings for ident, agent in told_beside(r, organisations).items()}
    sues = {r.document.id: SUES.search(r.document.text) is not None for r in readings}
    nodes = {
        agent.id: _Node(
            (told := first_of(corrected(beside.get(agent.id, agent), known))),
            r.document.id,
            homes(told, scenes[r.document.id], organisations, short),
            sues[r.document.id],
        )
        for r in readings
        for agent in r.agents
    }
    nodes |= _settled(readings, nodes, scenes, organisations, short)
    nodes |= _told_by_their_own(readings, nodes, organisations)
    told_one = [pair for r in readings for pair in (*introduced(r), *taken_up(r), *same(r.agents, r.document.id))]
    told_one += related(readings)
    first = _united(nodes, told_one, decisions=Decisions(), members={})
    if decisions.merges or decisions.splits:
        named = {_identity(group, nodes): tuple(n for n in group if n in nodes) for group in first.groups()}
        first = _united(nodes, told_one, decisions=decisions, members=named)
    agents: dict[str, Agent] = {}
    aka: dict[str, str] = {}
    found: dict[str, tuple[Home, ...]] = {}
    order = {agent: i for i, agent in enumerate(nodes)}
    for group in first.groups():
        members = sorted((n for n in group if n in nodes), key=order.__getitem__)
        if not members:
            continue
        ident = _identity(group, nodes)
        if ident in agents:
            ident = identify("agent", ident, min(members))
        agents[ident] = _agent(ident, [nodes[m] for m in members], organisations)
        aka |= dict.fromkeys(members, ident)
        found[ident] = _homes([nodes[m] for m in members])
    return _with_voices(Roster(agents, aka, {}, {}, found), readings, organisations)


def _settled(
    readings: Sequence[Reading],
    nodes: Mapping[str, _Node],
    scenes: Mapping[str, Scene],
    organisations: Organisations,
    short: Mapping[str, str],
) -> dict[str, _Node]:
    """What a description leaves open is settled where its document speaks of one such body alone, in whatever words:
    of "an affidavit" beside "the sheriff's office"."""
    found: dict[str, _Node] = {}
    for reading in readings:
        here = [nodes[a.id] for a in reading.agents if a.is_source]
        unsure = [n for n in here if n.homes and not any(h.certain for h in n.homes)]
        if not unsure:
            continue
        scene = scenes[reading.document.id]
        spoken = Counter(h.key for n in here for h in n.homes if h.certain and h.key in scene.kinds)
        told = replace(scene, counts=Counter(scene.counts) + spoken)
        for node in unsure:
            again = homes(node.agent, told, organisations, short)
            if any(h.certain for h in again):
                found[node.agent.id] = replace(node, homes=again)
    return found


def _told_by_their_own(
    readings: Sequence[Reading], nodes: Mapping[str, _Node], organisations: Organisations
) -> dict[str, _Node]:
    """ "Investigators believe …, the sheriff said": of the bodies that they may be of, the one whose people tell it."""
    found: dict[str, _Node] = {}
    for reading in readings:
        attributions = {a.id: a for a in reading.attributions}
        for attribution in reading.attributions:
            node = nodes.get(attribution.agent or "")
            outer = attributions.get(attribution.parent or "")
            teller = nodes.get(outer.agent or "") if outer else None
            if node is None or teller is None or any(h.certain for h in node.homes):
                continue
            told = {h.key for h in teller.homes if h.certain}
            fits = [h for h in node.homes if h.key in told]
            if len(fits) == 1 and not is_recording(node.agent.name):
                note = f"“{node.agent.name}”, in the words of its own, is of {organisations.name(fits[0].key)}"
                found[node.agent.id] = replace(node, homes=(replace(fits[0], certain=True, note=note),))
    return found


def _united(
    nodes: Mapping[str, _Node],
    known: Sequence[tuple[str, str]],
    *,
    decisions: Decisions,
    members: Mapping[str, tuple[str, ...]],
) -> Clusters[str]:
    clusters: Clusters[str] = Clusters(nodes)
    for judgement in decisions.splits:
        for a, b in pairs(judgement, members):
            if a in nodes and b in nodes:
                clusters.part(a, b)
    for judgement in decisions.merges:
        for a, b in pairs(judgement, members):
            if a in nodes and b in nodes:
                clusters.join(a, b)
    for a, b in known:
        clusters.join(a, b)
    bearers = []
    for ident, node in nodes.items():
        key = _key(node)
        if key:
            clusters.join(ident, key)
        if node.agent.kind is AgentKind.PERSON and is_name(node.agent.name):
            bearers.append(Bearer(node.agent, node.document))
    unite(bearers, clusters)
    return clusters


def _key(node: _Node) -> str | None:
    """What it shares with all others that are the same: an institution, a name, or a description in one document."""
    agent = node.agent
    home = next((h for h in node.homes if h.itself and h.certain), None)
    if home:
        return f"organisation:{home.key}"
    if agent.kind is AgentKind.PUBLISHER or (agent.kind is AgentKind.ORGANISATION and is_name(agent.name)):
        # Acronyms keep their capitals, so that "WHO" and "Who" stay apart.
        return f"name:{agent.name if is_acronym(agent.name) else plain_name(agent.name)}"
    if SUIT.search(agent.name) and not is_name(agent.name) and node.sues:
        return f"own:{node.document}:suit"
    meaning = generic(agent.name) if not is_name(agent.name) else None
    if meaning and meaning.body and agent.kind is not AgentKind.UNNAMED:
        return f"own:{node.document}:{meaning.kinds[0][0]}"
    if agent.kind is AgentKind.GROUP or (
        agent.kind is AgentKind.UNNAMED and is_thing(agent.name) and not is_recording(agent.name)
    ):
        return f"own:{node.document}:{DETERMINED.sub('', plain_name(agent.name))}"
    return None


def _identity(group: Sequence[str], nodes: Mapping[str, _Node]) -> str:
    """An id that the same cluster has in every run: by what it is called where that is a name, else by its members."""
    key = next((n for n in sorted(group) if n.startswith(("organisation:", "name:"))), None)
    if key:
        return identify("agent", key)
    members = [nodes[n] for n in group if n in nodes]
    names = [m.agent.name for m in members if m.agent.kind is AgentKind.PERSON and is_name(m.agent.name)]
    if names:
        best = names[0]
        for name in names[1:]:
            best = fuller(best, name)
        return identify("agent", "person", plain_name(best))
    return identify("agent", *sorted({m.agent.id for m in members}))


def _agent(ident: str, members: Sequence[_Node], organisations: Organisations) -> Agent:
    key = next((h.key for m in members for h in m.homes if h.itself), None)
    body = organisations.get(key) if key else None
    names = list(dict.fromkeys(name for m in members for name in (m.agent.name, *m.agent.aliases)))
    kinds = [m.agent.kind for m in members]
    if body and not body.local:
        name = body.name
    elif body:
        told = [n for n in names if (found := organisations.named(n)) and found.key == key]
        name = max(told, key=lambda n: (len(n), n)) if told else body.name
    else:
        proper = [m.agent.name for m in members if is_name(m.agent.name)] or [m.agent.name for m in members]
        name = proper[0]
        for other in proper[1:]:
            name = fuller(name, other)
    return Agent(
        id=ident,
        name=name,
        kind=AgentKind.ORGANISATION if body else min(kinds, key=lambda k: (-kinds.count(k), k)),
        aliases=tuple(sorted({n for n in names if n != name}, key=lambda n: (-len(n), n))),
        role=next((m.agent.role for m in members if m.agent.role), None),
        affiliation=next((m.agent.affiliation for m in members if m.agent.affiliation), None),
        mentions=tuple(dict.fromkeys(mention for m in members for mention in m.agent.mentions)),
        is_source=any(m.agent.is_source for m in members),
    )


def _homes(members: Sequence[_Node]) -> tuple[Home, ...]:
    told = list(dict.fromkeys(home for m in members for home in m.homes))
    certain = {h.key: h for h in reversed(told) if h.certain}
    itself = {h.key: h for h in reversed(told) if h.itself}
    if itself:
        return tuple(itself.values())
    # One document that says where somebody belongs settles what another leaves open.
    return tuple(certain.values()) or tuple({h.key: h for h in reversed(told)}.values())


def _recordings(readings: Sequence[Reading], agents: Mapping[str, Agent]) -> dict[str, Agent]:
    """By claim, the recording that somebody tells the content of: one that is known by the same words, or a new one."""
    known = {plain_name(a.name): a for a in agents.values() if is_recording(a.name)}
    found: dict[str, Agent] = {}
    for reading in readings:
        for claim, span in shown(reading).items():
            name = plain_name(span.exact)
            new = Agent(
                id=identify("agent", "recording", span.document, name),
                name=span.exact,
                kind=AgentKind.UNNAMED,
                role="video",
            )
            found[claim] = known.setdefault(name, new)
    return found


def _with_voices(roster: Roster, readings: Sequence[Reading], organisations: Organisations) -> Roster:
    agents, found = dict(roster.agents), dict(roster.homes)
    narrators: dict[str, str] = {}
    publishes: dict[str, str] = {}
    relays: dict[str, str] = {}
    filings: dict[str, Filing] = {}
    recordings = _recordings(readings, agents)
    agents |= {agent.id: agent for agent in recordings.values()}
    for reading in readings:
        document = reading.document
        narrator = identify("agent", "narrator", document.id)
        narrators[document.id] = narrator
        agents[narrator] = Agent(
            id=narrator,
            name=document.publisher or document.name,
            kind=AgentKind.PUBLISHER,
            role="the article’s own voice",
            affiliation=document.publisher,
        )
        body = publishing(reading, organisations)
        complaint = filing(document)
        if complaint:
            filings[document.id] = complaint
            agents[complaint.agent.id] = complaint.agent
            publishes[document.id] = complaint.agent.id
        elif body:
            ident = identify("agent", f"organisation:{body.key}")
            agents.setdefault(
                ident,
                Agent(
                    id=ident, name=body.name, kind=AgentKind.ORGANISATION, aliases=(document.publisher or body.name,)
                ),
            )
            found.setdefault(ident, (Home(body.key, itself=True, certain=True, note=f"{body.name} publishes it"),))
            publishes[document.id] = ident
        elif wire := credited(document):
            ident = identify("agent", f"name:{plain_name(wire)}")
            agents.setdefault(ident, Agent(id=ident, name=wire, kind=AgentKind.ORGANISATION, role="news agency"))
            relays[document.id] = ident
    return Roster(
        agents, roster.aka, narrators, publishes, found, relays, filings, {c: a.id for c, a in recordings.items()}
    )
