"""Words that a document hands on whole: "The following is a release from the Ellery Police:" and all that follows.

What stands there in nobody's voice is the word of whoever released it. It ends at a line of dashes, at a heading that
goes back to the document's own reporting, at the next such opening, or with the document; where it is quoted, with its
last quoted paragraph. A document whose head calls it a release ("FOR IMMEDIATE RELEASE") is one from there on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, takewhile

from sayso.model import Agent, AgentKind, Reading

WHAT = (
    r"(?:(?:news|press|media|written|full|official|prepared|joint|public)\s)*"
    r"(?:release|statement|bulletin|advisory|announcement)"
)
OPENING = re.compile(
    rf"""(?imx)^[ \t]*(?P<line>(?:
      (?:the\sfollowing|here|below|this)\s(?:is|are|was|comes)\s[^\n:]{{0,80}}?{WHAT}[^\n:]{{0,160}}
    | (?:(?:full|complete)\s)?{WHAT}\s(?:\w+\s){{0,3}}?(?:from|by|issued\sby|provided\sby)\s[^\n:]{{2,120}}
    | (?:from\s)?(?P<who>[^\n:“"]{{2,120}}?)\s(?:released|issued|provided|sent|posted|shared|gave)\s(?:\w+\s){{0,3}}?
      (?:the\sfollowing|this|a|its|the\sfull)\s(?:\w+\s){{0,3}}?{WHAT}[^\n:]{{0,120}}
    | the\sfollowing\s(?:information|{WHAT}|\w+\s{WHAT})\s(?:was|is)\s(?:\w+\s)?(?:provided|released|issued|sent)\sby\s
      [^\n:]{{2,120}}
    )):"""
)
ENDS = re.compile(
    r"(?im)^[ \t]*(?:[=*_~–—-]{4,}|#{2,}|updat(?:e|ed)\b[^\n]{0,40}:[ \t]*$|"
    r"(?:original|previous|earlier)\s(?:story|report|coverage)\b.*|copyright\b.*|"
    r"©.*|(?:stay with|check back|stick with|we will update|this is a developing|watch|read more|follow us|"
    r"download)\b.*)$"
)
CLOSING = re.compile(
    r"(?im)^[ \t]*(?:(?:very )?(?:respectfully|sincerely|truly)(?:[ \t]\w+){0,5}|(?:best |kind |warm )?regards|"
    r"in (?:your )?service),[ \t]*\n+[^\n]{2,60}(?:\n[^\n]{2,60})?(?=\n|$)"
)
"""What a letter ends with: a closing formula, and who signs."""
TITLED = re.compile(
    rf"""(?ix)^\W*(?:for\simmediate\srelease
      | (?:(?:official|public|written|joint)\s)?(?:news|press|media)\s(?:release|statement|advisory|bulletin)
      | official\s{WHAT} | (?:{WHAT})(?=\s(?:on|of|from|by|regarding|concerning|about)\b)
      | [^\n]{{0,80}}\b(?:(?:public|media|press)\s(?:information\s)?|(?:incident|activity|dispatch|arrest)\s)
        (?:log|blotter|bulletin) | [^\n]{{0,80}}\bdaily\s(?:\w+\s)?(?:log|blotter)
      )\b(?P<mark>\s*(?:[—–:\#|,-]|(?:no\b|number\b)?\.?\s?\d))?"""
)
"""What a line of a document's head calls the document; not so in a headline: "News release draws anger"."""
CONTACT = re.compile(
    r"(?i)^\W*(?:(?:media|press|for (?:more|further))\s)?(?:contacts?|inquir\w+|enquir\w+|information)\b(?! log)"
)
AND = re.compile(r"(?:,| and| &|, and)(?: the)? ")
"""Between two bodies that release something together."""
HEAD, HEADING, TOP = 8, 120, 4_000
"""Lines that a document's head has at most, characters that a line of it has, and characters within which it stands."""
MARKS = ("“", '"', "‘")
CLOSED = ("”", '"', "“")


@dataclass(frozen=True, slots=True)
class Released:
    """A stretch of a document, by offsets, that `agent` (a reading's) released, together with the bodies `also`."""

    start: int
    end: int
    agent: str
    also: tuple[str, ...] = ()


def released(reading: Reading) -> tuple[Released, ...]:
    """The stretches of a document that are somebody's release, in order."""
    text = reading.document.text
    openings = list(OPENING.finditer(text))
    found = list(_headed(reading, openings[0].start() if openings else len(text)))
    for i, opening in enumerate(openings):
        agent = _by(reading, opening.start("line"), opening.end("who") if opening["who"] else opening.end("line"))
        start = opening.end()
        if agent is None or not text[start:].strip():
            continue
        end = openings[i + 1].start() if i + 1 < len(openings) else len(text)
        last = ENDS.search(text, start, end)
        end = last.start() if last else end
        closed = CLOSING.search(text, start, end)
        end = closed.end() if closed else end
        if text[start:end].lstrip().startswith(MARKS):
            end = _quoted(text, start, end)
        also = tuple(dict.fromkeys(_beside(reading, opening.start("line"), opening.end("line"), agent)))
        found.append(Released(start, end, agent, also))
    return tuple(found)


def head(reading: Reading) -> tuple[str, ...]:
    """The lines of a document's head, without those for contact, where one of them calls it a release, a statement or a
    log; else none."""
    return tuple(reading.document.text[low:high] for low, high in _head(reading)[0])


def _head(reading: Reading) -> tuple[list[tuple[int, int]], tuple[int, int]]:
    """The head's lines, and the first line under it."""
    text = reading.document.text
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text[:TOP])]
    heading = list(takewhile(lambda at: _heading(text[at[0] : at[1]]), lines[:HEAD]))
    titled = any(_titled(reading, *at) for at in heading)
    if not titled or len(heading) == len(lines):
        return [], (0, 0)
    return [at for at in heading if not CONTACT.search(text[at[0] : at[1]])], lines[len(heading)]


def _headed(reading: Reading, end: int) -> Iterator[Released]:
    """What stands under a head that calls the document a release, up to `end`."""
    text = reading.document.text
    told, under = _head(reading)
    if not told:
        return
    agents = {a.id: a for a in reading.agents}
    for kind, places in ((AgentKind.ORGANISATION, told), (AgentKind.PERSON, told), (AgentKind.ORGANISATION, [under])):
        named = (m for low, high in places for m in reading.mentions if low <= m.span.start and m.span.end <= high)
        who = (agents[m.agent] for m in named if m.agent in agents)
        agent = next((a.id for a in who if a.kind is kind and " " in a.name and a.name[0].isupper()), None)
        if agent is not None:
            last = ENDS.search(text, under[0], end)
            yield Released(under[0], last.start() if last else end, agent)
            return


def _titled(reading: Reading, low: int, high: int) -> bool:
    """Whether a line calls the document a release: with a date or number behind, or a title that claims nothing."""
    line = reading.document.text[low:high]
    told = TITLED.match(line)
    if told is None:
        return False
    if told["mark"] is not None or line.upper().startswith("FOR IMMEDIATE") or line.isupper():
        return True
    return not any(low <= s.start < high for c in reading.claims for s in c.spans)


def _heading(line: str) -> bool:
    return len(line) <= HEADING and not line.rstrip().endswith((".", "”", '"'))


def _by(reading: Reading, start: int, end: int) -> str | None:
    """Whom an opening names: the last person, else the last body."""
    agents = {a.id: a for a in reading.agents}
    named = [
        agents[m.agent]
        for m in reading.mentions
        if start <= m.span.start and m.span.end <= end + 1 and _able(agents.get(m.agent))
    ]
    people = [a for a in named if a.kind is AgentKind.PERSON]
    chosen = (people or named)[-1:]
    return chosen[0].id if chosen else None


def _beside(reading: Reading, start: int, end: int, agent: str) -> Iterator[str]:
    """The bodies that an opening names in one breath with whoever released the words: "a release from A and B:"."""
    bodies = {a.id for a in reading.agents if a.kind is AgentKind.ORGANISATION}
    here = [m for m in reading.mentions if start <= m.span.start and m.span.end <= end + 1 and m.agent in bodies]
    here = sorted(here, key=lambda m: (m.span.start, -m.span.end))
    for one, other in pairwise(here):
        pair = {one.agent, other.agent}
        if agent in pair and len(pair) == 2 and AND.fullmatch(reading.document.text, one.span.end, other.span.start):
            yield from pair - {agent}


def _able(agent: Agent | None) -> bool:
    return agent is not None and agent.kind in {AgentKind.PERSON, AgentKind.ORGANISATION, AgentKind.GROUP}


def _quoted(text: str, start: int, end: int) -> int:
    """Where the quotation after an opening ends: with a paragraph that closes it, before one that opens none."""
    last, open_ = start, False
    for paragraph in re.finditer(r"[^\n]+", text[start:end]):
        told = paragraph.group().strip()
        if not told.startswith(MARKS) and not open_:
            break
        open_ = not told.rstrip(".,'’ ").endswith(CLOSED)
        last = start + paragraph.end()
    return last


def by_claim(reading: Reading) -> Mapping[str, str]:
    """By claim, who released the words that it stands in."""
    stretches = released(reading)
    return dict(_inside(reading, stretches)) if stretches else {}


def _inside(reading: Reading, stretches: tuple[Released, ...]) -> Iterator[tuple[str, str]]:
    for claim in reading.claims:
        at = claim.spans[0].start
        for stretch in stretches:
            if stretch.start <= at < stretch.end:
                yield claim.id, stretch.agent
