"""The scorer of packs: what is right scores fully, each mistake lowers its own figure, wrong gold is refused."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

EVAL = Path(__file__).resolve().parent.parent / "eval"
sys.path.insert(0, str(EVAL))

import origin_scoring as scoring  # noqa: E402

ONE = "Three shots were fired, Lindholm police said. Two shots were fired, said neighbor Ida Moe. The road was shut."
TWO = "Police in Lindholm said that three shots were fired."
TEXTS = {"d1": ONE, "d2": TWO}


def row(ident: str, doc: str, quote: str, origin: str, proposition: str) -> dict[str, Any]:
    chain = ["A1"] if origin == "unstated" else ["A1", origin]
    return {"id": ident, "doc": doc, "quote": quote, "source_text": None, "cue": None, "kind": "indirect"} | {
        "chain": chain,
        "origin": origin,
        "basis": "official",
        "proposition": proposition,
    }


def gold() -> dict[str, Any]:
    return {
        "agents": [{"id": ident} for ident in ("A1", "A2", "A3", "A4")],
        "assertions": [
            row("S1", "d1", "Three shots were fired", "A2", "P1"),
            row("S2", "d1", "Two shots were fired", "A3", "P2"),
            row("S3", "d1", "The road was shut", "unstated", "P3"),
            row("S4", "d2", "three shots were fired", "A4", "P1"),
        ],
        "propositions": [{"id": ident} for ident in ("P1", "P2", "P3")],
        "conflicts": [{"propositions": ["P1", "P2"], "kind": "contradiction"}],
        "components": {"all": [["A2", "A4"], ["A3"]]},
    }


def loaded(folder: Path, told: dict[str, Any]) -> scoring.Pack:
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(told), encoding="utf-8")
    return scoring.load(folder)


@pytest.fixture
def pack(tmp_path: Path) -> scoring.Pack:
    return loaded(tmp_path, gold())


def at(words: str, doc: str = "d1") -> scoring.Passage:
    start = TEXTS[doc].index(words)
    return scoring.Passage(doc, start, start + len(words))


def test_every_pack_is_whole_and_scores_fully_against_itself() -> None:
    folders = sorted(p.parent for p in (EVAL / "packs").glob("*/*/gold.json"))
    assert [folder.parent.name for folder in folders] == ["dev"] * 4 + ["kept"] * 5 + ["second"] * 3
    for folder in folders:
        one = scoring.load(folder)
        assert len(one.texts) >= 3
        assert len(one.assertions) >= 25
        ends: dict[str, tuple[scoring.Passage, ...]] = {}
        for gold in one.assertions:
            ends[gold.proposition] = (*ends.get(gold.proposition, ()), gold.passage)
        links = tuple(scoring.Link(ends[a], ends[b]) for a, b in one.conflicts)
        assert scoring.figures(one, scoring.Found(one.assertions, links)) == dict.fromkeys(
            ("found", "stated", "component", "proposition", "count", "conflicts"), pytest.approx(1.0)
        )


def test_nothing_found_scores_nothing(pack: scoring.Pack) -> None:
    assert scoring.figures(pack, scoring.Found(())) == {"found": 0.0, "conflicts": 0.0}


def test_half_the_words_must_be_covered(pack: scoring.Pack) -> None:
    half = replace(pack.assertions[0], passage=at("Three shots"))
    less = replace(pack.assertions[0], passage=at("Three"))
    assert scoring.figures(pack, scoring.Found((half,)))["found"] == 0.25
    assert scoring.figures(pack, scoring.Found((less,)))["found"] == 0.0


def test_of_two_that_cover_it_the_shorter_is_taken(pack: scoring.Pack) -> None:
    exact = pack.assertions[0]
    longer = replace(exact, passage=at("Three shots were fired, Lindholm police said"), origin=None)
    assert scoring.pairs(pack, [longer, exact])[0] == (exact, exact)


def test_credit_to_nobody_where_somebody_is_credited_lowers_stated(pack: scoring.Pack) -> None:
    first, *rest = pack.assertions
    wrong = replace(first, origin=None, component=None)
    told = scoring.figures(pack, scoring.Found((wrong, *rest)))
    assert told["stated"] == 0.75
    assert told["component"] == 1.0


def test_an_origin_counted_twice_lowers_component_and_count(pack: scoring.Pack) -> None:
    *rest, last = pack.assertions
    told = scoring.figures(pack, scoring.Found((*rest, replace(last, component="another"))))
    assert told["component"] == pytest.approx(2 * 1 * (2 / 3) / (1 + 2 / 3))
    assert told["count"] == 0.0
    assert told["proposition"] == 1.0


def test_two_propositions_run_together_lower_proposition(pack: scoring.Pack) -> None:
    first, second, *rest = pack.assertions
    told = scoring.figures(pack, scoring.Found((first, replace(second, proposition=first.proposition), *rest)))
    # Of four items, three in one group that should be two and one: precision (2/3 + 1/3 + 2/3 + 1) / 4, recall 1.
    assert told["proposition"] == pytest.approx(2 * (2 / 3) / (1 + 2 / 3))


def test_b_cubed_of_all_apart_and_all_together() -> None:
    assert scoring.b_cubed([]) is None
    assert scoring.b_cubed([("x", 1), ("x", 2)]) == pytest.approx(2 / 3)
    assert scoring.b_cubed([("x", 1), ("y", 1)]) == pytest.approx(2 / 3)


def test_a_conflict_is_connected_by_words_within_its_assertions_and_both_ends_count(pack: scoring.Pack) -> None:
    right = scoring.Link((at("Three shots"),), (at("Two shots"),))
    assert scoring.connected(pack, [right]) == 1
    assert scoring.connected(pack, [scoring.Link(right.other, right.one)]) == 1
    assert scoring.connected(pack, [scoring.Link((at("three shots", "d2"),), right.other)]) == 1
    one_end = scoring.Link(right.one, (at("The road was shut"),))
    same_end = scoring.Link(right.one, right.one)
    assert scoring.connected(pack, [one_end, same_end]) == 0


def test_every_two_different_values_make_a_link() -> None:
    here, there, third = at("Three shots"), at("Two shots"), at("three shots", "d2")
    assert scoring.crossed([("3", here), ("2", there), ("3", third)]) == [scoring.Link((here, third), (there,))]
    assert scoring.crossed([("3", here), ("3", third)]) == []


def test_packs_are_averaged_over_those_that_have_the_figure() -> None:
    assert scoring.mean([{"found": 1.0, "count": 0.5}, {"found": 0.0}]) == {"found": 0.5, "count": 0.5}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("quote", "Four shots"),
        ("quote", "shots were fired"),
        ("doc", "d3"),
        ("source_text", "the mayor"),
        ("cue", "claimed"),
        ("chain", ["A9", "A2"]),
        ("chain", ["A2", "A3"]),
        ("proposition", "P9"),
    ],
)
def test_gold_that_does_not_fit_its_documents_is_refused(tmp_path: Path, key: str, value: object) -> None:
    told = gold()
    told["assertions"][0][key] = value
    with pytest.raises(scoring.GoldError, match="S1"):
        loaded(tmp_path, told)


def test_a_conflict_or_a_component_that_names_nobody_known_is_refused(tmp_path: Path) -> None:
    with pytest.raises(scoring.GoldError, match="P9"):
        loaded(tmp_path, gold() | {"conflicts": [{"propositions": ["P1", "P9"]}]})
    with pytest.raises(scoring.GoldError, match="component"):
        loaded(tmp_path, gold() | {"components": {"all": [["A2"], ["A3"]]}})


def by_proposition() -> dict[str, Any]:
    told = gold()
    told["components"] = {"P1": [["A2", "A4"]], "P2": [["A3"]], "P3": []}
    told["conflicts"] = [{"propositions": ["P1", "P2", "P3"], "kind": "change"}]
    told["assertions"].append(row("S5", "d1", "were fired", "A3", "P2"))
    return told


def test_components_may_be_told_by_proposition_and_a_quotation_then_stands_where_it_stands_first(
    tmp_path: Path,
) -> None:
    one = loaded(tmp_path, by_proposition())
    assert one.conflicts == (("P1", "P2"), ("P1", "P3"), ("P2", "P3"))
    assert one.kinds == ("change",) * 3
    three, two, road, again, twice = one.assertions
    assert three.component == again.component != two.component == twice.component
    assert road.component is None
    assert twice.passage.start == ONE.index("were fired")


def test_a_quotation_that_stands_nowhere_is_refused_in_these_packs_too(tmp_path: Path) -> None:
    told = by_proposition()
    told["assertions"][0]["quote"] = "Nine shots were fired"
    with pytest.raises(scoring.GoldError, match="0 times"):
        loaded(tmp_path, told)
