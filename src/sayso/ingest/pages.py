"""The document that the paragraphs of pages are: its title, what its first lines say of it, and its blocks."""

from __future__ import annotations

import re
from collections import Counter
from string import capwords

from sayso.ingest.dates import parse_written
from sayso.ingest.decode import scrub
from sayso.ingest.layout import Paragraph
from sayso.ingest.lines import byline, dated, dateline, is_note, letterhead, wire
from sayso.ingest.noise import is_noise
from sayso.ingest.raw import Extracted, Metadata
from sayso.model import Block, BlockKind

_RELEASE = re.compile(r"^(?:for\s+immediate\s+release|(?:news|press|media)\s+release)\b", re.IGNORECASE)
_LABELLED = re.compile(
    r"\b(?:report(?:ed)?\s+date|date(?:\s+(?:of\s+report|reported|issued|filed|released))?)\s*:?\s+"
    r"(\d{1,2}/\d{1,2}/\d{4}\b|[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4}\b)",
    re.IGNORECASE,
)
_HEAD = 14  # paragraphs that may hold a byline and a date line


def assemble(found: list[Paragraph], info: Metadata, warnings: tuple[str, ...]) -> Extracted:
    """Put paragraphs together as text and blocks; `info` is what the file says of itself, which gives way."""
    body = _body_size(found)
    title = _title(found, body)
    about = Metadata()
    if title is not None and (body_name := _organisation(title.text)) and (second := _title(found, body, title)):
        about = about.with_value("publisher", body_name, "letterhead")
        letter, title = title, second
    else:
        letter = None
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
            if _RELEASE.match(text) and len(text) <= 200 and not text.endswith("."):
                about = (
                    about if about.published_at else about.with_value("published_at", parse_written(text), "date line")
                )
                continue
            if about.published_at is None and (labelled := _LABELLED.search(text)):
                about = about.with_value("published_at", parse_written(labelled[1]), "date line")
        if one is letter or is_noise(text) or not re.search(r"\w", text):
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


def _organisation(text: str) -> str | None:
    """The organisation whose letterhead a line in large type is; None for a headline."""
    small = {"Of", "The", "And", "For", "In", "On", "At"}
    shown = capwords(text) if text.isupper() else text
    shown = " ".join(word.lower() if place and word in small else word for place, word in enumerate(shown.split()))
    return letterhead(shown)


def _title(found: list[Paragraph], body: float, other: Paragraph | None = None) -> Paragraph | None:
    """The largest type on the first page but `other`, where it is larger than the body's and like a headline."""
    first = [one for one in found[:_HEAD] if one.page == 1 and one is not other and 2 <= len(one.text.split()) <= 40]
    top = max(first, key=lambda one: one.size, default=None)
    return top if top is not None and top.size > 1.15 * body else None


def _is_heading(one: Paragraph, body: float) -> bool:
    if len(one.text.split()) > 20 or re.search(r"[.?!;,]$", one.text):
        return False
    return one.size > 1.12 * body or (one.bold and len(one.text.split()) <= 12)
