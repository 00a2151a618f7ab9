"""The document on the page shows when each entry of a live blog was written, once."""

from __future__ import annotations

from sayso.ingest import ingest
from sayso.read import read
from sayso.reconcile import reconcile
from sayso.report.html import page

ENTRY = "<article class='entry'><time datetime='2025-09-12T{at}:00-04:00'>x</time>{body}</article>"


def test_each_entry_has_its_time_above_it() -> None:
    told = ENTRY.format(
        at="18:05", body="<p>The pier was shut, Orla Tremayne said.</p><p>Nobody was hurt, she said.</p>"
    )
    told += ENTRY.format(at="17:20", body="<p>The barge came out of the fog, Sten Ahlgren said.</p>")
    told += ENTRY.format(at="16:30", body="<p>A barge struck the pier of Ellery, police said.</p>")
    document = ingest(f"<html><body><main><h1>Live: the barge</h1>{told}</main></body></html>".encode())
    shown = page(reconcile([read(document)]))
    assert [shown.count(f"entry of 12 September 2025, {at}") for at in ("18:05", "17:20", "16:30")] == [1, 1, 1]
