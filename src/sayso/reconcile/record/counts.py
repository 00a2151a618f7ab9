"""How many were killed and how many were hurt, without adding the same people twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

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
    ("killed", re.compile(rf"\b(?P<w>double|triple|quadruple|quintuple)[\s-](?:homicide|murder|killing|slaying|fatal|suicide)", re.I)),
    ("killed", re.compile(r"\b(?P<w>murder-suicide|murder/suicide)\b", re.I)),
    ("hurt", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:injured|wounded|hurt|hospitali[sz]ed|injuries)\b", re.I)),
    ("hurt", re.compile(rf"\b(?:wound(?:ed|ing|s)|injur(?:ed|ing|es)|hurt|hurts|sent|sends|sending)\s(?:at\sleast\s)?{_N}(?=\s(?:people|others?|men|women|man|woman|persons?|more|teens?|to\b)|\s?[,.;]|$)", re.I)),
    ("hurt", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:in|taken\sto)\s(?:the\s|a\s|local\s)?(?:hospital|(?:critical|serious|stable|fair|good)(?:\sbut\sstable)?\scondition)", re.I)),
    ("shot", re.compile(rf"\b{_N}{_WHAT}{_BE}\s(?:shot|struck|hit\sby)\b(?!\s(?:and\skilled|dead|to\sdeath|fatally|by\spolice|himself|herself|at\b))", re.I)),
    ("shot", re.compile(rf"\bshot\s(?:at\sleast\s)?{_N}(?=\s(?:people|others?|men|women|persons?|more|teens?)|\s?[,.;]|$)", re.I)),
    ("shot", re.compile(r"\b(?P<w>double|triple|quadruple|quintuple)[\s-]shooting", re.I)),
)  # fmt: skip
_TIMES = {"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5, "murder-suicide": 2, "murder/suicide": 2}
_NONE = re.compile(r"\b(?:no\sone|nobody)\s(?:else\s)?(?:was|were)\s(?P<w>injured|hurt|killed|hit|shot|struck)|\bno\s(?P<w2>injuries|deaths|fatalities)\b", re.I)
_ANOTHER_EVENT = re.compile(
    r"\b(?:last (?:year|month)|this year|so far|since (?:the|january)|years? ago|in (?:19|20)\d\d|homicides? (?:this|in|of)|"
    r"annually|weekend|over the|in a separate|another shooting|unrelated|in recent|string of|previous|earlier this|overnight shootings)\b",
    re.I,
)


def stated(told: Sequence[Told]) -> Iterator[tuple[str, int, Sign]]:
    """Every number that the coverage tells of killed, hurt and shot, with its words."""
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
            group = [h.mark for h in one.hits if (h.kind, h.start, h.end) == (hit.kind, hit.start, hit.end)]
            counts = [one.marked.marks[m].count for m in dict.fromkeys(group)]
            if counts and all(c is not None for c in counts):
                n = sum(c or 0 for c in counts)
                kind = hit.kind
                words = one.marked.text[hit.start : hit.end]
                if kind == "hurt" and re.search(r"\bshot\b|struck|hit\b", words):
                    kind = "shot"
                single = n == 1
                start, end = one.words(hit.start, hit.end)
                yield kind, n, Sign(one.page.order, start, end, str(n), weight * hit.weight * (0.5 if single else 0.9))


def _sign(one: Told, start: int, end: int, value: str, weight: float) -> Sign:
    return Sign(one.page.order, one.sentence.start + start, one.sentence.start + end, value, weight)


def propose(told: Sequence[Told], parts: Sequence[Part]) -> tuple[int, int, list[tuple[str, int, Sign]]]:
    """How many were killed and hurt, and every number told."""
    numbers = list(stated(told))
    dead = _named(parts, "killed")
    hurt = _named(parts, "hurt")
    killed = _best([(n, s) for kind, n, s in numbers if kind == "killed"])
    killed = max(killed, dead)
    shot = _best([(n, s) for kind, n, s in numbers if kind == "shot"])
    wounded = _best([(n, s) for kind, n, s in numbers if kind == "hurt"])
    others = sum(1 for p in parts if p.role == "suspect" and p.killed)
    injured = max(wounded, hurt)
    if shot - max(killed - others, 0) > injured:
        injured = shot - max(killed - others, 0)
    return killed, injured, numbers


def _named(parts: Sequence[Part], what: str) -> int:
    if what == "killed":
        return sum(1 for p in parts if p.killed and p.taking_part)
    return sum(1 for p in parts if p.hurt and p.role == "victim")


def _best(numbers: Sequence[tuple[int, Sign]]) -> int:
    """The largest number that stands on enough weight: smaller ones may tell of a part of those people."""
    if not numbers:
        return 0
    weights: dict[int, float] = defaultdict(float)
    for n, sign in numbers:
        weights[n] += sign.weight
    top = max(weights.values())
    good = [n for n, w in weights.items() if w >= max(0.45, 0.25 * top)]
    return max(good, default=0)
