"""Whose work an item passes on as a whole: the wire or outlet that its byline, a note or its address names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.ingest.dates import MONTHS
from sayso.ingest.lines import credit_parts, wire, wire_dateline

_NAME = r"(?:[Tt]he\s+)?[A-Z0-9][\w'’&.-]*(?:\s+(?:of\s+the|of|the|and|for|&|[A-Z0-9][\w'’&.-]*))*"
_REPUBLISHED = re.compile(
    r"\b(?i:(?:this|the)\s+(?:story|article|report|piece|column|essay|analysis)\s+(?:(?:was|is|has\s+been)\s+)?"
    r"(?:(?:first|originally)\s+(?:published|appeared|reported)|republished|reprinted)(?:\s+here)?"
    rf"(?:\s+with\s+permission)?\s+(?:by|on|in|at|from))\s+(?P<who>{_NAME})"
)
_RIGHTS = re.compile(
    r"^(?i:(?:copyright\s*)?(?:©|\(c\)|copyright))\s*(?:\d{4}\s*(?:by\s+)?)?(?P<who>[A-Z].{2,60}?)\.?"
    r"(?i:\s+all\s+rights\s+reserved\b.*)?$"
)
_OUTLET = re.compile(
    r"\b(?:Times|Post|Tribune|Herald|Gazette|Journal|News|Press|Chronicle|Observer|Dispatch|Examiner|Sentinel|Bulletin|"
    r"Register|Inquirer|Courier|Globe|Star|Mirror|Guardian|Telegraph|Independent|Mercury|Advocate|Ledger|Record|Wire|"
    r"Newsroom|Today|Radio|Magazine|Standard|Republic|Review|Enterprise|Leader|Monitor)\b"
)
_ROLE = re.compile(
    r"\b(?:staff|reporters?|writers?|editors?|correspondents?|producers?|desk|team|contributors?|columnists?|intern|"
    r"bureau|anchor|photographers?|director|chief|special\s+to)\b",
    re.IGNORECASE,
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today".split())
_WIRE_SITES = {
    "apnews.com": "The Associated Press",
    "reuters.com": "Reuters",
    "afp.com": "Agence France-Presse",
    "upi.com": "United Press International",
    "bloomberg.com": "Bloomberg News",
    "statesnewsroom.com": "States Newsroom",
    "thecanadianpress.com": "The Canadian Press",
}
_KEEPERS = (
    "archive.org", "archive.today", "archive.ph", "archive.is", "archive.li", "perma.cc", "ghostarchive.org",
    "googleusercontent.com", "translate.goog", "ampproject.org",
)  # fmt: skip
"""Sites that show other sites' pages as they were: their addresses are nobody's publication."""


def credited(opening: Iterable[str], every: Iterable[str]) -> str | None:
    """The wire in the dateline of one of the opening lines, or whom a note among all lines names."""
    return next((found for line in opening if (found := wire_dateline(line))), None) or next(
        (found for line in every if (found := republished(line))), None
    )


def republished(line: str) -> str | None:
    """The outlet that a note names as the first publisher of the whole piece, or a wire that a line of rights names."""
    match = _REPUBLISHED.search(line)
    if match:
        who = re.sub(r"(?:\s+(?:of|the|and|for|&))+$", "", match["who"]).strip(" .").removeprefix("the ")
        first = who.split()[0].strip(".,").lower()
        return None if first in MONTHS or first in _DAYS or first.isdigit() or len(who) < 3 else who
    match = _RIGHTS.match(line.strip()) if len(line) <= 160 else None
    alone = match is not None and not re.search(
        r"[/,&|]|\band\b", match["who"]
    )  # shared rights say nothing of the whole
    return wire(match["who"]) if match and alone else None


def byline_outlet(line: str) -> str | None:
    """The wire or outlet in a byline ("By Jane Doe, Example Tribune"); None where it names people and roles alone."""
    parts = credit_parts(line)
    for part in parts:
        if found := wire(part):
            return found
        words = part.split()
        if 1 < len(words) <= 6 and _OUTLET.search(part) and not _ROLE.search(part) and part[0].isupper():
            return part
    return None


def same(one: str, other: str) -> bool:
    """Whether two names of outlets differ by case, articles, marks, or by one having more words than the other."""
    left, right = name_letters(one), name_letters(other)
    return bool(left and right) and (left in right or right in left)


def foreign(own: str | None, canonical: str | None, names: Iterable[str]) -> bool:
    """Whether a page that stands at the address `own` names an address of another site as its canonical one.

    `names` are the names its publisher goes by: a publisher may have several sites. Sites that keep copies of other
    sites' pages stand for nobody.
    """
    mine, theirs = site(own), site(canonical)
    if not mine or not theirs or mine == theirs or mine in _KEEPERS or theirs in _KEEPERS:
        return False
    label = name_letters(theirs.partition(".")[0])
    known = filter(None, map(name_letters, (*names, mine.partition(".")[0])))
    return not any(label in one or one in label for one in known)


def outlet_at(address: str | None) -> str | None:
    """What to call the outlet at an address: a wire's name, or else the site's."""
    return _WIRE_SITES.get(site(address), site(address) or None)


def site(address: str | None) -> str:
    """The part of an address's host that one publisher registers ("ledger.example"); empty where there is none."""
    try:
        host = (urlsplit(address or "").hostname or "").lower()
    except ValueError:
        return ""
    parts = host.split(".")
    short = len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in ("co", "com", "org", "net", "ac", "gov", "edu")
    return ".".join(parts[-3 if short else -2 :])


def name_letters(text: str) -> str:
    """An outlet's name by its letters, without "the", for comparing."""
    return re.sub(r"\bthe\b|\W+|_", "", text.casefold())
