"""Who tells, where the model marks too much of the sentence as the source, or too little.

"The pilot, an old sailor *police* said wore green": the source is the police, and whom they tell of is what they say.
"""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Token

from sayso.read.cited import SAYERS
from sayso.read.cues import VERBS
from sayso.read.nouns import COLLECTIVES, TITLES
from sayso.read.parse import Paragraph, Parsed
from sayso.read.sources import STREET
from sayso.read.syntax import Proposal, extent, noun_phrase, subject, tokens_range

REST = re.compile(r"-(?P<words>[A-Za-z]\w*(?:\s[a-z][\w’'-]*){0,4})\s?")
FURNITURE = frozenset("update updates photo photos video videos news live watch related more gallery map poll".split())
"""Catchwords of headings."""
NO_NAMES = frozenset({"NEWS", "BLOG", "LIVE", "MORE", "VIDEO", "PHOTO", "TV"})
CALLING = frozenset({"call", "shout", "yell", "scream", "speak", "plead", "talk", "cry", "holler"})
STEPS = 25
"""How far up the parse a clause is followed."""
WH = frozenset({"who", "whom", "which", "that", "whose"})
DASHES = frozenset({"-", "--", "—", "–"})
SPEAKERS = COLLECTIVES | {"police"}
"""Nouns in the plural that stand without an article as those who say something."""
OF_BODIES = frozenset(
    """police law enforcement fire city county state town village local federal school hospital district family sheriff
    's ’s""".split()
)
"""Common nouns that stand before them as a part of what they are."""


def teller(proposal: Proposal, parsed: Parsed) -> Proposal:
    """The proposal with the source that its sentence gives it."""
    paragraph = parsed.paragraph_at(proposal.cue[0][0]) if proposal.cue else None
    if paragraph is None or len(proposal.source) != 1 or proposal.source[0][0] > proposal.cue[0][0]:
        return proposal
    proposal = _behind_street(_whole(proposal, parsed.document.text), paragraph)
    proposal = _last_noun(_in_cue(proposal, paragraph), paragraph)
    return by_subject(_calling(proposal, paragraph), paragraph)


def is_label(proposal: Proposal, parsed: Parsed) -> bool:
    """Whether it is no more than a heading's catchword ("Shoe Heist: Officials look for two women"), or a broadcast's
    captions ("Devin: THE FATHER WAS IN COURT"), where the colon credits nobody."""
    text = parsed.document.text
    paragraph = parsed.paragraph_at(proposal.cue[0][0]) if proposal.cue else None
    if paragraph is None or text[slice(*proposal.cue[0])].strip() != ":" or len(proposal.source) != 1:
        return False
    told = text[proposal.content[0][0] : proposal.content[-1][1]]
    if proposal.quoted or told[:1] in "“\"'‘«":
        return False
    words = paragraph.tokens(*proposal.source[0])
    titles = paragraph.index == 0 and not any(t.lower_ in FURNITURE for t in words)
    person = len(words) > 1 and all(t.ent_type_ == "PERSON" for t in words)
    if person or titles or any(_says(t) for t in words):
        return sum(c.isupper() for c in told) > sum(c.islower() for c in told) and words.text != words.text.upper()
    return True


def _says(word: Token) -> bool:
    """Whether a word is for somebody who says something: "police", "Sheriff", "Ex-wife", "SAPD"."""
    told = {word.lower_.rstrip("."), word.lemma_.lower()}
    short = word.text.isupper() and 2 <= len(word.text) <= 4 and word.text.isalpha() and word.text not in NO_NAMES
    return short or not told.isdisjoint(SAYERS | TITLES | {"cop", "cops", "ex"})


def _whole(proposal: Proposal, text: str) -> Proposal:
    """The attorney of "his court-appointed attorney did not return a call", where the model stops at the hyphen."""
    end = proposal.source[0][1]
    rest = REST.fullmatch(text, end, proposal.cue[0][0])
    if rest is None or any(a < proposal.cue[0][0] and end < b for a, b in proposal.content):
        return proposal
    return replace(proposal, source=((proposal.source[0][0], rest.end("words")),))


def _behind_street(proposal: Proposal, paragraph: Paragraph) -> Proposal:
    """The dispatchers of "shots were fired at 450 S. Quarry St. Dispatchers said …"."""
    words = list(paragraph.tokens(*proposal.source[0]))
    at = next((k for k, t in enumerate(words[:-1]) if STREET.match(t.text)), None)
    if at is None or words[0].i == 0 or words[-1].lower_ not in SPEAKERS | {"dispatchers", "officer"}:
        return proposal
    start = paragraph.at(words[at + 1])[0]
    return replace(proposal, source=((start, proposal.source[0][1]),))


