# ruff: noqa: E501
from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from sayso.ingest import ingest
from sayso.model import Document

from .pages import PARAGRAPHS, page, paragraphs


def read(head: str, body: str = "", title: str = "", **given: Any) -> Document:
    return ingest(page(f"<article>{body}{paragraphs(*PARAGRAPHS)}</article>", head=head, title=title).encode(), **given)


def ld(value: Any) -> str:
    return f'<script type="application/ld+json">{value if isinstance(value, str) else json.dumps(value)}</script>'


ARTICLE = {"@type": "NewsArticle", "headline": "Bridge falls", "datePublished": "2025-09-12T10:00:00Z"}


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [{"@type": "BreadcrumbList"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE, "datePublished": "2019-01-01"},
        {**ARTICLE, "@type": ["NewsArticle", "Article"]},
        {**ARTICLE, "@type": "http://schema.org/NewsArticle"},
        {**ARTICLE, "author": None, "publisher": [], "url": 5, "mainEntityOfPage": {"@id": None}},
        json.dumps(ARTICLE)[:-1] + ",}",
        "<!--" + json.dumps(ARTICLE) + "-->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE).replace("Bridge falls", "Bridge\tfalls"),
        [[[[ARTICLE]]]],
    ],
)
def test_json_ld_in_its_many_forms(value: Any) -> None:
    document = read(ld(value))
    assert document.title == "Bridge falls"
    assert document.published_at == datetime(2025, 9, 12, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    "text", ["{", "[" * 5000, "null", "3", '{"@type": {"a": []}}', '{"@graph": {"@graph": []}}', ""]
)
def test_broken_json_ld_is_passed_over(text: str) -> None:
    assert read(ld(text), title="Bridge falls").title == "Bridge falls"


def test_authors_and_publisher_by_reference() -> None:
    graph = {
        "@graph": [
            {**ARTICLE, "author": {"@id": "#p1"}, "publisher": {"@id": "#org"}},
            {"@type": "Person", "@id": "#p1", "name": "Jordan Pike"},
            {"@type": "Organization", "@id": "#org", "name": "Harlow Courier"},
        ]
    }
    document = read(ld(graph))
    assert (document.authors, document.publisher) == (("Jordan Pike",), "Harlow Courier")


@pytest.mark.parametrize(
    ("head", "published", "where"),
    [
        ('<meta property="article:published_time" content="2025-09-12T14:05:00-05:00">', datetime(2025, 9, 12, 14, 5, tzinfo=timezone(-timedelta(hours=5))), "meta article:published_time"),
        ('<meta name="parsely-pub-date" content="2025-09-12T19:05:00Z">', datetime(2025, 9, 12, 19, 5, tzinfo=UTC), "meta parsely-pub-date"),
        ('<meta name="dc.date.issued" content="2025-09-12">', date(2025, 9, 12), "meta dc.date.issued"),
        ('<meta itemprop="datePublished" content="20250912T1405Z">', datetime(2025, 9, 12, 14, 5, tzinfo=UTC), "meta datepublished"),
        ('<meta name="date" content="Fri, 12 Sep 2025 14:05:00 GMT">', datetime(2025, 9, 12, 14, 5, tzinfo=UTC), "meta date"),
        ('<link rel="canonical" href="https://a.example/2025/09/12/bridge.html">', date(2025, 9, 12), "address"),
    ],
)  # fmt: skip
def test_where_the_date_stands(head: str, published: date, where: str) -> None:
    document = read(head)
    assert document.published_at == published
    assert dict(document.provenance)["published_at"] == where


@pytest.mark.parametrize(
    ("body", "published", "where"),
    [
        ('<time datetime="2025-09-12T14:05Z">two days ago</time>', datetime(2025, 9, 12, 14, 5, tzinfo=UTC), "time element"),
        ("<time>September 12, 2025 2:05 pm</time>", datetime(2025, 9, 12, 14, 5), "time element"),
        ('<p class="pub-date">Posted: 9/12/2025 at 2:05 p.m. EDT</p>', datetime(2025, 9, 12, 14, 5, tzinfo=timezone(-timedelta(hours=4))), "date line"),
        ("<p>Published Friday, September 12, 2025</p>", date(2025, 9, 12), None),
    ],
)  # fmt: skip
def test_dates_on_the_page(body: str, published: date, where: str | None) -> None:
    document = read("", body)
    assert document.published_at == published
    assert where is None or dict(document.provenance)["published_at"] == where


def test_a_page_without_a_date_has_none() -> None:
    document = read("", "")
    assert document.published_at is None


