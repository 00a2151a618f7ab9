"""`sayso ingest` and `sayso verify`: what they say, what they keep, and how they end."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.store import arrivals

RUN = CliRunner()
GOOD = b"The gate was shut at six on Friday, Orla Tremayne of Northbridge said.\n"
PAGE = (
    b"<html><head><title>Gate shut</title><link rel='canonical' href='https://courier.example/gate'></head>"
    b"<body><article><h1>Gate shut</h1><p>The gate was shut at six on Friday, Orla Tremayne said.</p></article></body>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "coverage"
    (place / "deep").mkdir(parents=True)
    (place / "a.txt").write_bytes(GOOD)
    (place / "deep" / "page.html").write_bytes(PAGE)
    (place / "bad\x1b[31m\n.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (place / ".hidden.txt").write_bytes(GOOD)
    (place / "loop").symlink_to(place)
    os.mkfifo(place / "pipe.txt")
    return place


def test_the_summary_names_what_was_read_skipped_and_failed(folder: Path) -> None:
    result = RUN.invoke(app, ["ingest", str(folder)])
    assert result.exit_code == 1, result.output
    for told in ("read", "text/plain", "text/html", "hidden", "walked already", "a pipe", "failed", "bad␛[31m"):
        assert told in result.stdout
    assert "\x1b" not in result.stdout
    assert result.stderr == ""


def test_json_gives_a_line_for_each(folder: Path) -> None:
    result = RUN.invoke(app, ["ingest", "--json", str(folder)])
    assert result.exit_code == 1
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["status"] for row in rows].count("read") == 2
    assert [row["code"] for row in rows if row["status"] == "failed"] == ["unreadable"]
    assert sum(row["status"] == "skipped" for row in rows) == 3
    (text,) = [row["document"] for row in rows if row["file"].endswith("a.txt") and row["status"] == "read"]
    assert text["text"] == GOOD.decode()
    assert text["id"] == hashlib.sha256(GOOD).hexdigest()


def test_originals_are_kept_and_verified(folder: Path, tmp_path: Path) -> None:
    kept = folder / "originals"
    assert RUN.invoke(app, ["ingest", "--originals", str(kept), str(folder)]).exit_code == 1
    found = {one.name: one for one in arrivals(kept)}
    assert set(found) == {"a.txt", "page.html", "bad\x1b[31m\n.pdf"}, "what cannot be read is kept too"
    assert found["page.html"].url == "https://courier.example/gate"
    assert (kept / found["a.txt"].file).read_bytes() == GOOD
    again = RUN.invoke(app, ["ingest", "--originals", str(kept), str(folder)])
    assert "the folder of originals" in again.stdout
    sound = RUN.invoke(app, ["verify", str(kept)])
    assert sound.exit_code == 0
    assert sound.stdout.startswith("3 intact")
    (kept / found["a.txt"].file).unlink()
    (kept / "stray\x1b").write_bytes(b"x")
    spoilt = RUN.invoke(app, ["verify", str(kept)])
    assert spoilt.exit_code == 1
    assert f"missing: {found['a.txt'].file}" in spoilt.stdout
    assert "unknown: stray␛" in spoilt.stdout


def test_how_it_ends(folder: Path, tmp_path: Path) -> None:
    assert RUN.invoke(app, ["ingest", str(folder / "a.txt")]).exit_code == 0
    assert RUN.invoke(app, ["ingest", str(tmp_path / "missing.txt")]).exit_code == 3
    assert RUN.invoke(app, ["ingest"]).exit_code == 2
    unable = RUN.invoke(app, ["ingest", "--originals", str(folder / "a.txt"), str(folder / "deep")])
    assert unable.exit_code == 3
    assert "[store]" in unable.stderr
    assert RUN.invoke(app, ["verify", str(tmp_path)]).exit_code == 3


def test_warnings_are_in_the_summary_and_a_list_of_addresses_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("The gate was shut, Orla Tremayne said – “for good”.".encode("cp1252"))
    (tmp_path / "urls.txt").write_text("# coverage\nhttps://a.example/1\n\nhttps://a.example/2\n", encoding="utf-8")
    result = RUN.invoke(app, ["ingest", str(tmp_path)])
    told = " ".join(result.stdout.split())
    assert result.exit_code == 1
    assert "warnings 1 old.txt: names no encoding" in told
    assert "urls.txt is a list of addresses and no text; sayso ingest --fetch" in told
