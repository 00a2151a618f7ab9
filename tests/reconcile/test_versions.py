"""Versions of one article: which documents they are, their order, and what changed."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

import pytest

import sayso
from sayso.model import Document
from sayso.reconcile.versions import address, edits, versions

URL = "https://courier.example/2025/09/gate"
FIRST = "Gate shut\n\nThe gate was shut at six, Orla Tremayne said.\n\nNobody was hurt.\n\nThe bridge is open."
SECOND = (
    "Gate shut\n\nThe gate was shut at seven, Orla Tremayne said.\n\nThe bridge  is open.\n\n"
    "Correction: The gate was shut at seven, not at six."
)


def made(text: str, updated: date | None = None, url: str = URL, retrieved: date | None = None) -> Document:
    published = updated or date(2025, 9, 12)
    return sayso.ingest(text.encode(), media_type="text/plain", published=published, url=url, retrieved=retrieved)


def test_what_changed_is_told_in_spans() -> None:
    later = made(
        SECOND, datetime(2025, 9, 12, 18, 0, tzinfo=UTC), "http://www.courier.example/2025/09/gate/?utm_source=x#top"
    )
    earlier = made(FIRST, datetime(2025, 9, 12, 16, 0))
    (one,) = versions([later, earlier])
    assert one.address == "courier.example/2025/09/gate"
    assert one.documents == (earlier.id, later.id)
    told = [(edit.before and edit.before.exact, edit.after and edit.after.exact) for edit in one.edits]
    assert told == [
        ("The gate was shut at six, Orla Tremayne said.", "The gate was shut at seven, Orla Tremayne said."),
        ("Nobody was hurt.", None),
        (None, "Correction: The gate was shut at seven, not at six."),
    ]
    for edit in one.edits:
        for span, document in ((edit.before, earlier), (edit.after, later)):
            assert span is None or document.text[span.start : span.end] == span.exact
    assert versions([earlier, later]) == (one,)


def test_the_same_bytes_are_one_version_and_other_addresses_other_articles() -> None:
    assert versions([made(FIRST), made(FIRST), made(SECOND, url=URL + "?page=2")]) == ()
    assert versions([sayso.ingest(FIRST.encode(), media_type="text/plain")] * 2) == ()


def test_order_without_updates_is_that_of_retrieval() -> None:
    early, late = made(SECOND, retrieved=date(2025, 9, 13)), made(FIRST, retrieved=date(2025, 9, 14))
    (one,) = versions([late, early])
    assert one.documents == (early.id, late.id)


@pytest.mark.parametrize(
    "url", ["http://[", "http://a:b/", "", "   ", "https://x.example/?" + "a=1&" * 5000, "no address"]
)
def test_odd_addresses(url: str) -> None:
    assert isinstance(address(url), str)


def test_long_texts_of_like_paragraphs_cost_little() -> None:
    words = ["Nobody was hurt.", "The gate was shut."]
    one = made("\n\n".join(words[number % 2] for number in range(1000)))
    two = made("\n\n".join(words[number % 3 % 2] for number in range(1000, 0, -1)) + "\n\nIt is open.")
    begun = time.perf_counter()
    found = list(edits(one, two))
    assert time.perf_counter() - begun < 5
    assert "It is open." in [edit.after.exact for edit in found if edit.after]
