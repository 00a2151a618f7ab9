"""The rows from which `participants.py` learns who takes part in an incident; runs in sayso's environment.

    python participant_rows.py --documents DOCUMENTS.jsonl.gz --gold INCIDENTS.jsonl --out ROWS.jsonl

One line a named person: the incident, the features, and what the coders' record has the person as (other, victim,
suspect). The numbers of killed and injured that features are made of are proposed with weights that were learned
without the incident (`counts.py`, in ten folds), so that they are as often wrong as on new incidents.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import counts as learning

from sayso.batch import Incident, read_incidents
from sayso.batch import rows as raw
from sayso.model import Reading
from sayso.reconcile.record import counts
from sayso.reconcile.record.evidence import gather
from sayso.reconcile.record.features import features
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell

_NOISE = frozenset(
    "officer deputy sergeant detective sheriff senior corporal trooper agent lieutenant chief jr sr ii iii iv".split()
)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf8") as told:
        for line in told:
            if line.strip():
                yield json.loads(line)


def parts(name: str) -> list[str]:
    plain = re.sub(r"[\"“(][^\"”)]*[\"”)]", "", name.lower().replace("'", "").replace("’", ""))
    return [w for w in re.findall(r"[a-z]+", plain) if w not in _NOISE]


def same(a: str, b: str) -> bool:
    """Whether two names are one person's, spelt otherwise too: who takes part is to be learned, not how to spell."""
    one, two = parts(a), parts(b)
    if len(one) < 2 or len(two) < 2:
        return False

    def like(x: str, y: str) -> float:
        return difflib.SequenceMatcher(None, x, y).ratio()

    if one[-1] == two[-1]:
        return one[0] in two[:-1] or two[0] in one[:-1] or like(one[0], two[0]) > 0.65
    return like(one[0], two[0]) > 0.8 and (like(one[-1], two[-1]) > 0.75 or one[-1] in two or two[-1] in one)


FOLDS = 10


def rows(documents: Path, gold: Path, out: Path) -> None:
    records = {str(g["incident"]): g for g in lines(gold)}
    read = {
        one.name: list(one.readings)
        for one in read_incidents(list(raw(documents)))
        if isinstance(one, Incident) and one.name in records
    }
    coded = {name: (int(g["killed"]), int(g["injured"])) for name, g in records.items()}
    examples = {name: learning.coded(readings, coded[name]) for name, readings in read.items()}
    plain = learning.plain()
    with out.open("w", encoding="utf8") as made:
        for fold in range(FOLDS):
            test = sorted(read)[fold::FOLDS]
            weights = learning.weights([one for name, one in examples.items() if name not in test], plain)
            counts.learned = partial(dict, weights)  # type: ignore[assignment]
            for name in test:
                readings = read[name]
                alone = [[one] for one in readings] if len(readings) > 1 else []
                for part in (readings, *alone):
                    for row in _rows(name, part, records[name]):
                        made.write(json.dumps({**row, "alone": part is not readings}) + "\n")


def _rows(incident: str, readings: list[Reading], gold: dict[str, Any]) -> Iterator[dict[str, Any]]:
    known = pages(readings)
    named = named_people(known)
    told = tell(known, named)
    hit = counts.propose(told)
    evidence = [e for e in gather(told, named) if e.person is not None]
    left = [q for q in gold["participants"] if q.get("name")]
    for one, seen in zip(evidence, features(evidence, known, hit.killed, hit.injured), strict=True):
        name = one.person.name if one.person else ""
        coded = next((q for q in left if same(q["name"], name)), None)
        if coded is not None:
            left.remove(coded)
        label = "other" if coded is None else "victim" if coded["type"] == "Victim" else "suspect"
        died = "killed" in (coded.get("status") or "").lower() if coded and label == "victim" else None
        yield {"incident": incident, "name": name, "label": label, "died": died, "features": seen}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("documents", "gold", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    rows(told.documents, told.gold, told.out)


if __name__ == "__main__":
    main()
