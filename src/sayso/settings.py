"""Limits that keep one bad file from taking a whole run down. Every value can be changed by the caller."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of one item `sayso.ingest` takes on. Sizes are in bytes unless they say otherwise.

    `max_bytes`: the largest file that is read, and the largest item in an archive. `max_archive_bytes`: the largest
    WARC or WACZ file, which is read as a stream. `max_html_bytes`: the largest web page (markup included).
    `max_characters`: the longest text of one document, in Unicode code points. `max_items`: the most documents taken
    out of one container (a feed, an archive, a JSON Lines file). `max_unpacked_bytes`: the most that a compressed
    file may unpack to. `max_pages`: the most pages of a PDF. `max_elements`: the most elements of a web page.
    `max_seconds` and `max_memory_bytes` are the most time and memory (address space, the program itself included) that
    one document may take; they hold where files are read by workers (the commands, `sayso.ingest.workers`).
    `max_ocr_pages` and `max_ocr_seconds`: the most pages of one document whose pictures are read by OCR, and the time
    for all of them; each page has `max_seconds` for itself. 0 pages switches OCR off.
    """

    max_bytes: int = 256 * 1024 * 1024
    max_archive_bytes: int = 64 * 1024 * 1024 * 1024
    max_html_bytes: int = 20 * 1024 * 1024
    max_characters: int = 5_000_000
    max_items: int = 1_000_000
    max_unpacked_bytes: int = 1024 * 1024 * 1024
    max_pages: int = 2_000
    max_elements: int = 400_000
    max_ocr_pages: int = 200
    max_ocr_seconds: float = 900.0
    max_seconds: float = 60.0
    max_memory_bytes: int = 4 * 1024 * 1024 * 1024


LIMITS = Limits()
"""The limits that hold unless a caller gives others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchLimits:
    """How `sayso.fetch` behaves towards sites, and what it puts up with. Nothing is fetched unless asked for.

    `user_agent`: what it calls itself; put a way to reach you there. `delay_seconds`: the least pause between two
    requests to one host. `timeout_seconds`: how long it waits for a connection, or for the next bytes. `max_seconds`:
    the most time one answer may take. `max_bytes`: the most bytes of one answer, unpacked. `max_redirects`: how many
    addresses one may lead on to.
    """

    user_agent: str = "sayso/0.1 (one reader's archive of single pages; heeds robots.txt)"
    delay_seconds: float = 2.0
    timeout_seconds: float = 20.0
    max_seconds: float = 60.0
    max_bytes: int = 64 * 1024 * 1024
    max_redirects: int = 8


FETCH_LIMITS = FetchLimits()
"""How addresses are fetched unless a caller gives others."""

THREADS = 1
"""How many cores one document's reading may use. More makes a long document quicker and never changes a reading."""
