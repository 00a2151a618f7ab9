"""Which sentences of a document tell of the incident, where the document tells of several.

Round-ups, police logs and articles that recall other cases tell one incident after another. A sentence that opens
another one ("In an unrelated shooting", "On July 27, 2011, a man was shot", a log's next label, a headline) begins a
stretch that lasts until words come that are the incident's own: names, streets, numbers of blocks that the titles and
the other documents share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.reconcile.agents.names import TITLES
from sayso.reconcile.record.gazetteer import gazetteer, state_of

OTHER = 0.3
"""How much a sentence of another story counts, beside one of the incident's own."""
_SEPARATE = re.compile(
    r"\b(?:in|at)\s(?:an?\s|the\s|two\s|three\s|one\s|several\s)?(?:\w+\s)?(?:unrelated|separate|different|other|previous|similar|earlier)\s(?:\w+\s)?"
    r"(?:shootings?|incidents?|cases?|attacks?|homicides?|crimes?|crash|events?|killings?|murders?)\b"
    r"|\b(?:another|unrelated|an\sunrelated|a\sseparate|a\sdifferent|an\searlier|a\sprevious|a\ssecond)\s(?:\w+\s)?(?:shooting|incident|homicide|attack|killing|murder)\b"
    r"|^(?:Elsewhere|Separately|In\sother\s(?:news|crime|incidents|shootings)|Other\s(?:shootings|incidents|homicides|news)|(?:Related|More|Top|Latest|Popular|Recent|Trending|Other)\s(?:stories|news|headlines|coverage|articles|videos))\b",
    re.IGNORECASE,
)
_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}
_DATED = re.compile(
    r"\b(?P<m>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:[a-z]{0,6}|t)\.?\s(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,?\s(?P<y>(?:19|20)\d\d))?(?!\d|:)"
)
_VIOLENT = re.compile(
    r"\b(?:sho(?:t|oting|otings)|stabb\w+|kill\w*|wound\w*|murder\w*|homicide\w*|slain|gunned|gunfire|robb\w+|assault\w*|carjack\w*|rape\w*|burglar\w*|arrest\w*|charged)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<l>[A-Z][\w'’/ -]{2,45}):\s+(?=[A-Z\"“])")
