"""Word patterns: a few words as a codebook has them, as an expression."""

from __future__ import annotations

import re
from collections.abc import Sequence


def pattern(words: Sequence[str]) -> re.Pattern[str]:
    """The expression for a list of word patterns: lower-case words parted by spaces, where `*` stands for any letters,
    `a|b` for either word, `…` for up to three words between. Longer patterns are tried first."""
    told = "|".join(_expression(w) for w in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{told})(?!\w)", re.IGNORECASE)


def _expression(words: str) -> str:
    parts: list[str] = []
    for word in words.split():
        if word in {"…", "..."}:
            parts.append(r"(?:[\w'’$-]+,?\s+){0,3}?")
            continue
        either = "|".join(
            re.escape(w).replace(r"\*", r"\w*").replace("'", "['’]").replace(r"\-", r"[-\s]?") for w in word.split("|")
        )
        parts.append(f"(?:{either})" + r"\s+")
    if parts and parts[-1].endswith(r"\s+"):
        parts[-1] = parts[-1].removesuffix(r"\s+")
    return "".join(parts)
