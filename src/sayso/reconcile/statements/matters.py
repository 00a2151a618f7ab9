"""What claims say on matters that no typed field holds: what somebody died of, what the person did when officers used
force, whether they said who they were. The matters and the words that tell each side are data (`matters.yaml`).

A side belongs to the smallest claim that holds its words. Near-linear: an expression is tried only on claims that have
the longest word of one of its patterns.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from sayso.codebooks import Choice, Codebook, Field, load
from sayso.model import Claim, Modality, Participant, Reading, Span, Value
from sayso.reconcile.numbers import ABOUT, LEAST, NUMERALS, OVER, SLACK, UP_TO, numeral

FILE = Path(__file__).with_name("matters.yaml")
OPEN = frozenset({Modality.UNKNOWN, Modality.EXPECTED, Modality.INTENDED})
"""What is not known, or yet to come, takes no side."""
TOKEN = re.compile(r"[^\W_]+")
PREFIX = 4
"""Letters of a word with an open ending that are looked up."""
MANY = 999
"""The upper end of a number that is told to be at least so many."""
NO = re.compile(
    r"(?i)\b(?:no|not|never|nobody|none|without|cannot|failed to|refused|denied|nothing|neither|un\w+ed)\b|n[’']t\b"
)
"""Words by which a match denies by itself, whatever its claim does."""
OFFICER = re.compile(
    r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|agents?|sergeant|detectives?|police|cops?|marshals?|guards?|sheriff|"
    r"department|authorities|investigators)\b"
)
SEEING = frozenset("see watch show hear witness observe film record capture depict know think believe".split())
"""What is seen is what another does."""
WHOEVER = frozenset({"target"})
"""Matters that are told of the person by what officers do: "he was who we came for"."""
UNDERGONE = frozenset({"caught", "culprit"})
"""Matters of what befell the person, whoever did it: "guards tackled him"."""
NAMING = frozenset({"culprit"})
"""Matters whose words hold whom they are about: "identified Orr as the gunman"."""
SURNAME = re.compile(r"[A-Z][\w’'-]+ ([A-Z][\w’'-]+)(?:, \d+,)?\s*$")
BODILY = "movement"
"""The matter that is no vehicle's."""
VEHICLE = re.compile(r"(?i)\b(?:cars?|trucks?|vehicles?|suvs?|vans?|pickups?|jeeps?|sedans?|minivans?)\b")


@lru_cache(maxsize=1)
def book() -> Codebook:
    """The matters that ship."""
    return load(FILE)


def matter(field: str) -> Field | None:
    """The matter called so, or None for a field that is none."""
    return _by_name().get(field)


@lru_cache(maxsize=1)
def _by_name() -> Mapping[str, Field]:
    return {told.name: told for told in book().fields}


def sides(readings: Sequence[Reading]) -> Mapping[str, tuple[Value, ...]]:
    """By claim the sides that it takes, as values whose fields are matters."""
    found: dict[str, tuple[Value, ...]] = {}
    for reading in readings:
        found.update(_sides(reading))
    return found


def _sides(reading: Reading) -> Mapping[str, tuple[Value, ...]]:
    held: dict[tuple[str, int, int], tuple[int, Claim, Value]] = {}
    starts = [s.start for s in reading.sentences]
    for claim in reading.claims:
        size = sum(len(s.exact) for s in claim.spans)
        for told, value, span in _matches(claim.spans):
            at = bisect_right(starts, span.start) - 1
            if not _stands(told, reading.sentences[at].exact if at >= 0 else span.exact):
                continue
            if claim.modality in OPEN and not (told.moves and value == told.choices[0].value):
                continue
            about, fits = _about(told, claim, span)
            key = told.name, span.start, span.end
            if fits and (key not in held or size < held[key][0]):
                held[key] = size, claim, Value(field=told.name, value=value, span=span, about=about)
    for claim, side in _sought(reading, starts):
        held.setdefault((side.field, side.span.start, side.span.end), (0, claim, side))
    found: dict[str, list[Value]] = {}
    for _, claim, side in held.values():
        found.setdefault(claim.id, []).append(side)
    return {ident: tuple(_longest(values)) for ident, values in found.items()}


SOUGHT = re.compile(
    r"(?i)\b(?:look|search|hunt)(?:s|ed|ing)? for\b|\b(?:seek(?:s|ing)?|sought)\b"
    r"|\b(?:charg(?:e[ds]?|ing)|convicted|sentenced|acquitted)\b|(?:\bnot|n[’']t) (?:yet |still )?know\b"
)
"""Cues that are deeds, whose clause is no claim: "police are looking for a man who fired", "is charged with murder"."""


