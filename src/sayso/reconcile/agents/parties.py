"""Who takes part in the incident, and so is an interested party when it speaks. The rule: docs/independence.md."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import NOT_ASSERTING, Agent, AgentKind, Claim, Modality, Reading, Span
from sayso.reconcile.agents.bearers import ENDURE, blamed, calls, head
from sayso.reconcile.agents.clients import clients
from sayso.reconcile.agents.generics import generic
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.offices import PROSECUTOR, is_lawyer, office
from sayso.reconcile.agents.organisations import Organisations
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.agents.scenes import Scene
from sayso.reconcile.agents.unlisted import Unlisted

FORCE = frozenset(
    """shoot fire kill wound injure hurt hit strike drag ram tase punch kick stab beat attack assault tackle restrain
    pin choke handcuff spray grab threaten confront ambush charge lunge crash collide run lunged resist fight struggle
    slash bludgeon disarm point aim discharge raid storm breach slam trample gas exchange return flee evade
    barricade""".split()
)
VIOLENT = FORCE - {"run", "return", "exchange"}
"""Predicates of those who use force or meet it; who runs may be anybody."""
ENCOUNTER = frozenset("stop chase pursue pull conduct serve execute barricade intercept approach".split())
AFTERWARDS = frozenset(
    """find see hear witness watch discover locate pronounce respond treat transport confirm identify investigate
    recover collect interview search say tell report surrender take bring rush transport fly airlift admit release
    expect list call scour comb canvass sweep""".split()
)
"""Predicates of those who come to know of it or to whom it leads, whose agents took no part in it."""
ENCOUNTERED = frozenset({"conduct", "serve", "execute"})
SERVED = re.compile(r"(?i)\b(?:warrants?|papers|stops?|evictions?|checks?|raids?|orders?|subpoenas?)\b")
"""What is served, conducted or executed where officers meet somebody: not an inquiry, nor a term in the Navy."""
CUSTODY = frozenset("arrest detain apprehend deport hold custody charge".split())
HARM = frozenset({"killed", "injured", "injury"})
TOLD = HARM | {"shots", "fired_first", "force", "threat", "resistance"}
NAMES = frozenset({"officer_name"})
BY_OFFICERS = frozenset({"force", "fired_first", "shots"})
FORCE_FIELDS = TOLD | NAMES | {"agency"}
"""Fields that tell who took part where the claim is of force: a detective to call is none."""
ATTACK = re.compile(r"(?i)\bcharg\w*\s+(?:at|toward|towards|into|after)\b")
"""Who charges at somebody, and not who is charged with something."""
FORCED = re.compile(
    r"(?i)\b(?:officers?|deput(?:y|ies)|troopers?|agents?|police\w*|cops?|sheriffs?|marshals?|detectives?|sergeants?|"
    r"lieutenants?|captains?|corporals?|guards?|rangers?|swat|patrol|department|office|bureau|agency|administration|"
    r"service|enforcement|team|unit|squad|force|operators?|partners?|officials?|jailers?|members?|personnel)$|"
    r"(?-i:[A-Z]{2,}$)"
)
"""The last word of what means the people of a body; a shooting, a pickup or a report is none."""
DEEDS = VIOLENT | ENCOUNTER | CUSTODY | (ENDURE - {"have", "get"}) | {"return", "use", "deploy", "draw", "open"}
"""What a body's people do who take part: not who *has* a suspect in a killing, or goes to where shots were."""
OFFENCE = re.compile(
    r"(?i)^\W*(?:resisting|obstructing|assaulting|battering|evading|fleeing|threatening|impersonating|disarming|"
    r"(?:aggravated )?(?:assault|battery) (?:on|of|upon|against))\s+(?:an?|any)\s"
)
"""How an offence is called that somebody is charged with: "resisting an officer"."""
PRONOUN = frozenset({"he", "she", "him", "her", "his", "hers", "they", "them", "their", "it", "who", "whom"})
INVESTIGATING = frozenset({"investigation"})
"""What tells of an inquiry, whose agency took no part in what it looks into."""
TAKING_PART = frozenset({"agent", "patient", "recipient"})
HELD = re.compile(
    r"(?i)\b(?:died|dies|dead|death|killed|hanged|unresponsive|suicide|hurt|injured)\b.{0,60}"
    r"\b(?:(?:in|at|inside) (?:(?:the|a|an|his|her) )?(?:[A-Z][\w.-]+ ){0,4}"
    r"(?:jail|prison|detention center|lockup|cell)|in custody)\b"
)
"""A death or hurt within walls that somebody keeps: "died at the Ellery County jail"."""
PARTY = re.compile(
    r"(?i)\b(?:(?<!usual )suspects?|victims?|plaintiffs?|defendants?|lawsuit|gunman|shooter|mother|father|mom|dad|"
    r"parents?|wife|husband|widow|widower|sons?|daughters?|brothers?|sisters?|siblings?|cousins?|uncle|aunt|nephew|niece|grand\w+|"
    r"famil\w+(?! friends?\b)|relatives?|girlfriend|boyfriend|fianc\w+|partner|ex-\w+|step\w+|"
    r"(?:family|defen[cs]e|his|her|their) (?:attorneys?|lawyers?)|"
    r"officers? involved|involved officers?)\b"
)

