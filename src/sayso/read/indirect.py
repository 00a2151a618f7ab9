"""Attributions in the writer's own sentence, from the dependency parse: said that …, according to …, is alleged to ….

One rule a construction. Each takes a token that could be a cue and gives a Proposal or nothing; the words of the
content are a subtree of the parse without the words of the cue and the source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.cited import CITING
from sayso.read.cues import (
    CLAUSE,
    INFINITIVE,
    NOUNS,
    OBJECT,
    PASSIVE,
    PREPOSITION,
    SPEAK,
    STATEMENT_VERBS,
    VERBS,
)
from sayso.read.nouns import BODIES, COLLECTIVES, PERSONS, RECORDS
from sayso.read.parse import Paragraph
from sayso.read.positions import accorded, answered, identified, parenthetical, told_by
from sayso.read.reporting import Cue, cue_of, proposed
from sayso.read.syntax import Proposal, Range, extent, noun_phrase, sentence, subject, tokens_range, verb_group

MOST = 20  # attributions in one sentence; more are a list or noise, and the bound keeps reading linear
SOURCE_PREPS = frozenset({"by", "from"})
RIGHT_ADJUNCTS = frozenset({"in", "on", "at", "after", "before", "during", "since", "until", "via", "by", "while"})
ACCOUNTS = frozenset({"account", "version", "report", "story", "statement", "description", "detail", "timeline"})
WITHHOLD = frozenset(
    {
        "say",
        "comment",
        "confirm",
        "name",
        "discuss",
        "disclose",
        "release",
        "identify",
        "elaborate",
        "specify",
        "explain",
    }
)
GERUND = frozenset({"report", "deny", "admit", "recall", "describe", "mention", "remember", "acknowledge", "suggest"})
CONFIRMING = frozenset({"back", "support", "echo", "repeat", "corroborate", "confirm", "endorse", "verify"})
DISPUTING = frozenset({"contradict", "dispute", "deny", "refute", "rebut", "challenge", "undercut"})
REVISING = frozenset({"correct", "revise", "raise", "lower", "update", "increase", "reduce"})
FIGURES = frozenset({"number", "toll", "count", "age", "total", "figure", "estimate", "time", "date", "report"})
TELLS = frozenset({"tell", "inform", "assure", "warn", "remind", "notify", "advise"})
QUOTES = frozenset({"“", "”", '"', "''", "``", "‘", "’"})
ANONYMOUS = frozenset({"named", "identified", "anonymous", "anonymity", "quoted"})
FURTHER_PASSIVES = frozenset({"quote", "cite", "describe", "confirm", "criticize", "identify"})
AS_PHRASE = frozenset(
    {"accuse", "suspect", "describe", "charge", "regard", "view", "portray", "know", "see", "identify"}
)


def find_indirect(paragraph: Paragraph) -> Iterator[Proposal]:
    """Every indirect attribution of a paragraph, wherever it stands (inside quotations too), in text order."""
    given = 0
    aside: Proposal | None = None  # the sentence's parenthesis
    for token in paragraph.doc:
        if token.is_sent_start:
            given, aside = 0, None
        if given >= MOST:
            continue
        found = (
            accorded(token, paragraph)
            or _according(token, paragraph)
            or parenthetical(token, paragraph)
            or told_by(token, paragraph)
            or identified(token, paragraph)
            or answered(token, paragraph)
            or _refusal(token, paragraph)
            or _figure(token, paragraph)
            or _passive(token, paragraph)
            or _verb(token, paragraph)
            or _noun(token, paragraph)
        )
        if found is None or not found.content:
            continue
        if found.rule == "parenthetical":
            aside = found
        elif aside is not None and found.source == aside.source:
            found = replace(found, source=(_before(aside, paragraph),))
        given += 1
        yield found


def _before(aside: Proposal, paragraph: Paragraph) -> Range:
    """Whom a sentence goes on about behind its parenthesis: what stands before it, not who is named in it."""
    start, end = aside.content[0]
    if start > aside.source[0][0]:
        return aside.source[0]
    words = [t for t in paragraph.tokens(start, min(end, aside.source[0][0])) if t.pos_ in ("NOUN", "PROPN", "PRON")]
    return tokens_range(noun_phrase(words[0]), paragraph.start) if words else (start, end)


def _verb(token: Token, paragraph: Paragraph) -> Proposal | None:
    """An active reporting verb with its clause, object, infinitive or preposition."""
    lemma = token.lemma_.lower()
    if token.pos_ not in ("VERB", "AUX") or (lemma not in VERBS and lemma not in STATEMENT_VERBS):
        return None
    if token.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in token.children):
        return None
    cue = cue_of(token, paragraph.start)
    if cue is None or (not cue.source and token.tag_ != "VBG" and lemma != "ask"):
        return None
    statement = _statement_object(token)
    if statement is not None:
        participle = next((c for c in statement.children if c.dep_ in ("acl", "relcl") and c.tag_ == "VBG"
                           and c.lemma_.lower() in VERBS), None)  # fmt: skip
        clause = next((c for c in statement.children if c.dep_ in ("acl", "ccomp") and c.tag_ != "VBG"), None)
        if participle is not None:  # "released a statement identifying …"
            wide = Cue(at=cue.at, lemma=participle.lemma_.lower(), source=cue.source,
                       cue=(cue.cue[0], paragraph.at(participle)[1]), recipient=cue.recipient)  # fmt: skip
            return proposed(paragraph, wide, _right_of(participle), "statement", 0.8)
        if clause is not None:
            wide = Cue(at=cue.at, lemma=lemma, source=cue.source, cue=(cue.cue[0], paragraph.at(statement)[1]))
            return proposed(paragraph, wide, extent(clause), "statement", 0.7)
        return None
    if lemma == "ask" and any(t.lower_ in ANONYMOUS for t in extent(token)):
        return None  # "who asked not to be named" is about the source, not by it
    if lemma not in VERBS or (token.dep_ == "acl" and _statement_object(token.head.head) is token.head):
        return None
    return _complement(token, cue, paragraph)


def _statement_object(token: Token) -> Token | None:
    """The object of "issued a statement" and the like."""
    if token.lemma_.lower() not in STATEMENT_VERBS:
        return None
    nouns = ("statement", "release", "letter", "message", "email", "post", "report", "memo", "tweet", "video", "note")
    return next((c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() in nouns), None)


def _complement(token: Token, cue: Cue, paragraph: Paragraph) -> Proposal | None:
    lemma = cue.lemma
    clauses = [c for c in token.children if c.dep_ == "ccomp"]
    if clauses and lemma in CLAUSE:
        words = [t for c in clauses for t in _clause(c, token)]
        words += _coordinated(token, clauses[-1])
        return proposed(paragraph, cue, words, "clause", 0.8)
    if token.dep_ in ("parataxis", "ccomp", "advcl") and lemma in CLAUSE and not _has_object(token):
        main = token.head
        trailing = main.i < token.i or token.dep_ == "parataxis"
        if (
            trailing
            and lemma in ("say", "add", "report", "note", "write", "tell", "believe", "think")
            and (main.pos_ in ("VERB", "AUX", "NOUN"))
        ):
            inside = {t.i for t in extent(token)}
            words = [t for t in sentence(main) if t.i not in inside]
            return proposed(paragraph, cue, words, "trailing", 0.7)
    gerunds = [c for c in token.children if c.dep_ == "xcomp" and c.tag_ == "VBG" and c.i > token.i]
    if gerunds and lemma in GERUND:  # "reported hearing shots", "denied owning a gun"
        return proposed(paragraph, cue, [t for c in gerunds for t in extent(c)], "gerund", 0.7)
    told = next(
        (c for p in token.children if p.dep_ in ("prep", "dative") and p.lower_ == "to" for c in p.children), None
    )
    if told is None and lemma in TELLS:  # the parser hangs "told a friend that …" on the friend
        told = next((c for c in token.children if c.dep_ in ("dobj", "dative")), None)
    hung = [c for c in told.children if c.dep_ in ("relcl", "acl", "ccomp")] if told is not None else []
    if hung and lemma in CLAUSE and any(m.lower_ == "that" for m in hung[0].children):
        return proposed(paragraph, cue, extent(hung[0]), "clause", 0.7)  # "admitted to a friend that …"
    infinitives = [c for c in token.children if c.dep_ == "xcomp"]
    if lemma in ("decline", "refuse") and infinitives and infinitives[0].lemma_.lower() not in SPEAK:
        return None  # "refused to stop" tells of an act, not of words withheld
    if infinitives and lemma in INFINITIVE:
        return proposed(paragraph, cue, [t for c in infinitives for t in extent(c)], "infinitive", 0.65)
    account = next((c for c in token.children if c.dep_ == "dobj" and c.lemma_.lower() in ACCOUNTS), None)
    if account is not None and lemma in CONFIRMING | DISPUTING:
        return proposed(paragraph, cue, noun_phrase(account), "by reference", 0.7)
    if lemma in OBJECT:
        objects = [c for c in token.children if c.dep_ in ("dobj", "oprd", "attr", "dative") and c.i > token.i]
        if objects and not (objects[0].lower_ in ("it", "him", "her", "them", "that", "this") and len(objects) == 1
                            and not _as_phrase(token)):  # fmt: skip
            rule = "citing" if token.lower_ in CITING and token.dep_ == "advcl" else "object"
            return proposed(paragraph, cue, _right_of(token), rule, 0.55)
    for child in token.children:
        if child.dep_ in ("prep", "prt") and child.lower_ in PREPOSITION.get(lemma, ()) and child.i > token.i:
            inner = [t for t in extent(child) if t.i != child.i]
            if child.dep_ == "prt":
                continue
            wide = Cue(at=cue.at, lemma=lemma, source=cue.source, cue=(cue.cue[0], paragraph.at(child)[1]))
            if child.i - token.i > 3:
                wide = cue
            return proposed(paragraph, wide, inner, "preposition", 0.5)
    return None


def _has_object(token: Token) -> bool:
    return any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in token.children)


def _as_phrase(token: Token) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in ("as", "of", "for") for c in token.children)


def _clause(clause: Token, verb: Token) -> list[Token]:
    """The words of a clause that is said, with what the parser hung on the wrong side of the verb."""
    words = extent(clause)
    if clause.i < verb.i:  # "X, police said": everything before the source belongs to it
        first = sentence(clause)[0].i
        left = [t for t in verb.doc[first : verb.i] if t.i < clause.i]
        words = sorted({t.i: t for t in [*words, *left]}.values(), key=lambda t: t.i)
    return words


def _coordinated(verb: Token, clause: Token) -> list[Token]:
    """A second clause with its own "that" which the parser hung on the verb: "said that X and that Y"; and how a tale
    goes on: "told us the man came in, went to the till, took a cook"."""
    series = [c for c in verb.children if c.dep_ == "conj" and c.i > clause.i]
    tale = verb.lemma_.lower() in TELLS and any(c.dep_ == "conj" for t in series for c in t.children)
    return [
        t
        for c in series
        if any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)
        or (tale and c.tag_ == "VBD" and not any(m.dep_ in ("nsubj", "nsubjpass", "cc") for m in c.children))
        for t in extent(c)
    ]


def _right_of(verb: Token) -> list[Token]:
    """What follows a verb inside its phrase, without times, further clauses and coordinated verbs."""

    def stop(token: Token) -> bool:
        if token.head.i != verb.i:
            return False
        if token.dep_ in ("advcl", "conj", "cc", "npadvmod", "parataxis", "punct", "nsubj", "aux", "neg", "prt"):
            return True
        if token.dep_ == "prep":
            return token.lower_ in RIGHT_ADJUNCTS
        return token.dep_ == "advmod" and not list(token.children)

    return [t for t in extent(verb, stop) if t.i > verb.i]


def _according(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "according to X": the sentence around it is the content."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.nbor().lower_ != "to":
        return None
    to = token.nbor()
    head = next((c for t in (to, token) for c in t.children if c.dep_ in ("pobj", "dobj") and c.i > to.i), None)
    if head is None:
        return None
    source = noun_phrase(head)
    used = {token.i, to.i} | {t.i for t in source}
    clause = _clause_of(token)
    used |= {t.i for t in extent(token) if t.i > token.i}
    words = [t for t in clause if t.i not in used]
    cue = Cue(at=token.i, lemma="according", source=(tokens_range(source, paragraph.start),),
              cue=(paragraph.at(token)[0], paragraph.at(to)[1]))  # fmt: skip
    return proposed(paragraph, cue, words, "according", 0.85)


def _clause_of(token: Token) -> list[Token]:
    """The clause in which an adverbial stands: its sentence, or the coordinated or subordinate clause around it."""
    head = token.head
    inside = ("xcomp", "acl", "pcomp", "relcl")
    while head.head.i != head.i and (head.pos_ not in ("VERB", "AUX") or head.dep_ in inside):
        head = head.head
    verb = head
    if verb.lemma_.lower() in VERBS and any(c.dep_ == "ccomp" for c in verb.children):
        return extent(verb)
    if verb.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return extent(verb)
    return sentence(token)


def _refusal(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "did not respond to questions", "could not be reached for comment", "would not say": nothing is asserted."""
    lemma = token.lemma_.lower()
    negated = any(c.dep_ == "neg" for c in token.children)
    if not negated or (lemma not in WITHHOLD and lemma not in ("respond", "return", "reply", "answer", "reach")):
        return None
    modal = {c.lower_ for c in token.children if c.dep_ == "aux"}
    if lemma in WITHHOLD and not modal & {"would", "will", "did", "does", "do", "could"}:
        return None
    if lemma == "reach" and token.tag_ != "VBN":
        return None
    head = subject(token)
    rest = [c for c in token.children if c.i > token.i and c.dep_ in ("prep", "dobj", "ccomp", "xcomp", "advmod")]
    content = [t for c in rest for t in extent(c)]
    if head is None or not content:
        return None
    cue = Cue(at=token.i, lemma=lemma, source=(tokens_range(noun_phrase(head), paragraph.start),),
              cue=tokens_range(verb_group(token), paragraph.start))  # fmt: skip
    return proposed(paragraph, cue, content, "refusal", 0.8)


