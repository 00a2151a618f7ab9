"""A page's DOM as leaves: runs of inline text that a reader sees as one paragraph, and where each character stands.

White space is folded here and nowhere else, and every verbatim run of characters is recorded as it is taken from its
text node. `Line.segments` are those records; everything later cuts and joins lines, and never looks for text again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from lxml import etree

DEEPEST = 256  # levels; text that stands deeper is kept, and its place in the original is not
_DROPPED = frozenset(
    (
        "script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed", "applet", "canvas",
        "audio", "video", "map", "button", "select", "option", "optgroup", "textarea", "input", "datalist",
        "progress", "meter", "dialog", "nav", "menu", "head", "title", "frameset", "frame", "noframes", "noembed",
        "rp", "rt", "fencedframe", "portal",
    )
)  # fmt: skip
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "nav", "menu", "dialog", "iframe", "video", "audio",
        "object", "noscript", "canvas", "button", "select", "textarea", "twitter-widget", "bsky-embed",
    )
)  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*$")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_UNSEEN = re.compile(
    r"(?:^|\s)(?:u-|is-)?(?:visually-?hidden|sr-only|screen-reader(?:-text|-only)?|assistive-text|a11y-hidden)(?:$|\s)",
    re.IGNORECASE,
)
_CONTEXTS = {"blockquote": "quote", "figure": "figure", "figcaption": "caption", "aside": "aside"}
_CAPTION = re.compile(
    r"(?:^|[\s_-])captions?(?:$|[\s_-])(?!.*(?:close|button|toggle|track))|wp-caption-text", re.IGNORECASE
)
_ZERO = "\u00ad\u200b\u2060\ufeff"  # a soft hyphen, zero-width space, word joiner and stray byte order marks
_VERBATIM = re.compile(rf"(?:[^ \t\n\r\f{_ZERO}]+(?: (?=[^ \t\n\r\f{_ZERO}]))?)+|[ \t\n\r\f]+|[{_ZERO}]+")
_NOISE = re.compile(
    r"(?:^|[\s_-])(?:related|recirc\w*|promo\w*|newsletter\w*|share|sharing|sharebar|social(?!-?post)|comments?|disqus\w*|"
    r"sidebar|rail|ads?|advert\w*|sponsor\w*|outbrain|taboola|trending|popular|subscri\w+|sign-?up|cookies?|consent|gdpr|"
    r"footer|nav\w*|breadcrumbs?|paywall|bio|tags|tag-?list|more-?(?:on|from|stories|news)|read-?(?:next|more)|"
    r"recommend\w*|most-?read|inline-?link|up-?next|also-?read|teasers?|cta|donate|onward|latest|topics|widget-area)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Place:
    """A block-level element: its number among these in document order, and the place of the one it stands in."""

    number: int
    parent: Place | None
    element: Any


class Paths:
    """XPaths of a page's elements. The steps below an element are worked out once, when the first is asked for."""

    def __init__(self) -> None:
        self._paths: dict[Any, str] = {}
        self._steps: dict[Any, dict[Any, str]] = {}

    def of(self, element: Any) -> str:
        """The XPath of an element: by name and position, or by position alone where XPath cannot hold the name."""
        climbed: list[Any] = []
        at = element
        while at is not None and at not in self._paths:
            climbed.append(at)
            at = at.getparent()
        for one in reversed(climbed):
            parent = one.getparent()
            if parent is None:
                self._paths[one] = f"/{one.tag}"
                continue
            if parent not in self._steps:
                self._steps[parent] = _steps(parent)
            self._paths[one] = f"{self._paths[parent]}/{self._steps[parent][one]}"
        return self._paths[element]


def _steps(parent: Any) -> dict[Any, str]:
    counts: dict[str, int] = {}
    steps: dict[Any, str] = {}
    for everything, child in enumerate(parent.iterchildren(etree.Element), 1):
        tag = child.tag
        counts[tag] = same = counts.get(tag, 0) + 1
        steps[child] = f"{tag}[{same}]" if _PLAIN_NAME.match(tag) else f"*[{everything}]"
    return steps


@dataclass(frozen=True, slots=True)
class Segment:
    """`line[start:end]` stands verbatim at `offset` of the text node `node` of `element`."""

    start: int
    end: int
    element: Any
    node: int
    offset: int


