"""Tables of figures in a page: their cells stand in its text one by one, and what a row says is no sentence.

Nothing is read from such rows, so that a warning must name the table. Tables that lay a page out are none.
"""

from __future__ import annotations

from typing import Any

from sayso.errors import Notice, coded

_ROWS = 2  # rows and cells of a row that a table has at least
_LONG = 80  # characters; longer cells hold prose
_MOST = 20  # tables that are named
_HEADS = 6  # columns that are named
_AWAY = frozenset({"nav", "aside", "footer", "header", "form"})


def tables(root: Any) -> tuple[str, ...]:
    """A warning for each table of figures in the element, by the heads of its columns."""
    found: list[str] = []
    for table in root.iter("table"):
        if len(found) >= _MOST:
            break
        if (
            any(above.tag in _AWAY for above in table.iterancestors())
            or next(table.iterdescendants("table"), None) is not None
        ):
            continue
        rows = [cells for row in table.iter("tr") if (cells := _cells(row))]
        if _holds_figures(rows):
            found.append(coded(Notice.TABLE, _told(table, rows)))
    return tuple(dict.fromkeys(found))


def _cells(row: Any) -> list[str]:
    return [" ".join("".join(cell.itertext()).split()) for cell in row.iter("td", "th")]


def _holds_figures(rows: list[list[str]]) -> bool:
    """Whether the rows are many cells of few words each, some of which are or hold numbers."""
    wide = [row for row in rows if sum(map(bool, row)) >= _ROWS]
    cells = [cell for row in wide for cell in row if cell]
    if len(wide) < _ROWS or max(map(len, cells), default=0) > 3 * _LONG:
        return False
    return sum(map(len, cells)) <= _LONG * len(cells) and any(cell[:1].isdigit() for cell in cells)


def _told(table: Any, rows: list[list[str]]) -> str:
    heads = [" ".join("".join(cell.itertext()).split()) for cell in table.iter("th")]
    heads = [head for head in heads if head] or [cell for cell in rows[0] if cell]
    shown = ", ".join(heads[:_HEADS]) + (" …" if len(heads) > _HEADS else "")
    count = len(rows) - (1 if next(table.iter("th"), None) is not None else 0)
    many = f"{count} rows" if count > 1 else "1 row"
    return f"holds a table ({shown}; {many}) of which nothing is read: look at it yourself"
