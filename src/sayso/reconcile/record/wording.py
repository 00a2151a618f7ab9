"""Words that tell a person's part and state: whole, and of the person, not of what stands around the name alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from sayso.reconcile.record.evidence import Evidence, Sign
from sayso.reconcile.record.fit import clause_after

BY_CHARGES = "no words tell of the arrest itself: it is worked out from the charges, which are shown"
HELD = re.compile(
    r"\b(?:arrest\w*|custody|jail\w*|booked|held|apprehended|captured|detained|bond|bail|behind\sbars)\b", re.IGNORECASE
)
"""Words for an arrest; charges alone are none."""
_OPEN = re.compile(
    r"\b(?:in|into|with|at|to|by|on|for|from|an?|the|of|and|was|were|is|are|be|been|had|has|fac(?:es|ing)|accused|allegedly|received|suffered|sustained|"
    r"underwent|survived|listed|fired|pulled|retrieved|condition|appearance|plea|wanted|(?:taken|transported|flown|airlifted|rushed)\sto\s[^.;]+)\s*$",
    re.IGNORECASE,
)
"""Words that say little without what follows them: "Ana Quill is facing"."""
_STOP = re.compile(r",\s|\s(?:and|but|while|when|after|before|who|where)\s")
REST = 80
"""Characters that are added at most."""


def plain(one: Evidence, kinds: Collection[str]) -> list[Sign]:
    """The signs of these kinds whose words say it; those that only a sentence around a bare name gives are left out."""
    around = set(one.around)
    return [s for s in one.signs if s.value in kinds and s not in around]


def whole(sign: Sign, text: str) -> Sign:
    """The sign with the rest of its clause, where its words break off before they say anything."""
    if not _OPEN.search(text[sign.start : sign.end]):
        return sign
    rest = clause_after(text, sign.end, REST)
    stop = _STOP.search(rest, 1)
    if stop:
        rest = rest[: stop.start()]
    elif len(rest) == REST:
        rest = rest.rsplit(maxsplit=1)[0]
    return replace(sign, end=sign.end + len(rest.rstrip(" .;,")))
