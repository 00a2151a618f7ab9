"""Web archives (WARC, WACZ) and packed files. Nothing is unpacked to disk; names inside an archive are names only.

Of a WARC the answers and resources that hold a page, a PDF or a text are read; requests, redirects, revisits (which
repeat a record that is there already), pictures, styles and scripts are passed over. Of a WACZ only the pages that it
lists are read, where it lists any, and its PDFs.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import IO, Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.dates import parse_stamp
from sayso.ingest.pulse import beat
from sayso.ingest.raw import Failure, Metadata, Raw
from sayso.ingest.registry import opener
from sayso.ingest.sniff import sniff

_KINDS = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "text"}
_STRETCH = 500  # records of an archive after which a sign of life is given, whatever they were
_LIST = 64 * 1024 * 1024  # bytes; the longest list of pages that is read


def open_warc(raw: Raw) -> Iterator[Raw | Failure]:
    """The pages, PDFs and texts of a WARC file: plain, gzip or zstd. A damaged end fails after what was whole."""
    with _opened(raw) as stream:
        yield from _records(stream, raw, raw.name)


def _opened(raw: Raw) -> IO[bytes]:
    """The file, or the bytes as if they were one. Raises UnreadableError where it cannot be opened."""
    try:
        return raw.path.open("rb") if raw.path else io.BytesIO(raw.data)
    except OSError as error:
        raise UnreadableError(f"{raw.name}: {(error.strerror or 'it cannot be opened').lower()}") from error


def _records(stream: Any, raw: Raw, where: str) -> Iterator[Raw | Failure]:
    wanted = WarcRecordType.response | WarcRecordType.resource
    number = unpacked = 0
    most = raw.limits.max_archive_bytes if raw.path else raw.limits.max_unpacked_bytes
    try:
        for record in ArchiveIterator(
            stream, record_types=wanted, parse_http=True, auto_decode="all", fsspec_args=False
        ):
            number += 1
            if number % _STRETCH == 0:
                beat()
            kind = _KINDS.get(_media_type(record))
            if kind is None or _status(record) not in (None, 200, 203):
                continue
            url = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
            if url.startswith("metadata:"):  # the notes of the tool that made the archive
                continue
            name = url or f"{where}, record {number}"
            data = record.reader.read(min(raw.limits.max_bytes, most) + 1)
            unpacked += len(data)
            if unpacked > most:
                raise TooLargeError(f"{where} unpacks to more than the limit of {most:,} bytes")
            if len(data) > raw.limits.max_bytes:
                yield _failure(name, f"is over the limit of {raw.limits.max_bytes:,} bytes", TooLargeError.code)
            elif not data.strip():
                yield _failure(name, "is empty in the archive")
            else:
                yield _item(record, data, kind, name, url, raw)
    except (OSError, ValueError, EOFError, MemoryError) as error:
        raise UnreadableError(f"{where} is damaged after {number:,} record(s); get the file again") from error
    if not number:
        raise UnreadableError(f"{where} holds no page; it is damaged, or holds requests alone")


def _item(record: Any, data: bytes, kind: str, name: str, url: str, raw: Raw) -> Raw:
    when = parse_stamp(record.headers.get("WARC-Date") or "")
    known = Metadata().with_value("url", url if url.startswith("http") else None, "warc record")
    known = known.with_value("retrieved_at", when, "warc record")
    return Raw(
        data=data, name=name, kind=kind, charset=record.http_charset, known=known, retrieved=when, limits=raw.limits
    )  # fmt: skip


def _media_type(record: Any) -> str:
    told = record.http_content_type if record.http_headers is not None else record.headers.get("Content-Type")
    return str(told or "").split(";")[0].strip().lower()


def _status(record: Any) -> int | None:
    headers = record.http_headers
    return headers.status_code if headers is not None else None


def open_wacz(raw: Raw) -> Iterator[Raw | Failure]:
    """The pages of a WACZ file. Raises UnreadableError for a damaged one, TooLargeError for one that is a bomb."""
    try:
        with _opened(raw) as held, zipfile.ZipFile(held) as package:
            listed = _pages(package)
            names = [name for name in package.namelist() if name.startswith("archive/") and ".warc" in name]
            if not names:
                raise UnreadableError(f"{raw.name} holds no archive; it is damaged, or no WACZ file")
            found: set[str] = set()
            for name in names:
                where = f"{raw.name}, {PurePosixPath(name).name}"
                with package.open(name) as part:
                    for item in _records(part, raw, where):
                        if isinstance(item, Raw) and listed and item.kind != "pdf" and item.name not in listed:
                            continue
                        found.add(item.name)
                        yield item
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        KeyError,
        OSError,
        ValueError,
    ) as error:
        raise UnreadableError(f"{raw.name} is damaged or no WACZ file; get it again") from error
    for url in sorted(listed - found):
        yield _failure(url, f"is listed by {raw.name} and not in it")


def _pages(package: zipfile.ZipFile) -> set[str]:
    """The addresses that a WACZ lists as its pages."""
    try:
        with package.open("pages/pages.jsonl") as part:
            text = part.read(_LIST).decode("utf-8", "replace")
    except KeyError:
        return set()
    found: set[str] = set()
    for line in text.splitlines():
        if not line.startswith("{"):  # millions of short broken lines would take their time
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(value, dict) and isinstance(value.get("url"), str):
            found.add(value["url"])
    return found


def open_packed(raw: Raw) -> Iterator[Raw | Failure]:
    """What a gzip file holds, read as if it were not packed; a zstd file only where it is a WARC."""
    if raw.data.startswith(b"\x28\xb5\x2f\xfd"):
        yield from open_warc(raw)
        return
    data = unzip(raw.data, raw)
    name = raw.name.removesuffix(".gz")
    inner = Raw(
        data=data, name=name, suffix=PurePosixPath(name).suffix, known=raw.known, retrieved=raw.retrieved,
        columns=raw.columns, limits=raw.limits,
    )  # fmt: skip
    kind = sniff(inner)
    if kind == "packed":
        raise UnreadableError(f"{raw.name} is packed twice; unpack it and give what is inside")
    found = opener(kind)
    if found is None:
        yield inner
    else:
        yield from found(inner)


def unzip(data: bytes, raw: Raw) -> bytes:
    """All members of a gzip file. Raises UnreadableError for a damaged one, TooLargeError over the limit."""
    out: list[bytes] = []
    size = 0
    while data:
        member = zlib.decompressobj(wbits=31)
        try:
            out.append(member.decompress(data, raw.limits.max_unpacked_bytes - size + 1))
        except zlib.error as error:
            raise UnreadableError(f"{raw.name} is damaged; get the file again") from error
        size += len(out[-1])
        if size > raw.limits.max_unpacked_bytes:
            raise TooLargeError(f"{raw.name} unpacks to more than the limit of {raw.limits.max_unpacked_bytes:,} bytes")
        if not member.eof:
            raise UnreadableError(f"{raw.name} is cut off; get the file again")
        data = member.unused_data.lstrip(b"\x00")
    return b"".join(out)


def _failure(name: str, what: str, code: str = UnreadableError.code) -> Failure:
    return Failure(name=name, code=code, reason=f"{name} {what}")
