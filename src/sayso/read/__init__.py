"""Document to Reading: a pure function of one document."""

from __future__ import annotations

from sayso.ingest.language import ENGLISH
from sayso.model import Document, Reading, Span
from sayso.read.agents import find_agents
from sayso.read.attributions import assemble
from sayso.read.claims import find_claims
from sayso.read.links import link
from sayso.read.parse import Parsed, parse
from sayso.read.propose import propose
from sayso.read.quotations import find_quotations
from sayso.read.times import find_times
from sayso.settings import THREADS

__all__ = ["read"]


def read(document: Document, *, threads: int = THREADS) -> Reading:
    """Everything that one document says, and who says it. Pure and deterministic; takes time linear in the text.

    `threads` is how many cores the model may use; it never changes a reading. Raises ModelError where a model is
    missing or damaged. What is not in English gives a reading of nothing; the document's warnings say so.
    """
    if document.language != ENGLISH:
        return _unread(document)
    parsed = parse(document)
    quotations = find_quotations(document)
    attributions = assemble(parsed, quotations, *propose(parsed, quotations, threads=threads))
    agents, mentions, attributions = find_agents(parsed, attributions)
    attributions = link(parsed, attributions, mentions)
    times = find_times(parsed)
    claims = find_claims(parsed, attributions, mentions, agents, times)
    return Reading(
        document=document,
        sentences=_sentences(parsed),
        quotations=quotations,
        attributions=attributions,
        agents=agents,
        mentions=mentions,
        times=times,
        claims=claims,
    )


def _unread(document: Document) -> Reading:
    return Reading(
        document=document, sentences=(), quotations=(), attributions=(), agents=(), mentions=(), times=(), claims=()
    )


def _sentences(parsed: Parsed) -> tuple[Span, ...]:
    return tuple(
        parsed.document.span(*paragraph.at(sentence))
        for paragraph in parsed.paragraphs
        for sentence in paragraph.doc.sents
        if sentence.text.strip()
    )
