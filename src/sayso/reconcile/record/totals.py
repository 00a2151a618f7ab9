"""The cells of how many were killed and injured: the words for the number, or the words that it is worked out from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Said
from sayso.reconcile.record.cells import proposed
from sayso.reconcile.record.counts import ASIDE, HALF, LEAD, Counts, aside
from sayso.reconcile.record.numbers import Number
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.people import SURELY, Part, Sign, died_later
from sayso.reconcile.record.sources import Sources

BY_FIT = (
    "agrees best with all numbers told: headlines and openings over what follows, later over earlier, numbers over persons "
    "told of one by one, credited over unattributed; nobody is counted twice"
)
OUT_OF_SHOT = "worked out: of all who were shot, those who are not told to have died"
ONE_BY_ONE = "worked out: counted by the persons who are told of one by one"
WORKED_OUT = "worked out from the numbers shown"
NOBODY = {
    "killed": "nobody is told of as dead; the words tell who was hit",
    "hurt": "nobody else is told of as hurt; the words tell who was killed",
}
NOBODY_AT_ALL = "nobody is told of as hit; the words tell of the shooting"
PLAIN = 0.7
"""The chance of taking part from which the dead are counted though no number tells of any."""
SHOWN = 3
"""Words that a number which is worked out is shown with, of each kind."""


def total(field: Field, kind: str, counts: Counts, pages: Sequence[Page], sources: Sources) -> Cell:
    """The cell of the number of those `kind`, killed or hurt."""
    n = counts.killed if kind == "killed" else counts.injured
    own = [x for x in counts.told if x.kind == kind]
    exact = [x for x in own if x.n == n and (x.stated or n == 1)]
    others = [x for x in own if x.stated and x.n != n]
    others = [x for x in others if _near(x)]
    against = [_said(sources, x, _standing(x, n)) for x in others]
    if n and exact:
        return proposed(field, str(n), BY_FIT, [*_best(sources, exact), *against])
    rule, words = _derived(kind, n, counts) if n else _nobody(kind, counts)
    said = [_said(sources, x, 1.0, _as_told(x) if n or x.kind != "none" else "0") for x in words]
    if not said:
        lead = next((s for p in pages for s in p.sentences if s.weight >= 0.5 and GUNFIRE.search(s.text)), None)
        lead = lead or next((s for p in pages for s in p.sentences), None)
        if lead is None:
            return Cell(field=field.name, value=None, state=CellState.SILENT, rule="nobody speaks to it")
        page = next(p for p in pages if lead in p.sentences)
        said = [sources.said(Sign(page.order, lead.start, lead.end, "the shooting", lead.weight))]
        rule = rule if n else NOBODY_AT_ALL
    stated = not n and any(s.value == "0" for s in said)
    state = CellState.STATED if stated else CellState.DERIVED
    return Cell(field=field.name, value=str(n), state=state, rule=rule, said=(*said, *against))


def counted_up(parts: Sequence[Part], counts: Counts) -> Counts:
    """The numbers with those who died of their wounds later, where more named people are dead than they say; so too where a
    number of them is told ("a double homicide"), and where no number tells of any dead."""
    gone = [p for p in parts if p.role == "victim" and p.evidence.person is not None and p.died >= SURELY]
    dead = [p.evidence for p in gone]
    surplus = len(dead) - counts.killed
    told = any(
        x.kind == "killed" and x.stated and x.n == len(dead) and _near(x) and x.told.sentence.ties for x in counts.told
    )
    # "Two people were shot. Ana Quill died at the scene."
    plain = counts.killed == 0 and all(p.chance >= PLAIN for p in gone)
    more = surplus if (told and counts.killed) or plain else min(surplus, sum(map(died_later, dead)))
    if more <= 0:
        return counts
    return replace(counts, killed=counts.killed + more, injured=max(counts.injured - more, 0))


def number_words(kind: str, counts: Counts, sources: Sources) -> list[Said]:
    """The words for the number of those `kind`, or of those shot, the plainest first."""
    n = counts.killed if kind == "killed" else counts.injured
    found = [x for x in counts.told if x.kind == kind and x.n == n]
    found = found or [x for x in counts.told if x.kind == "shot" and x.n == counts.killed + counts.injured]
    return [_said(sources, x, 1.0, _as_told(x)) for x in _top(found)]


def _derived(kind: str, n: int, counts: Counts) -> tuple[str, list[Number]]:
    """Why a number that nobody says is proposed, and the words for it."""
    shot = [x for x in counts.told if x.kind == "shot" and x.stated and x.n == counts.killed + counts.injured]
    killed = [x for x in counts.told if x.kind == "killed" and x.n == counts.killed]
    if kind == "hurt" and shot:
        return OUT_OF_SHOT, [*_top(shot), *(_top(killed) if counts.killed else ())]
    dead = {key for x in counts.told if x.kind == "killed" for key in x.whom}
    single = [
        x for x in counts.told if x.kind in ({"killed"} if kind == "killed" else {"hurt", "shot"}) and not x.stated
    ]
    single = [x for x in single if kind == "killed" or not set(x.whom) & dead] or single
    if single:
        return ONE_BY_ONE, _one_each(single, n)
    ends = {"killed": {"killed", "self", "after", "death"}, "hurt": {"hurt", "shot", "killed", "life"}}[kind]
    return WORKED_OUT, _top([x for x in counts.told if x.kind in ends])


def _nobody(kind: str, counts: Counts) -> tuple[str, list[Number]]:
    """The words for nobody having been killed, or hurt."""
    none = [x for x in counts.told if x.kind == "none" and (kind != "killed" or counts.injured == 0) and not _of_one(x)]
    hit = [x for x in counts.told if x.kind == ("killed" if kind == "hurt" else "hurt")]
    hit = hit or [x for x in counts.told if x.kind in {"shot", "self", "after"}]
    hit = [x for x in hit if x.n <= counts.killed + counts.injured and not aside(x.told.sentence.text)] or hit
    if none and (kind == "hurt" or not hit):
        return "somebody says so", _top(none)
    return NOBODY[kind], _top(hit)


def _near(one: Number) -> bool:
    """Whether a number is told of this incident and not, on the same page, of a year's or of another's."""
    return one.told.sentence.weight >= HALF and one.told.sentence.own and not aside(one.told.sentence.text)


_ONE = re.compile(r"\b(?:had|has|have|showed|suffered|with|found)\s(?:\w+\s)?$", re.IGNORECASE)
_SHOWING = re.compile(r"^\s(?:to\s(?:suggest|show|indicate)|consistent\swith|that\s(?:suggest|would))\b", re.IGNORECASE)


def _of_one(one: Number) -> bool:
    """Whether "no injuries" are those that somebody bears the marks of a fight by, and not how many were hurt."""
    text = one.told.page.text
    return bool(_SHOWING.match(text[one.sign.end : one.sign.end + 30])) or (
        text[one.sign.start : one.sign.end].casefold().startswith("no ")
        and bool(_ONE.search(text[max(0, one.sign.start - 16) : one.sign.start]))
    )


def _as_told(one: Number) -> str:
    """What a number says that is not itself the cell's: "4 shot"."""
    names = {"killed": f"{one.n} killed", "hurt": f"{one.n} hurt", "shot": f"{one.n} shot", "none": "nobody hurt"}
    names |= {
        "self": "by their own hand",
        "after": "by their own hand",
        "rank": f"a {one.n}th",
        "death": "dead",
        "life": "alive",
    }
    return names[one.kind]


