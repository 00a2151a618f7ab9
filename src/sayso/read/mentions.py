"""Places where somebody is named, described or meant by a pronoun, before it is known who is who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Token

from sayso.read.nouns import (
    BODIES,
    COLLECTIVES,
    FEMALE,
    MALE,
    OUTLET_WORDS,
    PERSONS,
    RECORDS,
    REPORTERS,
    TITLES,
)
from sayso.read.parse import Paragraph
from sayso.read.syntax import before_name, body_end, extent, is_rank, last_of_entity, noun_phrase, tail

BODY_TAIL = frozenset({"police", "county", "city", "state", "department", "sheriff", "office", "university", "school"})
NOT_BODIES = frozenset(
    "UPDATE BREAKING NEW NOTE WATCH READ MORE LIVE PHOTO VIDEO AM PM TV OK SUV NOT NO ALL AND THE".split()
)
PLATFORMS = frozenset(
    "X Twitter Facebook Instagram Bluesky Threads TikTok Telegram Mastodon Nextdoor Reddit YouTube".split()
)
ABBREVIATED = frozenset(
    "sgt lt capt cpl maj col gen det sen rep gov dr mr mrs ms rev prof councilwoman councilman".split()
)
MARKS = frozenset("-’'.")
PLACES = frozenset({"GPE", "LOC", "FAC"})
NOT_NAMES = frozenset("DATE TIME MONEY PERCENT QUANTITY ORDINAL CARDINAL EVENT LAW LANGUAGE NORP".split())
DEFINITE = frozenset("the this that these those his her their its our my your both".split())
POLITE = frozenset({"mr", "mrs", "ms", "miss"})
HONORIFICS = frozenset({"dr", "rev", "prof", "hon"})


class Form(StrEnum):
    """How somebody is mentioned."""

    PERSON = "person"  # by a person's name
    BODY = "body"  # by an organisation's name
    NOUN = "noun"  # by what they are
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Ref:
    """One mention. `start` and `end` are document offsets; `name` is the bare name or the head noun's lemma.

    `at` is the head token's index in paragraph `paragraph`. `role` and `affiliation` are as worded.
    """

    start: int
    end: int
    form: Form
    name: str
    paragraph: int
    at: int
    role: str | None = None
    affiliation: str | None = None
    plural: bool = False
    definite: bool = False
    gender: str | None = None
    subject: bool = False
    owner: str | None = None  # whose a group is: a name, or a lemma in small letters
    paired: bool = False  # the first of two or more who do something together: "Ann Pell and Lou Ode"
    weak: bool = False  # a capitalised word that names somebody only if that name is known already


def find_refs(paragraph: Paragraph, sources: frozenset[int]) -> Iterator[Ref]:
    """The mentions of a paragraph in text order of their heads. `sources` are token indices that stand in a source."""
    for token in paragraph.doc:
        found = _ref(token, paragraph, token.i in sources)
        if found is not None:
            yield found


def _ref(token: Token, paragraph: Paragraph, is_source: bool) -> Ref | None:
    if token.pos_ == "PRON" or token.tag_ in ("PRP", "WP"):
        return _pronoun(token, paragraph)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM") or not any(c.isalpha() for c in token.text):
        return None
    if is_rank(token) and before_name(token):  # whoever bears it has a mention of their own
        return None
    if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
        if is_rank(token.head) and before_name(token.head) and token.lemma_.lower() in PERSONS:
            return _noun(token, paragraph, is_source)  # "police spokesman Sgt. Ana Quill"
        part_of_name = token.pos_ == "PROPN" and token.head.pos_ == "PROPN"
        entity = token.ent_type_ == "ORG" and last_of_entity(token) and token.head.ent_type_ != "ORG"
        inside_body = entity or (not token.ent_type_ and _acronym(token))
        if part_of_name and not inside_body:
            return None
        return _body(token, paragraph) if inside_body else None
    if any(c.dep_ == "det" and c.lower_ == "no" for c in token.children):
        return None
    if token.text in PLATFORMS:
        return None
    lemma = token.lemma_.lower()
    capital = token.text[:1].isupper()
    named = token.ent_type_ in ("PERSON", "ORG") and capital
    if (token.pos_ == "PROPN" and (capital or lemma not in PERSONS)) or named or _acronym(token):
        return _name(token, paragraph, is_source)
    if token.dep_ == "poss" and lemma in TITLES and token.head.lemma_.lower() in PERSONS | BODIES:
        return None  # "a sheriff's deputy"
    known = lemma in PERSONS or token.lower_ in COLLECTIVES or lemma in BODIES
    if is_source and not known and token.text.istitle() and lemma not in RECORDS and token.dep_ in ("nsubj", "pobj"):
        start, end = paragraph.at(token)  # a name that the tagger takes for a common noun
        return Ref(start=start, end=end, form=Form.PERSON, name=token.text, paragraph=paragraph.index, at=token.i,
                   subject=True, weak=True)  # fmt: skip
    if known or (is_source and token.dep_ != "amod"):
        return _noun(token, paragraph, is_source)
    return None


def _acronym(token: Token) -> bool:
    """A short word in capitals, in a sentence that is not all capitals."""
    word = token.text.replace(".", "")
    if word in NOT_BODIES or (token.i + 1 < len(token.doc) and token.nbor().text == ":"):
        return False
    if not (word.isalpha() and word.isupper() and 2 <= len(word) <= 6):
        return False
    near = token.doc[max(0, token.i - 4) : token.i + 5]
    return any(t.is_alpha and not t.is_upper for t in near)


def _subject(token: Token) -> bool:
    # A noun that the parser makes the head of a sentence is the subject of the verb that it has overlooked.
    return token.dep_ in ("nsubj", "nsubjpass", "ROOT") or (token.dep_ == "conj" and token.head.dep_ == "nsubj")


def _paired(token: Token) -> bool:
    """Whether somebody is the first of two or more in one subject."""
    joined = (c for c in token.children if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN"))
    return token.dep_ in ("nsubj", "nsubjpass") and any(joined)


def _pronoun(token: Token, paragraph: Paragraph) -> Ref | None:
    word = token.lower_
    if word not in ("he", "she", "they", "it", "who", "him", "her", "them"):
        return None
    start, end = paragraph.at(token)
    return Ref(
        start=start, end=end, form=Form.PRONOUN, name=word, paragraph=paragraph.index, at=token.i,
        plural=word in ("they", "them"), gender="m" if word in MALE else "f" if word in FEMALE else None,
        subject=_subject(token),
    )  # fmt: skip


def _body(token: Token, paragraph: Paragraph) -> Ref:
    """An organisation that stands as a modifier: the ICE of "ICE officers"."""
    first, last = token.i, token.i + 1
    while first > 0 and paragraph.doc[first].ent_iob_ == "I":
        first -= 1
    while last < len(paragraph.doc) and paragraph.doc[last].lower_ in BODY_TAIL and paragraph.doc[last].pos_ == "PROPN":
        last += 1
    words = paragraph.doc[first:last]
    start, end = paragraph.at(words)
    return Ref(start=start, end=end, form=Form.BODY, name=plain(words.text), paragraph=paragraph.index, at=token.i)


def plain(name: str) -> str:
    """A name without article, possessive and marks at its ends."""
    name = " ".join(name.split())
    if name.count("(") != name.count(")"):
        name = name.split("(")[0]
    name = name.strip("“”\"'‘’.,;:[] ")
    for article in ("The ", "the ", "A ", "a "):
        name = name.removeprefix(article)
    return name.removesuffix("’s").removesuffix("'s")


def _name(token: Token, paragraph: Paragraph, is_source: bool) -> Ref | None:
    phrase = tail(extent(token, lambda c: c.i > token.i or c.dep_ in ("relcl", "advcl", "cc", "conj")), token)
    named = [
        t for t in phrase if t.pos_ == "PROPN" or t.ent_type_ in ("PERSON", "ORG") or _acronym(t) or t.text in MARKS
    ]
    names = tail(named, token)
    kind = _entity(names, token)
    misread = _person_after_all(names, token, aged=kind in ("ORG", None))
    if misread:
        kind = "PERSON"
    elif len(names) == 1 and _acronym(token):
        kind = "ORG"
    outlet = len(names) > 1 and names[-1].lower_ in OUTLET_WORDS
    if kind == "ORG" or outlet or (kind is None and _looks_like_body(names)):
        return _organisation(token, paragraph, names)
    if kind in NOT_NAMES or (kind in PLACES and (is_source or len(names) > 1 or not _acts(token))):
        return _organisation(token, paragraph, names) if is_source and kind in PLACES else None
    weak = kind != "PERSON" and not is_source and not _titled(phrase, names)
    titled = [t for t in phrase if t.lower_.rstrip(".") in TITLES or t.lemma_.lower() in PERSONS]
    after = [t for t in names if not titled or t.i > titled[-1].i]
    person = tail([t for t in after if t.ent_type_ != "ORG" or misread or kind != "PERSON"], token) if after else names
    if not person:
        return None
    before = [t for t in phrase if t.i < person[0].i and t.dep_ != "det" and t.tag_ != "PRP$"]
    role, affiliation = _role_before(before)
    apposed = _apposition(token)
    if role is not None and role.lower().rstrip(".") in HONORIFICS and apposed[0]:
        role = None  # "Dr. Ann Pell, the medical examiner"
    role, affiliation = role or apposed[0], affiliation or apposed[1]
    while phrase[0].is_punct and len(phrase) > 1:
        phrase = phrase[1:]
    start = paragraph.at(phrase[0])[0]
    end = paragraph.at(token)[1]
    told = [t.lower_.rstrip(".") for t in before] + (role or "").lower().split()[-1:]
    gender = "m" if MALE.intersection(told) else "f" if FEMALE.intersection(told) else None
    return Ref(
        start=start, end=end, form=Form.PERSON, name=plain(paragraph.doc[person[0].i : token.i + 1].text),
        paragraph=paragraph.index, at=token.i, role=role, affiliation=affiliation, gender=gender,
        subject=_subject(token), paired=_paired(token), weak=weak,
    )  # fmt: skip


def _acts(token: Token) -> bool:
    """Whether what the tagger takes for a place does or undergoes something, so that it may be a surname."""
    return token.dep_ in ("nsubj", "nsubjpass", "dobj", "poss") and not any(c.dep_ == "det" for c in token.children)


def _person_after_all(names: list[Token], head: Token, *, aged: bool) -> bool:
    """Whether what the tagger takes for another thing reads like a name: two to four plain words, with a title
    before ("Sheriff Otto Lind", "Councilwoman Ada Moss"), or an age behind where that may count."""
    words = [t for t in names if t.is_alpha or "-" in t.text[1:]]
    plain = 2 <= len(words) <= 4 and all(t.text[0].isupper() and not t.text.isupper() for t in words)
    doc, i = head.doc, head.i
    aged = aged and i + 2 < len(doc) and doc[i + 1].text == "," and doc[i + 2].like_num
    lead = words[0].lower_.rstrip(".") if words else ""
    titled = len(words) > 2 and lead in TITLES and lead in PERSONS | ABBREVIATED
    return plain and (aged or titled) and not any(t.lower_ in BODIES | OUTLET_WORDS for t in words)


def _entity(names: list[Token], head: Token) -> str | None:
    if head.ent_type_:
        return str(head.ent_type_)
    return next((str(t.ent_type_) for t in reversed(names) if t.ent_type_), None)


def _looks_like_body(names: list[Token]) -> bool:
    words = [t.lower_ for t in names]
    if len(names) == 1 and _acronym(names[0]):
        return True
    return any(w in BODIES for w in words) or (len(words) > 1 and words[-1] in OUTLET_WORDS)


def _titled(phrase: list[Token], names: list[Token]) -> bool:
    return any(t.lower_.rstrip(".") in TITLES or t.lemma_.lower() in PERSONS for t in phrase if t not in names[-1:])


def _role_before(before: list[Token]) -> tuple[str | None, str | None]:
    """Role and affiliation from the words before a name: "DHS Assistant Secretary", "Fox News reporter"."""
    words = [t for t in before if not t.is_punct]
    first_role = next(
        (k for k, t in enumerate(words) if (t.ent_type_ not in ("ORG", "GPE") or is_rank(t))
         and (t.lower_.rstrip(".") in TITLES or t.lemma_.lower() in PERSONS)), None)  # fmt: skip
    if first_role is None:
        return None, None
    role_words = words[first_role:]
    while role_words and (role_words[-1].lower_.rstrip(".") in POLITE or (role_words[1:] and is_rank(role_words[-1]))):
        role_words = role_words[:-1]
    role = " ".join(t.text for t in role_words) or None
    told = (t for t in words[:first_role] if t.pos_ in ("PROPN", "NOUN", "CCONJ", "ADP") or t.tag_ == "POS")
    return role, plain("".join(t.text_with_ws for t in told)) or None


def _apposition(head: Token) -> tuple[str | None, str | None]:
    """Role and affiliation from an apposition: ", a spokesman for the county sheriff,"."""
    for child in head.children:
        if (
            child.dep_ == "appos"
            and child.pos_ in ("NOUN", "PROPN")
            and (child.lemma_.lower() in PERSONS or child.lower_.rstrip(".") in TITLES)
        ):
            words = [t for t in extent(child, lambda c: c.dep_ in ("relcl", "acl", "appos", "prep")) if t.dep_ != "det"]
            role = child.doc[words[0].i : words[-1].i + 1].text if words else ""
            return role or None, _of_whom(child)
    return None, None


def _of_whom(noun: Token) -> str | None:
    """The body that a role belongs to: "spokesman *for X*", "chief *of X*", "*ICE* source"."""
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in ("for", "of", "with", "at", "from", "in"):
            head = next((c for c in child.children if c.dep_ == "pobj"), None)
            if head is not None and (head.pos_ == "PROPN" or head.lemma_.lower() in BODIES):
                return plain(" ".join(t.text for t in noun_phrase(head)))
    before = [c for c in noun.children if c.i < noun.i and c.dep_ in ("compound", "nmod", "amod", "poss")]
    bodies = [t for c in before for t in extent(c) if _is_body_word(t)]
    if bodies:
        return plain(noun.doc[bodies[0].i : bodies[-1].i + 1].text)
    return None


def _is_body_word(token: Token) -> bool:
    return token.ent_type_ == "ORG" or _acronym(token) or token.lower_ in ("police", "sheriff", "department", "agency")


def _organisation(token: Token, paragraph: Paragraph, names: list[Token]) -> Ref | None:
    first = min(names, key=lambda t: t.i) if names else token
    doc = paragraph.doc
    a, b = first.i, token.i
    while token.lower_ in BODIES and a > 0 and (doc[a - 1].pos_ == "PROPN" or (doc[a - 1].tag_ == "POS" and a > 1)):
        a -= 1  # "District Attorney's Office"
    if token.ent_type_ == "ORG":  # the entity may run past the head: "Department of Homeland Security"
        while a > 0 and doc[a].ent_iob_ == "I":
            a -= 1
        while b + 1 < len(doc) and doc[b + 1].ent_iob_ == "I":
            b += 1
    else:
        b = body_end(doc, b)
    start, end = paragraph.at(doc[a : b + 1])
    name = plain(doc[a : b + 1].text)
    if len(name) < 2:
        return None
    return Ref(
        start=start, end=end, form=Form.BODY, name=name, paragraph=paragraph.index, at=token.i, subject=_subject(token)
    )


def _noun(token: Token, paragraph: Paragraph, is_source: bool) -> Ref | None:
    words = noun_phrase(token)
    if not words:
        return None
    det = next((c.lower_ for c in token.children if c.dep_ in ("det", "poss", "predet")), "")
    plural = token.tag_ in ("NNS", "NNPS") or token.lower_ in ("police", "people", "family")
    start, end = paragraph.at(paragraph.doc[words[0].i : words[-1].i + 1])
    lemma = token.lemma_.lower()
    if lemma == "member" and any(c.lower_ == "family" for c in token.children):
        lemma = "relative"  # "family members" are not who "community members" are
    owner = next((c for c in token.children if c.dep_ == "poss"), None)
    owner = owner or next((t for c in token.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"), None)
    role = None
    if lemma in REPORTERS or lemma in RECORDS:
        role = lemma
    elif lemma in PERSONS:
        near = [c for c in token.children if c.i < token.i and c.dep_ in ("compound", "amod")]
        first = min((t.i for c in near for t in extent(c) if not _is_body_word(t)), default=token.i)
        role = token.doc[first : token.i + 1].text
    if not det and words[0].i > 0:
        det = paragraph.doc[words[0].i - 1].lower_  # the parser sometimes hangs it elsewhere
    definite = det in DEFINITE or any(c.dep_ == "poss" for c in token.children)
    return Ref(
        start=start, end=end, form=Form.NOUN, name=lemma, paragraph=paragraph.index, at=token.i, role=role,
        affiliation=_of_whom(token), plural=plural, definite=definite,
        owner=(owner.text if owner.pos_ == "PROPN" else owner.lemma_.lower()) if owner is not None and plural else None,
        gender="m" if lemma in MALE else "f" if lemma in FEMALE else None, subject=_subject(token) or is_source,
        paired=_paired(token),
    )  # fmt: skip
