"""Paragraphs out of placed lines: reading order, running heads, joined hyphens. Geometry alone, no PDF in sight.

Coordinates are in points, x to the right and y **down** from the top left corner of the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|pg\.?|p\.)?\s*(?:\d{1,4}|[ivxl]{1,6})\s*(?:(?:of|/)\s*\d{1,4})?\W*$|^page\s+\d{1,4}\s+of\s+\d",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[A-Z][A-Z0-9 &/’'-]{2,40}:?$")
_LINE_NUMBER = re.compile(r"(\d{1,2})(?:\s+|$)")
_NUMBERED = 10  # lines; fewer numbers one under the other may be a table's
_ENDED = re.compile(r"[.?!:;][\"'”’»)\]]*$")
_ITEM = re.compile(r"^(?:[•●○▪■–—-]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[IVX]{1,5}\.)\s")
_KEEPS_HYPHEN = frozenset("self ex anti non pre co vice well so then all half cross multi semi post pro re".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A line of text, or the part of one in a column: where it stands, how large, and on which page (from 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    page: int
    bold: bool = False
    hyphen: bool = False  # ends with a hyphen that the typesetter put in


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph's text, the page it begins on, and the size and weight of its type."""

    text: str
    page: int
    size: float
    bold: bool


def read_pages(pages: Sequence[Sequence[Placed]], heights: Sequence[float]) -> list[Paragraph]:
    """The paragraphs of a document whose pages hold the given lines, in reading order."""
    kept = without_running_heads([without_line_numbers(list(page)) for page in pages], heights)
    ordered = [line for page in kept for line in arrange(list(page))]
    return paragraphs(ordered)


def without_running_heads(pages: Sequence[Sequence[Placed]], heights: Sequence[float]) -> list[list[Placed]]:
    """The pages without what repeats at their top and bottom, and without page numbers."""
    seen: Counter[tuple[str, bool]] = Counter()
    for page, height in zip(pages, heights, strict=True):
        seen.update({(_shape(line.text), _is_top(line, height)) for line in _margins(page, height)})
    often = max(2, round(0.4 * len(pages)))
    kept: list[list[Placed]] = []
    for page, height in zip(pages, heights, strict=True):
        margins = {id(line) for line in _margins(page, height)}
        kept.append(
            [
                line
                for line in page
                if id(line) not in margins
                or not (
                    _PAGE_NUMBER.match(line.text)
                    or (len(pages) > 1 and seen[_shape(line.text), _is_top(line, height)] >= often)
                )
            ]
        )
    return kept


def without_line_numbers(page: list[Placed]) -> list[Placed]:
    """A page without the numbers 1, 2, 3 … that stand before its lines, one under the other, as on pleading paper."""
    run: dict[int, str] = {}
    at: Placed | None = None
    for line in sorted(page, key=lambda one: one.top):
        match = _LINE_NUMBER.match(line.text)
        if match and int(match[1]) == len(run) + 1 and (at is None or abs(line.left - at.left) < line.size):
            run[id(line)] = line.text[match.end() :]
            at = line
    if len(run) < _NUMBERED:
        return page
    out: list[Placed] = []
    for line in page:
        rest = run.get(id(line))
        if rest is None:
            out.append(line)
        elif rest:
            out.append(replace(line, text=rest))
    return out


def _margins(page: Sequence[Placed], height: float) -> list[Placed]:
    """The few lines nearest the top and the bottom edge."""
    by_top = sorted(page, key=lambda line: line.top)
    near = [line for line in by_top[:4] if line.bottom < 0.14 * height]
    return near + [line for line in by_top[-4:] if line.top > 0.88 * height and line not in near]


def _is_top(line: Placed, height: float) -> bool:
    return line.top < 0.5 * height


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", " ".join(text.split())).casefold()


def arrange(lines: list[Placed]) -> list[Placed]:
    """Lines in reading order: column by column, broken where a line runs across the columns."""
    gutter = _gutter(lines)
    if gutter is None:
        return sorted(_rows(lines), key=lambda line: (line.top, line.left))
    across = sorted((one for one in lines if one.left < gutter < one.right), key=lambda one: one.top)
    out: list[Placed] = []
    rest = [one for one in lines if not one.left < gutter < one.right]
    for one in [*across, None]:
        above = [other for other in rest if one is None or other.top < one.top]
        rest = [other for other in rest if not (one is None or other.top < one.top)]
        out += arrange([other for other in above if other.right <= gutter])
        out += arrange([other for other in above if other.left >= gutter])
        if one is not None:
            out.append(one)
    return out


def _rows(lines: list[Placed]) -> list[Placed]:
    """Parts of lines that stand side by side, joined to one line, as in a form or a table."""
    out: list[Placed] = []
    for line in sorted(lines, key=lambda one: (round(one.top / 2), one.left)):
        last = out[-1] if out else None
        if (
            last
            and line.left >= last.right - 1
            and abs(last.top - line.top) < 0.4 * line.size
            and last.size == line.size
        ):
            joined = f"{last.text} {line.text}"
            out[-1] = replace(
                last, text=joined, right=line.right, bottom=max(last.bottom, line.bottom), hyphen=line.hyphen
            )
        else:
            out.append(line)
    return out


