"""Documents and attributions for tests, from invented text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from sayso.model import Agent, Attribution, Block, BlockKind, Document, Mention
from sayso.read.agents import find_agents
from sayso.read.attributions import assemble
from sayso.read.links import link
from sayso.read.parse import parse
from sayso.read.propose import propose
from sayso.read.quotations import find_quotations


def document(text: str, *blocks: Block, published: date | None = None) -> Document:
    """A document of one block, or of those given."""
    whole = (Block(kind=BlockKind.PARAGRAPH, start=0, end=len(text)),) if text else ()
    return Document(
        id=hashlib.sha256(text.encode("utf8", "surrogatepass")).hexdigest(),
        name="test",
        media_type="text/plain",
        text=text,
        blocks=blocks or whole,
        published_at=published,
    )


@dataclass(frozen=True)
class Said:
    """What `said` found, in words."""

    attributions: tuple[Attribution, ...]
    agents: dict[str, Agent]
    mentions: tuple[Mention, ...]

    def rows(self) -> list[tuple[str, str, str]]:
        """(source, cue, content) of each attribution, pieces joined by " … "."""
        return [(_words(a.source), _words(a.cue), _words(a.content)) for a in self.attributions]

    def of(self, words: str) -> Attribution:
        """The one attribution whose content holds the words, the innermost."""
        found = [a for a in self.attributions if any(words in s.exact for s in a.content)]
        assert found, f"nothing is credited with {words!r}: {self.rows()}"
        return min(found, key=lambda a: sum(len(s.exact) for s in a.content))

    def agent(self, a: Attribution) -> Agent:
        """The agent that an attribution credits."""
        assert a.agent is not None, f"nobody is credited: {a}"
        return self.agents[a.agent]

    def name(self, words: str) -> str:
        """The name of the agent that is credited with the words."""
        return self.agent(self.of(words)).name


def _words(spans: tuple[object, ...]) -> str:
    return " … ".join(getattr(s, "exact", "") for s in spans)


def said(text: str, *blocks: Block) -> Said:
    """All attributions, agents and mentions of a text."""
    parsed = parse(document(text, *blocks))
    quotations = find_quotations(parsed.document)
    agents, mentions, attributions = find_agents(parsed, assemble(parsed, quotations, *propose(parsed, quotations)))
    linked = link(parsed, attributions, mentions)
    return Said(attributions=linked, agents={g.id: g for g in agents}, mentions=mentions)
