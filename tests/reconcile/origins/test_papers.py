"""The papers of one case are one origin, under whatever names, and with the police who write them."""

from __future__ import annotations

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, reading, unnamed

TWO = (
    Says("a man was hurt", (org("Tarrow Police Department"),)),
    Says("a man ran", (org("Ellery Police Department"),)),
)
"""Two bodies, so that nobody can tell whose a paper is."""


def together(dossier: Dossier, *names: str) -> bool:
    """Whether these are in one component."""
    told = {a.id: a.name for a in dossier.agents}
    return any(set(names) <= {told[a] for a in c.agents} for c in dossier.components)


def test_an_affidavit_and_court_documents_of_one_document_are_papers_of_one_case() -> None:
    lines = (Says("he fired", (unnamed("an arrest affidavit"),)), Says("he fled", (unnamed("court documents"),)))
    assert together(reconcile([reading(*TWO, *lines)]), "an arrest affidavit", "court documents")


def test_a_charge_that_tells_something_is_a_paper_of_the_case() -> None:
    charge = Says("he fired", (unnamed("the second-degree murder charge"),))
    lines = (charge, Says("he fled", (unnamed("court documents"),)))
    assert together(reconcile([reading(*TWO, *lines)]), "the second-degree murder charge", "court documents")


def test_the_document_is_the_paper_that_was_told_of_before() -> None:
    lines = (Says("he fired", (unnamed("a search warrant"),)), Says("he fled", (unnamed("the document"),)))
    assert together(reconcile([reading(*TWO, *lines)]), "a search warrant", "the document")
    alone = (Says("he fled", (unnamed("the document"),)),)
    assert len(reconcile([reading(*TWO, *alone)]).components) == 3


def test_affidavits_of_two_documents_are_of_one_case() -> None:
    one = reading(*TWO, Says("he fired", (unnamed("an affidavit"),)), name="one.txt")
    two = reading(*TWO, Says("he fled", (unnamed("court papers"),)), name="two.txt")
    assert together(reconcile([one, two]), "an affidavit", "court papers")


def test_court_documents_are_of_the_police_where_no_prosecutor_may_have_filed_them() -> None:
    lines = (
        Says("a man was hurt", (org("Tarrow Police Department"),)),
        Says("he fired", (unnamed("court documents"),)),
    )
    filed = Says("he was charged", (org("Linden County District Attorney"),))
    assert together(reconcile([reading(*lines)]), "Tarrow Police Department", "court documents")
    assert not together(reconcile([reading(*lines, filed)]), "Tarrow Police Department", "court documents")


@pytest.mark.parametrize("other", [group("his relatives and court papers"), unnamed("court records")])
def test_relatives_beside_papers_and_records_of_the_past_are_none_of_the_case(other: Who) -> None:
    lines = (Says("he fired", (unnamed("an affidavit"),)), Says("he fled", (other,)))
    assert not together(reconcile([reading(*TWO, *lines)]), "an affidavit", other.name)
