"""Quotations by their marks: where each begins and ends, through paragraphs and inside one another.

Newspaper convention (AP Stylebook, "quotation marks"): a quotation of several paragraphs opens each of them and closes
only the last. Some sites open only the first. Both are followed here. Marks are matched on a stack; a single mark opens
only at the beginning of a word and closes only at the end of one, which tells it from an apostrophe.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sayso.model import BlockKind, Document, Quotation, QuotationKind, Span
from sayso.read.lines import lines

MARK = re.compile(r"``|''|‘‘|’’|[\"“”„‟«»‹›‘’‚'＂]")
DOUBLE = {"“": "open", "”": "close", "„": "open", "‟": "open", "«": "open", "»": "close", "``": "open"} | {
    "‘‘": "open",
    "’’": "close",
}
SINGLE = {"‘", "’", "'", "‚", "‹", "›"}
ENDED = frozenset(".!?")
OPENS_AFTER = re.compile(r"[\s(\[{—–/:…-]")
ENDS_SPEECH = re.compile(r"[.,!?;…—–-]")
TITLE_BEFORE = re.compile(
    r"\b(?:book|novel|memoir|film|movie|documentary|song|album|single|show|series|episode|podcast|play|musical|sitcom|"
    r"magazine|article|essay|column|poem|painting|report|titled|entitled|hit|drama|comedy|thriller|program|programme|"
    r"headline|headlined|nicknamed|dubbed)(?:\s+(?:called|named))?,?\s*$",
    re.IGNORECASE,
)
ELISION = re.compile(r"(?:\d\ds?|n|em|til|cause|tis|twas|bout|round)\b", re.IGNORECASE)  # '90s, rock 'n' roll
DEEPEST = 4  # quotations inside one another
LONGEST_GAP = 12  # paragraphs without any mark that an open quotation may run through


@dataclass(slots=True)
class _Open:
    """A quotation that is being read."""

    style: str
    start: int  # of its piece in the present paragraph
    pieces: list[tuple[int, int]] = field(default_factory=list)
    depth: int = 0


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    style: str  # 'double', 'straight' or 'single'
    may_open: bool
    may_close: bool


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    """The quotation marks of a paragraph, each with what it may do there."""
    for match in MARK.finditer(text, start, end):
        mark, a, b = match.group(), match.start(), match.end()
        before = text[a - 1] if a > start else " "
        after = text[b] if b < end else " "
        at_word_start = bool(OPENS_AFTER.match(before)) or before in "“‘\"'„«"
        space_after = after.isspace()
        if mark in SINGLE:
            opens = mark in "‘‚‹'" and at_word_start and (after.isalnum() or after in '“"$[(…')
            opens = opens and not ELISION.match(text, b, end)
            opens = opens or (mark == "›" and at_word_start and not space_after)
            closes = mark in "’'›" and not before.isspace() and not after.isalnum()
            yield _Mark(a, b, "single", opens, closes)
        elif mark in DOUBLE:
            opens = DOUBLE[mark] == "open"
            if mark == "“" and not at_word_start and (space_after or after in ".,;:!?)"):
                yield _Mark(a, b, "double", False, True)  # German „…“, or a mark typed the wrong way round
            elif mark in "”»" and at_word_start and after.isalnum():
                yield _Mark(a, b, "double", True, False)
            elif mark == "«" and not at_word_start:
                yield _Mark(a, b, "double", False, True)
            else:
                yield _Mark(a, b, "double", opens, not opens)
        else:  # straight: position decides, and where it does not, whether one is open
            inches = before.isdigit() and not at_word_start and (after.isspace() or after in ",.)")
            opens = at_word_start and not space_after
            # "… came back."I saw them," she said": the page has lost the space, or the end of a paragraph.
            opens = opens or (before in ENDED and (after.isupper() or after == '"'))
            yield _Mark(a, b, "inches" if inches else "straight", opens, not at_word_start or space_after)


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What follows a mark in its paragraph, so that each decision takes constant time."""

    double_opens: int
    double_closes: int
    single_opens: int
    single_closes: int  # marks that can only close


