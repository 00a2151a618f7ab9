"""Whom "who" means: the person, or else the body, that its clause hangs on."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from sayso.model import AgentKind
from sayso.read.mentions import DEFINITE, Form, Ref
from sayso.read.nouns import FEMALE, MALE, RECORDS
from sayso.read.parse import Paragraph
from sayso.read.syntax import noun_phrase, subject
from sayso.read.who import Who

STEPS = 6
"""How far up the parse whom a clause hangs on is looked for."""
BODIES = (AgentKind.ORGANISATION, AgentKind.PUBLISHER)


def antecedent(who: Token, by_token: Mapping[int, Who]) -> Who | None:
    """Whom "who" means: the noun that its clause hangs on, or the person that this belongs to ("X, a reporter for Y,
    who"); a body where nobody else is there ("the Odes, who said"); behind a cue, its speaker ("X said, who left")."""
    clause = _clause(who)
    if clause is None:
        return None
    beside = by_token.get(who.i - 1)
    if beside is not None and clause.head.lemma_.lower() in RECORDS:
        return beside  # "review the video and speak to guests who saw it"
    noun, body = clause.head, None
    for _ in range(STEPS):
        found = by_token.get(noun.i)
        if found is not None and found.top().kind not in BODIES:
            return found
        body = body or found
        if noun.head is noun:
            break
        noun = noun.head
    if body is None and clause.head.pos_ == "VERB":
        speaks = subject(clause.head)
        body = by_token.get(speaks.i) if speaks is not None else None
    return body


def described_before(paragraph: Paragraph, source: tuple[int, int]) -> Ref | None:
    """Who a source "who" is, by what they are, where the noun is none that names people by itself: "a couple who"."""
    words = paragraph.tokens(*source)
    clause = _clause(words[0]) if len(words) == 1 and words[0].lower_ == "who" else None
    noun = clause.head if clause is not None else None
    beside = {words[0].i - 1, words[0].i - 1 - (words[0].i > 1 and words[0].nbor(-1).text == ",")}
    if noun is None or noun.pos_ != "NOUN" or noun.i not in beside:
        return None  # "in a room with his mother, who …"
    phrase = [t for t in noun_phrase(noun) if t.i <= noun.i] or [noun]
    lemma = noun.lemma_.lower()
    return Ref(
        start=paragraph.at(phrase[0])[0], end=paragraph.at(noun)[1], form=Form.NOUN, name=lemma,
        paragraph=paragraph.index, at=noun.i, plural=noun.tag_ == "NNS", definite=phrase[0].lower_ in DEFINITE,
        gender="m" if lemma in MALE else "f" if lemma in FEMALE else None, subject=True,
    )  # fmt: skip


def _clause(who: Token) -> Token | None:
    """The verb of the relative clause that "who" opens."""
    clause = who.head
    while clause.dep_ not in ("relcl", "ROOT") and clause.head is not clause:
        clause = clause.head
    return clause if clause.dep_ == "relcl" else None
