"""The quality gate itself: it finds what cases name, refuses cases that are wrong, and notices lowered floors."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

EVAL = Path(__file__).resolve().parent.parent / "eval"
sys.path.insert(0, str(EVAL))

import gate  # noqa: E402
import scoring  # noqa: E402

TEXT = "Lindholm said that a deputy said the road was closed."


def part(source: str, cue: str, content: str, parent: int | None = None) -> scoring.Part:
    roles = [scoring.words(TEXT, [scoring.locate(TEXT, one)]) for one in (source, cue, content)]
    return scoring.Part(roles[0], roles[1], roles[2], "states", parent)


OUTER = part("Lindholm", "said#1", "that a deputy said the road was closed")
INNER = part("a deputy", "said#2", "the road was closed", 0)
CASE = scoring.Case("x", TEXT, (OUTER, INNER))


def test_every_case_is_exact() -> None:
    files = sorted((EVAL / "cases").glob("*.jsonl"))
    cases = [case for file in files for case in scoring.load(file)]
    assert len(cases) >= 60
    assert len({case.id for case in cases}) == len(cases)


def test_words_that_are_not_there_or_there_twice_are_refused() -> None:
    for exact in ("nobody", "said", "said#3", "oad was"):
        with pytest.raises(scoring.CaseError):
            scoring.locate(TEXT, exact)
    assert scoring.locate(TEXT, "said#2") == (28, 32)


def test_what_is_right_counts_fully() -> None:
    figures = scoring.figures(scoring.count(CASE, CASE.parts))
    assert set(figures.values()) == {1.0}


def test_what_is_missing_or_credited_wrongly_counts_less() -> None:
    missing = scoring.figures(scoring.count(CASE, CASE.parts[:1]))
    assert missing["attributed"] == pytest.approx(2 / 3)
    assert missing["nested"] == 0
    nobody = scoring.Part(frozenset(), OUTER.cue, OUTER.content, "states", None)
    assert scoring.count(CASE, [nobody])["right"] == 0
    assert scoring.figures(Counter(cases=1, whole=1))["attributed"] == 1


def test_a_lower_floor_needs_a_reason() -> None:
    table = {"floors": {"cases": {"attributed": 0.5}}}
    assert gate.lowered(table, {"cases: attributed": 0.5}) == []
    assert len(gate.lowered(table, {"cases: attributed": 0.6})) == 1
    assert len(gate.lowered(table, {"cases: attributed": 0.6, "cases: gone": 0.1})) == 2
    told = {"cases: attributed": {"to": 0.5, "why": "harder cases"}}
    assert gate.lowered({**table, "lowered": told}, {"cases: attributed": 0.6}) == []
    other = {"cases: attributed": {"to": 0.4, "why": "harder cases"}}
    assert len(gate.lowered({**table, "lowered": other}, {"cases: attributed": 0.6})) == 1


def test_a_figure_below_its_floor_is_named() -> None:
    _, complaints = gate.compare({"cases": {"attributed": 0.49, "nested": 0.9}}, {"cases: attributed": 0.5})
    assert complaints == ["cases: attributed is 0.490, its floor is 0.5"]
