"""Rows that hold documents: JSON Lines, JSON, CSV. Which column holds what is told by its name, or by the caller."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sayso.errors import InputError, UnreadableError
from sayso.ingest.dates import parse_stamp
from sayso.ingest.decode import decode, scrub
from sayso.ingest.lines import names
from sayso.ingest.raw import Failure, Metadata, Raw

NAMES = {
    "text": "text body content article articletext articlebody fulltext maintext story plaintext contenttext "
    "transcript",
    "html": "html contenthtml bodyhtml rawhtml pagehtml",
    "title": "title headline subject articletitle",
    "publisher": "publisher source outlet site sitename sourcename publication medianame newspaper domain",
    "authors": "authors author byline creator writer",
    "url": "url link href sourceurl articleurl permalink canonicalurl externalurl",
    "published_at": "published publishedat datepublished publishdate publicationdate pubdate date publishedon "
    "publicationtime timestamp createdat postedat",
    "updated_at": "updated updatedat datemodified modified modifiedat lastmodified",
    "id": "id guid uid docid articleid name filename",
}
_KNOWN = {alias: field for field, aliases in NAMES.items() for alias in aliases.split()}
_RANK = {alias: rank for aliases in NAMES.values() for rank, alias in enumerate(aliases.split())}
_LISTS = ("items", "articles", "documents", "results", "data", "entries", "stories", "records", "rows", "hits")
_CELL = 8 * 1024 * 1024  # characters; the widest cell of a CSV file


def open_lines(raw: Raw) -> Iterator[Raw | Failure]:
    """The documents of a JSON Lines file. A line that is none is a Failure that names its number."""
    text = raw.text if raw.text is not None else decode(raw.data, raw.charset)[0]
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            where = f"{raw.name}, line {number}"
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                yield _failure(where, "is no JSON")
                continue
            yield _row(value, where, "jsonl", raw)


def open_json(raw: Raw) -> Iterator[Raw | Failure]:
    """The documents of a JSON file: one object, a list of them, or an object that holds such a list."""
    text = raw.text if raw.text is not None else decode(raw.data, raw.charset)[0]
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        if re.match(r"\s*\{[^\n]*\}\s*\n\s*\{", text):
            yield from open_lines(raw)
            return
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"{raw.name} is damaged or no JSON{where}; export it again") from error
    while isinstance(value, dict) and not _fields(value, raw.columns).keys() & {"text", "html"}:
        held = next((value[key] for key in _LISTS if isinstance(value.get(key), list | dict)), None)
        if held is None:
            break
        value = held
    rows = value if isinstance(value, list) else [value]
    for number, one in enumerate(rows, 1):
        yield _row(one, f"{raw.name}, item {number}" if len(rows) > 1 else raw.name, "json", raw)


def open_csv(raw: Raw) -> Iterator[Raw | Failure]:
    """The documents of a CSV or TSV file, a row each. The first row names the columns."""
    text = raw.text if raw.text is not None else decode(raw.data, raw.charset)[0]
    sample = text[:20_000].partition("\n")[0]
    delimiter = max("\t;,|", key=sample.count)
    csv.field_size_limit(_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter if delimiter in sample else ",")
    try:
        header = [name.strip() for name in next(reader)]
        if not _fields(dict.fromkeys(header, "x"), raw.columns).keys() & {"text", "html"}:
            shown = ", ".join(header[:12])
            raise UnreadableError(
                f"{raw.name}: no column is known to hold the text (columns: {shown}); say which with "
                "--column text=NAME (in Python: columns={'text': 'NAME'}), or leave the table out"
            )
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = dict(zip(header, cells, strict=False))
                yield _row(row, f"{raw.name}, line {reader.line_num}", "csv", raw)
    except (csv.Error, StopIteration) as error:
        raise UnreadableError(
            f"{raw.name} is damaged or no table at line {reader.line_num}; export it again"
        ) from error


def _fields(row: Mapping[str, Any], columns: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """The row's values by our names of fields: the caller's columns first, then the best known name of each."""
    found: dict[str, Any] = {}
    ranks: dict[str, int] = {}
    for key, value in row.items():
        alias = re.sub(r"[^a-z]", "", str(key).lower())
        field = _KNOWN.get(alias)
        if field and value not in (None, "", []) and (field not in found or _RANK[alias] < ranks[field]):
            found[field], ranks[field] = value, _RANK[alias]
    for field, column in columns:
        if field not in NAMES:
            raise InputError(f"columns: there is no field {field!r}; the fields are {', '.join(NAMES)}")
        if row.get(column) not in (None, "", []):
            found[field] = row[column]
    return found


def _row(row: Any, where: str, kind: str, raw: Raw) -> Raw | Failure:
    if not isinstance(row, dict):
        return _failure(where, "is no object with named fields")
    fields = _fields(row, raw.columns)
    html = "html" in fields and "text" not in fields
    text = fields.get("html" if html else "text")
    if isinstance(text, list) and all(isinstance(part, str) for part in text):
        text = "\n\n".join(text)
    if not isinstance(text, str) or not text.strip():
        return _failure(
            where,
            "holds no text"
            if "text" in fields or "html" in fields
            else "has no field that is known to hold text; say which with --column text=NAME",
        )
    known = Metadata()
    for field in ("title", "publisher", "url"):
        known = known.with_value(field, _plain(fields.get(field)), kind)
    for field in ("published_at", "updated_at"):
        known = known.with_value(field, _moment(fields.get(field)), kind)
    known = known.with_value("authors", _people(fields.get("authors")), kind)
    name = _plain(fields.get("id"))
    return Raw(
        data=json.dumps(row, sort_keys=True, default=str).encode("utf-8", "surrogatepass"),
        text=text,
        name=name or where,
        media_type="text/html" if html else "text/plain",
        kind="html" if html else "text",
        known=known,
        trusted=True,
        fragment=html and "<html" not in text[:2000].lower(),
        retrieved=raw.retrieved,
        limits=raw.limits,
    )


def _plain(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if isinstance(value, list) and value:
        value = value[0]
    return " ".join(scrub(str(value)).split())[:2000] or None if isinstance(value, str | int) else None


def _moment(value: Any) -> Any:
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float) or (isinstance(value, str) and re.fullmatch(r"\d{10}(?:\d{3})?", value)):
        seconds = float(value) / (1000 if float(value) > 1e11 else 1)
        return datetime.fromtimestamp(seconds, UTC) if 3e8 < seconds < 7e9 else None
    return parse_stamp(value) if isinstance(value, str) else None


def _people(value: Any) -> tuple[str, ...]:
    """The people named; a name in a list is taken as it is, a credit in one string is taken apart."""
    if isinstance(value, list):
        return tuple(name for one in value[:50] if (name := _plain(one)))
    return names(_plain(value) or "")


def _failure(where: str, what: str) -> Failure:
    return Failure(name=where, code=UnreadableError.code, reason=f"{where} {what}")
