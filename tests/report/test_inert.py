"""Text of documents can do nothing where it is shown."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.report.inert import inert, one_line, shorten, web_address

ANY = st.text(st.characters(categories=None, codec=None), max_size=200)  # lone surrogates too


@given(ANY)
@settings(deadline=None)
def test_no_control_or_override_survives(text: str) -> None:
    left = {c for c in inert(text) if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"}
    assert not left
    assert not set(inert(text)) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff\u2028")


@given(ANY)
@settings(deadline=None)
def test_what_is_inert_can_be_encoded_and_stays_as_it_is(text: str) -> None:
    once = inert(text)
    once.encode("utf-8")
    assert inert(once) == once


def test_words_in_any_script_are_left_alone() -> None:
    for words in ("naïve “quoted” text\n\twith tabs", "می‌خواهم", "שלום", "👩‍🚒 हिन्दी"):
        assert inert(words) == words


def test_what_cannot_be_seen_is_named() -> None:
    assert inert("\x1b[31m\u202eabc\x00\x9b") == "␛[31m⟨RLO⟩abc␀⟨U+009B⟩"


@given(ANY, st.integers(2, 60))
@settings(deadline=None)
def test_shortening_keeps_to_its_length(text: str, most: int) -> None:
    told = shorten(text, most)
    assert len(told) <= most
    assert told == one_line(text) or told.endswith("…")


def test_only_plain_web_addresses_become_links() -> None:
    assert web_address("https://example.invalid/a?b=1") == "https://example.invalid/a?b=1"
    for url in (
        None,
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        " https://x.invalid",
        'https://x.invalid/"onclick=',
        "https://x.invalid/\u202e",
        "http:javascript:alert(1)",
        "//x.invalid",
        "file:///etc/passwd",
    ):
        assert web_address(url) is None, url
