"""Groups and their members in one document: "witnesses said …" over what one witness says, "the family" over a sister.

A writer sums up what those who are quoted say. The group's word is its member's own word, for sure, where a member is
the next to be quoted; what a group is told to have told the police is not summed up so. Two names for the family in one
document are one group.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sayso.model import NOT_ASSERTING, Agent, AgentKind, Basis, Dependence, Origin, Reading, Reason, Span
from sayso.reconcile.agents.clients import clients
from sayso.reconcile.agents.groups_words import FAMILY, SEEN
from sayso.reconcile.agents.introduced import KIN
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.offices import is_lawyer, office
from sayso.reconcile.origins.ground import Ground, called

RELATED = re.compile(rf"(?i)\b(?:{'|'.join(sorted(KIN))}|father-in-law|mother-in-law|relative|ex-wife|ex-husband)\b")


OWNED = re.compile(r"([A-Z][\w-]+|victim|suspect|gunman|shooter|deceased|officer)['’]s?\s")
OF = re.compile(r"\bof (?:the )?((?:[A-Z][\w.’'-]+\s)+|victim|suspect|gunman|shooter|deceased|officer)")


def members(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """Edges from groups to the members whose words they sum up."""
    first = ground.first()
    lawyers = {client.lawyer for client in clients(ground.readings, ground.roster)}
    alone: list[str] = []
    whose: set[tuple[str, ...]] = set()
    for reading in ground.readings:
        speakers = _speakers(reading, ground, first)
        groups = [
            a for a in dict.fromkeys(speakers) if is_group(ground.roster.agents[a]) and not ground.roster.homes.get(a)
        ]
        for group in groups:
            able = [a for a in dict.fromkeys(speakers) if a not in lawyers and _in(a, group, ground, first[a])]
            behind = [b for a, b in pairwise(speakers) if a == group]
            sure = [a for a in able if a in behind][:1]
            if FAMILY.search(name := ground.roster.agents[group].name):
                whose |= {one for one in (_surname(family_of(name), ground),) if one}
                alone += [group] if not sure else []
            for agent in sure:
                note = f"“{ground.roster.agents[group].name}” sums up what {called(ground.roster.agents[agent])} says"
                yield _edge(first[group], first[agent], note, namings)
        families = [g for g in groups if FAMILY.search(ground.roster.agents[g].name)]
        owners = {w for g in families if (w := _surname(family_of(ground.roster.agents[g].name), ground))}
        if len(owners) < 2:
            for group in families[1:]:
                one, other = (called(ground.roster.agents[g]) for g in (families[0], group))
                note = f"{one} and {other} are one family"
                yield _edge(first[families[0]], first[group], note, namings)
    if len(whose) < 2:
        for one, other in pairwise(dict.fromkeys(alone)):
            note = f"{called(ground.roster.agents[one])} and {called(ground.roster.agents[other])} are one family"
            yield _edge(first[one], first[other], note, namings)


def _edge(a: Origin, b: Origin, note: str, namings: Mapping[str, tuple[Span, ...]]) -> Dependence:
    evidence = (*namings.get(a.agent or "", ()), *namings.get(b.agent or "", ()))
    return Dependence(a=a.id, b=b.id, reason=Reason.SAME_AGENT, note=note, evidence=evidence)


def _speakers(reading: Reading, ground: Ground, first: Mapping[str, Origin]) -> Sequence[str]:
    """Who speaks at first hand in a document, once for each run of what they say, in order."""
    told: list[str] = []
    for attribution in reading.attributions:
        agent = ground.roster.aka.get(attribution.agent or "")
        if agent is None or agent not in first or attribution.parent or attribution.cue_type in NOT_ASSERTING:
            continue
        if not told or told[-1] != agent:
            told.append(agent)
    return told


def is_group(agent: Agent) -> bool:
    """Whether a source is a family or a group of witnesses as such."""
    if is_lawyer(f"{agent.role or ''} {agent.name}") or agent.name.casefold().startswith("those "):
        return False  # "those who know the family"
    plain = agent.kind in {AgentKind.GROUP, AgentKind.UNNAMED} or not is_name(agent.name) or " " not in agent.name
    return plain and bool(FAMILY.search(agent.name) or (agent.kind is AgentKind.GROUP and SEEN.search(agent.name)))


def _in(agent: str, group: str, ground: Ground, origin: Origin) -> bool:
    """Whether somebody is a member of the group, as far as the document tells."""
    one, many = ground.roster.agents[agent], ground.roster.agents[group]
    if agent == group or is_group(one) or one.kind not in {AgentKind.PERSON, AgentKind.UNNAMED}:
        return False
    if ground.roster.homes.get(agent):
        return False
    described = f"{office(one)} {'' if is_name(one.name) else one.name}"
    if FAMILY.search(many.name):
        owner, of = family_of(many.name), family_of(described)
        # "Ode’s family" is not whoever is "Pell’s aunt".
        return RELATED.search(described) is not None and (not owner or not of or owner == of)
    seen = SEEN.search(many.name)
    noun = seen.group(1).casefold() if seen else ""
    if noun == "witness":
        return origin.basis is Basis.WITNESS
    return bool(noun) and noun in described.casefold()


def _surname(owner: tuple[str, ...], ground: Ground) -> tuple[str, ...]:
    """Of a given name that one person alone bears, the surname: "Karl’s family" is "Ode’s family"."""
    people = (words(a.name) for a in ground.roster.agents.values() if a.kind is AgentKind.PERSON and is_name(a.name))
    full = {told[-1:] for told in people if len(told) > 1 and told[:1] == owner}
    return next(iter(full)) if len(full) == 1 else owner


def family_of(description: str) -> tuple[str, ...]:
    """Whose family it is: the last name before a possessive or behind "of", or what stands there for it."""
    told = f"{description} "
    found = OWNED.search(told) or OF.search(told)
    return words(found.group(1))[-1:] if found else ()
