#!/usr/bin/env python3
"""Differences that the dossier shows: how many of those coded by hand, and a sheet of all of them to judge by hand.

    python eval/conflicts.py WHERE > SHEET           # figures to standard error, a line for each difference shown
    python eval/conflicts.py WHERE --judged SHEET    # with "!" put before each line that is wrong, by hand: the share
                                                     # that is right, by kind, of what is shown now

WHERE   a folder of packs (`eval/packs/dev`, or of real coverage: `origins-dev`); or JSON Lines of documents with
        `incident`, `id` and `text`, as for `sayso record --jsonl`: of these, incidents with two documents or more are
        read, every Nth of them (--every)
SHEET   a line is the kind of difference, the incident, the topic and the words of both sides. Wrong: both sides can be
        true as they stand, are of different people, things or incidents, or say the same; for a refinement: the one
        does not say all that the other says
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import origin_scoring as scoring
import origins
import packs

import sayso
from sayso import batch
from sayso.model import Claim, Comparison, Dossier, Reading, Relation

TOLD = (Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT, Relation.DISCLOSED)
LONGEST = 160
SIDES = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """One difference that a dossier shows: its kind, what it is of, and the words of its sides."""

    kind: str
    topic: str
    sides: tuple[str, ...]

    def line(self, incident: str) -> str:
        """The line of the sheet."""
        return "\t".join((self.kind, incident, self.topic, *self.sides))


def shown(dossier: Dossier) -> Iterator[Shown]:
    """Every difference and refinement of a dossier. A course tells what a comparison of its topic tells: it is left
    out."""
    claims = {claim.id: claim for claim in dossier.claims}
    propositions = {one.id: one for one in dossier.propositions}
    details = {one.id: one for one in dossier.details}
    for one in dossier.comparisons:
        if one.relation in TOLD:
            yield Shown(one.relation.value, one.topic, (one.explanation, *_sides(one, claims)))
    for proposition in dossier.propositions:
        if proposition.denials:
            sides = (_words(claims[proposition.claims[0]]), _words(claims[proposition.denials[0]]))
            yield Shown("denied", "statement", sides)
    for link in dossier.refinements:
        if link.broader in propositions and link.narrower in propositions:
            yield Shown("refines", link.adds, (propositions[link.broader].text, propositions[link.narrower].text))
        elif link.broader in details and link.narrower in details:
            yield Shown("refines detail", link.adds, (details[link.broader].text, details[link.narrower].text))


def _sides(comparison: Comparison, claims: dict[str, Claim]) -> Iterator[str]:
    """For each value, the words of the first claim that gives it."""
    first = {account.value: account for account in reversed(comparison.accounts)}
    for value, account in list(first.items())[:SIDES]:
        yield f"[{value}] {_words(claims[account.claim])}"


def _words(claim: Claim) -> str:
    return re.sub(r"\s+", " ", " / ".join(s.exact for s in claim.spans))[:LONGEST]


def coded(folder: Path) -> Iterator[tuple[str, Dossier]]:
    """The dossiers of a folder of packs; prints how many of the coded differences are found, by kind, to standard
    error. *told*: by a difference that the page calls one, or for a refinement by a link; *beside*: set side by side
    at all."""
    total: Counter[str] = Counter()
    told: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    links = matched = 0
    for one in sorted(p.parent for p in folder.glob("*/gold.json")):
        pack = scoring.load(one)
        documents = origins.documents(one)
        dossier = sayso.reconcile([sayso.read(document) for document in documents.values()])
        names = {document.id: name for name, document in documents.items()}
        everything = packs.links(dossier, names, pack.texts)
        each = packs.told(dossier, names, pack.texts)
        for pair, kind in zip(pack.conflicts, pack.kinds, strict=True):
            alone = scoring.Pack(pack.name, pack.texts, pack.assertions, (pair,))
            total[kind] += 1
            strict = everything if kind == "refinement" else [link for group in each for link in group]
            told[kind] += scoring.connected(alone, strict)
            beside[kind] += scoring.connected(alone, everything)
        links += len(each)
        matched += sum(scoring.connected(pack, group) > 0 for group in each)
        yield one.name, dossier
    for kind, number in sorted(total.items()):
        print(f"{kind:14s} coded {number:3d}  told {told[kind]:3d}  beside {beside[kind]:3d}", file=sys.stderr)
    print(
        f"{'all':14s} coded {total.total():3d}  told {told.total():3d}  beside {beside.total():3d}"
        f"; differences shown {links}, of which coded {matched}",
        file=sys.stderr,
    )


def incidents(file: Path, every: int) -> Iterator[tuple[str, Dossier]]:
    """The dossiers of every Nth incident of JSON Lines that has two documents or more."""
    rows: dict[str, list[str]] = {}
    for line in batch.rows(file):
        rows.setdefault(str(json.loads(line)["incident"]), []).append(line)
    wanted = [lines for lines in rows.values() if len(lines) > 1][::every]
    for one in batch.read_incidents([line for lines in wanted for line in lines]):
        if isinstance(one, batch.Incident):
            yield one.name, reconciled(one.readings)


def reconciled(readings: tuple[Reading, ...]) -> Dossier:
    """The dossier of these readings."""
    return sayso.reconcile(readings)


def main() -> None:
    """Print the sheet, or the figures of one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("where", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--judged", type=Path, metavar="SHEET")
    options = parser.parse_args()
    told = coded(options.where) if options.where.is_dir() else incidents(options.where, options.every)
    lines = [one.line(name) for name, dossier in told for one in shown(dossier)]
    if options.judged is None:
        sys.stdout.writelines(f" {line}\n" for line in lines)
        return
    rows = options.judged.read_text(encoding="utf-8").splitlines()
    wrong = {row[1:]: row.startswith("!") for row in rows if row.strip()}
    counts: Counter[tuple[str, str]] = Counter()
    for line in lines:
        verdict = "not judged" if line not in wrong else "wrong" if wrong[line] else "right"
        counts[line.split("\t", 1)[0], verdict] += 1
    for kind in sorted({kind for kind, _ in counts}):
        right, bad, new = (counts[kind, verdict] for verdict in ("right", "wrong", "not judged"))
        share = f"{right / (right + bad):.3f}" if right + bad else "-"
        print(f"{kind:14s} right {right:3d}  wrong {bad:3d}  share {share}  not judged {new}")


if __name__ == "__main__":
    main()
