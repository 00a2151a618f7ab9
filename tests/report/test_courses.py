"""How accounts moved."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Course, Dossier, StepKind
from sayso.report.courses import lanes
from sayso.report.index import Index
from tests.report.ferry import ferry


def course(dossier: Dossier, *kinds: tuple[StepKind, str]) -> Course:
    """The course of the ferry's shots with other kinds and days."""
    first = dossier.courses[0]
    return replace(first, steps=tuple(replace(first.steps[0], kind=kind, at=at) for kind, at in kinds))


def told(*kinds: tuple[StepKind, str]) -> tuple[bool, list[tuple[str, str, tuple[str, ...]]]]:
    dossier = ferry()
    lane = lanes(Index(replace(dossier, courses=(course(dossier, *kinds),))))[0]
    return lane.moved, [(s.label, s.when, s.again) for s in lane.stops]


FIRST, AGAIN, CHANGED = StepKind.FIRST, StepKind.REPEATED, StepKind.CHANGED


def test_what_is_said_again_is_no_step_of_its_own() -> None:
    moved, stops = told((FIRST, "2031-03-04"), (AGAIN, "2031-03-05"), (AGAIN, "2031-03-05"), (AGAIN, "2031-03-06"))
    assert not moved
    assert stops == [("", "4 March", ("5 March", "6 March"))]


def test_a_change_is_a_move() -> None:
    moved, stops = told((FIRST, "2031-03-04"), (CHANGED, "2031-03-06"))
    assert moved
    assert stops == [("", "4 March", ()), ("changed", "6 March", ())]


def test_a_misfit_of_one_day_is_no_move() -> None:
    assert not told((FIRST, "2031-03-04"), (StepKind.INCONSISTENT, "2031-03-04"))[0]
    assert told((FIRST, "2031-03-04"), (StepKind.INCONSISTENT, "2031-03-05"))[0]


def test_every_kind_of_step_has_words() -> None:
    for kind in StepKind:
        assert kind in (FIRST, AGAIN) or told((FIRST, "2031-03-04"), (kind, "2031-03-05"))[1][1][0]


def test_an_account_in_nobodys_name_is_called_by_its_document() -> None:
    dossier = ferry()
    own = replace(dossier.courses[0], component=None, through="courier")
    lane = lanes(Index(replace(dossier, courses=(own,))))[0]
    assert lane.name.startswith("Ellery Courier")
