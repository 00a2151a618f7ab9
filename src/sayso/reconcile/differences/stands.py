"""The sides that accounts take on matters, by topic, as `said.by_topic` gathers typed values.

Whom a side is about is often told by a pronoun or a description. It is then taken to be the one person of the incident
whom such words can mean, where the documents name one alone; where they name several, the side is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.model import AgentKind, Claim, Value
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.namings import PRONOUNS
from sayso.reconcile.differences.called import RANKED
from sayso.reconcile.differences.dropped import of_another_case, overtaken
from sayso.reconcile.differences.said import ARMED, Key, Said, Whose
from sayso.reconcile.elsewhere import Elsewhere
from sayso.reconcile.statements.matters import OFFICER as OFFICERS
from sayso.reconcile.statements.matters import denies, matter
from sayso.reconcile.statements.topics import NUMBERED, OTHERS, PERSONS, Topics
from sayso.reconcile.words import ABLE, WORD, content, stem

MET = frozenset({"threat", "weapon", "resistance", "flight", "arrest", "charges", "suspect_name"})
"""Fields that tell of the person whom officers met, or who is accused."""
HURT = frozenset({"killed", "shot", "victim_name", "injury", "injured"})
DEAD = frozenset({"killed", "victim_name"})
OFFICER = frozenset({"officer_name", "officer_status", "force"})
FEW = 5
"""How many claims of one person must stand beside each count of several for the count to be of something else."""
SHOOTING = frozenset({"shoot", "kill"})
CULPRIT, ACCUSED = "culprit", "accused"
"""The matter of who did it. Who is accused of it must be told by name: "a man fired" accuses nobody."""
CRIME = re.compile(r"(?i)murder|homicide|manslaughter|shooting|killing|attempted|assault|discharg")
"""What is charged where somebody is held to have fired."""
FIRES = re.compile(
    r"(?i)^\W*(?:[\w’'-]+\s){1,4}(?:opened fire|fired (?:\w+ )?(?:shots?|rounds?)|fired at|started (?:shooting|firing))"
)
RANKS = frozenset(
    map(
        stem, "officer deputy trooper agent corporal sergeant lieutenant captain detective guard jailer marshal".split()
    )
)
"""What an officer is called by alone."""
TRIED = frozenset({"suspects", "charging", "case"})
"""Matters of the case that is made of the incident."""
POSTS = frozenset({"employment"})
"""Matters of the officer's, whoever else takes part."""
APPOSED = re.compile(r",| of | who | that ")
MOSTLY = 2 / 3
"""The share of all that is told of named people by which one of them is the person of the incident."""


def stands(
    claims: Sequence[Claim],
    sides: Mapping[str, Sequence[Value]],
    whose: Whose,
    topics: Topics,
    others: Elsewhere,
    false: frozenset[str] = frozenset(),
) -> dict[Key, list[Said]]:
    """What is said of each matter, in the order of the claims. `sides` are the claims' values whose fields are matters,
    `false` the claims that the sentence around them calls false.
    Claims that tell of other incidents are left out, and what could or would not be."""
    people = principals(claims, topics)
    found: dict[Key, list[Said]] = {}
    for claim in claims:
        for value in (*sides.get(claim.id, ()), *_first_shot(claim), *_culprit(claim)):
            text = " ".join(s.exact for s in claim.spans)
            if (
                claim.id in others.others
                or NUMBERED.search(text)
                or (value.field in TRIED and of_another_case(whose.said(claim, value), others.act))
                or not (claim.polarity or _denied(claim, value, text))
            ):
                continue
            about = _whose(value, people, topics)
            if about is not None:
                found.setdefault((value.field, about), []).append(_said(claim, value, whose, false))
    overtaken(found)
    for field in POSTS:
        # one name alone has a post there: whoever is called by a rank is meant
        keys = [about for f, about in found if f == field and about in topics.roster.agents]
        if len(keys) == 1 and (field, "officer") in found:
            found[field, keys[0]] += found.pop((field, "officer"))
    return found


