"""Learn what features of a named person are worth: src/sayso/reconcile/record/participants.json. Needs scikit-learn.

    python participants.py --rows ROWS.jsonl --out participants.json

The rows are those of `participant_rows.py`. It fits a multinomial logistic regression, strongly regularised, and prints
what it reaches on incidents that were left out (ten folds, by incident), for several thresholds. Recall is of the
persons whom the coverage names with at least two words.
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
STRENGTH = 0.01
"""The inverse of the strength of the L2 penalty, on standardised features."""


def learn(table: Path, out: Path) -> None:
    told = [json.loads(line) for line in table.read_text("utf8").splitlines()]
    names = sorted({name for row in told for name in row["features"]})
    x = np.array([[row["features"].get(name, 0.0) for name in names] for row in told])
    y = np.array([CLASSES.index(row["label"]) for row in told])
    groups = np.array([row["incident"] for row in told])

    def model() -> Any:
        return make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=5000))

    chance = np.zeros((len(y), len(CLASSES)))
    for train, test in GroupKFold(10, shuffle=True, random_state=1).split(x, y, groups):
        chance[test] = model().fit(x[train], y[train]).predict_proba(x[test])
    part = 1 - chance[:, 0]
    for least in (0.3, 0.34, 0.38, 0.42, 0.46, 0.5):
        given, right = int((part > least).sum()), int(((part > least) & (y > 0)).sum())
        p, r = right / given, right / int((y > 0).sum())
        kind = float((chance[part > least][:, 1:].argmax(1) + 1 == y[part > least])[y[part > least] > 0].mean())
        print(f"least {least:.2f}  given {given}  P {p:.3f}  R {r:.3f}  F1 {2 * p * r / (p + r):.3f}  type {kind:.3f}")
    fitted = model().fit(x, y)
    scale, linear = fitted[0], fitted[1]
    weights = linear.coef_ / scale.scale_
    bias = linear.intercept_ - weights @ scale.mean_
    rounded = {name: [round(float(w), 4) for w in weights[:, k]] for k, name in enumerate(names)}
    body = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in rounded.items())
    classes, offset = json.dumps(CLASSES), json.dumps([round(float(b), 4) for b in bias])
    out.write_text(f'{{"classes": {classes}, "bias": {offset}, "weights": {{\n{body}\n}}}}\n', "utf8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("rows", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    learn(told.rows, told.out)


if __name__ == "__main__":
    main()
