"""Who is described first and named later in one document: "a Corby man’s ex-wife", then "Ann Pell, his former wife".

Writers hold a name back for the opening's sake. Each rule is for one person alone who fits:

* the one source whose role, or whose apposition behind the name, has the description's own noun;
* for a relative, the one source who shares a surname with whoever the description says they belong to, or, where it
  says nobody, with somebody else whom the document names in full;
* the one person of the age that the description tells, where it is one person's alone;
* who is named right before the description ("Varnek, a detective who said …"), or right behind it ("a man now
  identified as Karl Ode");
* of a relative or companion in the opening's first sentences, who first speaks after it, of no office and nobody's
  relative by any other word, where a paragraph begins with the name;
* the one person of no office who later says what the opening has the description say.

Where the last of these leaves it open, the description may be whoever of them can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.generics import generic, is_recording, is_reporter, is_thing
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.offices import is_lawyer, office
from sayso.reconcile.words import content, stem

KIN = frozenset(
    """wife husband widow widower mother father mom dad son daughter brother sister sibling uncle aunt cousin nephew
    niece grandmother grandfather grandson granddaughter stepfather stepmother fiance fiancee""".split()
)
OTHERS = frozenset(
    """witness neighbor neighbour employee owner manager clerk friend roommate girlfriend boyfriend lawyer
    attorney""".split()
)
ANYBODY = frozenset(
    "man woman person resident bystander witness neighbor neighbour motorist passenger customer".split()
)
"""Nouns of those whom an opening holds back, and who may be called something else by their name."""
APPOSED = (
    r"(?:,?\s\d{{1,3}})?(?:,?\sof\s[A-Z][^,.—–]{{1,30}})?\s?[,—–-]+\s(?:an?|the|his|her|[A-Z]\w+['’]s)\s"
    r"(?:[\w’'-]+\s){{0,2}}{noun}\b"
)
BEFORE = re.compile(r"\s(?:of|for|with|who|whose|from|in|to|at|on|near)\s|,")
OWNER = re.compile(r"^(?:(?:The|the)\s)?((?:[A-Z][\w-]+\s){0,2}[A-Z][\w-]+)['’]s?\s")
AGED = re.compile(r"\b(\d{1,2})-year-old\b")
SHE = re.compile(r"(?i)^(?:she|her|hers)$")
HE = re.compile(r"(?i)^(?:he|him|his)$")
FEMALE = frozenset(
    """woman wife widow mother mom daughter sister aunt niece grandmother granddaughter stepmother fiancee girlfriend
    spokeswoman""".split()
)
MALE = frozenset(
    """man husband widower father dad son brother uncle nephew grandfather grandson stepfather fiance boyfriend
    spokesman""".split()
)
IDENTIFIED = re.compile(r",? (?:(?:who|has|had|been|was|is|now|later|since) )*identified as (?:\d{1,3}-year-old )?")
LEAD = 250
"""Characters from the start within which the first sentence of a document has whom it tells of."""
OPENING = 600
"""Characters from the start within which a document opens."""
TAKEN_UP = 0.5
"""The share of its words of weight that the shorter of two accounts has in common with the other."""
THIN = frozenset(map(stem, "man woman police officer officers shot shooting shoot say said people day night".split()))
"""Words that everybody's account of a shooting has."""


def introduced(reading: Reading) -> Iterator[tuple[str, str]]:
    """Pairs of agents' ids: one that is only described, and the person whom the same document names later."""
    first = _first(reading)
    named = [a for a in reading.agents if _speaks(a, first) and a.kind is AgentKind.PERSON and len(words(a.name)) > 1]
    described = [(a, noun) for a in reading.agents if _speaks(a, first) and (noun := _noun(a))]
    for agent, noun in described:
        beside = _right_before(reading, first[agent.id]) or _identified(reading, first[agent.id][1])
        if beside is not None:
            yield agent.id, beside
            continue
        if noun not in KIN | OTHERS or (noun not in KIN and sum(other == noun for _, other in described) > 1):
            continue
        later = sorted((p for p in named if first[p.id][0] > first[agent.id][0]), key=lambda p: first[p.id])
        fits = [p for p in later if _is(p, noun, reading, first[p.id][1]) and _of_same(agent, p)]
        if is_name(agent.name):  # a heading's
            later = []
        if not fits and noun in KIN:
            fits = [p for p in later if _related(p, agent, reading.agents) and not _role(p)]
        if len(fits) == 1:
            yield agent.id, fits[0].id
        elif not fits and noun not in ANYBODY and _takes_over(agent, noun, later[:1], reading, first):
            yield agent.id, later[0].id
    yield from _of_age(reading, described, named, first)
    for ident, (sure, _) in openings(reading).items():
        if sure is not None:
            yield ident, sure


