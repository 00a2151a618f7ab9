"""What a reading took for something else: a person for a body, a description or a heading's capitals for a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from sayso.model import Agent, AgentKind, Reading
from sayso.reconcile.agents.generics import BODY, THING, generic, is_outlet
from sayso.reconcile.agents.groups_words import FAMILY, SEEN, WITNESS
from sayso.reconcile.agents.introduced import KIN
from sayso.reconcile.agents.names import words
from sayso.reconcile.agents.organisations import plain_name

RANKED = re.compile(
    r"(?P<role>(?:[A-Z][\w.’'-]+ ){0,4}(?:Chief Deputy|Chief|Sheriff|Deputy|Detective|Officer|Trooper|Coroner|Mayor|"
    r"Sgt\.?|Lt\.?|Capt\.?|Cpl\.?|Sergeant|Lieutenant|Captain|Corporal|Councilman|Councilwoman|Councilmember|Alderman|"
    r"Superintendent|Commissioner|Governor|Gov\.|Senator|Sen\.|Judge|Magistrate|Principal|Pastor|Rev\.|Attorney)) "
    r"(?P<name>(?:Ma?c|O['’])?[A-Z][a-z’'-]+(?: [A-Z][\w.’'-]+){0,2})"
)
"""A person whom a reading takes for a body, by their rank: "Kettle County Chief Deputy Karl Ode"."""
NAMED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){0,2} [A-Z][\w’'-]+")
RANK = r"(?:Detective|Det\.|Officer|Sgt\.|Sergeant|Lt\.|Lieutenant|Capt\.|Captain|Cpl\.|Corporal|Deputy|Trooper|Agent)"
OFFICE = (
    rf"(?:{RANK}|(?:[Pp]olice |[Ff]ire )?(?:[Ss]pokes(?:man|woman|person)|Chief)|Sheriff|Coroner|Mayor|Superintendent|"
    r"Commissioner|Councilman|Councilwoman|Prosecutor|Attorney|Judge|Rev\.|Pastor|Dr\.)"
)
"""What stands before a person's name and before no body's."""
LABEL = re.compile(r"(?:Photo|Photos|Video|Image|File|Caption) (?=[A-Z])")
"""What a page prints beside a picture, run into the name that follows."""
SHOUTED = 4
"""Letters from which a word in capitals that is a person's surname is theirs, and no acronym: "BRANDT SAID"."""
SURNAME = re.compile(r"(?:Ma?c|O['’]|D[ei]|L[ae]|Van)?[A-Z][a-z’'-]{2,}")
APPENDED = re.compile(
    r"(?P<role>(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir|(?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+['’]s)\s.{2,60}?), "
    r"(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){1,2})"
)
"""A description with the name behind it: "The owner of the Lantern, John Ode"."""
KIN_LAST = re.compile(rf"(?i)['’]s?\s(?:[\w-]+\s)?(?:{'|'.join(sorted(KIN))})$")
"""What a role ends with that a name alone follows: "Mark Ode's niece"."""
SOMEBODY = KIN | frozenset(
    """man woman boy girl teen teenager grandma grandpa parents driver resident homeowner inmate victim suspect
    survivor gunman shooter one""".split()
)
"""What a headline that begins with somebody calls them, with a capital: "Father says it was an accident"."""
HOTLINE = re.compile(r"(?:[A-Z][\w-]+ )*Stoppers")
"""A tip line, which a reading may take for a person: "Kettle County Crime Stoppers"."""
COLLECTIVE = re.compile(
    r"(?i)(?:responders?|relatives|findings?|officials|families|friends|neighbou?rs|witnesses|residents|experts|"
    r"colleagues|parents|records|documents|reports?|investigators|detectives|deputies|officers|troopers|paramedics|"
    r"firefighters|medics|crews|prosecutors|lawyers|attorneys|protesters|advocates|activists|members)"
)
"""What ends a description of several people or papers, which a heading or a release may write with capitals."""


