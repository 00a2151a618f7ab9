"""Who has it from whom, as a graph: voices, those they have it from, and the origins grouped by component."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from sayso.model import Agent, AgentKind, Basis, Channel, CueType, Dependence, Dossier, Reason, Support
from sayso.report.graph import (
    GROUP_FROM,
    MOST_VOICES,
    OWN_WORD,
    Edge,
    Node,
    SaySo,
    Tie,
    apart,
    grouped,
    own_voices,
    plain,
    reachable,
    uncertain,
)
from sayso.report.index import Index, Word, many
from sayso.report.inert import one_line, shorten

REASONS = {
    Reason.SAME_AGENT: "the same as",
    Reason.PART_OF: "part of",
    Reason.SPEAKS_FOR: "speaks for",
    Reason.CONFIRMS: "confirms",
    Reason.COPY: "wording copied from",
    Reason.JUDGED: "judged one with",
}


def label_of(dependence: Dependence, index: Index) -> str:
    """A dependence in a few words that read from its `a` to its `b`."""
    origin = index.origins.get(dependence.a)
    agent = index.agent(origin.agent) if origin else None
    if dependence.reason is Reason.SPEAKS_FOR and agent is not None:
        if agent.kind is AgentKind.UNNAMED:
            return "a source in"
        if agent.role and agent.kind is AgentKind.PERSON and len(agent.role) <= 60:
            return f"{one_line(agent.role)} of"
    if dependence.reason is Reason.CONFIRMS and "through" in dependence.note:
        return "only through"
    return REASONS[dependence.reason]


def in_words(dependence: Dependence, index: Index) -> str:
    """A dependence as a sentence."""
    dependence = index.oriented(dependence)
    names = [index.name(o.agent) if (o := index.origins.get(key)) else key for key in (dependence.a, dependence.b)]
    sure = "" if dependence.certain else "Perhaps: "
    note = one_line(dependence.note)
    scope = f" (for {many(len(dependence.claims), 'claim')} alone)" if dependence.claims else ""
    return f"{sure}{note or f'{names[0]} · {REASONS[dependence.reason]} · {names[1]}'}{scope}"


def hoisted(dossier: Dossier, index: Index) -> dict[str, Dependence]:
    """The origins that stand before the box, each with the dependence by which it belongs to an origin inside.

    People and unnamed sources who speak for an institution stand before it; institutions stay inside.
    """
    found: dict[str, Dependence] = {}
    for dependence in dossier.dependences:
        if not dependence.certain or dependence.reason is not Reason.SPEAKS_FOR:
            continue
        for a, b in ((dependence.a, dependence.b), (dependence.b, dependence.a)):
            one, other = index.origins.get(a), index.origins.get(b)
            if one is None or other is None or a in found or index.words.get(a) != index.words.get(b):
                continue
            first, second = index.agent(one.agent), index.agent(other.agent)
            if first is None or second is None or b in found:
                continue
            if first.kind is not AgentKind.ORGANISATION and second.kind is AgentKind.ORGANISATION:
                found[a] = dependence if a == dependence.a else replace(dependence, a=a, b=b)
                break
    return found


def _detail(supports: list[Support], index: Index) -> str:
    channels = Counter(s.channel.value for s in supports if s.channel is not Channel.UNSTATED)
    told = ", ".join(name for name, _ in channels.most_common(2))
    documents = {c.document for s in supports if (c := index.claims.get(s.claim))}
    if len(index.documents) > 1 and len(documents) > 1:
        told = f"{told} · {len(documents)} documents" if told else f"{len(documents)} documents"
    return told


class _Graph:
    def __init__(self, dossier: Dossier, index: Index) -> None:
        self.index = index
        self.dossier = dossier
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str | None], Edge] = {}
        self.ties: list[Tie] = []
        self.confirmed: dict[str, str] = {}
        self.seats: dict[tuple[int, str | None], str] = {}
        self.hoisted = hoisted(dossier, index)
        self.component = {o: n for n, (_, group) in enumerate(index.components) for o in group}

    def seat(self, key: str) -> str:
        """The node of an origin inside its box."""
        origin = self.index.origins[key]
        component = self.component[key]
        seat = self.seats.setdefault((component, self.index.aka_of(origin.agent)), f"seat:{key}")
        basis = "" if origin.basis in (Basis.OTHER, Basis.UNSTATED) else origin.basis.value
        self._node(seat, "seat", origin.agent, detail=basis, component=component)
        known = self.nodes[seat]
        if basis not in known.detail:
            self.nodes[seat] = replace(known, detail=f"{known.detail}, {basis}" if known.detail else basis)
        return seat

    def known_seat(self, key: str) -> str:
        """The node that an origin has, or would have."""
        agent = self.index.aka_of(self.index.origins[key].agent)
        return self.seats.get((self.component[key], agent), f"seat:{key}")

    def _node(self, key: str, kind: str, agent: str | None, **more: str | int | None) -> None:
        if key in self.nodes:
            return
        index = self.index
        found = index.agent(agent)
        title = index.name(agent)
        if found and (found.role or found.affiliation):
            title += " (" + ", ".join(one_line(x) for x in (found.role, found.affiliation) if x) + ")"
        component = more.get("component")
        self.nodes[key] = Node(
            key=key,
            kind=kind,
            name=self._called(kind, agent, found),
            detail=str(more.get("detail") or ""),
            title=title,
            style=str(more.get("style") or ""),
            agent=found.id if found else None,
            component=component if isinstance(component, int) else None,
        )  # fmt: skip

    def _called(self, kind: str, agent: str | None, found: Agent | None) -> str:
        if found is None or kind == "between" or found.kind in (AgentKind.UNNAMED, AgentKind.GROUP):
            return self.index.name(agent)
        if found.id in self.index.narrators and len(self.index.documents) > 1:
            return self.index.short(found.id, 80)
        return (
            self.index.name(agent) if kind == "seat" or found.kind is AgentKind.PERSON else self.index.short(agent, 60)
        )

    def _edge(self, source: str, target: str | None, label: str, word: Word, title: str = "") -> None:
        self.edges.setdefault((source, target), Edge(source=source, target=target, label=label, word=word, title=title))

    def trace(self, voice: str, supports: list[Support]) -> None:
        """Adds one voice and every way by which it has what it says."""
        index = self.index
        node = f"voice:{voice}"
        narrator = voice in index.narrators
        detail = _detail(supports, index)
        if narrator and len(index.documents) > 1:
            detail = f"own voice · {detail}" if detail else "own voice"
        self._node(node, "voice", voice, detail=detail, style="own" if narrator else "")
        for support in supports:
            word = index.word(support)
            chain = list(support.chain)
            after = chain[chain.index(voice) + 1 :] if voice in chain else chain[1:]
            origin = index.origins.get(support.origin)
            if origin is None or support.origin not in self.component:
                last = self._through(node, after, word)
                self._edge(last, None, "no source stated" if narrator and last == node else "no basis stated", word)
                continue
            end = index.agent(origin.agent)
            if after and end is not None and index.agent(after[-1]) is end:
                after.pop()
            at = self._through(node, after, word)
            self._land(at, support.origin, word, speaks=voice)

    def _through(self, node: str, chain: list[str], word: Word) -> str:
        for key in dict.fromkeys(chain):
            if f"voice:{key}" == node:
                continue
            self._node(f"between:{key}", "between", key)
            self._edge(node, f"between:{key}", "", word)
            node = f"between:{key}"
        return node

    def _land(self, at: str, key: str, word: Word, *, speaks: str) -> None:
        origin = self.index.origins[key]
        tie = self.hoisted.get(key)
        own = self.index.agent(origin.agent) is self.index.agent(speaks)
        if tie is None:
            words = self.confirming(speaks) if own else ""
            self._edge(at, self.seat(key), (words or OWN_WORD) if own else "", word)
            return
        if not own or at != f"voice:{speaks}":
            between = f"between:{origin.agent}"
            self._node(between, "between", origin.agent)
            if at != between:
                self._edge(at, between, "", word)
            at = between
        self._edge(at, self.seat(tie.b), label_of(tie, self.index), word, in_words(tie, self.index))

    def confirming(self, voice: str) -> str:
        """The words with which a voice confirms what another says."""
        if voice not in self.confirmed:
            self.confirmed[voice] = self._confirming(voice)
        return self.confirmed[voice]

    def _confirming(self, voice: str) -> str:
        for found in self.dossier.attributions:
            if (
                found.confirms
                and found.cue_type is CueType.CONFIRMS
                and found.cue
                and self.index.aka_of(found.agent) == voice
            ):
                document = self.index.documents[found.document]
                spans = sorted((*found.cue, *found.content), key=lambda s: s.start)
                whole = document.text[spans[0].start : spans[-1].end]
                return f"“{shorten(whole if len(whole) <= 36 else found.cue[0].exact, 40)}”"
        return ""

    def bind(self) -> None:
        """Adds the ties between seats."""
        for given in self.dossier.dependences:
            dependence = self.index.oriented(given)
            if dependence.a not in self.component or dependence.b not in self.component:
                continue
            if any(self.hoisted.get(k) in (given, dependence) for k in (dependence.a, dependence.b)):
                continue
            seats = [self.hoisted[k].b if k in self.hoisted else k for k in (dependence.a, dependence.b)]
            if not {self.known_seat(k) for k in seats} & self.nodes.keys():
                continue
            a, b = (self.seat(k) for k in seats)
            if a == b:
                continue
            label = label_of(dependence, self.index)
            title = in_words(dependence, self.index)
            part = dependence.reason is Reason.PART_OF
            self.ties.append(Tie(a=a, b=b, label=label, title=title, certain=dependence.certain, whole=part))


def say_so(dossier: Dossier, index: Index) -> SaySo:
    """The graph of a dossier."""
    graph = _Graph(dossier, index)
    voices: dict[str, list[Support]] = defaultdict(list)
    for support in dossier.supports:
        voices[support.voice].append(support)
    for voice, supports in voices.items():
        graph.trace(voice, supports)
    graph.bind()
    nodes, edges = plain(list(graph.nodes.values()), list(graph.edges.values()), index)
    ties = graph.ties
    nodes, edges = own_voices(nodes, edges)
    words = [word for word, _ in index.components]
    notes = uncertain(nodes, ties, words)
    nodes, edges, lone = apart(nodes, edges, words, notes)
    ties = [t for t in ties if {t.a, t.b} <= {n.key for n in nodes}]
    left_out = 0
    if sum(n.kind == "voice" for n in nodes) > GROUP_FROM:
        nodes, edges = grouped(nodes, edges)
    if sum(n.kind == "voice" for n in nodes) > MOST_VOICES:
        ranked = sorted(voices, key=lambda v: -len(voices[v]))
        kept = {f"voice:{v}" for v in ranked}
        shown = [n.key for n in sorted(nodes, key=lambda n: ranked.index(n.key[6:]) if n.key in kept else 0)]
        shown = [key for key in shown if key.startswith("voice:")][:MOST_VOICES]
        left_out = sum(n.kind == "voice" for n in nodes) - len(shown)
        nodes, edges, ties = reachable(nodes, edges, ties, shown)
    used = sorted({n.component for n in nodes if n.component is not None})
    renumber = {old: new for new, old in enumerate(used)}
    return SaySo(
        nodes=tuple(n if n.component is None else replace(n, component=renumber[n.component]) for n in nodes),
        edges=tuple(edges),
        ties=tuple(ties),
        components=tuple(words[n] for n in used),
        notes=tuple(notes.get(n, "") for n in used),
        lone=lone,
        left_out=left_out,
    )


def ways(graph: SaySo) -> list[str]:
    """The graph as sentences: for each voice, every way by which it has what it says."""
    nodes = {n.key: n for n in graph.nodes}
    onward: dict[str, list[Edge]] = defaultdict(list)
    for edge in graph.edges:
        onward[edge.source].append(edge)

    def told(key: str, seen: frozenset[str]) -> list[str]:
        found = []
        for edge in onward[key]:
            if edge.target is None:
                found.append(edge.label)
            elif edge.target not in seen:
                step = _step(edge, nodes[edge.target])
                rest = told(edge.target, seen | {edge.target})
                found += [f"{step}, {further}" for further in rest] or [step]
        return found

    return [
        f"{node.title or node.name}: {way}"
        for node in graph.nodes
        if node.kind == "voice"
        for way in dict.fromkeys(told(node.key, frozenset({node.key})))
    ] + [f"{one.title}: {OWN_WORD} [{one.word.letter}]" for one in graph.lone]


def _step(edge: Edge, target: Node) -> str:
    """One arrow in words."""
    if target.name == OWN_WORD:
        return f"{OWN_WORD} [{edge.word.letter}]"
    name = f"{target.title or target.name}" + (f" [{edge.word.letter}]" if target.kind == "seat" else "")
    if not edge.label:
        return f"from {name}"
    return f"{edge.label} {name}" if edge.label.endswith((" of", " in", " for")) else f"{edge.label}, {name}"
