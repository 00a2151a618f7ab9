"""Scans: pages of type drawn as pictures, alone or in a PDF without a text layer, and a program that reads them."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]

from tests.ingest.make_pdf import HEIGHT, WIDTH

Picture = tuple[int, int, bytes]  # width, height, a byte a pixel


def drawn(file: bytes, dpi: int = 200) -> list[Picture]:
    """Each page of a PDF as a picture."""
    document = pypdfium2.PdfDocument(file)
    try:
        pages = [page.render(scale=dpi / 72, grayscale=True).to_numpy() for page in document]
        return [(page.shape[1], page.shape[0], page.tobytes()) for page in pages]
    finally:
        document.close()


def png(picture: Picture) -> bytes:
    """A picture as a PNG file."""
    width, height, data = picture
    rows = b"".join(b"\0" + data[i * width : (i + 1) * width] for i in range(height))
    out = b"\x89PNG\r\n\x1a\n"
    for kind, body in (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    ):
        out += struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
    return out


def scan(pictures: list[Picture], texts: list[bytes] | None = None) -> bytes:
    """A PDF of pictures, one a page; `texts` are page contents to draw as type over them, empty for none."""
    count = len(pictures)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {count} /Kids [{' '.join(f'{4 + 3 * i} 0 R' for i in range(count))}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for i, (width, height, data) in enumerate(pictures):
        number = 4 + 3 * i
        content = (texts[i] if texts else b"") or f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /P Do Q".encode()
        packed = zlib.compress(data)
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {number + 1} 0 R /Resources "
            f"<< /Font << /F1 3 0 R /F2 3 0 R >> /XObject << /P {number + 2} 0 R >> >> >>".encode(),
            f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
            f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray "
            f"/BitsPerComponent 8 /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
            + packed
            + b"\nendstream",
        ]
    out = b"%PDF-1.5\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()


def stand_in(folder: Path, behaviour: str) -> Path:
    """A program called tesseract in a folder: it does what the Python in `behaviour` says, given `picture`."""
    file = folder / "tesseract"
    file.write_text(
        f"#!{sys.executable}\nimport os, sys, time\n"
        "if '--version' in sys.argv:\n    print('tesseract 9.9.9'); sys.exit()\n"
        f"picture = sys.stdin.buffer.read()\n{behaviour}\n",
        encoding="utf-8",
    )
    file.chmod(0o755)
    return folder


def hocr(*lines: str, confidence: int = 95) -> str:
    """What Tesseract says of a page with these lines, one under the other."""
    spans = "".join(
        f"<span class='ocr_line' title='bbox 200 {200 + 60 * i} 1800 {240 + 60 * i}; baseline 0 -5; x_size 40'>"
        + "".join(
            f"<span class='ocrx_word' title='bbox 1 1 2 2; x_wconf {confidence}'>{w}</span> " for w in line.split()
        )
        + "</span>"
        for i, line in enumerate(lines)
    )
    return f"<html xmlns='http://www.w3.org/1999/xhtml'><body><div class='ocr_page'>{spans}</div></body></html>"
