"""The documents of a page: their text with every attribution marked, and a note on each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from sayso.model import Attribution, BlockKind, Channel, Claim, CueType, Document, Span
from sayso.report.dates import day
from sayso.report.index import BARE, MUTE, OWN, Index, Word, many
from sayso.report.inert import inert, one_line, shorten, web_address
from sayso.report.passages import Passage, Piece, passages
from sayso.report.view import STATUS_WORDS, words_of

NAMED = 5
"""Names of further files with a document's bytes that the page shows; the rest is counted."""


class Ids:
    """Short ids for everything that a page links to, the same for the same dossier."""

    def __init__(self, index: Index, more: Iterable[Span] = ()) -> None:
        dossier = index.dossier
        self.documents = {d.id: f"d{n}" for n, d in enumerate(dossier.documents, 1)}
        self.all: dict[str, str] = {}
        self.all |= {a.id: f"a{n}" for n, a in enumerate(dossier.attributions, 1)}
        self.all |= {c.id: f"c{n}" for n, c in enumerate(dossier.claims, 1)}
        self.all |= {p.id: f"p{n}" for n, p in enumerate(dossier.propositions, 1)}
        self.all |= {c.id: f"m{n}" for n, c in enumerate(dossier.comparisons, 1)}
        voices = dict.fromkeys([*(s.voice for s in dossier.supports), *(a.id for a in dossier.agents)])
        self.voices = {v: f"v{n}" for n, v in enumerate(voices, 1)}
        spans = [s for d in dossier.dependences for s in d.evidence[:1]]
        spans += [s for naming in dossier.namings for s in naming.spans]
        spans += [e.span for e in dossier.timeline if e.span is not None]
        spans += [s for v in dossier.versions for e in v.edits if (s := e.after or e.before) is not None]
        spans += more
        self.spots = {s: f"s{n}" for n, s in enumerate(dict.fromkeys(spans), 1)}

    def spot(self, span: Span) -> str:
        """The id of a place in a document."""
        return self.spots.get(span) or self.documents[span.document]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What is known of one attribution, or of one claim that nobody is credited with."""

    id: str
    word: Word
    who: str
    cue: str
    words: str
    facts: str
    rows: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document as the page shows it."""

    id: str
    name: str
    tab: str
    title: str
    line: str
    facts: tuple[tuple[str, str, str | None], ...]
    legend: tuple[Word, ...]
    body: Markup
    notes: tuple[Note, ...]
    notes_head: str


def sheet(document: Document, index: Index, ids: Ids) -> Sheet:
    """A document ready to be shown."""
    spots = tuple((key, span) for span, key in ids.spots.items())
    notes = _notes(document, index, ids)
    shown = passages(document, index, spots)
    used = {p.word for passage in shown for p in passage.pieces if p.word is not None and (p.contents or p.claims)}
    order = [*(word for word, _ in index.components), BARE, OWN, MUTE]
    credited = sum(a.document == document.id for a in index.dossier.attributions)
    when = day(document.published_at) if document.published_at else "undated"
    who = one_line(document.publisher or document.name)
    return Sheet(
        id=ids.documents[document.id],
        name=one_line(document.name),
        tab=shorten(document.publisher or document.title or document.name, 26),
        title=one_line(document.title or document.name),
        line=f"{who}, {when}",
        facts=(*_facts(document), *_copy(document, index)),
        body=Markup("\n").join(
            _entry_time(p, before) + _passage(p, index, ids) for p, before in zip(shown, (None, *shown), strict=False)
        ),
        legend=tuple(word for word in order if word in used),
        notes=notes,
        notes_head=f"{many(credited, 'attribution')} and {many(len(notes) - credited, 'claim')} in its own voice",
    )


def _facts(document: Document) -> tuple[tuple[str, str, str | None], ...]:
    authors = ", ".join(document.authors)
    found: list[tuple[str, str | None, str | None]] = [
        ("file", document.name, None),
        ("also given as", _also(document), None),
        ("publisher", document.publisher, None),
        ("by", authors or None, None),
        ("passes on", document.credit, None),
        ("published", day(document.published_at) if document.published_at else "not known", None),
        ("updated", day(document.updated_at) if document.updated_at else None, None),
        ("retrieved", day(document.retrieved_at) if document.retrieved_at else None, None),
        ("address", document.url, web_address(document.url)),
        ("kind", f"{document.media_type}, {len(document.text):,} characters of text", None),
        ("SHA-256", document.id, None),
        *(("note", warning, None) for warning in document.warnings),
    ]
    return tuple((key, one_line(value), link) for key, value, link in found if value)


