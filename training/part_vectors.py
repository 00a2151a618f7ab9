"""The encoder's projections of every mention of a name, from which `parts.py` learns; runs in sayso's environment.

    python part_vectors.py --documents DOCUMENTS.jsonl.gz --gold INCIDENTS.jsonl --out VECTORS.npz

Of each mention: the incident, the document, its characters, the mean of the projections of its words, that of the
words around it (`sayso.read.parts`), and what the coders' record has the person as (0 other, 1 victim, 2 suspect; -1
where the record of sayso knows nobody by that name).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from participant_rows import coded, labelled, lines

from sayso.batch import Incident, read_incidents
from sayso.batch import rows as raw
from sayso.model import Reading
from sayso.read import tagger
from sayso.read import tagger_windows as windowing
from sayso.read.parse import parse
from sayso.read.parts import Parts
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages

CLASSES = ("other", "victim", "suspect")


def projections(reading: Reading) -> Parts:
    """The projections of each word of a document, as the reader's encoder makes them."""
    reader = tagger.reader()
    paragraphs = [(p.start, p.end) for p in parse(reading.document).paragraphs]
    words = windowing.words(reading.document.text, paragraphs, reader.tokenizer)
    runs = [reader._window(words, low, high)[1] for low, high in windowing.windows(words)]
    width = len(reader.probe.weight)
    return Parts(
        words.start, words.end, words.paragraph, np.concatenate([np.zeros((0, width), dtype=np.float32), *runs])
    )


def labels(readings: list[Reading], gold: dict[str, Any]) -> dict[str, list[tuple[int, int, int]]]:
    """Where each document names somebody: start, end, and what the coders have the person as."""
    known = pages(readings)
    people = named_people(known)
    found: dict[str, list[tuple[int, int, int]]] = {}
    for one, who in zip(people, coded(gold, [p.name for p in people]), strict=True):
        for order, start, end in one.places:
            label = CLASSES.index(labelled(who))
            found.setdefault(known[order].reading.document.id, []).append((start, end, label))
    return found


def mentions(documents: Path, gold: Path) -> Iterator[tuple[str, str, int, int, int, Any]]:
    """Every mention of a name: incident, document, start, end, label, projections."""
    records = {str(g["incident"]): g for g in lines(gold)}
    for one in read_incidents(list(raw(documents))):
        if not isinstance(one, Incident) or one.name not in records:
            continue
        readings = list(one.readings)
        where = labels(readings, records[one.name])
        for reading in readings:
            words = projections(reading)
            places = where.get(reading.document.id, [])
            for m in reading.mentions:
                if m.part is None:
                    continue
                start, end = m.span.start, m.span.end
                low, high = words.name(start, end)
                first, last = words.around(low, high)
                vector = np.concatenate([words.sums[low:high].mean(0), words.sums[first:last].mean(0)])
                label = next((told for a, b, told in places if a < end and start < b), -1)
                yield one.name, reading.document.id, start, end, label, vector


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("documents", "gold", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    incident, document, start, end, label, vectors = zip(*mentions(told.documents, told.gold), strict=True)
    np.savez(
        told.out,
        incident=np.array(incident),
        document=np.array(document),
        start=np.array(start),
        end=np.array(end),
        label=np.array(label),
        vectors=np.array(vectors, dtype=np.float32),
    )


if __name__ == "__main__":
    main()
