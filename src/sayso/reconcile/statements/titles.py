"""What to call a statement on a page: where its clause alone says too little, the sentence that leads to it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.model import Claim, Proposition, Reading, Span

LONGEST = 200
"""Characters of a sentence that is shown whole."""
FEW = 3
"""Words that say too little alone."""
OPENS = frozenset(
    """when that which who whom whose because as while if where whether since although though after before until unless
    how why what and but or nor so to is are was were am has have had be been being do does did will would can could may
    might must should shall of in on at by with from for not also then yet far""".split()
)
"""First words of what is part of a sentence."""
ENDS = frozenset("a an the and or but of to in on at by with from for un that which who was is were are not".split())
"""Last words of what is cut off."""
PART = re.compile(r"^[a-z]+(?:ing|ed)\b")
"""A participle without whoever does it: "murdering two women"."""


def titled(
    propositions: Sequence[Proposition], claims: Mapping[str, Claim], readings: Sequence[Reading]
) -> tuple[Proposition, ...]:
    """The propositions, those of one claim that is a scrap with the words that lead to it. Where several claims say a
    thing, no one's sentence is all of theirs, and the words that they share stay."""
    sentences = {r.document.id: r.sentences for r in readings}
    return tuple(_titled(p, claims, sentences) for p in propositions)


def scrap(text: str) -> bool:
    """Whether words are part of a sentence that says nothing alone: "when this happened", "You know", "a woman who"."""
    words = [w.strip("“”\"'’‘.,;:!?()").casefold() for w in text.split()]
    words = [w for w in words if w]
    if len(words) < FEW:
        return True
    return words[0] in OPENS or words[-1] in ENDS or PART.match(text) is not None


def _titled(one: Proposition, claims: Mapping[str, Claim], sentences: Mapping[str, Sequence[Span]]) -> Proposition:
    ids = {*one.claims, *one.denials}
    if len(ids) != 1 or not scrap(one.text):
        return one
    claim = claims[next(iter(ids))]
    start, end = claim.spans[0].start, claim.spans[-1].end
    whole = next((s for s in sentences.get(claim.document, ()) if s.start <= start and end <= s.end), None)
    if whole is None:
        return one
    text = widened(whole.exact, start - whole.start, end - whole.start)
    return replace(one, text=text) if len(text) <= LONGEST and "\n" not in text else one


def widened(sentence: str, start: int, end: int) -> str:
    """The words of a sentence with what leads to them: "the officer was treated and has been released" for its second
    half. What ends too early, or opens the sentence and says too little, has the rest of it too."""
    words = sentence[start:end].split()
    short = len(words) < FEW and not sentence[:start].strip("“\"‘' ")
    cut = bool(words) and words[-1].strip("“”\"'’‘.,;:!?()").casefold() in ENDS
    told = sentence if short or cut else sentence[:end]
    told = told.strip().rstrip(".,;: ")
    for left, right in (("“", "”"), ("‘", "’")):
        if told.count(left) > told.count(right):
            told = told.replace(left, "", 1) if told.startswith(left) else told + right
    return told.removeprefix('"') if told.count('"') % 2 else told
