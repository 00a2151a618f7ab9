"""How much rests on each origin."""

from __future__ import annotations

from sayso.report.index import Index
from sayso.report.standings import standings
from tests.report.builders import empty
from tests.report.ferry import ferry


def test_the_origin_on_which_most_rests_comes_first_and_nobody_last() -> None:
    told = standings(Index(ferry()))
    assert told[0].word.letter == "A"
    assert [s.statements for s in told[:-2]] == sorted((s.statements for s in told[:-2]), reverse=True)
    assert [s.word.letter for s in told[-2:]] == ["?", "–"]


def test_what_rests_on_one_origin_alone_is_told_apart() -> None:
    index = Index(ferry())
    first = standings(index)[0]
    several = {p.text for p in index.dossier.propositions if len(index.assessments[p.id].components) > 1}
    assert several == {"drove a forklift at officers", "the officer fired five shots"}, "the first is denied by B"
    assert first.alone == f"{first.statements - 1} on it alone"


def test_a_denial_is_no_statement_that_rests_on_an_origin() -> None:
    told = {s.word.name: s.statements for s in standings(Index(ferry()))}
    assert told["Haddad-Öztürk"] == 1, "two of her claims deny what others say"


def test_origins_that_may_be_one_name_each_other() -> None:
    told = {s.word.name: s for s in standings(Index(ferry()))}
    one, other = told["Haddad-Öztürk"], next(s for name, s in told.items() if "terminal workers" in name)
    assert one.may == (other.word.letter,)
    assert other.may == (one.word.letter,)


def test_nothing_rests_on_anybody_where_nothing_is_said() -> None:
    assert standings(Index(empty())) == ()
