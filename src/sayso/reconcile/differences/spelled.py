"""Names that two documents spell differently, of a person whom both can mean: "Tyra Ode" and "Etyra Ode"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher

from sayso.model import AgentKind, Claim, Span, Value
from sayso.reconcile.agents.names import NICKNAMES, heard, is_name, suffix, words
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.differences.fits import NAMES
from sayso.reconcile.differences.merged import SPELLED
from sayso.reconcile.differences.opposed import Opposed
from sayso.reconcile.differences.said import Whose

AGE = re.compile(r"\d{1,2}[- ]year[- ]old,?\s(?:[a-z]+\s){0,2}?(?=[A-Z])")
"""An age that stands before a name."""
SHORT, LONG = 4, 6
"""Letters from which on one letter may be another, and from which on two may."""
MANY = 200
"""Names from which on none are compared: these are no incident's people."""


@dataclass(slots=True)
class _Form:
    """A name as it is spelled: the documents that have it, and the first claim in each."""

    name: str
    where: dict[str, tuple[Claim, Span]] = field(default_factory=dict)


def spelled(claims: Sequence[Claim], whose: Whose, roster: Roster) -> Iterator[Opposed]:
    """Pairs of claims of different documents that spell one person's name differently. Names that any document has both
    of are two people's, or put right there, or an error of its own."""
    forms: dict[tuple[str, ...], _Form] = {}
    told: dict[str, set[str]] = {}
    for claim in claims:
        told.setdefault(claim.document, set()).update(words(" ".join(s.exact for s in claim.spans)))
        for span in _named(claim, roster):
            plain = tuple(w.replace("'", "") for w in words(span.exact))
            forms.setdefault(plain, _Form(span.exact)).where.setdefault(claim.document, (claim, span))
    topics: dict[tuple[str, ...], str] = {}
    ordered = sorted(forms.items())
    for i, (one, a) in enumerate(ordered if len(ordered) <= MANY else ()):
        for two, b in ordered[i + 1 :]:
            differ = set(one) ^ set(two)
            if (
                one[1:-1] == two[1:-1]
                and _respelt(one, two)
                and not any(differ <= told[d] for d in (*a.where, *b.where))
            ):
                topic = topics.setdefault(one, topics.get(two, f"{SPELLED}: {a.name}"))
                topics[two] = topic
                yield from _opposed(a, b, whose, topic)


def spelling(a: Value, b: Value) -> bool:
    """Whether two values are one name in two spellings."""
    if a.field != b.field or a.field not in NAMES | {"spelling"}:
        return False
    one, two = (tuple(w.replace("'", "") for w in words(v.value)) for v in (a, b))
    return len(one) > 1 and len(one) == len(two) and one[1:-1] == two[1:-1] and _respelt(one, two)


def _named(claim: Claim, roster: Roster) -> Iterator[Span]:
    """Where a claim gives the full name of a person who takes part in it."""
    for taker in claim.participants:
        agent = roster.agents.get(roster.aka.get(taker.agent or "", ""))
        if agent is None or agent.kind is not AgentKind.PERSON:
            continue
        told = taker.span.exact
        aged = AGE.match(told)
        start = aged.end() if aged else 0
        name = told[start:]
        if is_name(name) and len(words(name)) > 1 and suffix(name) is None:
            yield replace(taker.span, start=taker.span.start + start, exact=name)


def _respelt(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """Whether two names differ by letters of the given name or of the surname alone."""
    if one[-1] == two[-1]:
        return _letters(one[0], two[0]) and NICKNAMES.get(one[0], one[0]) != NICKNAMES.get(two[0], two[0])
    return one[0] == two[0] and _letters(one[-1], two[-1])


def _letters(a: str, b: str) -> bool:
    """Whether two words differ by a letter, or long ones by two; of short ones it must sound the same, or be one letter
    more: Dale is not Dane, nor Carl Carla."""
    short, long = sorted((a, b), key=len)
    if len(short) < SHORT or a == b:
        return False
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    other = len(long) - sum(block.size for block in matcher.get_matching_blocks())
    if len(short) >= LONG:
        return other <= 2 and (a[0] == b[0] or len(short) < len(long))
    return heard(a) == heard(b) or (other == 1 and len(short) < len(long) and long != f"{short}a")


def _opposed(a: _Form, b: _Form, whose: Whose, topic: str) -> Iterator[Opposed]:
    """The first claim of each document with one spelling, against the first with the other."""
    ones, twos = (sorted(f.where.values(), key=lambda row: row[0].id) for f in (a, b))
    pairs = [*((one, twos[0]) for one in ones), *((ones[0], two) for two in twos[1:])]
    for (one, first), (two, second) in pairs:
        yield Opposed(
            whose.said(one, Value(field="spelling", value=a.name, span=first)),
            whose.said(two, Value(field="spelling", value=b.name, span=second)),
            topic,
            whoever=True,
        )
