"""The papers of one case: "an arrest affidavit", then "court documents" and "the document".

Where nobody can tell which body wrote a paper that charges somebody, its origin stands alone; what a document calls by
two such names, or two documents by one, is still one paper, or papers of one hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from sayso.model import AgentKind, Dependence, Reason, Span
from sayso.reconcile.origins.ground import Ground, called

CASE = re.compile(
    r"(?i)(?:(?!and\b)[\w’'.-]+\s){0,4}(?:affidavits?|criminal complaint|charging (?:documents?|papers)|charges?|"
    r"warrants?|probable[ -]cause (?:statements?|documents?)|arrest (?:documents?|papers)|"
    r"court (?:documents?|papers|filings?))(?:\s(?:of|in|from|for|filed|obtained|released|unsealed)\b.*)?"
)
"""Papers in which a case is made against somebody."""
THE = re.compile(r"(?i)(?:the|those|these) (?:documents?|papers|paperwork|affidavits?|complaint|charges?|warrants?)")
"""One of them, spoken of before."""


def papers(ground: Ground, namings: Mapping[str, tuple[Span, ...]]) -> Iterator[Dependence]:
    """Edges between papers of the incident's case, and those that a document goes on to call "the document"."""
    first = ground.first()
    case: list[str] = []
    for reading in ground.readings:
        told = {a.id: a for a in reading.agents if a.is_source and a.kind is not AgentKind.PERSON}
        here = dict.fromkeys(ground.roster.aka[ident] for ident, a in told.items() if CASE.fullmatch(a.name))
        again = dict.fromkeys(ground.roster.aka[ident] for ident, a in told.items() if THE.fullmatch(a.name))
        case += [agent for agent in here if agent in first]
        case += [agent for agent in again if here and agent in first]
    for one, other in pairwise(dict.fromkeys(case)):
        note = f"{called(ground.roster.agents[one])} and {called(ground.roster.agents[other])} are papers of one case"
        evidence = (*namings.get(one, ()), *namings.get(other, ()))
        yield Dependence(a=first[one].id, b=first[other].id, reason=Reason.SAME_AGENT, note=note, evidence=evidence)
