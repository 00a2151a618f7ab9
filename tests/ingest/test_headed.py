"""A title told beside a text stands as its first paragraph."""

from __future__ import annotations

from pathlib import Path

from sayso import ingest
from sayso.batch import About, completed
from sayso.ingest.headed import headed
from sayso.model import BlockKind
from tests.ingest.test_tables import both

BODY = "A man was hit in the arm on Quarry Road, deputies said.\n\nHe drove off."


def test_a_title_of_the_table_is_the_first_paragraph_of_a_plain_text_and_moves_what_follows(tmp_path: Path) -> None:
    file = tmp_path / "one.txt"
    file.write_text(BODY, "utf8")
    plain = ingest(file)
    told = completed(plain, About(title="Man  wounded in Harlow"))
    assert told.text == f"Man wounded in Harlow\n\n{BODY}"
    assert [told.text[b.start : b.end] for b in told.blocks] == [
        "Man wounded in Harlow",
        *(plain.text[b.start : b.end] for b in plain.blocks),
    ]
    assert told.blocks[0].kind is BlockKind.HEADING


def test_a_title_that_the_text_begins_with_already_changes_nothing() -> None:
    plain = ingest(f"MAN wounded in Harlow\n\n{BODY}")
    assert headed(plain, "Man wounded in Harlow") is plain


def test_a_page_keeps_its_own_headline_whatever_the_table_says() -> None:
    page = ingest(f"<html><body><h1>Shots in Harlow</h1><p>{BODY}</p></body></html>", media_type="text/html")
    assert completed(page, About(title="Man wounded in Harlow")).text == page.text


def test_a_column_of_titles_heads_the_texts_of_a_table() -> None:
    documents, _ = both(f'title,text\nMan wounded,"{BODY}"\n'.encode(), "rows.csv")
    assert documents[0].text == f"Man wounded\n\n{BODY}"
