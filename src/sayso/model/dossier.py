"""What the coverage of one incident says, together: origins, dependences, propositions, assessments."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum

from sayso.model.documents import Document, Span, Versions, identify
from sayso.model.reading import Agent, Attribution, Channel, Claim, Mention, Precision, Time


class Basis(StrEnum):
    """Why an origin would know."""

    WITNESS = "witness"
    PARTY = "party"
    OFFICIAL = "official statement"
    RECORD = "record"
    VIDEO = "video"
    UNNAMED = "unnamed"
    OTHER = "other"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where chains end. `agent` is a Dossier agent's id; None where nobody is credited (basis `unstated`), and then
    `through` is the agent (article's publisher, reporter) in whose voice it stands."""

    id: str
    agent: str | None
    basis: Basis
    through: str | None = None
    component: str | None = None
    interested: bool = False


class Reason(StrEnum):
    """Why two origins are not independent."""

    SAME_AGENT = "same agent"
    PART_OF = "part of"  # one organisation is within the other, or both are within a third
    SPEAKS_FOR = "speaks for"  # member, spokesperson or unnamed source of it
    CONFIRMS = "confirms"  # one states that it has it from the other
    COPY = "copied wording"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependence:
    """An edge between two origins. `certain` is False where it may not hold: then it bounds the interval alone.

    `note` says in plain words why; `evidence` are the spans that show it (none for the table of organisations).
    `claims` are the ids of the claims for which alone it holds (a copied passage, a confirmed account), and then `a`
    rests on `b`; empty: it holds for all.
    """

    a: str
    b: str
    reason: Reason
    note: str
    evidence: tuple[Span, ...] = ()
    certain: bool = True
    claims: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What a judgement calls it by: made from its two ends and its reason."""
        return identify("dependence", self.a, self.b, self.reason.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """Origins that count as one, because certain dependences tie them together.

    `id` is what `Origin.component` holds; `name` is what to call it on a page: its highest organisation, else the
    fullest name in it. `agents` are the dossier's agents in it. `interested` where any of its origins is.
    """

    id: str
    name: str
    origins: tuple[str, ...]
    agents: tuple[str, ...]
    interested: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """One claim's chain. `chain` are agents' ids from the outermost voice (the publisher) to the innermost named;
    `voice` is the one who speaks it in the document; `attributions` are ids, outermost first. `by_reference` where the
    voice confirms or denies what another says ("confirmed the account"): the claim's words are that other's. `carried`
    where the claim's sentence credits nobody itself, and goes on with what the one before credits its source with."""

    claim: str
    voice: str
    chain: tuple[str, ...]
    attributions: tuple[str, ...]
    origin: str
    channel: Channel
    by_reference: bool = False
    carried: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """The claims that assert, or deny, the same thing. `text` is the plainest of their wordings, a real span's text."""

    id: str
    text: str
    topic: str | None
    claims: tuple[str, ...]
    denials: tuple[str, ...] = ()


class Status(StrEnum):
    """Where a proposition or a field stands. Says nothing of its truth."""

    UNATTRIBUTED = "unattributed"
    SINGLE_ORIGIN = "single origin"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"
    SILENT = "silent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """How a proposition or a topic stands. `independent` and `outside` are (least, most) counts of independent origins,
    with and without interested parties; `components` groups the origins' ids under the certain edges."""

    subject: str
    voices: tuple[str, ...]
    origins: tuple[str, ...]
    components: tuple[tuple[str, ...], ...]
    independent: tuple[int, int]
    outside: tuple[int, int]
    status: Status
    explanation: str


