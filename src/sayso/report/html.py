"""The dossier as one self-contained page: no request leaves it, and no text of a document can do anything in it."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup

from sayso.codebooks import Codebook
from sayso.model import Dossier, Record, Relation
from sayso.reconcile.decided import Decided
from sayso.reconcile.record.heard import heard
from sayso.report import decisions
from sayso.report.accounts import moves
from sayso.report.courses import edited, lanes
from sayso.report.dates import day, when_of, with_days
from sayso.report.details import details
from sayso.report.document_view import Ids, sheet
from sayso.report.drawing import wide
from sayso.report.graph import SaySo
from sayso.report.index import BARE, OWN, Index, interval, many
from sayso.report.inert import inert, one_line, shorten
from sayso.report.matrix import matrix
from sayso.report.outline import narrow
from sayso.report.record_table import shown, spans
from sayso.report.say_so import in_words, say_so, ways
from sayso.report.standings import SHOWN, standings
from sayso.report.view import RANK, STATUS_WORDS, key_rows, named, rows, words_of


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        keep_trailing_newline=True,
        loader=FunctionLoader(_file),
    )


def _finalize(value: object) -> object:
    """Makes every text inert on its way into the page; markup of our own passes."""
    return inert(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _record(table: dict[str, Any]) -> Markup:
    made = _environment().get_template("record.html.j2").render(table)
    return Markup(made)  # noqa: S704  rendered with every text escaped


def _file(name: str) -> str:
    return resources.files("sayso.report").joinpath("templates", name).read_text("utf-8")


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def version() -> str:
    """sayso's version, as installed."""
    try:
        return installed("sayso")
    except PackageNotFoundError:
        return "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of the header."""

    number: str
    label: str
    key: bool = False


def title_of(dossier: Dossier) -> tuple[str, str]:
    """What the dossier is about, in quoted words of its earliest titled document, and whose words these are.

    Without a title, the first line. Either is somebody's wording, and so is shown as a quotation.
    """
    dated = sorted(
        dossier.documents, key=lambda d: (d.language != "en", _tells_little(d.title), str(d.published_at or "9999"))
    )
    if not dated:
        return "No documents", ""
    first = dated[0]
    words = first.title or next((line for line in first.text.splitlines() if line.strip()), first.name)
    # A file's name tells a reader something where it is the only one.
    who = first.publisher or (first.name if len(dated) == 1 else "one of them")
    return f"“{shorten(words, 110).strip('“”')}”", f"{'headline' if first.title else 'first line'} of {one_line(who)}"


def _tells_little(title: str | None) -> int:
    """Puts titles such as “FOR IMMEDIATE RELEASE” after those that say what happened, and no title last."""
    return 2 if not title else int(len(title.split()) < 4 or title.isupper())


def _dates(dossier: Dossier) -> str:
    dates = sorted({d.published_at.isoformat()[:10] for d in dossier.documents if d.published_at is not None})
    if not dates:
        return "no date of publication known"
    return day(dates[0]) if len(dates) == 1 else f"{day(dates[0])} to {day(dates[-1])}"


def _figures(dossier: Dossier, index: Index) -> list[Figure]:
    overall = dossier.overall
    took_part = sum(word.interested for word, _ in index.components)
    origins = "independent origin" if overall.independent[1] == 1 else "independent origins"
    return [
        Figure(number=f"{len(dossier.documents):,}", label="document" if len(dossier.documents) == 1 else "documents"),
        Figure(number=f"{len(dossier.voices):,}", label="voice" if len(dossier.voices) == 1 else "voices"),
        Figure(number=f"{len(dossier.attributions):,}", label="attributions"),
        Figure(number=interval(overall.independent), label=origins, key=True),
        Figure(number=interval(overall.outside), label="outside the parties"),
        Figure(number=f"{took_part:,}", label="of them took part"),
    ]


