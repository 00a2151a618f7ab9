"""The drawing of who has it from whom: inline SVG for wide pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from markupsafe import Markup, escape

from sayso.report.graph import Edge, Node, SaySo, Tie
from sayso.report.index import Word
from sayso.report.inert import inert
from sayso.report.layout import GAP, Box, Frame, Line, layers_of, place
from sayso.report.measure import narrowest, width, wrap

SIZE = 14.0
SMALL = 12.0
PAD = 10.0
LEAD = 18.0
SMALL_LEAD = 15.0
HEAD = 26.0  # room for the layers' headings
ALONE = 38.0  # room left of a seat that is alone in its frame, for the component's letter


def tag(name: str, *inside: str | Markup, **attributes: str | float | None) -> Markup:
    """One element, everything escaped."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(inert(value) if isinstance(value, str) else _number(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = Markup("").join(x if isinstance(x, Markup) else escape(inert(x)) for x in inside)
    return Markup(f"<{name}{told}>{body}</{name}>")  # noqa: S704  every part is escaped above


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A box's words, wrapped, and its size."""

    lines: tuple[str, ...]
    detail: tuple[str, ...]
    height: float


def shape(node: Node, room: float) -> Shape:
    """A node's words wrapped into a box `room` wide."""
    bold = 1.08 if node.kind == "seat" else 1.0
    lines = wrap(node.name, SIZE * bold, room - PAD - 4, 3)  # widths are estimated from above: padding is left over
    detail = wrap(node.detail, SMALL, room - PAD - 4, 2) if node.detail else ()
    return Shape(lines=lines, detail=detail, height=14 + LEAD * len(lines) + SMALL_LEAD * len(detail))


def boxed(node: Node, form: Shape, x: float, y: float, room: float, height: float) -> Markup:
    """A node's box and words."""
    top = y + (height - form.height) / 2
    text = [
        tag("text", line, x=x + PAD, y=top + 7 + 13.5 + LEAD * n, class_="name") for n, line in enumerate(form.lines)
    ]
    base = top + 7 + LEAD * len(form.lines)
    text += [
        tag("text", line, x=x + PAD, y=base + 11.5 + SMALL_LEAD * n, class_="soft")
        for n, line in enumerate(form.detail)
    ]
    return tag(
        "g",
        tag("title", node.title or node.name),
        tag("rect", x=x, y=y, width=room, height=height, rx=7),
        *text,
        class_=f"box {node.kind} {node.style}".strip(),
        data_voice=node.agent if node.kind == "voice" else None,
    )


def arrow(x: float, y: float, way: str) -> Markup:
    """An arrow head whose point is at `x`, `y`."""
    points = {
        "right": ((x, y), (x - 9, y - 4.5), (x - 9, y + 4.5)),
        "up": ((x, y), (x - 4.5, y + 9), (x + 4.5, y + 9)),
        "down": ((x, y), (x - 4.5, y - 9), (x + 4.5, y - 9)),
    }[way]
    return tag("polygon", points=" ".join(f"{_number(a)},{_number(b)}" for a, b in points), class_="head")


def badge(word: Word, x: float, y: float) -> Markup:
    """A component's letter in its colour."""
    room = max(20.0, width(word.letter, 12.5) + 10)
    return tag(
        "g",
        tag("rect", x=x, y=y - 14, width=room, height=19, rx=5),
        tag("text", word.letter, x=x + room / 2, y=y, text_anchor="middle"),
        class_="badge",
    )


