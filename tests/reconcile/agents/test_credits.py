"""Wire copy and other outlets' reports: whose voice it is, and that it is no origin."""

from __future__ import annotations

import dataclasses

import pytest

from sayso.model import AgentKind, Basis, Dossier, Reading
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, org, person, reading

WIRE = "The Associated Press"
PORT = org("Port Ellery Police Department")


def chain(dossier: Dossier, words: str) -> list[str]:
    names = {a.id: a.name for a in dossier.agents}
    claim = next(c for c in dossier.claims if words in c.spans[0].exact)
    return [names[a] for s in dossier.supports if s.claim == claim.id for a in s.chain]


def told_to(told: Reading, number: int, words: str) -> Reading:
    """The reading with a recipient for one of its attributions."""
    at = told.document.text.index(words)
    each = list(told.attributions)
    each[number] = dataclasses.replace(each[number], recipient=(told.document.span(at, at + len(words)),))
    return dataclasses.replace(told, attributions=tuple(each))


def test_wire_copy_speaks_in_the_wire_s_voice_and_adds_no_origin() -> None:
    lines = (Says("a man was shot on Mill Road", (PORT,)), Says("the road was closed"))
    told = [
        reading(*lines, name=f"{n}.txt", publisher=n, credit=WIRE, salt=n) for n in ("Ellery Herald", "Linden Post")
    ]
    dossier = reconcile(told)
    assert chain(dossier, "was shot")[1:] == ["The Associated Press", "Port Ellery Police Department"]
    assert chain(dossier, "was closed")[1:] == ["The Associated Press"]
    assert dossier.overall.independent == (1, 1)
    by_id = {a.id: a.name for a in dossier.agents}
    assert by_id[dossier.supports[0].voice] == "Port Ellery Police Department"
    assert by_id[dossier.supports[1].voice] == "The Associated Press"


def test_what_was_told_to_the_publisher_is_its_own_reporting() -> None:
    told = reading(
        Says("a man was shot on Mill Road", (PORT,)),
        Says("the road was closed when she came for the Herald", (person("Sten Ahlgren", "resident"),)),
        publisher="Ellery Herald",
        credit=WIRE,
    )
    dossier = reconcile([told_to(told, 1, "Herald")])
    assert "The Associated Press" in chain(dossier, "was shot")
    assert chain(dossier, "was closed") == ["Ellery Herald", "Sten Ahlgren"]
    assert dossier.overall.independent == (2, 2)


def test_a_wire_s_own_page_has_no_credit() -> None:
    dossier = reconcile([reading(Says("a man was shot"), publisher="Associated Press", credit=WIRE)])
    assert chain(dossier, "was shot") == ["Associated Press"]


@pytest.mark.parametrize("name", ["a report in the Ellery Herald", "the Ellery Herald’s story"])
def test_another_outlet_s_report_is_coverage_and_no_record(name: str) -> None:
    dossier = reconcile([reading(Says("a man was shot", (Who(name, AgentKind.UNNAMED),)))])
    assert [o.basis for o in dossier.origins] == [Basis.UNSTATED]


def test_a_police_report_is_a_record() -> None:
    dossier = reconcile([reading(Says("a man was shot", (Who("a report by the coroner", AgentKind.UNNAMED),)))])
    assert [o.basis for o in dossier.origins] == [Basis.RECORD]
