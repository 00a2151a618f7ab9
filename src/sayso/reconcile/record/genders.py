"""The gender of persons, from words that tell it of that person: what stands beside the name, then pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.reconcile.record.people import Evidence, Sign
from sayso.reconcile.record.roles import Told

_HE = (
    r"man|men|boys?|males?|(?:grand|step|god)?(?:father|son)|dad|(?:half-|step)?brothers?|husband|boyfriend|uncle|nephew|"
    r"groom|gentleman|grandpa|businessman|homeboy|ex-husband|ex-boyfriend|fianc[eé](?!e)|widower"
)
_SHE = (
    r"wom[ae]n|girls?|females?|(?:grand|step|god)?(?:mother|daughter)|mom|(?:half-|step)?sisters?|wife|girlfriend|aunt|niece|"
    r"bride|lady|grandma|businesswoman|ex-wife|ex-girlfriend|fianc[eé]e|widow"
)
_NOUN = rf"(?:(?P<he>{_HE})|(?P<she>{_SHE}))\b(?!['’-])"
_WITHIN = re.compile(rf"\b{_NOUN}(?!\sof\b)", re.IGNORECASE)
_TITLE = re.compile(r"\b(?:(?P<he>Mr)|(?P<she>Mrs|Ms|Miss))\b\.?\s$")
_BESIDE = re.compile(rf"\b{_NOUN}\s(?:(?:named|called)\s)?[\"“(]?$", re.IGNORECASE)
_OPENS = re.compile(
    rf"(?:^|[.!?:;]\s|\b(?:and|said|says|told|by|with|to|is|was|of|for)\s)(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he\s[\w-]+[’']s?|[A-Z][\w-]+[’']s?)\s"
    rf"(?:[\w-]+\s){{0,2}}?{_NOUN},\s$"
)
_ANOTHER = re.compile(
    rf"\b(?:another|an?\s(?:second|third|fourth|fifth)|the\s(?:other|second|third|fourth))\s{_NOUN},\s$", re.IGNORECASE
)
_IDENTIFIED = re.compile(
    rf"\b(?:{_NOUN}(?:(?!\b(?:{_HE}|{_SHE})\b)[^.;⟦]){{0,80}}?(?:identified|named)|(?:identified|named)\s(?:(?:the|that|a)\s(?:[\w-]+\s){{0,3}}?"
    rf"(?:(?P<he2>{_HE})|(?P<she2>{_SHE}))|(?P<he3>him)|(?P<she3>her)))\s(?:\w+\s){{0,6}}?(?:as|to\sbe)\s(?:[\w-]+\s){{0,2}}?$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf",?\s(?:\(?\d{{1,2}}\)?,\s)?(?:who\s)?(?:(?:is|was)\s)?(?:an?|the|his|her|their|one|[A-Z][\w-]+[’']s?)\s"
    rf"(?:(?!and\b|of\b|who\b|to\b|by\b|with\b|in\b|for\b|at\b|on\b)[\w’'-]+\s){{0,4}}?{_NOUN}(?!\s(?:was|were|is|had|died)\b)"
)
_PRONOUN = re.compile(r"\b(?:(?P<he>he|him|his|himself)|(?P<she>she|her|hers|herself))\b", re.IGNORECASE)
_DONE_TO = re.compile(r"\b(?:shot|killed|hit|struck|stabbed|wounded|shooting|killing|with|at|for|told|from|to|on)\s$")
"""Before a pronoun: it is somebody else."""
_QUOTED = re.compile(r"[\"“”]|\b[A-Z][\w’'-]+,?\s(?:said|says|told)\b|\baccording\sto\b")
"""Between a name and a pronoun: it may be the speaker who is meant."""
_NEXT = re.compile(r"[\"“]?(?:(?P<he>He|His)|(?P<she>She|Her))\b")
_PLURAL = re.compile(r"\b(?:men|boys|males|brothers|women|girls|females|sisters)\b", re.IGNORECASE)
PLAIN, REFERS = 3.0, 1.0
"""The weight of a word for the person itself, and of a pronoun that can mean nobody else of its sentence."""
FAR = 160
"""Characters that a pronoun may stand from the name at most."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every person marked in the sentences, by where the mark and the age in it stand."""

    told: Sequence[Told]
    places: dict[tuple[int, int], tuple[int, int]]

    @classmethod
    def of(cls, told: Sequence[Told]) -> Mentions:
        """The mentions of all sentences."""
        places: dict[tuple[int, int], tuple[int, int]] = {}
        for i, one in enumerate(told):
            for k, mark in enumerate(one.marked.marks):
                places[one.page.order, one.at(mark)[0]] = i, k
                if mark.age_at is not None:
                    places.setdefault((one.page.order, one.sentence.start + mark.age_at[0]), (i, k))
        return cls(told, places)


