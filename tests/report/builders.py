"""Dossiers made by hand, so that pages and tables can be tested without reading or reconciling."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any

from sayso.model import (
    Agent,
    AgentKind,
    Assessment,
    Attribution,
    Basis,
    Block,
    BlockKind,
    Channel,
    Claim,
    CueType,
    Dependence,
    Document,
    Dossier,
    Kind,
    Origin,
    Proposition,
    Span,
    Status,
    Support,
)


def document(name: str, text: str, **more: Any) -> Document:
    """A document whose paragraphs are its blocks."""
    blocks = more.pop("blocks", None) or tuple(
        Block(kind=BlockKind.PARAGRAPH, start=m.start(), end=m.end()) for m in re.finditer(r"[^\n]+", text)
    )
    digest = hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest()
    return Document(
        id=digest, name=name, media_type=more.pop("media_type", "text/plain"), text=text, blocks=blocks, **more
    )


def find(doc: Document, words: str, nth: int = 0) -> Span:
    """The nth span that reads `words`."""
    start = -1
    for _ in range(nth + 1):
        start = doc.text.index(words, start + 1)
    return doc.span(start, start + len(words))


class Maker:
    """Collects the records of one dossier."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self.narrators: list[str] = []
        self.attributions: dict[str, Attribution] = {}
        self.claims: list[Claim] = []
        self.agents: dict[str, Agent] = {}
        self.origins: dict[str, Origin] = {}
        self.dependences: list[Dependence] = []
        self.supports: list[Support] = []
        self.propositions: list[Proposition] = []
        self.components: tuple[tuple[str, ...], ...] = ()
        self.origin_of: dict[str, str] = {}  # attribution or narrator → origin
        self.rest: dict[str, Any] = {}

    def document(self, doc: Document, narrator: str) -> Document:
        """Adds a document in the voice of the agent `narrator`."""
        self.documents.append(doc)
        self.narrators.append(narrator)
        return doc

    def agent(self, key: str, name: str, kind: AgentKind = AgentKind.PERSON, **more: Any) -> str:
        """Adds an agent."""
        self.agents[key] = Agent(id=key, name=name, kind=kind, is_source=True, **more)
        return key

    def origin(self, key: str, agent: str | None, basis: Basis, component: str | None = None, **more: Any) -> str:
        """Adds an origin."""
        self.origins[key] = Origin(id=key, agent=agent, basis=basis, component=component, **more)
        return key

    def attribution(
        self, key: str, doc: Document, agent: str, origin: str, source: Any, cue: Any, *content: Any, **more: Any
    ) -> str:
        """Adds an attribution; words are found in the document, `(words, nth)` for a later place."""

        def spans(given: Any) -> tuple[Span, ...]:
            return () if not given else (find(doc, *given) if isinstance(given, tuple) else find(doc, given),)

        self.attributions[key] = Attribution(
            id=key,
            document=doc.id,
            source=spans(source),
            cue=spans(cue),
            content=tuple(span for words in content for span in spans(words)),
            kind=more.pop("kind", Kind.DIRECT),
            cue_type=more.pop("cue_type", CueType.STATES),
            channel=more.pop("channel", Channel.UNSTATED),
            agent=agent,
            **more,
        )
        self.origin_of[key] = origin
        return key

    def claim(self, doc: Document, attribution: str | None, words: Any, predicate: str = "be", **more: Any) -> str:
        """Adds a claim and its support."""
        key = f"claim-{len(self.claims):03d}"
        span = find(doc, *words) if isinstance(words, tuple) else find(doc, words)
        self.claims.append(
            Claim(id=key, document=doc.id, attribution=attribution, spans=(span,), predicate=predicate, **more)
        )
        narrator = self.narrators[self.documents.index(doc)]
        path: list[str] = []
        at = attribution
        while at is not None:
            path.insert(0, at)
            at = self.attributions[at].parent
        credited = [str(self.attributions[a].agent) for a in path]
        self.supports.append(
            Support(
                claim=key,
                voice=credited[0] if credited else narrator,
                chain=(narrator, *credited),
                attributions=tuple(path),
                origin=self.origin_of[attribution] if attribution else self.origin_of[narrator],
                channel=self.attributions[path[0]].channel if path else Channel.UNSTATED,
            )
        )
        return key

    def proposition(
        self, text: str, claims: list[str], status: Status, topic: str | None = None, why: str = "", **more: Any
    ) -> str:
        """Adds a proposition and its assessment."""
        key = f"prop-{len(self.propositions):03d}"
        self.propositions.append(
            Proposition(id=key, text=text, topic=topic, claims=tuple(claims), denials=tuple(more.get("denials", ())))
        )
        held = [s for s in self.supports if s.claim in claims]
        origins = tuple(dict.fromkeys(s.origin for s in held))
        groups = tuple(g for g in (tuple(o for o in c if o in origins) for c in self.components) if g)
        outside = sum(not any(self.origins[o].interested for o in g) for g in groups)
        self.rest.setdefault("assessments", []).append(
            Assessment(
                subject=key,
                voices=tuple(dict.fromkeys(s.voice for s in held)),
                origins=origins,
                components=groups,
                independent=more.get("independent", (len(groups), len(groups))),
                outside=(outside, outside),
                status=status,
                explanation=why or f"{len(held)} claims.",
            )
        )
        return key

    def dossier(self, **more: Any) -> Dossier:
        """The dossier."""
        voices = tuple(dict.fromkeys(s.voice for s in self.supports if s.voice not in self.narrators))
        groups = self.components
        outside = sum(not any(self.origins[o].interested for o in g) for g in groups)
        overall = Assessment(
            subject="overall",
            voices=voices,
            origins=tuple(self.origins),
            components=groups,
            independent=more.pop("independent", (len(groups), len(groups))),
            outside=(outside, outside),
            status=Status.DISPUTED,
            explanation=more.pop("explanation", ""),
        )
        given: dict[str, Any] = {
            "mentions": (),
            "times": (),
            "aka": (),
            "interested": (),
            "comparisons": (),
            "unknowns": (),
            "silences": (),
            "namings": (),
            "timeline": (),
            "findings": (),
            "assessments": (),
        }
        return Dossier(
            documents=tuple(self.documents),
            attributions=tuple(self.attributions.values()),
            claims=tuple(self.claims),
            agents=tuple(self.agents.values()),
            narrators=tuple(self.narrators),
            voices=voices,
            origins=tuple(self.origins.values()),
            dependences=tuple(self.dependences),
            supports=tuple(self.supports),
            propositions=tuple(self.propositions),
            overall=overall,
            **{**given, **{k: tuple(v) for k, v in {**self.rest, **more}.items()}},
        )


