"""A dossier's records by id, and whose word each rests on, as every report needs them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace

from sayso.model import (
    Agent,
    AgentKind,
    Assessment,
    Attribution,
    Basis,
    Claim,
    CueType,
    Dependence,
    Document,
    Dossier,
    Origin,
    Proposition,
    Reason,
    Support,
)
from sayso.report.inert import one_line, shorten

COLOURS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Whose word something is: an independence component, or nobody's.

    `style` is a CSS class: `k0` to `k7` for components, `own` for a document's own voice, `bare` for a named voice that
    gives no basis, `mute` where no claim was found. `letter` tells them apart without colour. `institution` tells
    that an organisation is in it. `more` marks the components past the eighth, whose colours repeat.
    """

    style: str
    letter: str
    name: str
    interested: bool = False
    institution: bool = False
    more: bool = False

    @property
    def classes(self) -> str:
        """The CSS classes."""
        return f"{self.style} more" if self.more else self.style


OWN = Word(style="own", letter="–", name="the document’s own voice, nobody credited")
BARE = Word(style="bare", letter="?", name="named, but no basis stated")
MUTE = Word(style="mute", letter="·", name="no claim found in it")


def letters(n: int) -> str:
    """A, B, … Z, AA, AB, …"""
    told = ""
    n += 1
    while n:
        n, rest = divmod(n - 1, 26)
        told = chr(65 + rest) + told
    return told


