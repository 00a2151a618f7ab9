from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import InputError, SpanError
from sayso.ingest import ingest
from sayso.model import Span
from sayso.spans import Found, fold, reanchor, selectors, source_position

TEXT = "“He had stopped,” she said. He had   stopped at the light — twice. The deputy’s report says otherwise."
PAGE = "<html><body><p>The <b>deputy’s</b> report says\n  otherwise, he said.</p><p>He had stopped.</p></body></html>"


def at(words: str, text: str = TEXT, nth: int = 0) -> int:
    place = -1
    for _ in range(nth + 1):
        place = text.index(words, place + 1)
    return place


def test_selectors_of_plain_text() -> None:
    document = ingest("The bridge fell on Friday, he said.")
    made = selectors(document, document.span(4, 10))
    assert made == [
        {"type": "TextPositionSelector", "start": 4, "end": 10},
        {"type": "TextQuoteSelector", "exact": "bridge", "prefix": "The ", "suffix": " fell on Friday, he said."},
    ]
    with pytest.raises(SpanError):
        selectors(document, Span(document=document.id, start=4, end=10, exact="tunnel"))
    with pytest.raises(SpanError):
        selectors(document, Span(document="other", start=4, end=10, exact="bridge"))


def test_selectors_of_a_page_lead_to_its_nodes() -> None:
    document = ingest(PAGE)
    start = document.text.index("deputy’s")
    _, _, inside = selectors(document, document.span(start, start + 6))
    assert inside == {
        "type": "XPathSelector",
        "value": "/html/body[1]/p[1]/b[1]/text()[1]",
        "refinedBy": {"type": "TextPositionSelector", "start": 0, "end": 6},
    }
    _, _, across = selectors(document, document.span(start, start + 15))
    assert across["type"] == "RangeSelector"
    assert across["startSelector"]["value"] == "/html/body[1]/p[1]/b[1]/text()[1]"
    assert across["endSelector"]["value"] == "/html/body[1]/p[1]/text()[2]"


def test_source_positions() -> None:
    document = ingest(PAGE)
    place = source_position(document, document.text.index("otherwise"))
    assert place is not None
    assert (place.path, place.node, place.xpath) == ("/html/body[1]/p[1]", 1, "/html/body[1]/p[1]/text()[2]")
    assert " report says\n  otherwise, he said."[place.offset :].startswith("otherwise")
    assert source_position(document, document.text.index("\n")) is None
    assert source_position(document, 10_000) is None
    assert source_position(document, -1) is None
    assert source_position(ingest("plain text"), 1) is None


@pytest.mark.parametrize(
    ("text", "exact", "start", "status", "found"),
    [
        (TEXT, "stopped", at("stopped", nth=1), Found.EXACT, "stopped"),
        ("New. " + TEXT, "stopped at", at("stopped at"), Found.MOVED, "stopped at"),
        (TEXT, '"he had stopped," she said', 0, Found.NORMALISED, "“He had stopped,” she said"),
        (TEXT, "He had stopped at the light - twice", 27, Found.NORMALISED, "He had   stopped at the light — twice"),
        (TEXT, "The deputys report said otherwise", 60, Found.FUZZY, "The deputy’s report says otherwise"),
        (TEXT, "Nothing at all like that was printed", 3, Found.LOST, ""),
    ],
)
def test_reanchoring(text: str, exact: str, start: int, status: Found, found: str) -> None:
    lo, hi, got = reanchor({"type": "TextQuoteSelector", "exact": exact, "start": start}, text)
    assert (got, text[lo:hi]) == (status, found)


def test_context_decides_between_equal_words() -> None:
    text = "A said no. B said no. C said no."
    lo, _, _ = reanchor({"exact": "said no", "prefix": "B ", "suffix": ". C"}, text)
    assert lo == text.index("B said") + 2
    lo, _, status = reanchor({"exact": "said no", "start": 24}, "XXXX" + text)
    assert (lo, status) == (text.index("C said") + 6, Found.MOVED)


def test_a_selector_without_words() -> None:
    with pytest.raises(InputError):
        reanchor({"type": "TextQuoteSelector"}, "text")


@settings(max_examples=150, deadline=None)
@given(st.text(min_size=1, max_size=400), st.data())
def test_what_was_selected_is_found_again(text: str, data: st.DataObject) -> None:
    text = "".join("\ufffd" if "\ud800" <= char <= "\udfff" else char for char in text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = reanchor({"exact": text[start:end], "start": start}, text)
    assert (anchor.start, anchor.end, anchor.status) == (start, end, Found.EXACT)
    moved = reanchor(
        {"exact": text[start:end], "start": start, "prefix": text[max(0, start - 9) : start]}, "Ω" * 3 + text
    )
    assert moved.status in (Found.MOVED, Found.EXACT)
    assert ("Ω" * 3 + text)[moved.start : moved.end] == text[start:end]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.text(max_size=60))
def test_reanchoring_never_fails(text: str, exact: str) -> None:
    if exact:
        anchor = reanchor({"exact": exact}, text)
        assert 0 <= anchor.start <= anchor.end <= len(text)
        assert (anchor.start == anchor.end) == (anchor.status is Found.LOST)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_folding_keeps_its_map(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(folded.offsets)
    assert fold(folded.text).text == folded.text or not text.isascii()
    if folded.text:
        start, end = folded.original(0, len(folded.text))
        assert 0 <= start < end <= len(text)
    with pytest.raises(SpanError):
        folded.original(0, len(folded.text) + 1)


def test_reanchoring_grows_no_worse_than_linearly() -> None:
    def cost(size: int) -> float:
        text = "the deputy said the driver did not stop and the deputy fired " * size
        begun = time.perf_counter()
        reanchor({"exact": "the deputies say that drivers do not stop so the deputy fires " * 3, "start": 5}, text)
        return time.perf_counter() - begun

    cost(50)
    small = min(cost(300) for _ in range(3))
    assert min(cost(2400) for _ in range(3)) < 8 * small * 4 + 0.05
