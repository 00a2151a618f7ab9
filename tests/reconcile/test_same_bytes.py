"""Files with the same bytes: one document, in which nobody's publication is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sayso.ingest import ingest
from sayso.read import read
from sayso.reconcile import reconcile


def test_the_same_bytes_of_another_outlet_are_told_with_what_differs_and_add_no_origin() -> None:
    one = replace(
        ingest("“The gate was open,” Ida Pell said.".encode(), name="a.txt"),
        publisher="Marlow Ledger",
        published_at=date(2025, 10, 1),
        title="Gate open",
    )
    two = replace(one, name="b.txt", publisher="Harbor Times", published_at=date(2025, 10, 2))
    same = replace(one, name="c.txt")
    readings = [read(document) for document in (two, one, same)]
    whole = reconcile(readings)
    assert len(whole.documents) == 1
    assert whole.documents[0].also == ("b.txt (Harbor Times, 2025-10-02)", "c.txt")
    assert whole == reconcile(readings[::-1])
    assert whole.overall.independent == reconcile(readings[1:2]).overall.independent
