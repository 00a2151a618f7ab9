"""Interview transcripts: whose each turn is, and what of it is a statement."""

from __future__ import annotations

import pytest

from sayso.ingest import ingest
from sayso.model import AgentKind, CueType, Reading
from sayso.read import read
from sayso.reconcile import reconcile

QUESTIONS = (
    "Q: How many deputies fired?\n\nA: Two deputies fired.\n\nQ: Is anyone held?\n\nA: A man was arrested on Friday."
)


def of(text: str) -> Reading:
    return read(ingest(text, name="interview.txt"))


def speakers(told: Reading) -> list[str | None]:
    names = {agent.id: agent.name for agent in told.agents}
    return [names.get(a.agent or "") for a in sorted(told.attributions, key=lambda a: a.content[0].start)]


def claims(told: Reading) -> list[str]:
    return [" ".join(s.exact for s in c.spans) for c in told.claims]


@pytest.mark.parametrize(
    "head",
    [
        "Interview with Sheriff Mara Dent",
        "Q&A with Sheriff Mara Dent",
        "The pier\n\nThe Harlow Courier spoke with Sheriff Mara Dent on Friday.",
    ],
)
def test_an_answer_is_whose_the_heading_or_the_introduction_says(head: str) -> None:
    told = of(f"{head}\n\n{QUESTIONS}")
    assert speakers(told)[-4:] == [None, "Mara Dent", None, "Mara Dent"]


def test_an_answer_is_the_only_named_speaker_s() -> None:
    told = of(f"At the pier\n\nREPORTER: Sheriff?\n\nSHERIFF DENT: The pier is closed.\n\n{QUESTIONS}")
    assert speakers(told) == ["REPORTER", "Dent", None, "Dent", None, "Dent"]


def test_an_answer_whose_speaker_is_not_named_is_an_unnamed_interviewee_s() -> None:
    told = of(f"What happened at the pier\n\n{QUESTIONS}")
    assert speakers(told) == [None, "the person interviewed", None, "the person interviewed"]
    (agent,) = [a for a in told.agents if a.is_source]
    assert agent.kind is AgentKind.UNNAMED
    made = reconcile([told])
    assert [made_of.name for made_of in made.components] == ["“the person interviewed”"]


def test_labels_in_capitals_name_the_persons_whom_the_text_names() -> None:
    told = of(
        "Talk at the pier\n\nANCHOR: Mr. Quill, what did you see?\n\nQUILL: I saw two boats.\n\n"
        "ANCHOR: And you, Sheriff Mara Dent?\n\nSHERIFF DENT: Nobody was hurt."
    )
    assert [name and name.split()[-1] for name in speakers(told)] == ["ANCHOR", "Quill", "ANCHOR", "Dent"]


def test_questions_state_nothing() -> None:
    told = of("REED: Did you see two men die at the pier?\n\nMARSH: I was at home.\n\nREED: Was it a robbery?")
    assert [a.cue_type for a in told.attributions if a.source[0].exact == "REED"] == [CueType.ASKS] * 2
    assert claims(told) == ["I was at home"]


@pytest.mark.parametrize(
    "empty", ["Thank you.", "Thank you very much, sheriff.", "We do.", "Yes, we do.", "I did not.", "Good morning."]
)
def test_thanks_and_bare_answers_are_no_statements(empty: str) -> None:
    told = of(f"REED: Is he held?\n\nMARSH: {empty} A man was arrested on Friday.\n\nREED: Who?")
    assert claims(told) == ["A man was arrested on Friday"]
