"""The files that the commands read: how they are named on the command line, and their readings."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.console import USAGE, complain, progress, stop
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.model import Reading

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE…", help="Articles, statements, releases, posts: text, HTML, PDF, mail, Word, feeds, web archives."
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When the files were published, where they do not say: YYYY-MM-DD, or YYYY-MM-DDTHH:MM."
    ),
]
AboutTable = Annotated[
    Path | None,
    typer.Option(
        "--about",
        metavar="TABLE",
        help="A CSV table of what files do not say themselves: file, published, publisher, title, url.",
    ),
]


def read_files(files: Sequence[Path], published: str | None, table: Path | None) -> tuple[list[Reading], int]:
    """The readings of all files that can be read, and how many cannot. Says on standard error which, and why."""
    from sayso import batch
    from sayso.ingest import Failure
    from sayso.read import read as read_document

    try:
        day = batch.day(published) if published else None
        known = batch.about(table) if table else {}
    except InputError as error:
        stop(str(error), USAGE)
    readings: list[Reading] = []
    failed = 0
    for file in progress(files, "Reading"):
        for item in batch.load(file, known.pop(file.name, None), day):
            if isinstance(item, Failure):
                failed += 1
                complain(item.reason)
                continue
            for warning in item.warnings:
                complain(f"{item.name}: {warning}")
            readings.append(read_document(item))
    for name in known:
        complain(f"{table}: “{name}” is none of the files")
    return readings, failed
