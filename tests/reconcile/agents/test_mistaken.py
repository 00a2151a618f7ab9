"""A person whom a reading takes for a body is known by the rank or office before the name."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Agent, AgentKind
from sayso.reconcile.agents.mistaken import Known, corrected


def told(text: str, name: str) -> Agent:
    """What a body of this name is, in a document with this text."""
    known = Known.of([sayso.read(sayso.ingest(text.encode(), name="a.txt"))])
    return corrected(Agent(id="a", name=name, kind=AgentKind.ORGANISATION), Known((), (), known.texts))


@pytest.mark.parametrize(
    ("before", "role"),
    [("DPD Lt.", "DPD Lt."), ("Police spokeswoman", "Police spokeswoman"), ("DPD spokesman Cpl.", "Cpl.")],
)
def test_a_rank_or_office_before_a_full_name_makes_it_a_persons(before: str, role: str) -> None:
    agent = told(f"A man was hurt in Dale on Friday, {before} Ida McOrr said.", "Ida McOrr")
    assert (agent.kind, agent.role) == (AgentKind.PERSON, role)


def test_a_surname_with_a_capital_inside_is_one() -> None:
    assert told("A man was hurt, DPD Lt. Ida McOrr said.", "McOrr").name == "Ida McOrr"


def test_a_body_without_a_rank_before_it_stays_one() -> None:
    assert told("A man was hurt, the Lantern Trust said.", "Lantern Trust").kind is AgentKind.ORGANISATION


def test_a_tip_line_is_no_person() -> None:
    person = Agent(id="a", name="Kettle County Crime Stoppers", kind=AgentKind.PERSON)
    assert corrected(person, Known((), (), ())).kind is AgentKind.ORGANISATION
