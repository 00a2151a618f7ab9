"""What a typed value is about, in words that are the same for every document: "injury: officer"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sayso.codebooks import Codebook
from sayso.model import Agent, AgentKind, Claim, Value
from sayso.reconcile.agents import Roster
from sayso.reconcile.names import is_name
from sayso.reconcile.namings import PRONOUNS
from sayso.reconcile.parties import FORCE, FORCE_FIELDS
from sayso.reconcile.people import surnames

ROLES = (
    (
        "officer",
        re.compile(
            r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|agents?|sergeant|detectives?|police|cops?|marshals?|guards?)\b"
        ),
    ),
    ("bystander", re.compile(r"(?i)\b(?:bystanders?|passers?-?by|customers?|patrons?|neighbou?rs?|passengers?)\b")),
)
RANK = {
    name: n
    for n, name in enumerate(
        "killed injury injured shot victim_name suspect_name force shots fired_first weapon".split()
    )
}
"""What matters first of what a claim tells; all other fields come after, as told."""
OF_INCIDENT = frozenset({"date", "time", "place", "address"})
"""Fields that a report tells of many things; only those of the act itself are set side by side."""
OTHER = re.compile(r"(?i)^(?:the |an?)?\s*(second|third|fourth|other|another)\b")
"""What sets one person of a role apart from the one that is meant without it."""
ARTICLE = re.compile(r"(?i)^(?:the|an?|one of the|his|her|their|two|three)\s+")


@dataclass(frozen=True)
class Topics:
    """Names topics. `people` maps agents to the person of the incident that they are, where names differ."""

    roster: Roster
    codebook: Codebook | None = None
    people: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """The last name, in plain form too, of each named person who alone bears it."""
        return surnames(self.roster)

    def knows(self, value: Value) -> bool:
        """Whether a value fills a field of the codebook, or any field where there is none, of somebody who is known."""
        if value.field == "unknown" or (value.about and self.about(value) in PRONOUNS):
            return False
        return self.codebook is None or self._label(value.field) is not None

    def _label(self, field: str) -> str | None:
        told = self.codebook.field(field) if self.codebook else None
        if told is None and self.codebook:
            told = next((f for f in self.codebook.fields if field in f.filled_by), None)
        return told.label if told else None

    def about(self, value: Value) -> str:
        """Whom or what a value is about: an agent's id of the dossier, a role in lower case, or nothing."""
        if not value.about:
            return ""
        agent = self.roster.aka.get(value.about)
        if agent is None:
            return self.surnames.get(value.about.casefold()) or role(value.about)
        agent = self.people.get(agent, agent)
        told = self.roster.agents[agent]
        if told.kind is AgentKind.PERSON and is_name(told.name):
            return agent
        if self.roster.institution(agent):
            return "officer" if value.field in {"injury", "injured", "killed"} else agent
        return role(told.name)

    def key(self, value: Value) -> tuple[str, str]:
        """Field and whom it is about: values with one key are accounts of one thing."""
        return value.field, self.about(value)

    def name(self, key: tuple[str, str]) -> str:
        """The topic in plain words: "how badly each person was hurt: the officer"."""
        label = self._label(key[0]) or key[0].replace("_", " ")
        about = "" if key[1] in PRONOUNS else key[1]
        agent = self.roster.agents.get(about)
        who = agent.name if agent else about
        return f"{label}: {who}" if who else label

    def of(self, claim: Claim) -> str | None:
        """The topic of the claim's value that matters first, or None."""
        best = min(claim.values, key=lambda v: RANK.get(v.field, len(RANK)), default=None)
        return self.name(self.key(best)) if best else None


def role(description: str) -> str:
    """The plain role in a description: "an ICE officer", "The officer": both "officer"; not so "a second officer"."""
    other = OTHER.match(description.strip())
    for name, pattern in ROLES:
        if pattern.search(description):
            return f"{other.group(1).casefold().removeprefix('an')} {name}" if other else name
    return ARTICLE.sub("", description.strip()).casefold()


def of_act(claim: Claim) -> bool:
    """Whether a claim tells of the act itself: by its predicate or a value."""
    return bool(set(claim.predicate.split(" and ")) & FORCE) or any(v.field in FORCE_FIELDS for v in claim.values)


def described(agent: Agent) -> bool:
    """Whether an agent is known by a description alone."""
    return not is_name(agent.name)
