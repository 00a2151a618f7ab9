"""What is kept: the original bytes, and who brought them when. Knows the records alone."""

from __future__ import annotations

from sayso.store.originals import CUSTODY, Arrival, Verification, arrivals, keep, verify

__all__ = ["CUSTODY", "Arrival", "Verification", "arrivals", "keep", "verify"]
