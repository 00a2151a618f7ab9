"""The drawing of who has it from whom for narrow pages: one tree a component, from the origin down to the voices."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from markupsafe import Markup

from sayso.report.drawing import (
    PAD,
    SMALL,
    SMALL_LEAD,
    Plan,
    _number,
    arrow,
    badge,
    boxed,
    frame_words,
    shape,
    tag,
)
from sayso.report.drawing import _tree as tied
from sayso.report.graph import OWN_WORD, Edge, Node, SaySo
from sayso.report.index import Word
from sayso.report.measure import width, wrap

STEP = 22.0
INSET = 12.0
BETWEEN = 10.0


class _Outline:
    def __init__(self, graph: SaySo, room: float) -> None:
        self.graph = graph
        self.room = room
        self.nodes = {n.key: n for n in graph.nodes}
        self.into: dict[str, list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            if edge.target is not None:
                self.into[edge.target].append(edge)
        self.y = 0.0
        self.back: list[Markup] = []
        self.front: list[Markup] = []
        self.boxes: dict[str, tuple[float, float, float, float]] = {}
        self.frames: list[tuple[float, float, float, float]] = []
        self.labels: list[tuple[float, float, float, float]] = []

    def node(self, node: Node, depth: int, aside: float = 0.0) -> tuple[float, float]:
        """Draws a box at the present height; returns its x and its foot."""
        x = INSET + STEP * min(depth, 6) + aside
        room = self.room - INSET - x
        form = shape(node, room)
        self.boxes[f"{len(self.boxes)}:{node.key}"] = (x, self.y, room, form.height)
        self.front.append(boxed(node, form, x, self.y, room, form.height))
        self.y += form.height
        return x, self.y

    def label(self, words: str, depth: int) -> None:
        """Draws the words of the line into the box that follows."""
        self.y += BETWEEN
        if words:
            x = INSET + STEP * min(depth, 6) + 2
            line = wrap(words, SMALL, self.room - INSET - x, 1)[0]
            self.front.append(tag("text", line, x=x, y=self.y + 9, class_="soft"))
            self.labels.append((x, self.y - 2, width(line, SMALL), 14.0))
            self.y += SMALL_LEAD

    def elbow(self, x: float, foot: float, y: float, to: float, title: str, classes: str) -> None:
        """Draws a line from a box below up to the one that it has it from."""
        path = f"M{_number(to)} {_number(y)}H{_number(x + 10)}V{_number(foot)}"
        self.back.append(
            tag("g", tag("title", title), tag("path", d=path, class_="line"), arrow(x + 10, foot, "up"), class_=classes)
        )

    def below(self, key: str, depth: int, x: float, foot: float, path: frozenset[str], component: int) -> None:
        """Draws everybody who has it from `key`."""
        for edge in self.into.get(key, ()):
            word = self.graph.components[component]
            if edge.word.letter != word.letter or edge.source in path:
                continue
            source = self.nodes[edge.source]
            self.label(edge.label, depth + 1)
            top = self.y
            child_x, child_foot = self.node(source, depth + 1)
            title = edge.title or edge.label or "has it from"
            self.elbow(x, foot, (top + child_foot) / 2, child_x, title, f"edge {word.classes}")
            self.below(edge.source, depth + 1, child_x, child_foot, path | {edge.source}, component)

    def alone(self, keys: list[str]) -> Node | None:
        """The one voice of a component that rests on its own word, as one box."""
        if len(keys) != 1 or self.nodes[keys[0]].name != OWN_WORD or len(self.into[keys[0]]) != 1:
            return None
        voice, seat = self.nodes[self.into[keys[0]][0].source], self.nodes[keys[0]]
        told = [OWN_WORD, seat.detail, voice.detail]
        return replace(voice, detail=" · ".join(dict.fromkeys(t for t in told if t)))

    def component(self, number: int, word: Word) -> None:
        """Draws one component's frame."""
        top = self.y
        keys = [k for k, n in self.nodes.items() if n.component == number]
        certain = [t for t in self.graph.ties if t.certain and {t.a, t.b} <= set(keys)]
        order, ties = tied(keys, certain)
        for n, line in enumerate(frame_words(word, len(keys), self.room)):
            self.front.append(
                tag("text", line, x=INSET + 28, y=self.y + 22 + SMALL_LEAD * n, class_=f"frame-name {word.classes}")
            )
        self.front.append(tag("g", badge(word, INSET, self.y + 22), class_=word.classes))
        self.y += 18 + SMALL_LEAD * len(frame_words(word, len(keys), self.room)) if len(keys) > 1 else 10
        placed: dict[str, tuple[float, float, int]] = {}
        alone = self.alone(keys)
        if alone is not None:
            self.node(alone, 0, 28.0)
            order = []
        for key in order:
            tie = next((t for t in ties if key in (t.a, t.b) and (placed.keys() & {t.a, t.b})), None)
            if tie is None:
                self.y += 0 if key == order[0] else BETWEEN
                x, foot = self.node(self.nodes[key], 0, 28.0 if len(keys) == 1 else 0.0)
                placed[key] = (x, foot, 0)
            else:
                up = tie.a if tie.b == key else tie.b
                up_x, up_foot, depth = placed[up]
                self.label(
                    tie.label if tie.a == key else f"{tie.label} this one" if tie.whole else tie.label, depth + 1
                )
                y = self.y
                x, foot = self.node(self.nodes[key], depth + 1)
                placed[key] = (x, foot, depth + 1)
                self.elbow(up_x, up_foot, (y + foot) / 2, x, tie.title, "edge tie")
            self.below(key, placed[key][2], x, foot, frozenset({key}), number)
        note = self.graph.note(number)
        if note:
            self.y += SMALL_LEAD + 4
            self.front.append(
                tag("text", wrap(note, SMALL, self.room - 2 * INSET, 1)[0], x=INSET, y=self.y, class_="soft")
            )
        self.y += INSET
        frame = (0.5, top + 0.5, self.room - 1, self.y - top)
        self.frames.append(frame)
        box = tag("rect", x=0.5, y=top + 0.5, width=frame[2], height=frame[3], rx=12, class_="frame")
        self.back.insert(0, tag("g", box, class_=word.classes))
        self.y += 14

    def bare(self) -> None:
        """Draws those who credit nobody."""
        loose = [e for e in self.graph.edges if e.target is None]
        if not loose:
            return
        self.y += 12
        self.front.append(tag("text", "Credited to nobody", x=INSET, y=self.y, class_="frame-name plain"))
        self.y += 8
        for edge in loose:
            _, foot = self.node(self.nodes[edge.source], 0)
            told = wrap(edge.label or "no source stated", SMALL, self.room - 2 * INSET - PAD - 10, 1)[0]
            self.front.append(tag("text", told, x=INSET + PAD + 10, y=foot + 14, class_=f"soft {edge.word.classes} on"))
            self.back.append(
                tag(
                    "g",
                    tag("title", edge.label),
                    tag("path", d=f"M{_number(INSET + 10)} {_number(foot)}v16", class_="line"),
                    tag("path", d=f"M{_number(INSET + 5)} {_number(foot + 16)}h10", class_="stub"),
                    class_=f"edge {edge.word.classes} dashed",
                )
            )
            self.labels.append((INSET + PAD + 10, foot + 3, width(told, SMALL), 14.0))
            self.y += 28


def narrow(graph: SaySo, room: float = 358.0) -> Plan:
    """The drawing as trees below each other, `room` wide."""
    outline = _Outline(graph, room)
    for number, word in enumerate(graph.components):
        outline.component(number, word)
    outline.bare()
    return Plan(
        boxes=outline.boxes,
        frames=outline.frames,
        labels=outline.labels,
        width=room,
        height=max(outline.y, 1.0),
        svg=Markup("").join([*outline.back, *outline.front]),
    )
