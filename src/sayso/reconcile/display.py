"""What to call things in sentences that a journalist reads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.model import AgentKind, Origin
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.organisations import Organisations, is_acronym
from sayso.reconcile.agents.roster import Roster

SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


OFFICE = re.compile(r"(?i)\b(?:mayor|governor|chief|spokes\w+)$")
"""A name by which documents mean a body through who heads it or speaks for it."""


def number(n: int) -> str:
    """A small number as a word."""
    return SMALL[n] if 0 <= n < len(SMALL) else f"{n:,}"


def count(n: int, one: str, many: str | None = None) -> str:
    """ "one voice", "three voices"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """ "A", "A and B", "A, B and two others". Names that hold a comma or an "and" are parted by semicolons."""
    if len(names) > most:
        rest = len(names) - most + 1
        names = [*names[: most - 1], f"{number(rest)} others"]
    if len(names) < 2:
        return "".join(names)
    apart = any(", " in name or " and " in name for name in names)
    return f"{'; '.join(names[:-1])}; and {names[-1]}" if apart else f"{', '.join(names[:-1])} and {names[-1]}"


def told_once(names: Sequence[str], most: int = 5) -> str:
    """As `listed`, each name once: "“witnesses” (three)" where several origins are called alike."""
    told = Counter(names)
    kept = list(told) if len(told) <= most else list(told)[: most - 1]
    shown = [name if told[name] == 1 else f"{name} ({number(told[name])})" for name in kept]
    rest = len(names) - sum(told[name] for name in kept)
    return listed([*shown, count(rest, "other")] if rest else shown, len(shown) + 1)


def opened(text: str) -> str:
    """The text with its first letter as a sentence begins."""
    return text[:1].upper() + text[1:]


@dataclass(frozen=True, slots=True)
class Display:
    """Names of agents, origins and components."""

    roster: Roster
    organisations: Organisations
    on: date | None
    bodies: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, roster: Roster, organisations: Organisations, on: date | None) -> Display:
        """Names of a roster's agents, on a day."""
        bodies = {key: ident for ident in roster.agents if (key := roster.institution(ident))}
        return cls(roster, organisations, on, bodies)

    def agent(self, ident: str) -> str:
        """A short name: the acronym that the documents use, a person's name, a description in quotation marks."""
        agent = self.roster.agents[ident]
        key = self.roster.institution(ident)
        if key:
            names = (agent.name, *agent.aliases)
            plain = self.organisations.name(key) if OFFICE.search(agent.name) else agent.name
            return next((n for n in names if is_acronym(n)), plain)
        if agent.kind in {AgentKind.UNNAMED, AgentKind.GROUP} or not is_name(agent.name):
            return f"“{agent.name}”"
        return agent.name

    def key(self, key: str) -> str:
        """A short name of an institution: as its agent is called where it is one, else its own name."""
        return self.agent(self.bodies[key]) if key in self.bodies else self.organisations.name(key)

    def keys(self, origins: Iterable[Origin]) -> list[str]:
        """The institutions that origins are or speak for, those of most origins first."""
        told: Counter[str] = Counter()
        for origin in origins:
            for home in self.roster.homes.get(origin.agent or "", ()):
                if home.certain:
                    told[home.key] += 2 if home.itself else 1
        depth = {key: len(self.organisations.lineage(key, self.on)) for key in told}
        return sorted(told, key=lambda key: (-depth[key], -told[key], key))

    def component(self, origins: Sequence[Origin]) -> str:
        """What to call origins that count as one: "ICE and its parent, the DHS"; else their fullest names."""
        keys = self.keys(origins)
        if not keys:
            names = list(dict.fromkeys(self.agent(o.agent) for o in origins if o.agent))
            proper = [n for n in names if not n.startswith("“")]
            return listed(proper or names, 3)
        first = keys[0]
        above = [key for key in keys[1:] if key in self.organisations.lineage(first, self.on)]
        others = [key for key in keys[1:] if key not in above]
        name = self.key(first)
        if above:
            body = self.organisations.get(above[0])
            what = "department" if body and body.kind == "department" else "body"
            name = f"{name} (and its parent {what}" + (f", {self.key(above[0])})" if not others else ")")
        return name if not others else listed([name, *(self.key(key) for key in others)])

    def top(self, origins: Sequence[Origin]) -> str:
        """The key of the highest institution among these origins, else nothing."""
        keys = self.keys(origins)
        if not keys:
            return ""
        return min(keys, key=lambda key: (len(self.organisations.lineage(key, self.on)), key))
