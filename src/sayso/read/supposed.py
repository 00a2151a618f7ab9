"""What is not asserted though its words stand there: what is doubted, what is supposed, and what it was not.

"He doesn't buy that *it was an accident*"; "if *the boy dies*"; "a phone, not *a gun*".
"""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

_ACCEPTING = frozenset({"buy", "accept", "believe", "think", "convince", "convinced", "persuade", "persuaded", "agree"})
_DOUBTING = frozenset({"doubt", "dispute", "disbelieve"})
_REFUSING = frozenset({"refuse", "decline"})
_IF = frozenset({"if", "unless"})
_NOT = frozenset({"not", "n't", "n’t", "never"})
_ABLE = frozenset({"can", "ca", "could"})
DISBELIEVING = re.compile(
    r"(?:(?<!could )(?<!can )\bnot|(?<!could)(?<!ca)n['’]t)\s(?:\w+\s)?"
    r"(?:believe|think|suspect|expect|buy|accept|agree|convinced|persuaded)\b"
    r"|(?<!not )(?<!never )(?<!no )(?<!n['’]t )\bdoubt(?:s|ed|ing)?\b"
    r"|\b(?:refus|declin)\w+\sto\s(?:believe|accept|buy)\b",
    re.IGNORECASE,
)
"""Cues by which a source says that it does not believe what follows."""
OF_FATE = frozenset({"killed", "injured", "injury", "shot", "arrest", "charges"})
"""Fields of what becomes of somebody: supposed, it has not."""
_CONTRAST = re.compile(r"(?i)(?:,|\bbut|\band|\()\s?not\s(?:an?\s|the\s|any\s|his\s|her\s)?(?:[\w-]+\s){0,2}$")


def disbelieved(head: Token) -> Token | None:
    """The word outside the clause headed by `head` by which somebody says that it is not so; None for none. "I can't
    believe he is gone" says no such thing."""
    if head.dep_ not in {"ccomp", "acl", "advcl", "xcomp"}:
        return None
    above = head.head
    lemma = above.lemma_.lower()
    denied = not _NOT.isdisjoint(c.lower_ for c in above.children) or (
        above.dep_ in {"acomp", "attr"} and not _NOT.isdisjoint(c.lower_ for c in above.head.children)
    )
    if lemma in _DOUBTING and above.pos_ == "VERB":
        return None if denied else above
    if lemma not in _ACCEPTING:
        return None
    able = not _ABLE.isdisjoint(c.lower_ for c in above.children)
    refused = above.dep_ == "xcomp" and above.head.lemma_.lower() in _REFUSING
    return above if refused or (denied and not able) else None


def supposed(token: Token) -> bool:
    """Whether a word stands in a clause that only supposes: "if the boy dies", "should he die"."""
    for at in (token, *token.ancestors):
        if at.pos_ not in {"VERB", "AUX", "ADJ"}:
            continue
        first = next((c for c in at.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        for child in at.children:
            if child.dep_ == "mark" and child.lower_ in _IF and child.i < token.i and not _asked(at):
                return True
            if child.lower_ == "should" and first is not None and child.i < first.i and child.tag_ == "MD":
                return True
        if at.dep_ in {"ROOT", "ccomp", "relcl", "parataxis"}:
            return False
    return False


def _asked(clause: Token) -> bool:
    """Whether "if" asks and supposes nothing: "asked if he was dead"."""
    return clause.dep_ == "ccomp"


def contrasted(doc: Doc, start: int) -> bool:
    """Whether the words from token `start` are what something was not: "a phone, not *a gun*"."""
    return _CONTRAST.search(doc[max(0, start - 6) : start].text_with_ws) is not None
