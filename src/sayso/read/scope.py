"""How far an attribution in the writer's sentence reaches, where the model stops short of it or runs over it.

The model marks words; these follow clauses. "X, and police said Y" is police's Y alone; "While the chief said X, Y" is
the chief's X alone; what closes a sentence ("X but Y, she said") has all of it; "X, according to police, and fled"
goes on behind its parenthesis; and "police say a man ran in and told a clerk that Y" has a teller inside.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import itemgetter

from spacy.tokens import Token

from sayso.read.cues import VERBS
from sayso.read.nouns import PERSONS
from sayso.read.parse import Paragraph, Parsed
from sayso.read.syntax import Proposal, Range, extent, sentence, subject

JOINED = re.compile(r",\s(?:and|but|while|though|although)\s(?:the\s)?")
"""Between a clause and whoever says the next one."""
CONCEDES = frozenset({"while", "although", "though"})
ENDS = re.compile(r"[,\s]*[.!?][”\"’']*\s*$|,\s(?:who|adding)\s")
MARKS = re.compile(r"[“”\"]|''|``|;|:")
GOES_ON = re.compile(r",\s(?:and|but)(?:\s(?:then|later|also))?\s")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def scoped(proposals: Sequence[Proposal], parsed: Parsed) -> list[Proposal]:
    """The outermost proposals, each with the clauses that its cue governs."""
    proposals = _taken_back(_hung(_tellers_inside(proposals, parsed), parsed), parsed)
    taken = sorted(((at, p) for p in proposals for at in {*p.cue, *p.source}), key=itemgetter(0))
    starts = [at for (at, _), _ in taken]
    return [_scoped(p, parsed, _Others(p, taken, starts)) for p in proposals]


@dataclass(frozen=True, slots=True)
class _Others:
    """Where the other proposals have their sources and cues."""

    own: Proposal
    taken: Sequence[tuple[Range, Proposal]]
    starts: Sequence[int]

    def between(self, start: int, end: int) -> Iterator[Proposal]:
        """Those with a source or cue that begins in the stretch."""
        for k in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            if self.taken[k][1] is not self.own:
                yield self.taken[k][1]


def _tellers_inside(proposals: Sequence[Proposal], parsed: Parsed) -> list[Proposal]:
    """Without those that the model gives to a sentence's first speaker, and the parse to somebody inside what is said:
    the first goes on over them, and the rules find them in it."""
    by_source: dict[tuple[Range, ...], list[Proposal]] = {}
    for p in proposals:
        if len(p.source) == len(p.cue) == 1 and p.content and not p.quoted:
            by_source.setdefault(p.source, []).append(p)
    over: dict[Proposal, Proposal] = {}
    for same in by_source.values():
        told = sorted(same, key=lambda p: p.cue)
        for one, other in pairwise(told):
            if one.content[-1][1] <= other.cue[0][0] < other.content[0][0] and _inside(one, other, parsed):
                over[one] = other
    gone = set(over.values())
    return [_over(p, over[p]) if p in over else p for p in proposals if p not in gone]


def _inside(one: Proposal, other: Proposal, parsed: Parsed) -> bool:
    """Whether the second's verb stands, by the parse, in the clause that the first's verb governs."""
    paragraph = parsed.paragraph_at(one.cue[0][0])
    if paragraph is None or other.content[-1][1] > paragraph.end:
        return False
    verbs = [next((t for t in paragraph.tokens(*p.cue[0]) if t.lemma_.lower() in VERBS), None) for p in (one, other)]
    first, second = verbs
    if first is None or second is None or second.tag_ not in FINITE:
        return False  # "says that he ran, adding that …" goes on with the first
    above = next((t for t in second.ancestors if t.dep_ == "ccomp"), None)
    speaks = subject(second)
    if speaks is None or not (speaks.pos_ in ("PROPN", "PRON") or speaks.lemma_.lower() in PERSONS):
        return False  # "says that the country will leave and suggests that …": a country is no teller
    return above is not None and first in list(above.ancestors) and speaks.i > first.i


def _hung(proposals: Sequence[Proposal], parsed: Parsed) -> list[Proposal]:
    """ "Orr said it is unclear whether the boy, *who told police he fell*, was pushed": what the boy told ends with his
    clause, and all of it is Orr's to tell."""
    found = list(proposals)
    ends = {p.content[-1][1]: k for k, p in enumerate(found) if p.content and p.cue and not p.quoted}
    for k, p in enumerate(found):
        if p.quoted or len(p.source) != 1 or len(p.cue) != 1 or not p.content or p.content[0][0] < p.cue[0][1]:
            continue
        clause = _relative(p, parsed)
        if clause is None:
            continue
        paragraph, verb = clause
        end = paragraph.at(extent(verb)[-1])[1]
        text = parsed.document.text
        if p.content[-1][1] > end > p.content[-1][0] and text[end : end + 1] == ",":
            p = found[k] = replace(p, content=(*p.content[:-1], (p.content[-1][0], end)))
        n = next((ends[at] for at in range(p.source[0][0] - 2, p.source[0][0] + 1) if at in ends), k)
        outer = found[n]
        if n == k or outer.cue[-1][0] > p.source[0][0] or outer.cue[-1][1] > outer.content[-1][0]:
            continue
        above = {t.i for t in verb.ancestors}
        says = next((t for t in paragraph.tokens(*outer.cue[-1]) if t.i in above), None)
        if says is None:
            continue
        told = [extent(c) for c in says.children if c.dep_ == "ccomp"]
        last = next((words[-1] for words in told if verb in words), None)
        if last is None:
            continue  # "endorses Orr, who says …"
        over = max(p.content[-1][1], 0 if last.is_punct else paragraph.at(last)[1])
        found[n] = replace(outer, content=(*outer.content[:-1], (outer.content[-1][0], over)))
    return found


