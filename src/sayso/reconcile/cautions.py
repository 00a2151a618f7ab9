"""What people must know before they trust a dossier or a record: what was not read, and what may not belong here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.errors import Notice
from sayso.model import Caution, Document, Reading
from sayso.reconcile.copies import one_each_text
from sayso.reconcile.display import listed

NAMED = 5
"""Documents that a caution names; the rest is counted."""
_CODE = re.compile(r"\s\[(?P<code>[a-z-]+)\]$")


def cautions(readings: Sequence[Reading], apart: Sequence[Sequence[str]]) -> tuple[Caution, ...]:
    """The cautions about these documents; `apart` are the ids of each incident's where there are several. A copy of a
    document adds none."""
    documents = sorted((r.document for r in one_each_text(readings)), key=lambda d: (d.name, d.id))
    return (*_incidents(documents, apart), *_undated(documents), *_warned(documents))


def _incidents(documents: Sequence[Document], apart: Sequence[Sequence[str]]) -> Iterator[Caution]:
    if not apart:
        return
    known = {d.id: d.name for d in documents}
    each = [f"({n}) {listed(sorted(known[i] for i in ids), NAMED)}" for n, ids in enumerate(apart, start=1)]
    yield Caution(
        code=Notice.INCIDENTS.value,
        message=f"These documents seem to tell of {len(apart)} different incidents: {'; '.join(each)}. They share no "
        "names of persons, streets or towns. What is counted and compared here mixes them: give the documents of each "
        "incident by themselves",
        documents=tuple(i for ids in apart for i in ids),
    )


def _undated(documents: Sequence[Document]) -> Iterator[Caution]:
    bare = [d for d in documents if d.published_at is None]
    if not bare or len(documents) < 2:
        return
    what = (
        f"{len(bare)} of {len(documents)} documents have" if len(bare) > 1 else f"1 of {len(documents)} documents has"
    )
    yield Caution(
        code=Notice.UNDATED.value,
        message=f"{what} no date of publication ({listed([d.name for d in bare], NAMED)}). Without it nothing tells "
        "which account came first: what changed from one day to another is shown as a difference or not at all. Give "
        "the dates with --about TABLE, or one for all with --published DATE",
        documents=tuple(d.id for d in bare),
    )


def _warned(documents: Sequence[Document]) -> Iterator[Caution]:
    """What is to be known of one document: the warnings that have a code."""
    for document in documents:
        for warning in document.warnings:
            if found := _CODE.search(warning):
                message = f"{document.name}: {warning[: found.start()]}"
                yield Caution(code=found["code"], message=message, documents=(document.id,))
