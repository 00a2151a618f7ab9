"""Whose weapon, whose investigation and who was brought to a hospital: refused where the words are of somebody or something
that has no part in what happened.
"""

from __future__ import annotations

import re

from sayso.reconcile.record.fit import AFTER, BEFORE, Fit, clause_after, clause_before

_BODY = re.compile(
    r"\b(?:police|sheriffs?|deput(?:y|ies)|detectives?|troopers?|investigators?|department|bureau|office|officers?|FBI|ATF|GBI|TBI|unit|authorities|"
    r"officials?|patrol|marshals?|agents|division|task\sforce|children\sand\syouth|protective\sservices|[A-Z]{1,4}PD)\b",
    re.IGNORECASE,
)
_FURNITURE = re.compile(r"[()\d|]|\b(?:Embed|Share|Photo|Image|Video)\b|^as\b")
_OBJECT = re.compile(r"^\s(?:[\w’'-]+\s){0,4}?investigat(?:es?|ed|ing)\s(?P<what>[^.;,\n]+)")
_CLAUSE_END = re.compile(r"(?<=\w)\s(?:when|while|and|where)\s")
_MATTER = re.compile(
    r"\b(?:shoot\w*|shots?|gun\w*|incidents?|case|deaths?|homicides?|murder\w*|kill\w*|slay\w*|crimes?|accident\w*|scene|matter|how|what|whether|why|who|if|after|further|fight|"
    r"robber\w*|report|attack|possible|attempted|discharg\w*|child|boy|girl|man|woman|it|this|reckless\w*)\b",
    re.IGNORECASE,
)
"""What an investigation of a shooting is of."""
_OF_OTHERS = re.compile(
    r"\b(?:suspects?|persons?|witness|informant)\sin\s(?:an?|the|another)\s(?:\w+\s)?$", re.IGNORECASE
)
_AGENCY_NAME = re.compile(r"\bTobacco,?\s(?:and\s)?$|\bTobacco,\s$")
_CHARGED = re.compile(
    r"\b(?:possess\w*|charg\w+|storage|carry\w*|permit|enhancement|licen[sc]e|receiving|counts?|offenses?|owner\w*|shop|laws?)\b",
    re.I,
)
_FIRED = re.compile(
    r"\b(?:shot\s(?:with|by|him|her|them)|fir(?:ed|ing)|pull(?:ed|s|ing)|point\w*|drew|opened\sfire|went\soff|discharg\w+|playing|handl\w+|clean\w*|show\w*|found|armed)\b",
    re.I,
)
_ISSUE = re.compile(
    r"^(?:\s(?:and|or)\s\w+)?\s?-?\s?(?:violence|control|laws?|rights|owners?|owning|shop|show|safety|range|battle|culture|debate|crimes?|related|buyback|drawn|down\b|off\sthe\sstreets?|puts?\b)",
    re.IGNORECASE,
)
"""After a gun that is no weapon of this case but a matter of politics, or in officers' hands."""
_ALL_GUNS = re.compile(
    r"\b(?:too\smany|more|fewer|illegal|these|ban(?:ning)?|fear(?:ful)?\sof|put(?:ting)?\s(?:down\s)?(?:the|your|their)|people\swith|streets\swith)\s$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^\s(?:and\s(?:extremely\s)?dangerous|robber\w*|burglar\w*|career|guards?|forces|services|security|officers?)\b",
    re.IGNORECASE,
)
"""What makes "armed" no word of a weapon seen."""
_EARLIER = re.compile(
    r"\b(?:years?\sof\san?\s[\w-]+\ssentence|convicted\sof|convictions?\s(?:for|of)|criminal\s(?:record|history)|in\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""Before the weapon of an earlier case."""
CLAUSE = 140
_AT_FIRST = re.compile(r"\b(?:initial(?:ly)?|first|early|originally)\b[^.;]{0,60}$", re.IGNORECASE)
_THEN = re.compile(r"^[^.;]{0,12}\b(?:however|but)\b", re.IGNORECASE)
_BACK = re.compile(r"\b(?:fired\sback|returned\sfire|return\sfire|shot\sback)\b", re.IGNORECASE)
_DEFENCE = 0.4
"""What the weapon of somebody who fires back counts."""
_BARE = re.compile(r"\b(?:to|at)$")
_HOUSE = re.compile(
    r"\b(?:hospitals?|medical\scent(?:er|re)|health\w*|trauma|clinic|emergency|ER|infirmary|Memorial|Regional|Mercy|St\.|UMC|MCG|Cent(?:er|re))\b",
    re.IGNORECASE,
)
_NO_HOUSE = re.compile(
    r"\b(?:examiner|coroner|morgue|jail|prison|court\w*|station|troop|scene|home|detention|crime\slab)\b", re.IGNORECASE
)
_WENT = re.compile(
    r"\b(?:I|we|he|she|they|mother|father|parents?|family|relatives?|friends?|officers?|police|brother|sister|and)\s$",
    re.IGNORECASE,
)
"""Before "rushed to the hospital", of somebody who went there to see the hurt."""
_UNHURT = re.compile(r"^\s(?:was|were)\snot\s(?:injured|hurt|shot|hit)\b")


def investigator(text: str, one: Fit) -> Fit | None:
    """Who investigates what happened; None where it is no body, or something else is investigated."""
    if one.value == "under investigation":
        return None if _OF_OTHERS.search(clause_before(text, one.start)) else one
    if _FURNITURE.search(one.value) or not _BODY.search(one.value):
        return None
    told = _OBJECT.match(clause_after(text, one.end, BEFORE + AFTER))
    return None if told and not _MATTER.search(_CLAUSE_END.split(told["what"])[0]) else one


def weapon(text: str, one: Fit) -> Fit | None:
    """The weapon of who shot; None for guns at large, those that officers draw, and what was said at first."""
    before, after = text[max(0, one.start - BEFORE) : one.start], text[one.end : one.end + AFTER]
    words = text[one.start : one.end].casefold()
    if _AGENCY_NAME.search(before) or _ALL_GUNS.search(before) or (words == "gun" and before.endswith(" to ")):
        return None
    if _EARLIER.search(clause_before(text, one.start, CLAUSE)):
        return None
    if _TITLE.match(after) if words == "armed" else _ISSUE.match(after):
        return None
    if _AT_FIRST.search(clause_before(text, one.start)) and _THEN.match(after):
        return None
    near = before[-45:] + after[:30]
    weight = 1.3 if _FIRED.search(near) else 0.6 if _CHARGED.search(near) else 1.0
    if _BACK.search(clause_after(text, one.end)) or _BACK.search(clause_before(text, one.start)):
        weight = _DEFENCE
    return Fit(one.start, one.end, one.value, weight)


def hospital(text: str, one: Fit) -> Fit | None:
    """Somebody who was hurt and brought to a hospital; None where it is another house, or somebody who only went there."""
    words, after = text[one.start : one.end], clause_after(text, one.end)
    place = words if not _BARE.search(words) else after
    if _BARE.search(words) and not _HOUSE.search(after):
        return None
    if _NO_HOUSE.search(place[:40] if place is after else place) or _UNHURT.match(after):
        return None
    if words.casefold().startswith("rushed to") and _WENT.search(text[max(0, one.start - 12) : one.start]):
        return None
    return one