def frame_words(word: Word, seats: int, room: float) -> list[str]:
    """A frame's heading, wrapped."""
    if seats == 1:
        return []
    told = ["One institution" if word.institution else "One origin", *(["took part"] if word.interested else [])]
    whole = ", ".join(told)
    most = room - PAD - 34
    return [whole] if width(whole, SMALL * 1.05) <= most else [wrap(line, SMALL * 1.05, most, 1)[0] for line in told]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where the layers stand from left to right."""

    x: tuple[float, ...]
    room: tuple[float, ...]  # the boxes' width
    label: tuple[float, ...]  # the labels' width, right of each layer
    total: float


def _columns(last: int, target: float, edges: tuple[Edge, ...], layer: dict[str, int]) -> _Columns:
    """Labels get what they need, within limits; boxes share what is left."""
    labels = [
        max([narrowest(e.label, SMALL, 2, 128.0) + 16 for e in edges if e.label and layer[e.source] == n], default=4.0)
        for n in range(last)
    ]
    bend = 64.0 if last == 1 else 46.0
    seat = 0.45 if last == 1 else 0.4
    free = target - sum(labels) - bend * last
    least = 125.0 * last + 200.0
    if free < least:
        target += least - free
        free = least
    seats = free * (seat if last < 3 else 200.0 / least)
    room = (free - seats) / last
    xs = [0.0]
    for n in range(last):
        xs.append(xs[-1] + room + labels[n] + bend)
    return _Columns(x=tuple(xs), room=(*[room] * last, target - xs[-1]), label=tuple(labels), total=target)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A finished layout: what a test can measure."""

    boxes: dict[str, tuple[float, float, float, float]]  # x, y, width, height
    frames: list[tuple[float, float, float, float]]
    labels: list[tuple[float, float, float, float]]
    width: float
    height: float
    svg: Markup


def wide(graph: SaySo, target: float = 740.0) -> Plan:
    """The drawing in layers from left to right."""
    nodes = {n.key: n for n in graph.nodes}
    seats = {k for k, n in nodes.items() if n.kind == "seat"}
    voices = {k for k, n in nodes.items() if n.kind == "voice"}
    ends = [(e.source, e.target) for e in graph.edges if e.target is not None]
    layer = layers_of(list(nodes), ends, voices, seats)
    last = max([layer[k] for k in seats], default=max(layer.values(), default=0) + 1) if layer else 1
    last = max(last, 1)
    columns = _columns(last, target, graph.edges, layer)
    inner = 14.0
    size: Counter[int | None] = Counter(n.component for n in graph.nodes if n.component is not None)
    alone = {k for k in seats if size[nodes[k].component] == 1}
    room = {k: columns.room[layer[k]] - (ALONE + 8 if k in alone else 2 * inner if k in seats else 0) for k in nodes}
    shapes = {k: shape(n, room[k]) for k, n in nodes.items()}
    labels = {
        n: wrap(e.label, SMALL, _label_room(e, layer, columns), 2) if e.label else () for n, e in enumerate(graph.edges)
    }
    lines = [
        Line(key=n, source=e.source, target=e.target, height=SMALL_LEAD * len(labels[n]) + 12)
        for n, e in enumerate(graph.edges)
        if e.target is None or layer[e.target] > layer[e.source]
    ]
    rows: dict[str, float] = dict.fromkeys(nodes, 0.0)
    for line in lines:
        rows[line.source] += line.height
        if line.target is not None:
            rows[line.target] = max(rows[line.target], 0.0)
    boxes = [
        Box(key=k, layer=layer[k], height=max(shapes[k].height, rows[k]), frame=n.component) for k, n in nodes.items()
    ]
    frames, ties = _frames(graph, nodes, columns.room[last])
    height = place(boxes, lines, frames) + HEAD
    at = {b.key: b for b in boxes}
    by_number = {f.number: f for f in frames}
    x = {k: columns.x[layer[k]] + (ALONE if k in alone else inner if k in seats else 0) for k in nodes}

    parts: list[Markup] = [_headings(columns, last)]
    drawn: list[tuple[float, float, float, float]] = []
    for n, word in enumerate(graph.components):
        f = by_number[n]
        drawn.append((columns.x[last], f.y + HEAD, columns.room[last], f.height))
        parts.append(_frame(word, f, columns.x[last], columns.room[last], graph.note(n)))
    told: list[tuple[float, float, float, float]] = []
    strokes, texts = [], []
    for line in lines:
        edge = graph.edges[line.key]
        stroke, text, area = _line(line, edge, labels[line.key], columns, layer, x, room)
        strokes.append(stroke)
        texts.append(text)
        told += area
    parts += strokes
    for n, f in by_number.items():
        parts += _ties(f, ties.get(n, []), at, x, room, columns, last)
    parts += [boxed(nodes[k], shapes[k], x[k], at[k].y + HEAD, room[k], at[k].height) for k in nodes]
    parts += texts
    return Plan(
        boxes={k: (x[k], at[k].y + HEAD, room[k], at[k].height) for k in nodes},
        frames=drawn,
        labels=told,
        width=columns.total,
        height=height,
        svg=Markup("").join(parts),
    )