def page(
    dossier: Dossier,
    record: Record | None = None,
    book: Codebook | None = None,
    *,
    decided: Sequence[Decided] = (),
) -> str:
    """The dossier as one HTML file, with the `record` that the fields of `book` made of it, and what people have
    `decided` about both. The same input always gives the same characters."""
    if record and book:
        dossier = heard(dossier, record, book)
    unread = bool(dossier.documents) and all(document.language != "en" for document in dossier.documents)
    if unread:
        record = None  # "nobody speaks to it" would be said of what nobody read
    index = Index(dossier)
    ids = Ids(index, spans(record, book) if record and book else ())
    title, credit = title_of(dossier)
    css, js = _file("style.css") + _file("parts.css"), _file("page.js")
    csp = (
        f"default-src 'none'; style-src 'sha256-{_hash(css)}'; script-src 'sha256-{_hash(js)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    told: dict[str, Any] = {
        **_said(index, ids),
        **_accounts(index, ids),
        "record": _record(shown(record, book, ids.spot)) if record and book else "",
        "decided": decisions.rows(decided),
    }
    html = (
        _environment()
        .get_template("dossier.html.j2")
        .render(
            **told,
            **_say_so(index, ids),
            csp=csp,
            css=Markup(css),  # noqa: S704  our own file
            js=Markup(js),  # noqa: S704  our own file
            version=version(),
            title=title,
            subtitle=" · ".join(p for p in (credit, many(len(dossier.documents), "document"), _dates(dossier)) if p),
            figures=_figures(dossier, index),
            meaning=_meaning(dossier),
            unread=unread,
            undated=_undated(dossier),
            cautions=[one_line(c.message) for c in dossier.cautions],
            findings=[(with_days(f), _leads(f, dossier, ids)) for f in dossier.findings],
            contents=_contents(told),
            ids=ids.all,
            documents=[sheet(document, index, ids) for document in dossier.documents],
            judgements=len(decided) or len(dossier.judgements),
            lost=sum(one.lost for one in decided),
        )
    )
    return str(html)


def _undated(dossier: Dossier) -> str:
    """How many documents have no date, where that leaves the order of accounts open; else nothing."""
    bare = sum(document.published_at is None for document in dossier.documents)
    if not bare or len(dossier.documents) < 2:
        return ""
    return f"{bare:,} of {many(len(dossier.documents), 'document')} {'has' if bare == 1 else 'have'} none"


def _meaning(dossier: Dossier) -> str:
    """What the number of independent origins says, in two or three sentences."""
    least, most = dossier.overall.independent
    told = f"At least {least}, at most {most}: some of the origins may be one. " if least < most else ""
    return (
        f"{told}An origin is the last person or body on whose word a claim rests, however many repeat it. The count is "
        "about the reporting, not about the truth: one origin can be right, and five can be wrong together."
    )


def _leads(finding: str, dossier: Dossier, ids: Ids) -> str | None:
    """The id of what a finding is about: a comparison that it tells, or a proposition that it quotes."""
    for comparison in dossier.comparisons:
        if comparison.relation is not Relation.AGREE and f": {comparison.topic}. {comparison.explanation}" in finding:
            return ids.all[comparison.id]
    quoted = [p for p in dossier.propositions if f"“{p.text}”" in finding]
    return ids.all[max(quoted, key=lambda p: len(p.text)).id] if quoted else None


def _contents(told: dict[str, Any]) -> list[tuple[str, str]]:
    """The page's sections with how much is in them."""
    apart = sum(m.apart for m in told["moved"])
    differ = f"{apart} {'difference' if apart == 1 else 'differences'}" if apart else "accounts side by side"
    sections = [
        ("say-so", "On whose say-so", told),
        ("said", many(told["row_count"], "statement"), told["row_count"]),
        ("moves", differ, told["moved"] or told["refined"]),
        ("details", "Who, when, where", told["details"]),
        ("courses", "How accounts moved", told["lanes"]),
        ("edits", "Edited after publication", told["edited"]),
        ("unknowns", f"{len(told['unknowns'])} unknown or not told", told["unknowns"]),
        ("record", "Record", told["record"]),
        ("silences", "Nobody speaks to", told["silences"]),
        ("timeline", "Timeline", told["timeline"]),
        ("named", "Names", told["named"]),
        ("decided", "What people decided", told["decided"]),
        ("documents", "Documents", told),
    ]
    return [(href, words) for href, words, there in sections if there]


