"""How each voice names the people of the incident, in the words of each voice alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sayso.model import AgentKind, Naming, Reading, Span
from sayso.reconcile.agents.roster import Roster

PRONOUNS = frozenset(
    """i me my mine myself we us our ours you your he him his himself she her hers herself it its itself they them their
    theirs themselves who whom whose which that this these those one another""".split()
)


def namings(
    readings: Sequence[Reading], roster: Roster, people: Mapping[str, str], taking_part: frozenset[str]
) -> tuple[Naming, ...]:
    """For each person who takes part, and each voice, the first span of each wording. Pronouns name nobody."""
    found: dict[tuple[str, str | None], dict[str, Span]] = {}
    for reading in readings:
        agents = {a.id: a.agent for a in reading.attributions}
        for mention in reading.mentions:
            told = roster.aka.get(mention.agent)
            if told is None or mention.span.exact.casefold() in PRONOUNS:
                continue
            person = people.get(told, told)
            if person not in taking_part or not _person(person, roster):
                continue
            voice = agents.get(mention.attribution or "")
            key = person, roster.aka.get(voice) if voice else None
            found.setdefault(key, {}).setdefault(mention.span.exact.casefold(), mention.span)
    return tuple(Naming(agent=a, voice=v, spans=tuple(spans.values())) for (a, v), spans in found.items())


def _person(agent: str, roster: Roster) -> bool:
    kind = roster.agents[agent].kind
    return kind in {AgentKind.PERSON, AgentKind.UNNAMED} and roster.institution(agent) is None
