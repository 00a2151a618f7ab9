"""The files that the commands read: how they are named on the command line, and their readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.console import USAGE, complain, progress, stop
from sayso.cli.fetching import Fetching, found, sources
from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.model import Reading
    from sayso.settings import Limits

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE…",
        help="Articles, statements, releases, posts: text, HTML, PDF, mail, Word, feeds, web archives; folders too.",
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When the files were published, where they do not say: YYYY-MM-DD, or YYYY-MM-DDTHH:MM."
    ),
]
NoOcr = Annotated[
    bool, typer.Option("--no-ocr", help="Do not read scans and pictures of pages, also where Tesseract is installed.")
]
AboutTable = Annotated[
    Path | None,
    typer.Option(
        "--about",
        metavar="TABLE",
        help="A CSV table of what files do not say themselves: file, published, publisher, title, url.",
    ),
]


Columns = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Which column of a CSV table or field of JSON holds what, where its name does not tell: text=Body, "
        "published_at=Day. As often as needed.",
    ),
]

NAMED = 5  # files of one kind that a message names; the rest is counted


def limits(ocr: bool) -> Limits:
    """The limits that the commands read within."""
    from dataclasses import replace

    from sayso.settings import LIMITS

    return LIMITS if ocr else replace(LIMITS, max_ocr_pages=0)


def columns(given: Sequence[str] | None) -> dict[str, str]:
    """The columns that --column names, by sayso's own names of fields. Ends with a usage error for anything else."""
    from sayso.ingest.tables import NAMES

    found: dict[str, str] = {}
    for one in given or ():
        field, _, name = one.partition("=")
        if field not in NAMES or not name:
            stop(f"--column {one}: write FIELD=NAME; the fields are {', '.join(NAMES)}.", USAGE)
        found[field] = name
    return found


def with_dates(source: Path, lines: Iterable[str]) -> Iterator[str]:
    """The lines of a batch as they are; says on standard error which have an odd date of publication."""
    import json

    from sayso import batch

    today = datetime.now(UTC).date()
    for number, line in enumerate(lines, 1):
        if '"published"' in line:
            try:
                odd = batch.doubt(batch.day(json.loads(line)["published"]), today)
            except (InputError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
                odd = None  # whoever reads the line says what is wrong with it
            if odd:
                complain(f"{batch.place(source, number)}: its date of publication, {odd}")
        yield line


def kept_once(readings: Sequence[Reading]) -> list[Reading]:
    """The readings with files of the same bytes as one document; says on standard error which these are."""
    from sayso.reconcile.copies import one_each
    from sayso.report.inert import one_line

    given: dict[str, list[str]] = {}
    for reading in readings:
        given.setdefault(reading.document.id, []).append(reading.document.name)
    kept = one_each(readings)
    for document in (one.document for one in kept):
        names = given[document.id]
        if len(names) > 1:
            others = list(names)
            others.remove(document.name)
            told = ", ".join(others[:NAMED]) + (f" and {len(others) - NAMED:,} more" if len(others) > NAMED else "")
            complain(
                one_line(f"{len(names):,} files have the same bytes and are one document, {document.name}: also {told}")
            )
    return kept


def nothing(files: Sequence[str], lacking: str = "") -> str:
    """That nothing of what was named could be read, and what there is not for want of it."""
    told = ", ".join(files[:NAMED]) + (f" and {len(files) - NAMED:,} more" if len(files) > NAMED else "")
    return f"Nothing could be read of {told}{f', so there is no {lacking}' if lacking else ''}."


def read_files(
    files: Sequence[str],
    published: str | None,
    table: Path | None,
    fetch: Fetching | None = None,
    *,
    ocr: bool = True,
    named_columns: Sequence[str] | None = None,
    corrections: Sequence[Path] = (),
) -> tuple[list[Reading], int]:
    """The readings of all files that can be read, and how many cannot or are not in English. Says on standard error
    which, and why. The tables that say who published what, and what people decided, are no coverage."""
    from sayso import batch
    from sayso.ingest.language import ENGLISH
    from sayso.ingest.raw import Failure
    from sayso.ingest.walk import Skipped
    from sayso.intake import in_full, take_in
    from sayso.read import read as read_document
    from sayso.report.inert import one_line

    try:
        day = batch.day(published) if published else None
        known = batch.about(table) if table else {}
    except InputError as error:
        stop(str(error), USAGE)
    today = datetime.now(UTC).date()
    if day and (odd := batch.doubt(day, today)):
        complain(f"--published: {odd}")
    held = columns(named_columns)
    readings: list[Reading] = []
    failed = 0
    named = sources(files, fetch)
    missing = set(known)
    aside = {one.absolute(): "--corrections" for one in corrections}
    if table is not None:
        aside[table.absolute()] = "--about"
    for taken in progress(
        take_in(found(named, fetch), at=datetime.now(UTC), limits=limits(ocr), columns=held), "Reading", len(named)
    ):
        name = Path(taken.file).name
        if option := aside.get(Path(taken.file).absolute()):
            complain(one_line(f"{taken.file}: not read, it is the table of {option}"))
            continue
        missing.discard(name)
        for item in taken.outcomes:
            if isinstance(item, Failure):
                failed += 1
                complain(one_line(in_full(taken.file, item.reason)))
            elif isinstance(item, Skipped):
                complain(one_line(f"{item.name}: not read, {item.reason}"))
            else:
                document = batch.completed(item, known.get(name), day)
                when = document.published_at
                if when and when != day and (odd := batch.doubt(when, today)):
                    complain(one_line(f"{document.name}: its date of publication, {odd}"))
                for warning in document.warnings:
                    complain(one_line(f"{document.name}: {warning}"))
                failed += document.language != ENGLISH
                readings.append(read_document(document))
    for name in sorted(missing):
        complain(one_line(f"{table}: “{name}” is none of the files"))
    return readings, failed
