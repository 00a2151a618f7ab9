"""How a claim is put: denied or not, as fact, allegation, possibility, expectation or plan, or as unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.model import Modality
from sayso.read.clauses import joined
from sayso.read.lacking import lacking

_ALLEGED = frozenset({"allegedly", "reportedly", "purportedly", "supposedly", "apparently", "ostensibly"})
_ALLEGING = frozenset({"alleged", "purported", "supposed"})
_POSSIBLY = frozenset({"possibly", "perhaps", "probably", "maybe", "potentially", "presumably", "seemingly"})
_MAY = frozenset({"may", "might"})
_COULD = frozenset({"could", "would", "should", "must"})
_WILL = frozenset({"will", "'ll", "’ll", "shall"})
_THOUGHT = frozenset({"believe", "think", "suspect", "consider", "presume", "assume", "appear", "seem", "look"})
_CLAIMED = frozenset({"allege", "say", "report", "rumor", "claim", "accuse", "purport"})
_FORESEEN = frozenset({"expect", "schedule", "slate", "anticipate", "project", "forecast", "due", "likely"})
_MEANT = frozenset(
    {"plan", "intend", "want", "hope", "vow", "promise", "pledge", "aim", "propose", "prepare", "threaten"}
)
_ACCUSING = frozenset({"accuse", "suspect"})
_ASSERTIONS = frozenset(
    {"claim", "allegation", "report", "suggestion", "accusation", "idea", "notion", "statement", "rumor", "assertion",
     "contention", "story"}
)  # fmt: skip
_FALSE = frozenset(
    {"false", "untrue", "wrong", "incorrect", "inaccurate", "lie", "lies", "unfounded", "baseless", "nonsense",
     "ridiculous", "absurd", "fabrication", "fiction"}
)  # fmt: skip
_TRUE = frozenset({"true", "correct", "accurate"})


@dataclass(frozen=True, slots=True)
class Stance:
    """`hedges` are stretches of tokens (half-open) that tell it."""

    polarity: bool
    modality: Modality
    hedges: tuple[tuple[int, int], ...]


def stance(head: Token, tokens: Sequence[Token]) -> Stance:
    """How the claim headed by `head` is put; `tokens` are all of its words."""
    inside = {t.i for t in tokens}
    found: list[tuple[Modality, int, int]] = []
    governing = [head, *_governing(head, inside)]
    for verb in governing:
        found.extend(_modals(verb))
    for token in tokens:
        word = token.lower_
        near = token.head in governing or token.head.head in governing
        if word in _ALLEGED or (word in _ALLEGING and token.dep_ == "amod"):
            if near:
                found.append((Modality.ALLEGED, token.i, token.i + 1))
        elif word in _POSSIBLY and near:
            found.append((Modality.POSSIBLE, token.i, token.i + 1))
    polarity = not any(_denied(verb, inside) for verb in governing)
    if head.lemma_.lower() in _ACCUSING and any(
        c.dep_ in {"auxpass", "nsubjpass"} or c.lower_ == "of" for c in head.children
    ):
        found.append((Modality.ALLEGED, head.i, head.i + 1))
    above = head.head
    if head.dep_ == "pcomp" and above.head.lemma_.lower() in _ACCUSING | {"charge"}:
        found.append((Modality.ALLEGED, above.head.i, above.head.i + 1))
    if lacking(head) is not None:
        polarity = False
    elif head.dep_ == "ccomp" and above.i < head.i <= above.i + 20 and above.i not in inside and _thought(above):
        found.append((Modality.POSSIBLE, above.i, above.i + 1))
    if _rejected(head):
        polarity = not polarity
    weight = [Modality.ALLEGED, Modality.POSSIBLE, Modality.INTENDED, Modality.EXPECTED]
    modality = min((m for m, _, _ in found), key=weight.index, default=Modality.FACT)
    return Stance(polarity, modality, tuple(sorted({(a, b) for _, a, b in found})))


def _thought(verb: Token) -> bool:
    return verb.lemma_.lower() in _THOUGHT


def _rejected(head: Token) -> bool:
    """Whether the words around a clause say that it is not so: "claims that *he ran* are false", "it is not true that
    *he ran*". Who rejects what somebody says is an attribution that denies."""
    above = head.head
    if above.lemma_.lower() in _ASSERTIONS:
        return head.dep_ in {"acl", "ccomp", "relcl"} and above.dep_ == "nsubj" and _untrue(above.head)
    if head.dep_ not in {"ccomp", "csubj", "acl", "xcomp"}:
        return False
    return _untrue(above.head if above.lower_ in _TRUE | _FALSE else above)


def _untrue(verb: Token) -> bool:
    """Whether "is" is said of something false, or not of something true."""
    if verb.lemma_ != "be":
        return False
    denied = any(c.dep_ == "neg" for c in verb.children)
    told = {c.lower_ for c in verb.children if c.dep_ in {"acomp", "attr"}}
    return bool(told & (_TRUE if denied else _FALSE))


