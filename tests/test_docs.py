"""The documentation: generated pages are in step, and every name a user can meet is on some page."""

from __future__ import annotations

import importlib.util
import inspect
import re
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer.main

import sayso
from sayso import errors, model, settings
from sayso.cli import app

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"


def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pages() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(DOCS.rglob("*.md")))


@pytest.mark.parametrize("name", ["commands.md", "records.md", "settings.md"])
def test_generated_pages_are_in_step(name: str) -> None:
    made = reference().PAGES[name]()
    assert (DOCS / name).read_text(encoding="utf-8") == made, "run: make reference"


def test_every_command_and_option_is_documented(pages: str) -> None:
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        assert f"## sayso {name}" in pages
        for parameter in command.params:
            for option in parameter.opts if parameter.param_type_name == "option" else ():
                assert f"`{option}" in pages, option
            assert parameter.param_type_name == "argument" or parameter.help


def test_every_record_and_setting_is_documented(pages: str) -> None:
    for name in model.__all__:
        assert f"## {name}\n" in pages
    for field in (*settings.Limits.__dataclass_fields__, *settings.FetchLimits.__dataclass_fields__):
        assert f"`{field}`" in pages
    for name in vars(settings):
        assert not name.isupper() or f"| `{name}` |" in pages


def test_every_error_code_is_documented() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `([a-z-]+)` \| `(\w+)` \|", page, re.MULTILINE))
    assert rows == {code: one.__name__ for code, one in reference().codes().items()}
    kinds = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.SaysoError)]
    assert len(kinds) == len(rows), "two errors have one code"


def test_every_code_of_a_warning_is_documented() -> None:
    page = (DOCS / "errors.md").read_text(encoding="utf-8").partition("## Warnings")[2]
    assert re.findall(r"^\| `([a-z-]+)` \|", page, re.MULTILINE) == [one.value for one in errors.Notice]


def test_every_public_name_is_documented() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    for name in sayso.__all__:
        assert f"`{name}`" in page or f"`sayso.{name}(" in page, name


def test_every_argument_of_the_steps_is_documented() -> None:
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    for name in ("ingest", "read", "reconcile"):
        (told,) = re.findall(rf"`sayso\.{name}\((.*?)\)` \|", page)
        step = getattr(getattr(sayso, name), name)
        assert re.findall(r"[a-z_]+", told) == list(inspect.signature(step).parameters), name


def test_links_of_the_read_me_lead_somewhere() -> None:
    for file in (ROOT / "README.md", ROOT / "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", file.read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), link
