# ruff: noqa: E501
from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from lxml import html as lxml_html

from sayso.errors import UnreadableError
from sayso.ingest import ingest
from sayso.model import Block, BlockKind, Document

from . import pages
from .pages import P1, P2, P3, P4, P5, PARAGRAPHS, page, paragraphs


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def post_of(document: Document) -> tuple[Block, str]:
    (block,) = [block for block in document.blocks if block.kind is BlockKind.POST]
    return block, document.text[block.start : block.end]


def article(*inner: str, **given: Any) -> Document:
    body = "<article><h1>Deputy wounds driver after chase on Quarry Road</h1>" + "\n".join(inner) + "</article>"
    return ingest(page(body + pages.FOOTER).encode(), **given)


def test_a_whole_page() -> None:
    document = ingest(pages.COURIER.encode())
    assert told(document) == [
        ("heading", "Deputy wounds driver after chase on Quarry Road"),
        ("paragraph", "Neighbor disputes the sheriff's account of Thursday's shooting in the north of the county"),
        ("caption", "Deputies at the scene on Quarry Road on Thursday night."),
        ("paragraph", P1),
        ("paragraph", P2),
        (
            "post",
            "BREAKING: Deputy-involved shooting on Quarry Road. One person injured.\n"
            "No deputies were hurt. Avoid the area.",
        ),
        ("paragraph", P3),
        (
            "quote",
            "“We will follow the evidence wherever it leads, and we will share what we can as soon as we can do so "
            "without harming the investigation.”",
        ),
        ("paragraph", P4),
        ("post", "I'm told by a county source that the deputy was not hurt."),
        ("paragraph", P5),
        ("note", "Correction: An earlier version of this story misstated the age of Marcus Ellery."),
    ]
    assert document.title == "Deputy wounds driver after chase on Quarry Road"
    assert document.publisher == "Harlow Courier"
    assert document.authors == ("Jordan Pike", "Lena Ortiz")
    assert document.url == "https://courier.example/2025/09/12/quarry-road"
    assert document.published_at == datetime(2025, 9, 12, 14, 5, tzinfo=timezone(-timedelta(hours=5)))
    assert document.updated_at == datetime(2025, 9, 13, 8, 30, tzinfo=timezone(-timedelta(hours=5)))
    assert dict(document.provenance)["published_at"] == "json-ld"
    assert document.warnings == ()


def test_blocks_are_parted_by_an_empty_line() -> None:
    document = ingest(pages.COURIER.encode())
    assert document.text == "\n\n".join(text for _, text in told(document))


@pytest.mark.parametrize(
    ("markup", "author", "handle", "day", "url", "text"),
    [
        (
            pages.TWEET, "Harlow County Sheriff", "@HarlowSheriff", date(2025, 9, 12),
            "https://twitter.com/HarlowSheriff/status/1966500000000000001",
            "BREAKING: Deputy-involved shooting on Quarry Road. One person injured.\nNo deputies were hurt. Avoid the area.",
        ),
        (
            pages.BLUESKY, "Mayor Ines Okafor", "@mayorokafor.bsky.social", datetime(2025, 9, 13, 9, 5),
            "https://bsky.app/profile/did:plc:abc123def456/post/3lyexample2k",
            "We are aware of the video from Quarry Road and are reviewing it.",
        ),
        (
            pages.FACEBOOK, "Harlow Police Department", None, date(2025, 9, 12),
            "https://www.facebook.com/harlowpd/posts/7788990011",
            "Quarry Road is closed between Mill Street and Route 9 until further notice.",
        ),
        (
            pages.INSTAGRAM, "Harlow Voices", "@harlowvoices", datetime(2025, 9, 13, 23, 5, tzinfo=UTC),
            "https://www.instagram.com/p/C9xYzAbCdEf/",
            "Vigil tonight at 7 on the courthouse steps. Bring a candle.",
        ),
        (
            pages.TRUTH, "Sen. Paul Hartwell", "@SenHartwell", date(2025, 9, 13),
            "https://truthsocial.com/@SenHartwell/posts/115190000000000001",
            "Our deputies deserve support, not smears!",
        ),
        (
            pages.MASTODON, None, "@courtwatch@mastodon.example", None,
            "https://mastodon.example/@courtwatch/115191234567890123",
            "Bodycam footage has been requested under the records act.",
        ),
        (
            pages.FIGURE_POST, "Casey Lane", "@ReporterLane", date(2025, 9, 12),
            "https://x.com/ReporterLane/status/1966511111111111111",
            "I'm told by a county source that the deputy was not hurt.",
        ),
    ],
    ids=["x", "bluesky", "facebook", "instagram", "truth-social", "mastodon", "figure"],
)  # fmt: skip
def test_embedded_posts(
    markup: str, author: str | None, handle: str | None, day: date | None, url: str, text: str
) -> None:
    block, words = post_of(article(paragraphs(P1, P2), markup, paragraphs(P3, P4)))
    assert words == text
    assert (block.author, block.handle, block.published_at, block.url) == (author, handle, day, url)


def test_a_post_wrapped_in_a_figure_with_a_caption() -> None:
    figure = f'<figure class="wp-block-embed is-provider-twitter"><div>{pages.TWEET}</div><figcaption>The post has since been deleted</figcaption></figure>'
    document = article(paragraphs(P1, P2), figure, paragraphs(P3))
    block, _ = post_of(document)
    assert block.handle == "@HarlowSheriff"
    assert ("caption", "The post has since been deleted") in told(document)


