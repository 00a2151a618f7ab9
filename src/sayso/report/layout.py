"""Where the boxes and lines of a layered drawing go: small, deterministic, and never overlapping.

Boxes stand in layers from left to right. The last layer holds seats, stacked inside a frame a component. A line leaves
its box by a port of its own, runs level under its label, then bends; where it passes a layer it has a lane of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

GAP = 12.0
FRAME_GAP = 16.0


@dataclass(slots=True, kw_only=True)
class Box:
    """A box to be placed. `rows` are the heights of its ports from the top; `lane` tells a passing line's place."""

    key: str
    layer: int
    height: float
    frame: int | None = None
    lane: bool = False
    rows: list[float] = field(default_factory=list)
    y: float = 0.0

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return self.y + self.height / 2


@dataclass(slots=True, kw_only=True)
class Line:
    """A line from a box, through lanes, to a box or to nowhere. `height` is what its label needs."""

    key: int
    source: str
    target: str | None
    height: float
    via: list[str] = field(default_factory=list)
    lanes: list[float] = field(default_factory=list)
    y0: float = 0.0
    y1: float = 0.0


@dataclass(slots=True, kw_only=True)
class Frame:
    """A component's frame: room for its heading above, seats, and the words of the ties between them."""

    number: int
    head: float
    foot: float
    seats: list[str] = field(default_factory=list)
    above: dict[str, float] = field(default_factory=dict)  # extra room above a seat
    y: float = 0.0
    height: float = 0.0


def spread(wanted: list[float], heights: list[float], gap: float) -> list[float]:
    """Tops for boxes in this order, `gap` apart, as near as can be (least squares) to where they are wanted."""
    offsets: list[float] = []
    at = 0.0
    for height in heights:
        offsets.append(at)
        at += height + gap
    pools: list[tuple[float, int]] = []  # mean, size
    for want, offset in zip(wanted, offsets, strict=True):
        mean, size = want - offset, 1
        while pools and pools[-1][0] > mean:
            before, n = pools.pop()
            mean, size = (before * n + mean * size) / (n + size), n + size
        pools.append((mean, size))
    flat = [mean for mean, size in pools for _ in range(size)]
    return [base + offset for base, offset in zip(flat, offsets, strict=True)]


def layers_of(keys: list[str], ends: list[tuple[str, str]], first: set[str], seats: set[str]) -> dict[str, int]:
    """A layer for each key: voices at 0, seats last, those in between as far along as the longest way to them.

    Ways that lead in a circle are cut where they close.
    """
    onward: dict[str, list[str]] = {key: [] for key in keys}
    for a, b in ends:
        if a in onward and b in onward:
            onward[a].append(b)
    depth = dict.fromkeys(keys, 0)
    between = [key for key in keys if key not in first and key not in seats]
    for key in between:
        depth[key] = 1
    for _ in range(len(between)):
        moved = False
        for a in between:
            for b in onward[a]:
                if b in seats or b in first or b == a:
                    continue
                if depth[b] < depth[a] + 1 <= len(between):
                    depth[b] = depth[a] + 1
                    moved = True
        if not moved:
            break
    last = max([depth[key] for key in between], default=0) + 1
    for key in seats:
        depth[key] = last
    return depth


def place(boxes: list[Box], lines: list[Line], frames: list[Frame]) -> float:
    """Gives every box, line and frame its height on the page; returns the drawing's height."""
    by_key = {box.key: box for box in boxes}
    last = max((box.layer for box in boxes), default=0)
    layers: list[list[Box]] = [[] for _ in range(last + 1)]
    seats = {key for frame in frames for key in frame.seats}
    for box in boxes:
        layers[box.layer].append(box)
    _lanes(lines, by_key, layers, seats)
    links = [(a, b) for line in lines for a, b in _steps(line)]
    before: dict[str, list[str]] = {key: [] for key in by_key}
    after: dict[str, list[str]] = {key: [] for key in by_key}
    for a, b in links:
        after[a].append(b)
        before[b].append(a)
    _stack_frames(frames, by_key, None)
    for n, layer in enumerate(layers):
        free = [box for box in layer if box.key not in seats]
        y = 0.0
        for box in free:
            box.y = y
            y += box.height + GAP
        layers[n] = free
    for sweep in range(6):
        for layer in reversed(layers):
            _order(layer, after, by_key)
        if sweep > 1:
            _stack_frames(frames, by_key, before)
        for layer in layers[1:]:
            _order(layer, before, by_key)
    for layer in reversed(layers):
        _order(layer, after, by_key)
    _close(list(by_key.values()), frames, links, by_key, seats)
    top = min([b.y for b in by_key.values() if b.key not in seats] + [f.y for f in frames], default=0.0)
    for box in by_key.values():
        box.y -= top
    for frame in frames:
        frame.y -= top
    _ports(boxes, lines, by_key)
    for line in lines:
        line.lanes = [by_key[key].middle for key in line.via]
    return max([b.y + b.height for b in by_key.values()] + [f.y + f.height for f in frames], default=0.0)


