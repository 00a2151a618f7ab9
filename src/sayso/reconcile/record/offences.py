"""What somebody is charged with or arrested for in this case: an offence, without how often, and not one of an earlier case."""

from __future__ import annotations

import re

from sayso.reconcile.record.fit import AFTER, BEFORE, Fit, clause_after, clause_before

_OFFENCE = re.compile(
    r"\b(?:murder|manslaughter|homicide|assault|battery|endanger|neglect|abuse|cruelty|possess|firearm|gun\b|weapon|robber|burglar|theft|arson|trespass|"
    r"tamper|discharg|reckless|shooting|killing|kidnap|conduct|injury|violence|carrying|conspir|complicity|obstruct|evad|resist|flee|failure|"
    r"unlawful|shoplift|threat|stalk|rape|mischief|offen[cs]e|terroris|loiter|interfer|assist|accessory|attempt|larceny|felon(?:y|ies)\b)",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s(?:in\s(?:connection|the|an?|last|[Jj]uvenile|accidental|[A-Z])|for\s(?:the|an?|shooting|killing|threatening|allegedly)|stemming|relat(?:ed|ing)\sto|"
    r"after|following|when|while|that|who|on\s[A-Z]|[-–—|]\s)"
)
_BEFORE_NOW = re.compile(
    r"\b(?:had\sbeen|has\sbeen\sarrested|criminal\s(?:record|history)|previous(?:ly)?|prior|in\s(?:the\s)?past|ago|in\s(?:19|20)\d\d|record\sstretch\w*|convicted\sof"
    r"|years?\sof\san?\s[\w-]+\ssentence|serv(?:ed|ing)\s(?:time|out|[\w-]+\syears?)|(?:was|were)\sfound\sguilty\sof)\b",
    re.IGNORECASE,
)
_ONCE = re.compile(
    r"^\s(?:at\sleast\s|more\sthan\s|about\s)?(?:\w+\stimes\b|twice\b|before\b|previously\b|in\s(?:19|20)\d\d\b|on\s(?:un-?related|other)\b)",
    re.IGNORECASE,
)
_RECORD = re.compile(
    r"\b(?:criminal\s(?:record|history)|previous(?:ly)?|prior|in\s(?:the\s)?past|ago|in\s(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|multiple|several)"
_COUNTS = re.compile(
    rf"^(?:an?\sopen\s|{_NUMBER}\s)?(?:(?:felony|misdemeanor|criminal|separate)\s)?counts?\s(?:each\s)?of\s",
    re.IGNORECASE,
)
"""How often, before what: "two counts of", "one count each of"."""
_MORE_COUNTS = re.compile(rf",?\s(?:and|as\swell\sas)\s{_NUMBER}\s(?:\w+\s)?counts?\b.*$", re.IGNORECASE)
_UNFINISHED = re.compile(
    r"(?:possession|storage|discharge|discharging|use|injury|pointing|carrying|endangering|exhibition)$", re.IGNORECASE
)
_REST = re.compile(
    r"^\s(?:of|to|with|by)\s(?:(?:an?|the|great|stolen|deadly|unlicensed|loaded)\s){0,2}(?:firearm|weapon|handgun|gun|child|minor|harm|property|felon|juvenile)\b"
)
"""What an offence goes on with that reading has cut: "unsafe storage | of a firearm"."""


def charge(text: str, one: Fit) -> Fit | None:
    """The offence alone: "one count each of assault" is assault. None where it is no offence, or one of another case."""
    cut = _TAIL.search(one.value)
    value = one.value[: cut.start()] if cut else one.value
    told = value.strip(" ,;\"“”'")
    if not _OFFENCE.search(told):
        return None
    if _BEFORE_NOW.search(clause_before(text, one.start)):
        return None
    start = one.start
    counts = _COUNTS.match(told)
    plain = _MORE_COUNTS.sub("", told[counts.end() :] if counts else told)
    if not _OFFENCE.search(plain):
        plain = told
    at = text.find(plain, one.start, one.end)
    if at < 0:
        return Fit(start, one.end, plain, _gravity(plain))
    start, end = at, at + len(plain)
    weight = _gravity(plain)
    rest = _REST.match(text[end : end + AFTER]) if _UNFINISHED.search(plain) else None
    if rest:
        end += rest.end()
        plain += rest.group()
    return Fit(start, end, plain, weight)


def _gravity(offence: str) -> float:
    """How much an offence counts beside others of the same list: of murder and unlawful carrying a coder takes murder."""
    return next((w for pattern, w in _GRAVE if pattern.search(offence)), 1.0)


_GRAVE = (
    (re.compile(r"\b(?:attempt|conspir|solicit|complicit|accessory|aiding|assist)", re.IGNORECASE), 1.15),
    (re.compile(r"\bmurder", re.IGNORECASE), 2.0),
    (re.compile(r"\b(?:manslaughter|homicide)\b", re.IGNORECASE), 1.6),
    (re.compile(r"\b(?:assault|battery|endanger|injury|neglect|kidnap|abuse|shooting|robbery)", re.IGNORECASE), 1.1),
    (
        re.compile(
            r"\b(?:tamper|trespass|possess|carrying|permit|licen[sc]e|theft|stolen|obstruct|resist|fle)", re.IGNORECASE
        ),
        0.7,
    ),
)


_THING = re.compile(
    r"^\s(?:\w+\s){0,2}?(?:weapons?|guns?|handgun|rifle|firearms?|motives?|vehicles?|cars?|trucks?|SUV|van|answers|clues|evidence|bullets?|casings?|cause|reason"
    r"|truth|videos?|footage|witness(?:es)?|body|bodies|victims?)\b",
    re.IGNORECASE,
)
"""What is looked for that is no suspect: "searching for the weapon"."""
_CAUGHT = re.compile(
    r"\b(?:captured|arrested|apprehended|caught|in\s(?:police\s)?custody|found\sdead|turned\s\w+\sin)\b", re.IGNORECASE
)
_ASKED = re.compile(
    r"\b(?:question(?:ed|ing)|interview(?:ed|ing)?|interrogated|person\sof\sinterest|released)\b", re.IGNORECASE
)
_LOOSE = re.compile(r"\b(?:detain|custody)", re.IGNORECASE)
_ANOTHER = re.compile(
    r"^[^.;]{0,60}?\bin\sconnection\s(?:with|to)\san?\s(?:[\w-]+\s){0,2}?(?:robbery|burglary|crash|fire|stabbing|theft|assault|break-in)\b"
)
"""After an arrest for what was not told of before, and is no shooting."""
_HOSTAGE = re.compile(r"^\s(?:at\s(?:gun|knife)\s?point|hostage|up\b|against)", re.IGNORECASE)
_WOULD = re.compile(
    r"\b(?:when|once|if|until|before)\s(?:(?:he|she|they)\s(?:is|are)\s)?$|\b(?:not|n[’']t|no)\s(?:\w+\s){0,3}(?:reports?|word|information|announcement)\b[^.;]*$"
    r"|\b(?:firearms?|weapons?|guns?|vehicles?|dogs?)\s(?:that\s|which\s)?$",
    re.IGNORECASE,
)
"""What makes an arrest one to come, or one that nobody tells of: "will face charges when arrested"."""


def arrest(text: str, one: Fit) -> Fit | None:
    """An arrest in this case, or that somebody is looked for; None for one that was before or is to come, for who is only held to
    be asked, and where only a thing is looked for."""
    after = clause_after(text, one.end, CLAUSE)
    if _ONCE.match(text[one.end : one.end + AFTER]) or _HOSTAGE.match(after) or _ANOTHER.match(after):
        return None
    if one.value == "wanted" and (_THING.match(after) or _CAUGHT.search(after)):
        return None
    if one.value == "arrested":
        told = text[one.start : one.end]
        if _WOULD.search(clause_before(text, one.start)) or (_LOOSE.search(told) and _ASKED.search(after)):
            return None
    return None if _RECORD.search(text, max(text.rfind(". ", 0, one.start), one.start - BEFORE, 0), one.start) else one


CLAUSE = 90
"""Characters of the clause after an arrest that are looked at."""
