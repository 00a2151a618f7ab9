"""Sentences with every person in them put as a mark, so that short patterns can tell who did what to whom.

"Paul Quill, 34, of Ferry Point, was shot" becomes "⟦0⟧ was shot": appositions are folded into the mark, and what they
tell (the age, the home town) is kept with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

NUMBERS = {
    word: n
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}
NUMBER = rf"(?:{'|'.join(w for w in NUMBERS if w != 'zero')}|(?<![\d:.,$-])[1-9]\d?(?![\d:%]|[.,-]\d|-year|(?:st|nd|rd|th)\b))"
PEOPLE = (
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|teen(?:ager)?s?|juveniles?|pe(?:rson|ople)|victims?|child(?:ren)?|kids?|toddlers?|"
    r"infants?|bab(?:y|ies)|officers?|deput(?:y|ies)|troopers?|students?|suspects?|gunm[ae]n|shooters?|males?|females?|"
    r"adults?|others|residents?|bystanders?|mothers?|fathers?|sons?|daughters?|brothers?|sisters?|husband|wife|"
    r"boyfriend|girlfriend|cousins?|uncle|aunt|neighbou?rs?|friends?|youths?|employees?|clerk|owner|drivers?|"
    r"passengers?|couple|grandmother|grandfather|guards?|patients?|siblings?|players?|customers?|intruder|homeowner|"
    r"attackers?|robbers?|minors?|soldiers?|inmates?|workers?|partygoers|individuals?|patrons?|subjects?|members?)"
)
_SPELT = "|".join(w for w in NUMBERS if w != "zero")
_AGE_WORD = rf"(?:\d{{1,3}}|{_SPELT})\s?-?\s?years?\s?-?\s?old|\d{{1,2}}-month-old|\d{{1,2}}\s(?:yr|y/o)"
_DESCRIPTION = re.compile(
    rf"\b(?P<det>an?|the|another|his|her|their|both|all|{NUMBER}(?:\sother|\smore)?|no)\s"
    rf"(?:(?:of\sthe|the|other)\s)?(?:(?P<age>{_AGE_WORD})\s?(?:old\s)?)?"
    rf"(?:(?!and\b|or\b|was\b|were\b|is\b|who\b|of\b|in\b|with\b|for\b|to\b|by\b)[\w'’-]+\s){{0,3}}?(?P<noun>{PEOPLE})\b"
    rf"(?!['’]s\b|\s(?:suspects?|victims?|gunm[ae]n|shooters?)\b)"
    rf"|\b(?:(?P<det2>an?|the|another|his|her|their)\s)?(?P<age2>{_AGE_WORD})(?:\s(?P<noun2>{PEOPLE}))?\b(?!['’]s\b)",
    re.IGNORECASE,
)
_AGE_AFTER = (
    r"(?:\s?\((?:age\s)?(?P<a1>\d{1,2})\)|,\s?(?!\d{1,2}[-\s]years?[-\s]olds?\s[A-Z])(?:(?:an?|who\sis|who\swas|who\sturned|age|aged)\s)?(?P<a2>\d{1,2})"
    r"(?!\d|:|\s?(?:a\.?m|p\.?m|others?|people|%|men|women|victims|block|counts?|months|years\b(?!\sold))|[-/.]\d)"
    r"(?:[-\s]years?[-\s]olds?)?(?:\s(?:man|woman|boy|girl|resident|student))?)"
)
_TAIL = re.compile(
    rf"(?P<age>{_AGE_AFTER})?(?:,?\s(?:both\s|all\s)?(?:of|from)\s(?P<home>(?:[A-Z][\w.'’-]*\s?){{1,4}}(?:,\s(?:[A-Z][a-z]+\.?|[A-Z.]{{2,5}})"
    r"(?:\s[A-Z][a-z]+)?)?))?(?:,(?=\s(?!and\b)))?"
)
_AGED_AFTER = re.compile(
    r",\s(?:aged?\s)?(?P<age>[1-9]\d?)(?:,(?=\s(?:was|is|who|of|died|has|had|suffered|remain\w*|and\s(?:an?|another|the)\b))|(?=\s(?:was|is|who|died|has|had|suffered|remain\w*)\b))"
)
"""The age behind a description, where it goes on about that person."""
_AGE_BEFORE = re.compile(
    rf"(?:\b(?:an?|the|another)\s)?\b(?P<age>\d{{1,3}}|{_SPELT})\s?-?\s?years?\s?-?\s?old(?:s)?(?:,)?\s"
    rf"(?:(?!and\b|was\b|were\b|is\b)[\w'’.-]+\s){{0,4}}?$",
    re.IGNORECASE,
)
_AGE = re.compile(rf"\d{{1,3}}|{_SPELT}", re.IGNORECASE)
_BOTH_AGED = re.compile(
    r"(?P<g>⟦\d+⟧(?:,\s⟦\d+⟧)*,?\sand\s⟦\d+⟧),?\s(?:both|all|each)\s(?:age[ds]?\s)?(?P<age>\d{1,2})\b(?!\s(?:of|people))"
)
_SIGN = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Mark:
    """One person, or several, at `start` to `end` of the sentence.

    `who` is the number of a named person, None for a description. `count` how many (None unknown). `age` in years,
    `age_at` where it stands. `noun` the description's noun.
    """

    start: int
    end: int
    who: int | None
    count: int | None = 1
    age: int | None = None
    age_at: tuple[int, int] | None = None
    noun: str = ""
    definite: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its persons as ⟦n⟧, n counting `marks`. `offsets` maps each character of `text` to the
    sentence's."""

    text: str
    marks: tuple[Mark, ...]
    offsets: tuple[int, ...]


