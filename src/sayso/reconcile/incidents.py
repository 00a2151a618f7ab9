"""Whether documents that were given together tell of different incidents.

Coverage of one incident shares names: of persons, streets, towns, police forces. Documents that share none are of
different incidents where they also lie days apart or tell of different states. It errs on the side of one incident:
what holds few names is never set apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import Reading
from sayso.reconcile.agents.names import SUFFIXES, TITLES
from sayso.reconcile.agents.scenes import day
from sayso.reconcile.copies import one_each_text
from sayso.reconcile.record.gazetteer import STATES, gazetteer, state_of

MOST = 200
"""Documents up to which it is looked for: each is compared with each."""
FEWEST = 4
"""Names that documents must hold to be set apart."""
SAME_STATE = 8
"""The same where both tell of one state."""
UNDATED = 6
"""The same where one of them has no date of publication."""
DAYS = 3
"""Days between publications beyond which documents without a shared name are apart."""
_FEW = 8  # names of a document for which a single shared one ties it to another
_COMMON = TITLES | SUFFIXES | frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december jan feb mar apr jun jul aug sept sep oct nov dec mon tue wed thu fri sat sun
    street avenue ave road drive lane boulevard blvd court circle place parkway highway hwy route interstate apartments
    apartment north south east west northeast northwest southeast southwest hill hills lake valley river park springs
    side center community metro united states america american americans facebook twitter instagram youtube google
    gofundme copyright associated press news channel eyewitness action weather sports update updated local daily live
    photo video coverage fbi atf swat cbs nbc abc fox cnn ems dna cpr usa gmt edt est cdt cst pdt pst god christ
    christmas thanksgiving halloween easter sheriff's department county city state office hospital medical general
    memorial health system regional school high elementary middle university college church district bureau division
    unit homicide crime stoppers investigations rescue fire public safety emergency jail detention tobacco alcohol
    firearms explosives hispanic black white african english spanish children home homes house i'm it's authorities
    detectives according there one two three four five first second this these most your more after still who the and
    for you why how what where full all new day watch read end""".split()
)  # fmt: skip
_RUN = re.compile(r"[A-Z](?:[\w'’]|\.(?=\w))*(?:[ -][A-Z](?:[\w'’]|\.(?=\w))*)*")
_INSIDE = re.compile(r"[a-z,;’')0-9]\s")
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_NUMBER = re.compile(
    r"\b\d{3,5}(?= block|-block|(?: [NSEW]\.?)? [A-Z][a-z]+ "
    r"(?:St|Ave|Rd|Dr|Ln|Ct|Street|Avenue|Road|Drive|Lane|Court|Blvd|Boulevard)\b)"
)
_STATE = re.compile(
    rf"\b(?:{'|'.join(STATES.values())})\b"
    r"|\b(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N\.H|N\.J"
    r"|N\.M|N\.Y|N\.C|N\.D|Okla|Ore|Pa|R\.I|S\.C|S\.D|Tenn|Tex|Vt|Va|Wash|W\.Va|Wis|Wyo|Ga)\.|(?<=, )[A-Z]{2}\b"
)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Traits:
    """By what some documents are known: the `names` in them that are none by standing first in a sentence alone,
    `after` each capitalised word the next one of its run ("" where it is the last), words in lower case, numbers of
    houses and blocks, states, and the days of publication."""

    names: frozenset[str]
    after: Mapping[str, frozenset[str]]
    lower: frozenset[str]
    numbers: frozenset[str]
    states: frozenset[str]
    days: frozenset[date]


