"""Telling sayso's own files, which are no coverage: a folder that holds them is read without them."""

from __future__ import annotations

import re
from pathlib import Path

from sayso.errors import Notice, coded

OWN = coded(Notice.OWN_OUTPUT, "sayso wrote it; it is no coverage")
_HEAD = 4096  # bytes by which a file is told
_MARKS = (
    re.compile(r'<meta name="generator" content="sayso '),
    re.compile(r'\A\{\s*"documents": \[\s*(?:\]|\{\s*"id": "[0-9a-f]{64}",\s*"name":)'),  # a dossier
    re.compile(r'\A\{\s*"incident": (?:null|"[^\n]*"),\s*"codebook": "'),  # a record
    re.compile(r'\A\[\s*\{\s*"document": \{\s*"id": "[0-9a-f]{64}",'),  # readings
    re.compile(r"\Aclaim_id,proposition_id,proposition,topic,"),
    re.compile(r"\Aincident,(?:[a-z_]+,)+people,others,disputed(?:,judged)?\r?\n"),
    re.compile(r"^\d[\d,]* documents? · \d[\d,]* voices? · \d[\d,]* attributions? ·", re.MULTILINE),  # the terminal's
)


def is_own(file: Path) -> bool:
    """Whether sayso wrote the file: a dossier, a record, a table of claims, readings, or what the terminal showed."""
    try:
        with file.open("rb") as opened:
            head = opened.read(_HEAD)
    except OSError:
        return False
    text = head.decode("utf-8", "replace").removeprefix("\ufeff")
    return any(mark.search(text) for mark in _MARKS)
