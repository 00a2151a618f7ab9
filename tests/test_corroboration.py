"""Whether what is shown with two independent origins is so, measured by packs coded by hand."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest

EVAL = Path(__file__).resolve().parent.parent / "eval"
sys.path.insert(0, str(EVAL))

import corroboration  # noqa: E402
import origin_scoring as scoring  # noqa: E402

TEXTS = {"d1": "A van hit the rail.", "d2": "The van hit the rail.", "d3": "It was a cold night."}


def passage(doc: str) -> scoring.Passage:
    return scoring.Passage(doc, 0, len(TEXTS[doc]))


def pack(*rows: tuple[str, str | None, str]) -> scoring.Pack:
    told = tuple(scoring.Assertion(passage(doc), who, who, said) for doc, who, said in rows)
    return scoring.Pack("ferris", TEXTS, told, ())


def shown(*docs: str, sure: bool = True) -> corroboration.Shown:
    return corroboration.Shown("a van", tuple(corroboration.Told(passage(d), d) for d in docs), sure)


def test_two_components_with_one_coded_proposition_of_two_origins_are_right() -> None:
    one = pack(("d1", "A", "P"), ("d2", "B", "P"))
    counts = corroboration.count(one, [shown("d1", "d2")])
    assert corroboration.figures(counts) == dict.fromkeys(
        ("corroborated right", "corroborated found", "up to two right", "up to two found"), 1.0
    )


@pytest.mark.parametrize(
    "rows",
    [
        [("d1", "A", "P"), ("d2", "A", "P")],
        [("d1", "A", "P"), ("d2", "B", "Q")],
        [("d1", "A", "P"), ("d2", None, "P")],
    ],
    ids=["one origin", "two propositions", "nobody"],
)
def test_one_coded_origin_two_propositions_and_nobody_are_wrong(rows: list[tuple[str, str | None, str]]) -> None:
    counts = corroboration.count(pack(*rows), [shown("d1", "d2")])
    assert (counts["sure judged"], counts["sure right"]) == (1, 0)


def test_what_coders_have_not_spoken_to_is_not_judged_and_up_to_two_is_counted_apart() -> None:
    one = pack(("d1", "A", "P"), ("d2", "B", "P"))
    counts = corroboration.count(one, [shown("d1", "d3"), shown("d1", "d2", sure=False)])
    assert (counts["shown"], counts["judged"], counts["right"], counts["found"]) == (2, 1, 1, 1)
    assert (counts["sure"], counts["sure judged"], counts["sure found"]) == (1, 0, 0)
    assert "corroborated right" not in corroboration.figures(counts)


def test_what_is_wrong_and_what_is_missed_is_told_by_its_words(capsys: pytest.CaptureFixture[str]) -> None:
    one = pack(("d1", "A", "P"), ("d2", "B", "P"), ("d3", "C", "Q"))
    corroboration.show(one, [shown("d1", "d3")])
    told = capsys.readouterr().out
    assert "ferris wrong: 'a van'" in told
    assert "ferris not shown: P" in told


def test_a_pack_is_read_and_what_it_shows_is_located(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    corroboration.main([tmp_path, tmp_path], verbose=False)
    assert "all" in capsys.readouterr().out
    assert corroboration.figures(Counter()) == {}
