"""Claims by origin, as a grid: who says it, who denies it, who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.report.index import BARE, OWN, Index, Word
from sayso.report.view import Row

MOST = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one origin says of one proposition."""

    word: Word
    claim: str
    words: str
    denies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Columns, and a row of cells for each proposition; None where an origin is silent."""

    words: tuple[Word, ...]
    rows: tuple[tuple[Row, tuple[Cell | None, ...]], ...]


def grid(rows: Sequence[Row], index: Index) -> Grid | None:
    """The grid of these propositions, or None where fewer than two origins speak."""
    used = {chip.word for row in rows for chip in row.chips}
    words = [word for word, _ in index.components if word in used][:MOST]
    if len(words) < 2:
        return None
    words += [word for word in (BARE, OWN) if word in used]
    return Grid(words=tuple(words), rows=tuple((row, tuple(_cell(row, word) for word in words)) for row in rows))


def _cell(row: Row, word: Word) -> Cell | None:
    chips = [chip for chip in row.chips if chip.word == word and chip.links]
    if not chips:
        return None
    denies = all(chip.denies for chip in chips)
    names = ", ".join(dict.fromkeys(chip.name for chip in chips))
    verb = "denies it" if denies else "says it"
    return Cell(word=word, claim=chips[0].links[0].claim, words=f"{names} [{word.letter}] {verb}", denies=denies)
