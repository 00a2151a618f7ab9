"""What a single line of news copy is, told by its words alone: a byline, a note, page noise, a wire credit.

Every test is conservative: a line of prose must never pass for one of these.
"""

from __future__ import annotations

import re
from datetime import date

from sayso.ingest.dates import parse_written

NOTE = re.compile(
    r"^\W{0,3}(?:(?:corrections?|clarifications?|editors?['’]?s?['’]?\s+notes?|(?:author|publisher)['’]s\s+note|erratum|"
    r"correction\s+appended)\b\s*(?:\([^)]{1,60}\)|,\s[^:—–]{0,40}|[a-z]{3,9}\.?\s+\d{1,2}(?:,\s*\d{4})?)?\s*[:—–]"
    r"|updated?\b\s*(?:\([^)]{1,60}\)|,?\s+(?=[^:]*\d)[^—–]{0,40}?)?\s*(?::(?!\d)|[—–])"
    r"|(?:an?\s+(?:earlier|previous|prior|original)|the\s+original|earlier)\s+versions?\s+of\s+this\s+"
    r"(?:article|story|post|report|headline|caption|item|column)\b"
    r"|this\s+(?:article|story|post|report|headline|caption|item)\s+(?:has\s+been|was|is\s+being)\s+"
    r"(?:\w+\s+)?(?:updated|corrected|amended|clarified|revised)"
    r"|this\s+is\s+a\s+(?:developing|breaking)\s+(?:news\s+)?story\b|this\s+(?:developing\s+)?(?:story|article|post)\s+will\s+be\s+updated"
    r"|this\s+story\s+is\s+(?:still\s+)?developing\b|a\s+corrected\s+version\s+of\s+(?:the|this)\s+story\b"
    r"|(?:please\s+)?check\s+back\b.{0,60}\b(?:updates?|details|more)\b)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"^\s*(?:written\s+|reported\s+|posted\s+)?by[:\s]\s*(?P<who>.{3,120}?)"
    r"(?:\s+(?P<dated>(?:updated|published|posted)(?:\s+on)?:.{0,60}))?$",
    re.IGNORECASE,
)
_CREDIT = 400  # characters; what a credit says after so many is no name
_OPENING = 160  # characters; a dateline is no longer
_NAME = re.compile(
    r"^(?:(?:Dr|Mr|Mrs|Ms|Sgt|Lt|Capt)\.\s)?[A-Z\u00c0-\u00de][\w'’.-]*(?:\s+(?:de|da|del|van|von|der|la|le|bin|al|ap|"
    r"[A-Z\u00c0-\u00de][\w'’.-]*)){1,4}$"
)
_DATED = re.compile(
    r"^\s*\(?(?P<what>(?:originally\s+|first\s+|last\s+)?(?:published|posted|updated|modified|created|released|date|dateline)"
    r"(?:\s+(?:on|at))?)\s*:?\s+(?P<when>.{6,80})$",
    re.IGNORECASE,
)
_BARE_DATE = re.compile(
    r"^\s*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z]{3,6})(?:day|DAY),?\s+)?[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"(?:[\s,:|·•–—-]{0,4}(?:at\s+)?\d{1,2}:\d{2}\s*(?:[apAP]\.?[mM]\.?)?\s*[A-Z]{0,4})?\.?\s*$"
)
_DATELINE = re.compile(
    r"^[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'’-]{2,40}(?:,\s*[A-Z][A-Za-z.]{1,14})?\s*[,–—-]?\s*\(?"
    r"(?P<when>[A-Z][a-z]{2,8}\.?\s+\d{1,2},?\s+\d{4})\)?\s*[–—:-]"
)
_BODY = re.compile(
    r"\b(?:Department|Dept\.?|Office|Police|Patrol|Sheriff(?:['’]s)?|Agency|Bureau|Commission|Authority|Administration|"
    r"Ministry|District Attorney|Prosecutor|Coroner|Board|Council|Union|Association|Hospital|University|"
    r"Service|Guard|Committee|Institute|Foundation|News|Press|Courier|Times|Tribune|Gazette|Herald)\b"
)
_LABEL = re.compile(
    r"^(?:for\s+immediate\s+release|(?:news|press|media)\s+(?:release|advisory|statement)|statement|update|embargoed\b.{0,60})"
    r"\W*$",
    re.IGNORECASE,
)
WIRES = {
    "associated press": "The Associated Press",
    "ap": "The Associated Press",
    "reuters": "Reuters",
    "agence france-presse": "Agence France-Presse",
    "afp": "Agence France-Presse",
    "united press international": "United Press International",
    "upi": "United Press International",
    "bloomberg news": "Bloomberg News",
    "cnn wire": "CNN Wire",
    "cnn newsource": "CNN Newsource",
    "tribune news service": "Tribune News Service",
    "states newsroom": "States Newsroom",
    "city news service": "City News Service",
    "pa media": "PA Media",
    "the canadian press": "The Canadian Press",
}
_WIRE_DATELINE = re.compile(
    r"^[A-Z][A-Z.,'’\s-]{2,40}(?:,\s*[A-Z][a-z]{1,12}\.?)?\s*\((?P<wire>AP|AFP|Reuters|UPI|CNN)\)\s*[—–-]"
)


def is_note(line: str) -> bool:
    """Whether a line is a correction, clarification, editor's or update note."""
    return bool(NOTE.match(line))


def byline(line: str) -> tuple[str, ...]:
    """The names in a line like "By Jane Doe and John Roe, Example News"; nothing for any other line."""
    match = _BYLINE.match(line)
    if not match or (line.rstrip().endswith((".", "!", "?")) and not re.search(r"\b(?:Jr|Sr)\.$", line)):
        return ()
    return names(match["who"])


