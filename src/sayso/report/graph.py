"""The graph of who has it from whom, and how it is made small enough to draw."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from sayso.report.index import Index, Word
from sayso.report.inert import shorten

MOST_VOICES = 40
GROUP_FROM = 24
OWN_WORD = "own word"
LONE_FROM = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box: a voice, somebody in between, or a seat (an origin inside its component's box)."""

    key: str
    kind: str  # "voice", "between", "seat"
    name: str
    detail: str = ""
    title: str = ""
    style: str = ""
    agent: str | None = None
    component: int | None = None  # of seats


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """`source` has it from `target`; no target where no basis is stated."""

    source: str
    target: str | None
    label: str
    word: Word
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two seats of one component, or with `certain` False of two, and why they belong together."""

    a: str
    b: str
    label: str
    title: str
    certain: bool = True
    whole: bool = False  # `a` is a part of `b`


@dataclass(frozen=True, slots=True, kw_only=True)
class Lone:
    """A voice that speaks on its own word alone, and nobody else on that."""

    word: Word
    agent: str | None
    name: str
    title: str
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaySo:
    """The graph; `components` are the words of the boxes, in order. `lone` are not drawn: there is nothing to draw."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ties: tuple[Tie, ...]
    components: tuple[Word, ...]
    notes: tuple[str, ...] = ()  # for each component, with which others it may be one
    lone: tuple[Lone, ...] = ()
    left_out: int = 0  # voices past the most that a drawing holds

    def note(self, component: int) -> str:
        """With which other components one may be one."""
        return self.notes[component] if component < len(self.notes) else ""


def plain(nodes: list[Node], edges: list[Edge], index: Index) -> tuple[list[Node], list[Edge]]:
    """Seats that are alone in their component, without the words that the frame would repeat."""
    alone = Counter(n.component for n in nodes if n.component is not None)
    speaks = {n.key: n.agent for n in nodes}
    into: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        into[edge.target or ""].append(edge)
    made = []
    own: set[str] = set()
    for node in nodes:
        if node.component is None or alone[node.component] > 1:
            made.append(node)
            continue
        detail = node.detail
        if index.components[node.component][0].interested:
            detail = f"{detail} · took part" if detail else "took part"
        name = node.name
        if into[node.key] and all(
            speaks[e.source] == node.agent and e.source.startswith("voice:") for e in into[node.key]
        ):
            name = OWN_WORD
            own.add(node.key)
        made.append(replace(node, name=name, detail=detail))
    return made, [replace(e, label="") if e.target in own else e for e in edges]


def uncertain(nodes: list[Node], ties: list[Tie], words: list[Word]) -> dict[int, str]:
    """For each component, with which others it may be one."""
    place = {n.key: n.component for n in nodes if n.component is not None}
    others: dict[int, set[int]] = defaultdict(set)
    for tie in ties:
        a, b = place.get(tie.a), place.get(tie.b)
        if not tie.certain and a is not None and b is not None and a != b:
            others[a].add(b)
            others[b].add(a)
    return {n: "may be one with " + ", ".join(words[m].letter for m in sorted(told)) for n, told in others.items()}


def apart(
    nodes: list[Node], edges: list[Edge], words: list[Word], notes: dict[int, str]
) -> tuple[list[Node], list[Edge], tuple[Lone, ...]]:
    """Where many voices speak on their own word alone, those by themselves."""
    by_key = {n.key: n for n in nodes}
    out, into = Counter(e.source for e in edges), Counter(e.target for e in edges)
    single = [
        e
        for e in edges
        if e.target is not None
        and by_key[e.target].name == OWN_WORD
        and out[e.source] == into[e.target] == 1
        and by_key[e.source].kind == "voice"
    ]
    if len(single) < LONE_FROM:
        return nodes, edges, ()
    lone = []
    gone: set[str | None] = set()
    for edge in single:
        voice, seat = by_key[edge.source], by_key[edge.target or ""]
        number = seat.component or 0
        told = (*seat.detail.split(" · "), *voice.detail.split(" · "), notes.get(number, ""))
        lone.append(
            Lone(
                word=words[number],
                agent=voice.agent,
                name=voice.name,
                title=voice.title,
                detail=" · ".join(dict.fromkeys(t for t in told if t)),
            )
        )
        gone |= {voice.key, seat.key}
    return (
        [n for n in nodes if n.key not in gone],
        [e for e in edges if e.source not in gone],
        tuple(sorted(lone, key=lambda one: (len(one.word.letter), one.word.letter))),
    )


def own_voices(nodes: list[Node], edges: list[Edge]) -> tuple[list[Node], list[Edge]]:
    """Three or more documents' own voices that credit nobody, in one box."""
    ends: dict[str, set[str | None]] = defaultdict(set)
    for edge in edges:
        ends[edge.source].add(edge.target)
    own = [n for n in nodes if n.style == "own" and ends[n.key] == {None}]
    if len(own) < 3:
        return nodes, edges
    gone = {n.key for n in own[1:]}
    names = [n.name for n in own]
    box = replace(own[0], name=f"{len(own)} documents’ own voices", detail=", ".join(names), title="; ".join(names))
    return (
        [box if n.key == box.key else n for n in nodes if n.key not in gone],
        [e for e in edges if e.source not in gone],
    )


def grouped(nodes: list[Node], edges: list[Edge]) -> tuple[list[Node], list[Edge]]:
    """The voices that lead to the same ends in one box, with their number."""
    out: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        out[edge.source].append(edge)
    alike: dict[tuple[tuple[str | None, str], ...], list[Node]] = defaultdict(list)
    for node in nodes:
        if node.kind == "voice":
            ends = tuple(sorted(((e.target, e.word.style) for e in out[node.key]), key=str))
            alike[(*ends, (None, node.style))].append(node)
    gone: set[str] = set()
    merged: dict[str, Node] = {}
    for same in alike.values():
        if len(same) > 1:
            first = same[0]
            gone |= {n.key for n in same[1:]}
            names = "; ".join(n.name for n in same)
            merged[first.key] = replace(
                first,
                name=f"{len(same)} voices",
                detail=f"{shorten(first.name, 24)} and others",
                title=names,
                agent=None,
            )
    return (
        [merged.get(n.key, n) for n in nodes if n.key not in gone],
        [e for e in edges if e.source not in gone],
    )


def reachable(
    nodes: list[Node], edges: list[Edge], ties: list[Tie], shown: list[str]
) -> tuple[list[Node], list[Edge], list[Tie]]:
    """What the voices `shown` lead to."""
    kept = set(shown)
    grown = True
    while grown:
        more = {e.target for e in edges if e.source in kept and e.target} - kept
        more |= {end for t in ties if t.certain and {t.a, t.b} & kept for end in (t.a, t.b)} - kept
        kept |= more
        grown = bool(more)
    return (
        [n for n in nodes if n.key in kept],
        [e for e in edges if e.source in kept],
        [t for t in ties if t.a in kept and t.b in kept],
    )
