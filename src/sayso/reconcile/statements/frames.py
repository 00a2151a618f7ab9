"""What claims tell of whom, so that two that say the same of one thing in words that rule each other out are found
whatever the matter is: "the van was parked" and "the van was moving", "found in an alley" and "found on a roof".

Two claims meet where they are about one person or thing, and either their verbs are of one family or the words that
rule each other out are what both say of it. The words are data (`dimensions.yaml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from sayso.codebooks import Field, load
from sayso.model import AgentKind, Claim, Participant, Span, Value
from sayso.reconcile.agents.introduced import KIN
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.namings import PRONOUNS
from sayso.reconcile.clocks import bare
from sayso.reconcile.statements.matters import OFFICER
from sayso.reconcile.statements.propositions import Sense
from sayso.reconcile.statements.topics import NUMBERED, OTHERS, PERSONS, Topics
from sayso.reconcile.words import ABLE, WORD, content, stem

FILE = Path(__file__).with_name("dimensions.yaml")
FAMILIES = """
begin start originate break erupt ignite spark
find discover locate
hit strike shoot wound
go walk run head drive ride travel move flee
come originate
arrive come respond reach get
die succumb
see spot observe notice
call dial phone
tell warn notify alert inform
say yell shout scream
take carry bring transport
throw hurl toss lob
hold carry clutch
hear count
march gather attend protest rally demonstrate
enter storm breach
close shut lock
own possess
grab seize snatch
push shove
hire employ
check inspect examine
attack assault beat
"""
"""Verbs that tell of one deed, by lines; a verb may stand in several."""
BEING = re.compile(
    r"(?i)\b(?:is|are|was|were|be|been|being|[’']s)\s(?:\w+ly\s|still\s|not\s|already\s)*(?:in|inside|on|at|outside)\b"
)
"""What is said to be somewhere."""
HE = frozenset({"he", "she", "him", "her", "his", "who", "whom"})
IT = frozenset({"it", "that", "this", "which"})
NOUN_ENDS = re.compile(
    r"(?i)\s(?:of|who|whom|that|which|in|on|at|with|from|near|for|to|after|when|where|as|named|called)\b|,"
)
EVENTS = frozenset(
    "fire blaze crash collision shooting explosion death incident accident attack fight flood leak".split()
)
"""Nouns for what happened."""
EVENT = "event"
PERSON = "@person"
USUAL = re.compile(r"(?i)\b(?:typically|usually|normally|generally|often|sometimes|always)\b")
"""What is so as a rule tells of no one time."""
ANYONE = re.compile(r"(?i)^(?:no|nobody|none|any|anyone|anybody|nothing|every|everyone|all)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """A claim by what it is about (`core`: whom or what it befell, else who did it; `takers`: all of them), what is
    done (`verbs`, plain forms of a family) and what it says on dimensions (name to value, words, whether it is the
    predicate). `he` is whom a pronoun means where one person alone may be meant."""

    sense: Sense
    core: frozenset[str]
    takers: frozenset[str]
    verbs: frozenset[str]
    told: tuple[tuple[str, str, Span, bool], ...]
    he: str | None = None

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.sense.claim

    @property
    def adjacent(self) -> frozenset[tuple[str, str]]:
        """The plain forms of words that stand next to each other: "a stolen car" has (steal, car)."""
        told = [stem(w) for w in WORD.findall(self.text.casefold())]
        return frozenset(pairwise(told))

    @property
    def nouns(self) -> frozenset[str]:
        """The plain forms of the words of those who take part."""
        return frozenset(w for p in self.claim.participants for w in content(p.span.exact))

    @property
    def text(self) -> str:
        """The claim's words."""
        return " ".join(s.exact for s in self.claim.spans)


@lru_cache(maxsize=1)
def dimensions() -> tuple[Field, ...]:
    """The dimensions that ship."""
    return load(FILE).fields


@lru_cache(maxsize=1)
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in FAMILIES.strip().splitlines():
        members = {stem(w) for w in line.split()}
        for word in members:
            found.setdefault(word, set()).update(members)
    return {word: frozenset(members) for word, members in found.items()}


def frames(senses: Sequence[Sense], topics: Topics, person: str | None) -> list[Frame]:
    """The frames of claims that tell of this incident as facts. `person` is the one whom "the man" and "he" mean: an
    agent, "" where nobody has a name, None where several may be meant."""
    return [_frame(s, topics, person) for s in senses if not any(p.search(_text(s)) for p in (ABLE, NUMBERED, USUAL))]


def _text(sense: Sense) -> str:
    return " ".join(s.exact for s in sense.claim.spans)


def _frame(sense: Sense, topics: Topics, person: str | None) -> Frame:
    claim = sense.claim
    actors = {w for p in claim.participants if p.role == "agent" for w in _tokens(p, topics, person)}
    themes = {w for p in claim.participants if p.role == "patient" for w in _tokens(p, topics, person)}
    verbs = set(family(claim))
    if BEING.search(_text(sense)):
        verbs.add("be")
    return Frame(
        sense=sense,
        core=frozenset(themes or actors),
        takers=frozenset(themes | actors),
        verbs=frozenset(verbs),
        told=tuple(_told(claim)),
        he=None if person is None else f"@{person}" if person else PERSON,
    )


