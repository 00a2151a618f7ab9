"""A file to be read, with what is known from elsewhere of how it came here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sayso.ingest import ingest_all
from sayso.ingest.dates import parse_stamp
from sayso.ingest.raw import Failure
from sayso.model import Document
from sayso.settings import LIMITS, Limits
from sayso.store import Arrival


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, and how it came here: `name` is what people know it by, `url` where it was retrieved, and when.

    `media_type` and `charset` are what the server called it. What the item says of itself wins over `url`.
    """

    path: Path
    name: str
    url: str | None = None
    retrieved: date | None = None
    media_type: str | None = None
    charset: str | None = None


def kept(folder: Path, arrival: Arrival) -> Source:
    """An original as a source: the file in the folder of originals, and what its line of custody tells."""
    told = (arrival.fetched or {}).get("headers")
    content_type = str(told.get("content-type") or "") if isinstance(told, dict) else ""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", content_type, re.IGNORECASE)
    return Source(
        path=folder / arrival.file,
        name=arrival.url if arrival.fetched and arrival.url else arrival.name,
        url=arrival.url,
        retrieved=parse_stamp(arrival.retrieved_at or ""),
        media_type=arrival.media_type,
        charset=charset[1] if charset else None,
    )


Readable = Path | Source


def read_source(
    source: Readable, *, limits: Limits = LIMITS, columns: Mapping[str, str] | None = None
) -> Iterator[Document | Failure]:
    """Every document of a file, and a Failure for each item that cannot be read. `columns` as for `ingest_all`."""
    if isinstance(source, Path):
        return ingest_all(source, limits=limits, columns=columns)
    return ingest_all(
        source.path,
        name=source.name,
        media_type=source.media_type,
        charset=source.charset,
        found_at=source.url,
        retrieved=source.retrieved,
        columns=columns,
        limits=limits,
    )


def called(source: Readable) -> str:
    """What to call a file in messages: the path as it was given, or what it is known by."""
    return str(source) if isinstance(source, Path) else source.name
