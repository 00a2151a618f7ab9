"""Streets and addresses: completed where they are cut short, and refused where they are of a court, a hospital, an arrest, a
crash or somebody's home and not of what happened.
"""

from __future__ import annotations

import re
from dataclasses import replace

from sayso.reconcile.record.fit import AFTER, Fit, clause_after, clause_before

_WAY = r"(?:Street|St|Avenue|Ave|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Place|Pl|Way|Circle|Terrace|Parkway|Highway|Hwy|Trail|Pike|Loop)"
_ENDS = re.compile(rf"\b{_WAY}\.?$")
_GOES_ON = re.compile(
    rf"^(?:\s(?!{_WAY}\b)[A-Z0-9][\w’'-]*\.?){{0,3}}?\s(?:{_WAY}\b|street\b|avenue\b)(?!\sand\s{_WAY})"
)
_CROSSES = re.compile(rf"^\sand\s(?:[A-Z0-9][\w’'-]*\.?\s){{1,3}}{_WAY}\b")
_SAINT = re.compile(r"\b(?:North|South|East|West|[NSEW]\.?|of)\sSt\.$")
"""A street named after a saint: "South St. | Lawrence Avenue"."""
_SIDED = re.compile(r"(?:North|South|East|West)\s\S+$")
_BLOCK = re.compile(r"\bblock of\b")
_STREET = re.compile(rf"\b{_WAY}\b\.?(?:\s[NSEW]\b\.?)?$|\bblock of\b|^(?:Interstate|Highway|Route|I-)")
_HALL = re.compile(
    r"\b(?:City|County|District|Superior|Circuit|Criminal|Municipal|Supreme|Juvenile|Family|Federal|Central|Magistrate|Probate|Youth|Appeals?|Justice|Crown|Pleas|High)\sCourt$"
)
_TO_COURT = re.compile(
    r"\b(?:appear\w*|charged|arraign\w*|hearing|judge|filed|waived|sentenced|trial|plea\w*|case)\b", re.IGNORECASE
)
_SAINTED = re.compile(
    r"^\s[A-Z][\w’']+(?:\s[A-Z][\w’'-]*){0,3}\s(?:Medical|Hospital|Church|School|Parish|Cathedral|Clinic|Center)\b"
)
"""After "St.": a saint whose name a hospital or a church bears."""
_SHOOTING = re.compile(
    r"\b(?:shot|shots?|shooting\w*|gunfire|gunshots?|fired|gunned|killed|killing|wounded|slain|shootout|opened\sfire|shell\scasings?|dead|dying|body|bodies|suffering|unresponsive|lying|bleeding|happened|occurred|took\splace)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:traffic\sstop|pulled\sover|arrest(?:ed|s)?|captured|(?:in|into)\scustody|was\sfound|apprehended|chase[ds]?|pursuit|crash(?:ed|es|ing)?|wreck(?:ed)?|collision|(?<!accidental\s)(?<!shooting\s)accident|collided"
    r"|assistance|ballroom|vigil|funeral|visitation|fundrais\w*|donat\w+|counsel\w*|headquarters|press\sconference|courthouse|court|jail|hearing|hospitals?\s(?:on|at|off|near)"
    r"|(?:drove|driven|driving)\sto|throw|threw|dump(?:ed)?|buried|hid(?:den)?\b|burn(?:ed|t)|abandoned|search\swarrant)\b",
    re.IGNORECASE,
)
"""What is told to have been on a street and is not the shooting."""
_LIVES = re.compile(r",\s\d{1,3},\sof\s(?:the\s)?$|\blast\sknown\saddress\b[^.;]*$|\bhome\saddress\b[^.;]*$")
"""Before where somebody lives: "Tam Orsk, 44, of 12 Alder Road"."""
_LEFT_ROAD = re.compile(
    r"\b(?:left\sthe\sroad(?:way)?|overturned|flipp(?:ed|ing)|utility\spoles?|(?:struck|hit)\san?\s(?:tree|pole|guardrail))\b",
    re.IGNORECASE,
)
"""After a street on which a car came to grief."""
CLAUSE = 140
"""Characters before a street that tell what was there."""


def street(text: str, one: Fit) -> Fit | None:
    """The street, completed; None where it is no street, or not that of what happened."""
    one = completed(text, one)
    return None if _HALL.search(one.value) or elsewhere(text, one) else one


def elsewhere(text: str, one: Fit) -> bool:
    """Whether what is told of a street is not what happened: a court's hearing, an arrest, a crash, somebody's home."""
    if not _STREET.search(one.value):
        return False
    before, after = clause_before(text, one.start, CLAUSE), text[one.end : one.end + AFTER]
    if one.value.endswith("Court") and not re.search(r"\d", one.value) and _TO_COURT.search(before):
        return True
    if _SAINTED.match(after) and re.search(r"\bSt\.?$", one.value):
        return True
    if _LIVES.search(before):
        return True
    if _LEFT_ROAD.search(clause_after(text, one.end, CLAUSE)) and not _SHOOTING.search(before):
        return True
    last = max((m.end() for m in _ELSEWHERE.finditer(before)), default=None)
    return last is not None and all(m.end() < last for m in _SHOOTING.finditer(before))


def completed(text: str, one: Fit) -> Fit:
    """The place with the rest of a street's name: "1400 block of Alder | Hills Drive"."""
    saint = _SAINT.search(one.value)
    if (_ENDS.search(one.value) and not saint) or not (_BLOCK.search(one.value) or _SIDED.match(one.value)):
        return one
    rest = _GOES_ON.match(text[one.end : one.end + AFTER]) or _CROSSES.match(text[one.end : one.end + AFTER])
    if rest is None:
        return one
    return replace(one, end=one.end + rest.end(), value=" ".join((one.value + rest.group()).split()))
