"""Values with those who give them."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Assessment, Detail, Status
from sayso.report.details import details
from sayso.report.index import Index
from tests.report.ferry import ferry


def test_a_value_names_each_origin_that_gives_it_once() -> None:
    dossier = ferry()
    three, *fives = dossier.comparisons[1].accounts
    made = (
        Detail(id="d3", topic="number_of_shots", field="shots", about=None, value="3", text="three shots",
               accounts=(three,)),
        Detail(id="d5", topic="number_of_shots", field="shots", about=None, value="5", text="five shots",
               accounts=(*fives, fives[0])),
    )  # fmt: skip
    assessed = Assessment(
        subject="d5", voices=(), origins=(), components=(), independent=(2, 2), outside=(1, 1),
        status=Status.CORROBORATED, explanation="",
    )  # fmt: skip
    ((topic, values),) = details(Index(replace(dossier, details=made, assessments=(*dossier.assessments, assessed))))
    assert topic == "Number of shots"
    assert [v.words for v in values] == ["five shots", "three shots"], "what has most origins comes first"
    assert [s.word.letter for s in values[0].signs] == ["A", "B"]
    assert values[0].counts == "2 documents · 2 origins · 1 outside the parties"
    assert values[0].means == "5"
