#!/usr/bin/env python3
"""Read and reconcile the invented packs of coverage, and score them.

    python eval/packs.py FOLDER [--verbose]

FOLDER  `eval/packs/dev` or `eval/packs/kept`. --verbose prints the figures of each pack, and what is wrong in it: for
        `dev` alone, since nobody tunes on the packs that are kept aside.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import origin_scoring as scoring
import origins

import sayso
from sayso.model import Dossier, Relation, Span

KEPT = "kept"


@lru_cache(maxsize=64)
def reconciled(folder: Path) -> tuple[Dossier, dict[str, str]]:
    """The dossier of one pack, and the short names of its documents by id."""
    told = origins.documents(folder)
    dossier = sayso.reconcile([sayso.read(document) for document in told.values()])
    return dossier, {document.id: name for name, document in told.items()}


def found(folder: Path, pack: scoring.Pack) -> tuple[scoring.Found, int]:
    """What sayso finds in one pack, and how many words it read."""
    dossier, names = reconciled(folder)
    rows = tuple(
        scoring.Assertion(
            scoring.Passage(row["doc"], row["start"], row["end"]), row["origin"], row["component"], row["proposition"]
        )
        for row in origins.assertions(dossier, names, pack.texts)
    )
    size = sum(len(text.split()) for text in pack.texts.values())
    return scoring.Found(rows, tuple(links(dossier, names, pack.texts))), size


class Passages:
    """Where the claims, propositions and details of a dossier stand in the original texts of a pack."""

    def __init__(self, dossier: Dossier, names: dict[str, str], texts: dict[str, str]) -> None:
        self.names, self.texts = names, texts
        self.cleaned = {document.id: document.text for document in dossier.documents}
        self.claims = {claim.id: claim for claim in dossier.claims}
        self.propositions = {one.id: one for one in dossier.propositions}
        self.details = {one.id: one for one in dossier.details}

    def of(self, span: Span) -> scoring.Passage:
        """One span's."""
        name = self.names[span.document]
        return scoring.Passage(
            name, *origins.located(self.cleaned[span.document], self.texts[name], span.start, span.end)
        )

    def claimed(self, ids: tuple[str, ...]) -> tuple[scoring.Passage, ...]:
        """Those of claims."""
        return tuple(self.of(span) for one in ids for span in self.claims[one].spans)

    def told(self, ident: str) -> tuple[scoring.Passage, ...]:
        """Those of a proposition or a detail."""
        if ident in self.details:
            return tuple(self.of(account.span) for account in self.details[ident].accounts)
        return self.claimed(self.propositions[ident].claims)


def told(dossier: Dossier, names: dict[str, str], texts: dict[str, str]) -> list[list[scoring.Link]]:
    """Each difference that the dossier tells (a comparison that is none of agreement and refinement, a denial), as the
    links that it makes."""
    at = Passages(dossier, names, texts)
    made = [
        scoring.crossed([(a.value, at.of(a.span)) for a in comparison.accounts])
        for comparison in dossier.comparisons
        if comparison.relation not in {Relation.AGREE, Relation.REFINES}
    ]
    denied = [one for one in dossier.propositions if one.denials]
    return [*made, *([scoring.Link(at.claimed(one.claims), at.claimed(one.denials))] for one in denied)]


def links(dossier: Dossier, names: dict[str, str], texts: dict[str, str]) -> list[scoring.Link]:
    """What the dossier tells of accounts that differ: its comparisons, denials and refinements."""
    at = Passages(dossier, names, texts)
    made = [link for group in told(dossier, names, texts) for link in group]
    for comparison in dossier.comparisons:
        if comparison.relation is Relation.REFINES:
            made += scoring.crossed([(a.value, at.of(a.span)) for a in comparison.accounts])
    return [*made, *(scoring.Link(at.told(one.broader), at.told(one.narrower)) for one in dossier.refinements)]


def figures(folder: Path, verbose: bool = False) -> dict[str, float]:
    """The mean figures of all packs in a folder; prints how long it took."""
    began, size, each = time.perf_counter(), 0, []
    for one in sorted(p.parent for p in folder.glob("*/gold.json")):
        pack = scoring.load(one)
        have, count = found(one, pack)
        size += count
        each.append(scoring.figures(pack, have))
        if verbose:
            print(pack.name, {name: round(value, 3) for name, value in each[-1].items()})
            if folder.name != KEPT:
                show(pack, have)
    took = time.perf_counter() - began
    print(f"Packs {folder.name}: {len(each)} packs, {size} words in {took:.1f} s")
    return scoring.mean(each)


def show(pack: scoring.Pack, have: scoring.Found) -> None:
    """Print what is wrong in a pack: assertions, then groups that are split or run together, then conflicts."""
    made = scoring.pairs(pack, have.assertions)
    matched = dict(made)
    for gold in pack.assertions:
        one = matched.get(gold)
        if one is None:
            print("  not found:", quoted(pack, gold))
        elif (gold.origin is None) != (one.origin is None):
            print("  credited to", "nobody:" if one.origin is None else "someone:", quoted(pack, gold))
    credited = [(g, o) for g, o in made if g.origin is not None and o.origin is not None]
    grouped(pack, "origins", [(g, g.component, o.component) for g, o in credited])
    grouped(pack, "propositions", [(g, g.proposition, o.proposition) for g, o in made])
    for a, b in pack.conflicts:
        if not scoring.connected(replace(pack, conflicts=((a, b),)), have.links):
            ends = [next(g for g in pack.assertions if g.proposition == p) for p in (a, b)]
            print("  not set side by side:", " | ".join(quoted(pack, one) for one in ends))


def grouped(pack: scoring.Pack, what: str, labels: list[tuple[scoring.Assertion, str | None, str | None]]) -> None:
    """Print the groups of the gold that are split, and the groups found that hold several of the gold's."""
    for complaint, group, other in (("split", 1, 2), ("run together", 2, 1)):
        members = defaultdict(list)
        for label in labels:
            members[label[group]].append(label)
        for inside in members.values():
            if len({label[other] for label in inside}) > 1:
                print(f"  {what} {complaint}:")
                for label in sorted(inside, key=lambda one: str(one[other])):
                    print("     ", str(label[other])[:12], quoted(pack, label[0]))


def quoted(pack: scoring.Pack, gold: scoring.Assertion) -> str:
    """An assertion's place, origin and words."""
    words = pack.texts[gold.passage.doc][gold.passage.start : gold.passage.end]
    return f"{gold.passage.doc} {gold.proposition} {gold.origin or '-'} {words!r}"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    for name, value in figures(options.folder, options.verbose).items():
        print(f"{name:12s} {value:.3f}")
    sys.exit(0)
