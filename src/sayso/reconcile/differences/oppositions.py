"""Statements that cannot both be, where no typed field tells so: one is denied by another, or they differ in a number.

A negated statement contradicts every one that says at least as much of the same: "he did not charge at anyone" and "he
charged at an officer with a knife". Two statements with the same words but for the number of one thing differ: "six
years with the department" and "four years with the department".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import Claim, Value
from sayso.reconcile.clocks import CLOCK
from sayso.reconcile.differences.deeds import deeds
from sayso.reconcile.differences.fits import Fit, fit
from sayso.reconcile.differences.opposed import (
    ALIKE,
    ASSERTED,
    COUNTED,
    COVERED,
    EMPTY,
    MOST,
    NO_THING,
    OFFICERS,
    TYPED,
    WIDE,
    Opposed,
    stated,
)
from sayso.reconcile.differences.said import Said, Whose
from sayso.reconcile.numbers import LOOSE, numeral
from sayso.reconcile.statements.frames import Frame
from sayso.reconcile.statements.propositions import Sense, swapped
from sayso.reconcile.statements.topics import NUMBERED, tells_act
from sayso.reconcile.words import ABLE, NUMBERS, stem


def oppositions(
    senses: Sequence[Sense], whose: Whose, back: frozenset[str], named: frozenset[str], found: Sequence[Frame] = ()
) -> Iterator[Opposed]:
    """The pairs of claims that cannot both be. `back` are claims that take something back, and assert nothing; `named`
    the dossier's agents that have names: two of them are two, what a description means may be either."""
    told = [s for s in senses if s.claim.modality in ASSERTED and s.claim.id not in back]
    framed = [f for f in found if f.claim.modality in ASSERTED and f.claim.id not in back]
    seen: set[frozenset[str]] = set()
    for one in (
        *_denials(told, whose, named),
        *_numbers(told, whose),
        *_times(told, whose),
        *deeds(framed, whose),
    ):
        pair = frozenset({one.a.claim.id, one.b.claim.id})
        if pair not in seen and _two_accounts(one.a, one.b):
            seen.add(pair)
            yield one


def _two_accounts(a: Said, b: Said) -> bool:
    """Whether two claims are two accounts: of two voices, or of one in two documents or of two times."""
    return a.speaker != b.speaker or a.claim.document != b.claim.document or a.recalled != b.recalled


def _denials(told: Sequence[Sense], whose: Whose, named: frozenset[str]) -> Iterator[Opposed]:
    by_word: dict[str, list[Sense]] = {}
    for sense in told:
        if sense.stands:
            for word in sense.resolved:
                by_word.setdefault(word, []).append(sense)
    for no in told:
        text = _text(no)
        if no.stands or ABLE.search(text):
            continue
        words = no.resolved - EMPTY
        wide = bool(WIDE & set(text.casefold().split()))
        rare = sorted((w for w in words if w in by_word), key=lambda w: (len(by_word[w]), w))[:3]
        seen = {s.claim.id: s for w in rare for s in by_word[w][:MOST]}
        for yes in seen.values():
            if _denied(no, yes, words - no.agents if wide else words, named, least=1 if wide else 2):
                yield Opposed(_said(yes, whose), _said(no, whose), f"whether “{yes.claim.spans[0].exact}”")


def _denied(no: Sense, yes: Sense, words: frozenset[str], named: frozenset[str], *, least: int) -> bool:
    """Whether a claim says all that another denies, of the same. A denial of anyone, or of ever, needs fewer words."""
    shared = words & yes.resolved
    if len(shared) < least or len(shared) < COVERED * len(words) or not no.numbers <= yes.numbers:
        return False
    if not _predicates(no) & _predicates(yes):
        return False
    if not no.agents or not yes.agents:
        return False  # "I did not hear" is of whoever speaks
    one, two = no.agents & named, yes.agents & named
    if (one and two and not one & two) or bool(no.agents & OFFICERS) != bool(yes.agents & OFFICERS):
        return False
    return not swapped(no, yes)


def _predicates(sense: Sense) -> frozenset[str]:
    return frozenset(stem(p) for p in sense.claim.predicate.split(" and ")) - {"be", "have", "do"}


def _numbers(told: Sequence[Sense], whose: Whose) -> Iterator[Opposed]:
    by_thing: dict[str, list[tuple[Sense, int]]] = {}
    for sense in told:
        if not sense.stands:
            continue
        text = _text(sense)
        if LOOSE.search(text):
            continue
        for thing, number in counted(sense.claim, text):
            by_thing.setdefault(thing, []).append((sense, number))
    for thing, held in sorted(by_thing.items()):
        held = held[:MOST]
        for i, (a, one) in enumerate(held):
            for b, two in held[i + 1 :]:
                if one != two and a.claim.document != b.claim.document and _same_but(a, b, thing):
                    yield Opposed(_said(a, whose), _said(b, whose), f"how many {thing}")


def _times(told: Sequence[Sense], whose: Whose) -> Iterator[Opposed]:
    """What is told to have been done at two times of the day. The times of the act itself are a topic of their own."""
    by_word: dict[str, list[tuple[Sense, Value]]] = {}
    for sense in told:
        value = _clock(sense.claim)
        if value is not None and sense.stands and not tells_act(sense.claim):
            for verb in _predicates(sense):
                by_word.setdefault(verb, []).append((sense, value))
    for verb, held in sorted(by_word.items()):
        held = held[:MOST]
        for i, (a, one) in enumerate(held):
            for b, two in held[i + 1 :]:
                if a.claim.document == b.claim.document or one.value[:10] != two.value[:10]:
                    continue
                if fit(one, two) is Fit.APART and _same_but(a, b, verb):
                    yield Opposed(whose.said(a.claim, one), whose.said(b.claim, two), f"when: “{verb}”")


def _clock(claim: Claim) -> Value | None:
    """The one time of the clock that a claim tells."""
    values = [v for v in claim.values if v.field == "time" and "T" in v.value]
    return values[0] if len(values) == 1 and CLOCK.search(values[0].span.exact) else None


def counted(claim: Claim, text: str) -> Iterator[tuple[str, int]]:
    """What a claim counts and how many, claims of typed counts left out: ("inmate", 143)."""
    if any(v.field in TYPED for v in claim.values):
        return
    for match in COUNTED.finditer(text):
        number, thing = match.group(1).casefold(), match.group(2).casefold()
        if NO_THING.match(thing):
            continue
        value = numeral(number.replace(",", ""))
        if value is not None and value > 1:  # "one man" is a man
            yield stem(thing), value


def _same_but(a: Sense, b: Sense, thing: str) -> bool:
    """Whether two claims say the same, numbers aside."""
    one, two = (s.resolved - s.numbers - NUMBERS - {thing} for s in (a, b))
    shared = one & two
    if len(shared) < 2 or 2 * len(shared) < ALIKE * (len(one) + len(two)) or NUMBERED.search(_text(a) + " " + _text(b)):
        return False
    return not swapped(a, b)


def _text(sense: Sense) -> str:
    return " ".join(s.exact for s in sense.claim.spans)


def _said(sense: Sense, whose: Whose) -> Said:
    return stated(sense.claim, whose)
