"""Which claims bear each other out, so that two origins of one proposition are two for one fact.

Likeness of words (`propositions`) gathers what one origin repeats, in whatever clauses. That two origins say the same
is a stronger thing to show a reader, and is tested more strictly: both must be whole statements of a fact, of the same
people, with one deed, in one way; what one says more than the other may be there, but not what each says alone. A
proposition whose origins do not pass is told apart by origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from sayso.model import Claim, Modality, Proposition, identify
from sayso.reconcile.clusters import Clusters
from sayso.reconcile.statements.frames import family
from sayso.reconcile.statements.propositions import FEWEST, SURE, Sense, conflicting, plainest, swapped
from sayso.reconcile.statements.topics import NUMBERED, Topics
from sayso.reconcile.words import stem

ASKED = re.compile(r"(?i)^\W*(?:what|how|why|whether|where|if|unless|whom|whose|in case)\b")
"""How a clause begins that asks, or supposes."""
ANYBODY = re.compile(
    r"(?i)\b(?:you|your|yours|you[’'](?:re|ll|d|ve)|anyone|anybody|someone|somebody|we|us|our|let[’']s)\b"
)
"""Whoever reads or listens: what is said of them is a rule or a view."""
GUESSED = re.compile(
    r"(?i)\b(?:should|would|could|might|may|must|accused|suspected|allegedly|alleged|claims?|claimed|charges?|charged|"
    r"seems?|seemed|appears?|appeared|idea|maybe|perhaps|probably)\b"
)
"""Words by which something is told as no fact: where one of two has them, the two do not tell the same."""
FELT = frozenset(
    """think mean know feel hope believe wish guess understand love miss remember want need imagine pray thank grieve
    mourn worry wonder seem happen try expect suppose say tell call describe hear""".split()
)
"""Predicates of what goes on in somebody, of words, and those that tell nothing."""
PURPOSE = re.compile(r"\bto ([a-z]+)\b")
PARTICIPLE = re.compile(r"(?i)^[a-z]+ing\b")
"""How a clause begins that has lost who does it: "hitting a wall"."""
HELD = re.compile(
    r"(?i)(?:^|\s)(?:(?:who|which|whose|whom)\s|that\s(?:was|were|is|are|has|had|have|\w+ed|killed|left|took|drove|went|"
    r"came|ran|hit|struck|shot)\b)"
)
"""What holds a relative clause to its noun."""
KINDS = (
    frozenset("man person suspect shoot driver gunman teen".split()),
    frozenset("child boy toddler teen son victim".split()),
    frozenset("child girl toddler teen daughter victim".split()),
    frozenset("woman person driver victim mother".split()),
    frozenset("man person victim father".split()),
)
"""Plain forms of nouns that can be of one person."""
OF_KIND = frozenset().union(*KINDS)
SHARED = 3
"""Words of weight that two claims must have in common; two where that is all that one of them says."""
LEAST, MOST = 0.67, 0.4
"""The share that they must be of the words of the shorter claim, and of the longer."""
NEARLY = 0.74
"""The share of the words of the longer claim, where one of them takes for granted what the other tells."""


@dataclass(frozen=True, slots=True)
class Borne:
    """The propositions, each told apart by the origins that do not bear it out, and for each the claims of different
    origins that do."""

    propositions: tuple[Proposition, ...]
    pairs: Mapping[str, tuple[tuple[Claim, Claim], ...]]


@dataclass(frozen=True, slots=True)
class Ends:
    """Where claims end: `origins` by claim, None for one that is nobody's; `tied` tells whether two claims have one
    origin for what they say, `weak` whether one is too little to bear another's out; `known` are the names of persons
    among the tokens of participants."""

    origins: Mapping[str, str | None]
    tied: Callable[[Claim, Claim], bool]
    weak: Callable[[Claim], bool]
    known: frozenset[str]


def apart(whole: Sequence[Proposition], senses: Iterable[Sense], ends: Ends, topics: Topics) -> Borne:
    """Tell propositions apart by origins that do not bear each other out. A claim of nobody's, and a denial, stay with
    the claim that is most like them. The order of first claims is kept."""
    by_claim = {s.claim.id: s for s in senses}
    made: list[Proposition] = []
    pairs: dict[str, tuple[tuple[Claim, Claim], ...]] = {}
    for proposition in whole:
        for part, borne in _parts(proposition, by_claim, ends, topics):
            made.append(part)
            pairs[part.id] = borne
    return Borne(tuple(made), pairs)


Part = tuple[Proposition, tuple[tuple[Claim, Claim], ...]]


def _parts(whole: Proposition, senses: Mapping[str, Sense], ends: Ends, topics: Topics) -> Sequence[Part]:
    by: dict[str, list[Sense]] = {}
    for claim in whole.claims:
        origin = ends.origins.get(claim)
        if origin is not None:
            by.setdefault(origin, []).append(senses[claim])
    if len(by) < 2:
        return ((whole, ()),)
    clusters: Clusters[str] = Clusters(by)
    pairs: list[tuple[Sense, Sense]] = []
    firm = {
        origin: [_fact(s, ends.known) for s in told if not ends.weak(s.claim) and _tells(s.claim)]
        for origin, told in by.items()
    }
    for a, b in combinations(by, 2):
        found = _borne(firm[a], firm[b])
        pairs += found
        if found or any(ends.tied(x.claim, y.claim) for x in by[a] for y in by[b]):
            clusters.join(a, b)
    groups: dict[str, list[Sense]] = {}
    for origin, told in by.items():
        groups.setdefault(clusters.find(origin), []).extend(told)
    if len(groups) == 1:
        text = _broadest(pairs) if pairs else whole.text
        return ((replace(whole, text=text), tuple((x.claim, y.claim) for x, y in pairs)),)
    held, against = [list(g) for g in groups.values()], [list[Sense]() for _ in groups]
    for ident in whole.claims:
        if ends.origins.get(ident) is None:
            held[_nearest(senses[ident], list(groups.values()))].append(senses[ident])
    for ident in whole.denials:
        against[_nearest(senses[ident], list(groups.values()))].append(senses[ident])
    order = {c: n for n, c in enumerate((*whole.claims, *whole.denials))}
    made = [
        _part(_sorted(told, order), _sorted(no, order), [p for p in pairs if p[0] in told], topics)
        for told, no in zip(held, against, strict=True)
    ]
    return sorted(made, key=lambda part: order[part[0].claims[0]])


def _sorted(told: Iterable[Sense], order: Mapping[str, int]) -> list[Claim]:
    return sorted((s.claim for s in told), key=lambda c: order[c.id])


def _nearest(sense: Sense, groups: Sequence[Sequence[Sense]]) -> int:
    """The group that holds the claim that is most like one, of several the first."""

    own = len(sense.words)

    def like(n: int) -> float:
        shared = ((len(sense.words & s.words), len(s.words)) for s in groups[n])
        return max(both / max(1, own + theirs - both) for both, theirs in shared)

    return max(range(len(groups)), key=lambda n: (like(n), -n))


def _part(
    held: Sequence[Claim],
    against: Sequence[Claim],
    pairs: Sequence[tuple[Sense, Sense]],
    topics: Topics,
) -> Part:
    made = Proposition(
        id=identify("proposition", *sorted(c.id for c in held)[:1]),
        text=_broadest(pairs) if pairs else plainest(held),
        topic=next((topic for c in held if (topic := topics.of(c))), None),
        claims=tuple(c.id for c in held),
        denials=tuple(c.id for c in against),
    )
    return made, tuple((x.claim, y.claim) for x, y in pairs)


def _broadest(pairs: Sequence[tuple[Sense, Sense]]) -> str:
    """The plainest wording that says no more than both of a pair: of each, the one that has fewer words of weight."""
    return plainest([min(pair, key=lambda s: len(s.words)).claim for pair in pairs])


@dataclass(frozen=True, slots=True)
class _Fact:
    """What a whole statement is held against others by, worked out once. `way` must be the same: whether it stands, its
    modality and whether it is guessed. `kinds` are the words for a person among its words and among its resolved words;
    `nameless` tells that the two are the same."""

    sense: Sense
    way: tuple[bool, Modality, bool]
    verbs: frozenset[str]
    held: bool
    takers: tuple[_Takers, _Takers]
    kinds: tuple[frozenset[str], frozenset[str]]
    nameless: bool


@dataclass(frozen=True, slots=True)
class _Takers:
    """Who takes part in one role: `all` tokens, those that are a name or a `word`, and the `names` among them."""

    all: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]


def _fact(sense: Sense, known: frozenset[str]) -> _Fact:
    claim = sense.claim
    return _Fact(
        sense=sense,
        way=(sense.stands, claim.modality, _guessed(claim)),
        verbs=family(claim),
        held=_held(claim),
        takers=(_takers(sense.agents, known), _takers(sense.patients, known)),
        kinds=(sense.words & OF_KIND, sense.resolved & OF_KIND),
        nameless=sense.words == sense.resolved,
    )


def _takers(told: frozenset[str], known: frozenset[str]) -> _Takers:
    words = frozenset(w for w in told if w[:1] != "@" or w in known)
    return _Takers(told, words, words & known)


def _borne(ours: Sequence[_Fact], theirs: Sequence[_Fact]) -> list[tuple[Sense, Sense]]:
    """The pairs of two origins that bear each other out, in order."""
    by_way: dict[tuple[bool, Modality, bool], list[_Fact]] = {}
    for fact in theirs:
        if fact.way[1] is not Modality.UNKNOWN:
            by_way.setdefault(fact.way, []).append(fact)
    return [(x.sense, y.sense) for x in ours for y in by_way.get(x.way, ()) if _bears_out(x, y)]


def _bears_out(one: _Fact, two: _Fact) -> bool:
    """Whether two whole statements (`_tells`) that are told in one way are of one fact, so that two origins are two."""
    a, b = one.sense, two.sense
    if one.verbs.isdisjoint(two.verbs) or not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return False
    company = _company(one, two)
    if company is False:
        return False
    shared, short, long = _common(one, two)
    if one.held or two.held:
        enough = shared >= SHARED and shared >= NEARLY * long
    elif shared < LEAST * short or shared < MOST * long:
        enough = False
    elif company is None:
        enough = shared > SHARED or shared == short == SHARED
    else:
        enough = shared >= SHARED or shared == short == FEWEST
    return enough and not swapped(a, b) and not conflicting(a, b)


def _common(one: _Fact, two: _Fact) -> tuple[int, int, int]:
    """How many words of weight two claims share, and how many the shorter and the longer has; by names or by words."""
    by_words = _sharing(one.sense.words, two.sense.words, one.kinds[0], two.kinds[0])
    if one.nameless and two.nameless:
        return by_words
    by_names = _sharing(one.sense.resolved, two.sense.resolved, one.kinds[1], two.kinds[1])
    return max(by_words, by_names, key=lambda t: (t[0] / max(1, t[2]), t))


def _sharing(x: frozenset[str], y: frozenset[str], kind: frozenset[str], other: frozenset[str]) -> tuple[int, int, int]:
    of_kind = bool(kind) and bool(other) and _one_kind(kind - y, other - x)
    one, two = len(x), len(y)
    return len(x & y) + of_kind, min(one, two), max(one, two)


def _one_kind(a: Collection[str], b: Collection[str]) -> bool:
    """Whether two participants have nouns that can be of one person: "a man", "the gunman"."""
    return any(not kind.isdisjoint(a) and not kind.isdisjoint(b) for kind in KINDS)


def _tells(claim: Claim) -> bool:
    """Whether a claim is a whole statement of a fact: no question, rule, view, purpose or mere noun."""
    text = _text(claim)
    if claim.confidence <= SURE or ASKED.match(text) or ANYBODY.search(text) or NUMBERED.search(text):
        return False
    predicates = set(claim.predicate.split(" and "))
    if PARTICIPLE.match(text):
        return False
    return predicates.isdisjoint(FELT) and not _purpose(text, predicates)


def _purpose(text: str, predicates: Collection[str]) -> bool:
    """Whether the predicate is what something is for: "a way to start the year"."""
    meant = {stem(w) for w in PURPOSE.findall(text.casefold())}
    return any(stem(p) in meant for p in predicates)


def _held(claim: Claim) -> bool:
    """Whether a claim takes what it tells for granted, in a relative clause: "the officer who died"."""
    return HELD.search(_text(claim)) is not None


def _guessed(claim: Claim) -> bool:
    return GUESSED.search(_text(claim)) is not None


def _text(claim: Claim) -> str:
    return " ".join(s.exact for s in claim.spans)


def _company(one: _Fact, two: _Fact) -> bool | None:
    """Whether the same people or things take part: None where no role is told by both in words or a name."""
    same = None
    for mine, theirs in zip(one.takers, two.takers, strict=True):
        if not mine.words or not theirs.words:
            continue
        if mine.all.isdisjoint(theirs.all):
            if not _one_kind(mine.words, theirs.words):
                return False
        elif mine.names and theirs.names and mine.names.isdisjoint(theirs.names):
            return False
        same = True
    return same
