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


# What each word of a description can mean; the first row that fits decides.
WORDS = r"""
sheriff|deput(?:y|ies)|undersheriff => sheriff
troopers?|state police|highway patrol => state police
(?:campus|university|college|school) (?:police|officers?) => campus police
prosecutors?|district attorney|state's attorney|county attorney|commonwealth's attorney|da => prosecutor
coroner|medical examiner|pathologist => coroner
court (?:records|documents|papers|filings?)|judge|court => court
(?:fire|rescue) (?:officials?|department|chief|marshal|crews|captain|spokes\w+)|firefighters?|paramedics? => fire
police|officers?|cops?|patrol|swat|chief|detectives?|homicide => law
sergeant|sgt|lieutenant|lt|captain|capt|corporal|cpl => law
law enforcement|authorities|investigators?|agents?|marshals? => law
hospital|doctors?|surgeons? => hospital
school|district => schools
city|mayor|town|village|council => government
county => county
university|college|campus => university
department|agency|bureau|officials?|spokes(?:man|woman|person|people)|office => law
"""
KINDS = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?:'s?)?(?![\w-])"), LAW if kind == "law" else (kind,))
    for words, kind in (line.split(" => ") for line in WORDS.strip().splitlines())
)
BODY = re.compile(
    r"(?i)\b(?:police|authorities|officials|investigators|detectives|deputies|prosecutors|troopers|officers|agents|"
    r"department|agency|bureau|office|law enforcement|"
    r"firefighters|hospital|city|county|state police|cops)$"
)
MEMBER = re.compile(
    r"(?i)\b(?:spokes(?:man|woman|person)|officer|official|detective|deputy|sergeant|sgt|lieutenant|lt|captain|capt|"
    r"corporal|cpl|chief|sheriff|trooper|agent|investigator|marshal|source|prosecutor|coroner|examiner|attorney|judge|"
    r"mayor|commander|superintendent|commissioner|constable|inspector|director|secretary|administrator|supervisor)\b"
)
SOURCE = re.compile(r"(?i)\b(?:sources?|officials?|persons?|people|individuals?|insiders?|employees?|aides?)\b")
NEVER = re.compile(
    r"(?i)\b(?:former|ex|retired|attorneys? for|lawyers?|union|benevolent|fraternal|club|league|watch|association|"
    r"witness\w*|family|relatives?|neighbou?rs?|suspects?|gunman|driver|reporter\w*|wounded|injured|slain|"
    r"fallen|who was)\b"
)


def generic(description: str) -> Generic | None:
    """What a description that names nothing can mean, or None. "Police spokesman" → a member of a police body."""
    told = " ".join(description.replace("’", "'").split()).strip(' ,.;:"“”')
    if not told or NEVER.search(told) or len(told.split()) > 9:
        return None
    lowered = told.casefold()
    body = bool(BODY.search(lowered)) and not re.search(r"\b(?:source|spokes\w+)\b", lowered)
    return next((Generic(kinds, body) for pattern, kinds in KINDS if pattern.search(lowered)), None)


def is_unplaced_source(description: str) -> bool:
    """Whether a description is of a source that could belong to anyone: "a person familiar with the matter"."""
    return bool(SOURCE.search(description))


REPORTER = re.compile(
    r"(?i)\b(?:reporter|correspondent|journalist|columnist|anchor|editor|newsroom|blogger|photographer|"
    r"news (?:director|producer)|staff writer|writer|producer|podcaster|commentator|livestreamer)s?\b"
)
OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Press|Star|Globe|Courier|Dispatch|Examiner|Inquirer|"
    r"Observer|Register|Sentinel|Telegraph|Mirror|Mail|Magazine|Daily|Weekly|Newspaper|Radio|TV|Television|Media|"
    r"Broadcasting|Reuters|AP|AFP|UPI|CNN|NBC|ABC|CBS|PBS|NPR|BBC|MSNBC|Bloomberg|Politico|Axios|ProPublica|Patch|Newswire|"
    r"Review-Journal|(?:the )?Sun|[KW][A-Z]{2,3}(?:-TV|-FM|-AM|\s?\d{1,2})?)\b"
)
OUTLET_WORDS = re.compile(
    r"(?i)\b(?:news outlets?|newspapers?|media (?:reports?|outlets?)|local media|news reports?|"
    r"(?:tv|television) station)\b"
)


def is_reporter(name: str, role: str | None) -> bool:
    """Whether somebody is a journalist by role or description."""
    return bool(REPORTER.search(role or "") or REPORTER.search(name))


def is_outlet(name: str) -> bool:
    """Whether an organisation's name is that of a news outlet or wire."""
    return bool(OUTLET.search(name) or OUTLET_WORDS.search(name))
