"""What the page shows, row by row, worked out of a dossier before any markup."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.model import (
    Assessment,
    Channel,
    Claim,
    CueType,
    Modality,
    Proposition,
    Span,
    Status,
    Support,
)
from sayso.reconcile.statements.passages import Passage, close
from sayso.report.chains import Chainer, Chains
from sayso.report.dates import with_days
from sayso.report.index import OWN, Index, Word, interval, many
from sayso.report.inert import one_line, shorten

KEY_ROWS = 16
EACH_TOPIC = 4
TOGETHER = 3
NEAREST = 3
# The codebooks' fields, by what a reader looks for first; others stand in the middle.
_WEIGHT = {
    field: n
    for n, field in enumerate(
        "killed injury injured victim_name suspect_name force shots fired_first weapon threat resistance flight motive "
        "encounter age officer_name agency recording charges arrest investigation officer_status - date time hospital "
        "exact_place place scene".split()
    )
}
_MIDDLING = _WEIGHT["-"]
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
    """One proposition. `shown` are its chips with documents that credit nobody taken together.

    `carried` and `counted` say in sentences what the numbers say; `narrower` are propositions that say more, by id and
    what they add, `broader` those that say less, by id and text; `close` those of other documents that tell nearly
    the same, by id and the words that do.
    """

    key: str
    number: int
    text: str
    topic: str
    chips: tuple[Chip, ...]
    shown: tuple[Chip, ...]
    status: Status
    badge: str
    counts: str
    explanation: str
    voices: int
    weight: int
    carried: str = ""
    counted: str = ""
    chains: Chains | None = None
    narrower: tuple[tuple[str, str], ...] = ()
    broader: tuple[tuple[str, str], ...] = ()
    close: tuple[tuple[str, str], ...] = ()


def rows(index: Index, *, with_close: bool = False) -> tuple[Row, ...]:
    """The propositions, topic by topic: the disputed and changed first, then by the topic’s weight, then as told. What
    tells nearly the same is looked for only on demand."""
    chainer = Chainer(index)
    links = _links(index, close(index.dossier) if with_close else {})
    made = [_row(n, p, index, chainer, links) for n, p in enumerate(index.dossier.propositions)]
    topics: dict[str, tuple[int, int, int]] = {}
    for row in made:
        weight = (RANK[row.status] if row.status in _MOVED else 3, row.weight, -row.voices)
        topics[row.topic] = min(weight, topics.get(row.topic, weight))
    first = {row.topic: row.number for row in reversed(made)}
    made.sort(key=lambda r: (not r.topic, topics[r.topic], first[r.topic], RANK[r.status], -r.voices, r.number))
    return tuple(made)


def key_rows(every: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The rows to show at once, and those to fold away: of each topic the first few, and all that differ."""
    if len(every) <= KEY_ROWS + 6:
        return every, ()
    told = [r for r in every if r.topic or r.voices > 1 or r.status not in (Status.SINGLE_ORIGIN, Status.UNATTRIBUTED)]
    seen: dict[str, int] = defaultdict(int)
    key: list[Row] = []
    for row in told:
        seen[row.topic] += 1
        if len(key) < KEY_ROWS and (seen[row.topic] <= EACH_TOPIC or row.status in _MOVED):
            key.append(row)
    if len(key) < KEY_ROWS // 2:
        key = list(every[:KEY_ROWS])
    shown = set(key)
    return tuple(key), tuple(r for r in every if r not in shown)


@dataclass(slots=True)
class _Links:
    narrower: dict[str, list[tuple[str, str]]]
    broader: dict[str, list[tuple[str, str]]]
    close: dict[str, list[tuple[str, str]]]


def _links(index: Index, near: Mapping[str, Sequence[tuple[str, Passage]]]) -> _Links:
    """The refinements from both ends, and what tells nearly the same and is neither."""
    links = _Links(defaultdict(list), defaultdict(list), defaultdict(list))
    for told in index.dossier.refinements:
        if {told.broader, told.narrower} <= index.propositions.keys():
            links.narrower[told.broader].append((told.narrower, shorten(told.adds, 60)))
            links.broader[told.narrower].append((told.broader, shorten(index.propositions[told.broader].text, 80)))
    for key, others in near.items():
        refined = {other for other, _ in (*links.narrower[key], *links.broader[key])}
        told_close = [(other, passage) for other, passage in others if other not in refined][:NEAREST]
        links.close[key] = [(o, shorten(" … ".join(one_line(s.exact) for s in p.spans), 80)) for o, p in told_close]
    return links


