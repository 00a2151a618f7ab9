"""City, county and state of the incident, from datelines, the text, and the outlets' own areas."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.reconcile.record.gazetteer import SHORT, STATES, Place, gazetteer, state_of
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.people import Sign
from sayso.reconcile.record.placing import as_place, bearers, borne_out, in_full, longer, told_plainly
from sayso.reconcile.record.sources import Credits

_STATE_WORD = "|".join(
    [re.escape(n) for n in sorted(STATES.values(), key=len, reverse=True)]
    + [rf"{re.escape(s)}\." for s in ("Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev N.H N.J N.M N.Y N.C N.D Okla Ore Pa Penn R.I S.C S.D Tenn Tex Vt Va Wash W.Va W. Va Wis Wisc D.C").split()]
    + sorted(STATES)
)  # fmt: skip
_STATE = re.compile(rf"(?<![\w.])(?P<s>{_STATE_WORD})(?![\w])")
_CAPS = re.compile(
    r"(?<![\w’'-])(?:(?:St\.|Ft\.|Mt\.)\s)?[A-Z][A-Za-z'’-]+(?:\s(?:of\s|du\s|de\s|la\s)?[A-Z][A-Za-z'’-]+){0,3}"
)
_DATELINE = re.compile(
    r"(?:^|\n)\s*(?P<c>[A-Z][A-Z.'’ -]{2,28}?|[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2})(?:,\s(?P<s>[A-Z][A-Za-z. ]{1,14}?))?\s?(?:\([^()\n]{1,60}\)|/[^\n]{2,30}/)?\s*(?:—|–|--|-\s|:\s|\s-)"
)
_WEAK_WORDS = frozenset(
    """police man woman teen shooting hospital university center street avenue park high north south east west news
    sheriff county state city home house college school church the monday tuesday wednesday thursday friday saturday
    sunday hope justice union liberty jail young day may march friend fox price chance star energy many
    post media read share more watch video photo mobile orange reading coroner story index officer
    district""".split()
)
_THING = re.compile(
    r"^\s?(?:Street|St\b\.?|Avenue|Ave\b|Road|Rd\b|Drive|Dr\b|Lane|Boulevard|Blvd|Highway|Hospital|Medical|University|College|High|"
    r"School|Park|Apartments?|Mall|Memorial|Times|News|Herald|Post|Tribune|Journal|Daily|Gazette|Hwy|Regional|General|Church|Inn|Motel|Creek|River|Lake)\b"
)
_BODY = re.compile(
    r"^['’]?s?\s(?:[Pp]olice|PD|[Ff]ire|[Ss]heriff|[Mm]ayor|[Cc]ity|[Oo]fficers?|[Dd]etectives|[Cc]oroner|[Hh]omicide|Township|authorities)\b"
)
_COUNTY = re.compile(
    r"\b(?P<c>[A-Z][A-Za-z.'’-]+(?:\s[A-Z][A-Za-z.'’-]+){0,2})\s(?P<k>County|Parish|Borough|COUNTY|PARISH)\b"
)
_IN = re.compile(
    r"\b(?:in|near|outside|at|around|downtown|southwest|northwest|southeast|northeast|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|central)\s(?:downtown\s|the\scity\sof\s)?$"
)
_INSTITUTION = re.compile(
    r"\b(?:Department|Dept\.?|Division|Bureau|Office|Board|Institute|Secretary|Commission|University|College|School|Bank|Church)\s(?:of|for)\s$"
)
_OF = re.compile(r"\b(?:of|from)\s$")


Named = tuple[str, str, str | None, Sign]
"""A place told: kind (city, county, state), name, the state told with it, the words."""


@dataclass(frozen=True, slots=True)
class Where:
    """What is proposed, and every place told."""

    city: str | None
    county: str | None
    state: str | None
    told: tuple[Named, ...]


def where(pages: Sequence[Page], persons: Sequence[tuple[int, int, int]]) -> Where:
    """The place of the incident. `persons` are the (page, start, end) that are names of persons and so no places."""
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for order, start, end in persons:
        taken[order].append((start, end))
    credit, names = Credits(pages), bearers(pages)
    told = [_credited(one, page, credit) for page in pages for one in _told(page, taken[page.order], names)]
    book = gazetteer()
    states: dict[str, float] = defaultdict(float)
    cities: dict[str, float] = defaultdict(float)
    counties: dict[str, float] = defaultdict(float)
    tied: dict[tuple[str, str], float] = defaultdict(float)
    for kind, name, state, sign in told:
        if kind == "state" and state:
            states[state] += sign.weight
        elif kind == "city":
            cities[name] += sign.weight
        elif kind == "county":
            counties[name] += sign.weight
        if state and kind != "state":
            tied[name, state] += sign.weight
            states[state] += 1.5 * sign.weight
    for page in pages:
        for state, weight in _outlet(page):
            states[state] += weight
    known = set(states)
    for name, weight in cities.items():
        found = book.city(name)
        whole = sum(p.size + 0.5 for p in found)
        for place in found:
            near = NEAR if place.county in counties else 1.0
            states[place.state] += _capped(weight) * near * 0.8 * (place.size + 0.5) / whole
    for name, weight in counties.items():
        regions = book.county(name)
        for place in regions:
            states[place.state] += min(weight, 6.0) * 0.9 / len(regions)
    state = max(sorted(states), key=lambda s: states[s], default=None)
    county = max(
        (c for c in sorted(counties) if not state or book.county(c, state)), key=lambda c: counties[c], default=None
    )
    city = _best(cities, tied, counties, state)
    if city and state not in known:
        # "East Texas" and "the Texas Rangers" are no place, and tell all the same which of two namesakes is meant.
        spoken = {p.state for p in book.city(city) if any(STATES[p.state] in page.text for page in pages)}
        if len(spoken) == 1 and state not in spoken:
            (state,) = spoken
            county = None
    if city and county and cities[city] + tied[city, state or ""] < COUNTY * counties[county]:
        city = None
    if city:
        homes = {p.county for p in book.city(city, state)}
        if county not in homes:
            county = next((c for c in sorted(homes) if c in counties), None) or min(homes, default=None) or county
    if state not in known:
        # Nothing but names in the gazetteer speaks for the state: what is not told as a place, and what they do not bear
        # out together, is left out.
        by_page = {page.order: page for page in pages}
        at = [(by_page[s.page], s.start, s.end) for kind, name, _, s in told if kind == "city" and name == city]
        city = city if told_plainly(at) else None
        if not borne_out(city, state, set(cities), set(counties)):
            return Where(city, county if county in counties else None, None, tuple(told))
    return Where(city, county, state, tuple(told))


_ASIDE = re.compile(
    r"^['’]?s?\s(?:Detention|Jail|Medical|Hospital|General|Regional|Court\w*|Superior|District|Circuit|Common|Judge|College|Community|[Pp]rosecutor\w*|[Mm]edical|University)\b"
)
_POLICED = re.compile(
    r"^['’]?s?\s(?:State\s|Highway\s|City\s)?(?:[Pp]olice|[Ss]heriff\w*|[Dd]eput\w+|Patrol|authorities)\b"
)
_DASH = re.compile(r"\s?(?:,|\(|--|[-—–])")
_LEADS = re.compile(
    r"\b(?:in|near|outside|across|around)\s(?:the\s)?(?:(?:west|east|north|south|central|rural)\w*\s)?$", re.IGNORECASE
)


BESIDE = 0.4
"""How plainly a place is named at most where it is only named beside: "the Alder County jail", "and Ohio"."""


def plainness(text: str, sign: Sign, cities: Collection[str]) -> float:
    """How plainly words say that a county or state is where it happened: after the city's own name or "in" first, then as
    the police's; a hospital's, a court's or a team's name hardly."""
    before, after = text[max(0, sign.start - 40) : sign.start], text[sign.end : sign.end + 20]
    line = text.rfind("\n", 0, sign.start) + 1
    stop = text.find("\n", sign.end)
    if _ASIDE.match(after) or sign.start - line >= _before_the_outlet(text[line : stop if stop >= 0 else len(text)]):
        return 0.3
    own = before.rstrip(" ,(").casefold().removesuffix(" county").removesuffix(" parish")
    if any(own.endswith(c.casefold()) for c in cities) and before.rstrip(" (").endswith(","):
        return 1.0
    if _LEADS.search(before):
        return 0.9
    if _POLICED.match(after):
        return 0.8
    opens = sign.start == 0 or text[sign.start - 1] == "\n"
    return 0.8 if opens and _DASH.match(after) else BESIDE


def _credited(one: Named, page: Page, credit: Credits) -> Named:
    kind, name, state, sign = one
    return kind, name, state, replace(sign, weight=sign.weight * credit.of(page, sign.start))


NEAR = 2.5
"""How much more a city counts for its state where its own county is named too."""
WITHIN, WITHOUT = 2.0, 0.5
"""How much more a city counts that lies in a county that is named, and how much less one that does not."""
COUNTY = 0.15
"""A city named so much less than the county is somewhere else: the town of a hospital, of somebody's home."""
BOROUGHS = ("Bronx", "Brooklyn", "Queens", "Staten Island", "Manhattan")


