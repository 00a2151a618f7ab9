"""The folder of originals: what is kept, once, and that nothing can be changed unseen."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.errors import StoreError
from sayso.store import arrivals, keep, verify
from sayso.store.originals import CUSTODY

NOON = datetime(2025, 9, 12, 12, 0, 5, tzinfo=UTC)
PAGE = b"<p>\x00The gate was shut, Orla Tremayne said.</p>\r\n"
SHA = hashlib.sha256(PAGE).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "originals"


def test_keeps_the_exact_bytes_and_says_where_they_are_from(folder: Path) -> None:
    url = "https://northbridge-courier.example/gate"
    one = keep(folder, PAGE, at=NOON, name="gate.HTML", media_type="text/html", url=url, retrieved_at=NOON)
    assert one.file == f"{SHA[:2]}/{SHA}.html"
    assert (folder / one.file).read_bytes() == PAGE
    assert not (folder / one.file).stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)
    (line,) = (folder / CUSTODY).read_text(encoding="utf-8").splitlines()
    told = json.loads(line)
    assert told["sha256"] == SHA
    assert told["size"] == len(PAGE)
    assert told["name"] == "gate.HTML"
    assert told["media_type"] == "text/html"
    assert told["url"] == url
    assert told["retrieved_at"] == told["added_at"] == "2025-09-12T12:00:05+00:00"
    assert told["sayso"]
    assert told["previous"] is None
    assert list(arrivals(folder)) == [one]


def test_the_same_bytes_are_stored_once_and_noted_twice(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy\nof gate.txt"
    file.write_bytes(PAGE)
    first = keep(folder, PAGE, at=NOON, name="gate.html")
    second = keep(folder, file, at=NOON)
    assert first.file == second.file
    assert [one.name for one in arrivals(folder)] == ["gate.html", "copy\nof gate.txt"]
    assert verify(folder).intact == 1
    assert verify(folder).sound


def test_verify_names_what_is_missing_changed_and_unknown(folder: Path) -> None:
    kept = [keep(folder, bytes([number]) * 50, at=NOON, name=f"{number}.txt").file for number in range(4)]
    assert verify(folder).sound
    (folder / kept[0]).unlink()
    (folder / kept[1]).chmod(0o644)
    (folder / kept[1]).write_bytes(b"\x01" * 49 + b"\x02")
    (folder / kept[2]).unlink()
    (folder / kept[2]).symlink_to(folder / kept[3])
    (folder / "ab").mkdir(exist_ok=True)
    (folder / "ab" / "stray.txt").write_bytes(b"x")
    found = verify(folder)
    assert found.missing == (kept[0],)
    assert found.changed == tuple(sorted(kept[1:3]))
    assert found.unknown == ("ab/stray.txt",)
    assert found.intact == 1
    assert not found.sound


@pytest.mark.parametrize("spoil", ["drop", "edit", "swap"])
def test_a_line_taken_out_or_rewritten_shows(folder: Path, spoil: str) -> None:
    for number in range(3):
        keep(folder, bytes([number]) * 50, at=NOON, name=f"{number}.txt")
    lines = (folder / CUSTODY).read_bytes().splitlines(keepends=True)
    assert verify(folder).head == hashlib.sha256(lines[-1].rstrip()).hexdigest()
    if spoil == "drop":
        del lines[1]
    elif spoil == "edit":
        lines[1] = lines[1].replace(b'"1.txt"', b'"2.txt"')
    else:
        lines[1:] = reversed(lines[1:])
    (folder / CUSTODY).write_bytes(b"".join(lines))
    assert verify(folder).damaged
    assert not verify(folder).sound


def test_a_line_that_leads_out_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    one = keep(folder, PAGE, at=NOON)
    (tmp_path / "outside.txt").write_bytes(PAGE)
    line = (folder / CUSTODY).read_text(encoding="utf-8").replace(one.file, "../outside.txt")
    (folder / CUSTODY).write_text(line + "[" * 100_000 + "\nnull\n", encoding="utf-8")
    found = verify(folder)
    assert [number for number, _ in found.damaged] == [1, 2, 3]
    assert found.unknown == (one.file,)


def test_a_line_that_a_crash_cut_off_does_not_spoil_the_next(folder: Path) -> None:
    keep(folder, PAGE, at=NOON)
    with (folder / CUSTODY).open("ab") as custody:
        custody.write(b'{"file": "ab/')
    keep(folder, PAGE + b"x", at=NOON)
    assert [number for number, _ in verify(folder).damaged] == [2]
    assert verify(folder).intact == 2


def test_a_changed_original_is_not_papered_over(folder: Path) -> None:
    one = keep(folder, PAGE, at=NOON, name="gate.html")
    (folder / one.file).chmod(0o644)
    (folder / one.file).write_bytes(b"forged")
    with pytest.raises(StoreError, match="sayso verify"):
        keep(folder, PAGE, at=NOON, name="gate.html")
    assert len(list(arrivals(folder))) == 1


def test_refusals(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no folder of originals"):
        verify(folder)
    with pytest.raises(StoreError, match="could not be kept"):
        keep(folder, tmp_path / "nothing.txt", at=NOON)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StoreError, match="no regular file"):
        keep(folder, tmp_path / "pipe", at=NOON)
    (tmp_path / "file").write_bytes(b"x")
    with pytest.raises(StoreError, match="could not be kept"):
        keep(tmp_path / "file", PAGE, at=NOON)


def test_several_writers_at_once(folder: Path) -> None:
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path; from sayso.store import keep\n"
        "for n in range(20): keep(Path(sys.argv[1]), b'%d' % (n % 5), at=datetime.now(UTC), name=f'{n}.txt')"
    )
    running = [subprocess.Popen([sys.executable, "-c", code, str(folder)]) for _ in range(3)]
    assert [one.wait() for one in running] == [0, 0, 0]
    found = verify(folder)
    assert found.sound
    assert found.intact == 5
    assert len(list(arrivals(folder))) == 60
