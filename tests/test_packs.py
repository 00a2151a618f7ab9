"""What sayso finds in a pack is turned into rows and links in the words of the pack's own files."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

EVAL = Path(__file__).resolve().parent.parent / "eval"
sys.path.insert(0, str(EVAL))

import conflicts  # noqa: E402
import origin_scoring as scoring  # noqa: E402
import packs  # noqa: E402

TEXTS = {
    "d1": "Three people were wounded in the shooting on Mill Road, Lindholm Police Chief Ida Moe said Sunday.",
    "d2": "Five people were wounded in the shooting on Mill Road, Arvid County Sheriff Rolf Lunde said Sunday.",
}


def pack(folder: Path) -> scoring.Pack:
    days = [{"doc": name, "published": "2019-05-05"} for name in TEXTS]
    (folder / "meta.json").write_text(json.dumps(days), encoding="utf-8")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    quotes = {"d1": "Three people were wounded", "d2": "Five people were wounded"}
    gold = tuple(
        scoring.Assertion(scoring.Passage(doc, 0, len(quote)), f"A{n}", f"C{n}", f"P{n}")
        for n, (doc, quote) in enumerate(quotes.items())
    )
    return scoring.Pack("mill-road", TEXTS, gold, (("P0", "P1"),))


def test_two_counts_by_two_bodies_are_found_credited_and_set_side_by_side(tmp_path: Path) -> None:
    one = pack(tmp_path)
    have, size = packs.found(tmp_path, one)
    assert size == sum(len(text.split()) for text in TEXTS.values())
    told = scoring.figures(one, have)
    assert told == dict.fromkeys(("found", "stated", "component", "proposition", "conflicts"), 1.0)


def test_what_is_wrong_is_told_by_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one = pack(tmp_path)
    first, second = one.assertions
    lumped = (replace(first, origin=None, component=None), replace(second, proposition=first.proposition))
    packs.show(one, scoring.Found(lumped))
    told = capsys.readouterr().out
    assert "credited to nobody: d1 P0 A0 'Three people were wounded'" in told
    assert "propositions run together:" in told
    assert "not set side by side:" in told
    packs.show(one, scoring.Found((first,)))
    assert "not found: d2 P1 A1 'Five people were wounded'" in capsys.readouterr().out


def test_each_difference_shown_is_a_line_of_the_sheet_and_those_that_are_coded_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mill-road"
    folder.mkdir()
    pack(folder)
    agents = [{"id": f"A{n}"} for n in (1, 2)]
    rows = [
        {
            "id": f"R{n}", "doc": doc, "quote": quote, "source_text": None, "cue": None, "chain": [f"A{n}"],
            "origin": f"A{n}", "proposition": f"P{n}",
        }
        for n, doc, quote in ((1, "d1", "Three people were wounded"), (2, "d2", "Five people were wounded"))
    ]  # fmt: skip
    gold = {
        "agents": agents,
        "assertions": rows,
        "propositions": [{"id": "P1"}, {"id": "P2"}],
        "components": {"all": [["A1"], ["A2"]]},
        "conflicts": [{"propositions": ["P1", "P2"], "kind": "contradiction"}],
    }
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    ((name, dossier),) = conflicts.coded(tmp_path)
    (line,) = [one.line(name) for one in conflicts.shown(dossier)]
    assert line.startswith("contradicts\tmill-road\t")
    assert "coded   1  told   1  beside   1; differences shown 1, of which coded 1" in capsys.readouterr().err