def empty() -> Dossier:
    """A dossier over one document in which nobody says anything."""
    maker = Maker()
    maker.agent("nobody", "blank.txt", AgentKind.PUBLISHER)
    maker.document(document("blank.txt", "Nothing."), "nobody")
    return maker.dossier()


def large(propositions: int = 300, voices: int = 60) -> Dossier:
    """A long dossier: many voices, many propositions, ten documents."""
    m = Maker()
    for n in range(voices):
        m.agent(f"v{n}", f"Witness {n} of the many who were there")
        m.origin(f"o-v{n}", f"v{n}", Basis.WITNESS, f"c{n}")
    m.components = tuple((f"o-v{n}",) for n in range(voices))
    per = propositions // 10
    for d in range(10):
        m.agent(f"n{d}", f"Outlet {d}", AgentKind.PUBLISHER)
        m.origin(f"o-n{d}", None, Basis.UNSTATED, through=f"n{d}")
        m.origin_of[f"n{d}"] = f"o-n{d}"
        lines = [f"Witness {(d * per + n) % voices} said thing {d * per + n} took place." for n in range(per)]
        doc = m.document(document(f"outlet-{d}.txt", "\n".join(lines), published_at=date(2031, 3, 1 + d)), f"n{d}")
        for n, line in enumerate(lines):
            at = d * per + n
            voice = f"v{at % voices}"
            words = line.partition("said ")[2]
            m.attribution(f"a{at}", doc, voice, f"o-{voice}", (f"Witness {at % voices} ", 0), ("said", n), words, kind=Kind.INDIRECT)  # fmt: skip  # noqa: E501
            claim = m.claim(doc, f"a{at}", words, "take")
            m.proposition(words, [claim], Status.SINGLE_ORIGIN)
    return m.dossier()
