"""Descriptions instead of names: "police", "a department spokesman", "two law enforcement officials".

What kinds of institution they can mean, and whether they mean the body itself or someone who belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sayso.reconcile.agents.institutions import ARMED
from sayso.reconcile.agents.offices import tidy

REMEMBERED = 16384
"""Descriptions of which it is remembered what they mean: documents of one incident have most of them in common."""
LAW = (*sorted(ARMED), "law enforcement")
BRANCHES = {
    "law": (LAW, ("department", "security")),
    "case papers": ((*LAW, "prosecutor"),),
    "jail": (("sheriff", "corrections"),),
    "local police": (
        ("police", "campus police", "school police", "tribal police", "transit police"),
        tuple(sorted(ARMED)),
        LAW,
        ("department", "security"),
    ),
    "police": (
        ("police", "campus police", "school police", "tribal police", "transit police", "state police"),
        tuple(sorted(ARMED)),
        LAW,
        ("department", "security"),
    ),
    "rank": (tuple(sorted(ARMED)), LAW, ("department", "security")),
    "emergency": (("fire", "ems", "emergency"),),
    "campus": (("campus police", "school police"),),
    "board": (("county",),),
    "county": (("county",), (*LAW, "department", "security", "health", "emergency")),
    "official": ((*LAW, "department", "security", "administration", "emergency", "transport", "health"),),
}
"""The kinds that a word can mean: the second group where the document names none of the first."""


FEW = 4
"""Kinds of body that a description may mean and still tell which body it is of."""


@dataclass(frozen=True, slots=True)
class Generic:
    """`kinds` of institution that a description can mean, in groups of which a later one counts where no earlier fits;
    `body` whether it means the institution itself; `hint` a word that the institution's name is likely to have."""

    kinds: tuple[tuple[str, ...], ...]
    body: bool
    hint: str | None = None

    @property
    def wide(self) -> bool:
        """Whether it can mean bodies of several sorts: "a county official" may be of any of the county's."""
        return len(self.kinds) > 1 or len(self.kinds[0]) > FEW


# What each word of a description can mean; the first row that fits decides.
WORDS = r"""
deputy (?:chief|director|commissioner|secretary|administrator|superintendent) => official
criminal complaint|affidavit|(?:arrest|police|incident) report|charging documents?|probable cause \w+ => law
(?:murder|manslaughter|homicide|assault|felony|criminal) charges? => law
(?:arrest|search) (?:documents?|warrants?) => law
(?:body|dash)[- ]?(?:worn )?cam(?:era)?s?(?: (?:video|footage|recordings?))? => law
(?:chief )?deputy (?:county )?(?:coroner|medical examiner|examiner)s? => coroner
deputy (?:fire chief|fire marshal|mayor|prosecutor|district attorney|city manager|clerk) => official
jail|cell check|booking => jail
(?:preliminary|initial) (?:findings?|results?|investigation|information|reports?) => law
emergency (?:officials?|crews|responders?|personnel|services?|workers?|dispatch\w*) => emergency
medics|ems|(?:911 )?dispatchers? => emergency
sheriffs?|deput(?:y|ies)|undersheriff => sheriff
troopers?|state police|highway patrol => state police
(?:campus|university|college|school) (?:police|officers?) => campus
(?:state )?bureau of (?:criminal )?(?:investigations?|apprehension)|state bureau => state bureau
tribal (?:police|officers?) => tribal police
prosecutors?|indictments?|district attorney|state's attorney|county attorney|commonwealth's attorney|da => prosecutor
coroner|medical examiner|pathologist|autopsy => coroner
court (?:documents?|papers|filings?) => case papers
court records|judge|magistrate|court => court
(?:fire|rescue) (?:officials?|department|chief|marshal|crews|captain|spokes\w+)|firefighters?|paramedics? => fire
hospital|doctors?|surgeons?|nurs(?:es?|ing)|physicians?|medical officer => hospital
police (?:chief|department|commissioner) => local police
chief(?! (?:medical|executive|operating|financial|nursing|of staff|engineer|justice)) => local police
police|cops?|swat|[a-z]{1,4}pd|(?:hostage |crisis )?negotiators? => police
officers?|patrol|detectives?|homicide => law
sergeant|sgt|lieutenant|lt|captain|capt|corporal|cpl => rank
law enforcement|authorities|investigators?|agents?|marshals? => law
schools?|district => schools
city|mayor|town|village|council => government
county (?:supervisors?|commission(?:ers?)?|executive|board|council) => board
county => county
university|college|campus => university
(?:news|press|media) releases? => law
department|agency|bureau|officials?|spokes(?:man|woman|person|people)|office => law
director|commissioner|secretary|administrator|superintendent|commander => official
"""
HINT = re.compile(r"\b(?:department|agency|bureau|patrol|office|service|commission|marshals?|county|city)\b")
HEAD = re.compile(r"\s(?:of|for|with|who|whose|from|in|to|at|on|by|about|familiar|close|involved|inside|that)\s|,")
SOME = re.compile(r"(?i)^(?:one|two|three|four|some|several|many|most|both|all) of (?:the|his|her|its|their|those) ")
RELEASE = re.compile(r"\breleases?$")
SPEAKER = re.compile(r"\b(?:spokes\w+|representatives?|director|supervisor|official)$")
OWNED = re.compile(
    r"\b([a-z]+)'s (?:\w+ )?(?:spokes\w+|director|supervisor|official|commander|administrator|superintendent)$"
)
SERVED = re.compile(
    r"^ (?:for|of|with|at|from) (?:the |that )?(?:[\w.]+ ){0,3}?(hospital|sheriff|police|fire department|coroner|court|"
    r"city|county|schools?|university|jail|prosecutor|district attorney)(?:'s)?(?: (?:office|department|district))?$"
)
KINDS = tuple(
    (re.compile(rf"(?<![\w-])(?:{words})(?:'s?)?(?![\w-])"), BRANCHES.get(kind, ((kind,),)))
    for words, kind in (line.split(" => ") for line in WORDS.strip().splitlines())
)
BODY = re.compile(
    r"(?i)\b(?:police|authorities|officials|investigators|detectives|deputies|sheriffs|prosecutors|troopers|officers|agents|"
    r"department|agency|bureau|office|law enforcement|"
    r"firefighters|hospital|city|county|state police|cops|[a-z]{1,4}pd)$"
)
MEMBER = re.compile(
    r"(?i)\b(?:spokes(?:man|woman|person)|officer|official|detective|deputy|sergeant|sgt|lieutenant|lt|captain|capt|"
    r"corporal|cpl|chief|sheriff|trooper|agent|investigator|marshal|source|prosecutor|coroner|examiner|attorney|judge|"
    r"mayor|commander|superintendent|commissioner|constable|inspector|director|secretary|administrator|supervisor)\b"
)
OF_STATE = re.compile(r"(?:an? |the )?state's (?!attorney)")
STATE = frozenset({"state police", "state bureau", "attorney general", "department", "security"})
SOURCE = re.compile(r"(?i)\b(?:sources?|officials?|persons?|people|individuals?|insiders?|employees?|aides?)\b")
NEVER = re.compile(
    r"(?i)\b(?:former|ex|retired|attorneys? for|lawyers?|union|fop|pba|benevolent|fraternal|club|league|watch|"
    r"association|legion|vfw|lodge|chapter|witness\w*|family|relatives?|neighbou?rs?|suspects?|gunman|driver|reporter\w*|wounded|injured|slain|"
    r"fallen|victims?|survivors?|inmates?|prisoners?|detainees?|students?|pupils?|patients?|graduates?|alum\w*|"
    r"who was)\b"
)


