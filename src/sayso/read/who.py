"""An agent while it is being gathered, and whether a mention can mean it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.model import AgentKind
from sayso.read.mentions import Form, Ref
from sayso.read.nouns import BODIES, OUTLET_WORDS, RECORDS
from sayso.read.syntax import RANKS

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "at", "&", "to", "a"})
NEVER = 10**9
OFFICIAL = RANKS | {
    "police",
    "sheriff",
    "deputy",
    "officer",
    "chief",
    "trooper",
    "detective",
    "spokesman",
    "spokeswoman",
}
CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:[ -](?:TV|FM|AM|\d{1,2}))?")
PLACED = re.compile(r"[A-Z]\w+ (?:\w+ )*officials$")
"""Officials of somewhere."""
AGED = re.compile(r"\b([\w-]+?)[ -]year[ -]old\b", re.IGNORECASE)
SIDES = dict.fromkeys(("victim", "deceased"), 0) | dict.fromkeys(("suspect", "gunman", "shooter", "defendant"), 1)
"""Words for either side of what happened, of whom families and friends are told of."""


@dataclass(slots=True)
class Who:
    """An agent while it is being gathered."""

    kind: AgentKind
    names: list[str]
    first: int
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    guessed: bool = False  # the gender is that of a pronoun that speaks of them, which may mean somebody else
    plural: bool = False
    refs: list[tuple[Ref, str | None]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    voices: set[tuple[str, str | None]] = field(default_factory=set)  # (head, voice) that introduced it as "a …"
    source: bool = False
    spoke: int = -NEVER  # the paragraph in which it was last credited
    age: str | None = None  # told beside the name
    into: Who | None = None

    def top(self) -> Who:
        """The agent that this one was merged into, or itself."""
        who = self
        while who.into is not None:
            who = who.into
        return who


def has_word(who: Who, word: str) -> bool:
    """Whether a name of somebody holds a word."""
    return any(word in name.lower().split() for name in who.names)


def is_named(who: Who) -> bool:
    """Whether some mention gives a person's name."""
    return any(ref.form is Form.PERSON for ref, _ in who.refs)


def body_key(name: str) -> str:
    """A body's name as it is looked up: without article, country and what stands in parentheses."""
    key = re.sub(r"\s*\([^)]*\)", "", name).lower().removeprefix("the ").removeprefix("u.s. ").removeprefix("us ")
    return key.strip()


def initials(name: str) -> str:
    """A name's initials, of its words in capitals."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    words = [w for w in re.split(r"[\s-]+", name.removeprefix("U.S. ")) if w and w.lower() not in SMALL]
    return "".join(w[0] for w in words if w[0].isupper())


def is_outlet(name: str) -> bool:
    """Whether a name is that of a station or newspaper."""
    words = name.lower().split()
    return len(words) <= 6 and (words[-1] in OUTLET_WORDS or words[0] in ("fox", "cnn", "nbc", "abc", "cbs", "reuters"))


def same_house(who: Who, ref: Ref) -> bool:
    """Whether somebody and a mention may be of one body."""
    if ref.affiliation and not who.affiliation and PLACED.search(who.role or ""):
        return False  # "Corby County emergency officials", then "officials in the Ellery County Sheriff’s Office"
    if not (who.affiliation and ref.affiliation):
        return True
    a, b = body_key(who.affiliation), body_key(ref.affiliation)
    short = {initials(who.affiliation).lower(), initials(ref.affiliation).lower()}
    return a == b or a in short or b in short


def broadcasts(who: Who) -> bool:
    """Whether somebody is an outlet, which passes on the statement, and is not whose it is."""
    return who.top().kind is AgentKind.PUBLISHER or any(CALL_SIGN.fullmatch(name) for name in who.top().names)


def issues(ref: Ref, who: Who) -> bool:
    """Whether somebody who has not spoken may be whose statement it is: a body or a person with a name, and not "the
    child" whom it tells of."""
    return ref.subject and (ref.form is not Form.NOUN or who.kind is AgentKind.ORGANISATION or is_named(who))


def official(who: Who) -> bool:
    """Whether somebody's rank or body makes them an officer."""
    told = f"{who.role or ''} {who.affiliation or ''}".lower().replace(".", " ").replace("’", " ").replace("'", " ")
    return not OFFICIAL.isdisjoint(told.split())


def others(who: Who, ref: Ref) -> bool:
    """Whether a group belongs to somebody else: relatives of the suspect are none of the victim's."""
    told = {r.owner for r, _ in who.refs if r.owner}
    if not ref.owner or not told or ref.owner in told:
        return False
    if ref.owner in SIDES:
        return any(SIDES.get(owner, SIDES[ref.owner]) != SIDES[ref.owner] for owner in told)
    return ref.owner[0].isupper() and all(owner[0].isupper() for owner in told)


def aged_otherwise(who: Who, ref: Ref) -> bool:
    """Whether the text gives two people other ages: "the 11-year-old boy" is not "a 3-year-old boy"."""
    told = AGED.search(ref.role or "")
    ages = {m[1].lower() for r, _ in who.refs if (m := AGED.search(r.role or ""))}
    return told is not None and bool(ages) and told[1].lower() not in ages


def speaks(who: Who, earlier: Ref, ref: Ref) -> bool:
    """Whether a pronoun for who goes on speaking can mean somebody."""
    return ref.name in ("he", "she", "they") and fits(who, earlier, ref, ref.plural)


def indefinite(ref: Ref) -> bool:
    """Whether a mention is of one whom nobody has met: "a man"."""
    return not ref.definite and not ref.plural


def fits(who: Who, earlier: Ref, ref: Ref, want_plural: bool, *, guess: bool = True) -> bool:
    """Whether a pronoun can mean somebody by number and gender; without `guess`, a gender that is only guessed is
    none."""
    body = who.kind in (AgentKind.ORGANISATION, AgentKind.PUBLISHER)
    near = ref.paragraph - earlier.paragraph <= (1 if who.source else 0)
    if body and ref.gender and earlier.form is Form.BODY and near:
        plain = len(earlier.name.split()) == 1 and earlier.name.istitle() and earlier.name.lower() not in BODIES
        if plain and not want_plural:  # "Teo said … he said": a name that the tagger takes for a body
            who.kind = AgentKind.PERSON
            return True
    if ref.name == "it":
        return body or (who.source and earlier.name in RECORDS and not who.plural)
    if want_plural:  # of two who act together, the first
        pair = earlier.paired and who.kind in (AgentKind.PERSON, AgentKind.UNNAMED)
        return who.plural or who.kind is AgentKind.GROUP or body or pair
    if body or who.plural or who.kind is AgentKind.GROUP or earlier.name in RECORDS:
        return False
    known = who.gender if guess or not who.guessed else None
    return not (ref.gender and known and ref.gender != known)
