"""Many items at once: the table that says what files cannot say themselves, and reading JSON Lines."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from sayso.errors import InputError, SaysoError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.ingest.clocked import with_entries
from sayso.ingest.headed import headed, lacks
from sayso.model import Document, Reading, Span
from sayso.read import read

SURROGATE = re.compile("[\ud800-\udfff]")
COLUMNS = ("file", "published", "publisher", "title", "url")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a file from outside it. None leaves it to the file."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """A line of a batch that could not be read, and why; `incident` as far as the line tells it."""

    line: int
    reason: str
    incident: str | None = None


def day(text: str) -> date:
    """The date, or date and time, that `text` names as in ISO 8601. Raises InputError for anything else."""
    told = text.strip()
    try:
        return date.fromisoformat(told) if len(told) <= 10 else datetime.fromisoformat(told)
    except ValueError:
        raise InputError(
            f"“{text}” is not a date: write it as 2025-09-12 (year, month, day), or 2025-09-12T16:30 with the time"
        ) from None


OLD = 50
"""Years after which a date of publication is more likely a slip of the pen than an old newspaper."""


def doubt(published: date, today: date) -> str | None:
    """What is odd about a date of publication, as a note for people; None where nothing is. It is used all the same."""
    told = published.date() if isinstance(published, datetime) else published
    if told > today + timedelta(days=1):  # it may be tomorrow already where it was published
        return f"{told.isoformat()} lies in the future; it is used as it stands, check the year"
    if told.year < today.year - OLD:
        return f"{told.isoformat()} is more than {OLD} years ago; it is used as it stands, check the year"
    return None


def about(table: Path) -> dict[str, About]:
    """What a CSV table with the columns `file` and any of published, publisher, title, url says, by file name."""
    try:
        text = table.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(f"{table}: could not be read ({(error.strerror or 'unknown error').lower()})") from None
    except UnicodeDecodeError:
        raise InputError(f"{table}: is no CSV table in UTF-8; save it again as “CSV UTF-8”") from None
    rows = csv.DictReader(io.StringIO(text, newline=""))
    unknown = sorted({name or "" for name in rows.fieldnames or ()} - set(COLUMNS))
    if "file" not in (rows.fieldnames or ()) or unknown:
        wrong = f"it has {', '.join(unknown)}" if unknown else "“file” is missing"
        raise InputError(f"{table}: its columns must be {', '.join(COLUMNS)} (only “file” is needed); {wrong}")
    known: dict[str, About] = {}
    for row in rows:
        told = {name: (row.get(name) or "").strip() for name in COLUMNS}
        try:
            published = day(told["published"]) if told["published"] else None
        except InputError as error:
            raise InputError(f"{table}, line {rows.line_num}: {error}") from None
        known[Path(told["file"]).name] = About(
            published=published,
            publisher=told["publisher"] or None,
            title=told["title"] or None,
            url=told["url"] or None,
        )
    return known


def load(file: Path, known: About | None = None, published: date | None = None) -> Iterator[Document | Failure]:
    """Every document of a file, with what the table says of it; `published` where neither file nor table knows."""
    for item in ingest_all(file):
        yield item if isinstance(item, Failure) else completed(item, known, published)


def completed(document: Document, known: About | None = None, published: date | None = None) -> Document:
    """The document with what the table says of its file; `published` where neither it nor the table knows. The table's
    title becomes the first paragraph of a plain text that lacks it (`sayso.ingest.headed`)."""
    told = known or About()
    if document.published_at is None and told.published is None:
        told = replace(told, published=published)
    given = {
        name: value
        for name, value in (
            ("published_at", told.published),
            ("publisher", told.publisher),
            ("title", told.title),
            ("url", told.url),
        )
        if value is not None
    }
    provenance = {**dict(document.provenance), **dict.fromkeys(given, "given")}
    made = replace(document, provenance=tuple(sorted(provenance.items())), **given)  # type: ignore[arg-type]
    return with_entries(headed(made, told.title))


def called(file: Path) -> str:
    """What to call a batch in messages; “-” is standard input."""
    return "standard input" if str(file) == "-" else str(file)


def place(file: Path, line: int) -> str:
    """A line of a batch as messages name it."""
    return f"{called(file)}, line {line}"


def rows(file: Path) -> Iterator[str]:
    """The lines of a text file, packed by gzip or not. What is not UTF-8 comes as lone surrogates (PEP 383)."""
    told = {"encoding": "utf-8", "errors": "surrogateescape"}
    try:
        packed = file.suffix == ".gz"
        with gzip.open(file, "rt", **told) if packed else file.open(**told) as lines:  # type: ignore[call-overload]
            yield from lines
    except FileNotFoundError:
        raise InputError(f"{file}: there is no such file") from None
    except (EOFError, zlib.error):
        raise InputError(f"{file}: is damaged or breaks off in the middle; get the file again") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"{file}: could not be read as lines of text ({why}); give a file of JSON Lines") from None


def read_lines(lines: Iterable[str]) -> Iterator[dict[str, Any] | Bad]:
    """For each line of JSON Lines that is not blank: what its document attributes, or why it could not be read.

    A line holds `id` and `text`, optionally `published`, `title`, `publisher` and `url`. Offsets in the result are into
    the line's own `text`. `attributions` are the outermost, as the field's corpora annotate them; `nested` are those
    inside the content of another, their `parent`.
    """
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            key = json.dumps(row["id"])
            if key in seen:
                raise InputError(f"the id {key} stands on line {seen[key]} already")
            seen[key] = number
            found = attributions(read(_document(row)))
            yield {
                "id": row["id"],
                "attributions": [one for one in found if one["parent"] is None],
                "nested": [one for one in found if one["parent"] is not None],
            }
        except SaysoError as error:
            yield Bad(line=number, reason=str(error))


def attributions(reading: Reading) -> list[dict[str, Any]]:
    """A reading's attributions as plain data: spans as pairs of offsets, agents by name."""
    names = {agent.id: agent.name for agent in reading.agents}
    return [
        {
            "id": one.id,
            "source": _offsets(one.source),
            "cue": _offsets(one.cue),
            "content": _offsets(one.content),
            "kind": one.kind,
            "cue_type": one.cue_type,
            "channel": one.channel,
            "agent": names.get(one.agent or ""),
            "parent": one.parent,
            "carried_from": one.carried_from,
            "confirms": list(one.confirms),
            "recipient": _offsets(one.recipient),
            "confidence": round(one.confidence, 4),
        }
        for one in reading.attributions
    ]


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _row(line: str) -> dict[str, Any]:
    if SURROGATE.search(line):
        raise InputError("holds bytes that are not UTF-8; save the file as UTF-8")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON ({error})") from None
    if not isinstance(row, dict):
        raise InputError("not a JSON object; a line is {“id”: …, “text”: …}")
    if not isinstance(row.get("id"), str | int):
        raise InputError("has no “id” (text or a whole number)")
    for name in ("id", "incident"):
        if SURROGATE.search(str(row.get(name))):
            raise InputError(f"its “{name}” holds half of a character (U+D800 to U+DFFF); write the whole one")
    if not isinstance(row.get("text"), str):
        raise InputError("has no “text”")
    for name in ("published", "title", "publisher", "url"):
        if not isinstance(row.get(name, ""), str | None):
            raise InputError(f"“{name}” must be text")
    return row


