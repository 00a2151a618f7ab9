"""What may be one and is not sure to be: unnamed sources, the bodies that they may be of, groups and their members.

These edges bound the interval of independent origins alone. Descriptions that rule each other out ("the nurse", "a
neighbor"; "his aunt", "his father") are not taken to be one person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from sayso.model import Agent, AgentKind, Basis, Dependence, Origin, Reason, Span
from sayso.reconcile.agents.generics import HEAD, MEMBER, is_thing
from sayso.reconcile.agents.groups_words import FAMILY, WITNESS
from sayso.reconcile.agents.introduced import KIN, openings
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.offices import is_lawyer
from sayso.reconcile.agents.parties import ANYBODYS, PARTY
from sayso.reconcile.agents.taken_up import apart
from sayso.reconcile.origins.ground import Ground, called
from sayso.reconcile.origins.groups import family_of, is_group

ANYBODY = frozenset("source official person people man woman individual insider employee aide one member".split())
"""Nouns that tell so little of somebody that they may be any unnamed source."""
PEOPLE = ANYBODY | frozenset(
    """guy boy girl teen teenager youth gentleman lady friend expert teacher pastor nurse doctor analyst advocate
    activist leader informant tipster veteran attendee volunteer colleague guard juror lawmaker homeowner landlord
    tenant
    prisoner inmate adult juvenile""".split()
)
"""Nouns of persons: a jury, a sign or a page is no one who may be another source."""
SIDES = {
    "family": re.compile(
        rf"(?i){FAMILY.pattern[4:]}|\b(?:{'|'.join(sorted(KIN))}|relative|parents?|grandparents?|in-law)s?\b"
    ),
    "suspect": re.compile(r"(?i)\b(?:suspects?|gunm[ae]n|shooters?|defendants?|accused)\b"),
    "victim": re.compile(r"(?i)\b(?:victims?|survivors?)\b"),
}
"""Parties that do not speak for one another."""
KIN_OF = {
    "grandparents": frozenset({"grandmother", "grandfather"}),
    "parents": frozenset({"mother", "father", "mom", "dad", "stepfather", "stepmother"}),
    "siblings": frozenset({"brother", "sister", "sibling"}),
    "brothers": frozenset({"brother"}),
    "sisters": frozenset({"sister"}),
    "sons": frozenset({"son"}),
    "daughters": frozenset({"daughter"}),
    "children": frozenset({"son", "daughter"}),
    "cousins": frozenset({"cousin"}),
}
"""Who of a family is in a group of kin."""
EYES = re.compile(r"(?i)\b(?:eye)?witness")
POSTED = re.compile(
    r"(?i)\b(?:photos?|photographs?|pictures?|captions?|selfies?|(?:facebook|instagram) (?:page|post))\b"
)


def possible(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """All edges that are not certain between sources that nobody names."""
    yield from _maybe(ground, namings)
    yield from _collectives(ground, namings)
    yield from _held_back(ground, namings)
    yield from _namesakes(ground, namings)
    yield from _posted(ground, namings)


def _maybe(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """What an unnamed source may belong to, and that two unnamed sources may be one."""
    by_key: dict[str, Origin] = {}
    for origin in ground.stated():
        for home in ground.roster.homes.get(origin.agent or "", ()):
            if home.certain:
                by_key.setdefault(home.key, origin)
    before: list[Origin] = []
    places = ground.places()
    for origin in ground.stated():
        told = ground.roster.homes.get(origin.agent or "", ())
        if any(home.certain for home in told):
            continue
        evidence = namings.get(origin.agent or "", ())
        for home in told:
            other = by_key.setdefault(home.key, origin)
            shown = (*evidence, *namings.get(other.agent or "", ())) if other is not origin else evidence
            yield Dependence(
                a=origin.id, b=other.id, reason=Reason.SPEAKS_FOR, note=home.note, evidence=shown, certain=False
            )
        agent = ground.agent(origin)
        if agent.kind is not AgentKind.UNNAMED or _known(agent) or not is_somebody(agent):
            continue
        # A reading keeps two sources of one document apart for a reason.
        fits = (
            o
            for o in reversed(before)
            if not places[o.agent or ""] & places[agent.id] and _compatible(ground.agent(o), agent)
        )
        previous = next(fits, None)
        if previous is not None:
            note = f"“{ground.agent(previous).name}” and “{agent.name}” may be the same person"
            yield Dependence(
                a=previous.id,
                b=origin.id,
                reason=Reason.SAME_AGENT,
                note=note,
                evidence=(*namings.get(previous.agent or "", ()), *evidence),
                certain=False,
            )
        before.append(origin)


def _known(agent: Agent) -> bool:
    """Whether a description tells too much for it to be just any source's."""
    return bool(WITNESS.search(agent.name) or PARTY.search(agent.name) or is_thing(agent.name))


