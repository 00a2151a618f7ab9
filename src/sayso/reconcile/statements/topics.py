"""What a typed value is about, in words that are the same for every document: "injury: officer"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from sayso.codebooks import Codebook
from sayso.model import Agent, AgentKind, Claim, Span, Value
from sayso.reconcile.agents.bearers import ACCUSED, HARM, HELD, ROLES, bearer, blamed, human, roles
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.namings import PRONOUNS
from sayso.reconcile.agents.parties import FORCE, FORCE_FIELDS
from sayso.reconcile.agents.people import surnames
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.statements.matters import matter

PARTS = (
    (
        "officer",
        re.compile(
            r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|agents?|sergeant|detectives?|police|cops?|marshals?|guards?)\b"
        ),
    ),
    ("bystander", re.compile(r"(?i)\b(?:bystanders?|passers?-?by|customers?|patrons?|neighbou?rs?|passengers?)\b")),
)
RANK = {
    name: n
    for n, name in enumerate(
        "killed injury injured shot victim_name suspect_name force shots fired_first weapon".split()
    )
}
"""What matters first of what a claim tells; all other fields come after, as told."""
OF_INCIDENT = frozenset({"date", "time", "place", "address"})
"""Fields that a report tells of many things; only those of the act itself are set side by side."""
EXCLUSIVE = ("arrest", "charges")
"""Fields that can be told of nobody: "no one is in custody" is of whoever else is said to be arrested."""
NOBODY = frozenset({"one", "no one", "nobody", "none", "anyone", "anybody"})
NO_ONE = frozenset({"no one", "nobody"})
COUNTS = frozenset({"killed", "injured", "shot"})
_NUMBER = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens?)"
MANY = re.compile(
    r"(?i)^(?:at least |about |nearly |some |the |all |as many as )*(?:"
    + _NUMBER
    + r"|(?:(?:"
    + _NUMBER
    + r"|one|other|"
    r"another|additional|more|of)\s)*(?:people|persons?|others?|victims|adults|men|women|patrons|bystanders|teens|teenagers|"
    r"children|students))$"
)
"""What a count is of where it is of nobody in particular."""
PERSONS = frozenset(
    "man woman boy girl teen teenager driver suspect victim person gunman student inmate motorist youth male female "
    "child".split()
)
"""Nouns for the one person, where the documents name one alone."""
OTHERS = re.compile(
    r"(?i)^(?:(?:the |an? |one of the |some |all )?(?:\w*\s)?(?:second|third|fourth|fifth|others?|another|first)\b"
    r"|(?:at least |about |the |all |another )*"
    r"(?:\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|many|some|most)\b(?!-)"
    r"|(?:i|we|us|you|they|them|these|those|people|everyone|everybody|someone|somebody|nobody|no one|none|neither|both"
    r"|(?:.* )?(?:men|women|people|victims|suspects|children|kids|boys|girls|teens|teenagers|students|employees|"
    r"witnesses))$)"
)
"""Words for others than the one person, for several people or for whoever speaks."""
PERSON = "the one who was hurt"
"""What values are about where the one person of the incident has no name."""
OF_PERSON = frozenset({"hits"})
"""Fields by which a description means the one person of the incident."""
OF_NOBODY = frozenset({"age", "injury"})
"""Fields by which it does so only where nobody has a name: elsewhere the boy who fired may be meant."""
LABELS = {"hits": "how many times the person was hit"}
"""Fields that reading does not tell and no codebook holds."""
AGE = "how old someone is"
"""The topic of an age of whom no claim tells to have been hurt."""
OTHERWISE = {
    "name": "who somebody is",
    "officer_name": "the name of the officer",
    "shot": "who was shot",
    "threat": "a threat",
    "fired_first": "who fired first",
    "flight": "whether anyone fled",
    "force": "force by officers",
    "resistance": "whether anyone resisted",
    "encounter": "how it began",
    "officer_status": "what became of the officers",
    "suspect_name": "the name of the suspect",
    "victim_name": "the name of the person hurt or killed",
}
"""What fields are called that the codebook does not hold."""
DEEDS = HARM | HELD | ACCUSED | {"age"}
"""Fields of which a pronoun alone says nothing of somebody with a name."""
BEFALLS = HELD | ACCUSED | {"killed", "injured", "shot", "hits", "suspect_name"}
"""Fields of which a claim that denies them says that somebody is none of those."""
ACTED = frozenset({"victim_name", "suspect_name"})
OTHER = re.compile(r"(?i)^(?:the |an?)?\s*(second|third|fourth|other|another)\b")
"""What sets one person of a role apart from the one that is meant without it."""
ARTICLE = re.compile(r"(?i)^(?:the|an?|one of the|his|her|their|two|three)\s+")

OPENING = frozenset("A An The One Another At Some Both All Their His Her Our My This That".split())
KIN = re.compile(r"(?i)(?:his|her|their|my|our)\s")
AGED = re.compile(r"the \d{1,2}-year-old \w+$")
"""Whom an age alone tells from the others who were hurt."""
NONE_OF = re.compile(r"(?i)(?:no(?:t|body|ne)?|neither)\b|\d+$|.*(?:https?:|[A-Za-z]/[A-Z])")
"""What names nobody: none, a number, captions with the addresses of pictures."""
TRAILING = re.compile(r"\s[-–—|]\s.*$")
"""What a page sets behind a name: the name of the page."""
SORROW = re.compile(r"(?i)^hurt(?:s|ing)$")
FURTHER = re.compile(
    r"(?i)\s*(?:,|\(|—|–|\s(?:who|that|in|inside|with|from|at|on|wanted|suspected|accused|identified)\s)"
)
"""Where what is said further of somebody begins."""


@dataclass(frozen=True)
class Topics:
    """Names topics. `people` maps agents to the person of the incident that they are, where names differ; `person` is
    the one whom a description of one person means, "" where nobody is named, None where several may be meant. `hurt`
    and `accused` are whom claims tell to have been hurt, arrested or charged in words that name them."""

    roster: Roster
    codebook: Codebook | None = None
    people: Mapping[str, str] = field(default_factory=dict)
    person: str | None = None
    hurt: frozenset[str] = frozenset()
    accused: frozenset[str] = frozenset()

    @cached_property
    def surnames(self) -> Mapping[str, str]:
        """The last name, in plain form too, of each named person who alone bears it."""
        return surnames(self.roster)

    def knowing(self, claims: Iterable[Claim]) -> Topics:
        """These topics, knowing whom these claims tell to have been hurt or accused."""
        hurt, accused = roles(claims, self)
        return replace(self, hurt=hurt, accused=accused)

    def knows(self, value: Value) -> bool:
        """Whether a value fills a field of the codebook, or any field where there is none, of somebody who is known."""
        if value.field == "unknown" or (value.about and self.about(value) in PRONOUNS):
            return False
        if not self.of_people(value):
            return False
        return self.codebook is None or self._label(value.field) is not None

    def _label(self, field: str) -> str | None:
        if field in LABELS:
            return LABELS[field]
        side = matter(field)
        if side is not None:
            return side.label
        told = self.codebook.field(field) if self.codebook else None
        if told is None and self.codebook:
            told = next((f for f in self.codebook.fields if field in f.filled_by), None)
        return told.label if told else None

    def about(self, value: Value) -> str:
        """Whom or what a value is about: an agent's id of the dossier, a role in lower case, or nothing."""
        if not value.about:
            return ""
        if value.field in EXCLUSIVE and self.described(value).casefold() in NOBODY:
            return ""
        called = self.described(value)
        if value.field in COUNTS and (MANY.match(called) or called.casefold() in NO_ONE):
            return ""  # "two people", "six others": a count, of nobody in particular
        if self.meant(value):
            return self.person or PERSON
        agent = self.roster.aka.get(value.about)
        if agent is None:
            return self.surnames.get(value.about.casefold()) or role(value.about)
        agent = self.people.get(agent, agent)
        told = self.roster.agents[agent]
        if told.kind is AgentKind.PERSON and is_name(told.name):
            return agent
        if self.roster.institution(agent):
            return "officer" if value.field in {"injury", "injured", "killed"} else agent
        return self.surnames.get(told.name.casefold()) or role(told.name)

    def meant(self, value: Value) -> bool:
        """Whether a value is about the one person of the incident in words that name nobody."""
        if not value.about or self.person is None or not self._described(value):
            return False
        return value.field in OF_PERSON if self.person else value.field in OF_PERSON | OF_NOBODY

    def _described(self, value: Value) -> bool:
        called = re.sub(r"[’']s?$", "", self.described(value))
        if KIN.match(called):
            return False  # "her mother" is not the one whom "the woman" means
        noun = called.casefold().split(" of ")[0].split(",")[0].split()[-1:]
        return bool(noun) and noun[0] in PERSONS and not OTHERS.match(called) and not is_name(called)

    def described(self, value: Value) -> str:
        """Whom a value is about as the documents call them; nothing where it is about nobody."""
        about = value.about or ""
        agent = self.roster.agents.get(self.roster.aka.get(about, ""))
        return agent.name if agent else about

    def key(self, value: Value) -> tuple[str, str]:
        """Field and whom it is about: values with one key are accounts of one thing."""
        return value.field, self.about(value)

    def of_people(self, value: Value) -> bool:
        """Whether what tells of a person is about one: a heart that hurts and the year that died are not."""
        if value.field not in HARM | HELD | ACCUSED | {"age"} or not value.about:
            return True
        if value.field == "injured" and SORROW.search(value.span.exact):
            return False
        agent = self.roster.agents.get(self.roster.aka.get(value.about, ""))
        if agent is None:
            return human(value.about) or value.about.casefold() in PRONOUNS or value.about[:1].isupper()
        if agent.kind in {AgentKind.PERSON, AgentKind.UNNAMED, AgentKind.GROUP} and not is_name(agent.name):
            return human(agent.name)
        return agent.kind is not AgentKind.PUBLISHER

    def bearer(self, claim: Claim, value: Value) -> str:
        """What a label calls whom a value is about: a name or a description that the claim's own words have for them in
        the role that it tells of, else nothing."""
        agent = self.roster.agents.get(self.roster.aka.get(value.about or "", ""))
        agent = agent or self.roster.agents.get(self.surnames.get((value.about or "").casefold(), ""))
        told = bearer(claim, value, agent)
        if told is None:
            return ""
        if agent is not None and agent.kind is AgentKind.PERSON and is_name(agent.name):
            return TRAILING.sub("", self.roster.agents[self.people.get(agent.id, agent.id)].name)
        return plain(told)

    def _bearers(self, claim: Claim, value: Value) -> Iterator[str]:
        """What a claim's own words call somebody, and the name of the one person whom such a description means."""
        told = self.bearer(claim, value)
        if told:
            yield told
            meant = self.people.get(self.roster.aka.get(value.about or "", ""))
            if meant:
                yield self.roster.agents[meant].name

    def name(self, key: tuple[str, str], told: Iterable[tuple[Claim, Value]] | None = None) -> str:
        """The topic in plain words: "how badly each person was hurt: the officer". Of `told`, whose values are of the
        topic, one claim at least must name in that role whom the topic names."""
        agent = self.roster.agents.get(key[1])
        who = "" if NONE_OF.match(self._called(key[1])) else self._called(key[1])
        if who and told is not None and key[0] in ROLES:
            names = [name for claim, value in told for name in self._bearers(claim, value)]
            part = AGED.match(who) or (not agent and any(who.casefold() in name.casefold() for name in names))
            who = who if who in names or part else next(iter(names), "")
        label = self._of_whom(key[0], key[1] if agent else who.casefold())
        if who == "death":
            return f"{label} of death"
        return f"{label}: {who}" if who else label

    def borne_out(self, key: tuple[str, str], told: Iterable[tuple[Claim, Value]]) -> bool:
        """Whether somebody with a name, of whom values tell, is named in that role by the words of one claim at least.
        Else pronouns alone say that it is they."""
        agent = self.roster.agents.get(key[1])
        if agent is None or key[0] not in DEEDS or agent.kind is not AgentKind.PERSON or not is_name(agent.name):
            return True
        return any(self.bearer(claim, value) for claim, value in told)

    def _of_whom(self, field: str, about: str) -> str:
        """The label of a topic's field: an age of who was not hurt is nobody's of "those hurt", and the name of who is
        accused is the suspect's."""
        told = field
        if told == "age" and about not in self.hurt and self.codebook:
            return AGE
        if told in ACTED and about in self.hurt ^ self.accused:
            told = "victim_name" if about in self.hurt else "suspect_name"
        if told == "suspect_name" and about not in self.hurt and self.codebook and not self.codebook.field(told):
            return OTHERWISE[told]  # a codebook of who met officers has one field for all of their names
        if told == "name" and about not in self.hurt:
            return OTHERWISE[told]
        return self._label(told) or self._label(field) or OTHERWISE.get(field, field.replace("_", " "))

    def of(self, claim: Claim) -> str | None:
        """The topic of the claim's value that matters first, or None."""
        known = [v for v in claim.values if self.of_people(v)]
        best = min(known, key=lambda v: RANK.get(v.field, len(RANK)), default=None)
        if best is None:
            return None
        if best.field in HARM and blamed(claim, best):
            return self._label("charges") or "charges"  # "charged with killing two people"
        about = self.about(best)
        who = self.bearer(claim, best) if about and best.field in ROLES else self._called(about)
        if NONE_OF.match(who) or (best.field in BEFALLS and not claim.polarity and claim.predicate != "deny"):
            about = who = ""  # whom it did not befall is no one of those whom it did
        label = self._of_whom(best.field, about if about in self.roster.agents else who.casefold())
        if who == "death":
            return f"{label} of death"
        return f"{label}: {who}" if who else label

    def _called(self, about: str) -> str:
        agent = self.roster.agents.get(about)
        return TRAILING.sub("", agent.name) if agent else "" if about in PRONOUNS else about


