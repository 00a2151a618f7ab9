"""Values of codebook fields that are found by words, by counted nouns and in typed claims."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Claim, Modality, Said
from sayso.reconcile.record.bearing import CRIMES, left_open, of_charges, of_name, of_quarter
from sayso.reconcile.record.cells import cell
from sayso.reconcile.record.fitting import fitted
from sayso.reconcile.record.marks import NUMBER, number
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.placing import in_full
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources
from sayso.reconcile.record.stories import OTHER

NEAR = 0.4
"""The least weight of a sentence in which words are looked for."""
OPENING = 6
"""Sentences with which a document begins to tell."""
ELSEWHERE = 0.5
"""What a sentence counts that tells of no violence itself."""
LOOSE = 0.6
"""What a sentence counts that comes later and holds no word of the incident's own: no name, street or number known."""
READ_SCALES = frozenset({"injury"})
"""Fields whose steps reading tells in claims, with whom they concern: better than their words alone."""
PLACES = frozenset({"place", "exact_place"})
_DENIES = re.compile(r"\b(?:no|not|never|without|un\w+|none)\b|n[’']t\b", re.IGNORECASE)
_CAPITALS = r"(?:(?!The\b|A\b|An\b|When\b|After\b|But\b|And\b|In\b|As\b|On\b|At\b)[A-Z][\w.’'-]+\s){1,3}"
_FORCE = re.compile(
    rf"\b{_CAPITALS}(?:[Pp]olice(?:\sDepartment|\sBureau)?(?!\s(?:Chief|Sgt|Lt|Capt|Officer|Det|chief))|(?:County\s)?Sheriff[’']s\s(?:Office|Department)"
    r"|State\s(?:Police|Patrol|Troopers)|Highway\sPatrol|Department\sof\sPublic\sSafety|Bureau\sof\sInvestigation|Marshals\sService|Rangers)\b"
    r"|\b(?:FBI|ATF|ICE|DEA|[A-Z]{2,4}PD)\b"
)
_LARGE = r"(?P<a>\d{1,3}(?:,\d{3})+|\d+|" + NUMBER + r")"
_RANGE = rf"\b{_LARGE}(?:\s?(?:to|-|–|and)\s?(?P<b>\d{{1,3}}(?:,\d{{3}})+|\d+))?"


_DEATH = re.compile(
    r"\b(?:killed|killing|fatal(?:ly)?|found\sdead|died|dies|slain|murdered|pronounced\sdead|homicide\svictim)\b",
    re.IGNORECASE,
)


def without_deaths(told: Sequence[Told]) -> tuple[Told, ...]:
    """The sentences where nobody was killed: those that tell of a death are of another incident, and count little."""
    return tuple(
        replace(one, sentence=replace(one.sentence, weight=OTHER * one.sentence.weight))
        if _DEATH.search(one.sentence.text)
        else one
        for one in told
    )


