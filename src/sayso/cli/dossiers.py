"""`sayso report`: the dossier of one incident."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from sayso.cli.console import UNABLE, UNREAD, USAGE, room_for, stop, together, unwritten
from sayso.cli.correcting import Corrections, unfollowed
from sayso.cli.coverage import AboutTable, Columns, Files, NoOcr, Published, kept_once, nothing, read_files
from sayso.cli.fetching import AllowPrivate, Fetch, UserAgent, fetching
from sayso.errors import InputError


def report(
    files: Files,
    published: Published = None,
    about: AboutTable = None,
    column: Columns = None,
    organisations: Annotated[
        Path | None,
        typer.Option(metavar="TABLE", help="A YAML table of who belongs to whom, beside the one that ships."),
    ] = None,
    codebook: Annotated[
        str | None,
        typer.Option(
            metavar="BOOK",
            help="What the record holds: a codebook that ships (shooting, use_of_force), or a YAML file. Left out: the "
            "one that fits, use_of_force where a police force took part, else shooting.",
        ),
    ] = None,
    correct: Corrections = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="Where dossier.html, .json, claims.csv and record.json, .csv go."
        ),
    ] = Path("dossier"),
    fetch: Fetch = False,
    originals: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="With --fetch: where what was fetched is kept; originals in the output folder otherwise.",
        ),
    ] = None,
    allow_private: AllowPrivate = False,
    user_agent: UserAgent = None,
    no_ocr: NoOcr = False,
) -> None:
    """Make the dossier of one incident from its coverage."""
    from sayso.codebooks import load
    from sayso.reconcile.agents.organisations import default, with_table
    from sayso.reconcile.followed import followed
    from sayso.store import corrections

    try:
        book = load(codebook) if codebook else None
        table = with_table(organisations) if organisations else default()
        judged = [line for one in correct or () for line in corrections(one)]
    except InputError as error:
        stop(str(error), USAGE)
    room_for(output)
    online = None
    if fetch:
        online = fetching(originals or output / "originals", allow_private=allow_private, user_agent=user_agent)
    readings, failed = read_files(
        files, published, about, online, ocr=not no_ocr, named_columns=column, corrections=correct or ()
    )
    if not readings:
        stop(nothing(files, "dossier"), UNABLE)
    from sayso.reconcile.record.heard import heard
    from sayso.report.html import page
    from sayso.report.record_table import records_csv
    from sayso.report.tables import claims_csv
    from sayso.report.terminal import summary

    readings = kept_once(readings)
    gc.freeze()  # what was read lives as long as the process: the collector need not walk it again and again
    made = followed(readings, judged, organisations=table, codebook=book)
    unfollowed(made.decided)
    dossier = heard(made.dossier, made.record, made.book)
    pages = {
        "record.json": made.record.to_json() + "\n",
        "record.csv": records_csv([made.record], made.book),
        "dossier.html": page(dossier, made.record, made.book, decided=made.decided),
        "dossier.json": dossier.to_json() + "\n",
        "claims.csv": claims_csv(dossier),
    }
    _write(output, pages)
    summary(dossier, Console())
    chosen = "" if codebook else ", which fits; --codebook takes another"
    typer.echo(f"\nThe record follows the codebook {made.book.name}{chosen}.")
    typer.echo(f"Written: {', '.join(str(output / name) for name in pages)}")
    if failed:
        raise typer.Exit(UNREAD)


def _write(folder: Path, pages: Mapping[str, str]) -> None:
    """Write the pages into the folder, or end with what keeps them from it."""
    try:
        together(folder, pages)
    except OSError as error:
        stop(f"The dossier could not be written to {folder}: {unwritten(error)}.", UNABLE)
