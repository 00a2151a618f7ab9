"""Which institutions one document names, and so what "police" or "a spokesman" means in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sayso.model import Attribution, Reading
from sayso.reconcile.agents import institutions
from sayso.reconcile.agents.generics import Generic, generic
from sayso.reconcile.agents.institutions import ARMED
from sayso.reconcile.agents.offices import office
from sayso.reconcile.agents.organisations import Organisation, Organisations
from sayso.reconcile.agents.released import head
from sayso.reconcile.agents.sites import of_site

ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
COUNTY = re.compile(r"\b(?:St\. )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:County|Parish)\b")
BARE = re.compile(r"(?i)(?:an?|the) spokes(?:man|woman|person)")
SPEAKS = re.compile(r"(?i)spokes(?:man|woman|person)")
CONDITION = re.compile(
    r"(?i)\b(?:(?:critical|serious|stable|fair|good|grave|guarded)\s(?:but\s\w+\s)?condition|in surgery|discharged|"
    r"treated and released)\b"
)
IMPLIED = {
    "police": re.compile(r"(?i)\bpolice\b"),
    "sheriff": re.compile(r"(?i)\b(?:sheriff|deput(?:y|ies))\b"),
    "coroner": re.compile(r"(?i)\b(?:coroner|medical examiner)\b"),
    "fire": re.compile(r"(?i)\bfire (?:department|officials?|chief|crews)\b|\bfirefighters?\b"),
    "court": re.compile(r"(?i)\bcourt (?:records?|documents?|papers|filings?)\b"),
    "prosecutor": re.compile(r"(?i)\b(?:district attorney|prosecutors?|state[’']s attorney)\b"),
}
OF_TOWNS = frozenset({"police", "fire"})
"""Kinds of body that the one county which documents name need not have."""
PAST = re.compile(
    r"(?i)\b(?:(?:former|retired|once|formerly|previously|ex)\b[ -](?:[\w’'-]+ ){0,5}|(?:employed|worked|hired|fired|"
    r"employee|resigned|retired) (?:as [\w ]{2,25} )?(?:by|at|of|for|with|from) (?:the )?)$"
)
"""Before a body's name: somebody once worked there, which makes it none of those that speak of what happened."""
CLEAR = 2  # how many times as often the leading institution must be named to be the one that is meant
OFFICIAL = frozenset(
    """police sheriff prosecutor coroner court fire oversight defender corrections constable hospital schools university
    government county ems health transport department administration emergency security executive""".split()
) | {
    "state police",
    "state bureau",
    "campus police",
    "school police",
    "tribal police",
    "transit police",
    "attorney general",
    "law enforcement",
    "armed service",
}


Named = Sequence[tuple[int, int, Organisation]]
"""The bodies that a document's text names, and where: `Organisations.inside`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One document's institutions: how often each is named or credited, and the day that memberships are looked up for.

    `common` are those of all documents of the incident, with those that no document names more closely; `beside` has,
    by agent, the body that a bare "a spokeswoman" speaks for; `own` is the institution whose release the document is.
    """

    document: str
    counts: Mapping[str, int]
    common: Mapping[str, int]
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    tops: Mapping[str, str]
    on: date | None
    beside: Mapping[str, str] = field(default_factory=dict)
    own: str | None = None

    def meant(self, description: Generic) -> tuple[str, ...]:
        """The institutions that a description without a name can mean: one where it is clear.

        Those that the document names go before those that only the other documents do.
        """
        own = [[key for key in self.counts if self.kinds[key] in kinds] for kinds in description.kinds]
        shared = [[key for key in self.common if self.kinds[key] in kinds] for kinds in description.kinds]
        hint = description.hint
        hinted = [[key for key in group if hint in self.names[key].casefold()] for group in own] if hint else []
        for group in hinted:
            if group:
                return self._clear(group, self.counts)
        for i, (here, there) in enumerate(zip(own, shared, strict=True)):
            if not here and any(own[i:]):
                continue  # a body that the document names goes before one that no document does
            if here or there:
                # How often other documents name a body says nothing of what this one means, and one more document
                # would change it: of theirs only one that is alone of its kind is meant for sure.
                return self._clear(here, self.counts) if here else self._clear(there, dict.fromkeys(there, 1))
        return ()

    def _clear(self, keys: list[str], counts: Mapping[str, int]) -> tuple[str, ...]:
        ranked = sorted(keys, key=lambda key: (-counts[key], key))
        if len({self.tops[key] for key in ranked}) == 1:
            return (ranked[0],)
        if len(ranked) == 1 or counts[ranked[0]] >= CLEAR * counts[ranked[1]]:
            return (ranked[0],)
        return tuple(ranked)


