"""Deeds and states of one thing that cannot both be, in claims that need not share their words: what is said to be so
and not to be so, in how many, at what time, and in words that rule each other out (`frames`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.model import Claim, Span, Value
from sayso.reconcile.clocks import minutes
from sayso.reconcile.differences.opposed import COUNTED, EMPTY, MOST, NO_THING, TYPED, Opposed, stated
from sayso.reconcile.differences.said import Said, Whose
from sayso.reconcile.numbers import NUMERALS, PART, bounds, numeral
from sayso.reconcile.statements.frames import LIGHT, PERSON, Frame, exclusive, one_day, one_deed, one_thing
from sayso.reconcile.statements.holding import in_hand
from sayso.reconcile.statements.instead import corrected
from sayso.reconcile.statements.topics import tells_act
from sayso.reconcile.words import NUMBERS, content, stem

_NUMERAL = rf"\d{{1,3}}|{'|'.join(NUMERALS[1:])}"
WHEN, HAND = "at what time", "what was in hand"
TIMED = frozenset(
    "stop crash fire call chase pursuit raid search standoff arrest robbery collision explosion break-in".split()
)
"""Nouns for what happens once, of which the clock is told in whatever words."""
DAY = 24 * 60
NEAR = 20
"""Minutes by which two times of one event may be apart."""


OFTEN = re.compile(
    r"(?i)\b(?:(once|twice|a single time|just once|only once)\b(?=\s*(?:$|[.,;]|(?:in|on|with|at|by)\b))"
    rf"|({_NUMERAL})\stimes\b)"
)
ONCE = {"once": 1, "a single time": 1, "just once": 1, "only once": 1, "twice": 2}
SHORT = 3
"""Words of weight that a denial of what is told of a thing in passing has at most."""
TAKEN = frozenset({"arrest", "detain", "evacuate", "displace", "suspend", "charge", "indict"})
"""Deeds of which the number of people is told as a whole."""
MANY = frozenset({"person", "man", "woman", "child", "victim", "officer"})
GUNFIRE = frozenset("fire shoot hit strike discharge open".split())
PEOPLE = frozenset("people persons victims men women children others patients man woman person victim".split())
"""Whom counts of their own fields tell of, and of whom parts are told as often as the whole."""


def deeds(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """Opposed claims of one thing. What is said instead of something ("32, not 31") denies it, whoever says so. Else
    both must be credited to somebody where the thing has no name: what an article tells in its own voice of a man may
    be of another one. Of a person who has a name, two documents differ though nobody is credited."""
    for told, denying in corrected(found):
        yield Opposed(stated(told.claim, whose), stated(denying.claim, whose), f"whether “{told.text}”", corrects=True)
    core = {f.claim.id: f.core for f in found}
    by_words = (
        Opposed(whose.said(a.claim, one), whose.said(b.claim, two), label) for a, one, b, two, label in exclusive(found)
    )
    for one in (
        *_held(found, whose),
        *by_words,
        *_denied_deeds(found, whose),
        *_counted_deeds(found, whose),
        *_clocks(found, whose),
    ):
        shared = core[one.a.claim.id] & core[one.b.claim.id]
        credited = (one.a.component is not None) + (one.b.component is not None)
        known = one.topic in {WHEN, HAND} or any(w.startswith("@") and w != PERSON for w in shared)
        if credited == 2 or known:
            yield replace(one, whoever=one.a.claim.document != one.b.claim.document)


def _held(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """Two things that one person had in hand."""
    things = [(f, *thing) for f in found if f.sense.stands for thing in (in_hand(f.claim),) if thing][:MOST]
    for i, (a, one, first) in enumerate(things):
        for b, two, second in things[i + 1 :]:
            if one != two and _actors(a) & _actors(b):
                pair = (Value(field="held_thing", value=n, span=s) for n, s in ((one, first), (two, second)))
                yield Opposed(whose.said(a.claim, next(pair)), whose.said(b.claim, next(pair)), HAND)


def _actors(frame: Frame) -> frozenset[str]:
    named = frozenset(w for w in frame.takers if w.startswith("@"))
    return named or (frozenset({frame.he}) if frame.he and HIS.search(frame.text) else named)


HIS = re.compile(r"(?i)\b(?:he|his|him|she|her)\b")


def _denied_deeds(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """What somebody is said to have done, and not to have done."""
    by_verb: dict[str, list[Frame]] = {}
    for frame in found:
        if frame.sense.stands and frame.core:
            for verb in {stem(p) for p in frame.claim.predicate.split(" and ")}:
                by_verb.setdefault(verb, []).append(frame)
    beside: dict[tuple[str, str], list[Frame]] = {}
    for frame in found:
        for pair in frame.adjacent if frame.sense.stands else ():
            beside.setdefault(pair, []).append(frame)
    for no in found:
        if no.sense.stands or not no.core:
            continue
        # "the car was not stolen" denies "he ran from a stolen car"
        named = [w for w in no.core - MANY if not w.startswith("@")] if len(no.sense.words) <= SHORT else []
        for pair in ((stem(p), w) for p in no.claim.predicate.split(" and ") for w in named):
            for yes in beside.get(pair, ())[:MOST] if pair[0] not in LIGHT else ():
                topic = f"whether “{yes.claim.spans[0].exact}”"
                yield Opposed(stated(yes.claim, whose), stated(no.claim, whose), topic)
        for verb in {stem(p) for p in no.claim.predicate.split(" and ")} - LIGHT:
            for yes in by_verb.get(verb, ())[:MOST]:
                if no.takers <= yes.takers and one_day(no, yes) and _covered(no, yes):
                    yield Opposed(
                        stated(yes.claim, whose), stated(no.claim, whose), f"whether “{yes.claim.spans[0].exact}”"
                    )


def _covered(no: Frame, yes: Frame) -> bool:
    """Whether a claim says all that another denies, those who take part aside."""
    told = (
        no.sense.words - EMPTY - {w for p in no.claim.participants if p.role == "agent" for w in content(p.span.exact)}
    )
    return told <= yes.sense.words


def _counted_deeds(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """How many of one thing did or underwent something, in numbers that cannot both be."""
    by_thing: dict[str, list[tuple[Frame, float, float, Span]]] = {}
    for frame in found:
        if not frame.sense.stands or PART.search(frame.text):
            continue
        span = frame.claim.spans[0]
        for thing, number, start, end in numbered(frame.claim, span.exact):
            low, high = bounds(str(number), span.exact) or (number, number)
            part = Span(
                document=span.document, start=span.start + start, end=span.start + end, exact=span.exact[start:end]
            )
            by_thing.setdefault(thing, []).append((frame, low, high, part))
    for thing, held in sorted(by_thing.items()):
        held = held[:MOST]
        for i, (a, low, high, one) in enumerate(held):
            for b, least, most, two in held[i + 1 :]:
                apart = low > most or least > high
                if apart and a.claim.document != b.claim.document and one_day(a, b) and _one_count(a, b, thing):
                    yield Opposed(_counted_as(whose, a, one), _counted_as(whose, b, two), f"how many {thing}")


def _one_count(a: Frame, b: Frame, thing: str) -> bool:
    """Whether two claims count a thing of one deed: those who do it or whom it befalls, or a measure of one deed."""
    if not one_deed(a, b):
        return False
    shared = (a.sense.resolved & b.sense.resolved) - a.sense.numbers - b.sense.numbers - NUMBERS - {thing}
    if thing == "time" and (a.claim.predicate in GUNFIRE or b.claim.predicate in GUNFIRE):
        return False  # shots and hits are typed
    if thing in a.core and thing in b.core:
        return bool(shared - LIGHT) or bool((a.verbs & b.verbs) - LIGHT)
    return (one_thing(a, b) or bool(a.takers & b.takers)) and len(shared - LIGHT) >= 1


def _counted_as(whose: Whose, frame: Frame, span: Span) -> Said:
    return whose.said(frame.claim, Value(field="number", value=span.exact, span=span))


def _clocks(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """What is told to have been done, of one thing, at two times of the day."""
    held = [(f, c) for f in found if f.sense.stands and f.core and not tells_act(f.claim) for c in clock(f.claim)]
    held = held[:MOST]
    for i, (a, (one, first)) in enumerate(held):
        for b, (two, second) in held[i + 1 :]:
            if a.claim.document == b.claim.document:
                continue
            event = {w for w in a.nouns & b.nouns if w in TIMED}
            if not event and not (one_thing(a, b) and one_deed(a, b)):
                continue
            gap = abs(first - second) % DAY
            if min(gap, DAY - gap) > NEAR and one_day(a, b):
                yield Opposed(whose.said(a.claim, one), whose.said(b.claim, two), WHEN)


def clock(claim: Claim) -> Iterator[tuple[Value, int]]:
    """The one time of the clock that a claim tells, in minutes from midnight."""
    told = [v for v in claim.values if v.field == "time"]
    if len(told) != 1:
        return
    moment = minutes(told[0].span.exact)
    if moment is not None:
        yield told[0], moment


def numbered(claim: Claim, text: str) -> Iterator[tuple[str, int, int, int]]:
    """As `counted`, with where number and thing stand."""
    if any(v.field in TYPED for v in claim.values):
        return
    for match in OFTEN.finditer(text):
        told = match.group(1) or match.group(2)
        yield "time", ONCE.get(told.casefold()) or numeral(told.casefold()) or 0, match.start(), match.end()
    for match in COUNTED.finditer(text):
        thing = match.group(2).casefold()
        value = numeral(match.group(1).casefold().replace(",", ""))
        if (
            value is not None
            and value > 0
            and not NO_THING.match(thing)
            and thing != "times"
            and (thing not in PEOPLE or not TAKEN.isdisjoint(claim.predicate.split(" and ")))
        ):
            yield stem(thing), value, match.start(), match.end()
