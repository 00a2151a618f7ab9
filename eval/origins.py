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
from sayso.model import Claim, Document, Dossier

FEWEST = 15
"""Characters before a claim's first detail that say something of their own."""


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
    """The rows of one dossier. `names` are documents' short names by id, `texts` the originals by short name."""
    supports = {s.claim: s for s in reversed(dossier.supports)}
    origins = {o.id: o for o in dossier.origins}
    proposition = {c: p.id for p in dossier.propositions for c in (*p.claims, *p.denials)}
    documents_ = {d.id: d for d in dossier.documents}
    rows = []

    def row(claim: Claim, end: int, said: str) -> None:
        origin = origins[supports[claim.id].origin]
        name = names[claim.document]
        start, end = located(documents_[claim.document].text, texts[name], claim.spans[0].start, end)
        rows.append(
            {
                "doc": name,
                "start": start,
                "end": end,
                "origin": origin.id if origin.agent else None,
                "component": (origin.component or origin.id) if origin.agent else None,
                "proposition": said,
            }
        )

    claims = {c.id: c for c in dossier.claims if c.id in supports}
    for claim in claims.values():
        row(claim, claim.spans[-1].end, proposition.get(claim.id, claim.id))
    first: dict[str, int] = {}
    for detail in dossier.details:
        for account in detail.accounts:
            # The coded assertions are clauses: a detail's runs from the beginning of its claim to its own words.
            row(claims[account.claim], account.span.end, detail.id)
            first[account.claim] = min(first.get(account.claim, account.span.start), account.span.start)
    for ident, start in first.items():
        before = claims[ident].spans[0]
        if before.start + FEWEST <= start <= before.end:  # what the claim says before its first detail
            words = before.exact[: start - before.start].rstrip()
            row(claims[ident], before.start + len(words), proposition.get(ident, ident))
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
