"""Whose age it is: the words that tell it beside a name, and where it is only worked out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.people import GROWN, Part, Sign, full_name

_THEN = re.compile(
    r"(?:,\s|\s\(|,?\s(?:who\s)?(?:is|was|turned)\s)(?P<age>\w+)(?:[,).;]|\syears\sold\b)"
    r"|,\san?\s(?P<years>\w+)[-\s]years?[-\s]old\s(?:(?!was\b|were\b|is\b|had\b|died\b|shot\b|who\b)[\w’'-]+\s?){1,7}[,.;]"
)
_FIRST = re.compile(r"[-\s]years?[-\s]old(?:,?\s(?!was\b|were\b|by\b|said\b)[\w’'-]+){0,4},?\s")
"""An age after somebody's name, and before it."""
_PARENT = r"(?:(?:grand|step)?(?:father|mother)|parents?|dad|mom|uncle|aunt)"
_BEARS = re.compile(
    rf"[’']s?\s(?:[\w-]+\s){{0,3}}?(?:(?:step)?(?:son|daughter)s?|child(?:ren)?|kids?)\b|,?\s(?:\(?\d\d\)?,\s)?(?:who\s)?(?:is\s|was\s)?(?:the|a|his|her|their|[\w’'-]+[’']s)\s{_PARENT}\b"
    rf"|,?\s(?:the\s)?{_PARENT}\sof\b"
)
_BORNE = re.compile(rf"\b{_PARENT},?\s$")
"""After and before the name of somebody who has a child, or is spoken of as a child's parent."""
_NEAR = 160
"""Characters that an age may stand from the name in a sentence."""
_ENDS = re.compile(r"\n|(?<!\bSgt)(?<!\bLt)(?<!\bDr)(?<!\bSt)(?<!\bJr)(?<!\b[A-Z])[.!?][\"”]?\s")


def of_whom(age: Sign, person: Named, text: str) -> bool:
    """Whether an age is told of the person and not of whom they speak of: "Ana Brock, 41,", "41-year-old Ana Brock",
    "Ana Brock, a 41-year-old neighbor, said". In "Ana Brock said a 6-year-old" it is another's."""
    for order, start, end in person.places:
        if order != age.page:
            continue
        after = _THEN.match(text, end)
        if after and age.start in {after.start("age"), after.start("years")}:
            return True
        if age.end <= start and _FIRST.fullmatch(text, age.end, start):
            return True
    return False


def parents(people: Sequence[Named], pages: Sequence[Page]) -> frozenset[int]:
    """The numbers of persons who are told to have a child: "Ana Brock's 6-year-old son", "his mother, Ana Brock"."""
    return frozenset(
        one.number
        for one in people
        if any(
            _BEARS.match(pages[order].text, end) or _BORNE.search(pages[order].text, max(0, start - 20), start)
            for order, start, end in one.places
        )
    )


def young(part: Part, pages: Sequence[Page]) -> bool:
    """Whether the age that is told most can't be the person's, who has a rank and so is of age."""
    person = part.evidence.person
    return part.age is not None and part.age < GROWN and person is not None and full_name(part, pages) != person.name


def beside(age: Sign, person: Named, text: str) -> bool:
    """Whether an age stands in a sentence that names the person."""
    for order, start, end in person.places:
        first, last = min(end, age.end), max(start, age.start)
        if order == age.page and last - first <= _NEAR and not _ENDS.search(text, first, max(first, last)):
            return True
    return False
