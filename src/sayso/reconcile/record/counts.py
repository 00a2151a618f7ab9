"""How many were killed and how many were hurt, without adding the same people twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log1p

from sayso.reconcile.record.marks import NUMBER, number
from sayso.reconcile.record.people import Part, Sign
from sayso.reconcile.record.roles import Told

_N = rf"(?P<n>{NUMBER}|[Aa]nother|[Aa]|[Bb]oth)"
_WHAT = r"(?:\s(?:others?|people|persons?|men|women|more|teens?|teenagers?|victims?|boys?|girls?|children|kids|adults?|students?|officers?|deputies|man|woman|boy|girl|(?:young|other|innocent|adult|juvenile)\s\w+|in\s\w+)){0,3}"
_BE = r"(?:\s(?:was|were|is|are|have\sbeen|has\sbeen|reported|confirmed|left|found|remains?|also|later|critically|seriously|badly|slightly|and))*"
_ADVS = r"(?:\s(?:critically|seriously|fatally|badly|in))?"
COUNTED = (
    ("killed", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:dead|killed|slain|die[ds]?|fatally\sshot|shot\s(?:dead|to\sdeath)|shot\sand\skilled|murdered|pronounced\sdead|fatalit(?:y|ies))\b(?!\s(?:or\s)?end)", re.I)),
    ("killed", re.compile(rf"\b(?:kill(?:ed|ing|s)|claimed\sthe\slives\sof|deaths?\sof|murders?\sof|killings?\sof)\s(?:at\sleast\s)?{_N}(?=\s(?:people|others?|men|women|man|woman|persons?|teens?|and\b|\w+\sand\s(?:injur|wound))|\s?[,.;]|$)", re.I)),
    ("killed", re.compile(r"\b(?P<w>double|triple|quadruple|quintuple)[\s-](?:homicide|murder|killing|slaying|fatal|suicide)", re.I)),
    ("killed", re.compile(r"\b(?P<w>murder-suicide|murder/suicide)\b", re.I)),
    ("hurt", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:injured|wounded|hurt|hospitali[sz]ed|injuries)\b", re.I)),
    ("hurt", re.compile(rf"\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt|hurts|sent|sends|sending)\s(?:at\sleast\s)?{_N}(?=\s(?:people|others?|men|women|man|woman|persons?|more|teens?|to\b)|\s?[,.;]|$)", re.I)),
    ("hurt", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:in|taken\sto)\s(?:the\s|a\s|local\s)?(?:hospital|(?:critical|serious|stable|fair|good)(?:\sbut\sstable)?\scondition)", re.I)),
    ("shot", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:shot|struck|hit\sby)\b(?!\s(?:and\skilled|dead|to\sdeath|fatally|by\spolice|himself|herself|at\b))", re.I)),
    ("shot", re.compile(rf"\bshot\s(?:at\sleast\s)?{_N}(?=\s(?:people|others?|men|women|persons?|more|teens?)|\s?[,.;]|$)", re.I)),
    ("shot", re.compile(r"\b(?P<w>double|triple|quadruple|quintuple)[\s-]shooting", re.I)),
)  # fmt: skip
_LIVES = re.compile(
    r"\b(?:stable|recover\w*|surviv\w*|expected|life-threatening|good|fair|serious|critical\w*|released|treated|injured|wounded|"
    r"grazed?|hurt|surgery)\b",
    re.I,
)
_NO = re.compile(r"\b[Nn]o\s$")
_TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "murder-suicide": 2, "murder/suicide": 2}
_NONE = re.compile(
    r"\b(?:no\sone|nobody)\s(?:else\s)?(?:was|were)\s(?P<w>injured|hurt|killed|hit|shot|struck)|\bno\s(?P<w2>injuries|deaths|fatalities)\b",
    re.I,
)
_ANOTHER_EVENT = re.compile(
    r"\b(?:last (?:year|month)|this year|so far|since (?:the|january)|years? ago|in (?:19|20)\d\d|homicides? (?:this|in|of)|"
    r"annually|this weekend|over the weekend|shootings|incidents|separate|across the city|in a separate|another shooting|unrelated|in recent|string of|previous|earlier this|overnight shootings)\b",
    re.I,
)


def stated(told: Sequence[Told], dead: Collection[int | None] = ()) -> Iterator[tuple[str, int, Sign]]:
    """Every number that the coverage tells of killed, hurt and shot, with its words. `dead` are the numbers of named
    persons who died: that they were hurt is no further number."""
    for one in told:
        text, weight = one.sentence.text, one.sentence.weight
        if _ANOTHER_EVENT.search(text):
            weight *= 0.35
        if one.sentence.title:
            weight *= 1.6
        elif one.index < 6:
            weight *= 1.2
        for kind, pattern in COUNTED:
            for match in pattern.finditer(text):
                if _NO.search(text, max(0, match.start() - 4), match.start()):
                    continue
                groups = match.groupdict()
                n = _TIMES.get((groups.get("w") or "").casefold()) or number(groups.get("n") or "")
                if n is None or n > 60 or (groups.get("n") or "").casefold() in {"a"}:
                    continue
                yield kind, n, _sign(one, match.start(), match.end(), str(n), weight)
        seen: set[tuple[str, int, int]] = set()
        for hit in one.hits:
            if hit.kind not in {"killed", "hurt"} or (hit.kind, hit.start, hit.end) in seen:
                continue
            seen.add((hit.kind, hit.start, hit.end))
            whom = one.marked.marks[hit.mark].who
            if hit.kind == "hurt" and whom in dead:
                continue
            group = [h.mark for h in one.hits if (h.kind, h.start, h.end) == (hit.kind, hit.start, hit.end)]
            counts = [one.marked.marks[m].count for m in dict.fromkeys(group)]
            if counts and all(c is not None for c in counts):
                n = sum(c or 0 for c in counts)
                kind = hit.kind
                words = one.marked.text[hit.start : hit.end]
                if kind == "hurt" and not _LIVES.search(words):
                    kind = "shot"
                single = n == 1
                start, end = one.words(hit.start, hit.end)
                yield kind, n, Sign(one.page.order, start, end, str(n), weight * hit.weight * (0.5 if single else 0.9))


def _sign(one: Told, start: int, end: int, value: str, weight: float) -> Sign:
    return Sign(one.page.order, one.sentence.start + start, one.sentence.start + end, value, weight)


def propose(told: Sequence[Told], parts: Sequence[Part]) -> tuple[int, int, list[tuple[str, int, Sign]]]:
    """How many were killed and hurt, and every number told.

    Of all pairs the one is taken that the numbers told agree with best, those of all who were shot with the sum. A
    smaller number may tell of a part of the people, a larger one hardly.
    """
    numbers = list(
        stated(told, {p.evidence.person.number for p in parts if p.killed and p.evidence.person is not None})
    )
    weights: dict[str, dict[int, float]] = {
        "killed": defaultdict(float),
        "hurt": defaultdict(float),
        "shot": defaultdict(float),
    }
    for kind, n, sign in numbers:
        weights[kind][n] += sign.weight
    dead, hurt = _named(parts, "killed"), _named(parts, "hurt")
    if dead:
        weights["killed"][dead] += NAMED * dead
    if hurt:
        weights["hurt"][hurt] += NAMED * hurt
    most = sorted({0, 1, *weights["killed"]})
    others = sorted({0, 1, *weights["hurt"], *(n - k for n in weights["shot"] for k in most if n > k)})
    sure = sum(
        1 for p in parts if p.killed and p.taking_part and p.evidence.person and p.evidence.total("killed") >= CERTAIN
    )
    weights["killed"][sure] += NAMED_DEAD * sure
    best = max((_fit(k, h, weights), -k - h, -k, k, h) for k in most for h in others)
    return best[3], best[4], numbers


NAMED = 0.3
NAMED_DEAD = 0.8
CERTAIN = 1.5
PART = 0.1
OVER = 0.4


def _fit(killed: int, hurt: int, weights: Mapping[str, Mapping[int, float]]) -> float:
    """How well the numbers told agree with so many killed and hurt."""
    return (
        _agreement(killed, weights["killed"])
        + _agreement(hurt, weights["hurt"])
        + _agreement(killed + hurt, weights["shot"])
    )


def _agreement(n: int, told: Mapping[int, float]) -> float:
    same = told.get(n, 0.0) if n else 0.0
    less = sum(w for m, w in told.items() if 0 < m < n)
    more = sum(w for m, w in told.items() if m > n)
    return log1p(same) + PART * log1p(less) - OVER * log1p(more)


def _named(parts: Sequence[Part], what: str) -> int:
    known = [p for p in parts if p.evidence.person is not None and p.taking_part]
    if what == "killed":
        return sum(1 for p in known if p.killed)
    return sum(1 for p in known if p.hurt and p.role == "victim")
