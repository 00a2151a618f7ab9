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
    ],
)
def test_words_tell_the_hand_and_the_state(text: str, feature: str) -> None:
    assert features_of(text, "Petra Olm").get(feature, 0) > 0


def test_of_two_states_the_one_told_in_the_later_document_is_the_last() -> None:
    text = "Petra Olm, 34, who was shot in Springfield, died on Friday."
    found = features_of(text, "Petra Olm")
    assert (found.get("own last died"), found.get("own last alive")) == (1.0, None)