def _ahead(marks: Sequence[_Mark]) -> list[_Ahead]:
    """For each mark, the counts of the marks after it."""
    counts, total = [], [0, 0, 0, 0]
    for mark in reversed(marks):
        counts.append(_Ahead(*total))
        if mark.style == "single":
            total[2] += mark.may_open
            total[3] += mark.may_close and not mark.may_open
        else:
            total[0] += mark.may_open and not mark.may_close
            total[1] += mark.may_close
    return counts[::-1]


class _Reader:
    """Reads the paragraphs in order; `done` are the finished quotations."""

    def __init__(self, document: Document) -> None:
        self.text = document.text
        self.stack: list[_Open] = []
        self.done: list[tuple[_Open, bool]] = []

    def paragraph(self, start: int, marks: Sequence[_Mark]) -> None:
        """Read one paragraph. Quotations that are open when it begins run on from its first character."""
        for item in self.stack:
            item.start = start
        reopens = bool(self.stack)
        for mark, ahead in zip(marks, _ahead(marks), strict=True):
            head = not self.text[start : mark.start].strip()
            if reopens and head and mark.may_open and mark.style == self.stack[0].style:
                continue  # the convention's mark at the head of each further paragraph
            reopens = False
            if mark.style == "single":
                self._single(mark, ahead)
            else:
                self._double(mark, ahead)
        while self.stack and self.stack[-1].style == "single":  # an apostrophe that looked like an opening mark
            self.stack.pop()

    def _double(self, mark: _Mark, ahead: _Ahead) -> None:
        inside = next((item for item in reversed(self.stack) if item.style != "single"), None)
        style, may_open = mark.style, mark.may_open
        if style == "inches":
            if inside is None:
                return
            style, may_open = "straight", False
        if inside is not None and mark.may_close and (inside.style == style or not may_open):
            self._drop_to(inside, mark.end)
        elif may_open and len(self.stack) < DEEPEST:
            inner = ahead.double_closes >= 2 + ahead.double_opens  # enough closing marks for an inner quotation
            if inside is not None and inside.style == style and not inner:
                self._drop_to(inside, mark.start, closed=False)  # its closing mark was forgotten
            self.stack.append(_Open(style, mark.start, depth=len(self.stack)))

    def _single(self, mark: _Mark, ahead: _Ahead) -> None:
        inside = self.stack[-1] if self.stack and self.stack[-1].style == "single" else None
        if inside is not None and mark.may_close:
            if self.text[mark.start - 1] == "s" and ahead.single_closes and not ahead.single_opens:
                return  # "the officers' car'": the plural's apostrophe, since another mark closes
            self._drop_to(inside, mark.end)
        elif inside is None and mark.may_open and ahead.single_closes and len(self.stack) < DEEPEST:
            self.stack.append(_Open("single", mark.start, depth=len(self.stack)))

    def _drop_to(self, item: _Open, end: int, closed: bool = True) -> None:
        """End `item`, and forget what stands above it on the stack."""
        while self.stack and self.stack[-1] is not item:
            self.stack.pop()
        self.stack.pop()
        if not closed:
            while end > item.start and self.text[end - 1].isspace():
                end -= 1
        item.pieces.append((item.start, end))
        self.done.append((item, closed))

    def pause(self, end: int, runs_on: bool) -> None:
        """At a paragraph's end: keep the outermost open where the quotation runs on, end it here where not."""
        del self.stack[1:]
        if not self.stack:
            return
        self.stack[0].pieces.append((self.stack[0].start, end))
        if not runs_on:
            self.done.append((self.stack.pop(), False))


