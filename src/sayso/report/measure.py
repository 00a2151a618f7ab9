"""How wide text may come out, whatever font a reader has: estimated from above, so that drawings never overlap."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from sayso.report.inert import one_line

# Widths in em of a wide sans serif (DejaVu Sans, Verdana), rounded up; a reader's own font is narrower.
_EM = {
    **dict.fromkeys("il.,:;|!'’‘ijI", 0.40),
    **dict.fromkeys(' ftr()[]{}-/\\"“”', 0.46),
    **dict.fromkeys("mM@%W", 1.02),
    **dict.fromkeys("wOQGDHNU–", 0.88),
    **dict.fromkeys("…—", 1.06),
}


@lru_cache(maxsize=4096)
def _em(char: str) -> float:
    if char in _EM:
        return _EM[char]
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(char) in ("W", "F"):
        return 1.1
    if char.isascii() or unicodedata.category(char) in ("Ll", "Lo", "Nd"):
        return 0.78 if char.isupper() else 0.68
    return 0.84 if char.isalpha() else 1.1


def width(text: str, size: float) -> float:
    """An upper estimate of the width of `text` at `size` pixels."""
    return sum(map(_em, text)) * size


def wrap(text: str, size: float, most: float, lines: int) -> tuple[str, ...]:
    """`text` in at most `lines` lines no wider than `most`; an ellipsis ends the last where words were left out."""
    # Each word comes with what joins it to the one before: a space, or nothing after a hyphen where it may break.
    words = [
        (part, "" if n else " ")
        for word in one_line(text).split(" ")
        for n, part in enumerate(_parts(word, size, most))
    ]
    done: list[str] = []
    line = ""
    while words:
        word, glue = words.pop(0)
        trial = f"{line}{glue}{word}" if line else word
        if width(trial, size) <= most:
            line = trial
            continue
        if line:
            words.insert(0, (word, glue))
        else:
            line = _fit(word, size, most)
            if line != word:
                words.insert(0, (word[len(line) :], ""))
        if len(done) == lines - 1:
            if words:
                rest, glue = words[0]
                line = _fit(f"{line}{glue}{rest}", size, most - width("…", size)).rstrip(" ,;") + "…"
            return (*done, line)
        done.append(line)
        line = ""
    return (*done, line) if line else tuple(done)


def _parts(word: str, size: float, most: float) -> list[str]:
    """A word, cut after its hyphens where it is too wide for a line."""
    if width(word, size) <= most or "-" not in word.strip("-"):
        return [word]
    return [part for part in re.split(r"(?<=-)(?=[^-])", word) if part]


def _fit(text: str, size: float, most: float) -> str:
    at = 1
    while at < len(text) and width(text[: at + 1], size) <= most:
        at += 1
    return text[:at]


def narrowest(text: str, size: float, lines: int, most: float) -> float:
    """The least width, up to `most`, at which `text` fits into `lines` lines uncut."""
    if not text:
        return 0.0
    room = max(width(word, size) for word in one_line(text).split(" "))
    while room < most and (wrap(text, size, room, lines)[-1].endswith("…") or len(wrap(text, size, room, 99)) > lines):
        room += 6
    return min(room, most)
