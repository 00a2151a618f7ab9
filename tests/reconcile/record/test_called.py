"""What somebody is called in the sentence that names them."""

from __future__ import annotations

import pytest

from sayso.reconcile.record.called import called
from sayso.reconcile.record.naming import named_people
from sayso.reconcile.record.pages import pages
from sayso.reconcile.record.roles import tell
from tests.reconcile.record.texts import reading


def _called(text: str) -> set[tuple[str, str]]:
    """The kinds that named persons are called by, with their names."""
    known = pages([reading(text)])
    named = named_people(known)
    names = {one.number: one.name for one in named}
    found = set()
    for told in tell(known, named):
        for hit in called(told.marked, told.sentence.text):
            who = told.marked.marks[hit.mark].who
            found.add((names[who] if who is not None else "", hit.kind))
    return found


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The suspect, Petra Olm, was shot in Springfield on Monday.", "called suspect"),
        ("The gunman was identified as Petra Olm, 34, of Springfield, after the shooting.", "called suspect"),
        ("The victim was identified as Petra Olm, 34, of Springfield, after the shooting.", "called victim"),
    ],
)
def test_the_noun_of_a_description_says_what_the_named_person_is(text: str, kind: str) -> None:
    assert ("Petra Olm", kind) in _called(text)


def test_who_is_said_not_to_be_a_suspect_is_not_called_one() -> None:
    assert not _called("Petra Olm, 34, was not the gunman in the shooting in Springfield, police said.")
