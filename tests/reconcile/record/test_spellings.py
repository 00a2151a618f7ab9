"""Which spellings are one person's, and which of them is used."""

from __future__ import annotations

import pytest

from sayso.reconcile.record import spellings
from sayso.reconcile.record.spellings import best, grouped


def _groups(where: dict[str, set[int]]) -> list[set[str]]:
    return [set(group) for group in grouped(dict.fromkeys(where, 1), where)]


def test_names_that_are_alike_are_one_persons_where_no_document_has_both() -> None:
    assert _groups({"Gerrol Tarn": {0}, "Jerrol Tarn": {1}}) == [{"Gerrol Tarn", "Jerrol Tarn"}]


def test_names_that_are_alike_are_two_persons_where_one_document_has_both() -> None:
    assert len(_groups({"Gerrol Tarn": {0, 1}, "Jerrol Tarn": {1}})) == 2


def test_other_first_names_of_one_family_stay_two_persons() -> None:
    assert len(_groups({"Lena Orsk": {0}, "Marlo Orsk": {1}})) == 2


def test_a_father_and_a_son_of_one_name_are_not_joined() -> None:
    assert len(_groups({"Dorran Tarn Jr.": {0}, "Dorren Tarn Sr.": {1}})) == 2


def test_the_spelling_of_most_documents_is_used_and_of_two_that_of_the_later() -> None:
    forms = ["Gerrol Tarn", "Jerrol Tarn"]
    assert best(forms, {"Gerrol Tarn": [0, 0, 0], "Jerrol Tarn": [1, 2]}) == "Jerrol Tarn"
    assert best(forms, {"Gerrol Tarn": [0, 0, 0], "Jerrol Tarn": [1]}) == "Jerrol Tarn"


def test_the_name_in_full_is_used_before_a_part_of_it_and_no_place_is_taken_for_a_part() -> None:
    assert best(["Kettil Bram Orsk", "Bram Orsk"], {"Bram Orsk": [0, 1]}) == "Kettil Bram Orsk"
    assert best(["Bram Orsk", "Bram Orsk Oklahoma"], {"Bram Orsk": [0]}) == "Bram Orsk"


def test_a_short_first_name_gives_way_to_the_whole_one() -> None:
    assert best(["William D. Tarn", "Billy Tarn"], {"Billy Tarn": [0, 1]}) == "William D. Tarn"


def test_of_thousands_of_names_only_those_that_share_a_word_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{a.upper()}{b}en {c.upper()}{b}{a}orsk" for a in letters for b in letters for c in letters[:10]]
    compared: list[str] = []

    def compare(a: str, _: str) -> bool:
        compared.append(a)
        return False

    monkeypatch.setattr(spellings, "_one", compare)
    assert sum(map(len, grouped(dict.fromkeys(names, 1), {name: {0} for name in names}))) == len(names)
    assert len(compared) < 20 * len(names)
