"""The public names: what they are, that they load late, and that the three steps fit together."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

import sayso
import sayso.read.times
from sayso import model

TEXT = "The sheriff said the road was closed on Friday. “It is ice,” he added."


def test_names() -> None:
    for name in sayso.__all__:
        assert getattr(sayso, name)
        assert name in dir(sayso)
    assert sayso.Document is model.Document
    with pytest.raises(AttributeError):
        getattr(sayso, "nothing")  # noqa: B009


def test_steps_are_callable_however_they_were_imported() -> None:
    for first in (
        "import sayso.read.times",
        "from sayso.read import read",
        "import sayso",
        "import sayso.read as r; r",
    ):
        code = f"{first}\nimport sayso\nassert callable(sayso.read) and sayso.read.read and sayso.read.times"
        subprocess.run([sys.executable, "-c", code], check=True)


def test_the_flow() -> None:
    document = sayso.ingest(TEXT, published=date(2025, 9, 14), name="note")
    reading = sayso.read(document)
    dossier = sayso.reconcile([reading])
    assert [time.start for time in reading.times] == ["2025-09-12"]
    assert json.loads(dossier.to_json())["documents"][0]["id"] == document.id


def test_the_same_text_gives_the_same_dossier() -> None:
    def made() -> str:
        return sayso.reconcile([sayso.read(sayso.ingest(TEXT, published=date(2025, 9, 14), name="note"))]).to_json()

    assert made() == made()