def _capped(weight: float) -> float:
    return min(weight, 8.0) + 0.3 * max(weight - 8.0, 0.0)


def _best(
    cities: dict[str, float], tied: dict[tuple[str, str], float], counties: dict[str, float], state: str | None
) -> str | None:
    """The city that most speaks for; of New York and one of its boroughs the borough, which is the finer."""
    book = gazetteer()
    named = {c for c, weight in counties.items() if weight >= 1.0 and (not state or book.county(c, state))}
    scores: dict[str, float] = {}
    for name, weight in cities.items():
        found = book.city(name, state) if state else book.city(name)
        if not found and not book.city(name):
            scores[name] = weight
        if not found:
            continue
        elsewhere = sum(w for (n, s), w in tied.items() if n == name and s != state)
        scores[name] = (weight + tied[name, state or ""] - 2 * elsewhere) * (1.0 if found[0].size > 1 else 0.8)
        if named:
            scores[name] *= WITHIN if any(p.county in named for p in found) else WITHOUT
    best = max(sorted(scores), key=lambda n: scores[n], default=None)
    if best in {"New York", "New York City"} and state == "NY":
        finer = [b for b in BOROUGHS if scores.get(b, 0.0) >= 0.3 * scores[best]]
        return max(finer, key=lambda n: scores[n]) if finer else best
    return max(sorted(scores), key=lambda n: scores[n], default=None) if scores else None


