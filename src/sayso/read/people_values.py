"""Who was killed, injured or shot, how many, by whom: on the parse, clause by clause."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from sayso.read.clauses import is_passive, joined, subject_of
from sayso.read.drafts import Draft
from sayso.read.findings import Found, Who
from sayso.read.time_words import NUMBERS

OFFICERS = frozenset(
    {"officer", "deputy", "trooper", "agent", "cop", "policeman", "policewoman", "sheriff", "marshal", "constable",
     "sergeant", "detective", "patrolman", "ranger", "lieutenant", "guard"}
)  # fmt: skip
AGENCIES = frozenset(
    {"police", "ice", "swat", "lapd", "nypd", "sheriff", "fbi", "atf", "dea", "marshals", "troopers", "patrol"}
)
_KILL = frozenset({"kill", "slay", "murder", "assassinate", "execute"})
_HURT = frozenset({"injure", "wound", "hurt", "maim"})
_STRUCK = frozenset(
    {"injure", "wound", "hurt", "maim", "shoot", "kill", "strike", "hit", "stab", "graze", "leave", "drag", "beat"}
)
_OWN = {"his": "he", "him": "he", "her": "she", "hers": "she", "their": "they", "them": "they", "my": "i", "our": "we"}
_MOVED = frozenset(
    {"take", "transport", "rush", "carry", "fly", "leave", "airlift", "find", "treat", "hospitalize", "send", "list"}
)
_THINGS = frozenset(
    {"shooting", "incident", "bullet", "shot", "gunfire", "vehicle", "car", "truck", "house", "home", "building",
     "window", "door", "wall", "gun", "weapon", "round", "attack", "crash", "case", "injury", "wound", "death", "fire",
     "condition", "number", "hospital", "report", "time", "day", "night", "scene", "street", "tire", "investigation"}
)  # fmt: skip
_HARM = frozenset({"injury", "wound", "condition", "life", "leg", "arm", "head", "chest", "hand"})
_BONES = frozenset(
    {"bone", "rib", "arm", "leg", "nose", "wrist", "jaw", "skull", "hip", "pelvis", "collarbone", "ankle", "finger",
     "shoulder", "elbow", "foot", "hand", "knee", "vertebra", "spine", "cheekbone", "thumb", "toe", "orbital", "socket"}
)  # fmt: skip
_BULLETS = frozenset({"bullet", "gunfire", "round", "shot", "gunshot", "pellet"})
_NO_BODY = frozenset({"GPE", "LOC", "FAC", "DATE", "TIME", "PRODUCT", "EVENT", "LAW", "MONEY", "CARDINAL"})
_SEVERAL = frozenset({"all", "some", "many", "most", "few", "several", "others", "dozens"})
_NOBODY = frozenset({"nobody", "none", "no-one", "neither"})
_PEOPLE = frozenset(
    {"man", "woman", "boy", "girl", "child", "person", "people", "victim", "suspect", "driver", "passenger",
     "resident", "teen", "teenager", "bystander", "gunman", "alien", "immigrant", "migrant", "father", "mother",
     "son", "daughter", "brother", "sister", "student", "juvenile", "adult", "individual", "homeowner", "robber",
     "intruder", "other", "employee", "customer", "worker", "occupant", "protester", "pedestrian", "baby", "toddler",
     "infant", "male", "female", "one", "who", "he", "she", "they", "him", "her", "them", "i", "we", "husband",
     "wife", "girlfriend", "boyfriend", "friend", "neighbor", "shooter", "attacker", "assailant", "member", "patron",
     "clerk", "owner", "target", "subject"}
)  # fmt: skip


def is_officer(noun: Token) -> bool:
    """Whether the noun means officers or their agency, by its own word: "deputy", "the police", "ICE officers"."""
    return noun.lemma_.lower() in OFFICERS or noun.lower_ in AGENCIES


def about(person: Token | None, who: Who, *, befell: bool = False) -> str | None:
    """Whom a noun means: the agent's id where a mention names him, else a plain role word.

    None where the noun means no person; `befell` says that what is told befalls persons, so that any noun will do.
    """
    if person is None:
        return None
    person = _really(person)
    named = who(person)
    if named is not None:
        return named
    if person.lemma_.lower() in OFFICERS:
        return "officer"
    if person.lower_ in _OWN:
        return _OWN[person.lower_]
    if person.lower_ == "old":
        return person.doc[max(0, person.i - 4) : person.i + 1].text.split()[-1]  # "the 23-year-old"
    animate = is_person(person) or (befell and person.pos_ == "NOUN" and person.lemma_.lower() not in _THINGS)
    if not animate and (person.pos_ != "PROPN" or person.ent_type_ in _NO_BODY):
        return None
    return person.lemma_.lower() if person.pos_ in {"NOUN", "PRON", "NUM", "ADJ"} else person.text


def _really(noun: Token) -> Token:
    """ "One of the officers" is an officer."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    if of is not None and (noun.pos_ in {"NUM", "PRON", "DET"} or noun.lemma_.lower() in {"member", "number", "pair"}):
        return next((c for c in of.children if c.dep_ == "pobj"), noun)
    return noun