def test_a_post_that_is_only_a_frame_is_warned_of() -> None:
    document = article(
        paragraphs(*PARAGRAPHS), '<iframe src="https://truthsocial.com/@SenHartwell/115190000000000001/embed"></iframe>'
    )
    assert any("truthsocial.com" in warning for warning in document.warnings)


def test_page_furniture_stays_out() -> None:
    document = ingest(pages.COURIER.encode())
    for word in (
        "cookies",
        "Related",
        "repave",
        "newsletter",
        "Somebody ought",
        "rights reserved",
        "Home",
        "Injected",
        "alert",
    ):
        assert word not in document.text


def test_scripts_and_hidden_text_never_become_text() -> None:
    document = article(
        "<script>var a = 'SCRIPTED text';</script>",
        paragraphs(*PARAGRAPHS),
        '<p style="display: none">HIDDEN by style</p><p hidden>HIDDEN by attribute</p>',
        "<p><a href='javascript:alert(1)'>Details</a> follow in <b>bold<script>INLINE()</script></b> print, he said.</p>",
        "<style>p { color: STYLED }</style><template><p>TEMPLATED</p></template>",
    )
    for word in ("SCRIPTED", "HIDDEN", "INLINE", "javascript", "STYLED", "TEMPLATED"):
        assert word not in document.text


def test_white_space_is_folded_and_line_breaks_are_kept() -> None:
    document = article(
        paragraphs(P1, P2),
        "<p>One\n   line&nbsp;with <b>bold</b>\t\t text<br>and another.<br><br>A new paragraph.</p>",
        paragraphs(P3),
    )
    assert ("paragraph", "One line\xa0with bold text\nand another.") in told(document)
    assert ("paragraph", "A new paragraph.") in told(document)


def test_pieces_point_into_the_page() -> None:
    document = ingest(pages.COURIER.encode())
    root: Any = lxml_html.document_fromstring(pages.COURIER.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    assert sum(piece.end - piece.start for piece in document.pieces) > 0.8 * len(document.text)
    before = 0
    for piece in document.pieces:
        assert before <= piece.start < piece.end
        before = piece.end
        node = root.xpath(f"{piece.path}/text()[{piece.node + 1}]")[0]
        taken = node[piece.offset : piece.offset + piece.end - piece.start]
        assert taken == document.text[piece.start : piece.end]
    for block in document.blocks:
        assert block.path is not None
        assert len(root.xpath(block.path)) == 1


def test_small_pages_and_fragments() -> None:
    assert told(ingest("<p>The bridge fell on Friday.</p><p>No one was hurt.</p>")) == [
        ("paragraph", "The bridge fell on Friday."),
        ("paragraph", "No one was hurt."),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><head><title>Only a title</title></head><body><script>x()</script></body></html>",
    ],
)
def test_a_page_without_text(markup: str) -> None:
    with pytest.raises(UnreadableError, match="drawn by scripts"):
        ingest(markup.encode(), name="empty.html")


def test_a_deep_page_is_read() -> None:
    markup = "<html><body>" + "<div>" * 1500 + paragraphs(*PARAGRAPHS) + "</div>" * 1500 + "</body></html>"
    document = ingest(markup.encode())
    assert P1 in document.text
    assert not document.pieces


def test_list_items_and_tables() -> None:
    document = article(
        paragraphs(P1, P2, P3),
        "<ul><li>The deputy was placed on leave on Friday morning.</li><li>The road was closed for nine hours.</li></ul>",
        paragraphs(P4, P5),
    )
    assert ("paragraph", "The deputy was placed on leave on Friday morning.") in told(document)


@pytest.mark.parametrize(
    ("charset", "declared"), [("windows-1252", '<meta charset="windows-1252">'), ("utf-8", ""), ("iso-8859-1", '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">')]
)  # fmt: skip
def test_declared_encodings(charset: str, declared: str) -> None:
    markup = f"<html><head>{declared}<title>T</title></head><body><p>The café’s owner “Zoë” said nothing more.</p></body></html>"
    document = ingest(markup.encode("cp1252" if charset != "utf-8" else "utf-8"))
    assert "The café’s owner “Zoë” said nothing more." in document.text


@pytest.mark.parametrize("depth", [300, 1_500])
def test_text_below_many_elements_is_read(depth: int) -> None:
    made = ingest(b"<html><body>" + b"<div>" * depth + b"<p>The gate was shut at six, Orla Tremayne said.</p>")
    assert made.text == "The gate was shut at six, Orla Tremayne said."


def test_text_below_too_many_elements_is_told() -> None:
    deep = b"<div>" * 20_000 + b"<p>Deep down the gate was shut.</p>"
    with pytest.raises(UnreadableError, match="nests more than 2,000 elements"):
        ingest(b"<html><body>" + deep)
    made = ingest(b"<html><body><p>The gate was shut at six on Friday, Orla Tremayne said.</p>" + deep)
    assert made.text == "The gate was shut at six on Friday, Orla Tremayne said."
    assert any("what stands deeper was not read" in one for one in made.warnings)