def _say_so(index: Index, ids: Ids) -> dict[str, Any]:
    """Who has it from whom: the origins by weight, the drawing, the same in words."""
    graph = _known(say_so(index.dossier, index), ids)
    drawn = wide(graph) if graph.nodes else None
    return {
        "standings": standings(index),
        "shown": SHOWN,
        "wide": drawn,
        "tall": drawn.height if drawn else 0.0,
        "slim": narrow(graph),
        "lone": len(graph.lone),
        "left_out": graph.left_out,
        "ways": ways(graph),
        "drawing_words": _drawing_words(index),
        "ties": [
            {"words": in_words(d, index), "spot": next((ids.spot(s) for s in d.evidence), None)}
            for d in index.dossier.dependences
        ],
    }


def _said(index: Index, ids: Ids) -> dict[str, Any]:
    """The claims, as a list and as a matrix, and by what they can be sifted."""
    every = rows(index, with_close=True)
    key, rest = key_rows(every)
    present = {r.status for r in every}
    voices = {c.voice for r in every for c in r.chips}
    words = {c.word for r in every for c in r.chips}
    return {
        "rows": key,
        "rest": rest,
        "row_count": len(every),
        "matrix": matrix(every, index),
        "statuses": [{"value": s.value, "words": STATUS_WORDS[s]} for s in sorted(present, key=lambda s: RANK[s])],
        "words": [w for w in (*(w for w, _ in index.components), BARE, OWN) if w in words],
        "voice_ids": ids.voices,
        "voice_list": sorted(
            ({"id": ids.voices[v], "name": index.name(v)} for v in voices), key=lambda v: str(v["name"]).casefold()
        ),
    }


def _accounts(index: Index, ids: Ids) -> dict[str, Any]:
    """Where accounts differ, how they moved, what is unknown, when it was, and who is called what."""
    dossier = index.dossier
    compared = moves(index)
    return {
        "moved": [m for m in compared if m.relation is not Relation.REFINES],
        "refined": [m for m in compared if m.relation is Relation.REFINES],
        "details": details(index),
        "lanes": lanes(index),
        "changed": any(m.relation in {Relation.CHANGED, Relation.DISCLOSED} for m in compared),
        "edited": [(e, [(c, ids.spot(c.span)) for c in e.changes]) for e in edited(index)],
        "unknowns": [
            {
                "word": index.claim_word(c),
                "claim": c,
                "name": index.short(held[0].voice) if (held := index.supports.get(c)) else "nobody named",
                "words": words_of(index.claims[c]),
            }
            for c in dossier.unknowns
            if c in index.claims
        ],
        "silences": [one_line(s) for s in dossier.silences],
        "codebook": one_line((dossier.codebook or "").replace("_", " ")),
        "timeline": [
            {
                "when": when_of(e.at, e.until, e.precision),
                "kind": re.sub(r"\W", "", e.kind) or "event",
                "text": one_line(e.text),
                "href": ids.spot(e.span) if e.span else ids.documents[e.document],
            }
            for e in dossier.timeline
            if e.document in ids.documents
        ],
        "named": [
            (person, [(v, w, [(t, ids.spot(s), n) for t, s, n in told]) for v, w, told in voices])
            for person, voices in sorted(named(index), key=lambda one: -len(one[1]))
        ],
    }


def _known(graph: SaySo, ids: Ids) -> SaySo:
    """The graph with the page's own ids of its voices, by which a click on one finds its claims."""
    return replace(
        graph,
        nodes=tuple(replace(n, agent=ids.voices.get(n.agent or "")) for n in graph.nodes),
        lone=tuple(replace(one, agent=ids.voices.get(one.agent or "")) for one in graph.lone),
    )


def _drawing_words(index: Index) -> str:
    dossier = index.dossier
    told = [f"Who has it from whom: {many(len(dossier.voices), 'voice')}"]
    for word, group in index.components:
        told.append(
            f"{word.letter}, {word.name}: {many(len(group), 'origin')}" + (", took part" if word.interested else "")
        )
    return "; ".join(told[:12]) + "."
