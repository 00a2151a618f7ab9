"""Small readings built by hand: a document is written as lines of who says what; every span is found in its text."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.model import (
    Agent,
    AgentKind,
    Attribution,
    Block,
    BlockKind,
    Channel,
    Claim,
    CueType,
    Document,
    Kind,
    Mention,
    Modality,
    Participant,
    Reading,
    Span,
    Value,
    identify,
)


@dataclass(frozen=True)
class Who:
    """A source as a document words it."""

    name: str
    kind: AgentKind = AgentKind.PERSON
    role: str | None = None
    affiliation: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Says:
    """One sentence. `by` are the sources from the outermost in; none for the article's own voice.

    `taking` are (role, words of the text) of participants; `values` are (field, value, words, about, grade).
    """

    text: str
    by: tuple[Who | None, ...] = ()
    predicate: str = "be"
    cue: CueType = CueType.STATES
    channel: Channel = Channel.STATEMENT
    confirms: tuple[int, ...] = ()
    polarity: bool = True
    modality: Modality = Modality.FACT
    taking: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, str, str, str | None, float | None], ...] = ()
    note: bool = False
    claimed: bool = True


@dataclass
class _Draft:
    text: str = ""
    blocks: list[Block] = field(default_factory=list)


def reading(
    *lines: Says,
    name: str = "a.txt",
    published: date | None = date(2024, 5, 3),
    publisher: str | None = None,
    salt: str = "",
    credit: str | None = None,
) -> Reading:
    """The reading of a document that says these lines, each in a paragraph: "Source said: sentence."."""
    parts: list[str] = []
    places: list[tuple[int, int, list[tuple[int, int]]]] = []
    at = 0
    blocks: list[Block] = []
    for line in lines:
        lead = ""
        sources: list[tuple[int, int]] = []
        for who in line.by:
            told = who.name if who else "It"
            sources.append((at + len(lead), at + len(lead) + len(told)))
            lead += f"{told} said "
        whole = lead + line.text
        places.append((at + len(lead), at + len(whole), sources))
        blocks.append(
            Block(kind=BlockKind.NOTE if line.note else BlockKind.PARAGRAPH, start=at, end=at + len(whole) + 1)
        )
        parts.append(whole + ".")
        at += len(whole) + 2
    text = "\n".join(parts)
    document = Document(
        id=hashlib.sha256(f"{salt}{name}{text}{publisher}".encode()).hexdigest(),
        name=name,
        media_type="text/plain",
        text=text,
        blocks=tuple(blocks),
        publisher=publisher,
        published_at=published,
        credit=credit,
    )
    return _read(document, lines, places)


def _read(
    document: Document, lines: Sequence[Says], places: Sequence[tuple[int, int, list[tuple[int, int]]]]
) -> Reading:
    agents: dict[tuple[str, AgentKind], Agent] = {}
    mentions: list[Mention] = []
    attributions: list[Attribution] = []
    claims: list[Claim] = []
    innermost: list[str | None] = []

    def agent(who: Who) -> str:
        key = (who.name, who.kind)
        if key not in agents:
            agents[key] = Agent(
                id=identify("agent", document.id, who.name, who.kind),
                name=who.name,
                kind=who.kind,
                aliases=who.aliases,
                role=who.role,
                affiliation=who.affiliation,
                is_source=True,
            )
        return agents[key].id

    for line, (start, end, sources) in zip(lines, places, strict=True):
        parent: str | None = None
        for depth, (who, (low, high)) in enumerate(zip(line.by, sources, strict=True)):
            last = depth == len(line.by) - 1
            content_start = sources[depth + 1][0] if not last else start
            attribution = Attribution(
                id=identify("attribution", document.id, low, depth),
                document=document.id,
                source=(document.span(low, high),) if who else (),
                cue=(document.span(high + 1, high + 5),),
                content=(document.span(content_start, end),),
                kind=Kind.INDIRECT,
                cue_type=line.cue if last else CueType.STATES,
                channel=line.channel,
                agent=agent(who) if who else None,
                parent=parent,
                confirms=tuple(told for i in line.confirms if (told := innermost[i])) if last else (),
            )
            attributions.append(attribution)
            parent = attribution.id
            if who:
                ident = identify("mention", document.id, low)
                mentions.append(Mention(id=ident, span=document.span(low, high), agent=agent(who)))
        innermost.append(parent)
        if line.claimed:
            claims.append(_claim(document, line, start, end, parent, agent))
    return Reading(
        document=document,
        sentences=tuple(document.span(b.start, b.end) for b in document.blocks),
        quotations=(),
        attributions=tuple(attributions),
        agents=tuple(agents.values()),
        mentions=tuple(mentions),
        times=(),
        claims=tuple(claims),
    )


def _claim(document: Document, line: Says, start: int, end: int, parent: str | None, agent: object) -> Claim:
    def found(words: str) -> Span:
        at = document.text.index(words, start, end)
        return document.span(at, at + len(words))

    return Claim(
        id=identify("claim", document.id, start),
        document=document.id,
        attribution=parent,
        spans=(document.span(start, end),),
        predicate=line.predicate,
        participants=tuple(Participant(role=role, span=found(words)) for role, words in line.taking),
        values=tuple(
            Value(field=f, value=value, span=found(words), about=about, grade=grade)
            for f, value, words, about, grade in line.values
        ),
        # as `sayso.read` has it: what a source denies is read as denied
        polarity=line.polarity != (line.cue is CueType.DENIES and bool(line.by)),
        modality=line.modality,
    )


def org(name: str, *aliases: str) -> Who:
    """An organisation as source."""
    return Who(name, AgentKind.ORGANISATION, aliases=aliases)


def person(name: str, role: str | None = None, affiliation: str | None = None) -> Who:
    """A named person as source."""
    return Who(name, AgentKind.PERSON, role, affiliation)


def unnamed(description: str, affiliation: str | None = None) -> Who:
    """An unnamed source."""
    return Who(description, AgentKind.UNNAMED, affiliation=affiliation)


def group(description: str) -> Who:
    """A group as source."""
    return Who(description, AgentKind.GROUP)
