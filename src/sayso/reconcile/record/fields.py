"""Values of codebook fields that are found by words, by counted nouns and in typed claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.codebooks import Field
from sayso.model import Cell, CellState, Claim, Modality, Said
from sayso.reconcile.record.cells import cell
from sayso.reconcile.record.marks import NUMBER, number
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.roles import Told
from sayso.reconcile.record.sources import Sources

NEAR = 0.4
"""The least weight of a sentence in which words are looked for."""
OPENING = 6
"""Sentences with which a document begins to tell."""
ELSEWHERE = 0.5
"""What a sentence counts that tells of no violence itself."""
_LARGE = r"(?P<a>\d{1,3}(?:,\d{3})+|\d+|" + NUMBER + r")"
_RANGE = rf"\b{_LARGE}(?:\s?(?:to|-|–|and)\s?(?P<b>\d{{1,3}}(?:,\d{{3}})+|\d+))?"


def chosen(field: Field, told: Sequence[Told], sources: Sources) -> Iterator[Said]:
    """The choices of the field whose words stand in sentences near the incident; of overlapping ones the longest."""
    if not field.choices:
        return
    for one in told:
        if one.sentence.weight < NEAR or not _counts(field, one.sentence.text):
            continue
        found = [(m.start(), m.end(), c.value) for c in field.choices for m in c.pattern.finditer(one.sentence.text)]
        for start, end, value in found:
            if any(a <= start and end <= b and (b - a) > (end - start) for a, b, _ in found):
                continue
            at = one.sentence.start
            yield sources.said(Sign(one.page.order, at + start, at + end, value, _telling(one)))


def _counts(field: Field, text: str) -> bool:
    """Whether the field's words count in a sentence, by the words that must and must not stand beside them."""
    if field.beside is not None and not field.beside.search(text):
        return False
    return field.unless is None or not field.unless.search(text)


def _telling(one: Told) -> float:
    """How near a sentence stands to what happened: openings, and those that tell of violence, first."""
    weight = one.sentence.weight * (1.3 if one.sentence.title else 1.15 if one.index < OPENING else 1.0)
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


def told_by_claims(field: Field, pages: Sequence[Page], sources: Sources) -> Iterator[Said]:
    """The typed values of claims that fill the field; denied and unknown ones left out."""
    if field.choices:
        return
    for page in pages:
        for claim in page.reading.claims:
            if not claim.polarity or claim.modality is Modality.UNKNOWN:
                continue
            for value in claim.values:
                if value.field in field.filled_by:
                    weight = _weight(page, value.span.start)
                    if weight >= NEAR:
                        yield sources.said(Sign(page.order, value.span.start, value.span.end, value.value, weight))


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


def _weight(page: Page, at: int) -> float:
    return next((s.weight for s in page.sentences if s.start <= at < s.end), 0.0)
