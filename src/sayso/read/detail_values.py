"""Names and their roles, ages, shots, addresses, agencies, charges and who investigates, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from sayso.read.clauses import joined
from sayso.read.drafts import Draft
from sayso.read.entities import entities
from sayso.read.findings import Found, Who
from sayso.read.people_values import OFFICERS, about, is_person
from sayso.read.time_words import NUMBERS

_WORD = "|".join(w for w in NUMBERS if w not in {"a", "an", "zero", "a couple of"})
_AGE = re.compile(
    rf"\b(?:(?P<a>\d{{1,3}}|(?:{_WORD})(?:[-\s](?:{_WORD}))?)[-\s]years?[-\s]old|(?:aged|age)\s(?P<b>\d{{1,3}})\b"
    r"|(?<=[A-Za-z.])\s?,\s(?P<c>[1-9]\d?|1[01]\d)(?=\s?(?:,|\.(?:\s|$)|$|\sof\b|\)|\s(?:was|is|died)\b))"
    r"|(?<=[a-z])\s\((?P<d>[1-9]\d?)\)"
    # "He was 34", "she had just turned 21", "was 32, not 31"; no score, year or time of day
    r"|\b(?:is|was|be|turned|turns)\s(?:(?:just|only|actually|about|really)\s)?(?P<e>[1-9]\d?)"
    r"(?=\s*(?:$|[.;”\"]|,\s(?:not|and|but|when|who|according|police|the|his|her)\b"
    r"|\s(?:when|and not|not|at the time|years\sof)\b)))"
)
_BOUND = re.compile(r"\b(?:under|over|than|least|until|below|above)\s$")
_SHOTS = re.compile(
    rf"\b(?:at least |about |more than |as many as |up to )?"
    rf"(?:(?P<n>\d{{1,3}}|{_WORD}|several|multiple|numerous|dozens of|a few)"
    r"\s(?:(?:more|additional|spent|live|rapid|loud|rifle|9mm|consecutive|shell)\s){0,2}"
    r"(?P<what>shots|rounds|gunshots|bullets|times|casings)"
    r"|(?P<one>a single|single|one|just one)\s(?:shot|round|gunshot|bullet)(?![-\s](?:wound|injur|hole|graze)))\b",
    re.IGNORECASE,
)
_SHOOTING = re.compile(
    r"\b(?:shot|shoots?|shooting|fired|fires?|firing|hits?|hitting|struck|strikes?|striking|gunfire|gunshots?)\b",
    re.IGNORECASE,
)
_STREET = (
    r"(?:Street|St\b\.?|Avenue|Ave\b\.?|Road|Rd\b\.?|Boulevard|Blvd\b\.?|Drive|Dr\b\.?|Lane|Ln\b\.?|Court|Ct\b\.?|Way|"
    r"Highway|Hwy\b\.?|Parkway|Pkwy\b\.?|Circle|Terrace|Trail|Pike|Alley|Plaza|Square|Loop|Turnpike)"
)
_NAME = (
    r"(?:[NSEW]\.?\s|North\s|South\s|East\s|West\s)?(?:[A-Z][\w.'’-]*|\d{1,3}(?:st|nd|rd|th))(?:\s[A-Z][\w.'’-]*){0,3}?"
)
_ROAD = rf"{_NAME}\s{_STREET}"
_ADDRESS = re.compile(
    rf"(?:\b\d{{1,5}}(?:-|\s)block\sof\s{_NAME}(?:\s{_STREET})?|\b\d{{2,5}}\s{_ROAD}"
    rf"|\b(?:intersection|corner)\sof\s{_NAME}(?:\s{_STREET})?\sand\s{_NAME}(?:\s{_STREET}|s?\b)"
    rf"|\b(?:on|at|near|of|off|along|from|to|in)\s(?:the\s)?(?P<road>{_ROAD}(?:\sand\s{_ROAD})?)"
    r"|\b(?:Interstate|Highway|Route|I-|U\.S\.)\s?\d{1,3}\b)"
)
_AGENCY = re.compile(
    r"\b(?:Police|Sheriff|Department|Bureau|Patrol|Marshals?|Agency|Enforcement|Rangers|Troopers|Public Safety|"
    r"Homeland|District Attorney|Prosecutor|Coroner|Medical Examiner|"
    r"ICE|FBI|ATF|DEA|CBP|DHS|[A-Z]{1,4}PD|[A-Z]{2,3}SO)\b"
)
_VICTIM = frozenset({"victim", "deceased", "decedent"})
_SUSPECT = frozenset(
    {"suspect", "gunman", "shooter", "robber", "attacker", "assailant", "driver", "burglar", "intruder", "target",
     "subject", "defendant"}
)  # fmt: skip
_PURSUITS = frozenset({"operation", "investigation", "raid", "warrant", "search", "manhunt", "stop", "probe"})
_TITLES = OFFICERS | {
    "sgt",
    "sgt.",
    "lt",
    "lt.",
    "capt",
    "capt.",
    "cpl",
    "cpl.",
    "det",
    "det.",
    "dep",
    "dep.",
    "captain",
    "corporal",
}
_ACCUSED = frozenset({"charge", "arrest", "accuse", "indict", "book", "convict", "jail", "wanted"})
_TOWARDS = frozenset({"at", "toward", "towards", "into", "through", "past"})
_BEFALLS = frozenset({"kill", "shoot", "die", "wound", "injure", "murder", "slay", "stab"})


def details(draft: Draft, who: Who) -> Iterator[Found]:
    """The values of the draft's words, each at its tokens."""
    for start, end in draft.runs:
        words = draft.head.doc[start:end]
        yield from _names(words, draft, who)
        yield from _ages(words, who)
        yield from _counted_shots(words, draft)
        yield from _places(words)
        yield from _agencies(words)
    yield from _charges(draft, who)
    yield from _investigators(draft)