def test_dates_are_held_to_sense() -> None:
    changed = read(ld({**ARTICLE, "dateModified": "2025-09-11T10:00:00Z"}))
    assert changed.updated_at is None
    assert any("before it was published" in warning for warning in changed.warnings)
    same = read(ld({**ARTICLE, "dateModified": "2025-09-12T10:00:00Z"}))
    assert same.updated_at is None
    assert not same.warnings
    ahead = read(ld({**ARTICLE, "datePublished": "2035-01-01"}), retrieved=date(2025, 9, 20))
    assert ahead.published_at is None
    assert any("after it was retrieved" in warning for warning in ahead.warnings)
    assert read(ld({**ARTICLE, "datePublished": "0001-01-01"})).published_at is None
    assert read(ld({**ARTICLE, "datePublished": "1970-01-01T00:00:00Z"})).published_at is None


@pytest.mark.parametrize(
    ("head", "title", "expected"),
    [
        ('<meta property="og:title" content="Bridge falls - Harlow Courier"><meta property="og:site_name" content="Harlow Courier">', "", "Bridge falls"),
        ('<meta property="og:site_name" content="The Harlow Courier">', "Bridge falls | Harlow Courier", "Bridge falls"),
        ("", "Bridge falls – and rises | courier.example", "Bridge falls – and rises"),
        ('<meta property="og:title" content="Mill &amp;amp; Quarry roads close">', "", "Mill & Quarry roads close"),
        ('<link rel="canonical" href="https://www.wxyz.example/story/1">', "Bridge falls - wxyz.example - Harlow, Ohio", "Bridge falls"),
    ],
)  # fmt: skip
def test_titles_lose_the_name_of_the_site(head: str, title: str, expected: str) -> None:
    assert read(head, title=title).title == expected


@pytest.mark.parametrize(
    ("credit", "people"),
    [
        ("By Jordan Pike", ("Jordan Pike",)),
        ("By JORDAN PIKE and LENA ORTIZ", ("Jordan Pike", "Lena Ortiz")),
        ("Jordan Pike, Harlow Courier", ("Jordan Pike",)),
        ("Jordan Pike | Courier Staff", ("Jordan Pike",)),
        ("By Jordan Pike, Lena Ortiz and Sam O’Dell", ("Jordan Pike", "Lena Ortiz", "Sam O’Dell")),
        ("Associated Press", ()),
        ("Courier Staff Reports", ()),
        ("https://www.facebook.com/courier", ()),
        ("By Jordan Pike jpike@courier.example", ("Jordan Pike",)),
        ("Jordan Pike for The Harlow Courier", ("Jordan Pike",)),
        ("Ana de la Cruz", ("Ana de la Cruz",)),
    ],
)
def test_authors(credit: str, people: tuple[str, ...]) -> None:
    assert read(f'<meta name="author" content="{credit}">').authors == people


def test_a_syndicated_copy_keeps_its_publisher_and_notes_the_wire() -> None:
    document = read(
        ld(
            {
                **ARTICLE,
                "author": {"@type": "Organization", "name": "The Associated Press"},
                "publisher": {"name": "Harlow Courier"},
            }
        )
    )
    assert document.publisher == "Harlow Courier"
    assert document.credit == "The Associated Press"


def test_addresses() -> None:
    head = '<link rel="canonical" href="/2025/bridge"><meta property="og:url" content="https://other.example/x">'
    assert read(head, url="https://a.example/2025/bridge?utm=1").url == "https://a.example/2025/bridge?utm=1"
    assert read(head).url == "https://other.example/x"
    assert read('<link rel="canonical" href="javascript:alert(1)">').url is None
    assert read('<link rel="canonical" href="https://[broken">').url is None


def test_a_page_saved_from_a_browser() -> None:
    markup = page(f"<article>{paragraphs(*PARAGRAPHS)}</article>", head="")
    saved = ingest(
        markup.replace("<html", "<!-- saved from url=(0031)https://a.example/2025/bridge -->\n<html").encode()
    )
    assert saved.url == "https://a.example/2025/bridge"
    single = "<!--\n Page saved with SingleFile \n url: https://a.example/2025/bridge \n saved date: Sat Sep 13 2025 10:11:12 GMT+0200 (CEST)\n-->"
    saved = ingest(markup.replace("<head>", f"{single}<head>").encode())
    assert (saved.url, saved.retrieved_at) == ("https://a.example/2025/bridge", date(2025, 9, 13))


def test_the_callers_word_wins_on_pages() -> None:
    document = read(
        ld(ARTICLE), published=date(2025, 9, 20), publisher="Mine", authors=["A B"], url="https://b.example/"
    )
    assert (document.published_at, document.publisher, document.authors, document.url) == (
        date(2025, 9, 20), "Mine", ("A B",), "https://b.example/",
    )  # fmt: skip
    assert dict(document.provenance) == {
        "authors": "given", "published_at": "given", "publisher": "given", "title": "json-ld", "url": "given",
    }  # fmt: skip