@dataclass(slots=True)
class Line:
    """One line of folded text, with its segments in order."""

    text: str = ""
    segments: list[Segment] = field(default_factory=list)

    def cut(self, start: int, end: int) -> Line:
        """The line's characters `start` to `end`, with their segments."""
        kept = [
            Segment(
                max(one.start, start) - start,
                min(one.end, end) - start,
                one.element,
                one.node,
                one.offset + max(0, start - one.start),
            )
            for one in self.segments
            if one.start < end and one.end > start
        ]
        return Line(self.text[start:end], kept)

    def strip(self) -> Line:
        """The line without white space at its ends."""
        inner = self.text.strip()
        lead = len(self.text) - len(self.text.lstrip())
        return self if len(inner) == len(self.text) else self.cut(lead, lead + len(inner))


@dataclass(frozen=True, slots=True)
class Context:
    """What a leaf stands in. A number is that of the element concerned; None where there is none."""

    heading: int | None = None  # its level, from 1
    quote: int | None = None
    figure: int | None = None
    caption: int | None = None
    post: int | None = None
    noise: int | None = None
    aside: int | None = None
    pre: bool = False


@dataclass(slots=True)
class Leaf:
    """A stretch of inline text between two block boundaries: its lines, its element, and what it stands in.

    `lines` holds an empty line where the page breaks twice. `linked` counts the characters inside links.
    """

    place: Place
    context: Context
    lines: list[Line]
    linked: int

    @property
    def text(self) -> str:
        """The lines, parted by newlines."""
        return "\n".join(line.text for line in self.lines)


@dataclass(slots=True)
class Walked:
    """The leaves of a page in document order. Numbers are those of block-level elements, in document order too."""

    leaves: list[Leaf]
    parents: list[int]  # by number; -1 at the root
    ends: list[int]  # by number: the number after the last one inside
    posts: dict[int, Any]  # the elements that hold embedded posts, by number
    frames: list[str]  # addresses of the frames that were left out
    deep: bool = False

    def inside(self, number: int, container: int) -> bool:
        """Whether the element with a number is `container` or stands in it."""
        return container <= number < self.ends[container]


class _Builder:
    """Collects the lines of the leaf that is open."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.segments: list[Segment] = []
        self.length = 0
        self.gap = False
        self.lines: list[Line] = []
        self.linked = 0

    def add(self, text: str, element: Any | None, node: int, *, link: bool, pre: bool) -> None:
        """Take in a text node; `element` is None where its place is not to be recorded."""
        for match in _VERBATIM.finditer(text):
            run = match.group()
            first = run[0]
            if first in " \t\n\r\f":
                if pre and "\n" in run:
                    for _ in range(min(2, run.count("\n"))):
                        self.feed()
                self.gap = True
            elif first not in _ZERO:
                if self.gap and self.length:
                    self.parts.append(" ")
                    self.length += 1
                self.gap = False
                self.parts.append(run)
                if element is not None:
                    end = self.length + len(run)
                    self.segments.append(Segment(self.length, end, element, node, match.start()))
                self.length += len(run)
                self.linked += len(run) if link else 0

    def feed(self) -> None:
        """End the line."""
        self.lines.append(Line("".join(self.parts), self.segments))
        self.parts, self.segments, self.length, self.gap = [], [], 0, False

    def take(self) -> tuple[list[Line], int] | None:
        """The lines, when there is text in them; the builder is empty afterwards."""
        if self.length:
            self.feed()
        lines, linked = self.lines, self.linked
        self.lines, self.linked, self.gap = [], 0, False
        while lines and not lines[-1].text:
            lines.pop()
        while lines and not lines[0].text:
            lines.pop(0)
        return (lines, linked) if lines else None


@dataclass(slots=True)
class _Frame:
    element: Any
    place: Place  # of the nearest block-level element
    context: Context
    kind: int  # _INLINE, _BLOCK or _LINK
    nodes: int = 0


_INLINE, _BLOCK, _LINK = 0, 1, 2


def attributes(element: Any) -> str:
    """An element's class and id, for matching."""
    told = f"{element.get('class', '')} {element.get('id', '')}"
    return told if 1 < len(told) < 1000 else ""


@lru_cache(maxsize=8192)
def _marks(told: str) -> tuple[bool, bool]:
    """Whether a class and id are those of page furniture, and whether they are those of a caption."""
    told = _CAMEL.sub("-", told)
    return bool(_NOISE.search(told)), bool(_CAPTION.search(told))


@lru_cache(maxsize=8192)
def _unseen(told: str) -> bool:
    """Whether a class is one of those that hide text from the eye and leave it to screen readers."""
    return bool(_UNSEEN.search(told))