def _close(
    boxes: list[Box], frames: list[Frame], links: list[tuple[str, str]], by_key: dict[str, Box], seats: set[str]
) -> None:
    """Moves up what stands below a blank band that no line crosses."""
    held = [(b.y, b.y + b.height) for b in boxes if b.key not in seats] + [(f.y, f.y + f.height) for f in frames]
    held += [tuple(sorted((by_key[a].middle, by_key[b].middle))) for a, b in links]  # type: ignore[misc]
    held.sort()
    bands: list[tuple[float, float]] = []  # where a band ends, and how much of it is too much
    foot = held[0][1] if held else 0.0
    for start, end in held:
        if start - foot > FRAME_GAP:
            bands.append((start, start - foot - FRAME_GAP))
        foot = max(foot, end)
    for box in boxes:
        box.y -= sum(much for at, much in bands if at <= box.y)
    for frame in frames:
        frame.y -= sum(much for at, much in bands if at <= frame.y)


def _steps(line: Line) -> list[tuple[str, str]]:
    stops = [line.source, *line.via, *([line.target] if line.target is not None else [])]
    return list(pairwise(stops))


def _lanes(lines: list[Line], by_key: dict[str, Box], layers: list[list[Box]], seats: set[str]) -> None:
    """A lane in every layer that a line passes; lines into the same seat share lanes where they meet."""
    shared: dict[tuple[str, int], str] = {}
    for line in lines:
        if line.target is None:
            continue
        start, end = by_key[line.source].layer, by_key[line.target].layer
        for layer in range(start + 1, end):
            at = (f"{line.key}", layer) if line.target not in seats else (f"{line.source}>{line.target}", layer)
            if at not in shared:
                box = Box(key=f"lane:{at[0]}:{layer}", layer=layer, height=8, lane=True)
                shared[at] = box.key
                by_key[box.key] = box
                layers[layer].append(box)
            line.via.append(shared[at])


def _order(layer: list[Box], linked: dict[str, list[str]], by_key: dict[str, Box]) -> None:
    """Orders a layer by the middles of what its boxes are linked to, and places it."""
    wanted: dict[str, float] = {}
    for box in layer:
        ends = [by_key[key].middle for key in linked.get(box.key, ())]
        wanted[box.key] = sum(ends) / len(ends) if ends else box.middle
    idle = [box for box in layer if box.layer == 0 and not linked.get(box.key)]
    busy = [box for box in layer if box not in idle]
    busy.sort(key=lambda box: wanted[box.key])
    layer[:] = busy + idle  # what leads nowhere stands below the rest
    tops = [wanted[box.key] - box.height / 2 for box in busy]
    for box, y in zip(busy, spread(tops, [box.height for box in busy], GAP), strict=True):
        box.y = y
    y = max([box.y + box.height + GAP for box in busy], default=0.0)
    for box in idle:
        box.y = y
        y += box.height + GAP


def _stack_frames(frames: list[Frame], by_key: dict[str, Box], before: dict[str, list[str]] | None) -> None:
    for frame in frames:
        y = frame.head
        for key in frame.seats:
            y += frame.above.get(key, 0.0)
            by_key[key].y = y
            y += by_key[key].height + GAP
        frame.height = y - GAP + frame.foot
    wanted: list[float] = []
    for frame in frames:
        middles = [by_key[k].middle for s in frame.seats for k in (before or {}).get(s, ())]
        wanted.append(sum(middles) / len(middles) - frame.height / 2 if middles else frame.y)
    if before is not None:
        order = sorted(range(len(frames)), key=lambda n: wanted[n])
        frames[:] = [frames[n] for n in order]
        wanted = [wanted[n] for n in order]
    for frame, y in zip(frames, spread(wanted, [f.height for f in frames], FRAME_GAP), strict=True):
        frame.y = y
        for key in frame.seats:
            by_key[key].y += y


def _ports(boxes: list[Box], lines: list[Line], by_key: dict[str, Box]) -> None:
    """Where each line leaves and arrives: in the order of the other ends, so that lines of one box do not cross."""
    out: dict[str, list[Line]] = {}
    into: dict[str, list[Line]] = {}
    for line in lines:
        out.setdefault(line.source, []).append(line)
        if line.target is not None:
            into.setdefault(line.target, []).append(line)
    for box in boxes:
        leaving = out.get(box.key, [])
        leaving.sort(key=lambda ln: by_key[(ln.via or [ln.target])[0]].middle if ln.target else float("inf"))
        room = sum(line.height for line in leaving)
        y = box.y + (box.height - room) / 2
        for line in leaving:
            y += line.height
            line.y0 = y - 8 if len(leaving) > 1 else max(box.middle, box.y + line.height - 8)
    for box in boxes:
        arriving = into.get(box.key, [])
        arriving.sort(key=lambda ln: by_key[ln.via[-1]].middle if ln.via else ln.y0)
        step = min(9.0, box.height / (len(arriving) + 1))
        for n, line in enumerate(arriving):
            line.y1 = box.middle + (n - (len(arriving) - 1) / 2) * step