ANYBODYS = re.compile(
    r"(?i)^(?:(?:one|another|some|many|several|other|most|all|few|an?|concerned|worried|local|fellow) (?:[\w-]+ )*?|"
    r"(?!the |his |her |their |both )(?:[\w-]+ )?(?=parents?\b))(?:parents?|mothers?|fathers?|moms?|dads?)\b"
    r"(?! of (?:the|one|two|three|four|some|several|both|a|an) |\s?of (?-i:[A-Z]))"
)
"""Parents at large: "parents", "one mother", "Southside parents on edge"; not "the parents" or "mother of the boy"."""


def interested(
    readings: Sequence[Reading], roster: Roster, scenes: Mapping[str, Scene], organisations: Organisations
) -> tuple[frozenset[str], frozenset[str]]:
    """The ids of agents, and the keys of institutions, that take part in the incident."""
    acts = list(_acts(readings, VIOLENT | ENCOUNTER))
    if not any(_forceful(claim) for _, claim in acts):
        acts = list(_acts(readings, VIOLENT | ENCOUNTER | CUSTODY))
    else:
        # Stops and chases lead to force where officers used it or met it; else they are how a suspect was caught.
        forceful = [act for act in acts if _forceful(act[1])]
        if not any(
            True
            for reading, claim in forceful
            if _used_force(claim)
            for taker in _takers(claim)
            for _ in _bodies_of(taker, reading, roster, scenes, organisations)
        ):
            acts = forceful
    agents: set[str] = set()
    keys: set[str] = set()
    unlisted = Unlisted.of(readings, roster)
    for reading, claim in acts:
        for taker in _takers(claim):
            told = _taker(taker, roster)
            if told and roster.institution(told) is None:
                agents.add(told)
            if _used_force(claim) and _has_part(taker, claim, reading):
                keys.update(_bodies_of(taker, reading, roster, scenes, organisations))
            if taker.role != "recipient":
                agents.update(unlisted.meant(taker.text, reading))
    keys |= set(_holding(readings, scenes))
    agents |= unlisted.speakers(agents)
    agents |= {ident for ident, agent in roster.agents.items() if is_party(agent)}
    agents |= {client.lawyer for client in clients(readings, roster)}
    agents |= {ident for ident in roster.agents if roster.institution(ident) in keys}
    return frozenset(agents), frozenset(keys)


def is_party(agent: Agent) -> bool:
    """Whether somebody's role or description makes them a party: victim, suspect, relative, lawyer for one; no parent
    of whomever."""
    if agent.kind is AgentKind.PUBLISHER:
        return False
    described = agent.name if agent.kind in {AgentKind.UNNAMED, AgentKind.GROUP} else ""
    if PROSECUTOR.search(f"{office(agent)} {described}"):
        return False
    role = agent.role or ""
    role = "" if role.casefold() in described.casefold() else role  # "one mother", whose role is "mother"
    told = f"{ANYBODYS.sub('', role)} {ANYBODYS.sub('', described)}"
    return bool(PARTY.search(told)) or is_lawyer(told)


def touches(keys: Iterable[str], parties: frozenset[str], organisations: Organisations, scene_day: object) -> bool:
    """Whether one of these institutions is a party, stands above one, or within one."""
    from datetime import date  # noqa: PLC0415

    on = scene_day if isinstance(scene_day, date) else None
    for key in keys:
        line = organisations.lineage(key, on)
        if any(each in parties for each in line) or any(key in organisations.lineage(each, on) for each in parties):
            return True
    return False


def _holding(readings: Sequence[Reading], scenes: Mapping[str, Scene]) -> Iterator[str]:
    """The body in whose jail somebody died or was hurt."""
    jail = generic("jail")
    for reading in readings:
        for claim in reading.claims:
            if any(v.field in HARM for v in claim.values) and any(HELD.search(s.exact) for s in claim.spans):
                meant = scenes[reading.document.id].meant(jail) if jail else ()
                if len(meant) == 1:
                    yield meant[0]