def _label_room(edge: Edge, layer: dict[str, int], columns: _Columns) -> float:
    return columns.label[min(layer[edge.source], len(columns.label) - 1)] - 16


def _headings(columns: _Columns, last: int) -> Markup:
    told = ["who speaks", *["who has it from"] * (last - 1), "on whose word"]
    return Markup("").join(
        tag("text", words, x=columns.x[n], y=13, class_="soft") for n, words in enumerate(told) if n < 2 or n == last
    )


def _frames(graph: SaySo, nodes: dict[str, Node], room: float) -> tuple[list[Frame], dict[int, list[Tie]]]:
    """The frames with their seats, tied ones next to each other, and the ties that are drawn in each."""
    frames, drawn = [], {}
    for n, word in enumerate(graph.components):
        keys = [k for k, node in nodes.items() if node.component == n]
        order, used = _tree(keys, [t for t in graph.ties if t.certain and {t.a, t.b} <= set(keys)])
        drawn[n] = used
        head = 14 + SMALL_LEAD * len(frame_words(word, len(keys), room)) if len(keys) > 1 else 4
        above: dict[str, float] = {}
        for tie in used:
            lower = max(tie.a, tie.b, key=order.index)
            above[lower] = above.get(lower, 0.0) + SMALL_LEAD + 6
        foot = (14 if len(keys) > 1 else 8) + SMALL_LEAD * len(note_lines(graph.note(n), room))
        frames.append(Frame(number=n, head=head + 4, foot=foot, seats=order, above=above))
    return frames, drawn


def note_lines(note: str, room: float) -> tuple[str, ...]:
    """A frame's foot note, wrapped."""
    return wrap(note, SMALL, room - 2 * PAD, 2) if note else ()


def _tree(keys: list[str], ties: list[Tie]) -> tuple[list[str], list[Tie]]:
    """The seats in an order that keeps tied ones together, and one tie for each seat but the first of its kind."""
    ties = sorted(ties, key=lambda t: not t.whole)
    degree = {k: sum(k in (t.a, t.b) for t in ties) for k in keys}
    rests = {k: sum(k == t.a for t in ties) for k in keys}
    part = {k: sum(t.whole and k == t.a for t in ties) for k in keys}
    order: list[str] = []
    used: list[Tie] = []

    def visit(key: str) -> None:
        order.append(key)
        for tie in ties:
            other = tie.b if tie.a == key else tie.a if tie.b == key else None
            if other is not None and other not in order:
                used.append(tie)
                visit(other)

    for key in sorted(keys, key=lambda k: (part[k], rests[k], -degree[k], keys.index(k))):
        if key not in order:
            visit(key)
    return order, used


def _frame(word: Word, f: Frame, x: float, room: float, note: str) -> Markup:
    y = f.y + HEAD
    words = frame_words(word, len(f.seats), room)
    notes = note_lines(note, room)
    return tag(
        "g",
        tag("rect", x=x, y=y, width=room, height=f.height, rx=12, class_="frame"),
        badge(word, x + PAD, y + (21 if len(f.seats) > 1 else (f.height - SMALL_LEAD * len(notes)) / 2 + 5)),
        *(
            tag("text", line, x=x + PAD + 28, y=y + 20 + SMALL_LEAD * n, class_="frame-name")
            for n, line in enumerate(words)
        ),
        *(
            tag("text", line, x=x + PAD, y=y + f.height - 8 - SMALL_LEAD * n, class_="soft")
            for n, line in enumerate(reversed(notes))
        ),
        class_=word.classes,
    )


