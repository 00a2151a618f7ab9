from __future__ import annotations

import os
from pathlib import Path

import pytest

from sayso.errors import SaysoError, TooLargeError, UnreadableError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import Document
from sayso.settings import Limits


def fails(source: Path | bytes | str, *words: str, limits: Limits | None = None) -> None:
    with pytest.raises(UnreadableError) as caught:
        ingest(source, limits=limits or Limits())
    for word in words:
        assert word in str(caught.value)


def test_a_missing_file() -> None:
    fails(Path("nowhere/there.html"), "there.html", "no such file")
    fails("there.html", "there.html", "no such file")


def test_a_string_with_white_space_is_text() -> None:
    assert ingest("no such file.txt").text == "no such file.txt"


def test_an_address_is_not_fetched() -> None:
    fails("https://courier.example/a", "does not fetch")


def test_empty(tmp_path: Path) -> None:
    for number, data in enumerate((b"", b" \n\t", b"\xef\xbb\xbf", b"\x00\x00")):
        path = tmp_path / f"{number}.txt"
        path.write_bytes(data)
        fails(path, path.name, "empty")
    fails("", "empty")
    fails(" \n ", "empty")
    fails("\u3000\u2003", "no text")


def test_a_folder_and_a_fifo(tmp_path: Path) -> None:
    fails(tmp_path, tmp_path.name, "folder")
    os.mkfifo(tmp_path / "pipe")
    fails(tmp_path / "pipe", "pipe", "no regular file")


def test_a_symlink_loop(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    fails(tmp_path / "loop", "loop")


def test_a_file_without_permission_or_with_an_odd_name(tmp_path: Path) -> None:
    odd = tmp_path / "a\nb\x1b[31m.txt"
    odd.write_text("The bridge fell.")
    assert ingest(odd).text == "The bridge fell."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
        (b"\xff\xd8\xff\xe0" + bytes(50), "is a picture"),
        (b"PK\x03\x04" + bytes(100), "ZIP archive"),
        (b"\xd0\xcf\x11\xe0" + bytes(100), "old Office"),
        (bytes(range(1, 32)) * 40, "binary"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(data)
    fails(path, "odd.txt", what)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("word " * 100)
    with pytest.raises(TooLargeError, match=r"big\.txt.*max_bytes"):
        ingest(path, limits=Limits(max_bytes=100))
    with pytest.raises(TooLargeError, match="max_characters"):
        ingest(path, limits=Limits(max_characters=100))
    with pytest.raises(TooLargeError, match="max_html_bytes"):
        ingest(b"<html><p>" + b"word " * 100, limits=Limits(max_html_bytes=100))
    with pytest.raises(TooLargeError, match="elements"):
        ingest(b"<html>" + b"<p>word</p>" * 100, limits=Limits(max_elements=50))


def test_ingest_all_of_one_document(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The bridge fell.")
    (document,) = ingest_all(path)
    assert isinstance(document, Document)
    assert document == ingest(path)
    (failure,) = ingest_all(tmp_path / "b.txt")
    assert isinstance(failure, Failure)
    assert (failure.code, "no such file" in failure.reason) == ("unreadable", True)


def test_every_error_is_a_sayso_error() -> None:
    for source in (
        b"",
        b"\x00\x01\x02" * 20,
        b"<html></html>",
        b"<",
        b"<html",
        b"%PDF-",
        b"PK\x03\x04",
        b"WARC/1.0\r\n",
    ):
        try:
            ingest(source)
        except SaysoError:
            continue
