# ruff: noqa: E501
from __future__ import annotations

import contextlib
import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError, TooLargeError, UnreadableError
from sayso.ingest import ingest
from sayso.settings import Limits

from .pages import P1, P2
from .test_properties import hold

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>A title of its own</dc:title>
<dc:creator>Jordan Pike</dc:creator><dcterms:created>2025-09-12T14:05:00Z</dcterms:created></cp:coreProperties>"""


def paragraph(text: str, style: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def docx(body: str, core: str = CORE, **extra: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
        package.writestr("docProps/core.xml", core)
        for name, data in extra.items():
            package.writestr(name, data)
    return held.getvalue()


WHOLE = docx(paragraph("Statement", "Title") + paragraph(P1) + paragraph(P2))


def test_a_statement() -> None:
    body = (
        paragraph("Statement on the Quarry Road shooting", "Heading1")
        + paragraph("Published: Sept. 13, 2025")
        + paragraph(P1)
        + "<w:p><w:r><w:t>He said </w:t></w:r><w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>HIDDEN</w:t></w:r>"
        "<w:r><w:t>no.</w:t><w:br/><w:t>Twice.</w:t></w:r></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph(P2)}</w:tc></w:tr></w:tbl>"
        + paragraph("Correction: The street was misnamed.")
    )
    document = ingest(docx(body), name="a.docx")
    assert [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("heading", "Statement on the Quarry Road shooting"),
        ("paragraph", P1),
        ("paragraph", "He said no.\nTwice."),
        ("paragraph", P2),
        ("note", "Correction: The street was misnamed."),
    ]
    assert (document.title, document.authors) == ("Statement on the Quarry Road shooting", ("Jordan Pike",))
    assert document.published_at == date(2025, 9, 13)


def test_properties_of_the_package() -> None:
    document = ingest(docx(paragraph(P1)), name="a.docx")
    assert document.title == "A title of its own"
    assert document.published_at == datetime(2025, 9, 12, 14, 5, tzinfo=UTC)
    assert dict(document.provenance)["published_at"] == "docx properties"


def test_bombs_and_entities() -> None:
    with pytest.raises(TooLargeError, match="unpacks to more"):
        ingest(docx(paragraph("a" * 5_000_000)), limits=Limits(max_unpacked_bytes=100_000))
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}><w:body>{paragraph("a &x; b")}</w:body></w:document>',
        )
    with contextlib.suppress(UnreadableError):
        assert "root:" not in ingest(held.getvalue()).text


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_cut_off_and_flipped_files(end: int, at: int, value: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] = value
    for data in (WHOLE[:end], bytes(damaged)):
        try:
            hold(ingest(data, name="a.docx"))
        except SaysoError:
            continue
