"""Who is described in one document and named, or described in the same words, in another.

A description tells who somebody is where only one can be that: "Ode’s daughter", where "Ada Ode, his daughter" is the
one daughter whom the documents name in that family; "the owner of the lantern shop", where one document names who owns
it; the holder of one post, whom two documents call the same ("the Ellery Legion commander"); and "the suspect", where
one person alone is named as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.introduced import AGED, KIN, OWNER
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.taken_up import apart
from sayso.reconcile.words import content

POSTS = (
    r"(?:owner|manager|operator|landlord|principal|superintendent|commander|pastor|director|president|mayor|chairman)"
)
POST = re.compile(rf"(?i)(?:the )?{POSTS} of (?:the )?(?P<what>[\w’' -]{{3,40}})")
HOLDER = re.compile(rf"(?i)the (?:[\w’'.-]+ ){{0,5}}{POSTS}(?: of [\w’' -]+)?")
HOLDS = re.compile(
    rf"(?i)(?:,? who (?:has |had )?(?:own|run|manage|operate|lead)(?:s|ed)?|, (?:an? |the )?(?:co-)?{POSTS} of) "
    r"(?:the )?(?P<what>[\w’' -]{3,40})"
)
ANY = content("store shop business company home house apartment building bar club restaurant school church property")
"""Words for what somebody has a post at that tell nothing of which one it is."""
KINSHIP = re.compile(rf"['’]s?\s(?:[\w-]+\s)?((?:{'|'.join(sorted(KIN))})(?:-in-law)?)$")
CHILD = re.compile(
    rf"(?i)(?:the )?(?P<owner>boy|girl|child|toddler|baby|infant|teen(?:ager)?|victim|suspect|gunman|shooter|man|woman)"
    rf"['’]?s['’]? (?P<noun>{'|'.join(sorted(KIN))})(?P<name>,? [A-Z].*)?"
)
"""A relative of the one whom the incident is about: "the boy’s mother"."""
SUSPECT = re.compile(r"(?i)^(?:the |an? )?(?:[\w-]+ ){0,2}(?:suspect|gunman|shooter)\b(?! in\b)")
THE_SUSPECT = re.compile(r"(?i)the (?:alleged |accused |suspected )?(?:suspect|gunman|shooter)")
REACH = 90
"""Characters behind a name within which the words for its post stand."""


def related(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """Pairs of agents' ids: a relative or the holder of a post whom a document only describes, and the one person of
    all documents, or the description in another, who is that."""
    people = [a for r in readings for a in r.agents if a.kind is AgentKind.PERSON and len(words(a.name)) > 1]
    relatives: dict[tuple[str, tuple[str, ...]], list[Agent]] = {}
    for person in people:
        relatives.setdefault((_noun(person), _family(person)), []).append(person)
    yield from _suspects(readings)
    yield from _of_the_child(readings)
    yield from _of_one_age(readings)
    posts: dict[str, str] = {}
    kin: dict[tuple[str, tuple[str, ...], str], str] = {}
    for reading in readings:
        for agent in reading.agents:
            if not agent.is_source or agent.kind is not AgentKind.UNNAMED or is_name(agent.name):
                continue
            owner, noun = OWNER.match(agent.name), KINSHIP.search(agent.name)
            told = (re.split(r"[\s-]", agent.name.casefold())[-1], words(owner.group(1))[-1:] if owner else ())
            if told[1] and told[0] in KIN:  # a person whose role is the same in that family
                yield from _one((agent.id, p.id, p.name) for p in relatives.get(told, ()))
            if owner and noun:  # "Ode’s sister-in-law" and "Mark Ode’s sister-in-law", in one document
                other = kin.setdefault((reading.document.id, words(owner.group(1))[-1:], noun[1]), agent.id)
                if other != agent.id:
                    yield agent.id, other
            post = POST.fullmatch(agent.name)
            if post:
                yield from _one((agent.id, *each) for each in _holders(post["what"], readings))
            if HOLDER.fullmatch(agent.name) and re.search(r"\s[A-Z]", agent.name):
                other = posts.setdefault(agent.name.casefold(), agent.id)
                if other != agent.id:
                    yield agent.id, other


def _of_the_child(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """ "The boy’s mother" of two documents, and "Ida Ode, the boy’s mother", where no document has two."""
    told: dict[tuple[str, str], dict[str, list[str]]] = {}
    for reading in readings:
        for agent in reading.agents:
            described = agent.name if agent.kind is AgentKind.UNNAMED else agent.role or ""
            found = CHILD.fullmatch(described) if agent.is_source else None
            if found and agent.kind in {AgentKind.UNNAMED, AgentKind.PERSON}:
                key = (found["owner"].casefold(), found["noun"].casefold())
                told.setdefault(key, {}).setdefault(reading.document.id, []).append(agent.id)
    for by_document in told.values():
        if all(len(each) == 1 for each in by_document.values()):
            yield from pairwise(each[0] for each in by_document.values())


def _of_one_age(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """ "A 13-year-old passenger" of one document and "a 13-year-old boy" of another, where no document has two."""
    told: dict[str, dict[str, list[Agent]]] = {}
    for reading in readings:
        for agent in reading.agents:
            age = AGED.search(agent.name) if agent.is_source and agent.kind is AgentKind.UNNAMED else None
            if age:
                told.setdefault(age[1], {}).setdefault(reading.document.id, []).append(agent)
    for by_document in told.values():
        alone = [each[0] for each in by_document.values() if len(each) == 1]
        if len(alone) == len(by_document):
            yield from ((a.id, b.id) for a, b in pairwise(alone) if not apart(a.name, b.name))


def _suspects(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """ "The suspect" of a document that names nobody as one, and the one person whom the others call so."""
    named: dict[str, list[Agent]] = {}
    for reading in readings:
        called = {m.agent for m in reading.mentions if SUSPECT.search(m.span.exact)}
        named[reading.document.id] = [
            a for a in reading.agents if a.id in called and a.kind is AgentKind.PERSON and len(words(a.name)) > 1
        ]
    if len({words(a.name)[-1] for told in named.values() for a in told}) != 1:
        return
    who = next(a for told in named.values() for a in told)
    for reading in readings:
        alone = [a for a in reading.agents if a.kind is AgentKind.UNNAMED and THE_SUSPECT.fullmatch(a.name)]
        if not named[reading.document.id] and len(alone) == 1 and alone[0].is_source:
            yield alone[0].id, who.id


def _one(pairs: Iterator[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """The pair of a description and the person who fits, where all who fit have one name."""
    found: Mapping[tuple[str, ...], tuple[str, str]] = {words(name): (a, b) for a, b, name in pairs}
    if len(found) == 1:
        yield from found.values()


def _holders(what: str, readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """The ids and names of those behind whose name a document says that they hold the post."""
    told = content(what)
    for reading in readings:
        names = {a.id: a.name for a in reading.agents if a.kind is AgentKind.PERSON and len(words(a.name)) > 1}
        for mention in reading.mentions:
            end = mention.span.end
            held = HOLDS.match(reading.document.text[end : end + REACH]) if mention.agent in names else None
            if held and (told & content(held["what"]) - ANY or told == content(held["what"])):
                yield mention.agent, names[mention.agent]


def _noun(person: Agent) -> str:
    return re.split(r"[\s-]", (person.role or "").casefold())[-1]


def _family(person: Agent) -> tuple[str, ...]:
    """The surname of whom somebody is a relative: as the role or affiliation names them, else their own."""
    owner = OWNER.match(person.role or "")
    if owner:
        return words(owner.group(1))[-1:]
    if person.affiliation and is_name(person.affiliation):
        return words(person.affiliation)[-1:]
    return words(person.name)[-1:]
