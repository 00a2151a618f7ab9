"""The formats: each name that `sniff` gives, with the function that reads it.

A *document* format makes one document of an item. A *container* format takes an item apart into others. A format is
imported when the first item of its kind turns up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

from sayso.ingest.raw import Extracted, Failure, Raw

DOCUMENTS = {
    "text": ("sayso.ingest.text", "read_text"),
    "html": ("sayso.ingest.html", "read_html"),
    "pdf": ("sayso.ingest.pdf", "read_pdf"),
    "mail": ("sayso.ingest.mail", "read_mail"),
    "mhtml": ("sayso.ingest.mail", "read_mhtml"),
    "msg": ("sayso.ingest.msg", "read_msg"),
    "docx": ("sayso.ingest.docx", "read_docx"),
    "image": ("sayso.ingest.ocr", "read_image"),
    "rtf": ("sayso.ingest.rtf", "read_rtf"),
}
CONTAINERS = {
    "mail": ("sayso.ingest.mail", "open_mail"),
    "msg": ("sayso.ingest.msg", "open_msg"),
    "jsonl": ("sayso.ingest.tables", "open_lines"),
    "json": ("sayso.ingest.tables", "open_json"),
    "csv": ("sayso.ingest.tables", "open_csv"),
    "feed": ("sayso.ingest.feeds", "open_feed"),
    "warc": ("sayso.ingest.archives", "open_warc"),
    "wacz": ("sayso.ingest.archives", "open_wacz"),
    "packed": ("sayso.ingest.archives", "open_packed"),
}


def reader(name: str) -> Callable[[Raw], Extracted] | None:
    """The function that makes one document of an item of the format; None for a container."""
    return _load(DOCUMENTS[name]) if name in DOCUMENTS else None


def opener(name: str) -> Callable[[Raw], Iterator[Raw | Failure]] | None:
    """The function that takes an item of the format apart; None for a format that is one document."""
    return _load(CONTAINERS[name]) if name in CONTAINERS else None


def _load(entry: tuple[str, str]) -> Callable[..., Any]:
    module, name = entry
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
