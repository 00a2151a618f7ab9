"""A dossier as JSON-LD: schema.org claims and quotations, W3C Web Annotation selectors for where they stand.

The context is written out in the file, so that nothing has to be fetched to read it.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from sayso.model import Agent, AgentKind, Attribution, Claim, Document, Dossier, Kind, Origin, Span
from sayso.report.index import Index
from sayso.report.inert import web_address
from sayso.report.tables import selector

CONTEXT: dict[str, Any] = {
    "@vocab": "https://schema.org/",
    "oa": "http://www.w3.org/ns/oa#",
    "sayso": "urn:sayso:",
    "id": "@id",
    "type": "@type",
    "graph": "@graph",
    "target": "oa:hasTarget",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": "oa:hasSelector",
    "start": "oa:start",
    "end": "oa:end",
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    **{
        name: {"@type": "@id"}
        for name in (
            "appearance",
            "isPartOf",
            "spokenByCharacter",
            "author",
            "publisher",
            "memberOf",
            "url",
            "isBasedOn",
        )
    },
    **{
        name: {"@id": f"sayso:{name}", "@type": "@id"}
        for name in ("voice", "chain", "origin", "through", "asserts", "denies", "dependsOn", "partOfAttribution")
    },
}
_KINDS = {AgentKind.ORGANISATION: "Organization", AgentKind.PUBLISHER: "Organization", AgentKind.PERSON: "Person"}


def linked_data(dossier: Dossier, *, indent: int | None = 2) -> str:
    """The dossier as JSON-LD text."""
    index = Index(dossier)
    nodes: list[dict[str, Any]] = [
        _document(d, narrator) for d, narrator in zip(dossier.documents, dossier.narrators, strict=True)
    ]
    nodes += [_agent(a) for a in dossier.agents]
    nodes += [_origin(o, dossier) for o in dossier.origins]
    for proposition in dossier.propositions:
        assessment = index.assessments.get(proposition.id)
        node: dict[str, Any] = {"id": _urn(proposition.id), "type": "sayso:Proposition", "text": proposition.text}
        if assessment is not None:
            node["sayso:status"] = assessment.status.value
            node["sayso:independentOrigins"] = list(assessment.independent)
            node["sayso:outsideTheParties"] = list(assessment.outside)
        nodes.append(node)
    for attribution in dossier.attributions:
        if attribution.content:
            nodes += [_quotation(attribution, index), _annotation(attribution.id, attribution.content, index)]
    for claim in dossier.claims:
        nodes += [_claim(claim, index), _annotation(claim.id, claim.spans, index)]
    told = json.dumps({"@context": CONTEXT, "graph": nodes}, indent=indent, ensure_ascii=False)
    return told.encode("utf-8", "replace").decode("utf-8")


def _urn(key: str) -> str:
    return f"urn:sayso:{key}"


def address(document: Document) -> str:
    """A document's name by its content: an RFC 6920 `ni` address over its SHA-256."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(document.id)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _document(document: Document, narrator: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": address(document),
        "type": "CreativeWork",
        "name": document.name,
        "headline": document.title,
        "encodingFormat": document.media_type,
        "sha256": document.id,
        "publisher": _urn(narrator),
        "creditText": ", ".join(document.authors) or None,
        "datePublished": document.published_at.isoformat() if document.published_at else None,
        "dateModified": document.updated_at.isoformat() if document.updated_at else None,
        "url": web_address(document.url),
    }
    return {key: value for key, value in found.items() if value is not None}


def _agent(agent: Agent) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": _urn(agent.id),
        "type": _KINDS.get(agent.kind, "sayso:UnnamedSource" if agent.kind is AgentKind.UNNAMED else "sayso:Group"),
        "name": agent.name,
        "alternateName": list(agent.aliases) or None,
        "jobTitle": agent.role,
        "affiliation": agent.affiliation,
    }
    return {key: value for key, value in found.items() if value is not None}


def _origin(origin: Origin, dossier: Dossier) -> dict[str, Any]:
    rests = [d.b for d in dossier.dependences if d.a == origin.id] + [
        d.a for d in dossier.dependences if d.b == origin.id
    ]
    found: dict[str, Any] = {
        "id": _urn(origin.id),
        "type": "sayso:Origin",
        "author": _urn(origin.agent) if origin.agent else None,
        "through": _urn(origin.through) if origin.through else None,
        "sayso:basis": origin.basis.value,
        "sayso:interested": origin.interested,
        "dependsOn": [_urn(key) for key in dict.fromkeys(rests)] or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _quotation(attribution: Attribution, index: Index) -> dict[str, Any]:
    agent = index.agent(attribution.agent)
    found: dict[str, Any] = {
        "id": _urn(attribution.id),
        "type": "sayso:ReportedSpeech" if attribution.kind is Kind.INDIRECT else "Quotation",
        "text": " … ".join(span.exact for span in attribution.content),
        "isPartOf": address(index.documents[attribution.document]),
        "spokenByCharacter": _urn(agent.id) if agent else None,
        "partOfAttribution": _urn(attribution.parent) if attribution.parent else None,
        "sayso:cue": " … ".join(span.exact for span in attribution.cue) or None,
        "sayso:channel": attribution.channel.value,
        "sayso:confidence": attribution.confidence,
    }
    return {key: value for key, value in found.items() if value is not None}


def _claim(claim: Claim, index: Index) -> dict[str, Any]:
    key = index.proposition_of.get(claim.id)
    denied = key is not None and claim.id in index.propositions[key].denials
    found: dict[str, Any] = {
        "id": _urn(claim.id),
        "type": "Claim",
        "text": " … ".join(span.exact for span in claim.spans),
        "appearance": address(index.documents[claim.document]),
        "isBasedOn": _urn(claim.attribution) if claim.attribution else None,
        "sayso:polarity": claim.polarity,
        "sayso:modality": claim.modality.value,
    }
    if key is not None:
        found["denies" if denied else "asserts"] = _urn(key)
    supports = index.supports.get(claim.id, [])
    if supports:
        found["voice"] = [_urn(v) for v in dict.fromkeys(s.voice for s in supports)]
        found["origin"] = [_urn(o) for o in dict.fromkeys(s.origin for s in supports)]
    return {key: value for key, value in found.items() if value is not None}


def _annotation(key: str, spans: tuple[Span, ...], index: Index) -> dict[str, Any]:
    targets = []
    for span in spans:
        document = index.documents[span.document]
        told = selector(span, document)
        targets.append(
            {
                "source": address(document),
                "selector": [
                    {"type": "oa:TextPositionSelector", "start": told["start"], "end": told["end"]},
                    {"type": "oa:TextQuoteSelector", **{k: told[k] for k in ("exact", "prefix", "suffix")}},
                ],
            }
        )
    return {
        "id": _urn(f"at-{key}"),
        "type": "oa:Annotation",
        "motivation": "oa:identifying",
        "body": _urn(key),
        "target": targets,
    }
