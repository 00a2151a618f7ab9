"""The bundled examples come out as reviewed. When behaviour changes: `make golden`, and read the difference."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model import Reading
from tests.examples import render

Example = tuple[Path, list[Reading]]


@pytest.fixture(scope="module", params=render.examples(), ids=lambda folder: folder.name)
def example(request: pytest.FixtureRequest) -> Example:
    return request.param, render.readings(request.param)


def test_the_example_comes_out_as_reviewed(example: Example) -> None:
    folder, given = example
    kept = (render.HERE / f"{folder.name}.txt").read_text(encoding="utf-8")
    found = render.render(render.dossier(folder, given))
    assert found.splitlines() == kept.splitlines(), "run: make golden, and review the difference"


def test_the_order_of_documents_does_not_matter(example: Example) -> None:
    folder, given = example
    assert render.dossier(folder, given).to_json() == render.dossier(folder, given[::-1]).to_json()


def test_every_span_is_exact(example: Example) -> None:
    for reading in example[1]:
        text = reading.document.text
        for one in reading.attributions:
            for span in (*one.source, *one.cue, *one.content, *one.recipient):
                assert text[span.start : span.end] == span.exact
