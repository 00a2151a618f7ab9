"""A description that takes up whoever spoke last: "One neighbor said …", then "…, the woman said".

Writers vary the word: who is "the woman", "the 53-year-old" or "the teen" where somebody who is no officer has just
been credited is that person, unless gender or age rules it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.generics import MEMBER, generic, is_recording, is_reporter, is_thing
from sayso.reconcile.agents.introduced import FEMALE, HE, MALE, SHE
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.offices import is_lawyer, office

UP = re.compile(
    r"(?i)the (?:(?P<age>\d{1,3})-year-old(?: (?P<aged>\w+))?|(?P<noun>man|woman|boy|girl|teen|teenager|youth))"
)
"""A description that tells no more than age and gender."""
AGED = re.compile(r"\b(\d{1,3})-year-old\b|, age (\d{1,3})\b")
HERS = re.compile(r"(?i)\b(?:woman|girl|female|lady|mother|wife|sister|daughter|aunt|grandmother|girlfriend)\b")
HIS = re.compile(r"(?i)\b(?:man|boy|male|guy|father|husband|brother|son|uncle|grandfather|boyfriend)\b")
"""Words of either sex in what somebody is called."""
YOUNG = frozenset({"boy", "girl", "teen", "teenager", "youth"})
ADULT = 20
"""The age from which nobody is called a boy, a girl or a teen."""
NEAR = 450
"""Characters within which whoever spoke before is still the one who is meant."""


def taken_up(reading: Reading) -> Iterator[tuple[str, str]]:
    """Pairs of agents' ids: a description, and whom it takes up."""
    agents = {a.id: a for a in reading.agents}
    told = sorted((a for a in reading.attributions if a.agent in agents and a.source), key=lambda a: a.source[0].start)
    first = {a.agent: a.source[0].start for a in reversed(told)}
    for agent in agents.values():
        match = UP.fullmatch(agent.name) if agent.kind is AgentKind.UNNAMED and agent.id in first else None
        if match is None:
            continue
        # "The man" whom the document speaks of before it quotes him is some man of the story; of teens there are few.
        at = min((m.span.start for m in reading.mentions if m.agent == agent.id), default=first[agent.id])
        if at < first[agent.id] and not match["age"] and (match["noun"] or "").casefold() not in YOUNG:
            continue
        before = [a for a in told if a.source[0].start < at and a.agent != agent.id]
        last = next((a for a in reversed(before) if not is_thing(agents[a.agent or ""].name)), None)
        if last is None or at - last.source[0].start > NEAR or MEMBER.search(last.source[0].exact):
            continue
        who = agents[last.agent or ""]
        if _is_somebody(who) and _fits(match, who, reading):
            yield agent.id, who.id


def _is_somebody(agent: Agent) -> bool:
    """Whether a source is one person who speaks for no institution."""
    told = f"{office(agent)} {'' if is_name(agent.name) else agent.name}"
    if agent.kind not in {AgentKind.PERSON, AgentKind.UNNAMED} or is_thing(agent.name) or is_recording(agent.name):
        return False
    official = generic(told) is not None or MEMBER.search(told) is not None or is_lawyer(told)
    return not official and not is_reporter(agent.name, agent.role)


def _fits(match: re.Match[str], who: Agent, reading: Reading) -> bool:
    """Whether neither age nor gender rules it out."""
    noun = (match["noun"] or match["aged"] or "").casefold()
    ours = "she" if noun in FEMALE | {"girl"} else "he" if noun in MALE | {"boy"} else None
    theirs = _gender(who, reading)
    if ours and theirs and ours != theirs:
        return False
    age = _age(who, reading)
    if match["age"] and age is not None:
        return int(match["age"]) == age
    if noun in YOUNG and not match["age"]:
        return age is not None and age < ADULT
    return True


def _gender(who: Agent, reading: Reading) -> str | None:
    described = f"{who.role or ''} {'' if is_name(who.name) else who.name}"
    she, he = bool(HERS.search(described)), bool(HIS.search(described))
    if she == he:
        told = [m.span.exact for m in reading.mentions if m.agent == who.id]
        she, he = any(map(SHE.match, told)), any(map(HE.match, told))
    return None if she == he else "she" if she else "he"


def _age(who: Agent, reading: Reading) -> int | None:
    """The age that a description tells, or that stands right behind a name."""
    found = AGED.search(who.name)
    if found:
        return int(found[1] or found[2])
    ends = [m.span.end for m in reading.mentions if m.agent == who.id and is_name(who.name)]
    behind = (re.match(r",\s(\d{1,3}),", reading.document.text[end : end + 8]) for end in ends)
    return next((int(m[1]) for m in behind if m), None)


def apart(one: str, other: str) -> bool:
    """Whether one description is of a woman and the other of a man, wherever in it that is told."""
    return any(
        HERS.search(a) and not HIS.search(a) and HIS.search(b) and not HERS.search(b)
        for a, b in ((one, other), (other, one))
    )
