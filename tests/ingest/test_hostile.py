# ruff: noqa: E501
"""Input made to do harm: it is read or refused, in bounded time, and nothing of it acts."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import SaysoError, TooLargeError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.ingest.raw import Raw
from sayso.ingest.registry import CONTAINERS, DOCUMENTS
from sayso.ingest.sniff import sniff
from sayso.model import Document

from .fuzz_seeds import SEEDS
from .test_properties import hold

MAIL = b"From: a@b.example\nTo: c@d.example\nSubject: x\n"
WORDS = b"<p>The bridge fell on Friday, he said.</p>"


@pytest.mark.parametrize(
    "make",
    [
        lambda: b"<html><body>" + b"<div>" * 20_000 + WORDS,
        lambda: b"<html><body>" + b"<blockquote class='twitter-tweet'>" * 2_000 + WORDS,
        lambda: b"<html><body><p class='" + b"a " * 500_000 + b"'>The bridge fell on Friday.</p>" + WORDS,
        lambda: b"<html><body><p " + b"a=b " * 20_000 + b">The bridge fell on Friday.</p>" + WORDS,
        lambda: b"<html><script type='application/ld+json'>" + b"[" * 500_000 + b"</script>" + WORDS,
        lambda: b"<html><!--" + b"<p>" * 300_000 + b"-->" + WORDS,
        lambda: MAIL + b"X-A: b\n" * 20_000 + b"\nThe bridge fell on Friday, he said, to all of us there.",
        lambda: MAIL + b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\nContent-Type: text/plain\n\nhi\n" * 5_000,
        lambda: b'{"items":' * 50_000,
        lambda: gzip.compress(b"\0" * 30_000_000),
        lambda: gzip.compress(b"The bridge fell. " * 2_000_000),
    ],
    ids=["deep", "deep posts", "long class", "many attributes", "deep json-ld", "comment", "headers", "parts", "deep json", "nul bomb", "text bomb"],
)  # fmt: skip
def test_it_ends(make: Callable[[], bytes]) -> None:
    data = make()
    begun = time.perf_counter()
    for item in ingest_all(data, name="hostile"):
        assert isinstance(item, Document | Failure)
    assert time.perf_counter() - begun < 20


def test_a_text_of_200_megabytes_is_refused_before_it_is_read() -> None:
    with pytest.raises(TooLargeError, match="split it"):
        ingest(b"The bridge fell on Friday.\n" * 8_000_000)


def test_bidi_controls_and_escapes_stay_as_they_are_and_do_nothing() -> None:
    source = "The bridge \u202efell\u202c on \x1b[31mFriday\x1b[0m, he said."
    assert ingest(source).text == source


@pytest.mark.parametrize(
    "markup",
    [
        "<p>He said <script>alert('X')</script>no.</p>",
        "<p>He said <img src=x onerror=\"alert('X')\">no.</p>",
        "<p>He said <a href=\"javascript:alert('X')\">no</a>.</p>",
        "<p>He said <svg><script>alert('X')</script></svg>no.</p>",
        "<p>He said <style>@import 'X'</style>no.</p>",
        "<p>He said <!-- <script>X</script> -->no.</p>",
        '<p>He said <iframe srcdoc="<script>X</script>"></iframe>no.</p>',
        "<p>He said <noscript><p>X</p></noscript>no.</p>",
    ],
)
def test_nothing_of_a_script_becomes_text(markup: str) -> None:
    document = ingest(f"<html><body><p>The bridge fell on Friday.</p>{markup}</body></html>")
    hold(document)
    assert "X" not in document.text
    assert "alert" not in document.text


def test_external_entities_in_a_page_are_not_read() -> None:
    page = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>The bridge fell &x; on Friday.</p></body></html>'
    try:
        assert "root:" not in ingest(page).text
    except SaysoError:
        return


@pytest.mark.parametrize("kind", SEEDS)
def test_files_of_every_kind_cut_off_and_with_bits_flipped_are_read_or_refused(kind: str) -> None:
    for name, whole in SEEDS[kind]()[:6]:
        size = len(whole)
        cut = [whole[: size * part // 7] for part in range(7)]
        flipped = [
            whole[:at] + bytes([whole[at] ^ 1 << at % 8]) + whole[at + 1 :] for at in range(3, size, size // 9 + 1)
        ]
        for data in (*cut, *flipped):
            for item in ingest_all(data, name=name):
                if isinstance(item, Document):
                    hold(item)


def test_there_are_files_to_damage_of_every_kind_that_is_read() -> None:
    found = {
        sniff(Raw(data=data, name=name, suffix=Path(name).suffix)) for one in SEEDS.values() for name, data in one()
    }
    assert {*DOCUMENTS, *CONTAINERS} - found == {"image"}  # pictures are read by another program, see test_ocr


def test_a_page_of_19_megabytes_of_text_is_refused_at_once_and_says_why() -> None:
    with pytest.raises(TooLargeError, match="17,200,000 characters of text are over the limit"):
        ingest(
            b"<article>"
            + b"<p>The gate was shut at six on Friday, Orla Tremayne said. Nobody else was on the bridge.</p>" * 200_000
        )


def test_a_page_of_18_megabytes_of_script_is_read() -> None:
    script = b"<script>" + b"x" * 18_000_000 + b"</script>"
    assert ingest(b"<html><body>" + script + WORDS * 5).blocks


def test_entities_of_a_page_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha" * 10}">' for n in range(9))
    page = f'<?xml version="1.0"?><!DOCTYPE html [{laughs}]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>The bridge fell on Friday. &l8;</p></body></html>'
    for name in ("a.html", "a.xhtml"):
        assert len(ingest(page.encode(), name=name).text) < 2_000


def test_lone_surrogates_and_mixed_direction_in_a_page_stay_harmless() -> None:
    document = ingest(
        "<p>The bridge \u202efell\u2066 on\u2069 \ud800Friday, &#xD800;he said.</p>", media_type="text/html"
    )
    hold(document)
    assert "\u202efell\u2066 on\u2069" in document.text


def test_a_name_with_newlines_and_escapes_names_its_document(tmp_path: Path) -> None:
    path = tmp_path / "odd\n\x1b[31m\u202ename.txt"
    path.write_text("The bridge fell on Friday.", encoding="utf-8")
    (found,) = ingest_all(path)
    assert isinstance(found, Document)
