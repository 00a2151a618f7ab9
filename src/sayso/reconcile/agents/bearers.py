"""Whom a claim's own words name in the role of which a value tells: the one who was shot, who was arrested, who is 34.

Readings take pronouns and elided subjects to be somebody, and are often mistaken. That is good enough to set accounts
side by side, and not to print somebody's name below "who was arrested". A label names a person where the claim's own
words do, in that very role.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.model import Agent, AgentKind, Claim, Modality, Participant, Value
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.namings import PRONOUNS

if TYPE_CHECKING:
    from sayso.reconcile.statements.topics import Topics

HARM = frozenset({"killed", "injured", "injury", "shot", "hits"})
DOES = frozenset({"weapon", "threat", "resistance", "flight", "fired_first", "force"})
"""Fields that tell what somebody did or had."""
HELD = frozenset({"arrest"})
ACCUSED = frozenset({"charges"})
NAMES = frozenset({"victim_name", "suspect_name", "officer_name", "witness_name", "name"})
ROLES = HARM | DOES | HELD | ACCUSED | NAMES | {"age", "hospital", "officer_status"}
"""Fields that tell something of a person, whom a label may name."""
ENDURE = frozenset(
    """die drown succumb suffer sustain receive undergo survive recover remain bleed perish collapse expect live
    dead deceased kill injured hurt wounded unharmed uninjured unhurt condition stable alive fine okay critical victim
    surgery hospital life injury wound have get cling fight""".split()
)
"""Predicates whose subject is whom something befell."""
BLAMES = frozenset("charge accuse arrest suspect convict indict book jail sentence acquit hold want seek".split())
"""What is done to somebody else than whom the harm befell that the claim goes on to tell."""
CONVICTS = frozenset("charge arrest convict indict sentence arraign accuse".split())
PLEADS = frozenset("plead guilty".split())
SHOT = frozenset("shoot kill wound injure murder slay stab".split())
HIT = frozenset("hit strike graze".split())
BULLETS = re.compile(r"(?i)\b(?:bullets?|gunfire|shots?|rounds?|gunshots?)\b")
DIES = frozenset({"die"})
GIVES_UP = frozenset("surrender turn custody jail remain stay sit be await appear prison face bar held".split())
ANSWERS = frozenset("face plead guilty receive get serve be await charge appear innocent stand".split())
CARRIES = frozenset("take transport rush fly airlift bring carry drive treat hospitalize admit release send".split())
PENDING = re.compile(
    r"(?i)\bpending\b|\b(?:sought|wanted|searching|looking|at large|manhunt|may|could|will|expected)\b"
)
"""An arrest that has not been made."""
OLD = re.compile(r"(?i)\byears?[- ]olds?$|-olds?$")
PEOPLE = frozenset(
    """man woman boy girl child kid baby infant toddler person people victim suspect driver passenger resident teen
    teenager youth juvenile adult bystander gunman gunmen gunwoman shooter attacker assailant robber intruder burglar
    accused defendant prisoner inmate detainee motorist pedestrian bicyclist cyclist student pupil teacher worker
    employee
    clerk owner homeowner manager customer patron guest neighbor neighbour friend relative family member mother father
    mom dad parent son daughter brother sister sibling twin grandmother grandfather grandson granddaughter grandchild
    grandparent aunt uncle cousin nephew niece wife husband spouse widow widower girlfriend boyfriend fiance fiancee
    partner stepfather stepmother stepson stepdaughter stepbrother stepsister roommate tenant occupant officer deputy
    trooper agent sergeant lieutenant captain corporal detective marshal sheriff constable cop policeman policewoman
    guard
    ranger chief firefighter paramedic soldier veteran citizen civilian individual male female alien immigrant migrant
    protester demonstrator participant attendee couple pair trio crowd player athlete singer rapper pastor priest doctor
    nurse patient barber bartender bouncer rider runner hostage caller subject target dealer thief somebody someone
    nobody everyone everybody anyone anybody lady guy gentleman one other two three four five six seven eight nine ten
    eleven twelve dozen hundred several many some both all most few none""".split()
)
WHOEVER = frozenset("everybody everyone anybody anyone somebody someone nobody".split())
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "wives": "wife", "deputies": "deputy",
             "families": "family", "babies": "baby", "thieves": "thief", "ladies": "lady"}  # fmt: skip
CUT = re.compile(
    r"(?i)\s*(?:,|\(|—|–|\s(?:of|in|with|from|at|on|who|that|wanted|suspected|accused|inside|near|by|and|identified|"
    r"named)\b)"
)
POSSESSIVE = re.compile(r"[’']s?$")
DEATH = r"(?:death|killing|shooting|slaying|murder|wounding|stabbing|homicide|dead|arrest|conviction|trial)s?"

LISTED = (
    r"(?:(?:(?i:the|an?|his|her|their|two|three|and)\s)?(?:[\w’'-]+\s){0,2}?|"
    r"(?:(?:\d+[\w-]*|and|the|an?|[a-z]+s|[A-Z][\w.’'-]+),?\s){0,16}?)"
)
"""What may stand before a name in "the killings of two sisters, Ann and May Ode, and 33-year-old Ida Rell"."""

KILLINGS = re.compile(
    rf"\b(?i:{DEATH})\sof\s(?P<names>(?:(?:\d+[\w-]*|and|the|an?|[a-z]+s|[A-Z][\w.’'-]+),?\s?){{2,24}})"
)
"""The names in "the killings of two sisters, Ann and May Ode, and 33-year-old Ida Rell"."""


def head(phrase: str) -> str:
    """The noun that a phrase is about, in lower case: "man" of "a 24-year-old man in a black coat"."""
    told = CUT.split(phrase.strip(), maxsplit=1)[0] or phrase.strip()
    last = POSSESSIVE.sub("", told.split()[-1]) if told.split() else ""
    return last.strip("“”\"'.").casefold()


def human(phrase: str) -> bool:
    """Whether a description means people: "a year", "the gun" and "everything" do not."""
    noun = head(phrase)
    single = IRREGULAR.get(noun, noun)
    if single in PEOPLE or single.removesuffix("s") in PEOPLE or noun.isdecimal():
        return True
    return bool(OLD.search(CUT.split(phrase.strip(), maxsplit=1)[0].strip()))


def bearer(claim: Claim, value: Value, agent: Agent | None) -> str | None:
    """What the claim's own words call the one whom the value is about, where they name or describe that person in the
    role of which it tells; else None. `agent` is the dossier's, where `value.about` is an agent's id."""
    if not value.about or value.field not in ROLES:
        return None
    if value.field == "officer_name" and NO_LONGER.search(_text(claim)):
        return None
    if value.field in NAMES:
        return (
            value.span.exact
            if is_name(value.span.exact) and (agent is None or calls(value.span.exact, agent))
            else None
        )
    if value.field == "age":
        return _aged(claim, value, agent)
    if value.field == "fired_first" and value.value != "fired first":
        return None  # who returned fire did not fire first
    if value.field in HELD and PENDING.search(_text(claim)):
        return None
    for taker in _called(claim, value, agent):
        if _bears(value.field, taker.role, claim.predicate):
            return taker.span.exact
    return _beside(claim, value, agent) or _worded(claim, value, agent)


def _worded(claim: Claim, value: Value, agent: Agent | None) -> str | None:
    """Whom a reading gives as the claim's own word, where it knows no agent: "the driver was wounded" of a driver."""
    about = value.about or ""
    if about.casefold() in PRONOUNS | WHOEVER or any(p.agent == about for p in claim.participants):
        return None
    plain = human(about) if agent is None else agent.kind is AgentKind.PERSON and not set(words(about)) - _known(agent)
    return about if plain and re.search(rf"(?<!\w){re.escape(about)}(?![\w’'])", _text(claim)) else None


