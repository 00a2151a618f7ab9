"""Every report copes with a dossier of which parts are missing."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from sayso.model import Dossier
from sayso.report.html import page
from sayso.report.linked_data import linked_data
from sayso.report.tables import claims_csv
from sayso.report.terminal import summary
from tests.report.ferry import ferry

PARTS = (
    "supports", "assessments", "dependences", "comparisons", "propositions", "namings", "timeline", "findings",
    "silences", "unknowns", "interested", "origins", "courses", "refinements", "versions",
)  # fmt: skip
WHOLE = ferry()


@st.composite
def partial(draw: st.DrawFn) -> Dossier:
    """The ferry's dossier without some of its records."""
    left: dict[str, Any] = {}
    for name in draw(st.sets(st.sampled_from(PARTS), max_size=5)):
        records = getattr(WHOLE, name)
        keep = draw(st.lists(st.booleans(), min_size=len(records), max_size=len(records)))
        left[name] = tuple(r for r, kept in zip(records, keep, strict=True) if kept)
    return replace(WHOLE, **left)


@given(partial())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example])
def test_nothing_that_is_missing_stops_a_report(dossier: Dossier) -> None:
    assert page(dossier).startswith("<!doctype html>")
    assert claims_csv(dossier).count("\r\n") > len(dossier.claims)
    linked_data(dossier)
    summary(dossier, Console(file=io.StringIO(), width=80))
