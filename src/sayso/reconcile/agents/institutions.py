"""State and local institutions, known by the pattern of their name: what kind, and where.

"Fremont police", "the Fremont Police Department" and "Fremont PD" are one institution, `police/fremont`; the sheriff,
the prosecutor, the coroner and the court of a county are each their own. Nothing here is a list of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# Bodies whose word does not depend on the government that they belong to. Reviewed: docs/independence.md.
INDEPENDENT = frozenset({"coroner", "court", "oversight", "defender"})
ARMED = frozenset(
    {
        "police", "sheriff", "state police", "state bureau", "campus police", "school police", "tribal police",
        "transit police", "constable", "corrections",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """An institution of a place. `key` is `kind/place` in lower case."""

    key: str
    kind: str
    place: str
    name: str


# The first pattern that fits wins, so the narrower kinds stand first. PLACE, COUNTY, WHERE (either) and POSS (a
# possessive ending) stand for expressions; a space may be any one white space.
SHAPES = r"""
oversight: PLACE (?:Citizens?['’]? |Civilian |Independent |Community )+(?:Police )?OVERSEER
oversight: ((?:Citizens?['’]?|Civilian|Independent|Community) Police OVERSEER)
oversight: PLACE (?:Civilian )?Office of Police Accountability
oversight: PLACE (?:Police Commission|Board of Police Commissioners|Police Monitor|Ombudsman)
oversight: PLACE Office of (?:the )?Inspector General
oversight: (Civilian Office of Police Accountability)
oversight: PLACE Office of Professional Accountability
coroner: WHEREPOSS (?:[Cc]oroner|[Mm]edical [Ee]xaminer)(?:[’']s)?(?: [Oo]ffice| [Dd]epartment)?
coroner: (?:Office of the )?(?:Chief )?(?:Coroner|Medical Examiner) of COUNTY
defender: WHEREPOSS [Pp]ublic [Dd]efender(?:[’']s)?(?: [Oo]ffice)?
court: WHEREPOSS (?:Superior|Circuit|District|Municipal|Juvenile|Criminal|Family)(?: Criminal)? [Cc]ourt
court: PLACE (?:Supreme Court|Court of Appeals?)
court: WHEREPOSS (?:County|Magistrate|Common Pleas|Probate|Justice)(?: Criminal)? [Cc]ourt
court: U\.?S\.? District Court for the PLACE
prosecutor: WHEREPOSS (?:[Dd]istrict|[Pp]rosecuting|[Cc]ounty) [Aa]ttorney(?:[’']s)?(?: [Oo]ffice)?
prosecutor: WHEREPOSS (?:[Cc]ommonwealth|[Ss]tate)(?:[’']?s)? [Aa]ttorney(?:[’']s)?(?: [Oo]ffice)?
prosecutor: WHEREPOSS (?:DA|D\.A\.|[Pp]rosecutor)(?:[’']s)?(?: [Oo]ffice)?
attorney general: PLACEPOSS [Aa]ttorney [Gg]eneral(?:[’']s)?(?: [Oo]ffice)?
state police: PLACE (?:[Ss]tate (?:[Pp]olice|[Pp]atrol|[Hh]ighway [Pp]atrol|[Tt]roopers?)|[Hh]ighway [Pp]atrol|Rangers)
state police: PLACE (?:Department of Public Safety|[Tt]roopers?)
state bureau: PLACE (?:State )?Bureau of (?:Criminal )?(?:Investigations?|Apprehension|Identification and Investigation)
state bureau: PLACE (?:Department of Law Enforcement|Division of Criminal Investigation)
state bureau: PLACE (?:State )?Law Enforcement Division
sheriff: COUNTYPOSS (?:[Ss]heriff|SO|[Dd]eput(?:y|ies))(?:[’']?s?[’']?)?(?: STAFF)?
sheriff: PLACEPOSS [Ss]heriff(?:[’']?s?[’']?)?(?: (?:[Oo]ffice|[Dd]epartment))?
tribal police: PLACE (?:Tribal|Nation|Tribe) (?:Police|Law Enforcement|Public Safety)(?: Department)?
school police: PLACE (?:(?:Independent |Unified |Public )?School District|Schools|ISD)(?:[’']s)? CAMPUS
campus police: (University of NAMES|NAMES (?:University|College)(?: of NAMES)?)(?:[’']s)? CAMPUS
transit police: PLACE (?:Transit|Airport|Port Authority|Housing Authority) [Pp]olice(?: [Dd]epartment)?
corrections: PLACE Department of (?:Corrections? and Rehabilitation|Corrections?|Rehabilitation|Criminal Justice)
corrections: WHERE (?:Detention Center|Correctional (?:Facility|Center|Institution)|State Prison)
constable: WHEREPOSS (?:Precinct \d+ |Pct\. \d+ )?(?:[Cc]onstable|[Cc]ity [Mm]arshal)(?:[’']?s?)?(?: [Oo]ffice)?
ems: WHERE (?:EMS|Emergency Medical Services?|Ambulance(?: Service)?|Paramedics)(?![\w-])
fire: WHERE (?:[Ff]ire(?:[ -][Rr]escue)?|FD)(?: (?:[Dd]epartment|[Dd]istrict|[Bb]ureau|[Dd]ivision))?(?= |$|[’',.])
police: PLACE (?:(?:Division|Bureau|Department) of Police|Police (?:Department|Bureau|Division|Service|Force))
police: WHEREPOSS (?:[Pp]olice(?: [Dd]epartment)?|PD|P\.D\.)(?![\w-])
hospital: PLACE (?:Hospital|Medical Center|Trauma Center|Health System|Clinic)
schools: PLACE (?:(?:Independent |Unified |Public )?School District|Public Schools|Schools)
university: (University of NAMES|NAMES University|NAMES College)
government: (?:[Cc]ity|[Tt]own|Village|Borough|Township) of PLACE
government: PLACE (?:[Cc]ity|[Tt]own|[Vv]illage) (?:[Cc]ouncil|[Hh]all|[Gg]overnment|[Mm]anager|[Aa]ttorney)
government: PLACE [Mm]ayor
county: COUNTY (?:[Cc]ommission(?:ers)?|[Bb]oard of [Ss]upervisors|[Gg]overnment|[Ee]xecutive)
"""
_NAME = r"(?:(?:[A-Z]\.){2,}|(?:Ste?|Mt|Ft|Pt|[A-Z])\.|[A-Z][\w’'&-]*)"
_PLACE = rf"((?:St\.\s)?{_NAME}(?:\s(?:(?:of|de|la|du|and)\s)?{_NAME}){{0,4}})"
_COUNTY = rf"((?:St\.\s)?{_NAME}(?:\s{_NAME}){{0,3}}?\s(?:County|Co\.|Parish|Borough))"
_PARTS = {
    "OVERSEER": "(?:Review|Oversight|Complaint) (?:Board|Commission|Authority|Agency|Panel|Office)",
    "STAFF": "(?:[Oo]ffice|[Dd]epartment|[Dd]eput(?:y|ies)|[Dd]etectives?|[Ii]nvestigators?)",
    "CAMPUS": "(?:[Pp]olice|Department of Public Safety|PD)(?: [Dd]epartment)?",
    "POSS": "(?:[’']s?)?",
    "WHERE": "(?:COUNTY|PLACE)",
    "PLACE": _PLACE,
    "COUNTY": _COUNTY,
    "NAMES": rf"{_NAME}(?: {_NAME})*",
}


def _pattern(text: str) -> re.Pattern[str]:
    for name, told in _PARTS.items():
        text = text.replace(name, told)
    return re.compile(text)


# No pattern of a kind fits a text without one of these, which is looked for first: it is quick.
SIGNS = """
oversight: Board|Commission|Authority|Agency|Panel|Oversight|Review|Complaint|Accountab|Monitor|Ombudsman|Inspector
coroner: oroner|xaminer
defender: efender
court: ourt
prosecutor: ttorney|DA|D\\.A\\.|rosecutor
attorney general: ttorney
state police: State|Patrol|Public Safety|Rangers|rooper
state bureau: Bureau of|Law Enforcement|Division of Crim
tribal police: Trib|Nation
school police: School|ISD
ems: EMS|Ambulance|Paramedic|Emergency
sheriff: heriff|SO|eput
campus police: olice|PD|Public Safety
transit police: olice
corrections: Correction|Rehabilitation|Criminal Justice|Detention|State Prison
constable: onstable|arshal
fire: ire|FD
police: olice|PD|P\\.D\\.
hospital: Hospital|Center|Health|Clinic
schools: School
university: University|College
government: City|Town|Village|Borough|ity |own |illage |ayor
county: County|Parish|Borough
"""
_SIGN = {kind: re.compile(sign) for kind, sign in (line.split(": ", 1) for line in SIGNS.strip().splitlines())}
PATTERNS = tuple(
    (kind, _pattern(shape)) for kind, shape in (line.split(": ", 1) for line in SHAPES.strip().splitlines())
)

NAMES = {
    "police": "{} Police Department",
    "sheriff": "{} Sheriff’s Office",
    "prosecutor": "{} prosecutor’s office",
    "coroner": "{} medical examiner or coroner",
    "court": "{} court",
    "fire": "{} Fire Department",
    "state police": "{} state police",
    "state bureau": "{} state bureau of investigation",
    "tribal police": "{} tribal police",
    "school police": "{} school police",
    "ems": "{} EMS",
    "oversight": "{} oversight body",
    "defender": "{} Public Defender",
    "attorney general": "{} Attorney General",
    "campus police": "{} police",
    "transit police": "{} transit police",
    "corrections": "{} Department of Corrections",
    "constable": "{} Constable",
    "hospital": "{} hospital",
    "schools": "{} schools",
    "university": "{}",
    "government": "City of {}",
    "county": "{} government",
}

LOCAL = "local"
"""The place of a body that documents speak of and never name: "police", "the sheriff"."""
OF_NOWHERE = {"sheriff": "sheriff’s office", "coroner": "medical examiner or coroner", "fire": "fire department"}

# Words before a place that are not of its name: titles, articles, days, and the words that open a sentence.
NOT_PLACE = frozenset(
    """The A An Former Officer Sgt. Sgt Sergeant Lt. Lt Lieutenant Capt. Capt Captain Chief Deputy Det. Det Detective
    Cpl. Spokesman Spokeswoman Spokesperson Mayor Sheriff Interim Acting Assistant Investigators Officials Authorities
    Police But And When After As In On At Before While If Two Three Four Five Several Both Some Multiple Many Friday
    Saturday Sunday Monday Tuesday Wednesday Thursday Although According Meanwhile Local Area Then Once Since Because
    With From For To Retired Late Early Metro City County State Military Campus Riot Secret Federal U.S. US National
    Article Related Coverage Breaking Update Updated Watch Read Photos Video Story Previous Original Earlier Latest
    Senior Lead Elected Its His Her Their Our Citizen Citizens Civilian Independent Community Public Fire Emergency
    Department Bureau Office Division Unit Statement Release Where What Who How Why That This These Those Though So One
    Your Another Other Also Even Still Now Initial Preliminary Unconfirmed Photo Buy Share More MORE""".split()
)
_CITIZENS = ("Citizen", "Civilian", "Independent", "Community")
BETWEEN = frozenset("Deputy Assistant Acting Interim Senior First Chief Associate Former Asst. Asst".split())
"""Words behind a place that belong to an office: "Ellery Deputy Police Chief"."""
WORDED = {"co": "county", "co.": "county", "st.": "st", "ste.": "ste", "mt.": "mt", "ft.": "fort", "ft": "fort"}
"""Words of places that are written in several ways."""
PAIRS = frozenset({"king and queen", "sac and fox", "cheyenne and arapaho", "lake and peninsula"})
"""Places whose one name has "and" in it."""
OF_THEM = frozenset("University City Town Village Borough Township Republic District Port Office".split())
"""Words that a name with "of" in it begins with, where the place does not begin behind "of"."""
SOFT = frozenset({"metro", "metropolitan", "city", "of", "the"})
GENERIC = frozenset(
    {"metro", "metropolitan", "city", "county", "state", "local", "area", "federal", "national", "u.s.", "us"}
)


def _place(text: str) -> str | None:
    words = text.split()
    if "and" in words[1:-1] and " ".join(words[: words.index("and") + 2]).casefold() not in PAIRS:
        words = words[words.index("and") + 1 :]  # "Corby and Ellery police": the body is the last one's
    while words and words[0].rstrip(",") in NOT_PLACE and words[0] not in {"City"}:
        words = words[1:]
    if "of" in words[2:-1] and words[0] not in OF_THEM:
        words = words[words.index("of", 2) + 1 :]  # "Karl Ode of Ellery police": the body is Ellery's
    if words[-1:] == ["Cease"]:
        return None  # "the South Side Cease Fire"
    if words[:2] in (["Town", "of"], ["City", "of"], ["Village", "of"], ["Borough", "of"], ["Township", "of"]):
        words = words[2:]  # "the Town of Ellery Police Department"
    while len(words) > 1 and words[-1] in BETWEEN:
        words = words[:-1]
    while words and words[0].endswith(("’s", "'s")) and len(words) > 1:
        words = words[1:]
    told = " ".join(words).strip(" ’'")
    told = re.sub(r"[’']s?$", "", told)
    return told if told and told.casefold() not in GENERIC and not told.isdigit() else None


def _key(kind: str, place: str) -> str:
    told = [WORDED.get(w, w) for w in re.findall(r"[\w.]+", place.casefold().replace("-", " "))]
    words = [w for w in told if w not in SOFT]
    return f"{kind}/{' '.join(words) or place.casefold()}"


def _made(kind: str, match: re.Match[str]) -> Institution | None:
    told = next((g for g in match.groups() if g), "")
    # A board of citizens is known by its whole name, since no two places word it alike.
    place = match.group() if kind == "oversight" and told.startswith(_CITIZENS) else _place(told)
    if place is None:
        return None
    name = match.group() if kind == "oversight" else NAMES[kind].format(place)
    return Institution(key=_key(kind, place), kind=kind, place=place, name=name)


@lru_cache(maxsize=16384)
def institution(name: str) -> Institution | None:
    """The institution that this whole text names, or None."""
    told = " ".join(name.split()).strip(' ,.;:"“”')
    told = re.sub(r"\s*\([^()]*\)$", "", told)
    told = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", told)
    for kind, pattern in PATTERNS:
        match = pattern.fullmatch(told) if _SIGN[kind].search(told) else None
        made = _made(kind, match) if match else None
        if made:
            return made
    return None


def inside(text: str) -> Iterator[tuple[int, int, Institution]]:
    """The institutions named anywhere inside a text, each stretch once, in no order."""
    return iter(_remembered(text)) if len(text) <= SHORT else _inside(text)


SHORT = 200
"""Characters up to which a text is a name or description, which many documents have, and not their own."""


@lru_cache(maxsize=16384)
def _remembered(text: str) -> tuple[tuple[int, int, Institution], ...]:
    return tuple(_inside(text))


def _inside(text: str) -> Iterator[tuple[int, int, Institution]]:
    taken: list[tuple[int, int]] = []
    signed = {kind for kind, sign in _SIGN.items() if sign.search(text)}
    for kind, pattern in PATTERNS:
        if kind not in signed:
            continue
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(s < end and start < e for s, e in taken):
                continue
            made = _made(kind, match)
            if made:
                taken.append((start, end))
                yield start, end, made


def from_key(key: str) -> Institution | None:
    """The institution with this key, its place in title case; None where the key is of no institution."""
    kind, slash, place = key.partition("/")
    if not slash or kind not in NAMES or not place:
        return None
    if place == LOCAL:
        return Institution(key=key, kind=kind, place=place, name=f"the local {OF_NOWHERE.get(kind, kind)}")
    title = " ".join(word.upper() if word[1:2] == "." else word[:1].upper() + word[1:] for word in place.split())
    return Institution(key=key, kind=kind, place=title, name=NAMES[kind].format(title))


def parent(made: Institution) -> Institution | None:
    """The local body that this one is part of: a city for its police and fire brigade, a university for its police."""
    place = made.key.partition("/")[2]
    if made.kind in {"police", "fire", "ems"}:
        return from_key(f"{'county' if place.endswith(' county') else 'government'}/{place}")
    if made.kind == "campus police":
        return from_key(f"university/{place}")
    if made.kind == "school police":
        return from_key(f"schools/{place}")
    return None
