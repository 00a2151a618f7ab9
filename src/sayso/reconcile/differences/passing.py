"""Days and times that a claim tells of something else than the act that it tells along with it."""

from __future__ import annotations

import re

from sayso.model import Claim, Value
from sayso.reconcile.words import content, stem

NIGHT_BEFORE = re.compile(
    r"(?i)\b(?:previous|prior) (?:day|night|evening)\b|\b(?:day|night|evening) before\b|"
    r"\b(?:a|one) (?:day|night) (?:after|earlier)\b"
)
"""Words by which an act is told from a later day."""
WHERE = re.compile(r"(?i)\bwhere (?:he|she|they|the)\b.*")


def in_passing(claim: Claim, value: Value) -> bool:
    """Whether a day or a time is of something else than the act that the claim tells along with it: "they gathered on
    Monday at the house where he was shot"."""
    if value.field == "date" and NIGHT_BEFORE.search(" ".join(s.exact for s in claim.spans)):
        return True
    span = next((s for s in claim.spans if s.start <= value.span.start < s.end), None)
    clause = WHERE.search(span.exact) if span is not None else None
    if span is None or clause is None or value.span.start - span.start > clause.start():
        return False
    verbs = {stem(p) for p in claim.predicate.split(" and ")}
    return verbs.isdisjoint(content(span.exact[: clause.start()]))
