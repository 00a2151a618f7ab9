"""Passages that tell the same are found within clauses that go on about something else."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sayso.model import Dossier
from sayso.reconcile import reconcile
from sayso.reconcile.statements.passages import alike, average_link, close, pieces
from tests.reconcile.builders import Says, org, person, reading

POLICE = org("Ferris Police Department")
NEIGHBOUR = person("Vera Holm", "neighbour")
CUT = "the miller was struck in the face after a quarrel over a borrowed wheelbarrow"


def told(*texts: str, **more: bool) -> Dossier:
    """A dossier of these statements, each in a document of its own; the last is a denial with `denied`."""
    last = len(texts) - 1
    lines = [Says(t, (POLICE,), "strike", polarity=not (more.get("denied") and n == last)) for n, t in enumerate(texts)]
    return reconcile([reading(line, name=f"{n}.txt") for n, line in enumerate(lines)])


def groups(dossier: Dossier) -> list[set[str]]:
    """The words of the passages that are alike, group by group, of groups that hold more than one claim."""
    found = [g.passages for g in alike(dossier) if len({p.claim for p in g.passages}) > 1]
    return [{" ".join(s.exact for s in p.spans) for p in passages} for passages in found]


def test_a_clause_is_cut_where_a_phrase_begins() -> None:
    claim = told(CUT).claims[0]
    words = [" ".join(s.exact for s in spans) for spans in pieces(claim)]
    assert words[0] == CUT
    assert "the miller was struck in the face" in words
    assert "after a quarrel over a borrowed wheelbarrow" in words


def test_a_piece_of_one_clause_is_like_the_whole_of_another() -> None:
    found = groups(told(CUT, "the miller was struck in the face"))
    assert any("the miller was struck in the face" in g and CUT not in g for g in found)


@pytest.mark.parametrize(
    ("one", "two", "denied"),
    [
        ("three barrels rolled down the quarry road", "five barrels rolled down the quarry road", False),
        ("the barrels rolled down the quarry road", "the barrels rolled down the quarry road", True),
        ("the barrels rolled down the quarry road", "a heron nested above the quarry", False),
    ],
    ids=["numbers", "a denial", "one word"],
)
def test_other_numbers_a_denial_and_one_common_word_are_not_alike(one: str, two: str, denied: bool) -> None:
    assert groups(told(one, two, denied=denied)) == []


def test_each_passage_is_in_exactly_one_group() -> None:
    dossier = told(CUT, "the miller was struck in the face", "a quarrel over a borrowed wheelbarrow came before")
    held = [p for g in alike(dossier) for p in g.passages]
    assert len(held) == len(set(held)) == sum(len(pieces(c)) for c in dossier.claims)


def test_the_order_of_documents_changes_no_group() -> None:
    texts = (CUT, "the miller was struck in the face", "the wheelbarrow was borrowed in a quarrel at the quarry")
    assert sorted(map(sorted, groups(told(*texts)))) == sorted(map(sorted, groups(told(*texts[::-1]))))


def test_what_tells_nearly_the_same_in_another_proposition_is_close_to_it() -> None:
    lines = (
        Says("the six miners were found in the office and on the towpath outside the mill", (POLICE,), "find"),
        Says("miners were found in the mill's office and, when help came late at night, on the towpath", (NEIGHBOUR,)),
    )
    dossier = reconcile([reading(line, name=f"{n}.txt") for n, line in enumerate(lines)])
    one, two = sorted(dossier.propositions, key=lambda p: "six" in p.text)
    (key, passage), *more = close(dossier)[two.id]
    assert (key, passage.spans[0].exact, more) == (one.id, "miners were found in the mill's office", [])


def test_what_one_document_says_twice_is_not_close_to_itself() -> None:
    line = Says("the six miners were found in the office and on the towpath outside the mill", (POLICE,), "find")
    other = Says("miners were found in the mill's office and, when help came, on the towpath", (NEIGHBOUR,))
    assert close(reconcile([reading(line, other)])) == {}


def test_clusters_join_only_what_is_alike_on_average() -> None:
    chain = {(0, 1): 0.9, (1, 2): 0.5}
    labels = average_link(3, chain, 0.4)
    assert labels[0] == labels[1] != labels[2]


def test_clusters_do_not_depend_on_the_order_of_the_pairs() -> None:
    pairs = dict.fromkeys(pairwise(range(6)), 0.5)
    assert average_link(6, pairs, 0.4) == average_link(6, dict(reversed(pairs.items())), 0.4)
