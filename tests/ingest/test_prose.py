"""Long texts of which nothing, or not everything, is prose."""

from __future__ import annotations

import time

import pytest

from sayso.errors import UnreadableError
from sayso.ingest import ingest
from sayso.ingest.prose import LONG, is_prose, with_prose_alone

_NAMES = "Ana Bo Cleo Dov Eve Finn Gil Hana Ivo June Kai Lena Milo Nora Otis Pia Quinn Rhea Sol Tess".split()
_PLACES = "harbor mill bridge depot market quarry station ferry orchard library tower garden".split()
_DEEDS = "closed opened left crossed saw watched passed described reached entered inspected repaired".split()


def news(count: int) -> str:
    """So many sentences, each other than the others."""
    return "\n\n".join(
        f"{_NAMES[n % 20]} Quill{chr(97 + n % 26)}{chr(97 + n // 26 % 26)} {_DEEDS[n % 12]} the {_PLACES[n // 7 % 12]} "
        f"on the {n + 3}rd day, an officer who had been near the {_PLACES[n % 12]} told reporters."
        for n in range(count)
    )


@pytest.mark.parametrize(
    "text",
    [
        "police " * 150_000,
        "police said " * 80_000,
        '"' * 20_000 + "\n",
        "“" * 60_000,
        " ".join(f'"{name}"' for name in _NAMES * 1_000),
        "(" * 50_000 + "word" + ")" * 50_000,
        "\n\n".join(["Police"] * 20_000),
        "\n".join(f"Officer {n} said." for n in range(10_000)),
        "\n".join(",".join(str(n * k) for k in range(1, 8)) for n in range(5_000)),
        ("QUJD" * 19 + "\n") * 10_000,
        "https://news.example/2025/09/a-man-was-seen-at-the-harbor-by-others\n" * 2 * 1_000 + "a story\n",
    ],
    ids="word said straight curly quoted brackets paragraphs officers figures base64 addresses".split(),
)
def test_a_long_text_without_prose_is_refused_at_once_by_name_and_with_the_way_out(text: str) -> None:
    begun = time.perf_counter()
    with pytest.raises(UnreadableError, match=r"odd\.txt holds no prose.*give the article"):
        ingest(text.encode(), name="odd.txt", media_type="text/plain")
    assert time.perf_counter() - begun < 10


def test_prose_beside_a_wall_of_marks_is_read_and_no_offset_moves() -> None:
    text = f"{news(5)}\n\n{'<>' * 40_000}\n\n{news(9)[-300:]}"
    document = ingest(text)
    assert document.text == text
    assert [text[b.start : b.end] for b in document.blocks][:1] == [news(1)]
    assert not any("<><>" in text[b.start : b.end] for b in document.blocks)
    assert document.blocks[-1].end == len(text)
    assert document.warnings == (
        f"80,000 of its {len(text):,} characters are no prose (repeated words, numbers, marks or coded data); they "
        "stay in its text, and nothing is read from them",
    )


def test_long_news_is_left_as_it_is() -> None:
    text = news(400)
    assert len(text) > LONG
    document = ingest(text)
    assert with_prose_alone(text, document.blocks) == (document.blocks, 0)
    assert document.warnings == ()


def test_a_short_text_is_read_whatever_it_is() -> None:
    assert ingest("police " * 1_000).blocks


def test_prose_of_any_script_is_prose() -> None:
    assert is_prose(news(10))
    assert is_prose("警方周一表示，一名男子在港口附近被枪击身亡，调查仍在进行。" * 10)
    assert not is_prose(" \n")
