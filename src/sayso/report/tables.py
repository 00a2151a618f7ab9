"""The claims as a table for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
import re

from sayso.model import Assessment, Claim, Document, Dossier, Span, Support
from sayso.report.index import Index
from sayso.report.inert import one_line, unsteered

CONTEXT = 32
COLUMNS = (
    "claim_id",
    "proposition_id",
    "proposition",
    "topic",
    "claim",
    "polarity",
    "modality",
    "denies",
    "by_reference",
    "carried",
    "only_through",
    "voice",
    "chain",
    "origin",
    "basis",
    "component",
    "component_name",
    "interested",
    "channel",
    "kind",
    "cue",
    "status",
    "independent_least",
    "independent_most",
    "outside_least",
    "outside_most",
    "values",
    "confidence",
    "document_id",
    "document",
    "title",
    "publisher",
    "published",
    "url",
    "start",
    "end",
    "exact",
    "prefix",
    "suffix",
    "further_spans",
)
_FORMULA = re.compile(r"^[\s\x00-\x1f\x7f-\x9f\u00ad\u180e\u200b-\u200f\u2060-\u206f\ufeff]*[=+\-−@＝＋－＠|%]")


AS_THEY_ARE = frozenset({"exact", "prefix", "suffix"})
"""Columns with a document’s own characters, by which a claim is found again."""


def cell(value: object, *, as_it_is: bool = False) -> str:
    """A value as a cell that no spreadsheet takes for a formula: such cells begin with an apostrophe.

    What cannot be encoded in UTF-8, and the null character, which no table can hold, become U+FFFD. What steers the
    direction of text goes unless `as_it_is`: it would reorder what stands around it.
    """
    told = str(value) if as_it_is else unsteered(str(value))
    text = told.replace("\x00", "\ufffd").encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    number = isinstance(value, (int, float))
    return f"'{text}" if not number and (_FORMULA.match(text) or text[:1] in ("\t", "\r", "\n")) else text


def claims_csv(dossier: Dossier) -> str:
    """One row a claim and chain, with a header; RFC 4180, line ends CRLF. Offsets are Unicode code points."""
    index = Index(dossier)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for claim in dossier.claims:
        key = index.proposition_of.get(claim.id, "")
        proposition = index.propositions.get(key)
        assessment = index.assessments.get(key)
        told = {
            "proposition_id": key,
            "proposition": one_line(proposition.text) if proposition else "",
            "topic": proposition.topic or "" if proposition else "",
            "denies": "yes" if proposition and claim.id in proposition.denials else "",
            "status": assessment.status.value if assessment else "",
            **(_counts(assessment) if assessment else {}),
        }
        held: list[Support | None] = [*index.supports.get(claim.id, ())]
        for support in held or [None]:
            row = {**told, **_claim(claim, index), **_chain(support, index)}
            writer.writerow([cell(row.get(column, ""), as_it_is=column in AS_THEY_ARE) for column in COLUMNS])
    return out.getvalue()


def _counts(assessment: Assessment) -> dict[str, object]:
    (least, most), (low, high) = assessment.independent, assessment.outside
    return {"independent_least": least, "independent_most": most, "outside_least": low, "outside_most": high}


def _claim(claim: Claim, index: Index) -> dict[str, object]:
    document = index.documents[claim.document]
    attribution = index.attributions.get(claim.attribution or "")
    first = claim.spans[0]
    return {
        "claim_id": claim.id,
        "claim": one_line(" … ".join(s.exact for s in claim.spans)),
        "polarity": "asserted" if claim.polarity else "negated",
        "modality": claim.modality.value,
        "kind": attribution.kind.value if attribution else "own voice",
        "cue": " … ".join(s.exact for s in attribution.cue) if attribution else "",
        "values": "; ".join(f"{v.field}={v.value}" for v in claim.values),
        "confidence": round(claim.confidence, 3),
        "document_id": document.id,
        "document": document.name,
        "title": document.title or "",
        "publisher": document.publisher or "",
        "published": document.published_at.isoformat() if document.published_at else "",
        "url": document.url or "",
        **selector(first, document),
        # Two dots: a spreadsheet would take 10-12 for a day.
        "further_spans": "; ".join(f"{s.start}..{s.end}" for s in claim.spans[1:]),
    }


def selector(span: Span, document: Document) -> dict[str, object]:
    """A span as a position, its characters, and what stands around it, as in the W3C Web Annotation model."""
    return {
        "start": span.start,
        "end": span.end,
        "exact": span.exact,
        "prefix": document.text[max(0, span.start - CONTEXT) : span.start],
        "suffix": document.text[span.end : span.end + CONTEXT],
    }


def _chain(support: Support | None, index: Index) -> dict[str, object]:
    if support is None:
        return {}
    origin = index.origins.get(support.origin)
    word = index.word(support)
    refused = {"denies": "yes"} if index.denied(support) else {}
    grouped = support.origin in index.words
    return {
        **refused,
        "by_reference": "yes" if support.by_reference else "",
        "carried": "yes" if support.carried else "",
        "only_through": "; ".join(index.name(a) for a in index.only_through(support)),
        "voice": index.name(support.voice),
        "chain": " > ".join(index.name(a) for a in support.chain),
        "origin": index.name(origin.agent) if origin and origin.agent else "unstated",
        "basis": origin.basis.value if origin else "",
        "component": word.letter if grouped else "",
        "component_name": word.name if grouped else "",
        "interested": "yes" if origin and origin.interested else "",
        "channel": support.channel.value,
    }