_SPEAKS = re.compile(
    r"^(?:update|breaking|correction|editor|note|related|more|watch|read|police|photo|video|source|contact|by)\b",
    re.IGNORECASE,
)
_FRESH = re.compile(
    r"^(?:[^.]{0,60}\b)?(?:[Aa]|[Aa]n|[Tt]wo|[Tt]hree|[Aa]nother)\s(?:[\w-]+\s){0,3}?(?:m[ae]n|wom[ae]n|boys?|girls?|teens?|teenagers?|people|person)\b[^.]{0,50}"
    r"\b(?:was|were|is|are)\s(?:\w+ly\s)?(?:shot|killed|wounded|stabbed|found\sdead|found\sshot|robbed|arrested|injured)"
)
_PLACED = re.compile(
    r"\b(?P<n>\d{2,5})(?:[- ]?(?:block\sof|block)|\s(?:[NSEW]\.\s)?[A-Z])|\b(?:in|on|at|near)\sthe\s(?P<n2>\d{2,5})[- ]block"
)
_TOKEN = re.compile(r"[A-Z][\w’']+(?:-[A-Z][\w’']+)*|(?<![\d$,.-])\b\d{3,5}\b(?!-year| years|%|:|[,.-]\d)")
_INSIDE = re.compile(r"(?<=[a-z,;’')]\s)[A-Z][\w’']+(?:-[A-Z][\w’']+)*")
_WORD = re.compile(r"\b[a-z]{3,}\b")
_OFFICIAL = re.compile(
    r"\b(?:Sgt|Lt|Det|Capt|Cpl|Maj|Col|Cmdr|Supt|Ofc|Officer|Sheriff|Chief|Detective|Sergeant|Lieutenant|Captain|Commander|"
    r"Corporal|Major|Inspector|Commissioner|Superintendent|[Ss]pokes\w+|Mayor|Judge|Attorney|Prosecutor|Coroner|Dr|Reporter|reporter)"
    r"\.?\s(?P<a>[A-Z][\w’'.-]+)(?:\s(?P<b>[A-Z][\w’'-]+))?(?:\s(?P<c>[A-Z][\w’'-]+))?"
)
_BODY = re.compile(
    r"\b(?P<a>[A-Z][\w’'.]+)(?:\s(?P<b>[A-Z][\w’'.]+))?\s(?:County|Parish|City|Hospital|Medical|Regional|General|Trauma|University|Memorial|Police|PD|Department|News|Times|Post|Tribune|Herald|TV|Jail)\b"
)
_ROAD = re.compile(r"\b(?:Route|Highway|Hwy|Interstate|I|US|U\.S\.|SR|Exit)[\s-](?P<a>\d{2,3})\b")
_COMMON = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december north south east west northeast northwest southeast southwest street avenue road
    drive lane boulevard court place block police county city hospital news route highway interstate""".split()
)
_HEADING_WORDS = 14
_EMERGENCY = 911
_SURE = 2
_LONG, _HALF_A_YEAR = 21, 180
_PERSON = re.compile(r"\b[A-Z][a-z]+\s(?:[A-Z][\w.]*\s)?[A-Z][a-z]+|\byear-old\b|\b(?:man|woman|victims?)\b")
_STOPS = tuple(f"{stop}{mark}" for stop in ".!?:," for mark in ("", '"', "”", "’", "'", ")"))


@dataclass(frozen=True, slots=True)
class Text:
    """A document as `split` sentences see it: its text, the (start, end) of each, its title and day of publication."""

    text: str
    sentences: tuple[tuple[int, int], ...]
    title: str
    published: date | None


@dataclass(frozen=True, slots=True)
class Words:
    """`known` are the words that are the incident's own: names, streets and numbers that two texts share, that stand
    in a title, or that a text alone says again. `proper` are all names: no places of any size, no officials, no
    bodies."""

    known: frozenset[str]
    proper: frozenset[str]


def own(texts: Sequence[Text], said: Words) -> tuple[tuple[bool, ...], ...]:
    """For each sentence of each text whether it tells of the incident that the texts share; True where nothing tells
    otherwise. `said` are the words of the texts. Pure; the order of the texts does not matter."""
    first = min((one.published for one in texts if one.published), default=None)
    days = _told_of([one for one in texts if one.sentences], first)
    return tuple(_own(one, said, first, days) for one in texts)


def own_words(texts: Sequence[Text]) -> Words:
    """The words by which the incident that the texts share is known again."""
    lower = {w for one in texts for w in _WORD.findall(one.text)}
    lines: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    barred: set[str] = set()
    for one in texts:
        lines.update({line.strip() for line in one.text.split("\n")})
    found: set[str] = set()
    inside: set[str] = set()
    for one in texts:
        told: Counter[str] = Counter()
        for line in one.text.split("\n"):
            if len(texts) == 1 or lines[line.strip()] == 1:
                told.update(set(_TOKEN.findall(line)))
        shared.update(told.keys())
        found |= set(_TOKEN.findall(one.title))
        inside |= {_bare(t) for t in _INSIDE.findall(one.text)}
        if len(texts) == 1:
            opening = set(_TOKEN.findall(one.text[:1500]))
            found |= {t for t, n in told.items() if n > 1 and t in opening}
        for match in (*_OFFICIAL.finditer(one.text), *_BODY.finditer(one.text), *_ROAD.finditer(one.text)):
            barred |= {w.strip(".") for w in match.groups() if w}
    found |= {t for t, n in shared.items() if n > 1}

    def proper(word: str) -> bool:
        inner = word in inside or word.isdigit()
        return inner and word not in barred and word.casefold() not in lower and _distinct(word)

    return Words(frozenset(t for t in map(_bare, found) if proper(t)), frozenset(t for t in inside if proper(t)))


def _bare(word: str) -> str:
    return word.removesuffix("’s").removesuffix("'s")


def _distinct(word: str) -> bool:
    if word.isdigit():
        return len(word) > 2 and not 1990 <= int(word) <= 2035 and int(word) != _EMERGENCY
    folded = word.casefold()
    if len(word) < 4 or folded in _COMMON or folded in TITLES or state_of(word):
        return False
    return not any(p.size >= 3 for p in gazetteer().city(word))


def _own(one: Text, said: Words, first: date | None, days: frozenset[date]) -> tuple[bool, ...]:
    known = said.known
    labels = {m["l"] for s in one.sentences if (m := _label(one.text[slice(*s)]))}
    found: list[bool] = []
    other = line = False
    title = _plain(one.title)
    elsewhere = _sections(one, said)
    for k, (start, end) in enumerate(one.sentences):
        words = one.text[start:end]
        fresh = start == 0 or one.text[max(0, start - 2) : start].endswith("\n")
        ties = _ties(words, known)
        begins = fresh and k > 2 and ties < 1 and _FRESH.search(words) and _PLACED.search(words)
        if k in elsewhere:
            other, line = True, False
        elif title and len(words) > 12 and (_plain(words) in title or title in _plain(words)):
            other = line = False
        elif fresh and len(labels) > 1 and _label(words):
            other, line = ties < 1 and not _tied_below(one, k, known), False
        elif fresh and k > 2 and _heading(words):
            other = line = ties < 1 and not _tied_below(one, k, known)
        elif _separate(words, fresh):
            other, line = ties < 2, False
        elif begins or (k and _VIOLENT.search(words) and set(_long_ago(words, first)) - days):
            other, line = True, False
        elif ties or (line and fresh and words.endswith(_STOPS)):
            other = line = False
        found.append(not other)
    return tuple(found)


def _sections(one: Text, said: Words) -> frozenset[int]:
    """The sentences of sections, each below a line of its own, that tell of other incidents: where another section
    holds words of the incident's own, a violent one that holds none is of another incident."""
    heads = [
        k
        for k, (start, end) in enumerate(one.sentences)
        if k > 1 and _line(one, k) and k + 1 < len(one.sentences) and one.text[start:end][0].isupper()
    ]
    heads = [k for k in heads if any(_prose(one, n) for n in (k + 1, k + 2))]
    parts = [range(a, b) for a, b in pairwise([*heads, len(one.sentences)])]
    texts = [one.text[one.sentences[p[0]][0] : one.sentences[p[-1]][1]] for p in parts]
    ties = [_ties(t, said.known) for t in texts]
    if not heads or max(ties) < _SURE:
        return frozenset()
    opening = {_bare(t) for t in _TOKEN.findall(one.text[: one.sentences[heads[0]][0]])} & said.proper
    return frozenset(
        k
        for part, text, n in zip(parts, texts, ties, strict=True)
        if n + _ties(text, frozenset(opening)) == 0 and _VIOLENT.search(text) and _PERSON.search(text)
        for k in part
    )


