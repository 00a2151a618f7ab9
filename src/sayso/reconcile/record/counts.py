"""How many were killed and how many were hurt, without adding the same people twice.

All pairs of numbers that anything told speaks for are candidates. What speaks for a pair, and what against it, is
measured by features that can be read (`features`); their weights were learned from coverage whose numbers people had
coded (`training/counts.py`) and ship as `counts.json`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from math import log1p
from pathlib import Path

from sayso.reconcile.entries import moments
from sayso.reconcile.record.numbers import Number, numbers
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Credits

WEIGHTS = Path(__file__).with_name("counts.json")
_ANOTHER_EVENT = re.compile(
    r"\b(?:last (?:year|month)|this year|so far|since (?:the|january)|years? ago|in (?:19|20)\d\d|homicides? (?:this|in|of)|"
    r"annually|this (?:weekend|summer|month)|over the weekend|shootings|incidents|separate|across the city|another shooting|unrelated|in recent|"
    r"string of|previous|earlier this|nationwide|on average)\b",
    re.IGNORECASE,
)
MARKS = frozenset({"none", "death", "life", "self", "after"})
"""What sentences tell besides numbers."""
DEADLY = frozenset({"killed", "death"})
"""Kinds of what is told that tell of a death."""
ASIDE = 0.35
"""What is left of the weight of a sentence that tells of other shootings too."""
HALF = 0.5
"""The weight of words that say half of what any number of words can."""
LEAD = 6
"""Sentences with which a document begins to tell."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers proposed, and every number told with its words."""

    killed: int
    injured: int
    told: tuple[Number, ...]


Weights = dict[int, float]


@dataclass(slots=True)
class Evidence:
    """What speaks for which number: for each channel the weight of what tells it, and the numbers told together."""

    channels: dict[str, Weights] = field(default_factory=lambda: defaultdict(lambda: defaultdict(float)))
    pairs: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    late: dict[tuple[int, int], float] = field(default_factory=lambda: defaultdict(float))
    apart: dict[str, int] = field(default_factory=dict)
    rank: int = 0

    def total(self, channel: str) -> float:
        """The weight of everything told in a channel."""
        return sum(self.channels[channel].values()) if channel in self.channels else 0.0


def aside(text: str) -> bool:
    """Whether a sentence tells of other shootings too: a year's, a weekend's, a city's."""
    return bool(_ANOTHER_EVENT.search(text))


def propose(told: Sequence[Told]) -> Counts:
    """How many were killed and hurt, and every number told."""
    found = numbers(told)
    seen = evidence(_standing(found))
    weights = learned()
    best = max(candidates(seen), key=lambda c: (score(features(seen, *c), weights), -sum(c), -c[0]))
    died = _died_later(found) if best[0] == 0 else 0
    return Counts(best[0] + died, max(best[1] - died, 0), found)


def _died_later(found: Sequence[Number]) -> int:
    """How many a later headline says to have died ("Boy dies after shooting"), where on the days before it nothing told of a
    death; 0 where that is not so."""
    near = [
        (n, n.told.page.published)
        for n in found
        if n.told.sentence.weight >= HALF and n.told.page.published and not aside(n.told.sentence.text)
    ]
    deadly = [(n, day) for n, day in near if n.kind in DEADLY]
    first = min((day for _, day in deadly), default=None)
    if first is None or first == min(day for _, day in near):
        return 0
    return max((n.n for n, day in deadly if day == first and n.kind == "killed" and n.told.sentence.title), default=0)


def _standing(found: Sequence[Number]) -> list[Number]:
    """The numbers without those that a later entry of the same live blog replaces by another."""
    entries = {
        page.order: moments(page.reading.document) for page in {n.told.page.order: n.told.page for n in found}.values()
    }
    last: dict[tuple[int, str], datetime] = {}
    timed: list[tuple[Number, datetime | None]] = []
    for one in found:
        at = entries[one.told.page.order]
        when = at(one.sign.start) if at and one.stated else None
        timed.append((one, when))
        key = (one.told.page.order, one.kind)
        if when is not None and (key not in last or last[key] < when):
            last[key] = when
    return [one for one, when in timed if when is None or when == last[one.told.page.order, one.kind]]


