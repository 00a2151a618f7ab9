"""`--fetch`: off unless asked for; what it fetches is kept, read, and read again from the folder of originals."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso import settings
from sayso.cli import app
from sayso.settings import FetchLimits
from sayso.store import arrivals, verify
from tests.fetch.site import ARTICLE, Site, html, moved, served

RUN = CliRunner()


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setattr(settings, "FETCH_LIMITS", FetchLimits(delay_seconds=0))
    with served({"/gate": html(), "/old": moved("/gate", 301)}) as running:
        yield running


def rows(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


def test_nothing_is_fetched_unless_asked_for(site: Site, tmp_path: Path) -> None:
    listing = tmp_path / "urls.txt"
    listing.write_text(f"{site.origin}/gate\n", encoding="utf-8")
    for given in (f"{site.origin}/gate", str(listing)):
        result = RUN.invoke(app, ["ingest", "--json", given])
        assert result.exit_code == 3
        (row,) = rows(result.stdout)
        assert row["code"] == "fetch"
        assert "have --fetch" in row["reason"]
    assert site.asked == []


def test_what_is_fetched_is_read_and_kept_with_how_it_came(site: Site, tmp_path: Path) -> None:
    kept = tmp_path / "originals"
    result = RUN.invoke(
        app, ["ingest", "--json", "--fetch", "--allow-private", "--originals", str(kept), f"{site.origin}/old"]
    )
    assert result.exit_code == 0, result.output
    (row,) = rows(result.stdout)
    document: dict[str, str] = row["document"]  # type: ignore[assignment]
    assert document["id"] == hashlib.sha256(ARTICLE).hexdigest()
    assert document["url"] == f"{site.origin}/gate"
    assert document["publisher"] == "Ellery Herald"
    (arrival,) = arrivals(kept)
    assert (kept / arrival.file).read_bytes() == ARTICLE
    assert arrival.name == "gate.html"
    assert arrival.url == f"{site.origin}/gate"
    assert arrival.retrieved_at is not None
    assert document["retrieved_at"] == arrival.retrieved_at
    assert arrival.fetched == {
        "asked": f"{site.origin}/old",
        "redirects": [f"{site.origin}/old"],
        "status": 200,
        "headers": arrival.fetched["headers"] if arrival.fetched else None,
    }
    assert verify(kept).sound


def test_a_list_of_addresses_is_fetched_and_a_missing_page_costs_no_other(site: Site, tmp_path: Path) -> None:
    listing = tmp_path / "urls.txt"
    listing.write_text(f"# the gate\n{site.origin}/gone\n\n{site.origin}/gate\n{site.origin}/gate\n", encoding="utf-8")
    kept = tmp_path / "originals"
    result = RUN.invoke(app, ["ingest", "--fetch", "--allow-private", "--originals", str(kept), str(listing)])
    assert result.exit_code == 1
    assert "no such page (404)" in " ".join(result.stdout.split())
    assert site.paths == ["/robots.txt", "/gone", "/gate"], "each address once"
    assert len(list(arrivals(kept))) == 1


def test_a_dossier_is_made_of_an_address_and_of_its_original(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "dossier"
    first = RUN.invoke(app, ["report", "--fetch", "--allow-private", f"{site.origin}/gate", "-o", str(out)])
    assert first.exit_code == 0, first.output
    assert len(list(arrivals(out / "originals"))) == 1
    again = RUN.invoke(app, ["report", str(out / "originals"), "-o", str(tmp_path / "again")])
    assert again.exit_code == 0, again.output
    documents = [
        json.loads((folder / "dossier.json").read_text(encoding="utf-8"))["documents"]
        for folder in (out, tmp_path / "again")
    ]
    assert documents[0] == documents[1]
    assert documents[0][0]["url"] == f"{site.origin}/gate"
    assert documents[0][0]["retrieved_at"]


def test_fetching_needs_somewhere_to_keep(site: Site) -> None:
    result = RUN.invoke(app, ["ingest", "--fetch", f"{site.origin}/gate"])
    assert result.exit_code == 2
    assert "--originals" in result.stderr


def test_this_machine_is_no_address_unless_allowed(site: Site, tmp_path: Path) -> None:
    result = RUN.invoke(app, ["ingest", "--fetch", "--originals", str(tmp_path / "o"), f"{site.origin}/gate"])
    assert result.exit_code == 1
    assert "--allow-private" in " ".join(result.stdout.split())
    assert site.asked == []


def test_two_visits_to_one_address_are_two_versions_and_a_silent_edit_is_told(site: Site, tmp_path: Path) -> None:
    kept, out = tmp_path / "originals", tmp_path / "dossier"
    for body in (ARTICLE, ARTICLE.replace(b"at six", b"at nine")):
        site.pages["/gate"] = html(body)
        done = RUN.invoke(
            app, ["ingest", "--fetch", "--allow-private", "--originals", str(kept), f"{site.origin}/gate"]
        )
        assert done.exit_code == 0, done.output
    done = RUN.invoke(app, ["report", str(kept), "-o", str(out)])
    assert done.exit_code == 0, done.output
    (versions,) = json.loads((out / "dossier.json").read_text(encoding="utf-8"))["versions"]
    assert len(versions["documents"]) == 2
    (edit,) = versions["edits"]
    assert "at six" in edit["before"]["exact"]
    assert "at nine" in edit["after"]["exact"]
    assert "Edited after publication" in (out / "dossier.html").read_text(encoding="utf-8")


def test_ctrl_c_ends_it_quietly(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        command = ["ingest", "--fetch", "--allow-private", "--originals", str(tmp_path / "o"), address]
        running = subprocess.Popen(
            [sys.executable, "-m", "sayso.cli", *command],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        line, _ = silent.accept()  # it waits for an answer now
        with line:
            os.killpg(running.pid, signal.SIGINT)
            out, told = running.communicate(timeout=60)
    assert (running.returncode, out, told) == (130, "", "Stopped.\n")
