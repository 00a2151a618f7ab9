"""The persons whom the coverage names, across documents, and every place where each is named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import AgentKind
from sayso.reconcile.names import SUFFIXES, TITLES, compatible, fuller, is_name, words
from sayso.reconcile.record.gazetteer import is_place, state_of
from sayso.reconcile.record.pages import GUNFIRE, Page

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
    rf"shooter,?|shot(?:\sand\skilled)?|killed|killing|death\sof|murder\sof|shooting\sof|killing\sof)\s(?P<name>{NAME})"
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
    american african hispanic black white asian latino u.s us fbi atf dui nra swat ems er icu ave st rd blvd dr army navy marine
    corps air base national guard republican democrat party congress senate house gunman gunmen said says according hs isd counts ages aged shots twp boy girl boys girls enterprises salon cabaret way grove beach chevrolet chevy toyota honda ford nissan lounge cafe bank inn plaza square hall mr mrs daughter son friend embed central away passes co lapd nypd subway hw suspected reward accused another""".split()
)
_SURNAMES = frozenset(
    "may west north east lane house day church marine hill hills white black sheriff judge star post sun read saint fox "
    "young hall bank ford mount august marshall guard bond case".split()
)
"""Words that no name has inside it but that can be a surname."""
_FIRST = frozenset("left right above below pictured identified also slain senior lead".split())
_PARTICLES = frozenset("de la los las del van von der den da dos di du le el al bin st".split())
_GOES_ON = re.compile(
    r"\s(?:Street|Avenue|Road|Drive|Lane|St\b|Ave\b|Rd\b|Dr\b|County|Boulevard|Park|School|Police|City|Hospital|University|"
    r"Blvd|hospital|Way\b|Regional|General|Grove|Plaza|Court|Apartment|High|Elementary|Middle|Medical|Memorial|Center|Apartments|Homes|Trauma|Parish|College|Church|Highway|Creek|River)\b"
)
_WAY = re.compile(r"\s(?:Lane|Hill|Hall|Mount|Ford|Way|Court|Park|Parkway|House|Hills|Church|Field)$")
_ALONG = re.compile(r"\b(?:on|at|near|along|of|off|and|in|to|West|East|North|South|[NSEW]\.|block)\s$")
_SPLIT = re.compile(r"[\s]+")


@dataclass(frozen=True, slots=True)
class Named:
    """One named person. `forms` are the names as written; `places` (page's order, start, end) every place where the
    person is named, by surname too where nobody else bears it."""

    number: int
    name: str
    forms: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]

    @property
    def surname(self) -> str:
        """The last word of the name, in lower case."""
        return words(self.name)[-1]


def named_people(pages: Sequence[Page]) -> tuple[Named, ...]:
    """Everybody whom the pages name with at least two words, in the order of first mention."""
    found: dict[str, int] = {}
    for page in pages:
        for form in _forms(page):
            found[form] = found.get(form, 0) + 1
    groups = _grouped(found)
    return tuple(_with_places(groups, found, pages))


def _forms(page: Page) -> Iterator[str]:
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
    for word in told:
        bare = word.strip(".,'’\"“”()").casefold()
        if bare.removesuffix("'s").removesuffix("’s") in _NOT and not (
            kept and bare in _SURNAMES and word is told[-1] and len(told) <= 3
        ):
            break
        if word.isalpha() and word.islower() and word not in _PARTICLES:
            break
        if len(kept) >= 2 and state_of(word) and word is told[-1]:
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


def _grouped(found: Mapping[str, int]) -> list[list[str]]:
    """Forms that can be one person's, fullest forms first."""
    ordered = sorted(found, key=lambda f: (-len(words(f)), -found[f], f))
    groups: list[list[str]] = []
    for form in ordered:
        home = next((g for g in groups if all(_one(form, other) for other in g)), None)
        home = home or next((g for g in groups if _respelt(form, g[0])), None)
        if home is None:
            groups.append([form])
        else:
            home.append(form)
    return groups


