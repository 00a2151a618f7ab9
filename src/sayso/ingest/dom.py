"""A page's DOM as leaves: runs of inline text that a reader sees as one paragraph, and where each character stands.

White space is folded here and nowhere else, and every verbatim run of characters is recorded as it is taken from its
text node. `Line.segments` are those records; everything later cuts and joins lines, and never looks for text again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
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
        "object", "noscript", "canvas", "button", "select", "textarea",
    )
)  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_PLAIN_NAME = re.compile(r"[A-Za-z_][\w.-]*$")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
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
    """An element of the page: its number in document order, the place of its parent, and its step from there."""

    number: int
    parent: Place | None
    step: str
    depth: int
    element: Any

    def path(self) -> str:
        """The element's XPath."""
        steps: list[str] = []
        at: Place | None = self
        while at is not None:
            steps.append(at.step)
            at = at.parent
        return "/" + "/".join(reversed(steps))


@dataclass(frozen=True, slots=True)
class Segment:
    """`line[start:end]` stands verbatim at `offset` of the text node `node` of the element at `place`."""

    start: int
    end: int
    place: Place
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
                one.place,
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
    item: int | None = None
    pre: bool = False
    link: bool = False


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
    """The leaves of a page in document order; `parents[i]` is the number of element i's parent, -1 at the root."""

    leaves: list[Leaf]
    parents: list[int]
    ends: list[int]  # the number after the last element inside element i
    posts: dict[int, Any]  # the elements that hold embedded posts, by number
    frames: list[str]  # addresses of the frames that were left out
    deep: bool = False

    def inside(self, number: int, container: int) -> bool:
        """Whether element `number` is `container` or stands in it."""
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

    def add(self, text: str, place: Place, node: int, *, link: bool, pre: bool) -> None:
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
                if place.depth <= DEEPEST:
                    end = self.length + len(run)
                    self.segments.append(Segment(self.length, end, place, node, match.start()))
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
    place: Place
    context: Context
    owner: Place  # the nearest block-level element
    block: bool
    nodes: int = 0
    steps: dict[str, int] = field(default_factory=dict)


def attributes(element: Any) -> str:
    """An element's class and id, with camel case parted, for matching."""
    told = f"{element.get('class') or ''} {element.get('id') or ''}"
    return _CAMEL.sub("-", told) if len(told) < 1000 else ""


def is_noise_container(element: Any) -> bool:
    """Whether an element's class or id is that of page furniture."""
    told = attributes(element)
    return len(told) > 1 and bool(_NOISE.search(told))


def is_hidden(element: Any, tag: str) -> bool:
    """Whether an element is not shown. The root and the body always count as shown."""
    if tag in ("html", "body"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and bool(_HIDDEN.search(style))


def walk(root: Any, is_post: Callable[[Any, str], bool]) -> Walked:
    """All leaves of a page. `is_post` tells whether an element holds an embedded post. Never recurses."""
    made = Walked([], [], [], {}, [])
    stack: list[_Frame] = []
    builder = _Builder()

    def flush(owner: Place, context: Context) -> None:
        taken = builder.take()
        if taken:
            made.leaves.append(Leaf(owner, context, *taken))

    def tail(element: Any) -> None:
        if stack and element.tail:
            frame = stack[-1]
            builder.add(element.tail, frame.place, frame.nodes, link=frame.context.link, pre=frame.context.pre)
            frame.nodes += 1

    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event in ("comment", "pi"):
            tail(element)
            continue
        if event == "end":
            frame = stack.pop()
            if frame.block:
                flush(frame.owner, frame.context)
            made.ends[frame.place.number] = len(made.parents)
            tail(element)
            continue
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.lower()
        above = stack[-1] if stack else None
        number = len(made.parents)
        made.parents.append(above.place.number if above else -1)
        made.ends.append(number + 1)
        place = Place(number, above.place if above else None, _step(tag, element, above), len(stack), element)
        context = above.context if above else Context()
        block = tag in _BLOCKS
        if block and above:
            flush(above.owner, context)
        if tag == "br":
            builder.feed()
        dropped = tag in _DROPPED or is_hidden(element, tag)
        if tag == "iframe":
            made.frames.append(element.get("src") or element.get("data-src") or "")
        if not dropped:
            context = _context(place, context, made, is_post)
        frame = _Frame(place, context, place if block or not above else above.owner, block or not above)
        stack.append(frame)
        if dropped:
            walker.skip_subtree()
        elif element.text:
            builder.add(element.text, place, 0, link=context.link, pre=context.pre)
            frame.nodes = 1
        made.deep = made.deep or len(stack) > DEEPEST
    return made


def _step(tag: str, element: Any, above: _Frame | None) -> str:
    """The XPath step to an element; by position among all elements where its name is none that XPath can hold."""
    if above is None:
        return tag or "*"
    above.steps["*"] = everything = above.steps.get("*", 0) + 1
    if not _PLAIN_NAME.match(tag) or tag != element.tag:
        return f"*[{everything}]"
    above.steps[tag] = same = above.steps.get(tag, 0) + 1
    return f"{tag}[{same}]"


def _context(place: Place, old: Context, made: Walked, is_post: Callable[[Any, str], bool]) -> Context:
    """What stands inside the element at `place`: what its parent stands in, and the element itself."""
    changes: dict[str, Any] = {}
    element = place.element
    tag = element.tag.lower() if isinstance(element.tag, str) else ""
    if tag in _HEADINGS:
        changes["heading"] = int(tag[1])
    elif tag == "blockquote" or (tag == "q" and old.figure is not None):
        changes["quote"] = place.number
    elif tag == "figure":
        changes["figure"] = place.number
    elif tag == "figcaption":
        changes["caption"] = place.number
    elif tag == "aside":
        changes["aside"] = place.number
    elif tag in ("li", "td", "th", "dd", "dt"):
        changes["item"] = place.number
    elif tag == "pre":
        changes["pre"] = True
    elif tag == "a":
        changes["link"] = True
    if element.attrib and tag not in ("html", "body"):
        told = attributes(element)
        if len(told) > 1:
            if old.caption is None and tag in ("p", "div", "span", "figcaption") and _CAPTION.search(told):
                changes["caption"] = place.number
            if old.noise is None and tag != "a" and _NOISE.search(told):
                changes["noise"] = place.number
        if old.post is None and tag not in ("a", "p", "span") and is_post(element, tag):
            changes["post"] = place.number
            made.posts[place.number] = element
        if element.get("data-testid") == "tweetText":
            changes["pre"] = True
    return _replaced(old, changes) if changes else old


_CAPTION = re.compile(
    r"(?:^|[\s_-])captions?(?:$|[\s_-])(?!.*(?:close|button|toggle|track))|wp-caption-text", re.IGNORECASE
)


def _replaced(old: Context, changes: dict[str, Any]) -> Context:
    values = {name: getattr(old, name) for name in Context.__dataclass_fields__}
    return Context(**{**values, **changes})


def links(element: Any) -> Iterator[tuple[str, str]]:
    """The address and the text of every link inside an element."""
    for link in element.iter("a"):
        yield link.get("href") or "", " ".join("".join(link.itertext()).split())
