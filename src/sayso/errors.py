"""Everything that can go wrong in a way a user can act on, each with a stable code.

Messages are written for journalists and coders: what happened, to which file, and the way out.
"""

from __future__ import annotations

from enum import StrEnum


class SaysoError(Exception):
    """Base of all errors that sayso raises on purpose. `code` is stable and documented in `docs/errors.md`."""

    code = "error"


class UnreadableError(SaysoError):
    """A file could not be turned into a document: missing, empty, damaged, encrypted, or of no known format."""

    code = "unreadable"


class TooLargeError(UnreadableError):
    """A file or text is over a limit of `sayso.settings`."""

    code = "too-large"


class StoppedError(UnreadableError):
    """Reading a file took more time or memory than the limits of `sayso.settings` allow, or the reader crashed."""

    code = "stopped"


class SpanError(SaysoError):
    """A value claims to stand at characters where the document says something else. Always a bug or a forged file."""

    code = "span"


class InputError(SaysoError):
    """An argument, a line of a batch file or a table of the user's own is not what it must be."""

    code = "input"


def yaml_problem(error: Exception) -> str:
    """What is wrong with a YAML file on one line, with the number of the line where the parser says it."""
    mark = getattr(error, "problem_mark", None)
    where = f"line {mark.line + 1}: " if mark is not None else ""
    return f"{where}this is not YAML ({getattr(error, 'problem', None) or ' '.join(str(error).split())})"


class ModelError(SaysoError):
    """The language model that reading needs is missing or damaged."""

    code = "model"


class FetchError(SaysoError):
    """An address cannot be fetched, or may not be: no such page, refused, not public, too large, too slow."""

    code = "fetch"


class StoreError(SaysoError):
    """A folder of originals cannot be written or read, or an original in it was changed."""

    code = "store"


class Notice(StrEnum):
    """What people must know of what was read although nothing failed. The codes are documented in `docs/errors.md`."""

    LANGUAGE = "not-english"
    OWN_OUTPUT = "own-output"
    TABLE = "table"
    UNDATED = "undated"
    INCIDENTS = "several-incidents"
    TEASER = "teaser"


def coded(notice: Notice, message: str) -> str:
    """The message of a warning with its code, as errors are shown with theirs."""
    return f"{message} [{notice}]"