def family(claim: Claim) -> frozenset[str]:
    """The plain forms of a claim's predicates and of the verbs that tell of one deed with them."""
    verbs: set[str] = set()
    for verb in claim.predicate.split(" and "):
        plain = stem(verb)
        verbs |= _families().get(plain, frozenset()) | {plain}
    return frozenset(verbs)


def _tokens(taker: Participant, topics: Topics, person: str | None) -> Iterator[str]:
    """Whom or what a participant is: an agent with a name, the one person, officers, else the noun."""
    words = taker.span.exact
    agent = topics.roster.aka.get(taker.agent or "")
    agent = topics.people.get(agent, agent) if agent else None
    known = topics.roster.agents.get(agent or "")
    if known is not None and known.kind is AgentKind.PERSON and is_name(known.name):
        yield f"@{known.id}"
        return
    called = words.casefold()
    noun = (WORD.findall(NOUN_ENDS.split(called)[0]) or [""])[-1]
    if OFFICER.search(NOUN_ENDS.split(words)[0]):
        yield "officer"
    elif person is not None and (noun in PERSONS | KIN or noun in HE) and not OTHERS.match(words):
        yield f"@{person}" if person else PERSON
    elif noun in IT:
        yield "it"
    elif noun in EVENTS:
        yield EVENT
    elif noun and noun not in PRONOUNS and not ANYONE.match(words):
        yield stem(noun)


@lru_cache(maxsize=1)
def _any_word() -> re.Pattern[str]:
    """One expression for all dimensions: most claims have no such word."""
    return re.compile("|".join(c.pattern.pattern for told in dimensions() for c in told.choices), re.IGNORECASE)


def _told(claim: Claim) -> Iterator[tuple[str, str, Span, bool]]:
    span = claim.spans[0]
    predicates = {stem(p) for p in claim.predicate.split(" and ")}
    for told in dimensions() if _any_word().search(span.exact) else ():
        seen: dict[str, tuple[str, str, Span, bool]] = {}
        for choice in told.choices:
            match = choice.pattern.search(span.exact)
            # "South Harbor" is a name, and no direction
            if match is not None and not (match.group()[:1].isupper() and match.start()):
                part = Span(
                    document=span.document,
                    start=span.start + match.start(),
                    end=span.start + match.end(),
                    exact=match.group(),
                )
                own = any(_form_of(w, p) for w in WORD.findall(match.group().casefold()) for p in predicates)
                seen[choice.value] = (told.name, choice.value, part, own)
        if len(seen) == 1:  # "from the kitchen to the porch" is in neither alone
            yield from seen.values()


def _form_of(word: str, predicate: str) -> bool:
    """Whether a word is a form of a verb: "moving" of "move"."""
    return stem(word) == predicate or (len(predicate) > 3 and word.startswith(predicate.removesuffix("e")))


def one_thing(a: Frame, b: Frame) -> bool:
    """Whether two claims are about one person or thing; "it" may be what happened, or what undergoes a deed of one
    verb that is no mere being."""
    if a.core & b.core - {"it"}:
        return True
    for x, y in ((a, b), (b, a)):
        if x.core == frozenset({"it"}) and y.core and not any(w.startswith("@") or w == "officer" for w in y.core):
            return EVENT in y.core or bool((a.verbs & b.verbs) - LIGHT)
    return False


LIGHT = frozenset({"be", "have", "do", "get", "make", "tell", "ask", "know"})
"""Verbs that tell too little of a deed for it to be one."""


def one_deed(a: Frame, b: Frame) -> bool:
    """Whether the verbs of two claims are of one family."""
    return not (a.verbs & b.verbs) <= {"have", "do"}


def one_day(a: Frame, b: Frame) -> bool:
    """Whether no two different days are told."""
    one, two = ({v.value[:10] for v in f.claim.values if v.field == "date" and not bare(v.span.exact)} for f in (a, b))
    return not one or not two or bool(one & two)


def exclusive(found: Sequence[Frame]) -> Iterator[tuple[Frame, Value, Frame, Value, str]]:
    """Pairs of claims that say of one thing what it cannot be at once, with the words of each and the dimension."""
    by_name: dict[str, list[tuple[Frame, str, Span, bool]]] = {}
    for frame in found:
        if frame.sense.stands and frame.core:
            for name, value, span, own in frame.told:
                by_name.setdefault(name, []).append((frame, value, span, own))
    for told in dimensions():
        held = by_name.get(told.name, [])[:MOST]
        for i, (a, one, first, mine) in enumerate(held):
            for b, two, second, theirs in held[i + 1 :]:
                if one == two or not one_thing(a, b) or not one_day(a, b):
                    continue
                if ((mine and theirs) or one_deed(a, b)) and _alike(a, b, first, second):
                    yield a, _value(told, one, first), b, _value(told, two, second), told.label


MOST = 80
"""Claims of one dimension that are held against each other."""


def _alike(a: Frame, b: Frame, first: Span, second: Span) -> bool:
    """Whether two claims of one deed share enough words for it to be one: of many more, most must be common."""
    one, two = content(a.text) - content(first.exact), content(b.text) - content(second.exact)
    shared = {w for w in one & two if not w[:1].isdigit()}
    return bool(shared) or min(len(one), len(two)) <= FEW


FEW = 3
"""Words of weight, beside those that differ, of which a claim has too few to be of something else."""


def _value(told: Field, value: str, span: Span) -> Value:
    return Value(field=told.name, value=value, span=span)
