"""The words around a name."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.evidence import gather
from sayso.reconcile.record.features import features
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell
from tests.reconcile.record.texts import reading


def features_of(text: str, name: str) -> dict[str, float]:
    known = pages([reading(text)])
    named = named_people(known)
    people = [one for one in gather(tell(known, named), named) if one.person is not None]
    found = dict(zip((one.person.name for one in people if one.person), features(people, known, 1, 0), strict=True))
    return found[name]


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("Survivor Petra Olm was shot in the leg on Monday in Springfield.", "victim"),
        ("The wounded included Petra Olm, 59, who was shot at home in Springfield.", "victim"),
        ("Petra Olm, 59, was among the four people wounded in the shooting in Springfield.", "victim"),
        ("Gunfire in Springfield struck a boy and two others — Petra Olm, 59; and Bo Tarn, 20.", "victim"),
        ("The gunman in Springfield opened fire at Petra Olm, 59, several times.", "victim"),
        ("The alleged shooter has been identified as Petra Olm, 59, of Springfield.", "suspect"),
        ("Officers in Springfield arrested Petra Olm, 59, after the shooting.", "suspect"),
    ],
)
def test_words_that_plainly_call_somebody_a_victim_or_a_suspect_are_told(sentence: str, label: str) -> None:
    found = features_of(sentence, "Petra Olm")
    assert found.get(f"label {label}", 0) > 0.5
    assert not found.get(f"label {'suspect' if label == 'victim' else 'victim'}")


def test_words_after_an_apposition_are_the_persons_too() -> None:
    found = features_of("Officers came, said Petra Olm, the boy's aunt, who was also shot in Springfield.", "Petra Olm")
    assert found["right shot"] > 0
    found = features_of("Petra Olm, the boy's aunt, who was also shot in Springfield, fled.", "Petra Olm")
    assert found["cue hurt"] > 0


def test_a_name_that_is_also_a_streets_is_told() -> None:
    text = "Petra Olm, 59, was shot in Springfield. It happened on Petra Olm Parkway."
    assert features_of(text, "Petra Olm")["as thing"] > 0


def test_a_business_is_not_the_person_it_is_named_after() -> None:
    text = "Petra Olm, 59, said nothing. Two people were shot at Petra Olm's Tavern in Springfield."
    assert features_of(text, "Petra Olm")["as thing"] > 0


def test_a_gang_that_reads_like_a_name_stands_after_the() -> None:
    text = "Police arrested the Petra Olm, 20, in Springfield, and Dario Tarn, 20, was shot and killed."
    assert features_of(text, "Petra Olm")["after the"] == 1.0
    assert "after the" not in features_of(text, "Dario Tarn")
