"""Typed values of claims as a record can use them: completed, trimmed, or refused, and how surely they are the field's.

Reading finds values by their form ("charged with …", "in …"). What is no charge, no place or nobody who investigates is
refused here; a street that is cut short is completed; what the words around make doubtful counts less.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sayso.reconcile.record.belonging import hospital, investigator, weapon
from sayso.reconcile.record.fit import AFTER, BEFORE, Fit, clause_before
from sayso.reconcile.record.gazetteer import gazetteer, state_of
from sayso.reconcile.record.offences import arrest, charge
from sayso.reconcile.record.seeing import witness
from sayso.reconcile.record.shots import shots
from sayso.reconcile.record.streets import completed, elsewhere, street

__all__ = ["Fit", "fitted"]


_AGED = re.compile(r"^,?\s?\(?,?\s\d{1,2}\b(?:,|\)|-year)")
_AT = re.compile(
    r"\b(?:in|at|on|near|outside|inside|off|along|behind|around)\s(?:the\s|an?\s|[Dd]owntown\s|(?:north|south|east|west)\w*\s)?(?:city\sof\s)?$",
    re.IGNORECASE,
)
_OF = re.compile(r"\b(?:of|from|to|at\sthe)\s(?:the\s)?$", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:Hospital|Medical|Hospitals|Clinic|Jail|Prison|Courthouse|Court|Detention|Morgue|Airport|News|Times|Post|Herald)\b"
)
_HEALTH = re.compile(r"\b(?:Hospitals?|Medical|Clinic|Health)\b")
LONG = 140
"""Characters before a hospital within which it is told that people were brought there."""
_NO_PLACE = re.compile(
    r"\b(?:Sheriff|Police|Department)(?:[’']s)?$|\b(?:City|County|District|Superior|Circuit|Criminal|Municipal|Supreme)\sCourt\b"
)
_HOUSED = re.compile(
    r"\b(?:Hospital|Medical\sCent(?:er|re)|[Hh]ospitals?|[Jj]ail|[Pp]rison|[Cc]ourthouse|Court|Detention\sCenter|Cent(?:er|re)|Clinic|University)"
    r",?\s(?:in|of|at|near)\s(?:(?:north|south|east|west)\w*\s|downtown\s)?$"
)
"""Before the place of a hospital, a jail or a court, where people are brought afterwards."""
_LIVED = re.compile(
    r"\b(?:(?:previously|formerly|once|used\sto|recently|had)\s(?:lived?|worked?|resided?|moved)|grew\sup|raised|born|buried|moved|jailed|arrested)"
    r"\s(?:(?!\b(?:when|and|where)\b)[\w’'-]+\s){0,4}?(?:in|to|from|near)\s$"
    r"|\b(?:lived|registered|enrolled|bought)\b(?:(?!\b(?:shot|shooting|killed|wounded|found|fired|when|and\swas)\b)[^.;\n]){0,64}\sin\s$"
)
"""Before a place where somebody is from, or was brought or found, not where it happened."""
_ELSEWHERE_TOO = re.compile(r"\b(?:recent|other|previous|similar|earlier)\s\w+\sin\s(?:the\s)?$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_NATURAL = re.compile(
    r"\b(?:(?:months|years)\s(?:ago|before|earlier)|cancer|disorder|heart\sattack|stroke|overdose[ds]?|crash|natural\scauses|drown\w*|illness|fire\sin\sa)\b",
    re.IGNORECASE,
)


_BROUGHT = re.compile(
    r"\b(?:died|dies|pronounced|declared|treated|taken|transported|rushed|flown|airlifted|brought|recovering|admitted|surgery|listed|hospitali[sz]ed)\b",
    re.IGNORECASE,
)
"""Before a hospital where people were brought."""
_OF_PERSON = re.compile(
    r",\s\d{1,3},\sof\s(?:the\s)?$|\b(?:is|are|was|were)\s(?:all\s|both\s)?(?:originally\s)?from\s$|\b(?:prosecutors|records?|convictions?|cases)\s(?:in|from)\s$"
    r"|\b(?:students?|seniors?|juniors?|freshman|sophomores?|teachers?|employees?|worked|works|attends?|attended|attending|graduat\w+|players?)\b(?:\s(?:at|in|from|of))?(?:\s[A-Z][\w.’'-]*){0,4}(?:\s(?:at|in|from))?\s(?:the\s)?$"
)
"""Before a place that somebody is of."""
_NOWHERE = re.compile(
    r"^(?:the\s)?(?:Heads?|Legs?|Chests?|Foot|Feet|Back|Faces?|Arms?|Necks?|Stomachs?|Hands?|Shoulders?|U\.?S\.?A?\.?|United\sStates|America)$"
)


def fitted(kind: str, text: str, start: int, end: int, value: str) -> Fit | None:
    """The value of a field of that kind, whose words are `start` to `end` of the text, as a record can use it."""
    found = Fit(start, end, value)
    fit = _FITS.get(kind)
    return fit(text, found) if fit else found


def _place(text: str, one: Fit) -> Fit | None:
    one = completed(text, one)
    if elsewhere(text, one):
        return None
    before, after = text[max(0, one.start - BEFORE) : one.start], text[one.end : one.end + AFTER]
    if _AGED.match(after) or _NO_PLACE.search(one.value) or _ELSEWHERE_TOO.search(before) or _away(before):
        return None
    if _OF_PERSON.search(before) or _NOWHERE.match(one.value) or one.value.islower():
        return None
    if _HEALTH.search(one.value) and _BROUGHT.search(clause_before(text, one.start, LONG)):
        return None
    at = _AT.search(before)
    listed = bool(gazetteer().city(one.value)) or " " in one.value or bool(_DIGIT.search(one.value))
    if not at and not listed:
        return None
    weight = 1.0 if at else 0.6 if _OF.search(before) else 0.4
    if state_of(one.value) or (_ELSEWHERE.search(one.value) and not at):
        return None
    if _ELSEWHERE.search(one.value):
        weight *= 0.2
    elif after.startswith("-"):
        weight *= 0.5
    return Fit(one.start, one.end, one.value, weight)


def _away(before: str) -> bool:
    """Whether what is named after these words is somewhere else: a jail's town, where somebody grew up."""
    return bool(_HOUSED.search(before) or _LIVED.search(before))


def _injury(text: str, one: Fit) -> Fit | None:
    near = text[max(0, one.start - BEFORE // 2) : one.end + AFTER]
    return None if one.value == "dead" and _NATURAL.search(near) else one


_FITS: Mapping[str, Callable[[str, Fit], Fit | None]] = {
    "place": _place,
    "address": street,
    "charges": charge,
    "investigation": investigator,
    "weapon": weapon,
    "arrest": arrest,
    "witness": witness,
    "injury": _injury,
    "shots": shots,
    "hospital": hospital,
}
