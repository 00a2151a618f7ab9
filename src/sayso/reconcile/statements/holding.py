"""What somebody had in hand, in whatever words name it: "came at them with a sharpened toothbrush", "what he had in his
hand was a spoon"."""

from __future__ import annotations

import re

from sayso.model import Claim, Span
from sayso.reconcile.words import stem

_AFTER = "in at on when as and from that which to before while with near toward towards during outside inside"
_THING = (
    r"(?:an?|his|her|their|one)\s(?P<{0}>(?:[a-z][\w’'-]*\s){{0,3}}?[a-z][\w’'-]+)"
    rf"(?=\s(?:{'|'.join(_AFTER.split())})\b|\s*(?:[.,;:”\"]|$))"
)
HELD = re.compile(
    rf"(?i)\b(?:came|coming|comes|charged|charging|lunged|lunging|ran|rushed|went|swung|attacked|stabbed|approached|armed)\b"
    rf"(?:\s(?!with\b)[\w’'-]+){{0,5}}?\swith\s{_THING.format('a')}"
    rf"|\b(?:holding|held|holds|clutching|clutched|carrying|carried|wielding|wielded|brandishing|brandished|gripping)\s{_THING.format('b')}"
    rf"|\bin\s(?:his|her)\s(?:right\s|left\s)?hands?\s(?:was|were)\s{_THING.format('c')}"
    rf"|\b(?:had|has)\s{_THING.format('d')}(?=\sin\s(?:his|her)\s(?:right\s|left\s)?hands?\b)"
)
BODY = frozenset(
    """wrist hand arm elbow shoulder head face neck chest stomach side leg knee ankle foot finger back hip ear eye
    nose""".split()
)
"""Parts of the body, which somebody who is hurt holds."""
ANY = BODY | frozenset(
    "object item thing something weapon one hand grudge job position man woman child baby dog".split()
)
"""Nouns that may be of any thing held, or of none."""
GUNS = frozenset(map(stem, "gun handgun pistol revolver firearm rifle shotgun".split()))
"""Words for guns, any of which may be what another calls a gun."""


def in_hand(claim: Claim) -> tuple[str, Span] | None:
    """The plain form of the noun of what a claim tells to have been held, and its words."""
    span = claim.spans[0]
    match = HELD.search(span.exact)
    if match is None:
        return None
    group = next(k for k in "abcd" if match[k])
    noun = re.sub(r"^(?:cell|smart|mobile)(?=phon)", "", stem(match[group].split()[-1]))
    noun = "gun" if noun in GUNS else noun
    if noun in ANY:
        return None
    start, end = match.span(group)
    return noun, Span(
        document=span.document, start=span.start + start, end=span.start + end, exact=span.exact[start:end]
    )
