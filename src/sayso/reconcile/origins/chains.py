"""Where each claim comes from: its chain of attributions, followed from the document's voice to the last one named."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.model import (
    Agent,
    AgentKind,
    Attribution,
    Basis,
    Channel,
    Claim,
    CueType,
    Origin,
    Reading,
    Support,
    identify,
)
from sayso.reconcile.agents.credits import own_reporting
from sayso.reconcile.agents.generics import (
    HEAD,
    OUTLET,
    OUTLET_WORDS,
    is_coverage,
    is_outlet,
    is_recording,
    is_reporter,
)
from sayso.reconcile.agents.groups_words import WITNESS
from sayso.reconcile.agents.names import is_name
from sayso.reconcile.agents.offices import is_lawyer
from sayso.reconcile.agents.organisations import Organisations
from sayso.reconcile.agents.parties import is_party, touches
from sayso.reconcile.agents.released import by_claim
from sayso.reconcile.agents.roster import Roster
from sayso.reconcile.origins.carried import carried, within
from sayso.reconcile.origins.events import is_event

VIDEO = re.compile(r"(?i)\b(?:video|footage|camera|cam|recording|livestream|dashcam|bodycam)s?\b")
RECORD = re.compile(
    r"(?i)\b(?:records?|complaint|affidavit|reports?|documents?|papers|filings?|autopsy|logs?|warrant|indictment|transcript|"
    r"testimony|petition|certificate|contract|audit|paperwork)\b"
)
SUIT = re.compile(r"(?i)\b(?:lawsuit|suit|civil complaint)\b")
NOBODY = re.compile(
    r"(?i)^(?:correction|clarification|update|editor[’']s note|note|breaking|photo|video|"
    r"he|she|they|we|you|it|i|(?:we|they|he|she|it|i)['’](?:re|s|ve|m|d|ll)|"
    r"(?:the |an? |this |that )?(?:investigation|developments?|details?|defen[cs]e|parties|individuals|image|photo|"
    r"fact|news)|\d+ (?:homicides|shootings|murders|killings|deaths))$"
)
THINGS = re.compile(
    r"(?i)(?:^|\s)(?:weapons?|guns?|handguns?|rifles?|firearms?|bullets?|vehicles?|cars?|trucks?|shootings?|"
    r"shooting began|incidents?|scenes?|circus|count|evidence|search(?:es)?|signs?|(?:traffic )?stop|argument|fight|"
    r"dispute|altercation|homicides?|killings?|murders?|deaths?)$"
)
"""Things that show or lead to something, and say nothing: "the weapon", "a search"."""
INTO = re.compile(r"\s(?:into|after|before|behind|near)\s.*$")
STATUTE = re.compile(
    r"(?i)^(?:(?:the|this|that|current|existing|under|an?) )*(?:[\w.’'-]+ ){0,3}(?:laws?|statutes?|ordinances?|"
    r"(?:penal|criminal|state|municipal|revised|city) code|code annotated|constitution)(?: section)?(?: [\d.§-]+\w?)*$"
)
"""A rule, which is nobody who says anything: "state law", "Oregon Revised Code"."""
# "@AnnPellKXYZ" or "@annpell11news" posts for a station or newspaper; "Channel 11’s Ann Pell" reports for one.
HANDLE = re.compile(
    r"^@\w*?(?:[KW][A-Z]{3}\d{0,2}$|(?<=[a-z])[KW][A-Z]{2}$|^@(?:[KW][A-Z]{3})|(?i:abc|nbc|cbs|fox|cnn|news|herald|"
    r"tribune|gazette|times|post|press|journal|reporter|tv|radio)\d{0,2})|"
    r"^(?:The )?(?:[A-Z][\w.-]+ ){0,3}(?:(?:Channel|News|Fox|FOX|CBS|ABC|NBC) ?\d{1,2}|News|Times|Post|Herald|Tribune|"
    r"[KW][A-Z]{2,3}(?:-TV)?)['’]s [A-Z]"
)
PERCEIVING = frozenset("see hear watch witness film record notice".split())
FIRSTHAND = re.compile(
    r"(?i)\b(?:I|we) (?:\w+ )?(?:saw|heard|watched|witnessed|filmed|recorded|was there|were there|came|ran|looked|"
    r"turned|walked|stood|hid|ducked|was (?:standing|sitting|inside|outside|walking|driving))\b"
)
FOUND = re.compile(
    r"(?i)\b(?:saw|see|sees|found|find|finds|heard|noticed|spotted|discovered|located|observed|encountered)$"
)
FINDING = re.compile(r"(?i)(?:that|no|how|whether|why|what|there)\b")
TOLD = re.compile(r"(?i)\b(?:said|says?|told|tells?|stated|reported|according to|advised)\b")
SAW = re.compile(r"(?i)\b(?:saw|heard|watched|witnessed|recalled|described seeing)\b")


@dataclass(frozen=True, slots=True)
class Trace:
    """One claim's way to its origin. `denies` where the one who speaks denies it. `confirmed` is the attribution by
    which it is confirmed, for a support that is one agent's confirmation of another's claim."""

    support: Support
    denies: bool = False
    confirmed: Attribution | None = None


@dataclass(frozen=True, slots=True)
class Traced:
    """All claims' ways, and the origins where they end."""

    traces: tuple[Trace, ...]
    origins: tuple[Origin, ...]


