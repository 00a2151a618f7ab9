"""Persons of a record: name, age, gender, role and status as cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Person, Said, identify
from sayso.reconcile.record.cells import proposed
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.people import Part, Sign, full_name
from sayso.reconcile.record.sources import Sources

_MALE = re.compile(r"\b(?:he|him|his|man|boy|father|son|brother|husband|male|boyfriend|uncle|grandfather|Mr)\b")
_FEMALE = re.compile(
    r"\b(?:she|her|woman|girl|mother|daughter|sister|wife|female|girlfriend|aunt|grandmother|Ms|Mrs)\b"
)
_KINDS = {"victim": ("killed", "hurt", "victim"), "suspect": ("suspect", "arrested")}
KEPT = 6
"""Signs of one value that a person's cell keeps at most, the weightiest first."""


def person(part: Part, pages: Sequence[Page], sources: Sources) -> Person:
    """The person with every cell that something is told of; the name's is silent for somebody only described."""
    one = part.evidence
    name = full_name(part, pages)
    ident = identify("person", name or f"{part.role} {part.age} {one.noun}")
    names = _said(sources, one.names, name) if name else []
    ages = _said(sources, one.ages)
    roles = _said(sources, [s for s in one.signs if s.value in _KINDS[part.role]], part.role)
    cells = [
        _cell("name", name, "the fullest form of the spelling used most", names, "text"),
        _cell("age", None if part.age is None else str(part.age), "told most; later over earlier", ages, "count"),
        _gender(part, pages, sources),
        _cell("role", part.role, "what is told most of the person", roles, "text"),
        _status(part, sources),
    ]
    return Person(id=ident, cells=tuple(cells))


def _said(sources: Sources, signs: Sequence[Sign], value: str | None = None) -> list[Said]:
    best = sorted(signs, key=lambda s: (-s.weight, s.page, s.start))[:KEPT]
    return [sources.said(s, value) for s in best]


def _cell(field: str, value: str | None, rule: str, said: Sequence[Said], kind: str) -> Cell:
    if value is None or not said:
        return Cell(field=field, value=value, state=CellState.SILENT, rule="nobody speaks to it")
    return proposed(Field(name=field, label=field, silent=None, filled_by=(field,), type=kind), value, rule, said)


def _status(part: Part, sources: Sources) -> Cell:
    """Killed, injured or unharmed, and arrested; changed where an earlier document had the person alive."""
    one = part.evidence
    words = [w for w, holds in (("Killed", part.killed), ("Injured", part.hurt)) if holds]
    if part.role == "suspect" and not words:
        words = ["Unharmed"]
    if part.arrested and not part.killed:
        words.append("Arrested")
    kinds = {"Killed": "killed", "Injured": "hurt", "Arrested": "arrested"}
    wanted = {kinds[w] for w in words if w in kinds}
    signs = [s for s in one.signs if s.value in wanted] or [s for s in one.signs if s.value in {"victim", "suspect"}]
    value = ", ".join(words)
    said = _said(sources, signs, value)
    found = _cell("status", value or None, "the gravest that is told; what is later over what is earlier", said, "text")
    alive = [s for s in one.signs if s.value == "hurt"]
    dead = [s for s in one.signs if s.value == "killed"]
    if part.killed and alive and dead and min(s.page for s in dead) > min(s.page for s in alive):
        earlier = _said(sources, [s for s in alive if s.page < min(d.page for d in dead)], "Injured")
        return Cell(
            field="status", value=value, state=CellState.CHANGED, rule=found.rule, said=(*found.said, *earlier[:2])
        )
    return found


def _gender(part: Part, pages: Sequence[Page], sources: Sources) -> Cell:
    """By the words around the first mentions: "man", "her"."""
    counts: dict[str, list[Sign]] = {"Male": [], "Female": []}
    at = part.evidence.names or part.evidence.signs or part.evidence.ages
    for sign in sorted(at, key=lambda s: (-s.weight, s.page, s.start))[:8]:
        text = pages[sign.page].text
        end = text.find("\n", sign.end)
        after = text[max(0, sign.start - 30) : min(sign.end + 120, end if end > 0 else sign.end + 120)]
        base = max(0, sign.start - 30)
        for value, pattern in (("Male", _MALE), ("Female", _FEMALE)):
            match = pattern.search(after)
            if match:
                where = Sign(sign.page, base + match.start(), base + match.end(), value, sign.weight)
                counts[value].append(where)
    value = max(counts, key=lambda v: len(counts[v]))
    if len(counts["Male"]) == len(counts["Female"]):
        return Cell(field="gender", value=None, state=CellState.SILENT, rule="nobody speaks to it")
    return _cell("gender", value, "the words used of the person", _said(sources, counts[value]), "text")
