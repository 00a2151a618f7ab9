"""Read rows with the exported model and score them, or fit and show the confidence.

Needs sayso installed, not torch.

    evaluate.py --models FOLDER --gold polnear-dev.jsonl.gz --scorer score_attribution.py
"""

import argparse
import importlib.util
import re
import time
from pathlib import Path

from sayso.read import tagger


def paragraphs(text):
    """Lines that are not blank."""
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def quotations(text, spans):
    """Double quotations that open and close in one paragraph."""
    out = []
    for a, b in spans:
        opened = None
        for i in range(a, b):
            c = text[i]
            if c == "“" or (c == '"' and opened is None):
                opened = i
            elif c in '”"' and opened is not None:
                out.append((opened, i + 1))
                opened = None
    return out


def scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(reader, rows):
    out = []
    for row in rows:
        text = row["text"]
        ps = paragraphs(text)
        found = reader.tag(text, ps, quotations(text, ps))
        out.append(
            {
                "id": row["id"],
                "attributions": [
                    {
                        "source": list(c.source),
                        "cue": list(c.cue),
                        "content": list(c.content),
                        "confidence": c.confidence,
                    }
                    for c in found
                ],
            }
        )
    return out


def show(result):
    for name, line in sorted(result.items()):
        print(f"{name:22s} P {line['precision']:.3f}  R {line['recall']:.3f}  F1 {line['f1']:.3f}")


def main():
    a = argparse.ArgumentParser(description=__doc__)
    a.add_argument("--models", required=True)
    a.add_argument("--gold", required=True)
    a.add_argument("--scorer", required=True)
    a.add_argument("--by-publisher", action="store_true")
    o = a.parse_args()
    s = scorer(o.scorer)
    rows = s.rows(o.gold)
    reader = tagger.Reader(Path(o.models))
    began = time.process_time()
    predicted = read(reader, rows)
    spent = time.process_time() - began
    words = sum(len(r["text"].split()) for r in rows)
    show(s.score(rows, predicted))
    print(f"{words} words, {spent:.1f} s of CPU, {words / spent:.0f} words/s")
    if o.by_publisher:
        for publisher in sorted({r["publisher"] for r in rows}):
            part = [r for r in rows if r["publisher"] == publisher]
            r = s.score(part, predicted)
            print(
                f"| {publisher} | {len(part)} | "
                + " | ".join(
                    f"{r[n]['f1']:.3f}" if n in r else ""
                    for n in (
                        "attributed all",
                        "attributed direct",
                        "attributed indirect",
                        "attributed mixed",
                        "exact content",
                    )
                )
                + " |"
            )


if __name__ == "__main__":
    main()
