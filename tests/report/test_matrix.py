"""Claims and voices as a matrix."""

from __future__ import annotations

from sayso.model import Dossier
from sayso.report.index import Index
from sayso.report.matrix import ROWS, VOICES, Matrix, matrix
from sayso.report.view import rows
from tests.report.builders import empty, large
from tests.report.ferry import ferry


def of(dossier: Dossier) -> Matrix | None:
    index = Index(dossier)
    return matrix(rows(index), index)


def test_a_cell_says_who_says_it_and_on_whose_word() -> None:
    made = of(ferry())
    assert made is not None
    cells = [c for _, lines in made.topics for line in lines for c in line.cells if c]
    assert {"✕B", "A", "–", "?"} <= {c.sign for c in cells}
    words = {c.words for c in cells}
    assert "Okonkwo-Brandt says it, on the word of PEP and Department of Harbours" in words
    assert "Haddad-Öztürk denies it, on their own word" in words
    assert any(w.endswith("says it and states no basis") for w in words)


def test_columns_of_one_origin_stand_together() -> None:
    made = of(ferry())
    assert made is not None
    letters = [c.word.letter for c in made.columns]
    assert [w.letter for w, n in made.groups for _ in range(n)] == letters
    assert letters == sorted(letters, key=lambda x: (x in "?–", x == "–", x))


def test_voices_without_a_column_are_counted_row_by_row() -> None:
    made = of(large(300, 60))
    assert made is not None
    assert (len(made.columns), made.voices) == (VOICES, 60 - VOICES)
    lines = [line for _, held in made.topics for line in held]
    assert all(sum(c is not None for c in line.cells) + line.others == 1 for line in lines)


def test_a_long_matrix_says_how_many_rows_it_leaves_out() -> None:
    made = of(large(ROWS + 100, 20))
    assert made is not None
    assert (sum(len(lines) for _, lines in made.topics), made.rows) == (ROWS, 100)


def test_a_dossier_of_one_voice_has_no_matrix() -> None:
    assert of(empty()) is None
    assert of(large(20, 1)) is None
