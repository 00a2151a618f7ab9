"""Reading is pure, total and linear."""

from __future__ import annotations

import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Span
from sayso.read import read
from tests.read.builders import document

PIECES = """“|”|"|‘|’|said|Police|she|Ann Pell|,|.|:|\n\n|that|told|by|a source|according to|the officer was shot|Friday
ICE|—|#|\u202e|\x00|é|日本|🙂|confirmed|the account|did not respond|unknown|allegedly|(|)|\t|\r\n|40-year-old|two men"""
WORDS = st.sampled_from(PIECES.split("|"))
TEXTS = st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join))
COPIES = 100


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_any_text_is_read_and_every_span_holds_its_words(text: str) -> None:
    reading = read(document(text))
    spans: list[Span] = [*reading.sentences]
    spans += [s for q in reading.quotations for s in q.spans]
    spans += [s for a in reading.attributions for s in (*a.source, *a.cue, *a.content, *a.recipient)]
    spans += [m.span for m in reading.mentions] + [t.span for t in reading.times]
    spans += [s for c in reading.claims for s in c.spans]
    assert all(text[s.start : s.end] == s.exact for s in spans)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_every_reference_inside_a_reading_leads_somewhere(text: str) -> None:
    reading = read(document(text))
    attributions = {a.id for a in reading.attributions}
    agents = {g.id for g in reading.agents}
    for a in reading.attributions:
        assert a.agent is None or a.agent in agents
        assert {a.parent, a.carried_from, *a.confirms} - {None} <= attributions
        assert a.parent != a.id
    assert all(m.agent in agents for m in reading.mentions)
    assert all(c.attribution is None or c.attribution in attributions for c in reading.claims)


def test_the_same_document_gives_the_same_reading() -> None:
    text = "“We saw smoke,” Orlov said Friday. Police said a man was hurt."
    assert read(document(text)) == read(document(text))


@pytest.mark.parametrize(
    "unit",
    ["“a ", '"a" ', "he said that ", "a “b” ", "(", "told by ", "Police said X. ", "“a\n", "X, ", "\n\n“We go.” "],
)
def test_reading_grows_no_worse_than_linearly(unit: str) -> None:
    """Counted in executed lines of our own code, which no busy machine disturbs."""
    small, large = (_lines_run(unit * n) for n in (COPIES, 4 * COPIES))
    assert large <= 5.5 * small + 20_000


def _lines_run(text: str) -> int:
    count = 0

    def tracer(frame: object, event: str, _: object) -> object:
        nonlocal count
        name = getattr(getattr(frame, "f_code", None), "co_filename", "")
        if "sayso" not in name:
            return None
        if event == "line":
            count += 1
        return tracer

    read(document("warm up"))
    sys.settrace(tracer)  # type: ignore[arg-type]
    try:
        read(document(text))
    finally:
        sys.settrace(None)
    return count
