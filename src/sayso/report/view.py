"""What the page shows, row by row, worked out of a dossier before any markup."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import (
    Account,
    Assessment,
    Channel,
    Claim,
    Comparison,
    CueType,
    Modality,
    Precision,
    Proposition,
    Relation,
    Span,
    Status,
    Support,
)
from sayso.report.index import OWN, Index, Word, interval, many
from sayso.report.inert import one_line, shorten

KEY_ROWS = 16
_MOVED = (Status.DISPUTED, Status.CHANGED, Status.WITHDRAWN)
RANK = {
    Status.DISPUTED: 0,
    Status.CHANGED: 1,
    Status.WITHDRAWN: 2,
    Status.CORROBORATED: 3,
    Status.SINGLE_ORIGIN: 4,
    Status.UNATTRIBUTED: 5,
    Status.UNKNOWN: 6,
    Status.SILENT: 7,
}
STATUS_WORDS = {
    Status.UNATTRIBUTED: "Credited to nobody",
    Status.SINGLE_ORIGIN: "Single origin",
    Status.CORROBORATED: "Independent origins",
    Status.DISPUTED: "Disputed",
    Status.CHANGED: "Account changed",
    Status.WITHDRAWN: "Withdrawn",
    Status.UNKNOWN: "Said to be unknown",
    Status.SILENT: "Nobody speaks to it",
}
RELATION_WORDS = {
    Relation.AGREE: "The accounts agree",
    Relation.REFINES: "One is more exact",
    Relation.CONTRADICTS: "Contradiction",
    Relation.CHANGED: "Account changed",
    Relation.INCONSISTENT: "Differs within one origin",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A claim to be followed to its characters."""

    claim: str
    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One voice of a claim: whose word it rests on, how it is said, and where."""

    word: Word
    voice: str
    name: str
    title: str
    how: str
    quote: str
    links: tuple[Link, ...]
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One proposition."""

    key: str
    number: int
    text: str
    topic: str
    chips: tuple[Chip, ...]
    status: Status
    badge: str
    counts: str
    explanation: str
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One account of a comparison."""

    word: Word
    name: str
    title: str
    value: str
    quote: str
    claim: str
    when: str
    grade: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One value of a comparison and those who give it; `word` where they all share one."""

    value: str
    word: Word | None
    accounts: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One comparison: its accounts, and grouped by value. `scale` tells whether they stand on an ordered scale,
    `dated` whether their documents' dates tell them apart.
    """

    key: str
    topic: str
    badge: str
    relation: Relation
    explanation: str
    accounts: tuple[Told, ...]
    sides: tuple[Side, ...]
    scale: bool
    dated: bool


def rows(index: Index) -> tuple[Row, ...]:
    """The propositions, topic by topic: the disputed and changed first, then by the number of voices, then as told."""
    made = [_row(n, p, index) for n, p in enumerate(index.dossier.propositions)]
    topics: dict[str, tuple[int, int]] = {}
    for row in made:
        weight = (RANK[row.status] if row.status in _MOVED else 3, -row.voices)
        topics[row.topic] = min(weight, topics.get(row.topic, weight))
    first = {row.topic: row.number for row in reversed(made)}
    made.sort(key=lambda r: (not r.topic, topics[r.topic], first[r.topic], RANK[r.status], -r.voices, r.number))
    return tuple(made)


def _row(number: int, proposition: Proposition, index: Index) -> Row:
    assessment = index.assessments.get(proposition.id)
    chips = [
        *_chips(proposition.claims, index, proposition),
        *_chips(proposition.denials, index, proposition, denies=True),
    ]
    seen = {c for chip in chips for c in (link.claim for link in chip.links)}
    status = assessment.status if assessment else Status.UNATTRIBUTED
    return Row(
        key=proposition.id,
        number=number,
        text=_sentence(proposition.text),
        topic=one_line((proposition.topic or "").replace("_", " ")),
        chips=tuple(chips),
        status=status,
        badge=STATUS_WORDS[status],
        counts=counts(assessment) if assessment and seen else "",
        explanation=one_line(assessment.explanation) if assessment else "",
        voices=len({c.voice for c in chips}),
    )


def _sentence(text: str) -> str:
    told = one_line(text)
    return told[:1].upper() + told[1:]


def counts(assessment: Assessment) -> str:
    """An assessment's numbers in a few words."""
    voices = many(len(assessment.voices), "voice") if assessment.voices else ""
    least, most = assessment.independent
    if most == 0:
        return f"{voices}, no stated origin" if voices else ""
    origins = f"{interval((least, most))} {'origin' if most == 1 else 'origins'}"
    outside = assessment.outside
    if outside[1] == 0:
        beside = "none outside the parties"
    else:
        beside = "" if outside == assessment.independent else f"{interval(outside)} outside the parties"
    return " · ".join(part for part in (f"{voices}, {origins}" if voices else origins, beside) if part)