def _line(one: Text, k: int) -> bool:
    """Whether a sentence is a line of its own, of two to fourteen words, without a full stop."""
    start, end = one.sentences[k]
    alone = one.text[start - 1] == "\n" and one.text[end : end + 1] in {"", "\n"}
    words = one.text[start:end]
    return alone and 2 <= len(words.split()) <= _HEADING_WORDS and not words.endswith(_STOPS)


def _prose(one: Text, k: int) -> bool:
    if k >= len(one.sentences):
        return False
    start, end = one.sentences[k]
    return end - start > 40 and one.text[start:end].endswith(_STOPS)


def _separate(words: str, fresh: bool) -> bool:
    match = _SEPARATE.search(words)
    return match is not None and (fresh or match.start() < 60) and bool(_VIOLENT.search(words) or len(words) < 60)


def _label(words: str) -> re.Match[str] | None:
    match = _LABEL.match(words)
    return None if match is None or _SPEAKS.match(words) else match


def _heading(words: str) -> bool:
    """Whether a line reads like a headline: few words, no full stop, something that happened."""
    told = words.split()
    if not 4 <= len(told) <= _HEADING_WORDS or words.endswith(_STOPS):
        return False
    return bool(_VIOLENT.search(words))


def ties(words: str, known: frozenset[str]) -> frozenset[str]:
    """Those of the incident's own words that stand in the text."""
    return frozenset(_bare(t) for t in _TOKEN.findall(words)) & known


def _ties(words: str, known: frozenset[str]) -> int:
    return len(ties(words, known))


def _tied_below(one: Text, k: int, known: frozenset[str]) -> bool:
    """Whether the next three sentences hold words of the incident's own."""
    return any(_ties(one.text[a:b], known) for a, b in one.sentences[k + 1 : k + 4])


def _long_ago(words: str, first: date | None) -> Iterator[date]:
    """The days told that are weeks before the coverage began; a day without a year is the last one of that name."""
    if first is None:
        return
    for match in _DATED.finditer(words):
        year = int(match["y"]) if match["y"] else first.year
        try:
            told = date(year, _MONTHS[match["m"].casefold()], int(match["d"]))
        except ValueError:
            continue
        gap = (first - told).days
        if gap > _LONG and (match["y"] or gap < _HALF_A_YEAR):
            yield told


def _told_of(texts: Sequence[Text], first: date | None) -> frozenset[date]:
    """Days long ago that can be the incident's own: told in two texts, or where a text begins."""
    days = Counter(d for one in texts for d in set(_long_ago(one.text, first)))
    opening = {
        d for one in texts for d in _long_ago(one.text[: one.sentences[min(2, len(one.sentences) - 1)][1]], first)
    }
    return frozenset({d for d, n in days.items() if n > 1} | opening)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