def _also(document: Document) -> str | None:
    """The files with the same bytes, which are this one document."""
    told = ", ".join(document.also[:NAMED])
    rest = len(document.also) - NAMED
    return (
        f"{told}{f' and {rest:,} more' if rest > 0 else ''}, with the same bytes: a copy adds no origin"
        if told
        else None
    )


def _copy(document: Document, index: Index) -> list[tuple[str, str, str | None]]:
    """That a document only repeats another."""
    original = index.documents.get(dict(index.dossier.copies).get(document.id, ""))
    if original is None:
        return []
    return [("repeats", f"document {index.numbers[original.id]}, {one_line(original.name)}, and adds nothing", None)]


def _entry_time(passage: Passage, before: Passage | None) -> Markup:
    """Above the first passage of each entry of a live blog, when it was written."""
    when = _written(passage)
    if when is None or (before is not None and _written(before) == when):
        return Markup("")
    return Markup('<p class="note"><span class="by">entry of {}</span></p>').format(day(when))


def _written(passage: Passage) -> date | None:
    block = passage.block
    return block.published_at if block is not None and block.kind is not BlockKind.POST else None


def _passage(passage: Passage, index: Index, ids: Ids) -> Markup:
    inside = Markup("")
    run = ""  # the word of the claims in the document's own voice that stand one after the other
    for piece in passage.pieces:
        inside += _piece(piece, index, ids, run)
        if piece.contents:
            run = ""
        elif piece.claims and piece.word is not None:
            run = piece.word.letter
    by = Markup("")
    block = passage.block
    if block is not None and passage.kind is BlockKind.POST:
        told = [
            "embedded post",
            block.author,
            block.handle,
            day(block.published_at) if block.published_at else None,
            block.url,
        ]
        by = Markup('<span class="by">{}</span>').format(" · ".join(one_line(t) for t in told if t))
    elif passage.kind is BlockKind.NOTE:
        by = Markup('<span class="by">note of the publisher</span>')
    elif passage.kind is BlockKind.CAPTION:
        by = Markup('<span class="by">caption</span>')
    name = {BlockKind.QUOTE: "blockquote", BlockKind.POST: "blockquote"}.get(passage.kind, "p")
    role = Markup(' role="heading" aria-level="4"') if passage.kind is BlockKind.HEADING else Markup("")
    return Markup('<{0} class="{1}" dir="auto"{2}>{3}{4}</{0}>').format(
        Markup(name),  # noqa: S704  one of two literals
        passage.kind.value,
        role,
        by,
        inside,
    )


def _piece(piece: Piece, index: Index, ids: Ids, run: str) -> Markup:
    anchors = [ids.all[c] for c in piece.openers] + list(piece.spots)
    before = Markup("".join(f'<span class="at" id="{a}"></span>' for a in anchors))  # noqa: S704  our own ids
    text = escape(inert(piece.text))
    if not piece.marked or piece.word is None:
        return before + text
    word = piece.word
    kind = "content" if piece.contents else "claim" if piece.claims else "source" if piece.sources else "cue"
    classes = [kind, word.classes]
    if piece.contents and piece.sources:
        classes.append("source")
    if piece.outer is not None and piece.outer.style != word.style:
        classes += ["nested", f"o-{piece.outer.style}"]
    if piece.low:
        classes.append("low")
    data = "".join(
        f' data-{name}="{" ".join(ids.all[k] for k in keys)}"'
        for name, keys in (("a", piece.contents), ("s", (*piece.sources, *piece.cues)), ("c", piece.claims))
        if keys
    )
    handles = [(a, index.attribution_word(a)) for a in piece.opens]
    if not piece.contents:
        first = [(c, index.claim_word(c)) for c in piece.openers[:1]]
        handles += [(c, w) for c, w in first if w.letter != run]
    refs = Markup("").join(
        Markup('<a class="ref {}" href="#n{}" aria-label="{}">{}{}</a>').format(
            w.classes, ids.all[key], _label(key, index), w.letter, "?" if _low(key, index) and w.letter != "?" else ""
        )
        for key, w in handles
    )
    inside = _linked(text, piece, index, ids)
    # What is put in between is our own words and ids: no character of a document.
    return Markup(f'{before}{refs}<mark class="{" ".join(classes)}"{data}>{inside}</mark>')  # noqa: S704