def _governing(head: Token, inside: set[int]) -> Iterator[Token]:
    """The verbs under `head` that carry its meaning: "is expected *to recover*"."""
    for child in head.children:
        if child.dep_ == "xcomp" and child.i in inside and child.pos_ in {"VERB", "AUX"}:
            yield child


def _modals(verb: Token) -> Iterator[tuple[Modality, int, int]]:
    doc = verb.doc
    children = list(verb.children)
    for child in children:
        word = child.lower_
        if child.dep_ != "aux" and child.tag_ != "MD":
            continue
        if word in _MAY or (word in _COULD and any(c.lemma_ == "have" and c.dep_ == "aux" for c in children)):
            yield Modality.POSSIBLE, child.i, child.i + 1
        elif word in {"could", "should", "would"} and verb.lemma_ == "be":
            yield (Modality.EXPECTED if word == "should" else Modality.POSSIBLE), child.i, child.i + 1
        elif word in _WILL:
            yield Modality.EXPECTED, child.i, child.i + 1
    complement = next(
        (c for c in children if c.dep_ in {"xcomp", "ccomp"} and any(k.tag_ == "TO" for k in c.children)), None
    )
    if complement is None:
        return
    to = next(k for k in complement.children if k.tag_ == "TO")
    if not verb.i < to.i <= verb.i + 3:
        return
    start = next((c.i for c in children if c.dep_ == "auxpass"), verb.i)
    start = start if start >= verb.i - 3 else verb.i
    lemma = verb.lemma_.lower()
    passive = any(c.dep_ in {"auxpass", "nsubjpass"} for c in children) or lemma in {"appear", "seem"}
    if lemma in _THOUGHT and passive:
        yield Modality.POSSIBLE, start, to.i + 1
    elif lemma in _CLAIMED and passive:
        yield Modality.ALLEGED, start, to.i + 1
    elif lemma in _FORESEEN or (lemma in {"set", "go"} and verb.tag_ in {"VBN", "VBG"}):
        yield Modality.EXPECTED, start, to.i + 1
    elif lemma in _MEANT:
        yield Modality.INTENDED, start, to.i + 1
    elif lemma == "be" and any(c.lower_ in {"likely", "unlikely", "due", "set"} for c in children):
        yield Modality.EXPECTED, verb.i, to.i + 1
    del doc


def _denied(verb: Token, inside: set[int]) -> bool:
    for child in verb.children:
        if child.dep_ == "neg" and child.i in inside:
            return True
        if child.lower_ in {"never", "neither", "nobody", "none", "nothing"} and child.i in inside:
            return True
        if child.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "dep"} and any(
            g.lower_ in {"no", "neither"} and g.i in inside for g in child.children
        ):
            return True
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ == "one" and child.i and child.nbor(-1).lower_ == "no":
            return True
    return verb.lemma_.lower() == "deny" or (verb.i > 0 and verb.dep_ == "pcomp" and verb.head.lower_ == "without")


@dataclass(frozen=True, slots=True)
class Missing:
    """Tokens `start` to `end` say that something is unknown: `what`, in the text's own words where it tells them."""

    start: int
    end: int
    what: str


_SAID_UNKNOWN = re.compile(
    r"\b(?:"
    r"(?:it|that)?\s?(?:is|was|remains?|remained|are|were|[’']s)\s"
    r"(?:(?:still|also|currently|as yet|yet|immediately)\s){0,2}"
    r"(?:unclear|unknown|uncertain|undetermined|a mystery)"
    r"|(?:is|was|are|were|has|have|had|isn[’']t|wasn[’']t|aren[’']t|weren[’']t|hasn[’']t|haven[’']t)(?:\snot|\sn[’']t)?\s"
    r"(?:(?:been|immediately|yet|publicly|officially|being|initially|formally|positively|immediately be)\s){0,3}"
    r"(?:known|clear|released|identified|disclosed|named|made public|determined|confirmed|announced|available|provided"
    r"|revealed|established|specified)"
    r"|(?:has|have|had)\s(?:yet|still)\sto\s(?:be\s)?"
    r"(?:released?|identify|identified|named?|determined?|confirm|confirmed|say|announced?|disclosed?)"
    r"|(?:is|are|was|were)\s(?:(?:still|being)\s){0,2}(?:withheld|kept\s(?:secret|confidential|private))"
    r"|(?:withheld|is\swithholding|are\swithholding|has\swithheld|have\swithheld)(?=\s(?:the|his|her|their|its)\b)"
    r"|could(?:\snot|n[’']t)\s(?:(?:immediately|independently|yet)\s){0,2}be\s"
    r"(?:confirmed|verified|determined|learned|identified|reached)"
    r"|(?:did|do|does|would|could|can)(?:\snot|n[’']t)\s(?:(?:immediately|yet|publicly|currently)\s){0,2}"
    r"(?:know|say|release|identify|disclose|specify|elaborate|detail|discuss|name|provide|give|comment|reveal)"
    r"|(?:no|little|few)\s(?:other\s|further\s|more\s|additional\s|immediate\s)?"
    r"(?:information|details|word|update|description)"
    r"(?:\s(?:was|were|is|are|has been|have been)\s(?:immediately\s|yet\s)?"
    r"(?:released|available|provided|given|disclosed))?"
    r"|(?:declined|refused|refusing|declining)\sto\s"
    r"(?:say|comment|identify|release|name|disclose|elaborate|discuss|confirm)"
    r")\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|yet|still|unclear|unknown|uncertain|undetermined|mystery|little|few|declin\w+|refus\w+|withh\w+|kept)\b|n[’']t\b",
    re.I,
)
_ADJECTIVE = frozenset({"unknown", "unspecified", "undetermined", "undisclosed", "unclear"})
_NAMING = frozenset({"identify", "name"})


