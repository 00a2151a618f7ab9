"""What words tell of somebody's part."""

import math

import numpy as np
import pytest

from sayso.read import parts, tagger

TEXT = """Marlo Quill, 34, was shot and killed on Sunday.
Dario Tarn, 21, was arrested and charged with murder.
Sheriff Petra Olm said the men knew each other."""


def told(sums: list[list[float]], paragraph: list[int]) -> parts.Parts:
    """Words of one letter, a space apart."""
    start = np.arange(len(sums)) * 2
    return parts.Parts(start, start + 1, np.array(paragraph), np.array(sums, dtype=np.float32))


def test_chances_are_logarithms_that_sum_to_one() -> None:
    found = told([[0.5, 2.0, -1.0, 0, 0, 0]], [0]).at(0, 1)
    assert found is not None
    assert sum(map(math.exp, found)) == pytest.approx(1, abs=0.02)
    assert max(found) == found[1]


def test_words_near_a_name_tell_of_it_where_they_stand_in_its_paragraph() -> None:
    words = [[0.0] * 6, [0.0, 0.0, 0.0, 0.0, 5.0, 0.0]]
    near, far = told(words, [0, 0]).at(0, 1), told(words, [0, 1]).at(0, 1)
    assert near is not None and far is not None
    assert near[1] > far[1] == far[0]


def test_words_beyond_reach_tell_nothing_of_a_name() -> None:
    words = [[0.0] * 6 for _ in range(parts.REACH + 2)]
    words[-1] = [0, 0, 0, 0, 50, 0]
    found = told(words, [0] * len(words)).at(0, 1)
    assert found is not None and found[0] == found[1]


def test_where_no_word_stands_nothing_is_told() -> None:
    assert told([[0.0] * 6], [0]).at(1, 2) is None
    assert tagger.tag("", [], []).parts.at(0, 0) is None


def test_the_model_tells_the_dead_from_the_accused_and_both_from_the_sheriff() -> None:
    ends = [i for i, c in enumerate(f"{TEXT}\n") if c == "\n"]
    lines = list(zip([0, *(end + 1 for end in ends)], ends, strict=False))
    found = tagger.tag(TEXT, lines, []).parts
    likeliest = []
    for name in ("Marlo Quill", "Dario Tarn", "Petra Olm"):
        part = found.at(TEXT.index(name), TEXT.index(name) + len(name))
        assert part is not None
        likeliest.append(max(range(3), key=lambda k: part[k]))
    assert likeliest == [1, 2, 0]