def day(moment: date | None) -> date | None:
    """The date of a date or datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


def scenes(
    readings: Sequence[Reading], organisations: Organisations, named: Mapping[str, Named], short: Mapping[str, str]
) -> dict[str, Scene]:
    """By document, its institutions: those its text names, those whose people it credits, and its publisher where that
    is one. `short` are the acronyms of local ones that any document of the incident spells out."""
    bodies: dict[str, Organisation] = {}
    counts: dict[str, Counter[str]] = {}
    for reading in readings:
        told = counts[reading.document.id] = Counter()
        for body in _named(reading, organisations, named[reading.document.id], short):
            told[body.key] += 1
            bodies[body.key] = body
    own: dict[str, str] = {}
    for reading in readings:
        told = counts[reading.document.id]
        told.update(_credited(reading, bodies, organisations))
        publisher = publishing(reading, organisations)
        if publisher:
            own[reading.document.id] = publisher.key
            told[publisher.key] += CLEAR * (1 + max(told.values(), default=0))
            bodies[publisher.key] = publisher
    common: Counter[str] = Counter()
    for told in counts.values():
        common.update(told)
    kinds = {key: body.kind for key, body in bodies.items()}
    towns = {key.partition("/")[2] for key in own.values() if kinds[key] == "government"}
    town = towns.pop() if len(towns) == 1 else institutions.LOCAL
    for body, n in _implied(readings, counts, kinds, organisations, town):
        bodies[body.key] = body
        common[body.key] += n
    kinds = {key: body.kind for key, body in bodies.items()}
    names = {key: body.name for key, body in bodies.items()}
    found = {}
    for reading in readings:
        on = day(reading.document.published_at)
        tops = {key: organisations.top(key, on) for key in bodies}
        ident = reading.document.id
        found[ident] = Scene(
            ident,
            counts[ident],
            common,
            kinds,
            names,
            tops,
            on,
            _beside(reading, organisations, counts[ident]),
            own.get(ident),
        )
    return found


def _named(
    reading: Reading, organisations: Organisations, named: Named, short: Mapping[str, str]
) -> Iterator[Organisation]:
    text = reading.document.text
    yield from (body for start, _, body in named if not PAST.search(text, max(0, start - 80), start))
    for told in ACRONYM.findall(reading.document.text) if short else ():
        known = organisations.get(short[told]) if told in short else None
        if known:
            yield known


def _credited(reading: Reading, bodies: Mapping[str, Organisation], organisations: Organisations) -> Iterator[str]:
    """The key of a body for each time that somebody of it is credited: who speaks for it most is who investigates."""
    people = {}
    for agent in reading.agents:
        if agent.is_source and agent.affiliation:
            inside = organisations.inside(office(agent))
            people[agent.id] = next((body.key for _, _, body in inside if body.key in bodies), None)
        elif agent.is_source and (body := organisations.named(agent.name)):
            people[agent.id] = body.key if body.key in bodies else None
    for attribution in reading.attributions:
        key = people.get(attribution.agent or "")
        if key:
            yield key


def _implied(
    readings: Sequence[Reading],
    counts: Mapping[str, Mapping[str, int]],
    kinds: Mapping[str, str],
    organisations: Organisations,
    town: str,
) -> Iterator[tuple[Organisation, int]]:
    """Local bodies that these documents speak of and never name: the sheriff of the only county that they name, the
    police of wherever it is, which is the `town` that issued one of them."""
    text = "\n".join(r.document.text for r in readings)
    armed = {ident for ident, told in counts.items() if any(kinds[key] in ARMED for key in told)}
    forces = {key for told in counts.values() for key in told if kinds[key] in ARMED}
    alone = len(forces) == 1 and all(kinds[key] == "state police" for key in forces)
    counties = {m.group() for m in COUNTY.finditer(text) if m.group().split()[0] not in institutions.NOT_PLACE}
    for kind, words in IMPLIED.items():
        n = len(words.findall(text))
        if n == 0 or kind in kinds.values():
            continue
        if kind == "police" and (
            _with_sheriff(readings, counts, kinds) * 2 > len(readings)
            or alone
            or all(r.document.id in armed for r in readings if words.search(r.document.text))
        ):
            # Where most documents name the sheriff, or each that speaks of police a force, they may be those; and where
            # the state police are the only force of the documents, they are the police.
            continue
        place = next(iter(counties)).casefold() if len(counties) == 1 and kind not in OF_TOWNS else town
        body = organisations.get(f"{kind}/{place}")
        if body:
            yield body, n


def _with_sheriff(
    readings: Sequence[Reading], counts: Mapping[str, Mapping[str, int]], kinds: Mapping[str, str]
) -> int:
    """How many documents name a sheriff, or credit "the sheriff" or "deputies" where another names one."""
    named = {ident for ident, told in counts.items() if any(kinds[key] == "sheriff" for key in told)}
    return sum(r.document.id in named or (bool(named) and _credits_sheriff(r)) for r in readings)


def _credits_sheriff(reading: Reading) -> bool:
    told = (generic(a.role or a.name) for a in reading.agents if a.is_source)
    return any(meaning is not None and meaning.kinds[0] == ("sheriff",) for meaning in told)


def _beside(reading: Reading, organisations: Organisations, counts: Mapping[str, int]) -> dict[str, str]:
    """By agent who is nothing but "a spokeswoman", the body that the sentence before, in its paragraph, credits; by who
    speaks for nobody that is told, and of how a patient is, the hospital of the sentence."""
    bare = {a.id for a in reading.agents if BARE.fullmatch(a.name)}
    speaks = {a.id for a in reading.agents if a.role and SPEAKS.fullmatch(a.role) and not a.affiliation} | bare
    names = {a.id: a for a in reading.agents}
    found: dict[str, str] = {}
    text = reading.document.text
    before = None
    for attribution in (a for a in reading.attributions if a.parent is None and a.cue) if speaks else ():
        if attribution.agent in speaks and (hospital := _hospital(reading, attribution, organisations)):
            found.setdefault(attribution.agent or "", hospital)
        elif attribution.agent in bare and before is not None and before.cue[0].start < attribution.cue[0].start:
            body = organisations.named(names[before.agent or ""].name)
            gap = text[before.cue[0].end : attribution.cue[0].start]
            if body and body.key in counts and "\n" not in gap:
                found.setdefault(attribution.agent or "", body.key)
        if attribution.agent:
            before = attribution
    return found


def _hospital(reading: Reading, attribution: Attribution, organisations: Organisations) -> str | None:
    """The one hospital of an attribution's sentence, where what is said is how somebody there is."""
    if not any(CONDITION.search(s.exact) for s in attribution.content):
        return None
    at = attribution.cue[0].start
    sentence = next((s.exact for s in reading.sentences if s.start <= at < s.end), "")
    keys = {body.key for _, _, body in organisations.inside(sentence) if body.kind == "hospital"}
    return next(iter(keys)) if len(keys) == 1 else None


