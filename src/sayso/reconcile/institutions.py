"""State and local institutions, known by the pattern of their name: what kind, and where.

"Fremont police", "the Fremont Police Department" and "Fremont PD" are one institution, `police/fremont`; the sheriff,
the prosecutor, the coroner and the court of a county are each their own. Nothing here is a list of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Bodies whose word does not depend on the government that they belong to. Reviewed: docs/independence.md.
INDEPENDENT = frozenset({"coroner", "court", "oversight", "defender"})
ARMED = frozenset({"police", "sheriff", "state police", "campus police", "transit police", "constable", "corrections"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """An institution of a place. `key` is `kind/place` in lower case."""

    key: str
    kind: str
    place: str
    name: str


_NAME = r"[A-Z][\w.’'-]*"
_PLACE = rf"((?:St\.\s)?{_NAME}(?:\s(?:(?:of|de|la|du|and)\s)?{_NAME}){{0,4}})"
_COUNTY = rf"((?:St\.\s)?{_NAME}(?:\s{_NAME}){{0,3}}?\s(?:County|Parish|Borough))"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.replace("PLACE", _PLACE).replace("COUNTY", _COUNTY).replace("POSS", "(?:[’']s?)?"))


# The first pattern that fits wins, so the narrower kinds stand first.
PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, _pattern(text))
    for kind, text in (
        ("oversight", r"PLACE (?:Citizens?['’]? |Civilian |Independent |Community )+(?:Police )?(?:Review|Oversight|Complaint) (?:Board|Commission|Authority|Agency|Panel|Office)"),
        ("oversight", r"PLACE (?:Civilian Office of Police Accountability|Office of Police Accountability|Police Commission|Board of Police Commissioners|Office of (?:the )?Inspector General|Police Monitor|Ombudsman)"),
        ("coroner", r"(?:COUNTY|PLACE)POSS (?:[Cc]oroner|[Mm]edical [Ee]xaminer)(?:[’']s)?(?: [Oo]ffice| [Dd]epartment)?"),
        ("coroner", r"(?:Office of the )?(?:Chief )?(?:Coroner|Medical Examiner) of COUNTY"),
        ("defender", r"(?:COUNTY|PLACE)POSS [Pp]ublic [Dd]efender(?:[’']s)?(?: [Oo]ffice)?"),
        ("court", r"(?:COUNTY|PLACE)POSS (?:Superior|Circuit|District|Municipal|Juvenile|Criminal|Family|County|Magistrate|Common Pleas|Probate|Justice)(?: Criminal)? [Cc]ourt"),
        ("court", r"U\.?S\.? District Court for the PLACE"),
        ("prosecutor", r"(?:COUNTY|PLACE)POSS (?:[Dd]istrict|[Pp]rosecuting|[Cc]ounty|[Cc]ommonwealth[’']s|[Ss]tate[’']s) [Aa]ttorney(?:[’']s)?(?: [Oo]ffice)?"),
        ("prosecutor", r"(?:COUNTY|PLACE)POSS (?:DA|D\.A\.|[Pp]rosecutor)(?:[’']s)?(?: [Oo]ffice)?"),
        ("attorney general", r"PLACEPOSS [Aa]ttorney [Gg]eneral(?:[’']s)?(?: [Oo]ffice)?"),
        ("state police", r"PLACE (?:State (?:Police|Patrol|Troopers?)|Highway Patrol|Department of Public Safety|Bureau of Investigation|Department of Law Enforcement|Rangers|Division of Criminal Investigation)"),
        ("sheriff", r"COUNTYPOSS (?:[Ss]heriff|SO|[Dd]eput(?:y|ies))(?:[’']?s?[’']?)?(?: (?:[Oo]ffice|[Dd]epartment|[Dd]eput(?:y|ies)|[Dd]etectives?|[Ii]nvestigators?))?"),
        ("sheriff", r"PLACEPOSS [Ss]heriff(?:[’']?s?[’']?)?(?: (?:[Oo]ffice|[Dd]epartment))?"),
        ("campus police", r"((?:University of PLACE|[A-Z][\w ]+? (?:University|College)))(?:[’']s)? (?:[Pp]olice|Department of Public Safety|PD)(?: [Dd]epartment)?".replace("PLACE", rf"{_NAME}(?: {_NAME})*")),
        ("transit police", r"PLACE (?:Transit|Airport|Port Authority|Housing Authority|School District) [Pp]olice(?: [Dd]epartment)?"),
        ("corrections", r"PLACE Department of (?:Corrections?|Rehabilitation)"),
        ("constable", r"(?:COUNTY|PLACE)POSS [Cc]onstable(?:[’']?s?)?(?: [Oo]ffice)?"),
        ("fire", r"(?:COUNTY|PLACE) (?:[Ff]ire(?: [Rr]escue|-[Rr]escue)?|FD)(?: [Dd]epartment| [Dd]istrict| [Bb]ureau| [Dd]ivision)?(?= |$|[’',.])(?! \d)"),
        ("police", r"PLACE (?:(?:Division|Bureau|Department) of Police|Police (?:Department|Bureau|Division|Service|Force))"),
        ("police", r"(?:COUNTY|PLACE)POSS (?:[Pp]olice(?: [Dd]epartment)?|PD|P\.D\.)(?![\w-])"),
        ("hospital", r"PLACE (?:Hospital|Medical Center|Trauma Center|Health System|Clinic)"),
        ("schools", r"PLACE (?:(?:Independent |Unified |Public )?School District|Public Schools|Schools)"),
        ("university", r"((?:University of PLACE|PLACE University|PLACE College))".replace("PLACE", rf"{_NAME}(?: {_NAME})*")),
        ("government", r"(?:City|Town|Village|Borough) of PLACE"),
        ("government", r"PLACE (?:[Cc]ity|[Tt]own|[Vv]illage) (?:[Cc]ouncil|[Hh]all|[Gg]overnment|[Oo]fficials|[Mm]anager|[Aa]ttorney)"),
        ("government", r"PLACE [Mm]ayor"),
        ("county", r"COUNTY (?:[Cc]ommission(?:ers)?|[Bb]oard of [Ss]upervisors|[Gg]overnment|[Ee]xecutive)"),
    )
)  # fmt: skip

NAMES = {
    "police": "{} Police Department",
    "sheriff": "{} Sheriff’s Office",
    "prosecutor": "{} prosecutor’s office",
    "coroner": "{} medical examiner or coroner",
    "court": "{} court",
    "fire": "{} Fire Department",
    "state police": "{} state police",
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

# Words before a place that are not of its name: titles, articles, days, and the words that open a sentence.
NOT_PLACE = frozenset(
    """The A An Former Officer Sgt. Sgt Sergeant Lt. Lt Lieutenant Capt. Capt Captain Chief Deputy Det. Det Detective Cpl.
    Spokesman Spokeswoman Spokesperson Mayor Sheriff Interim Acting Assistant Investigators Officials Authorities Police
    But And When After As In On At Before While If Two Three Four Five Several Both Some Multiple Many Friday Saturday
    Sunday Monday Tuesday Wednesday Thursday Although According Meanwhile Local Area Then Once Since Because With From For
    To Retired Late Early Metro City County State Military Campus Riot Secret Federal U.S. US National Chicago-area""".split()
)
SOFT = frozenset({"metro", "metropolitan", "city", "of", "the"})
GENERIC = frozenset(
    {"metro", "metropolitan", "city", "county", "state", "local", "area", "federal", "national", "u.s.", "us"}
)


def _place(text: str) -> str | None:
    words = text.split()
    while words and words[0].rstrip(",") in NOT_PLACE and words[0] not in {"City"}:
        words = words[1:]
    while words and words[0].endswith(("’s", "'s")) and len(words) > 1:
        words = words[1:]
    told = " ".join(words).strip(" ’'")
    told = re.sub(r"[’']s?$", "", told)
    return told if told and told.casefold() not in GENERIC and not told.isdigit() else None


def _key(kind: str, place: str) -> str:
    words = [w for w in re.findall(r"[\w.-]+", place.casefold()) if w not in SOFT]
    return f"{kind}/{' '.join(words) or place.casefold()}"


def _made(kind: str, place: str) -> Institution:
    return Institution(key=_key(kind, place), kind=kind, place=place, name=NAMES[kind].format(place))


def institution(name: str) -> Institution | None:
    """The institution that this whole text names, or None."""
    told = " ".join(name.split()).strip(' ,.;:"“”')
    told = re.sub(r"\s*\([^()]*\)$", "", told)
    told = re.sub(r"^(?:[Tt]he|[Aa]n?) ", "", told)
    for kind, pattern in PATTERNS:
        match = pattern.fullmatch(told)
        place = _place(_group(match)) if match else None
        if place:
            return _made(kind, place)
    return None


def _group(match: re.Match[str]) -> str:
    return next(g for g in match.groups() if g) if match.groups() else ""


def inside(text: str) -> Iterator[tuple[int, int, Institution]]:
    """The institutions named anywhere inside a text, each stretch once, in no order."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            place = _place(_group(match))
            if place is None or any(s < end and start < e for s, e in taken):
                continue
            taken.append((start, end))
            yield start, end, _made(kind, place)


def from_key(key: str) -> Institution | None:
    """The institution with this key, its place in title case; None where the key is of no institution."""
    kind, slash, place = key.partition("/")
    if not slash or kind not in NAMES or not place:
        return None
    title = " ".join(word[:1].upper() + word[1:] for word in place.split())
    return Institution(key=key, kind=kind, place=title, name=NAMES[kind].format(title))


def parent(made: Institution) -> Institution | None:
    """The local body that this one is part of: a city for its police and fire departments, a university for its police."""
    place = made.key.partition("/")[2]
    if made.kind in {"police", "fire"}:
        return from_key(f"{'county' if place.endswith(' county') else 'government'}/{place}")
    if made.kind == "campus police":
        return from_key(f"university/{place}")
    return None