def _takes_over(
    agent: Agent, noun: str, person: Sequence[Agent], reading: Reading, first: Mapping[str, tuple[int, int]]
) -> bool:
    """Whether the first to speak after the opening is the relative or companion whom it holds back."""
    if first[agent.id][0] >= LEAD or not person or _role(person[0]) or not _of_no_office(person[0]):
        return False
    start = first[person[0].id][0]
    told = "she" if noun in FEMALE else "he" if noun in MALE else _gender(agent.id, reading)
    opens = start < OPENING and reading.document.text[:start].endswith("\n")
    return opens and {told, _gender(person[0].id, reading)} != {"he", "she"}


def _of_age(
    reading: Reading,
    described: Sequence[tuple[Agent, str]],
    named: Sequence[Agent],
    first: Mapping[str, tuple[int, int]],
) -> Iterator[tuple[str, str]]:
    """ "The 19-year-old man" and "Lou Ode, 19": the only two of the document with that age who speak."""
    ages = {a.id: found[1] for a, _ in described if (found := AGED.search(a.name))}
    text = reading.document.text
    for ident, age in ages.items():
        fits = [p.id for p in named if re.match(rf",\s{age}\b", text[first[p.id][1] : first[p.id][1] + 6])]
        alone = list(ages.values()).count(age) == 1 and len(re.findall(rf",\s{age},", text)) == 1
        if len(fits) == 1 and alone and {_gender(ident, reading), _gender(fits[0], reading)} != {"he", "she"}:
            yield ident, fits[0]


def openings(reading: Reading) -> Mapping[str, tuple[str | None, tuple[str, ...]]]:
    """By description that stands in the opening alone: the person who takes up what it says, or those who may be it."""
    first = _first(reading)
    found: dict[str, tuple[str | None, tuple[str, ...]]] = {}
    held = [
        a
        for a in reading.agents
        if _speaks(a, first) and _noun(a) in ANYBODY and first[a.id][0] < OPENING and not OWNER.match(a.name)
        and re.match(r"(?i)(?:an?|one)\s", a.name)
    ]  # fmt: skip
    if len(held) != 1:
        return {}  # where an opening holds two back, nobody can tell which is which
    agent = held[0]
    last = max(m.span.start for m in reading.mentions if m.agent == agent.id)
    able = [
        p
        for p in reading.agents
        if p.kind is AgentKind.PERSON
        and _speaks(p, first)
        and len(words(p.name)) > 1
        and first[p.id][0] > last
        and _of_no_office(p)
        and {_told_gender(agent) or _gender(agent.id, reading), _gender(p.id, reading)} != {"he", "she"}
    ]
    if not able:
        return {}
    shares = {p.id: _taken_up(agent, p, reading) for p in able}
    up = [ident for ident, (share, n) in shares.items() if share >= TAKEN_UP and (n > 1 or len(able) == 1)]
    if len(up) == 1:
        found[agent.id] = (up[0], ())
    else:
        like = tuple(ident for ident, (share, _) in shares.items() if share >= TAKEN_UP)
        found[agent.id] = (None, like or ((able[0].id,) if len(able) == 1 else ()))
    return found


def _taken_up(agent: Agent, person: Agent, reading: Reading) -> tuple[float, int]:
    """How much of what the description says the person says, too, or the other way round: a share of the words of
    weight, and how many they are."""
    return max(
        (
            (n / min(len(one), len(other)), n)
            for one in _said(agent, reading)
            for other in _said(person, reading)
            if (n := len(one & other))
        ),
        default=(0.0, 0),
    )


def _said(agent: Agent, reading: Reading) -> list[frozenset[str]]:
    """The words of weight of each stretch that somebody is credited with, without those that all accounts have."""
    return [
        told
        for a in reading.attributions
        if a.agent == agent.id
        for s in a.content
        if (told := content(s.exact) - THIN)
    ]


def _of_no_office(person: Agent) -> bool:
    told = office(person)
    return generic(told) is None and not is_lawyer(told) and not is_reporter(person.name, person.role)