def chosen(field: Field, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    """The choices of the field, or steps of its scale, whose words stand in sentences near the incident; of overlapping
    ones the longest."""
    choices = [(c.value, c.pattern) for c in field.choices] or [(step.name, step.pattern) for step in field.steps]
    if not choices:
        return
    known = {one.page.order: one.page for one in told}
    denials = {order: _denials(page, field) for order, page in known.items()}
    tells = _Telling(field, known)
    for one in told:
        if one.sentence.weight < NEAR or not _counts(field, one.sentence.text):
            continue
        found = [(m.start(), m.end(), value) for value, words in choices for m in words.finditer(one.sentence.text)]
        for start, end, value in found:
            if any(a <= start and end <= b and (b - a) > (end - start) for a, b, _ in found):
                continue
            at = one.sentence.start
            if tells.of_it(one, at + start, at + end) and not _denied(
                one.page.text, denials[one.page.order], at + start, at + end
            ):
                yield sources.said(Sign(one.page.order, at + start, at + end, value, telling(one)))


class _Telling:
    """Whether words tell a field's value of the incident, by what stands around them."""

    def __init__(self, field: Field, known: Mapping[int, Page]) -> None:
        self._field = field
        self._persons = {order: in_full(page) for order, page in known.items()}
        self._texts = [page.text for page in known.values()]

    def of_it(self, one: Told, start: int, end: int) -> bool:
        """Whether the words from `start` to `end` of a page, in a sentence of it, do."""
        text, sentence = one.page.text, one.sentence
        if left_open(text, sentence.start, start):
            return False
        if not self._field.choices:
            return True
        a, b = start - sentence.start, end - sentence.start
        never = self._field.never.finditer(sentence.text) if self._field.never else ()
        if any(m.start() < b and a < m.end() for m in never):
            return False
        if self._field.name not in CRIMES and of_charges(text, sentence.start, start, end):
            return False
        if of_name(text, sentence.text, start, end, self._persons[one.page.order]):
            return False
        return not of_quarter(self._texts, text, start, end)


def _denials(page: Page, field: Field) -> tuple[tuple[int, int], ...]:
    """Words of the field's values that a claim denies."""
    denied = [v for c in page.reading.claims if not c.polarity for v in c.values if v.field in field.filled_by]
    return tuple((v.span.start, v.span.end) for v in denied)


def _denied(text: str, denials: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a claim denies what the words tell: "there is no video". Words that deny themselves ("unarmed") stand."""
    return any(a < end and start < b for a, b in denials) and not _DENIES.search(text, start, end)


def _counts(field: Field, text: str) -> bool:
    """Whether the field's words count in a sentence, by the words that must and must not stand beside them."""
    if field.beside is not None and not field.beside.search(text):
        return False
    return field.unless is None or not field.unless.search(text)


def telling(one: Told) -> float:
    """How near a sentence stands to what happened: openings, and those that tell of violence, first."""
    weight = one.sentence.weight * (1.3 if one.sentence.title else 1.15 if one.index < OPENING else 1.0)
    weight *= 1.0 if one.sentence.title or one.sentence.ties or one.index < OPENING else LOOSE
    return weight if GUNFIRE.search(one.sentence.text) else weight * ELSEWHERE


def counted(field: Field, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    """Numbers before the field's nouns: "about 300 marchers" is 300, "200 to 300 marchers" is 200..300."""
    if not field.counted:
        return
    nouns = "|".join(re.escape(w).replace(r"\*", r"\w*") for w in field.counted)
    pattern = re.compile(rf"{_RANGE}\s(?:[a-z-]+\s){{0,2}}?(?:{nouns})\b", re.IGNORECASE)
    for one in told:
        if one.sentence.weight < NEAR:
            continue
        for match in pattern.finditer(one.sentence.text):
            low = number(match["a"].replace(",", ""))
            value = f"{low}..{match['b'].replace(',', '')}" if match["b"] else str(low)
            at = one.sentence.start
            yield sources.said(Sign(one.page.order, at + match.start(), at + match.end(), value, one.sentence.weight))


def told_by_claims(
    field: Field, told: Sequence[Told], sources: Sources, persons: Collection[tuple[int, int, int]] = ()
) -> Iterator[Said]:
    """The typed values of claims that fill the field; denied and unknown ones left out, and places that are `persons`
    (page, start, end)."""
    pages = {one.page.order: one.page for one in told}
    tells = _Telling(field, pages)
    sentences = {order: [one for one in told if one.page.order == order] for order in pages}
    for order, page in sorted(pages.items()):
        starts = [one.sentence.start for one in sentences[order]]
        for claim in page.reading.claims:
            if not claim.polarity or claim.modality is Modality.UNKNOWN:
                continue
            for value in claim.values:
                if value.field not in field.filled_by:
                    continue
                fit = fitted(value.field, page.text, value.span.start, value.span.end, value.value)
                if fit is None:
                    continue
                a, b = fit.start, fit.end
                one = sentences[order][max(0, bisect_right(starts, a) - 1)]
                if one.sentence.weight < NEAR or not _counts(field, one.sentence.text):
                    continue
                if field.name in PLACES and any(p == order and a < y and x < b for p, x, y in persons):
                    continue
                if not tells.of_it(one, a, b):
                    continue
                yield sources.said(Sign(order, a, b, fit.value, telling(one) * fit.weight))


def agencies(field: Field, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    """The police forces and other armed bodies that are named, each by the fullest form of its name."""
    if "agency" not in field.filled_by:
        return
    found = [
        (one, m.start(), m.end(), " ".join(m.group().split()))
        for one in told
        if one.sentence.weight >= NEAR
        for m in _FORCE.finditer(one.sentence.text)
    ]
    forms = Counter(_plain(name) for *_, name in found)
    fullest = {plain: max((f for f in forms if f.startswith(plain)), key=lambda f: (len(f), f)) for plain in forms}
    shown = {_plain(name): name for *_, name in reversed(found)}
    for one, start, end, name in found:
        at = one.sentence.start
        value = shown[fullest[_plain(name)]]
        yield sources.said(Sign(one.page.order, at + start, at + end, value, telling(one)))


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'").removeprefix("the ")


def unsaid(field: Field, pages: Sequence[Page], sources: Sources) -> Cell:
    """The cell of a field without a value: said to be unknown, declined, or silent."""
    for kind, state in (("unknown", CellState.UNKNOWN), ("declined", CellState.DECLINED)):
        said = [
            sources.said(Sign(page.order, value.span.start, value.span.end, value.value, 1.0))
            for page in pages
            for claim in page.reading.claims
            for value in claim.values
            if value.field == kind and _about(claim, field)
        ]
        if said:
            return Cell(field=field.name, value=None, state=state, rule=f"somebody says so: {kind}", said=tuple(said))
    return cell(field, ())


def _about(claim: Claim, field: Field) -> bool:
    told = " ".join(s.exact for s in claim.spans)
    if any(c.pattern.search(told) for c in field.choices):
        return True
    return any(v.field in field.filled_by for v in claim.values)
