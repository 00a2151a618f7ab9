"""Text out of pictures, by the program Tesseract where it is installed: lines with their places, for `layout`.

The program runs without a shell, in an empty folder, with a limit of time, and gets the picture from us. Two versions
of it may read a page differently, so what it read is marked by a warning.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from statistics import mean, median
from typing import Any

from lxml import etree

from sayso.errors import UnreadableError
from sayso.ingest.layout import Placed, read_pages
from sayso.ingest.pages import assemble
from sayso.ingest.pulse import beat
from sayso.ingest.raw import Extracted, Metadata, Raw

DPI = 300
_SURE = 50  # of 100; a line that the program is less sure of is a picture's noise
_DOUBTFUL = 75  # of 100; a page read with less is worth a second look
_LEAST = 3  # words; a picture with fewer holds no text
_XHTML = "{http://www.w3.org/1999/xhtml}"
_ENVIRONMENT = ("PATH", "TESSDATA_PREFIX", "LD_LIBRARY_PATH", "SYSTEMROOT")
_WAY_OUT = "install Tesseract (tesseract-ocr), or make a readable copy with an OCR program"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The lines of a page's picture, and how sure the program is of them on the whole, of 100."""

    lines: tuple[Placed, ...]
    confidence: float


class Eye:
    """Reads the pictures of one document, as far as its time and number of pages go."""

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._left = raw.limits.max_ocr_pages
        self._until = time.monotonic() + raw.limits.max_ocr_seconds
        self.tried = False
        self.pages: list[int] = []
        self.doubtful: list[int] = []

    @property
    def open(self) -> bool:
        """Whether there is a program, and it may read more pages."""
        return self._left > 0 and time.monotonic() < self._until and program() is not None

    def see(self, picture: bytes, page: int, dpi: float = DPI) -> tuple[Placed, ...]:
        """The lines of a page; none where the program fails, or takes more than its time."""
        self._left -= 1
        self.tried = True
        seconds = min(self._raw.limits.max_seconds, self._until - time.monotonic())
        seen = _recognised(picture, page, dpi, max(seconds, 0.1))
        beat()
        if seen is None or not seen.lines:
            return ()
        self.pages.append(page)
        if seen.confidence < _DOUBTFUL:
            self.doubtful.append(page)
        return seen.lines

    @property
    def notes(self) -> tuple[str, ...]:
        """What is worth a warning: which pages are the program's word, and of which it is not sure."""
        if not self.pages:
            return ()
        told = f"text by OCR ({version()}), pages: {numbers(self.pages)}; check quotations against the picture"
        return (told, *([f"hard to read, pages: {numbers(self.doubtful)}"] if self.doubtful else []))


def read_image(raw: Raw) -> Extracted:
    """The document that a picture of a page is. Raises UnreadableError where it holds no text, or none can be read."""
    eye = Eye(raw)
    if not eye.open:
        raise UnreadableError(f"{raw.name} is a picture; {missing(raw)}")
    lines = eye.see(raw.data, 1)
    if sum(len(line.text.split()) for line in lines) < _LEAST:
        raise UnreadableError(f"{raw.name} is a picture in which no text could be recognised")
    made = assemble(read_pages([list(lines)], [max(line.bottom for line in lines) + 72]), Metadata(), eye.notes)
    return replace(made, media_type=_media_type(raw.data))


def missing(raw: Raw) -> str:
    """Why pictures of text are not read, and the way out."""
    if raw.limits.max_ocr_pages <= 0:
        return "recognising text is switched off; make a readable copy with an OCR program"
    return f"to have its text read, {_WAY_OUT}"


@cache
def program() -> str | None:
    """Where Tesseract is; None where it is not installed."""
    return shutil.which("tesseract")


@cache
def version() -> str:
    """What the program calls itself ("tesseract 5.3.0")."""
    found = program()
    try:
        done = _run([found or "tesseract", "--version"], b"", 10)
    except (OSError, subprocess.SubprocessError):
        return "tesseract"
    words = (done.stdout or done.stderr).decode("utf-8", "replace").split("\n")[0].strip()
    return words if re.fullmatch(r"tesseract [\w.-]{1,30}", words) else "tesseract"


def numbers(pages: Iterable[int]) -> str:
    """Page numbers as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    shown = [str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs]
    return ", ".join(shown[:20]) + (" …" if len(shown) > 20 else "")


def _recognised(picture: bytes, page: int, dpi: float, seconds: float) -> Seen | None:
    command = [program() or "tesseract", "stdin", "stdout", "--dpi", str(round(dpi)), "-l", "eng", "hocr"]
    try:
        done = _run(command, picture, seconds)
    except (OSError, subprocess.SubprocessError):
        return None
    return _lines(done.stdout, page, 72 / dpi) if done.returncode == 0 else None


def _run(command: list[str], given: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    with tempfile.TemporaryDirectory(prefix="sayso-ocr-") as folder:
        return subprocess.run(  # noqa: S603  a fixed command, no shell, the picture on standard input
            command,
            input=given, capture_output=True, timeout=seconds, check=False, cwd=folder,
            env={**kept, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"},
        )  # fmt: skip


def _lines(hocr: bytes, page: int, scale: float) -> Seen:
    """The lines in the program's account (hOCR). Sizes that are nearly the page's usual one are set to it."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(hocr, parser)
    except (ValueError, etree.LxmlError):
        return Seen(lines=(), confidence=0)
    found: list[Placed] = []
    sure: list[float] = []
    spans = root.iter(f"{_XHTML}span") if root is not None else ()
    for line in (one for one in spans if (one.get("class") or "").startswith("ocr_") and len(one)):
        words = [word for word in line.iter(f"{_XHTML}span") if word.get("class") == "ocrx_word"]
        text = " ".join(" ".join("".join(map(str, word.itertext())).split()) for word in words).strip()
        confidence = [_property(word, "x_wconf")[0] for word in words if _property(word, "x_wconf")]
        box = _property(line, "bbox")
        if not text or not re.search(r"\w", text) or len(box) < 4 or not confidence or mean(confidence) < _SURE:
            continue
        sure += confidence
        found.append(_placed(line, text, box, page, scale))
    if not found:
        return Seen(lines=(), confidence=0)
    usual = median(one.size for one in found)
    levelled = (replace(one, size=usual) if abs(one.size - usual) < 0.25 * usual else one for one in found)
    return Seen(lines=tuple(levelled), confidence=mean(sure))


def _placed(line: Any, text: str, box: list[float], page: int, scale: float) -> Placed:
    """A line by its baseline and the height of its type, which vary less than the box around its letters."""
    size = (_property(line, "x_size") or [box[3] - box[1]])[0]
    baseline = box[3] + (_property(line, "baseline") or [0, 0])[-1]
    return Placed(
        text=text, left=box[0] * scale, right=box[2] * scale, top=(baseline - 0.8 * size) * scale,
        bottom=(baseline + 0.2 * size) * scale, size=max(size * scale, 1.0), page=page,
    )  # fmt: skip


def _property(element: Any, name: str) -> list[float]:
    """The numbers after a name in an element's title."""
    match = re.search(rf"(?:^|;)\s*{name}((?:\s+-?[\d.]+)+)", element.get("title") or "")
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", match[1])] if match else []


def _media_type(data: bytes) -> str:
    return (
        "image/png" if data.startswith(b"\x89PNG") else "image/jpeg" if data.startswith(b"\xff\xd8") else "image/tiff"
    )
