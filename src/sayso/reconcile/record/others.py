"""Persons who are told of but take no part: officers, officials, witnesses and relatives, told apart, neighbors too."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Person, identify
from sayso.reconcile.record.ages import of_whom
from sayso.reconcile.record.cells import proposed
from sayso.reconcile.record.naming import Named
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.people import GROWN, Part, Sign, age_of
from sayso.reconcile.record.persons import named
from sayso.reconcile.record.sources import Sources

ROLES = ("officer", "official", "relative", "witness", "neighbor")
LEAST = 0.6
"""The least weight of words that say what somebody is."""
KEPT = 4
OTHERS = 0.3
"""What a sentence of another incident weighs at most."""
SPEAKS = 0.5
"""The weight of words that somebody said something, from which on an officer is taken for a spokesperson."""
_POLICE = re.compile(
    r"\b(?:Sgt|Lt|Det|Capt|Cpl|Maj|Col|Cmdr|Ofc|Sheriff|Deputy|Trooper|Officer|Chief|Detective|Sergeant|Lieutenant|Captain|Commander|"
    r"Corporal|Inspector|Marshal|Superintendent|Investigator|police|sheriff|deputy|detective|trooper|officer)\b"
)
_CIVIL = re.compile(
    r"\b(?:Mayor|Judge|Attorney|attorney|Prosecutor|prosecutor|Coroner|coroner|Examiner|Gov|Sen|Rep|Council\w*|Dr|Fire|fire|Principal)\b"
)
_RANK = re.compile(r"\b(?:officer|deputy|trooper|sergeant|sgt\.|detective|corporal|cpl\.|ofc\.)\s$", re.IGNORECASE)
_KIN = (
    r"(?:grand|step)?(?:mother|father|brother|sister|son|daughter|mom|dad)(?:-in-law)?|aunt|uncle|cousin|wife|husband|widow|"
    r"girlfriend|boyfriend|fianc[eé]e?|niece|nephew|grandparent"
)
_SAW = r"witness|neighbou?r|bystander|resident|passer-?by|onlooker|customer|co-?worker|employee"
_BEFORE = re.compile(
    rf"\b(?:(?:his|her|their|[A-Z][\w-]+[’']s?|victim[’']s)\s(?:[\w-]+\s){{0,2}}?(?P<kin>{_KIN})|(?:[a-z]+\s)?(?P<saw>{_SAW})),?\s$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf",\s(?:(?:his|her|their|(?:the\s)?\w+[’']s?)\s(?:[\w-]+\s){{0,2}}?(?P<kin>{_KIN})|(?:an?|the|who\sis\sa)\s(?:[\w-]+\s){{0,2}}?(?P<saw>{_SAW}))\b",
    re.IGNORECASE,
)
_IS_KIN = re.compile(rf"\b(?:{_KIN}|parents?|grandmother|grandfather)s?\b", re.IGNORECASE)
_LAWYER = re.compile(r"\b(?:attorney|lawyer)s?\b", re.IGNORECASE)
_PUBLIC = re.compile(
    r"\b(?:District|State|County|City|Deputy|Assistant|Commonwealth|U\.S\.|US|General|[Pp]rosecut\w*|Chief)(?![\w])"
)
"""What makes an attorney an official, and not somebody's own."""
_OWN_LAWYER = re.compile(
    r"\b(?:[Dd]efen[cs]e|[Pp]rivate|his|her|their|[Ff]amily|[Cc]ivil\srights)\s(?:attorneys?|lawyers?|counsel)\b|\b(?:attorney|lawyer|counsel)\sfor\s(?!the\s(?:state|county|city|district))",
    re.IGNORECASE,
)
"""Somebody's own attorney."""
OWN = 14
_BY = re.compile(r"\b[Aa]ccording\sto\s(?:[\w.’']+\s){0,3}$")
"""Before a speaker, after whose name the next clause begins: "According to Quill, the witness hid"."""
_FORMER = re.compile(r"\b(?:former|retired|ex)[\s-]", re.IGNORECASE)
_IS_WITNESS = re.compile(r"\b(?:eye)?witness|\bbystander|\bonlooker|\bpasser-?by", re.IGNORECASE)
_IS_NEIGHBOR = re.compile(r"\b(?:neighbou?r|resident)", re.IGNORECASE)
_SEES = re.compile(
    r"\b(?:[Ii]|[Ww]e|[Hh]e|[Ss]he|who|and)\s(?:just\s|then\s|also\s|only\s|both\s)?(?:saw|heard|watched|witnessed|looked\s(?:out|outside)|could\s(?:see|hear))\b"
    r"|\b(?:reported|recalled|described)\s(?:seeing|hearing)\b|\bwoke\sto\b"
)
PUBLIC = ("officer", "official")
AROUND = 240
"""Characters around somebody's name within which it is told that they saw or heard something."""
_FIELD = {name: Field(name=name, label=name, silent=None, filled_by=(name,)) for name in ("name", "role", "age")}