@dataclass(slots=True)
class Tracer:
    """Follows chains; collects the origins it meets."""

    roster: Roster
    organisations: Organisations
    agents: frozenset[str]
    keys: frozenset[str]
    on: date | None
    rejected: frozenset[str]
    origins: dict[str, Origin]
    witnesses: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()

    def trace(self, readings: Sequence[Reading]) -> Traced:
        """The way of every claim that nobody has rejected."""
        self.outlets = frozenset(self.roster.relays.values())
        self.witnesses = frozenset(agent for reading in readings for agent in self._saw(reading))
        traces = tuple(each for reading in readings for each in self._reading(reading))
        return Traced(traces, tuple(self.origins.values()))

    def _saw(self, reading: Reading) -> Iterator[str]:
        """Those who tell of what they themselves saw or heard."""
        speakers = {a.id: a for a in reading.attributions}
        for claim in reading.claims:
            attribution = speakers.get(claim.attribution or "")
            agent = self.roster.aka.get(attribution.agent or "") if attribution else None
            if attribution is None or agent is None or self.roster.agents[agent].kind is AgentKind.ORGANISATION:
                continue
            if is_lawyer(_described(self.roster.agents[agent])):
                continue  # a lawyer saw what everybody can see: the video, the report
            perceives = claim.predicate in PERCEIVING and any(
                p.role == "agent" and (p.agent == attribution.agent or p.span.exact.casefold() in {"i", "we"})
                for p in claim.participants
            )
            told = " ".join(s.exact for s in claim.spans)
            if perceives or FIRSTHAND.search(told) or any(SAW.search(s.exact) for s in attribution.cue):
                yield agent

    def _reading(self, reading: Reading) -> Iterator[Trace]:
        attributions = {a.id: a for a in reading.attributions}
        by_attribution: dict[str, list[Claim]] = {}
        midst, runs_on, passed_on = within(reading), carried(reading), by_claim(reading)
        beside = self._beside(reading, attributions)
        for claim in reading.claims:
            if claim.id in self.rejected:
                continue
            inner = midst[claim.id].id if claim.id in midst else claim.attribution
            line = self._line(inner, attributions) or self._line(beside.get(inner or ""), attributions)
            if claim.id in passed_on and reading.document.id not in self.roster.publishes:
                line = [a for a in line if _tells(a) or a.cue_type is CueType.DENIES]
                lead = self.roster.aka.get(passed_on[claim.id])
                support = replace(self._support(reading, claim, line, lead), carried=not line)
                yield Trace(support, denies=sum(a.cue_type is CueType.DENIES for a in line) % 2 == 1)
                continue
            if not line and claim.id in runs_on:
                line = self._line(runs_on[claim.id].id, attributions)
                yield Trace(replace(self._support(reading, claim, line), carried=bool(line)))
                continue
            for attribution in line:
                by_attribution.setdefault(attribution.id, []).append(claim)
            denials = sum(a.cue_type is CueType.DENIES for a in line)
            yield Trace(self._support(reading, claim, line), denies=denials % 2 == 1)
        for attribution in reading.attributions:
            if attribution.confirms and attribution.id not in self.rejected:
                line = self._line(attribution.id, attributions)
                denies = attribution.cue_type is CueType.DENIES
                told = {c.id: c for ident in attribution.confirms for c in by_attribution.get(ident, ())}
                for claim in told.values():
                    support = replace(self._support(reading, claim, line), by_reference=True)
                    if self.origins[support.origin].agent is not None:
                        yield Trace(support, denies=denies, confirmed=attribution)

    def _beside(self, reading: Reading, attributions: Mapping[str, Attribution]) -> Mapping[str, str]:
        """By what is no attribution, another that stands around it in its sentence: "Because he knew that …,
        prosecutors said, …" is all the prosecutors'."""
        dropped = [a for a in attributions.values() if a.parent is None and is_event(a)]
        if not dropped:
            return {}
        starts = sorted(s.start for s in reading.sentences)
        at = {a.id: bisect_right(starts, a.cue[0].start) for a in attributions.values() if a.cue}
        telling = {at[a.id]: a.id for a in attributions.values() if a.id in at and a.parent is None and _tells(a)}
        return {a.id: telling[at[a.id]] for a in dropped if at.get(a.id) in telling and telling[at[a.id]] != a.id}

    def _line(self, innermost: str | None, attributions: Mapping[str, Attribution]) -> list[Attribution]:
        """The attributions around a claim, outermost first, without the rejected ones."""
        line: list[Attribution] = []
        seen: set[str] = set()
        while innermost is not None and innermost in attributions and innermost not in seen:
            seen.add(innermost)
            attribution = attributions[innermost]
            if attribution.id not in self.rejected and not is_event(attribution) and not self._met_with(attribution):
                line.insert(0, attribution)
            innermost = attribution.parent
        return line

    def _met_with(self, attribution: Attribution) -> bool:
        """Whether it tells of what officers came upon ("When deputies arrived, they found a man shot"), which is the
        word of whoever tells it. "Deputies found that the gun was stolen" is what they say."""
        agent = self.roster.aka.get(attribution.agent or "")
        if not agent or not attribution.content or not FOUND.search(" ".join(s.exact for s in attribution.cue)):
            return False
        if attribution.content[0].start < attribution.cue[0].start:
            return False  # "he died of thirst, the coroner found"
        official = any(home.certain for home in self.roster.homes.get(agent, ()))
        return official and not FINDING.match(attribution.content[0].exact)

    def _support(self, reading: Reading, claim: Claim, line: Sequence[Attribution], lead: str | None = None) -> Support:
        """How one claim is supported. `lead` is whose release it stands in."""
        document = reading.document.id
        narrator = self.roster.narrators[document]
        chain = [narrator]
        if document in self.roster.publishes:
            chain.append(self.roster.publishes[document])
        elif document in self.roster.relays and not own_reporting(reading.document, line):
            chain.append(self.roster.relays[document])
        outlets = len(chain)
        if lead is not None and lead not in chain:
            chain.append(lead)
        innermost: Attribution | None = None
        for attribution in line:
            agent = self.roster.aka.get(attribution.agent or "")
            if agent and not _nobody(self.roster.agents[agent]):
                innermost = attribution
                if agent != chain[-1]:
                    chain.append(agent)
        recording = self.roster.recordings.get(claim.id)
        if recording and recording not in chain:
            chain.append(recording)
        origin = self._origin(chain, innermost)
        told = [a.channel for a in reversed(line) if a.channel is not Channel.UNSTATED]
        own = Channel.NEWS_RELEASE if lead is not None or document in self.roster.publishes else Channel.UNSTATED
        own = Channel.FILING if document in self.roster.filings else own
        # Who passes on what another outlet reports lends it no voice, and that outlet only where nobody else speaks.
        passed = document in self.roster.relays and outlets == 2
        voice = next(iter((*chain[outlets if passed else 1 :], *chain[1:])), narrator)
        return Support(
            claim=claim.id,
            voice=voice,
            chain=tuple(chain),
            attributions=tuple(a.id for a in line),
            origin=origin.id,
            channel=told[0] if told else own,
        )

    def _origin(self, chain: Sequence[str], attribution: Attribution | None) -> Origin:
        last = self.roster.agents[chain[-1]]
        witnessed = last.id in self.witnesses or _witness(last)
        if last.kind is AgentKind.PUBLISHER or last.id in self.outlets or (self._journalist(last) and not witnessed):
            return self._keep(
                Origin(id=identify("origin", "unstated", last.id), agent=None, basis=Basis.UNSTATED, through=last.id)
            )
        interested = last.id in self.agents or self._belongs(last)
        basis = self._basis(last, attribution, witnessed=witnessed)
        ident = identify("origin", last.id, basis.value)
        return self._keep(Origin(id=ident, agent=last.id, basis=basis, interested=interested))

    def _keep(self, origin: Origin) -> Origin:
        return self.origins.setdefault(origin.id, origin)

    def _journalist(self, agent: Agent) -> bool:
        if self.roster.homes.get(agent.id):
            return False
        outlet = agent.kind is AgentKind.ORGANISATION and is_outlet(agent.name)
        outlet = outlet or (agent.kind is AgentKind.PERSON and OUTLET.fullmatch(agent.name) is not None)
        outlet = outlet or (agent.kind is AgentKind.GROUP and OUTLET_WORDS.search(agent.name) is not None)
        # "A report in the Ellery Herald" is that outlet's coverage, and no record.
        outlet = outlet or (agent.kind is not AgentKind.PERSON and is_coverage(agent.name))
        # Somebody of a station or newspaper without another role reports for it.
        staff = agent.kind is AgentKind.PERSON and not agent.role and is_outlet(agent.affiliation or "")
        handle = any(HANDLE.search(name) for name in (agent.name, *agent.aliases))
        return outlet or staff or handle or is_reporter(agent.name, agent.role)

    def _belongs(self, agent: Agent) -> bool:
        # Who holds a recording chooses what is shown of it.
        held = agent.kind is not AgentKind.PERSON and is_recording(agent.name)
        keys = [home.key for home in self.roster.homes.get(agent.id, ()) if home.certain or held]
        return touches(keys, self.keys, self.organisations, self.on)

    def _basis(self, agent: Agent, attribution: Attribution | None, *, witnessed: bool) -> Basis:
        """Why somebody would know."""
        channel = attribution.channel if attribution else Channel.UNSTATED
        named = agent.kind is AgentKind.PERSON and is_name(agent.name)
        thing = not named and self.roster.institution(agent.id) is None
        if thing and VIDEO.search(agent.name):
            return Basis.VIDEO
        if thing and any(SUIT.search(name) for name in (agent.name, *agent.aliases)):
            return Basis.PARTY
        if (thing and RECORD.search(agent.name)) or (channel in {Channel.FILING, Channel.RECORD} and not witnessed):
            return Basis.RECORD
        homes = [home for home in self.roster.homes.get(agent.id, ()) if home.certain]
        if witnessed and not homes:
            return Basis.WITNESS
        if is_party(agent):
            return Basis.PARTY
        if agent.kind is AgentKind.UNNAMED:
            return Basis.UNNAMED
        if homes:
            return Basis.PARTY if agent.id in self.agents and not homes[0].itself else Basis.OFFICIAL
        return Basis.PARTY if agent.id in self.agents else Basis.OTHER


def _nobody(agent: Agent) -> bool:
    """Whether a source is no voice: a photo, an inquiry, a rule, a thing."""
    if NOBODY.match(agent.name) or STATUTE.match(agent.name):
        return True
    plain = agent.kind in {AgentKind.UNNAMED, AgentKind.GROUP} and not is_name(agent.name)
    return (
        plain
        and THINGS.search(HEAD.split(INTO.sub("", agent.name), maxsplit=1)[0]) is not None
        and not is_recording(agent.name)
    )


def _tells(attribution: Attribution) -> bool:
    """Whether somebody within a release is cited in it: "witnesses told detectives", and not "the deputy heard"."""
    return any(TOLD.search(s.exact) for s in attribution.cue)


def _witness(agent: Agent) -> bool:
    """Whether somebody's role or description is that of a witness."""
    return bool(WITNESS.search(_described(agent))) and not is_lawyer(_described(agent))


def _described(agent: Agent) -> str:
    """Role, and the name where it is none."""
    told = agent.name if agent.kind in {AgentKind.UNNAMED, AgentKind.GROUP} or not is_name(agent.name) else ""
    return f"{agent.role or ''} {told}"