@dataclass(frozen=True, slots=True)
class Known:
    """What all documents know: the plain names of persons, their surnames, and the texts."""

    people: Collection[str]
    surnames: Collection[str]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, readings: Sequence[Reading]) -> Known:
        """As these readings have it."""
        told = [a.name for r in readings for a in r.agents if a.kind is AgentKind.PERSON]
        return cls(
            people=frozenset(map(plain_name, told)),
            surnames=frozenset(words(name)[-1] for name in told if words(name)),
            texts=tuple(r.document.text for r in readings),
        )

    def ranked(self, surname: str) -> tuple[str, str] | None:
        """Rank and full name where a text has them for a surname: "Dale Police Detective Ivo Varnek"."""
        told = re.compile(
            rf"(?P<role>(?:[A-Z][\w.’'-]+ ){{0,3}}{RANK}) (?P<name>[A-Z][\w’'-]+ (?:[A-Z]\. )?{surname})\b"
        )
        found = next((m for text in self.texts if (m := told.search(text))), None)
        return (found["role"], found["name"]) if found else None

    def titled(self, name: str) -> str | None:
        """The rank or office that a text has before a full name: "LMPD Lt. Ida Orr"."""
        told = re.compile(rf"(?P<role>(?:[A-Z][\w.’'-]+ ){{0,3}}{OFFICE}) {re.escape(name)}\b")
        found = next((m for text in self.texts if (m := told.search(text))), None)
        return found["role"] if found else None

    def lower(self, name: str) -> bool:
        """Whether any document writes these words without capitals."""
        return any(name.casefold() in text for text in self.texts)


def corrected(agent: Agent, known: Known) -> Agent:
    """The agent as what it is, where a reading mistook it.

    A body with the full name of a person whom the documents know, or with their surname, is that person; a person who
    is called "Witness", "Father" or "Paperwork", with the capital of a heading or of the start of a sentence, is a
    description, and so is a body that the documents also write without capitals ("First Responders").
    """
    plain = plain_name(agent.name)
    if agent.kind is AgentKind.ORGANISATION and NAMED.fullmatch(agent.name):
        surname = plain.split()[-1] in known.people and not is_outlet(agent.name) and generic(agent.name) is None
        if plain in known.people or surname:
            return replace(agent, kind=AgentKind.PERSON)
        if generic(agent.name) is None and (role := known.titled(agent.name)):
            return replace(agent, kind=AgentKind.PERSON, role=agent.role or role)
    if agent.kind is AgentKind.ORGANISATION and SURNAME.fullmatch(agent.name):
        if plain in known.surnames:
            return replace(agent, kind=AgentKind.PERSON)
        if full := known.ranked(agent.name):
            return replace(agent, kind=AgentKind.PERSON, name=full[1], role=full[0])
    shouted = agent.name.isupper() and agent.name.isalpha() and len(agent.name) >= SHOUTED
    if agent.kind is AgentKind.ORGANISATION and shouted and plain in known.surnames:
        return replace(agent, kind=AgentKind.PERSON, name=agent.name.title())
    if agent.kind is AgentKind.PERSON and (label := LABEL.match(agent.name)):
        return replace(agent, name=agent.name[label.end() :])
    ranked = RANKED.fullmatch(agent.name) if agent.kind is AgentKind.ORGANISATION else None
    if ranked and not is_outlet(agent.name):
        return replace(agent, kind=AgentKind.PERSON, name=ranked["name"], role=ranked["role"], aliases=())
    told = agent.name.strip(" \"“”'’")
    if agent.kind is AgentKind.PERSON and HOTLINE.fullmatch(told):
        return replace(agent, kind=AgentKind.ORGANISATION)
    if ":" in told and agent.kind is not AgentKind.PUBLISHER and generic(told.partition(":")[0]):
        return replace(agent, name=told.partition(":")[0])  # a headline: "Police: Girl, 8, critical"
    if agent.kind is AgentKind.PERSON and BODY.search(told) and generic(told):
        return replace(agent, kind=AgentKind.GROUP)
    appended = APPENDED.fullmatch(agent.name) if agent.kind is AgentKind.UNNAMED else None
    if appended and (KIN_LAST.search(appended["role"]) or plain_name(appended["name"]) in known.people):
        return replace(agent, kind=AgentKind.PERSON, name=appended["name"], role=appended["role"], affiliation=None)
    described = any(p.fullmatch(told) for p in (WITNESS, SEEN, FAMILY, THING)) or told.casefold() in SOMEBODY
    if agent.kind is AgentKind.PERSON and described:
        kind = AgentKind.GROUP if told.endswith("s") else AgentKind.UNNAMED
        return replace(agent, name=told.lower(), kind=kind)
    if (
        agent.kind is AgentKind.ORGANISATION
        and COLLECTIVE.fullmatch(told.split()[-1])
        and (" " not in told or known.lower(told))
    ):
        return replace(agent, name=told.lower(), kind=AgentKind.GROUP)
    return agent
