"""Which recordings are one: "body camera video", "the footage", "the video".

A recording is nobody’s word, and so an origin of its own, whoever made it. The body cameras of one incident are one
recording, in whichever document; "the video" is the only recording that its document speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sayso.model import Agent, Reading, Span
from sayso.reconcile.agents.generics import is_recording

WORN = re.compile(r"(?i)\b(?:body|dash)[- ]?(?:worn )?cam")
PLAIN = re.compile(
    r"(?i)^(?:the |that |this )?(?:video|footage|recording|clip)s?\b(?! (?:from|posted|shot|taken|by|of)\b)"
)


SHOWS = re.compile(
    r"^[“\"]?(?:It|This|(?:The|That) (?:video|footage|recording|clip))\s(?:also\s|then\s|clearly\s)?"
    r"(?:shows?|showed|captures?|captured|depicts?|records?|recorded)\b"
)
NAMED = re.compile(
    r"(?i)\b(?:(?:security|surveillance|body[- ]camera|dash[- ]camera|cellphone|jail|police|helicopter|store)\s)?"
    r"(?:videos?|footage|recordings?)\b(?:\s(?:from|of)\s(?:the|a|an|his|her)\s(?:[a-z]+\s?){1,2}\b)?"
)
BEHIND = 220
"""Characters before "it shows" within which the recording is named."""


def shown(reading: Reading) -> Mapping[str, Span]:
    """By claim of somebody who tells what a recording shows ("It shows nobody at the door, Pell said"), the words that
    name the recording."""
    text = reading.document.text
    found: dict[str, Span] = {}
    for claim in reading.claims:
        start = claim.spans[0].start
        if claim.attribution is None or not SHOWS.match(claim.spans[0].exact):
            continue
        low = max(0, start - BEHIND)
        named = list(NAMED.finditer(text, low, start))
        if named:
            found[claim.id] = reading.document.span(*named[-1].span())
    return found


def same(agents: Iterable[Agent], document: str) -> Iterator[tuple[str, str]]:
    """Pairs of one document’s agents, and keys, that are one recording: (agent’s id, key or other agent’s id)."""
    found = [a for a in agents if is_recording(a.name)]
    worn = [a for a in found if WORN.search(a.name)]
    plain = [a for a in found if a not in worn and PLAIN.search(a.name)]
    other = [a for a in found if a not in worn and a not in plain]
    yield from ((a.id, "own:incident:body camera") for a in worn)
    specific = [*worn[:1], *other]
    for agent in plain:
        if len(specific) == 1:
            yield agent.id, specific[0].id
        elif not specific:
            yield agent.id, f"own:{document}:recording"