def names(credit: str) -> tuple[str, ...]:
    """The people's names in a credit; what is not shaped like a name (a desk, an agency, an address) is left out."""
    credit = credit[:_CREDIT]
    credit = re.sub(r"^\s*(?:written\s+|reported\s+|posted\s+)?by[:\s]\s*", "", credit.strip(), flags=re.IGNORECASE)
    credit = re.sub(r"\s*[|•·/–—]\s.*$|\s+(?:for|of|at)\s+(?:the\s+)?[A-Z].*$|\S+@\S+", "", credit)
    found: list[str] = []
    for part in re.split(r"\s*(?:,|;|&|\band\b|\bwith\b)\s*", credit):
        name = part.strip(" .|")
        if name.isupper() and len(name.split()) > 1:
            name = name.title()
        if _NAME.match(name) and not wire(name) and not _DESK.search(name) and name not in found:
            found.append(name)
    return tuple(found)


def byline_date(line: str) -> tuple[str, date] | None:
    """The date at the end of a byline ("By Jane Doe Updated: Sept. 12, 2025"), as `dated` gives it."""
    match = _BYLINE.match(line)
    return dated(match["dated"]) if match and match["dated"] else None


def credit_parts(line: str) -> list[str]:
    """What a byline names, part by part: people, their roles, outlets; nothing for any other line."""
    match = _BYLINE.match(line)
    if not match or len(line) > 120:
        return []
    parts = re.split(r"\s*(?:[,|/•·]|\s[–—-]\s|\band\b|\bof\b)\s*", match["who"])
    return [part.strip(" .()") for part in parts if part.strip(" .()")]


_DESK = re.compile(
    r"\b(?:staff|news|newsroom|ledger|press|desk|editor|editors|reporter|reporters|writer|correspondent|producer|team|times|"
    r"post|tribune|herald|gazette|journal|media|service|wire|digital|web|online|department|office|police|tv|radio|network|courier|daily|chronicle|observer|dispatch|examiner|sentinel|"
    r"bulletin|magazine|register|inquirer|broadcasting)\b",
    re.IGNORECASE,
)


_ISSUED = re.compile(
    r"(?:(?:official|joint|public)\s+)?(?i:statement|(?:news|press|media)\s+(?:release|statement))\s+(?:from|by|of)\s+(?:the\s+)?"
    r"(?P<body>[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|of|and|for|the|&))*)"
    r"(?=\s*$|\s+(?:on|regarding|about|concerning|following|after|in|to|into|over)\b|\s*[:,–—-])"
)


def dateline(line: str) -> date | None:
    """The day in a dateline that is written out in full ("HARLOW, Ohio, Sept. 12, 2025 – …")."""
    match = _DATELINE.match(line[:_OPENING])
    return parse_written(match["when"]) if match else None


def letterhead(line: str) -> str | None:
    """The organisation that a line on its own names, as under the headline of a statement; None for other lines."""
    line = line.strip()
    words = line.split()
    if not 2 <= len(words) <= 8 or line.endswith((".", ":", "!", "?", ",", "”", '"')) or not _BODY.search(line):
        return None
    small = ("of", "the", "and", "for", "&", "on", "in")
    return line if all(word[0].isupper() or word[0].isdigit() or word in small for word in words) else None


def issuer(line: str) -> str | None:
    """Who issued a paper, from a title that says so ("Statement from the Harbor Board on …"); None for other lines."""
    match = _ISSUED.match(line.strip())
    return match["body"] if match and len(match["body"].split()) <= 8 else None


def is_label(line: str) -> bool:
    """Whether a line only says what kind of paper this is ("FOR IMMEDIATE RELEASE")."""
    return bool(_LABEL.match(line.strip()))


def wire(text: str) -> str | None:
    """The wire service that a credit or an opening line names, if it names one."""
    if found := wire_dateline(text):
        return found
    if len(text) > 120:
        return None
    plain = re.sub(r"\s+", " ", re.sub(r"^(?:by|from|source:?)\s+", "", text.strip(" .()"), flags=re.IGNORECASE))
    plain = re.sub(r"^the\s+(?!canadian)", "", plain, flags=re.IGNORECASE).lower()
    for part in [plain, *re.split(r"\s*[,|/]\s*", plain)]:
        if part in WIRES:
            return WIRES[part]
    return None


def wire_dateline(text: str) -> str | None:
    """The wire service in a dateline that a text opens with ("HARLOW, Ohio (AP) — …")."""
    match = _WIRE_DATELINE.match(text[:_OPENING])
    return ({"CNN": "CNN Wire"}.get(match["wire"]) or WIRES[match["wire"].lower()]) if match else None


def dated(line: str) -> tuple[str, date] | None:
    """Which date a line like "Published: Sept. 12, 2025" or "Updated 4:05 p.m. …" gives: its field's name, and it."""
    line = line.strip()
    if len(line) > 120:
        return None
    match = _DATED.match(line)
    when = parse_written(match["when"]) if match else None
    if match and when is not None and not re.search(r"[.!?]\s+[A-Z][a-z]+\s+[a-z]", match["when"]):
        if len(re.findall(r"[A-Za-z]{2,}", match["when"])) > 8:
            return None
        changed = re.match(r"(?:last\s+)?(?:updated|modified)", match["what"], re.IGNORECASE)
        return ("updated_at" if changed else "published_at"), when
    if _BARE_DATE.match(line):
        when = parse_written(line)
        return ("published_at", when) if when else None
    return None


def letters(text: str) -> str:
    """The letters and digits alone, for telling whether two headlines are the same words."""
    return re.sub(r"\W+", "", text).casefold()
