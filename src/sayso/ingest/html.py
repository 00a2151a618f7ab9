"""A web page: the article's blocks out of its DOM, with the place of every character recorded as they are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.credits import credited
from sayso.ingest.decode import declared, decode, scrub
from sayso.ingest.dom import Leaf, Line, Paths, Place, Walked, walk
from sayso.ingest.lines import byline, dated, dateline
from sayso.ingest.live import entries, missing, timed, written_out
from sayso.ingest.main_text import is_note_leaf, main_leaves, main_text, region
from sayso.ingest.metadata import read_metadata
from sayso.ingest.noise import is_noise, without_tail
from sayso.ingest.posts import Post, is_post, is_post_url, read_post, sign
from sayso.ingest.raw import Extracted, Metadata, Raw
from sayso.ingest.walls import paywall, wall
from sayso.model import Block, BlockKind, Piece

_PROLOGUE = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_LARGE = 100_000  # bytes; only a larger page can hold attributes that patterns would choke on
_SWOLLEN = etree.XPath(
    "//*[string-length(@class) > 4000 or string-length(@id) > 4000 or string-length(@style) > 40000]"
)
_DEEP = etree.XPath(f"boolean({'/*' * 401})")  # on deeper pages the extractor's time grows with the square of the depth
_COUNT = etree.XPath("count(//*)")
_LETTER = re.compile(r"\w")


@dataclass(slots=True)
class _Text:
    """The document's text while it grows."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    paths: Paths = field(default_factory=Paths)

    def put(self, kind: BlockKind, lines: list[Line], place: Place | None, post: Post | None = None) -> None:
        """Add a block of the given lines, parted from the one before by an empty line."""
        lines = [line for line in (one.strip() for one in lines) if line.text]
        if not lines:
            return
        if self.length:
            self._write("\n\n")
        start, known = self.length, any(line.segments for line in lines)
        for number, line in enumerate(lines):
            if number:
                self._write("\n")
            for one in line.segments:
                self.pieces.append(
                    Piece(
                        start=self.length + one.start,
                        end=self.length + one.end,
                        path=self.paths.of(one.element),
                        node=one.node,
                        offset=one.offset,
                    )
                )
            self._write(line.text)
        self.blocks.append(
            Block(
                kind=kind,
                start=start,
                end=self.length,
                author=post.author if post else None,
                handle=post.handle if post else None,
                published_at=post.published_at if post else None,
                url=post.url if post else None,
                path=self.paths.of(place.element) if place is not None and known else None,
            )
        )

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)


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
    made, about = _assemble(leaves, walked, heads, about)
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


def _assemble(leaves: list[Leaf], walked: Walked, heads: list[Leaf], about: Metadata) -> tuple[_Text, Metadata]:
    """Put the leaves together as text, blocks and pieces; the title first."""
    made = _Text()
    title = _title_leaf([*heads, *walked.leaves], leaves, about)
    if title is not None:
        made.put(BlockKind.HEADING, [_joined(title.lines)], title.place)
        about = about if about.title else about.with_value("title", title.lines[0].text, "heading")
    elif about.title:
        made.put(BlockKind.HEADING, [Line(about.title)], None)
    told = _letters(about.title or "")
    for group in _groups(leaves):
        first = group[0]
        if title is not None and (
            first is title or (first.context.heading and _letters(first.text) == _letters(title.text))
        ):
            continue
        if first.context.heading and told and _letters(first.text) == told:
            continue
        about = _put(group, walked, made, about)
    if [block.kind for block in made.blocks] == [BlockKind.HEADING] and made.blocks[
        0
    ].path is None:  # nothing but a title from the head of the page
        return _Text(), about
    return made, about


def _title_leaf(every: list[Leaf], leaves: list[Leaf], about: Metadata) -> Leaf | None:
    """The headline on the page: the heading that reads as the metadata's title, or the first of the highest level."""
    heads = [leaf for leaf in every if leaf.context.heading and leaf.context.post is None and leaf.context.heading <= 3]
    told = _letters(about.title or "")
    if told:
        for leaf in heads:
            if _letters(leaf.text) == told:
                return leaf
        for leaf in heads:
            own = _letters(leaf.text)
            if leaf.context.heading == 1 and len(own) > 12 and (own in told or told in own):
                return leaf
    kept = {id(leaf) for leaf in leaves}
    tops = [leaf for leaf in heads if leaf.context.heading == 1 and leaf.context.noise is None]
    for leaf in tops:
        if id(leaf) in kept or not told:
            return leaf
    return tops[0] if len(tops) == 1 and about_same_subject(told, tops[0]) else None


