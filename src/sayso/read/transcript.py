"""Interview transcripts: paragraphs that begin with a speaker's name in capitals, or with Q and A, and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Attribution, Channel
from sayso.read.parse import Parsed
from sayso.read.syntax import Proposal, Range

TURN = re.compile(
    r"[\"“”'‘]?"
    r"(?P<name>Q|A|[A-Z][A-Z.’'-]+(?:[ ,]+[A-Z][A-Z.’'-]*){0,4}(?:\s*\([^)]{1,40}\))?)\s*(?P<colon>[:.])\s+(?=\S)"
)
NOT_NAMES = frozenset(
    {
        "BREAKING",
        "UPDATE",
        "UPDATED",
        "WATCH",
        "READ",
        "MORE",
        "NOTE",
        "CORRECTION",
        "RELATED",
        "PHOTO",
        "PHOTOS",
        "VIDEO",
        "ABSTRACT",
        "EDITOR'S",
        "EDITOR’S",
        "EXCLUSIVE",
        "LIVE",
        "ALERT",
        "DEVELOPING",
        "ANALYSIS",
        "OPINION",
        "CONTACT",
        "SOURCE",
    }
)


QUESTION = frozenset({"Q", "QUESTION"})
ANSWER = frozenset({"A", "ANSWER"})
ASKING = QUESTION | frozenset("REPORTER REPORTERS ANCHOR HOST INTERVIEWER MODERATOR CORRESPONDENT NARRATOR".split())
"""Labels of those who put the questions."""
INTERVIEWED = re.compile(
    r"(?:[Ii]nterview(?:ed|s|ing)?(?: with)?|INTERVIEW WITH|Q\s?(?:&|and)\s?A:? with|[Cc]onversation with|"
    r"(?:[Ss]poke|[Tt]alked|[Ss]peaks|[Tt]alks) (?:with|to)|[Ss]at down with|[Qq]uestions (?:to|for))\s+"
    r"(?P<who>(?:[A-Z][\w.’'-]*\s+){1,6}[A-Z][\w’'-]+)"
)
"""Whom a heading or an introduction says to be interviewed."""


def is_turn(attribution: Attribution) -> bool:
    """Whether an attribution is a turn of a transcript."""
    if attribution.channel is not Channel.INTERVIEW or len(attribution.cue) != 1:
        return False
    return re.fullmatch(r"(?:(?:Q|A|QUESTION|ANSWER)\s*)?[:.]", attribution.cue[0].exact) is not None


@dataclass(frozen=True, slots=True)
class _Turn:
    name: str
    label: Range
    cue: Range
    content: Range

    @property
    def head(self) -> str:
        return self.name.split()[0]


def find_turns(parsed: Parsed) -> list[Proposal]:
    """Each turn of a transcript as an attribution. Fewer than three turns, or one speaker alone, make no transcript.

    Who asks asserts nothing. "A:" is whoever the heading or the introduction says to be interviewed, else the only
    other speaker with a name; where neither tells, an answer has no source, and its label is the cue.
    """
    turns = list(_turns(parsed))
    if len(turns) < 3 or len({turn.name for turn in turns}) < 2:
        return []
    asking = _asking(parsed, turns)
    interviewed = _interviewed(parsed, turns, asking)
    found: list[Proposal] = []
    for turn in turns:
        source: tuple[Range, ...] = (turn.label,)
        cue = turn.cue
        if turn.name in QUESTION | ANSWER:
            source = (interviewed,) if turn.name in ANSWER and interviewed else ()
            cue = (turn.label[0], turn.cue[1])
        found.append(
            Proposal(
                source=source,
                cue=(cue,),
                content=(turn.content,),
                lemma="ask" if turn.name in asking else "say",
                rule="transcript",
                confidence=0.85,
                quoted=True,
            )
        )
    return found


def _turns(parsed: Parsed) -> Iterator[_Turn]:
    text = parsed.document.text
    for paragraph in parsed.paragraphs:
        match = TURN.match(text, paragraph.start, paragraph.end)
        if match is None or match["name"].split()[0] in NOT_NAMES or match.end() >= paragraph.end:
            continue
        if match["colon"] == "." and match["name"] not in ("Q", "A"):
            continue
        yield _Turn(match["name"], match.span("name"), match.span("colon"), (match.end(), paragraph.end))


def _asking(parsed: Parsed, turns: Sequence[_Turn]) -> frozenset[str]:
    """The labels of those who put the questions: by what they are, or since each of their turns ends with one."""
    text = parsed.document.text
    found = {turn.name for turn in turns if turn.head in ASKING}
    for name in {turn.name for turn in turns} - found:
        own = [text[slice(*turn.content)].rstrip("\"”’' ") for turn in turns if turn.name == name]
        if len(own) > 1 and all(words.endswith("?") for words in own):
            found.add(name)
    return frozenset(found)


def _interviewed(parsed: Parsed, turns: Sequence[_Turn], asking: frozenset[str]) -> Range | None:
    """Where the one who answers is named: before the first turn, or by a label of their own."""
    told = INTERVIEWED.search(parsed.document.text, 0, turns[0].label[0])
    if told is not None:
        return told.span("who")
    named = {turn.name: turn.label for turn in reversed(turns) if turn.name not in asking | QUESTION | ANSWER}
    return next(iter(named.values())) if len(named) == 1 else None
