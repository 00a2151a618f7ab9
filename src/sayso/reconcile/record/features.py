"""What speaks for and against somebody's taking part in the incident, as numbers.

Each feature has a plain meaning: how often words of one class stand right before the name, right after it, or in its
sentence; how much the cues say of the person; where and in how many documents the person is named. What each is worth
is learned from records that coders made (`participants.json`; see training/participants.py).
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log1p

from sayso.model import AgentKind
from sayso.reconcile.agents.names import words
from sayso.reconcile.record.conduct import conduct
from sayso.reconcile.record.evidence import Evidence
from sayso.reconcile.record.gazetteer import gazetteer
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.room import room
from sayso.reconcile.record.surroundings import SENTENCE, Place, around, mentions

KINDS = (
    "killed",
    "hurt",
    "victim",
    "suspect",
    "arrested",
    "source",
    "officer",
    "author",
    "relative",
    "witness",
    "self",
    "called suspect",
    "called victim",
    "called killed",
)
_BODY = re.compile(
    r"\b(?:Hospital|Mobile|Center|Gear|Sports\w*|Country|Gazette|Trauma|Club|Apartments?|Charger|News|Street|Home|Inn|Salon|Bar|Police|School|Medical|County|City|Team|Inc|Park)\b"
)


def features(evidence: Sequence[Evidence], pages: Sequence[Page], killed: int, injured: int) -> list[dict[str, float]]:
    """The features of each named person, by name, where so many were killed and injured; those that are nought are
    left out."""
    found = [_features(one, pages) for one in evidence]
    _together(evidence, pages, found)
    for told, more in zip(found, room([told["victim"] for told in found], killed, injured), strict=True):
        told.update(more)
    return [{name: round(value, 4) for name, value in told.items() if value} for told in found]


def _features(one: Evidence, pages: Sequence[Page]) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    places = list(mentions(one, pages))
    for kind in KINDS:
        total = one.total(kind)
        found[f"cue {kind}"] = log1p(total)
        found[f"cue {kind} any"] = float(total >= 0.25)
    found["aged"] = float(bool(one.ages))
    found["ages"] = log1p(sum(s.weight for s in one.ages))
    around(places, found)
    conduct(places, pages, found)
    _where(places, pages, found)
    _spelling(one, pages, found)
    victim, suspect = one.total("killed", "hurt", "victim"), one.total("suspect")
    other = min(one.total("source"), 1.6) + one.total("officer", "author", "relative", "witness")
    most = max(victim, suspect)
    found["most"] = log1p(most)
    found["victim"], found["suspect"] = log1p(victim), log1p(suspect)
    found["sure"] = float(most >= 0.6)
    found["other"] = log1p(other)
    found["other more"] = float(other > 2 * most)
    found["more victim"] = float(victim > suspect)
    found["dead more"] = float(one.total("killed") > 0.3 * one.total("hurt") and one.total("killed") > 0.28)
    if most < 0.25:
        for name in ("cue source", "cue officer", "cue relative", "cue witness", "right said", "left said", "aged", "left kin",
                     "left rank", "left office", "right post", "left mr", "documents", "mentions", "lead", "title"):  # fmt: skip
            found[f"bare {name}"] = found[name]
        found["bare"] = 1.0
    harm = float(one.total("killed", "hurt", "called killed") >= 0.5)
    called = max(found["label suspect"], found["cue called suspect any"])
    found["called suspect hit"] = harm * called
    kinds = {s.value for s in one.around}
    for kind in ("killed", "hurt", "victim", "suspect"):
        found[f"around {kind}"] = float(kind in kinds)
        found[f"described {kind}"] = log1p(sum(s.weight for s in one.described if s.value == kind))
    return found


_BETWEEN = re.compile(
    r"(?:[\s,;:()\d&•·*“”\"-]|and\b|of\b|both\b|aged?\b|from\b|years?\b|old\b|his\b|her\b|the\b|block\b|[A-Z][\w’'.]*)*"
)
_GAP = 80
_HEAD_VICTIM = re.compile(
    r"\b(?:victims?|killed|dead|died|deceased|wounded|injured|shot|deaths?|slain|murders?|lives)\b", re.IGNORECASE
)
_HEAD_HELD = re.compile(
    r"\b(?:suspects?|arrest\w*|charg\w+|custody|indict\w*|accused|warrants?|defendants?|booked)\b", re.IGNORECASE
)
_HEAD_OTHER = re.compile(
    r"\b(?:survived\sby|parents|siblings|brothers?|sisters?|officials|attorneys|said|told)\b", re.IGNORECASE
)


def _together(evidence: Sequence[Evidence], pages: Sequence[Page], found: Sequence[dict[str, float]]) -> None:
    """What those who are named in one list with somebody are told to be, and what the list is headed by."""
    by_page: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    surnames: dict[str, list[int]] = defaultdict(list)
    for k, one in enumerate(evidence):
        if one.person is not None:
            surnames[one.person.surname].append(k)
            for order, start, end in one.person.places:
                by_page[order].append((start, end, k))
    most = [math.expm1(told["most"]) for told in found]
    for order, here in by_page.items():
        text = pages[order].text
        here.sort()
        run: list[tuple[int, int, int]] = []
        for at in [*here, (len(text) + _GAP + 1, len(text) + _GAP + 1, -1)]:
            joined = run and at[0] - run[-1][1] < _GAP and _BETWEEN.fullmatch(text[run[-1][1] : at[0]])
            if joined:
                run.append(at)
                continue
            who = {k for _, _, k in run}
            if len(who) > 1:
                head = text[max(0, run[0][0] - 120) : run[0][0]]
                for k in who:
                    found[k]["listed"] = max(found[k]["listed"], log1p(len(who)))
                    for name, pattern in (("victim", _HEAD_VICTIM), ("held", _HEAD_HELD), ("other", _HEAD_OTHER)):
                        if pattern.search(head):
                            found[k][f"list {name}"] = 1.0
                    for kind in ("victim", "suspect", "other"):
                        best = max(found[n][kind] for n in who if n != k)
                        found[k][f"beside {kind}"] = max(found[k][f"beside {kind}"], best)
            run = [at]
    ranked = sorted(most, reverse=True)
    for k, one in enumerate(evidence):
        found[k]["rank"] = log1p(ranked.index(most[k]))
        found[k]["relative to most"] = most[k] / ranked[0] if ranked[0] else 0.0
        found[k]["candidates"] = log1p(sum(m >= 0.6 for m in most))
        if one.person is not None:
            same = [n for n in surnames[one.person.surname] if n != k]
            found[k]["kin stronger"] = float(any(most[n] > most[k] + 0.3 for n in same))
            found[k]["kin"] = float(bool(same))


def _near(at: Place) -> int:
    """How many of the incident's own words, the person's name left out, stand in the sentence and those beside it."""
    around = at.page.sentences[max(at.index - 1, 0) : at.index + 2]
    told = frozenset().union(*(s.ties for s in around))
    return len(told - set(re.findall(r"[\w’'-]+", at.page.text[at.start : at.end])))


def _where(places: Sequence[Place], pages: Sequence[Page], found: dict[str, float]) -> None:
    if not places:
        return
    named = {at.page.order for at in places}
    near = [_near(at) for at in places]
    found["tied"] = sum(n > 0 for n in near) / len(near)
    found["tied more"] = sum(n > 1 for n in near) / len(near)
    found["tied any"] = float(any(near))
    found["tied most"] = log1p(max(near))
    found["documents"] = len(named) / len(pages)
    found["documents all"] = float(len(named) == len(pages) and len(pages) > 1)
    found["mentions"] = log1p(len(places))
    found["mentions a document"] = log1p(len(places) / len(named))
    first = min(at.index for at in places)
    found["first"] = log1p(first)
    found["lead"] = float(first < 4)
    found["late"] = float(first >= 12)
    found["title"] = float(any(at.sentence.title for at in places)) or float(
        any(
            at.page.text[at.start : at.end].split()[-1] in re.findall(r"\w+", at.page.reading.document.title or "")
            for at in places
        )
    )
    found["own"] = sum(at.sentence.own for at in places) / len(places)
    found["own any"] = float(any(at.sentence.own for at in places))
    full = [at for at in places if " " in at.page.text[at.start : at.end]]
    if full:
        found["introduced own"] = float(full[0].sentence.own)
        found["introduced weight"] = full[0].sentence.weight
        found["full own"] = sum(at.sentence.own for at in full) / len(full)
    found["weight"] = max(at.sentence.weight for at in places)
    found["weight mean"] = sum(at.sentence.weight for at in places) / len(places)
    titles = " ".join(page.reading.document.title or "" for page in pages)
    found["titles dead"] = float(bool(SENTENCE["dead"].search(titles)))
    found["titles hurt"] = float(
        bool(re.search(r"\b(?:injur\w+|wound\w*|hurt|critical\w*|hospital\w*)\b", titles, re.I))
    )
    found["titles held"] = float(
        bool(re.search(r"\b(?:arrest\w*|charg\w+|suspects?|accused|guilty|trial|custody)\b", titles, re.I))
    )
    found["last only"] = float(named == {len(pages) - 1} and len(pages) > 1)
    found["first only"] = float(named == {0} and len(pages) > 1)


def _spelling(one: Evidence, pages: Sequence[Page], found: dict[str, float]) -> None:
    assert one.person is not None
    name = one.person.name
    told = words(name)
    found["words"] = float(len(told))
    found["many words"] = float(len(told) > 4)
    found["thing"] = float(bool(_BODY.search(name)))
    found["as thing"] = log1p(one.person.things)
    found["place word"] = float(any(p.size >= 2 for w in told for p in gazetteer().city(w)))
    found["place last"] = float(any(p.size >= 2 for p in gazetteer().city(told[-1])))
    found["odd"] = float(bool(re.search(r"[^\w\s.'’“”\"‘()-]|\s[a-z]{4,}\s", name)))
    found["middle"] = float(bool(re.search(r"\s[A-Z]\.\s", name)) or len(told) == 3)
    found["suffix"] = float(bool(re.search(r"\b(?:Jr|Sr|II|III|IV)\b", name)))
    forms = {f.casefold() for f in one.person.forms}
    kinds: Counter[str] = Counter()
    sources = 0
    for page in pages:
        lower = page.text
        for word in name.split():
            small = word.casefold()
            if small in lower and re.search(rf"(?<!\w){re.escape(small)}(?!\w)", lower):
                kinds["lower"] += 1
        for agent in page.reading.agents:
            if agent.name.casefold() in forms:
                kinds[agent.kind.value] += 1
                sources += agent.is_source
                found["role told"] = max(found["role told"], float(bool(agent.role)))
                found["affiliation"] = max(found["affiliation"], float(bool(agent.affiliation)))
    found["tagged person"] = float(kinds[AgentKind.PERSON.value] > 0)
    found["untagged"] = float(not kinds[AgentKind.PERSON.value])
    found["lower"] = log1p(kinds["lower"])
    found["source"] = log1p(sources)
