"""The rows from which `participants.py` learns who takes part in an incident; runs in sayso's environment.

    python participant_rows.py --documents DOCUMENTS.jsonl.gz --gold INCIDENTS.jsonl --out ROWS.jsonl

One line a named person: the incident, the features, and what the coders' record has the person as (other, victim,
suspect).
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.batch import Incident, read_incidents
from sayso.batch import rows as raw
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


def rows(documents: Path, gold: Path, out: Path) -> None:
    records = {str(g["incident"]): g for g in lines(gold)}
    with out.open("w", encoding="utf8") as made:
        for one in read_incidents(list(raw(documents))):
            if not isinstance(one, Incident):
                continue
            known = pages(one.readings)
            named = named_people(known)
            evidence = [e for e in gather(tell(known, named), named) if e.person is not None]
            left = [q for q in records[one.name]["participants"] if q.get("name")]
            for told, seen in zip(evidence, features(evidence, known), strict=True):
                name = told.person.name if told.person else ""
                hit = next((q for q in left if same(q["name"], name)), None)
                if hit is not None:
                    left.remove(hit)
                label = "other" if hit is None else "victim" if hit["type"] == "Victim" else "suspect"
                died = "killed" in (hit.get("status") or "").lower() if hit and label == "victim" else None
                row = {"incident": one.name, "label": label, "died": died, "features": seen}
                made.write(json.dumps(row) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("documents", "gold", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    rows(told.documents, told.gold, told.out)


if __name__ == "__main__":
    main()
