"""Where an agent of one document belongs: the institution that it is, or speaks for, or may belong to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.model import Agent, AgentKind
from sayso.reconcile.agents.generics import (
    BODY,
    MEMBER,
    NEVER,
    SOURCE,
    belongs,
    generic,
    is_outlet,
    is_proper,
    is_recording,
    is_reporter,
)
from sayso.reconcile.agents.institutions import ARMED
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.offices import office, tidy
from sayso.reconcile.agents.organisations import Organisations
from sayso.reconcile.agents.scenes import OFFICIAL, Scene

PLAIN_SOURCE = re.compile(r"(?i)\b(?:sources?|officials?|persons? (?:familiar|with knowledge|briefed|close))\b")
PAPER = re.compile(
    r"(?i)(?:an?|the|this|that)\s(?:[\w-]+\s){0,2}(?:release|statement|e-?mail|post|tweet|memo|letter|bulletin|alert|notice|"
    r"advisory|report)s?\s(?:from|by|of)\s(?:the\s)?"
)
"""A paper before the name of whoever it comes from: "a release from Ellery police"."""
AUTHORITIES = re.compile(
    r"(?:[Tt]he )?(?P<place>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) (?P<who>authorities|officials|investigators|detectives|"
    r"officers|law enforcement(?: officials| officers)?)"
)
"""Those who act for a place: "Corby County authorities"."""
RANK = re.compile(r"\b(?:Sgt|Lt|Capt|Cpl|Det|Sheriff|Chief|Deputy|Trooper)\.?$")
"""A rank where the reading has left out who holds it: "Kettle County Sgt."."""
UNION = re.compile(
    r"(?i)\b(?:union|fop|pba|poa|benevolent|fraternal|lodge|guild|(?:police|officers?) federation|protective league)\b|"
    r"\b(?:officers?|police|deput\w+|sheriffs?|troopers?)['’]?s?['’]? association\b"
)
"""A body of officers that speaks for them, and not for their department."""
TOLD_BODY = re.compile(r"(?i)\b(?:police|sheriff|trooper)")
"""What tells the body of an unnamed source: "a police source"."""
OF_BODY = re.compile(
    r"\s(?:for|of|with|at|from) (?:the )?(?:[A-Z][\w’'.-]*,? (?:of |and |for |the )*)*(?:Bureau|Department|Agency|"
    r"Authority|Board|Commission|Association|Union|Lodge|Institute|Foundation|Coalition|Company|Service|Council|Committee|Church|Guild|"
    r"Corp|Inc|LLC|Center|Network|Project|Alliance|Group|(?<!Medical )(?<!Emergency )(?<!Police )Services)\b"
)
SPOKEN_FOR = re.compile(r"((?:[A-Z][\w’'.-]*\s)+)spokes\w+$")
"""A body with a name of its own before whoever speaks for it: "State Fair spokeswoman"."""
PRIVATE = re.compile(r"(?i)\b(?:team|club|league|band|choir|restaurant|store|company|firm|ministr(?:y|ies))$")
"""What ends the name of a body that is of no government: "the River City Larks football team"."""
PUBLIC = re.compile(r"\b(?:Safety|Information|Affairs|Highway|Bureau|Division)\b")
RESPONDERS = re.compile(r"(?i)(?:the )?(?:first[ -]responders?|emergency responders)")
RESPONDING = ARMED | {"fire", "ems", "emergency"}
CREWS = re.compile(
    r"(?i)(?:the |our )?(?:first[ -]responders?|emergency (?:personnel|responders|crews|workers)|"
    r"responding (?:units|officers|deputies)|"
    r"(?:preliminary |initial |our )?(?:investigation|investigators|evidence)|physical evidence)"
)
"""Who is heard in an institution's own release, and whom it does not name."""
OWN_NAME = re.compile(
    r"\b[A-Z][\w’'.-]* (?:Department|Bureau|Division|Office|Board|Commission) (?:of|for|on) (?:the )?[A-Z]"
)
"""A body with a name of its own, which is none of those that "the department" can mean."""


@dataclass(frozen=True, slots=True)
class Home:
    """That an agent is (`itself`) or belongs to the institution `key`; `note` says why in plain words."""

    key: str
    itself: bool
    certain: bool
    note: str


