"""Whose each word of a paragraph is: the innermost content that holds it, or the article's own voice."""

from __future__ import annotations

import re
from bisect import bisect_left

from sayso.model import NOT_ASSERTING, Attribution, CueType, Kind, Span
from sayso.read.cues import SPEAK
from sayso.read.parse import Paragraph, Parsed


class Owners:
    """The attribution that each token stands in, and the tokens that credit somebody instead of asserting.

    Of two contents that hold a token the one with fewer characters in all is the inner one; of two of one size, the
    one that has a parent.
    """

    def __init__(self, parsed: Parsed, attributions: tuple[Attribution, ...]) -> None:
        self._by_id = {a.id: a for a in attributions}
        self._length = {a.id: sum(s.end - s.start for s in a.content) for a in attributions}
        self._contents: dict[int, list[tuple[int, int, str]]] = {}
        self._credits: dict[int, list[tuple[int, int]]] = {}
        whole = (a for a in attributions if not (_mere_hedge(a) or identifies(a) or refuses_an_act(a) or _nobodys(a)))
        for a in sorted(whole, key=lambda a: (-self._length[a.id], a.parent is not None, a.id)):
            for span in a.content:
                for index, start, end in _parts(parsed, span):
                    self._contents.setdefault(index, []).append((start, end, a.id))
            for span in (*a.source, *a.cue, *a.recipient):
                for index, start, end in _parts(parsed, span):
                    self._credits.setdefault(index, []).append((start, end))

    def of(self, paragraph: Paragraph) -> tuple[list[str | None], list[bool]]:
        """For each token of the paragraph the id of the attribution that it stands in (None: the article's own voice),
        and whether it belongs to a source, a cue or a recipient. A token cut by a content's edge is barred too."""
        doc = paragraph.doc
        starts = [paragraph.start + t.idx for t in doc]
        ends = [start + len(t) for start, t in zip(starts, doc, strict=True)]
        labels: list[str | None] = [None] * len(doc)
        barred = [False] * len(doc)
        for start, end, owner in self._contents.get(paragraph.index, ()):  # longest first: the inner overwrites
            first = max(0, bisect_left(starts, start) - 1)
            for i in range(first, bisect_left(starts, end)):
                if starts[i] >= start and ends[i] <= end:
                    labels[i], barred[i] = owner, False
                elif ends[i] > start and starts[i] < end:
                    barred[i] = True
        for start, end in self._credits.get(paragraph.index, ()):
            for i in range(max(0, bisect_left(starts, start) - 1), bisect_left(starts, end)):
                if ends[i] > start:
                    barred[i] = True
        return labels, barred

    def silent(self, owner: str) -> bool:
        """Whether the attribution asserts nothing: a refusal, a question, an order."""
        a = self._by_id.get(owner)
        return a is not None and (a.cue_type in NOT_ASSERTING or withholds(a))


_WITHHELD = re.compile(
    r"(?:\bnot|n['’]t)\s(?:\w+ly\s|yet\s)?(?:say|said|disclosed|released|identified|named|detail|discuss|address|disclose|release|reveal"
    r"|specify|elaborate|comment|explain|identify|confirm|provide|give)|\b(?:declin|refus)\w*\sto\b"
    r"|\byet\sto\s(?:say|release|identify|confirm|disclose)",
    re.IGNORECASE,
)


def _mere_hedge(a: Attribution) -> bool:
    """Whether nobody is credited, and the cue only says how the claim is put: "is expected to", "is accused of". The
    claim then is that of the voice around it, cue and all."""
    return not a.source and bool(a.cue) and a.agent is None and a.kind is Kind.INDIRECT


def _nobodys(a: Attribution) -> bool:
    """Whether nothing is said: "none of them said who they were" tells of silence, and "identified themselves" of what
    somebody did."""
    alone = len(a.content) == 1 and a.content[0].exact.casefold() in _THEMSELVES
    return alone or any(_NOBODY.match(s.exact) for s in a.source)


_THEMSELVES = frozenset({"themselves", "himself", "herself", "itself", "myself", "ourselves"})
_NOBODY = re.compile(r"(?:none|no one|nobody|neither)\b", re.IGNORECASE)


def identifies(a: Attribution) -> bool:
    """Whether it says who somebody is ("identified by deputies as Karl Ode"): the claim is the clause around it, cue
    and all, and whose word that is, its cue tells."""
    return bool(a.cue and a.content) and bool(_IDENTIFIED.search(a.cue[-1].exact)) and a.content[0].exact[:3] == "as "


_IDENTIFIED = re.compile(r"\b(?:identified|named)\s+(?:by|in)$", re.IGNORECASE)


def refuses_an_act(a: Attribution) -> bool:
    """Whether somebody would not do something ("refused to drop the gun"): told of them, and no words withheld."""
    if a.cue_type is not CueType.DECLINES or not a.cue or not a.content:
        return False
    told = _REFUSED.search(f"{a.cue[-1].exact} {a.content[0].exact}")
    return told is not None and told["verb"].lower() not in SPEAK | WITHHELD_WORDS


_REFUSED = re.compile(r"\b(?:refus|declin)\w*\s+(?:again\s+)?to\s+(?:\w+ly\s+)?(?P<verb>\w+)", re.IGNORECASE)
WITHHELD_WORDS = frozenset(
    {"say", "comment", "be", "make", "return", "offer", "speculate", "characterize", "get", "go"}
)


def withholds(attribution: Attribution) -> bool:
    """Whether the source keeps back what the content names: "declined to say whether", "did not say why"."""
    if attribution.cue_type is CueType.DECLINES:
        return True
    return any(_WITHHELD.search(cue.exact) for cue in attribution.cue)


def _parts(parsed: Parsed, span: Span) -> list[tuple[int, int, int]]:
    """The paragraphs that a span runs through: index, and the characters of it that stand there."""
    low, high = 0, len(parsed.paragraphs)
    while low < high:
        middle = (low + high) // 2
        if parsed.paragraphs[middle].end <= span.start:
            low = middle + 1
        else:
            high = middle
    found: list[tuple[int, int, int]] = []
    while low < len(parsed.paragraphs) and parsed.paragraphs[low].start < span.end:
        paragraph = parsed.paragraphs[low]
        found.append((low, max(span.start, paragraph.start), min(span.end, paragraph.end)))
        low += 1
    return found
