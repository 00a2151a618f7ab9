"""What somebody is called in the sentence that names them: "the suspect, Ana Quill", "the victim was identified as Bo
Tarn", "Cy Olm was the gunman".

A description is a mark of its own (see `marks`), so that the patterns of `cues` do not see its noun. Here the noun says
what the person is whose name stands for the description.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.reconcile.record.cues import Hit
from sayso.reconcile.record.marks import Marked

_SUSPECT = re.compile(
    r"\b(?:suspects?|gunm[ae]n|shooters?|attackers?|robbers?|intruders?|burglars?|perpetrators?|assailants?)$",
    re.IGNORECASE,
)
_VICTIM = re.compile(r"\bvictims?$", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:dead|deceased|slain|murdered|killed)\b", re.IGNORECASE)
_SIGN = re.compile(r"⟦(\d+)⟧")
_NAMES = r"(?P<names>⟦\d+⟧(?:(?:,|;)?\s(?:and\s)?⟦\d+⟧)*)"
_BY = r"(?:by\s(?:(?!⟦)\S+\s){1,6}?)?"
_WAYS = (
    # the suspect, Ana Quill / the suspect — Ana Quill — / the suspect Ana Quill
    re.compile(rf"⟦(?P<what>\d+)⟧(?:,|:|\s[—–-]+|\s\()?\s?{_NAMES}(?!\s(?:said|says|told)\b)"),
    # another suspect in the case, Ana Quill
    re.compile(r"⟦(?P<what>\d+)⟧\s(?:in|of|for)\s(?:the|this)\s(?:(?!⟦)[\w’'-]+\s?){1,3},\s(?P<names>⟦\d+⟧)(?!\s(?:said|says|told)\b)"),
    # the suspects have been identified as Ana Quill and Bo Tarn / the gunman, identified by police as Cy Olm
    re.compile(
        rf"⟦(?P<what>\d+)⟧(?:(?!⟦|[.;]\s).){{0,60}}?\b(?:identified|named|known)\s(?:(?!⟦)[\w’'-]+\s){{0,8}}?(?:as|to\sbe)\s"
        rf"(?:(?!⟦)[\w.]+\s){{0,3}}?{_NAMES}"
    ),
    # identified the dead suspect as Ana Quill
    re.compile(rf"\b(?:identified|named|identify|identifying)\s⟦(?P<what>\d+)⟧\sas\s(?:(?!⟦)[\w.]+\s){{0,3}}?{_NAMES}"),
    # the suspect is Ana Quill
    re.compile(rf"⟦(?P<what>\d+)⟧\s(?:is|was|are|were)\s{_NAMES}"),
    # Ana Quill was the gunman / Bo Tarn, the suspect / police named Cy Olm as a suspect
    re.compile(
        rf"{_NAMES},?\s(?:(?:is|was|are|were|has\sbeen|have\sbeen)\s)?(?:(?:also|later|now|believed\sto\sbe|identified\s{_BY}as|"
        rf"named\s{_BY}as|described\sas|considered|as)\s)*⟦(?P<what>\d+)⟧(?!['’])"
    ),
)  # fmt: skip
_NOT = re.compile(r"\b(?:not|never|no\slonger)\b|n['’]t\b")


def called(marked: Marked, sentence: str) -> Iterator[Hit]:
    """Hits on named persons for the nouns of the descriptions that they stand for in `sentence`."""
    marks = marked.marks
    for pattern in _WAYS:
        for match in pattern.finditer(marked.text):
            what = marks[int(match["what"])]
            names = [int(n) for n in _SIGN.findall(match["names"])]
            if what.who is not None or any(marks[n].who is None for n in names) or _NOT.search(match.group()):
                continue
            if (what.count or 9) < len(names):
                continue
            noun = sentence[what.start : what.end]
            for kind, told in (("suspect", _SUSPECT), ("victim", _VICTIM), ("killed", _DEAD)):
                if told.search(noun):
                    for n in names:
                        yield Hit(n, f"called {kind}", 1.0, match.start(), match.end())
