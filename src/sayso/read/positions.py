"""Attributions found by the order of words and commas, where small parsers are seldom right about the structure."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Token

from sayso.read.cues import FIRST_PERSON
from sayso.read.nouns import COLLECTIVES, RECORDS
from sayso.read.parse import Paragraph
from sayso.read.reporting import Cue, proposed
from sayso.read.syntax import Proposal, noun_phrase, sentence, subject, tokens_range, verb_group

PARENTHETIC = frozenset({"say", "allege", "claim", "report", "state", "add", "note", "believe"})
SUBORDINATORS = frozenset({"after", "because", "when", "while", "as", "since", "before", "which", "that", "and", "but"})
QUOTES = frozenset({"“", "”", '"', "''", "``", "‘", "’"})
ANSWERING = frozenset(
    """
    contradict dispute deny refute rebut challenge undercut reject dismiss question confirm corroborate echo verify
    """.split()
)
REFERRING = frozenset(
    """
    account allegation accusation assertion characterization charge claim contention description narrative report
    statement suggestion version
    """.split()
)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
JOINT = re.compile(r"[\s,;—–-]*(?:\b(?:but|and|though|although|while))?\s*$")
ASIDE = 15  # tokens at most between what an aside refers to and its verb


def parenthetical(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "Marsh, police said, told a friend that …", "after, police said, she fell": the sentence, or the clause that the
    parenthesis opens, is what is said. Found by its commas, since parsers join it to the wrong verb."""
    if token.lemma_.lower() not in PARENTHETIC or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    doc = token.doc
    words = sentence(token)
    if token.i + 1 >= len(doc) or token.nbor().text != "," or token.i - words[0].i < 2:
        return None
    comma = next((i for i in range(token.i - 1, max(words[0].i, token.i - 9), -1) if doc[i].text == ","), None)
    if comma is None or comma == words[0].i:
        return None
    head = next((t for t in reversed(doc[comma + 1 : token.i]) if t.pos_ in ("NOUN", "PROPN", "PRON")), None)
    between = [
        t for t in doc[comma + 1 : token.i] if t.pos_ in ("VERB", "SCONJ", "ADP") and t.dep_ not in ("prep", "compound")
    ]
    if head is None or between or any(t.text in QUOTES for t in doc[comma - 1 : token.i + 2]):
        return None
    source = tokens_range(list(doc[comma + 1 : token.i]), paragraph.start)
    cue = Cue(at=token.i, lemma=token.lemma_.lower(), source=(source,), cue=paragraph.at(token))
    right = [t for t in words if t.i > token.i + 1]
    left = [t for t in words if t.i < comma]
    if left and left[-1].lower_ in SUBORDINATORS:
        return proposed(paragraph, cue, right, "parenthetical", 0.8)
    if not any(t.pos_ in ("VERB", "AUX") for t in right) or any(t.text in QUOTES for t in left):
        return None
    return proposed(paragraph, cue, [*left, *right], "parenthetical", 0.8)


