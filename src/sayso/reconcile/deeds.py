"""Deeds and states of one thing that cannot both be, in claims that need not share their words: what is said to be so
and not to be so, in how many, at what time, and in words that rule each other out (`frames`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Claim, Span, Value
from sayso.reconcile.frames import LIGHT, PERSON, Frame, exclusive, one_day, one_deed, one_thing
from sayso.reconcile.numbers import PART, bounds, numeral
from sayso.reconcile.opposed import COUNTED, EMPTY, MOST, NO_THING, TYPED, Opposed, stated
from sayso.reconcile.said import Said, Whose
from sayso.reconcile.topics import tells_act
from sayso.reconcile.words import NUMBERS, content, stem

CLOCK_TIME = re.compile(
    r"(?i)\b(?P<hour>1[0-2]|0?[1-9])(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b|\b(?P<twelve>noon|midnight)\b"
)
DAY = 24 * 60
NEAR = 20
"""Minutes by which two times of one event may be apart."""


PEOPLE = frozenset("people persons victims men women children others patients man woman person victim".split())
"""Whom counts of their own fields tell of, and of whom parts are told as often as the whole."""


def deeds(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """Opposed claims of one thing. Somebody must be credited with one of them, and with both where the thing has no
    name: what an article tells in its own voice of a man may be of another one."""
    core = {f.claim.id: f.core for f in found}
    by_words = (
        Opposed(whose.said(a.claim, one), whose.said(b.claim, two), label) for a, one, b, two, label in exclusive(found)
    )
    for one in (*by_words, *_denied_deeds(found, whose), *_counted_deeds(found, whose), *_clocks(found, whose)):
        shared = core[one.a.claim.id] & core[one.b.claim.id]
        credited = (one.a.component is not None) + (one.b.component is not None)
        if credited == 2 or (credited and any(w.startswith("@") and w != PERSON for w in shared)):
            yield one


def _denied_deeds(found: Sequence[Frame], whose: Whose) -> Iterator[Opposed]:
    """What somebody is said to have done, and not to have done."""
    by_verb: dict[str, list[Frame]] = {}
    for frame in found:
        if frame.sense.stands and frame.core:
            for verb in {stem(p) for p in frame.claim.predicate.split(" and ")}:
                by_verb.setdefault(verb, []).append(frame)
    for no in found:
        if no.sense.stands or not no.core:
            continue
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
            if a.claim.document == b.claim.document or not one_thing(a, b) or not one_deed(a, b):
                continue
            gap = abs(first - second) % DAY
            if min(gap, DAY - gap) > NEAR and one_day(a, b):
                yield Opposed(whose.said(a.claim, one), whose.said(b.claim, two), "at what time")


def clock(claim: Claim) -> Iterator[tuple[Value, int]]:
    """The one time of the clock that a claim tells, in minutes from midnight."""
    told = [v for v in claim.values if v.field == "time"]
    if len(told) != 1:
        return
    match = CLOCK_TIME.search(told[0].span.exact)
    if match is not None and (match["half"] or match["twelve"]):
        if match["twelve"]:
            yield told[0], 12 * 60 if match["twelve"].casefold() == "noon" else 0
        else:
            hour = int(match["hour"]) % 12 + (12 if match["half"].casefold() == "p" else 0)
            yield told[0], hour * 60 + int(match["minute"] or 0)


def numbered(claim: Claim, text: str) -> Iterator[tuple[str, int, int, int]]:
    """As `counted`, with where number and thing stand."""
    if any(v.field in TYPED for v in claim.values):
        return
    for match in COUNTED.finditer(text):
        thing = match.group(2).casefold()
        value = numeral(match.group(1).casefold().replace(",", ""))
        if value is not None and value > 0 and not NO_THING.match(thing) and thing not in PEOPLE:
            yield stem(thing), value, match.start(), match.end()
