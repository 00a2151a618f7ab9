"""Learn what features of a named person are worth: src/sayso/reconcile/record/participants.json. Needs scikit-learn.

    python participants.py --rows ROWS.jsonl --out participants.json [--folds FOLDS.json]

The rows are those of `participant_rows.py`. It fits a multinomial logistic regression, strongly regularised, and prints
what it reaches on incidents that were left out (ten folds, by incident), for several thresholds: on their whole
coverage, and on each of their documents alone. Recall is of the persons whom the coverage names with at least two
words. `--folds` keeps the weights of each fold and which incidents it
left out, for `left_out.py`.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

CLASSES = ("other", "victim", "suspect")
STRENGTH, DIED = 0.006, 0.1
"""The inverse of the strength of the L2 penalty, on standardised features: for who takes part, and for who died."""
ALONE = 0.15
"""What a row counts that is made of one document alone, beside one made of an incident's whole coverage."""


def learn(table: Path, out: Path, folds: Path | None = None) -> None:
    told = [json.loads(line) for line in table.read_text("utf8").splitlines()]
    names = sorted({name for row in told for name in row["features"]})
    x = np.array([[row["features"].get(name, 0.0) for name in names] for row in told])
    y = np.array([CLASSES.index(row["label"]) for row in told])
    groups = np.array([row["incident"] for row in told])
    alone = np.array([row["alone"] for row in told])
    counted = np.where(alone, ALONE, 1.0)

    chance = np.zeros((len(y), len(CLASSES)))
    parts = []
    for train, test in GroupKFold(10, shuffle=True, random_state=1).split(x, y, groups):
        fitted = _fitted(STRENGTH, x[train], y[train], counted[train])
        chance[test] = fitted.predict_proba(x[test])
        parts.append(
            {"incidents": sorted(set(groups[test])), "weights": _weights(fitted, told, names, x, counted, train)}
        )
    for which, what in ((~alone, "whole coverage"), (alone, "each document alone")):
        print(what)
        _reached(chance[which], y[which])
    _died(told, x, groups, counted, alone)
    everything = np.arange(len(y))
    kept = _weights(_fitted(STRENGTH, x, y, counted), told, names, x, counted, everything)
    out.write_text(json.dumps(kept, indent=0) + "\n", "utf8")
    if folds is not None:
        folds.write_text(json.dumps(parts) + "\n", "utf8")


def _reached(chance: Any, y: Any) -> None:
    """Print precision and recall of who takes part, and how often as what is right, for several thresholds."""
    part = 1 - chance[:, 0]
    for least in (0.32, 0.36, 0.4, 0.44, 0.48):
        given, right = int((part > least).sum()), int(((part > least) & (y > 0)).sum())
        p, r = right / given, right / int((y > 0).sum())
        kind = float((chance[part > least][:, 1:].argmax(1) + 1 == y[part > least])[y[part > least] > 0].mean())
        print(f"least {least:.2f}  given {given}  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  type {kind:.3f}")


def _weights(
    part: Any, told: list[dict[str, Any]], names: list[str], x: Any, counted: Any, which: Any
) -> dict[str, Any]:
    """The weights as they ship, of who takes part and of which victim was killed, learned from some of the rows."""
    victims = np.array([k for k in which if told[k]["died"] is not None])
    died = _fitted(DIED, x[victims], np.array([told[k]["died"] for k in victims]), counted[victims])
    return {"part": plain(part, names), "died": plain(died, names)}


def _died(told: list[dict[str, Any]], x: Any, groups: Any, counted: Any, alone: Any) -> None:
    """Print how often it is right, left out, whether a victim was killed."""
    which = np.array([k for k, row in enumerate(told) if row["died"] is not None])
    x, groups, counted, alone = x[which], groups[which], counted[which], alone[which]
    y = np.array([told[k]["died"] for k in which])
    right = np.zeros(len(y), dtype=bool)
    for train, test in GroupKFold(10, shuffle=True, random_state=1).split(x, y, groups):
        right[test] = _fitted(DIED, x[train], y[train], counted[train]).predict(x[test]) == y[test]
    print(f"died, whole coverage: {right[~alone].mean():.3f}, each document alone: {right[alone].mean():.3f}")


def _fitted(strength: float, x: Any, y: Any, counted: Any) -> Any:
    model = make_pipeline(StandardScaler(), LogisticRegression(C=strength, max_iter=5000))
    return model.fit(x, y, logisticregression__sample_weight=counted)


def plain(fitted: Any, names: list[str]) -> dict[str, Any]:
    """The weights for features as they are, not standardised."""
    scale, linear = fitted[0], fitted[1]
    weights = linear.coef_ / scale.scale_
    bias = linear.intercept_ - weights @ scale.mean_
    rows = {name: [round(float(w), 4) for w in weights[:, k]] for k, name in enumerate(names)}
    return {"bias": [round(float(b), 4) for b in bias], "weights": rows}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("rows", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--folds", type=Path)
    told = parser.parse_args()
    learn(told.rows, told.out, told.folds)


if __name__ == "__main__":
    main()
