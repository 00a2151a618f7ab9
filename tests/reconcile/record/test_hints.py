"""What the reader's model makes of somebody's mentions, as features."""

from dataclasses import replace
from math import exp

import pytest

from sayso.reconcile.record.evidence import gather
from sayso.reconcile.record.hints import hints
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell
from sayso.reconcile.record.surroundings import Place, mentions
from tests.reconcile.record.texts import reading

TEXT = "Marlo Quill was shot on Friday night in Alder Bay. Police said Quill died at a hospital."
VICTIM, OTHER = (-2.0, -0.3, -2.0), (-0.1, -3.0, -3.0)


def places(*parts: tuple[float, float, float] | None) -> list[Place]:
    """The mentions of the one person of the text, with these parts in text order."""
    read = reading(TEXT)
    told = iter(parts)
    changed = tuple(m if m.part is None else replace(m, part=next(told)) for m in read.mentions)
    known = pages([replace(read, mentions=changed)])
    people = named_people(known)
    (one,) = (e for e in gather(tell(known, people), people) if e.person is not None)
    return list(mentions(one, known))


def test_hints_are_the_mean_and_the_most_of_all_mentions() -> None:
    found: dict[str, float] = {}
    hints(places(VICTIM, OTHER), found)
    assert found["hint victim"] == pytest.approx((VICTIM[1] + OTHER[1]) / 2)
    assert found["hint victim most"] == pytest.approx(exp(VICTIM[1]))
    assert "hint none" not in found


def test_without_any_mention_that_is_known() -> None:
    found: dict[str, float] = {}
    hints(places(None, None), found)
    assert found == {"hint none": 1.0}