def _gender(ident: str, reading: Reading) -> str | None:
    """ "he" or "she", as pronouns have it; None where they do not or disagree."""
    told = {m.span.exact for m in reading.mentions if m.agent == ident}
    role = next((_role(a) for a in reading.agents if a.id == ident), "")
    if role in FEMALE | MALE:
        return "she" if role in FEMALE else "he"
    she, he = any(map(SHE.match, told)), any(map(HE.match, told))
    return None if she == he else "she" if she else "he"


def _told_gender(agent: Agent) -> str | None:
    noun = _noun(agent) or ""
    return "she" if noun == "woman" else "he" if noun == "man" else None


def _right_before(reading: Reading, at: tuple[int, int]) -> str | None:
    """The person whose name stands right before a description that goes on with what they say."""
    text = reading.document.text
    if text[at[0] - 2 : at[0]] != ", " or not re.match(r"(?i)an?\s", text[at[0] : at[0] + 3]):
        return None
    if not re.match(r"\swho\s", text[at[1] : at[1] + 5]) and " who " not in text[at[0] : at[1]]:
        return None
    alone = (AgentKind.PERSON, AgentKind.ORGANISATION)  # a reading may take "Varnek" for a body
    people = {a.id for a in reading.agents if a.kind in alone[: 2 - (" " in a.name)] and is_name(a.name)}
    return next((m.agent for m in reading.mentions if m.span.end == at[0] - 2 and m.agent in people), None)


def _identified(reading: Reading, end: int) -> str | None:
    """The person whose name stands right behind a description: "a man now identified as Karl Ode"."""
    told = IDENTIFIED.match(reading.document.text, end)
    people = {a.id for a in reading.agents if a.kind is AgentKind.PERSON and is_name(a.name)}
    found = (m for m in reading.mentions if told and m.agent in people and m.span.start >= told.end())
    at = min(found, key=lambda m: m.span.start, default=None)
    return at.agent if told and at and at.span.start - told.end() <= 1 else None


def _first(reading: Reading) -> dict[str, tuple[int, int]]:
    """Where each agent is first named by more than a pronoun: start and end of the longest of its names' first span."""
    found: dict[str, tuple[int, int]] = {}
    names = {a.id: a.name for a in reading.agents}
    for mention in reading.mentions:
        name = names.get(mention.agent)
        if name and mention.agent not in found and mention.span.exact.endswith(name.split()[-1]):
            found[mention.agent] = (mention.span.start, mention.span.end)
    return found


def _speaks(agent: Agent, first: dict[str, tuple[int, int]]) -> bool:
    return agent.is_source and agent.id in first


def _noun(agent: Agent) -> str | None:
    """The noun of a description of one person: "wife" of "a Corby man’s ex-wife"."""
    if agent.kind in {AgentKind.PERSON, AgentKind.UNNAMED} and agent.name.casefold() in KIN | OTHERS:
        return agent.name.casefold()  # a heading's "Neighbor: …", which a reading takes for a name
    if agent.kind is not AgentKind.UNNAMED or is_name(agent.name) or is_thing(agent.name) or is_recording(agent.name):
        return None
    return re.split(r"[\s-]", BEFORE.split(agent.name.casefold(), maxsplit=1)[0])[-1] or None


def _role(agent: Agent) -> str:
    return re.split(r"[\s-]", (agent.role or "").casefold())[-1]


def _is(person: Agent, noun: str, reading: Reading, end: int) -> bool:
    if _role(person) == noun:
        return True
    behind = reading.document.text[end : end + 120]
    return re.match(APPOSED.format(noun=noun), behind) is not None


def _of_same(described: Agent, person: Agent) -> bool:
    """Whether a description and a person's role do not name two different people as theirs: "Fleming’s daughter" and
    "Ann Pell, Bly’s daughter"."""
    owner = OWNER.match(described.name)
    other = OWNER.match(person.role or "") or (OWNER.match(f"{person.affiliation}’s ") if person.affiliation else None)
    return not owner or not other or words(owner.group(1))[-1:] == words(other.group(1))[-1:]


def _related(person: Agent, described: Agent, agents: Sequence[Agent]) -> bool:
    """Whether somebody shares the surname of whom a description says they belong to; where it says nobody by name,
    whether the document names somebody else in full with the same surname."""
    told = words(person.name)
    owner = OWNER.match(described.name)
    if owner:
        return words(owner.group(1))[-1:] == told[-1:] and words(owner.group(1))[:-1] != told[:-1]
    others = (words(a.name) for a in agents if a.kind is AgentKind.PERSON and a.id != person.id)
    return any(len(other) > 1 and other[-1] == told[-1] and other[0] != told[0] for other in others)
