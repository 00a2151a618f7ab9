"""`sayso ingest` and `sayso verify`: taking files in, keeping the originals, hashing them again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.console import UNABLE, UNREAD, USAGE, plain, progress, stop
from sayso.cli.coverage import NoOcr, limits
from sayso.cli.fetching import AllowPrivate, Fetch, UserAgent, fetching, found, sources
from sayso.errors import SaysoError


def ingest(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files, folders with all that is in them, and with --fetch web addresses."
        ),
    ],
    originals: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Keep the exact bytes of every file there, with a line of custody each."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a line of JSON for each document, failure and skipped file.")
    ] = False,
    fetch: Fetch = False,
    allow_private: AllowPrivate = False,
    user_agent: UserAgent = None,
    no_ocr: NoOcr = False,
) -> None:
    """Read whatever is there, and say what was read, what was skipped, and what failed and why."""
    from datetime import UTC, datetime

    from sayso.intake import Account, as_data, take_in

    online = None
    if fetch:
        if originals is None:
            stop("--fetch needs --originals FOLDER, where what is fetched is kept.", USAGE)
        online = fetching(originals, allow_private=allow_private, user_agent=user_agent)
    account = Account()
    named = sources(paths, online, leave_out=originals)
    try:
        reading = take_in(found(named, online), at=datetime.now(UTC), originals=originals, limits=limits(not no_ocr))
        for taken in progress(reading, "Reading", len(named)):
            account.add(taken)
            for one in taken.outcomes if as_json else ():
                row = as_data(taken.file, one)
                typer.echo(json.dumps(row, default=plain))
    except SaysoError as error:
        stop(f"{error} [{error.code}]", UNABLE)
    if not as_json:
        Console().print(account.table())
    if account.failed:  # what cannot be read is kept all the same
        raise typer.Exit(UNREAD if account.read or originals is not None else UNABLE)


def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of originals, as sayso ingest keeps it.")],
) -> None:
    """Hash every original again, and name what is missing, changed or unknown."""
    from sayso.report.inert import one_line
    from sayso.store import verify as check

    try:
        found = check(folder)
    except SaysoError as error:
        stop(f"{error} [{error.code}]", UNABLE)
    for what in ("missing", "changed", "unknown"):
        for file in getattr(found, what):
            typer.echo(f"{what}: {one_line(file)}")
    for number, wrong in found.damaged:
        typer.echo(f"custody.jsonl, line {number}: {wrong}")
    typer.echo(f"{found.intact} intact; the last line of custody is {found.head or 'none'}")
    if not found.sound:
        raise typer.Exit(UNREAD)
