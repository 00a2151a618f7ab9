"""What the terminal shows, and that documents cannot steer it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from sayso.model import Agent, AgentKind, Caution, Reading
from sayso.report.terminal import attributions, summary
from tests.report.builders import empty, large
from tests.report.ferry import ferry


def shown(draw: object, *, width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None)
    draw(console)  # type: ignore[operator]
    return out.getvalue()


def reading(document: int = 0) -> Reading:
    dossier = ferry()
    doc = dossier.documents[document]
    return Reading(
        document=doc,
        sentences=(),
        quotations=(),
        attributions=tuple(a for a in dossier.attributions if a.document == doc.id),
        agents=(*dossier.agents, Agent(id="x", name="x", kind=AgentKind.PERSON)),
        mentions=(),
        times=(),
        claims=tuple(c for c in dossier.claims if c.document == doc.id),
    )


@pytest.mark.parametrize("width", [80, 120])
def test_a_summary_fits_the_terminal(width: int) -> None:
    for dossier in (ferry(), large(40, 30), empty()):
        for line in shown(lambda c, d=dossier: summary(d, c), width=width).splitlines():
            assert cell_len(line) <= width


def test_a_summary_says_what_matters() -> None:
    told = shown(lambda c: summary(ferry(), c), width=120)
    assert "5–6 independent origins" in told
    assert told.index("Four of the nine voices") < told.index("What is said")
    assert "Disputed" in told and "denies" in told
    assert "Nobody speaks to" in told and "body camera" in told


@pytest.mark.parametrize("colour", [False, True])
def test_no_escape_sequence_of_a_document_reaches_the_terminal(colour: bool) -> None:
    told = shown(lambda c: summary(ferry(), c), colour=colour)
    told += shown(lambda c: attributions(reading(4), c), colour=colour)
    ours = re.sub(r"\x1b\[[0-9;]*m", "", told) if colour else told
    assert "\x1b" not in ours and "\x07" not in ours and "\u202e" not in ours
    assert "␛[31mloaded" in told


def test_rich_markup_in_a_document_is_text() -> None:
    told = shown(lambda c: attributions(reading(4), c))
    assert "␛[0m␇" in told


def test_nested_attributions_are_indented_below_the_one_they_stand_in() -> None:
    lines = shown(lambda c: attributions(reading(), c), width=120).splitlines()
    outer = next(n for n, line in enumerate(lines) if line.startswith("Okonkwo-Brandt"))
    inner = next(n for n, line in enumerate(lines) if "a senior port police source  told by" in line)
    assert inner > outer
    assert lines[inner].startswith("    a senior")


def test_carried_over_sources_are_told() -> None:
    assert "(carried over) = Port Ellery Police" in shown(lambda c: attributions(reading(), c), width=120)


def test_accounts_are_told_origin_by_origin_with_what_cannot_be() -> None:
    told = shown(lambda console: summary(ferry(), console), width=120)
    start = told.index("Number of shots: ")
    lines = [" ".join(line.split()) for line in told[start:].splitlines()[1:4]]
    assert lines[0].startswith("[A] “three shots” ≠ B")
    assert lines[1].startswith("[A] then “five shots”")
    assert lines[2].startswith("[B] “five shots”")


def test_what_must_be_known_of_the_whole_is_shown_before_the_findings() -> None:
    told = Caution(code="undated", message="2 of 2 have no date\x1b[31m", documents=("a", "b"))
    text = shown(lambda console: summary(replace(ferry(), cautions=(told,)), console), width=200)
    assert "Before you rely on this: 2 of 2 have no date␛[31m." in text
    assert text.index("Before you rely") < text.index(ferry().findings[0][:20])
