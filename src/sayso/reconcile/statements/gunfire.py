"""Shots that were fired, by whom, and hits: two quantities. "Fired four times" and "struck three times" can both be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from sayso.model import Claim, Participant, Span, Value
from sayso.reconcile.numbers import NUMERALS, numeral
from sayso.reconcile.statements.matters import OFFICER
from sayso.reconcile.statements.topics import Topics

Key = tuple[str, str]
T = TypeVar("T")

HITS = "hits"
"""The field of how many times somebody was hit."""
SHOTS = "shots"
OFFICERS = "officers"
"""Whom shots are about that several officers fired."""
_N = rf"(?:\d{{1,3}}|{'|'.join(NUMERALS[1:])})"
_BOUND = r"(?:at least |about |around |some |up to |as many as |more than |nearly )?"
_ADVERB = r"(?:\w+ly\s|also\s|then\s|only\s|just\s)?"
HIT = re.compile(
    rf"(?i)\b(?P<verb>struck|hit|shot|wounded|grazed|strikes|hits)\s(?!at\b|back\b|up\b)(?:(?!and\b|but\b|after\b|when\b|as\b)[\w’'-]+\s){{0,6}}?"
    rf"{_BOUND}(?:(?P<n>{_N})\stimes|(?P<word>twice|once)|by\s{_BOUND}(?P<by>{_N})\s(?:\w+\s)?(?:bullets?|shots?|rounds?))\b"
    rf"|\b(?P<wounds>{_N})\s(?:\w+\s)?(?:gunshot|bullet|gun)\swounds\b"
    rf"|\b(?P<some>{_N})\s(?:of\s(?:the|those|his|her|their)\s)?(?:\w+\s)?(?:bullets?|shots?|rounds?)\s{_ADVERB}(?:struck|hit|wounded)\b"
)
"""How many times somebody was hit, told from the one who was. One who is told to have shot somebody may have missed."""
FIRED = re.compile(
    r"(?i)\b(?:fired|fires|firing|fire|shot at|shoots?|squeezed|discharged)\b(?:\s(?!and\b|but\b)[\w’'-]+){0,5}?\s"
    r"(?P<word>twice|once(?=\s*(?:$|[.,;]|(?:at|in|into|toward|towards|through|from)\b)))(?!\s(?:before|again|more))"
)
HITTING = frozenset("hit strike wound graze pierce".split())
OF_OFFICERS = frozenset({"officer_name", "officer_status", "force"})
MET = frozenset({"shot", "suspect_name", "victim_name", "weapon", "threat", "resistance", "arrest"})
AGAIN = re.compile(rf"(?i)\b(?:once|twice|{_N}\stimes)\b")
WORDS = {"once": "1", "twice": "2"}
EVERY = re.compile(r"(?i)\b(?:officers|deputies|police|troopers|agents|guards|marshals)\b|\band\b")
"""Words for several officers, whose shots are those of all of them."""
PRONOUN = re.compile(r"(?i)^(?:he|she|they|who|it|i|we|that)$")


def gunfire(claim: Claim) -> Iterator[Value]:
    """The counts of shots and hits of a claim, with whose they are; `claim.values` may hold shots that are none."""
    text = claim.spans[0].exact
    hits = list(_hits(claim, text))
    if len(AGAIN.findall(text)) < 2:  # "once in the chest and once in the arm" is twice
        yield from hits
    taken = [v.span for v in hits]
    for value in claim.values:
        if value.field != SHOTS or any(s.start < value.span.end and value.span.start < s.end for s in taken):
            continue
        if set(claim.predicate.split(" and ")) & HITTING and re.search(r"(?i)\btimes\b", value.span.exact):
            continue
        yield replace(value, about=_shooter(claim))
    if not any(v.field == SHOTS for v in claim.values):
        for match in FIRED.finditer(text):
            span = _part(claim.spans[0], match.start("word"), match.end("word"))
            if not any(s.start < span.end and span.start < s.end for s in taken):
                yield Value(field=SHOTS, value=WORDS[match["word"].casefold()], span=span, about=_shooter(claim))


def _hits(claim: Claim, text: str) -> Iterator[Value]:
    patients = [p for p in claim.participants if p.role == "patient"]
    agents = [p for p in claim.participants if p.role == "agent"]
    for match in HIT.finditer(text):
        told = next(k for k in ("n", "word", "by", "wounds", "some") if match[k])
        active = match["verb"] is not None and match["verb"].casefold() == "shot" and told in {"n", "word"}
        if active and any(OFFICER.search(p.span.exact) for p in agents) and not _passive(text, match.start("verb")):
            continue  # "the officer shot him three times": shots, as like as not
        who = next((p for p in (patients if told != "wounds" else [*agents, *patients]) if _person(p)), None)
        number = WORDS.get(match[told].casefold()) or str(numeral(match[told].casefold()))
        start = match.start(told) if told != "n" else match.start("n")
        span = _part(claim.spans[0], start, match.end())
        yield Value(field=HITS, value=number, span=span, about=(who.agent or who.span.exact) if who else None)


def _person(taker: Participant) -> bool:
    return re.search(r"(?i)\b(?:bullets?|shots?|rounds?|wounds?|times)\b", taker.span.exact) is None


def _passive(text: str, at: int) -> bool:
    return re.search(r"(?i)\b(?:was|were|been|being|is|are|be|got)\s(?:\w+ly\s|also\s|then\s)?$", text[:at]) is not None


def _part(span: Span, start: int, end: int) -> Span:
    return Span(document=span.document, start=span.start + start, end=span.start + end, exact=span.exact[start:end])


def _shooter(claim: Claim) -> str | None:
    """Who fired, as a claim tells it: "officer" for one, "officers" for several, the agent of anybody else; None where
    shots are heard or counted."""
    if not set(claim.predicate.split(" and ")) & {"fire", "shoot", "discharge", "squeeze", "open"}:
        return None
    taker = next((p for p in claim.participants if p.role == "agent"), None)
    if taker is None or re.search(r"(?i)\b(?:shots?|rounds|bullets|gunfire|gun|guns)\b", taker.span.exact):
        return None
    words = taker.span.exact
    if OFFICER.search(words):
        if re.match(r"(?i)(?:one|another) of\b", words):
            return "officer"
        return OFFICERS if EVERY.search(words) or re.match(rf"(?i)(?:{_N})\b", words) else taker.agent or "officer"
    return taker.agent or words


def officers_of(claims: Iterable[Claim], topics: Topics) -> frozenset[str]:
    """The dossier's agents who are officers, as typed values tell, and nobody whom officers met."""
    told = [(v.field, topics.about(v)) for c in claims for v in c.values]
    met = {about for field, about in told if field in MET}
    return frozenset(about for field, about in told if field in OF_OFFICERS) - met - {"", "officer"}


def shooters(found: dict[Key, list[T]], officers: frozenset[str]) -> None:
    """Set the counts of shots side by side that are of the same shots: those of the one officer who fired, of officers
    and of nobody in particular, where nobody else is told to have fired; those of one of several officers are a part of
    all of them."""
    keys = [k for k in found if k[0] == SHOTS and k[1]]
    of_officers = {k for k in keys if k[1] in officers or k[1].split()[-1:] in (["officer"], [OFFICERS])}
    if not of_officers and len(keys) == 1:
        found[SHOTS, ""] = [*found.get((SHOTS, ""), ()), *found.pop(keys[0])]
        return
    several, single = (SHOTS, OFFICERS), of_officers - {(SHOTS, OFFICERS)}
    if len(single) > 2 or len(single - {(SHOTS, "officer")}) > 1:
        return
    one = next(iter(sorted(single - {(SHOTS, "officer")})), (SHOTS, "officer"))
    if len(single) > 1:
        found[one] += found.pop((SHOTS, "officer"))
    if several in found and one in found:
        return
    held = several if several in found else one
    if held in found and set(keys) == of_officers:
        found[SHOTS, ""] = [*found.get((SHOTS, ""), ()), *found.pop(held)]
