"""What the coverage says of each person, named or described, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.reconcile.record.called import called
from sayso.reconcile.record.cues import Hit, hits
from sayso.reconcile.record.marks import Mark, Marked, mark
from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.pages import Page, Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of one page, its persons and what it says of them."""

    page: Page
    sentence: Sentence
    index: int
    marked: Marked
    hits: tuple[Hit, ...]

    def words(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the marked text as offsets into the document's text."""
        offsets = self.marked.offsets
        last = offsets[min(end, len(offsets) - 1)]
        return self.sentence.start + offsets[start], self.sentence.start + max(last, offsets[start] + 1)

    def at(self, one: Mark) -> tuple[int, int]:
        """Where a person is marked, as offsets into the document's text."""
        return self.sentence.start + one.start, self.sentence.start + one.end


_YEAR = re.compile(
    r"\b(?:in|In|of|of\s[A-Z]\w+|[A-Z]\w+\s\d{1,2},)\s(?P<y>(?:19|20)\d\d)\b|(?:^|\s)(?P<y2>(?:19|20)\d\d):\s(?=[A-Z])"
)
_PAST = re.compile(
    r"\b(?:years ago|unrelated|in a separate|separate (?:shooting|incident|case)|last year|previous shooting|a year earlier|another shooting)\b",
    re.I,
)


def past(text: str, years: Collection[int]) -> bool:
    """Whether a sentence tells of another time or another case: a year before any document's, "an unrelated"."""
    if _PAST.search(text):
        return True
    told = [int(m["y"] or m["y2"]) for m in _YEAR.finditer(text)]
    return bool(told) and bool(years) and all(y < min(years) - (1 if len(years) > 1 else 0) for y in told)


def tell(pages: Sequence[Page], people: Sequence[Named]) -> tuple[Told, ...]:
    """Every sentence of the pages with its persons marked and what is said of them, in order."""
    places: dict[int, list[tuple[int, int, int]]] = {page.order: [] for page in pages}
    for person in people:
        for order, start, end in person.places:
            places[order].append((start, end, person.number))
    found: list[Told] = []
    years = {page.published.year for page in pages if page.published}
    for page in pages:
        here = sorted(places[page.order])
        starts = [start for start, _, _ in here]
        for k, sentence in enumerate(page.sentences):
            first, last = bisect_left(starts, sentence.start), bisect_right(starts, sentence.end - 1)
            named = [
                (a - sentence.start, b - sentence.start, who) for a, b, who in here[first:last] if b <= sentence.end
            ]
            marked = mark(sentence.text, named)
            if past(sentence.text, years):
                sentence = replace(sentence, weight=sentence.weight * 0.3)
            found.append(Told(page, sentence, k, marked, (*hits(marked), *called(marked, sentence.text))))
    return tuple(found)