def _gutter(lines: list[Placed]) -> float | None:
    """Where a page parts into two columns of prose; None where it does not."""
    if len(lines) < 8:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    edges = sorted({line.right + 0.5 for line in lines if left + 0.2 * width < line.right < left + 0.8 * width})
    best: tuple[int, float, float] | None = None
    for x in edges[:400]:
        on_left = [line for line in lines if line.right <= x]
        on_right = [line for line in lines if line.left >= x]
        crossing = len(lines) - len(on_left) - len(on_right)
        if min(len(on_left), len(on_right)) < 4 or crossing > 0.3 * len(lines):
            continue
        space = min(line.left for line in on_right) - x
        if space < 6 or not (_is_prose(on_left) and _is_prose(on_right) and _beside(on_left, on_right)):
            continue
        rank = (-crossing, space, -x)
        if best is None or rank > best:
            best = rank
    return None if best is None else -best[2] + best[1] / 2


def _is_prose(lines: list[Placed]) -> bool:
    """Whether most lines fill their column, as running text does and the cells of a table do not."""
    widths = [line.right - line.left for line in lines]
    widest = sorted(widths)[int(0.9 * (len(widths) - 1))]
    return median(widths) > 0.7 * widest and median(len(line.text) for line in lines) >= 15


def _beside(one: list[Placed], other: list[Placed]) -> bool:
    top = max(min(line.top for line in one), min(line.top for line in other))
    bottom = min(max(line.bottom for line in one), max(line.bottom for line in other))
    return bottom - top > 3 * median(line.size for line in one)


def paragraphs(lines: Sequence[Placed]) -> list[Paragraph]:
    """Lines in reading order joined to paragraphs."""
    if not lines:
        return []
    leadings = [b.top - a.top for a, b in pairwise(lines) if a.page == b.page and 0 < b.top - a.top < 3 * a.size]
    leading = (
        sorted(leadings)[len(leadings) // 4] if leadings else 14.0
    )  # of short paragraphs, most gaps are between them
    hyphenated = {word.casefold() for line in lines for word in re.findall(r"\b\w+-\w+", line.text)}
    groups: list[list[Placed]] = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, groups[-1], leading):
            groups.append([line])
        else:
            groups[-1].append(line)
    return [
        Paragraph(
            text=_join(group, hyphenated),
            page=group[0].page,
            size=median(line.size for line in group),
            bold=all(line.bold for line in group),
        )
        for group in groups
    ]


def _begins(before: Placed, line: Placed, group: list[Placed], leading: float) -> bool:
    """Whether `line` begins a paragraph after `before`."""
    if abs(line.size - before.size) > 0.12 * before.size or (line.bold != before.bold and not _flows(before, line)):
        return True
    if _ITEM.match(line.text) or (len(group) == 1 and _LABEL.match(before.text) and not line.text.isupper()):
        return True
    moved = line.page != before.page or line.top < before.top - 2 or line.left > before.right
    if moved:  # to the next column or page
        return not _flows(before, line)
    if line.top - before.top > 1.3 * max(leading, before.size):
        return True
    indented = (
        line.left > min(one.left for one in group[-3:]) + 0.8 * line.size and line.left > before.left + 0.8 * line.size
    )
    if indented and len(group) >= 1 and not _ITEM.match(group[0].text):
        return _ENDED.search(before.text) is not None or len(group) > 1
    widest = max(one.right for one in group)
    short = before.right < widest - 4 * line.size if len(group) > 1 else before.right < line.right - 8 * line.size
    return short and _ENDED.search(before.text) is not None


def _flows(before: Placed, line: Placed) -> bool:
    """Whether a sentence runs on from one line to another that is not under it."""
    return before.hyphen or (not _ENDED.search(before.text) and (line.text[:1].islower() or before.text.endswith(",")))


def _join(group: Iterable[Placed], hyphenated: set[str]) -> str:
    out = ""
    held: Placed | None = None
    for line in group:
        if held is None:
            out = line.text
        elif held.hyphen or (re.search(r"[^\W\d_]-$", out) and line.text[:1].islower()):
            stem = re.search(r"(\w+)-?$", out)
            head = stem[1] if stem else ""
            tail = re.match(r"\w*", line.text)
            whole = f"{head}-{tail.group() if tail else ''}".casefold()
            keep = whole in hyphenated or head.casefold() in _KEEPS_HYPHEN or not line.text[:1].islower()
            out = (out if out.endswith("-") else out + "-") + line.text if keep else out.removesuffix("-") + line.text
        else:
            out = f"{out} {line.text}"
        held = line
    return " ".join(out.split())