def _found(words: Span, low: int, high: int, field: str, value: str, whom: str | None = None) -> Found | None:
    """A value at characters `low` to `high` of the words' text; None where no token stands there."""
    base = words[0].idx
    span = words.doc.char_span(base + low, base + high, alignment_mode="expand")
    if span is None or not len(span) or span.start < words.start or span.end > words.end:
        return None
    return Found(start=span.start, end=span.end, field=field, value=value, about=whom)


def _names(words: Span, draft: Draft, who: Who) -> Iterator[Found]:
    for name in entities(words.doc, words.start, words.end, {"PERSON"}):
        if not name[0].text[:1].isupper():
            continue
        field = _role(name, draft)
        if field is not None:
            yield Found(start=name.start, end=name.end, field=field, value=name.text, about=who(name.root) or name.text)


def _role(name: Span, draft: Draft) -> str | None:
    root = name.root
    titles = {t.lower_ for t in root.lefts} | ({name.doc[name.start - 1].lower_} if name.start else set())
    if titles & _TITLES or name[0].lower_ in _TITLES:
        return "officer_name"
    told = _by_noun(root)
    if told is not None:
        return told
    verb = root.head
    for _ in range(3):
        if verb.pos_ in {"VERB", "AUX"} or verb.head is verb:
            break
        verb = verb.head
    own = draft.subject is not None and (draft.subject.i == root.i or root in joined(draft.subject))
    lemmas = (
        {v.lemma_.lower() for v in draft.clause.verbs} if draft.clause is not None and own else {verb.lemma_.lower()}
    )
    passive = draft.clause is not None and draft.clause.passive
    undergoes = (own and (passive or "die" in lemmas)) or (not own and root.dep_ == "dobj")
    if lemmas & _BEFALLS and undergoes:
        return "victim_name"
    if lemmas & _ACCUSED and undergoes:
        return "suspect_name"
    if lemmas & {"identify", "name"} and (undergoes or root.dep_ in {"pobj", "oprd"}):
        return _by_identified(verb) or "name"
    return None