def _document(row: dict[str, Any]) -> Document:
    published = row.get("published")
    text = SURROGATE.sub("\ufffd", row["text"])
    if text.startswith("\ufeff"):  # a byte order mark would be taken off, and every offset with it
        text = " " + text[1:]
    return ingest(
        text.encode("utf-8"),  # as bytes, since a text may look like a file's name
        name=str(row["id"]),
        media_type="text/plain",
        published=day(published) if published else None,
        title=row.get("title"),
        publisher=row.get("publisher"),
        url=row.get("url"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """The readings of one incident's documents, by the `incident` that their lines name."""

    name: str
    readings: tuple[Reading, ...]


def read_incidents(lines: Iterable[str]) -> Iterator[Incident | Bad]:
    """The incidents of JSON Lines whose lines have `incident` beside what `read_lines` asks for.

    The lines of one incident may stand anywhere. Bad lines come first, each with the reason; then the incidents that
    have a line that can be read, in the order of these lines, each read when it is asked for. A title that the text
    does not begin with is read as its first paragraph, so that what it says has words to point at: spans are offsets
    into that text.
    """
    incidents: dict[str, list[Document]] = {}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            told = _row(line)
            if not isinstance(told.get("incident"), str | int) or isinstance(told.get("incident"), bool):
                raise InputError("has no “incident” (text or a whole number)")
            key = json.dumps(told["id"])
            if key in seen:
                raise InputError(f"the id {key} stands on line {seen[key]} already")
            seen[key] = number
            document = _document(_titled(told))  # first: an incident without a document would get a row of nothing
            incidents.setdefault(str(told["incident"]), []).append(document)
        except SaysoError as error:
            yield Bad(line=number, reason=str(error), incident=_incident(line))
    for name, documents in incidents.items():
        yield Incident(name=name, readings=tuple(read(one) for one in documents))


def _incident(line: str) -> str | None:
    """The incident that a line names which cannot be read otherwise."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    name = row.get("incident") if isinstance(row, dict) else None
    return str(name) if isinstance(name, str | int) and not isinstance(name, bool) else None


def _titled(told: dict[str, Any]) -> dict[str, Any]:
    title = " ".join((told.get("title") or "").split())
    if not lacks(told["text"], title):
        return told
    return {**told, "text": f"{title}\n\n{told['text']}"}
