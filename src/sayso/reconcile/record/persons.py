"""Persons of a record: name, age, gender, role and status as cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Person, Said, identify
from sayso.reconcile.agents.names import words
from sayso.reconcile.record.ages import beside, young
from sayso.reconcile.record.cells import proposed
from sayso.reconcile.record.counts import Counts
from sayso.reconcile.record.evidence import DEAD, HURT, SUSPECTED
from sayso.reconcile.record.genders import Mentions, gender
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.people import Evidence, Part, Sign, full_name
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources
from sayso.reconcile.record.totals import number_words
from sayso.reconcile.record.wording import BY_CHARGES, HELD, plain, whole

_TOLD_BY = {"Killed": "killed", "Injured": "hurt", "Unharmed": "unhurt", "Arrested": "arrested"}
KINDS = {"victim": ("killed", "hurt", "victim"), "suspect": ("suspect", "arrested")}
KEPT = 6
"""Signs of one value that a person's cell keeps at most, the weightiest first."""


def person(part: Part, pages: Sequence[Page], mentions: Mentions, counts: Counts, sources: Sources) -> Person:
    """The person with every cell that something is told of; the name's is silent for somebody only described."""
    one = part.evidence
    name = full_name(part, pages)
    ident = identify("person", name or f"{part.role} {part.age} {one.noun}")
    cells = [
        named(one, name, pages, sources) if name else _silent("name"),
        _age(part, pages, sources),
        _gender(one, pages, mentions, sources),
        _role(part, pages, mentions, sources),
        _status(part, pages, mentions, counts, sources),
    ]
    return Person(id=ident, cells=tuple(cells))


def _age(part: Part, pages: Sequence[Page], sources: Sources) -> Cell:
    """The age, first where the person is named with it; one that stands in no sentence with the name is worked out."""
    one = part.evidence
    if part.age is None or young(part, pages):
        return _silent("age")
    best = sorted(one.ages, key=lambda s: (-s.weight, s.page, s.start))
    near = [s for s in best if one.person is None or beside(s, one.person, pages[s.page].text)]
    ages = _said(sources, [s for s in near if s.value == str(part.age)][:KEPT]) or _said(sources, best)
    rest = _said(sources, [s for s in best if s.value != str(part.age)])
    found = _cell("age", str(part.age), "told most; later over earlier", [*ages, *rest], "count")
    worked_out = not any(s.value == str(part.age) for s in near)
    if worked_out and found.state is CellState.STATED:
        return replace(found, state=CellState.DERIVED, rule=BY_AGE)
    return found


def within(parts: Sequence[Part], killed: int, injured: int) -> list[Part]:
    """The parts without victims who are only described and for whom the numbers leave no room: they are of another
    incident, or described twice."""
    known = [p for p in parts if p.role == "victim" and p.evidence.person is not None]
    told = [p for p in parts if p.role == "victim" and p.evidence.person is None]
    told.sort(key=lambda p: (-p.evidence.total("killed", "hurt", "victim", "self"), p.age or 0))
    dead = [p for p in told if p.killed][: max(killed - sum(p.killed for p in known), 0)]
    told = [p for p in told if not p.killed or p in dead]
    kept = {id(p) for p in told[: max(killed + injured - len(known), 0)]}
    return [p for p in parts if p.role != "victim" or p.evidence.person is not None or id(p) in kept]


def _said(sources: Sources, signs: Sequence[Sign], value: str | None = None) -> list[Said]:
    best = sorted(signs, key=lambda s: (-s.weight, s.page, s.start))[:KEPT]
    return [sources.said(s, value) for s in best]


def named(one: Evidence, name: str, pages: Sequence[Page], sources: Sources) -> Cell:
    """The cell of a name: the places where most of it stands come first."""
    rule = "the fullest form of the spelling that most documents have"
    return proposed(_field("name"), name, rule, spelt(one, name, pages, sources), lambda s: fullness(name, s))


def spelt(one: Evidence, name: str, pages: Sequence[Page], sources: Sources) -> list[Said]:
    """The best places where somebody is named, those with most of the name first; a rank before it belongs to it."""
    signs = [replace(s, start=s.start - _rank(name, pages[s.page].text[: s.start])) for s in one.names]
    text = {s: pages[s.page].text[s.start : s.end] for s in signs}
    best = sorted(signs, key=lambda s: (-_held(name, text[s]), -s.weight, s.page, s.start))[:KEPT]
    return [sources.said(s, name) for s in best]


