from __future__ import annotations

import gzip
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastwarc.stream_io import GzipWriter, ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import Document
from sayso.settings import Limits

from .make_pdf import column, pdf
from .pages import COURIER, PARAGRAPHS, page, paragraphs
from .test_properties import hold

OTHER = page(f"<article><h1>Second page</h1>{paragraphs(*PARAGRAPHS)}</article>", head="", title="Second page").encode()


def record(
    url: str,
    body: bytes,
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    kind: WarcRecordType = WarcRecordType.response,
    extra: str = "",
) -> WarcRecord:
    made = WarcRecord()
    made.init_headers(kind)
    made.headers["WARC-Target-URI"] = url
    made.headers["WARC-Date"] = "2025-09-13T10:11:12Z"
    http = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{extra}Content-Length: {len(body)}\r\n\r\n".encode()
    if kind is WarcRecordType.request:
        http, body = b"GET / HTTP/1.1\r\nHost: a.example\r\n\r\n", b""
    made.headers["Content-Type"] = (
        f"application/http; msgtype={'request' if kind is WarcRecordType.request else 'response'}"
    )
    made.set_bytes_content(http + body)
    return made


def records() -> list[WarcRecord]:
    return [
        record("https://courier.example/1", b"", kind=WarcRecordType.request),
        record("https://courier.example/1", COURIER.encode()),
        record("https://courier.example/old", b"moved", status="301 Moved"),
        record("https://courier.example/a.png", b"\x89PNG", "image/png"),
        record("https://courier.example/s.pdf", pdf([column(PARAGRAPHS, 72, 100, 90)]), "application/pdf"),
        record("https://courier.example/2", gzip.compress(OTHER), extra="Content-Encoding: gzip\r\n"),
        record("https://courier.example/1", b"", kind=WarcRecordType.revisit),
        record("https://courier.example/empty", b"<html><body></body></html>"),
    ]


def warc(pack: str = "") -> bytes:
    held = io.BytesIO()
    stream = GzipWriter(held) if pack == "gz" else ZstdWriter(held) if pack == "zst" else held
    for one in records():
        one.write(stream)
    if pack:
        stream.close()
    return held.getvalue()


def wacz(listed: list[str], inner: bytes | None = None, name: str = "archive/data.warc.gz") -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("datapackage.json", "{}")
        lines = [json.dumps({"format": "json-pages-1.0"}), *(json.dumps({"url": url}) for url in listed)]
        package.writestr("pages/pages.jsonl", "\n".join(lines))
        package.writestr(name, warc("gz") if inner is None else inner)
    return held.getvalue()


@pytest.mark.parametrize("pack", ["", "gz", "zst"])
def test_warc(pack: str) -> None:
    name = f"crawl.warc.{pack}".rstrip(".")
    first, statement, second, empty = ingest_all(warc(pack), name=name)
    assert isinstance(first, Document)
    assert first.text == ingest(COURIER.encode()).text
    assert first.id == ingest(COURIER.encode()).id
    assert first.url == "https://courier.example/2025/09/12/quarry-road"  # the page's own canonical link
    assert first.retrieved_at == datetime(2025, 9, 13, 10, 11, 12, tzinfo=UTC)
    assert isinstance(statement, Document)
    assert (statement.media_type, statement.url) == ("application/pdf", "https://courier.example/s.pdf")
    assert isinstance(second, Document)
    assert (second.title, second.url) == ("Second page", "https://courier.example/2")
    assert isinstance(empty, Failure)
    assert empty.name == "https://courier.example/empty"


def test_wacz() -> None:
    listed = ["https://courier.example/2", "https://courier.example/gone"]
    items = list(ingest_all(wacz(listed), name="crawl.wacz"))
    assert [one.name for one in items] == [
        "https://courier.example/s.pdf",
        "https://courier.example/2",
        "https://courier.example/gone",
    ]
    assert isinstance(items[2], Failure)
    assert "is listed by crawl.wacz" in items[2].reason
    assert len(list(ingest_all(wacz([]), name="crawl.wacz"))) == 4


def test_a_wacz_with_paths_that_climb() -> None:
    items = list(ingest_all(wacz([], name="archive/../../../tmp/evil.warc.gz"), name="crawl.wacz"))
    assert len(items) == 4


def test_bombs() -> None:
    big = gzip.compress(b"word " * 2_000_000)
    (failure,) = ingest_all(big, name="a.txt.gz", limits=Limits(max_unpacked_bytes=1_000_000))
    assert isinstance(failure, Failure)
    assert failure.code == "too-large"
    held = io.BytesIO()
    stream = GzipWriter(held)
    record("https://a.example/", b"<p>" + b"word " * 2_000_000).write(stream)
    stream.close()
    for data, name in ((held.getvalue(), "a.warc.gz"), (wacz([], held.getvalue()), "a.wacz")):
        *_, failure = ingest_all(data, name=name, limits=Limits(max_unpacked_bytes=1_000_000))
        assert isinstance(failure, Failure)
        assert failure.code == "too-large"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst", "a.wacz"])
def test_archives_larger_than_a_file_may_be_are_read_as_a_stream(name: str, tmp_path: Path) -> None:
    data = wacz([]) if name.endswith("wacz") else warc({"gz": "gz", "st": "zst"}.get(name[-2:], ""))
    file = tmp_path / name
    file.write_bytes(data)
    longest = max(len(COURIER), len(OTHER), len(pdf([column(PARAGRAPHS, 72, 100, 90)])))
    limits = Limits(max_bytes=longest, max_unpacked_bytes=longest)
    assert len(data) > limits.max_bytes or name != "a.warc"
    assert [one.name for one in ingest_all(file, limits=limits)] == [one.name for one in ingest_all(data, name=name)]
    (failure,) = ingest_all(file, limits=Limits(max_archive_bytes=100))
    assert isinstance(failure, Failure)
    assert "max_archive_bytes" in failure.reason


def test_a_file_with_the_name_of_an_archive_is_read_as_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "page.warc"
    file.write_bytes(COURIER.encode())
    assert ingest(file).publisher == "Harlow Courier"


def test_packed_files() -> None:
    (document,) = ingest_all(gzip.compress(COURIER.encode()), name="page.html.gz")
    assert isinstance(document, Document)
    assert document.publisher == "Harlow Courier"
    assert ingest(gzip.compress(b"The bridge fell."), name="a.txt.gz").text == "The bridge fell."
    with pytest.raises(UnreadableError, match="cut off"):
        ingest(gzip.compress(COURIER.encode())[:-900], name="a.html.gz")
    with pytest.raises(UnreadableError, match="packed twice"):
        ingest(gzip.compress(gzip.compress(b"x")), name="a.gz.gz")
    assert len(list(ingest_all(warc("gz"), name="crawl.gz"))) == 4


WHOLE = {"a.warc": warc(), "a.warc.gz": warc("gz"), "a.wacz": wacz([])}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.floats(0, 1), st.floats(0, 0.999), st.integers(0, 255))
def test_cut_off_and_flipped_archives(name: str, end: float, at: float, value: int) -> None:
    data = WHOLE[name]
    damaged = bytearray(data)
    damaged[int(at * len(data))] = value
    for one in (data[: int(end * len(data))], bytes(damaged)):
        for item in ingest_all(one, name=name):
            if isinstance(item, Document):
                hold(item)
