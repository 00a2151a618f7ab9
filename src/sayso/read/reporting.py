"""Cues: reporting verbs with their sources, and sentences that announce a statement."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from sayso.model import Channel
from sayso.read.channels import channel_of
from sayso.read.cues import SPEECH, STATEMENT_VERBS, VERBS
from sayso.read.parse import Paragraph
from sayso.read.syntax import Proposal, Range, extent, noun_phrase, pieces, subject, tokens_range, verb_group


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting verb with its source, in one paragraph. `at` is the verb's token index."""

    at: int
    lemma: str
    source: tuple[Range, ...]
    cue: Range
    recipient: tuple[Range, ...] = ()


def cue_of(verb: Token, base: int) -> Cue | None:
    """The cue that a reporting verb makes, None where it has no source that could speak."""
    asked = verb.tag_ == "VBN" and verb.dep_ in ("advcl", "acl") and verb.lemma_ == "ask"
    if asked:  # "Asked whether …, she said": who asked is not told
        return Cue(at=verb.i, lemma="ask", source=(), cue=tokens_range([verb], base))
    head = subject(verb)
    if head is None and verb.tag_ not in ("VBG",):
        nxt = verb.nbor() if verb.i + 1 < len(verb.doc) else None
        if nxt is not None and nxt.pos_ in ("PROPN", "DET", "PRON", "NOUN", "ADJ"):
            head = next((t for t in verb.doc[verb.i + 1 : verb.i + 6] if t.dep_ in ("dobj", "npadvmod", "appos", "ROOT")
                         and t.pos_ in ("PROPN", "NOUN", "PRON")), None)  # fmt: skip
    words = noun_phrase(head) if head is not None else []
    group = verb_group(verb)
    inside = {t.i for t in words} & {t.i for t in group}
    words = [t for t in words if t.i not in inside]
    end = group[-1]
    cue = (tokens_range(group, base)[0], tokens_range([end], base)[1])
    tail = channel_tail(end)
    if tail is not None:
        cue = (cue[0], tokens_range([tail], base)[1])
    recipient = tuple(
        tokens_range(noun_phrase(child), base)
        for child in verb.children
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in ("tell", "inform", "remind", "ask", "assure", "warn")
        and child.pos_ in ("NOUN", "PROPN", "PRON")
    )  # fmt: skip
    source = (tokens_range(words, base),) if words else ()
    refuses = next((t.lemma_.lower() for t in group if t.lemma_ in ("decline", "refuse") and t.i < verb.i), None)
    return Cue(at=verb.i, lemma=refuses or verb.lemma_.lower(), source=source, cue=cue, recipient=recipient)


def channel_tail(last: Token) -> Token | None:
    """The last word of a phrase right behind the cue that names a channel: "said *in a statement*", "wrote *on X*"."""
    if last.i + 1 >= len(last.doc):
        return None
    prep = last.nbor()
    if prep.dep_ not in ("prep", "agent") or prep.lower_ not in ("in", "on", "via", "through", "during", "at", "to"):
        return None
    words = extent(prep)
    words = [t for t in words if t.i - prep.i < 10]
    for k, t in enumerate(words):
        if t.text in {",", ":", ".", "“", '"', "(", "—"} or t.dep_ in ("relcl", "acl"):
            words = words[:k]
            break
    if len(words) < 2 or channel_of(prep.doc[prep.i : words[-1].i + 1].text) is Channel.UNSTATED:
        return None
    return words[-1]


def is_reporting(token: Token) -> bool:
    """Whether a token can report a quotation."""
    return token.lemma_.lower() in SPEECH and token.pos_ in ("VERB", "AUX", "NOUN", "PROPN") and token.tag_ != "NN"


