"""Score records of incidents whose weights were learned without them; runs in sayso's environment.

    python left_out.py --documents DOCUMENTS.jsonl.gz --gold INCIDENTS.jsonl --folds FOLDS.json --scorer SCORER.py

`--folds` is what `participants.py` wrote; the weights of the counts are learned anew for each fold. SCORER is a module
with
`score(gold, documents, found)`, as the quality gate takes it. Thresholds and features were chosen on all incidents.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
from functools import partial
from pathlib import Path
from typing import Any

import counts as learning

from sayso import batch
from sayso.reconcile.record import counts, participants, record
from sayso.report.record_table import row


def found(documents: Path, gold: list[dict[str, Any]], folds: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The record of each incident, made with the weights of the fold that left it out."""
    coded = {str(one["incident"]): (int(one["killed"]), int(one["injured"])) for one in gold}
    read = {
        one.name: one.readings
        for one in batch.read_incidents(batch.rows(documents))
        if isinstance(one, batch.Incident) and one.name in coded
    }
    examples = {name: learning.coded(list(readings), coded[name]) for name, readings in read.items()}
    plain = learning.plain()
    rows = []
    in_a_fold = {str(name) for fold in folds for name in fold["incidents"]}
    for k, fold in enumerate(folds):
        # An incident that names nobody is in no fold of persons: the first leaves it out.
        out = {str(name) for name in fold["incidents"]} | (set(read) - in_a_fold if k == 0 else set())
        weights = learning.weights([one for name, one in examples.items() if name not in out], plain)
        counts.learned = partial(dict, weights)  # type: ignore[assignment]
        made = participants.weights(fold["weights"])
        participants.learned = lambda made=made: made  # type: ignore[misc]
        rows += [row(record(read[name], incident=name)) for name in read if name in out]
    return rows


def main() -> None:
    """Print the scorer's figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("documents", "gold", "folds", "scorer"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", told.scorer)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = [json.loads(line) for line in batch.rows(told.gold)]
    rows = found(told.documents, gold, json.loads(told.folds.read_text("utf8")))
    for name, line in scorer.score(gold, [json.loads(line) for line in batch.rows(told.documents)], rows).items():
        print(f"{name:24} {line['f1']:.3f}")


if __name__ == "__main__":
    main()
