"""The neural reader of attributions, on invented text."""

import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import ModelError
from sayso.read import tagger, tagger_decode, tagger_windows

ARTICLE = (
    "The bridge over Alder Creek will stay closed until spring, the county engineer said on Tuesday.\n\n"
    "“We found cracks in two of the girders,” said Marta Ilves, the county engineer. “Nobody should drive on it.”\n\n"
    "A spokesman for the haulage firm, Tor Lindgren, denied that its lorries had damaged the deck."
)


def quotations(text: str) -> list[tuple[int, int]]:
    found, opened = [], None
    for i, character in enumerate(text):
        if character == "\n":
            opened = None
        elif character == "“":
            opened = i
        elif character == "”" and opened is not None:
            found.append((opened, i + 1))
            opened = None
    return found


def paragraphs(text: str) -> list[tuple[int, int]]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def read(text: str, threads: int = 1) -> list[tagger.Candidate]:
    return tagger.tag(text, paragraphs(text), quotations(text), threads=threads)


def shown(text: str, pieces: tagger.Pieces) -> list[str]:
    return [text[a:b] for a, b in pieces]


def test_an_article_gives_who_says_what() -> None:
    found = read(ARTICLE)
    assert [shown(ARTICLE, c.cue) for c in found] == [["said"], ["said"], ["denied"]]
    assert "county engineer" in shown(ARTICLE, found[0].source)[0]
    assert shown(ARTICLE, found[0].content)[0].startswith("The bridge over Alder Creek")
    assert "Marta Ilves" in shown(ARTICLE, found[1].source)[0]
    assert "Tor Lindgren" in shown(ARTICLE, found[2].source)[0]
    assert "its lorries had damaged the deck" in shown(ARTICLE, found[2].content)[0]


def test_two_halves_of_a_quotation_are_one_attribution_with_their_marks() -> None:
    assert shown(ARTICLE, read(ARTICLE)[1].content) == [
        "“We found cracks in two of the girders,”",
        "“Nobody should drive on it.”",
    ]


def test_a_quotation_is_never_cut_or_crossed() -> None:
    text = "“It was dark. I said, no, we think, that he told us that it was,” she said. He “never, ever” lied, he said."
    marks = quotations(text)
    for candidate in read(text):
        for a, b in candidate.content:
            assert all(b <= qa or qb <= a or (a <= qa and qb <= b) for qa, qb in marks)


def test_every_offset_lies_inside_a_paragraph_and_contents_do_not_overlap() -> None:
    spans: list[tuple[int, int]] = []
    for candidate in read(ARTICLE):
        assert candidate.content
        assert 0 <= candidate.confidence <= 1
        for a, b in (*candidate.source, *candidate.cue, *candidate.content):
            assert any(low <= a < b <= high for low, high in paragraphs(ARTICLE))
        spans += candidate.content
    spans.sort()
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(spans))


def test_offsets_count_code_points_whatever_stands_before() -> None:
    shift = "\U0001f600 e\u0301 \ufeff日本\n\n"
    moved = read(shift + ARTICLE)
    assert [shown(shift + ARTICLE, c.content) for c in moved][-1] == shown(ARTICLE, read(ARTICLE)[-1].content)


def test_no_text_no_attributions() -> None:
    assert read("") == []
    assert read(" \n\t\n") == []
    assert tagger.tag("Not asked for.", [], []) == []


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    for candidate in read(text):
        for a, b in (*candidate.source, *candidate.cue, *candidate.content):
            assert 0 <= a < b <= len(text)


def test_a_paragraph_without_a_break_is_read_in_windows_that_cover_it_once() -> None:
    text = "The mayor said that the dam holds " * 700
    words = tagger_windows.words(text, paragraphs(text), tagger.reader().tokenizer)
    ranges = tagger_windows.windows(words)
    assert [w for low, high in ranges for w in range(low, high)] == list(range(len(words)))
    assert all(words.first[high] - words.first[low] <= tagger_windows.WINDOW for low, high in ranges)
    assert read(text)


def test_one_word_of_very_many_letters_is_read() -> None:
    assert isinstance(read("x" * 5000 + " said " + "é" * 90 * 4), list)
    assert isinstance(read("." * 5000), list)


def test_threads_and_what_was_read_before_change_nothing() -> None:
    first = read(ARTICLE)
    read("Something else altogether, a neighbour said, was read in between.")
    assert read(ARTICLE) == first
    assert read(ARTICLE, threads=2) == first


def test_no_span_runs_from_one_paragraph_into_the_next() -> None:
    begin, inside, end = 9, 10, 11
    emissions = np.full((4, tagger_decode.TAGS), -5, dtype=np.float32)
    for word, wanted in enumerate((begin, inside, inside, end)):
        emissions[word, wanted] = 5
    free = np.zeros((13, 13), dtype=np.float32)
    quiet = np.zeros(4, dtype=np.bool_)
    for starts in ([0], [0, 2]):
        tags = tagger_decode.best_tags(emissions, free, np.array(starts), quiet, free)
        assert (tags[1], tags[2]) == (inside, inside) if starts == [0] else tags[1] != inside and tags[2] != inside


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    names = ["attribution.json", *json.loads((tagger.MODELS / "attribution.json").read_text("utf8"))["files"]]
    for name in names:
        shutil.copy(tagger.MODELS / name, tmp_path / name)
    (tmp_path / "attribution.npz").write_bytes(b"not what was trained")
    with pytest.raises(ModelError, match="damaged"):
        tagger.Reader(tmp_path)
    (tmp_path / "attribution.npz").unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        tagger.Reader(tmp_path)
