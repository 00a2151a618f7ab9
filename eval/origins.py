#!/usr/bin/env python3
"""Turn dossiers of coded incidents into the input of the scorer of origins.

    python eval/origins.py PACKS OUT.jsonl

PACKS  folder with one folder an incident: d1.txt, d2.txt … and, if known, meta.json: a list of {"doc", "published",
       "url", "title"}
OUT    one JSON object an incident: {"incident", "assertions": [{"doc", "start", "end", "origin", "component",
       "proposition"}]}; offsets are code points in dN.txt; origin and component are null where nobody is credited
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import sayso
from sayso.model import Document, Dossier
from sayso.reconcile.statements.passages import alike


def documents(pack: Path) -> dict[str, Document]:
    """The documents of one incident, by their short name."""
    told = json.loads((pack / "meta.json").read_text(encoding="utf8")) if (pack / "meta.json").exists() else []
    known = {row["doc"]: row for row in told}
    found = {}
    for path in sorted(pack.glob("d*.txt")):
        day = str(known.get(path.stem, {}).get("published") or "")[:10]
        found[path.stem] = sayso.ingest(path, published=date.fromisoformat(day) if day else None)
    return found


def assertions(dossier: Dossier, names: dict[str, str], texts: dict[str, str]) -> list[dict[str, Any]]:
    """The rows of one dossier: its passages, each with its claim's origin and the group of those that tell the same.

    `names` are documents' short names by id, `texts` the originals by short name.
    """
    supports = {s.claim: s for s in reversed(dossier.supports)}
    origins = {o.id: o for o in dossier.origins}
    documents_ = {d.id: d for d in dossier.documents}
    rows = []
    for group in alike(dossier):
        for passage in group.passages:
            if passage.claim not in supports:
                continue
            origin = origins[supports[passage.claim].origin]
            name = names[passage.spans[0].document]
            cleaned = documents_[passage.spans[0].document].text
            start, end = located(cleaned, texts[name], passage.spans[0].start, passage.spans[-1].end)
            rows.append(
                {
                    "doc": name,
                    "start": start,
                    "end": end,
                    "origin": origin.id if origin.agent else None,
                    "component": (origin.component or origin.id) if origin.agent else None,
                    "proposition": group.id,
                }
            )
    return rows


def located(cleaned: str, original: str, start: int, end: int) -> tuple[int, int]:
    """Offsets in the original of a stretch of the cleaned text: they differ by white space alone."""
    if cleaned == original:
        return start, end
    dense = [i for i, c in enumerate(original) if not c.isspace()]
    before = sum(not c.isspace() for c in cleaned[:start])
    inside = sum(not c.isspace() for c in cleaned[start:end])
    return dense[before], dense[before + inside - 1] + 1


def main(packs: Path, out: Path) -> None:
    """Write one line an incident."""
    with out.open("w", encoding="utf8") as lines:
        for pack in sorted(p for p in packs.iterdir() if (p / "d1.txt").exists()):
            told = documents(pack)
            dossier = sayso.reconcile([sayso.read(d) for d in told.values()])
            texts = {name: (pack / f"{name}.txt").read_text(encoding="utf8") for name in told}
            rows = assertions(dossier, {d.id: name for name, d in told.items()}, texts)
            lines.write(json.dumps({"incident": pack.name, "assertions": rows}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
