"""The conformance set for PDFs, mails and archives: files made by real tools (see `fixtures/make.py`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import BlockKind, Document

from . import mails
from .conformance import shown
from .stories import FERRY, JAIL, PLANT, Story
from .test_properties import hold

FIXTURES = Path(__file__).parent / "fixtures"
STORIES = {"ferry": FERRY, "jail": JAIL}
BOXES = (
    "Case No. 25-00417 Report date {}",
    "Officer Sgt. L. Ames #114 Unit Patrol B",
    "Location North side Weather Clear",
)
CAPTION = ("SUPERIOR COURT OF LORNE COUNTY", "COMPLAINT FOR DAMAGES")


def wanted(kind: str, story: Story) -> list[str]:
    """The paragraphs of a file of the kind, as they stand on it."""
    year, month, day = story.published[:10].split("-")
    return {
        "columns": [*story.paragraphs, *story.paragraphs],
        "filing": [*CAPTION, *(f"{n}. {text}" for n, text in enumerate(story.paragraphs, 1))],
        "form": [*(box.format(f"{month}/{day}/{year}") for box in BOXES), "NARRATIVE", *story.paragraphs],
    }.get(kind, list(story.paragraphs))


def f1(document: Document, texts: list[str]) -> float:
    """Token F1 of all prose against the paragraphs and the title."""
    told = Counter(re.findall(r"\w+", " ".join([document.title or "", *texts])))
    main = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    got = Counter(word for kind in main for text in shown(document, kind) for word in re.findall(r"\w+", text))
    return 2 * sum((told & got).values()) / (sum(told.values()) + sum(got.values()))


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize(
    ("kind", "title", "publisher"),
    [
        ("filing", "", ""),
        ("columns", None, ""),
        ("letterhead", None, "Lorne Coast Authority"),
        ("form", "INCIDENT REPORT", "Tolliver County Sheriff's Office"),
        ("printed", None, None),
    ],
)
def test_a_pdf(kind: str, title: str | None, publisher: str | None, name: str) -> None:
    story = STORIES[name]
    document = ingest(FIXTURES / f"{kind}-{name}.pdf")
    hold(document)
    texts = wanted(kind, story)
    assert f1(document, texts) >= 0.95
    assert not Counter(texts) - Counter(shown(document, BlockKind.PARAGRAPH))
    assert (document.title or "") == (story.title if title is None else title)
    assert (document.publisher or "") == (story.publisher if publisher is None else publisher)
    if kind != "filing":  # which gives none
        assert document.published_at is not None
        assert document.published_at.isoformat()[:10] == story.published[:10]


def test_a_page_printed_from_a_browser_says_where_and_when() -> None:
    document = ingest(FIXTURES / "printed-ferry.pdf")
    assert document.url == f"http://{FERRY.site}/2025/03/04/story.html"
    assert document.retrieved_at is not None
    assert document.retrieved_at.isoformat()[:10] == "2026-11-23"
    assert "2026" not in document.text
    assert dict(document.provenance)["publisher"] == "running head"


@pytest.mark.parametrize("make", [mails.plain, mails.outlook, mails.forwarded, mails.attached])
def test_a_mail(make: Callable[[Story], bytes]) -> None:
    document = ingest(make(FERRY))
    hold(document)
    assert f1(document, list(FERRY.paragraphs)) >= 0.95
    assert set(FERRY.paragraphs) <= set(shown(document, BlockKind.PARAGRAPH))
    assert (document.title, document.publisher) == (FERRY.title, "Lorne Coast Authority")
    assert document.published_at is not None
    assert document.published_at.isoformat()[:16] == "2025-03-05T09:15"


def test_the_attached_statement_is_a_document_of_its_own() -> None:
    own, statement = ingest_all(mails.attached(FERRY))
    assert isinstance(own, Document)
    assert isinstance(statement, Document)
    assert statement.name.endswith("statement.pdf")
    assert set(JAIL.paragraphs) <= set(shown(statement, BlockKind.PARAGRAPH))


def test_a_digest_gives_each_mail_in_it() -> None:
    found = [one for one in ingest_all(mails.digest((FERRY, JAIL, PLANT))) if isinstance(one, Document)]
    for story in (FERRY, JAIL, PLANT):
        (one,) = [document for document in found if document.title == story.title]
        assert one.publisher == story.publisher
        assert f1(one, list(story.paragraphs)) >= 0.95


@pytest.mark.parametrize("name", ["warcio.warc.gz", "wget.warc.gz", "made.wacz"])
def test_an_archive(name: str) -> None:
    items = list(ingest_all(FIXTURES / name))
    assert not [one for one in items if isinstance(one, Failure)]
    ferry, jail = (one for one in items if isinstance(one, Document))
    for document, story in ((ferry, FERRY), (jail, JAIL)):
        assert set(story.paragraphs) <= set(shown(document, BlockKind.PARAGRAPH))
        assert (document.title, document.publisher) == (story.title, story.publisher)
        assert [one.author for one in document.blocks if one.kind is BlockKind.POST] == [story.post[0]]
        assert document.retrieved_at is not None
