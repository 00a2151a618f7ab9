"""Scans: read by Tesseract where it is installed, told as scans where it is not, the program held to its limits."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import UnreadableError
from sayso.ingest import ingest, ocr
from sayso.settings import Limits
from tests.ingest.make_pdf import column, line, pdf
from tests.ingest.make_scan import drawn, hocr, png, scan, stand_in

PARAGRAPHS = (
    "The ferry landing at Ellery was shut at six on Friday evening after a barge struck the pier, the board said.",
    "Nobody was hurt, Orla Tremayne of the harbor board said. Divers will look at the piles on Monday morning.",
)
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")


def letter() -> bytes:
    page = line("Landing shut after barge strikes pier", 72, 90, 20)
    return pdf([page + column(PARAGRAPHS, 72, 140, 80, size=12)])


@pytest.fixture(autouse=True)
def forget() -> Iterator[None]:
    for known in (ocr.program, ocr.version):
        known.cache_clear()
    yield
    for known in (ocr.program, ocr.version):
        known.cache_clear()


def put(monkeypatch: pytest.MonkeyPatch, folder: Path, behaviour: str) -> None:
    monkeypatch.setenv("PATH", str(stand_in(folder, behaviour)))


SAYS = f"print({hocr('The landing was shut at six on Friday', 'evening, Orla Tremayne said.')!r})"


@needs_tesseract
def test_a_scanned_letter_is_read() -> None:
    made = ingest(scan(drawn(letter())), name="scan.pdf")
    assert [made.text[b.start : b.end] for b in made.blocks] == ["Landing shut after barge strikes pier", *PARAGRAPHS]
    assert made.title == "Landing shut after barge strikes pier"
    assert made.media_type == "application/pdf"
    assert {b.path for b in made.blocks} == {"#page=1"}
    assert made.warnings[0].startswith("text by OCR (tesseract ")


@needs_tesseract
def test_a_picture_of_a_letter_is_read() -> None:
    made = ingest(png(drawn(letter())[0]), name="letter.png")
    assert PARAGRAPHS[0] in made.text
    assert made.media_type == "image/png"
    assert "text by OCR" in made.warnings[0]


@needs_tesseract
def test_a_picture_without_text_is_told() -> None:
    with pytest.raises(UnreadableError, match="no text could be recognised"):
        ingest(png((300, 200, bytes(i * 7 % 256 for i in range(60_000)))), name="photo.png")


def test_a_stand_in_reads_only_the_pages_that_are_pictures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(monkeypatch, tmp_path, SAYS)
    typed = column(PARAGRAPHS, 72, 90, 80)
    pictures = drawn(letter(), dpi=40) * 2
    made = ingest(scan(pictures, [typed, b""]), name="mixed.pdf")
    blocks = [(b.path, made.text[b.start : b.end]) for b in made.blocks]
    assert blocks == [
        ("#page=1", PARAGRAPHS[0]),
        ("#page=1", PARAGRAPHS[1]),
        ("#page=2", "The landing was shut at six on Friday evening, Orla Tremayne said."),
    ]
    assert made.warnings == ("text by OCR (tesseract 9.9.9), pages: 2; check quotations against the picture",)


def test_what_is_hard_to_read_is_told_and_noise_is_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    words = hocr("The landing was shut at six", confidence=60)
    noise = hocr("~~ |i| %% ;;", confidence=20)
    put(
        monkeypatch,
        tmp_path,
        f"print({words.replace('</div>', noise[noise.index('<span') : noise.index('</div>')] + '</div>')!r})",
    )
    made = ingest(scan(drawn(letter(), dpi=40)))
    assert made.text == "The landing was shut at six"
    assert made.warnings[1] == "hard to read, pages: 1"


def test_without_a_program_the_way_out_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(UnreadableError, match=r"scan\.pdf.*pictures and no text.*install Tesseract"):
        ingest(scan(drawn(letter(), dpi=40)), name="scan.pdf")
    with pytest.raises(UnreadableError, match=r"letter\.png is a picture.*install Tesseract"):
        ingest(png(drawn(letter(), dpi=40)[0]), name="letter.png")


def test_it_can_be_switched_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(monkeypatch, tmp_path, SAYS)
    with pytest.raises(UnreadableError, match="switched off"):
        ingest(scan(drawn(letter(), dpi=40)), limits=Limits(max_ocr_pages=0))


def test_no_more_pages_are_read_than_allowed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    put(monkeypatch, tmp_path, SAYS)
    made = ingest(scan(drawn(letter(), dpi=40) * 3), limits=Limits(max_ocr_pages=1))
    assert made.warnings[0].startswith("text by OCR (tesseract 9.9.9), pages: 1;")
    assert made.warnings[1] == "pages without text, not read: 2-3"


@pytest.mark.parametrize(
    "behaviour", ["sys.exit(1)", "os.abort()", "print('<html><')", "print('&x;' * 9)", "time.sleep(60)"]
)
def test_a_program_that_fails_costs_its_page_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, behaviour: str
) -> None:
    put(monkeypatch, tmp_path, behaviour)
    typed = column(PARAGRAPHS, 72, 90, 80)
    made = ingest(scan(drawn(letter(), dpi=40) * 2, [typed, b""]), limits=Limits(max_seconds=0.5))
    assert PARAGRAPHS[1] in made.text
    assert made.warnings == ("pages without text, not read: 2",)


def test_the_program_gets_no_more_than_the_picture(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SECRET_OF_OURS", "1")
    told = tmp_path / "told.txt"
    put(
        monkeypatch,
        tmp_path,
        f"open({str(told)!r}, 'w').write(repr((sorted(os.environ), os.listdir('.'), picture[:2])))\n{SAYS}",
    )
    ingest(scan(drawn(letter(), dpi=40)))
    environment, files, start = eval(told.read_text(encoding="utf-8"))
    assert "SECRET_OF_OURS" not in environment
    assert (files, start) == ([], b"P5")
