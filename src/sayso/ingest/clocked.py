"""Running coverage whose entries begin with a time of day alone ("9:45 p.m."): each block gets its entry's time.

Pages that mark their entries up are read in `live`. Here a line that is a time, or begins with one and a colon or a
dash, opens an entry. Which day it was is counted from the day of publication: the first entry is of that day, and where
the clock runs backward the next day has begun. Entries may stand with the newest first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from sayso.ingest.dates import day, parse_written
from sayso.model import Block, BlockKind, Document

_KINDS = (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.NOTE)
_FEWEST = 2  # entries
_LIVE = re.compile(r"(?i)\b(?:live|latest|updates?|updating|as it happened|minute by minute|developing)\b")
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?P<half>[ap])\.?m\b\.?(?:\s*\(?(?:[ECMP][SD]?T|local time)\b\)?)?"
)
_WEEK = "monday tuesday wednesday thursday friday saturday sunday".split()
_HEAD = re.compile(
    rf"(?i)^\W*(?:update\w*\W+)?(?:posted\W+)?(?P<before>(?:[a-z]+\.?,?\s+)?[a-z]{{3,9}}\.?\s+\d{{1,2}},\s+\d{{4}},?\s+(?:at\s+)?)?"
    rf"{_CLOCK}(?P<after>,?\s+(?:on\s+)?(?:[a-z]+,?\s+)?[a-z]{{3,9}}\.?\s+\d{{1,2}},\s+\d{{4}}|,?\s+(?:on\s+)?(?P<week>{'|'.join(_WEEK)}))?\s*(?:$|update\W*$|[:–—-]+(?:\s|$))"
)


@dataclass(frozen=True, slots=True)
class _Entry:
    block: int
    clock: time
    on: date | None  # where the line tells it
    weekday: int | None
    after: int  # where in the text what the entry says begins; the block's end where it is the time alone


def with_entries(document: Document) -> Document:
    """The document, its blocks with the times of the entries they stand in; as it is where it has no such entries."""
    published = document.published_at
    if published is None or any(b.published_at and b.kind is not BlockKind.POST for b in document.blocks):
        return document
    found = _entries(document)
    called = _LIVE.search(f"{document.title or ''} {document.text[:200]}")
    if not called or len(found) < _FEWEST:
        return document  # hours in an article that is no running coverage are those of what happened
    return replace(document, blocks=tuple(_timed(document.blocks, found, day(published))))


def _entries(document: Document) -> list[_Entry]:
    found: list[_Entry] = []
    for number, block in enumerate(document.blocks):
        words = document.text[block.start : min(block.end, block.start + 120)]
        match = _HEAD.match(words) if block.kind in _KINDS else None
        hour, minute = (int(match["hour"]), int(match["minute"] or 0)) if match else (0, 0)
        if match is None or not 1 <= hour <= 12 or minute > 59:
            continue
        told = parse_written(match["before"] or match["after"] or "")
        clock = time(hour % 12 + (12 if match["half"].lower() == "p" else 0), minute)
        weekday = _WEEK.index(match["week"].lower()) if match["week"] else None
        after = block.start + match.end()
        found.append(_Entry(number, clock, day(told) if told else None, weekday, after))
    return found


def _timed(blocks: Sequence[Block], found: Sequence[_Entry], first: date) -> list[Block]:
    told = [one.on or _next(one.weekday, first) or first for one in found]
    falls = sum((d, a.clock) > (e, b.clock) for (d, a), (e, b) in pairwise(zip(told, found, strict=True)))
    newest_first = 2 * falls > len(found) - 1
    when: dict[int, datetime] = {}
    on, before = first, None
    for entry in reversed(found) if newest_first else found:
        if entry.on is not None:
            on = entry.on
        elif (named := _next(entry.weekday, first)) is not None:
            on = named
        elif before is not None and entry.clock < before:
            on += timedelta(days=1)
        before = entry.clock
        when[entry.block] = datetime.combine(on, entry.clock)
    begins = {entry.block: entry.after for entry in found}
    out: list[Block] = []
    current: datetime | None = None
    for number, block in enumerate(blocks):
        current = when.get(number, current)
        own = current is not None and block.kind is not BlockKind.POST
        start = begins.get(number, block.start)
        start = start if start < block.end else block.start
        out.append(replace(block, start=start, published_at=current) if own else block)
    return out


def _next(weekday: int | None, first: date) -> date | None:
    """The first day from `first` on with that day of the week."""
    return None if weekday is None else first + timedelta(days=(weekday - first.weekday()) % 7)
