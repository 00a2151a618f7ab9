"""A web page: the article's blocks out of its DOM, with the place of every character recorded as they are joined."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.assemble import assemble
from sayso.ingest.credits import credited
from sayso.ingest.data_tables import tables
from sayso.ingest.decode import declared, decode, scrub
from sayso.ingest.dom import Line, walk
from sayso.ingest.live import entries, missing, timed, written_out
from sayso.ingest.main_text import main_leaves, main_text, region
from sayso.ingest.metadata import read_metadata
from sayso.ingest.posts import Post, is_post, is_post_url
from sayso.ingest.raw import Extracted, Metadata, Raw
from sayso.ingest.walls import paywall, wall
from sayso.model import BlockKind

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LARGE = 100_000  # bytes; only a larger page can hold attributes that patterns would choke on
_SWOLLEN = etree.XPath(
    "//*[string-length(@class) > 4000 or string-length(@id) > 4000 or string-length(@style) > 40000]"
)
_DEEP = etree.XPath(f"boolean({'/*' * 401})")  # on deeper pages the extractor's time grows with the square of the depth
_COUNT = etree.XPath("count(//*)")


def read_html(raw: Raw) -> Extracted:
    """The document that a web page is.

    Raises UnreadableError where the page holds no text, TooLargeError where it is over a limit.
    """
    size = len(raw.data) if raw.text is None else len(raw.text)
    if size > raw.limits.max_html_bytes:
        raise TooLargeError(
            f"{raw.name}: a web page of {size:,} bytes is over the limit of {raw.limits.max_html_bytes:,}; "
            "save its text alone, or raise max_html_bytes"
        )
    text, warnings = (
        (scrub(raw.text), ()) if raw.text is not None else decode(raw.data, raw.charset or declared(raw.data))
    )
    root, page, cut = parse_page(text, raw)
    article = "" if raw.fragment or _DEEP(root) else main_text(page)
    part = region(root, article)
    walked = walk(part if part is not None else root, is_post)
    leaves, doubts = main_leaves(article, walked, whole=raw.fragment)
    if not leaves and part is not None:
        walked = walk(root, is_post)
        leaves, doubts = main_leaves(article, walked, whole=raw.fragment)
    about: Metadata = Metadata()
    remarks: tuple[str, ...] = ()
    if not raw.fragment:
        about, remarks = read_metadata(root, page, url=raw.known.url, retrieved=raw.retrieved)
    heads = [leaf for head in root.iter("h1", "h2") if _outside(head, part) for leaf in walk(head, is_post).leaves]
    made, about = assemble(leaves, walked, heads, about)
    if not made.blocks and (paragraphs := written_out(root)):
        for words in (about.title or "", *paragraphs):
            made.put(BlockKind.PARAGRAPH if made.blocks else BlockKind.HEADING, [Line(words)], None)
        warnings = (*warnings, "the page draws its text by scripts; it is taken from the page's JSON-LD")
    told = entries(root)
    for one in missing(told, "".join(made.parts)):
        when = Post((), published_at=one.when)
        made.put(BlockKind.HEADING, [Line(one.headline)], None, when)
        for paragraph in one.paragraphs:
            made.put(BlockKind.PARAGRAPH, [Line(paragraph)], None, when)
    if not about.credit:
        lines = [line.text for leaf in walked.leaves for line in leaf.lines if leaf.context.post is None]
        about = about.with_value("credit", credited((leaf.text for leaf in leaves[:4]), lines), "text")
    text = "".join(made.parts)
    if not raw.fragment and (why := wall(root, about.title, text)):
        raise UnreadableError(f"{raw.name}: {why}")
    if cut and not made.blocks:
        raise UnreadableError(
            f"{raw.name}: the page nests more than 2,000 elements in one another, and its text stands too deep "
            "to be read; paste its text"
        )
    if not made.blocks:
        raise UnreadableError(
            f"{raw.name}: the page holds no text; it may be drawn by scripts. "
            "Save it again from a browser once it is shown, or paste its text"
        )
    if not raw.fragment and (teaser := paywall(root, text)):
        warnings = (*warnings, teaser)
    unread = sorted(
        {url for url in walked.frames if is_post_url(url) or ("/embed" in url and "youtube" not in url)} - {""}
    )
    warnings = (
        *warnings,
        *doubts,
        *remarks,
        *tables(part if part is not None else root),
        *(f"an embedded frame could not be read: {url[:200]}" for url in unread[:20]),
    )
    if cut:
        warnings = (*warnings, "nests more than 2,000 elements in one another; what stands deeper was not read")
    if walked.deep:
        warnings = (*warnings, "nests elements so deeply that some text has no place recorded")
    return Extracted(
        text=text,
        blocks=tuple(timed(made.blocks, root, text, told, about.published_at)),
        pieces=tuple(made.pieces),
        media_type="application/xhtml+xml" if raw.media_type == "application/xhtml+xml" else "text/html",
        metadata=about,
        warnings=warnings,
    )


def parse_page(text: str, raw: Raw) -> tuple[Any, Any, bool]:
    """A decoded page, parsed twice: our own tree, which nobody changes, and one for trafilatura, of its own classes.

    The third value tells that elements nest so deeply that the parser left out what stands below.

    Raises UnreadableError where there is no element in it, TooLargeError where there are too many. Loads nothing.
    """
    data = _PROLOGUE.sub("", text).encode("utf-8")
    try:
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True)
        root = etree.fromstring(data, parser)
        page = lxml_html.document_fromstring(data, parser=lxml_html.HTMLParser(encoding="utf-8", huge_tree=True))
    except (ValueError, etree.LxmlError) as error:
        raise UnreadableError(f"{raw.name}: the page holds no text") from error
    if root is None:
        raise UnreadableError(f"{raw.name}: the page holds no text")
    count = int(float(str(_COUNT(root))))
    if count > raw.limits.max_elements:
        raise TooLargeError(f"{raw.name}: its {count:,} elements are over the limit of {raw.limits.max_elements:,}")
    if len(data) > raw.limits.max_characters and (shown := _shown(root)) > raw.limits.max_characters:
        raise TooLargeError(
            f"{raw.name}: its {shown:,} characters of text are over the limit of {raw.limits.max_characters:,}; "
            "save the article's text alone, or raise max_characters"
        )
    if len(data) > _LARGE:
        _trim(root)
        _trim(page)
    return root, page, any("depth" in error.message for error in parser.error_log)


def _shown(root: Any) -> int:
    """How many characters of text a page holds, scripts and styles apart."""
    return sum(
        len(one.tail or "") + (0 if one.tag in ("script", "style", "template", "noscript") else len(one.text or ""))
        for one in root.iter(etree.Element)
    )


def _trim(tree: Any) -> None:
    """Take away attributes so long that patterns would choke on them."""
    swollen: Any = _SWOLLEN(tree)
    for element in swollen:
        for name in ("class", "id", "style"):
            if name in element.attrib:
                del element.attrib[name]


def _outside(element: Any, part: Any) -> bool:
    return part is not None and element is not part and all(above is not part for above in element.iterancestors())
