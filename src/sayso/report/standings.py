"""How much rests on each origin: the first thing to know of a dossier, origin by origin."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from sayso.model import Basis, Support
from sayso.report.index import BARE, OWN, Index, Word, many
from sayso.report.inert import one_line

SHOWN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One origin, or nobody: the statements that rest on it, and how many on nothing else. `share` is the part
    of all statements, 0 to 1; `may` the letters of the origins that it may be one with."""

    word: Word
    name: str
    detail: str
    statements: int
    alone: str
    share: float
    may: tuple[str, ...] = ()


def standings(index: Index) -> tuple[Standing, ...]:
    """The origins by what rests on them, then what is credited to nobody."""
    on: dict[Word, set[str]] = defaultdict(set)
    voices: dict[Word, set[str]] = defaultdict(set)
    ending: dict[str, list[Support]] = defaultdict(list)
    stated: dict[str, set[Word]] = defaultdict(set)
    for supports in index.supports.values():
        for support in supports:
            word = index.word(support)
            voices[word].add(support.voice)
            ending[support.origin].append(support)
            key = index.proposition_of.get(support.claim)
            if key is None or support.claim in index.propositions[key].denials:
                continue
            on[word].add(key)
            stated[key].add(word)
    whole = max(len(index.propositions), 1)
    may = _may(index)
    names = {c.id: c.name for c in index.dossier.components}
    full = {word: one_line(names.get(index.origins[group[0]].component or "", "")) for word, group in index.components}

    def standing(word: Word, detail: str) -> Standing:
        n = len(on[word])
        alone = sum(not stated[key] - {word, OWN, BARE} for key in on[word])
        name = {OWN: "Nobody is credited", BARE: "Named, but gives no basis"}.get(word, word.name)
        name = full.get(word) or name if name.endswith("…") else name
        return Standing(
            word=word,
            name=name,
            detail=detail,
            statements=n,
            alone=f"{alone:,} {'by nobody else' if word in (OWN, BARE) else 'on it alone'}" if 0 < alone < n else "",
            share=n / whole,
            may=may.get(word, ()),
        )

    found = []
    for word, group in index.components:
        bases = Counter({index.origins[o].basis: 0 for o in group})
        bases.update(index.origins[s.origin].basis for o in group for s in ending.get(o, ()))
        told = [b.value for b, _ in bases.most_common() if b not in (Basis.OTHER, Basis.UNSTATED)][:2]
        told += ["took part"] if word.interested else []
        told += [many(len(voices[word]), "voice")] if len(voices[word]) > 1 else []
        found.append(standing(word, " · ".join(told)))
    found.sort(key=lambda s: -s.statements)
    return (*found, *(standing(w, many(len(voices[w]), "voice")) for w in (BARE, OWN) if on.get(w)))


def _may(index: Index) -> dict[Word, tuple[str, ...]]:
    """For each origin the letters of those that it may be one with, by a tie that is not certain."""
    found: dict[Word, dict[str, None]] = defaultdict(dict)
    for edge in index.dossier.dependences:
        one, two = index.words.get(edge.a), index.words.get(edge.b)
        if not edge.certain and one and two and one != two:
            found[one][two.letter] = None
            found[two][one.letter] = None
    return {word: tuple(sorted(told, key=lambda t: (len(t), t))) for word, told in found.items()}
