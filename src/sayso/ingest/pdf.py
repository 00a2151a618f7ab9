"""PDF: the text layer by pdfium, put into reading order by `layout`. Scripts, forms and attachments are not touched."""

from __future__ import annotations

import ctypes
import re
import threading
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.dates import day, sane
from sayso.ingest.decode import scrub
from sayso.ingest.layout import Placed, read_pages
from sayso.ingest.lines import names
from sayso.ingest.ocr import DPI, Eye, missing, numbers
from sayso.ingest.pages import assemble
from sayso.ingest.prints import unprinted
from sayso.ingest.raw import Extracted, Metadata, Raw

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\u00a0": " "}
)
_HYPHENS = ("\x02", "\u00ad", "\ufffe")
_WIDEST = 4200  # pixels; a page is not drawn wider or higher for the eye
_FEW = 8  # characters; a page with fewer is a picture or blank
_STAMP = re.compile(r"^D:(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?(?:([+-])(\d{2})'?(\d{2})?|Z)?")
_JUNK = re.compile(
    r"^(?:untitled|microsoft\s+\w+\s+-|document\d*$|slide\s*\d|.*\.(?:docx?|pdf|indd|rtf|txt|pptx?)$)", re.IGNORECASE
)
_LOCK = threading.Lock()  # pdfium is not safe for threads


def read_pdf(raw: Raw) -> Extracted:
    """The document that a PDF is. `Block.path` is `#page=3` for a block that begins on the third page.

    Raises UnreadableError for a damaged or locked file and one without a text layer, TooLargeError over a limit.
    """
    with _LOCK:
        eye = Eye(raw)
        pages, heights, about, empty = _read(raw, eye)
    if not any(pages):
        told = missing(raw) if not eye.tried else "no text could be recognised in them"
        raise UnreadableError(f"{raw.name}: its {len(pages)} page(s) hold pictures and no text; {told}")
    warnings = eye.notes
    pages, printed = unprinted(pages, heights)
    if empty:
        warnings = (*warnings, f"pages without text, not read: {numbers(empty)}")
    info = _info(about, raw)
    if printed.retrieved_at and info.published_at and day(info.published_at) == day(printed.retrieved_at):
        info = replace(info, published_at=None)  # the day of printing
    return assemble(read_pages(pages, heights), printed.or_else(info), warnings)


def _read(raw: Raw, eye: Eye) -> tuple[list[list[Placed]], list[float], dict[str, str], list[int]]:
    """The lines and the height of each page, the document's own information, and the pages that hold no text."""
    try:
        document = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableError(f"{raw.name} is locked by a password; save a copy without one") from error
        raise UnreadableError(f"{raw.name} is damaged or no PDF; get the file again") from error
    pages: list[list[Placed]] = []
    heights: list[float] = []
    empty: list[int] = []
    try:
        if len(document) > raw.limits.max_pages:
            raise TooLargeError(
                f"{raw.name}: its {len(document):,} pages are over the limit of {raw.limits.max_pages:,}"
            )
        size = 0
        for number in range(len(document)):
            try:
                lines, height = _page(document, number)
            except pypdfium2.PdfiumError:
                lines, height = [], 0.0
            size += sum(len(line.text) for line in lines)
            if size > raw.limits.max_characters:
                raise TooLargeError(
                    f"{raw.name}: its text is over the limit of {raw.limits.max_characters:,} characters"
                )
            if sum(len(line.text) for line in lines) < _FEW:
                lines = _seen(document, number, eye) or lines
            if not lines:
                empty.append(number + 1)
            pages.append(lines)
            heights.append(height)
        about = {str(key): str(value) for key, value in document.get_metadata_dict(skip_empty=True).items()}
    finally:
        document.close()
    return pages, heights, about, empty


def _seen(document: Any, number: int, eye: Eye) -> list[Placed]:
    """The lines of a page that is a picture, as the eye reads them; none where it is shut, or the page is blank."""
    if not eye.open:
        return []
    try:
        page = document[number]
        try:
            if next(iter(page.get_objects(max_depth=3)), None) is None:
                return []
            dpi = min(DPI, _WIDEST * 72 / max(page.get_size()))
            picture = page.render(scale=dpi / 72, grayscale=True, may_draw_forms=False).to_numpy()
        finally:
            page.close()
    except pypdfium2.PdfiumError:
        return []
    height, width = picture.shape[:2]
    return list(eye.see(b"P5 %d %d 255\n" % (width, height) + picture.tobytes(), number + 1, dpi))