def unknown(doc: Doc, start: int, end: int) -> Iterator[Missing]:
    """What the tokens `start` to `end` say to be unknown: "at an unknown date", "it is unclear whether he …"."""
    if start >= end:
        return
    base = doc[start].idx
    text = doc[start:end].text
    for match in _SAID_UNKNOWN.finditer(text):
        if not _NEGATED.search(match.group()):
            continue
        words = doc.char_span(base + match.start(), base + match.end(), alignment_mode="expand")
        if words is not None and words.start >= start and words.end <= end:
            what = _what(doc, start, end, words.start, words.end)
            if what is not None:
                yield Missing(words.start, words.end, what)
    for token in doc[start:end]:
        if token.lower_ in _ADJECTIVE and token.dep_ == "amod" and token.head.i < end and token.i < token.head.i:
            yield _adjective(token, start, end)


_ASKING = re.compile(
    r"(?:yet\s|exactly\s|just\s)?(?:whether|if|how|why|what|who|whom|whose|when|where|which)\b", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:about|on|as to|regarding|of)\s", re.IGNORECASE)
_KEEPING = re.compile(
    r"^(?:did|do|does|would|could|can|(?:is |are |ha\w+ )?withh|declin|refus|ha[sd] yet|have yet|no |little |few )",
    re.IGNORECASE,
)


def _what(doc: Doc, start: int, end: int, a: int, b: int) -> str | None:
    """What is unknown: what follows ("unclear *whether he fired*"), or else the subject ("*The motive* is unknown").

    None where the words only look like it: "he did not know Doe".
    """
    told = doc[b:end].text.strip(" ,.;:")
    words = doc[a:b].text
    if _ASKING.match(told) or _ABOUT.match(told):
        return re.split(r"[,;]\s", _ABOUT.sub("", told))[0]
    verb = next((t for t in reversed(doc[a:b]) if t.pos_ in {"VERB", "AUX", "ADJ"}), doc[b - 1])
    subject = _subject(doc, verb, start, a)
    if verb.lemma_.lower() == "know" and verb.tag_ != "VBN":
        return None
    if verb.lemma_.lower() in _NAMING:
        whom = told if _KEEPING.match(words) else subject
        return f"name of {whom}" if whom else "names"
    return (told if _KEEPING.match(words) and told else subject or told) or words


def _subject(doc: Doc, verb: Token, start: int, end: int) -> str:
    """The subject's phrase before the words, or all that stands there."""
    for at in (verb, verb.head):
        own = next((c for c in at.children if c.dep_ in {"nsubj", "nsubjpass"} and start <= c.i < end), None)
        if own is not None:
            return str(doc[max(start, own.left_edge.i) : min(end, own.right_edge.i + 1)].text).strip(" ,.;:")
    return str(doc[start:end].text).strip(" ,.;:")


def _adjective(token: Token, start: int, end: int) -> Missing:
    """ "at an unknown date and time": the words, and "date and time he entered the country"."""
    doc, noun = token.doc, token.head
    nouns = [noun, *(c for c in joined(noun) if c.i < end)]
    last = max(n.i for n in nouns) + 1
    first = noun.left_edge.i if noun.left_edge.i >= start else token.i
    if first > start and doc[first - 1].tag_ == "IN" and noun.dep_ == "pobj":
        first -= 1
    names = doc[token.i + 1 : last].text
    around = doc[start:first].text.strip(" ,.;:")
    opening = doc[start]
    if around and opening.ent_type_ == "" and opening.pos_ in {"PRON", "DET"} and opening.lower_ != "i":
        around = around[0].lower() + around[1:]
    return Missing(first, last, f"{names} {around}".strip())