def _calling(proposal: Proposal, paragraph: Paragraph) -> Proposal:
    """The officers of "officers could be heard calling out to Ode, saying …": who is called to says nothing."""
    words = paragraph.tokens(*proposal.source[0])
    cue = paragraph.tokens(*proposal.cue[0])
    if not words or not cue or cue[0].tag_ != "VBG":
        return proposal
    to = next((t for t in _above(words[0], cue[0].sent.root) if t.lower_ in ("to", "at") and t.pos_ == "ADP"), None)
    calls = next((t for t in to.ancestors if t.pos_ == "VERB"), None) if to is not None else None
    if calls is None or calls.lemma_.lower() not in CALLING or calls.i > words[0].i:
        return proposal
    speaks = subject(calls)
    if speaks is None or speaks.i > calls.i:
        return proposal
    return replace(proposal, source=(tokens_range(noun_phrase(speaks), paragraph.start),))


def _in_cue(proposal: Proposal, paragraph: Paragraph) -> Proposal:
    """ "The teen, *who* *sources said* is 16": the sources, where the model takes the pronoun for who speaks."""
    words = list(paragraph.tokens(*proposal.source[0]))
    cue = list(paragraph.tokens(*proposal.cue[0]))
    at = next((k for k, t in enumerate(cue) if t.lemma_.lower() in VERBS and t.pos_ in ("VERB", "AUX")), 0)
    before = cue[:at]
    if len(words) != 1 or words[0].lower_ not in WH or not before or words[0].i + 1 != before[0].i:
        return proposal
    if before[-1].lower_ not in SPEAKERS and before[-1].pos_ not in ("PROPN", "PRON"):
        return proposal
    if not all(t.pos_ in ("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART") for t in before):
        return proposal
    return replace(
        proposal,
        source=(tokens_range(before, paragraph.start),),
        cue=((paragraph.at(cue[at])[0], proposal.cue[0][1]), *proposal.cue[1:]),
        content=tuple(sorted({*proposal.source, *proposal.content})),
    )


def _last_noun(proposal: Proposal, paragraph: Paragraph) -> Proposal:
    """The police of "a young man police said …", "it was no duty weapon -- police say": no article stands before them,
    and nothing ties them to the noun before."""
    words = list(paragraph.tokens(*proposal.source[0]))
    if len(words) < 3 or words[-1].lower_ not in SPEAKERS:
        return proposal
    first = len(words) - 1
    while first > 0 and (words[first - 1].pos_ == "PROPN" or words[first - 1].lower_ in OF_BODIES):
        first -= 1
    if not first:
        return proposal
    dash = words[first - 1].text in DASHES and bool(words[first - 1].whitespace_)
    singular = words[0].lower_ in ("a", "an", "it", "this", "one") and words[first - 1].tag_ == "NN"
    tied = any(t.pos_ in ("ADP", "VERB", "CCONJ") or t.lower_ in WH for t in words[:first])
    if not dash and (not singular or tied):
        return proposal
    start = paragraph.at(words[first])[0]
    told = () if dash else ((proposal.source[0][0], paragraph.at(words[first - 1])[1]),)
    content = tuple(sorted({*told, *proposal.content}))
    return replace(proposal, source=((start, proposal.source[0][1]),), content=content)


def by_subject(proposal: Proposal, paragraph: Paragraph) -> Proposal:
    """ "The owner of the bar where *an officer shot a guest* told …": who speaks is the subject of the cue, not who
    takes part in a clause that only tells which one is meant."""
    words = paragraph.tokens(*proposal.source[0])
    verb = next((t for t in paragraph.tokens(*proposal.cue[0]) if t.lemma_.lower() in VERBS), None)
    head = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
    if head is None or not words or head.pos_ not in ("NOUN", "PROPN", "PRON") or words[0].i <= head.i:
        return proposal
    inside = {t.i for t in extent(head)}
    clause = any(t.dep_ in ("relcl", "acl") and t.head.i >= head.i for t in (*words, *_above(words[0], head)))
    if not clause or not all(t.i in inside for t in words):
        return proposal
    return replace(proposal, source=(tokens_range(noun_phrase(head), paragraph.start),))


def _above(token: Token, top: Token) -> list[Token]:
    """The words that a token hangs on, up to `top`."""
    found: list[Token] = []
    for above in token.ancestors:
        if above.i == top.i or len(found) > STEPS:
            break
        found.append(above)
    return found