def asked_of(
    claims: Sequence[Claim], asked: Mapping[str, Sequence[Value]], topics: Topics, others: Elsewhere
) -> dict[str, frozenset[Key]]:
    """By claim the matters of which it says that they are not known, with whom they are about. `asked`: as `matters`
    finds them."""
    people = principals(claims, topics) if asked else {}
    found: dict[str, set[Key]] = {}
    for claim in claims:
        for value in asked.get(claim.id, ()) if claim.id not in others.others else ():
            about = _whose(value, people, topics)
            if about is not None:
                found.setdefault(claim.id, set()).add((value.field, about))
    return {ident: frozenset(keys) for ident, keys in found.items()}


def principals(claims: Sequence[Claim], topics: Topics) -> dict[str, str | None]:
    """The one person whom officers met or who is accused ("person"), the officer and whoever died ("dead"): an agent,
    "" where nobody has a name, None where several may be meant."""
    dead = principal(claims, topics, DEAD)
    people = {"person": principal(claims, topics, MET) or principal(claims, topics, HURT)}
    people["officer"] = principal(claims, topics, OFFICER)
    if people["officer"] == "" and people["person"]:
        people["officer"] = _who_shot(claims, topics, people["person"])
    people["dead"] = None if _several(claims, DEAD, topics) else dead or people["person"]
    if not people["person"] and _several(claims, HURT, topics):
        people["person"] = None
    return people


def _who_shot(claims: Sequence[Claim], topics: Topics, person: str) -> str:
    """The one named person who is told to have shot somebody whom officers are told to have shot; "" for none or
    several."""
    shooters: set[str] = set()
    for claim in claims:
        takers = {p.role: topics.roster.aka.get(p.agent or "", "") for p in claim.participants}
        if (
            set(claim.predicate.split(" and ")) & SHOOTING
            and topics.people.get(takers.get("patient", ""), takers.get("patient")) == person
        ):
            who = topics.roster.agents.get(takers.get("agent", ""))
            if who is not None and who.kind is AgentKind.PERSON and is_name(who.name):
                shooters.add(who.id)
    force = any(v.field == "force" for c in claims for v in c.values)
    return next(iter(shooters)) if force and len(shooters) == 1 else ""


def the_person(claims: Sequence[Claim], topics: Topics) -> str | None:
    """The one person whom "the man" means whatever is told of him: None where several were hurt."""
    return None if _several(claims, HURT, topics) else principals(claims, topics)["person"]


def hurt(claims: Sequence[Claim], topics: Topics) -> str | None:
    """The one person who was hurt, as `principals` tells whom: None where several were."""
    return None if _several(claims, HURT, topics) else principal(claims, topics, HURT)


def _first_shot(claim: Claim) -> Iterator[Value]:
    """Who fired first, as a typed value tells it: where officers returned fire, it was not they."""
    for value in claim.values:
        if value.field == "fired_first" and value.about:
            agents = [p.span.exact for p in claim.participants if p.role == "agent"]
            officers = bool(OFFICERS.search(" ".join(agents)))
            first = officers != (value.value != "fired first")
            yield replace(value, field="first_shot", value="officers" if first else "the person", about=None)


def _culprit(claim: Claim) -> Iterator[Value]:
    """Who is told to have fired or killed, or is charged with it."""
    for value in claim.values:
        if value.field == "charges" and value.about and CRIME.search(value.value):
            yield replace(value, field=CULPRIT, value=ACCUSED)
    done = set(claim.predicate.split(" and ")) & (SHOOTING | {"murder", "stab"}) or FIRES.search(claim.spans[0].exact)
    for taker in claim.participants if done and claim.polarity else ():
        if taker.role == "agent":
            yield Value(field=CULPRIT, value=ACCUSED, span=claim.spans[0], about=taker.agent or taker.span.exact)


def _denied(claim: Claim, value: Value, text: str) -> bool:
    """Whether a negated claim denies a side, and not something else that it tells along with it: "did not shout at the
    man with a knife". What could or would not be denies nothing."""
    if denies(value):
        return True
    verbs = {stem(p) for p in claim.predicate.split(" and ")}
    return not ABLE.search(text) and (claim.predicate in ARMED or not verbs.isdisjoint(content(value.span.exact)))