@lru_cache(maxsize=REMEMBERED)
def generic(description: str) -> Generic | None:
    """What a description that names nothing can mean, or None. "Police spokesman" → a member of a police body."""
    told = tidy(description).replace("’", "'").strip(' ,.;:"“”')
    told, some = SOME.subn("", told)
    if not told or NEVER.search(told) or len(told.split()) > 9:
        return None
    head = HEAD.split(told.casefold(), maxsplit=1)[0]
    rest = told.casefold().removeprefix(head)
    served = SERVED.search(rest) if SPEAKER.search(head) else None
    if served:  # "a spokeswoman for the hospital"
        head = f"{served.group(1)} {head}"
    # "The officer's weapon" is no officer: the word that decides must stand last, or be what a possessive belongs to.
    keep = "office|department|spokes|official|deput|detective|investigat|attorney|police"
    lowered = re.sub(rf"\b(?!(?:sheriff|coroner|prosecutor|examiner|attorney)'s)\w+'s? (?!{keep})", "", head)
    owner = OWNED.search(head)
    owned = next((kinds for pattern, kinds in KINDS if owner and pattern.search(owner.group(1))), None)
    if owner and not owned:
        return None  # "the program's director": of what no official body is
    hint = HINT.search(lowered) or HINT.search(rest)
    body = not some and bool(BODY.search(lowered)) and not re.search(r"\b(?:source|spokes\w+)\b", lowered)
    # "The school's executive director" is the school's, and no official of whatever body.
    found = owned or next((kinds for pattern, kinds in KINDS if pattern.search(lowered)), None)
    if found and RELEASE.search(lowered) and "'s " in head:
        return None  # whose it is, its owner tells: "a DA's news release"
    if found and OF_STATE.match(head):  # "the state's top investigator" is no town's
        state = tuple(kind for kinds in found for kind in kinds if kind in STATE)
        found = (state,) if state else None
    return Generic(found, body, hint.group() if hint else None) if found else None


FORCE = re.compile(r"[A-Z]{1,4}PD")
"""The letters of a police department that no document spells out: the police of wherever it is."""
VOCABULARY = frozenset(
    re.findall(r"[a-z]+", WORDS.replace("?", " ")) + re.findall(r"[a-z]+", BODY.pattern)
) | frozenset(
    """federal state states county local city town special agent agents office officers officer officials department
    deputies sheriffs police chief district attorney attorneys public service services patrol force law enforcement the
    and us authorities investigators prosecutors troopers firefighters detectives agencies agency government task team
    unit metro metropolitan area""".split()
)