def is_hidden(element: Any, tag: str) -> bool:
    """Whether an element is not shown. The root and the body always count as shown."""
    if tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    told, style = element.get("class"), element.get("style")
    return (told is not None and _unseen(told)) or (style is not None and bool(_HIDDEN.search(style)))


def walk(root: Any, is_post: Callable[[Any, str, str], bool]) -> Walked:
    """All leaves of a page, or of the part of it that `root` is. Never recurses.

    `is_post` tells of an element, its tag and its class and id, whether it holds an embedded post.
    """
    return _Walk(root, is_post).made


class _Walk:
    """One walk: the frames of the elements that are open, and the leaf that is being collected."""

    def __init__(self, root: Any, is_post: Callable[[Any, str, str], bool]) -> None:
        self.made = Walked([], [-1], [1], {}, [])
        self.is_post = is_post
        self.builder = _Builder()
        self.above = sum(1 for _ in root.iterancestors())
        self.stack: list[_Frame] = []
        self.linked = 0
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                if not self.enter(element):
                    walker.skip_subtree()
                continue
            if event == "end":
                self.leave(element)
            if self.stack and element.tail:
                self.put(element.tail, self.stack[-1])

    def enter(self, element: Any) -> bool:
        """Open an element; False where nothing inside it is to be read."""
        tag = element.tag.lower()
        dropped = tag in _DROPPED or is_hidden(element, tag)
        if not self.stack:
            place, kind = Place(0, None, element), _BLOCK
            context = _context(place, tag, Context(), self.made, self.is_post)
        else:
            above = self.stack[-1]
            place, context, kind = above.place, above.context, _INLINE
            if tag in _BLOCKS:
                kind = _BLOCK
                self.flush(above)
                if not dropped:
                    place = Place(len(self.made.parents), above.place, element)
                    self.made.parents.append(above.place.number)
                    self.made.ends.append(0)
                    context = _context(place, tag, context, self.made, self.is_post)
            elif tag == "a":
                kind = _LINK
                self.linked += 1
            elif tag == "br":
                self.builder.feed()
            elif element.get("data-testid") == "tweetText":
                context = replace(context, pre=True)
        frame = _Frame(element, place, context, kind)
        self.stack.append(frame)
        if dropped and tag == "iframe":
            self.made.frames.append(element.get("src") or element.get("data-src") or "")
        elif not dropped and element.text:
            self.put(element.text, frame)
        return not dropped

    def leave(self, element: Any) -> None:
        """Close an element."""
        frame = self.stack.pop()
        if frame.kind == _BLOCK:
            self.flush(frame)
            if frame.place.element is element:
                self.made.ends[frame.place.number] = len(self.made.parents)
        elif frame.kind == _LINK:
            self.linked -= 1

    def put(self, text: str, frame: _Frame) -> None:
        """Take in a text node of the element that is open."""
        known = len(self.stack) + self.above <= DEEPEST
        element = frame.element if known else None
        self.builder.add(text, element, frame.nodes, link=self.linked > 0, pre=frame.context.pre)
        frame.nodes += 1
        self.made.deep = self.made.deep or not known

    def flush(self, frame: _Frame) -> None:
        """End the leaf that is being collected."""
        taken = self.builder.take()
        if taken:
            self.made.leaves.append(Leaf(frame.place, frame.context, *taken))


def _context(place: Place, tag: str, old: Context, made: Walked, is_post: Callable[[Any, str, str], bool]) -> Context:
    """What stands inside the element at `place`: what its parent stands in, and the element itself."""
    element = place.element
    told = attributes(element) if tag not in ("html", "body") else ""
    noise, caption = _marks(told) if told else (False, False)
    changes: dict[str, Any] = {}
    if tag in _HEADINGS:
        changes["heading"] = int(tag[1])
    elif tag in _CONTEXTS:
        changes[_CONTEXTS[tag]] = place.number
    elif tag == "pre":
        changes["pre"] = True
    if caption and old.caption is None and tag in ("p", "div"):
        changes["caption"] = place.number
    if noise and old.noise is None:
        changes["noise"] = place.number
    if old.post is None and tag != "p" and is_post(element, tag, told):
        changes["post"] = place.number
        made.posts[place.number] = element
    return replace(old, **changes) if changes else old


def links(element: Any) -> Iterator[tuple[str, str]]:
    """The address and the text of every link inside an element."""
    for link in element.iter("a"):
        yield link.get("href") or "", " ".join("".join(link.itertext()).split())
