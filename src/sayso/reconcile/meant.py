"""Judgements as people write them, by the names and words that they see, to judgements about ids.

Names and words last where ids do not: another document may give an agent or a statement another id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.model import Dossier, Judgement, JudgementKind

FIELD, PERSON, RECORD = "record:", "person:", "record"
"""What a judgement about the record begins with: a cell, somebody of it, or the whole row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A judgement as `written` and about ids, as far as the dossier has what it names; `found` is None where it decides
    nothing, and `why` says why in plain words."""

    written: Judgement
    found: Judgement | None
    why: str = ""


def of_record(judgement: Judgement) -> bool:
    """Whether it is about the record and not about the dossier."""
    return any(s.casefold() == RECORD or s.casefold().startswith((FIELD, PERSON)) for s in judgement.subjects)


def folded(text: str) -> str:
    """Words as they are compared: without capitals, white space and the marks that quote them as a whole."""
    return " ".join(text.split()).strip('“”"').casefold()


def named(judgements: Iterable[Judgement], dossier: Dossier) -> tuple[Named, ...]:
    """The judgements about the dossier, in their order; `dossier` is the one made without them.

    A subject is an id, the name or another name of an agent as the page has it, the words of a claim, or the title of a
    statement, which stands for all claims in it. Of one name that several bear all are meant; another name of several
    decides nothing.
    """
    known = _ids(dossier)
    agents = _agents(dossier)
    words = _words(dossier)
    members: dict[str, list[str]] = defaultdict(list)
    for reading, agent in dossier.aka:
        members[agent].append(reading)
    called = {agent.id: agent.name for agent in dossier.agents}
    given = list(judgements)
    joined = {frozenset(map(folded, j.subjects)) for j in given if j.kind is JudgementKind.MERGE}
    told: list[Named] = []
    for judgement in given:
        if of_record(judgement):
            continue
        groups = []
        for subject in judgement.subjects:
            key = folded(subject)
            by_name, by_words = agents.get(key, []), words.get(key, [])
            if subject in known:
                groups.append([subject])
            elif judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT) and len(judgement.subjects) == 1:
                groups.append(by_words)
            else:
                groups.append(by_name)
        merged = frozenset(map(folded, judgement.subjects)) in joined
        why = _undecided(judgement, groups, called, merged=merged)
        told += (
            [Named(written=judgement, found=None, why=why)]
            if why
            else [Named(written=judgement, found=one) for one in _each(judgement, groups, members)]
        )
    return tuple(told)


def _undecided(judgement: Judgement, groups: list[list[str]], called: Mapping[str, str], *, merged: bool) -> str:
    """Why a judgement decides nothing here; empty where it does. `called` are the names of agents by id."""
    if missing := [s for s, group in zip(judgement.subjects, groups, strict=True) if not group]:
        return f"nothing here is called {', '.join(f'“{m}”' for m in missing)}"
    if judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT) and len(judgement.subjects) == 1:
        return ""
    for subject, group in zip(judgement.subjects, groups, strict=True):
        names = sorted({called.get(ident, ident) for ident in group})
        if len(names) > 1:  # another name of several: which is meant is for the one who wrote it to say
            return f"“{subject}” can be {', '.join(names)}: write one of these, or an id"
    if judgement.kind is JudgementKind.SPLIT and len(groups) > 1 and not merged and not set(groups[0]) & set(groups[1]):
        return "they are two already; if something ties them, “reject” both with “|” between them"
    return ""


def _each(judgement: Judgement, groups: list[list[str]], members: dict[str, list[str]]) -> list[Judgement]:
    """The judgement about ids: to reject words is to reject each claim that has them."""
    if judgement.kind in (JudgementKind.ACCEPT, JudgementKind.REJECT) and len(groups) == 1:
        return [replace(judgement, subjects=(ident,)) for ident in groups[0]]
    if judgement.kind is JudgementKind.MERGE:
        every = dict.fromkeys(m for group in groups for agent in group for m in members.get(agent, [agent]))
        return [replace(judgement, subjects=tuple(every))]
    if judgement.kind is JudgementKind.LINK:  # by whom a reading has: a merger beside it gives their agent another id
        groups = [[members[ident][0] if members.get(ident) else ident for ident in group] for group in groups]
    return [replace(judgement, subjects=tuple(dict.fromkeys(ident for group in groups for ident in group)))]


def _ids(dossier: Dossier) -> frozenset[str]:
    kinds = (dossier.claims, dossier.attributions, dossier.agents, dossier.dependences, dossier.origins)
    return frozenset(one.id for kind in kinds for one in kind) | frozenset(reading for reading, _ in dossier.aka)


def _agents(dossier: Dossier) -> dict[str, list[str]]:
    """Agents by their names; who is known by a name first has it, before those for whom it is another name."""
    found: dict[str, list[str]] = defaultdict(list)
    for agent in dossier.agents:
        found[folded(agent.name)].append(agent.id)
    firsts = frozenset(found)
    for agent in dossier.agents:
        for alias in dict.fromkeys(map(folded, agent.aliases)):
            if alias not in firsts:
                found[alias].append(agent.id)
    return found


def _words(dossier: Dossier) -> dict[str, list[str]]:
    """Claims by their own words, and by the title of the statement that they make."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in dossier.claims:
        found[folded(" … ".join(s.exact for s in claim.spans))][claim.id] = None
    for proposition in dossier.propositions:
        found[folded(proposition.text)].update(dict.fromkeys((*proposition.claims, *proposition.denials)))
    return {words: list(ids) for words, ids in found.items()}
