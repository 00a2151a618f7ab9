"""By whose hand somebody came to harm, and how they are."""

from __future__ import annotations

import pytest

from tests.reconcile.record.test_surroundings import features_of


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        ("Petra Olm, 34, fired at a crowd in Springfield, then killed himself.", "own self"),
        ("Petra Olm, 34, is in stable condition after the shooting in Springfield.", "own alive"),
        ("Petra Olm, 34, who was shot in Springfield, died on Friday.", "own died"),
        ("Petra Olm, 34, is home from the hospital after the shooting in Springfield.", "own alive"),
        ("Petra Olm, 34, was cleaning the .22-caliber handgun when it went off in Springfield.", "own handled"),
        ("Petra Olm, 34, entered a plea on Monday to charges in the shooting in Springfield.", "cue suspect"),
    ],
)
def test_words_tell_the_hand_and_the_state(text: str, feature: str) -> None:
    assert features_of(text, "Petra Olm").get(feature, 0) > 0


def test_the_stop_of_a_generation_does_not_part_two_who_share_a_verb() -> None:
    text = "Bo Tarn Jr., 20, lives in Springfield. Bo Tarn Jr. and Petra Olm, 34, were already in police custody."
    assert features_of(text, "Bo Tarn Jr").get("cue suspect", 0) > 0


def test_of_two_states_the_one_told_in_the_later_document_is_the_last() -> None:
    text = "Petra Olm, 34, who was shot in Springfield, died on Friday."
    found = features_of(text, "Petra Olm")
    assert (found.get("own last died"), found.get("own last alive")) == (1.0, None)


@pytest.mark.parametrize(
    "text",
    [
        "The boy shot in Springfield, said police Capt. Petra Olm, 59, was released from a local hospital.",
        "According to Sheriff Petra Olm, 59, the boy shot in Springfield is in stable condition.",
        "Petra Olm, 59, said the suspect died after the shooting in Springfield, from a self-inflicted wound.",
    ],
)
def test_what_somebody_says_of_others_is_no_state_of_their_own(text: str) -> None:
    found = features_of(text, "Petra Olm")
    own = ("own alive", "own self", "own died", "cue hurt", "cue killed")
    assert not [name for name in found if name.startswith(own)]


def test_what_somebody_says_of_themselves_is_their_own_state() -> None:
    found = features_of("Petra Olm, 59, said she is recovering after the shooting in Springfield.", "Petra Olm")
    assert found.get("own alive", 0) > 0


def test_who_heard_shots_fired_fired_none() -> None:
    found = features_of("Petra Olm, 40, heard the shots fired near her house in Springfield.", "Petra Olm")
    assert not {"own crime", "cue suspect"} & {name for name, value in found.items() if value}
