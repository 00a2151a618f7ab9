"""Whether somebody named in a sentence is there but the one who is quoted, so that what follows is told of others."""

from __future__ import annotations

import re

_SAID = r"(?:said|says|added|explained|noted|recalled|confirmed|announced|stated|told\s\w+)"
_SPEAKS_BEFORE = re.compile(rf"(?:[,”\"’]\s{_SAID}|\b[Aa]ccording\sto|\btold\sby)\s(?:[\w’'.&⟦⟧-]+\s){{0,6}}$")
_SPEAKS_AFTER = re.compile(rf"^(?:,[^.,\n]{{0,70}},)?\s{_SAID}\b(?!\s(?:that\s)?(?:he|she)\b)")
_OWN_CLAUSE = re.compile(r"^(?:,[^.;\n]{0,60})?,?\swho\b")


def speaks(before: str, after: str) -> bool:
    """Whether somebody named between the two texts is but quoted there, of others: "X, said Lt. Quill, was released",
    "Quill said the boy died", not "Quill said he was shot" or "said Quill, who was shot". What follows is not told of them."""
    if _OWN_CLAUSE.match(after):
        return False
    return bool(_SPEAKS_BEFORE.search(before) or _SPEAKS_AFTER.match(after))