@dataclass(frozen=True, slots=True)
class _Page:
    """The paragraphs of a document with their marks. `next_marked[k]` is the first from `k` on that has a double mark;
    no quotation runs over a `barrier` paragraph's beginning."""

    text: str
    paragraphs: Sequence[tuple[int, int]]
    marks: Sequence[Sequence[_Mark]]
    next_marked: Sequence[int]
    barrier: Sequence[bool]


def _runs_on(style: str, k: int, page: _Page) -> bool:
    """Whether the quotation of `style` that is open at the end of paragraph `k` goes on in paragraph `k + 1`."""
    marks, paragraphs, next_marked = page.marks, page.paragraphs, page.next_marked
    n = next_marked[k + 1] if k + 1 < len(paragraphs) else len(paragraphs)
    if n >= len(paragraphs) or n - k > LONGEST_GAP or any(page.barrier[k + 1 : n + 1]):
        return False
    first = next(m for m in marks[n] if m.style in ("double", "straight"))
    heads = not page.text[paragraphs[n][0] : first.start].strip()
    if n == k + 1 and heads and first.may_open:
        return first.style == style  # reopened
    return first.may_close and not first.may_open  # not reopened: the next mark of all is one that closes


def _kind(text: str, start: int, end: int, opened_at: int) -> QuotationKind:
    """Speech, unless it is short and unpunctuated (a term) or names a work (a title)."""
    inner = text[start:end].strip("“”\"„«»‘’'‚‹›`‟＂ \t")
    words = inner.split()
    ends = bool(inner) and bool(ENDS_SPEECH.match(inner[-1]))
    capital = [w for w in words if w[:1].isupper() or w[:1].isdigit()]
    mostly_capital = len(words) >= 1 and len(capital) * 3 >= len(words) * 2
    if mostly_capital and len(words) <= 10 and TITLE_BEFORE.search(text[max(0, opened_at - 60) : opened_at]):
        return QuotationKind.TITLE
    if len(words) <= 3 and not ends:
        return QuotationKind.TERM
    return QuotationKind.SPEECH


def find_quotations(document: Document) -> tuple[Quotation, ...]:
    """All quotations with their marks, in text order; the outer before the inner. Takes linear time.

    Never raises: any text has a reading, unmatched marks are passed over.
    """
    found = [(start, end, block) for start, end, block in lines(document)]
    paragraphs = [(start, end) for start, end, _ in found]
    text = document.text
    marks = [list(_marks(text, start, end)) for start, end in paragraphs]
    barrier = [block.kind in (BlockKind.HEADING, BlockKind.CAPTION, BlockKind.NOTE) for _, _, block in found]
    for k in range(1, len(found)):
        if found[k][2] is not found[k - 1][2] and BlockKind.POST in (found[k][2].kind, found[k - 1][2].kind):
            barrier[k] = True
    next_marked = [len(found)] * (len(found) + 1)
    for k in range(len(found) - 1, -1, -1):
        marked = any(m.style in ("double", "straight") for m in marks[k])
        next_marked[k] = k if marked else next_marked[k + 1]
    page = _Page(text=text, paragraphs=paragraphs, marks=marks, next_marked=next_marked, barrier=barrier)
    reader = _Reader(document)
    for k, (start, end) in enumerate(paragraphs):
        reader.paragraph(start, marks[k])
        reader.pause(end, bool(reader.stack) and _runs_on(reader.stack[0].style, k, page))
    quotations = []
    for item, closed in reader.done:
        spans: list[Span] = [document.span(a, b) for a, b in item.pieces if a < b]
        if not spans or not any(c.isalnum() for c in "".join(s.exact for s in spans)):
            continue
        kind = _kind(text, spans[0].start, spans[0].end, spans[0].start) if len(spans) == 1 else QuotationKind.SPEECH
        quotations.append(Quotation(spans=tuple(spans), kind=kind, depth=item.depth, closed=closed))
    return tuple(sorted(quotations, key=lambda q: (q.spans[0].start, -q.spans[-1].end)))