def publishing(reading: Reading, organisations: Organisations) -> Organisation | None:
    """The institution that publishes a document, where it is no news outlet: its own voice is then that body's. Where
    no publisher is known, the body in a head that calls the document a release or a log, or whose own site it is."""
    document = reading.document
    named = [organisations.named(document.publisher)] if document.publisher else []
    if not document.publisher and (told := head(reading)):
        named = [body for line in told for _, _, body in organisations.inside(_plain(line))]
    body = next((body for body in named if body), None) or of_site(document, organisations)
    return body if body and (body.key in organisations.table or body.kind in OFFICIAL) else None


def _plain(line: str) -> str:
    """A line in capitals as it would stand in a text: "CORBY POLICE DEPARTMENT"."""
    return line.title().replace(" Of ", " of ") if line.isupper() else line


def acronyms(readings: Iterable[Reading], named: Mapping[str, Named]) -> dict[str, str]:
    """Acronyms of the local institutions that these documents name in full: LMPD → police/louisville."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        text = reading.document.text
        for start, end, body in named[reading.document.id]:
            if not body.local:
                continue
            initials = "".join(
                w[0] for w in re.findall(r"[A-Za-z]+", text[start:end]) if w[0].isupper() or w == "police"
            ).upper()
            ends = {"police": "D", "sheriff": "O"}.get(body.kind, "")
            for told in {initials, initials + ends}:
                if len(told) >= 3:
                    found.setdefault(told, set()).add(body.key)
    return {told: next(iter(keys)) for told, keys in found.items() if len(keys) == 1}