def bearer(words: Span, draft: Draft) -> Token | None:
    """Who bears what the words tell ("severely injured", "in stable condition"): None where the parse does not show."""
    inside = set(range(words.start, words.end))
    top = next((t for t in words if t.head.i not in inside or t.head is t), words.root)
    if top.dep_ == "amod" and top.head.i not in inside:
        # "the injured man" is a man, "the fatal shooting of a man" befell him
        if is_person(top.head) or top.head.lemma_.lower() not in _BONES:
            return top.head if is_person(top.head) else _of_noun(top.head)
        top = top.head  # "has a broken rib"
    if top.pos_ in {"NOUN", "PROPN"}:
        whom = _of_noun(top)
        if whom is not None:
            return whom
    verb = top
    for _ in range(6):
        if verb.pos_ in {"VERB", "AUX"} or verb.head is verb:
            break
        verb = verb.head
    moved = object_of(verb) if verb.lemma_.lower() in _MOVED and not is_passive(verb) else None
    found = moved or undergoer(verb, draft)
    # "His injuries are not life-threatening": it is he who bears them
    return _of_noun(found) if found is not None and found.lemma_.lower() in _HARM else found


def _of_noun(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"to", "of"}:
            whom = next((c for c in child.children if c.dep_ == "pobj" and (is_person(c) or c.pos_ == "PROPN")), None)
            if whom is not None:
                return whom
    return None


def undergoer(verb: Token, draft: Draft) -> Token | None:
    """Whom the verb's event befalls: its object where it is done to somebody, its subject where it is undergone."""
    passive = draft.clause.passive if draft.clause is not None and verb is draft.head else is_passive(verb)
    lemma = verb.lemma_.lower()
    if not passive and lemma in _STRUCK:
        whom = object_of(verb)
        if whom is not None:
            return whom
        if draft.clause is not None and verb in draft.clause.verbs:
            whom = next((w for v in draft.clause.verbs if (w := object_of(v)) is not None), None)
            if whom is not None:
                return whom
        if lemma in _KILL | {"shoot", "hit", "strike", "stab"}:
            return None
    if draft.clause is not None and (verb is draft.head or verb in draft.clause.verbs):
        return draft.subject
    found = subject_of(verb)
    return found if found is not None and draft.holds(found.i, found.i + 1) else draft.subject or found


