"""Persons whom the tagger takes for a body or a product, by a surname that the document gives elsewhere.

"Myrtle Orsted" stands in many sentences; in one of them the tagger takes her for a company. Where the last word of such
a name is the surname of a person elsewhere in the document ("Orsted said", "Karl Orsted"), she is a person there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from sayso.read.entities import entities
from sayso.read.nouns import BODIES, OUTLET_WORDS

MISTAKEN = frozenset({"ORG", "PRODUCT", "WORK_OF_ART", "FAC", "NORP", "LAW", "EVENT"})
"""What the tagger takes persons for; places are left alone, since many share a person's name."""
WORD = re.compile(r"[A-Z](?:[a-z]+|[’'][A-Z])[\w’'-]*|[A-Z]\.|[A-Z][A-Z]?[a-z]\w*")
SHORTEST, LONGEST = 2, 3
"""How many words such a name has."""
PLACES = frozenset(
    """ave avenue street st road rd drive dr boulevard blvd lane ln place park plaza highway parkway square center
    centre enterprises inc llc co corp brothers sons bros inn hotel motel bar club lounge church school academy mall
    apartments cafe restaurant grill store market island lake river creek hills heights tower cemetery library pd jr
    sr sheriff police memorial foundation family clinic field stadium arena hall house homes""".split()
)
"""Words of streets, shops and the like, at which the tagger sees persons too."""
NO_SURNAME = BODIES | OUTLET_WORDS | PLACES


def mend(docs: Sequence[Doc]) -> None:
    """Mark, in the paragraphs of one document, those names of another sort whose surname is a person's elsewhere."""
    known = {name[-1].text for doc in docs for name in _names(doc, ("PERSON",)) if _surname(name[-1])}
    if not known:
        return
    for doc in docs:
        for name in _names(doc, MISTAKEN):
            plain = SHORTEST <= len(name) <= LONGEST and all(WORD.fullmatch(t.text) for t in name)
            if plain and name[-1].text in known and not any(t.lower_ in NO_SURNAME for t in name):
                for token in name:
                    token.ent_type_ = "PERSON"


def _names(doc: Doc, labels: Sequence[str] | frozenset[str]) -> Iterator[list[Token]]:
    """The entities with one of these labels, without a possessive's ending."""
    for entity in entities(doc, 0, len(doc), labels):
        name = [t for t in entity if t.tag_ != "POS"]
        if name:
            yield name


def _surname(token: Token) -> bool:
    return len(token.text) > SHORTEST and bool(WORD.fullmatch(token.text)) and token.lower_ not in NO_SURNAME
