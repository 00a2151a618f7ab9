"""The quality gate: reads the cases, compares with the floors, and fails where sayso has become worse.

    python eval/gate.py [--verbose]

Always reads `eval/cases/` and `eval/packs/`. Reads the development data too that is found under `$SAYSO_SHARED` (by
default `../shared`): `data/polnear-dev.jsonl.gz` and `data/origins-dev`, with their scorers in `eval/`. Floors stand in
`eval/floors.toml`; a floor may rise. One that is lower than it ever was needs a line under `[lowered]` that says to
what, and why.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import corroboration
import origins
import packs
import scoring
from rich.console import Console
from rich.table import Table

from sayso import batch
from sayso.reconcile.record import record
from sayso.report.record_table import row

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
PACKS = ("dev", "second", "kept")
Figures = dict[str, float]


def cases(verbose: bool) -> Iterator[tuple[str, Figures]]:
    """The figures of each file of cases, then of all together."""
    everything: Counter[str] = Counter()
    for file in sorted((HERE / "cases").glob("*.jsonl")):
        counts: Counter[str] = Counter()
        for case in scoring.load(file):
            row = next(iter(batch.read_lines([json.dumps({"id": case.id, "text": case.text})])))
            if isinstance(row, batch.Bad):
                raise SystemExit(f"{file.name}: {case.id}: {row.reason}")
            found = scoring.predicted(case.text, [*row["attributions"], *row["nested"]])
            one = scoring.count(case, found)
            counts += one
            if verbose and not one["whole"]:
                show(case, [*row["attributions"], *row["nested"]])
        yield f"cases {file.stem}", scoring.figures(counts)
        everything += counts
    yield "cases", scoring.figures(everything)


def show(case: scoring.Case, found: list[dict[str, Any]]) -> None:
    """Print a case that is not right as a whole."""
    print(f"{case.id}: {case.text}")
    for one in found:
        told = {role: [case.text[s:e] for s, e in one[role]] for role in scoring.ROLES}
        print("   ", one["cue_type"], told, "nested" if one["parent"] else "")


def polnear(shared: Path) -> Figures | None:
    """The figures on PolNeAR's development split, by its own scorer; None where the data is not there."""
    data, scorer = shared / "data" / "polnear-dev.jsonl.gz", shared / "eval" / "score_attribution.py"
    if not (data.exists() and scorer.exists()):
        return None
    gold = [json.loads(line) for line in batch.rows(data)]
    began = time.perf_counter()
    found = [row for row in batch.read_lines(batch.rows(data)) if isinstance(row, dict)]
    took = time.perf_counter() - began
    size = sum(len(row["text"].split()) for row in gold)
    print(f"PolNeAR dev: {len(gold)} documents, {size} words in {took:.1f} s ({size / took:.0f} words/s)")
    return {name: line["f1"] for name, line in loaded(scorer).score(gold, found).items()}


def word_of(shared: Path) -> Figures | None:
    """The figures on incidents with every assertion's origin by hand; None where the data is not there."""
    data, scorer = shared / "data" / "origins-dev", shared / "eval" / "score_origins.py"
    if not (data.exists() and scorer.exists()):
        return None
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "found.jsonl"
        origins.main(data, out)
        found = {row["incident"]: row["assertions"] for row in map(json.loads, batch.rows(out))}
    folders = sorted(gold.parent for gold in data.glob("*/gold.json"))
    made: Figures = loaded(scorer).score(folders, found)
    return made


def loaded(scorer: Path) -> ModuleType:
    """A scorer that stands outside the project, as a module."""
    spec = importlib.util.spec_from_file_location(scorer.stem, scorer)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


INCIDENTS = 60
"""How many incidents of the development data the gate reads: every fourth, so that it stays within a few minutes."""


