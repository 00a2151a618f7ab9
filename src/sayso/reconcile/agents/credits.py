"""Whose reporting a document passes on: the wire or outlet that it credits as a whole, and what it has of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.model import Attribution, Document
from sayso.reconcile.agents.organisations import plain_name

OWN = re.compile(r"(?i)\bthis (?:newspaper|news ?paper|station|outlet|publication|reporter|news organi[sz]ation)\b")
SMALL = frozenset({"the", "news", "online", "com"})


def credited(document: Document) -> str | None:
    """The outlet that a document credits with the whole of it, where that is not its own publisher."""
    told = document.credit
    if not told or (document.publisher and plain_name(document.publisher) == plain_name(told)):
        return None
    return told


def own_reporting(document: Document, line: Iterable[Attribution]) -> bool:
    """Whether what these attributions hold was told to the document's own publisher: "told the Ellery Herald"."""
    names = _words(document.publisher or "")
    for attribution in line:
        for span in attribution.recipient:
            if OWN.search(span.exact) or (names and names & _words(span.exact)):
                return True
    return False


def _words(name: str) -> frozenset[str]:
    return frozenset(plain_name(name).casefold().split()) - SMALL
