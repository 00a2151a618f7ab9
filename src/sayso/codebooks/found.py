"""What fills a field: the kinds of values that reading finds in claims, whichever codebook is used."""

from __future__ import annotations

FOUND = frozenset(
    """killed injured shot injury date time place address victim_name suspect_name officer_name state city_or_county
    county name age agency encounter weapon threat resistance flight force shots fired_first officer_status recording
    witness investigation charges arrest context family lawsuit hospital motive scene unknown declined""".split()
)
"""Every `Value.field`, as docs/codebooks.md tells them; `filled_by` may name these and the field's own name."""
