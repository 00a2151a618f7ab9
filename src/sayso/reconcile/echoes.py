"""Origins that tell one thing in a way that shows that they are one, or that one has it from the other.

Two who are independent seldom tell a thing in the same eight words. And who may be one, is most likely one where both
tell the same: a source that nobody names and a name in another document, a paper of which it is not told whose it is.
Who told a thing to the police, and the police, may be two; whether the police know it from elsewhere is not told. All
these ties hold for what is told alike, and for nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Agent, AgentKind, Attribution, Claim, Dependence, Origin, Reason
from sayso.reconcile.agents import Roster
from sayso.reconcile.copies import WORD
from sayso.reconcile.generics import MEMBER, is_recording
from sayso.reconcile.ground import called
from sayso.reconcile.groups_words import WITNESS
from sayso.reconcile.names import is_name, words
from sayso.reconcile.parties import PARTY
from sayso.reconcile.possible import able, is_somebody, kin
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


def echoes(subjects: Iterable[tuple[Sequence[str], Sequence[tuple[Claim, Claim]]]], heard: Heard) -> list[Dependence]:
    """The edges. `subjects` are the claims of a proposition or detail, and those pairs of them that tell the same."""
    found: dict[tuple[str, str, Reason, bool], Dependence] = {}
    for claims, pairs in subjects:
        own: dict[str, list[str]] = {}
        for claim in claims:
            if claim in heard.ends:
                own.setdefault(heard.ends[claim], []).append(claim)
        for x, y in pairs:
            for edge in _edges(x, y, own, heard):
                key = (edge.a, edge.b, edge.reason, edge.certain)
                old = found.get(key)
                if old is not None:
                    told = tuple(dict.fromkeys((*old.claims, *edge.claims)))
                    shown = tuple(dict.fromkeys((*old.evidence, *edge.evidence)))
                    edge = Dependence(
                        a=edge.a, b=edge.b, reason=edge.reason, note=old.note, evidence=shown, certain=edge.certain,
                        claims=told,
                    )  # fmt: skip
                found[key] = edge
    return [edge for _, edge in sorted(found.items())]


def _edges(x: Claim, y: Claim, own: Mapping[str, Sequence[str]], heard: Heard) -> Iterator[Dependence]:
    a, b = (heard.origins[heard.ends[c.id]] for c in (x, y))
    if a.id == b.id or heard.one(x, y):
        return
    one, two = (heard.roster.agents[o.agent or ""] for o in (a, b))
    why = _one(x, y, one, two, heard)
    if why is None and (_passed_on(x, one, two, heard) or _passed_on(y, two, one, heard)):
        why = Reason.CONFIRMS, f"{called(one)} and {called(two)}: one told it to officials, who may know it from there"
    if why is not None:
        reason, note = why
        shown = (x.spans[0], y.spans[0])
        sure = reason is not Reason.CONFIRMS
        yield Dependence(
            a=a.id, b=b.id, reason=reason, note=note, evidence=shown, certain=sure, claims=tuple(own[a.id])
        )


def _one(x: Claim, y: Claim, one: Agent, two: Agent, heard: Heard) -> tuple[Reason, str] | None:
    """Why two origins count as one for what they tell alike; None where they do not."""
    both = f"{called(one)} and {called(two)}"
    if same := _same_words(x, y):
        return Reason.COPY, f"{both} are credited with the same words: “{same}”"
    if heard.tied(heard.ends[x.id], heard.ends[y.id]):
        return Reason.SAME_AGENT, f"{both} may be one, and tell the same"
    if _surname(one, two) or _surname(two, one):
        return Reason.SAME_AGENT, f"{both} have one surname, and tell the same"
    if {_service(one.name), _service(two.name)} == {"school"}:
        return Reason.PART_OF, f"{both} are of a school, and tell the same"
    for teller, other in ((one, two), (two, one)):
        if _is_thing(teller, heard) or (_institution(other, heard) and _is_of_somebody(teller, other, heard)):
            return Reason.SPEAKS_FOR, f"{called(teller)} may be of {called(other)}, and tells the same"
        apart = x.document == y.document and teller.kind is not AgentKind.GROUP
        if not apart and _is_stranger(teller, heard) and _may_be(teller, other, heard):
            return Reason.SAME_AGENT, f"{called(teller)} may be or include {called(other)}, and tells the same"
    return None


def _surname(short: Agent, full: Agent) -> bool:
    """Whether one is called by the surname of the other alone."""
    one, two = words(short.name), words(full.name)
    return len(one) == 1 and len(two) > 1 and is_name(full.name) and two[-1] == one[0]


def _is_thing(agent: Agent, heard: Heard) -> bool:
    """Whether a source is nothing that could know anything: "aerial shots", "further investigation"."""
    if agent.kind not in ANONYMOUS or _institution(agent, heard) or CAME.search(agent.name) or PAPER.search(agent.name):
        return False
    return not is_recording(agent.name) and not is_somebody(agent) and not SOMEBODY.search(agent.name)


def _is_of_somebody(agent: Agent, other: Agent, heard: Heard) -> bool:
    """Whether a source is a paper, officials or an officer, and it is not told whose, so that they may be another's."""
    if _institution(agent, heard) or is_recording(agent.name):
        return False
    if agent.kind is AgentKind.PERSON:
        told = heard.credited.get(agent.id, "")
        theirs = f"{other.name} {heard.credited.get(other.id, '')}"
        return TITLE.search(told) is not None and _service(told) == _service(theirs)
    return CAME.search(agent.name) is not None or PAPER.search(agent.name) is not None


def _service(text: str) -> str:
    """What kind of body words name: fire fighters and police are two."""
    return next((kind for kind, pattern in SERVICES.items() if pattern.search(text)), "")


def _is_stranger(agent: Agent, heard: Heard) -> bool:
    """Whether a source is somebody, or some people, whom nobody names."""
    return agent.kind in ANONYMOUS and not _institution(agent, heard) and not is_recording(agent.name)


def _may_be(stranger: Agent, other: Agent, heard: Heard) -> bool:
    """Whether a stranger may be, or be among those who are, somebody who is no institution and no other relative."""
    if _institution(other, heard) or other.kind not in {*ANONYMOUS, AgentKind.PERSON}:
        return False
    if stranger.kind is AgentKind.GROUP:
        return able(stranger, other, ())
    mine, theirs = kin(stranger), kin(other)
    return not mine or not theirs or mine == theirs


def _passed_on(claim: Claim, teller: Agent, knower: Agent, heard: Heard) -> bool:
    """Whether what somebody says was said to officials, and the other is one of them."""
    if not _institution(knower, heard) or _institution(teller, heard):
        return False
    return CALL.search(teller.name) is not None or _told_to(claim, heard)


def _same_words(x: Claim, y: Claim) -> str:
    """The first words in a row that two claims share, as many as show one wording; nothing where there are none."""
    if len({numbers(content(" ".join(s.exact for s in c.spans))) for c in (x, y)}) > 1:
        return ""
    told = [[w for s in c.spans for w in WORD.findall(s.exact)] for c in (x, y)]
    plain = [[w.casefold().replace("’", "'") for w in each] for each in told]
    least = OWN if all(MYSELF.search(" ".join(each)) for each in told) else SAME
    known = {tuple(plain[1][i : i + least]) for i in range(len(plain[1]) - least + 1)}
    for i in range(len(plain[0]) - least + 1):
        run = told[0][i : i + least]
        if tuple(plain[0][i : i + least]) in known and (least == OWN or len(_plain(run)) >= PLAIN):
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
