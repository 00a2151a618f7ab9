"""The persons whom the coverage names, across documents, and every place where each is named."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from sayso.model import AgentKind
from sayso.reconcile.agents.names import SUFFIXES, TITLES, is_name, words
from sayso.reconcile.record.gazetteer import is_place, state_of
from sayso.reconcile.record.pages import GUNFIRE, Page
from sayso.reconcile.record.spellings import best, grouped

_WORD = r"(?:[A-Z][a-zà-ÿ]*(?:['’-][A-Za-z]?[a-zà-ÿ]+)*[A-Za-z]*|[A-Z]\.(?:[A-Z]\.)?)"
_NICK = r"(?:\s[\"“‘'(][A-Z][\w .'-]{1,20}[\"”’')])?"
_PARTICLE = r"(?:de la|de los|de|del|van|von|der|da|dos|el|al|bin|la|St\.)"
_SUFFIX = r"(?:,?\s(?:Jr|Sr)\b\.?|\s(?:II|III|IV)\b)?"
NAME = rf"{_WORD}{_NICK}(?:\s(?:{_PARTICLE}\s)?{_WORD}{_NICK}){{1,3}}{_SUFFIX}"
_AGED_AFTER = re.compile(
    rf"\b(?P<name>{NAME})(?:,\s(?:(?:age|aged|an?)\s)?|\s\((?:age\s)?)(?P<age>\d{{1,2}})(?=[,.;:)]|-year|\s(?:of|from|and|was|were|were|is|has|who|year|years|in|at|died|on)\b|$)"
)
_AGED_BEFORE = re.compile(
    rf"\b(?:\d{{1,3}}|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[A-Z]?[a-z]+teen|[Ee]leven|[Tt]welve)\s?-?\s?years?\s?-?\s?olds?(?:,|\s[a-z]+){{0,4}}\s(?:(?:Deputy|Officer|Trooper|Cpl\.|Sgt\.|Pfc\.|Spc\.|Army|Marine|[A-Z][a-z]+\s(?:man|woman|resident))\s){{0,2}}(?P<name>{NAME})"
)
_IDENTIFIED = re.compile(
    rf"\b(?:identified\s(?:\w+\s){{0,6}}?as|identified|named|suspect,?|victim,?|victims,?|suspects,?|arrested|charged|gunman,?|"
    rf"shooter,?|survivor,?|little|carried|struck|hit|wounded|injured|shot(?:\sand\skilled)?|killed|killing|death\sof|murder\sof|shooting\sof|killing\sof)\s(?P<name>{NAME})"
)
_BEFORE_VERB = re.compile(
    rf"\b(?P<name>{NAME})(?=,?\s(?:(?:who\s)?(?:was|were|is|has\sbeen|had\sbeen|admitted|allegedly|died|suffered|shot|opened|kills?|faces|pleaded|accused|then)\b|dead\b))"
    rf"|\b(?:warrants?\sfor|found|carried|developed|another\sman,|another\swoman,|charged|against|by|and)\s(?P<name2>{NAME})"
)
_NOT = frozenset(
    """police county street avenue road drive court hospital center university school high city sheriff sheriffs department
    office news park church news fox abc nbc cbs channel monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december north south east west district
    attorney state united states judge detective medical memorial general highway interstate boulevard lane place club bar
    grill apartments motel hotel store market mall team force unit squad parkway expressway division bureau investigation officer officers
    chief lieutenant sergeant captain crime stoppers coroner examiner inc llc the a an and or but in on at by for with from
    when while after before his her he she they it who this that these those new mother day christmas eve year facebook
    twitter google press associated staff reporter photo video watch read more story share copyright rights reserved
    update updated posted breaking local weather sports man woman teen teens victim victims suspect suspects shooting
    shot killed murder death fatal injured wounded dead charged arrested two three four one five six first second third
    degree jail prison county's public safety information town township village parish community college elementary middle
    block neighborhood boulevard building house lake river creek beach island valley hills heights mount fort saint
    daily times post herald tribune gazette journal star sun globe chronicle examiner live tv radio media email
    instagram youtube latest top home contact privacy policy terms service all not if anyone no what how why where as is are was
    brother brothers sister sisters cousin cousins parents couple twins siblings
    american african hispanic black white asian latino u.s us fbi atf dui nra swat ems er icu ave st rd blvd dr army navy marine
    corps air base national guard republican democrat party congress senate house gunman gunmen said says according hs isd counts ages aged shots twp boy girl boys girls enterprises salon cabaret way grove beach chevrolet chevy toyota honda ford nissan lounge cafe bank inn plaza square hall mr mrs daughter son friend embed central away passes co lapd nypd subway hw suspected reward accused another""".split()
)
_SURNAMES = frozenset(
    "may west north east lane house day church marine hill hills white black sheriff judge star post sun read saint fox "
    "young hall bank ford mount august marshall guard bond case".split()
)
"""Words that no name has inside it but that can be a surname."""
_FIRST = frozenset("left right above below pictured identified also slain senior lead survivor victim suspect".split())
_PARTICLES = frozenset("de la los las del van von der den da dos di du le el al bin st".split())
_GOES_ON = re.compile(
    r"\s(?:Street|Avenue|Road|Drive|Lane|St\b|Ave\b|Rd\b|Dr\b|County|Boulevard|Park|School|Police|City|Hospital|University|"
    r"Blvd|hospital|Way\b|Regional|General|Grove|Plaza|Court|Apartment|High|Elementary|Middle|Medical|Memorial|Center|Apartments|Homes|Trauma|Parish|College|Church|Highway|Creek|River|Parkway|Pkwy|Freeway|Tollway|Expressway|Trail|Circle|Terrace|Square|Bridge)\b"
)
_OWNED = re.compile(
    r"['’]s?\s(?:[A-Z]\w+\s)?(?:Place|Bar|Grill|Lounge|Tavern|Restaurant|Club|Nightclub|Pub|Diner|Cafe|Café|Kitchen|Deli|Pizza|Store|Market|Grocery|"
    r"Salon|Barbershop|Inn|Auto|Automotive|Garage|Landing|Corner|Ferry|Mill|Hardware|Pharmacy|Discount|Liquor|Liquors)\b"
)
"""What makes a possessive the name of a business: "Quill's Tavern", "Ana Quill's Auto Salon"."""
_WAY = re.compile(r"\s(?:Lane|Hill|Hall|Mount|Ford|Way|Court|Park|Parkway|House|Hills|Church|Field)$")
_ALONG = re.compile(r"\b(?:on|at|near|along|of|off|and|in|to|West|East|North|South|[NSEW]\.|block)\s$")
_SPLIT = re.compile(r"[\s]+")
_RELATIVE = re.compile(
    r"(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir))\s(?:[\w-]+\s){0,2}(?:mother|father|mom|dad|parent|brother|sister|aunt|uncle|cousin|wife|"
    r"husband|widow|partner|girlfriend|boyfriend|fianc[eé]e?|grandmother|grandfather|son|daughter|niece|nephew|step\w+),?\s$"
)
"""What introduces somebody as another's relative: the surname alone goes on meaning that other."""


