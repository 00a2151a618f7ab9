"""The command line. Loads what a command needs when it runs, so that `sayso --help` answers at once."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TextIO, TypeVar

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sayso.errors import InputError, SaysoError

if TYPE_CHECKING:
    from sayso.codebooks import Codebook
    from sayso.model import Dossier, Reading, Record

Item = TypeVar("Item")

UNREAD = 1  # something that was asked for could not be read; the rest was done
USAGE = 2  # the command line is wrong (typer's own number too)
UNABLE = 3  # nothing could be done: no model, nowhere to write

app = typer.Typer(
    name="sayso",
    help="Every claim in the coverage of an incident, and on whose say-so.",
    epilog="Exit status: 0 all was read; 1 some input could not be read, the rest was, or an original is not "
    "as it was; 2 the command line is wrong; "
    "3 nothing could be done.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

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


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", help="Say the version and stop.", is_eager=True, callback=_version)
    ] = False,
) -> None:
    """Every claim in the coverage of an incident, and on whose say-so."""


@app.command()
def report(
    files: Files,
    published: Published = None,
    about: AboutTable = None,
    organisations: Annotated[
        Path | None,
        typer.Option(metavar="TABLE", help="A YAML table of who belongs to whom, beside the one that ships."),
    ] = None,
    output: Annotated[
        Path,
        typer.Option(
            "-o", "--output", metavar="FOLDER", help="Where dossier.html, .json, claims.csv and record.json, .csv go."
        ),
    ] = Path("dossier"),
) -> None:
    """Make the dossier of one incident from its coverage."""
    from sayso.reconcile import reconcile
    from sayso.reconcile.organisations import default, with_table

    try:
        table = with_table(organisations) if organisations else default()
    except InputError as error:
        _stop(str(error), USAGE)
    readings, failed = _readings(files, published, about)
    if not readings:
        _stop("None of the files could be read, so there is no dossier.", UNREAD)
    from sayso.codebooks import load
    from sayso.reconcile.record import record as make
    from sayso.report.html import page
    from sayso.report.record_table import records_csv
    from sayso.report.tables import claims_csv
    from sayso.report.terminal import summary

    dossier: Dossier = reconcile(readings, organisations=table)
    book = load("shooting")
    made = make(readings, codebook=book, dossier=dossier)
    pages = {
        "record.json": made.to_json() + "\n",
        "record.csv": records_csv([made], book),
        "dossier.html": page(dossier, made, book),
        "dossier.json": dossier.to_json() + "\n",
        "claims.csv": claims_csv(dossier),
    }
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (output / name).write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        _stop(f"The dossier could not be written to {output}: {error.strerror}.", UNABLE)
    summary(dossier, Console())
    typer.echo(f"\nWritten: {', '.join(str(output / name) for name in pages)}")
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def read(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="As for report.")] = None,
    published: Published = None,
    about: AboutTable = None,
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
        if files or as_json or published or about:
            _stop("--jsonl goes alone: its lines say everything that the files and the other options would.", USAGE)
        _batch(jsonl, output)
        return
    if not files:
        _stop("Name at least one file to read, or a batch with --jsonl LINES.", USAGE)
    readings, failed = _readings(files, published, about)
    if as_json:
        with _written(output) as out:
            json.dump([asdict(one) for one in readings], out, ensure_ascii=False, indent=2, default=date.isoformat)
            out.write("\n")
    else:
        from sayso.report.terminal import attributions

        with _written(output) as out:
            console = Console(file=None if output is None else out)
            for reading in readings:
                attributions(reading, console)
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def record(
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE…", help="As for report.")] = None,
    published: Published = None,
    about: AboutTable = None,
    codebook: Annotated[
        str, typer.Option(metavar="BOOK", help="A codebook that ships (shooting, use_of_force), or a YAML file.")
    ] = "shooting",
    jsonl: Annotated[
        Path | None,
        typer.Option(
            metavar="LINES",
            help="Read a JSON Lines file instead (“-” is standard input; .gz too): a line has id, incident, text and "
            "optionally published, title, publisher, url. One record an incident.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="FORM",
            help="rows (a line of JSON an incident, as incident databases have it; the default with --jsonl), json "
            "(all cells with their words; the default for files) or csv (the codebook’s own columns).",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, not to standard output.")
    ] = None,
) -> None:
    """Make the record of one incident, or of many: the row that a coder would type, each cell with its words."""
    from sayso.codebooks import load

    shape = form or ("rows" if jsonl else "json")
    if shape not in {"rows", "json", "csv"}:
        _stop(f"--format is rows, json or csv, not “{shape}”.", USAGE)
    if jsonl is not None and (files or published or about):
        _stop("--jsonl goes without files: its lines say everything that they and their options would.", USAGE)
    if jsonl is None and not files:
        _stop("Name at least one file, or a batch with --jsonl LINES.", USAGE)
    try:
        book = load(codebook)
    except InputError as error:
        _stop(str(error), USAGE)
    from sayso.reconcile.record import record as make

    if jsonl is not None:
        _records(jsonl, output, shape, book)
        return
    readings, failed = _readings(files or [], published, about)
    if not readings:
        _stop("None of the files could be read, so there is no record.", UNREAD)
    made = make(readings, codebook=book)
    with _written(output) as out:
        out.write(_shaped(made, shape, book))
    if failed:
        raise typer.Exit(UNREAD)


@app.command()
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files, and folders with all that is in them.")],
    originals: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Keep the exact bytes of every file there, with a line of custody each."),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a line of JSON for each document, failure and skipped file.")
    ] = False,
) -> None:
    """Read whatever is there, and say what was read, what was skipped, and what failed and why."""
    from datetime import UTC, datetime

    from sayso.ingest.walk import walk
    from sayso.intake import Account, as_data, take_in

    account = Account()
    found = list(walk(paths, leave_out=originals))
    try:
        for taken in _progress(take_in(found, at=datetime.now(UTC), originals=originals), "Reading", len(found)):
            account.add(taken)
            for one in taken.outcomes if as_json else ():
                row = as_data(taken.file, one)
                typer.echo(json.dumps(row, default=date.isoformat))
    except SaysoError as error:
        _stop(f"{error} [{error.code}]", UNABLE)
    if not as_json:
        Console().print(account.table())
    if account.failed:
        raise typer.Exit(UNREAD)


@app.command()
def verify(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder of originals, as sayso ingest keeps it.")],
) -> None:
    """Hash every original again, and name what is missing, changed or unknown."""
    from sayso.report.inert import one_line
    from sayso.store import verify as check

    try:
        found = check(folder)
    except SaysoError as error:
        _stop(f"{error} [{error.code}]", UNABLE)
    for what in ("missing", "changed", "unknown"):
        for file in getattr(found, what):
            typer.echo(f"{what}: {one_line(file)}")
    for number, wrong in found.damaged:
        typer.echo(f"custody.jsonl, line {number}: {wrong}")
    typer.echo(f"{found.intact} intact; the last line of custody is {found.head or 'none'}")
    if not found.sound:
        raise typer.Exit(UNREAD)


def _shaped(made: Record, shape: str, book: Codebook, *, heading: bool = True) -> str:
    """One record as text in one of the three forms; without its heading line where it follows others."""
    from sayso.report.record_table import records_csv, row

    if shape == "csv":
        text = records_csv([made], book)
        return text if heading else text.split("\r\n", 1)[1]
    if shape == "rows":
        return json.dumps(row(made), ensure_ascii=False) + "\n"
    return made.to_json(indent=None if not heading else 2) + "\n"


def _records(source: Path, output: Path | None, shape: str, book: Codebook) -> None:
    """A record out for every incident in, in the order of their first lines."""
    from sayso import batch
    from sayso.reconcile.record import record as make

    lines: Iterable[str] = sys.stdin if str(source) == "-" else batch.rows(source)
    bad = written = 0
    with _written(output) as out:
        try:
            for one in _progress(batch.read_incidents(lines), "Incidents"):
                if isinstance(one, batch.Bad):
                    bad += 1
                    _complain(f"line {one.line}: {one.reason}")
                    continue
                made = make(one.readings, incident=one.name, codebook=book)
                text = _shaped(made, shape, book, heading=shape == "csv" and not written)
                out.write(text)
                written += 1
        except InputError as error:
            _stop(str(error), UNREAD)
    if bad:
        _stop(f"{bad} {'line was' if bad == 1 else 'lines were'} left out.", UNREAD)


def _readings(files: Sequence[Path], published: str | None, table: Path | None) -> tuple[list[Reading], int]:
    """The readings of all files that can be read, and how many cannot. Says on standard error which, and why."""
    from sayso import batch
    from sayso.ingest import Failure
    from sayso.read import read as read_document

    try:
        day = batch.day(published) if published else None
        known = batch.about(table) if table else {}
    except InputError as error:
        _stop(str(error), USAGE)
    readings: list[Reading] = []
    failed = 0
    for file in _progress(files, "Reading"):
        for item in batch.load(file, known.pop(file.name, None), day):
            if isinstance(item, Failure):
                failed += 1
                _complain(item.reason)
                continue
            for warning in item.warnings:
                _complain(f"{item.name}: {warning}")
            readings.append(read_document(item))
    for name in known:
        _complain(f"{table}: “{name}” is none of the files")
    return readings, failed


def _batch(source: Path, output: Path | None) -> None:
    """Read a JSON Lines file: a line out for every good line in, in the same order."""
    from sayso import batch

    lines: Iterable[str] = sys.stdin if str(source) == "-" else batch.rows(source)
    bad = 0
    with _written(output) as out:
        try:
            for row in _progress(batch.read_lines(lines), "Reading lines"):
                if isinstance(row, batch.Bad):
                    bad += 1
                    _complain(f"line {row.line}: {row.reason}")
                else:
                    out.write(json.dumps(row, ensure_ascii=False) + "\n")
        except InputError as error:
            _stop(str(error), UNREAD)
    if bad:
        _stop(f"{bad} {'line was' if bad == 1 else 'lines were'} left out.", UNREAD)


def _progress(items: Iterable[Item], what: str, total: int | None = None) -> Iterator[Item]:
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
def _written(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or the file `output` in UTF-8."""
    if output is None:
        yield sys.stdout
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as out:
            yield out
    except OSError as error:
        _stop(f"{output} could not be written: {error.strerror}.", UNABLE)


def _complain(message: str) -> None:
    typer.echo(message, err=True)


def _stop(message: str, status: int) -> NoReturn:
    _complain(message)
    raise typer.Exit(status)


def main() -> None:
    """Run the command line. No error that sayso raises on purpose ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SaysoError as error:
        _complain(f"{error} [{error.code}]")
        sys.exit(UNABLE)
    except BrokenPipeError:
        sys.exit(UNREAD)


if __name__ == "__main__":
    main()