def _chips(claims: tuple[str, ...], index: Index, proposition: Proposition, *, denies: bool = False) -> list[Chip]:
    held: dict[tuple[str, str, tuple[str, ...]], list[Support]] = defaultdict(list)
    for key in claims:
        if key in proposition.denials and not denies:
            continue
        for support in index.supports.get(key, ()):
            held[support.voice, support.origin, support.chain[1:]].append(support)
    return [_chip(supports, index, proposition, denies=denies) for supports in held.values()]


def _chip(supports: list[Support], index: Index, proposition: Proposition, *, denies: bool) -> Chip:
    first = supports[0]
    word = index.word(first)
    ids = list(dict.fromkeys(s.claim for s in supports if s.claim in index.claims))
    links = tuple(Link(claim=c, number=n, words=words_of(index.claims[c])) for n, c in enumerate(ids, 1))
    quote = links[0].words if links else ""
    same = quote.strip(".,”“\"' ").casefold() == one_line(proposition.text).strip(".,”“\"' ").casefold()
    claim = index.claims.get(first.claim)
    return Chip(
        word=word,
        voice=first.voice,
        name=index.short(first.voice),
        title=f"{index.name(first.voice)} · {word.name}",
        how=how(first, claim, index),
        quote="" if same else shorten(quote, 120),
        links=links,
        denies=denies or (claim is not None and not claim.polarity and bool(proposition.denials)),
    )


def how(support: Support, claim: Claim | None, index: Index) -> str:
    """How a voice says it: from whom, by which channel, how strongly."""
    told = []
    own = support.voice in index.narrators
    word = index.word(support)
    chain = [a for a in support.chain if a != support.voice]
    after = (
        support.chain[support.chain.index(support.voice) + 1 :] if support.voice in support.chain else tuple(chain[1:])
    )
    after = tuple(a for a in dict.fromkeys(after) if a != support.voice)
    if after:
        told.append("from " + ", who has it from ".join(index.short(a, 48) for a in after))
    if support.channel is not Channel.UNSTATED:
        told.append(support.channel.value)
    if word is OWN:
        told.append("in nobody’s name")
    elif word.style == "bare":
        told.append("no basis stated")
    elif own:
        told.append("in its own voice")
    if support.attributions and (found := index.attributions.get(support.attributions[-1])) is not None:
        plain = found.cue_type in (CueType.STATES, CueType.ASSERTS)
        told += [] if plain else [found.cue_type.value]
    if claim is not None and claim.modality not in (Modality.FACT, Modality.UNKNOWN):
        told.append(f"put as {claim.modality.value}")
    return " · ".join(told)


def words_of(claim: Claim) -> str:
    """A claim's characters, its parts joined by an ellipsis."""
    return " … ".join(one_line(s.exact) for s in claim.spans)


def moves(index: Index) -> tuple[Move, ...]:
    """The comparisons, contradictions and changes first, accounts from lighter to graver where there is a scale."""
    order = [Relation.CONTRADICTS, Relation.CHANGED, Relation.INCONSISTENT, Relation.REFINES, Relation.AGREE]
    found = [c for c in index.dossier.comparisons if c.relation is not Relation.AGREE]
    return tuple(_move(c, index) for c in sorted(found, key=lambda c: order.index(c.relation)))


