"""One proposition's chains: who has it from whom, down to the origins on whose word it rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Basis, Channel, Dependence, Proposition, Support
from sayso.report.index import BARE, OWN, Index, Word
from sayso.report.inert import one_line
from sayso.report.say_so import hoisted, in_words, label_of

THROUGH = "heard only through them"
OUTLETS = 4
"""How many documents a strand names before it counts the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A document that carries a strand, and the claim to follow to its characters."""

    name: str
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Somebody between a document and the origin. `note` is what ties them to the next, `word` their own origin where
    that is another than the strand's."""

    name: str
    title: str
    note: str = ""
    word: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One way from documents to an origin: the documents that share it, and who stands between."""

    places: tuple[Place, ...]
    more: int
    steps: tuple[Step, ...]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Everything that rests on one origin. `basis` says why it would know; `denies` where it denies the proposition."""

    word: Word
    name: str
    basis: str
    strands: tuple[Strand, ...]
    denies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """A proposition's chains, origin by origin, those that deny it last; `ties` tell what may make two of them one."""

    rests: tuple[Rest, ...]
    ties: tuple[str, ...] = ()


class Chainer:
    """Draws the chains of a dossier's propositions."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self.homes = hoisted(index.dossier, index)
        self.members = {word: len({index.origins[o].agent for o in group}) for word, group in index.components}
        self.loose: dict[str, list[Dependence]] = defaultdict(list)
        for edge in index.dossier.dependences:
            if not edge.certain:
                self.loose[edge.a].append(edge)

    def chains(self, proposition: Proposition) -> Chains | None:
        """The chains of one proposition; None where all there is to tell is that one document credits nobody."""
        held: dict[tuple[Word, bool], list[Support]] = defaultdict(list)
        for claim in dict.fromkeys((*proposition.claims, *proposition.denials)):
            for support in self.index.supports.get(claim, ()):
                denies = claim in proposition.denials or self.index.denied(support)
                held[self.index.word(support), denies].append(support)
        if not held or (len(held) == 1 and next(iter(held))[0] == OWN and len(next(iter(held.values()))) == 1):
            return None
        keys = sorted(held, key=lambda k: (k[1], self.index.place(k[0])))
        return Chains(
            rests=tuple(self._rest(word, held[word, denies], denies=denies) for word, denies in keys),
            ties=self._ties(held),
        )

    def _rest(self, word: Word, supports: Sequence[Support], *, denies: bool) -> Rest:
        alike: dict[tuple[tuple[Step, ...], str], list[Support]] = defaultdict(list)
        for support in supports:
            alike[self._steps(support, word), self._how(support)].append(support)
        origins = [o for s in supports if (o := self.index.origins.get(s.origin)) and o.agent]
        bases = dict.fromkeys(o.basis.value for o in origins if o.basis not in (Basis.OTHER, Basis.UNSTATED))
        told = [*bases, *(["took part"] if any(o.interested for o in origins) else [])]
        nobody = {OWN: "nobody is credited", BARE: "no basis is stated"}
        return Rest(
            word=word,
            name=nobody.get(word, word.name),
            basis=" · ".join(told),
            strands=tuple(
                _strand(self._places(same), steps, how) for (steps, how), same in sorted(alike.items(), key=_by_length)
            ),
            denies=denies,
        )

    def _places(self, supports: Iterable[Support]) -> list[Place]:
        once: dict[str, Place] = {}
        for support in supports:
            once.setdefault(support.chain[0], Place(name=self.index.short(support.chain[0]), claim=support.claim))
        return list(once.values())

    def _steps(self, support: Support, word: Word) -> tuple[Step, ...]:
        """Everybody between the document and the origin, without those whom their neighbour names already."""
        index = self.index
        between = list(dict.fromkeys(support.chain[1:]))
        if between and self._names(support.chain[0]) & self._names(between[0]):
            del between[0]  # a document that its publisher speaks in
        if between and between[-1] == support.chain[-1] and self.members.get(word) == 1:
            del between[-1]  # the origin's own frame names it
        vias = index.only_through(support)
        home = self.homes.get(support.origin)
        return tuple(
            Step(
                name=index.short(key, 48),
                title=_title(index, key),
                note=THROUGH if key in vias else label_of(home, index) if home and key == support.chain[-1] else "",
                word=index.words.get(vias[key]) if key in vias else None,
            )
            for key in between
        )

    def _names(self, key: str) -> set[str]:
        agent = self.index.agents.get(key)
        return {name.casefold() for name in (agent.name, *agent.aliases)} if agent else {key}

    def _how(self, support: Support) -> str:
        told = [] if support.channel is Channel.UNSTATED else [support.channel.value]
        if support.by_reference:
            told.append("denies by reference" if self.index.denied(support) else "confirms by reference")
        return " · ".join(told)

    def _ties(self, held: Mapping[tuple[Word, bool], Sequence[Support]]) -> tuple[str, ...]:
        claims: dict[str, set[str]] = defaultdict(set)
        for supports in held.values():
            for support in supports:
                claims[support.origin].add(support.claim)
        words = self.index.words
        return tuple(
            dict.fromkeys(
                in_words(edge, self.index)
                for origin in claims
                for edge in self.loose.get(origin, ())
                if edge.b in claims and words.get(edge.a) != words.get(edge.b)
                and (not edge.claims or claims[edge.a] & set(edge.claims))
            )
        )  # fmt: skip


def _strand(places: Sequence[Place], steps: tuple[Step, ...], how: str) -> Strand:
    return Strand(places=tuple(places[:OUTLETS]), more=max(0, len(places) - OUTLETS), steps=steps, how=how)


def _by_length(item: tuple[tuple[tuple[Step, ...], str], Sequence[Support]]) -> tuple[int, int]:
    (steps, _), same = item
    return -len({s.chain[0] for s in same}), len(steps)


def _title(index: Index, key: str) -> str:
    agent = index.agent(key)
    told = (agent.role, agent.affiliation) if agent else ()
    about = ", ".join(one_line(part) for part in told if part)
    return f"{index.name(key)} ({about})" if about else index.name(key)