def _told(page: Page, persons: Sequence[tuple[int, int]], names: frozenset[str]) -> Iterator[Named]:
    book, text = gazetteer(), page.text
    persons = [*persons, *in_full(page)]
    lines: list[tuple[int, int]] = []
    for match in _DATELINE.finditer(text):
        name = match["c"].title() if match["c"].isupper() else match["c"]
        state = state_of(match["s"]) if match["s"] else None
        if book.city(name, state) and name.casefold() not in _WEAK_WORDS:
            weight = 3.0 if match["c"].isupper() else 1.5
            sign = Sign(page.order, match.start("c"), match.end("c"), name, weight)
            yield "city", book.city(name, state)[0].name, state, sign
        elif _unlisted(text, match, name):
            lines.append(match.span("c"))
            yield "city", name, state, Sign(page.order, *match.span("c"), name, 3.0)
    for k, sentence in enumerate(page.sentences):
        base = sentence.weight * (1.3 if sentence.title or k < 5 else 1.0)
        base *= 1.2 if GUNFIRE.search(sentence.text) else 0.7
        own = _before_the_outlet(sentence.text)
        yield from _counties(page, sentence.start, sentence.text, base)
        for match in _STATE.finditer(sentence.text):
            code = state_of(match["s"])
            if code is None or (match["s"] in STATES and not _postal(sentence.text, match.start())):
                continue
            after = sentence.text[match.end() : match.end() + 14]
            if match["s"] == "Washington" and (_BODY.match(after) or re.match(r",?\s(?:D\.?C|Post|Street|Ave)", after)):
                continue
            weight = base * (0.3 if _THING.match(after) else 0.8) * (1.0 if match.start() < own else OUTLET)
            sign = Sign(page.order, sentence.start + match.start(), sentence.start + match.end(), code, weight)
            yield "state", STATES[code], code, sign
        for match in _CAPS.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            if any(a < end and start < b for a, b in (*persons, *lines)):
                continue
            weight = base * (1.0 if match.start() < own else OUTLET)
            yield from _city(page, sentence.text, sentence.start, match, weight, names)


