"""What one document says: quotations, attributions, agents, times, claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.documents import Document, Span


class QuotationKind(StrEnum):
    """What quotation marks are there for."""

    SPEECH = "speech"
    TERM = "term"  # scare quotes, words as words
    TITLE = "title"  # of a work


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation, marks included: a span a paragraph that it runs through. `depth` 0 is the outermost."""

    spans: tuple[Span, ...]
    kind: QuotationKind
    depth: int = 0
    closed: bool = True


class Kind(StrEnum):
    """How a content is given: all in quotation marks, none of it, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class CueType(StrEnum):
    """What the source does with the content."""

    STATES = "states"
    ASSERTS = "asserts"  # with emphasis or dispute: insists, argues, maintains
    CONFIRMS = "confirms"
    DENIES = "denies"
    CONCEDES = "concedes"
    DECLINES = "declines"  # a refusal: nothing is asserted
    ALLEGES = "alleges"
    ASKS = "asks"  # a question: nothing is asserted
    DIRECTS = "directs"  # an order, request, promise or wish: nothing is asserted as fact
    BELIEVES = "believes"  # thinks, hopes, fears, expects


NOT_ASSERTING = frozenset({CueType.DECLINES, CueType.ASKS, CueType.DIRECTS})


class Channel(StrEnum):
    """The way by which words reached the document."""

    POST = "post"
    STATEMENT = "statement"
    NEWS_RELEASE = "news release"
    INTERVIEW = "interview"
    NEWS_CONFERENCE = "news conference"
    FILING = "filing"  # court papers, affidavits, complaints, warrants
    RECORD = "record"  # reports, logs, autopsies
    VIDEO = "video"
    MESSAGE = "message"  # e-mail, text message, letter
    COVERAGE = "coverage"  # another outlet's report
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is credited (source), by which words (cue), with what (content); each in one or more spans, in text order.

    `source` is empty where nobody is named ("is alleged to"). `cue` is empty only for embedded posts and for block
    quotes that nothing introduces. `content` is empty only where a cue has nothing to report ("declined to comment").
    `agent` is the id of the source's Agent in the same reading. `parent` is the id of the attribution inside whose
    content this one stands. `carried_from` is the id of the attribution whose source runs on into this one, or this
    one's own id where a sentence without content introduces it ("X issued a statement."). `confirms` holds the ids of
    attributions of the same document whose contents this one confirms or denies by reference ("the account").
    `recipient` is whom it was said to ("told reporters"). `confidence` is in 0..1.
    """

    id: str
    document: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: Kind
    cue_type: CueType
    channel: Channel
    agent: str | None = None
    parent: str | None = None
    carried_from: str | None = None
    confirms: tuple[str, ...] = ()
    recipient: tuple[Span, ...] = ()
    confidence: float = 1.0


class AgentKind(StrEnum):
    """What an agent is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"  # "a senior agency source", "a witness who asked not to be named"
    GROUP = "group"  # "witnesses", "neighbours", "relatives"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """A person, organisation, unnamed source or group behind mentions.

    `name` is the fullest form found, for an unnamed source its description. `role` is as worded ("Assistant Secretary",
    "reporter", "witness"); `affiliation` is the organisation's name as worded. `mentions` are ids of Mentions.
    `is_source` tells that at least one attribution credits it.
    """

    id: str
    name: str
    kind: AgentKind
    aliases: tuple[str, ...] = ()
    role: str | None = None
    affiliation: str | None = None
    mentions: tuple[str, ...] = ()
    is_source: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names or describes somebody. `attribution`: the innermost attribution whose content holds it."""

    id: str
    span: Span
    agent: str
    attribution: str | None = None


class Precision(StrEnum):
    """How fine a time is."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time in the text. `start` and `end` are ISO 8601 local dates or datetimes, both inclusive, both None where
    unresolved. `anchor` says what it was resolved against: "publication date", "the text", another Time's id, or None.
    """

    id: str
    span: Span
    start: str | None
    end: str | None
    precision: Precision
    anchor: str | None = None
    approximate: bool = False


class Modality(StrEnum):
    """How strongly a claim is put."""

    FACT = "fact"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    EXPECTED = "expected"
    INTENDED = "intended"
    UNKNOWN = "unknown"  # said to be unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody or something that takes part in what a claim tells. `role` is agent, patient, recipient or other."""

    role: str
    span: Span
    agent: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A typed value of a claim: `field` is a codebook's field ("injury", "killed"), `value` its normal form.

    `about` is whom or what it is about: an agent's id of the same reading, or a plain role ("officer") where no agent
    is known. `grade` is its place on the field's ordered scale, from 0 (lightest) to 1 (gravest), where it has one.
    """

    field: str
    value: str
    span: Span
    about: str | None = None
    grade: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion, at `spans`. `attribution` is the id of the innermost attribution it stands in, None for the
    article's own voice. `predicate` is the lemma of its verb or copular complement. `polarity` is False for a negated
    claim. `values` are empty where no typed field fits.
    """

    id: str
    document: str
    attribution: str | None
    spans: tuple[Span, ...]
    predicate: str
    participants: tuple[Participant, ...] = ()
    times: tuple[str, ...] = ()
    places: tuple[Span, ...] = ()
    quantities: tuple[Span, ...] = ()
    values: tuple[Value, ...] = ()
    hedges: tuple[Span, ...] = ()
    polarity: bool = True
    modality: Modality = Modality.FACT
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one document says: a pure function of the document."""

    document: Document
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]
    attributions: tuple[Attribution, ...]
    agents: tuple[Agent, ...]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]
    claims: tuple[Claim, ...]
