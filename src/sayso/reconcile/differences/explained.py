"""Comparisons in plain sentences, with the words of both sides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from sayso.model import Relation
from sayso.reconcile.differences.fits import overtakes
from sayso.reconcile.differences.said import Said, at_another_time, undated
from sayso.reconcile.differences.spelled import spelling
from sayso.reconcile.statements.matters import NO, denies, matter
from sayso.reconcile.statements.topics import COUNTS, EXCLUSIVE

SHORT = 140
"""Characters of a claim that is shown whole where single words say too little; of a longer one those are shown."""
IN_WORDS = frozenset({"injury", "motive", "charges"})
"""Fields whose value alone does not tell of whom or what it is."""
LONGEST = 90
"""Characters of a claim that an explanation shows."""


NEXT = re.compile(
    r"(?i)[,;]?\s(?:and|but|or|so)(?:\s(?:the\s)?(?:police|officers?|deputies|authorities|detectives|investigators|"
    r"officials|prosecutors|he|she|it|they|we|that|who|which|whether|when|a|an|the))?[,;]?$"
)


OPENS = re.compile(
    r"(?i)^(?:whether|if|who|which|that|what|why|how|because|as|yet|to|when|where|after|before|while|is|are|was|were|has|"
    r"instead|then|and|but|have|had|been|being|also|not|did|does)\b"
)
"""How words open that are part of a sentence, and may need the rest of it to be understood."""
TRAILS = re.compile(
    r"(?i)(?:\b(?:and|but|or|nor|with|in|on|at|of|from|by|the|an?|to|for|after|before|as|his|her|their|its|that|who|yet)|[,;:])$"
)
"""How words end that were cut off."""


def edited(a: Said, b: Said) -> bool:
    """Whether two versions of one article give one account otherwise."""
    versions = a.version is not None and b.version is not None and a.version[0] == b.version[0]
    return versions and a.version != b.version and a.component == b.component


def shown(said: Said) -> str:
    """The claim's words where they are few, else those that say that something is unknown."""
    claim = said.claim.spans[0].exact
    told = next((t for t in (whole(said, claim), claim) if len(t) <= LONGEST), None)
    return clipped(told) if told else said.value.span.exact


def whole(said: Said, words: str) -> str:
    """The words of a claim, or where those are a piece of a sentence, the sentence, if it is short; of a longer
    one "…" tells that it goes on."""
    told = " ".join(said.sentence.split())
    broken = TRAILS.search(words) or (OPENS.match(words) and not told.startswith(words))
    fits = words in told and len(told) <= SHORT and told.count("“") == told.count("”")
    if broken and fits:
        return told.rstrip(".")
    return f"{words} …" if TRAILS.search(words) and not NEXT.search(words) else words


def clipped(words: str) -> str:
    """Words without the subject of a next clause that was cut off: "there is no suspect information and police"."""
    return NEXT.sub("", words)


def explain(told: Sequence[Said], relation: Relation, pairs: Sequence[tuple[Said, Said, Relation]]) -> str:
    """What a comparison says, in a sentence. `pairs` are those that do not agree, the one that is shown first."""
    values = list(dict.fromkeys(_words(s) for s in told))
    if relation is Relation.AGREE:
        return f"All accounts say {values[0]}." if len(values) == 1 else f"The accounts agree: {_list(values)}."
    if relation is Relation.REFINES:
        return f"The accounts can all be: {_list(values)}."
    a, b = next((a, b) for a, b, how in pairs if how is relation)
    one, two = both(a, b)
    if relation is not Relation.CHANGED and spelling(a.value, b.value):
        return f"It is spelled in two ways: {one} and {two}."
    if relation is Relation.CONTRADICTS:
        return f"Independent origins differ: {one} and {two}."
    if relation is Relation.CHANGED:
        first, last = _in_turn(a, b)
        if edited(first, last) and not last.note:
            return f"A later version of the article says otherwise: first {quoted(first)}, then {quoted(last)}."
        what = "corrected" if last.note else "changed"
        dates = f" ({_when(first, last)})" if at_another_time(first, last) else ""
        before, after = both(first, last)
        return f"The account {what}: first {before}, then {after}{dates}."
    if a.component is not None and a.component == b.component:
        return f"One origin gives accounts that differ, on the same day or without a date: {one} and {two}."
    if a.component is None and b.component is None:
        return f"Accounts that nobody is credited with differ: {one} and {two}."
    if a.component is not None and b.component is not None:
        return f"Origins that may belong together differ: {one} and {two}."
    return f"The accounts differ, and one of them is nobody’s in particular: {one} and {two}."


def both(a: Said, b: Said) -> tuple[str, str]:
    """The words of two accounts; of two in one sentence those of each alone."""
    one, two = quoted(a), quoted(b)
    return (one, two) if one != two else (f"“{clipped(a.value.span.exact)}”", f"“{clipped(b.value.span.exact)}”")


def quoted(said: Said) -> str:
    """The words that show what is said: of a matter, a count or a condition those of the claim, where they are few."""
    if matter(said.value.field) is not None or said.value.field in COUNTS | set(EXCLUSIVE) | IN_WORDS:
        told = _around(said)
        of_matter = matter(said.value.field) is not None
        denied = said.negated and ((of_matter and denies(said.value)) or not NO.search(told))
        return f"{'not ' if denied else ''}“{told}”"
    return _words(said)


def _around(said: Said) -> str:
    """The words of the claim in which the value stands, of long ones those around it."""
    value = said.value.span
    span = next((s for s in said.claim.spans if s.start <= value.start and value.end <= s.end), value)
    told = " ".join(said.sentence.split())
    if span is value and value.exact in told and len(told) <= SHORT:
        return told.rstrip(".")  # words beside the claim, as of whom police "don't know yet who fired"
    if len(span.exact) <= SHORT:
        return clipped(whole(said, span.exact))
    at, end = value.start - span.start, value.end - span.start
    room = max(SHORT - (end - at), 0) // 2
    low = span.exact.rfind(" ", 0, max(at - room, 0)) + 1 if at > room else 0
    high = span.exact.find(" ", min(end + room, len(span.exact)))
    high = len(span.exact) if high < 0 else high
    return f"{'… ' if low else ''}{span.exact[low:high]}{' …' if high < len(span.exact) else ''}"


def _words(said: Said) -> str:
    """The value's own words."""
    words = said.value.span.exact
    told = clipped(whole(said, words)) if said.value.field == "claim" else words
    return f"{'not ' if said.negated else ''}“{told}”"


def _in_turn(a: Said, b: Said) -> tuple[Said, Said]:
    """Two accounts of one thing, the earlier first: where no days tell, what is overtaken by the other."""
    if undated(a, b) and a.note == b.note:
        back = overtakes(b.value, a.value) and not overtakes(a.value, b.value)
        return (b, a) if back or (b.negated and not a.negated) else (a, b)
    return (a, b) if (a.note, *a.when) <= (b.note, *b.when) else (b, a)


def _when(first: Said, last: Said) -> str:
    """The days on which two things were said, with the times where entries of a live blog tell them."""
    one, two = (f" {said.moment:%H:%M}" if said.moment else "" for said in (first, last))
    return f"{day(first.day)}{one}, {day(last.day) if first.day != last.day or not two else ''}{two}".replace("  ", " ")


def day(moment: date | None) -> str:
    """A day as a page shows it."""
    return moment.isoformat()[:10] if moment else "no date"


def _list(values: Sequence[str]) -> str:
    shown = values[:6]
    return ", ".join(shown[:-1]) + f" and {shown[-1]}" if len(shown) > 1 else "".join(shown)