def _sought(reading: Reading, starts: Sequence[int]) -> Iterator[tuple[Claim, Value]]:
    """The sides that such a clause takes of matters in which accounts move on, with the first claim that it holds."""
    told = [a for a in reading.attributions if a.content and any(SOUGHT.search(c.exact) for c in a.cue)]
    first: dict[str | None, Claim] = {}
    for claim in sorted(reading.claims, key=lambda c: c.spans[0].start) if told else ():
        first.setdefault(claim.attribution, claim)
    for attribution in told:
        cue = attribution.cue[0]
        at = bisect_right(starts, cue.start) - 1
        if at < 0 or attribution.id not in first:
            continue
        for field, value, span in _matches([reading.sentences[at]]):
            moving = field.moves and _stands(field, reading.sentences[at].exact) and field.of is None
            if moving and span.start < cue.end and cue.start < span.end:
                yield first[attribution.id], Value(field=field.name, value=value, span=span)


WHETHER = re.compile(r"(?i)\b(?:whether|if)\b|\bwho(?=\s(?:fired|shot|killed|pulled|opened|did|was)\b)")
"""Words that open what is not known, and could be told by a side."""
NOT_KNOWN = frozenset({"unknown", "declined"})


def asked(readings: Sequence[Reading]) -> Mapping[str, tuple[Value, ...]]:
    """By claim the sides of which it says that they are not known: "unclear whether it was a traffic stop". Of each
    matter one side, as a value at the words that say so."""
    found: dict[str, tuple[Value, ...]] = {}
    for claim in (c for r in readings for c in r.claims if c.modality is Modality.UNKNOWN):
        said = next((v for v in claim.values if v.field in NOT_KNOWN and WHETHER.search(v.value)), None)
        if said is None:
            continue
        sides: dict[str, Value] = {}
        for told, value, span in _matches(claim.spans):
            if not told.moves and said.span.start <= span.start and told.name not in sides:
                about, fits = _about(told, claim, span)
                if fits and (told.beside is None or told.beside.search(claim.spans[0].exact)):
                    sides[told.name] = Value(field=told.name, value=value, span=said.span, about=about)
        if sides:
            found[claim.id] = tuple(sides.values())
    return found


def _stands(told: Field, sentence: str) -> bool:
    """Whether a sentence has the words that must stand beside a matter's, and none of those that may not."""
    if told.unless is not None and told.unless.search(sentence):
        return False
    return told.beside is None or told.beside.search(sentence) is not None


def _longest(values: Iterable[Value]) -> Iterator[Value]:
    """Of the values of one matter whose words overlap the first: "not the target" is not "the target"."""
    reached: dict[str, int] = {}
    for value in sorted(values, key=lambda v: (v.field, v.span.start, -v.span.end, v.value)):
        if value.span.start >= reached.get(value.field, -1):
            reached[value.field] = value.span.end
            yield value


def _matches(spans: Iterable[Span]) -> Iterator[tuple[Field, str, Span]]:
    for span in spans:
        words = {m.group().casefold() for m in TOKEN.finditer(span.exact)}
        leads = {key for w in words for key in (w, w[:PREFIX] + "*", w[: PREFIX - 1] + "*")}
        tried = {n for key in leads for n in _anchors().get(key, ())}
        for n in sorted(tried):
            told, choice = _choices()[n]
            for match in choice.pattern.finditer(span.exact):
                yield told, choice.value, _part(span, match)
        for told, expression in _counting():
            for match in expression.finditer(span.exact):
                number = numeral(match.group("n").casefold())
                if number is not None:
                    yield told, _counted(number, span.exact[: match.start("n")]), _part(span, match)


def _part(span: Span, match: re.Match[str]) -> Span:
    at = span.start + match.start()
    return Span(document=span.document, start=at, end=at + len(match.group()), exact=match.group())


def _counted(number: int, before: str) -> str:
    """The number, or the numbers between which it lies where it is told as a bound."""
    if LEAST.search(before):
        return f"{number}..{MANY}"
    if ABOUT.search(before):
        return f"{math.floor(number * (1 - SLACK))}..{math.ceil(number * (1 + SLACK))}"
    return f"{number + 1}..{MANY}" if OVER.search(before) else f"0..{number}" if UP_TO.search(before) else str(number)


