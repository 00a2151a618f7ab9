"""What must hold of any input at all."""

# ruff: noqa: E501
from __future__ import annotations

import contextlib
import time
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from sayso.errors import SaysoError
from sayso.ingest import ingest
from sayso.model import Document

from . import pages

LINES = st.sampled_from(
    ["", " ", "\t", "By Jane Doe", "Updated: Sept. 12, 2025", "# A title", "> quoted", "- item", "Prose stands here.", "“Open",
     "\ufeff", "\x00", "\x85", "\u2028", "x" * 80, "Correction: it was not.", "Advertisement", "é́ \u202e abc", "\r", "word " * 14]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=500), st.lists(LINES, max_size=25).map("\n".join), st.lists(LINES, max_size=25).map("\r\n".join)
)
SCRAPS = st.sampled_from(
    ["<p>", "</p>", "<div class='related'>", "</div>", "<blockquote>", "</blockquote>", "<br>", "<b>", "</b>", "<li>", "<ul>", "<h1>",
     "</h1>", "<figure>", "<figcaption>", "</figure>", "<table><tr><td>", "</table>", "<!-- c -->", "<?pi x?>", "&amp;", "&#0;", "&nbsp;",
     "<script>", "</script>", "<o:p>", "<a href='javascript:x'>", "</a>", "<time datetime='2025-09-12'>", "</time>", "<pre>", "</pre>",
     "<blockquote class='twitter-tweet'>", "— Name (@handle) September 12, 2025", "He said the bridge fell on Friday. ", "Word", " \n ", "\xad",
     "<svg>", "<x-y>", "<", ">", '"', "<article>", "</article>", "<meta name=date content=2025-01-01>", "<title>", "</title>", "\x00",
     "<script type='application/ld+json'>{", "<base href=x>", "<span hidden>", "</span>", "<body>", "<html>", "<frameset>", "<template>"]
)  # fmt: skip
PAGES = st.one_of(
    st.lists(SCRAPS, max_size=60).map("".join), st.text(max_size=300).map(lambda text: f"<html><body><p>{text}</p>")
)


def hold(document: Document) -> None:
    document.text.encode("utf-8")
    assert "\x00" not in document.text
    assert document.blocks
    for block in document.blocks:
        assert 0 <= block.start < block.end <= len(document.text)
        assert document.text[block.start : block.end].strip()
    for one, other in pairwise(document.blocks):
        assert one.end <= other.start
    for piece, after in pairwise(document.pieces):
        assert piece.start < piece.end <= after.start
    assert all(name in Document.__dataclass_fields__ for name, _ in document.provenance)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text(text: str) -> None:
    try:
        document = ingest(text, media_type="text/plain")
    except SaysoError:
        return
    hold(document)
    assert len(document.text) == len(text)
    assert document == ingest(text, media_type="text/plain")


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    try:
        document = ingest(data)
    except SaysoError:
        return
    hold(document)


@settings(max_examples=400, deadline=None)
@given(PAGES)
def test_any_page(markup: str) -> None:
    try:
        document = ingest(markup, media_type="text/html")
    except SaysoError:
        return
    hold(document)
    if "\x00" in markup or any("\ud800" <= char <= "\udfff" for char in markup):
        return
    root: Any = lxml_html.document_fromstring(
        markup.encode(), parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True)
    )
    for piece in document.pieces:
        (node,) = root.xpath(f"{piece.path}/text()[{piece.node + 1}]")
        assert node[piece.offset : piece.offset + piece.end - piece.start] == document.text[piece.start : piece.end]


@pytest.mark.parametrize("at", range(0, 100, 9))
def test_cut_off_pages(at: int) -> None:
    data = pages.COURIER.encode()
    try:
        hold(ingest(data[: len(data) * at // 100]))
    except SaysoError:
        return


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "The bridge fell on Friday, the mayor said. " * n,
        lambda n: "line\n" * n,
        lambda n: "(" * n,
        lambda n: "By " + "A" * n,
        lambda n: " " * n + "x",
        lambda n: "<html><body>" + "<p>The bridge fell on Friday, the mayor said.</p>" * n,
        lambda n: "<html><body>" + "<b>bold " * n,
        lambda n: "<html><body><p>" + "a<br>" * n,
        lambda n: "<html><body><blockquote>" + "— (" * n,
        lambda n: "<html><body>" + "<blockquote class=twitter-tweet>x" * n,
        lambda n: "<html><body><p>" + "&nbsp; \n" * n + "x",
        lambda n: "<html><!--" + "<" * n,
        lambda n: "Updated " + "1 " * n,
        lambda n: "<!-- c -->" * n + "x",
        lambda n: "<html><body><blockquote class=twitter-tweet><b class=name>A</b>" + "(" * n + "x</blockquote>",
        lambda n: "HARLOW" + " " * n + "x",
        lambda n: "By " + ", " * n + "Jane Doe",
        lambda n: "<html><body><p class=byline>By " + " of " * n + "</p><p>The bridge fell on Friday.</p>",
        lambda n: "A " + "title " * 20 + "Posted:" + " " * n + "x",
        lambda n: "<html><body><p>" + "The bridge fell. (Photo: A) " * n,
    ],
)  # fmt: skip
def test_the_time_grows_no_worse_than_linearly(make) -> None:  # type: ignore[no-untyped-def]
    def cost(size: int) -> float:
        begun = time.perf_counter()
        with contextlib.suppress(SaysoError):
            ingest(make(size))
        return time.perf_counter() - begun

    cost(10)
    small, large = min(cost(500) for _ in range(3)), min(cost(4000) for _ in range(2))
    assert large < 8 * small * 3.5 + 0.15
