"""How many shots were fired: what was heard, fired or found spent. A wound tells what hit somebody, not what was fired."""

from __future__ import annotations

import re

from sayso.reconcile.record.fit import AFTER, BEFORE, Fit, clause_after, clause_before
from sayso.reconcile.record.marks import number

_AT_LEAST_ONE = re.compile(r"\bat least (?:one|1)\b", re.IGNORECASE)
_HIT = re.compile(r"\b(?:shot|hit|struck|fir(?:ed|es|ing)|sho(?:ots?|oting)|wound\w*|grazed)\b", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\bincluding\s(?:one|an?|the)\s[\w-]+\s(?:who\s)?(?:was\s)?(?:shot|hit|struck)\s$"
    r"|\b(?:shot|hit|struck)\s(?:one|another)\s(?:of\s)?[\w-]+\s(?:[\w-]+\s){0,4}$"
)
"""Before the number of shots that hit one of several."""
_BOXED = re.compile(r"\b(?:box|boxes|magazine|clip)\s(?:of|with)\s$", re.IGNORECASE)
_TO = re.compile(r"\b(?P<n>\d+|[a-z]+)(?:\s(?:to|or|and)\s|,\s|[-–])(?:about\s)?$")
_GUN = re.compile(
    r"\b(?:fir(?:e[ds]?|ing)|rang|ring(?:ing)?|hear[ds]?|hearing|sound(?:s|ed)?|discharg\w+|went\soff|detect\w+|blasts?|squeezed|got\soff|unload\w*|popp?\w*|opened"
    r"|record\w*|captured|echo\w*|awake\w*|woken?|there\s(?:was|were))\b",
    re.IGNORECASE,
)
"""What tells that shots were fired, or heard."""
_WOUND = re.compile(
    r"^\s(?:wounds?|injur(?:y|ies)|victims?|patients?|case|call|(?:to|in|into|through)\s(?:(?:the|his|her|their|each|its)\s)?(?:\w+\s){0,2}?"
    r"(?:head|chest|back|legs?|arms?|neck|face|abdomen|stomach|torso|shoulders?|body|foot|hand|temple|side))\b",
    re.IGNORECASE,
)
"""What makes a shot that is counted a wound."""
_CASINGS = re.compile(r"\b(?:casings|shells)\b", re.IGNORECASE)
_VAGUE = re.compile(r"[a-z]")
_AT_SOMETHING = re.compile(r"^\s(?:at|into|toward|through)\s(?:an?|the|his|her|their|its)\b", re.IGNORECASE)
_FIRING = re.compile(r"\b(?:fir(?:e[ds]?|ing)|discharg\w+|opened\sfire)\b", re.IGNORECASE)
_SPENT, _WOUNDS = 0.8, 0.4
"""What casings that were found count, and that somebody was shot "several times", beside shots that were heard or fired."""


def shots(text: str, one: Fit) -> Fit | None:
    """The number as one of shots fired; None where it tells wounds, or one of those that hit."""
    before = text[max(0, one.start - AFTER) : one.start]
    words = text[one.start : one.end]
    if _BOXED.search(before) or _ONE_OF.search(before):
        return None
    if one.value == "1" and _AT_LEAST_ONE.search(text, max(0, one.start - 10), one.end):
        return None
    ahead, behind = clause_before(text, one.start), clause_after(text, one.end, BEFORE)
    exact = not _VAGUE.match(one.value)
    firing = _FIRING.search(ahead[-12:])
    weight = _SPENT if _CASINGS.search(words) else 1.0
    if words.endswith("times"):
        if not _HIT.search(before):
            return None
        # "was shot five times" counts wounds; that somebody was shot several times tells that there were several shots
        if not (_FIRING.search(ahead) or _AT_SOMETHING.match(behind)):
            if exact:
                return None
            weight = _WOUNDS
    elif not firing and (_WOUND.match(behind) or (exact and not _fired(words, ahead, behind))):
        return None
    lower = _TO.search(text, max(0, one.start - 16), one.start)
    low = number(lower["n"]) if lower else None
    if lower and low is not None and one.value.isdigit() and low < int(one.value):
        return Fit(lower.start(), one.end, f"{low}..{one.value}", one.weight * weight)
    return Fit(one.start, one.end, one.value, one.weight * weight)


def _fired(words: str, ahead: str, behind: str) -> bool:
    """Whether an exact number is one of what was fired: shots and rounds in the plural are, else words say so."""
    if _CASINGS.search(words):
        return True
    plural = re.search(r"\b(?:shots|rounds|gunshots)$", words)
    return bool(plural or _GUN.search(ahead) or _GUN.search(behind))