def homes(agent: Agent, scene: Scene, organisations: Organisations, acronyms: Mapping[str, str]) -> tuple[Home, ...]:
    """The institutions of one document's agent, in that document. Journalists have none; a recording is nobody's word,
    and tied to whoever's it is without certainty."""
    found = _homes(agent, scene, organisations, acronyms)
    if agent.kind is not AgentKind.PERSON and is_recording(agent.name):
        note = "“{}” may be what {} chose to show"
        return tuple(
            Home(h.key, itself=False, certain=False, note=note.format(agent.name, organisations.name(h.key)))
            for h in found
        )
    return found


def _homes(agent: Agent, scene: Scene, organisations: Organisations, acronyms: Mapping[str, str]) -> tuple[Home, ...]:
    if agent.kind is AgentKind.PUBLISHER or is_reporter(agent.name, agent.role):
        return ()
    if scene.own is not None and CREWS.fullmatch(agent.name):
        note = f"“{agent.name}” in a release of {organisations.name(scene.own)} are told of by it"
        return (Home(scene.own, itself=False, certain=True, note=note),)
    if RESPONDERS.fullmatch(agent.name):  # of whichever came, as the document tells them
        came = sorted(key for key in scene.counts if scene.kinds[key] in RESPONDING)
        return tuple(_maybe(key, agent, organisations) for key in came)
    key = _named(agent, organisations, acronyms)
    if key:
        return (Home(key, itself=True, certain=True, note=f"“{agent.name}” is {organisations.name(key)}"),)
    if agent.kind is AgentKind.ORGANISATION and is_name(agent.name) and is_outlet(agent.name):
        return ()
    if agent.kind is AgentKind.PERSON and is_name(agent.name):
        return _person(agent, scene, organisations, acronyms)
    if agent.kind is AgentKind.ORGANISATION and is_proper(agent.name):
        # A body with a name of its own is none of those that the document also names.
        found = _inside(agent.name, organisations, acronyms)
        return _described(agent, scene, organisations, acronyms) if found else _of_place(agent, scene, organisations)
    return _described(agent, scene, organisations, acronyms)


def _named(agent: Agent, organisations: Organisations, acronyms: Mapping[str, str]) -> str | None:
    names = (agent.name, *agent.aliases) if agent.kind is AgentKind.ORGANISATION else (agent.name,)
    for name in names:
        told = re.sub(r"^(?:[Tt]he|U\.S\.) ", "", name.strip())
        body = organisations.named(name)
        if body:
            return body.key
        if told in acronyms:
            return acronyms[told]
    return None


def _inside(text: str, organisations: Organisations, acronyms: Mapping[str, str]) -> list[tuple[int, str]]:
    found = [(end, body.key) for _, end, body in organisations.inside(text)]
    return found + [
        (m.end(), acronyms[m.group()]) for m in re.finditer(r"\b[A-Z]{3,6}\b", text) if m.group() in acronyms
    ]


def _person(agent: Agent, scene: Scene, organisations: Organisations, acronyms: Mapping[str, str]) -> tuple[Home, ...]:
    role, affiliation = tidy(agent.role or ""), tidy(agent.affiliation or "")
    if agent.id in scene.beside:
        return (_follows(agent.name, scene.beside[agent.id], organisations),)
    if (
        NEVER.search(role)
        or UNION.search(f"{affiliation} {role}")
        or (is_outlet(affiliation) and not _inside(affiliation, organisations, acronyms))
    ):
        return ()
    # "Madison", "County State ’s Attorney": the two make one name.
    for text in (office(agent), affiliation, role):
        for _, key in _inside(text, organisations, acronyms):
            if text not in (affiliation, role) and key not in scene.kinds:
                continue  # a name that the documents do not have, made of two that do not belong together
            what = f"“{role}” of {organisations.name(key)}" if role else f"speaks for {organisations.name(key)}"
            return (Home(key, itself=False, certain=True, note=f"{agent.name}: {what}"),)
        body = organisations.named(text) if text else None
        if body:
            return (Home(body.key, itself=False, certain=True, note=f"{agent.name} speaks for {body.name}"),)
    if OF_BODY.search(f" of {affiliation}") or OWN_NAME.search(affiliation) or PRIVATE.search(affiliation):
        return ()
    if (own := SPOKEN_FOR.search(role)) and is_proper(PUBLIC.sub("", own[1])):
        return ()
    told = f"{affiliation} {role}".strip()
    # A rank before the name ("Sgt. Ode") is a role where the reading has left it there.
    told = told or (agent.name if MEMBER.match(agent.name) or RANK.search(agent.name) else "")
    for _, key in _inside(agent.name, organisations, acronyms) if told == agent.name else ():
        return (Home(key, itself=False, certain=True, note=f"“{agent.name}” is of {organisations.name(key)}"),)
    return _meant(told, agent, scene, organisations) if told else ()


