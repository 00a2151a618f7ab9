"""What one account does not know or does not tell, and another gives: names, matters, numbers."""

from __future__ import annotations

import pytest

from sayso.model import Comparison, Relation
from sayso.reconcile import reconcile
from tests.reconcile.statements.test_matters import SHOT, read


def given(*documents: tuple[str, int]) -> list[Comparison]:
    """What these documents disclose, each told on a day."""
    dossier = reconcile([read(SHOT, text, day=day) for text, day in documents])
    return [c for c in dossier.comparisons if c.relation is Relation.DISCLOSED]


def test_a_name_that_one_document_withholds_and_another_of_that_day_gives_is_disclosed() -> None:
    (one,) = given(
        ("Three people were hurt. The name of the suspect was not released.", 5),
        ("Marl police arrested Nils Brandt in the case. Nils Brandt is a suspect.", 5),
    )
    assert "Nils Brandt" in one.topic
    assert one.explanation.startswith("Withheld or not known in one document")


def test_a_name_that_was_told_the_day_before_was_no_secret() -> None:
    assert not given(
        ("The name of the suspect was not released.", 6),
        ("Marl police arrested Nils Brandt in the case. Nils Brandt is a suspect.", 5),
    )


@pytest.mark.parametrize(
    "words",
    [
        "Officials are not releasing the names of the victims.",
        "The coroner’s office had not released their names on Tuesday evening.",
        "The name of the child has not been released.",
        "Because juveniles are involved, names are being withheld at this time.",
        "The police have not released any names in the case.",
    ],
)
def test_names_are_withheld_in_many_words(words: str) -> None:
    (one,) = given((f"One child died. {words}", 5), ("Vera Holm, 9, was killed, the coroner said.", 6))
    assert "Vera Holm" in one.topic


def test_names_that_answer_one_refusal_are_one_finding() -> None:
    (one,) = given(
        ("Two people died. The names of the victims have not been released.", 5),
        ("Vera Holm was killed and Ada Pym was killed, the coroner said.", 6),
    )
    assert "Vera Holm" in one.explanation
    assert "Ada Pym" in one.explanation


@pytest.mark.parametrize(
    ("asked", "told", "topic"),
    [
        (
            "Marl police said it was not clear whether officers had announced themselves.",
            "Vera Holm, a neighbor, said officers never announced themselves.",
            "who they were",
        ),
        (
            "It is unclear whether Orr was handcuffed.",
            "Vera Holm, a neighbor, said Orr was handcuffed.",
            "handcuffed",
        ),
        ("It is unclear how Orr died.", "The coroner, Ada Pym, said Orr died of a drug overdose.", "died of"),
    ],
)
@pytest.mark.parametrize(
    ("day", "relation"), [pytest.param(5, Relation.INCONSISTENT, id="that day"), (6, Relation.DISCLOSED)]
)
def test_a_matter_that_one_calls_open_and_another_tells_later_is_disclosed(
    asked: str, told: str, topic: str, day: int, relation: Relation
) -> None:
    dossier = reconcile([read(SHOT, asked, day=5), read(SHOT, told, day=day)])
    assert any(topic in c.topic for c in dossier.comparisons if c.relation is relation)


def test_who_calls_a_matter_open_stands_beside_those_who_differ_on_it() -> None:
    texts = (
        "Marl police said it was not clear whether Orr was handcuffed.",
        "Vera Holm, a neighbor, said Orr was handcuffed.",
        "Ida Marr, his lawyer, said Orr was never handcuffed.",
    )
    dossier = reconcile([read(SHOT, text, day=5) for text in texts])
    (one,) = [c for c in dossier.comparisons if "handcuffed" in c.topic]
    assert one.relation is Relation.CONTRADICTS
    assert "not given" in {a.value for a in one.accounts}


def test_whoever_only_names_themselves_withholds_no_name() -> None:
    assert not given(
        ("A man, who only identified himself as a son of the victims, declined to comment.", 5),
        ("Vera Holm was killed, the coroner said.", 6),
    )
