"""Times in a document, and what they come to against its date of publication.

"Friday" is the most recent Friday on or before publication, unless the words around it look ahead ("will", "next").
Within an embedded post, or an entry of a live blog, with a date of its own, that date takes the place of the
document's. What leans on another time ("two days later", a clock time without a day) is resolved against the nearest
time told before it.

Parts of a day, local time, both ends inclusive:

=================  ===========================================================
early, before dawn  00:00 to 06:59 (also "early Friday morning")
morning             05:00 to 11:59
afternoon           12:00 to 17:59
evening             17:00 to 22:59
night, tonight      18:00 to 02:59 of the next day
late                20:00 to 23:59
overnight           20:00 of the day before to 06:59
"shortly before" T  the half hour that ends with T ("shortly after", "just after": that begins with it)
=================  ===========================================================
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import Precision, Span, Time, identify
from sayso.read.parse import Paragraph, Parsed
from sayso.read.reckoning import When, resolve
from sayso.read.time_words import Atom, groups

_FUTURE = frozenset({"schedule", "plan", "expect", "set", "slate", "due"})


def find_times(parsed: Parsed) -> tuple[Time, ...]:
    """The times told in the document, in text order; ages and durations are none.

    Where there is nothing to resolve against, `start`, `end` and `anchor` are None. Offsets are those of the document's
    text. Runs in linear time.
    """
    found: list[Time] = []
    told: dict[date | None, tuple[str, When]] = {}
    for paragraph in parsed.paragraphs:
        base = _base(parsed, paragraph)
        text = parsed.document.text[paragraph.start : paragraph.end]
        for group in groups(text):
            span = parsed.document.span(paragraph.start + group[0].start, paragraph.start + group[-1].end)
            before = told.get(base)
            when = resolve(group, text, base, before, _Ahead(paragraph, group[0].start))
            time = _time(span, group, when)
            found.append(time)
            if when is not None and when.precision not in {Precision.YEAR, Precision.MONTH, Precision.WEEK}:
                told[base] = time.id, when
    return tuple(found)


def _base(parsed: Parsed, paragraph: Paragraph) -> date | None:
    """The date that relative words of the paragraph lean on."""
    return paragraph.block.published_at or parsed.document.published_at


@dataclass(frozen=True, slots=True)
class _Ahead:
    """Whether the words around a place of a paragraph look ahead; worked out only when asked."""

    paragraph: Paragraph
    at: int

    def __bool__(self) -> bool:
        doc = self.paragraph.doc
        found = doc.char_span(self.at, self.at + 1, alignment_mode="expand")
        if not found:
            return False
        came = word = found[0]
        for _ in range(12):
            if word.pos_ in {"VERB", "AUX"}:
                if any(c.tag_ == "MD" and c.lower_ in {"will", "'ll", "’ll", "shall"} for c in word.children):
                    return True
                if word.lemma_ in _FUTURE and word.tag_ in {"VBN", "VBD", "VBZ", "VBP"}:
                    # "set for Monday" looks ahead, "was set on Monday" back
                    return word.lemma_ == "expect" or came.lower_ == "for" or came.dep_ == "xcomp"
                if word.tag_ in {"VBD", "VBZ", "VBP"}:
                    return False
            if word.head is word:
                return False
            came, word = word, word.head
        return False


def _time(span: Span, group: Sequence[Atom], when: When | None) -> Time:
    approximate = group[0].approximate or any(a.text.lower().startswith(("early", "late ", "mid")) for a in group)
    return Time(
        id=identify("t", span.document, span.start, span.end),
        span=span,
        start=_iso(when.start) if when else None,
        end=_iso(when.end) if when else None,
        precision=when.precision if when else _precision(group),
        anchor=when.anchor if when else None,
        approximate=approximate,
    )


def _iso(at: date) -> str:
    return at.isoformat(timespec="minutes") if isinstance(at, datetime) else at.isoformat()


def _precision(group: Sequence[Atom]) -> Precision:
    """How fine a time is that could not be resolved."""
    kinds = {a.kind for a in group}
    words = " ".join(a.text for a in group).lower()
    if kinds & {"clock", "word", "military", "oclock", "bare"}:
        return Precision.MINUTE if re.search(r"\d[:.]\d\d", words) else Precision.HOUR
    for unit in Precision:
        if unit is not Precision.DAY and re.search(rf"\b{unit.value}s?\b", words):
            return unit
    if re.search(r"morning|afternoon|evening|night|dawn|dusk", words):
        return Precision.PART_OF_DAY
    return Precision.MONTH if kinds & {"month", "nearmonth", "monthyear"} else Precision.DAY
