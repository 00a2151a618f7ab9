"""Who saw or heard it: people called witnesses of what happened, and neighbors and others who saw or heard something.

Witnesses who are only looked for, in court, or who saw something else are none; nor are neighbors and bystanders of whom
nothing is told but that they are.
"""

from __future__ import annotations

import re

from sayso.reconcile.record.fit import Fit, clause_after, clause_before

AROUND = 130
"""Characters around the words within which it is told what was seen."""
_NO_WITNESS = re.compile(
    r"\bSecret\sWitness|\b[Ee]yewitness\sNews|\bWitness\sNews|\bJehovah|\bwitness\s(?:protection|stand|intimidation|tampering)"
)
_SOUGHT = re.compile(
    r"\b(?:look(?:s|ed|ing)?\sfor|seek(?:s|ing)?|sought|search(?:es|ed|ing)?\sfor|appeal(?:s|ed|ing)?\s(?:for|to)|need(?:s|ed)?|ask(?:s|ed|ing)?|urg(?:es?|ed|ing)|encourag\w+"
    r"|trouble\sgetting|trying\sto\s(?:get|find))\s(?:[\w’',/-]+\s){0,6}$"
    r"|\b(?:find(?:ing)?|locat(?:e|ing)|any|potential|possible|no|without|lack\sof|if|whether|get(?:ting)?)\s(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Before witnesses who are only looked for, or whom there are none of."""
_IN_COURT = re.compile(
    r"^\s(?:\w+\s){0,2}?(?:took\sthe\sstand|takes?\sthe\sstand|testif\w+|on\sthe\sstand|list|to\scome\sforward|to\s(?:speak|open)\sup|(?:is|are)\s(?:asked|urged|encouraged)|should|(?:can|may)\scall)",
    re.IGNORECASE,
)
"""After witnesses who tell a court, or are asked to tell at all."""
_NOISE = re.compile(
    r"\b(?:shots?|shooting|shooters?|shell|gun\w*|bangs?|booms?|pop(?:s|ped|ping)?|pow|fire(?:d|works|crackers)?|firing|bullets?|scream\w*|yell\w*|shout\w*|holler\w*|cr(?:y|ies|ied|ying)|wail\w*|blood\w*"
    r"|suspects?|screech\w*|commotion|argu\w+|fight\w*|explosion\w*|grenades?|noises?|sirens|violence|rounds?|ambulances?|running|ran)\b",
    re.IGNORECASE,
)
"""What a shooting looks and sounds like."""
_PEOPLE = re.compile(
    r"\b(?:him|her|them|he|she|guys?|men|man|women|woman|boys?|girls?|kids?|child|people|person|somebody|someone|body|bodies|cars?|vehicles?|truck|police|cops?|officers?|daddy|son|daughter|brother|sister|mom)\b",
    re.IGNORECASE,
)
_SEEN_ELSEWHERE = re.compile(
    r"^\s(?:[\w’']+\s){0,4}?(?:on\s(?:TV|Facebook|the\snews|social|Twitter)|last\b|as\sa\b|grow|smil\w+|every\b|(?:it|this)\scoming\b)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^\s(?:[\w’']+\s){0,4}?(?:say|said|tell|telling|talk|ask|asked|about|of|that\s(?:he|she|they|it)|from|on\s(?:TV|the\snews))\b",
    re.IGNORECASE,
)
"""After "I heard": what somebody was told."""
_ASKED = re.compile(r"\b(?:if|whether|is\swhat|that[’']s\swhat|from\swhat)\s$", re.IGNORECASE)
_SPEAKS = re.compile(
    r"\b(?:saw|sees?|seeing|seen|hear[ds]?|hearing|watch(?:ed|ing)|witnessed|awake\w*|woken?|called\s(?:911|9-1-1|police|for\shelp)|ran\sout(?:side)?|looked\sout|reported|said|says?|told|describe[ds]?|recall\w*)\b",
    re.IGNORECASE,
)
_PERCEIVED = re.compile(
    r"\b(?:saw|sees?|seeing|seen|hear[ds]?|hearing|watch(?:ed|ing)|witnessed|awake\w*|woken?|called\s(?:911|9-1-1|police)|ran\sout(?:side)?|looked\sout)\b",
    re.IGNORECASE,
)
_GUNFIRE = re.compile(
    r"\b(?:shots?|shooting|shooter|shell|gun\w*|bang|boom|pops?|fire[ds]?|firing|bullets?|scream\w*|blood\w*|suspects?|incident|scene|vehicle|men|man|victims?|crime)\b",
    re.IGNORECASE,
)
_STRUCK = re.compile(
    r"\binnocent\s$|^\s(?:who\s)?(?:(?:was|were|got)\s(?:\w+\s)?(?:shot|hit|struck|caught|killed|wounded|injured|grazed)|caught|struck|hit\b|in\sthe\s(?:wrong|crossfire)|accidentally)",
    re.IGNORECASE,
)


def witness(text: str, one: Fit) -> Fit | None:
    """Who is told to have seen or heard it, and how surely of this incident; None where nobody is."""
    words = text[one.start : one.end].strip('“”"[] ').casefold()
    before, after = clause_before(text, one.start, AROUND), clause_after(text, one.end, AROUND)
    around = text[max(0, one.start - AROUND) : one.end + AROUND]
    if _NO_WITNESS.search(text, max(0, one.start - 12), one.end + 12):
        return None
    if one.value in {"neighbor", "bystander"}:
        return one if _told(before, after, around) else None
    if words.startswith(("i ", "we ")):
        return _own_word(words, before, after, one)
    if words.startswith("who "):
        return one if _NOISE.search(after) else None
    if _SOUGHT.search(before) or _IN_COURT.match(after):
        return None
    return Fit(one.start, one.end, one.value, 1.0 if _GUNFIRE.search(around) else 0.4)


def _told(before: str, after: str, around: str) -> bool:
    """Whether a neighbor or bystander is told to have seen or heard it, or tells what a shooting looks like."""
    if after.startswith(("'", "’")) or _STRUCK.match(after) or _STRUCK.search(before):
        return False
    return bool(_SPEAKS.search(after[:60]) and _PERCEIVED.search(around) and _NOISE.search(around)) or bool(
        re.match(r"\s(?:[\w,’'-]+\s){0,6}?(?:said|says?|told\s\w+)\s[^.]{0,80}", after) and _NOISE.search(after)
    )


def _own_word(words: str, before: str, after: str, one: Fit) -> Fit | None:
    """What somebody says in their own words to have seen or heard."""
    if _ASKED.search(before):
        return None
    if words.endswith("heard"):
        plain = _NOISE.search(after) and not (_TOLD.match(after) and not _NOISE.search(after[:30]))
        return one if plain else None
    seen = _NOISE.search(after) or _PEOPLE.search(after)
    return one if seen and not _SEEN_ELSEWHERE.match(after) else None
