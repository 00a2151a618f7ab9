"""Origins that tell one thing in a way that shows that they are one, or that one has it from the other.

Two who are independent seldom tell a thing in the same eight words. And who may be one, is most likely one where both
tell the same: a source that nobody names and a name in another document, a paper of which it is not told whose it is.
Who told a thing to the police, and the police, may be two; whether the police know it from elsewhere is not told. All
these ties hold for what is told alike, and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Agent, AgentKind, Attribution, Claim, Dependence, Origin, Reason, Span
from sayso.reconcile.agents.generics import MEMBER, is_recording
from sayso.reconcile.agents.groups_words import WITNESS
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.agents.parties import PARTY
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.copies import WORD
from sayso.reconcile.origins.ground import called
from sayso.reconcile.origins.possible import able, is_somebody, kin
from sayso.reconcile.words import content, numbers

SAME = 8
"""Words in a row that show that two claims are of one wording; `OWN` where somebody speaks of themselves."""
OWN = 4
PLAIN = 3
"""Words of weight among them that are no names."""
MYSELF = re.compile(r"\b(?:I|my|me|mine|myself)\b", re.IGNORECASE)
TOLD = re.compile(
    r"(?i)\b(?:police|officers?|deput(?:y|ies)|investigators?|detectives?|authorities|troopers?|sheriff|agents?|"
    r"prosecutors?|dispatch\w*|operators?|911)\b"
)
"""To whom something is told, so that an institution knows it."""
NEAR = 60
"""Characters between a source and what it says, within which it is told to whom."""
CALL = re.compile(r"(?i)\b(?:911|callers?|dispatch\w*)\b")
"""Who calls for help, or what records the call."""
PAPER = re.compile(r"(?i)\b(?:posters?|documents?|records?|reports?|notices?|flyers?|releases?|affidavits?|logs?)$")
"""What somebody has written, who is not told."""
TITLE = re.compile(
    r"(?i)\b(?:police|sheriff|deputy|officer|sergeant|sgt|lieutenant|lt|captain|capt|detective|trooper|marshal|chief|"
    r"investigator|spokes(?:man|woman|person))\b"
)
"""What an officer is called."""
SERVICES = {
    "fire": re.compile(r"(?i)\b(?:fire|ems|medics?|paramedics?|rescue)\b"),
    "medical": re.compile(r"(?i)\b(?:coroner|examiner|hospital|medical|health)\b"),
    "court": re.compile(r"(?i)\b(?:court|attorney|prosecutors?)\b"),
    "school": re.compile(r"(?i)\b(?:schools?|university|college)\b"),
}
ANONYMOUS = frozenset({AgentKind.UNNAMED, AgentKind.GROUP})
SOMEBODY = re.compile(
    rf"{WITNESS.pattern}|{PARTY.pattern[4:]}|{MEMBER.pattern[4:]}|\b(?:people|friends?|owners?|men|women)\b"
)
"""Words for people."""
CAME = re.compile(
    r"(?i)\b(?:responders?|paramedics?|medics?|emergency (?:crews?|personnel|workers?)|officials?|authorities|"
    r"officers?|deput(?:y|ies)|investigators?|detectives?|crews?)$"
)
"""Who comes for an institution, of which it is not told which."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What echoes are heard in. `origins` by id, `ends` the origin of each claim, `attributions` and `texts` of
    documents by id; `credited` the
    longest words that credit each agent; `to_officials` (document, agent) of who told officials something there; `one`
    tells whether two claims have one origin already, `tied` whether two origins may be one."""

    origins: Mapping[str, Origin]
    ends: Mapping[str, str]
    attributions: Mapping[str, Attribution]
    texts: Mapping[str, str]
    roster: Roster
    credited: Mapping[str, str]
    to_officials: frozenset[tuple[str, str]]
    one: Callable[[Claim, Claim], bool]
    tied: Callable[[str, str], bool]


@dataclass(slots=True)
class _Edge:
    """An edge as it grows with the pairs that show it: `claims` each once, `last` those added last, `shown` spans as
    they come. There are many, most of one pair, so that each holds as little as it can."""

    note: str
    claims: tuple[str, ...]
    last: tuple[str, ...]
    shown: list[Span]


@dataclass(frozen=True, slots=True)
class _Wording:
    """What two claims are compared by word for word: their `words` as they stand, `plain` ones, the numbers told, and
    whether somebody speaks of themselves. Runs of words are numbered, the same with one number."""

    words: tuple[str, ...]
    plain: tuple[str, ...]
    numbers: frozenset[str]
    own: bool
    runs: frozenset[int]
    own_runs: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Speaker:
    """What is known of a source: what it is `called`, the `service` that its name tells, and whether it is an
    institution, a thing that cannot know anything, somebody whom nobody names, or calls for help. `papers` tells
    whether it is a paper or officials of whom it is not told whose they are; `officer` of what service it is an
    officer, None where it is none; `theirs` of what service it is by all its words."""

    agent: Agent
    called: str
    service: str
    institution: bool
    thing: bool
    stranger: bool
    caller: bool
    papers: bool
    officer: str | None
    theirs: str


@dataclass(frozen=True, slots=True)
class _Memory:
    """What each claim and each source shows, worked out once: many claims make many more pairs."""

    heard: Heard
    wordings: dict[str, _Wording] = field(default_factory=dict)
    runs: dict[tuple[str, ...], int] = field(default_factory=dict)
    to_officials: dict[str, bool] = field(default_factory=dict)
    speakers: dict[str, _Speaker] = field(default_factory=dict)
    whys: dict[tuple[str, str, bool], tuple[Reason, str] | None] = field(default_factory=dict)

    def wording(self, claim: Claim) -> _Wording:
        """A claim's words."""
        known = self.wordings.get(claim.id)
        if known is None:
            known = self.wordings[claim.id] = _wording(claim, self.runs)
        return known

    def told_to(self, claim: Claim) -> bool:
        """Whether what somebody says was said to officials."""
        known = self.to_officials.get(claim.id)
        if known is None:
            known = self.to_officials[claim.id] = _told_to(claim, self.heard)
        return known

    def speaker(self, origin: Origin) -> _Speaker:
        """Who an origin is."""
        known = self.speakers.get(origin.id)
        if known is None:
            known = self.speakers[origin.id] = _speaker(self.heard.roster.agents[origin.agent or ""], self.heard)
        return known

    def one(self, x: Claim, y: Claim, a: Origin, b: Origin) -> tuple[Reason, str] | None:
        """Why the origins of two claims count as one for what they tell alike; None where they do not."""
        one, two = self.speaker(a), self.speaker(b)
        if same := _same_words(self.wording(x), self.wording(y), self.runs):
            return Reason.COPY, f"{one.called} and {two.called} are credited with the same words: “{same}”"
        within = x.document == y.document
        key = (a.id, b.id, within)
        if key not in self.whys:
            self.whys[key] = _one(one, two, tied=self.heard.tied(a.id, b.id), within=within)
        return self.whys[key] or self._passed_on(x, y, one, two)

    def _passed_on(self, x: Claim, y: Claim, one: _Speaker, two: _Speaker) -> tuple[Reason, str] | None:
        """Whether one told officials what the other, an institution, says."""
        if one.institution == two.institution:
            return None
        teller, claim = (two, y) if one.institution else (one, x)
        if not teller.caller and not self.told_to(claim):
            return None
        note = f"{one.called} and {two.called}: one told it to officials, who may know it from there"
        return Reason.CONFIRMS, note