@lru_cache(maxsize=1)
def learned() -> dict[str, float]:
    """The weights of the features that ship."""
    return {str(name): float(w) for name, w in json.loads(WEIGHTS.read_text(encoding="utf8")).items()}


def score(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How well a pair agrees with what is told."""
    return sum(value * weights.get(name, 0.0) for name, value in found.items())


def evidence(found: Sequence[Number]) -> Evidence:
    """What the numbers told speak for."""
    seen = Evidence()
    sentences: dict[tuple[int, int], list[Number]] = defaultdict(list)
    last = max((n.told.page.order for n in found), default=0)
    credit = Credits({n.told.page.order: n.told.page for n in found}.values())
    for one in found:
        sentence = one.told.sentence
        weight = sentence.weight * (ASIDE if aside(sentence.text) else 1.0) * credit.of(one.told.page, one.sign.start)
        names = [one.kind if one.stated or one.kind in MARKS else f"one {one.kind}"]
        if sentence.title:
            names.append(f"title {names[0]}")
        elif one.told.index < LEAD:
            names.append(f"lead {names[0]}")
        if one.told.page.order == last:
            names.append(f"last {names[0]}")
        for name in names:
            seen.channels[name][one.n] += weight
        sentences[one.told.page.order, sentence.start].append(one)
        if one.among:
            seen.pairs[one.n, one.among - one.n] += weight
    for together in sentences.values():
        _pair(together, seen, last)
    _told_apart(found, seen)
    return seen


def _told_apart(found: Sequence[Number], seen: Evidence) -> None:
    """How many persons at least were killed, and shot or hurt, by those who are told apart one by one."""
    near = [n for n in found if n.told.sentence.weight >= 0.5 and not aside(n.told.sentence.text)]
    keys = {kind: {k for n in near if n.kind == kind for k in n.whom} for kind in ("killed", "hurt", "shot")}
    dead = keys["killed"]
    for name, whom in (
        ("killed", dead),
        ("hurt", (keys["hurt"] | keys["shot"]) - dead),
        ("shot", dead | keys["hurt"] | keys["shot"]),
    ):
        named = {k.split()[1] for k in whom if k.startswith("named")}
        ages = {w for k in whom for w in k.split()[2 if k.startswith("named") else 0 :] if w.isdigit()}
        kinds = {k.split()[0] for k in whom if k and k.split()[0] in {"man", "woman", "child", "officer", "suspect"}}
        seen.apart[name] = max(len(named), len(ages), len(kinds))
    seen.rank = max((n.n for n in near if n.kind == "rank"), default=0)


def _pair(together: Sequence[Number], seen: Evidence, last: int) -> None:
    """Numbers that one sentence tells of killed and of hurt, or of killed and of all who were shot."""
    sentence = together[0].told.sentence
    weight = sentence.weight * (ASIDE if aside(sentence.text) else 1.0)
    killed, hurt, shot = (
        max((n.n for n in together if n.kind == kind), default=0) for kind in ("killed", "hurt", "shot")
    )
    if killed and hurt:
        pair = (killed, hurt)
    elif killed and shot > killed:
        pair = (killed, shot - killed)
    else:
        return
    seen.pairs[pair] += weight
    if together[0].told.page.order == last:
        seen.late[pair] += weight


def candidates(seen: Evidence) -> list[tuple[int, int]]:
    """The pairs that anything speaks for."""
    killed = {0, 1, *seen.channels["killed"]}
    if seen.total("self") or seen.total("after"):
        killed |= {k + 1 for k in (*seen.channels["killed"], *seen.channels["one killed"])}
    hurt = {0, 1, *seen.channels["hurt"], *seen.channels["one hurt"]}
    shot = {*seen.channels["shot"], *seen.channels["one shot"]}
    hurt |= {n - k for n in shot for k in killed if n > k}
    hurt |= {h + 1 for h in hurt} | {n - k for n in (seen.rank, seen.apart.get("shot", 0)) for k in killed if n > k}
    hurt.add(seen.apart.get("hurt", 0))
    killed.add(seen.apart.get("killed", 0))
    found = {(k, h) for k in killed for h in hurt} | set(seen.pairs)
    return sorted(found)


def _much(weight: float) -> float:
    """How much a weight says, from 0 to 1: the first words most, each repetition less."""
    return weight / (weight + HALF)


def features(seen: Evidence, killed: int, hurt: int) -> dict[str, float]:
    """What speaks for the pair, and what against it, by name."""
    found: dict[str, float] = {}
    for kind, n in (("killed", killed), ("hurt", hurt), ("shot", killed + hurt)):
        for where in ("", "title ", "lead ", "last "):
            told = seen.channels[f"{where}{kind}"]
            found[f"{where}{kind} same"] = _much(told.get(n, 0.0))
            if where:
                found[f"{where}{kind} more"] = _much(sum(w for m, w in told.items() if m > n))
            found[f"{where}{kind} less"] = _much(sum(w for m, w in told.items() if m < n))
            if not where:
                everything = sum(told.values()) + seen.total(f"one {kind}")
                own = told.get(n, 0.0) + (seen.total(f"one {kind}") if n == 1 else 0.0)
                found[f"{kind} share"] = own / everything if everything else 0.0
                found[f"{kind} none"] = _much(sum(told.values())) * (n == 0)
            single = _much(seen.total(f"{where}one {kind}"))
            found[f"{where}one {kind} none"] = single * (n == 0)
            found[f"{where}one {kind} one"] = single * (n == 1)
    found["pair same"] = _much(seen.pairs.get((killed, hurt), 0.0))
    found["late same"] = _much(seen.late.get((killed, hurt), 0.0))
    found["late other"] = _much(sum(w for p, w in seen.late.items() if p != (killed, hurt)))
    found["pair other"] = _much(sum(w for p, w in seen.pairs.items() if p != (killed, hurt)))
    paired = sum(seen.pairs.values())
    found["pair none"] = _much(paired) * (not killed or not hurt)
    found["pair share"] = seen.pairs.get((killed, hurt), 0.0) / paired if paired else 0.0
    total = killed + hurt
    found["rank same"] = min(seen.rank, 4) * float(total == seen.rank)
    found["rank more"] = min(max(seen.rank - total, 0), 3)
    found["rank less"] = min(max(total - seen.rank, 0), 3) * float(seen.rank > 0)
    for where in ("", "title ", "lead ", "last "):
        death, life = _much(seen.total(f"{where}death")), _much(seen.total(f"{where}life"))
        found[f"{where}death none"] = death * (killed == 0)
        found[f"{where}life none"] = life * (hurt == 0)
    found["no death some"] = float(killed > 0 and not seen.total("death"))
    more_shot = any(n > killed for n in seen.channels["shot"])
    found["no life some"] = float(
        hurt > 0 and not more_shot and not any(seen.total(c) for c in ("life", "hurt", "one hurt"))
    )
    most = max(seen.channels["killed"].items(), key=lambda t: (t[1], t[0]), default=(0, 0.0))[0]
    most = most or int(bool(seen.channels["one killed"]))
    for how in ("self", "after"):
        told_so = _much(seen.total(how))
        found[f"{how} beside"] = told_so * (killed == most + 1)
        found[f"{how} within"] = told_so * (killed == most)
        found[f"{how} none"] = told_so * (killed == 0)
        found[f"{how} one"] = told_so * (killed == 1 and most < 2)
    found["none hurt"] = _much(seen.total("none")) * (hurt > 0)
    for n in (0, 1, 2):
        found[f"{n} killed"] = float(killed == n)
        found[f"{n} hurt"] = float(hurt == n)
    found["many killed"] = log1p(max(killed - 2, 0))
    found["many hurt"] = log1p(max(hurt - 2, 0))
    found["nobody"] = float(killed + hurt == 0)
    return {name: value for name, value in found.items() if value}