class Index:
    """Look-ups over one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.documents: dict[str, Document] = {d.id: d for d in dossier.documents}
        self.numbers: dict[str, int] = {d.id: n for n, d in enumerate(dossier.documents, 1)}
        self.agents: dict[str, Agent] = {a.id: a for a in dossier.agents}
        self.aka: dict[str, str] = dict(dossier.aka)
        self.attributions: dict[str, Attribution] = {a.id: a for a in dossier.attributions}
        self.claims: dict[str, Claim] = {c.id: c for c in dossier.claims}
        self.origins: dict[str, Origin] = {o.id: o for o in dossier.origins}
        self.assessments: dict[str, Assessment] = {a.subject: a for a in dossier.assessments}
        self.narrators = frozenset(dossier.narrators)
        self.years = len({d.published_at.year for d in dossier.documents if d.published_at}) > 1  # dates need theirs
        self.supports: dict[str, list[Support]] = defaultdict(list)
        for support in dossier.supports:
            self.supports[support.claim].append(support)
        self.propositions: dict[str, Proposition] = {p.id: p for p in dossier.propositions}
        self.proposition_of: dict[str, str] = {}
        for proposition in dossier.propositions:
            for claim in (*proposition.claims, *proposition.denials):
                self.proposition_of.setdefault(claim, proposition.id)
        self._through: dict[tuple[str, str], list[str]] = defaultdict(list)
        for edge in dossier.dependences:
            for claim in edge.claims if edge.reason is Reason.CONFIRMS and edge.b in self.origins else ():
                self._through[edge.a, claim].append(edge.b)
        self._shorts: dict[tuple[str | None, int], str] = {}
        told = zip(dossier.narrators, dossier.documents, strict=False)
        self._outlets = {key: self._called(key, document) for key, document in reversed(list(told))}
        self._surnames = Counter(a.name.split()[-1] for a in dossier.agents if a.name.split())
        self.components = self._components()
        self.words = {o: word for word, origins in self.components for o in origins}
        self._places = {word: n for n, word in enumerate([*(w for w, _ in self.components), BARE, OWN])}
        self._by_agent: dict[str, Word] = {}
        for origin in dossier.origins:
            if origin.agent is not None and origin.id in self.words:
                self._by_agent.setdefault(origin.agent, self.words[origin.id])
        self._by_attribution = self._attributed()

    def _components(self) -> list[tuple[Word, tuple[str, ...]]]:
        """The components, those that carry most first, each with the ids of its origins."""
        dossier = self.dossier
        used = Counter(s.origin for s in dossier.supports)
        groups = [tuple(o for o in group if o in self.origins) for group in dossier.overall.components]
        seen = {o for group in groups for o in group}
        loose: dict[str, list[str]] = defaultdict(list)
        for origin in dossier.origins:
            if origin.id not in seen and origin.basis is not Basis.UNSTATED and origin.agent is not None:
                loose[origin.component or origin.id].append(origin.id)
        groups += [tuple(ids) for ids in loose.values()]
        groups = [g for g in groups if g]
        groups.sort(key=lambda g: -sum(used[o] for o in g))
        return [
            (
                Word(
                    style=f"k{n % COLOURS}",
                    letter=letters(n),
                    name=self._component_name(group, used),
                    interested=any(self.origins[o].interested for o in group),
                    institution=any(
                        (a := self.agent(self.origins[o].agent)) and a.kind is AgentKind.ORGANISATION for o in group
                    ),
                    more=n >= COLOURS,
                ),
                group,
            )
            for n, group in enumerate(groups)
        ]

    def _component_name(self, group: tuple[str, ...], used: Counter[str]) -> str:
        ids = list(dict.fromkeys(a for o in group if (a := self.origins[o].agent) is not None))
        weight = Counter({a: sum(used[o] for o in group if self.origins[o].agent == a) for a in ids})
        kinds = {a: self.agents[a].kind if a in self.agents else AgentKind.GROUP for a in ids}
        order = sorted(ids, key=lambda a: (kinds[a] is not AgentKind.ORGANISATION, -weight[a], ids.index(a)))
        organisations = [a for a in order if kinds[a] is AgentKind.ORGANISATION]
        shown = (organisations or order)[:2]
        names = " and ".join(dict.fromkeys(self.short(a) for a in shown))
        return names if len(organisations or order) <= 2 else f"{names} and others"

    def agent(self, key: str | None) -> Agent | None:
        """The dossier's agent behind an id of its own or of a reading."""
        if key is None:
            return None
        return self.agents.get(self.aka.get(key, key))

    def aka_of(self, key: str | None) -> str | None:
        """The id that the dossier has for an agent of a reading."""
        return None if key is None else self.aka.get(key, key)

    def name(self, key: str | None) -> str:
        """An agent's name in full; unnamed sources in quotation marks."""
        agent = self.agent(key)
        if agent is None:
            return "nobody named" if key is None else key
        if agent.id in self.narrators:
            return self.narrator(agent.id)
        name = one_line(agent.name)
        return f"“{name.strip('“”')}”" if agent.kind in (AgentKind.UNNAMED, AgentKind.GROUP) else name

    def narrator(self, key: str) -> str:
        """What a document's own voice is called."""
        if len(self.dossier.documents) == 1:
            return "the document’s own voice"
        return f"{one_line(self._outlets[key])}, own voice"

    def _called(self, key: str, document: Document) -> str:
        """Whose document a narrator speaks in: its publisher, else the document's title rather than its file's name."""
        agent = self.agents.get(key)
        name = agent.name if agent else document.name
        return document.title or name if name == document.name and not document.publisher else name

    def short(self, key: str | None, most: int = 34) -> str:
        """A name short enough for a chip: an acronym, a surname that nobody shares, else the name cut."""
        if (key, most) not in self._shorts:
            self._shorts[key, most] = self._short(key, most)
        return self._shorts[key, most]

    def _short(self, key: str | None, most: int) -> str:
        agent = self.agent(key)
        if agent is not None and agent.id in self.narrators and len(self.documents) > 1:
            return self._numbered(agent, most)
        if agent is None or agent.id in self.narrators or agent.kind in (AgentKind.UNNAMED, AgentKind.GROUP):
            return shorten(self.name(key), most)
        aliases = [one_line(a) for a in agent.aliases]
        if agent.kind is AgentKind.PERSON:
            last = agent.name.split()[-1] if agent.name.split() else ""
            if last in aliases and self._surnames[last] == 1:
                return shorten(last, most)
        else:
            acronyms = [a for a in aliases if a.isupper() and 2 <= len(a) <= 8 and a.isalnum()]
            if acronyms:
                return min(acronyms, key=len)
        return shorten(agent.name, most)

    def _numbered(self, agent: Agent, most: int) -> str:
        """The name of a document's own voice; its number too, where two documents have one name."""
        name = shorten(self._outlets[agent.id], most)
        same = sum(name == shorten(other, most) for other in self._outlets.values())
        number = self.dossier.narrators.index(agent.id) + 1
        return f"{name} ({number})" if same > 1 else name

    def oriented(self, dependence: Dependence) -> Dependence:
        """A dependence whose `a` belongs to, confirms or copies its `b`, as far as its note or the agents tell."""
        ends = [self.agent(o.agent) if (o := self.origins.get(k)) else None for k in (dependence.a, dependence.b)]
        first, second = ends
        if first is None or second is None:
            return dependence
        if dependence.reason is Reason.SPEAKS_FOR:
            bodies = [e.kind is AgentKind.ORGANISATION for e in (first, second)]
            turn = bodies == [True, False]
        else:
            turn = self._told_at(first, dependence.note) > self._told_at(second, dependence.note)
        return replace(dependence, a=dependence.b, b=dependence.a) if turn else dependence

    @staticmethod
    def _told_at(agent: Agent, note: str) -> int:
        """Where a note first speaks of an agent."""
        found = [at for name in (agent.name, *agent.aliases) if len(name) > 1 and (at := note.find(name)) >= 0]
        return min(found, default=len(note))

    def word(self, support: Support) -> Word:
        """Whose word a claim's chain ends in."""
        word = self.words.get(support.origin)
        if word is not None:
            return word
        return OWN if support.voice in self.narrators else BARE

    def denied(self, support: Support) -> bool:
        """Whether a voice denies by reference what another asserts."""
        found = self.attributions.get(support.attributions[-1]) if support.attributions else None
        return found is not None and found.cue_type is CueType.DENIES and bool(found.confirms)

    def only_through(self, support: Support) -> dict[str, str]:
        """The agents of a chain through whom alone its origin is heard ("police said witnesses told them"), each with
        the id of its own origin."""
        vias = {o: self.aka_of(self.origins[o].agent) for o in self._through.get((support.origin, support.claim), ())}
        return {agent: o for o, agent in vias.items() if agent is not None and agent in support.chain[1:]}

    def claim_word(self, claim: str) -> Word:
        """Whose word a claim rests on; the first of its chains where it has several."""
        held = self.supports.get(claim, [])
        if held:
            return self.word(held[0])
        found = self.claims.get(claim)
        return OWN if found is None or found.attribution is None else self.attribution_word(found.attribution)

    def place(self, word: Word) -> int:
        """Where a word stands among the others: the components in their order, then no basis, then nobody."""
        return self._places.get(word, len(self._places))

    def _attributed(self) -> dict[str, Word]:
        told: dict[str, Word] = {}
        for support in self.dossier.supports:
            if support.attributions:
                told.setdefault(support.attributions[-1], self.word(support))
        return told

    def attribution_word(self, key: str) -> Word:
        """Whose word an attribution's content is."""
        if key in self._by_attribution:
            return self._by_attribution[key]
        attribution = self.attributions[key]
        agent = self.agent(attribution.agent)
        if agent is not None and agent.id in self._by_agent:
            return self._by_agent[agent.id]
        through = {o.through for o in self.dossier.origins if o.basis is Basis.UNSTATED}
        if agent is None:
            return OWN
        return BARE if agent.id in through else MUTE


def interval(pair: tuple[int, int]) -> str:
    """An interval of counts, as one number where its ends meet."""
    return str(pair[0]) if pair[0] == pair[1] else f"{pair[0]}–{pair[1]}"


def many(n: int, one: str, more: str | None = None) -> str:
    """`n` with its noun."""
    return f"{n:,} {one if n == 1 else more or one + 's'}"
