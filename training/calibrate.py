"""Fit the confidence on development data and show how well it holds on documents it was not fitted on.

    calibrate.py --models FOLDER --gold polnear-dev.jsonl.gz --scorer score_attribution.py

Logistic regression (Platt) on `tagger.confidence_features`; right means: the content is matched and the source
agrees, as the scorer has it. The table is cross-fitted: each half of the documents is judged by the other half's fit.
Writes the weights, fitted on all, into the manifest.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from evaluate import paragraphs, quotations, scorer, tagger


def fit(x, y, ridge=3.0):
    """Newton's method with a ridge on standardised features; the constant first."""
    centre, width = x.mean(0), x.std(0) + 1e-6
    x = (x - centre) / width
    x = np.column_stack([np.ones(len(x)), x])
    w = np.zeros(x.shape[1])
    penalty = ridge * np.eye(len(w))
    penalty[0, 0] = 0
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty @ w
        hessian = (x * (p * (1 - p))[:, None]).T @ x + penalty
        w -= np.linalg.solve(hessian + 1e-9 * np.eye(len(w)), gradient)
    return np.append(w[0] - (w[1:] * centre / width).sum(), w[1:] / width)


def chance(w, x):
    return 1 / (1 + np.exp(-(w[0] + x @ w[1:])))


def labelled(reader, rows, s):
    """Features, right or wrong, and the document's number, of each attribution read."""
    xs, ys, ds = [], [], []
    for d, row in enumerate(rows):
        text = row["text"]
        ps = paragraphs(text)
        qs = quotations(text, ps)
        words = tagger.windowing.words(text, ps, reader.tokenizer)
        quoted = tagger.quoted_words(words, qs)
        t = s.Tokens(text)
        gold = t.read(row["attributions"])
        for_role = lambda spans: t.within([(words.start[f.start], words.end[f.end - 1]) for f in spans])  # noqa: E731
        found = reader.linked(words, quoted)
        predicted = [tuple(for_role(x) for x in (f.source, f.cue, f.content)) for f in found]
        right = {i for i, j in s.pairs(predicted, gold) if t.same_source(predicted[i][0], gold[j][0])}
        xs += [tagger.confidence_features(f) for f in found]
        ys += [i in right for i in range(len(found))]
        ds += [d] * len(found)
    return np.array(xs), np.array(ys, dtype=float), np.array(ds)


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--models", required=True)
    a.add_argument("--gold", required=True)
    a.add_argument("--scorer", required=True)
    a.add_argument("--least", type=float, default=0.0, help="attributions of less confidence are not given")
    o = a.parse_args()
    s = scorer(o.scorer)
    reader = tagger.Reader(Path(o.models))
    x, y, d = labelled(reader, s.rows(o.gold), s)
    held = np.zeros(len(y))
    for half in (0, 1):
        held[d % 2 == half] = chance(fit(x[d % 2 != half], y[d % 2 != half]), x[d % 2 == half])
    print("| confidence | attributions | mean confidence | right |\n|---|---|---|---|")
    error = 0.0
    for low in np.arange(0, 1, 0.1):
        mask = (held >= low) & (held < low + 0.1)
        if mask.any():
            print(f"| {low:.1f} to {low + 0.1:.1f} | {mask.sum()} | {held[mask].mean():.3f} | {y[mask].mean():.3f} |")
            error += mask.mean() * abs(held[mask].mean() - y[mask].mean())
    order = np.argsort(held)
    ranks = np.empty(len(y))
    ranks[order] = np.arange(len(y))
    auc = (ranks[y == 1].sum() - y.sum() * (y.sum() - 1) / 2) / (y.sum() * (1 - y).sum())
    print(f"\nexpected calibration error {error:.3f}, Brier {np.mean((held - y) ** 2):.3f}, AUC {auc:.3f}, n {len(y)}")
    weights = fit(x, y)
    path = Path(o.models) / tagger.MANIFEST
    manifest = json.loads(path.read_text())
    manifest["settings"] |= {"calibration": [round(float(w), 4) for w in weights], "least_confidence": o.least}
    path.write_text(json.dumps(manifest, indent=1) + "\n")


if __name__ == "__main__":
    main()
