"""Whether words that may tell a value of a field tell it, of this incident: not what is left open, excluded or of another
case, no name of a person or of a quarter, and no crime of a list of charges or of somebody's record.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from sayso.reconcile.record.gazetteer import gazetteer
from sayso.reconcile.record.placing import headline

UNSURE = 90
"""Characters before words within which they are left open."""
_UNSURE = re.compile(
    r"\b(?:whether|if\s(?:the|it|this|there)\b(?!\sas)|no\sway|ruled?\sout|no\s(?:evidence|indication|sign|reason)|unsure|unclear|unlikely|doubt(?:s|ed|ful)?|(?:not|n[’']t)\s(?:believe|think|appear|clear|known|sure))\b[^.;]*$"
    r"|\bnot\s(?:an?|the)?\s?(?:\w+\s){0,2}$|\bnor\s(?:(?:was|is|were|are)\s)?(?:(?:it|this|that)\s)?(?:an?\s|the\s)?(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
"""Words that leave open, or exclude, what is told after them: "did not say whether it was an accident"."""
_ELSE = re.compile(
    r"\b(?:(?:location|scene|site|anniversary|aftermath)\sof\s(?:an?|another|last)|(?:in|after|since|unlike)\sanother|previous|earlier|unrelated|separate)\s"
    r"(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
"""Words that make what follows another case: "near the scene of a drive-by shooting in March"."""
_CHARGES = re.compile(
    r"\b(?:charg(?:ed|es|ing)\s(?:(?:\w+\s){0,2}?with|of|include[ds]?|including|that\sinclude)|charg(?:es|ing)\sare|counts?\s(?:each\s)?of|convict(?:ed|ions?)\s(?:of|for|in)|guilty\s(?:of|to|on)"
    r"|(?:felony|prior|previous)\s(?:convictions?|arrests?)\s(?:for|of|in)|faces?|suspicion\sof|booked\s(?:on|for)|indicted\s(?:on|for)|record(?:,\swhich)?\sincludes?|wanted\s(?:for|on))"
    r"(?:(?!\b(?:after|for|following|when|while|during|from|that|who|stemming|related|connection|whose|in)\b)[^.;:“”])*$",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"\b(?:first|second|third|fourth)[\s-]degree\s(?:\w+\s)?$", re.IGNORECASE)
_A_CHARGE = re.compile(r"^\s(?:charges?|counts?|convictions?|warrants?|arrests?|case\slast)\b", re.IGNORECASE)
CRIMES = frozenset({"charges", "arrest"})
"""Fields that a list of charges does tell of."""
LIST = 220
"""Characters that a list of charges may have."""
_FOLLOWS = re.compile(r"^\s(?P<w>[A-Z][\w’'-]*)")
_STILL = frozenset("Complex Complexes Building Buildings Community Court Area Neighborhood Shooting Park Homes".split())
"""Words in capitals that follow a kind of place and make it no other."""
_PARK = re.compile(r"(?P<name>(?:[A-Z][\w’'.-]*\s){1,3}Park)$")
_QUARTER = (
    r"(?:’s|'s)?\s(?:neighbou?rhood|area|section|community|man|woman|teen|residents?|police|Police|home|native)\b"
)


def left_open(text: str, start: int, at: int) -> bool:
    """Whether the words of a sentence, which begins at `start`, leave open or exclude what comes at an offset, or make it
    another case."""
    first = max(start, at - UNSURE)
    return bool(_UNSURE.search(text, first, at) or _ELSE.search(text, first, at))


def of_charges(text: str, start: int, at: int, end: int) -> bool:
    """Whether words stand in a list of charges or of somebody's record: "charged with murder and robbery"."""
    lists = _CHARGES.search(text, max(start, at - LIST), at) or _DEGREE.search(text, max(start, at - LIST), at)
    return bool(lists or _A_CHARGE.match(text[end : end + 20]))


def of_name(text: str, sentence: str, at: int, end: int, persons: Collection[tuple[int, int]]) -> bool:
    """Whether words are a part of a name: of a person ("Coroner Rob Quill", whose places are `persons`) or of a longer one
    ("in Park | Manor")."""
    if any(a < end and at < b for a, b in persons):
        return True
    last = text[at:end].rsplit(maxsplit=1)[-1]
    after = _FOLLOWS.match(text[end : end + 24])
    return bool(after and last[0].isupper() and after["w"] not in _STILL and not headline(sentence))


def of_quarter(texts: Collection[str], text: str, at: int, end: int) -> bool:
    """Whether a park is the quarter or town of that name: the coverage tells of its neighborhood or of its police."""
    park = _PARK.search(text[at:end])
    if park is None:
        return False
    name = re.sub(r"^(?:In|At|Near|The|Head)\s", "", park["name"])
    return bool(gazetteer().city(name)) or any(re.search(rf"\b{re.escape(name)}{_QUARTER}", t) for t in texts)
