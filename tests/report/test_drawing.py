"""The drawings of who has it from whom are legible whatever the graph."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.report.drawing import Plan, wide
from sayso.report.graph import MOST_VOICES, Edge, Node, SaySo, Tie
from sayso.report.index import BARE, Index, Word
from sayso.report.layout import spread
from sayso.report.measure import width, wrap
from sayso.report.outline import narrow
from sayso.report.say_so import say_so, ways
from tests.report.builders import empty, large
from tests.report.ferry import ferry

NAMES = st.text("abcdefghij  -ABCDÄßلى漢字W", min_size=1, max_size=90)
LABELS = st.sampled_from(["", "own word", "parent of", "Deputy Assistant Secretary for Communications of", "told"])
Area = tuple[float, float, float, float]


@st.composite
def graphs(draw: st.DrawFn) -> SaySo:
    """Any graph: chains, circles, several ends, frames of several seats."""
    voices = [f"voice:{n}" for n in range(draw(st.integers(1, 12)))]
    between = [f"between:{n}" for n in range(draw(st.integers(0, 5)))]
    components = draw(st.lists(st.integers(1, 3), min_size=0, max_size=5))
    seats = [(f"seat:{c}.{n}", c) for c, size in enumerate(components) for n in range(size)]
    nodes = [Node(key=k, kind="voice", name=draw(NAMES), detail=draw(NAMES)) for k in voices]
    nodes += [Node(key=k, kind="between", name=draw(NAMES)) for k in between]
    nodes += [Node(key=k, kind="seat", name=draw(NAMES), component=c) for k, c in seats]
    words = [
        Word(style=f"k{n % 8}", letter=chr(65 + n), name="x", interested=n % 2 == 0) for n in range(len(components))
    ]
    ends = [*between, *(k for k, _ in seats), None]
    edges = {}
    for _ in range(draw(st.integers(0, 24))):
        source = draw(st.sampled_from([*voices, *between]))
        target = draw(st.sampled_from(ends))
        if source != target:
            word = draw(st.sampled_from([*words, BARE]))
            edges[source, target] = Edge(source=source, target=target, label=draw(LABELS), word=word)
    ties = [
        Tie(a=a, b=b, label=draw(LABELS) or "part of", title="why", whole=draw(st.booleans()), certain=c == d)
        for (a, c), (b, d) in combinations(seats, 2)
        if draw(st.booleans())
    ]
    notes = tuple(draw(st.sampled_from(["", "may be one with A, B, C, D, E, F"])) for _ in words)
    return SaySo(
        nodes=tuple(nodes), edges=tuple(edges.values()), ties=tuple(ties), components=tuple(words), notes=notes
    )


def apart(one: Area, other: Area, slack: float = 0.05) -> bool:
    return (
        one[0] + one[2] <= other[0] + slack
        or other[0] + other[2] <= one[0] + slack
        or one[1] + one[3] <= other[1] + slack
        or other[1] + other[3] <= one[1] + slack
    )


def check(plan: Plan) -> None:
    for (a, one), (b, other) in combinations(plan.boxes.items(), 2):
        assert apart(one, other), (a, b, one, other)
    for one, other in combinations(plan.frames, 2):
        assert apart(one, other), "frames overlap"
    for area in plan.labels:
        for key, box in plan.boxes.items():
            assert apart(area, box), (area, key, box)
    for one, other in combinations(plan.labels, 2):
        assert apart(one, other), "labels overlap"
    for x, y, w, h in (*plan.boxes.values(), *plan.frames, *plan.labels):
        assert x >= -0.1 and y >= -0.1 and x + w <= plan.width + 0.1 and y + h <= plan.height + 0.1


@given(graphs())
@settings(max_examples=150, deadline=None)
def test_nothing_overlaps_in_the_wide_drawing(graph: SaySo) -> None:
    check(wide(graph))


@given(graphs())
@settings(max_examples=150, deadline=None)
def test_nothing_overlaps_in_the_narrow_drawing(graph: SaySo) -> None:
    plan = narrow(graph)
    check(plan)
    assert plan.width == 358


@given(graphs())
@settings(max_examples=40, deadline=None)
def test_the_same_graph_gives_the_same_drawing(graph: SaySo) -> None:
    assert wide(graph) == wide(graph)
    assert narrow(graph) == narrow(graph)


@pytest.mark.parametrize("make", [ferry, large, empty])
def test_real_dossiers_are_drawn_without_overlaps(make: object) -> None:
    dossier = make()  # type: ignore[operator]
    graph = say_so(dossier, Index(dossier))
    check(wide(graph))
    check(narrow(graph))


def test_more_voices_than_a_drawing_holds_are_counted() -> None:
    dossier = large(voices=60)
    graph = say_so(dossier, Index(dossier))
    assert sum(n.kind == "voice" for n in graph.nodes) + len(graph.lone) + graph.left_out == 60
    assert sum(n.kind == "voice" for n in graph.nodes) <= MOST_VOICES


def test_voices_on_their_own_word_alone_are_listed_when_they_are_many() -> None:
    many, few = large(voices=20), ferry()
    assert len(say_so(many, Index(many)).lone) == 20
    assert say_so(few, Index(few)).lone == ()


def test_a_nested_unnamed_source_stands_between_the_voice_and_its_institution() -> None:
    dossier = ferry()
    graph = say_so(dossier, Index(dossier))
    ways = {(e.source, e.target): e.label for e in graph.edges}
    assert ("voice:nadia", "between:source") in ways
    assert ways["between:source", "seat:o-pep"] == "a source in"
    assert ways["voice:tomas", "seat:o-harbours"] == "Deputy Secretary of"
    assert ways["voice:nadia", None] == "no basis stated"
    assert ways["voice:courier", None] == "no source stated"


@given(st.lists(st.tuples(st.floats(-500, 500), st.floats(1, 60)), max_size=20))
@settings(deadline=None)
def test_spreading_keeps_the_order_and_the_gaps(given_: list[tuple[float, float]]) -> None:
    wanted = sorted(w for w, _ in given_)
    heights = [h for _, h in given_]
    tops = spread(wanted, heights, 10)
    for (top, height), after in zip(zip(tops, heights, strict=True), tops[1:], strict=False):
        assert after >= top + height + 10 - 1e-6


@given(st.text(max_size=120), st.floats(30, 300), st.integers(1, 4))
@settings(deadline=None)
def test_wrapped_lines_fit(text: str, most: float, lines: int) -> None:
    told = wrap(text, 14, most, lines)
    assert len(told) <= lines
    for line in told:
        assert width(line, 14) <= most or len(line) <= 2


def test_the_drawing_can_be_read_in_words() -> None:
    dossier = ferry()
    told = ways(say_so(dossier, Index(dossier)))
    source = "“a senior port police source” (Port Ellery Police)"
    assert f"Nadia Okonkwo-Brandt (reporter, Courier): from {source}, a source in Port Ellery Police [A]" in told
    assert "Nadia Okonkwo-Brandt (reporter, Courier): no basis stated" in told
    assert "Leïla Haddad-Öztürk (ticket seller): own word [B]" in told
