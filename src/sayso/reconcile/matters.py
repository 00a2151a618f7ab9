"""What claims say on matters that no typed field holds: what somebody died of, what the person did when officers used
force, whether they said who they were. The matters and the words that tell each side are data (`matters.yaml`).

A side belongs to the smallest claim that holds its words. Near-linear: an expression is tried only on claims that have
the longest word of one of its patterns.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from sayso.codebooks import Choice, Codebook, Field, load
from sayso.model import Claim, Modality, Participant, Reading, Span, Value

FILE = Path(__file__).with_name("matters.yaml")
OPEN = frozenset({Modality.UNKNOWN, Modality.EXPECTED, Modality.INTENDED})
"""What is not known, or yet to come, takes no side."""
TOKEN = re.compile(r"[^\W_]+")
PREFIX = 4
"""Letters of a word with an open ending that are looked up."""
NO = re.compile(
    r"(?i)\b(?:no|not|never|nobody|none|without|cannot|failed to|refused|nothing|neither|un\w+ed)\b|n[’']t\b"
)
"""Words by which a match denies by itself, whatever its claim does."""
OFFICER = re.compile(
    r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|agents?|sergeant|detectives?|police|cops?|marshals?|guards?|sheriff|"
    r"department|authorities|investigators)\b"
)
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
        if claim.modality in OPEN:
            continue
        size = sum(len(s.exact) for s in claim.spans)
        for told, choice, span in _matches(claim):
            at = bisect_right(starts, span.start) - 1
            sentence = reading.sentences[at].exact if at >= 0 else span.exact
            if not _stands(told, sentence):
                continue
            about, fits = _about(told, claim)
            key = told.name, span.start, span.end
            if fits and (key not in held or size < held[key][0]):
                held[key] = size, claim, Value(field=told.name, value=choice.value, span=span, about=about)
    found: dict[str, list[Value]] = {}
    for _, claim, value in held.values():
        found.setdefault(claim.id, []).append(value)
    return {ident: tuple(_longest(values)) for ident, values in found.items()}


def _stands(told: Field, sentence: str) -> bool:
    """Whether a sentence has the words that must stand beside a matter's, and none of those that may not."""
    if told.unless is not None and told.unless.search(sentence):
        return False
    return told.beside is None or told.beside.search(sentence) is not None


def _longest(values: Iterable[Value]) -> Iterator[Value]:
    """Of the values of one matter those whose words lie in no longer ones: "not the target" is not "the target"."""
    reached: dict[str, int] = {}
    for value in sorted(values, key=lambda v: (v.field, v.span.start, -v.span.end, v.value)):
        if value.span.end > reached.get(value.field, -1):
            reached[value.field] = value.span.end
            yield value


def _matches(claim: Claim) -> Iterator[tuple[Field, Choice, Span]]:
    for span in claim.spans:
        words = {m.group().casefold() for m in TOKEN.finditer(span.exact)}
        leads = {key for w in words for key in (w, w[:PREFIX] + "*", w[: PREFIX - 1] + "*")}
        tried = {n for key in leads for n in _anchors().get(key, ())}
        for n in sorted(tried):
            told, choice = _choices()[n]
            for match in choice.pattern.finditer(span.exact):
                at = span.start + match.start()
                yield (
                    told,
                    choice,
                    Span(document=span.document, start=at, end=at + len(match.group()), exact=match.group()),
                )


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


def _about(told: Field, claim: Claim) -> tuple[str | None, bool]:
    """Whom a side is about, and whether it can be told of them: what officers do is not what the person did."""
    if told.of is None:
        return None, True
    taker = next((p for p in claim.participants if p.role in {"agent", "patient"}), None)
    if taker is None:
        return None, True
    if told.of == "person" and VEHICLE.search(taker.span.exact):
        return None, True
    if told.of == "person" and taker.role == "agent" and OFFICER.search(taker.span.exact):
        return None, False
    return _whom(taker), True


def _whom(taker: Participant) -> str | None:
    return taker.agent or taker.span.exact


FALSE = frozenset("false untrue incorrect wrong inaccurate lie baseless unfounded".split())


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