def _linked(text: Markup, piece: Piece, index: Index, ids: Ids) -> Markup:
    """A claim's characters as a link to where it is shown who else says it; one stop of the keyboard a claim."""
    claim = next((c for c in (*reversed(piece.openers), *reversed(piece.claims)) if c in index.proposition_of), None)
    if claim is None:
        return text
    row = ids.all[index.proposition_of[claim]]
    aside = "" if claim in piece.openers else ' tabindex="-1"'
    return Markup(f'<a href="#{row}"{aside}>{text}</a>')  # noqa: S704  our own ids, and text that is escaped


def _low(key: str, index: Index) -> bool:
    from sayso.report.passages import LOW  # noqa: PLC0415

    found = index.attributions.get(key)
    return found is not None and found.confidence < LOW


def _label(key: str, index: Index) -> str:
    attribution = index.attributions.get(key)
    if attribution is None:
        return f"about this claim: {index.claim_word(key).name}"
    return f"about this passage: {who(attribution, index)}, {index.attribution_word(key).name}"


def who(attribution: Attribution, index: Index) -> str:
    """Who an attribution credits."""
    if index.agent(attribution.agent) is not None:
        return index.name(attribution.agent)
    return one_line(" … ".join(s.exact for s in attribution.source)) or "nobody named"


def facts(attribution: Attribution, index: Index) -> str:
    """An attribution's kind, channel, chain and confidence in a line."""
    told = [attribution.kind.value]
    if attribution.cue_type is not CueType.STATES:
        told.append(attribution.cue_type.value)
    if attribution.channel is not Channel.UNSTATED:
        told.append(attribution.channel.value)
    parent = index.attributions.get(attribution.parent or "")
    if parent is not None:
        told.append(f"inside the words of {who(parent, index)}")
    if attribution.carried_from and attribution.carried_from != attribution.id:
        told.append("source carried over from before")
    confirmed = [who(index.attributions[c], index) for c in attribution.confirms if c in index.attributions]
    if confirmed:
        told.append(f"about what {', '.join(dict.fromkeys(confirmed))} said")
    if attribution.recipient:
        told.append("to " + one_line(" ".join(s.exact for s in attribution.recipient)))
    sure = f"confidence {attribution.confidence * 100:.0f} %"
    return " · ".join([*told, sure])


def _notes(document: Document, index: Index, ids: Ids) -> tuple[Note, ...]:
    claims: dict[str | None, list[Claim]] = {}
    for claim in index.dossier.claims:
        if claim.document == document.id:
            claims.setdefault(claim.attribution, []).append(claim)
    notes = [
        Note(
            id=ids.all[a.id],
            word=index.attribution_word(a.id),
            who=who(a, index),
            cue=one_line(" … ".join(s.exact for s in a.cue)),
            words=shorten(" … ".join(s.exact for s in a.content), 240),
            facts=facts(a, index),
            rows=tuple({r["row"]: r for c in claims.get(a.id, ()) for r in _rows(c, index, ids)}.values()),
        )
        for a in index.dossier.attributions
        if a.document == document.id
    ]
    notes += [
        Note(
            id=ids.all[c.id],
            word=index.claim_word(c.id),
            who=index.name(index.supports[c.id][0].voice) if index.supports.get(c.id) else "the document’s own voice",
            cue="",
            words="" if _told(c, index) else words_of(c),
            facts="in the document’s own voice" if c.attribution is None else "",
            rows=tuple(_rows(c, index, ids)),
        )
        for c in claims.get(None, ())
    ]
    return tuple(notes)


def _told(claim: Claim, index: Index) -> bool:
    """Whether the proposition that a claim's note leads to has the claim's very words."""
    found = index.propositions.get(index.proposition_of.get(claim.id, ""))
    return found is not None and one_line(found.text) == words_of(claim)


def _rows(claim: Claim, index: Index, ids: Ids) -> list[dict[str, str]]:
    key = index.proposition_of.get(claim.id)
    if key is None:
        return []
    assessment = index.assessments.get(key)
    text = one_line(index.propositions[key].text)
    badge = STATUS_WORDS[assessment.status] if assessment else ""
    return [{"row": ids.all[key], "text": text, "badge": badge}]
