"""Names of persons: what they consist of, and when two of them can be one person's."""

from __future__ import annotations

import re
from functools import lru_cache

TITLES = frozenset(
    """mr mrs ms miss dr rev reverend sir officer agent special deputy sheriff undersheriff sgt sergeant lt lieutenant
    capt captain cpl corporal maj major col colonel gen general chief det detective trooper constable commissioner
    commander inspector superintendent supt marshal mayor gov governor sen senator rep representative judge
    justice president
    secretary director attorney prosecutor coroner professor prof pastor spokesman spokeswoman spokesperson pfc pvt cmdr
    assistant acting interim former police investigator atty ofc patrolman patrolwoman councilman councilwoman
    alderman warden chaplain firefighter""".split()
)
BEFORE_TITLES = frozenset("defense defence district state county city medical lead senior union".split())
"""Words that are of a title where one follows them: "Defense Attorney", and not "State" alone."""
SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
SHORTENED = """
william: bill billy will willie
robert: bob bobby rob
james: jim jimmy
john: jack johnny
richard: rick dick ricky
thomas: tom tommy
michael: mike mikey
joseph: joe joey
charles: charlie chuck
edward: ed eddie ted
daniel: dan danny
david: dave
sean: shawn shaun
stephen: steve steven
christopher: chris
matthew: matt
anthony: tony
kenneth: ken kenny
ronald: ron ronnie
donald: don donnie
timothy: tim
gregory: greg
andrew: andy drew
lawrence: larry
jeffrey: jeff
samuel: sam
benjamin: ben
patrick: pat
nicholas: nick
elizabeth: liz beth betty
katherine: kate kathy katie
margaret: maggie meg peggy
patricia: tricia patty
jennifer: jen jenny
susan: sue
deborah: deb debbie
rebecca: becky
victoria: vicky
"""
NICKNAMES = {
    short: full
    for full, shorts in (line.split(":") for line in SHORTENED.strip().splitlines())
    for short in shorts.split()
}
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")


@lru_cache(maxsize=16384)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without titles, suffixes, nicknames in quotes and possessives."""
    told = re.sub(r"[\"“”][^\"“”]*[\"“”]|\([^()]*\)", " ", name)
    told = re.sub(r"['’]s\b", "", told).replace("-", " ").replace("‐", " ")
    found = [w.casefold().strip(".").replace("’", "'") for w in _WORD.findall(told)]
    while found and (found[0] in TITLES or (found[0] in BEFORE_TITLES and found[1:2] and found[1] in TITLES)):
        found = found[1:]
    return tuple(w for w in found if w not in SUFFIXES)


@lru_cache(maxsize=16384)
def suffix(name: str) -> str | None:
    """The generation that a name tells ("jr", "sr", "iii"), or None."""
    found = [w.casefold().strip(".") for w in _WORD.findall(name)]
    return next((w for w in found[1:] if w in SUFFIXES), None)


@lru_cache(maxsize=16384)
def is_name(text: str) -> bool:
    """Whether a text is a person's name and not a description: each word of weight begins with a capital."""
    told = [w for w in text.replace("-", " ").split() if w[:1].isalpha()]
    return bool(told) and told[0][:1].isupper() and told[-1][:1].isupper() and bool(words(text))


def heard(given: str) -> str:
    """A given name as it sounds, which writers spell in several ways: Jon and John, Tony and Toney, Eric and Erik."""
    told = given.replace("ph", "v").replace("ey", "i").replace("y", "i").replace("ck", "k").replace("c", "k")
    return re.sub(r"(.)\1+", r"\1", told[:1] + told[1:].replace("h", ""))


def _given(a: str, b: str) -> bool:
    if a == b or NICKNAMES.get(a, a) == NICKNAMES.get(b, b) or (len(a) > 1 < len(b) and heard(a) == heard(b)):
        return True
    return a[0] == b[0] and (_initials(a) or _initials(b))


def _initials(given: str) -> bool:
    """Whether a given name is an initial or two: "J", "JD", "AJ"."""
    return len(given) == 1 or (len(given) == 2 and (given[1] == "j" or not set(given) & set("aeiouy")))


def compatible(a: str, b: str) -> bool:
    """Whether two names can be one person's: "Ana Ruiz" and "Ana M. Ruiz", "Ruiz", "Ana Ruiz-Soto"; not "Eva Ruiz"."""
    one, two = words(a), words(b)
    if not one or not two:
        return False
    first, second = suffix(a), suffix(b)
    if first and second and first != second:
        return False
    short, long = sorted((one, two), key=len)
    if len(short) == 1:
        return short[0] in {long[-1], *long[1:]} or short == long[:1]
    if long[-len(short) :] == short:
        return True
    if not _given(short[0], long[0]):
        return False
    if short[-1] == long[-1]:
        middles = [w for w in short[1:-1] if not any(_given(w, v) for v in long[1:-1])]
        return not (middles and long[1:-1])
    return short[-1] in long[1:]  # a second surname that only one of them tells


def fuller(a: str, b: str) -> str:
    """The fuller of two names; of two as full, the first in the alphabet."""
    return min((a, b), key=lambda name: (-len(words(name)), -len(" ".join(words(name))), name))