def _by_noun(root: Token) -> str | None:
    """The role that an apposition or "was" gives: "the suspect, Doe", "Doe, the victim", "the target was Doe"."""
    near = [root.head] if root.dep_ == "appos" else [c for c in root.children if c.dep_ == "appos"]
    if root.dep_ == "attr":
        near.extend(c for c in root.head.children if c.dep_ == "nsubj")
    if root.dep_ in {"nsubj"} and root.head.lemma_ == "be":
        near.extend(c for c in root.head.children if c.dep_ == "attr")
    near.extend(c for c in root.lefts if c.dep_ in {"compound", "nmod"} and c.pos_ == "NOUN")
    return next((told for noun in near if (told := _noun_role(noun)) is not None), None)


def _noun_role(noun: Token) -> str | None:
    lemma = noun.lemma_.lower()
    if lemma in {"target", "subject"}:
        of = next((p for c in noun.children if c.lower_ == "of" for p in c.children if p.dep_ == "pobj"), None)
        return "suspect_name" if of is not None and of.lemma_.lower() in _PURSUITS else None
    if lemma in _SUSPECT:
        return "suspect_name"
    if lemma in _VICTIM or any(c.lemma_.lower() in _BEFALLS or c.lower_ in {"dead", "slain"} for c in noun.children):
        return "victim_name"
    return "officer_name" if lemma in OFFICERS else None


def _by_identified(verb: Token) -> str | None:
    near = [c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}]
    return next((told for noun in near if (told := _noun_role(noun)) is not None), None)


def _ages(words: Span, who: Who) -> Iterator[Found]:
    for match in _AGE.finditer(words.text):
        if _BOUND.search(words.text[max(0, match.start() - 12) : match.start()]):
            continue
        told = next(g for g in match.groups() if g)
        group = next(k for k, v in match.groupdict().items() if v)
        low, high = (match.start(), match.end()) if group in {"a", "b"} else match.span(group)
        found = _found(words, low, high, "age", str(_number(told)))
        whom = about(_aged(words.doc[found.end - 1 if group == "a" else found.start], group), who) if found else None
        if found is not None and (group != "e" or whom is not None):
            yield found.about_whom(whom)


def _number(words: str) -> int | str:
    if words.isdecimal():
        return int(words)
    parts = [NUMBERS.get(w, 0) for w in re.split(r"[-\s]", words.lower())]
    return sum(parts) or words