def _row(number: int, proposition: Proposition, index: Index, chainer: Chainer, links: _Links) -> Row:
    assessment = index.assessments.get(proposition.id)
    chips = [
        *_chips(proposition.claims, index, proposition),
        *_chips(proposition.denials, index, proposition, denies=True),
    ]
    told = (*proposition.claims, *proposition.denials)
    fields = {v.field for key in told if (claim := index.claims.get(key)) for v in claim.values}
    seen = {c for chip in chips for c in (link.claim for link in chip.links)}
    status = assessment.status if assessment else Status.UNATTRIBUTED
    documents = len({index.claims[c].document for c in told if c in index.claims})
    return Row(
        key=proposition.id,
        number=number,
        text=sentence(proposition.text),
        topic=one_line((proposition.topic or "").replace("_", " ")),
        chips=tuple(chips),
        shown=_together(chips, index),
        status=status,
        badge=STATUS_WORDS[status],
        counts=counts(assessment, documents) if assessment and seen else "",
        explanation=with_days(assessment.explanation) if assessment else "",
        voices=len({c.voice for c in chips}),
        weight=min((_WEIGHT.get(field, _MIDDLING) for field in fields), default=_MIDDLING),
        carried=f"{many(documents, 'document')} carry this." if documents > 1 else "",
        counted=counted(assessment) if assessment else "",
        chains=chainer.chains(proposition),
        narrower=tuple(links.narrower.get(proposition.id, ())),
        broader=tuple(links.broader.get(proposition.id, ())),
        close=tuple(links.close.get(proposition.id, ())),
    )


def sentence(text: str) -> str:
    """`text` on one line, with a capital first letter."""
    told = one_line(text)
    return told[:1].upper() + told[1:]


def counts(assessment: Assessment, documents: int) -> str:
    """An assessment's numbers in a few words."""
    least, most = assessment.independent
    told = [many(documents, "document")] if documents > 1 else []
    if most == 0:
        return " · ".join([*told, "no stated origin"])
    told.append(f"{interval((least, most))} {'origin' if most == 1 else 'origins'}")
    outside = assessment.outside
    if outside[1] == 0:
        told.append("none outside the parties")
    elif outside != assessment.independent:
        told.append(f"{interval(outside)} outside the parties")
    return " · ".join(told)


def counted(assessment: Assessment) -> str:
    """What an interval and the numbers without the parties mean, in sentences; "" where there is nothing to add."""
    told = []
    least, most = assessment.independent
    if least < most:
        told.append(f"Independent origins: at least {least}, at most {most}, since some of them may be one.")
    low, high = assessment.outside
    if most > 1 and high and (low, high) != (least, most):
        some = f"{low}" if low == high else f"at least {low}, at most {high}"
        told.append(f"Without those who took part: {some}.")
    return " ".join(told)


def _chips(claims: tuple[str, ...], index: Index, proposition: Proposition, *, denies: bool = False) -> list[Chip]:
    held: dict[tuple[str, str, tuple[str, ...]], list[Support]] = defaultdict(list)
    for key in claims:
        if key in proposition.denials and not denies:
            continue
        for support in index.supports.get(key, ()):
            held[support.voice, support.origin, support.chain[1:]].append(support)
    return [_chip(supports, index, proposition, denies=denies) for supports in held.values()]


def _together(chips: list[Chip], index: Index) -> tuple[Chip, ...]:
    """The chips with three or more documents' own voices in one, at the end."""
    own = [c for c in chips if c.word == OWN and not c.denies and c.links]
    if len(own) < TOGETHER:
        return tuple(chips)
    places = [(c, link) for c in own for link in c.links]
    links = tuple(
        Link(claim=link.claim, number=n, words=f"{c.name}: {link.words}") for n, (c, link) in enumerate(places, 1)
    )
    one = replace(
        own[0],
        name=f"{len(own)} documents",
        title="; ".join(index.name(c.voice) for c in own),
        how="in nobody’s name",
        links=links,
    )
    return (*(c for c in chips if c not in own), one)


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
        denies=denies or index.denied(first),
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
        plain = found.cue_type in (CueType.STATES, CueType.ASSERTS) or index.denied(support)
        told += [] if plain else [found.cue_type.value]
    if claim is not None and claim.modality not in (Modality.FACT, Modality.UNKNOWN):
        told.append(f"put as {claim.modality.value}")
    return "\u00a0· ".join(told)


def words_of(claim: Claim) -> str:
    """A claim's characters, its parts joined by an ellipsis."""
    return " … ".join(one_line(s.exact) for s in claim.spans)


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
