"""Tables of figures in a page are named, since nothing is read from their rows."""

from __future__ import annotations

from sayso.ingest import ingest
from tests.ingest.pages import P1, P2, page

FIGURES = (
    "<table><tr><th>Day</th><th>Town</th><th>Hurt</th></tr><tr><td>Sept. 3</td><td>Harlow</td><td>2</td></tr>"
    "<tr><td>Sept. 4</td><td>Tarn</td><td>1</td></tr></table>"
)
WARNING = "holds a table (Day, Town, Hurt; 2 rows) of which nothing is read: look at it yourself [table]"


def warnings(body: str) -> list[str]:
    return [one for one in ingest(page(body).encode()).warnings if "table" in one]


def test_a_table_of_figures_in_an_article_is_named() -> None:
    assert warnings(f"<article><h1>Hurt in Harlow</h1><p>{P1}</p>{FIGURES}<p>{P2}</p></article>") == [WARNING]


def test_a_page_that_is_a_table_alone_is_named_too() -> None:
    made = ingest(f"<html><head><title>Hurt</title></head><body>{FIGURES}</body></html>".encode())
    assert WARNING in made.warnings


def test_tables_that_lay_out_a_page_or_stand_beside_the_article_are_not_named() -> None:
    layout = (
        f"<table><tr><td><p>{P1}</p></td><td><p>{P2}</p></td></tr><tr><td>2 of 3</td><td><p>{P1}</p></td></tr></table>"
    )
    assert warnings(f"<article><h1>Hurt in Harlow</h1><p>{P1}</p><p>{P2}</p></article><aside>{FIGURES}</aside>") == []
    assert warnings(f"<article><h1>Hurt in Harlow</h1>{layout}</article>") == []
