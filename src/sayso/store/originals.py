"""A folder of originals: every file once, under the SHA-256 of its bytes, and a line of custody for each arrival.

    originals/custody.jsonl
    originals/3f/3f0a….html

Nothing in the folder is ever changed: files are written whole or not at all, lines are only added. Each line holds the
SHA-256 of the line before it, so that a line taken out or rewritten later shows; to show also that none was cut off at
the end, note `Verification.head` somewhere else.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any

from sayso.errors import StoreError

try:
    import fcntl
except ImportError:  # Windows: one writer at a time is then the caller's care
    fcntl = None  # type: ignore[assignment]

CUSTODY = "custody.jsonl"
_KEPT = re.compile(r"(?P<first>[0-9a-f]{2})/(?P<sha>(?P=first)[0-9a-f]{62})(?:\.[a-z0-9]{1,8})?")
_UNSAFE = re.compile("[\ud800-\udfff]")
_CHUNK = 1 << 20
_TEMPORARY = ".arriving-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A line of custody. `file` is the path below the folder; `previous` the SHA-256 of the line before, if any.

    `name` is what the file was called where it came from. `retrieved_at` is when it was taken from `url`, as far as the
    file or the caller says; `added_at` is when it was put here, by the version `sayso`. Times are in ISO 8601.
    `fetched` is, for what sayso fetched itself, the address `asked` for, the `redirects` on the way to `url`, the
    `status` and those `headers` of the answer that say something about the bytes.
    """

    file: str
    sha256: str
    size: int
    name: str
    media_type: str | None
    url: str | None
    retrieved_at: str | None
    added_at: str
    sayso: str
    previous: str | None
    fetched: Mapping[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What `verify` found: paths below the folder. `damaged` are lines of custody, by number, with what is wrong.

    `intact` counts the files whose bytes are what they were. `unknown` stand in the folder with no line of custody.
    `head` is the SHA-256 of the last line.
    """

    intact: int
    missing: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    damaged: tuple[tuple[int, str], ...] = ()
    head: str | None = None

    @property
    def sound(self) -> bool:
        """Whether all is there, unchanged and accounted for."""
        return not (self.missing or self.changed or self.unknown or self.damaged)


def keep(
    folder: Path,
    source: Path | bytes,
    *,
    at: datetime,
    name: str | None = None,
    media_type: str | None = None,
    url: str | None = None,
    retrieved_at: date | None = None,
    fetched: Mapping[str, Any] | None = None,
) -> Arrival:
    """Put the bytes of a file into the folder, once, and note their arrival. `at` is the time it is now.

    Raises StoreError where the folder cannot be written, the file cannot be read, or the same original is there
    already with other bytes than it had.
    """
    shown = name or (source.name if isinstance(source, Path) else "bytes")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder) as custody:
            file, sha256, size = _store(folder, source, shown)
            previous = _last_line(custody)
            arrival = Arrival(
                file=file, sha256=sha256, size=size, name=_UNSAFE.sub("\ufffd", shown), media_type=media_type,
                url=_UNSAFE.sub("\ufffd", url) if url else None,
                retrieved_at=retrieved_at.isoformat() if retrieved_at else None,
                added_at=at.isoformat(timespec="seconds"), sayso=version("sayso"),
                previous=hashlib.sha256(previous).hexdigest() if previous else None, fetched=fetched,
            )  # fmt: skip
            _append(custody, _line(arrival))
    except OSError as error:
        told = str(error.strerror or error).lower()
        raise StoreError(
            f"{shown} could not be kept in {folder} ({told}); make room there, or name another folder of originals"
        ) from error
    return arrival


def arrivals(folder: Path) -> Iterator[Arrival]:
    """Every arrival on record, in order; lines that are damaged are left out (`verify` names them)."""
    return (one for _, one, _ in _lines(folder) if isinstance(one, Arrival))


def verify(folder: Path) -> Verification:
    """Hash everything in the folder again and compare it with what its lines of custody say. Changes nothing.

    Raises StoreError where there is no such folder, or no custody in it.
    """
    if not (folder / CUSTODY).is_file():
        raise StoreError(f"{folder} is no folder of originals: it holds no {CUSTODY}")
    known: dict[str, tuple[str, int]] = {}
    damaged: list[tuple[int, str]] = []
    head: str | None = None
    for number, one, line in _lines(folder):
        if isinstance(one, str):
            damaged.append((number, one))
        else:
            known[one.file] = one.sha256, one.size
            if one.previous != head:
                damaged.append((number, "the line before it is not the one that stood there"))
        head = hashlib.sha256(line).hexdigest()
    intact = 0
    missing: list[str] = []
    changed: list[str] = []
    for file, (sha256, size) in sorted(known.items()):
        found = _fingerprint(folder / file)
        if found is None:
            missing.append(file)
        elif found != (sha256, size):
            changed.append(file)
        else:
            intact += 1
    unknown = sorted(set(_files(folder)) - set(known) - {CUSTODY})
    return Verification(
        intact=intact, missing=tuple(missing), changed=tuple(changed), unknown=tuple(unknown),
        damaged=tuple(damaged), head=head,
    )  # fmt: skip


def _line(arrival: Arrival) -> bytes:
    """The line of custody, in which what is not known stands as null, and `fetched` only where something was."""
    told = asdict(arrival)
    if arrival.fetched is None:
        del told["fetched"]
    return _UNSAFE.sub("\ufffd", json.dumps(told, ensure_ascii=False)).encode("utf-8")


def _store(folder: Path, source: Path | bytes, shown: str) -> tuple[str, str, int]:
    """Write the bytes where their hash says, unless they are there. The path below the folder, the hash, the size."""
    handle, temporary = tempfile.mkstemp(prefix=_TEMPORARY, dir=folder)
    try:
        digest = hashlib.sha256()
        size = 0
        with os.fdopen(handle, "wb") as out:
            for chunk in _chunks(source):
                digest.update(chunk)
                size += len(chunk)
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        sha256 = digest.hexdigest()
        place = folder / sha256[:2]
        place.mkdir(exist_ok=True)
        there = sorted(one for one in place.glob(f"{sha256}*") if _KEPT.fullmatch(f"{place.name}/{one.name}"))
        for one in there:
            if _fingerprint(one) != (sha256, size):
                raise StoreError(
                    f"{shown}: its original {place.name}/{one.name} was changed since it was kept; "
                    "look with sayso verify, and put it right from a backup"
                )
            return f"{place.name}/{one.name}", sha256, size
        suffix = Path(shown).suffix.lower()
        target = place / (sha256 + (suffix if re.fullmatch(r"\.[a-z0-9]{1,8}", suffix) else ""))
        Path(temporary).chmod(0o444)
        Path(temporary).replace(target)
        _sync(place)
        _sync(folder)
        return f"{place.name}/{target.name}", sha256, size
    finally:
        Path(temporary).unlink(missing_ok=True)


def _chunks(source: Path | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield source
        return
    if not stat.S_ISREG(source.stat().st_mode):
        raise StoreError(f"{source.name} is no regular file; give a file")
    with source.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _fingerprint(file: Path) -> tuple[str, int] | None:
    """The hash and the size of a regular file; None where there is none. What cannot be read counts as empty."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return "", 0
    except OSError:
        return None
    digest = hashlib.sha256()
    size = 0
    try:
        for chunk in _chunks(file):
            digest.update(chunk)
            size += len(chunk)
    except OSError:
        return "", 0
    return digest.hexdigest(), size


@contextmanager
def _locked(folder: Path) -> Iterator[IO[bytes]]:
    """The file of custody, open to read and append, held by nobody else."""
    with (folder / CUSTODY).open("a+b") as custody:
        if fcntl is not None:
            fcntl.flock(custody, fcntl.LOCK_EX)
        yield custody


def _last_line(custody: IO[bytes]) -> bytes:
    """The last line without its end; empty where there is none."""
    end = custody.seek(0, os.SEEK_END)
    tail = b""
    while end > 0 and b"\n" not in tail.rstrip(b"\n"):
        step = min(_CHUNK, end)
        end -= step
        custody.seek(end)
        tail = custody.read(step) + tail
    return tail.rstrip(b"\n").rpartition(b"\n")[2]


def _append(custody: IO[bytes], line: bytes) -> None:
    """Add a line in one write. A line that a crash cut off before it stays by itself, and `verify` names it."""
    if custody.seek(0, os.SEEK_END):
        custody.seek(-1, os.SEEK_END)
        if custody.read(1) != b"\n":
            line = b"\n" + line
    custody.write(line + b"\n")
    custody.flush()
    os.fsync(custody.fileno())


def _sync(folder: Path) -> None:
    """Have a folder's names on the disk, where the system can."""
    if hasattr(os, "O_DIRECTORY"):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _lines(folder: Path) -> Iterator[tuple[int, Arrival | str, bytes]]:
    """Every line of custody with its number: the arrival, or what is wrong with it."""
    with (folder / CUSTODY).open("rb") as custody:
        for number, line in enumerate(custody, 1):
            plain = line.rstrip(b"\n")
            if plain:
                yield number, _arrival(plain), plain


def _arrival(line: bytes) -> Arrival | str:
    try:
        told: Any = json.loads(line)
        one = Arrival(**told)
    except (ValueError, TypeError, RecursionError):
        return "it is no line of custody"
    kept = _KEPT.fullmatch(one.file) if isinstance(one.file, str) else None
    if kept is None or kept["sha"] != one.sha256 or not isinstance(one.size, int):
        return "its file is not named after its hash"
    return one


def _files(folder: Path) -> Iterator[str]:
    """The paths of everything in the folder that is no folder, without following links."""
    for place, folders, files in os.walk(folder):
        below = Path(place)
        links = [name for name in folders if (below / name).is_symlink()]
        yield from ((below / name).relative_to(folder).as_posix() for name in (*files, *links))
