"""The documents of an incident as sentences, each weighed by how near it stands to the incident.

Pages of the web hold headlines and openings of other stories, notices and share links. A sentence is weighed by what
it looks like and by the words it shares with the titles and with the other documents of the incident.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.model import Reading
from sayso.reconcile.agents.scenes import day
from sayso.reconcile.copies import one_each_text
from sayso.reconcile.record.stories import OTHER, Text, own, own_words, ties

_TOKEN = re.compile(r"[A-Z][\w'’-]{2,}|\d+(?:-year-old)?")
_PARAGRAPH = re.compile(r"[^\n]+")
_SENTENCE = re.compile(
    r"(?<=[a-z0-9\)][.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9])|(?<=[.!?][\"”])\s+(?=[\"“]?[A-Z0-9])|\n+|\s[|•·»]\s"
)
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|St|Sgt|Lt|Capt|Det|Cpl|Maj|Col|Gov|Sen|Rep|Rev|Jr|Sr|No|Ave|Blvd|Rd|Dept|Asst|Gen|Supt|Ofc|Off|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|vs|approx|a\.m|p\.m|U\.S|[A-Z])\.$"
)
_FURNITURE = re.compile(
    r"^(?:by|photo|image|video|watch|copyright|©|\(c\)|share|read (?:more|also|or share)|related|more|see also|sign up|"
    r"click|follow|tweet|posted|updated|advertisement|subscribe|email|comments?|also on|recommended|trending|"
    r"up next|previous|next|story highlights|file photo|stock (?:image|photo)|most (?:read|popular))\b",
    re.IGNORECASE,
)
GUNFIRE = re.compile(
    r"\b(?:sho(?:t|ts|oting|otings|oter)|gun\w*|fir(?:ed|ing)|open(?:ed|s|ing)?\sfire|kill\w*|wound\w*|murder\w*|homicide\w*|bullet\w*|slain|dead"
    r"|die[ds]?|death|injur\w*|victims?|suspects?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b[Tt]he\s(?:alleged\s|accused\s|suspected\s|other\s|second\s)?(?:victim|shooter|gunman|suspect)(?:s\b|['’]s\b|\b)"
)
SHORT = 4
"""Paragraphs that a document has at most to be all about one thing, so that none is far from the others."""
_CAPITAL_RUN = frozenset({"The", "Police", "Man", "Woman", "Shooting", "News", "And", "Teen", "For", "Two", "One"})


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters `start` to `end` of the page's text. `weight` is from 0 (another story) to 1; `title` for headlines
    that repeat the document's title; `own` False where the sentence tells of another incident (its weight says so
    too); `ties` the words in it by which the incident is known again."""

    start: int
    end: int
    text: str
    weight: float
    title: bool
    own: bool = True
    ties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Page:
    """A document as sentences. `order` is its place among the incident's documents by date of publication."""

    reading: Reading
    order: int
    published: date | None
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.reading.document.text


def pages(readings: Sequence[Reading]) -> tuple[Page, ...]:
    """The documents in order of publication, exact copies left out, each sentence weighed."""
    kept = one_each_text(readings)
    bags = [frozenset(_TOKEN.findall(r.document.text)) - _CAPITAL_RUN for r in kept]
    shared = Counter(t for bag in bags for t in bag)
    titles = frozenset(t for r in kept for t in _TOKEN.findall(r.document.title or "")) - _CAPITAL_RUN
    core = titles | {t for t, n in shared.items() if n > 1} | _recurring(kept)
    texts = [
        Text(r.document.text, tuple(split(r.document.text)), r.document.title or "", day(r.document.published_at))
        for r in kept
    ]
    said = own_words(texts)
    told = zip(kept, texts, own(texts, said), strict=True)
    return tuple(
        _page(reading, k, core, said.known, tuple(zip(one.sentences, mine, strict=True)))
        for k, (reading, one, mine) in enumerate(told)
    )


def _recurring(readings: Sequence[Reading]) -> frozenset[str]:
    """Words that two paragraphs about gunfire of one document share, where a document has no others to agree with."""
    found: set[str] = set()
    for reading in readings:
        told: Counter[str] = Counter()
        for match in _PARAGRAPH.finditer(reading.document.text):
            if GUNFIRE.search(match.group()) and match.end() - match.start() > 60:
                told.update(set(_TOKEN.findall(match.group())))
        found |= {t for t, n in told.items() if n > 1}
    return frozenset(found) - _CAPITAL_RUN


def split(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as offsets, in text order. Line ends always part; abbreviations do not."""
    found: list[tuple[int, int]] = []
    start = 0
    for gap in _SENTENCE.finditer(text):
        if "\n" not in gap.group() and _ABBREVIATED.search(text[max(0, gap.start() - 8) : gap.start()]):
            continue
        found.append((start, gap.start()))
        start = gap.end()
    found.append((start, len(text)))
    trimmed = ((a + len(text[a:b]) - len(text[a:b].lstrip()), b) for a, b in found if text[a:b].strip())
    return [(a, a + len(text[a:b].rstrip())) for a, b in trimmed]


def _page(
    reading: Reading,
    order: int,
    core: frozenset[str],
    known: frozenset[str],
    sentences: Sequence[tuple[tuple[int, int], bool]],
) -> Page:
    text = reading.document.text
    title = _plain(reading.document.title or "")
    found: list[Sentence] = []
    paragraph_of = [(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    apart = len(paragraph_of) > SHORT and GUNFIRE.search(text)
    near = _nearness(text, paragraph_of, core) if apart else [1.0] * len(paragraph_of)
    seen: set[str] = set()
    k = 0
    for (start, end), ours in sentences:
        while k + 1 < len(paragraph_of) and paragraph_of[k + 1][0] <= start:
            k += 1
        words = text[start:end]
        plain = _plain(words)
        told = bool(title) and len(plain) > 12 and (plain in title or title in plain)
        told_back = 0.7 if _BACK.search(words) else 0.0
        weight = 1.0 if told else max(near[k], told_back) * _looks(words) * (1.0 if ours else OTHER)
        if plain in seen:
            weight *= 0.5
        seen.add(plain)
        found.append(Sentence(start, end, words, round(weight, 3), told, ours, ties(words, known)))
    return Page(reading, order, day(reading.document.published_at), tuple(found))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _looks(words: str) -> float:
    """How much a line looks like a sentence of an article."""
    if _FURNITURE.match(words):
        return 0.3
    told = words.split()
    ends = words.rstrip("\"”’')").endswith((".", "!", "?", ":", ","))
    return 1.0 if ends and len(told) > 3 else 0.45 if len(told) > 5 else 0.3


def _nearness(text: str, paragraphs: Sequence[tuple[int, int]], core: frozenset[str]) -> list[float]:
    """For each paragraph how near it stands to the incident: by the words it shares, or its neighbours do."""
    shares: list[float] = []
    for start, end in paragraphs:
        tokens = set(_TOKEN.findall(text, start, end)) - _CAPITAL_RUN
        shares.append(len(tokens & core) / len(tokens) if len(tokens) > 1 else 0.5)
    found: list[float] = []
    for k, share in enumerate(shares):
        around = shares[max(0, k - 2) : k] + shares[k + 1 : k + 3]
        mean = sum(around) / len(around) if around else share
        told = 0.7 * share + 0.3 * mean
        found.append(0.35 if told < 0.12 else 0.7 if told < 0.25 else 1.0)
    return found