def _aged(token: Token, group: str) -> Token | None:
    """Who has the age: the noun that "34-year-old" stands before, or the name before ", 34,"."""
    doc = token.doc
    if group == "e":
        return _subject_of(token)
    if group in {"c", "d"}:
        return next(
            (doc[i] for i in range(token.i - 1, max(-1, token.i - 4), -1) if doc[i].pos_ in {"PROPN", "NOUN"}), None
        )
    at = token
    if at.pos_ in {"NOUN", "ADJ"} and at.dep_ not in {"amod", "npadvmod", "nummod", "compound", "nmod", "advmod"}:
        return at  # "the 2-year-old" is somebody
    for _ in range(5):
        if at.pos_ in {"NOUN", "PROPN"} and at.lower_ not in {"year", "years", "year-old"} and not at.text[0].isdigit():
            return at
        if at.head is at:
            return None
        at = at.head
        if at.pos_ in {"VERB", "AUX"}:
            return next((c for c in at.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return None


def _subject_of(number: Token) -> Token | None:
    """Who is told to be of an age; None for what is no person, and so has no age."""
    verb = number.head if number.head.pos_ in {"VERB", "AUX"} else number.head.head
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject if subject is not None and (is_person(subject) or subject.pos_ in {"PROPN", "PRON"}) else None


def _counted_shots(words: Span, draft: Draft) -> Iterator[Found]:
    for match in _SHOTS.finditer(words.text):
        what = (match["what"] or "shot").lower()
        if what in {"times", "rounds"} and not _SHOOTING.search(_around(words, draft)):
            continue
        number = (match["n"] or "one").lower()
        value = number if number.isdecimal() else str(NUMBERS.get(number, number))
        if (found := _found(words, match.start(), match.end(), "shots", value)) is not None:
            yield found


def _around(words: Span, draft: Draft) -> str:
    """The words with up to forty on either side, of their sentence."""
    low, high = draft.sentence
    return str(words.doc[max(low, words.start - 40) : min(high, words.end + 40)].text)


def _places(words: Span) -> Iterator[Found]:
    streets: list[Found] = []
    for match in _ADDRESS.finditer(words.text):
        low, high = match.span("road") if match["road"] else match.span()
        if (found := _found(words, low, high, "address", words.text[low:high])) is not None:
            streets.append(found)
    yield from streets
    for name in entities(words.doc, words.start, words.end, {"GPE", "LOC", "FAC"}):
        if any(s.start <= name.start and name.end <= s.end for s in streets) or _after_age(name):
            continue
        yield Found(start=name.start, end=name.end, field="place", value=name.text.removeprefix("the "))


def _after_age(name: Span) -> bool:
    """Whether a name taken for a place's stands after an age, and so is somebody's: "23-year-old Elm Reed"."""
    return name.start > 0 and name.doc[name.start - 1].lower_ in {"old", "year-old"}


def _agencies(words: Span) -> Iterator[Found]:
    for name in entities(words.doc, words.start, words.end, {"ORG"}):
        if _AGENCY.search(name.text):
            yield Found(start=name.start, end=name.end, field="agency", value=re.sub(r"^[Tt]he |['’]s$", "", name.text))


def _charges(draft: Draft, who: Who) -> Iterator[Found]:
    for token in draft.tokens():
        lemma = token.lemma_.lower()
        if lemma == "charge" and any(c.dep_ == "prep" and c.lower_ in _TOWARDS for c in token.children):
            continue  # "charged at them with a knife"
        if lemma in {"charge", "convict", "accuse", "indict", "count", "guilty"}:
            prep = next((c for c in token.children if c.dep_ == "prep" and _leads_to_crime(c)), None)
            if prep is None and lemma == "charge" and token.pos_ == "VERB":
                after = token.doc[token.i + 1 : min(token.i + 7, draft.sentence[1])]
                prep = next((t for t in after if t.lower_ == "with"), None)
            crime = next((c for c in prep.children if c.dep_ in {"pobj", "pcomp"}), None) if prep is not None else None
            if crime is None or not draft.holds(crime.i, crime.i + 1):
                continue
            a, b = crime.left_edge.i, min(crime.right_edge.i + 1, crime.left_edge.i + 12)
            b = next((t.i for t in token.doc[crime.i + 1 : b] if t.lower_ in {",", ";", "which", "who"}), b)
            while b > a + 1 and (not draft.holds(a, b) or token.doc[b - 1].pos_ in {"CCONJ", "ADP", "DET", "PUNCT"}):
                b -= 1
            yield Found(
                start=a, end=b, field="charges", value=draft.head.doc[a:b].text, about=about(draft.subject, who)
            )


def _leads_to_crime(prep: Token) -> bool:
    """Whether a crime follows: "charged with", "guilty of"; "charged on Monday" tells when, not of what."""
    if prep.lower_ == "on":
        return not any(c.ent_type_ in {"DATE", "TIME"} for c in prep.children)
    return prep.lower_ in {"with", "of"}


def _investigators(draft: Draft) -> Iterator[Found]:
    for token in draft.tokens():
        lemma = token.lemma_.lower()
        leads = lemma in {"handle", "lead", "conduct", "oversee", "head"} and any(
            c.lemma_.lower() in {"investigation", "probe", "inquiry"} for c in token.children
        )
        if lemma != "investigate" and not leads:
            continue
        by = next((p for c in token.children if c.dep_ == "agent" for p in c.children if p.dep_ == "pobj"), None)
        by = by or next((c for c in token.children if c.dep_ == "nsubj"), None)
        if by is not None and by.pos_ in {"NOUN", "PROPN"} and draft.holds(by.left_edge.i, by.i + 1):
            a, b = by.left_edge.i, by.i + 1
            yield Found(start=a, end=b, field="investigation", value=draft.head.doc[a:b].text)
