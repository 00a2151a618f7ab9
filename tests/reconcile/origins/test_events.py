"""What somebody did, or knew, is no attribution."""

from __future__ import annotations

import pytest

from sayso.model import Attribution, Channel, CueType, Kind, Span
from sayso.reconcile.origins.events import is_event


def attribution(cue: str, content: str, kind: CueType = CueType.STATES) -> Attribution:
    def span(start: int, words: str) -> Span:
        return Span(document="d", start=start, end=start + len(words), exact=words)

    return Attribution(
        id="a",
        document="d",
        source=(),
        cue=(span(0, cue),),
        content=(span(len(cue) + 1, content),),
        kind=Kind.INDIRECT,
        cue_type=kind,
        channel=Channel.STATEMENT,
    )


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("refused", "to comply with the commands", CueType.DECLINES),
        ("have not released", "any names", CueType.DECLINES),
        ("knew", "that the door was open", CueType.STATES),
        ("believed", "to have fired the shot", CueType.BELIEVES),
        ("called", "911", CueType.STATES),
        ("apprehended", "a man early on Sunday", CueType.STATES),
        ("are looking for", "other people who were there", CueType.STATES),
        ("is investigating", "what seems to be an accident", CueType.STATES),
        ("hope", "she can tell them what happened", CueType.BELIEVES),
        ("try to figure out", "how the man was hurt", CueType.BELIEVES),
        ("charged", "the boy as a juvenile with assault", CueType.ASSERTS),
        ("was sentenced", "to two years for the death", CueType.STATES),
    ],
)
def test_a_deed_or_a_state_is_no_attribution(cue: str, content: str, kind: CueType) -> None:
    assert is_event(attribution(cue, content, kind))


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("refused", "to comment on the case", CueType.DECLINES),
        ("would not say", "whether there is a video", CueType.DECLINES),
        ("said", "that he knew her", CueType.STATES),
        ("believe", "that he fired first", CueType.BELIEVES),
        ("called", "the shooting unjustified", CueType.STATES),
    ],
)
def test_words_are_an_attribution(cue: str, content: str, kind: CueType) -> None:
    assert not is_event(attribution(cue, content, kind))


def test_a_charge_that_says_what_they_say_is_theirs() -> None:
    assert not is_event(attribution("have charged", "a man who they say fired at the hall", CueType.ASSERTS))
