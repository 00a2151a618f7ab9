"""Every record of sayso, and nothing else. Imports nothing of ours but the errors.

All records are frozen, slotted and keyword-only. Offsets are Unicode code points into `Document.text`, half-open, so
`text[start:end] == exact` always holds. Ids are deterministic: SHA-256 over the fields that identify the record.

Vocabulary: an *attribution* has a *source*, a *cue* and a *content* (PARC3, PolNeAR). A *claim* is one assertion inside
a content or in the article's own voice. An *origin* is where a claim's chain of attributions ends.
"""

from __future__ import annotations

from sayso.model.documents import (
    Block,
    BlockKind,
    Document,
    Piece,
    Span,
    identify,
)
from sayso.model.dossier import (
    Account,
    Assessment,
    Basis,
    Comparison,
    Component,
    Dependence,
    Dossier,
    Event,
    Judgement,
    JudgementKind,
    Naming,
    Origin,
    Proposition,
    Reason,
    Relation,
    Status,
    Support,
)
from sayso.model.reading import (
    NOT_ASSERTING,
    Agent,
    AgentKind,
    Attribution,
    Channel,
    Claim,
    CueType,
    Kind,
    Mention,
    Modality,
    Participant,
    Precision,
    Quotation,
    QuotationKind,
    Reading,
    Time,
    Value,
)
from sayso.model.record import Cell, CellState, Person, Record, Said

__all__ = [
    "NOT_ASSERTING",
    "Account",
    "Agent",
    "AgentKind",
    "Assessment",
    "Attribution",
    "Basis",
    "Block",
    "BlockKind",
    "Cell",
    "CellState",
    "Channel",
    "Claim",
    "Comparison",
    "Component",
    "CueType",
    "Dependence",
    "Document",
    "Dossier",
    "Event",
    "Judgement",
    "JudgementKind",
    "Kind",
    "Mention",
    "Modality",
    "Naming",
    "Origin",
    "Participant",
    "Person",
    "Piece",
    "Precision",
    "Proposition",
    "Quotation",
    "QuotationKind",
    "Reading",
    "Reason",
    "Record",
    "Relation",
    "Said",
    "Span",
    "Status",
    "Support",
    "Time",
    "Value",
    "identify",
]