def _called(claim: Claim, value: Value, agent: Agent | None) -> Iterator[Participant]:
    """The participants whose words name or describe the one meant; no pronouns, and nobody's mother for somebody."""
    for taker in claim.participants:
        phrase = taker.span.exact
        if phrase.casefold() in PRONOUNS or head(phrase).isdecimal() or head(phrase) in WHOEVER:
            continue
        if not any(s.start <= taker.span.start and taker.span.end <= s.end for s in claim.spans):
            continue  # the subject of the clause before, which the parse may take wrongly
        if claim.predicate == "leave" and value.span.start < taker.span.start:
            continue  # "slain, leaves a child"
        if taker.agent == value.about:
            named = agent is not None and is_name(agent.name)
            if (named and agent is not None and calls(phrase, agent)) or (not named and human(phrase)):
                yield taker
        elif agent is None and human(phrase) and head(phrase) in _forms(value.about or ""):
            yield taker


def _forms(noun: str) -> tuple[str, str]:
    single = noun.casefold()
    return single, next((many for many, one in IRREGULAR.items() if one == single), f"{single}s")


def calls(phrase: str, agent: Agent) -> bool:
    """Whether a phrase ends in a name of somebody, so that it is about them: not so "Ode's mother"."""
    if agent.kind is not AgentKind.PERSON or not is_name(agent.name):
        return False
    told = words(CUT.split(phrase, maxsplit=1)[0])
    return bool(told) and told[-1] in _known(agent) and not POSSESSIVE.search(phrase)


