"""Learn what the encoder's projections tell of somebody's part: src/sayso/models/parts.npz. Needs scikit-learn.

    python parts.py --vectors VECTORS.npz --models MODELS --left-out PARTS.jsonl

The vectors are those of `part_vectors.py`. A multinomial logistic regression of standardised projections; the
mentions of an incident's victims, suspects and others count, each together, the square root of their number. MODELS
is the folder of the model that ships: `parts.npz` is written there, and its SHA-256 into the manifest. PARTS gets
what the probe makes of each mention where it was learned without the mention's incident (ten folds, those of
`participant_rows.py`), so that `participants.py` learns what the hints are worth on new incidents.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

STRENGTH = 0.001
"""The inverse of the strength of the L2 penalty, on standardised projections."""
FOLDS = 10


def learn(vectors: Path, models: Path, left_out: Path) -> None:
    told = np.load(vectors)
    x, y, incident = told["vectors"], told["label"], told["incident"]
    names = sorted(set(incident.tolist()))
    part = np.zeros((len(y), 3))
    for fold in range(FOLDS):
        test = np.isin(incident, names[fold::FOLDS])
        part[test] = _fitted(x, y, incident, ~test).predict_log_proba(x[test])
    known = y >= 0
    print(f"mentions told apart, left out: {(part[known].argmax(1) == y[known]).mean():.3f} of {known.sum()}")
    with left_out.open("w", encoding="utf8") as lines:
        for document, start, end, row in zip(told["document"], told["start"], told["end"], part, strict=True):
            lines.write(json.dumps({"document": str(document), "start": int(start), "end": int(end),
                                    "part": [round(float(v), 2) for v in row]}) + "\n")  # fmt: skip
    fitted = _fitted(x, y, incident, np.ones(len(y), dtype=bool))
    scale, linear = fitted[0], fitted[1]
    weight = (linear.coef_ / scale.scale_).T
    bias = linear.intercept_ - scale.mean_ @ weight
    name, near = np.split(weight, 2)
    write(models, np.hstack([name, near]), np.concatenate([bias, np.zeros(3)]))


def write(models: Path, weight: Any, bias: Any) -> None:
    """Put the probe into the folder of the model, and its SHA-256 into the manifest."""
    np.savez(models / "parts.npz", weight=weight.astype(np.float32), bias=bias.astype(np.float32))
    manifest = models / "attribution.json"
    told = json.loads(manifest.read_text("utf8"))
    told["files"]["parts.npz"] = hashlib.sha256((models / "parts.npz").read_bytes()).hexdigest()
    manifest.write_text(json.dumps(told, indent=1) + "\n", "utf8")


def _fitted(x: Any, y: Any, incident: Any, which: Any) -> Any:
    """The regression learned from some of the mentions whose label is known."""
    used = which & (y >= 0)
    groups = np.unique(
        np.array([f"{i} {label}" for i, label in zip(incident[used], y[used], strict=True)]), return_inverse=True
    )[1]
    counted = 1 / np.sqrt(np.bincount(groups)[groups])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=STRENGTH, max_iter=500))
    return model.fit(x[used], y[used], logisticregression__sample_weight=counted)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("vectors", "models", "left-out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    told = parser.parse_args()
    learn(told.vectors, told.models, told.left_out)


if __name__ == "__main__":
    main()
