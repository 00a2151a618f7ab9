"""Fields of a codebook of the user's own."""

from __future__ import annotations

import pytest

from sayso.codebooks import read
from sayso.errors import InputError
from sayso.model import CellState
from sayso.reconcile.record import record
from tests.reconcile.record.texts import reading

BOOK = """
codebook: protest
label: Protest
fields:
  - {name: date, label: the day, type: date}
  - {name: city_or_county, label: the city, type: place, part: city}
  - name: crowd
    label: how many came
    type: count
    propose: largest
    counted: [marchers, protesters]
  - name: ending
    label: how it ended
    type: choice
    propose: latest
    words:
      dispersed: [dispers*]
      tear gas: [tear gas*]
      peaceful: [peaceful*]
    definitions: {tear gas: "any chemical irritant used on the crowd"}
    refines: {tear gas: dispersed}
    excludes: [[peaceful, tear gas], [peaceful, dispersed]]
"""
TEXT = (
    "AUSTIN, Texas — About 300 marchers walked through Austin on Saturday, police said.\n\nOrganizers counted 500 "
    "protesters.\n\nOfficers used tear gas on the marchers and dispersed them, witnesses said.\n\n"
    "The mayor said the marchers had been peaceful."
)


def test_a_third_codebook_fills_a_record() -> None:
    book = read(BOOK, source="protests.yaml")
    told = record([reading(TEXT, published="2016-07-11")], codebook=book)
    assert [c.field for c in told.cells] == ["date", "city_or_county", "crowd", "ending"]
    assert told.value("date") == "2016-07-09"
    assert told.value("city_or_county") == "Austin"
    assert told.value("crowd") == "500"
    assert told.value("ending") == "tear gas"


def test_values_that_exclude_each_other_are_disputed_and_those_that_refine_are_not() -> None:
    book = read(BOOK, source="protests.yaml")
    disputed = record([reading(TEXT)], codebook=book).cell("ending")
    agreed = record([reading(TEXT.split("\n\nThe mayor", maxsplit=1)[0])], codebook=book).cell("ending")
    assert disputed is not None
    assert agreed is not None
    assert disputed.state is CellState.DISPUTED
    assert agreed.state is CellState.STATED


@pytest.mark.parametrize(
    ("key", "complaint"),
    [
        ("type: number", "fields[0].type: 'number' must be one of date, place"),
        ("propose: best", "fields[0].propose: 'best' must be one of most"),
        ("part: city", "fields[0].part stands only with the types place and person"),
        ("refines: {a: b}", "fields[0].refines: 'a' is no value"),
        ("excludes: [[a, b]]", "fields[0].excludes[0]: 'a' is no value"),
        ("definitions: {a: b}", "fields[0].definitions: 'a' is no value"),
    ],
)
def test_a_faulty_key_is_refused_with_file_and_place(key: str, complaint: str) -> None:
    with pytest.raises(InputError) as refused:
        read(f"codebook: x\nlabel: x\nfields:\n  - {{name: f, label: f, {key}}}\n", source="mine.yaml")
    assert "mine.yaml" in str(refused.value)
    assert complaint in str(refused.value)