def _known(agent: Agent) -> frozenset[str]:
    """The words of all names of somebody."""
    return frozenset(w for name in (agent.name, *agent.aliases) for w in words(name))


def _bears(field: str, role: str, predicate: str) -> bool:
    """Whether whoever takes a part in what a predicate tells is the one whom a field is about."""
    done = set(predicate.split(" and "))
    if field in HARM:
        return (role == "patient" and not done & BLAMES) or (role == "agent" and bool(done & ENDURE))
    if field in HELD:
        return role == "patient" or (role == "agent" and bool(done & GIVES_UP))
    if field in ACCUSED:
        return role == "patient" or (role == "agent" and bool(done & ANSWERS))
    if field == "hospital":
        return role == "patient" or (role == "agent" and not done & CARRIES)
    return role == "agent" or (role == "patient" and field in {"weapon", "officer_status"})


def _beside(claim: Claim, value: Value, agent: Agent | None) -> str | None:
    """The name or description right beside the words: "the death of Ann Ode", "Ann Ode's killing", "Ode's arrest"."""
    if value.field not in HARM | HELD | ACCUSED:
        return None
    for name in _wordings(agent, value):
        told = re.escape(name).replace(r"\ ", r"\s")
        of = re.compile(rf"\b(?i:{DEATH})\s(?:of|to)\s{LISTED}(?P<name>{told})(?![\w’'])")
        own = re.compile(rf"(?i)(?<!\w)(?P<name>{told})[’']s?\s(?:\w+\s)?{DEATH}\b")
        if value.field in ACCUSED:
            by = re.compile(
                rf"(?<!\w){told},?\s(?:\d+,\s)?(?:who\s)?(?:(?:is|was|has|had|been|stands)\s)*(?:accused|charged|convicted)\b"
            )
            if by.search(_text(claim)):
                return name
            continue
        for span in claim.spans:
            for found in (*of.finditer(span.exact), *own.finditer(span.exact)):
                low, high = span.start + found.start(), span.start + found.end()
                if low <= value.span.start and value.span.end <= high:
                    return found["name"]
    return None


def _wordings(agent: Agent | None, value: Value) -> Iterator[str]:
    """What somebody may be called in a claim, longest first."""
    if agent is None:
        if human(value.about or ""):
            yield value.about or ""
        return
    if is_name(agent.name) and agent.kind is AgentKind.PERSON:
        yield from sorted({agent.name, *agent.aliases, agent.name.split()[-1]}, key=len, reverse=True)
    elif human(agent.name):
        yield re.sub(r"(?i)^(?:the|an?)\s", "", agent.name)


def _aged(claim: Claim, value: Value, agent: Agent | None) -> str | None:
    """Who has an age, where the name or the noun stands beside it: "Ann Ode, 34", "34-year-old Ann Ode", "a
    34-year-old man"."""
    span = next((s for s in claim.spans if s.start <= value.span.start and value.span.end <= s.end), None)
    if span is None:
        return None
    before, after = span.exact[: value.span.start - span.start], span.exact[value.span.end - span.start :]
    if agent is not None and is_name(agent.name):
        if agent.kind is not AgentKind.PERSON:
            return None
        known = _known(agent)
        right = words(" ".join(re.match(r"[^,;.]{0,60}", after.lstrip(" ,"))[0].split()[:4]))  # type: ignore[index]
        appositive = re.search(r"(?i)(?:[,(]|\baged?|\b(?:is|was|be|turned)(?: \w+)?)\s*$", before)
        if appositive and not known.isdisjoint(words(before)[-3:]):
            return agent.name
        return agent.name if right and any(w in known for w in right) else None
    if agent is None and value.about and value.about in before:
        return value.about if human(value.about) else None
    noun = re.match(r"\s?(?:[\w’'-]+\s){0,3}?(?P<noun>[A-Za-z]+)\b", after)
    if OLD.search(value.span.exact) and noun and noun["noun"].casefold() in PEOPLE:
        return f"{value.span.exact}{noun.group()}"
    return value.span.exact if OLD.search(value.span.exact) else None