def _acts(readings: Sequence[Reading], predicates: frozenset[str]) -> Iterator[tuple[Reading, Claim]]:
    for reading in readings:
        asking = {a.id for a in reading.attributions if a.cue_type in NOT_ASSERTING}
        charges = [v.span for c in reading.claims for v in c.values if v.field == "charges"]
        for claim in reading.claims:
            if any(s.start <= claim.spans[0].start and claim.spans[-1].end <= s.end for s in charges):
                continue  # what somebody is charged with
            if not claim.polarity or claim.modality is Modality.UNKNOWN or claim.attribution in asking:
                continue
            if any(OFFENCE.match(s.exact) for s in claim.spans):
                continue
            inquiry = any(v.field in INVESTIGATING for v in claim.values)
            if claim.predicate in ENCOUNTERED and (inquiry or not any(SERVED.search(s.exact) for s in claim.spans)):
                continue
            if claim.predicate == "charge" and not any(ATTACK.search(s.exact) for s in claim.spans):
                told = CUSTODY & predicates
            else:
                told = predicates
            of_force = any(v.field in TOLD and not blamed(claim, v) for v in claim.values)
            if claim.predicate in told or (not inquiry and of_force):
                yield reading, claim


def _has_part(taker: _Taker, claim: Claim, reading: Reading) -> bool:
    """Whether what a body's people are told to do is a deed of force or of an encounter, and not that they hold whom
    they suspect of one. "Police: Boy shot" is what they say."""
    if taker.role != "agent":
        return True
    text = reading.document.text
    if taker.end is not None and text[taker.end : taker.end + 1] == ":":
        return False
    of_force = any(v.field in {"force", "fired_first"} for v in claim.values)
    harms = any(v.field in HARM for v in claim.values)
    done = set(claim.predicate.split(" and "))
    return bool(done & (DEEDS - CUSTODY if harms else DEEDS)) or of_force


def _used_force(claim: Claim) -> bool:
    """Whether a claim tells what officers did or what befell them, and not only of a threat that somebody was."""
    told = {v.field for v in claim.values}
    return claim.predicate in VIOLENT | ENCOUNTER | CUSTODY or not told.isdisjoint(HARM | BY_OFFICERS)


def _forceful(claim: Claim) -> bool:
    attack = claim.predicate != "charge" or any(ATTACK.search(s.exact) for s in claim.spans)
    return (claim.predicate in VIOLENT and attack) or any(v.field in TOLD for v in claim.values)


@dataclass(frozen=True, slots=True)
class _Taker:
    """Who takes part in what a claim tells: a reading's agent, the words for them, and in which role."""

    agent: str | None
    text: str
    role: str
    end: int | None = None


def _takers(claim: Claim) -> Iterator[_Taker]:
    if claim.predicate not in AFTERWARDS:
        for participant in claim.participants:
            if participant.role in TAKING_PART and _within(participant.span, claim):
                yield _Taker(participant.agent, participant.span.exact, participant.role, participant.span.end)
    for value in claim.values:
        if value.field in TOLD | NAMES and value.about:
            # Who was hurt is a person, whatever body the reading takes "he" for.
            text = "he" if value.field in HARM else ""
            told = value.about if " " in value.about or value.about.isalpha() else text
            yield _Taker(value.about, told, "patient" if value.field in HARM else "agent")


def _within(span: Span, claim: Claim) -> bool:
    """Whether the claim's own words tell somebody: the subject of the clause before may be taken wrongly."""
    return any(s.start <= span.start and span.end <= s.end for s in claim.spans)


def _taker(taker: _Taker, roster: Roster) -> str | None:
    """The dossier's agent whom a participant is taken to be. A pronoun makes nobody a party: pronouns are often
    mistaken, and who takes part is told in other words too."""
    told = roster.aka.get(taker.agent) if taker.agent else None
    if told is None or not taker.text or taker.text.casefold().split()[-1] in PRONOUN:
        return None
    agent = roster.agents[told]
    named = agent.kind is AgentKind.PERSON and is_name(agent.name) and not roster.homes.get(told)
    return told if not named or calls(taker.text, agent) else None


def _bodies_of(
    taker: _Taker, reading: Reading, roster: Roster, scenes: Mapping[str, Scene], organisations: Organisations
) -> Iterator[str]:
    """The institutions whose people a participant is: they fired, were shot at, chased or were chased."""
    told = _taker(taker, roster)
    if told is None and taker.text.casefold() in PRONOUN:
        return
    named = told is not None and roster.agents[told].kind is AgentKind.PERSON
    people = FORCED.search(head(taker.text)) is not None or FORCED.search(taker.text.strip()) is not None
    if told and (named or people):
        yield from (home.key for home in roster.homes.get(told, ()) if home.certain)
    if people and taker.role != "recipient":
        yield from _institutions(taker.text, scenes[reading.document.id], organisations)


def _institutions(text: str, scene: Scene, organisations: Organisations) -> Iterator[str]:
    if not text or len(text) > 200:
        return
    found = organisations.inside(text)
    if found:
        yield from (body.key for _, _, body in found)
        return
    meaning = generic(text)
    if meaning:
        keys = scene.meant(meaning)
        if len(keys) == 1:
            yield keys[0]
