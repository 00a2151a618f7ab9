"""The published schema and the records say the same."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sayso.report.schema import schema, text
from tests.report.builders import empty, large
from tests.report.ferry import ferry

jsonschema: Any = import_module("jsonschema")  # comes without types
PUBLISHED = Path(__file__).parents[2] / "docs" / "dossier.schema.json"


def test_the_published_schema_is_the_one_of_the_records() -> None:
    assert PUBLISHED.read_text("utf-8") == text(), "run: python -m sayso.report.schema > docs/dossier.schema.json"


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("make", [ferry, empty, large])
def test_a_dossier_follows_it(make: object) -> None:
    dossier = make()  # type: ignore[operator]
    jsonschema.Draft202012Validator(schema()).validate(json.loads(dossier.to_json()))


def test_what_is_not_a_dossier_does_not() -> None:
    told = json.loads(ferry().to_json())
    told["origins"][0]["basis"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(told)


def test_every_record_says_what_it_is() -> None:
    for name, record in schema()["$defs"].items():
        assert record.get("description"), name
