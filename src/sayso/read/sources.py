"""How the words of a source name somebody: within its bounds, with the rank before a name, by what somebody is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from sayso.read.mentions import DEFINITE, Form, Ref, plain
from sayso.read.nouns import BODIES, RECORDS
from sayso.read.parse import Paragraph
from sayso.read.syntax import is_rank

STREET = re.compile(r"(?:St|Ave|Rd|Blvd|Dr|Ln|Ct|Pl|Hwy)\.$")
"""How the name of a street ends whose stop ends the sentence, too."""
LONG = 60
"""Characters that a description may hold before its last noun."""
SOMEBODY = frozenset("someone somebody".split())
ANYBODY = frozenset("any anyone anybody no nobody none everyone everybody whoever nothing it we i you".split())


def of_source(ref: Ref, source: tuple[int, int], paragraph: Paragraph) -> Ref:
    """A mention that heads a source, as the source has it."""
    if ref.form is not Form.NOUN:
        return replace(_titled(ref, paragraph, source), subject=True)  # "according to X": who speaks is who "she" is
    ref = _within(ref, source, paragraph)
    labels = paragraph.doc.text[ref.end - paragraph.start :][:1] == ":"
    return replace(ref, definite=True) if labels else ref  # "Child: …", as often as the child speaks


def _within(ref: Ref, source: tuple[int, int], paragraph: Paragraph) -> Ref:
    """A description with the bounds of its source: the parser may run on into what is said, or cut it short."""
    if ref.end > source[1]:
        ref = replace(ref, end=source[1], affiliation=None)
    before = paragraph.tokens(ref.start, source[0]) if ref.start < source[0] else ()
    told = before[-1].text if before else ""
    if before and (before[-1].pos_ in ("NOUN", "PRON") or told[-1] in "-–—" or STREET.match(told)):
        # "a young man police said", "on Leighton St. One officer said"
        ref = replace(ref, start=source[0], definite=False, role=None, affiliation=None)
    return replace(ref, start=source[0]) if source[0] < ref.start < source[0] + LONG else ref


def _titled(ref: Ref, paragraph: Paragraph, source: tuple[int, int]) -> Ref:
    """A name with body and rank before it in its source, where the parse cuts them off: "Sheriff’s Office Sgt. Orr"."""
    before = paragraph.tokens(ref.start, source[0]) if ref.start < source[0] else ()
    if before and STREET.match(before[-1].text):
        return described(paragraph, source) or ref
    words = [t for t in paragraph.tokens(source[0], ref.start) if not t.is_punct]
    if ref.form is not Form.PERSON or ref.role or len(words) < 2 or not is_rank(words[-1]):
        return ref
    body = plain(paragraph.doc[words[0].i : words[-1].i].text)
    return replace(ref, role=words[-1].text, affiliation=ref.affiliation or body)


def anonymous(paragraph: Paragraph, source: tuple[int, int]) -> bool:
    """Whether a source is "someone" or "those who …": who is named beside them ("someone at the Ellery Inn", "those who
    knew Ana Quill") is not the source."""
    told = [t.lower_ for t in paragraph.tokens(*source)[:2]]
    return told == ["those", "who"] or any(t in SOMEBODY for t in told[:1])


def described(paragraph: Paragraph, source: tuple[int, int]) -> Ref | None:
    """Who a source is, where its words hold no name and no noun for people that the parse shows as one: "someone with
    the diner", "court records". None where they mean anybody, nobody, or whoever a pronoun stands for."""
    words = [t for t in paragraph.tokens(*source) if t.is_alpha]
    front = list(takewhile(lambda t: t.pos_ != "ADP" and t.lower_ not in ("who", "that", "which"), words))
    if words and words[0].lower_ == "those" and len(words) > 2:  # "those who live nearby", "those inside the hall"
        return Ref(
            start=source[0], end=source[1], form=Form.NOUN, name="those", paragraph=paragraph.index, at=words[0].i,
            plural=True, subject=True,
        )  # fmt: skip
    if not front or front[0].lower_ in ANYBODY:
        return None
    head = next((t for t in reversed(front) if t.pos_ in ("NOUN", "PROPN") or t.lower_ in SOMEBODY), None)
    if head is None:
        return None
    name = " ".join(paragraph.doc[front[0].i : head.i + 1].text.split())
    proper = head.text[:1].isupper() and head.lower_ not in SOMEBODY | BODIES | RECORDS
    form = Form.NOUN if not proper else Form.BODY if len(front) > 1 else Form.PERSON
    return Ref(
        start=source[0], end=source[1], form=form, name=plain(name) if proper else head.lemma_.lower(),
        paragraph=paragraph.index, at=head.i, plural=head.tag_ in ("NNS", "NNPS"),
        definite=front[0].lower_ in DEFINITE, subject=True, weak=form is Form.PERSON,
    )  # fmt: skip