def gender(one: Evidence, mentions: Mentions) -> tuple[str, list[Sign]] | None:
    """Male or Female with the words that tell it, the plainest first; None where no words do, or both are told alike."""
    at = {mentions.places.get((s.page, s.start)) for s in (*one.names, *one.ages)} - {None}
    found = [s for where in sorted(w for w in at if w is not None) for s in _told(mentions.told, *where)]
    plain = [s for s in found if s.weight >= PLAIN / 2] or found
    totals = {v: sum(s.weight for s in plain if s.value == v) for v in ("Male", "Female")}
    best, other = sorted(totals, key=lambda v: (-totals[v], v))
    if totals[best] <= 0 or totals[best] < 2 * totals[other]:
        return None
    ours = [s for s in found if s.value == best]
    return best, sorted(ours, key=lambda s: (-s.weight, s.page, s.start))


def _told(told: Sequence[Told], i: int, k: int) -> Iterator[Sign]:
    """What is told of the person that is mark `k` of sentence `i`."""
    one = told[i]
    mark, text = one.marked.marks[k], one.sentence.text
    weight = max(one.sentence.weight, 0.1)
    before, own = text[max(0, mark.start - 140) : mark.start], text[mark.start : mark.end]
    first = max(0, mark.start - 140)
    spans: list[tuple[int, int, re.Match[str]]] = []
    if (found := _only(_WITHIN.finditer(own))) and mark.count == 1:
        spans.append((mark.start, mark.end, found))
    for pattern in (_TITLE, _BESIDE, _OPENS, _ANOTHER, _IDENTIFIED):
        if (match := pattern.search(before)) and not _PLURAL.search(match.group()):
            spans.append((first + _start(match), mark.end, match))
    after = _AFTER.match(text, mark.end - (text[mark.end - 1 : mark.end] == ","))
    if after and mark.who is not None and not _PLURAL.search(after.group()):
        spans.append((mark.start, after.end(), after))
    for start, end, match in spans:
        yield _sign(one, start, end, match, PLAIN * weight)
    if not spans:
        yield from _pronouns(told, i, k, weight)


def _pronouns(told: Sequence[Told], i: int, k: int, weight: float) -> Iterator[Sign]:
    """The first pronoun after a person who alone can be meant: nobody else, and no pronoun, stands before it."""
    one = told[i]
    mark, text = one.marked.marks[k], one.sentence.text
    if (
        any(m.who is None or m.who != mark.who for m in one.marked.marks[:k])
        or mark.count != 1
        or text[mark.end : mark.end + 1] in {"'", "’"}
        or _PRONOUN.search(text, 0, mark.start)
    ):
        return
    marks = one.marked.marks
    stop = marks[k + 1].start if len(marks) > k + 1 else len(text)
    match = _PRONOUN.search(text, mark.end, min(stop, mark.end + FAR))
    if match and _QUOTED.search(text, mark.end, match.start()):
        return
    if match and not _DONE_TO.search(text, mark.end, match.start()):
        yield _sign(one, mark.start, match.end(), match, REFERS * weight)
    elif not match and len(marks) == k + 1 and i + 1 < len(told) and told[i + 1].page is one.page:
        after = told[i + 1]
        opens = _NEXT.match(after.sentence.text)
        between = one.page.text[one.sentence.end : after.sentence.start]
        if opens and "\n\n" not in between and len(text) - mark.start < FAR:
            end = after.sentence.start + opens.end()
            yield Sign(one.page.order, one.sentence.start + mark.start, end, _which(opens), 0.8 * REFERS * weight)


def _only(matches: Iterable[re.Match[str]]) -> re.Match[str] | None:
    """The one match, or the first of several that tell the same."""
    found = list(matches)
    return found[0] if found and len({_which(m) for m in found}) == 1 else None


def _which(match: re.Match[str]) -> str:
    return "Male" if any(v for name, v in match.groupdict().items() if name.startswith("he")) else "Female"


def _start(match: re.Match[str]) -> int:
    """Where the word for the gender, or what leads to it, begins."""
    starts = [match.start(name) for name, v in match.groupdict().items() if v]
    return min(starts)


def _sign(one: Told, start: int, end: int, match: re.Match[str], weight: float) -> Sign:
    at = one.sentence.start
    return Sign(one.page.order, at + start, at + end, _which(match), weight)