def _relative(proposal: Proposal, parsed: Parsed) -> tuple[Paragraph, Token] | None:
    """The paragraph and the verb of ", who told …", where "who" is the source and its own clause says so."""
    paragraph = parsed.paragraph_at(proposal.source[0][0])
    if paragraph is None or parsed.document.text[slice(*proposal.source[0])].lower() != "who":
        return None
    who = paragraph.tokens(*proposal.source[0])[0]
    verb = who.head
    return (paragraph, verb) if verb.dep_ == "relcl" and verb.lemma_.lower() in VERBS and who.i < verb.i else None


def _over(one: Proposal, other: Proposal) -> Proposal:
    return replace(one, content=((one.content[0][0], other.content[-1][1]),))


def _scoped(proposal: Proposal, parsed: Parsed, others: _Others) -> Proposal:
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
    content = _to_verb(proposal, words, bounds, paragraph, others, text)
    content = _of_second_clause(replace(proposal, content=content), text)
    content = _of_concession(content, words, paragraph)
    content = _of_all(replace(proposal, content=content), own, bounds, paragraph, others, text)
    content = (*content, *_behind(replace(proposal, content=content), bounds, paragraph, others, text))
    return replace(proposal, content=content) if content != proposal.content else proposal


def _taken_back(proposals: Sequence[Proposal], parsed: Parsed) -> list[Proposal]:
    """Without the beginning of a sentence that another closes: "He fell, according to Orr. He got up and left, said
    Pell" is Pell's from "He got up" on, and Orr's only up to there."""
    found = list(proposals)
    pieces = sorted((a, k) for k, p in enumerate(found) if len(p.content) > 1 and not p.quoted for a, _ in p.content)
    for p in proposals:
        if p.quoted or len(p.cue) != 1 or len(p.source) != 1 or not p.content:
            continue
        paragraph = parsed.paragraph_at(p.cue[0][0])
        words = paragraph.tokens(*p.cue[0]) if paragraph is not None else ()
        first = min(p.source[0][0], p.cue[0][0])
        if paragraph is None or not words or p.content[-1][1] > first:
            continue
        start = paragraph.at(sentence(words[0])[0])[0]
        for at, k in pieces[bisect_left(pieces, (start, -1)) : bisect_left(pieces, (first, -1))]:
            other = found[k]
            if max(b for _, b in (*other.cue, *other.source)) > start or other.content[0][0] >= start:
                continue
            found[k] = replace(other, content=tuple(c for c in other.content if c[0] != at))
    return found


def _to_verb(
    proposal: Proposal,
    words: Sequence[Token],
    bounds: Range,
    paragraph: Paragraph,
    others: _Others,
    text: str,
) -> tuple[Range, ...]:
    """With the verb of what is said, where it stands behind the content's end: "said a month before he was made
    harbor master, *a curfew was set*"."""
    content = proposal.content
    end = content[-1][1]
    if len(content) > 1 or content[0][0] < proposal.cue[0][1] or text[end : end + 1] != ",":
        return content
    verb = next((t for t in words if t.lemma_.lower() in VERBS), None)
    said = next((c for c in verb.children if c.dep_ == "ccomp"), None) if verb is not None else None
    if said is None or said.lemma_.lower() in VERBS or paragraph.at(said)[0] < end:
        return content
    if not any(c.dep_ in ("nsubj", "nsubjpass") for c in said.children):
        return content
    told = [t for t in extent(said) if t.i >= said.i]
    while told and (told[-1].is_punct or told[-1].dep_ == "cc"):
        told.pop()
    last = paragraph.at(told[-1])[1] if told else end
    if last > bounds[1] or MARKS.search(text, end, last) or any(others.between(end, last)):
        return content
    return ((content[0][0], last),)


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
    others: _Others,
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
    apart = any(not _tells(p, end) for p in others.between(bounds[0], end))
    return content if apart else ((bounds[0], end),)


def _tells(proposal: Proposal, end: int) -> bool:
    """Whether somebody's words run up to whoever closes the sentence, and so are told by them: "he said he ran, Orr
    said"."""
    return proposal.cue[-1][1] <= proposal.content[-1][0] and proposal.content[-1][1] == end


def _gaps(content: Sequence[Range], start: int, end: int) -> Iterator[Range]:
    """The stretches of a sentence that its content leaves out."""
    at = start
    for a, b in content:
        if a > at:
            yield at, a
        at = max(at, b)
    if end > at:
        yield at, end


def _behind(proposal: Proposal, bounds: Range, paragraph: Paragraph, others: _Others, text: str) -> tuple[Range, ...]:
    """What goes on about the same subject behind a parenthesis: "A fight broke out, according to Orr, and spread"."""
    last = max(proposal.source[0][1], proposal.cue[0][1])
    if proposal.content[-1][1] > min(proposal.source[0][0], proposal.cue[0][0]):
        return ()
    joint = GOES_ON.match(text, last, bounds[1])
    words = list(paragraph.tokens(joint.end(), bounds[1])) if joint else []
    if joint is None or not words or words[0].tag_ not in FINITE | {"VBN"} or MARKS.search(text, last, bounds[1]):
        return ()
    if any(others.between(last, bounds[1])):
        return ()
    while words and words[-1].is_punct:
        words.pop()
    return ((joint.end(), paragraph.at(words[-1])[1]),)
