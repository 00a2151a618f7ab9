"""A document that is itself a civil complaint: what it says in its own voice is the word of whoever sues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Agent, AgentKind, Dependence, Document, Origin, Reason, Span, identify
from sayso.reconcile.agents.names import is_name, words

COURT = re.compile(r"(?im)^.{0,80}\bcourt\b.{0,80}$")
AGAINST = re.compile(r"(?i)(?:^|\s)(?:v|vs)\.(?:\s|$)")
TITLE = re.compile(r"(?m)^[ \t]*(?:[A-Z]+ ){0,4}(?:COMPLAINT|PETITION)\b")
SUING = re.compile(r"(?is)\A(?P<who>.{3,300}?),?\s*\bplaintiffs?\b")
SIGNED = re.compile(r"(?m)^[ \t]*(?:/s/|By:)[ \t]*(?P<who>[A-Z][\w.’' -]{3,60})$")
HEAD = 2500
"""Characters at the top of a document within which a caption stands."""


@dataclass(frozen=True, slots=True)
class Filing:
    """A civil complaint: who sues, as the caption has it, and who signed it."""

    document: str
    plaintiff: str
    signed: tuple[str, ...]
    spans: tuple[Span, ...] = ()

    @property
    def suing(self) -> str:
        """The persons who sue: of an estate, those by whom it does."""
        _, through, who = self.plaintiff.partition("by and through ")
        return who if through else re.sub(r"(?i)^(?:the )?estate of .*$", "", self.plaintiff)

    @property
    def agent(self) -> Agent:
        """The complaint as a voice."""
        return Agent(
            id=identify("agent", "filing", self.document),
            name=f"complaint of {self.plaintiff}",
            kind=AgentKind.ORGANISATION,
            aliases=("the lawsuit",),
            role="plaintiff",
        )


def filing(document: Document) -> Filing | None:
    """The complaint that a document is: a caption with a court, who sues whom, and a title; None for all others."""
    head = document.text[:HEAD]
    against = AGAINST.search(head)
    title = TITLE.search(head)
    court = COURT.search(head)
    if against is None or title is None or court is None or not court.start() < against.start() < title.start():
        return None
    lines = head[: against.start()].splitlines()
    after = [line for i, line in enumerate(lines) if not COURT.fullmatch(line) and i >= 0]
    sued = next((m for i in range(len(after)) if (m := SUING.match("\n".join(after[i:]).strip())) is not None), None)
    if sued is None:
        return None
    who = sued["who"].strip().splitlines()[-1].strip(" ,;")
    told = " ".join(w if any(c.islower() for c in w) else w.capitalize() for w in who.split())
    signed = tuple(SIGNED.finditer(document.text))
    return Filing(
        document.id,
        told,
        tuple(m["who"].strip() for m in signed),
        (document.span(court.start(), title.end()), *(document.span(*m.span()) for m in signed)),
    )


def filed(filings: Sequence[Filing], agents: Mapping[str, Agent], first: Mapping[str, Origin]) -> Iterator[Dependence]:
    """Edges from a complaint to those who sue, and to the lawyer who signed it."""
    for one in filings:
        complaint = first.get(one.agent.id)
        if complaint is None:
            continue
        sue = set(words(one.suing))
        signed = {words(name) for name in one.signed}
        for ident, origin in first.items():
            agent = agents[ident]
            if agent.kind is not AgentKind.PERSON or not is_name(agent.name) or len(words(agent.name)) < 2:
                continue
            if set(words(agent.name)) <= sue or words(agent.name) in signed:
                how = "sues in it" if set(words(agent.name)) <= sue else "signed it as a lawyer"
                note = f"The complaint is {agent.name}’s own word: {agent.name} {how}"
                yield Dependence(a=complaint.id, b=origin.id, reason=Reason.SPEAKS_FOR, note=note, evidence=one.spans)
