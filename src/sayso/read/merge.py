"""What the model proposes and what the rules propose, made one.

The model decides about the writer's own sentences. The rules keep what is structure: a quotation is never cut or lost,
a statement carries over to the bare quotations below it, posts, block quotes and transcripts are their author's, and
what stands inside a content is nested in it (the model was trained on outermost attributions alone).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from sayso.model import Quotation
from sayso.read.cited import SAYERS
from sayso.read.cues import ACTS, VERBS
from sayso.read.indirect import QUOTES, TELLS, WITHHOLD
from sayso.read.parse import Parsed
from sayso.read.positions import without_answer
from sayso.read.syntax import LONGEST, Proposal, Range
from sayso.read.tagger import Candidate
from sayso.read.tellers import is_label, teller

STRUCTURE = frozenset({"introduced", "carried", "transcript", "post", "block quote"})
WHOLE = frozenset({"transcript", "post", "block quote"})
KEPT = frozenset({"refusal", "by reference", "figure", "statement", "told by"})
"""Rules of the writer's sentence that stay where the model sees nothing: they are right more often than not there."""
CONSTRUCTIONS = frozenset({"refusal", "by reference", "answer", "noun", "passive", "told by", "infinitive"})
UNKNOWN = re.compile(r"\b(?:not|no|never|unclear|unknown|unsure|uncertain)\b|n['’]t\b", re.IGNORECASE)
ANONYMOUS = re.compile(
    r"(?:not to be (?:named|identified|quoted)|(?:to remain )?anonym|to be (?:named|identified|quoted) (?:only|by))",
    re.I,
)
ASIDES = frozenset({"answer", "citing"})
CLAUSE_TOKENS = 25
"""How far a clause is followed behind an abbreviation."""
CLOCK = re.compile(r"(?i)\b(?:\d{1,2}(?::\d\d)?\s?[ap]\.?m\b|\d{1,2}:\d\d|noon\b|midnight\b)")
HYPHENED = re.compile(r"\w-\w")
AT = re.compile(r"\bat\b", re.IGNORECASE)
UNSEEN = 0.5
"""The confidence of what only a rule sees, relative to the rule's own."""


def combine(
    parsed: Parsed, quotations: Sequence[Quotation], rules: Sequence[Proposal], candidates: Sequence[Candidate]
) -> list[Proposal]:
    """The outermost attributions of both. `rules` are the rules' outermost."""
    marks = sorted((s.start, s.end) for q in quotations if q.depth == 0 for s in q.spans)
    model = [
        _own_sentence(_whole(_proposal(c, parsed), marks), parsed, marks)
        for c in candidates
        if not _no_attribution(c, parsed)
    ]
    model = [told for m in model if not is_label(told := teller(m, parsed), parsed)]
    index = _Index(model)
    gone: set[int] = set()
    kept: list[Proposal] = []
    for rule in rules:
        near = index.near(rule)
        hits = [k for k in near if _overlap(rule.content, model[k].content) > 0.3 * _least(rule, model[k])]
        if rule.rule in WHOLE:  # what the model sees inside them is at most nested
            gone.update(k for k in hits if _overlap(rule.content, model[k].content) > 0.9 * _length(model[k].content))
            kept.append(rule)
            continue
        if rule.quoted:
            weak = [k for k in hits if not model[k].source or _far(model[k], parsed)]
            if not hits or (rule.rule in STRUCTURE and rule.source and len(weak) == len(hits)):
                gone.update(hits)
                seen = bool(hits) or rule.rule in STRUCTURE  # the model does not look over a paragraph's end
                kept.append(rule if seen else replace(rule, confidence=rule.confidence * UNSEEN))
            elif len(hits) == 1:
                model[hits[0]] = _agreed(model[hits[0]], rule)
            continue
        same = [k for k in near if _overlap(rule.cue, model[k].cue)]
        if rule.rule == "parenthetical":  # the model's windows of words do not see that the whole sentence is said
            gone.update(same)
            gone.update(k for k in near if model[k].source == rule.source)
            kept.append(replace(rule, confidence=max([model[k].confidence for k in same], default=rule.confidence)))
            continue
        if rule.rule in ("identified", "accorded"):
            gone.update(same)
            kept.append(rule)
            continue
        if rule.rule in ASIDES and not same:
            for k in hits:
                model[k] = without_answer(model[k], rule, parsed.document.text)
            kept.append(rule)
        elif len(same) == 1:
            model[same[0]] = _understood(model[same[0]], rule)
        elif not same and (
            (rule.rule in KEPT and not hits)
            or (_says(rule, parsed) and not hits)
            or (_told(rule) and _around(rule, [model[k] for k in hits]))
        ):
            kept.append(replace(rule, confidence=rule.confidence * UNSEEN))
    return [*(m for k, m in enumerate(model) if k not in gone), *kept]


