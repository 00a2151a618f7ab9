"""Writes the generated pages of docs/: `make reference`. A test checks that they are in step.

python docs/reference.py
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import is_dataclass
from enum import EnumType
from pathlib import Path
from typing import Any

import typer.main

from sayso import errors, model, settings
from sayso.cli import app

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Made by docs/reference.py (make reference). Do not edit. -->\n"
FIELD = re.compile(
    r"^    (?P<name>[a-z]\w*): (?P<type>.+?)(?: = (?P<default>.+?))?(?:  # (?P<note>.+))?$", re.MULTILINE
)
CONSTANT = re.compile(r'^([A-Z_]+)(?:: [^=\n]+)? = ([^\n]+)\n"""(.+?)"""', re.MULTILINE | re.DOTALL)
MEMBER = re.compile(r"^    (?P<name>[A-Z]\w*) = \"(?P<value>.+?)\"(?:  # (?P<note>.+))?$", re.MULTILINE)


def commands() -> str:
    """The page of the command line."""
    lines = [NOTE, "# Commands", "", "`sayso COMMAND --help` says the same in the terminal.", ""]
    group: Any = typer.main.get_command(app)
    lines += [group.help, "", *_options(group), "## Exit status", "", *_statuses(group.epilog)]
    for name, command in group.commands.items():
        lines += ["", f"## sayso {name}", "", "```", _usage(name, command), "```", "", command.help, ""]
        lines += _options(command)
    return "\n".join(lines).rstrip() + "\n"


def _usage(name: str, command: Any) -> str:
    arguments = [one.metavar or one.name for one in command.params if one.param_type_name == "argument"]
    return " ".join(["sayso", name, "[OPTIONS]", *arguments])


def _options(command: Any) -> list[str]:
    rows = ["| argument or option | meaning |", "|---|---|"]
    for one in command.params:
        if one.param_type_name == "argument":
            shown = f"`{one.metavar or one.name}`"
        else:
            value = "" if one.is_flag else f" {one.metavar}"
            shown = ", ".join(f"`{option}{value if option.startswith('--') else ''}`" for option in one.opts)
        default = f" Default: `{one.default}`." if isinstance(one.default, Path) else ""
        rows.append(f"| {shown} | {one.help}{default} |")
    return [*rows, "| `-h`, `--help` | Show the help and stop. |", ""]


def _statuses(epilog: str) -> list[str]:
    found = re.findall(r"(\d+) ([^;.]+)", epilog)
    return ["| status | meaning |", "|---|---|", *(f"| {number} | {meaning} |" for number, meaning in found)]


def records() -> str:
    """The page of the records."""
    lines = [NOTE, "# Records", "", inspect.getdoc(model) or "", ""]
    lines += ["Fields without a default must be given; all are keyword-only.", ""]
    for name in sorted(model.__all__):
        lines += [f"## {name}", "", *_record(getattr(model, name)), ""]
    return "\n".join(lines).rstrip() + "\n"


def _record(thing: Any) -> Iterator[str]:
    if isinstance(thing, frozenset):
        yield f"The values {', '.join(f'`{one}`' for one in sorted(thing))}."
        return
    yield _doc(thing)
    yield ""
    if isinstance(thing, EnumType):
        yield from _table(thing, MEMBER, "value")
    elif isinstance(thing, type) and is_dataclass(thing):
        yield from _table(thing, FIELD, "type")
        for name, one in vars(thing).items():
            if isinstance(one, property):
                yield f"\n`{name}`: {_doc(one)}"
            elif inspect.isfunction(one) and name[0] != "_":
                yield f"\n`{name}{inspect.signature(one)}`: {_doc(one)}"
    else:
        yield f"`{thing.__name__}{inspect.signature(thing)}`"


def _doc(thing: Any) -> str:
    return re.sub(r"(?<!\n)\n(?!\n)", " ", inspect.getdoc(thing) or "")


def _table(thing: type, pattern: re.Pattern[str], second: str) -> Iterator[str]:
    found = list(pattern.finditer(inspect.getsource(thing)))
    if not found:
        return
    noted = any(match["note"] for match in found)
    yield f"| name | {second} |" + (" note |" if noted else "")
    yield "|---|---|" + ("---|" if noted else "")
    for match in found:
        told = (
            match["value"]
            if second == "value"
            else match["type"] + (f" = {match['default']}" if match["default"] else "")
        )
        shown = told.replace("|", "\\|")
        yield f"| `{match['name']}` | `{shown}` |" + (f" {match['note'] or ''} |" if noted else "")


def limits() -> str:
    """The page of the settings."""
    lines = [NOTE, "# Settings", "", inspect.getdoc(settings) or "", ""]
    lines += ["In Python, give `sayso.ingest` a `limits=Limits(…)` of `sayso.settings`.", ""]
    found = CONSTANT.findall(inspect.getsource(settings))
    lines += ["| name | value | meaning |", "|---|---|---|"]
    lines += [f"| `{name}` | `{value}` | {' '.join(told.split())} |" for name, value, told in found]
    lines += ["", "## Limits", "", _doc(settings.Limits), "", *_table(settings.Limits, FIELD, "type")]
    lines += [
        "",
        "## FetchLimits",
        "",
        _doc(settings.FetchLimits),
        "",
        *_table(settings.FetchLimits, FIELD, "type"),
        "",
    ]
    lines += [
        "## Reading",
        "",
        f"`THREADS`, {settings.THREADS}: how many cores `sayso.read(document, threads=…)` may use for",
    ]
    lines += ["one document. More makes a long document quicker and never changes a reading.", ""]
    return "\n".join(lines).rstrip() + "\n"


def codes() -> dict[str, type[errors.SaysoError]]:
    """Every error by its stable code."""
    found = [one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, errors.SaysoError)]
    return {one.code: one for one in found}


PAGES: dict[str, Callable[[], str]] = {"commands.md": commands, "records.md": records, "settings.md": limits}


def main() -> None:
    """Write every generated page."""
    for name, made in PAGES.items():
        (HERE / name).write_text(made(), encoding="utf-8")


if __name__ == "__main__":
    main()