def object_of(verb: Token) -> Token | None:
    """The verb's direct object."""
    return next(
        (c for c in verb.children if c.dep_ == "dobj" and c.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET"}), None
    )


def is_person(noun: Token) -> bool:
    """Whether the noun, name or pronoun means a person."""
    return (
        noun.lemma_.lower() in _PEOPLE
        or is_officer(noun)
        or noun.ent_type_ == "PERSON"
        or (noun.pos_ == "PRON" and noun.lower_ not in {"it", "this", "that", "which", "what", "there"})
        or noun.pos_ == "NUM"
        or noun.lower_.endswith("-old")
    )


def people(draft: Draft, who: Who) -> Iterator[Found]:
    """Who was killed, injured, shot, and the force that officers used, told by the draft's own verbs and nouns."""
    for token in draft.tokens():
        lemma = token.lemma_.lower()
        field = _event(token, lemma)
        if field is not None:
            words = (token.i, token.i + 1)
            if (
                lemma == "dead"
                and token.head.lemma_ in {"pronounce", "declare", "find"}
                and token.head.i == token.i - 1
            ):
                words = (token.i - 1, token.i + 1)
            whom = _whom(token, draft)
            if whom is not None and whom.lemma_.lower() in _HARM:
                whom = _of_noun(whom)  # "grazed his arm" grazed him
            if whom is None or (field == "shot" and about(whom, who, befell=True) is None):
                continue
            for person in _each(whom):
                yield Found(
                    start=words[0],
                    end=words[1],
                    field=field,
                    value=_count(person, denied=_negated(token)),
                    about=about(person, who, befell=True),
                )
        opens = lemma == "open" and any(c.lower_ == "fire" for c in token.children)
        if opens or (lemma in {"shoot", "fire", "discharge"} and token.pos_ == "VERB"):
            yield from _gunshot(token, draft, who)


def _event(token: Token, lemma: str) -> str | None:
    verb = token.pos_ in {"VERB", "ADJ"} and token.tag_ not in {"JJR"}
    if verb and any(c.dep_ == "advmod" and c.lower_ in {"fatally", "mortally"} for c in token.children):
        return "killed"
    if (verb and lemma in _KILL) or (verb and lemma == "die") or lemma in {"dead", "deceased"}:
        intends = any(c.tag_ == "TO" for c in token.children)
        return None if intends else "killed"
    if lemma == "death" and any(c.dep_ in {"poss"} or (c.dep_ == "prep" and c.lower_ == "of") for c in token.children):
        return "killed"
    if verb and lemma in _HURT and token.dep_ != "xcomp":
        return "injured"
    if lemma in {"injury", "wound"} and token.pos_ == "NOUN" and token.dep_ == "dobj":
        return "injured" if token.head.lemma_.lower() in {"suffer", "sustain", "receive", "have", "get"} else None
    if (
        verb
        and lemma in {"hit", "strike", "graze"}
        and any(
            b.lemma_.lower() in _BULLETS
            for c in token.children
            for b in (c, *c.children)
            if b.dep_ in {"pobj", "nsubj"}
        )
    ):
        return "shot"
    if lemma == "shoot" and token.pos_ == "VERB":
        intends = any(c.tag_ == "TO" for c in token.children)
        return None if intends else "shot"
    return None


_STATES = frozenset({"dead", "injured", "wounded", "hurt", "killed", "hospitalized"})


def _left(token: Token) -> Token | None:
    """Whom an event left so: "a party that left *six people* injured". Parsers hang the state anywhere."""
    first = token.sent.start
    noun = token.nbor(-1) if token.lower_ in _STATES and token.i > first else None
    if noun is None or not (is_person(noun) or noun.pos_ == "NUM"):
        return None
    for at in range(noun.i - 1, max(first, noun.i - 10) - 1, -1):
        before = token.doc[at]
        if before.lemma_.lower() == "leave":
            return noun
        if before.lower_ not in _STATES and before.pos_ not in {"NUM", "DET", "NOUN", "ADJ", "CCONJ", "PUNCT", "ADV"}:
            return None
    return None


def _whom(token: Token, draft: Draft) -> Token | None:
    left = _left(token)
    if left is not None:
        return left
    lemma = token.lemma_.lower()
    if lemma == "death":
        return _of_noun(token)
    if (
        token.dep_ == "amod"
        and token.head.pos_ in {"NOUN", "PROPN"}
        and not any(c.dep_ == "agent" for c in token.children)
    ):
        return token.head if is_person(token.head) else None
    if token.pos_ == "NOUN" or lemma in {"dead", "deceased"}:
        own = next((c for c in token.children if c.dep_ == "nsubj"), None)
        if own is not None:
            return own
        verb = token.head
        for _ in range(4):
            if verb.pos_ in {"VERB", "AUX"} or verb.head is verb:
                break
            verb = verb.head
        left = object_of(verb) if verb.lemma_ == "leave" else None
        return left or undergoer(verb, draft)
    return undergoer(token, draft)


def _each(person: Token) -> Iterator[Token]:
    yield person
    for other in joined(person):
        if other.pos_ in {"NOUN", "PROPN", "NUM", "PRON"}:
            yield other


def _negated(token: Token) -> bool:
    governing = token.dep_ in {"xcomp", "acomp", "attr", "oprd", "dobj", "ccomp"}
    for at in (token, token.head) if governing else (token,):
        if at.pos_ in {"VERB", "AUX", "ADJ"} and any(c.dep_ == "neg" for c in at.children):
            return True
    return False


def _count(person: Token, *, denied: bool) -> str:
    """How many the noun means: digits, "several" where it is plural without a number, "0" where denied."""
    lefts = {c.lower_ for c in person.children}
    if denied or person.lower_ in _NOBODY or lefts & {"no", "neither"}:
        return "0"
    if person.lower_ == "one" and person.i and person.nbor(-1).lower_ == "no":
        return "0"
    number = next((n for c in person.children if c.dep_ == "nummod" and (n := number_of(c)) is not None), None)
    if number is None:
        number = number_of(person)
    if number is not None:
        return str(number)
    if "both" in lefts or person.lower_ == "both":
        return "2"
    if person.lower_ in _SEVERAL:
        return "several"
    plural = person.tag_ in {"NNS", "NNPS"} or person.lower_ in {"they", "them", "we", "us", "people", "police"}
    return "several" if plural else "1"


def number_of(token: Token) -> int | None:
    """The number that a token tells, as digits or in letters."""
    word = token.lower_.replace(",", "")
    if word.isdecimal() and len(word) < 6:
        return int(word)
    return NUMBERS.get(word) if word not in {"a", "an"} else None


def _gunshot(token: Token, draft: Draft, who: Who) -> Iterator[Found]:
    """Officers shooting: "deputies opened fire", "shot by police"."""
    passive = is_passive(token)
    by = next((p for c in token.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
    if by is None and not passive:
        own = draft.clause is not None and token in draft.clause.verbs
        by = draft.subject if own else subject_of(token)
    if by is not None and is_officer(_really(by)):
        yield Found(start=token.i, end=token.i + 1, field="force", value="gunshot", about=about(by, who))