def _line(
    line: Line,
    edge: Edge,
    label: tuple[str, ...],
    columns: _Columns,
    layer: dict[str, int],
    x: dict[str, float],
    room: dict[str, float],
) -> tuple[Markup, Markup, list[tuple[float, float, float, float]]]:
    start = x[edge.source] + room[edge.source]
    y = line.y0 + HEAD
    n = layer[edge.source]
    flat = start + (columns.label[n] if n < len(columns.label) else 0)
    bare = edge.target is None
    if edge.target is None:
        flat = start + max([width(t, SMALL) for t in label], default=60.0) + 14
        path = f"M{_number(start)} {_number(y)}H{_number(flat)}"
        end: Markup = tag("path", d=f"M{_number(flat)} {_number(y - 5)}v10", class_="stub")
    else:
        path = f"M{_number(start)} {_number(y)}H{_number(flat)}"
        here, level = flat, y
        for k, lane in enumerate(line.lanes, n + 1):
            there = columns.x[k]
            path += _bend(here, level, there, lane + HEAD)
            here, level = there + columns.room[k] + columns.label[k], lane + HEAD
            path += f"H{_number(here)}"
        there = (
            columns.x[layer[edge.target]]
            if abs(x[edge.target] - columns.x[layer[edge.target]] - ALONE) < 1
            else x[edge.target]
        )
        path += _bend(here, level, columns.x[layer[edge.target]] - 8, line.y1 + HEAD) + f"H{_number(there - 8)}"
        end = arrow(there, line.y1 + HEAD, "right")
    stroke = tag(
        "g",
        tag("title", edge.title or edge.label or "has it from"),
        tag("path", d=path, class_="line"),
        end,
        class_=f"edge {edge.word.classes}" + (" dashed" if bare else ""),
    )
    area = []
    texts = []
    for k, words in enumerate(label):
        base = y - 6 - SMALL_LEAD * (len(label) - 1 - k)
        texts.append(tag("text", words, x=start + 8, y=base, class_="soft on"))
        area.append((start + 8, base - 11, width(words, SMALL), 14.0))
    return stroke, tag("g", *texts, class_=f"{edge.word.classes}"), area


def _bend(x0: float, y0: float, x1: float, y1: float) -> str:
    if abs(y0 - y1) < 0.6:
        return f"L{_number(x1)} {_number(y1)}"
    middle = (x0 + x1) / 2
    return f"C{_number(middle)} {_number(y0)} {_number(middle)} {_number(y1)} {_number(x1)} {_number(y1)}"


def _ties(
    f: Frame,
    ties: list[Tie],
    at: dict[str, Box],
    x: dict[str, float],
    room: dict[str, float],
    columns: _Columns,
    last: int,
) -> list[Markup]:
    """The ties in a frame: an upright arrow between neighbours, a bracket at the right between others."""
    parts = []
    for tie in ties:
        upper, lower = sorted((tie.a, tie.b), key=f.seats.index)
        foot, top = at[upper].y + at[upper].height + HEAD, at[lower].y + HEAD
        near = f.seats.index(lower) == f.seats.index(upper) + 1
        left = x[upper] + 16
        if near:
            path = f"M{_number(left)} {_number(foot)}V{_number(top)}"
            head = arrow(left, foot, "up") if tie.b == upper else arrow(left, top, "down")
        else:
            right = columns.x[last] + columns.room[last] - 6
            edge, y0, y1 = x[upper] + room[upper], at[upper].middle + HEAD, at[lower].middle + HEAD
            path = f"M{_number(edge)} {_number(y0)}H{_number(right)}V{_number(y1)}H{_number(edge)}"
            head = Markup("")
        words = wrap(tie.label, SMALL, room[upper] - 24, 1)[0]
        parts.append(
            tag(
                "g",
                tag("title", tie.title),
                tag("path", d=path, class_="line"),
                head,
                tag("text", words, x=left + 12, y=top - GAP / 2 - 4, class_="soft"),
                class_="edge tie",
            )
        )
    return parts