def about_same_subject(told: str, leaf: Leaf) -> bool:
    """Whether a lone top heading may be the headline although the metadata words it otherwise."""
    return len(leaf.text.split()) >= 4 or not told


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _joined(lines: list[Line]) -> Line:
    """One line of several, parted by spaces."""
    out = Line()
    for line in lines:
        if not line.text:
            continue
        shift = len(out.text) + (1 if out.text else 0)
        out = Line(
            f"{out.text} {line.text}" if out.text else line.text,
            out.segments
            + [
                type(one)(one.start + shift, one.end + shift, one.element, one.node, one.offset)
                for one in line.segments
            ],
        )
    return out


def _groups(leaves: list[Leaf]) -> Iterator[list[Leaf]]:
    """Leaves that make one block: those of one post or quotation, with the caption that signs it; else one each."""
    at = 0
    while at < len(leaves):
        leaf, end = leaves[at], at + 1
        post, quote = leaf.context.post, leaf.context.quote
        if post is not None or quote is not None:
            while (
                end < len(leaves)
                and leaves[end].context.post == post
                and (post is not None or leaves[end].context.quote == quote)
            ):
                end += 1
            if end < len(leaves) and _signs(leaves[end], leaf):
                end += 1
        yield leaves[at:end]
        at = end


def _signs(after: Leaf, leaf: Leaf) -> bool:
    """Whether a leaf is the caption, in the same figure, that names who posted what `leaf` begins."""
    figure, caption = after.context.figure, after.context.caption
    return figure is not None and figure == leaf.context.figure and caption is not None and sign(after.text) is not None


def _put(group: list[Leaf], walked: Walked, made: _Text, about: Metadata) -> Metadata:
    """Write one group of leaves as a block or several."""
    first = group[0]
    context = first.context
    if context.post is not None:
        lines = [line for leaf in group for line in leaf.lines]
        element = walked.posts[context.post]
        if group[-1].context.post is None:
            element = _place_of(first, context.figure).element
        post = read_post(element, lines)
        if post is not None:
            made.put(BlockKind.POST, list(post.lines), _place_of(first, context.post), post)
        return about
    if context.quote is not None and context.caption is None:
        _put_quote(group, made)
        return about
    words = first.lines[0].text
    if len(first.lines) == 1 and context.heading is None:
        people = byline(words)
        when = dated(words)
        if people or when:
            if people and not about.authors:
                about = about.with_value("authors", people, "byline")
            if when and not getattr(about, when[0]):
                about = about.with_value(when[0], when[1], "date line")
            return about
    if is_noise(first.text) or not _LETTER.search(first.text):
        return about
    if not about.published_at and len(made.blocks) < 4:
        about = about.with_value("published_at", dateline(words), "dateline")
    kind = _kind(first)
    for lines in _paragraphs(first.lines):
        if kind is BlockKind.HEADING:
            lines = [_joined(lines)]
        else:
            lines = [*lines[:-1], lines[-1].cut(0, without_tail(lines[-1].text))]
        made.put(kind, lines, first.place)
    return about


def _put_quote(group: list[Leaf], made: _Text) -> None:
    """A quotation set off by the page, or a post in a page's own markup when a line of it is signed like one."""
    first, last = group[0], group[-1]
    place = _place_of(first, first.context.quote)
    lines = [line for leaf in group for line in leaf.lines]
    signed = (
        sign(lines[-1].text) if len(lines) > 1 and (last.context.caption is not None or "@" in lines[-1].text) else None
    )
    if signed:
        element = place.element
        if last.context.caption is not None and last.context.figure is not None:
            element = _place_of(last, last.context.figure).element
        post = read_post(element, lines)
        if post is not None:
            made.put(BlockKind.POST, list(post.lines), place, post)
        return
    body: list[Line] = []
    for leaf in group:
        body += [line for line in leaf.lines if line.text]
    if is_note_leaf(first):
        made.put(BlockKind.NOTE, body, place)
    else:
        made.put(BlockKind.QUOTE, body, place)


def _place_of(leaf: Leaf, number: int | None) -> Place:
    """The place with the given number among a leaf's own and those above it."""
    at: Place | None = leaf.place
    while at is not None and at.number != number:
        at = at.parent
    return at if at is not None else leaf.place


def _kind(leaf: Leaf) -> BlockKind:
    context = leaf.context
    if context.heading:
        return BlockKind.HEADING
    if is_note_leaf(leaf):
        return BlockKind.NOTE
    if context.caption is not None or context.figure is not None:
        return BlockKind.CAPTION
    return BlockKind.PARAGRAPH


def _paragraphs(lines: list[Line]) -> Iterator[list[Line]]:
    """Lines parted where the page breaks twice."""
    held: list[Line] = []
    for line in lines:
        if line.text:
            held.append(line)
        elif held:
            yield held
            held = []
    if held:
        yield held