def _said(claim: Claim, value: Value, whose: Whose, false: frozenset[str]) -> Said:
    said = whose.said(claim, value)
    denied = (claim.id in whose.refused) != (claim.id in false) if denies(value) else not claim.polarity
    return replace(said, negated=whose.traces[claim.id].denies != denied)


def _whose(value: Value, people: Mapping[str, str | None], topics: Topics) -> str | None:
    """Whom a side is about: "" for matters that are nobody's in particular, None where it cannot be told."""
    told = matter(value.field)
    if told is None or told.of is None:
        return ""
    if told.of == "subject":
        about = _subject(value, people, topics)
        agent = topics.roster.agents.get(about or "")
        named = agent is not None and agent.kind is AgentKind.PERSON and is_name(agent.name)
        known = named and (value.value != ACCUSED or about == topics.about(value))
        return about if known or value.field != CULPRIT else None
    return _about(value, people[told.of], topics, officer=told.of == "officer")


def _subject(value: Value, people: Mapping[str, str | None], topics: Topics) -> str | None:
    """Whoever or whatever a claim is about, by name or by the noun: "the back door" and "the door" are one. None for
    pronouns that mean nobody in particular. Who is called by a rank is the one officer, where one alone is named; of a
    post (`employment`) a pronoun means the officer too."""
    about = topics.about(value)
    if about in topics.roster.agents and is_name(topics.roster.agents[about].name):
        return about
    called = topics.described(value)
    noun = WORD.findall(APPOSED.split(called.casefold())[0])[-1:]
    if not noun or noun[0] in PRONOUNS:
        if value.field in POSTS:
            return None if people["officer"] is None else people["officer"] or "officer"
        return people["person"] or None
    if stem(noun[0]) in RANKS or about == "officer":
        return None if OTHERS.match(called) else people["officer"] or "officer"
    if noun[0] in PERSONS:
        return None if OTHERS.match(called) else people["person"] or None
    return stem(noun[0])


def _about(value: Value, person: str | None, topics: Topics, *, officer: bool) -> str | None:
    """The dossier's agent whom a side is about, "" where nobody is named at all, None where it cannot be told."""
    about = topics.about(value)
    agent = topics.roster.agents.get(about)
    if agent is None or agent.kind is not AgentKind.PERSON or not is_name(agent.name):
        called = topics.described(value)
        return None if OTHERS.match(called) or (agent and agent.kind is AgentKind.GROUP) else person
    if person and len(words(agent.name)) == 1 and words(agent.name)[0] == words(topics.roster.agents[person].name)[-1]:
        return person
    return None if not officer and agent.role and RANKED.search(agent.role) else about


def _several(claims: Sequence[Claim], fields: frozenset[str], topics: Topics | None = None) -> bool:
    """Whether more than one is told to have died or been hurt, so that a description may mean any of them. A few counts
    beside many claims of one named person are of something else ("twelve have died in county jails since")."""
    told = [v for c in claims for v in c.values if v.field in fields]
    many = sum(v.value == "several" or (v.value.isdecimal() and int(v.value) > 1) for v in told)
    if not many or topics is None:
        return many > 0
    one = principal(claims, topics, fields)
    return not one or FEW * many > sum(topics.about(v) == one for v in told)


def principal(claims: Iterable[Claim], topics: Topics, fields: frozenset[str]) -> str | None:
    """The one named person whom values of these fields are about; "" where they are about nobody with a name; None
    where they are about several."""
    told: Counter[str] = Counter()
    for claim in claims:
        about = {topics.about(v) for v in claim.values if v.field in fields}
        known = (topics.roster.agents.get(ident) for ident in about)
        told.update(a.id for a in known if a and a.kind is AgentKind.PERSON and is_name(a.name))
    if not told:
        return ""
    ident, number = min(told.items(), key=lambda row: (-row[1], row[0]))
    return ident if number >= MOSTLY * told.total() else None
