# ruff: noqa: E501
"""Pages in many encodings, declared rightly, wrongly and not at all, give the characters that were meant."""

from __future__ import annotations

import pytest

from sayso.ingest import ingest

from .test_properties import hold

WESTERN = "“The café on Quarry Road was shut,” Zoë Tremayne said – “for good”. The résumé of Señor Núñez is naïve."
JAPANESE = "港の橋が金曜日に崩落した。けが人はいないと市長は述べた。原因は調査中である。橋は六時に閉鎖されていた。"
CHINESE = "星期五港口大桥倒塌。市长说没有人受伤。原因正在调查中。大桥在六点钟已经关闭。"


def page(words: str, charset: str = "") -> str:
    meta = f"<meta charset='{charset}'>" if charset else ""
    return f"<!doctype html><html><head>{meta}<title>A bridge</title></head><body><article><p>{words}</p></article></body></html>"


@pytest.mark.parametrize(
    ("words", "declared", "written"),
    [
        (WESTERN, "windows-1252", "cp1252"),
        (WESTERN, "iso-8859-1", "cp1252"),  # as browsers take it
        (WESTERN, "utf-8", "cp1252"),  # a lie
        (WESTERN, "iso-8859-1", "utf-8"),  # a lie of the other kind
        (WESTERN, "", "cp1252"),
        (WESTERN, "", "utf-8"),
        (WESTERN, "no-such-thing", "utf-8"),
        (WESTERN, "", "utf-16"),
        (WESTERN, "utf-8", "utf-16-le"),
        (WESTERN, "", "utf-16-be"),
        (JAPANESE, "shift_jis", "shift_jis"),
        (JAPANESE, "x-sjis", "shift_jis"),
        (JAPANESE, "euc-jp", "euc-jp"),
        (JAPANESE, "", "shift_jis"),
        (CHINESE, "gb2312", "gb18030"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "big5", "big5"),
    ],
)
def test_a_page(words: str, declared: str, written: str) -> None:
    words = words.replace("桥", "橋").replace("个", "個") if written == "big5" else words
    written_out = page(words, declared).encode(written, "replace")
    document = ingest(written_out)
    hold(document)
    assert words.encode(written, "replace").decode(written) in document.text


def test_text_that_was_spoilt_before_it_was_saved_stays_as_it_is_with_a_warning() -> None:
    spoilt = WESTERN.encode("utf-8").decode("cp1252", "replace")
    document = ingest(page(spoilt * 3, "utf-8").encode())
    assert spoilt.split()[0] in document.text
    assert any("spoilt" in warning for warning in document.warnings)


def test_text_in_other_languages_is_not_taken_for_spoilt() -> None:
    for words in (WESTERN, JAPANESE, CHINESE, "Ação em São Tomé: não há vítimas, disse a polícia em Guimarães."):
        assert not [warning for warning in ingest(page(words).encode()).warnings if "spoilt" in warning]


def test_a_guess_that_may_spoil_names_is_a_caution_and_that_of_windows_is_none() -> None:
    told = "Ferry owner José Ruiz said he saw a car. Witnesses said “two” men ran off."
    unusual = ingest(told.replace("“two”", "two").encode("mac_roman"), name="a.txt", media_type="text/plain")
    usual = ingest(told.encode("cp1252"), name="b.txt", media_type="text/plain")
    assert [w.endswith("[encoding]") for w in unusual.warnings] == [True]
    assert usual.warnings == ("names no encoding; read as cp1252, which is a guess",)


def test_a_text_that_was_spoilt_before_it_was_saved_is_a_caution() -> None:
    spoilt = "“Run,” Ann Ode said. “Now,” she said. “Go.”".encode().decode("cp1252", "replace")
    (warning,) = ingest(spoilt.encode(), name="a.txt", media_type="text/plain").warnings
    assert warning.startswith("its text was spoilt")
    assert warning.endswith("[encoding]")