def role(description: str) -> str:
    """The plain role in a description: "an ICE officer", "The officer": both "officer"; not so "a second officer"."""
    other = OTHER.match(description.strip())
    for name, pattern in PARTS:
        if pattern.search(description):
            return f"{other.group(1).casefold().removeprefix('an')} {name}" if other else name
    return ARTICLE.sub("", description.strip()).casefold()


def plain(phrase: str) -> str:
    """A description as a label has it: "Oklahoma man" of "an Oklahoma man, 34, in a black coat"."""
    told = ARTICLE.sub("", FURTHER.split(phrase.strip(), maxsplit=1)[0])
    first = told.split()[0] if told.split() else ""
    return told[:1].lower() + told[1:] if human(first) or first in OPENING else told


HAPPEN = frozenset("happen occur take unfold erupt break begin start come ring".split())
ACT = frozenset("shoot kill wound injure fire open stab strike hit murder slay die gun attack".split())
ACT_NOUN = re.compile(r"(?i)\b(?:shootings?|gunfire|shots|gunshots|killings?|stabbings?|attacks?)\b")
"""Who or what happens, where a claim tells when or where the act was."""
OPENING_FIRE = re.compile(r"(?i)\b(?:start|began|begin)\w* (?:shooting|firing|to shoot|to fire)\b")
PLAINLY = re.compile(r"(?i)it|(?:the|this) (?:incident|crime|violence)")
"""What happens or occurs, and is the act where nothing else is told of."""
THE = re.compile(r"(?i)\b(?:the|this|that)\s(?:\w+\s)?$")
ITS_ACT = re.compile(
    r"(?i)\W{0,2}\s?(?:(?:fatal|deadly|double|triple|quadruple|mass)\s)?(?:shooting|stabbing|killing|attack)\b"
)


