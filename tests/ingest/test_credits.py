"""Whose work a document passes on, and that its publisher stays who published the copy."""

from __future__ import annotations

import pytest

from sayso.ingest import ingest, ingest_all
from sayso.model import Document
from tests.ingest.make_pdf import column, line, pdf

BODY = (
    "<p>The ferry landing was shut at six on Friday, Orla Tremayne said, after a barge struck the pier.</p>"
    "<p>Nobody was hurt, she said, and the crossing would open again on Monday.</p>"
)

LINKED = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Landing shut", '
    '"publisher": {"name": "Ellery Herald"}, "sourceOrganization": {"name": "Linden Tribune"}}</script>'
)


def page(head: str = "", before: str = "", after: str = "", body: str = BODY, url: str | None = None) -> Document:
    told = (
        "<html><head><title>Landing shut</title><meta property='og:site_name' content='Ellery Herald'>"
        f"{head}</head><body><article><h1>Landing shut by barge</h1>{before}{body}{after}</article></body>"
    )
    return ingest(told.encode(), media_type="text/html", url=url)


@pytest.mark.parametrize(
    ("made", "credit", "where"),
    [
        (page(before="<div class='byline'>By Jane Doe, Linden Tribune</div>"), "Linden Tribune", "byline"),
        (page(before="<div class='byline'>By JANE DOE | The Associated Press</div>"), "The Associated Press", "byline"),
        (page(after="<p>This story was originally published by the Linden Tribune and is republished here.</p>"),
         "Linden Tribune", "text"),
        (page(after="<p>This article is republished from The Dialogue with permission.</p>"), "The Dialogue", "text"),
        (page(after="<p>Copyright 2025 Reuters. All rights reserved.</p>"), "Reuters", "text"),
        (page(body=BODY.replace("<p>The", "<p>ELLERY, Ohio (AP) — The")), "The Associated Press", "text"),
        (page(LINKED),
         "Linden Tribune", "json-ld"),
    ],
)  # fmt: skip
def test_a_credit_is_a_field_of_its_own(made: Document, credit: str, where: str) -> None:
    assert made.publisher == "Ellery Herald"
    assert made.credit == credit
    assert dict(made.provenance)["credit"] == where


@pytest.mark.parametrize(
    "made",
    [
        page(before="<div class='byline'>By Jane Doe, Herald Staff Writer</div>"),
        page(before="<div class='byline'>By Jane Doe, Ellery Herald</div>"),
        page(before="<div class='byline'>By Jane Doe, News Editor</div>"),
        page(after="<p>This story was originally published on September 12, 2025.</p>"),
        page(after="<p>The Associated Press contributed to this report.</p>"),
        page(after="<p>This story was first reported by the Ellery Herald.</p>"),
        page(after="<p>Copyright Associated Press / Ellery Herald</p>"),
        page(after="<p>The report was first published on Monday by the county.</p>"),
    ],
)
def test_an_outlet_s_own_work_credits_nobody(made: Document) -> None:
    assert made.credit is None
    assert "credit" not in dict(made.provenance)


def test_a_canonical_link_to_another_site_is_a_credit_and_not_the_address() -> None:
    link = "<link rel='canonical' href='https://apnews.com/article/landing'>"
    (made,) = ingest_all(
        b"WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: https://news.ellery.example/landing\r\n"
        b"WARC-Date: 2025-09-13T10:00:00Z\r\nContent-Type: text/html\r\n"
        b"Content-Length: %d\r\n\r\n" % len(held := _bytes(link)) + held + b"\r\n\r\n",
        name="one.warc",
    )
    assert isinstance(made, Document)
    assert (made.credit, made.url) == ("The Associated Press", "https://news.ellery.example/landing")


def _bytes(head: str) -> bytes:
    return (
        f"<html><head><meta property='og:site_name' content='Ellery Herald'>{head}</head><body>{BODY}</body>".encode()
    )


@pytest.mark.parametrize(
    "canonical",
    ["https://www.ellery.example/landing", "https://amp.ellery.example/a", "https://ellery-herald.example/a"],
)
def test_a_publisher_s_other_address_is_no_credit(canonical: str) -> None:
    head = f"<link rel='canonical' href='{canonical}'><meta property='og:url' content='https://m.ellery.example/a'>"
    made = page(head)
    assert made.credit is None
    assert made.url == canonical


def test_a_feed_entry_and_a_pdf_credit_a_wire() -> None:
    feed = (
        b"<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>Ellery Herald</title><item>"
        b"<title>Landing shut</title><dc:creator>The Associated Press</dc:creator><description>The landing was shut at "
        b"six on Friday, Orla Tremayne said.</description></item></channel></rss>"
    )
    (entry,) = ingest_all(feed, name="feed.xml")
    assert isinstance(entry, Document)
    assert (entry.publisher, entry.credit) == ("Ellery Herald", "The Associated Press")
    clipping = line("Landing shut by barge", 72, 80, 20) + line("The Associated Press", 72, 110)
    clipping += column(["The landing was shut at six on Friday, Orla Tremayne said. " * 6] * 2, 72, 140, 80)
    assert ingest(pdf([clipping])).credit == "The Associated Press"