def _unlisted(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a dateline names a place that no gazetteer lists: in capitals, before a dash, and again in the text."""
    words = match["c"].split()
    return (
        match["c"].isupper()
        and match.group().rstrip().endswith(("—", "–", "-"))
        and not gazetteer().city(name)
        and 0 < len(words) <= 3
        and len(re.findall(rf"\b{re.escape(name)}\b", text)) > 0
        and not any(w.casefold().strip(".") in _WEAK_WORDS or state_of(w) for w in words)
    )


OUTLET = 0.2
"""What a place counts that stands in an outlet's name: "Man shot - WXYZ News 9 Harrow, Ohio"."""
_PART = re.compile(r"\s[-–|«]\s")
_STATION = re.compile(r"\b(?:News|[KW][A-Z]{2,3}\d*|FOX\s?\d*|NBC\s?\d*|ABC\s?\d*|CBS\s?\d*|Weather|TV)\b|\.com\b")


def _before_the_outlet(text: str) -> int:
    """Where, in a headline that ends with its outlet's name, that name begins; the text's end where there is none."""
    parts = [0, *(m.end() for m in _PART.finditer(text)), len(text)]
    return next((a for a, b in pairwise(parts[1:]) if _STATION.search(text[a:b])), len(text))


def _postal(text: str, at: int) -> bool:
    """Whether two capitals follow a comma or a word with a capital: "Ferry Point, SC"."""
    return bool(re.search(r"[A-Za-z],\s?$", text[max(0, at - 6) : at]))


def _counties(page: Page, start: int, text: str, base: float) -> Iterator[Named]:
    book = gazetteer()
    for match in _COUNTY.finditer(text):
        told = match["c"].split()
        for k in range(len(told)):
            name = " ".join(told[k:])
            name = name.title() if name.isupper() else name
            found = book.county(name)
            if found:
                sign = Sign(page.order, start + match.start(), start + match.end(), found[0].name, base)
                state = _state_after(text, match.end())
                yield "county", found[0].name, state if state and book.county(name, state) else None, sign
                break


def _state_after(text: str, at: int) -> str | None:
    match = re.match(rf",\s(?P<s>{_STATE_WORD})(?!\w)", text[at : at + 24])
    return state_of(match["s"]) if match else None


def _city(
    page: Page, text: str, offset: int, match: re.Match[str], base: float, names: frozenset[str]
) -> Iterator[Named]:
    book = gazetteer()
    told = match.group().split()
    k = 0
    while k < len(told):
        for n in range(min(3, len(told) - k), 0, -1):
            name = " ".join(told[k : k + n]).removesuffix("’s").removesuffix("'s")
            found = book.city(name)
            if not found or name.casefold() in _WEAK_WORDS or (state_of(name) and name != "New York"):
                continue
            start = match.start() + (len(" ".join(told[:k])) + 1 if k else 0)
            end = start + len(name)
            after = text[end : end + 16]
            before = text[max(0, start - 24) : start]
            if re.match(r"\s(?:County|Parish|COUNTY|PARISH)\b", after) or _THING.match(after):
                break
            if _INSTITUTION.search(before) and not state_of(name):
                break
            state = _state_after(text, end)
            if state and not book.city(name, state):
                state = None
            borne = name.casefold() in names and not as_place(text, start, end)
            if not state and (borne or longer(text, start, end)):
                break
            alone = start == 0 or (k and told[k - 1].casefold() not in {"north", "south", "east", "west", "downtown"})
            weight = base * (
                1.5
                if _BODY.match(after)
                else 1.3
                if _IN.search(before)
                else 0.5
                if _OF.search(before)
                else 0.35
                if alone
                else 0.5
            )
            if state:
                weight *= 1.2
            if found[0].size <= 1 and not state:
                weight *= 0.7
            yield "city", found[0].name, state, Sign(page.order, offset + start, offset + end, found[0].name, weight)
            k += n - 1
            break
        k += 1


def _outlet(page: Page) -> Iterator[tuple[str, float]]:
    """States that the address of the page speaks for, as weak evidence."""
    host = re.sub(r"^https?://(?:www\.)?([^/:]+).*$", r"\1", (page.reading.document.url or "").casefold())
    for code, name in STATES.items():
        if name.casefold().replace(" ", "") in host and not (code == "VA" and "westvirginia" in host):
            yield code, 1.0
    book = gazetteer()
    core = re.sub(r"\.(?:com|org|net|gov|us|tv|co).*$", "", host)
    for part in re.split(
        r"[.-]|news|online|today|daily|gazette|times|press|tribune|herald|journal|post|cbslocal|nbc|abc|fox\d*|the",
        core,
    ):
        if len(part) >= 5 and part not in SHORT:
            for place in book.city(part)[:1]:
                if place.size >= 3:
                    yield place.state, 0.8


def best_place(name: str, state: str | None) -> Place | None:
    """The city of that name in the state, None where there is none."""
    found = gazetteer().city(name, state)
    return found[0] if found else None
