"""Taking in what people have: files and folders to documents, the originals kept, and an account of all of it."""

from __future__ import annotations

import mimetypes
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from sayso.errors import StoreError
from sayso.ingest import Failure
from sayso.ingest.sources import Readable, Source, called, read_source
from sayso.ingest.walk import Found, Skipped
from sayso.ingest.workers import ingest_files
from sayso.model import Document
from sayso.report.inert import one_line
from sayso.settings import LIMITS, Limits
from sayso.store import keep

Outcome = Document | Failure | Skipped
_SHOWN = 20  # rows of one kind in the summary; the rest is counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of one file: its documents and failures, or why it was skipped; `file` as it was found."""

    file: str
    outcomes: tuple[Outcome, ...]


def take_in(
    found: Iterable[Found],
    *,
    at: datetime,
    originals: Path | None = None,
    limits: Limits = LIMITS,
    jobs: int = 2,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Taken]:
    """Read every file that `sayso.ingest.walk` found; keep its bytes in `originals`, whether it can be read or not.

    What stands in `originals` already (a Source) is read and not kept again. `found` is asked for more while workers
    read. Workers read, `jobs` files at once, within `limits`. `at` is the time it is now; `columns` are a table's, as
    for `sayso.ingest.ingest_all`. Raises StoreError where the originals cannot be kept.
    """
    waiting: deque[Found] = deque()

    def files() -> Iterator[Readable]:
        for one in found:
            waiting.append(one)
            if isinstance(one, Path | Source):
                yield one

    for file, items in ingest_files(files(), limits=limits, jobs=jobs, read=partial(read_source, columns=columns)):
        yield from _passed(waiting)
        waiting.popleft()
        outcomes: tuple[Outcome, ...] = tuple(items)
        if originals is not None:
            outcomes = _kept(file, outcomes, originals, at)
        yield Taken(file=called(file), outcomes=outcomes)
    yield from _passed(waiting)


def _passed(waiting: deque[Found]) -> Iterator[Taken]:
    """What stands before the next file, and was never read."""
    while waiting and not isinstance(one := waiting[0], Path | Source):
        waiting.popleft()
        yield Taken(file=one.name, outcomes=(one,))


def _kept(source: Readable, outcomes: tuple[Outcome, ...], originals: Path, at: datetime) -> tuple[Outcome, ...]:
    """The outcomes, with a failure where the file itself cannot be kept. Raises StoreError where the folder cannot."""
    file = source if isinstance(source, Path) else source.path
    if not file.is_file() or (isinstance(source, Source) and file.is_relative_to(originals)):
        return outcomes
    try:
        _keep(source, outcomes, originals, at)
    except StoreError as error:
        if _writable(file):
            raise
        return (*outcomes, Failure(name=called(source), code=error.code, reason=str(error)))
    return outcomes


def _writable(file: Path) -> bool:
    """Whether it is the folder and not the file that is to blame: the file itself can be read."""
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except OSError:
        return False
    return True


def _keep(source: Readable, outcomes: Sequence[Outcome], originals: Path, at: datetime) -> None:
    documents = [one for one in outcomes if isinstance(one, Document)]
    only = documents[0] if len(outcomes) == len(documents) == 1 else None
    known = source if isinstance(source, Source) else Source(path=source, name=source.name)
    keep(
        originals,
        known.path,
        at=at,
        name=known.name,
        media_type=known.media_type or (only.media_type if only else mimetypes.guess_type(known.name)[0]),
        url=known.url or (only.url if only else None),
        retrieved_at=known.retrieved or (only.retrieved_at if only else None),
    )


def in_full(file: str, reason: str) -> str:
    """The reason with the path of the file, as it was given, where it begins with the file's name alone."""
    name = Path(file).name
    return f"{file}{reason[len(name) :]}" if name and reason.startswith(name) else reason


def as_data(file: str, one: Outcome) -> dict[str, Any]:
    """An outcome as plain data: `file`, `status` (read, failed, skipped), and the document or the reason."""
    if isinstance(one, Document):
        return {"file": file, "status": "read", "document": asdict(one)}
    if isinstance(one, Failure):
        return {"file": file, "status": "failed", "name": one.name, "code": one.code, "reason": one.reason}
    return {"file": file, "status": "skipped", "reason": one.reason}


class Account:
    """Counts what comes in, for the summary, and keeps of failures no more than is shown."""

    def __init__(self) -> None:
        self.read = 0
        self.failed = 0
        self.skipped: Counter[str] = Counter()
        self._kinds: Counter[str] = Counter()
        self._failures: list[tuple[str, str]] = []
        self._warnings: list[tuple[str, str]] = []
        self._remarks = 0

    def add(self, taken: Taken) -> None:
        """Count the outcomes of one file."""
        for one in taken.outcomes:
            if isinstance(one, Document):
                self.read += 1
                self._kinds[one.media_type] += 1
                self._remarks += len(one.warnings)
                self._warnings += [(one.name, told) for told in one.warnings[: _SHOWN - len(self._warnings)]]
            elif isinstance(one, Failure):
                self.failed += 1
                if len(self._failures) < _SHOWN:
                    self._failures.append((taken.file, one.reason))
            else:
                self.skipped[one.reason] += 1

    def table(self) -> Table:
        """The summary: read by kind, skipped by reason, failures and warnings one by one. All of it inert."""
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(justify="right", no_wrap=True)
        table.add_column(overflow="fold")
        rows = [("read", self.read, kind, count) for kind, count in sorted(self._kinds.items())]
        rows += [("skipped", self.skipped.total(), reason, count) for reason, count in sorted(self.skipped.items())]
        for what, total in (("read", self.read), ("skipped", self.skipped.total()), ("failed", self.failed)):
            table.add_row(Text(what, "bold"), Text(str(total), "bold"), "")
            for kind, _, told, count in rows:
                if kind == what:
                    table.add_row("", str(count), Text(one_line(told)))
        _named(table, self._failures, self.failed)
        if self._remarks:
            table.add_row(Text("warnings", "bold"), Text(str(self._remarks), "bold"), "")
            _named(table, self._warnings, self._remarks)
        return table


def _named(table: Table, rows: Sequence[tuple[str, str]], total: int) -> None:
    """A row for each file and what is said of it."""
    for file, told in rows:
        name, words = one_line(Path(file).name or file), one_line(told)
        table.add_row("", "", Text(words if name in words else f"{name}: {words}"))
    if total > len(rows):
        table.add_row("", "", f"and {total - len(rows)} more; --json names all")
