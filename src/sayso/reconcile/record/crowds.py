"""Whom a sentence speaks of, and how many they are: "a man", "two of the officers", "she and her mother"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.reconcile.record.marks import NUMBERS
from sayso.reconcile.record.roles import Told

_ONE = frozenset(
    """man woman boy girl teen teenager juvenile person victim child kid toddler infant baby officer deputy trooper
    student suspect gunman shooter male female adult other resident bystander mother mom father dad son daughter brother
    sister husband wife boyfriend girlfriend cousin uncle aunt nephew niece neighbor neighbour friend youth employee clerk
    owner driver passenger grandmother grandfather grandson granddaughter guard customer intruder homeowner attacker robber
    burglar minor soldier inmate worker partygoer individual patron subject teacher cop policeman detective sergeant
    stepson stepdaughter stepfather fiance fiancé fiancée ex-wife ex-husband ex-girlfriend ex-boyfriend occupant pedestrian
    motorist cyclist sibling roommate tenant coworker co-worker gunwoman accomplice player member marine civilian""".split()
)
_MANY = frozenset(
    """men women boys girls teens teenagers juveniles persons people victims children kids toddlers infants babies officers
    deputies troopers students suspects gunmen shooters males females adults others residents bystanders mothers parents
    fathers sons daughters brothers sisters cousins neighbors neighbours friends youths employees clerks drivers passengers
    siblings players customers attackers robbers minors soldiers inmates workers partygoers individuals patrons subjects
    members cops policemen detectives twins lives guests occupants pedestrians relatives guards teachers marines civilians""".split()
)
_PAIRS = {"parents": 2, "twins": 2}
_KINDS = {
    "man": frozenset("man male husband father dad brother son boyfriend uncle grandfather nephew gunman".split()),
    "woman": frozenset("woman female wife mother mom sister daughter girlfriend aunt grandmother niece".split()),
    "child": frozenset("boy girl child kid toddler infant baby teen teenager juvenile".split()),
    "officer": frozenset("officer deputy trooper cop policeman detective sergeant".split()),
    "suspect": frozenset("suspect shooter robber burglar intruder attacker".split()),
}
_SINGLE = frozenset("a an another the his her their its one this that".split())
RANKS = tuple("second third fourth fifth sixth seventh eighth ninth tenth".split())
_NO_ADJECTIVE = frozenset(
    """and or but was were is are be been who of in with for to by at on that after when before as from people shot killed
    injured wounded dead said says shoots kills left leaves found where while if than then into against between also not
    wounds injures killing shooting hitting wounding hit struck""".split()
)
_UNITS = frozenset(
    """times time rounds round shots bullets bullet years year months month weeks week days day hours hour minutes minute
    seconds blocks block miles mile feet percent a.m p.m counts count degrees cars vehicles homes houses guns""".split()
)
"""What is counted, where not people are: "shot ten times", "killed two years ago"."""
_TOKEN = re.compile(r"[\w’'-]+|[^\w\s]")
_AGED = re.compile(r"^(?:\d{1,3}|[a-z]+)-?(?:year|month)s?-?olds?$")
_ABOUT = re.compile(
    r"(?:(?:at\s(?:least|most)|as\smany\sas|up\sto|a\stotal\sof|all|the|these|those|about|around|nearly|some|his|her|their)\s)+$",
    re.IGNORECASE,
)
_ANIMALS = frozenset("dog dogs puppy puppies cat cats horse horses deer k-9 k-9s".split())
_A_SHOT = re.compile(
    r"(?:one|1)\sshots?\s(?:was|were|is|had|fired|from|that|into|at|rang|hit|through|to)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Someone:
    """The words of a sentence that stand for one person or several: offsets in the sentence, how many (None where not
    told), whether a number is `stated`, and by what (`key`) they are told from others."""

    start: int
    end: int
    count: int | None
    stated: bool
    key: str = ""


def people_of(one: Told) -> list[Someone]:
    """The persons of a sentence: those who are named, then whoever a noun or a number stands for."""
    named = [m for m in one.marked.marks if m.who is not None]
    found = [Someone(m.start, m.end, 1, False, f"named {m.who}" + (f" {m.age}" if m.age else "")) for m in named]
    text = one.sentence.text
    tokens = list(_TOKEN.finditer(text))
    words = [m.group().lower() for m in tokens]
    free = [not any(m.start < t.end() and t.start() < m.end for m in named) for t in tokens]
    k = 0
    while k < len(tokens):
        if free[k]:
            reached = _someone(text, tokens, words, free, k)
            if reached is not None:
                person, after = reached
                key = person.key or "" if person.key or person.stated or person.count != 1 else _key(words, k, after)
                about = _ABOUT.search(text[max(0, person.start - 24) : person.start])
                start = person.start - len(about.group()) if about else person.start
                found.append(replace(person, start=start, key=key))
                k = after
                continue
        k += 1
    return _once(text, sorted(found, key=lambda s: s.start))


_TITLED = re.compile(r",?\s(?:[\w-]+-old\s)?$")
"""What stands between somebody described and the name that is theirs: "her daughter, 6-year-old Petra Olm"."""


def _once(text: str, people: Sequence[Someone]) -> list[Someone]:
    """The persons of a sentence, who is described and named right behind being one: "his daughter, Petra Olm, 9,"."""
    kept: list[Someone] = []
    for one in people:
        last = kept[-1] if kept else None
        if (
            last is not None
            and last.count == 1
            and not last.key.startswith("named")
            and one.key.startswith("named")
            and _TITLED.fullmatch(text, last.end, one.start)
            and (text[last.end] != "," or _OWN.match(text, last.start) or _closed(text, one.end))
        ):
            kept[-1] = replace(one, start=last.start)
        else:
            kept.append(one)
    return kept


_OWN = re.compile(r"(?:his|her|their)\b", re.IGNORECASE)
_CLOSED = re.compile(r"(?:,\s\(?\d{1,3}\)?)?\s?(?:,|\)|$|[.;]|\s(?:was|were|is|has|had|died|who)\b)")


def _closed(text: str, end: int) -> bool:
    """Whether a name that stands behind a comma ends there, as an apposition does, and no list goes on."""
    found = _CLOSED.match(text, end)
    return bool(found) and not re.match(r"(?:,\s\d{1,3})?,?\sand\s(?!was|were|then|died)", text[end:])


def _someone(
    text: str, tokens: Sequence[re.Match[str]], words: Sequence[str], free: Sequence[bool], k: int
) -> tuple[Someone, int] | None:
    """The person or group whose words begin with token k, and the token after them."""
    start = k
    n, stated = None, False
    if words[k] in {"he", "she"} and words[k + 1 : k + 2] == ["and"]:
        return Someone(tokens[k].start(), tokens[k].end(), 1, False), k + 1  # "she and her mother were shot"
    if words[k] == "both":
        n, stated, k = 2, True, k + 1
    elif words[k] in {"himself", "herself"}:
        return Someone(tokens[k].start(), tokens[k].end(), 1, False, "suspect"), k + 1
    elif words[k] == "one" and k and words[k - 1] in {"no", "the", "last", "this", "that"}:
        return None
    elif (words[k] in NUMBERS and words[k] != "zero") or words[k].isdigit():
        n = _count(text, tokens[k], words[k])
        if n is None or (k + 1 < len(words) and words[k + 1] in _UNITS) or _A_SHOT.match(text, tokens[k].start()):
            return None
        stated, k = True, k + 1
    elif words[k] == "another" and _event_follows(words, k + 1):
        return Someone(tokens[k].start(), tokens[k].end(), 1, True), k + 1
    elif words[k] in _SINGLE:
        n, k = 1, k + 1
    if (
        k < len(words)
        and start < k
        and words[k] == "of"
        and k + 1 < len(words)
        and words[k + 1] in {"the", "them", "those", "his", "her"}
    ):
        k += 2
    after = k
    adjectives = 0
    while k < len(words) and free[k] and adjectives < 5:
        word = words[k]
        if (word in _ONE or word in _MANY) and not _headed_near(words, free, k + 1, 1):
            return _headed(text, tokens, words, start, k, n, stated)
        if _AGED.match(word) and not (k + 1 < len(words) and _headed_near(words, free, k + 1)):
            plural = word.endswith("s")
            count = n if plural or n is None else 1
            return Someone(
                tokens[start].start(), tokens[k].end(), count if count is not None else 1, stated and plural
            ), k + 1
        if start == k and not (word in RANKS or _AGED.match(word)):
            return None
        if word in _NO_ADJECTIVE or not (word[0].isalnum() or word == ","):
            break
        adjectives += 1
        k += 1
    if (
        stated
        and n is not None
        and _ANIMALS.isdisjoint(words[start : after + 4])
        and (words[start] == "both" or _event_follows(words, after) or _event_before(words, start))
    ):
        return Someone(tokens[start].start(), tokens[after - 1].end(), n, True), after
    return None


def _key(words: Sequence[str], start: int, end: int) -> str:
    """What tells somebody who is only described from others: an age, a rank in a row, or the kind of person."""
    told = words[start:end]
    age = next((re.match(r"\d+", w) for w in told if _AGED.match(w)), None)
    rank = next((w for w in told if w in RANKS), "")
    kind = next((k for k, of in _KINDS.items() if told[-1] in of), "")
    return " ".join(filter(None, (age.group() if age else kind, rank)))


def _headed(
    text: str, tokens: Sequence[re.Match[str]], words: Sequence[str], start: int, k: int, n: int | None, stated: bool
) -> tuple[Someone, int] | None:
    """The phrase from `start` whose noun is token k: how many they are by its number and its noun."""
    end = tokens[k].end()
    if text[end : end + 2].startswith(("’s", "'s", "s’")) or words[k].endswith(("’s", "'s")):
        return None
    if words[k] in _MANY:
        twins = 2 if k > start and words[k - 1] == "twin" else None
        count = n if stated else _PAIRS.get(words[k], twins)
        return Someone(tokens[start].start(), end, count, stated), k + 1
    if k + 1 < len(words) and words[k + 1] in {
        "home",
        "house",
        "shooting",
        "office",
        "officials",
        "shop",
        "store",
        "hospital",
        "abuse",
        "services",
    }:
        return None
    if stated and n is not None and n > 1 and words[k] not in {"other"}:
        return None
    return Someone(tokens[start].start(), end, 1, stated), k + 1


def _headed_near(words: Sequence[str], free: Sequence[bool], k: int, within: int = 3) -> bool:
    for j in range(k, min(k + within, len(words))):
        if not free[j] or words[j] in _NO_ADJECTIVE or words[j] == ".":
            return False
        if words[j] in _ONE or words[j] in _MANY:
            return True
    return False


_EVENT_WORDS = frozenset(
    """dead die dies died killed slain murdered injured wounded hurt hospitalized shot struck critically seriously fatally
    badly gunned""".split()
)
_BETWEEN = frozenset(
    "later then both since was were is are have has been also more others other now confirmed reported people in then".split()
)


def _event_follows(words: Sequence[str], k: int) -> bool:
    for word in words[k : k + 4]:
        if word in _EVENT_WORDS:
            return True
        if word not in _BETWEEN:
            return False
    return False


def _event_before(words: Sequence[str], k: int) -> bool:
    return k > 0 and words[k - 1] in {
        "killed", "killing", "kills", "wounded", "wounding", "wounds", "injured", "injuring", "injures", "shot", "shoots",
        "left", "leaves", "leaving", "sent", "sends", "hurt", "hurts", "hits", "struck", "hitting", "striking", "all",
    }  # fmt: skip


def _count(text: str, token: re.Match[str], word: str) -> int | None:
    if word in NUMBERS:
        return NUMBERS[word]
    before, after = text[max(0, token.start() - 1) : token.start()], text[token.end() : token.end() + 2]
    n = int(word) if len(word) < 3 else 0
    if re.search(
        r"\b(?:ages?|aged)\s(?:of\s|between\s|from\s)?(?:[\d,\s]|and\s|to\s)*$",
        text[max(0, token.start() - 30) : token.start()],
    ):
        return None
    if not 0 < n <= 60 or before in {"$", "#", ":", ".", "/"} or re.match(r"[%:/]|[.,]\d", after):
        return None
    return n
