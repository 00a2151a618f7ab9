"""What is kept: the original bytes, who brought them when, and what people decided. Knows the records alone."""

from __future__ import annotations

from sayso.store.corrections import corrections, corrections_by_incident
from sayso.store.originals import CUSTODY, Arrival, Verification, arrivals, keep, verify

__all__ = ["CUSTODY", "Arrival", "Verification", "arrivals", "corrections", "corrections_by_incident", "keep", "verify"]