def echoes(subjects: Iterable[tuple[Sequence[str], Sequence[tuple[Claim, Claim]]]], heard: Heard) -> list[Dependence]:
    """The edges. `subjects` are the claims of a proposition or detail, and those pairs of them that tell the same."""
    found: dict[tuple[str, str, Reason, bool], _Edge] = {}
    memory = _Memory(heard)
    for claims, pairs in subjects:
        by_origin: dict[str, list[str]] = {}
        for claim in claims:
            if claim in heard.ends:
                by_origin.setdefault(heard.ends[claim], []).append(claim)
        own = {origin: tuple(told) for origin, told in by_origin.items()}
        for x, y in pairs:
            a, b = heard.origins[heard.ends[x.id]], heard.origins[heard.ends[y.id]]
            why = None if a.id == b.id or heard.one(x, y) else memory.one(x, y, a, b)
            if why is None:
                continue
            reason, note = why
            key = (a.id, b.id, reason, reason is not Reason.CONFIRMS)
            edge = found.get(key)
            if edge is None:
                edge = found[key] = _Edge(note, own[a.id], own[a.id], [])
            elif edge.last is not own[a.id]:
                edge.last = own[a.id]
                edge.claims = tuple(dict.fromkeys((*edge.claims, *own[a.id])))
            edge.shown += (x.spans[0], y.spans[0])
    return [_made(key, edge) for key, edge in sorted(found.items(), key=lambda item: item[0])]