def of_act(claim: Claim) -> bool:
    """Whether a claim tells of the act itself: by its predicate or a value."""
    if set(claim.predicate.split(" and ")) & FORCE or any(v.field in FORCE_FIELDS for v in claim.values):
        return True
    return happens(claim)


def happens(claim: Claim) -> bool:
    """Whether a claim tells that the act took place: "the shooting happened about 9 p.m."."""
    takers = [p.span.exact for p in claim.participants if p.role != "other"]
    if claim.predicate not in HAPPEN:
        return False
    plain = claim.predicate in {"happen", "occur"}
    return any(ACT_NOUN.search(t) or (plain and PLAINLY.fullmatch(t)) for t in takers)


def of_the_act(claim: Claim, time: Span) -> bool:
    """Whether a time stands before the act that it is of: "the 3:30 p.m. shooting"."""
    for span in claim.spans:
        if span.start <= time.start and time.end <= span.end:
            before, after = span.exact[: time.start - span.start], span.exact[time.end - span.start :]
            return THE.search(before) is not None and ITS_ACT.match(after) is not None
    return False


NUMBERED = re.compile(
    r"(?i)\bshooting nearby\b|\bnearby shooting\b|\bseparate (?:shootings|incidents)\b|"
    r"[- ](?:hour|day) (?:span|period)\b|"
    r"\b(?:this|last|past|previous) (?:year|month|decade)\b|\bso far\b|\bnationwide\b|\bsince (?:19|20)\d\d|"
    r"\b(?:an?|in|of|the|from) (?:19|20)\d\d\b|"
    r"\ban? (?:january|february|march|april|june|july|august|september|october|november|december)\b|"
    r"\b(?:first|second|third|fourth|fifth|sixth|earlier|previous|another|separate|unrelated|other|last)\s"
    r"(?:\w+\s)?(?:shooting|incident|attack|case|homicide|call|victim)s?\b"
)
"""One of several incidents, or many of them: what is told is not of this one."""


def tells_act(claim: Claim) -> bool:
    """Whether a claim's own times and places are those of the act: somebody was shot, it happened."""
    text = " ".join(s.exact for s in claim.spans)
    if NUMBERED.search(text):
        return False
    told = set(claim.predicate.split(" and "))
    if "open" in told and "fire" not in text.casefold():
        return False
    if told & {"start", "begin"} and OPENING_FIRE.search(text):
        return True
    return bool(told & ACT) or happens(claim)


def described(agent: Agent) -> bool:
    """Whether an agent is known by a description alone."""
    return not is_name(agent.name)
