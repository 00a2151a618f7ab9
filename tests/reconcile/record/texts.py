"""Readings of invented coverage."""

from __future__ import annotations

from sayso.batch import day
from sayso.ingest import ingest
from sayso.model import Reading, Record
from sayso.read import read
from sayso.reconcile.record import record


def reading(text: str, *, published: str = "2016-07-05", name: str = "a") -> Reading:
    return read(ingest(text.encode(), name=name, media_type="text/plain", published=day(published)))


def made(*texts: str) -> Record:
    """The record of texts published on following days from 5 July 2016, a Tuesday."""
    return record(reading(text, published=f"2016-07-{5 + k:02}", name=str(k)) for k, text in enumerate(texts))


def status(told: Record, name: str) -> str | None:
    return next(p.value("status") for p in told.people if p.value("name") == name)