def _page(document: Any, number: int) -> tuple[list[Placed], float]:
    page = document[number]
    try:
        height = float(page.get_height())
        text = page.get_textpage()
        try:
            return _merged(_segments(text, number + 1, height)), height
        finally:
            text.close()
    finally:
        page.close()


def _segments(text: Any, number: int, height: float) -> list[Placed]:
    """Runs of characters on one baseline without a wide gap, in the order of the file."""
    out: list[Placed] = []
    chars: list[str] = []
    box = pdfium.FS_RECTF()
    left = right = top = bottom = size = 0.0
    bold = hyphen = False

    def end() -> None:
        nonlocal hyphen
        words = " ".join("".join(chars).translate(_LIGATURES).split())
        if words:
            made = Placed(
                text=words, left=left, top=height - top, right=right, bottom=height - bottom,
                size=size, page=number, bold=bold, hyphen=hyphen,
            )  # fmt: skip
            out.append(made)
        chars.clear()
        hyphen = False

    for i in range(pdfium.FPDFText_CountChars(text)):
        char = chr(min(pdfium.FPDFText_GetUnicode(text, i), 0x10FFFF))
        if char in "\r\n":
            end()
            continue
        if char in _HYPHENS or pdfium.FPDFText_IsHyphen(text, i) == 1:
            hyphen = True
            continue
        if pdfium.FPDFText_IsGenerated(text, i) == 1 or char.isspace():
            if chars:
                chars.append(" ")
            continue
        if char < " " or not pdfium.FPDFText_GetLooseCharBox(text, i, ctypes.byref(box)):
            continue
        if not chars or _apart(box, left, right, bottom, size):
            end()
            if 0.2 < pdfium.FPDFText_GetCharAngle(text, i) < 6.08:  # on its side: a stamp or a watermark
                continue
            left, right, top, bottom = box.left, box.right, box.top, box.bottom
            size = max(box.top - box.bottom, 1.0)
            bold = pdfium.FPDFText_GetFontWeight(text, i) >= 600
        hyphen = False
        chars.append(char)
        right, top, bottom = max(right, box.right), max(top, box.top), min(bottom, box.bottom)
    end()
    return out


def _apart(box: Any, left: float, right: float, bottom: float, size: float) -> bool:
    return bool(box.left > right + 1.2 * size or box.left < left - 1 or abs(box.bottom - bottom) > 0.6 * size)


def _merged(lines: list[Placed]) -> list[Placed]:
    """Runs that stand on one line close to each other, joined; what is drawn twice (a shadow) kept once."""
    out: list[Placed] = []
    for line in sorted(lines, key=lambda one: (round(one.bottom), one.left)):
        last = out[-1] if out else None
        if (
            last is None
            or abs(last.bottom - line.bottom) > 0.35 * line.size
            or line.left - last.right > 1.2 * line.size
        ):
            out.append(line)
        elif line.left < last.left + 1 and line.text == last.text:
            continue
        elif line.left < last.right - 0.5 * line.size:
            out.append(line)
        else:
            space = "" if line.left - last.right < 0.08 * line.size else " "
            out[-1] = Placed(
                text=last.text + space + line.text, left=last.left, right=line.right, top=min(last.top, line.top),
                bottom=max(last.bottom, line.bottom), size=max(last.size, line.size), page=line.page,
                bold=last.bold and line.bold, hyphen=line.hyphen,
            )  # fmt: skip
    return out


def _info(about: dict[str, str], raw: Raw) -> Metadata:
    """What the file's information dictionary says; a title that a word processor made up is passed over."""
    made = Metadata()
    title = " ".join(scrub(about.get("Title", "")).split())
    if len(title.split()) > 2 and not _JUNK.match(title):
        made = made.with_value("title", title, "pdf header")
    made = made.with_value("authors", names(scrub(about.get("Author", ""))), "pdf header")
    when = _stamp(about.get("CreationDate", ""))
    if when is not None and (raw.retrieved is None or (day(when) - day(raw.retrieved)).days <= 1):
        made = made.with_value("published_at", when, "pdf header")
    return made


def _stamp(text: str) -> date | None:
    match = _STAMP.match(text)
    if not match:
        return None
    try:
        numbers = [int(part or 0) for part in match.groups()[:6]]
        shift = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0)) * (-1 if match[7] == "-" else 1)
        tz = timezone(shift) if match[7] or text.rstrip("'").endswith("Z") else None
        value: date = datetime(*numbers[:6], tzinfo=tz) if match[4] else date(*numbers[:3])  # type: ignore[misc, arg-type]
    except (ValueError, OverflowError):
        return None
    return value if sane(value) else None