@lru_cache(maxsize=REMEMBERED)
def is_proper(name: str) -> bool:
    """Whether the name of a body holds a word of its own: "Marlow Lantern Bureau", and not "Sheriff's Office"."""
    head = re.split(r"\s(?:in|at|from|with|near|on)\s", name, maxsplit=1)[0]
    told = re.findall(r"[A-Z][\w.-]*", head)
    return any(word.casefold().strip(".") not in VOCABULARY and not FORCE.fullmatch(word) for word in told)


@lru_cache(maxsize=REMEMBERED)
def belongs(description: str) -> bool:
    """Whether a description's head is somebody who can speak for a body: "an official at", not "a woman held by"."""
    head = HEAD.split(description, maxsplit=1)[0]
    return bool(MEMBER.search(head) or BODY.search(head) or SOURCE.search(head))


THING = re.compile(
    r"(?i)\b(?:videos?|footage|cameras?|recordings?|records?|complaint|affidavit|reports?|documents?|papers|filings?|"
    r"autopsy|logs?|warrant|lawsuit|suit|review|statement|post|testimony|letter|email|transcript|study|data|contract|audit|"
    r"paperwork|profile|(?:court|protective|restraining) order|page|website|site)\b"
)


@lru_cache(maxsize=REMEMBERED)
def is_thing(description: str) -> bool:
    """Whether a source is a document, a recording or the like, and so nobody."""
    return bool(THING.search(description))


RECORDING = re.compile(
    r"(?i)(?:\b(?:body|dash)[- ]?(?:worn )?cam(?:era)?s?|\b(?:videos?|footage|recordings?|livestream|clips?))\b"
    r"(?!.*\b(?:spokes|official))"
)


@lru_cache(maxsize=REMEMBERED)
def is_recording(description: str) -> bool:
    """Whether a source is a recording: it shows what it shows, whoever made it."""
    return bool(RECORDING.search(HEAD.split(description, maxsplit=1)[0]))


REPORTER = re.compile(
    r"(?i)\b(?:reporter|correspondent|journalist|columnist|anchor|editor|newsroom|blogger|photographer|"
    r"news (?:director|producer)|staff writer|writer|producer|podcaster|commentator|livestreamer)s?\b"
)
OUTLET = re.compile(
    r"\b(?:News|Times|Post|Herald|Tribune|Gazette|Journal|Chronicle|Press|Star|Globe|Courier|Dispatch|Examiner|Inquirer|"
    r"Observer|Register|Sentinel|Banner|Bulletin|Telegraph|Mirror|Mail|Magazine|Daily|Weekly|Newspaper|Radio|TV|Television|Media|"
    r"Broadcasting|Reuters|AP|AFP|UPI|CNN|(?:NBC|ABC|CBS|FOX|Fox|CW)(?:\s?\d{1,2})?|PBS|NPR|BBC|MSNBC|"
    r"Channel \d{1,2}|Bloomberg|Politico|Axios|ProPublica|Patch|Newswire|"
    r"Review-Journal|(?:the )?Sun|\w+\.(?:com|net|org)|[KW][A-Z]{2,3}(?:-TV|-FM|-AM|\s?\d{1,2})?)\b"
)
OUTLET_WORDS = re.compile(
    r"(?i)\b(?:news outlets?|newspapers?|media (?:reports?|outlets?)|local media|news reports?|"
    r"(?:previous|earlier|prior|published|recent) (?:news )?(?:reports?|stor(?:y|ies))|"
    r"(?:tv|television|sister) station|(?:our|media|news) partners?)\b|"
    r"^(?:the|this|that) (?:station|newspaper|paper|outlet|broadcaster)$"
)


@lru_cache(maxsize=REMEMBERED)
def is_reporter(name: str, role: str | None) -> bool:
    """Whether somebody is a journalist by role or description."""
    return bool(REPORTER.search(role or "") or REPORTER.search(name))


@lru_cache(maxsize=REMEMBERED)
def is_outlet(name: str) -> bool:
    """Whether an organisation's name is that of a news outlet or wire."""
    return bool(OUTLET.search(name) or OUTLET_WORDS.search(name))


COVERAGE = re.compile(r"(?i)\b(?:reports?|story|stories|articles?|coverage|broadcasts?|accounts?)\b")
SITE = re.compile(r"\b\w+\.(?:com|net|org)\b")
NAMED_REPORT = re.compile(rf"{OUTLET.pattern}\s(?:reports?|stor(?:y|ies)|articles?|broadcasts?)\b")
BESIDE = re.compile(r"\b(?:in|by|from|on)\s+\S|['’]s?\s")


def is_coverage(description: str) -> bool:
    """Whether a source is another outlet's coverage: "a report in the Ellery Herald", "the Herald's story"."""
    if not COVERAGE.search(description) or not is_outlet(description):
        return False
    return bool(
        BESIDE.search(description)
        or NAMED_REPORT.search(description)
        or SITE.search(description)
        or OUTLET_WORDS.search(description)
    )
