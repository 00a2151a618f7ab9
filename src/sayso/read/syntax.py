"""Small questions to the dependency parse (ClearNLP labels, as spaCy's English models give them)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.read.nouns import BODIES

Range = tuple[int, int]  # characters of the document, half-open

LONGEST = 250  # tokens of a phrase or sentence that are looked at
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
TIMES = frozenset({"after", "before", "when", "once", "until"})
BEFORE_CUE = frozenset({"aux", "auxpass", "neg", "advmod"})
LINKS = frozenset({"of", "and", "for", "the", "on", "&"})
LATE_IN_NAME = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp", "punct"})


@dataclass(frozen=True, slots=True)
class Proposal:
    """One attribution as a step proposes it, in document offsets. `lemma` is that of the cue's head word, `rule` the
    name of what found it. Pieces stand in text order."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    lemma: str
    rule: str
    confidence: float
    recipient: tuple[Range, ...] = ()
    quoted: bool = False  # the content is whole quotations


LEADING = frozenset({"lead", "cause", "prompt", "bring", "allow", "force"})
"""Verbs whose object does what follows."""


def subject(verb: Token) -> Token | None:
    """The subject of a verb, looked for through coordination, participles and auxiliaries."""
    seen = 0
    token: Token = verb
    nearer = _of_clause_before(verb) if verb.dep_ == "conj" else None
    if nearer is not None:
        return nearer
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":  # "quotes Y as saying"
        quotes = next((t for t in verb.head.ancestors if t.lemma_ in ("quote", "cite")), None)
        if quotes is not None:
            return next((c for c in quotes.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in LEADING:  # "a note led detectives to believe"
        led = next((c for c in verb.head.children if c.dep_ == "dobj" and c.i < verb.i), None)
        if led is not None:
            return led
    while seen < 6:
        for child in token.children:
            if child.dep_ in SUBJECTS:
                return child
        if token.dep_ in ("conj", "xcomp", "advcl", "prep", "pcomp", "parataxis", "aux"):
            token = token.head
        elif token.dep_ in ("acl", "relcl") and token.tag_ in ("VBG", "VBN", "VBD"):
            return token.head if token.head.pos_ in ("NOUN", "PROPN", "PRON") else None
        else:
            return None
        seen += 1
    return None


def _of_clause_before(verb: Token) -> Token | None:
    """The subject of the clause of time that ends right before "and said": "They came after a man called and said …",
    where the parser joins the two main verbs."""
    between = list(verb.doc[max(verb.head.i + 1, verb.i - LONGEST) : verb.i])
    if any(t.is_punct for t in between[-4:]):
        return None
    other = next((t for t in reversed(between) if t.pos_ == "VERB"), None)
    if other is None:
        return None
    if other.dep_ == "advcl" and any(c.dep_ in ("mark", "advmod") and c.lower_ in TIMES for c in other.children):
        return next((c for c in other.children if c.dep_ in SUBJECTS and c.i < other.i), None)
    noun = other.head
    return noun if other.dep_ == "acl" and noun.dep_ == "pobj" and noun.head.lower_ in TIMES else None


def extent(head: Token, stop: Callable[[Token], bool] | None = None) -> list[Token]:
    """A head and all below it, without the subtrees for whose top `stop` holds; in text order. No recursion.

    No more than `LONGEST` tokens: a longer "sentence" is a list or a table, and the bound keeps reading linear.
    """
    found: list[Token] = []
    todo = [head]
    while todo and len(found) < LONGEST:
        token = todo.pop()
        found.append(token)
        todo.extend(child for child in token.children if stop is None or not stop(child))
    return sorted(found, key=lambda t: t.i)


def sentence(token: Token) -> list[Token]:
    """The tokens of a token's sentence, no more than `LONGEST` on either side of it."""
    doc = token.doc
    first = last = token.i
    while first > 0 and not doc[first].is_sent_start and token.i - first < LONGEST:
        first -= 1
    while last + 1 < len(doc) and not doc[last + 1].is_sent_start and last - token.i < LONGEST:
        last += 1
    return list(doc[first : last + 1])


def noun_phrase(head: Token) -> list[Token]:
    """The words that name a source: the head with its modifiers and appositions, without clauses that hang on it."""

    def stop(token: Token) -> bool:
        if token.dep_ in ("relcl", "advcl", "parataxis", "ccomp"):
            return True
        if token.dep_ in ("acl", "prep") and token.i > head.i:
            return token.dep_ == "acl" or token.right_edge.i - token.left_edge.i > 11
        if token.dep_ == "appos":
            return token.right_edge.i - token.left_edge.i > 15
        return token.dep_ in ("cc", "conj") and token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")

    words = contiguous(extent(head, stop), head)
    while words and words[-1] is not head and (words[-1].is_punct or words[-1].dep_ == "cc"):
        words.pop()
    while words and words[0] is not head and (words[0].is_punct or words[0].is_space):
        words.pop(0)
    return words


def contiguous(words: Iterable[Token], around: Token) -> list[Token]:
    """The run of adjacent tokens that holds `around`."""
    ordered = sorted(words, key=lambda t: t.i)
    position = next(k for k, t in enumerate(ordered) if t.i == around.i)
    first = last = position
    while first > 0 and ordered[first - 1].i == ordered[first].i - 1:
        first -= 1
    while last + 1 < len(ordered) and ordered[last + 1].i == ordered[last].i + 1:
        last += 1
    return ordered[first : last + 1]


def tail(words: list[Token], head: Token) -> list[Token]:
    """The run of adjacent tokens that ends at the head."""
    ordered = [t for t in words if t.i <= head.i]
    run: list[Token] = []
    for t in reversed(ordered):
        if run and t.i != run[0].i - 1:
            break
        run.insert(0, t)
    return run


def body_end(doc: Doc, last: int) -> int:
    """The last token of a body's name that the tagger missed: "Bureau *of Alcohol and Fuel Safety*"."""
    end = k = last
    if doc[last].lower_ not in BODIES:
        return last
    while k + 1 < len(doc) and k - last < 10 and (doc[k + 1].lower_ in LINKS or doc[k + 1].pos_ == "PROPN"):
        k += 1
        if doc[k].pos_ == "PROPN":
            end = k
    return end if last + 1 < len(doc) and doc[last + 1].lower_ in LINKS else last


def verb_group(verb: Token) -> list[Token]:
    """The verb with its auxiliaries, negation, particle and the adverbs that touch it."""
    own = [verb] + [
        child
        for child in verb.children
        if child.dep_ in ("aux", "auxpass", "neg", "prt") or (child.dep_ == "advmod" and not list(child.children))
    ]
    if verb.dep_ == "xcomp" and verb.i > verb.head.i and verb.i - verb.head.i <= 3:
        head = verb.head
        if head.lemma_ in ("go", "continue", "begin", "seem", "appear", "try", "want", "decline", "refuse", "use"):
            own += [t for t in extent(head, lambda c: c.dep_ not in ("aux", "neg", "prt")) if t.i <= head.i]
            own += list(verb.doc[head.i : verb.i])
    return contiguous({t.i: t for t in own}.values(), verb)


def tokens_range(words: list[Token], base: int) -> Range:
    """Document offsets of adjacent tokens of a paragraph that begins at `base`. A hyphenated word is never cut."""
    doc, first, last = words[0].doc, words[0].i, words[-1].i
    while (
        first > 1 and doc[first - 1].text == "-" and not doc[first - 1].whitespace_ and not doc[first - 2].whitespace_
    ):
        first -= 2
    while (
        last + 2 < len(doc)
        and doc[last + 1].text == "-"
        and not doc[last].whitespace_
        and not doc[last + 1].whitespace_
    ):
        last += 2
    return base + doc[first].idx, base + doc[last].idx + len(doc[last])


def pieces(words: Iterable[Token], base: int) -> tuple[Range, ...]:
    """Document offsets of the runs of adjacent tokens, without punctuation at a run's ends but with quotation marks."""
    out: list[Range] = []
    run: list[Token] = []
    for token in sorted(words, key=lambda t: t.i):
        if run and token.i != run[-1].i + 1:
            out.extend(_trim(run, base))
            run = []
        run.append(token)
    out.extend(_trim(run, base))
    return tuple(out)


def _trim(run: list[Token], base: int) -> Iterator[Range]:
    def loose(token: Token) -> bool:
        return token.is_space or (token.text in {",", ".", ";", ":", "—", "–", "-", "--", "…", "?", "!"})

    while run and loose(run[0]):
        run = run[1:]
    while run and (loose(run[-1]) or run[-1].dep_ == "cc"):
        run = run[:-1]
    if any(t.is_alpha or t.is_digit or any(c.isalnum() for c in t.text) for t in run):
        yield tokens_range(run, base)


RANKS = frozenset("sgt lt capt det cpl maj col cmdr ofc sergeant lieutenant captain corporal".split())
"""Ranks that stand before a name, in small letters without a stop."""


def is_rank(token: Token) -> bool:
    """Whether a word is a rank before somebody's name."""
    return token.lower_.rstrip(".") in RANKS and token.text[:1].isupper()


def before_name(token: Token) -> bool:
    """Whether a rank is cut off from the name that follows it: "Sgt. Ana Quill" as two phrases."""
    at = token.i + 1
    at += at < len(token.doc) and token.doc[at].text == "."
    return at < len(token.doc) and token.doc[at].text[:1].isupper() and token.doc[at].pos_ == "PROPN"


def last_of_entity(token: Token) -> bool:
    """Whether a word is the last of the entity that it belongs to."""
    return token.i + 1 == len(token.doc) or token.nbor().ent_iob_ != "I"
