"""Typed values as they are said: by which origin, on which day, in which version of an article; gathered by topic."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from sayso.model import Account, Agent, Claim, Modality, Value, Versions
from sayso.reconcile.agents.names import is_name, words
from sayso.reconcile.clocks import bare, minutes
from sayso.reconcile.differences.dropped import drop_background, drop_once, drop_round_ups, overtaken
from sayso.reconcile.differences.fits import EXACT, NAMES, OPPOSED
from sayso.reconcile.differences.passing import in_passing
from sayso.reconcile.elsewhere import Elsewhere
from sayso.reconcile.numbers import LOOSE, NUMERALS, PART, bounds, numeral
from sayso.reconcile.origins.chains import Trace
from sayso.reconcile.statements.aged import fared
from sayso.reconcile.statements.gunfire import OFFICERS, WORDS, officers_of, shooters
from sayso.reconcile.statements.topics import (
    COUNTS,
    EXCLUSIVE,
    MANY,
    NO_ONE,
    NUMBERED,
    OF_INCIDENT,
    OTHER,
    Topics,
    of_the_act,
    tells_act,
)
from sayso.reconcile.statements.typed import NOBODY, typed
from sayso.reconcile.words import ABLE

LITERAL = frozenset({"weapon", "threat", "resistance", "flight", "force", "fired_first", "charges", "arrest"})
"""Fields whose values are words as they stand, so that a negated claim denies them; elsewhere a value tells it."""
ARMED = frozenset("have carry hold arm possess find recover see point brandish use".split())
"""Predicates whose negation denies that somebody was armed."""
NONE = re.compile(r"(?i)\b(?:no|without(?:\s+an?|\s+any)?|any)\s+(?:\w+\s+){0,2}$")
"""What stands before a thing that was not there: "there was no gun", "no firearm was found"."""
RULE = re.compile(r"(?i)\b(?:does|do|must|may|shall)(?: not|n[’']t)\b")
ELSE = re.compile(r"(?i)\b(?:else|other|others|officers?|deput(?:y|ies)|of them|in the)\b")
"""Words by which nobody is only nobody of some."""
FOUND = frozenset({"find", "recover", "locate"})
FIRED = frozenset("fire shoot hear hit strike discharge open squeeze count sound".split())
SHOT = re.compile(r"(?i)\b(?:shots?|gunshots?|rounds?|times)\b")
"""What is fired: casings and a box of bullets are found."""
SURE = 0.6
"""The confidence of a claim that is a clause."""
MASS = 500
_MANY = rf"(?:\d+|{'|'.join(NUMERALS[1:])})"
LISTED = re.compile(
    rf"(?i)\b{_MANY} [a-z]+,? and (?:[A-Z][\w’'-]+ and )?(?:an?|{_MANY}) [a-z]+\b|\band {_MANY} others\b"
)
"""Parts of a count, which the count itself does not dispute."""
OF_ONE = frozenset({"weapon", "resistance", "flight", "threat", "hits"})
"""Fields that as a rule tell of the one person whom officers met."""
NUMBER = re.compile(rf"(?i)\b(?:\d{{1,3}}|{'|'.join(NUMERALS[1:])})\b(?!-|\.\d|:|\s(?:year|a\.?m|p\.?m))")

HOLIDAY = re.compile(
    r"(?i)\bweekend\b|\b(?:hours?|minutes?|days?|moments?) (?:later|earlier|after|before)\b|\b(?:fourth of july|"
    r"(?:father|mother)[’']?s?[’']? day|christmas|thanksgiving|new year|"
    r"memorial day|labor day|easter|halloween)"
)
"""Days that name a weekend or a party as often as a day, and what is told from another time on."""
GUNFIRE = frozenset({"shots", "hits"})
BOUNDED = frozenset({"killed", "injured", "shot", "shots", "hits"})
CHARGED = re.compile(r"(?i)\b(?:charges?|charged|counts?|convicted)\b")
PLURAL = re.compile(
    rf"(?i)\b(?:{_MANY}|others?|several|both|all)\b|\b(?:officers|deputies|men|women|people|victims|boys|girls)$"
)
"""Words for several people, who need not have fared alike."""
OF_THEM = re.compile(rf"(?i)\b{_MANY} of (?:the|those|these|them|whom|his|her|their)\b")
"""Some of several, whom what is told of them need not have befallen alone."""
PERSONAL = frozenset({"age", "injury"})
"""Fields that are set side by side only where it is told whom they are about."""


Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Said:
    """A value as one claim gives it: the component of its origin (None: nobody's), the day, whether in a correction.

    `speaker` is who says it, `loose` whether it is a bound ("at least two") or part of a count, `bounds` between which
    numbers it lies, `unnamed` whether it is about somebody who is known by a role alone. `through` is the agent in
    whose document it stands; `recalled` whether it is told as an account of an earlier time, so that its own day is
    not known; `version` the article's address and the version's number, where several documents are
    versions of one; `moment` when the entry of a live blog was written in which it stands; `sentence` the words of the
    sentence around the claim.
    """

    claim: Claim
    value: Value
    component: str | None
    least: str | None
    day: date | None
    through: str
    speaker: str
    note: bool
    negated: bool = False
    loose: bool = False
    bounds: tuple[float, float] | None = None
    unnamed: bool = False
    recalled: bool = False
    version: tuple[str, int] | None = None
    moment: datetime | None = None
    sentence: str = ""

    @property
    def breath(self) -> str:
        """What is told in one go: an attribution; in the article's own voice, a claim."""
        return self.claim.attribution or self.claim.id

    @property
    def words(self) -> str:
        """The value as a page shows it: "not gun" for one that is denied."""
        return f"not {self.value.value}" if self.negated else self.value.value

    @property
    def when(self) -> tuple[bool, date, int, str, bool]:
        """What puts what was said in order: the day, the version, the time of its entry, a correction last; without a
        day, after the rest; what is only recalled, before it."""
        if self.recalled:
            return False, date.min, 0, "", self.note
        at = self.moment.isoformat() if self.moment else ""
        return self.day is None, self.day or date.max, self.version[1] if self.version else 0, at, self.note

    @property
    def account(self) -> Account:
        """As a comparison holds it."""
        return Account(claim=self.claim.id, value=self.words, span=self.value.span, grade=self.value.grade)


@dataclass(frozen=True, slots=True)
class Whose:
    """What tells whose word a claim is and when. `traces` by claim; `components` by origin, and `least` where uncertain
    dependences are real; `days` and `editions` by document; `notes`: the claims that stand in corrections; `refused`:
    those that their own cue denies ("he denied that …"), as their polarity says; `moments`: when the entry of a live
    blog was written that a claim stands in; `recalled`: those that are told as accounts of an earlier time."""

    traces: Mapping[str, Trace]
    components: Mapping[str, str | None]
    least: Mapping[str, str]
    days: Mapping[str, date | None]
    editions: Mapping[str, tuple[str, int]]
    notes: frozenset[str]
    moments: Mapping[str, datetime]
    refused: frozenset[str] = frozenset()
    recalled: frozenset[str] = frozenset()
    sentences: Mapping[str, str] = field(default_factory=dict)

    def said(self, claim: Claim, value: Value) -> Said:
        """A value with whose word it is."""
        trace = self.traces[claim.id]
        literal = value.field in LITERAL and value.value not in OPPOSED.values()
        if value.value == "threatened":
            literal = False  # "a wound that is not life-threatening"
        # Who denies killing somebody does not deny the death.
        denied = not claim.polarity if literal else claim.id in self.refused and value.field not in COUNTS
        negated = value.field in LITERAL | EXACT - COUNTS and trace.denies != denied
        armed = claim.predicate in ARMED and value.about is not None
        if value.field == "weapon" and not armed and not _none_at_all(claim, value):
            negated = False  # "it is not his gun" and "he denied owning the gun" tell that there was one
        counted = value.field in BOUNDED
        return Said(
            claim=claim,
            value=value,
            component=self.components[trace.support.origin],
            least=self.least.get(trace.support.origin),
            day=None if claim.id in self.recalled else self._day(claim),
            moment=None if claim.id in self.recalled else self.moments.get(claim.id),
            recalled=claim.id in self.recalled,
            through=trace.support.chain[0],
            speaker=trace.support.chain[-1],
            note=claim.id in self.notes,
            negated=negated,
            loose=counted and LOOSE.search(_text(claim)) is not None,
            bounds=bounds(value.value, _text(claim)) if counted and not PART.search(_text(claim)) else None,
            version=self.editions.get(claim.document),
            sentence=self.sentences.get(claim.id, ""),
        )

    def _day(self, claim: Claim) -> date | None:
        entry = self.moments.get(claim.id)
        return entry.date() if entry else self.days[claim.document]


def at_another_time(a: Said, b: Said) -> bool:
    """Whether one was said later than the other: on another day, or in another entry of one live blog."""
    if a.claim.document == b.claim.document and a.moment and b.moment:
        return a.moment != b.moment
    return a.day is not None and b.day is not None and a.day != b.day


def undated(a: Said, b: Said) -> bool:
    """Whether two documents that have no date say it, so that nothing but what they say tells which came first."""
    return a.day is None and b.day is None and not (a.recalled or b.recalled) and a.claim.document != b.claim.document


def editions(versions: Iterable[Versions]) -> Mapping[str, tuple[str, int]]:
    """Address and number, from 0 on, of each document that is one of several versions of an article."""
    return {ident: (one.address, n) for one in versions for n, ident in enumerate(one.documents)}


def by_topic(
    claims: Sequence[Claim], whose: Whose, topics: Topics, others: Elsewhere, officer: str | None = None
) -> dict[Key, list[Said]]:
    """What is said of each topic, in the order of the claims. What is said to be unknown is left out, and of the claims
    that tell of other incidents all that is about nobody who is named. `officer` is the one officer, where one alone
    is named."""
    found: dict[Key, list[Said]] = {}
    for claim in claims:
        if claim.modality is Modality.UNKNOWN:
            continue
        for value in typed(claim):
            if not topics.knows(value) or not _comparable(claim, value, topics):
                continue
            told = _in_full(value, topics)
            key = (told.field, OFFICERS) if told.about == OFFICERS else topics.key(told)
            away = others.others if value.field in EXCLUSIVE else others.claims
            if claim.id in away and (key[1] not in topics.roster.agents or value.field in GUNFIRE):
                continue
            if claim.document in others.round_ups and not key[1] and value.field in COUNTS | OF_INCIDENT:
                continue
            unnamed = bool(key[1]) and key[1] not in topics.roster.agents
            said = whose.said(claim, told)
            nobody = value.field == "arrest" and value.about == NOBODY
            found.setdefault(key, []).append(replace(said, unnamed=unnamed, negated=said.negated or nobody))
    _settle(found)
    shooters(found, officers_of(claims, topics) | ({officer} if officer else frozenset()))
    _nobody(found)
    overtaken(found)
    for key in [k for k in found if k[0] in PERSONAL and k[1] not in topics.roster.agents]:
        if _several(found[key]) or _of_both(found[key], topics):
            del found[key]
    for key, claim, value in fared(claims, topics):
        if claim.id not in others.claims:
            found.setdefault(key, []).append(whose.said(claim, value))
    drop_round_ups(found)
    drop_background(found, others.act, whose.days)
    drop_once(found)
    return found


def _comparable(claim: Claim, value: Value, topics: Topics) -> bool:
    """Whether a value can be set beside others: it tells of the act, and whom it is about."""
    about = topics.about(value)
    if value.field in OF_INCIDENT and value.about != "death":
        of_it = (tells_act(claim) and not in_passing(claim, value)) or of_the_act(claim, value.span)
        return of_it and claim.confidence > SURE and _told_once(claim, value)
    if value.field == "date" and HOLIDAY.search(value.span.exact):
        return False
    if value.field == "weapon" and not claim.polarity and RULE.search(_text(claim)):
        return False  # "he does not possess any firearms" is a rule that he keeps
    if value.value in OPPOSED.values() and claim.predicate in FOUND:
        return False  # what was not found on somebody need not be somewhere else
    agent = topics.roster.agents.get(about)
    takers = claim.participants if value.about else ()
    if value.field in PERSONAL and (not about or MANY.match(about)):
        return False
    known = topics.meant(value) or agent is None or _named_in(agent, claim) or _described_in(value, claim, topics)
    if value.field in PERSONAL and not known:
        return False  # where a name is not in the claim, somebody's son or friend may be meant
    if value.field in LITERAL and not claim.polarity and ABLE.search(_text(claim)):
        return False  # what could not be denies no fact
    if value.field in EXCLUSIVE and topics.roster.institution(about):
        return False
    called = [topics.described(value), *(p.span.exact for p in takers if p.agent == value.about)]
    if value.field in PERSONAL and not (agent and is_name(agent.name)) and any(map(PLURAL.search, called)):
        return False
    if value.field in PERSONAL | COUNTS and any(map(OTHER.match, called[1:])):
        return False  # "the second officer" is not the one whom "the officer" means
    if value.field == "motive" and CHARGED.search(_text(claim)):
        return False  # what somebody is charged with is no motive
    if value.field == "shots" and not (
        set(claim.predicate.split(" and ")) & FIRED and (SHOT.search(value.span.exact) or value.span.exact in WORDS)
    ):
        return False
    return value.field not in COUNTS or _counts(claim, value, about, topics)


def _told_once(claim: Claim, value: Value) -> bool:
    """Whether a day or time is the only one that a claim tells: of two, one is of something else."""
    if value.field == "date" and (bare(value.span.exact) or HOLIDAY.search(value.span.exact)):
        return False
    if value.field == "time" and "T" not in value.value and minutes(value.span.exact) is None:
        return False  # neither day nor clock
    same = {v.value for v in claim.values if v.field == value.field}
    return len(same) == 1 or value.field not in {"date", "time"}


def _named_in(agent: Agent, claim: Claim) -> bool:
    """Whether a claim names somebody: in its words, or in those of a subject that it shares with the clause before."""
    told = {w for p in claim.participants if p.role in {"agent", "patient"} for w in words(p.span.exact)}
    return not told.union(words(_text(claim))).isdisjoint(words(agent.name))


def _described_in(value: Value, claim: Claim, topics: Topics) -> bool:
    """Whether a claim tells that somebody was hurt whom its description alone means: "a 27-year-old woman died"."""
    meant = topics.roster.aka.get(value.about or "") in topics.people
    return meant and any(v.field in COUNTS and v.about == value.about for v in claim.values)


def _counts(claim: Claim, value: Value, about: str, topics: Topics) -> bool:
    """Whether a count is one of this incident's people, as its clause tells it; of one person, whether it befell them
    or not."""
    if not value.value.isdecimal():
        return False
    number = int(value.value)
    if not number and topics.described(value).casefold() in NO_ONE:
        return value.about is not None and not ELSE.search(_text(claim))
    if about:
        return number == 1 or (not number and value.field != "killed")
    text = _text(claim)
    if value.field != "killed" and OF_THEM.search(text):
        return False
    whole = value.about is not None and claim.confidence > SURE and number < MASS
    return whole and number > 0 and not NUMBERED.search(text) and not LISTED.search(text) and _next_to(claim, value)


def _next_to(claim: Claim, value: Value) -> bool:
    """Whether the number next to the words is the value: "2 dead, 3 in hospital" tells of two dead."""
    for span in claim.spans:
        if span.start <= value.span.start < span.end:
            at = value.span.start - span.start
            before = [m.group().casefold() for m in NUMBER.finditer(span.exact[:at])][-1:]
            after = [m.group().casefold() for m in NUMBER.finditer(span.exact[at:])][:1]
            return value.value in {str(numeral(told)) for told in before or after}
    return False


def _text(claim: Claim) -> str:
    return " ".join(s.exact for s in claim.spans)


def _settle(found: dict[Key, list[Said]]) -> None:
    """Give values of nobody in particular to the one person whom all other values of the field are about."""
    for name in [f for f, about in found if not about and f in OF_ONE]:
        others = [about for f, about in found if f == name and about]
        if len(others) == 1:
            found[name, others[0]] += found.pop((name, ""))


def _nobody(found: dict[Key, list[Said]]) -> None:
    """Set "no one was arrested" beside all arrests at once: that somebody is held by now is one change."""
    for name in EXCLUSIVE:
        nobody = [s for s in found.get((name, ""), ()) if s.negated]
        if nobody:
            held = [s for key, told in found.items() if key[0] == name and key[1] for s in told]
            found[name, ""] = [*found[name, ""], *held]


def _several(told: Sequence[Said]) -> bool:
    """Whether a description is of several people: one voice gives it two values in one document."""
    values: dict[tuple[str, str, bool], dict[str, set[str]]] = {}
    for said in told:
        here = values.setdefault((said.claim.document, said.speaker, said.note), {})
        here.setdefault(said.breath, set()).add(said.words)
    return any(len(each) > 1 and not set.intersection(*each.values()) for each in values.values())


def _of_both(told: Sequence[Said], topics: Topics) -> bool:
    """Whether descriptions of one person are of a man and of a woman."""
    words = " ".join(topics.described(s.value) for s in told).casefold()
    return bool(
        re.search(r"\b(?:wom[ae]n|girl|female|she)\b", words) and re.search(r"\b(?:m[ae]n|boy|male|he)\b", words)
    )


def _in_full(value: Value, topics: Topics) -> Value:
    """A name that is part of the name of the person whom it is about, as that name: "Mark" for Aldo Mark Venn."""
    agent = topics.roster.agents.get(topics.about(value)) if value.field in NAMES else None
    part = agent is not None and set(words(value.value)) <= set(words(agent.name))
    return replace(value, value=agent.name) if agent is not None and part else value


def _none_at_all(claim: Claim, value: Value) -> bool:
    """Whether a claim says that there was no such thing."""
    span = next((s for s in claim.spans if s.start <= value.span.start < s.end), None)
    return span is not None and NONE.search(span.exact[: value.span.start - span.start]) is not None
