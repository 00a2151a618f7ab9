"""Rich Text: its words, without fonts, pictures and fields."""

from __future__ import annotations

from striprtf.striprtf import rtf_to_text

from sayso.errors import UnreadableError
from sayso.ingest.decode import scrub
from sayso.ingest.raw import Extracted, Raw
from sayso.ingest.text import from_text


def read_rtf(raw: Raw) -> Extracted:
    """The document that a Rich Text file is. Raises UnreadableError for a damaged one."""
    try:
        text = plain(raw.data)
    except (ValueError, LookupError, IndexError, TypeError, OverflowError) as error:
        raise UnreadableError(f"{raw.name} is damaged or no Rich Text; save it again as text or Word") from error
    return from_text(text, media_type="application/rtf")


def plain(data: bytes) -> str:
    """The text of Rich Text: a paragraph a line, table cells parted by a bar."""
    return scrub(str(rtf_to_text(data.decode("latin-1"), errors="replace")))  # type: ignore[no-untyped-call]