def number(word: str) -> int | None:
    """The number that a word or digits tell, or None."""
    told = word.casefold().split()[0] if word.split() else ""
    if told.isdigit():
        return int(told)
    if told in {"a", "an", "another"}:
        return 1
    return 2 if told == "both" else NUMBERS.get(told)


def mark(sentence: str, named: Iterable[tuple[int, int, int]]) -> Marked:
    """The sentence with its persons marked. `named` are (start, end, number of the person), offsets in the sentence."""
    found = [_named(sentence, a, b, who) for a, b, who in sorted(named)]
    taken = [(m.start, m.end) for m in found]
    for match in _DESCRIPTION.finditer(sentence):
        a, b = match.span()
        if any(a < y and x < b for x, y in taken):
            continue
        described = _described(match)
        if described is not None:
            found.append(_aged_after(sentence, described))
    found.sort(key=lambda m: m.start)
    return _put(sentence, found)


def _named(sentence: str, start: int, end: int, who: int) -> Mark:
    age: int | None = None
    at: tuple[int, int] | None = None
    before = _AGE_BEFORE.search(sentence[max(0, start - 70) : start])
    first = start
    if before:
        shift = max(0, start - 70)
        age, at = number(before["age"]), (before.start("age") + shift, before.end("age") + shift)
        first = before.start() + shift
    tail = _TAIL.match(sentence, end)
    last = end
    if tail:
        told = next((g for g in ("a1", "a2") if tail[g]), None)
        if told and age is None:
            age, at = int(tail[told]), tail.span(told)
        last = tail.end()
    return Mark(first, last, who, 1, age if age and 0 < age < 110 else None, at)


def _described(match: re.Match[str]) -> Mark | None:
    noun = (match["noun"] or match["noun2"] or "").casefold()
    det = (match["det"] or match["det2"] or "").casefold()
    told = match["age"] or match["age2"]
    age = _AGE.search(told) if told else None
    plural = noun.endswith(("s", "men", "people", "children")) and noun not in {"boss"}
    count = number(det)
    if det == "no":
        return None
    if count is None:
        count = None if plural else 1
    elif plural and det in {"a", "an"}:
        count = None
    group = "age" if match["age"] else "age2"
    years = number(age.group()) if age and "month" not in (told or "") else None
    at = (match.start(group) + age.start(), match.start(group) + age.end()) if age else None
    return Mark(match.start(), match.end(), None, 2 if noun == "couple" else count, years, at, noun,
                det in {"the", "his", "her", "their", "both", "all"})  # fmt: skip


def signed(sentence: str, ranges: Sequence[tuple[int, int]]) -> tuple[str, list[int], list[int]]:
    """The sentence with ⟦0⟧, ⟦1⟧ … for these ranges (in order; one that begins inside another is left out), for each of
    its characters the offset in the sentence, and which ranges were put."""
    parts: list[str] = []
    offsets: list[int] = []
    kept: list[int] = []
    at = 0
    for which, (start, end) in enumerate(ranges):
        if start < at:
            continue
        sign = f"⟦{len(kept)}⟧"
        parts += [sentence[at:start], sign]
        offsets += [*range(at, start), *[start] * len(sign)]
        kept.append(which)
        at = end
    parts.append(sentence[at:])
    offsets += range(at, len(sentence) + 1)
    return "".join(parts), offsets, kept


def _aged_after(sentence: str, one: Mark) -> Mark:
    """The person with the age that stands behind: "the fourth victim, 24, was shot"."""
    told = _AGED_AFTER.match(sentence, one.end) if one.age is None and one.count == 1 and one.noun else None
    return replace(one, end=told.end(), age=int(told["age"]), age_at=told.span("age")) if told else one


def _put(sentence: str, marks: Sequence[Mark]) -> Marked:
    text, offsets, kept = signed(sentence, [(m.start, m.end) for m in marks])
    return _both(Marked(text, tuple(marks[k] for k in kept), tuple(offsets)))


def _both(marked: Marked) -> Marked:
    """The marks with the age that is told of several at once: "Ana Quill and Bo Tarn, both 37"."""
    marks = list(marked.marks)
    for match in _BOTH_AGED.finditer(marked.text):
        start = marked.offsets[match.start("age")]
        for one in _SIGN.findall(match["g"]):
            if marks[int(one)].age is None:
                at = (start, start + len(match["age"]))
                marks[int(one)] = replace(marks[int(one)], age=int(match["age"]), age_at=at)
    return replace(marked, marks=tuple(marks))
