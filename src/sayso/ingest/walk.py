"""The files that paths name: themselves, and all in the folders among them, in a fixed order."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import UnreadableError
from sayso.ingest.own import OWN, is_own
from sayso.ingest.raw import Failure
from sayso.ingest.sources import Source, kept
from sayso.store import CUSTODY, Arrival, arrivals

_PAGE_PARTS = frozenset(
    ".avif .bmp .css .eot .gif .ico .jpeg .jpg .js .m4a .map .mjs .mov .mp3 .mp4 .ogg .otf .png .svg .ttf "
    ".wav .webm .webp .woff .woff2".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something in a folder that was passed over without an attempt to read it, and why."""

    name: str
    reason: str


Found = Path | Source | Skipped | Failure


def walk(paths: Iterable[Path], leave_out: Path | None = None) -> Iterator[Found]:
    """Every file of `paths`, and of their folders in the order of names, each folder once.

    In folders these are skipped: hidden files and folders, what is no file (pipes, devices, sockets), links that lead
    nowhere or to a folder that was walked already, pictures, sounds, films, scripts, fonts and style sheets, what sayso
    wrote itself, and the folder `leave_out`. A folder of originals gives what its lines of custody name, each file
    once. A folder that cannot be listed, or that holds nothing to read, is a Failure. A path given outright is always
    given back, unless sayso wrote it.
    """
    seen: set[tuple[int, int]] = set()
    own = _identity(leave_out) if leave_out else None
    for path in paths:
        if path.is_dir():
            yield from _whole(path, _folder(path, seen, own))
        else:
            yield Skipped(name=str(path), reason=OWN) if is_own(path) else path


def _whole(folder: Path, found: Iterable[Found]) -> Iterator[Found]:
    """What was found in a folder that was given, and a Failure where it is nothing that could be read."""
    passed = 0
    for one in found:
        yield one
        if not isinstance(one, Skipped) or one.name == str(folder):
            passed = -1
        elif passed >= 0:
            passed += 1
    if passed >= 0:
        told = f"nothing in the folder can be read ({passed} passed over)" if passed else "the folder is empty"
        reason = f"{folder}: {told}; put articles there, as text, HTML or PDF"
        yield Failure(name=str(folder), code=UnreadableError.code, reason=reason)


def _folder(folder: Path, seen: set[tuple[int, int]], own: tuple[int, int] | None) -> Iterator[Found]:
    """What is in the folder and below it, without recursion, so that depth costs nothing."""
    stack = [folder]
    while stack:
        path = stack.pop()
        try:
            state = path.stat()
        except OSError as error:
            told = "a link that leads nowhere" if path.is_symlink() else f"cannot be looked at ({error.strerror})"
            yield Skipped(name=str(path), reason=told)
            continue
        if not stat.S_ISDIR(state.st_mode):
            reason = _reason(path, state.st_mode)
            yield Skipped(name=str(path), reason=reason) if reason else path
            continue
        identity = state.st_dev, state.st_ino
        if identity in seen:
            yield Skipped(name=str(path), reason="a folder that was walked already")
        elif identity == own:
            yield Skipped(name=str(path), reason="the folder of originals")
        else:
            seen.add(identity)
            if (path / CUSTODY).is_file():
                yield from _originals(path)
                continue
            try:
                names = sorted(one.name for one in path.iterdir())
            except OSError as error:
                reason = f"{path}: the folder cannot be listed ({error.strerror}); check who may read it"
                yield Failure(name=str(path), code=UnreadableError.code, reason=reason)
                continue
            yield from (Skipped(name=str(path / name), reason="hidden") for name in names if name.startswith("."))
            stack += [path / name for name in reversed(names) if not name.startswith(".")]


def _originals(folder: Path) -> Iterator[Found]:
    """The files of a folder of originals, in the order of their first arrival, each as its fullest line tells of it."""
    try:
        lines = list(arrivals(folder))
    except OSError as error:
        reason = f"{folder}: its {CUSTODY} cannot be read ({error.strerror}); check who may read it"
        yield Failure(name=str(folder), code=UnreadableError.code, reason=reason)
        return
    found: dict[str, Arrival] = {}
    for one in lines:
        before = found.setdefault(one.file, one)
        if one.url and not before.url:
            found[one.file] = one
    yield from (kept(folder, one) for one in found.values())


def _reason(path: Path, mode: int) -> str | None:
    if not stat.S_ISREG(mode):
        return "no file but a pipe, a device or a socket"
    if path.suffix.lower() in _PAGE_PARTS:
        return "a part of a page, or no text"
    return OWN if is_own(path) else None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_dev, state.st_ino
