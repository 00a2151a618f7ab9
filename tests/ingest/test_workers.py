"""Limits of time and memory hold: a worker is ended, its file is a failure, and the rest is read."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.ingest import Failure, ingest_all, pulse
from sayso.ingest.workers import Item, ingest_files
from sayso.model import Document
from sayso.settings import LIMITS, Limits

TIGHT = Limits(max_seconds=1.5, max_memory_bytes=900_000_000)
GOOD = "The gate was shut at six on Friday, Orla Tremayne said."


def misbehave(path: Path, *, limits: Limits = LIMITS) -> Iterator[Item]:
    """A reader that does what the file's name says, after it has given one document."""
    yield from ingest_all(path, limits=limits)
    if path.stem.startswith("endless"):
        while True:
            pass
    if path.stem.startswith("hungry"):
        hoard = [bytearray(500_000_000) for _ in range(1000)]
        hoard.clear()
    if path.stem.startswith("crash"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if path.stem.startswith("bug"):
        raise RecursionError("\x1b[31m")
    if path.stem.startswith("patient"):
        for _ in range(4):
            time.sleep(0.5)
            pulse.beat()
    if path.stem.startswith("parent"):
        child = subprocess.Popen(["sleep", "60"])
        path.with_suffix(".pid").write_text(str(child.pid))
        child.wait()
    if path.stem.startswith("slow"):
        for _ in range(4):
            time.sleep(0.5)
            yield from ingest_all(path, limits=limits)


def files(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(GOOD, encoding="utf-8")
    return [folder / name for name in names]


def told(found: list[Item]) -> list[str]:
    return ["read" if isinstance(one, Document) else one.code for one in found]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_costs_no_other(tmp_path: Path, jobs: int) -> None:
    paths = files(tmp_path, "a.txt", "endless.txt", "b.txt", "hungry.txt", "crash.txt", "c.txt", "slow.txt", "bug.txt")
    paths.insert(2, tmp_path / "missing.txt")
    begun = time.monotonic()
    found = [(path.name, list(items)) for path, items in ingest_files(paths, limits=TIGHT, jobs=jobs, read=misbehave)]
    assert time.monotonic() - begun < 45
    assert [name for name, _ in found] == [path.name for path in paths]
    said = dict(found)
    assert {name: told(items) for name, items in found} == {
        "a.txt": ["read"],
        "endless.txt": ["read", "stopped"],
        "missing.txt": ["unreadable"],
        "b.txt": ["read"],
        "hungry.txt": ["read", "stopped"],
        "crash.txt": ["read", "stopped"],
        "c.txt": ["read"],
        "slow.txt": ["read"] * 5,
        "bug.txt": ["read", "stopped"],
    }
    reasons = {name: items[-1].reason for name, items in said.items() if isinstance(items[-1], Failure)}
    assert "more than 1.5 seconds" in reasons["endless.txt"]
    assert "900,000,000 bytes of memory" in reasons["hungry.txt"]
    assert "crashed (SIGSEGV)" in reasons["crash.txt"]
    assert "crashed (RecursionError)" in reasons["bug.txt"]
    assert not [one for one in multiprocessing.active_children() if one.is_alive()], "no worker is left behind"


def test_the_same_documents_as_without_workers(tmp_path: Path) -> None:
    paths = files(tmp_path, *(f"{number}.txt" for number in range(12)))
    found = [(path, list(items)) for path, items in ingest_files(paths)]
    assert found == [(path, list(ingest_all(path))) for path in paths]


def test_items_that_are_not_taken_are_passed_over(tmp_path: Path) -> None:
    paths = files(tmp_path, "a.txt", "slow.txt", "b.txt")
    assert [path for path, _ in ingest_files(paths, read=misbehave)] == paths


def test_hostile_files_within_the_limits(tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(GOOD.encode() + b"\x00" * 200 + GOOD.encode())
    (tmp_path / "nuls.txt").write_bytes(b"\x00" * 100_000)
    (tmp_path / "big.html").write_bytes(b"<p>" + b"<b>" * 6_600_000)
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    limits = Limits(max_seconds=20.0)
    paths = [tmp_path / name for name in ("big.html", "nul.txt", "nuls.txt", "good.txt")]
    begun = time.monotonic()
    found = {path.name: list(items) for path, items in ingest_files(paths, limits=limits)}
    assert time.monotonic() - begun < 50
    assert isinstance(found["big.html"][0], Failure)
    assert told(found["nuls.txt"]) == ["unreadable"]
    assert told(found["good.txt"]) == ["read"]


def test_a_page_that_takes_too_long_is_ended_in_time(tmp_path: Path) -> None:
    page, good = tmp_path / "page.html", *files(tmp_path, "good.txt")
    page.write_text("<article>" + f"<p>{GOOD} Nobody else was on the bridge.</p>" * 50_000, encoding="utf-8")
    assert page.stat().st_size < LIMITS.max_html_bytes
    begun = time.monotonic()
    found = [told(list(items)) for _, items in ingest_files([page, good], limits=Limits(max_seconds=2.0), jobs=1)]
    assert found == [["stopped"], ["read"]]
    assert time.monotonic() - begun < 30


def test_signs_of_life_give_a_slow_reader_more_time(tmp_path: Path) -> None:
    ((_, items),) = (
        (path, list(items))
        for path, items in ingest_files(files(tmp_path, "patient.txt"), limits=TIGHT, read=misbehave)
    )
    assert told(items) == ["read"]


def test_a_worker_that_is_ended_takes_its_programs_along(tmp_path: Path) -> None:
    ((_, items),) = (
        (path, list(items)) for path, items in ingest_files(files(tmp_path, "parent.txt"), limits=TIGHT, read=misbehave)
    )
    assert told(items) == ["read", "stopped"]
    child = int((tmp_path / "parent.pid").read_text())
    for _ in range(100):
        if not Path(f"/proc/{child}").exists() or "\nState:\tZ" in Path(f"/proc/{child}/status").read_text():
            return
        time.sleep(0.05)
    pytest.fail("the program runs on")
