"""What happened, was said and was published when, as far as times are known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from sayso.model import BlockKind, Claim, Event, Precision, Reading, Time
from sayso.reconcile.statements.topics import of_act

LONGEST = 160
"""Characters of a claim that stand in a timeline."""


def timeline(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """Publications, posts with a date, and the incident's own times, in order."""
    events = [event for reading in readings for event in _events(reading)]
    return tuple(sorted(dict.fromkeys(events), key=lambda e: (e.at, e.until, e.kind, e.document, e.text)))


def _events(reading: Reading) -> Iterator[Event]:
    document = reading.document
    if document.published_at:
        at = document.published_at.isoformat()
        exact = isinstance(document.published_at, datetime)
        yield Event(
            at=at,
            until=at,
            precision=Precision.MINUTE if exact else Precision.DAY,
            kind="publication",
            text=document.title or document.publisher or document.name,
            document=document.id,
        )
    for block in document.blocks:
        if block.kind is BlockKind.POST and block.published_at and block.start < block.end:
            at = block.published_at.isoformat()
            who = block.author or block.handle or "post"
            yield Event(
                at=at,
                until=at,
                precision=Precision.MINUTE if isinstance(block.published_at, datetime) else Precision.DAY,
                kind="statement",
                text=f"Post by {who}" if who != "post" else "Post",
                document=document.id,
                span=document.span(block.start, block.end),
            )
    times = {t.id: t for t in reading.times}
    for claim in reading.claims:
        if claim.polarity and of_act(claim):
            for ident in claim.times:
                time = times.get(ident)
                if time and time.start and time.end:
                    yield _incident(claim, time, document.id)


def _incident(claim: Claim, time: Time, document: str) -> Event:
    text = " … ".join(s.exact for s in claim.spans)
    return Event(
        at=time.start or "",
        until=time.end or "",
        precision=time.precision,
        kind="incident",
        text=text if len(text) <= LONGEST else text[: LONGEST - 1].rsplit(" ", 1)[0] + "…",
        document=document,
        span=claim.spans[0],
    )