def role_of(part: Part, pages: Sequence[Page]) -> tuple[str, tuple[Sign, ...]] | None:
    """What somebody who takes no part is, with the words that say so; None where nothing says it."""
    if part.taking_part or part.evidence.person is None or part.evidence.total("author") >= LEAST:
        return None
    signs = [s for s in part.evidence.signs if s.value in {"officer", "relative", "witness"}]
    signs += _called(part.evidence.person, pages)
    signs = [plain for s in signs if (plain := _plainly(s, pages[s.page].text)) is not None]
    totals: dict[str, float] = defaultdict(float)
    for sign in signs:
        totals[sign.value] += sign.weight
    best = max(sorted(totals), key=lambda kind: totals[kind], default=None)
    if best is None or totals[best] < LEAST:
        return None
    found = sorted((s for s in signs if s.value == best), key=lambda s: (-s.weight, s.page, s.start))
    if best == "officer":
        told = " ".join(pages[s.page].text[max(0, s.start - 12) : s.end] for s in found)
        police, civil = len(_POLICE.findall(told)), len(_CIVIL.findall(told))
        best = "officer" if police and police >= civil else "official" if civil else None
    return (best, tuple(found[:KEPT])) if best else None


def _plainly(sign: Sign, text: str) -> Sign | None:
    """The sign by what its words say: kin alone are relatives, and a witness is called one, or saw or heard something.
    A neighbor of whom that is not told is a neighbor, anybody else nobody."""
    words = text[sign.start : sign.end]
    if sign.value == "officer":
        if _FORMER.search(text, max(0, sign.start - 10), sign.end):
            return None
        if _OWN_LAWYER.search(text, max(0, sign.start - OWN), sign.end + OWN):
            return None
        public = _PUBLIC.search(text, max(0, sign.start - 40), sign.end) or not _LAWYER.search(words)
        return sign if public else None
    if sign.value == "relative" and _IS_KIN.search(words):
        return sign
    if _IS_WITNESS.search(words):
        return replace(sign, value="witness")
    first = max(text.rfind("\n", 0, sign.start) + 1, sign.start - AROUND)
    stop = text.find("\n", sign.end)
    after = _SEES.search(text, sign.end, min(stop if stop >= 0 else len(text), sign.end + AROUND))
    before = next(_SEES.finditer(text, first, sign.start), None)
    if after:
        return replace(sign, value="witness", end=after.end())
    if before:
        return replace(sign, value="witness", start=before.start())
    return replace(sign, value="neighbor") if _IS_NEIGHBOR.search(words) else None


def _called(person: Named, pages: Sequence[Page]) -> Iterator[Sign]:
    """What somebody is called beside the name: "his mother, Lena Quill", "Petra Olm, a neighbor"."""
    for order, start, end in person.places:
        text = pages[order].text
        before = _BEFORE.search(text[max(0, start - 48) : start])
        after = None if _BY.search(text[max(0, start - 48) : start]) else _AFTER.match(text[end : end + 60])
        if before:
            first = max(0, start - 48) + before.start()
            yield Sign(order, first, end, "relative" if before["kin"] else "witness", 1.0)
        elif after:
            yield Sign(order, start, end + after.end(), "relative" if after["kin"] else "witness", 1.0)


def roles(part: Part, pages: Sequence[Page]) -> frozenset[str]:
    """All that somebody is, for the fields of a codebook: an officer who was hurt is a victim and an officer. Officers
    who only speak for their force are left out."""
    if part.taking_part:
        return frozenset({part.role, "officer"} if _ranked(part, pages) else {part.role})
    told = role_of(part, pages)
    if told is None or (told[0] == "officer" and part.evidence.total("source") >= SPEAKS):
        return frozenset()
    return frozenset({told[0]})


def _ranked(part: Part, pages: Sequence[Page]) -> bool:
    """Whether a rank stands before a person's name: "Officer Paul Quill", "sheriff's deputy Paul Quill"."""
    places = part.evidence.person.places if part.evidence.person else ()
    return any(_RANK.search(pages[order].text[max(0, start - 16) : start]) for order, start, _ in places)


def others(parts: Sequence[Part], pages: Sequence[Page], sources: Sources) -> Iterator[Person]:
    """The persons who take no part and of whom it is told what they are, each with name and role, and age if told."""
    for part in parts:
        told = role_of(part, pages)
        if told is None or part.evidence.person is None:
            continue
        if max((s.weight for s in part.evidence.names), default=0.0) <= OTHERS:
            continue  # named only where another incident is told
        role, signs = told
        name = part.evidence.person.name
        cells = [
            named(part.evidence, name, pages, sources),
            proposed(_FIELD["role"], role, "what is told most of the person", [sources.said(s, role) for s in signs]),
        ]
        ages = [s for s in part.evidence.ages if of_whom(s, part.evidence.person, pages[s.page].text)]
        if ages and (role not in PUBLIC or (age_of(ages) or 0) >= GROWN):
            age = str(age_of(ages))
            said = [sources.said(s) for s in ages if s.value == age][:KEPT]
            cells.insert(1, proposed(_FIELD["age"], age, "told most; later over earlier", said))
        if all(c.said for c in cells):
            yield Person(id=identify("person", name), cells=tuple(cells))