def _figure(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "A dispatch log puts the call at 11:14 p.m.", "the coroner raised the toll to nine": a figure that a body or a
    record gives."""
    lemma = token.lemma_.lower()
    prep = "at" if lemma in ("put", "place", "list") else "to" if lemma in REVISING else None
    if (
        prep is None
        or token.tag_ not in ("VBD", "VBZ", "VBP", "VBN")
        or any(c.dep_ == "auxpass" for c in token.children)
    ):
        return None
    head = subject(token)
    thing = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
    if head is None or thing is None or head.dep_ == "nsubjpass":
        return None
    names = {head.lower_, head.lemma_.lower()} & (RECORDS | BODIES | COLLECTIVES | PERSONS)
    if not names and head.pos_ != "PROPN":
        return None
    if prep == "to" and thing.lemma_.lower() not in FIGURES:
        return None
    value = next((c for c in token.doc[thing.i + 1 : thing.i + 8] if c.lower_ == prep), None)
    if value is None or not any(t.like_num or t.text[0].isdigit() for t in extent(value)):
        return None
    cue = Cue(at=token.i, lemma="put", source=(tokens_range(noun_phrase(head), paragraph.start),),
              cue=tokens_range(verb_group(token), paragraph.start))  # fmt: skip
    content = token.doc[thing.left_edge.i : max(thing.right_edge.i, value.right_edge.i) + 1]
    return proposed(paragraph, cue, list(content), "figure", 0.7)


def _passive(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "is alleged to have …", "was told by X that …", "is accused of …": the source is the by-phrase, or nobody."""
    if token.pos_ not in ("VERB", "AUX") or token.tag_ != "VBN":
        return None
    lemma = token.lemma_.lower()
    if lemma not in PASSIVE | FURTHER_PASSIVES:
        return None
    passive = any(c.dep_ in ("auxpass", "aux") and c.lemma_ in ("be", "get", "’m", "'m") for c in token.children)
    by = next((c for c in token.children if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")), None)
    head = next((c for c in by.children if c.dep_ == "pobj"), None) if by is not None else None
    if not passive and not (token.dep_ in ("acl", "advcl", "ROOT") and head is not None):
        return None
    who = next((c for c in token.children if c.dep_ in ("nsubjpass", "nsubj")), None)
    clauses = [c for c in token.children if c.dep_ in ("ccomp", "xcomp", "oprd")]
    of = [c for c in token.children if c.dep_ == "prep" and c.lower_ in ("of", "as", "with") and lemma in AS_PHRASE]
    if lemma == "charge" and head is None:
        return None
    if not clauses and not of:
        return None
    if head is None and (lemma in FURTHER_PASSIVES or any(c.dep_ == "neg" for c in token.children)):
        return None  # "has been identified as": nobody is credited; "is not known": nobody knows
    source = (tokens_range(noun_phrase(head), paragraph.start),) if head is not None else ()
    group = verb_group(token)
    start, end = tokens_range(group, paragraph.start)
    if by is not None and head is not None and by.i == token.i + 1:
        end = paragraph.at(by)[1]
    cue = Cue(at=token.i, lemma=lemma, source=source, cue=(start, end))
    content = extent(who) if who is not None and who.tag_ not in ("EX",) and who.lower_ != "it" else []
    content += [t for c in (*clauses, *of) for t in extent(c)]
    skip = {t.i for t in extent(by)} if by is not None else set()
    return proposed(paragraph, cue, [t for t in content if t.i not in skip], "passive", 0.6)


def _noun(token: Token, paragraph: Paragraph) -> Proposal | None:
    """ "the claim that …", "X's allegation that …", "reports from X that …"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in NOUNS:
        return None
    clause = next((c for c in token.children if c.dep_ in ("acl", "ccomp", "relcl") and c.i > token.i
                   and any(m.dep_ == "mark" and m.lower_ == "that" for m in c.children)), None)  # fmt: skip
    if clause is None:
        return None
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    if owner is None:
        prep = next((c for c in token.children if c.dep_ == "prep" and c.lower_ in SOURCE_PREPS), None)
        owner = next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None
    source: tuple[Range, ...] = ()
    if owner is not None:
        words = [t for t in noun_phrase(owner) if t.tag_ != "POS"]
        source = (tokens_range(words, paragraph.start),) if words else ()
    cue = Cue(at=token.i, lemma=token.lemma_.lower(), source=source, cue=paragraph.at(token))
    return proposed(paragraph, cue, extent(clause), "noun", 0.7)
