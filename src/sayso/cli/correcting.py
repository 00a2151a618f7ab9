"""What people have decided, as commands take it and tell what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.console import complain

if TYPE_CHECKING:
    from sayso.reconcile.decided import Decided

Corrections = Annotated[
    list[Path] | None,
    typer.Option(
        "--corrections",
        metavar="TABLE",
        help="A CSV table of what people have decided: do, what, value, by, at, why. As often as there are tables.",
    ),
]


def unfollowed(every: Iterable[Decided], incident: str | None = None) -> None:
    """Name on standard error what people decided and nothing here bears out."""
    from sayso.report.decisions import in_words
    from sayso.report.inert import one_line

    whose = f"incident “{incident}”: " if incident is not None else ""
    for one in every:
        if one.lost:
            complain(one_line(f"{whose}not followed: {one.written.by} {in_words(one.written)}; {one.note}"))
