"""Scores whose word each assertion rests on, and which assertions say the same, against packs coded by hand.

The measures are defined in docs/evaluation.md; the packs' scheme in eval/packs/README.md. Offsets are Unicode code
points in `dN.txt`, half-open.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

WORD = re.compile(r"\w+")
UNSTATED = "unstated"


class GoldError(ValueError):
    """A pack's gold does not fit its documents or itself."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters `start` to `end` of the document with the short name `doc` ("d1")."""

    doc: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assertion:
    """What stands in a passage; `origin`, `component` and `proposition` are labels that mean something within one pack.

    `origin` and `component` are None where nobody is credited.
    """

    passage: Passage
    origin: str | None
    component: str | None
    proposition: str


@dataclass(frozen=True, slots=True)
class Link:
    """What one side says (any of `one`) is told to differ from, or to be less exact than, what the other side says."""

    one: tuple[Passage, ...]
    other: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """The documents of one incident, by short name, with the gold; `conflicts` are pairs of propositions, `kinds` what
    each of them is coded as."""

    name: str
    texts: dict[str, str]
    assertions: tuple[Assertion, ...]
    conflicts: tuple[tuple[str, str], ...]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in one pack."""

    assertions: tuple[Assertion, ...]
    links: tuple[Link, ...] = ()


def load(folder: Path) -> Pack:
    """One pack. Its components are told once (`"all"`), or proposition by proposition: in these packs, of real
    coverage, a quotation that stands several times is taken where it stands first.

    Raises GoldError where a quotation is not in its document, or not once where it must be, or an id does not exist.
    """
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    texts = {p.stem: p.read_text(encoding="utf-8") for p in sorted(folder.glob("d*.txt"))}
    agents = {a["id"] for a in gold["agents"]}
    propositions = {p["id"] for p in gold["propositions"]}
    once = "all" in gold["components"]
    component = components(gold["components"])
    for row in gold["assertions"]:
        _check(folder.name, row, texts, agents, propositions, once=once)
        if not once:
            component.setdefault(row["origin"], row["origin"])
        if row["origin"] != UNSTATED and row["origin"] not in component:
            raise GoldError(f"{folder.name}: {row['id']}: the origin {row['origin']} is in no component")
    told = [(pair, one.get("kind", "")) for one in gold["conflicts"] for pair in combinations(one["propositions"], 2)]
    if unknown := {p for pair, _ in told for p in pair} - propositions:
        raise GoldError(f"{folder.name}: a conflict names {sorted(unknown)}, which are no propositions")
    rows = tuple(_assertion(row, texts, component) for row in gold["assertions"])
    return Pack(folder.name, texts, rows, tuple(pair for pair, _ in told), tuple(kind for _, kind in told))


def components(told: dict[str, list[list[str]]]) -> dict[str, str]:
    """The component of each origin; groups of one origin, of whatever propositions, are one."""
    component: dict[str, str] = {}
    groups = told.get("all") or [group for each in told.values() for group in each]
    for n, group in enumerate(groups):
        known = {component[o] for o in group if o in component}
        component |= {o: str(n) for o in (*group, *(o for o, label in component.items() if label in known))}
    return component


def _check(
    name: str, row: dict[str, Any], texts: dict[str, str], agents: set[str], propositions: set[str], *, once: bool
) -> None:
    text, where = texts.get(row["doc"]), f"{name}: {row['id']}"
    if text is None:
        raise GoldError(f"{where}: there is no document {row['doc']}")
    count = text.count(row["quote"])
    if count != 1 and (once or not count):
        raise GoldError(f"{where}: {row['quote']!r} stands {count} times in {row['doc']}")
    for part in ("source_text", "cue"):
        if row[part] is not None and row[part] not in text:
            raise GoldError(f"{where}: the {part} {row[part]!r} is not in {row['doc']}")
    if strange := set(row["chain"]) - agents:
        raise GoldError(f"{where}: {sorted(strange)} are no agents")
    if row["origin"] not in (UNSTATED, row["chain"][-1]):
        raise GoldError(f"{where}: the origin is not the last of the chain")
    if row["proposition"] not in propositions:
        raise GoldError(f"{where}: {row['proposition']} is no proposition")


def _assertion(row: dict[str, Any], texts: dict[str, str], component: dict[str, str]) -> Assertion:
    start = texts[row["doc"]].index(row["quote"])
    origin = None if row["origin"] == UNSTATED else row["origin"]
    return Assertion(
        passage=Passage(row["doc"], start, start + len(row["quote"])),
        origin=origin,
        component=None if origin is None else component[origin],
        proposition=row["proposition"],
    )


def words(pack: Pack, passage: Passage) -> frozenset[int]:
    """The places of the words of a passage in its document."""
    text = pack.texts[passage.doc][passage.start : passage.end]
    return frozenset(m.start() + passage.start for m in WORD.finditer(text))


def pairs(pack: Pack, found: Sequence[Assertion]) -> list[tuple[Assertion, Assertion]]:
    """Each gold assertion with the one found that covers most of its words, on a tie the shortest, then the last.

    Gold of which nothing found covers half the words is left out.
    """
    by_document: dict[str, list[tuple[frozenset[int], Assertion]]] = defaultdict(list)
    for one in found:
        by_document[one.passage.doc].append((words(pack, one.passage), one))
    made = []
    for gold in pack.assertions:
        mine = words(pack, gold.passage)
        there = by_document[gold.passage.doc]
        options = [(len(mine & w), -len(w), k) for k, (w, _) in enumerate(there) if 2 * len(mine & w) >= len(mine)]
        if options:
            made.append((gold, there[max(options)[2]][1]))
    return made


def b_cubed(labels: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """B-cubed F1 of a grouping: each item is (its group in the gold, its group as found). None without items."""
    if not labels:
        return None
    gold, guess = Counter(g for g, _ in labels), Counter(p for _, p in labels)
    both = Counter(labels)
    precision = sum(both[one] / guess[one[1]] for one in labels) / len(labels)
    recall = sum(both[one] / gold[one[0]] for one in labels) / len(labels)
    return 2 * precision * recall / (precision + recall)


def counted(made: Sequence[tuple[Assertion, Assertion]]) -> float | None:
    """The share of gold propositions found at least twice whose number of independent origins is right."""
    groups: dict[str, list[tuple[Assertion, Assertion]]] = defaultdict(list)
    for gold, one in made:
        groups[gold.proposition].append((gold, one))
    right = []
    for members in groups.values():
        if len(members) >= 2:
            want = {gold.component for gold, _ in members} - {None}
            have = {one.component for _, one in members} - {None}
            right.append(len(want) == len(have))
    return sum(right) / len(right) if right else None


def connected(pack: Pack, links: Sequence[Link]) -> int:
    """How many of the gold pairs of propositions some link connects, one side to each.

    A passage touches an assertion where they share at least half the words of the shorter of the two.
    """
    told = defaultdict(list)
    for gold in pack.assertions:
        told[gold.passage.doc].append((words(pack, gold.passage), gold.proposition))

    def touched(passages: Sequence[Passage]) -> set[str]:
        hit = set()
        for passage in passages:
            mine = words(pack, passage)
            for theirs, proposition in told[passage.doc]:
                if 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0:
                    hit.add(proposition)
        return hit

    ends = [(touched(link.one), touched(link.other)) for link in links]
    return sum(any((a in x and b in y) or (b in x and a in y) for x, y in ends) for a, b in pack.conflicts)


def figures(pack: Pack, found: Found) -> dict[str, float]:
    """The figures of one pack. One that has nothing to be measured on is left out, save `found`."""
    made = pairs(pack, found.assertions)
    stated = [(gold.origin is None) == (one.origin is None) for gold, one in made]
    credited = [(g.component, o.component) for g, o in made if g.origin is not None and o.origin is not None]
    values = {
        "found": len(made) / len(pack.assertions) if pack.assertions else None,
        "stated": sum(stated) / len(stated) if stated else None,
        "component": b_cubed(credited),
        "proposition": b_cubed([(g.proposition, o.proposition) for g, o in made]),
        "count": counted(made),
        "conflicts": connected(pack, found.links) / len(pack.conflicts) if pack.conflicts else None,
    }
    return {name: value for name, value in values.items() if value is not None}


def mean(each: Sequence[dict[str, float]]) -> dict[str, float]:
    """The plain mean over packs of each figure, over the packs that have it."""
    names = list(dict.fromkeys(name for one in each for name in one))
    return {name: sum(v := [one[name] for one in each if name in one]) / len(v) for name in names}


def crossed(values: Sequence[tuple[str, Passage]]) -> list[Link]:
    """Links between all passages that give different values."""
    by_value: dict[str, list[Passage]] = defaultdict(list)
    for value, passage in values:
        by_value[value].append(passage)
    return [Link(tuple(a), tuple(b)) for a, b in combinations(by_value.values(), 2)]
