"""`sayso read`: who says what in each document."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.console import UNABLE, UNREAD, USAGE, complain, plain, progress, stop, written
from sayso.cli.coverage import AboutTable, Columns, Published, nothing, read_files, with_dates
from sayso.errors import InputError


def read(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE…", help="As for report.")] = None,
    published: Published = None,
    about: AboutTable = None,
    column: Columns = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the whole readings as JSON.")] = False,
    jsonl: Annotated[
        Path | None,
        typer.Option(
            metavar="LINES",
            help="Read a JSON Lines file instead (“-” is standard input; .gz too): a line has id, text and optionally "
            "published, title, publisher, url.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, not to standard output.")
    ] = None,
) -> None:
    """Show who says what in each document: its attributions."""
    if jsonl is not None:
        if files or as_json or published or about or column:
            stop("--jsonl goes alone: its lines say everything that the files and the other options would.", USAGE)
        _batch(jsonl, output)
        return
    if not files:
        stop("Name at least one file to read, or a batch with --jsonl LINES.", USAGE)
    readings, failed = read_files(files, published, about, named_columns=column)
    if not readings:
        stop(nothing(files), UNABLE)
    if as_json:
        with written(output) as out:
            json.dump([asdict(one) for one in readings], out, ensure_ascii=False, indent=2, default=plain)
            out.write("\n")
    else:
        from sayso.report.terminal import attributions

        with written(output) as out:
            console = Console(file=None if output is None else out)
            for reading in readings:
                attributions(reading, console)
    if failed:
        raise typer.Exit(UNREAD)


def _batch(source: Path, output: Path | None) -> None:
    """Read a JSON Lines file: a line out for every good line in, in the same order."""
    from sayso import batch
    from sayso.report.inert import one_line

    lines: Iterable[str] = sys.stdin if str(source) == "-" else batch.rows(source)
    bad = good = 0
    with written(output) as out:
        try:
            for row in progress(batch.read_lines(with_dates(source, lines)), "Reading lines"):
                if isinstance(row, batch.Bad):
                    bad += 1
                    complain(one_line(f"{batch.place(source, row.line)}: {row.reason}"))
                else:
                    good += 1
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
        except InputError as error:
            stop(str(error), UNREAD if good else UNABLE)
    if bad:
        stop(
            f"{batch.called(source)}: {bad} {'line was' if bad == 1 else 'lines were'} left out.",
            UNREAD if good else UNABLE,
        )