def _told(rule: Proposal) -> bool:
    """ "A cook told us …": a teller, a hearer and a clause. The model learned from papers, which seldom write so."""
    return rule.rule == "clause" and rule.lemma in TELLS and bool(rule.source and rule.recipient)


def _says(rule: Proposal, parsed: Parsed) -> bool:
    """ "Corby police say a clause": the plainest of all, which the model passes over now and then."""
    if rule.rule != "clause" or rule.lemma != "say" or len(rule.source) != 1 or not rule.content:
        return False
    paragraph = parsed.paragraph_at(rule.cue[0][0])
    if paragraph is None or any(t.dep_ in ("aux", "neg") for t in paragraph.tokens(*rule.cue[0])):
        return False
    told = rule.content[0][0] >= rule.cue[0][1] or rule.content[-1][1] <= rule.source[0][0]
    words = paragraph.tokens(*rule.source[0])
    return told and any(t.pos_ == "PROPN" or not SAYERS.isdisjoint((t.lower_, t.lemma_.lower())) for t in words)


def _around(rule: Proposal, found: Sequence[Proposal]) -> bool:
    """Whether a rule's content holds all of these, which then stand inside what is told."""
    return all(_overlap(rule.content, m.content) >= _length(m.content) for m in found)


def _agreed(model: Proposal, rule: Proposal) -> Proposal:
    """The model's reading of a quotation, with the whole quotation, and with what the rules know of its structure."""
    content = _union(model.content, rule.content, model.cue, model.source)
    surer = max(model.confidence, rule.confidence * 0.9)
    if rule.rule in STRUCTURE and _overlap(model.source, rule.source):
        return replace(rule, content=content, confidence=surer)
    return replace(model, content=content, quoted=True, confidence=model.confidence, recipient=rule.recipient)


def _understood(model: Proposal, rule: Proposal) -> Proposal:
    """The model's reading of a sentence, with what the rule knows of its construction."""
    name = rule.rule if rule.rule in CONSTRUCTIONS else model.rule
    return replace(model, lemma=rule.lemma, rule=name, recipient=model.recipient or rule.recipient)


def _far(model: Proposal, parsed: Parsed) -> bool:
    """Whether no paragraph of the content has its cue: then who is credited with it is a matter of structure."""
    if not model.cue:
        return True
    home = parsed.paragraph_at(model.cue[0][0])
    return home is None or all(b <= home.start or a >= home.end for a, b in model.content)


def _no_attribution(candidate: Candidate, parsed: Parsed) -> bool:
    """Whether it credits nobody ("It was not clear whether …" is the article's own word that something is unknown), is
    about a source, not by it ("who asked not to be named"), or tells of an act."""
    text = parsed.document.text
    cue = " ".join(text[a:b] for a, b in candidate.cue)
    if ANONYMOUS.match(text, candidate.content[0][0]):
        return True
    return _is_act(candidate, parsed) or (not candidate.source and UNKNOWN.search(cue) is not None)


