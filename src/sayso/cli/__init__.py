"""The command line. Loads what a command needs when it runs, so that `sayso --help` answers at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from sayso.cli.console import STOPPED, UNABLE, UNREAD, complain
from sayso.cli.dossiers import report
from sayso.cli.originals import ingest, verify
from sayso.cli.readings import read
from sayso.cli.records import record
from sayso.errors import SaysoError

app = typer.Typer(
    name="sayso",
    help="Every claim in the coverage of an incident, and on whose say-so.",
    epilog="Exit status: 0 all was read; 1 some input could not be read or is not in English, the rest was read, or an "
    "original is not as it was; 2 the command line is wrong; "
    "3 nothing could be done, or nothing could be read; 130 you stopped it (Ctrl-C).",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for command in (report, read, record, ingest, verify):
    app.command()(command)


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


def main() -> None:
    """Run the command line. No error that sayso raises on purpose ends in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except SaysoError as error:
        complain(f"{error} [{error.code}]")
        sys.exit(UNABLE)
    except BrokenPipeError:
        sys.exit(UNREAD)
    except SystemExit as end:
        if end.code == STOPPED:
            complain("Stopped.")
        raise
