"""Whose people somebody is, read from the words beside the name where the reading has no role, or no body: "Dale Police
Capt. Ty Orr", "Nora Vail of the Dale police", "Det. Ed Gray, Dale Police Department"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.names import words
from sayso.reconcile.agents.organisations import Organisations

RANK = (
    r"(?:(?:Assistant|Deputy|Interim|Acting|Senior|Special) )?(?:Chief|Deputy|Sgt\.?|Sergeant|Lt\.?|Lieutenant|Capt\.?|"
    r"Captain|Cpl\.?|Corporal|Det\.?|Detective|Officer|Maj\.?|Major|Cmdr\.?|Commander|Inspector|Investigator|Trooper|"
    r"Supt\.?|Director|spokes(?:man|woman|person)|Spokes(?:man|woman|person))"
)
RANKS = re.compile(rf"(?:['’]s?)?\s((?:{RANK}\s)+)$")
RANKED = re.compile(rf"(?:^|\s)((?:{RANK}\s)+)$")
LINK = re.compile(r",?\s(?:of|with|for)\s(?:the\s)?")
COMMA = re.compile(r",\s(?:the\s)?")
DEPT = re.compile(r"\s(?:Dept\b\.?|Department\b|Office\b)")
OTHERS = re.compile(r"(?:['’]s?)?['’]?\s(?:[A-Z]|(?:\w+\s)?(?:union|association|federation|league|lodge)\b)")
"""What makes a body's name another's: "of the Dale police union", "of the Dale Police Officers’ League"."""
ENDS = re.compile(r"[,.;\n”\"]|$")
"""What ends a body's name behind a comma, and not "…, Dale police said"."""
REACH = 80
"""Characters beside a name within which the words for its body begin and end."""


def told_beside(reading: Reading, organisations: Organisations) -> Mapping[str, Agent]:
    """The agents of one document whose body stands beside their name, with role and affiliation as it is told there."""
    found: dict[str, Agent] = {}
    bare = {
        a.id: a
        for a in reading.agents
        if a.is_source and a.kind is AgentKind.PERSON and not a.role and not a.affiliation and len(words(a.name)) > 1
    }
    for mention in reading.mentions if bare else ():
        agent = bare.get(mention.agent)
        if agent is None or agent.id in found:
            continue
        told = words(agent.name)
        first = re.search(rf"(?i)\b{re.escape(told[0])}\b", mention.span.exact)
        if words(mention.span.exact)[-1:] != told[-1:] or first is None:
            continue
        text, start, end = reading.document.text, mention.span.start + first.start(), mention.span.end
        front, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
        beside = _before(front, organisations) or _behind(front, behind, organisations) or _ranked(front)
        if beside:
            found[agent.id] = replace(agent, role=beside[0], affiliation=beside[1])
    return {**_of_named(reading), **found}


def _of_named(reading: Reading) -> Mapping[str, Agent]:
    """The agents with a post whose body, as the reading has it, is named right behind them: "Director Ana Quill of the
    Tarn Inquiry Bureau"."""
    posted = {
        a.id: a for a in reading.agents if a.is_source and a.kind is AgentKind.PERSON and a.role and not a.affiliation
    }
    bodies = {a.id: a for a in reading.agents if a.kind is AgentKind.ORGANISATION and " " in a.name}
    found: dict[str, Agent] = {}
    for one, behind in pairwise(reading.mentions) if posted and bodies else ():
        between = reading.document.text[one.span.end : behind.span.start]
        proper = behind.span.exact.removeprefix("the ")[:1].isupper()
        if one.agent in posted and behind.agent in bodies and proper and LINK.fullmatch(between):
            found.setdefault(one.agent, replace(posted[one.agent], affiliation=bodies[behind.agent].name))
    return found


def _ranked(front: str) -> tuple[str, None] | None:
    """The rank alone, where no body stands beside it."""
    rank = RANKED.search(front)
    return (rank[1].strip(), None) if rank else None


def _before(front: str, organisations: Organisations) -> tuple[str | None, str] | None:
    """Rank and body where a body's name and ranks alone stand before the name."""
    ranks = RANKS.search(front)
    if ranks is None:
        return None
    body = max(organisations.inside(front), key=lambda each: each[1], default=None)
    if body is None or not RANKS.fullmatch(front[body[1] :]):
        return None
    return ranks[1].strip(), front[body[0] : body[1]]


def _behind(front: str, behind: str, organisations: Organisations) -> tuple[str | None, str] | None:
    """Rank and body where a body's name stands behind the name: after "of", or after a comma where a rank precedes."""
    rank = RANKED.search(front)
    link = LINK.match(behind) or (COMMA.match(behind) if rank else None)
    if link is None:
        return None
    body = next((each for each in organisations.inside(behind) if each[0] <= link.end() < each[1]), None)
    if body is None:
        return None
    dept = DEPT.match(behind, body[1])
    rest = behind[dept.end() if dept else body[1] :]
    if OTHERS.match(rest) or not (LINK.match(behind) or dept or ENDS.match(rest)):
        return None
    return (rank[1].strip() if rank else None), behind[link.end() : body[1]]