def _one_each(found: Sequence[Number], n: int) -> list[Number]:
    """The best words of each person told of, as many as there are persons to tell of."""
    kept: dict[str, Number] = {}
    for one in _ranked(found):
        kept.setdefault(" ".join(one.whom), one)
    return list(kept.values())[: max(n, 1)]


def _standing(one: Number, n: int) -> float:
    """How much a number that differs stands against the one proposed. A smaller one may tell of a part of the people,
    unless a document opens with it."""
    opening = one.told.sentence.title or one.told.index < LEAD
    return 1.0 if opening or one.n > n else ASIDE


def _best(sources: Sources, found: Iterable[Number]) -> list[Said]:
    return [_said(sources, x, 1.0) for x in _ranked(found)]


def _top(found: Iterable[Number]) -> list[Number]:
    return _ranked(found)[:SHOWN]


def _ranked(found: Iterable[Number]) -> list[Number]:
    return sorted(found, key=lambda x: (-_weight(x), x.told.page.order, x.sign.start))


def _weight(one: Number) -> float:
    """How plainly the words tell a number of this incident: those of the opening, and of numbers, first."""
    sentence = one.told.sentence
    weight = sentence.weight * (1.4 if sentence.title else 1.2 if one.told.index < LEAD else 1.0)
    if one.whom == ("suspect",):  # "himself" is somebody, but not whom a reader looks for
        weight *= 0.5
    return weight * (1.0 if one.stated else 0.8) * (ASIDE if aside(sentence.text) else 1.0)


def _said(sources: Sources, one: Number, standing: float, value: str | None = None) -> Said:
    return sources.said(replace(one.sign, weight=_weight(one) * standing), value)
