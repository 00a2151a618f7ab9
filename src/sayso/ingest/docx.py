"""Word (DOCX): the paragraphs of the body, headings by their style. Macros, comments and deleted text are not read."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.dates import parse_stamp
from sayso.ingest.decode import scrub
from sayso.ingest.lines import byline, dated, is_note, names
from sayso.ingest.noise import is_noise
from sayso.ingest.raw import Extracted, Metadata, Raw
from sayso.model import Block, BlockKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = frozenset(
    _W + name for name in ("del", "delText", "instrText", "pPr", "rPr", "moveFrom", "txbxContent", "pict", "object")
)
_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_HEAD = 14  # paragraphs that may hold a byline and a date line


def read_docx(raw: Raw) -> Extracted:
    """The document that a Word file is. Raises UnreadableError for a damaged one, TooLargeError over a limit."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw.data)) as package:
            body = _xml(package, "word/document.xml", raw)
            core = _xml(package, "docProps/core.xml", raw)
            styles = _xml(package, "word/styles.xml", raw)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise UnreadableError(f"{raw.name} is damaged or no Word file; save it again") from error
    except KeyError as error:
        raise UnreadableError(f"{raw.name} is damaged or no Word file; save it again") from error
    if body is None:
        raise UnreadableError(f"{raw.name} is damaged or no Word file; save it again")
    return _assemble(body, _core(core), _heading_styles(styles))


def _xml(package: zipfile.ZipFile, name: str, raw: Raw) -> Any:
    """The root of one XML part; None where the package has none. Entities are not resolved, nothing is loaded."""
    try:
        about = package.getinfo(name)
    except KeyError:
        return None
    limit = min(raw.limits.max_unpacked_bytes, 40 * raw.limits.max_characters)
    with package.open(about) as part:
        data = part.read(limit + 1)
    if len(data) > limit:
        raise TooLargeError(f"{raw.name} unpacks to more than the limit of {limit:,} bytes")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    try:
        return etree.fromstring(data, parser)
    except (ValueError, etree.LxmlError) as error:
        raise UnreadableError(f"{raw.name} is damaged; save it again") from error


def _assemble(body: Any, info: Metadata, headings: frozenset[str]) -> Extracted:
    parts: list[str] = []
    blocks: list[Block] = []
    about = Metadata()
    length = 0
    for number, (text, style) in enumerate(_paragraphs(body)):
        if number < _HEAD and "\n" not in text:
            people, when = byline(text), dated(text)
            if people and not about.authors:
                about = about.with_value("authors", people, "byline")
            if when and not getattr(about, when[0]):
                about = about.with_value(when[0], when[1], "date line")
            if people or when:
                continue
        if is_noise(text):
            continue
        kind = BlockKind.HEADING if style in headings else BlockKind.PARAGRAPH
        kind = BlockKind.NOTE if is_note(text) else BlockKind.QUOTE if "quote" in style.lower() else kind
        kind = BlockKind.CAPTION if style.lower() == "caption" else kind
        if kind is BlockKind.HEADING and not about.title and not any(one.kind is kind for one in blocks):
            about = about.with_value("title", " ".join(text.split()), "first heading")
        start = length + (2 if parts else 0)
        parts.append(text)
        length = start + len(text)
        blocks.append(Block(kind=kind, start=start, end=length))
    return Extracted(
        text="\n\n".join(parts), blocks=tuple(blocks), media_type=_MEDIA_TYPE, metadata=about.or_else(info)
    )


def _paragraphs(body: Any) -> Iterator[tuple[str, str]]:
    """The text and the style of every paragraph that shows any text; line breaks stay as newlines."""
    for paragraph in body.iter(_W + "p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        lines = "".join(_runs(paragraph)).split("\n")
        text = "\n".join(line for line in (" ".join(scrub(line).split(" ")).strip() for line in lines) if line)
        if text:
            yield text, (style.get(_W + "val") or "") if style is not None else ""


def _runs(paragraph: Any) -> Iterator[str]:
    walker = etree.iterwalk(paragraph, events=("start",))
    for _, element in walker:
        inner = element is not paragraph and (element.tag in _SKIPPED or element.tag == _W + "p")
        hidden = element.tag == _W + "r" and element.find(f"{_W}rPr/{_W}vanish") is not None
        if inner or hidden:
            walker.skip_subtree()
        elif element.tag == _W + "t":
            yield element.text or ""
        elif element.tag == _W + "tab":
            yield "\t"
        elif element.tag in (_W + "br", _W + "cr"):
            yield "\n" if element.get(_W + "type") != "page" else " "
        elif element.tag == _W + "noBreakHyphen":
            yield "-"


def _heading_styles(styles: Any) -> frozenset[str]:
    """The ids of the styles that are headings or titles, by their name in English."""
    found = {"Title", *(f"Heading{level}" for level in range(1, 10))}
    for style in styles.iter(_W + "style") if styles is not None else ():
        name = style.find(_W + "name")
        told = (name.get(_W + "val") or "") if name is not None else ""
        if re.match(r"(?:heading \d|title$|headline$)", told, re.IGNORECASE):
            found.add(style.get(_W + "styleId") or "")
    return frozenset(found - {""})


def _core(core: Any) -> Metadata:
    """Title, author and dates of the package. The date it was made is the nearest a Word file has to a publication."""
    told: dict[str, str] = {}
    for child in core if core is not None else ():
        if isinstance(child.tag, str):
            told[child.tag.rpartition("}")[2]] = " ".join(scrub(child.text or "").split())
    about = Metadata()
    if len(told.get("title", "").split()) > 1:
        about = about.with_value("title", told["title"], "docx properties")
    about = about.with_value("authors", names(told.get("creator", "")), "docx properties")
    return about.with_value("published_at", parse_stamp(told.get("created", "")), "docx properties")