class Relation(StrEnum):
    """How two values of one topic stand to each other."""

    AGREE = "agree"
    REFINES = "refines"
    CONTRADICTS = "contradicts"  # independent origins, incompatible
    CHANGED = "changed"  # the same component, later
    INCONSISTENT = "inconsistent"  # the same component, the same day
    DISCLOSED = "disclosed"  # first withheld or said to be unknown, then given


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One value said of a topic, by whom."""

    claim: str
    value: str
    span: Span
    grade: float | None = None  # place on an ordered scale, 0 lightest to 1 gravest, where the topic has one


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """The accounts of one topic side by side, and how they stand to each other."""

    id: str
    topic: str
    accounts: tuple[Account, ...]
    relation: Relation
    explanation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """One value of one topic (who, when, where, how many) and every claim that gives it, whatever else a claim says.

    `about` is an agent's id of the dossier, a plain role, or None; `value` is the normal form, `text` its plainest
    wording. An account's span is the phrase that tells it ("in the 900 block of Mill Road"). `act` is False for times
    and places of something else than the act itself. The detail's assessment has its id as subject.
    """

    id: str
    topic: str
    field: str
    about: str | None
    value: str
    text: str
    accounts: tuple[Account, ...]
    act: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Refinement:
    """One proposition says all that another says, and more. It is a link: they are never merged, nor counted as one.

    `broader` and `narrower` are propositions' ids; `adds` are the words by which the narrower says more.
    """

    broader: str
    narrower: str
    adds: str


class StepKind(StrEnum):
    """How what is said relates to what the same account said before."""

    FIRST = "first"
    REPEATED = "repeated"
    REFINED = "refined"
    ADDED = "added"  # something else that can be as well
    CHANGED = "changed"
    INCONSISTENT = "inconsistent"  # on the same day, or without dates
    DISCLOSED = "disclosed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that an account says. `at` is the ISO 8601 day of the document,
    or the time of its entry in a live blog, None where there is neither; `than` is the
    claim of the earlier step that this one repeats, refines, changes, discloses or withdraws."""

    kind: StepKind
    claim: str
    document: str
    at: str | None
    value: str
    span: Span
    than: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """How one account of one topic moved: what one component said, in the order of publication.

    `component` is a Component's id; where nobody is credited it is None, and `through` is the agent (a publisher) in
    whose voice it stands.
    """

    id: str
    topic: str
    component: str | None
    through: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """How one voice refers to one person of the incident. `voice` None is the article's own voice."""

    agent: str
    voice: str | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A point of the timeline: something that happened, was published or was said, at a Time or a document's date."""

    at: str  # ISO 8601 date or datetime; the start of the interval
    until: str
    precision: Precision
    kind: str  # "incident", "publication", "statement"
    text: str
    document: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """What people must know before they trust a dossier or a record: something was not read, or not all belongs here.

    `code` is stable and documented in `docs/errors.md`; `documents` are the ids of those that it is about.
    """

    code: str
    message: str
    documents: tuple[str, ...]


class JudgementKind(StrEnum):
    """What a person decides."""

    ACCEPT = "accept"
    REJECT = "reject"
    EDIT = "edit"
    MERGE = "merge"
    SPLIT = "split"
    LINK = "link"
    RATE = "rate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's decision about records, by id. Superseded by later ones about the same subjects, never deleted.

    `merge` and `split` take agents (by id), `link` two origins or agents that depend on each other, `reject` claims,
    attributions or dependences; `value` holds an edit's new value or a rating.
    """

    kind: JudgementKind
    subjects: tuple[str, ...]
    by: str
    at: str  # ISO 8601 datetime, UTC
    why: str = ""
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The computed result: `reconcile(readings, judgements)`. Disposable; its JSON schema: `docs/dossier.schema.json`.

    `agents` are across documents; `aka` maps (id of an agent of a reading, id of the dossier's agent).
    `narrators` are the agents that stand for each document's own voice, in the order of `documents`.
    `voices` are the ids of agents whose assertions appear; the narrators are not counted among them.
    A document that only repeats another (`copies`) stands in `documents` and shares the other's narrator; nothing else
    of it is in the dossier.
    """

    documents: tuple[Document, ...]
    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
    agents: tuple[Agent, ...]
    aka: tuple[tuple[str, str], ...]
    narrators: tuple[str, ...]
    voices: tuple[str, ...]
    interested: tuple[str, ...]
    origins: tuple[Origin, ...]
    dependences: tuple[Dependence, ...]
    supports: tuple[Support, ...]
    propositions: tuple[Proposition, ...]
    assessments: tuple[Assessment, ...]
    overall: Assessment
    comparisons: tuple[Comparison, ...]
    unknowns: tuple[str, ...]  # ids of claims that say that something is unknown
    silences: tuple[str, ...]  # topics of the codebook that nobody speaks to, in plain words
    namings: tuple[Naming, ...]
    timeline: tuple[Event, ...]
    findings: tuple[str, ...]  # in plain words, the most important first
    judgements: tuple[Judgement, ...] = ()
    components: tuple[Component, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()  # (id of a document that only repeats another, id of that one)
    details: tuple[Detail, ...] = ()
    refinements: tuple[Refinement, ...] = ()
    courses: tuple[Course, ...] = ()  # of accounts that moved, or said a thing more than once
    versions: tuple[Versions, ...] = ()  # of articles that several of the documents are versions of
    codebook: str | None = None  # the name of the codebook whose topics were looked for, None for none
    cautions: tuple[Caution, ...] = ()

    def to_json(self, *, indent: int | None = 2) -> str:
        """The dossier as JSON text, following `docs/dossier.schema.json`."""
        return json.dumps(asdict(self), indent=indent, ensure_ascii=False, default=date.isoformat)
