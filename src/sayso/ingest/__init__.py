"""Bytes to Document: `ingest` for one item, `ingest_all` for files that hold several.

Pure and deterministic: the same bytes and arguments always give the same document; nothing is asked of the network or
the clock.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.clocked import with_entries
from sayso.ingest.credits import same
from sayso.ingest.decode import scrub
from sayso.ingest.headed import headed
from sayso.ingest.language import english_alone
from sayso.ingest.prose import with_prose_alone
from sayso.ingest.raw import FIELDS, Extracted, Failure, Metadata, Raw
from sayso.ingest.registry import opener, reader
from sayso.ingest.sniff import archive_kind, looks_like, sniff
from sayso.model import Document
from sayso.settings import LIMITS, Limits

__all__ = ["Failure", "ingest", "ingest_all"]

_LONGEST_PATH = 4096


def ingest(
    source: Path | bytes | str,
    *,
    published: date | None = None,
    name: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    authors: Sequence[str] = (),
    retrieved: date | None = None,
    limits: Limits = LIMITS,
) -> Document:
    """The document that a file, some bytes, or a text is.

    A `str` that names an existing file is read as that file; one with white space in it that names none is the text
    itself. What the caller gives (`published`, `title`, …) wins over what the item says of itself. `media_type` forces
    a format; `retrieved` lets dates in the future of it be refused. `Document.id` is the SHA-256 of the bytes, or of
    the text's UTF-8 form.

    Raises UnreadableError, naming the item and the way out, for what is missing, empty, binary, damaged or of no known
    format, and where a file holds several documents; TooLargeError over a limit.
    """
    given = Metadata(
        title=title,
        publisher=publisher,
        authors=tuple(authors),
        url=url,
        published_at=published,
        retrieved_at=retrieved,
    )
    raw = _raw(source, name=name, media_type=media_type, known=given, limits=limits)
    kind = sniff(raw)
    read = reader(kind)
    if read is not None:
        return _document(raw, _bounded(raw, read(raw)), given)
    items = list(_first_two(raw, kind))
    if len(items) != 1:
        if not items:
            raise UnreadableError(f"{raw.name} holds no document")
        raise UnreadableError(f"{raw.name} holds several documents; read it with sayso.ingest.ingest_all")
    if isinstance(items[0], Failure):
        raise UnreadableError(items[0].reason)
    inner = items[0]
    return _document(inner, _bounded(inner, _read(inner)), given)


def ingest_all(
    source: Path | bytes | str,
    *,
    name: str | None = None,
    media_type: str | None = None,
    charset: str | None = None,
    found_at: str | None = None,
    retrieved: date | None = None,
    columns: Mapping[str, str] | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Document | Failure]:
    """Every document of a file, in its order, and a Failure for each item of it that cannot be read.

    A file that is one document gives that one; a mail gives its own text and then its attachments. `columns` maps our
    names of fields (`text`, `html`, `title`, `publisher`, `authors`, `url`, `published_at`, `updated_at`, `id`) to the
    columns of a CSV file or the keys of JSON objects; the usual names are known without it. `found_at` is the address
    that the file was retrieved from, which gives way to the one that a page names as its own; `charset` is the encoding
    that a server declared. Raises nothing for what is in the file; other arguments are as for `ingest`.
    """
    given = Metadata(retrieved_at=retrieved)
    shown = name or (str(source) if isinstance(source, Path) else "input")
    try:
        raw = _raw(source, name=name, media_type=media_type, known=given, limits=limits)
        known = raw.known.with_value("url", found_at, "where it was retrieved")
        raw = replace(raw, columns=tuple((columns or {}).items()), known=known, charset=charset)
        kind = sniff(raw)
        items: Iterator[Raw | Failure] = _open(raw, kind) if opener(kind) or not reader(kind) else iter([raw])
    except UnreadableError as error:
        yield Failure.of(shown, error)
        return
    yield from (_item(item, given) for item in _guarded(raw, items))


def _item(item: Raw | Failure, given: Metadata) -> Document | Failure:
    if isinstance(item, Failure):
        return item
    try:
        return _document(item, _bounded(item, _read(item)), given)
    except UnreadableError as error:
        return Failure.of(item.name, error)


def _guarded(raw: Raw, items: Iterator[Raw | Failure]) -> Iterator[Raw | Failure]:
    """The items, ended by a Failure where the container breaks off or holds more than the limit."""
    for number in range(raw.limits.max_items + 1):
        try:
            item = next(items)
        except StopIteration:
            return
        except UnreadableError as error:
            yield Failure.of(raw.name, error)
            return
        if number == raw.limits.max_items:
            yield Failure.of(
                raw.name, TooLargeError(f"{raw.name}: holds more than {number:,} documents; the rest is left out")
            )
            return
        yield item


def _first_two(raw: Raw, kind: str) -> Iterator[Raw | Failure]:
    for number, item in enumerate(_open(raw, kind)):
        yield item
        if number:
            return


def _open(raw: Raw, kind: str) -> Iterator[Raw | Failure]:
    found = opener(kind)
    if found is None:
        raise UnreadableError(
            f"{raw.name}: files of the kind {kind!r} cannot be read yet; save it as text, HTML or PDF"
        )
    return found(raw)


def _read(raw: Raw) -> Extracted:
    kind = sniff(raw)
    read = reader(kind)
    if read is None:
        raise UnreadableError(f"{raw.name}: holds other documents inside a document; unpack it and give its files")
    return read(raw)


def _raw(
    source: Path | bytes | str, *, name: str | None, media_type: str | None, known: Metadata, limits: Limits
) -> Raw:
    if isinstance(source, bytes):
        raw = Raw(data=source, name=name or "bytes", suffix=Path(name or "").suffix, known=known)
    else:
        path = source if isinstance(source, Path) else _path(source)
        if path is not None and (kind := _streamed(path, name or path.name, limits)):
            return Raw(
                data=_beginning(path), path=path, kind=kind, name=name or path.name, known=known,
                retrieved=known.retrieved_at, limits=limits,
            )  # fmt: skip
        if path is not None:
            data = _bytes_of(path, limits)
            raw = Raw(data=data, name=name or path.name, suffix=path.suffix, known=known)
        else:
            text = str(source)
            raw = Raw(data=text.encode("utf-8", "surrogatepass"), text=text, name=name or "text", known=known)
    if not raw.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise UnreadableError(f"{raw.name} is empty")
    if len(raw.data) > limits.max_bytes:
        raise TooLargeError(_too_large(raw.name, len(raw.data), limits))
    return Raw(
        data=raw.data, name=raw.name, text=raw.text, suffix=raw.suffix, media_type=media_type, known=known,
        retrieved=known.retrieved_at, limits=limits,
    )  # fmt: skip


def _streamed(path: Path, name: str, limits: Limits) -> str | None:
    """The kind of a file that is read as a stream, by its name and its first bytes; None for all others."""
    kind = archive_kind(name)
    try:
        state = path.stat()
        if kind is None or not stat.S_ISREG(state.st_mode) or not looks_like(kind, _beginning(path)):
            return None
    except (OSError, ValueError):
        return None
    if state.st_size > limits.max_archive_bytes:
        raise TooLargeError(
            f"{name}: its {state.st_size:,} bytes are over the limit of {limits.max_archive_bytes:,}; "
            "split it, or raise max_archive_bytes"
        )
    return kind


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(8192)


def _path(source: str) -> Path | None:
    """The file that a string names; None where it is a text. Raises UnreadableError for a name without a file."""
    short = len(source) <= _LONGEST_PATH and "\n" not in source and "\x00" not in source
    if short and source:
        try:
            found = Path(source).exists()
        except (OSError, ValueError):
            found = False
        if found:
            return Path(source)
    if source and not any(char.isspace() for char in source):
        if source.startswith(("http://", "https://")):
            raise UnreadableError(
                f"{source[:200]}: sayso does not fetch addresses by itself; save the page and give the file"
            )
        raise UnreadableError(f"{source[:200]}: no such file")
    return None


def _bytes_of(path: Path, limits: Limits) -> bytes:
    shown = path.name or str(path)
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise UnreadableError(f"{shown} is a folder; give the files in it")
        if not stat.S_ISREG(state.st_mode):
            raise UnreadableError(f"{shown} is no regular file; give a file")
        if state.st_size > limits.max_bytes:
            raise TooLargeError(_too_large(shown, state.st_size, limits))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(f"{path}: no such file") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it cannot be opened"
        raise UnreadableError(f"{shown}: {reason.lower()}; check the name and who may read it") from error


def _too_large(name: str, size: int, limits: Limits) -> str:
    return f"{name}: its {size:,} bytes are over the limit of {limits.max_bytes:,}; split it, or raise max_bytes"


def _bounded(raw: Raw, made: Extracted) -> Extracted:
    if len(made.text) > raw.limits.max_characters:
        raise TooLargeError(
            f"{raw.name}: its {len(made.text):,} characters are over the limit of {raw.limits.max_characters:,}; "
            "split it, or raise max_characters"
        )
    if not made.blocks:
        raise UnreadableError(f"{raw.name} holds no text")
    blocks, left_out = with_prose_alone(made.text, made.blocks)
    if not blocks:
        raise UnreadableError(
            f"{raw.name} holds no prose: its {left_out:,} characters are the same few words again and again, numbers, "
            "marks or coded data; give the article’s own text or page"
        )
    if not left_out:
        return made
    told = f"{left_out:,} of its {len(made.text):,} characters are no prose (repeated words, numbers, marks or coded "
    told += "data); they stay in its text, and nothing is read from them"
    return replace(made, blocks=blocks, warnings=(*made.warnings, told))


def _document(raw: Raw, made: Extracted, given: Metadata) -> Document:
    about = Metadata()
    for field in FIELDS:
        about = about.with_value(field, getattr(given, field), "given")
    for other in (raw.known, made.metadata) if raw.trusted else (made.metadata, raw.known):
        about = about.or_else(other)
    if about.credit and about.publisher and same(about.credit, about.publisher):
        about = about.without("credit")
    if not given.title:
        made = headed(made, raw.known.title)  # a column of a table
    told, blocks, warnings = english_alone(made.text, made.blocks)
    made_of = Document(
        id=hashlib.sha256(raw.data).hexdigest(),
        name=scrub(raw.name),
        media_type=made.media_type,
        text=made.text,
        blocks=blocks,
        pieces=made.pieces,
        url=_whole(about.url),
        publisher=_whole(about.publisher),
        authors=tuple(map(scrub, about.authors)),
        title=_whole(about.title),
        published_at=about.published_at,
        updated_at=about.updated_at,
        retrieved_at=about.retrieved_at,
        credit=_whole(about.credit),
        provenance=tuple(sorted(about.found)),
        warnings=(*made.warnings, *warnings),
        language=told,
    )
    return with_entries(made_of)


def _whole(told: str | None) -> str | None:
    """What is known of an item, without characters that nothing can be written with. A file's name may have some too,
    where the system does not keep names in UTF-8."""
    return None if told is None else scrub(told)