def _move(comparison: Comparison, index: Index) -> Move:
    accounts = [_told(a, index) for a in comparison.accounts]
    graded = [a for a in accounts if a.grade is not None]
    scale = len(graded) > 1
    if scale:
        accounts.sort(key=lambda a: (a.grade is None, a.grade or 0.0))
    return Move(
        key=comparison.id,
        topic=_sentence(comparison.topic.replace("_", " ")),
        badge=RELATION_WORDS[comparison.relation],
        relation=comparison.relation,
        explanation=one_line(comparison.explanation),
        accounts=tuple(accounts),
        sides=_sides(accounts),
        scale=scale,
        dated=len({a.when for a in accounts}) > 1,
    )


def _sides(accounts: list[Told]) -> tuple[Side, ...]:
    held: dict[str, list[Told]] = defaultdict(list)
    for account in accounts:
        held[account.value.casefold()].append(account)
    made = []
    for same in held.values():
        words = {a.word for a in same}
        once = {(a.word, a.name, a.quote.casefold(), a.when): a for a in reversed(same)}
        made.append(
            Side(
                value=same[0].value,
                word=words.pop() if len(words) == 1 else None,
                accounts=tuple(reversed(once.values())),
            )
        )
    return tuple(made)


def _told(account: Account, index: Index) -> Told:
    supports = index.supports.get(account.claim, [])
    word = index.claim_word(account.claim)
    document = index.documents.get(account.span.document)
    when = document.published_at if document else None
    name = index.short(supports[0].voice) if supports else "nobody named"
    title = index.name(supports[0].voice) if supports else ""
    if supports:
        told = how(supports[0], None, index)
        if told.startswith("from "):
            name = f"{index.short(supports[0].chain[-1])}, to {name}"
    return Told(
        word=word,
        name=name,
        title=title,
        value=one_line(account.value),
        quote=one_line(account.span.exact),
        claim=account.claim,
        when=day(when) if when else "",
        grade=account.grade,
    )


_PARTS = ((5, "night"), (12, "morning"), (17, "afternoon"), (21, "evening"), (24, "night"))
_MONTHS = "January February March April May June July August September October November December".split()


def day(when: date | str | None, precision: Precision | None = None) -> str:
    """A date for people: 12 September 2025, 09:30."""
    if when is None:
        return ""
    if isinstance(when, str):
        try:
            when = datetime.fromisoformat(when) if len(when) > 10 else date.fromisoformat(when)
        except ValueError:
            return one_line(str(when))
    if precision is Precision.YEAR:
        return str(when.year)
    month = f"{_MONTHS[when.month - 1]} {when.year}"
    if precision is Precision.MONTH:
        return month
    told = f"{when.day} {month}"
    if isinstance(when, datetime) and precision in (None, Precision.HOUR, Precision.MINUTE):
        told += f", {when:%H:%M}"
        if when.tzinfo is not None:
            told += f" (UTC{when:%z})".replace("+0000", "")
    return told


def when_of(at: str, until: str, precision: Precision) -> str:
    """An interval of time for people: a day and a part of it, or from one day to another."""
    start, end = day(at, precision), day(until, precision)
    if precision is Precision.PART_OF_DAY and len(at) > 11 and at[11:13].isdigit():
        return f"{start}, {next(name for hour, name in _PARTS if int(at[11:13]) % 24 < hour)}"
    fine = precision in (Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY)
    return start if start == end or (fine and at[:10] == until[:10]) else f"{start} to {end}"


def named(index: Index) -> list[tuple[str, list[tuple[str, Word | None, list[tuple[str, Span, int]]]]]]:
    """For each person, each voice's words for them, every wording once, with the first place and the count."""
    people: dict[str, list[tuple[str, Word | None, list[tuple[str, Span, int]]]]] = defaultdict(list)
    for naming in index.dossier.namings:
        wordings: dict[str, list[Span]] = defaultdict(list)
        for span in naming.spans:
            wordings[one_line(span.exact).casefold()].append(span)
        told = [(one_line(spans[0].exact), spans[0], len(spans)) for spans in wordings.values()]
        word = OWN if naming.voice is None else None
        voice = "in the documents’ own voice" if naming.voice is None else index.short(naming.voice, 60)
        people[index.name(naming.agent)].append((voice, word, told))
    return list(people.items())