def _made(key: tuple[str, str, Reason, bool], edge: _Edge) -> Dependence:
    a, b, reason, certain = key
    shown = tuple(dict.fromkeys(edge.shown))
    return Dependence(a=a, b=b, reason=reason, note=edge.note, evidence=shown, certain=certain, claims=edge.claims)


def _one(one: _Speaker, two: _Speaker, *, tied: bool, within: bool) -> tuple[Reason, str] | None:
    """Why two sources count as one for what they tell alike, in whatever words; None where they do not. `within` one
    document, a reading keeps two sources apart for a reason."""
    both = f"{one.called} and {two.called}"
    if tied:
        return Reason.SAME_AGENT, f"{both} may be one, and tell the same"
    if _surname(one.agent, two.agent) or _surname(two.agent, one.agent):
        return Reason.SAME_AGENT, f"{both} have one surname, and tell the same"
    if one.service == two.service == "school":
        return Reason.PART_OF, f"{both} are of a school, and tell the same"
    for teller, other in ((one, two), (two, one)):
        if teller.thing or (other.institution and _is_of_somebody(teller, other)):
            return Reason.SPEAKS_FOR, f"{teller.called} may be of {other.called}, and tells the same"
        apart = within and teller.agent.kind is not AgentKind.GROUP
        if not apart and teller.stranger and _may_be(teller.agent, other):
            return Reason.SAME_AGENT, f"{teller.called} may be or include {other.called}, and tells the same"
    return None


def _speaker(agent: Agent, heard: Heard) -> _Speaker:
    institution, recording = _institution(agent, heard), is_recording(agent.name)
    credited = heard.credited.get(agent.id, "")
    unsure = not institution and not recording
    papers = CAME.search(agent.name) is not None or PAPER.search(agent.name) is not None
    person = agent.kind is AgentKind.PERSON
    return _Speaker(
        agent=agent,
        called=called(agent),
        service=_service(agent.name),
        institution=institution,
        thing=not institution and _is_thing(agent),
        stranger=agent.kind in ANONYMOUS and unsure,
        caller=CALL.search(agent.name) is not None,
        papers=unsure and not person and papers,
        officer=_service(credited) if unsure and person and TITLE.search(credited) else None,
        theirs=_service(f"{agent.name} {credited}"),
    )


def _surname(short: Agent, full: Agent) -> bool:
    """Whether one is called by the surname of the other alone."""
    one, two = words(short.name), words(full.name)
    return len(one) == 1 and len(two) > 1 and is_name(full.name) and two[-1] == one[0]


def _is_thing(agent: Agent) -> bool:
    """Whether a source that is no institution is nothing that could know anything: "aerial shots"."""
    if agent.kind not in ANONYMOUS or CAME.search(agent.name) or PAPER.search(agent.name):
        return False
    return not is_recording(agent.name) and not is_somebody(agent) and not SOMEBODY.search(agent.name)


