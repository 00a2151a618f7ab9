"""What people have decided, as edges and refusals that the steps apply. Nothing is rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sayso.model import Judgement, JudgementKind


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements that hold: a later one about the same subjects takes the place of an earlier one."""

    merges: tuple[Judgement, ...] = ()
    splits: tuple[Judgement, ...] = ()
    links: tuple[Judgement, ...] = ()
    rejected: frozenset[str] = frozenset()
    unlinked: frozenset[frozenset[str]] = frozenset()


OF_AGENTS = (JudgementKind.MERGE, JudgementKind.SPLIT)
OF_RECORDS = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.LINK)


def decide(judgements: Iterable[Judgement]) -> Decisions:
    """The judgements that hold, whatever order they come in."""
    ordered = sorted(judgements, key=lambda j: (j.at, j.kind, j.subjects, j.by, j.why))
    last: dict[tuple[bool, frozenset[str]], Judgement] = {}
    for judgement in ordered:
        if judgement.kind in (*OF_AGENTS, *OF_RECORDS) and judgement.subjects:
            last[judgement.kind in OF_AGENTS, frozenset(judgement.subjects)] = judgement
    held = sorted(last.values(), key=lambda j: (j.at, j.subjects), reverse=True)
    refused = [j for j in held if j.kind is JudgementKind.REJECT]
    return Decisions(
        merges=tuple(j for j in held if j.kind is JudgementKind.MERGE),
        splits=tuple(j for j in held if j.kind is JudgementKind.SPLIT),
        links=tuple(j for j in held if j.kind is JudgementKind.LINK),
        rejected=frozenset(j.subjects[0] for j in refused if len(j.subjects) == 1),
        unlinked=frozenset(frozenset(j.subjects) for j in refused if len(j.subjects) == 2),
    )


def pairs(judgement: Judgement, members: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """The pairs of readings' agents that a merge or split is about. A subject may be a reading's agent, or an agent
    of a dossier, which stands for its `members`; one dossier's agent alone is about each pair of its members."""
    told = [members.get(subject, (subject,)) for subject in judgement.subjects]
    if len(told) == 1:
        return list(combinations(told[0], 2))
    return [(a, b) for one, two in combinations(told, 2) for a in one for b in two if a != b]
