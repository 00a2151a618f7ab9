"""Whether a name that the gazetteer lists is told as a place here, and when a name alone tells its state.

Cities are called like persons, lakes and halves of other names: "Smith", "Terrell", "Marrow Bay". A listed name counts
where nothing longer holds it and nobody bears it; and what is not told at all, its state, follows from it only where one
city of that name is much larger than all others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from sayso.model import AgentKind
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.record.gazetteer import gazetteer, state_of
from sayso.reconcile.record.pages import Page

LARGE, MOSTLY = 6, 0.6
"""How many postal codes a city has at least whose bare name tells its state, and its share of all of that name."""
ALONE = 2
"""How many a city has at least that has no namesake."""
_HEADLINE = 0.8
"""Of the longer words of a sentence the share in capitals from which on it is a headline: there capitals say nothing."""
_LEADS = frozenset(
    """the a an in near at on from of to for by with and or but as outside inside around after before when while since
    downtown uptown metro greater suburban north south east west northeast northwest southeast southwest northern southern
    eastern western central upper lower inner city monday tuesday wednesday thursday friday saturday sunday today tonight
    january february march april may june july august september october november december update updated""".split()
)
"""Words in capitals that may stand before a city's name without being a part of it."""
_FOLLOWS = frozenset(
    """police pd fire sheriff mayor city officer officers detectives coroner homicide township authorities ems swat area
    metro man woman teen boy girl resident residents native monday tuesday wednesday thursday friday saturday sunday in
    on at and""".split()
)
"""Words in capitals that may follow one."""
_BEFORE = re.compile(r"(?:^|[\s(\"“])(?P<w>[A-Z][\w’'.-]*)\s$")
_AFTER = re.compile(r"^\s(?P<w>[A-Z][\w’'-]*)")
_IN = re.compile(
    r"\b(?:in|near|outside|at|around|of|from|downtown|southwest|northwest|southeast|northeast|north|south|east|west|central)\s"
    r"(?:downtown\s|the\scity\sof\s)?$",
    re.IGNORECASE,
)
_POLICED = re.compile(
    r"^['’]?s?\s(?:[Pp]olice|PD|[Ff]ire|[Ss]heriff|[Mm]ayor|[Cc]ity|[Oo]fficers?|[Dd]etectives|[Cc]oroner|[Hh]omicide|Township|authorities|"
    r"[Mm]an|[Ww]oman|[Rr]esident|[Ss]hootings?|[Nn]eighborhood)\b"
)
_STREET = re.compile(
    r"\b(?P<w>[A-Z][\w’'-]+)\s(?:Street|St\b|Avenue|Ave\b|Road|Rd\b|Drive|Lane|Boulevard|Blvd|Parkway)"
)
_FULL = re.compile(r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3}")
_DATED = re.compile(r"^,?\s?(?:\([^()\n]{1,60}\)\s?)?(?:—|–|--|-\s)")


def bearers(pages: Sequence[Page]) -> frozenset[str]:
    """What else is called so, in lower case: the first names and surnames of everybody whom the coverage names in full,
    and the names of streets."""
    persons = (
        word.strip(".,’'\"")
        for page in pages
        for agent in page.reading.agents
        if agent.kind is AgentKind.PERSON and is_name(agent.name)
        for word in agent.name.split()
        if len(agent.name.split()) > 1
    )
    streets = (m["w"] for page in pages for m in _STREET.finditer(page.text))
    return frozenset(word.casefold() for word in (*persons, *streets))


def in_full(page: Page) -> list[tuple[int, int]]:
    """Where persons are named by more than one word."""
    persons = {a.id for a in page.reading.agents if a.kind is AgentKind.PERSON and is_name(a.name)}
    told = (m.span for m in page.reading.mentions if m.agent in persons)
    return [(s.start, s.end) for s in told if _FULL.fullmatch(s.exact)]


def as_place(text: str, start: int, end: int) -> bool:
    """Whether words are told as a place: "in Arden", "Arden police", "Arden, Ohio", a dateline."""
    before, after = text[max(0, start - 24) : start], text[end : end + 24]
    if _IN.search(before) or _POLICED.match(after) or _state_follows(after):
        return True
    opens = start == 0 or text[start - 1] == "\n"
    return opens and bool(_DATED.match(after))


def _state_follows(after: str) -> bool:
    match = re.match(r",\s(?P<s>[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)", after)
    return bool(match and (state_of(match["s"]) or state_of(match["s"].split()[0])))


def longer(sentence: str, start: int, end: int) -> bool:
    """Whether words are a part of a longer name: "Marrow | Bay", "Lake | Arden", "Dallas | Grant"."""
    if headline(sentence):
        return False
    before = _BEFORE.search(sentence[:start])
    after = _AFTER.match(sentence[end:])
    return bool(
        (before and not before["w"].endswith(".") and _own(before["w"], _LEADS))
        or (after and _own(after["w"], _FOLLOWS))
    )


def _own(word: str, free: frozenset[str]) -> bool:
    """Whether a word in capitals belongs to the name beside it. States and other cities stand for themselves."""
    plain = word.casefold().removesuffix("’s").removesuffix("'s")
    return plain not in free and not state_of(word)


def headline(sentence: str) -> bool:
    """Whether a sentence is written with capitals throughout."""
    words = [w for w in re.findall(r"[A-Za-z][\w’'-]*", sentence) if len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= _HEADLINE * len(words)


def borne_out(city: str | None, state: str | None, cities: AbstractSet[str], counties: AbstractSet[str]) -> bool:
    """Whether names of places alone tell the state: a large city's or one that no other place has, a city's beside its
    county or another city of it, or counties that lie together in no other state."""
    book = gazetteer()
    shared = [{p.state for p in book.county(c)} for c in counties]
    if len(shared) > 1 and set.intersection(*shared) == {state}:
        return True
    if city is None:
        return any(len(one) == 1 for one in shared)
    homes = {p.county for p in book.city(city, state)}
    beside = {p.county for name in cities - {city} if len(name) > 3 for p in book.city(name, state)}
    return home(city) == state or bool(homes & (counties | beside))


@lru_cache(maxsize=4096)
def home(name: str) -> str | None:
    """The state that a city's name tells alone: of the one city that is large, and much larger than its namesakes, or of
    one without any."""
    found = gazetteer().city(name)
    if len(found) == 1 and found[0].size >= ALONE:
        return found[0].state
    whole = sum(p.size for p in found)
    return found[0].state if found and found[0].size >= max(LARGE, MOSTLY * whole) else None


def told_plainly(places: Sequence[tuple[Page, int, int]]) -> bool:
    """Whether one of the places where a city is named tells it as a place."""
    return any(as_place(page.text, start, end) for page, start, end in places)
