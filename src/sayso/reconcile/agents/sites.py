"""Whose site a document stands on, where that is an institution's own: a sheriff's page is the sheriff's word.

Told by the address together with the text. The address must be of an institution (".gov", "…sheriff….org",
"…police.us", "…pd.org") and hold the place of a body that the text names; and the text must be written as a release:
under a label, in the first person, or with the body named at once, and without a reporter's byline.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from sayso.ingest.credits import same
from sayso.model import Document
from sayso.reconcile.agents.institutions import ARMED
from sayso.reconcile.agents.organisations import Organisation, Organisations

LEAD = 600
"""Characters of a text within which a release names whose it is."""
SHORTEST = 4
"""Letters of a place that an address must hold to be of that place."""
_OUTLET = re.compile(
    r"news|times|herald|gazette|tribune|journal|post(?!al)|press|daily|weekly|mag(?:azine)?$|blog|radio|scanner|report|"
    r"beat|blotter|watch|one$|union|benevolent|fop|museum|supply|gear|auction|academy|foundation|association"
)
_POLICE = re.compile(r"^police|police(?:dept|department|bureau)?$|policedept|[a-z]{3,}pd$")
_PUBLIC = frozenset({"gov", "mil"})
_NETS = frozenset({"org", "us", "net", "com", "info", "gov"})
_DATELINE = re.compile(r"(?m)(?:^|[A-Z]\s)(?P<place>[A-Z][A-Z .’'-]{2,30}),\s(?:[A-Z]{2}|[A-Z][a-z]{1,4}\.)\s[–—-]")
_LABEL = re.compile(r"\bFOR IMMEDIATE RELEASE\b|^\W*(?:news|press|media) release\b", re.IGNORECASE | re.MULTILINE)
_WE = re.compile(r"(?<![“\"\w])\b(?:[Ww]e|[Oo]ur|[Uu]s)\b")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_PLACE_KINDS = re.compile(r"\s(?:county|parish|borough|township|town|city|village)$")


def of_site(document: Document, organisations: Organisations) -> Organisation | None:
    """The institution on whose own site a document stands, where the text is a release of it; else None."""
    host = _host(document)
    if host is None or document.authors or (document.credit and not same(document.credit, host)):
        return None
    *_, name, ending = ("", *host.split("."))
    kinds = _kinds(name, ending)
    if kinds is None:
        return None
    text = document.text
    named = [
        (start, body)
        for start, _, body in organisations.inside(text)
        if (not kinds or body.kind in kinds) and _of_place(body, host)
    ]
    counts = Counter(body.key for _, body in named)
    first = {body.key: body for _, body in reversed(named)}
    body = first[max(counts, key=lambda key: counts[key])] if counts else _of_dateline(text, host, kinds, organisations)
    lead = any(start < LEAD and b is not None and body is not None and b.key == body.key for start, b in named)
    return body if body and (lead or _LABEL.search(text) or _WE.search(_QUOTED.sub(" ", text))) else None


def _host(document: Document) -> str | None:
    """The host name, as the publisher where that is one, or of the address where no publisher is known."""
    told = document.publisher
    if told is None:
        try:
            told = urlsplit(document.url or "").hostname
        except ValueError:
            return None
    host = (told or "").casefold().strip().removeprefix("www.")
    return host if re.fullmatch(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", host) else None


def _kinds(name: str, ending: str) -> frozenset[str] | None:
    """The kinds of body whose site an address can be; all for a public one, None for one that is of no institution."""
    if ending in _PUBLIC:
        return frozenset()
    if ending not in _NETS or _OUTLET.search(name):
        return None
    if "sheriff" in name:
        return frozenset({"sheriff"})
    return frozenset(ARMED) - {"sheriff"} if _POLICE.search(name) else None


def _of_place(body: Organisation, host: str) -> bool:
    """Whether an address holds the body's place, or for one of no place its acronym."""
    letters = re.sub(r"[^a-z]", "", host.rpartition(".")[0])
    if not body.local:
        return any(_letters(alias) in host.split(".") for alias in (body.name, *body.aliases))
    return any(place in letters for place in _places(body.key.partition("/")[2]))


def _places(place: str) -> Iterator[str]:
    for told in (place, _PLACE_KINDS.sub("", place)):
        if len(_letters(told)) >= SHORTEST:
            yield _letters(told)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _of_dateline(text: str, host: str, kinds: frozenset[str], organisations: Organisations) -> Organisation | None:
    """The town of a dateline whose site it is, where the text names no body of it: "PITTSBURGH, PA –"."""
    for told in _DATELINE.finditer(text[: 4 * LEAD]) if not kinds else ():
        words = told["place"].split()
        for n in range(len(words)):  # a line in capitals may run into it
            place = " ".join(words[n:]).casefold().replace(".", "")
            if any(letters in _letters(host.rpartition(".")[0]) for letters in _places(place)):
                return organisations.get(f"government/{place}")
    return None
