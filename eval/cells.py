#!/usr/bin/env python3
"""Do the words of a cell support its value: a sheet to judge by hand, and the figures of a judged sheet.

    python eval/cells.py DOCUMENTS.jsonl --seed 1 > SHEET    # 100 cells that have a value, drawn by the seed
    python eval/cells.py --judged SHEET                      # with "y" or "n" put between the brackets, by hand

DOCUMENTS  JSON Lines with `id`, `incident` and `text`, as for `sayso record --jsonl`
SHEET      each cell begins with "[ ]", then its incident, the cell, its value and its state; below it the rule, and the
           words that a click on the page's table leads to, within [[ ]] in their context, with the document's day and
           title. "y": they say the value (or what it was worked out from, where it is marked as derived), of this
           incident and this person. "n" may be followed by a word for the kind of failure: "[n gender]"
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sayso import batch
from sayso.codebooks import Codebook, load
from sayso.model import Cell, Document, Record, Said
from sayso.reconcile.record import record
from sayso.report.record_table import leading

AROUND = 200
"""Characters of context on both sides of the words."""
HEAD = re.compile(r"^\[([^\]]*)\] \S+ (.+?) = ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """One cell that has a value: of the incident, or of the person of that name."""

    incident: str
    person: str
    cell: Cell

    @property
    def kind(self) -> str:
        """The field; what is of a person is told from what is of the incident."""
        return f"person: {self.cell.field}" if self.person else self.cell.field


def cells(records: Iterable[Record]) -> Iterator[Drawn]:
    """Every cell that has a value, of the incidents and of all persons told of."""
    for one in records:
        incident = one.incident or ""
        yield from (Drawn(incident=incident, person="", cell=c) for c in one.cells if c.value is not None)
        for person in (*one.people, *one.others):
            name = person.value("name") or person.id
            yield from (Drawn(incident=incident, person=name, cell=c) for c in person.cells if c.value is not None)


def drawn(every: Iterable[Drawn], sample: int, seed: int) -> list[Drawn]:
    """A sample at random: those with the lowest hashes. What else is there does not move a cell in the order."""

    def lot(one: Drawn) -> str:
        return hashlib.sha256(f"{seed}\n{one.incident}\n{one.person}\n{one.cell.field}".encode()).hexdigest()

    return sorted(every, key=lot)[:sample]


def entry(one: Drawn, documents: Mapping[str, Document]) -> Iterator[str]:
    """The lines of the sheet for one cell."""
    whose = f" of {one.person}" if one.person else ""
    yield f"[ ] {one.incident} {one.kind} = {one.cell.value}{whose} ({one.cell.state})"
    yield f"    rule: {one.cell.rule}"
    for said in leading(one.cell):
        yield f"    {said.value}: {context(said, documents[said.span.document])}"


def context(said: Said, document: Document) -> str:
    """The words in their context, after the document's day and title."""
    before, words, after = (
        " ".join(part.split())
        for part in (
            document.text[max(0, said.span.start - AROUND) : said.span.start],
            document.text[said.span.start : said.span.end],
            document.text[said.span.end : said.span.end + AROUND],
        )
    )
    voice = f" by {said.voice}" if said.voice else ""
    told = f"{said.published or 'no date'}, {document.title or 'no title'}{voice}"
    return f"{told}\n        … {before} [[{words}]] {after} …"


def figures(lines: Iterable[str]) -> Iterator[str]:
    """The share of each kind of cell whose words support the value, of all, and the kinds of failure."""
    counts: Counter[tuple[str, bool]] = Counter()
    failures: Counter[str] = Counter()
    for line in lines:
        if (found := HEAD.match(line)) and (verdict := found[1].strip()):
            right, _, why = verdict.partition(" ")
            if right not in {"y", "n"}:
                raise SystemExit(f"“{line.strip()}”: a verdict is y or n")
            counts[found[2], right == "y"] += 1
            if right == "n":
                failures[why or "no reason given"] += 1
    if not counts:
        yield "Nothing is judged yet: put y or n between the brackets."
        return
    kinds = sorted({kind for kind, _ in counts})
    for kind in kinds:
        yield _share(kind, counts[kind, True], counts[kind, False])
    yield _share("all", sum(counts[k, True] for k in kinds), sum(counts[k, False] for k in kinds))
    yield from (f"not supported: {why}: {number}" for why, number in failures.most_common())


def _share(kind: str, right: int, wrong: int) -> str:
    return f"{kind}: {right} of {right + wrong} ({right / (right + wrong):.1%})"


def main() -> None:
    """Print the sheet, or the figures of one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path, nargs="?")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--codebook", default="shooting")
    parser.add_argument("--judged", type=Path, metavar="SHEET")
    options = parser.parse_args()
    if options.judged:
        print("\n".join(figures(options.judged.read_text(encoding="utf-8").splitlines())))
        return
    if options.documents is None:
        parser.error("give DOCUMENTS, or --judged SHEET")
    read = (one for one in batch.read_incidents(batch.rows(options.documents)) if isinstance(one, batch.Incident))
    print("\n".join(sheet(read, load(options.codebook), options.sample, options.seed)))


def sheet(read: Iterable[batch.Incident], book: Codebook, sample: int, seed: int) -> Iterator[str]:
    """The lines of a sheet: the records of what was read, a sample of their cells, each with its words."""
    documents: dict[str, Document] = {}
    records = []
    for one in read:
        documents |= {r.document.id: r.document for r in one.readings}
        records.append(record(one.readings, incident=one.name, codebook=book))
    for each in drawn(cells(records), sample, seed):
        yield from entry(each, documents)


if __name__ == "__main__":
    main()