def fullness(name: str, said: Said) -> int:
    """How much of a name stands in what is said."""
    return _held(name, said.span.exact)


def _held(name: str, text: str) -> int:
    other = bool(_SUFFIX.search(name)) != bool(_SUFFIX.search(text))  # the father's name is in his son's
    return 2 * len(set(words(name)) & set(words(text))) - other


_SUFFIX = re.compile(r"\b(?:Jr|Sr|II|III|IV)\b")


def _rank(name: str, before: str) -> int:
    first = f"{name.split(maxsplit=1)[0]} "
    return len(first) if before.casefold().endswith(first.casefold()) else 0


def _field(name: str, kind: str = "text") -> Field:
    return Field(name=name, label=name, silent=None, filled_by=(name,), type=kind)


def _silent(field: str) -> Cell:
    return Cell(field=field, value=None, state=CellState.SILENT, rule="nobody speaks to it")


_CASE = re.compile(rf"{GUNFIRE.pattern}|\b(?:custody|charged\swith|firearm)\b", re.IGNORECASE)
_RECORD = re.compile(
    r"\b(?:ago|criminal\shistory|criminal\srecord|previous(?:ly)?|prior|vandalism|drugs?|probation|in\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _closest(signs: Sequence[Sign], pages: Sequence[Page], one: Evidence) -> list[Sign]:
    """The signs, those first whose words or the ones around speak of what happened, and not of an earlier case, nor of a
    namesake ("Edwards Jr." is not Tam Edwards)."""
    name = one.person.name if one.person else ""

    def near(one: Sign) -> float:
        text = pages[one.page].text[max(0, one.start - 100) : one.end + 120].split("\n\n")
        around = max(text, key=len)
        return one.weight * (1.0 if _CASE.search(around) else 0.6) * (0.3 if _RECORD.search(around) else 1.0)

    def namesake(sign: Sign) -> bool:
        told = pages[sign.page].text[sign.start : sign.end]
        return bool(name and _SUFFIX.search(told) and not _SUFFIX.search(name)) and name.split()[0] not in told

    closest = [replace(s, weight=round(near(s) * (_NAMESAKE if namesake(s) else 1.0), 4)) for s in signs]
    return [whole(s, pages[s.page].text) for s in closest]


_NAMESAKE = 0.2
"""What words count that name a Jr., Sr. or II but not the person's first name, where the person's own name has none."""


def _cell(field: str, value: str | None, rule: str, said: Sequence[Said], kind: str = "text") -> Cell:
    return proposed(_field(field, kind), value, rule, said) if value is not None and said else _silent(field)


AROUND = "no words say it of the person alone: it is worked out from those around the name, which are shown"
BY_COUNT = "no words say it of the person alone: it is worked out from the numbers told, which are shown"
BY_AGE = "no words say it beside the name: it is told of somebody who can be nobody else, whom the words show"
_LONG = 320
"""Characters of the sentences around a name that are shown at most."""
_SPEAKS = {
    "victim": re.compile(rf"{DEAD.pattern}|{HURT.pattern}", re.IGNORECASE),
    "suspect": re.compile(rf"{SUSPECTED.pattern}|\bsho(?:t|oting)\b", re.IGNORECASE),
    "Killed": DEAD,
    "Injured": HURT,
}


_ALIVE = re.compile(r"\b(?:stable|treated|recover\w*|survive\w*|hospitali[sz]ed)\b", re.IGNORECASE)


def _around(one: Evidence, value: str, mentions: Mentions, sources: Sources) -> list[Said]:
    """The sentences in which somebody stands, or those with the one before, that speak of what the value tells."""
    alone: list[Sign] = []
    before: list[Sign] = []
    for sign in (*one.names, *one.ages):
        at = mentions.places.get((sign.page, sign.start))
        if at is None:
            continue
        told, last = mentions.told[at[0]], mentions.told[at[0] - 1] if at[0] else None
        start, end = told.sentence.start, told.sentence.end
        if end - start > _LONG:
            continue
        if _SPEAKS[value].search(told.sentence.text) and not _denied(value, told.sentence.text):
            alone.append(Sign(sign.page, start, end, value, sign.weight))
        elif last and last.page is told.page and end - last.sentence.start <= _LONG and _leads(last, value):
            before.append(Sign(sign.page, last.sentence.start, end, value, sign.weight))
    return _said(sources, alone or before, value)


def _denied(value: str, text: str) -> bool:
    """Whether a sentence tells of somebody alive."""
    return value == "Killed" and bool(_ALIVE.search(text))


def _leads(last: Told, value: str) -> bool:
    """Whether a sentence tells what a value says of one person without a name, so that the next may say who it was."""
    text = last.sentence.text
    alone = len(last.marked.marks) <= 1 and all(m.who is None for m in last.marked.marks)
    return alone and bool(_SPEAKS[value].search(text)) and not _denied(value, text)


def _worked_out(field: str, value: str, rule: str, said: Sequence[Said]) -> Cell:
    """A value that no words say of the person; without words to work it out from there is none."""
    if not said:
        return _silent(field)
    return replace(proposed(_field(field), value, rule, said), state=CellState.DERIVED)


def _role(part: Part, pages: Sequence[Page], mentions: Mentions, sources: Sources) -> Cell:
    """Victim or suspect, by words that say so; else by the sentences around the name."""
    one = part.evidence
    said = _said(sources, _closest(plain(one, KINDS[part.role]), pages, one), part.role)
    if said:
        return _cell("role", part.role, "what is told most of the person", said)
    return _worked_out(
        "role", part.role, AROUND, _around(one, part.role, mentions, sources) or _said(sources, one.names, part.role)
    )


def _status(part: Part, pages: Sequence[Page], mentions: Mentions, counts: Counts, sources: Sources) -> Cell:
    """Killed, injured or unharmed, and arrested; changed where an earlier document had the person alive."""
    one = part.evidence
    state = "Killed" if part.killed else "Injured" if part.hurt else None
    if state is None and part.role == "suspect" and one.total("unhurt"):
        state = "Unharmed"
    words = [w for w in (state, "Arrested" if part.arrested and not part.killed else None) if w]
    if not words:
        return _silent("status")
    value = ", ".join(words)
    rule = "the gravest that is told; what is later over what is earlier"
    said = [_said(sources, _closest(plain(one, (_TOLD_BY[w],)), pages, one), w) for w in words]
    if not said[0] and state in _SPEAKS:
        around = _around(one, state, mentions, sources)
        if around:
            return _worked_out("status", value, AROUND, [*around, *(s for told in said[1:] for s in told)])
        kind, n = ("killed", counts.killed) if part.killed else ("hurt", counts.injured)
        if n < 2:  # one number may be anybody's
            return _silent("status")
        signs = _said(sources, [s for s in one.signs if s.value == "victim"] or one.names, "victim")
        return _worked_out("status", value, BY_COUNT, [*number_words(kind, counts, sources)[:1], *signs[:1]])
    if len(words) > 1:
        both = tuple(s for told in zip_longest(*said) for s in told if s)
        return Cell(field="status", value=value, state=CellState.STATED, rule=rule, said=both)
    found = _cell("status", value, rule, said[0])
    if words == ["Arrested"] and not any(HELD.search(one.span.exact) for one in said[0]):
        return replace(found, state=CellState.DERIVED, rule=BY_CHARGES)
    alive = [s for s in one.signs if s.value == "hurt"]
    dead = [s for s in one.signs if s.value == "killed"]
    if part.killed and alive and dead and min(s.page for s in dead) > min(s.page for s in alive):
        earlier = _said(sources, [s for s in alive if s.page < min(d.page for d in dead)], "Injured")
        return Cell(
            field="status", value=value, state=CellState.CHANGED, rule=found.rule, said=(*found.said, *earlier[:2])
        )
    return found


def _gender(one: Evidence, pages: Sequence[Page], mentions: Mentions, sources: Sources) -> Cell:
    """By words told of that person: "the man", "his mother, Lena Quill", and pronouns that can mean nobody else."""
    told = gender(one, mentions)
    if told is None:
        return Cell(field="gender", value=None, state=CellState.SILENT, rule="nobody speaks to it")
    value, signs = told
    near = [s for s in signs if one.person is None or beside(s, one.person, pages[s.page].text)]
    found = _cell("gender", value, "the words used of the person", _said(sources, near or signs), "text")
    return found if near else replace(found, state=CellState.DERIVED, rule=BY_AGE)