def _is_act(candidate: Candidate, parsed: Parsed) -> bool:
    """ "ignored repeated commands", "pointed it at the officers"."""
    verbs = _verbs(_cue_words(candidate, parsed))
    if verbs and verbs[-1] in ("point", "aim"):
        text = parsed.document.text
        return AT.search(f"{text[slice(*candidate.cue[-1])]} {text[slice(*candidate.content[0])][:12]}") is not None
    return bool(ACTS.intersection(verbs)) and not any(v in VERBS for v in verbs if v not in ACTS)


def _cue_words(candidate: Candidate, parsed: Parsed) -> list[Token]:
    paragraph = parsed.paragraph_at(candidate.cue[0][0]) if candidate.cue else None
    return list(paragraph.tokens(*candidate.cue[0])) if paragraph is not None else []


def _verbs(words: Sequence[Token]) -> list[str]:
    """The lemmas of verbs, and of the nouns that a tagger may take for them."""
    return [t.lemma_.lower() for t in words if t.pos_ in ("VERB", "AUX", "NOUN")]


def _proposal(candidate: Candidate, parsed: Parsed) -> Proposal:
    words = _cue_words(candidate, parsed)
    verbs = _verbs(words)
    known = [v for v in verbs if v in VERBS]
    lemma = next((v for v in verbs if v in ("decline", "refuse")), known[-1] if known else "say")
    refused = any(t.dep_ == "neg" for t in words) and any(v in WITHHOLD for v in verbs)
    return Proposal(
        source=candidate.source,
        cue=candidate.cue,
        content=tuple(
            (a, _past_time(a, _past_abbreviation(b, candidate, parsed), candidate, parsed))
            for a, b in candidate.content
        ),
        lemma=lemma,
        rule="refusal" if refused else "model",
        confidence=candidate.confidence,
    )


def _past_abbreviation(end: int, candidate: Candidate, parsed: Parsed) -> int:
    """Where a content ends that the model ended at the point of "7:52 p.m.", as if the sentence were over there, or
    within "his 11-year-old son"."""
    paragraph = parsed.paragraph_at(end - 1)
    words = list(paragraph.tokens(end - 1, end + 1)) if paragraph is not None else []
    if paragraph is None or not words:
        return end
    point = words[0].text.endswith(".") and paragraph.at(words[0])[1] == end + 1
    cut = words[-1].text == "." and len(words) == 2 and words[-1].i + 1 < len(paragraph.doc)
    point = point or (cut and words[-1].nbor().text[0].islower() and bool(words[-1].whitespace_))
    hyphen = words[-1].text == "-" and len(words) == 2 and HYPHENED.match(parsed.document.text, end - 1)
    if not point and not hyphen:
        return end
    taken = (*candidate.cue, *candidate.source)
    first = words[-1 if cut else 0].i + 1
    first += point and first + 1 < len(paragraph.doc) and _after_suffix(words[0])  # "Lou Ode Jr., was hurt"
    for token in paragraph.doc[first : first + CLAUSE_TOKENS]:
        a, b = paragraph.at(token)
        dash = token.text == "-" and not token.nbor(-1).whitespace_
        over = token.is_sent_start and not (token.i == first and token.text[0].islower())  # "on Third Ave. at noon"
        if (token.is_punct and not dash) or over or any(x < b and a < y for x, y in taken):
            break
        end = b
    return end


def _after_suffix(word: Token) -> bool:
    """Whether a comma behind "Jr." goes on to the verb of whose name it ends."""
    doc, i = word.doc, word.i
    return doc[i + 1].text == "," and i + 2 < len(doc) and doc[i + 2].tag_ in ("VBD", "VBZ", "VBP", "MD")


