"""`sayso record`: the row of one incident, or of many."""

from __future__ import annotations

import json
import sys
from collections.abc import Container, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.console import UNABLE, UNREAD, USAGE, complain, progress, stop, written
from sayso.cli.correcting import Corrections, unfollowed
from sayso.cli.coverage import AboutTable, Columns, Published, kept_once, nothing, read_files, with_dates
from sayso.errors import InputError, Notice

if TYPE_CHECKING:
    from sayso.codebooks import Codebook
    from sayso.model import Judgement, Reading, Record


def record(
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE…", help="As for report.")] = None,
    published: Published = None,
    about: AboutTable = None,
    column: Columns = None,
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
    correct: Corrections = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write there, not to standard output.")
    ] = None,
) -> None:
    """Make the record of one incident, or of many: the row that a coder would type, each cell with its words.

    With --jsonl a table of --corrections has the column incident too.
    """
    from sayso.codebooks import load

    shape = form or ("rows" if jsonl else "json")
    if shape not in {"rows", "json", "csv"}:
        stop(f"--format is rows, json or csv, not “{shape}”.", USAGE)
    if jsonl is not None and (files or published or about or column):
        stop("--jsonl goes without files: its lines say everything that they and their options would.", USAGE)
    if jsonl is None and not files:
        stop("Name at least one file, or a batch with --jsonl LINES.", USAGE)
    try:
        book = load(codebook)
        judged = _judged(correct or (), batch=jsonl is not None)
    except InputError as error:
        stop(str(error), USAGE)

    if jsonl is not None:
        _records(jsonl, output, shape, book, judged)
        return
    readings, failed = read_files(files or [], published, about, named_columns=column, corrections=correct or ())
    if not readings:
        stop(nothing(files or [], "record"), UNABLE)
    made = _made(kept_once(readings), None, book, judged.get(None, ()))
    _caution(made, {Notice.INCIDENTS, Notice.UNDATED})
    with written(output) as out:
        out.write(_shaped(made, shape, book))
    if failed:
        raise typer.Exit(UNREAD)


def _judged(tables: Iterable[Path], *, batch: bool) -> dict[str | None, list[Judgement]]:
    """What people decided, by the incident that it is about; of one incident under None."""
    from sayso.store import corrections, corrections_by_incident

    found: dict[str | None, list[Judgement]] = {}
    for table in tables:
        told = corrections_by_incident(table) if batch else {None: corrections(table)}
        for name, lines in told.items():
            found.setdefault(name, []).extend(lines)
    return found


def _made(readings: Sequence[Reading], incident: str | None, book: Codebook, judged: Sequence[Judgement]) -> Record:
    """The record, with what people decided of it."""
    if not judged:
        from sayso.reconcile.record import record as make

        return make(readings, incident=incident, codebook=book)
    from sayso.reconcile.followed import followed

    done = followed(readings, judged, codebook=book, incident=incident)
    unfollowed(done.decided, incident)
    return done.record


def _caution(made: Record, codes: Container[str]) -> None:
    """Say on standard error what must be known of a record as a whole; what concerns one document was said before."""
    from sayso.report.inert import one_line

    whose = f"incident “{made.incident}”: " if made.incident is not None else ""
    for caution in made.cautions:
        if caution.code in codes:
            complain(one_line(f"{whose}{caution.message} [{caution.code}]"))


def _shaped(made: Record, shape: str, book: Codebook, *, heading: bool = True) -> str:
    """One record as text in one of the three forms; without its heading line where it follows others."""
    from sayso.report.record_table import records_csv, row

    if shape == "csv":
        text = records_csv([made], book)
        return text if heading else text.split("\r\n", 1)[1]
    if shape == "rows":
        return json.dumps(row(made), ensure_ascii=False) + "\n"
    return made.to_json(indent=None if not heading else 2) + "\n"


def _records(
    source: Path, output: Path | None, shape: str, book: Codebook, judged: Mapping[str | None, Sequence[Judgement]]
) -> None:
    """A record out for every incident that a readable line has, in the order of these lines; names the others."""
    from sayso import batch
    from sayso.report.inert import one_line

    lines: Iterable[str] = sys.stdin if str(source) == "-" else batch.rows(source)
    bad = made_so_far = 0
    about = dict(judged)  # the incidents that corrections are about, as long as none of their lines was met
    rejected: dict[str, int] = {}  # the incidents of bad lines, and how many of them
    with written(output) as out:
        try:
            for one in progress(batch.read_incidents(with_dates(source, lines)), "Incidents"):
                if isinstance(one, batch.Bad):
                    bad += 1
                    complain(one_line(f"{batch.place(source, one.line)}: {one.reason}"))
                    if one.incident is not None:
                        rejected[one.incident] = rejected.get(one.incident, 0) + 1
                    continue
                rejected.pop(one.name, None)
                about.pop(one.name, None)
                made = _made(one.readings, one.name, book, judged.get(one.name, ()))
                _caution(made, {Notice.INCIDENTS})
                text = _shaped(made, shape, book, heading=shape == "csv" and not made_so_far)
                out.write(text)
                made_so_far += 1
        except InputError as error:
            stop(str(error), UNREAD if made_so_far else UNABLE)
    if not made_so_far and not bad:
        complain(f"{batch.called(source)} has no lines, so there is no record.")
    for missed in about:
        why = f"{batch.called(source)} has no such incident"
        complain(one_line(f"not followed: the corrections of incident “{missed}”, since {why}"))
    for name, lines_ in rejected.items():
        told = "its one line" if lines_ == 1 else f"none of its {lines_} lines"
        wrong = "could not be read" if lines_ == 1 else "could be read"
        complain(one_line(f"{batch.called(source)}: incident “{name}” has no row, since {told} {wrong}."))
    if bad:
        stop(
            f"{batch.called(source)}: {bad} {'line was' if bad == 1 else 'lines were'} left out.",
            UNREAD if made_so_far else UNABLE,
        )
