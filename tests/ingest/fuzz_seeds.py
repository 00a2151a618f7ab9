"""Whole files of each kind, to be damaged by `tests.fuzz`."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from functools import cache
from pathlib import Path

from . import (
    conformance,
    mails,
    pages,
    stories,
    test_archives,
    test_docx,
    test_feeds,
    test_mail,
    test_msg,
    test_pdf,
    test_tables,
    test_text,
)
from .make_msg import attached, msg
from .make_pdf import column, line, pdf

Seeds = list[tuple[str, bytes]]


@cache
def _html() -> Seeds:
    return [("page.html", page.encode()) for _, _, page, _ in conformance.every(stories.STORIES)] + [
        ("page.html", pages.COURIER.encode()),
        ("page.html", pages.COURIER.encode("utf-16")),
        (
            "page.html",
            pages.page(pages.BLUESKY + pages.FACEBOOK + pages.INSTAGRAM + pages.TRUTH + pages.MASTODON).encode(),
        ),
    ]


@cache
def _text() -> Seeds:
    story = stories.FERRY
    whole = "\n\n".join([story.title, "By Mara Quill", "Updated: March 4, 2025", *story.paragraphs, story.note])
    return [
        ("a.txt", whole.encode()),
        ("a.txt", test_text.WRAPPED.encode()),
        ("a.md", ("# " + whole + "\n\n> quoted\n\n- item\n- item\n").encode()),
        ("a.txt", whole.encode("utf-16-le")),
        ("a.txt", whole.encode("cp1252")),
    ]


@cache
def _pdf() -> Seeds:
    head = (
        line("HARLOW COUNTY SHERIFF", 72, 40, 8)
        + line("A headline", 60, 80, 20, bold=True)
        + line("Page 1 of 2", 280, 760, 8)
    )
    return [
        ("a.pdf", test_pdf.WHOLE),
        ("a.pdf", pdf([head + column(pages.PARAGRAPHS, 60, 130, 46) + column(pages.PARAGRAPHS, 320, 130, 46)] * 2)),
    ]


@cache
def _archives(kind: str) -> Seeds:
    if kind == "warc":
        return [
            ("a.warc", test_archives.warc()),
            ("a.warc.gz", test_archives.warc("gz")),
            ("a.warc.zst", test_archives.warc("zst")),
        ]
    if kind == "wacz":
        return [("a.wacz", test_archives.wacz([])), ("a.wacz", test_archives.wacz(["https://courier.example/2"]))]
    return [
        ("a.html.gz", gzip.compress(pages.COURIER.encode(), mtime=0)),
        ("a.txt.gz", gzip.compress(b"He said so on Friday. " * 50, mtime=0)),
    ]


@cache
def _tables() -> Seeds:
    import json

    row = json.dumps(test_tables.ROW)
    return [
        ("a.jsonl", (row + "\n").encode() * 4),
        ("a.json", f"[{row},{row}]".encode()),
        ("a.json", row.encode()),
        (
            "a.csv",
            b"title,text,publisher,date\n"
            + b'A bridge fell,"He said, \xe2\x80\x9cno.\xe2\x80\x9d",Courier,2025-09-12\n' * 5,
        ),
        ("a.tsv", b"title\ttext\turl\nA bridge fell\tIt fell on Friday.\thttps://courier.example/1\n" * 3),
    ]


FIXTURES = Path(__file__).parent / "fixtures"


def _kept(*endings: str) -> Seeds:
    """The files of `fixtures` that end so: by other hands than ours."""
    return [(one.name, one.read_bytes()) for one in sorted(FIXTURES.iterdir()) if one.name.endswith(endings)]


def _mails() -> Seeds:
    made = [one(stories.FERRY) for one in (mails.plain, mails.outlook, mails.forwarded, mails.attached)]
    return [("a.eml", data) for data in (test_mail.WHOLE, *made, mails.digest(stories.STORIES))]


def _outlook() -> Seeds:
    inner = [attached("a.txt", b"The statement in full."), attached("a.html", pages.COURIER.encode(), "text/html")]
    return [("a.msg", msg(test_msg.mail())), ("a.msg", msg(test_msg.mail(), inner))]


SEEDS: dict[str, Callable[[], Seeds]] = {
    "html": _html,
    "text": _text,
    "pdf": lambda: _pdf() + _kept(".pdf"),
    "mail": _mails,
    "msg": _outlook,
    "rtf": lambda: [("a.rtf", test_msg.RTF.encode())],
    "mhtml": lambda: [("a.mhtml", test_mail.MHTML if isinstance(test_mail.MHTML, bytes) else test_mail.MHTML.encode())],
    "docx": lambda: [("a.docx", test_docx.WHOLE)],
    "tables": _tables,
    "feed": lambda: [("a.xml", test_feeds.RSS.encode()), ("a.atom", test_feeds.ATOM.encode())],
    "warc": lambda: _archives("warc") + _kept(".warc.gz"),
    "wacz": lambda: _archives("wacz") + _kept(".wacz"),
    "packed": lambda: _archives("packed"),
}
"""The kinds, each with the files to begin with: the name each is read by, and its bytes."""
