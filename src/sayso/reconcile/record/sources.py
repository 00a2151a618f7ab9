"""Who is credited with words of a document, in which claim they stand, and where its chain ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sayso.model import Dossier, Said
from sayso.reconcile.entries import moments
from sayso.reconcile.record.pages import Page
from sayso.reconcile.record.people import Sign

CREDITED = 1.1
"""How much more words count that somebody is credited with than a document's own, which rest on nobody's word."""


class Credits:
    """What the words of pages count by whose they are."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._spans = {
            page.order: tuple((s.start, s.end) for a in page.reading.attributions if a.agent for s in a.content)
            for page in pages
        }

    def of(self, page: Page, at: int) -> float:
        """CREDITED where somebody is named for the words at an offset of the page, else 1."""
        return CREDITED if any(a <= at < b for a, b in self._spans[page.order]) else 1.0


class Sources:
    """Turns signs, which are offsets into pages, into values said."""

    def __init__(self, pages: Sequence[Page], dossier: Dossier | None = None) -> None:
        self._pages = pages
        self._moments = {page.order: moments(page.reading.document) for page in pages}
        self._origins = {s.claim: s.origin for s in dossier.supports} if dossier else {}

    def said(self, sign: Sign, value: str | None = None) -> Said:
        """The value with its words; `value` where it is not the sign's own."""
        page = self._pages[sign.page]
        span = page.reading.document.span(sign.start, sign.end)
        claim = self._claim(page, sign.start, sign.end)
        return Said(
            value=sign.value if value is None else value,
            span=span,
            voice=self._voice(page, sign.start, sign.end),
            origin=self._origins.get(claim) if claim else None,
            claim=claim,
            published=self._published(page, sign.start),
            weight=round(sign.weight / (sign.weight + 0.5), 3),
        )

    def _published(self, page: Page, at: int) -> str | None:
        """The day of the document, or the time of its entry in a live blog, as ISO 8601."""
        entries = self._moments[page.order]
        entry = entries(at) if entries else None
        told = entry or page.published
        return told.isoformat() if told else None

    @staticmethod
    def _claim(page: Page, start: int, end: int) -> str | None:
        best: tuple[int, str] | None = None
        for claim in page.reading.claims:
            for span in claim.spans:
                if span.start < end and start < span.end:
                    size = (span.end - span.start, claim.id)
                    best = size if best is None or size < best else best
        return best[1] if best else None

    @staticmethod
    def _voice(page: Page, start: int, end: int) -> str | None:
        names = {a.id: a.name for a in page.reading.agents}
        best: tuple[int, str] | None = None
        for one in page.reading.attributions:
            if one.agent is None:
                continue
            for span in one.content:
                if span.start <= start and end <= span.end + 1:
                    size = (span.end - span.start, names.get(one.agent, ""))
                    best = size if best is None or size < best else best
        return best[1] or None if best else None
