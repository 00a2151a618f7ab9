"""What keeps two claims from saying the same."""

from __future__ import annotations

from sayso.reconcile.statements.propositions import Sense, conflicting
from tests.reconcile.builders import Says, org, reading

WEAPON = ("weapon", "the driver")


def told(*values: str) -> Sense:
    """A claim with these values of one field of one thing."""
    none: frozenset[str] = frozenset()
    return Sense(
        claim=reading(Says("the driver had something in hand", (org("Ferris Police Department"),), "have")).claims[0],
        words=none,
        resolved=none,
        numbers=none,
        agents=none,
        patients=none,
        modality="said",
        values=frozenset((*WEAPON, value) for value in values),
        stands=True,
    )


def test_two_values_of_one_field_conflict() -> None:
    assert conflicting(told("knife"), told("gun"))


def test_a_claim_with_two_values_conflicts_with_none_of_them_whatever_their_order() -> None:
    for value in ("knife", "gun"):
        assert not conflicting(told("knife", "gun"), told(value))
        assert not conflicting(told(value), told("knife", "gun"))