_APART = re.compile(r"\b(De|La|Le|Van|Von|Mc|Mac|Del|Di|Du|Da)\s(?=[A-Z])")
_NICKED = re.compile(r"\s[\"“‘'(](?P<n>[A-Z][\w.-]*)[\"”’')]\s")


def _one(a: str, b: str) -> bool:
    """Whether two forms can be one person's, by nickname or with a particle written apart too: "Ana “Bo” De Quill"."""
    if compatible(a, b):
        return True
    one, two = (_APART.sub(r"\1", f) for f in (a, b))
    if (one, two) != (a, b) and compatible(one.lower(), two.lower()):
        return True
    for form, other in ((one, two), (two, one)):
        nick = _NICKED.search(form)
        if nick and (words(other)[0], words(other)[-1]) == (words(nick["n"])[0], words(form)[-1]):
            return True
    return False


def _respelt(a: str, b: str) -> bool:
    """Whether two names differ by one letter, or by the spelling of the first name, the surname being the same."""
    one, two = words(a), words(b)
    if len(one) < 2 or len(two) < 2:
        return False
    first, second = one[0], two[0]
    middles = [{w for w in told[1:-1] if len(w) > 1} for told in (one, two)]
    if all(middles) and not middles[0] & middles[1]:
        return False
    if one[-1] == two[-1] and first[0] == second[0] and min(len(first), len(second)) > 3:
        return _near(first, second) or (first[:3] == second[:3] and abs(len(first) - len(second)) <= 2)
    return first == second and min(len(one[-1]), len(two[-1])) > 4 and _near(one[-1], two[-1])


def _near(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    k = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[k + 1 :] == b[k + 1 :] or a[k:] == b[k + 1 :] or a[k + 1 :] == b[k:]


def _with_places(groups: Sequence[Sequence[str]], found: Mapping[str, int], pages: Sequence[Page]) -> Iterator[Named]:
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
    for page in pages:
        latest: dict[str, int] = {}
        for match in regex.finditer(page.text):
            word = re.sub(r",?\s(?:Jr|Sr)\.?$", "", match.group())
            who = patterns.get(match.group()) or patterns.get(word) or ()
            alone = " " not in word
            if (
                not who
                or _thing(page.text, match.end())
                or _street(page.text, match.start(), match.end())
                or (alone and _other(page.text, match.start(), match.end()))
            ):
                continue
            k = who[0] if len(who) == 1 else latest.get(word, -1)
            if k < 0:
                continue
            latest[_last(groups[k][0])] = k
            if not alone:
                for form in groups[k]:
                    latest[_last(form)] = k
            places[k].append((page.order, match.start(), match.end()))
    order = sorted((k for k in places), key=lambda k: places[k][0])
    for n, k in enumerate(order):
        yield Named(n, _best(groups[k], found), tuple(groups[k]), tuple(places[k]))


def _best(forms: Sequence[str], found: Mapping[str, int]) -> str:
    """The fullest form of the spelling that is used most."""

    def spelling(form: str) -> tuple[str, str]:
        told = words(form)
        return told[0], told[-1]

    used: dict[tuple[str, str], int] = defaultdict(int)
    for form in forms:
        used[spelling(form)] += found[form]
    most = max(sorted(used), key=lambda s: used[s])
    best = next(f for f in forms if spelling(f) == most)
    for form in forms:
        if spelling(form) == most and compatible(best, form):
            best = fuller(best, form)
    return best


def _split(form: str) -> list[str]:
    return [w for w in _SPLIT.split(form) if w.strip(".,").casefold() not in SUFFIXES]


def _last(form: str) -> str:
    return _split(form)[-1].strip(",.")


def _street(text: str, start: int, end: int) -> bool:
    """Whether a name that ends like a street's stands where a street does: "on Quill Lane", "the block of Olm Way"."""
    return bool(_WAY.search(text, start, end) and _ALONG.search(text, max(0, start - 30), start))


def _thing(text: str, end: int) -> bool:
    """Whether a name goes on as that of a place: "Quill Street", "Ana Quill Hospital"."""
    return bool(_GOES_ON.match(text, end))


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
