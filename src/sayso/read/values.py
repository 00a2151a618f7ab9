"""Typed values of claims: what fills the fields of a codebook, found by words and by who does what to whom.

Words and scales come from the codebooks that ship (`sayso.codebooks`); people, counts, names, ages, shots and
charges are worked out on the parse by `sayso.read.people_values` and `sayso.read.detail_values`. A value belongs to the
smallest claim that holds its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.tokens import Token

from sayso.codebooks import Step, load
from sayso.model import Document, Precision, Time, Value
from sayso.read.detail_values import details
from sayso.read.drafts import Draft
from sayso.read.findings import Found, Who
from sayso.read.parse import Paragraph
from sayso.read.people_values import about, bearer, is_officer, is_person, object_of, people
from sayso.read.supposed import OF_FATE, contrasted, supposed

CODEBOOKS = ("use_of_force", "shooting")
_FINE = frozenset({Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY})
_DATED = _FINE | {Precision.DAY}
_OF_OTHERS = frozenset({"weapon", "resistance", "flight"})
"""Fields that tell of the person met: left out where the clause's subject is an officer."""

_NO_GUNS = frozenset({"stun", "nail", "glue", "staple", "radar", "spray"})
"""Words before "gun" by which it is none."""
_DAY_WORD = re.compile(r"day|night|morning|evening|afternoon|later|earlier|before|after|week|month", re.IGNORECASE)
_PERSONAL = _OF_OTHERS | {"threat", "arrest", "officer_status", "hospital", "fired_first"}
"""Fields that tell of somebody, as a rule the clause's subject."""


def values_of(
    paragraph: Paragraph, document: Document, drafts: Sequence[Draft], who: Who, times: Sequence[Time]
) -> list[tuple[Value, ...]]:
    """The values of each draft of the paragraph, in the drafts' order, each value once. `times` are the paragraph's."""
    found: list[list[Found]] = [[] for _ in drafts]
    holders = _Holders(drafts)
    for match in (*_choices(paragraph), *_injuries(paragraph)):
        at = holders.telling(match.start, match.end)
        if at is not None:
            found[at].extend(_borne(match, drafts[at], who))
    for time in times:
        words = paragraph.tokens(time.span.start, time.span.end)
        at = holders.telling(words.start, words.end) if len(words) else None
        if at is not None:
            found[at].extend(_dated(time, words.start, words.end, drafts[at]))
    for i, draft in enumerate(drafts):
        told = (*people(draft, who), *details(draft, who))
        found[i].extend(f for f in told if holders.smallest(f.start, f.end) == i)
    asserted = [[f for f in sorted(row, key=_place) if _asserted(f, paragraph)] for row in found]
    return [tuple(dict.fromkeys(f.value_at(paragraph, document) for f in row)) for row in asserted]


def _asserted(found: Found, paragraph: Paragraph) -> bool:
    """Whether a value is told and not only supposed, or named as what it was not."""
    doc = paragraph.doc
    if found.field in OF_FATE and supposed(doc[found.start : found.end].root):
        return False
    return not (found.field == "weapon" and contrasted(doc, found.start))


def _place(found: Found) -> tuple[int, int, str, str]:
    return found.start, found.end, found.field, found.value


class _Holders:
    """For stretches of tokens the smallest draft that holds them."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self.drafts = drafts
        self.at: dict[int, list[int]] = {}
        for i, draft in sorted(enumerate(drafts), key=lambda row: row[1].size):
            for a, b in draft.runs:
                for token in range(a, b):
                    self.at.setdefault(token, []).append(i)

    def smallest(self, start: int, end: int) -> int | None:
        return next((i for i in self.at.get(start, ()) if self.drafts[i].holds(start, end)), None)

    def telling(self, start: int, end: int) -> int | None:
        """As `smallest`, but words that a relative clause only takes up are told by the clause in which they stand:
        "are on leave, which is usual" tells of leave."""
        found = [i for i in self.at.get(start, ()) if self.drafts[i].holds(start, end)]
        return next((i for i in found if not _taken_up(self.drafts[i], end)), found[0] if found else None)


def _taken_up(draft: Draft, end: int) -> bool:
    head = draft.head
    return head.dep_ == "relcl" and end <= head.head.i + 1 < head.i


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Field, value and expression of every choice of the codebooks that ship, each once."""
    rows: dict[tuple[str, str], re.Pattern[str]] = {}
    for name in CODEBOOKS:
        for told in load(name).fields:
            for choice in told.choices:
                rows.setdefault((told.filled_by[0], choice.value), choice.pattern)
    return tuple((field, value, expression) for (field, value), expression in rows.items())