def is_somebody(agent: Agent) -> bool:
    """Whether a description is of a person."""
    noun = _noun(agent)
    return noun in PEOPLE or noun.endswith(("man", "woman", "person")) or MEMBER.search(noun) is not None


def _noun(agent: Agent) -> str:
    """The noun of a description: "official" of "a federal official familiar with it"."""
    head = HEAD.split(agent.name.casefold(), maxsplit=1)[0].split()
    return re.sub(r"(?<=[a-z]{3})s$", "", head[-1].strip(".,;:'’\"")) if head else ""


def _compatible(a: Agent, b: Agent) -> bool:
    """Whether two descriptions can be of one person."""
    one, two = _noun(a), _noun(b)
    if a.affiliation and b.affiliation and a.affiliation != b.affiliation:
        return False
    if apart(a.name, b.name):
        return False
    return one == two or one in ANYBODY or two in ANYBODY


def _collectives(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """“Witnesses” and “the family” may hold somebody who also speaks under a name, or in another document."""
    shared, owners, places = _shared(ground), _owners(ground), ground.places()
    for pattern, what in ((WITNESS, Basis.WITNESS), (PARTY, Basis.PARTY)):
        groups: list[Origin] = []
        named: list[Origin] = []
        for origin in ground.stated():
            agent = ground.agent(origin)
            if ground.roster.homes.get(agent.id):
                continue
            anonymous = agent.kind in {AgentKind.GROUP, AgentKind.UNNAMED} or not is_name(agent.name)
            if anonymous and pattern.search(agent.name):
                groups.append(origin)
            elif (
                agent.kind is AgentKind.PERSON
                and not _law(agent)
                and (origin.basis is what or pattern.search(agent.role or ""))
            ):
                named.append(origin)
        for i, group in enumerate(groups):
            agent = ground.agent(group)
            after = (o for o in groups[i + 1 :] if not _of_two(agent, ground.agent(o), owners))
            following = next((o for o in after if able(agent, ground.agent(o), shared)), None)
            for other in (*((following,) if following else ()), *named):
                one = ground.agent(other)
                if _of_two(agent, one, owners) or not able(agent, one, shared):
                    continue
                if is_name(one.name) and not _many(agent) and places[agent.id] & places.get(one.id, frozenset()):
                    continue  # "another resident" is nobody whom that document names
                told_so = not is_name(one.name) or pattern.search(one.role or "")
                if what is Basis.WITNESS and other.interested and not (told_so or EYES.search(agent.name)):
                    continue  # whom it happened to is no neighbour
                note = f"“{ground.agent(group).name}” may be or include {called(ground.agent(other))}"
                evidence = (*namings.get(group.agent or "", ()), *namings.get(other.agent or "", ()))
                yield Dependence(
                    a=group.id, b=other.id, reason=Reason.SAME_AGENT, note=note, evidence=evidence, certain=False
                )


def _held_back(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """Whom an opening describes may be the one person whom its document names later, where what they say leaves it
    open."""
    first = ground.first()
    for reading in ground.readings:
        for ident, (_, able) in openings(reading).items():
            told = ground.roster.aka.get(ident, "")
            for other in (ground.roster.aka.get(a, "") for a in able):
                if told not in first or other not in first or ground.roster.homes.get(other):
                    continue
                note = f"“{ground.roster.agents[told].name}” may be {called(ground.roster.agents[other])}"
                evidence = (*namings.get(told, ()), *namings.get(other, ()))
                yield Dependence(
                    a=first[told].id, b=first[other].id, reason=Reason.SAME_AGENT, note=note, evidence=evidence,
                    certain=False,
                )  # fmt: skip


def _namesakes(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """A surname alone that several bear, in a document that does not tell which of them it means."""
    first, places = ground.first(), ground.places()
    people = [a for a in ground.roster.agents.values() if a.kind is AgentKind.PERSON and is_name(a.name)]
    for agent in people:
        if len(words(agent.name)) != 1 or agent.id not in first:
            continue
        for other in people:
            told = words(other.name)
            here = places.get(agent.id, frozenset()) & places.get(other.id, frozenset())
            if len(told) > 1 and told[-1:] == words(agent.name) and other.id in first and here:
                yield Dependence(
                    a=first[agent.id].id, b=first[other.id].id, reason=Reason.SAME_AGENT,
                    note=f"“{agent.name}” may be {other.name}",
                    evidence=(*namings.get(agent.id, ()), *namings.get(other.id, ())), certain=False,
                )  # fmt: skip


def _posted(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """A picture, its caption and the page where it stands, in one document, may be one post."""
    places = ground.places()
    told = [o for o in ground.stated() if not is_name(ground.agent(o).name) or ground.agent(o).role is None]
    posted = [o for o in told if POSTED.search(ground.agent(o).name) and not ground.roster.homes.get(o.agent or "")]
    for one, other in combinations(posted, 2):
        if places.get(one.agent or "", frozenset()) & places.get(other.agent or "", frozenset()):
            note = f"{called(ground.agent(one))} and {called(ground.agent(other))} may be one post"
            evidence = (*namings.get(one.agent or "", ()), *namings.get(other.agent or "", ()))
            yield Dependence(
                a=one.id, b=other.id, reason=Reason.SAME_AGENT, note=note, evidence=evidence, certain=False
            )


def _many(agent: Agent) -> bool:
    return agent.kind is AgentKind.GROUP or is_group(agent)


def able(group: Agent, other: Agent, surnames: Collection[tuple[str, ...]]) -> bool:
    """Whether a group, or one who is not named, may be or include somebody: "his aunt" is not "his father", nor one of
    his grandparents; lawyers include lawyers alone, suspects no relatives, and a family none but relatives and those
    with a surname that others have, too (`surnames`)."""
    if _law(group) != _law(other):
        return False
    if not _many(group) and not _many(other) and apart(group.name, f"{other.role or ''} {other.name}"):
        return False
    side, theirs = _side(group), _side(other)
    if theirs and side != theirs and side is not None:
        return False
    if side == "family" and theirs is None and is_name(other.name) and words(other.name)[-1:] not in surnames:
        return False
    inside = _kin_within(group.name)
    if inside and (related := kin(other)) and not related & inside:
        return False
    if _many(group) or _many(other):
        return True
    one, two = kin(group), kin(other)
    return one == two if one or two else True


@lru_cache(maxsize=4096)
def _kin_within(group: str) -> frozenset[str] | None:
    """Who is in a group of kin: mothers and fathers among "his parents"."""
    return next((kin for plural, kin in KIN_OF.items() if re.search(rf"(?i)\b{plural}\b", group)), None)


def _of_two(group: Agent, other: Agent, owners: Collection[tuple[str, ...]]) -> bool:
    """Whether the two are of two families that the documents tell apart: "Ode’s relatives" and "Dan Pell" or "Pell’s
    family", where somebody speaks for either family."""
    ours = family_of(group.name)
    theirs = words(other.name)[-1:] if is_name(other.name) else family_of(other.name)
    if ours and family_of(other.role or "") == ours:
        return False  # "Ann Pell, Ode’s aunt"
    return ours in owners and theirs in owners and ours != theirs


def _owners(ground: Ground) -> frozenset[tuple[str, ...]]:
    """Of whom the documents quote a family, or somebody of it."""
    told = (
        family_of(text)
        for a in ground.roster.agents.values()
        if a.is_source
        for text in (a.role or "", "" if a.kind is AgentKind.PERSON else a.name)
        if SIDES["family"].search(text)
    )
    return frozenset(one for one in told if one)


def _shared(ground: Ground) -> frozenset[tuple[str, ...]]:
    """The surnames of more than one person of the incident."""
    people = [words(a.name) for a in ground.roster.agents.values() if a.kind is AgentKind.PERSON]
    counted = Counter(told[-1:] for told in people if len(told) > 1)
    return frozenset(surname for surname, n in counted.items() if n > 1)


def _side(agent: Agent) -> str | None:
    """Whether somebody is of a family, a suspect or a victim, as far as role or description tell."""
    return _side_of(_described(agent))


def _described(agent: Agent) -> str:
    """Somebody's role and description."""
    return f"{agent.role or ''} {'' if is_name(agent.name) else agent.name}"


@lru_cache(maxsize=4096)
def _side_of(described: str) -> str | None:
    told = ANYBODYS.sub("", described.strip())  # a parent of whomever is of no side
    return next((side for side, pattern in SIDES.items() if pattern.search(told)), None)


def _law(agent: Agent) -> bool:
    """Whether somebody speaks as a lawyer, or a group as lawyers."""
    return is_lawyer(_described(agent))


def kin(agent: Agent) -> frozenset[str]:
    """What somebody is to somebody else, by role or description: "mother", "uncle"."""
    return _kin_of(_described(agent))


@lru_cache(maxsize=4096)
def _kin_of(described: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", described.casefold())) & KIN