def statement_cue(paragraph: Paragraph, words: list[Token]) -> Cue | None:
    """The cue of a sentence that tells of a statement: "X issued a statement", "X confirmed it in a news release"."""
    best: Cue | None = None
    for token in words:
        if token.pos_ != "VERB":
            continue
        head = subject(token)
        if head is None:
            continue
        lemma = token.lemma_.lower()
        if head.dep_ == "nsubjpass":
            best = _issued(token, paragraph) or best
            continue
        made = next((c for c in token.children if c.dep_ in ("dobj", "pobj") and _is_statement(c)), None)
        source = (tokens_range(noun_phrase(head), paragraph.start),)
        if made is not None and lemma in STATEMENT_VERBS | {"say"}:
            group = verb_group(token)
            start = tokens_range(group, paragraph.start)[0]
            best = Cue(at=token.i, lemma=lemma, source=source, cue=(start, paragraph.at(made)[1]))
            continue
        if lemma not in VERBS and lemma not in STATEMENT_VERBS:
            continue
        for prep in (t for t in extent(token) if t.dep_ == "prep" and t.lower_ in ("in", "on", "via", "through")):
            tail = [t for t in extent(prep) if t.i - prep.i < 9 and t.dep_ != "relcl" and not t.is_punct]
            if len(tail) > 1 and channel_of(" ".join(t.text for t in tail)) is not Channel.UNSTATED:
                cue = (paragraph.at(tail[0])[0], paragraph.at(tail[-1])[1])
                best = Cue(at=token.i, lemma="state", source=source, cue=cue)
                break
    return best


def _issued(verb: Token, paragraph: Paragraph) -> Cue | None:
    """ "was identified in a statement from X": X is who speaks."""
    for prep in (t for t in extent(verb) if t.dep_ == "prep" and t.lower_ in ("in", "through", "via")):
        noun = next((c for c in prep.children if c.dep_ == "pobj" and _is_statement(c)), None)
        link = next((c for c in noun.children if c.lower_ in ("from", "by", "of")), None) if noun is not None else None
        issuer = next((c for c in link.children if c.dep_ == "pobj"), None) if link is not None else None
        if issuer is not None and noun is not None:
            source = (tokens_range(noun_phrase(issuer), paragraph.start),)
            cue = (paragraph.at(prep)[0], paragraph.at(noun)[1])
            return Cue(at=verb.i, lemma="state", source=source, cue=cue)
    return None


def _is_statement(noun: Token) -> bool:
    words = noun.doc[max(noun.left_edge.i, noun.i - 5) : noun.i + 1].text
    return noun.lemma_.lower() in (
        "statement", "release", "post", "tweet", "message", "letter", "email", "e-mail", "remarks", "remark", "comment",
        "note", "memo", "announcement", "update", "video", "thread", "summary", "account", "version", "timeline",
    ) and (channel_of(words) is not Channel.UNSTATED or noun.lemma_.lower() in (
        "comment", "account", "version", "update", "note", "thread", "timeline", "summary"))  # fmt: skip


def _words(tokens: list[Token], without: set[int]) -> list[Token]:
    return [t for t in tokens if t.i not in without]


def _indices(ranges: tuple[Range, ...], paragraph: Paragraph) -> set[int]:
    return {t.i for start, end in ranges for t in paragraph.tokens(start, end)}


def proposed(paragraph: Paragraph, cue: Cue, content: list[Token], rule: str, confidence: float) -> Proposal | None:
    """The attribution of a cue whose content are these words, less those of cue, source and recipient."""
    used = _indices((*cue.source, cue.cue, *cue.recipient), paragraph)
    words = _words(content, used)
    found = pieces(words, paragraph.start)
    if not found:
        return None
    return Proposal(
        source=cue.source, cue=(cue.cue,), content=_join(found, paragraph), lemma=cue.lemma, rule=rule,
        confidence=confidence, recipient=cue.recipient,
    )  # fmt: skip


def _join(found: tuple[Range, ...], paragraph: Paragraph) -> tuple[Range, ...]:
    """Pieces that only punctuation parts are one."""
    out: list[Range] = []
    text = paragraph.doc.text
    for start, end in found:
        gap = text[out[-1][1] - paragraph.start : start - paragraph.start] if out else None
        if gap is not None and len(gap) < 12 and not any(c.isalnum() for c in gap):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return tuple(out)
