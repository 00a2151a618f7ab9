"""What the commands say to a person: progress, complaints, results, and how they end."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn, TextIO, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Item = TypeVar("Item")

UNREAD = 1  # something that was asked for could not be read; the rest was done
USAGE = 2  # the command line is wrong (typer's own number too)
STOPPED = 130  # by Ctrl-C, as shells count it
UNABLE = 3  # nothing could be done: nothing that could be read, no model, nowhere to write


def progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
    """The items, with a bar on standard error where a person watches and there is more than a moment's work."""
    console = Console(stderr=True)
    total = len(items) if isinstance(items, Sequence) else total
    if not console.is_terminal or total == 1:
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        for item in items:
            yield item
            bar.advance(task)


@contextmanager
def written(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file `output` in UTF-8.

    A file has its name only once it is whole: until then it is written beside, with `.part` behind its name, and stays
    there where somebody stops the command. What an earlier run wrote is kept until then.
    """
    if output is None:
        yield sys.stdout
        return
    part = _beside(output)
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
    except OSError as error:
        stop(f"{output} could not be written: {unwritten(error)}.", UNABLE)
    except typer.Exit as end:
        if end.exit_code != UNABLE:
            _named(part, output)  # some of what was asked for could not be read; the rest is here
        elif part != output:
            part.unlink(missing_ok=True)
        raise
    except KeyboardInterrupt:
        if part != output:
            complain(
                f"What was made until then is in {part}" + (f"; {output} is as it was." if output.exists() else ".")
            )
        raise
    _named(part, output)


def _beside(output: Path) -> Path:
    """The file that is written until it is whole: `output` itself where it is no plain file, or nothing fits beside."""
    plain_file = not output.is_symlink() and (output.is_file() or not output.exists())
    room = len(os.fsencode(output.name)) < 240 and os.access(output.parent, os.W_OK | os.X_OK)  # names have 255 bytes
    return output.with_name(output.name + ".part") if plain_file and room else output


def _named(part: Path, output: Path) -> None:
    if part != output:
        try:
            part.replace(output)
        except OSError as error:
            stop(f"{output} could not be written: {unwritten(error)}. What was made is in {part}.", UNABLE)


def unwritten(error: OSError) -> str:
    """Why something could not be written, and the way out."""
    ways = {
        errno.ENOENT: "there is no such folder; make it first, or name another with -o",
        errno.ENOTDIR: "a part of its path is a file and no folder; name another place with -o",
        errno.EEXIST: "a file has that name already; name another folder with -o",
        errno.EISDIR: "it is a folder; name a file with -o",
        errno.ENOSPC: "the disk is full; make room, or name a place on another disk with -o",
        errno.EACCES: "you may not write there; name another place with -o",
        errno.EPERM: "you may not write there; name another place with -o",
        errno.EROFS: "nothing can be written on that disk; name another place with -o",
    }
    return (
        ways.get(error.errno or 0) or f"{(error.strerror or 'it is not said why').lower()}; name another place with -o"
    )


def room_for(folder: Path) -> None:
    """Stop before any work is done where a folder of that name cannot be made or written in."""
    for place in (folder, *folder.parents):
        if place.is_dir():
            if os.access(place, os.W_OK | os.X_OK):
                return
            wrong = errno.EACCES
        elif place.exists() or place.is_symlink():
            wrong = errno.EEXIST if place == folder else errno.ENOTDIR
        else:
            continue
        stop(f"The dossier could not be written to {folder}: {unwritten(OSError(wrong, os.strerror(wrong)))}.", UNABLE)


def plain(value: object) -> str:
    """Dates and times for JSON, each as fine as it is known. Raises TypeError for anything else."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


def complain(message: str) -> None:
    """Say it on standard error."""
    typer.echo(message, err=True)


def stop(message: str, status: int) -> NoReturn:
    """Say why on standard error, and end with the status."""
    complain(message)
    raise typer.Exit(status)