def _is_of_somebody(one: _Speaker, other: _Speaker) -> bool:
    """Whether a source is a paper, officials or an officer, and it is not told whose, so that they may be another's."""
    return one.papers or (one.officer is not None and one.officer == other.theirs)


def _service(text: str) -> str:
    """What kind of body words name: fire fighters and police are two."""
    return next((kind for kind, pattern in SERVICES.items() if pattern.search(text)), "")


def _may_be(stranger: Agent, other: _Speaker) -> bool:
    """Whether a stranger may be, or be among those who are, somebody who is no institution and no other relative."""
    if other.institution or other.agent.kind not in {*ANONYMOUS, AgentKind.PERSON}:
        return False
    if stranger.kind is AgentKind.GROUP:
        return able(stranger, other.agent, ())
    mine, theirs = kin(stranger), kin(other.agent)
    return not mine or not theirs or mine == theirs


def _wording(claim: Claim, known: dict[tuple[str, ...], int]) -> _Wording:
    text = " ".join(s.exact for s in claim.spans)
    told = tuple(WORD.findall(text))
    plain = tuple(w.casefold().replace("’", "'") for w in told)
    own = MYSELF.search(" ".join(told)) is not None
    return _Wording(
        words=told,
        plain=plain,
        numbers=numbers(content(text)),
        own=own,
        runs=_runs(plain, SAME, known),
        own_runs=_runs(plain, OWN, known) if own else frozenset(),
    )


def _runs(plain: tuple[str, ...], least: int, known: dict[tuple[str, ...], int]) -> frozenset[int]:
    runs = (plain[i : i + least] for i in range(len(plain) - least + 1))
    return frozenset(known.setdefault(run, len(known)) for run in runs)


def _same_words(a: _Wording, b: _Wording, numbered: Mapping[tuple[str, ...], int]) -> str:
    """The first words in a row that two claims share, as many as show one wording; nothing where there are none."""
    own = a.own and b.own
    known = a.own_runs & b.own_runs if own else a.runs & b.runs
    if not known or a.numbers != b.numbers:
        return ""
    least = OWN if own else SAME
    for i in range(len(a.words) - least + 1):
        run = a.words[i : i + least]
        if numbered[a.plain[i : i + least]] in known and (own or len(_plain(run)) >= PLAIN):
            return " ".join(run)
    return ""


def _plain(run: Sequence[str]) -> frozenset[str]:
    """The words of weight that are no names: everybody calls "Dale County Hospital" so."""
    return content(" ".join(w for w in run if not w[:1].isupper()))


def _institution(agent: Agent, heard: Heard) -> bool:
    """Whether somebody is or speaks for an institution, or is called by the word for one ("police")."""
    told = any(home.certain for home in heard.roster.homes.get(agent.id, ()))
    return told or (not is_name(agent.name) and TOLD.fullmatch(agent.name) is not None)


def _told_to(claim: Claim, heard: Heard) -> bool:
    """Whether what somebody says was said to officials: "told police", "called 911 to report"; or whatever else the
    same one says in the document was, since who tells the police one thing tells them the rest."""
    attribution = heard.attributions.get(claim.attribution or "")
    if attribution is None or not attribution.source:
        return False
    start = attribution.source[0].end
    before = heard.texts[claim.document][start : claim.spans[0].start]
    if len(before) < NEAR and CALL.search(before) is not None:
        return True
    teller = heard.roster.aka.get(attribution.agent or "", "")
    return (claim.document, teller) in heard.to_officials or any(TOLD.search(s.exact) for s in attribution.recipient)


def to_officials(attributions: Iterable[Attribution], roster: Roster) -> frozenset[tuple[str, str]]:
    """By document, the agents who told officials something in it."""
    told = (a for a in attributions if any(TOLD.search(s.exact) for s in a.recipient))
    return frozenset((a.document, who) for a in told if (who := roster.aka.get(a.agent or "")))
