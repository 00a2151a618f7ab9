"""Claims and voices as a matrix: who says what, who denies it, on whose word, and who is silent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.report.index import BARE, OWN, Index, Word
from sayso.report.view import Chip, Row

VOICES = 12
ROWS = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A voice, and the origin that most of what it says rests on."""

    voice: str
    name: str
    title: str
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one voice says of one proposition. `sign` is the origin's letter, with a cross before it for a denial."""

    word: Word
    claim: str
    words: str
    sign: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One proposition's cells, None where a voice is silent, and how many voices without a column speak to it."""

    row: Row
    cells: tuple[Cell | None, ...]
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Columns in groups of one origin, and lines topic by topic. `voices` and `rows` have no room in it."""

    groups: tuple[tuple[Word, int], ...]
    columns: tuple[Column, ...]
    topics: tuple[tuple[str, tuple[Line, ...]], ...]
    voices: int
    rows: int


def matrix(rows: Sequence[Row], index: Index) -> Matrix | None:
    """The matrix of these rows; None where fewer than two voices speak.

    The twelve voices that speak to most have a column. Past 400 rows, those without a topic and with one voice are
    left out first.
    """
    said: dict[str, dict[Word, int]] = defaultdict(lambda: defaultdict(int))
    for row in rows:
        for chip in row.chips:
            said[chip.voice][chip.word] += 1
    if len(said) < 2:
        return None
    most = sorted(said, key=lambda v: -sum(said[v].values()))[:VOICES]
    # A voice stands with the origin that most of its claims rest on; one with a stated origin wins a tie.
    main = {v: max(said[v], key=lambda w: (said[v][w], -index.place(w))) for v in most}
    most.sort(key=lambda v: (index.place(main[v]), -sum(said[v].values())))
    shown = list(rows)
    if len(shown) > ROWS:
        weighty = [r for r in rows if r.voices > 1 or r.topic]
        shown = (weighty or shown)[:ROWS]
    lines = [_line(row, most) for row in shown]
    topics: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        topics[line.row.topic].append(line)
    return Matrix(
        groups=tuple((word, len(list(same))) for word, same in groupby(main[v] for v in most)),
        columns=tuple(
            Column(voice=v, name=index.short(v, 28), title=index.name(v), word=main[v]) for v in most
        ),
        topics=tuple((topic, tuple(held)) for topic, held in topics.items()),
        voices=len(said) - len(most),
        rows=len(rows) - len(shown),
    )  # fmt: skip


def _line(row: Row, voices: Sequence[str]) -> Line:
    held: dict[str, list[Chip]] = defaultdict(list)
    for chip in row.chips:
        if chip.links:
            held[chip.voice].append(chip)
    cells = tuple(_cell(held[v]) if v in held else None for v in voices)
    return Line(row=row, cells=cells, others=len(held.keys() - set(voices)))


def _cell(chips: Sequence[Chip]) -> Cell:
    """One voice's word on a proposition; what rests on a stated origin before what rests on none."""
    first = min(chips, key=lambda c: (not c.word.style.startswith("k"), c.denies))
    denies, both = all(c.denies for c in chips), any(c.denies for c in chips)
    verb = "denies it" if denies else "says it, and denies it" if both else "says it"
    on = "their own word" if first.word.name == first.name else f"the word of {first.word.name}"
    nobody = {OWN: "and credits nobody", BARE: "and states no basis"}
    return Cell(
        word=first.word,
        claim=first.links[0].claim,
        words=f"{first.name} {verb}{f' {nobody[first.word]}' if first.word in nobody else f', on {on}'}",
        sign=("✕" if denies else "±" if both else "") + first.word.letter,
        name=first.name,
    )
