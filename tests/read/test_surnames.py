"""A name of another sort is a person's where its last word is a person's surname elsewhere in the document."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from sayso.read.parse import pipeline
from sayso.read.surnames import mend


def tagged(words: list[str], *entities: tuple[int, int, str]) -> Doc:
    doc = Doc(pipeline().vocab, words=words)
    doc.ents = [Tokens(doc, start, end, label=label) for start, end, label in entities]
    return doc


def kinds(doc: Doc) -> list[str]:
    return [t.ent_type_ for t in doc]


def test_a_product_with_the_surname_of_a_person_elsewhere_is_a_person() -> None:
    one = tagged(["Coral", "Orsted", "ran"], (0, 2, "PRODUCT"))
    mend([one, tagged(["Orsted", "said", "so"], (0, 1, "PERSON"))])
    assert kinds(one) == ["PERSON", "PERSON", ""]


def test_a_body_whose_last_word_nobody_bears_stays_one() -> None:
    one = tagged(["Coral", "Lanterns", "shut"], (0, 2, "ORG"))
    mend([one, tagged(["Orsted", "said"], (0, 1, "PERSON"))])
    assert kinds(one) == ["ORG", "ORG", ""]


def test_a_hospital_is_no_person_though_another_is_taken_for_one() -> None:
    one = tagged(["Coral", "Hospital", "shut"], (0, 2, "ORG"))
    mend([one, tagged(["Orsted", "Hospital", "opened"], (0, 2, "PERSON"))])
    assert kinds(one) == ["ORG", "ORG", ""]
