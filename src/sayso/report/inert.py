"""Text from documents, made harmless to show: what cannot be seen, or steers what shows it, becomes visible."""

from __future__ import annotations

import re
import unicodedata

_BIDI = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and newline
    "\u00ad\u115f\u1160\u180e\u200b\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_STEERS = re.compile(f"[{''.join(_BIDI)}]")
_SCHEMES = ("http://", "https://")


def _visible(found: re.Match[str]) -> str:
    char = found[0]
    code = ord(char)
    if char in _BIDI:
        return f"⟨{_BIDI[char]}⟩"
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"⟨U+{code:04X}⟩"


def inert(text: str) -> str:
    """`text` with every control character, bidirectional override, unseen character and lone surrogate made visible.

    Tabs and newlines stay, and so do the joiners and direction marks that scripts such as Persian or Hebrew need:
    alone they can neither hide nor reorder what stands around them. The result can be encoded in UTF-8.
    """
    return _UNSEEN.sub(_visible, text)


def unsteered(text: str) -> str:
    """`text` without bidirectional embeddings, overrides and isolates, which would reorder what stands around it.

    For tables, whose cells are data: nothing is put in their place. Direction marks and joiners stay, as in `inert`.
    """
    return _STEERS.sub("", text)


def one_line(text: str) -> str:
    """`inert` text with its white space folded to single spaces."""
    return " ".join(inert(text).split())


def shorten(text: str, most: int) -> str:
    """`text` on one line and in at most `most` characters, cut at a word where that loses little, with an ellipsis."""
    whole = one_line(text)
    if len(whole) <= most:
        return whole
    cut = whole[: most - 1]
    at = cut.rfind(" ")
    if at > most * 0.6:
        cut = cut[:at]
    while cut and unicodedata.combining(whole[len(cut)]):
        cut = cut[:-1]
    return cut.rstrip(" ,;:") + "…"


def web_address(url: str | None) -> str | None:
    """`url` where it is plainly an http or https address that can be linked to, else None."""
    if url is None or not url.lower().startswith(_SCHEMES) or inert(url) != url or re.search(r"[\s\"'<>`\\]", url):
        return None
    return url