@lru_cache(maxsize=1)
def _scale() -> tuple[Step, ...]:
    return load(CODEBOOKS[0]).scale("injury")


def _matches(paragraph: Paragraph, rows: Iterator[tuple[str, str, re.Pattern[str], float | None]]) -> Iterator[Found]:
    text = paragraph.doc.text
    for field, value, expression, grade in rows:
        for match in expression.finditer(text):
            words = paragraph.doc.char_span(match.start(), match.end(), alignment_mode="expand")
            if words is not None and len(words):
                yield Found(start=words.start, end=words.end, field=field, value=value, grade=grade)


def _outermost(found: Sequence[Found]) -> Iterator[Found]:
    """Of matches of one field, those that lie in no longer one: "not life-threatening" is not "life-threatening"."""
    reached: dict[str, int] = {}
    for one in sorted(found, key=lambda f: (f.start, -f.end)):
        if one.end > reached.get(one.field, -1):
            reached[one.field] = one.end
            yield one


def _choices(paragraph: Paragraph) -> Iterator[Found]:
    doc = paragraph.doc
    for found in _outermost(list(_matches(paragraph, ((f, v, p, None) for f, v, p in _vocabulary())))):
        # "School Street" is no school, nor "gun control" a gun
        last, following = doc[found.end - 1], doc[found.end] if found.end < len(doc) else None
        named = found.field in {"scene", "weapon"} and following is not None and following.pos_ == "PROPN"
        tool = found.field == "weapon" and found.start > 0 and doc[found.start - 1].lower_ in _NO_GUNS
        if not named and not tool and not (found.field == "weapon" and last.dep_ == "compound"):
            yield found


def _injuries(paragraph: Paragraph) -> Iterator[Found]:
    rows = (("injury", step.name, step.pattern, step.grade) for step in _scale())
    yield from _outermost(list(_matches(paragraph, rows)))


def _borne(match: Found, draft: Draft, who: Who) -> Iterator[Found]:
    """The match with whom it is about."""
    words = draft.head.doc[match.start : match.end]
    if match.field == "injury":
        person = bearer(words, draft)
        yield match.about_whom(about(person, who, befell=True))
        return
    subject = draft.subject
    if match.field in _OF_OTHERS and subject is not None and is_officer(subject):
        return
    if match.field == "threat" and draft.clause is not None and draft.clause.passive:
        subject = next(
            (t for t in draft.tokens() if t.dep_ == "pobj" and t.head.dep_ == "agent" and is_person(t)), None
        )
    if match.value == "shot at" and (subject is None or not is_person(subject)):
        return  # "shots fired at Elm Street"
    if match.field == "arrest":
        verb = next((t for t in words if t.pos_ == "VERB"), words.root)
        subject = object_of(verb) or subject  # "police arrested the driver" tells of the driver
        if subject is None or about(subject, who) is None:
            return  # a party may be held too
    if match.field == "hospital":
        verb = next((t for t in words if t.pos_ == "VERB"), words.root)
        subject = object_of(verb) or subject
    yield match.about_whom(about(subject, who) if subject is not None and _is_told_of_subject(match, subject) else None)


def _is_told_of_subject(match: Found, subject: Token) -> bool:
    return match.field in _PERSONAL and subject.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "ADJ"}


def _dated(time: Time, start: int, end: int, draft: Draft) -> Iterator[Found]:
    told = time.span.exact
    event = "death" if draft.head.lemma_.lower() in {"die", "pronounce", "declare"} else None
    # "at 8 p.m." says no date, though one can be reckoned for it
    clock_alone = time.anchor is not None and time.anchor.startswith("t-") and not _DAY_WORD.search(told)
    if time.precision in _DATED and not clock_alone:
        yield Found(start=start, end=end, field="date", value=time.start[:10] if time.start else told, about=event)
    if time.precision in _FINE:
        value = told if time.start is None or time.end is None else _interval(time.start, time.end)
        yield Found(start=start, end=end, field="time", value=value, about=event)


def _interval(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"
