"""What to call things in sentences that a journalist reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.model import AgentKind, Origin
from sayso.reconcile.agents import Roster
from sayso.reconcile.names import is_name
from sayso.reconcile.organisations import Organisations, is_acronym

SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


def number(n: int) -> str:
    """A small number as a word."""
    return SMALL[n] if 0 <= n < len(SMALL) else f"{n:,}"


def count(n: int, one: str, many: str | None = None) -> str:
    """ "one voice", "three voices"."""
    return f"{number(n)} {one if n == 1 else many or one + 's'}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """ "A", "A and B", "A, B and two others"."""
    if len(names) > most:
        rest = len(names) - most + 1
        names = [*names[: most - 1], f"{number(rest)} others"]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


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
            return next((n for n in names if is_acronym(n)), agent.name)
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
            name = f"{name} and its parent {what}" + (f", {self.key(above[0])}" if not others else "")
        return name if not others else listed([name, *(self.key(key) for key in others)])

    def top(self, origins: Sequence[Origin]) -> str:
        """The key of the highest institution among these origins, else nothing."""
        keys = self.keys(origins)
        if not keys:
            return ""
        return min(keys, key=lambda key: (len(self.organisations.lineage(key, self.on)), key))
