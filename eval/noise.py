#!/usr/bin/env python3
"""How much furniture of pages gets into the claims: a sheet to judge by hand, and the figures of a judged sheet.

    python eval/noise.py DOCUMENTS.jsonl > SHEET             # a line for each sentence of 100 documents
    python eval/noise.py DOCUMENTS.jsonl --judged SHEET      # with "!" put before each line that is furniture, by hand

DOCUMENTS  JSON Lines with `id` and `text`, as for `sayso read --jsonl`
SHEET      each line says whether the sentence is in claims (C), read without a claim (-) or left out (x), then the
           document and the sentence. Furniture: share and sign-up lines, rights, credits, headlines of other stories,
           promises of updates, ways to reach the newsroom; not: what the police ask of witnesses
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import sayso
from sayso.ingest import ingest_all


def key(document: sayso.Document) -> str:
    """A short name of a document: the hash of its text."""
    return hashlib.sha256(document.text.encode()).hexdigest()[:10]


def chosen(file: Path, sample: int, wanted: set[str]) -> Iterator[sayso.Reading]:
    """The readings of the wanted documents; or else of those with the lowest hashes, a choice that stays."""
    found = {key(one): one for one in ingest_all(file) if isinstance(one, sayso.Document)}
    names = sorted(wanted & set(found)) or sorted(found)[:sample]
    return (sayso.read(found[name]) for name in names)


def sentences(reading: sayso.Reading) -> Iterator[tuple[str, str]]:
    """Each sentence and each line between them, with what became of it."""
    text = reading.document.text
    claimed = [(span.start, span.end) for claim in reading.claims for span in claim.spans]
    at = 0
    for one in (*reading.sentences, None):
        end = len(text) if one is None else one.start
        yield from (("x", line.strip()) for line in text[at:end].splitlines() if any(map(str.isalnum, line)))
        if one is not None:
            held = any(start < one.end and stop > one.start for start, stop in claimed)
            yield ("C" if held else "-"), " ".join(text[one.start : one.end].split())
            at = one.end


def main() -> None:
    """Print the sheet, or the figures of one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("documents", type=Path)
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument("--judged", type=Path, metavar="SHEET")
    options = parser.parse_args()
    judged: dict[tuple[str, str], bool] = {}
    if options.judged:
        for line in options.judged.read_text(encoding="utf-8").splitlines():
            _, name, words = line.lstrip("! ").split(" ", 2)
            judged[name, words] = line.startswith("!")
    counts: Counter[tuple[bool, str]] = Counter()
    for reading in chosen(options.documents, options.sample, {name for name, _ in judged}):
        name = key(reading.document)
        now = list(sentences(reading))
        if not options.judged:
            sys.stdout.writelines(f" {state} {name} {words}\n" for state, words in now)
            continue
        states = {words: state for state, words in now}
        left_out = " ".join(" ".join(words for state, words in now if state == "x").split())
        for (document, words), furniture in judged.items():
            if document == name:
                state = states.get(words) or ("x" if words in left_out else "C" if furniture else "-")
                counts[furniture, state] += 1
    if options.judged:
        total = sum(number for (which, _), number in counts.items() if which)
        kept = total - counts[True, "C"]
        print(f"furniture: {total} sentences, {kept} kept out of the claims ({kept / max(1, total):.1%})")
        print(f"news: {sum(counts.values()) - total} sentences, {counts[False, 'x']} left out")


if __name__ == "__main__":
    main()
