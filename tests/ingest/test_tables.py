from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError, SaysoError, UnreadableError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import Document

from .pages import COURIER, P1, P2
from .test_properties import hold

ROW = {
    "id": "a1",
    "text": f"{P1}\n\n{P2}",
    "title": "Deputy wounds driver",
    "publisher": "Harlow Courier",
    "url": "https://courier.example/1",
    "published": "2025-09-12",
    "authors": ["Jordan Pike"],
}


def both(data: bytes, name: str, **given: Any) -> tuple[list[Document], list[Failure]]:
    items = list(ingest_all(data, name=name, **given))
    return [one for one in items if isinstance(one, Document)], [one for one in items if isinstance(one, Failure)]


def test_json_lines() -> None:
    lines = [
        json.dumps(ROW),
        "",
        "{broken",
        json.dumps({**ROW, "id": "a2", "published": 1757685900}),
        "3",
        json.dumps({"id": "a3", "text": " "}),
    ]
    documents, failures = both("\n".join(lines).encode(), "export.jsonl")
    assert [one.name for one in documents] == ["a1", "a2"]
    first, second = documents
    assert first.text == f"{ROW['title']}\n\n{ROW['text']}"
    assert (first.title, first.publisher, first.url) == (
        "Deputy wounds driver",
        "Harlow Courier",
        "https://courier.example/1",
    )
    assert (first.authors, first.published_at) == (("Jordan Pike",), date(2025, 9, 12))
    assert set(dict(first.provenance).values()) == {"jsonl"}
    assert second.published_at == datetime(2025, 9, 12, 14, 5, tzinfo=UTC)
    assert first.id != second.id
    assert [one.name for one in failures] == ["export.jsonl, line 3", "export.jsonl, line 5", "export.jsonl, line 6"]
    assert all(one.code == "unreadable" for one in failures)


@pytest.mark.parametrize(
    "wrap", [lambda rows: rows, lambda rows: {"articles": rows}, lambda rows: {"data": {"items": rows}}]
)
def test_json(wrap: Any) -> None:
    documents, failures = both(json.dumps(wrap([ROW, {**ROW, "id": "a2"}])).encode(), "export.json")
    assert ([one.name for one in documents], failures) == (["a1", "a2"], [])


def test_one_json_object_is_one_document() -> None:
    assert ingest(json.dumps(ROW).encode(), name="a.json").title == "Deputy wounds driver"
    with pytest.raises(UnreadableError, match="several documents"):
        ingest(json.dumps([ROW, ROW]).encode(), name="a.json")
    with pytest.raises(UnreadableError, match="no field that is known to hold text; say which with --column text=NAME"):
        ingest(b'{"a": 1}', name="a.json")
    with pytest.raises(UnreadableError, match="no JSON"):
        ingest(b'{"a": ', name="a.json")


def test_markup_in_a_field() -> None:
    (document,), _ = both(json.dumps({"content_html": f"<p>{P1}</p><p>Short.</p>", "headline": "T"}).encode(), "a.json")
    assert document.text == f"{P1}\n\nShort."
    (document,), _ = both(json.dumps({"html": COURIER}).encode(), "a.json")
    assert document.publisher == "Harlow Courier"
    assert any(block.handle == "@HarlowSheriff" for block in document.blocks)


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f'Headline,Source,Publish Date,Body\n"A, title",Harlow Courier,9/12/2025,"{P1}\n\n{P2}"\nB,X,,\n')
    document, failure = ingest_all(path)
    assert isinstance(document, Document)
    assert isinstance(failure, Failure)
    assert (document.title, document.publisher, document.published_at) == (
        "A, title",
        "Harlow Courier",
        date(2025, 9, 12),
    )
    assert document.text == f"A, title\n\n{P1}\n\n{P2}"
    assert failure.name == "export.csv, line 5"


def test_csv_with_columns_of_its_own() -> None:
    data = f"what;who\n{P1};Harlow Courier\n".encode()
    (document,), _ = both(data, "a.csv", columns={"text": "what", "publisher": "who"})
    assert (document.text, document.publisher) == (P1, "Harlow Courier")
    _, (failure,) = both(data, "a.csv")
    assert "columns: what, who" in failure.reason
    with pytest.raises(InputError, match="no field 'txt'"):
        both(data, "a.csv", columns={"txt": "what"})


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
            lambda inner: (
                st.lists(inner, max_size=4)
                | st.dictionaries(
                    st.sampled_from(["text", "title", "authors", "published", "items", "html", "url", "a"]),
                    inner,
                    max_size=5,
                )
            ),
            max_leaves=12,
        ).map(lambda value: json.dumps(value).encode()),
    ),
    st.sampled_from(["a.json", "a.jsonl", "a.csv"]),
)
def test_any_rows(data: bytes, name: str) -> None:
    try:
        for item in ingest_all(data, name=name):
            if isinstance(item, Document):
                hold(item)
    except SaysoError:
        pass