def _described(
    agent: Agent, scene: Scene, organisations: Organisations, acronyms: Mapping[str, str]
) -> tuple[Home, ...]:
    told = agent.name
    if NEVER.search(told):
        return ()
    if agent.id in scene.beside:
        return (_follows(told, scene.beside[agent.id], organisations),)
    if paper := PAPER.match(told):
        for start, end, body in organisations.inside(told):
            if start <= paper.end() < end:
                return (Home(body.key, itself=False, certain=True, note=f"“{told}” is {body.name}’s"),)
    for text in (agent.affiliation or "", told):
        for end, key in _inside(text, organisations, acronyms) if belongs(told) else ():
            rest = text[end:].strip(" ’'s") if text is told else ""
            itself = (
                text is told and bool(BODY.search(told)) and agent.kind is not AgentKind.UNNAMED and " who " not in rest
            )
            note = f"“{told}” is {'' if itself else 'of '}{organisations.name(key)}"
            return (Home(key, itself=itself, certain=True, note=note),)
    if OF_BODY.search(told) or OWN_NAME.search(told):
        return ()  # "a spokeswoman for the Harbor Bureau": of that body, which is none of the known ones
    found = _meant(told, agent, scene, organisations)
    return found or (_meant(agent.affiliation, agent, scene, organisations) if agent.affiliation else ())


def _follows(told: str, key: str, organisations: Organisations) -> Home:
    return Home(key, itself=False, certain=True, note=f"“{told}” follows on {organisations.name(key)}")


def _of_place(agent: Agent, scene: Scene, organisations: Organisations) -> tuple[Home, ...]:
    """ "Corby County authorities": of the bodies that are known, those of that place."""
    told = AUTHORITIES.fullmatch(agent.name)
    meaning = generic(told["who"]) if told else None
    if told is None or meaning is None:
        return ()
    place = told["place"].casefold()
    fits = [k for k in sorted({*scene.counts, *scene.common}) if k.partition("/")[2] == place]
    for kinds in (*meaning.kinds, ("prosecutor",)):
        keys = [key for key in fits if scene.kinds[key] in kinds]
        if len(keys) == 1:
            note = f"“{agent.name}” in this document is of {organisations.name(keys[0])}"
            return (Home(keys[0], itself=False, certain=True, note=note),)
        if keys:
            return tuple(_maybe(key, agent, organisations) for key in keys)
    return ()


def _meant(told: str, agent: Agent, scene: Scene, organisations: Organisations) -> tuple[Home, ...]:
    meaning = generic(told)
    if meaning is None:
        if agent.kind is AgentKind.UNNAMED and PLAIN_SOURCE.search(told):
            officials = [key for key in scene.counts if scene.kinds[key] in OFFICIAL]
            return tuple(_maybe(key, agent, organisations) for key in sorted(officials))
        return ()
    keys = scene.meant(meaning)
    # "A law enforcement source" tells no body, and "a jail employee" does.
    vague = agent.kind is AgentKind.UNNAMED and bool(SOURCE.search(told)) and not meaning.body and meaning.wide
    vague = vague and not TOLD_BODY.search(told)
    if len(keys) == 1 and not vague:
        itself = meaning.body and told == agent.name and agent.kind is not AgentKind.UNNAMED
        itself = itself or (meaning.body and told == agent.name and bool(BODY.search(told)))
        note = f"“{told}” in this document is {'' if itself else 'of '}{organisations.name(keys[0])}"
        return (Home(keys[0], itself=itself, certain=True, note=note),)
    return tuple(_maybe(key, agent, organisations) for key in keys)


def _maybe(key: str, agent: Agent, organisations: Organisations) -> Home:
    return Home(key, itself=False, certain=False, note=f"“{agent.name}” may be of {organisations.name(key)}")