def incidents(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """The ids of the documents of each incident, where several seem to be told of; else nothing.

    Pure. The incidents stand in the order of their first documents; what cannot be told apart is in the first. A copy
    of a document is in none.
    """
    given = one_each_text(r for r in readings if r.document.language == "en")
    if not 1 < len(given) <= MOST:
        return ()
    traits = [_traits(r) for r in given]
    # A word that any of them writes small is no name in another's headline.
    lower = _union(one.lower for one in traits)
    traits = [replace(one, names=one.names - lower, lower=lower) for one in traits]
    groups = _tied(traits)
    together = [_joined([traits[k] for k in group]) for group in groups]
    away = {
        (a, b)
        for a in range(len(groups))
        for b in range(len(groups))
        if a != b and _apart(together[a], together[b])
    }  # fmt: skip
    if not away:
        return ()
    clusters: list[list[int]] = []
    for group in sorted({a for a, _ in away}, key=lambda g: (-len(together[g].names), g)):
        home = next((c for c in clusters if all((group, other) not in away for other in c)), None)
        if home is None:
            clusters.append([group])
        else:
            home.append(group)
    found = [sorted(k for group in cluster for k in groups[group]) for cluster in clusters]
    placed = {k for one in found for k in one}
    found.sort()
    found[0] = sorted([*found[0], *(k for k in range(len(given)) if k not in placed)])
    return tuple(tuple(given[k].document.id for k in one) for one in found)


def _traits(reading: Reading) -> Traits:
    document = reading.document
    text = "\n".join(document.text[block.start : block.end] for block in document.blocks)
    after: dict[str, set[str]] = defaultdict(set)
    inside: set[str] = set()
    for match in _RUN.finditer(text):
        words = [w for w in map(_plain, re.split(r"[ -]", match.group())) if w]
        within = _INSIDE.match(text, max(0, match.start() - 2)) is not None
        for word, following in zip(words, [*words[1:], ""], strict=True):
            if len(word) > 2 and word not in _COMMON:
                after[word].add(following)
                if within:
                    inside.add(word)
    lower = frozenset(_LOWER.findall(text))
    published = day(document.published_at)
    return Traits(
        names=frozenset(inside) - lower,
        after={word: frozenset(following) for word, following in after.items()},
        lower=lower,
        numbers=frozenset(n for n in _NUMBER.findall(text) if not n.endswith("00")),
        states=frozenset(filter(None, map(state_of, _STATE.findall(text)))),
        days=frozenset({published} if published else ()),
    )


def _plain(word: str) -> str:
    return _POSSESSIVE.sub("", word.strip(".'’")).casefold()


def _joined(all_of: Sequence[Traits]) -> Traits:
    after: dict[str, frozenset[str]] = {}
    for one in all_of:
        for word, following in one.after.items():
            after[word] = after.get(word, frozenset()) | following
    return Traits(
        names=_union(t.names for t in all_of),
        after=after,
        lower=_union(t.lower for t in all_of),
        numbers=_union(t.numbers for t in all_of),
        states=_union(t.states for t in all_of),
        days=frozenset(d for t in all_of for d in t.days),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(word for one in sets for word in one)


def _ties(a: Traits, b: Traits) -> frozenset[str]:
    """The names that both hold: surnames and names of places, and a first name only with the same surname."""
    both = {w for w in a.names if w in b.after} | {w for w in b.names if w in a.after}
    found: set[str] = set()
    for word in both - a.lower - b.lower:
        ends = "" in a.after[word] and "" in b.after[word]
        if (ends or (a.after[word] & b.after[word]) - {""}) and not state_of(word):
            found.add(word)
    return frozenset(found) | (a.numbers & b.numbers)


def _tied(traits: Sequence[Traits]) -> list[list[int]]:
    """The documents in groups that share names."""
    home = list(range(len(traits)))
    for a in range(len(traits)):
        for b in range(a):
            if home[a] == home[b]:
                continue
            shared = len(_ties(traits[a], traits[b]))
            few = min(len(traits[a].names), len(traits[b].names)) <= _FEW
            if shared > 1 or (shared and few and not _far(traits[a], traits[b])):
                old, new = home[a], home[b]
                home = [new if one == old else one for one in home]
    groups: dict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(home):
        groups[one].append(number)
    return list(groups.values())


def _far(a: Traits, b: Traits) -> bool:
    """Whether both tell of states, and of no state in common."""
    return bool(a.states and b.states) and a.states.isdisjoint(b.states)


def _apart(a: Traits, b: Traits) -> bool:
    """Whether two groups of documents cannot be of one incident."""
    fewest = min(len(a.names), len(b.names))
    if fewest < (SAME_STATE if a.states & b.states else FEWEST):
        return False
    far = _far(a, b)
    shared = _ties(a, b)
    # Long coverage of different states may name two people of one surname.
    if len(shared) > (min(2, fewest // 10) if far else 0):
        return False
    if not far and any(gazetteer().city(word) or gazetteer().county(word) for word in shared):
        return False
    gaps = [abs((one - other).days) for one in a.days for other in b.days]
    if not gaps:
        return far or (fewest >= UNDATED and a.states.isdisjoint(b.states))
    return far or min(gaps) > DAYS
