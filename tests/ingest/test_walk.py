"""Walking folders: a fixed order, nothing twice, nothing that blocks, and a word on all that is passed over."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.ingest import Failure
from sayso.ingest.sources import Source
from sayso.ingest.walk import Found, Skipped, walk
from sayso.store import keep


def names(found: list[Found], root: Path) -> list[str]:
    return [one.relative_to(root).as_posix() for one in found if isinstance(one, Path)]


def reasons(found: list[Found], root: Path) -> dict[str, str]:
    return {
        Path(one.name).relative_to(root).as_posix(): one.reason for one in found if isinstance(one, Skipped | Failure)
    }


def test_the_order_is_that_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/b/c.txt", "c.html", "a.txt", "odd\nname.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = list(walk([tmp_path]))
    assert names(found, tmp_path) == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "c.html", "odd\nname.txt"]
    assert found == list(walk([tmp_path]))


def test_what_is_passed_over_is_named(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "loop").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to(tmp_path / "self")
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "logo.PNG").write_bytes(b"\x89PNG")
    (tmp_path / "kept").mkdir()
    (tmp_path / "good.txt").write_text("x", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    found = list(walk([tmp_path], leave_out=tmp_path / "kept"))
    assert names(found, tmp_path) == ["good.txt"]
    assert reasons(found, tmp_path) == {
        "in/loop": "a folder that was walked already",
        "self": "a link that leads nowhere",
        "broken": "a link that leads nowhere",
        ".hidden": "hidden",
        "page_files/logo.PNG": "a part of a page, or no text",
        "kept": "the folder of originals",
        "pipe": "no file but a pipe, a device or a socket",
    }


def test_what_is_given_outright_is_given_back(tmp_path: Path) -> None:
    given = [tmp_path / ".hidden.txt", tmp_path / "missing.txt", tmp_path / "picture.png"]
    assert list(walk(given)) == given


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list any folder")
def test_a_folder_that_may_not_be_listed_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "shut").mkdir(mode=0)
    (found,) = walk([tmp_path])
    assert isinstance(found, Failure)


def test_deep_folders(tmp_path: Path) -> None:
    deep = tmp_path / "/".join("d" * 1 for _ in range(600))
    deep.mkdir(parents=True)
    (deep / "x.txt").write_text("x", encoding="utf-8")
    assert len(list(walk([tmp_path]))) == 1


def test_a_folder_of_originals_gives_its_files_with_how_they_came(tmp_path: Path) -> None:
    folder = tmp_path / "originals"
    at = datetime(2025, 9, 13, 10, tzinfo=UTC)
    keep(folder, b"The gate was shut.", at=at, name="gate.txt")
    keep(folder, b"<p>The gate was open.", at=at, name="gate.html", media_type="text/html", url="https://a.example/gate",
         retrieved_at=at, fetched={"headers": {"content-type": "text/html; charset=ISO-8859-1"}})  # fmt: skip
    keep(folder, b"The gate was shut.", at=at, name="again.txt", url="https://a.example/text")
    (folder / "stray.txt").write_text("not on record", encoding="utf-8")
    text, page = walk([tmp_path])
    assert isinstance(text, Source)
    assert isinstance(page, Source)
    assert (text.name, text.url) == ("again.txt", "https://a.example/text"), "the line that tells more"
    assert (page.name, page.retrieved, page.charset) == ("https://a.example/gate", at, "ISO-8859-1")
    assert page.path.read_bytes() == b"<p>The gate was open."


def test_scans_are_taken_and_pictures_of_pages_are_not(tmp_path: Path) -> None:
    for name in ("fax.tiff", "logo.png", "photo.jpg"):
        (tmp_path / name).write_bytes(b"x")
    assert names(list(walk([tmp_path])), tmp_path) == ["fax.tiff"]
