"""How far an attribution in the writer's sentence reaches, where the model stops short of it or runs over it.

The model marks words; these follow clauses. "X, and police said Y" is police's Y alone; "While the chief said X, Y" is
the chief's X alone; what closes a sentence ("X but Y, she said") has all of it; and "X, according to police, and fled"
goes on behind its parenthesis.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.cues import VERBS
from sayso.read.parse import Paragraph, Parsed
from sayso.read.syntax import Proposal, Range, extent, sentence

JOINED = re.compile(r",\s(?:and|but|while|though|although)\s(?:the\s)?")
"""Between a clause and whoever says the next one."""
CONCEDES = frozenset({"while", "although", "though"})
ENDS = re.compile(r"[,\s]*[.!?][”\"’']*\s*$")
MARKS = re.compile(r"[“”\"]|''|``|;|:")
GOES_ON = re.compile(r",\s(?:and|but)(?:\s(?:then|later|also))?\s")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def scoped(proposals: Sequence[Proposal], parsed: Parsed) -> list[Proposal]:
    """The outermost proposals, each with the clauses that its cue governs."""
    taken = sorted({c for p in proposals for c in p.cue} | {s for p in proposals for s in p.source})
    return [_scoped(p, parsed, taken) for p in proposals]


def _scoped(proposal: Proposal, parsed: Parsed, taken: Sequence[Range]) -> Proposal:
    if proposal.quoted or len(proposal.cue) != 1 or len(proposal.source) != 1 or not proposal.content:
        return proposal
    paragraph = parsed.paragraph_at(proposal.cue[0][0])
    words = list(paragraph.tokens(*proposal.cue[0])) if paragraph is not None else []
    if paragraph is None or not words:
        return proposal
    own = sentence(words[0])
    bounds = (paragraph.at(own[0])[0], paragraph.at(own[-1])[1])
    if not all(bounds[0] <= a and b <= bounds[1] for a, b in (*proposal.content, *proposal.source)):
        return proposal
    text = parsed.document.text
    content = _of_second_clause(proposal, text)
    content = _of_concession(content, words, paragraph)
    content = _of_all(replace(proposal, content=content), own, bounds, paragraph, taken, text)
    content = (*content, *_behind(replace(proposal, content=content), bounds, paragraph, taken, text))
    return replace(proposal, content=content) if content != proposal.content else proposal


def _of_second_clause(proposal: Proposal, text: str) -> tuple[Range, ...]:
    """Without "nobody was hurt" of "nobody was hurt, and police said a gun was found"."""
    source, cue = proposal.source[0], proposal.cue[0]
    left = [c for c in proposal.content if c[1] <= source[0]]
    right = tuple(c for c in proposal.content if c[0] >= cue[1])
    if source[1] > cue[0] or not left or not right or not JOINED.fullmatch(text, left[-1][1], source[0]):
        return proposal.content
    return right


def _of_concession(content: tuple[Range, ...], words: Sequence[Token], paragraph: Paragraph) -> tuple[Range, ...]:
    """Without "the motive is unclear" of "While the chief said it was domestic, the motive is unclear"."""
    verb = next((t for t in words if t.lemma_.lower() in VERBS and t.dep_ == "advcl"), None)
    if verb is None or verb.head.i < verb.i or not any(c.lower_ in CONCEDES for c in verb.children):
        return content
    inside = {t.i for t in extent(verb)}
    comma = next((t for t in paragraph.doc[verb.i + 1 : verb.head.i] if t.text == "," and not _within(t, inside)), None)
    if comma is None:
        return content
    end = paragraph.at(comma)[0]
    cut = tuple((a, min(b, end)) for a, b in content if a < end)
    return cut or content


def _within(token: Token, inside: set[int]) -> bool:
    """Whether a comma stands inside a clause: the words on both sides are its own."""
    return token.i + 1 in inside


def _of_all(
    proposal: Proposal,
    own: Sequence[Token],
    bounds: Range,
    paragraph: Paragraph,
    taken: Sequence[Range],
    text: str,
) -> tuple[Range, ...]:
    """The whole sentence before a source and cue that close it, where its clauses are nobody else's."""
    content = proposal.content
    first = min(proposal.source[0][0], proposal.cue[0][0])
    last = max(proposal.source[0][1], proposal.cue[0][1])
    if content[-1][1] > first or not ENDS.match(text, last, bounds[1]):
        return content
    if text[bounds[0] : bounds[0] + 1].islower() or MARKS.search(text, bounds[0], first):
        return content
    end = len(text[:first].rstrip().rstrip(","))
    gaps = [*_gaps(content, bounds[0], end)]
    told = [t for t in own if any(a <= paragraph.at(t)[0] < b for a, b in gaps)]
    if not any(t.tag_ in FINITE for t in told):
        return content
    others = any(x < end and bounds[0] < y and (x, y) not in (*proposal.cue, *proposal.source) for x, y in taken)
    return content if others else ((bounds[0], end),)


def _gaps(content: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """The stretches of a sentence that its content leaves out."""
    at = start
    for a, b in content:
        if a > at:
            yield at, a
        at = max(at, b)
    if end > at:
        yield at, end


def _behind(
    proposal: Proposal, bounds: Range, paragraph: Paragraph, taken: Sequence[Range], text: str
) -> tuple[Range, ...]:
    """What goes on about the same subject behind a parenthesis: "A fight broke out, according to Orr, and spread"."""
    last = max(proposal.source[0][1], proposal.cue[0][1])
    if proposal.content[-1][1] > min(proposal.source[0][0], proposal.cue[0][0]):
        return ()
    joint = GOES_ON.match(text, last, bounds[1])
    words = list(paragraph.tokens(joint.end(), bounds[1])) if joint else []
    if joint is None or not words or words[0].tag_ not in FINITE | {"VBN"} or MARKS.search(text, last, bounds[1]):
        return ()
    if any(last < x < bounds[1] for x, _ in taken):
        return ()
    while words and words[-1].is_punct:
        words.pop()
    return ((joint.end(), paragraph.at(words[-1])[1]),)
