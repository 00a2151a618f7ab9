"""The document that the paragraphs of pages are: its title, what its first lines say of it, and its blocks."""

from __future__ import annotations

import re
from collections import Counter

from sayso.ingest.decode import scrub
from sayso.ingest.layout import Paragraph
from sayso.ingest.lines import byline, dated, dateline, is_note, wire
from sayso.ingest.noise import is_noise
from sayso.ingest.raw import Extracted, Metadata
from sayso.model import Block, BlockKind

_HEAD = 14  # paragraphs that may hold a byline and a date line


def assemble(found: list[Paragraph], info: Metadata, warnings: tuple[str, ...]) -> Extracted:
    """Put paragraphs together as text and blocks; `info` is what the file says of itself, which gives way."""
    body = _body_size(found)
    title = _title(found, body)
    about = Metadata()
    if title is not None:
        about = about.with_value("title", title.text, "largest type on the first page")
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    for number, one in enumerate(found):
        text = scrub(one.text)
        if number < _HEAD and one is not title:
            people, when = byline(text), dated(text)
            about = about if about.credit else about.with_value("credit", wire(text), "credit line")
            if people and not about.authors:
                about = about.with_value("authors", people, "byline")
            if when and not getattr(about, when[0]):
                about = about.with_value(when[0], when[1], "date line")
            if people or when:
                continue
            about = about if about.published_at else about.with_value("published_at", dateline(text), "dateline")
        if is_noise(text) or not re.search(r"\w", text):
            continue
        start = length + (2 if parts else 0)
        parts.append(text)
        length = start + len(text)
        kind = BlockKind.NOTE if is_note(text) else BlockKind.PARAGRAPH
        kind = BlockKind.HEADING if one is title or _is_heading(one, body) else kind
        blocks.append(Block(kind=kind, start=start, end=length, path=f"#page={one.page}"))
    return Extracted(
        text="\n\n".join(parts), blocks=tuple(blocks), media_type="application/pdf",
        metadata=about.or_else(info), warnings=warnings,
    )  # fmt: skip


def _body_size(found: list[Paragraph]) -> float:
    """The size of type that most of the text is set in."""
    sizes: Counter[float] = Counter()
    for one in found:
        sizes[round(one.size, 1)] += len(one.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _title(found: list[Paragraph], body: float) -> Paragraph | None:
    """The largest type on the first page, where it is larger than the body's and shaped like a headline."""
    first = [one for one in found[:_HEAD] if one.page == 1 and 2 <= len(one.text.split()) <= 40]
    top = max(first, key=lambda one: one.size, default=None)
    return top if top is not None and top.size > 1.15 * body else None


def _is_heading(one: Paragraph, body: float) -> bool:
    if len(one.text.split()) > 20 or re.search(r"[.?!;,]$", one.text):
        return False
    return one.size > 1.12 * body or (one.bold and len(one.text.split()) <= 12)
