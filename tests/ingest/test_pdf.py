# ruff: noqa: E501
from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError, TooLargeError, UnreadableError
from sayso.ingest import ingest
from sayso.model import Document
from sayso.settings import Limits

from .make_pdf import column, line, pdf
from .pages import P1, P2, P3, P4, P5, PARAGRAPHS
from .test_properties import hold


def told(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def test_a_statement_of_one_column() -> None:
    content = line("Statement on the Quarry Road shooting", 72, 90, 18, bold=True)
    content += line("Published: September 12, 2025", 72, 120)
    content += column(PARAGRAPHS, 72, 150, 90)
    document = ingest(pdf([content], info="/CreationDate (D:20250913101112Z)"), name="statement.pdf")
    assert told(document) == [
        ("heading", "Statement on the Quarry Road shooting"),
        *(("paragraph", one) for one in PARAGRAPHS),
    ]
    assert document.media_type == "application/pdf"
    assert document.title == "Statement on the Quarry Road shooting"
    assert document.published_at == date(2025, 9, 12)
    assert {block.path for block in document.blocks} == {"#page=1"}


def test_two_columns_under_a_headline() -> None:
    content = line("A headline across both columns of the page", 60, 80, 20)
    # The lines of both columns in turn, as some programs write them.
    left = column([P1, P2, P3], 60, 130, 46).splitlines(keepends=True)
    right = column([P4, P5], 320, 130, 46).splitlines(keepends=True)
    for number in range(max(len(left), len(right))):
        content += b"".join(side[number] for side in (left, right) if number < len(side))
    document = ingest(pdf([content]))
    assert [text for _, text in told(document)] == ["A headline across both columns of the page", P1, P2, P3, P4, P5]


def test_running_heads_and_page_numbers_go() -> None:
    pages = []
    for number, text in enumerate(PARAGRAPHS, 1):
        pages.append(
            line("HARLOW COUNTY SHERIFF - CASE 25-1182", 72, 40, 8)
            + column([text, PARAGRAPHS[-number]], 72, 100, 90)
            + line(f"Page {number} of 5", 280, 760, 8)
        )
    text = ingest(pdf(pages)).text
    assert "CASE 25-1182" not in text
    assert "Page " not in text
    assert all(text.count(one) == 2 for one in PARAGRAPHS)


def test_a_sentence_runs_on_over_a_page_and_hyphens_are_joined() -> None:
    first = column([P1], 72, 100, 90) + line("The deputy said that the driver accel-", 72, 400)
    second = line("erated toward him and that the well-", 72, 100) + line(
        "known shop on Mill Street, a well-known one, was", 72, 112
    )
    second += line("closed.", 72, 124)
    document = ingest(pdf([first, second]))
    assert told(document)[-1] == (
        "paragraph",
        "The deputy said that the driver accelerated toward him and that the well-known shop on Mill Street, "
        "a well-known one, was closed.",
    )


def test_text_on_its_side_is_left_out() -> None:
    document = ingest(pdf([column(PARAGRAPHS, 72, 100, 90) + line("DRAFT COPY", 30, 500, 12, turned=True)]))
    assert "DRAFT" not in document.text


def test_what_the_file_says_of_itself() -> None:
    info = "/Title (Deputy wounds driver on Quarry Road) /Author (Jordan Pike) /CreationDate (D:20250913101112Z)"
    document = ingest(pdf([column(PARAGRAPHS, 72, 100, 90)], info=info))
    assert document.title == "Deputy wounds driver on Quarry Road"
    assert document.authors == ("Jordan Pike",)
    assert document.published_at == datetime(2025, 9, 13, 10, 11, 12, tzinfo=UTC)
    assert dict(document.provenance)["published_at"] == "pdf header"
    junk = ingest(pdf([column(PARAGRAPHS, 72, 100, 90)], info="/Title (Microsoft Word - Draft3.docx) /Author (jpike)"))
    assert (junk.title, junk.authors) == (None, ())


def test_a_scan_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"scan\.pdf.*pictures and no text"):
        ingest(pdf([b"0 0 612 792 re f", b""]), name="scan.pdf")
    mixed = ingest(pdf([column(PARAGRAPHS, 72, 100, 90), b"0 0 612 792 re f"]))
    assert mixed.warnings == ("pages without text, not read: 2",)


def test_locked_and_damaged_files() -> None:
    key = "/Encrypt << /Filter /Standard /V 1 /R 2 /O (" + "a" * 32 + ") /U (" + "b" * 32 + ") /P -4 >> /ID [(a)(a)]"
    with pytest.raises(UnreadableError, match="password"):
        ingest(pdf([column(PARAGRAPHS, 72, 100, 90)], trailer=key))
    with pytest.raises(UnreadableError, match=r"x\.pdf is damaged"):
        ingest(b"%PDF-1.5\nnothing of the kind", name="x.pdf")
    with pytest.raises(TooLargeError, match="pages"):
        ingest(pdf([column([P1], 72, 100, 90)] * 3), limits=Limits(max_pages=2))


def test_scripts_and_attachments_do_nothing() -> None:
    extra = "/OpenAction << /S /JavaScript /JS (app.alert\\('SCRIPT'\\)) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (SCRIPT) >>] >> >>"
    assert "SCRIPT" not in ingest(pdf([column(PARAGRAPHS, 72, 100, 90)], extra=extra)).text


WHOLE = pdf([column(PARAGRAPHS, 72, 100, 90), column(PARAGRAPHS, 72, 100, 40)])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_cut_off_and_flipped_files(end: int, at: int, value: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] = value
    for data in (WHOLE[:end], bytes(damaged)):
        try:
            hold(ingest(data, name="a.pdf"))
        except SaysoError:
            continue


def test_numbers_before_the_lines_of_a_filing_go_and_its_numbered_points_stay() -> None:
    texts = [f"{number}. {text}" for number, text in enumerate(PARAGRAPHS, 1)]
    content = b"".join(line(str(number), 50, 60 + 24 * number) for number in range(1, 26))
    y = 84.0
    for text in texts:
        for part in (text[:80].rsplit(" ", 1)[0], text[len(text[:80].rsplit(" ", 1)[0]) + 1 :]):
            content += line(part, 90, y)
            y += 24
    document = ingest(pdf([content]))
    assert [text for _, text in told(document)] == texts