def _past_time(start: int, end: int, candidate: Candidate, parsed: Parsed) -> int:
    """Where a content ends that the model ended behind a time alone: "police say shortly before 2 a.m., a man ran"."""
    paragraph = parsed.paragraph_at(start)
    if paragraph is None or not candidate.cue or not 0 <= start - candidate.cue[-1][1] <= len(" that "):
        return end
    words = paragraph.tokens(start, end)
    if not CLOCK.search(parsed.document.text, start, end) or any(
        t.pos_ in ("VERB", "AUX", "PROPN", "PRON") for t in words
    ):
        return end
    following = list(paragraph.doc[words[-1].i + 1 : words[-1].i + 1 + LONGEST])
    if not following or following[0].text != ",":
        return end
    rest = list(takewhile(lambda t: not t.is_sent_start and t.text not in QUOTES, following))
    while rest and rest[-1].is_punct:
        rest.pop()
    return paragraph.at(rest[-1])[1] if any(t.pos_ in ("VERB", "AUX") for t in rest) else end


def _own_sentence(proposal: Proposal, parsed: Parsed, marks: Sequence[Range]) -> Proposal:
    """ "He was shot at 9 p.m. The man fled, police said": without quotation marks, a cue that closes a sentence credits
    that sentence, and it alone. The model takes the point of "p.m." for no end, and that of "Third Ave." for one."""
    quoted = any(a < y and x < b for a, b in proposal.content for x, y in marks)
    if not proposal.cue or not proposal.content or quoted:
        return proposal
    paragraph = parsed.paragraph_at(proposal.cue[0][0])
    words = list(paragraph.tokens(*proposal.cue[0])) if paragraph is not None else []
    if paragraph is None or not words:
        return proposal
    start = paragraph.at(words[0].sent)[0]
    inside = tuple((max(a, start), b) for a, b in proposal.content if b > start)
    closes = bool(inside) and inside[-1][1] <= proposal.cue[0][0]
    if closes and parsed.document.text[start : inside[0][0]].rstrip().endswith("."):
        inside = ((start, inside[0][1]), *inside[1:])
    return replace(proposal, content=inside) if closes else proposal


def _whole(proposal: Proposal, marks: Sequence[Range]) -> Proposal:
    """Let every piece that holds most of a quotation hold all of it."""
    content = []
    for a, b in proposal.content:
        for x, y in marks[max(0, bisect_right(marks, (a, a)) - 1) : bisect_left(marks, (b, b))]:
            inside = min(b, y) - max(a, x)
            if inside * 2 > y - x:
                a, b = min(a, x), max(b, y)
        content.append((a, b))
    return replace(proposal, content=_union(tuple(content), (), proposal.cue, proposal.source))


def _union(
    a: Sequence[Range], b: Sequence[Range], cue: Sequence[Range] = (), source: Sequence[Range] = ()
) -> tuple[Range, ...]:
    """The pieces of both, those that overlap joined; a joined piece never runs over the cue or the source."""
    out: list[Range] = []
    for x, y in sorted({*a, *b}):
        if out and x < out[-1][1]:
            joined = (out[-1][0], max(y, out[-1][1]))
            if not any(joined[0] <= s < joined[1] for s, _ in (*cue, *source)):
                out[-1] = joined
        else:
            out.append((x, y))
    return tuple(out)


def _overlap(a: Sequence[Range], b: Sequence[Range]) -> int:
    return sum(max(0, min(y, v) - max(x, u)) for x, y in a for u, v in b)


def _least(a: Proposal, b: Proposal) -> int:
    return min(_length(a.content), _length(b.content))


def _length(content: Sequence[Range]) -> int:
    return sum(b - a for a, b in content)


class _Index:
    """Which of the model's proposals lie near a rule's, in logarithmic time."""

    def __init__(self, model: Sequence[Proposal]) -> None:
        pieces = [(x, y, k) for k, m in enumerate(model) for x, y in (*m.content, *m.cue)]
        self.pieces = sorted(pieces)
        self.starts = [x for x, _, _ in self.pieces]
        self.longest = max((y - x for x, y, _ in pieces), default=0)

    def near(self, rule: Proposal) -> list[int]:
        """Indices whose content or cue overlaps the rule's content or cue."""
        found: set[int] = set()
        for x, y in (*rule.content, *rule.cue):
            low = bisect_left(self.starts, x - self.longest)
            found.update(k for u, v, k in self.pieces[low : bisect_left(self.starts, y)] if v > x and u < y)
        return sorted(found)
