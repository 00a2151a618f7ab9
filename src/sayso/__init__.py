"""Every claim in the coverage of an incident, and on whose say-so.

    document = sayso.ingest("article.html", published=date(2025, 9, 12))
    reading = sayso.read(document)
    dossier = sayso.reconcile([reading])
    dossier.to_json()

The names below are the public API. They load what they need on first use, so that importing sayso costs nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.ingest import ingest
    from sayso.model import Agent, Attribution, Claim, Document, Dossier, Judgement, Origin, Reading, Span
    from sayso.read import read
    from sayso.reconcile import reconcile

__all__ = [
    "Agent",
    "Attribution",
    "Claim",
    "Document",
    "Dossier",
    "Judgement",
    "Origin",
    "Reading",
    "SaysoError",
    "Span",
    "ingest",
    "read",
    "reconcile",
]

_STEPS = ("ingest", "read", "reconcile")


class _Step(ModuleType):
    """A subpackage that is called by its own name: `sayso.read(document)` is `sayso.read.read(document)`."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*args, **options)


class _Package(ModuleType):
    """This package: makes the steps callable when the import system binds them (docs/decisions/steps.md)."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _STEPS and isinstance(value, ModuleType):
            value.__class__ = _Step
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """Load a public name on first use."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - costs a tenth of a second

        return version("sayso")
    if name in _STEPS:
        return import_module(f"sayso.{name}")
    if name in __all__:
        found: object = getattr(import_module("sayso.errors" if name == "SaysoError" else "sayso.model"), name)
        globals()[name] = found
        return found
    raise AttributeError(f"module 'sayso' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, "__version__"})
