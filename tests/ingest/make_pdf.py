"""Small PDFs written by hand: lines of Helvetica at given places, no library in between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

HEIGHT, WIDTH = 792.0, 612.0


def line(text: str, x: float, y: float, size: float = 10, *, bold: bool = False, turned: bool = False) -> bytes:
    """One line whose baseline begins at x, y (from the top left corner), in points."""
    shown = text.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    matrix = "0 1 -1 0" if turned else "1 0 0 1"
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {matrix} {x} {HEIGHT - y} Tm (".encode() + shown + b") Tj ET\n"


def column(texts: Iterable[str], x: float, y: float, characters: int, size: float = 10, gap: float = 6) -> bytes:
    """Paragraphs wrapped by number of characters, one under the other."""
    out = b""
    for text in texts:
        for part in wrap(text, characters, break_long_words=False, break_on_hyphens=False):
            out += line(part, x, y, size)
            y += 1.2 * size
        y += gap
    return out


def pdf(pages: Sequence[bytes], info: str = "", extra: str = "", trailer: str = "") -> bytes:
    """A file of the given page contents."""
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode(),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for i, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * i} 0 R "
            "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>".encode()
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    objects.append(f"<< {info} >>".encode())
    out = b"%PDF-1.5\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer} >>\n".encode()
    return out + f"startxref\n{start}\n%%EOF\n".encode()