def incidents(shared: Path) -> Figures | None:
    """The figures of records on every fourth incident of the development data, by their own scorer."""
    data, scorer = shared / "data" / "gva-dev-documents.jsonl.gz", shared / "eval" / "score_incidents.py"
    answers = shared / "data" / "gva-dev-incidents.jsonl"
    if not (data.exists() and scorer.exists() and answers.exists()):
        return None
    module = loaded(scorer)
    gold = [json.loads(line) for line in batch.rows(answers)][::4][:INCIDENTS]
    wanted = {one["incident"] for one in gold}
    lines = [line for line in batch.rows(data) if json.loads(line)["incident"] in wanted]
    took = 0.0
    found = []
    for one in batch.read_incidents(lines):
        if isinstance(one, batch.Incident):
            began = time.process_time()
            found.append(row(record(one.readings, incident=one.name)))
            took += time.process_time() - began
    print(f"Incidents: {len(found)} records in {took:.1f} s once read ({len(found) / took:.0f} a second)")
    scores = module.score(gold, [json.loads(line) for line in lines], found)
    return {name: line["f1"] for name, line in scores.items()}


def former() -> dict[str, float]:
    """The highest value that each floor ever had in the history of this checkout."""
    highest: dict[str, float] = {}
    git = ["git", "-C", str(HERE)]
    log = subprocess.run([*git, "log", "--format=%H", "--", FLOORS.name], capture_output=True, text=True, check=False)
    for commit in log.stdout.split():
        old = subprocess.run([*git, "show", f"{commit}:./{FLOORS.name}"], capture_output=True, text=True, check=False)
        if old.returncode == 0:
            for name, floor in flat(tomllib.loads(old.stdout)).items():
                highest[name] = max(floor, highest.get(name, 0.0))
    return highest


def flat(table: dict[str, Any]) -> dict[str, float]:
    """Floors by "set: figure"."""
    return {f"{part}: {name}": floor for part, row in table["floors"].items() for name, floor in row.items()}


def lowered(table: dict[str, Any], highest: dict[str, float]) -> list[str]:
    """A complaint for every floor that is lower than it was, or gone, without a reason given."""
    now = flat(table)
    reasons = table.get("lowered", {})
    complaints = []
    for name, old in highest.items():
        floor = now.get(name)
        reason = reasons.get(name, {})
        if (floor is None or floor < old) and not (reason.get("to") == floor and reason.get("why")):
            complaints.append(f"the floor of “{name}” was {old} and is {floor}: raise it, or say why under [lowered]")
    return complaints


def compare(measured: dict[str, Figures], floors: dict[str, float]) -> tuple[Table, list[str]]:
    """A table of every figure beside its floor, and a complaint for every figure below it."""
    table = Table("set", "figure", "measured", "floor", "", title="Quality gate")
    complaints = []
    for part, figures in measured.items():
        for name, value in figures.items():
            floor = floors.get(f"{part}: {name}")
            below = floor is not None and round(value, 4) < floor
            if below:
                complaints.append(f"{part}: {name} is {value:.3f}, its floor is {floor}")
            said = "" if floor is None else f"{floor:.3f}"
            table.add_row(part, name, f"{value:.3f}", said, "BELOW" if below else "")
    return table, complaints


def main() -> int:
    """Run the gate. The exit status is 1 where a figure is below its floor or a floor was lowered without a reason."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--verbose", action="store_true", help="print every case that is not right as a whole")
    options = parser.parse_args()
    table = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    measured = dict(cases(options.verbose))
    for kind in PACKS:
        counts = corroboration.counted(HERE / "packs" / kind)
        measured[f"packs {kind}"] = packs.figures(HERE / "packs" / kind) | corroboration.figures(counts)
    shared = Path(os.environ.get("SAYSO_SHARED", HERE.parent.parent / "shared"))
    for name, figures in (
        ("polnear-dev", polnear(shared)),
        ("origins-dev", word_of(shared)),
        ("incidents", incidents(shared)),
    ):
        if figures is None:
            print(f"{name} is not here, so it is not measured (docs/evaluation.md).")
        else:
            measured[name] = figures
    shown, complaints = compare(measured, flat(table))
    console = Console(width=None if sys.stdout.isatty() else 100)
    console.print(shown)
    complaints += lowered(table, former())
    for complaint in complaints:
        print(f"Gate: {complaint}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