CHARGE = re.compile(
    r"(?i)\b(?:charged? (?:with|of|in)|counts? of|accused of|plead\w* (?:not )?(?:guilty|no contest)\b.{0,20}\bto|"
    r"convicted of|indicted (?:on|for)|guilty of|suspected of|on suspicion of|sentenced for)\W+(?:[\w’'-]+\W+){0,5}$"
)
"""What stands before a deed that somebody is charged with."""
CHARGES = re.compile(r"(?i)^(?:\W+[\w’'-]+){0,3}\W+(?:charges?|counts?|trial|warrant)\b")


NO_LONGER = re.compile(r"(?i)\b(?:retired|former|ex-)\b")
WOUNDED = re.compile(r"(?i)\b(?:wounds?|wounded|injur\w+|burns?|gunshot)\b")
SUPPOSED = re.compile(r"(?i)\bpossible\b.{0,3} (?:suspect|victim)|\bpersons? of interest\b")
"""Who may be the one, which names nobody."""


def blamed(claim: Claim, value: Value) -> bool:
    """Whether a claim names a killing or a wounding as what somebody is charged with: it tells of charges."""
    for span in claim.spans:
        if span.start <= value.span.start and value.span.end <= span.end:
            at, end = value.span.start - span.start, value.span.end - span.start
            return CHARGE.search(span.exact[:at]) is not None or CHARGES.match(span.exact[end:]) is not None
    return False


def roles(claims: Iterable[Claim], topics: Topics, *, widely: bool = False) -> tuple[frozenset[str], frozenset[str]]:
    """Whom these claims tell to have been hurt, and to have been arrested or charged, in words that name them: agents
    of the dossier, or descriptions in lower case; `widely`: also what else those are called who are described."""
    hurt: set[str] = set()
    accused: set[str] = set()
    named: dict[str, set[str]] = {"victim_name": set(), "suspect_name": set()}
    full = {
        a.name: topics.people.get(i, i) for i, a in topics.roster.agents.items() if " " in a.name and is_name(a.name)
    }
    for claim in claims:
        text = _text(claim)
        slain = {
            ident for several in KILLINGS.finditer(text) for name, ident in full.items() if name in several["names"]
        }
        hurt |= slain
        for value in claim.values:
            if value.field == "suspect_name" and topics.about(value) in slain:
                continue  # "charged in the killings of …": the parse may take one of those names for who is charged
            if value.field in named and not (value.field == "suspect_name" and SUPPOSED.search(text)):
                named[value.field].add(topics.about(value))
                continue
            wounded = value.field == "hospital" and WOUNDED.search(text)
            if not (value.field in HARM | HELD | ACCUSED or wounded) or not topics.of_people(value):
                continue
            who = topics.bearer(claim, value)
            if who and value.value not in {"0", "unhurt"} and claim.polarity:
                about = topics.about(value)
                known = about if about in topics.roster.agents else who.casefold()
                (accused if value.field in HELD | ACCUSED else hurt).update({known, about} if widely else {known})
        accused |= set(_people(claim, topics, CONVICTS, PLEADS)) - slain
        bullets = any(BULLETS.search(p.span.exact) for p in claim.participants)
        harm = SHOT | (HIT if bullets else frozenset()) | (CARRIES if WOUNDED.search(text) else frozenset())
        hurt |= set(_people(claim, topics, harm, DIES))
    hurt |= named["victim_name"] - accused
    return frozenset(hurt), frozenset(accused | (named["suspect_name"] - hurt))


def _people(claim: Claim, topics: Topics, done: frozenset[str], does: frozenset[str]) -> Iterator[str]:
    """Whom a claim names as those to whom something is `done`, or who do what `does` tells, whatever values it has."""
    told = set(claim.predicate.split(" and "))
    for taker in claim.participants if claim.polarity and claim.modality is not Modality.UNKNOWN else ():
        ident = topics.roster.aka.get(taker.agent or "", "")
        agent = topics.roster.agents.get(ident)
        meant = (taker.role == "patient" and told & done) or (taker.role == "agent" and told & does)
        if meant and agent is not None and calls(taker.span.exact, agent):
            yield topics.people.get(ident, ident)


def _text(claim: Claim) -> str:
    return " ".join(s.exact for s in claim.spans)
