"""The leaves of a page's article, put together as the document's text, its blocks and the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sayso.ingest.dom import Leaf, Line, Paths, Place, Walked
from sayso.ingest.lines import byline, dated, dateline, letters
from sayso.ingest.main_text import is_note_leaf
from sayso.ingest.noise import is_noise, without_tail
from sayso.ingest.posts import Post, read_post, sign
from sayso.ingest.raw import Metadata
from sayso.model import Block, BlockKind, Piece

_LETTER = re.compile(r"\w")


@dataclass(slots=True)
class Text:
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


def assemble(leaves: list[Leaf], walked: Walked, heads: list[Leaf], about: Metadata) -> tuple[Text, Metadata]:
    """Put the leaves together as text, blocks and pieces; the title first."""
    made = Text()
    title = _title_leaf([*heads, *walked.leaves], leaves, about)
    if title is not None:
        made.put(BlockKind.HEADING, [_joined(title.lines)], title.place)
        about = about if about.title else about.with_value("title", title.lines[0].text, "heading")
    elif about.title:
        made.put(BlockKind.HEADING, [Line(about.title)], None)
    told = letters(about.title or "")
    for group in _groups(leaves):
        first = group[0]
        if title is not None and (
            first is title or (first.context.heading and letters(first.text) == letters(title.text))
        ):
            continue
        if first.context.heading and told and letters(first.text) == told:
            continue
        about = _put(group, walked, made, about)
    if [block.kind for block in made.blocks] == [BlockKind.HEADING] and made.blocks[
        0
    ].path is None:  # nothing but a title from the head of the page
        return Text(), about
    return made, about


def _title_leaf(every: list[Leaf], leaves: list[Leaf], about: Metadata) -> Leaf | None:
    """The headline on the page: the heading that reads as the metadata's title, or the first of the highest level."""
    heads = [leaf for leaf in every if leaf.context.heading and leaf.context.post is None and leaf.context.heading <= 3]
    told = letters(about.title or "")
    if told:
        for leaf in heads:
            if letters(leaf.text) == told:
                return leaf
        for leaf in heads:
            own = letters(leaf.text)
            if leaf.context.heading == 1 and len(own) > 12 and (own in told or told in own):
                return leaf
    kept = {id(leaf) for leaf in leaves}
    tops = [leaf for leaf in heads if leaf.context.heading == 1 and leaf.context.noise is None]
    for leaf in tops:
        if id(leaf) in kept or not told:
            return leaf
    return tops[0] if len(tops) == 1 and _same_subject(told, tops[0]) else None


def _same_subject(told: str, leaf: Leaf) -> bool:
    """Whether a lone top heading may be the headline although the metadata words it otherwise."""
    return len(leaf.text.split()) >= 4 or not told


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


def _put(group: list[Leaf], walked: Walked, made: Text, about: Metadata) -> Metadata:
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


def _put_quote(group: list[Leaf], made: Text) -> None:
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