@lru_cache(maxsize=1)
def _counting() -> tuple[tuple[Field, re.Pattern[str]], ...]:
    """The matters whose sides are numbers, each with the expression for a number before what it counts."""
    number = rf"(?P<n>\d{{1,3}}|{'|'.join(NUMERALS[1:])})"
    return tuple(
        (
            told,
            re.compile(rf"(?i)\b{number}[\s-](?:\w+[\s-]){{0,2}}?(?:{'|'.join(map(_in_any_tense, told.counted))})\b"),
        )
        for told in book().fields
        if told.counted
    )


def _in_any_tense(words: str) -> str:
    """The expression for a noun and its verb, with what may stand between: "agents fired", "agents had fired"."""
    return r"\s(?:(?:had|have|has|also|then|all|each|both)\s)?".join(map(re.escape, words.split()))


@lru_cache(maxsize=1)
def _choices() -> tuple[tuple[Field, Choice], ...]:
    return tuple((told, choice) for told in book().fields for choice in told.choices)


@lru_cache(maxsize=1)
def _anchors() -> Mapping[str, frozenset[int]]:
    """By a word, or the first letters of one with "*", the choices that can stand only where it does."""
    found: dict[str, set[int]] = {}
    for n, (_, choice) in enumerate(_choices()):
        for pattern in choice.words:
            for word in _anchor(pattern):
                found.setdefault(word, set()).add(n)
    return {word: frozenset(ns) for word, ns in found.items()}


def _anchor(pattern: str) -> list[str]:
    """The words of which a pattern has one: those of its place whose shortest word is the longest."""
    places = [[_plain(w) for w in place.split("|")] for place in pattern.split() if place not in {"…", "..."}]
    return max(places, key=lambda words: min(len(w) for w in words))


def _plain(word: str) -> str:
    """The longest piece of a word of a pattern, cut to its first letters where its ending is open."""
    piece = max(re.split(r"[-'’]", word), key=len)
    return piece.rstrip("*")[:PREFIX] + "*" if piece.endswith("*") else piece


def _about(told: Field, claim: Claim, words: Span) -> tuple[str | None, bool]:
    """Whom a side is about, and whether it can be told of them: what officers do is not what the person did."""
    if told.of is None:
        return None, True
    takers = list(_takers(claim, words, told.name in NAMING))
    if told.name in UNDERGONE:
        takers = [t for t in takers if t.role == "patient"] or [t for t in takers if not OFFICER.search(t.span.exact)]
    taker = next(iter(takers), None)
    if taker is None:
        return (_before(claim, words) if told.name in NAMING else None), True
    if told.name in UNDERGONE and taker.span.exact.casefold() in {"they", "them"}:
        return None, False  # several, of whom he may be none
    if VEHICLE.search(taker.span.exact):
        return None, told.name != BODILY
    officers = taker.role == "agent" and OFFICER.search(taker.span.exact) is not None
    if told.name in WHOEVER and (officers or taker.span.exact.casefold() in {"we", "they"}):
        return None, True
    return (None, False) if officers and told.of == "person" else (_whom(taker), True)


def _before(claim: Claim, words: Span) -> str | None:
    """The surname right before words of a claim, in which nobody is known to take part: "Ivo Brand as the gunman"."""
    span = next((s for s in claim.spans if s.start <= words.start < s.end), None)
    match = SURNAME.search(span.exact[: words.start - span.start]) if span is not None else None
    return match.group(1) if match else None


def _takers(claim: Claim, words: Span, named: bool) -> Iterator[Participant]:
    """Those who do or undergo what a claim tells; not who saw it, and, but with `named`, nothing that the words of the
    side tell."""
    for taker in claim.participants:
        seen = taker.role == "agent" and claim.predicate in SEEING
        inside = not named and taker.span.start < words.end and words.start < taker.span.end
        if taker.role in {"agent", "patient"} and not seen and not inside:
            yield taker


def _whom(taker: Participant) -> str | None:
    return taker.agent or taker.span.exact


FALSE = frozenset("false untrue incorrect wrong inaccurate lie baseless unfounded mistaken erroneous premature".split())


def rejected(readings: Sequence[Reading]) -> frozenset[str]:
    """The claims that the sentence around them calls false: "claims that he was not the target are false"."""
    found: set[str] = set()
    for reading in readings:
        holders = [c.spans[0] for c in reading.claims if c.predicate in FALSE and c.polarity]
        for claim in reading.claims if holders else ():
            span = claim.spans[0]
            if any(h.start <= span.start and span.end < h.end for h in holders):
                found.add(claim.id)
    return frozenset(found)


def denies(value: Value) -> bool:
    """Whether the words of a side deny by themselves: "never identified themselves"."""
    return NO.search(value.span.exact) is not None
