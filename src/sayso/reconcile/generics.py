"""Descriptions instead of names: "police", "a department spokesman", "two law enforcement officials".

What kinds of institution they can mean, and whether they mean the body itself or someone who belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.reconcile.institutions import ARMED

LAW = (*sorted(ARMED), "law enforcement")
ANY = ("any",)


@dataclass(frozen=True, slots=True)
class Generic:
    """`kinds` of institution that a description can mean; `body` whether it means the institution itself."""

    kinds: tuple[str, ...]
    body: bool


KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"sheriff|deput(?:y|ies)|undersheriff", ("sheriff",)),
    (r"troopers?|state police|highway patrol", ("state police",)),
    (r"prosecutors?|district attorney|state[’']s attorney|county attorney|commonwealth[’']s attorney|da", ("prosecutor",)),
    (r"coroner|medical examiner|pathologist", ("coroner",)),
    (r"court (?:records|documents|papers|filings?)|judge|court", ("court",)),
    (r"(?:fire|rescue) (?:officials?|department|chief|marshal|crews|captain|spokes\w+)|firefighters?|paramedics?", ("fire",)),
    (r"hospital|doctors?|surgeons?", ("hospital",)),
    (r"school|district", ("schools",)),
    (r"city|mayor|town|village|council", ("government",)),
    (r"county", ("county",)),
    (r"university|college|campus", ("campus police", "university")),
    (r"police|officers?|cops?|patrol|swat|chief|detectives?|sergeant|sgt|lieutenant|lt|captain|capt|corporal|cpl|homicide", LAW),
    (r"law enforcement|authorities|investigators?|agents?|marshals?", LAW),
    (r"department|agency|bureau|officials?|spokes(?:man|woman|person|people)|office", LAW),
)  # fmt: skip
BODY = re.compile(
    r"(?i)\b(?:police|authorities|officials|investigators|detectives|deputies|prosecutors|troopers|officers|agents|"
    r"department|agency|bureau|office|sheriff[’']s office|medical examiner[’']s office|coroner[’']s office|law enforcement|"
    r"firefighters|hospital|city|county|state police|cops)$"
)
MEMBER = re.compile(
    r"(?i)\b(?:spokes(?:man|woman|person)|officer|official|detective|deputy|sergeant|sgt|lieutenant|lt|captain|capt|"
    r"corporal|cpl|chief|sheriff|trooper|agent|investigator|marshal|source|prosecutor|coroner|examiner|attorney|judge|"
    r"mayor|commander|superintendent|commissioner|constable|inspector|director|secretary|administrator|supervisor)\b"
)
SOURCE = re.compile(r"(?i)\b(?:sources?|officials?|persons?|people|individuals?|insiders?|employees?|aides?)\b")
LIGHT = frozenset(
    """the a an some several many multiple two three four five local area top senior lead one other city's its his her their
    both also these those and of for with homicide public information high-ranking state federal""".split()
)
NEVER = re.compile(
    r"(?i)\b(?:former|ex|retired|attorneys? for|lawyers?|union|benevolent|fraternal|club|league|watch|association|witness\w*|"
    r"family|relatives?|neighbou?rs?|suspects?|gunman|driver|reporter\w*|wounded|injured|slain|fallen|who was)\b"
)


def generic(description: str) -> Generic | None:
    """What a description that names nothing can mean, or None. "Police spokesman" → a member of a police body."""
    told = " ".join(description.replace("’", "'").split()).strip(' ,.;:"“”')
    if not told or NEVER.search(told) or len(told.split()) > 9:
        return None
    lowered = told.casefold()
    for words, kinds in KINDS:
        if re.search(rf"(?<![\w-])(?:{words.replace('[’' + chr(39) + ']', chr(39))})(?:'s?)?(?![\w-])", lowered):
            return Generic(
                kinds, body=bool(BODY.search(lowered)) and not re.search(r"\b(?:source|spokes\w+)\b", lowered)
            )
    return None


def is_unplaced_source(description: str) -> bool:
    """Whether a description is of a source that could belong to anyone: "a person familiar with the matter"."""
    return bool(SOURCE.search(description))


REPORTER = re.compile(
    r"(?i)\b(?:reporter|correspondent|journalist|columnist|anchor|editor|newsroom|blogger|photographer|news (?:director|producer)|"
    r"staff writer|writer|producer|podcaster|commentator|livestreamer)s?\b"
)
OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Press|Star|Globe|Courier|Dispatch|Examiner|Inquirer|"
    r"Observer|Register|Sentinel|Telegraph|Mirror|Mail|Magazine|Daily|Weekly|Newspaper|Radio|TV|Television|Media|Broadcasting|"
    r"Reuters|AP|AFP|UPI|CNN|NBC|ABC|CBS|PBS|NPR|BBC|MSNBC|Bloomberg|Politico|Axios|ProPublica|Patch|Newswire|Review-Journal|"
    r"(?:the )?Sun|[KW][A-Z]{2,3}(?:-TV|-FM|-AM|\s?\d{1,2})?)\b"
)
OUTLET_WORDS = re.compile(
    r"(?i)\b(?:news outlets?|newspapers?|media (?:reports?|outlets?)|local media|news reports?|tv station|television station)\b"
)


def is_reporter(name: str, role: str | None) -> bool:
    """Whether somebody is a journalist by role or description."""
    return bool(REPORTER.search(role or "") or REPORTER.search(name))


def is_outlet(name: str) -> bool:
    """Whether an organisation's name is that of a news outlet or wire."""
    return bool(OUTLET.search(name) or OUTLET_WORDS.search(name))
