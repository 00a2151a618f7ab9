#!/usr/bin/env python3
"""How often what is shown with two or more independent origins is so, by packs coded by hand.

    python eval/corroboration.py FOLDER... [--verbose]

FOLDER  a folder with one folder a pack, as eval/packs.py takes it. --verbose prints what is wrong and what is missed.
        Never list those of the packs that are kept aside.

The measures are defined in docs/evaluation.md.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import origin_scoring as scoring
import origins
import packs

from sayso.model import Dossier, Span

LEAST, MOST = 0, 1


@dataclass(frozen=True, slots=True)
class Told:
    """A passage, and the component that it is credited to."""

    passage: scoring.Passage
    component: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A proposition or a detail with several independent origins; `sure` where it has two by the least number."""

    text: str
    told: tuple[Told, ...]
    sure: bool


def shown(dossier: Dossier, names: dict[str, str], texts: dict[str, str]) -> list[Shown]:
    """What a dossier shows with two or more independent origins by the most number."""
    cleaned = {document.id: document.text for document in dossier.documents}
    claims = {claim.id: claim for claim in dossier.claims}
    component = {o.id: o.component or o.id for o in dossier.origins if o.agent}
    spans: dict[str, list[tuple[str, Span]]] = {}
    for proposition in dossier.propositions:
        spans[proposition.id] = [(c, s) for c in proposition.claims for s in claims[c].spans]
    for detail in dossier.details:
        spans[detail.id] = [(a.claim, a.span) for a in detail.accounts]
    credited: dict[str, list[str]] = {}
    for support in dossier.supports:
        if support.origin in component:
            credited.setdefault(support.claim, []).append(component[support.origin])
    texts_of = {p.id: p.text for p in dossier.propositions} | {d.id: d.text for d in dossier.details}

    def at(span: Span) -> scoring.Passage:
        name = names[span.document]
        return scoring.Passage(name, *origins.located(cleaned[span.document], texts[name], span.start, span.end))

    made = []
    for assessment in dossier.assessments:
        if assessment.subject in spans and assessment.independent[MOST] >= 2:
            told = tuple(Told(at(s), who) for c, s in spans[assessment.subject] for who in credited.get(c, ()))
            made.append(Shown(texts_of[assessment.subject], told, assessment.independent[LEAST] >= 2))
    return made


def touched(pack: scoring.Pack, passage: scoring.Passage) -> list[scoring.Assertion]:
    """The assertions coded by hand that share at least half the words of the shorter of the two with a passage."""
    mine = scoring.words(pack, passage)
    found = []
    for gold in pack.assertions:
        if gold.passage.doc == passage.doc:
            theirs = scoring.words(pack, gold.passage)
            if 2 * len(mine & theirs) >= min(len(mine), len(theirs)) > 0:
                found.append(gold)
    return found


def agreeing(pack: scoring.Pack, one: Shown) -> tuple[bool, frozenset[str]]:
    """Whether coders have spoken to at least two of its components, and the propositions for which two of them are two
    origins by the coders too."""
    gold = {told: touched(pack, told.passage) for told in one.told}
    spoken = {told.component for told, coded in gold.items() if coded}
    right = {
        x.proposition
        for a, b in combinations(one.told, 2)
        if a.component != b.component
        for x in gold[a]
        for y in gold[b]
        if x.proposition == y.proposition and None not in (x.component, y.component) and x.component != y.component
    }
    return len(spoken) > 1, frozenset(right)


def several(pack: scoring.Pack) -> frozenset[str]:
    """The propositions that coders found credited to two or more independent origins."""
    by: dict[str, set[str]] = {}
    for gold in pack.assertions:
        if gold.component is not None:
            by.setdefault(gold.proposition, set()).add(gold.component)
    return frozenset(p for p, who in by.items() if len(who) > 1)


def count(pack: scoring.Pack, made: Sequence[Shown]) -> Counter[str]:
    """What one pack adds to the counts that `figures` makes shares of."""
    counts: Counter[str] = Counter(coded=len(several(pack)), shown=len(made), sure=sum(one.sure for one in made))
    found: dict[str, set[str]] = {"": set(), "sure ": set()}
    for one in made:
        judged, right = agreeing(pack, one)
        for kind in ("", "sure ") if one.sure else ("",):
            counts[f"{kind}judged"] += judged
            counts[f"{kind}right"] += bool(right)
            found[kind] |= right
    for kind, told in found.items():
        counts[f"{kind}found"] = len(told & several(pack))
    return counts


def figures(counts: Counter[str]) -> dict[str, float]:
    """Shares over all packs; one that has nothing to be measured on is left out."""
    made = {
        "corroborated right": (counts["sure right"], counts["sure judged"]),
        "corroborated found": (counts["sure found"], counts["coded"]),
        "up to two right": (counts["right"], counts["judged"]),
        "up to two found": (counts["found"], counts["coded"]),
    }
    return {name: part / whole for name, (part, whole) in made.items() if whole}


def counted(folder: Path, verbose: bool = False) -> Counter[str]:
    """The counts of all packs in a folder."""
    counts: Counter[str] = Counter()
    for one in sorted(p.parent for p in folder.glob("*/gold.json")):
        pack = scoring.load(one)
        made = shown(*packs.reconciled(one), pack.texts)
        counts += count(pack, made)
        if verbose and folder.name != packs.KEPT:
            show(pack, made)
    return counts


def show(pack: scoring.Pack, made: Sequence[Shown]) -> None:
    """Print what is shown wrongly, and the coded propositions of several origins that are not shown."""
    found: set[str] = set()
    for one in made:
        judged, right = agreeing(pack, one)
        found |= right
        if judged and not right:
            print(f"  {pack.name} wrong{'' if one.sure else ' (up to two)'}: {one.text!r}")
            for told in one.told:
                words = pack.texts[told.passage.doc][told.passage.start : told.passage.end]
                coded = sorted(f"{g.proposition} {g.origin or '-'}" for g in touched(pack, told.passage))
                print(f"      {told.passage.doc} {told.component}: {words!r} {coded}")
    for proposition in sorted(several(pack) - found):
        print(f"  {pack.name} not shown: {proposition}")
        for gold in pack.assertions:
            if gold.proposition == proposition and gold.component is not None:
                words = pack.texts[gold.passage.doc][gold.passage.start : gold.passage.end]
                print(f"      {gold.passage.doc} {gold.origin}: {words!r}")


def main(folders: Sequence[Path], verbose: bool) -> None:
    """Print the counts and shares of each folder, then of all together."""
    everything: Counter[str] = Counter()
    for folder in folders:
        counts = counted(folder, verbose)
        report(folder.name, counts)
        everything += counts
    if len(folders) > 1:
        report("all", everything)


def report(name: str, counts: Counter[str]) -> None:
    """Print what was counted, and the shares."""
    print(name, dict(sorted(counts.items())))
    for figure, value in figures(counts).items():
        print(f"  {figure:20s} {value:.3f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    main(options.folders, options.verbose)
    sys.exit(0)
