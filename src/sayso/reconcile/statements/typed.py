"""The typed values of a claim as accounts are compared by them: those of reading, shots and hits apart, and some that
only a whole sentence tells: how many have died by now, that nobody is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.model import Claim, Span, Value
from sayso.reconcile.agents.namings import PRONOUNS
from sayso.reconcile.numbers import NUMERALS, numeral
from sayso.reconcile.statements.gunfire import SHOTS, gunfire

TOLL = re.compile(
    rf"(?i)\b(?:death toll|number of (?:dead|deaths|people killed))\b[^.]{{0,40}}?\b(?:to|at|is|was|now|reached)\s"
    rf"(?P<n>\d{{1,3}}|{'|'.join(NUMERALS[1:])})\b(?!\s(?:percent|years?))"
)
FREE = re.compile(
    r"(?i)\bno arrests?\b(?:\s(?:has|have|had|was|were))?(?:\sbeen)?(?:\s(?:made|announced|reported))?"
    r"|\bno suspects? (?:is|are|was|were|has been|have been) (?:in custody|arrested|detained|held)"
    r"|\b(?:suspects?|gunm[ae]n|shooters?|attackers?|driver) (?:is|are|was|were|remains?|remained) (?:still )?"
    r"(?:at large|on the run)"
)
"""That nobody is held."""
NOBODY = "nobody"
"""Whom an arrest is about that has not been made."""


def typed(claim: Claim) -> Iterator[Value]:
    """The values of a claim, each once."""
    meant = {p.span.exact.casefold(): p.agent for p in claim.participants if p.agent}
    for value in claim.values:
        # "he" is whom the claim's own "he" means, where the reading knows
        agent = meant.get(value.about or "") if value.about in PRONOUNS else None
        if value.field != SHOTS:
            yield replace(value, about=agent) if agent else value
    yield from gunfire(claim)
    span = claim.spans[0]
    told = {v.field for v in claim.values}
    toll = TOLL.search(span.exact) if "killed" not in told else None
    if toll is not None:
        words = _part(span, toll.start(), toll.end())
        yield Value(field="killed", value=str(numeral(toll["n"].casefold())), span=words, about="people")
    free = FREE.search(span.exact) if "arrest" not in told else None
    if free is not None:
        yield Value(field="arrest", value="arrested", span=_part(span, free.start(), free.end()), about=NOBODY)


def _part(span: Span, start: int, end: int) -> Span:
    return Span(document=span.document, start=span.start + start, end=span.start + end, exact=span.exact[start:end])
