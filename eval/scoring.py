"""Scores attributions against cases written by hand. For PolNeAR's own scores the gate calls that scorer instead.

A case is a line of JSON: `id`, `text`, and `attributions`, each with `source`, `cue` and `content` as lists of the
exact words (`"said#2"` is the second place where they stand), its cue `type`, and `parent`: the place in the list of
the attribution in whose content it stands. Empty lists: nobody is named, or nothing is reported.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WORD = re.compile(r"\w+(?:[.,'’\-]\w+)*")
NUMBERED = re.compile(r"(?s)(.+)#(\d+)$")
FUNCTION = frozenset(
    "a an and at by for from he her his i in its mr mrs ms my of on or our she that the their they to who with".split()
)
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Part:
    """One attribution: the starts of the words of each role, its type, and its parent's place in the list."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]
    type: str
    parent: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text with what a person finds in it."""

    id: str
    text: str
    parts: tuple[Part, ...]


class CaseError(ValueError):
    """A case's gold is not in its text."""


def words(text: str, spans: Iterable[Sequence[int]]) -> frozenset[int]:
    """The starts of the words in `spans`; a span without a word counts by its own start."""
    found: set[int] = set()
    for start, end in spans:
        inside = [m.start() for m in WORD.finditer(text) if m.start() < end and m.end() > start]
        found.update(inside or [start])
    return frozenset(found)


def locate(text: str, exact: str) -> tuple[int, int]:
    """Where `exact` stands in `text`. Raises CaseError where it does not, or stands more than once unnumbered."""
    numbered = NUMBERED.match(exact)
    exact, number = (numbered[1], int(numbered[2])) if numbered else (exact, 0)
    places = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(exact)}(?!\w)", text)]
    if len(places) < max(1, number) or (len(places) > 1 and not number):
        raise CaseError(f"{exact!r} stands {len(places)} times in {text!r}")
    start = places[max(0, number - 1)]
    return start, start + len(exact)


def load(file: Path) -> list[Case]:
    """The cases of a file, every span checked."""
    cases = []
    for line in file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        parts = tuple(_gold(text, one) for one in row["attributions"])
        cases.append(Case(row["id"], text, parts))
    return cases


def predicted(text: str, attributions: Sequence[Mapping[str, Any]]) -> tuple[Part, ...]:
    """What sayso found, in the same form. Takes the output of `sayso read --jsonl`."""
    places = {one["id"]: number for number, one in enumerate(attributions)}
    return tuple(Part(*_roles(text, one), one["cue_type"], places.get(one["parent"])) for one in attributions)


def _gold(text: str, one: Mapping[str, Any]) -> Part:
    located = {role: [locate(text, exact) for exact in one[role]] for role in ROLES}
    return Part(*_roles(text, located), one["type"], one["parent"])


def _roles(text: str, one: Mapping[str, Any]) -> tuple[frozenset[int], frozenset[int], frozenset[int]]:
    return words(text, one["source"]), words(text, one["cue"]), words(text, one["content"])


def same_source(text: str, a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether two sources share a word that is not a function word, or both are of nobody."""
    if not a or not b:
        return not a and not b
    common = [match.group().lower() for start in a & b if (match := WORD.match(text, start))]
    return any(word not in FUNCTION for word in common) or bool(common and (len(a) == 1 or len(b) == 1))


def pairs(case: Case, found: Sequence[Part]) -> dict[int, int]:
    """For each attribution of the case that was found, its place among `found`: contents overlap by at least half of
    the longer one, or where nothing is reported, the cues do; and the sources agree."""
    options = []
    for g, gold in enumerate(case.parts):
        for p, part in enumerate(found):
            a, b = (gold.content, part.content) if gold.content else (gold.cue, part.cue | part.content)
            both = len(a & b)
            if both and 2 * both >= max(len(a), len(b)) and same_source(case.text, gold.source, part.source):
                options.append((both / len(a | b), len(gold.cue & part.cue), -g, -p))
    made: dict[int, int] = {}
    for _, _, g, p in sorted(options, reverse=True):
        if -g not in made and -p not in made.values():
            made[-g] = -p
    return made


def count(case: Case, found: Sequence[Part]) -> Counter[str]:
    """What one case adds to the counts that `figures` makes rates of."""
    made = pairs(case, found)
    counts: Counter[str] = Counter(gold=len(case.parts), given=len(found), right=len(made))
    for g, p in made.items():
        gold, part = case.parts[g], found[p]
        counts["exact"] += gold.content == part.content
        counts["typed"] += gold.type == part.type
        if gold.parent is not None:
            counts["nested"] += part.parent is not None and made.get(gold.parent) == part.parent
    counts["nested gold"] = sum(part.parent is not None for part in case.parts)
    counts["nested given"] = sum(part.parent is not None for part in found)
    counts["whole"] = counts["right"] == counts["gold"] == counts["given"]
    counts["cases"] = 1
    return counts


def f1(right: int, given: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * right / (given + gold) if given + gold else 1.0


def figures(counts: Counter[str]) -> dict[str, float]:
    """The rates of a set of cases."""
    made = {
        "attributed": f1(counts["right"], counts["given"], counts["gold"]),
        "exact content": f1(counts["exact"], counts["given"], counts["gold"]),
        "cue type": counts["typed"] / counts["right"] if counts["right"] else 1.0,
        "whole cases": counts["whole"] / counts["cases"] if counts["cases"] else 1.0,
    }
    if counts["nested gold"]:
        made["nested"] = f1(counts["nested"], counts["nested given"], counts["nested gold"])
    return made