@dataclass(frozen=True, slots=True)
class Named:
    """One named person. `forms` are the names as written; `places` (page's order, start, end) every place where the
    person is named, by surname too where nobody else bears it."""

    number: int
    name: str
    forms: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]
    things: int = 0
    """How often the name stands as that of a street, a hospital or the like."""

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return words(self.name)[-1]


def named_people(pages: Sequence[Page]) -> tuple[Named, ...]:
    """Everybody whom the pages name with at least two words, in the order of first mention."""
    found: Counter[str] = Counter()
    where: dict[str, set[int]] = defaultdict(set)
    for page in pages:
        for form in _forms(page):
            found[form] += 1
            where[form].add(page.order)
    groups = grouped(found, where, namesakes(pages))
    return tuple(_with_places(groups, pages))


GENERATION = 15
"""Years between two ages by which two who are called alike are parent and child."""


def namesakes(pages: Sequence[Page]) -> frozenset[frozenset[str]]:
    """Pairs of names that can be one person's but for the ages that one document gives them: "Dale Quill Jr., 10, and
    Dale Quill, 50"."""
    found: set[frozenset[str]] = set()
    for page in pages:
        aged: dict[tuple[str, str], dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for match in _AGED_AFTER.finditer(page.text):
            form = clean(match["name"])
            if form and len(told := words(form)) > 1:
                aged[told[0], told[-1]][form].add(int(match["age"]))
        for forms in aged.values():
            for a, b in combinations(sorted(forms), 2):
                if min(abs(x - y) for x in forms[a] for y in forms[b]) >= GENERATION:
                    found.add(frozenset({a, b}))
    return frozenset(found)


SHOUTED = 0.3
"""The share of capitals among letters from which a page is one without small letters, such as a transcript."""


def _forms(page: Page) -> Iterator[str]:
    """Every name that the page has; none in capitals where the page has hardly a small letter."""
    letters = sum(c.isalpha() for c in page.text)
    shouted = sum(c.isupper() for c in page.text) > SHOUTED * letters
    return (form for form in _all_forms(page) if not (shouted and form.isupper()))


def _all_forms(page: Page) -> Iterator[str]:
    text = page.text
    for pattern in (_AGED_AFTER, _AGED_BEFORE, _IDENTIFIED):
        for match in pattern.finditer(text):
            form = clean(match["name"])
            if form:
                yield form
    for sentence in page.sentences:
        if sentence.weight > 0.3 and GUNFIRE.search(sentence.text):
            for match in _BEFORE_VERB.finditer(sentence.text):
                form = clean(match["name"] or match["name2"])
                if form and len(form.split()) < 5:
                    yield form
    for agent in page.reading.agents:
        if agent.kind is AgentKind.PERSON and is_name(agent.name):
            form = clean(agent.name)
            if form and form in text:
                yield form


def clean(form: str) -> str | None:
    """The name without titles and words that are no name's; None where fewer than two words of a name are left."""
    form = re.split(r",?\s?\d|\s[-–—|]\s", form.strip(" ,;:-–—"))[0]
    told = _SPLIT.split(form.strip(" ,;:"))
    for k in range(len(told) - 3, -1, -1):
        if told[k].strip(".").casefold() in TITLES and told[k][:1].isupper():
            told = told[k + 1 :]  # "Ferry Point Agent Ana Quill"
            break
    while told and (
        told[0].casefold().endswith(("-old", "-olds"))
        or told[0].strip(".,").casefold() in TITLES | _FIRST
        or told[0].strip(".,:").casefold() in _NOT - {"may", "april", "june"}
    ):
        told = told[1:]
    kept: list[str] = []
    end = len(told)
    while end and told[end - 1].strip(".,").casefold() in SUFFIXES:
        end -= 1
    for k, word in enumerate(told):
        bare = word.strip(".,'’\"“”()").casefold()
        surname = kept and bare in _SURNAMES and k == end - 1 and end <= 3
        if bare.removesuffix("'s").removesuffix("’s") in _NOT and not surname:
            break
        if word.isalpha() and word.islower() and word not in _PARTICLES:
            break
        following = told[k + 1].strip(".,").casefold() if k + 1 < len(told) else None
        if len(kept) >= 2 and state_of(word) and (following is None or following in _NOT):
            break
        kept.append(word)
        if word.endswith(("’s", "'s")):
            kept[-1] = word[:-2]
            break
    if (
        len(kept) > 1
        and kept[0].isupper()
        and len(kept[0]) > 2
        and not any(w.isupper() and len(w) > 2 for w in kept[1:])
    ):
        kept = kept[1:]  # a station's call sign or the place of a dateline
    joined = " ".join(kept).strip(" ,")
    if any(w.strip(".") in ("AM", "PM", "TV") for w in kept):
        return None
    alone = [w for w in words(joined) if len(w) > 1]
    if len(alone) < 2 and not (len(words(joined)) >= 2 and len(words(joined)[-1]) > 2):
        return None
    if (joined.isupper() and len(joined) > 25) or len(kept) > 6 or "/" in joined:
        return None
    return joined if not is_place(joined) else None


def _with_places(groups: Sequence[Sequence[str]], pages: Sequence[Page]) -> Iterator[Named]:
    bearers: dict[str, set[int]] = defaultdict(set)
    firsts: dict[str, set[int]] = defaultdict(set)
    for k, group in enumerate(groups):
        for form in group:
            bearers[_last(form)].add(k)
            firsts[_split(form)[0]].add(k)
    patterns: dict[str, tuple[int, ...]] = {}
    for k, group in enumerate(groups):
        for form in group:
            told = _split(form)
            last = _last(form)
            patterns[form] = (k,)
            if len(last) > 2:
                patterns.setdefault(last, tuple(sorted(bearers[last])))
                patterns.setdefault(f"{told[0]} {last}", (k,))
            if (
                len(firsts[told[0]]) == 1
                and len(told[0]) > 3
                and not is_place(told[0])
                and told[0].casefold() not in _NOT
            ):
                patterns.setdefault(told[0], (k,))
    if not patterns:
        return
    either = "|".join(re.escape(p) for p in sorted(patterns, key=len, reverse=True))
    regex = re.compile(rf"(?<![\w’'-])(?:{either})(?![\w-])(?:,?\s(?:Jr|Sr)\b\.?)?")
    places: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    written: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    things: Counter[int] = Counter()
    own = _not_relatives(groups, bearers, pages)
    for page in pages:
        latest: dict[str, int] = dict(own)
        for match in regex.finditer(page.text):
            word = re.sub(r",?\s(?:Jr|Sr)\.?$", "", match.group())
            who = patterns.get(match.group()) or patterns.get(word) or ()
            alone = " " not in word
            if not who or (alone and _other(page.text, match.start(), match.end())):
                continue
            if _thing(page.text, match.end()) or _street(page.text, match.start(), match.end()):
                if not alone:
                    things[who[0]] += 1
                continue
            k = who[0] if len(who) == 1 else latest.get(word, -1)
            if k < 0:
                continue
            kin = not alone and _RELATIVE.search(page.text, max(0, match.start() - 60), match.start())
            for last in {_last(form) for form in (groups[k] if not alone else groups[k][:1])}:
                if not kin or last not in latest:
                    latest[last] = k
            places[k].append((page.order, match.start(), match.end()))
            written[k][word].append(page.order)
    order = sorted((k for k in places), key=lambda k: places[k][0])
    for n, k in enumerate(order):
        yield Named(n, best(groups[k], written[k]), tuple(groups[k]), tuple(places[k]), things[k])


def _not_relatives(
    groups: Sequence[Sequence[str]], bearers: Mapping[str, Set[int]], pages: Sequence[Page]
) -> dict[str, int]:
    """By surname that several bear, the one of them who is never brought in as another's relative: who is meant by the
    surname alone where a page names nobody in full."""
    found: dict[str, int] = {}
    for last, who in bearers.items():
        if len(who) < 2:
            continue
        able = [
            k for k in sorted(who) if not any(_is_relative(form, page.text) for form in groups[k] for page in pages)
        ]
        if len(able) == 1:
            found[last] = able[0]
    return found


def _is_relative(form: str, text: str) -> bool:
    return any(
        _RELATIVE.search(text, max(0, m.start() - 60), m.start())
        for m in re.finditer(rf"(?<![\w’'-]){re.escape(form)}(?![\w-])", text)
    )


def _split(form: str) -> list[str]:
    return [w for w in _SPLIT.split(form) if w.strip(".,").casefold() not in SUFFIXES]


def _last(form: str) -> str:
    return _split(form)[-1].strip(",.")


def _street(text: str, start: int, end: int) -> bool:
    """Whether a name that ends like a street's stands where a street does: "on Quill Lane", "the block of Olm Way"."""
    return bool(_WAY.search(text, start, end) and _ALONG.search(text, max(0, start - 30), start))


def _thing(text: str, end: int) -> bool:
    """Whether a name goes on as that of a place: "Quill Street", "Ana Quill Hospital", "Quill's Tavern"."""
    return bool(_GOES_ON.match(text, end) or _OWNED.match(text, end))


def _other(text: str, start: int, end: int) -> bool:
    """Whether a word alone is part of another name: "Ana Quill", "Quill Barton"."""
    if re.match(r"\s[A-Z][a-z]+", text[end : end + 12]):
        return True
    before = re.search(r"(\b[A-Z][\w.'’-]+)\s$", text[max(0, start - 25) : start])
    if before is None:
        return False
    told = before.group(1).strip(".").casefold()
    opens = re.search(r"(?:^|[.!?\n”\"])\s*$", text[max(0, start - 40) : start - len(before.group(0))])
    return not (told in TITLES or told in _NOT or opens)