def told_by(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "was told by X that …", "learned from X that …": by position, since small parsers often take it for active."""
    lemma = token.lemma_.lower()
    if token.i + 2 >= len(token.doc) or token.pos_ not in ("VERB", "AUX"):
        return None
    prep = token.nbor()
    told = lemma in ("tell", "inform", "advise", "notify", "assure") and prep.lower_ == "by"
    learned = lemma in ("learn", "hear") and prep.lower_ == "from"
    if not (told or learned):
        return None
    head = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if head is None:
        return None
    source = noun_phrase(head)
    group = [token, prep]
    if not any(t.lower_ in FIRST_PERSON for t in token.doc[max(0, token.i - 3) : token.i]):
        group = [*verb_group(token), prep]
    after = source[-1].i + 1
    clause = [t for t in sentence(token) if t.i >= after]
    for k, t in enumerate(clause):
        if t.text in {"”", '"', "''", "“"}:
            clause = clause[:k]
            break
    cue = Cue(at=token.i, lemma=lemma, source=(tokens_range(source, paragraph.start),),
              cue=(paragraph.at(group[0])[0], paragraph.at(prep)[1]))  # fmt: skip
    if len(clause) < 3:
        return None
    return proposed(paragraph, cue, clause, "told by", 0.8)


def accorded(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "According to police Quill was shot once": without a comma, parsers take all up to the verb for one name."""
    doc = token.doc
    if token.text != "According" or token.i + 3 >= len(doc) or token.nbor().lower_ != "to":
        return None
    after = [t for t in sentence(token) if t.i > token.i + 1]
    cut = next((k for k, t in enumerate(after) if k and (t.is_punct or _begins(after[k - 1], t))), 0)
    if not cut or after[cut].is_punct or not any(t.tag_ in FINITE or t.tag_ == "VBN" for t in after[cut:]):
        return None
    cue = Cue(at=token.i, lemma="according", source=(tokens_range(after[:cut], paragraph.start),),
              cue=(paragraph.at(token)[0], paragraph.at(token.nbor())[1]))  # fmt: skip
    return proposed(paragraph, cue, after[cut:], "accorded", 0.8)


def _begins(before: Token, token: Token) -> bool:
    """Whether a clause begins right behind whom it is according to: another name, or an article or pronoun."""
    opens = token.tag_ in ("DT", "PRP", "EX", "PRP$")
    named = before.tag_ in ("NNP", "NNPS") and before.text[0].isupper()
    several = before.text.islower() and (before.lower_ == "police" or before.lower_ in COLLECTIVES)
    return (opens and (named or several)) or (several and token.text[0].isupper())


def identified(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "a man identified by deputies as Karl Ode", "in the affidavit": parsers let the name run into the source."""
    doc = token.doc
    if (
        token.lower_ not in ("identified", "named")
        or token.i + 3 >= len(doc)
        or token.nbor().lower_ not in ("by", "in")
    ):
        return None
    words = sentence(token)
    after = [t for t in words if t.i > token.i + 1]
    source = list(takewhile(lambda t: t.lower_ != "as" and not t.is_punct, after))
    if not source or len(source) > 8 or source[-1].i + 1 >= len(doc) or source[-1].nbor().lower_ != "as":
        return None
    if token.nbor().lower_ == "in" and source[-1].lemma_.lower() not in RECORDS:
        return None  # "identified in court as", "in the crowd"
    told = [t for t in after if t.i > source[-1].i]
    end = next((t.i for t in told if t.is_punct or (t.pos_ in ("VERB", "AUX") and not _relative(t))), told[-1].i + 1)
    group = [*verb_group(token), token.nbor()]
    content = [t for t in told if t.i < end]
    cue = Cue(at=token.i, lemma=token.lemma_.lower(), source=(tokens_range(source, paragraph.start),),
              cue=(paragraph.at(group[0])[0], paragraph.at(token.nbor())[1]))  # fmt: skip
    return proposed(paragraph, cue, content, "identified", 0.8)


def _relative(verb: Token) -> bool:
    """Whether a verb, or what it helps, is that of "the person who ran"."""
    return "relcl" in (verb.dep_, verb.head.dep_)


def answered(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ ", a claim his sister rejects", ", which two guards denied", ", an account contradicted by video", "but his
    lawyer disputes that": somebody answers what was just said, and names it by a word alone."""
    doc = token.doc
    if token.lemma_.lower() not in ANSWERING or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN", "NNS"):
        return None
    first = sentence(token)[0].i
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is not None and following.lower_ == "by":
        noun = token.i - 1
        start = _referring(noun, token)
        head = next((c for c in following.children if c.dep_ == "pobj"), None)
        if start is None or start - 1 <= first or head is None:
            return None
        source, cue = noun_phrase(head), (paragraph.at(token)[0], paragraph.at(following)[1])
        content = list(doc[start : noun + 1])
    elif following is not None and following.lower_ in ("that", "this", "it") and following.dep_ == "dobj":
        subj = subject(token)
        after = doc[following.i + 1] if following.i + 1 < len(doc) else None
        if subj is None or subj.i > token.i or (after is not None and not after.is_punct):
            return None
        source, cue, content = noun_phrase(subj), paragraph.at(token), [following]
    elif following is None or following.is_punct or following.dep_ == "prep":
        at = range(token.i - 1, max(first, token.i - ASIDE), -1)
        noun = next((k for k in at if doc[k].lower_ == "which" or _referring(k, token) is not None), -1)
        start = (
            noun if noun > 0 and doc[noun].lower_ == "which" and doc[noun - 1].text == "," else _referring(noun, token)
        )
        if noun <= first or start is None:
            return None
        source = [t for t in doc[noun + 1 : token.i] if t.lower_ not in ("that", "which")]
        source = source[:-1] if source and source[-1].is_punct else source
        cue, content = paragraph.at(token), list(doc[start : noun + 1])
    else:
        return None
    if not any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in source) or any(t.tag_ in FINITE for t in source):
        return None
    told = Cue(at=token.i, lemma=token.lemma_.lower(), source=(tokens_range(source, paragraph.start),), cue=cue)
    return proposed(paragraph, told, content, "answer", 0.7)


def _referring(noun: int, verb: Token) -> int | None:
    """Where ", a claim", ", an account" begins: the index of its article; None where `noun` is no such word."""
    doc = verb.doc
    if noun < 2 or doc[noun].lemma_.lower() not in REFERRING:
        return None
    start = next((k for k in range(noun - 1, max(0, noun - 4), -1) if doc[k].lower_ in ("a", "an", "the")), None)
    return start if start is not None and start > 0 and doc[start - 1].text in (",", "—", "–") else None


def without_answer(proposal: Proposal, answer: Proposal, text: str) -> Proposal:
    """An attribution without an answer that its content ends with: "he had a gun, a claim his family rejects"."""
    source = answer.source if answer.rule == "answer" else ()
    begin = min(a for a, _ in (*answer.content, *source, *answer.cue))
    end = max(b for _, b in (*answer.content, *source, *answer.cue))
    if proposal.cue == answer.cue:
        return proposal
    content = []
    for a, b in proposal.content:
        if a <= begin < b <= end + 2:
            b = a + len(JOINT.sub("", text[a:begin]))
        if a < b:
            content.append((a, b))
    return replace(proposal, content=tuple(content)) if content else proposal
