"""However attributions nest, overlap or cross, a document is shown whole and each piece knows whose it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import Attribution, Channel, Claim, CueType, Document, Dossier, Kind
from sayso.report.document_view import Ids, sheet
from sayso.report.index import Index
from sayso.report.passages import passages
from tests.report.builders import document, empty

TEXTS = st.text(st.characters(codec="utf-8") | st.sampled_from(" \n“”<>&"), min_size=2, max_size=160)


@st.composite
def marked(draw: st.DrawFn) -> tuple[Document, Dossier]:
    """A document with attributions and claims at any characters, some inside others."""
    text = draw(TEXTS)
    doc = document("any.txt", text, **({} if draw(st.booleans()) else {"blocks": ()}))
    bounds = st.tuples(st.integers(0, len(text) - 1), st.integers(1, len(text))).filter(lambda p: p[0] < p[1])
    attributions: list[Attribution] = []
    for n in range(draw(st.integers(0, 6))):
        parent = draw(st.sampled_from([None, *(a.id for a in attributions)]))
        attributions.append(
            Attribution(
                id=f"t{n}",
                document=doc.id,
                source=tuple(doc.span(*p) for p in draw(st.lists(bounds, max_size=1))),
                cue=tuple(doc.span(*p) for p in draw(st.lists(bounds, max_size=1))),
                content=tuple(doc.span(*p) for p in draw(st.lists(bounds, min_size=1, max_size=2))),
                kind=Kind.DIRECT,
                cue_type=CueType.STATES,
                channel=Channel.UNSTATED,
                parent=parent,
                confidence=draw(st.sampled_from([0.3, 1.0])),
            )
        )
    claims = tuple(
        Claim(id=f"c{n}", document=doc.id, attribution=None, spans=(doc.span(*p),), predicate="be")
        for n, p in enumerate(draw(st.lists(bounds, max_size=5)))
    )
    return doc, replace(empty(), documents=(doc,), attributions=tuple(attributions), claims=claims)


@given(marked())
@settings(deadline=None)
def test_the_pieces_are_the_text_in_order_and_leave_out_white_space_alone(given_: tuple[Document, Dossier]) -> None:
    doc, dossier = given_
    at = 0
    for passage in passages(doc, Index(dossier)):
        for piece in passage.pieces:
            assert piece.start >= at
            assert not doc.text[at : piece.start].strip()
            assert piece.text == doc.text[piece.start : piece.end] != ""
            at = piece.end
    assert not doc.text[at:].strip()


@given(marked())
@settings(deadline=None)
def test_every_piece_knows_all_that_covers_it(given_: tuple[Document, Dossier]) -> None:
    doc, dossier = given_
    for passage in passages(doc, Index(dossier)):
        for piece in passage.pieces:
            for part, told in (("content", piece.contents), ("source", piece.sources), ("cue", piece.cues)):
                covering = {
                    a.id
                    for a in dossier.attributions
                    if any(s.start <= piece.start and s.end >= piece.end for s in getattr(a, part))
                }
                assert set(told) == covering
            assert set(piece.claims) == {
                c.id for c in dossier.claims if c.spans[0].start <= piece.start and c.spans[0].end >= piece.end
            }


@given(marked())
@settings(deadline=None, max_examples=60)
def test_any_document_can_be_shown(given_: tuple[Document, Dossier]) -> None:
    doc, dossier = given_
    index = Index(dossier)
    told = str(sheet(doc, index, Ids(index)).body)
    told.encode("utf-8")
    assert told.count("<mark") == told.count("</mark>")
