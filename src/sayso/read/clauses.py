"""Clauses of a paragraph, on its dependency parse: where each assertion begins and ends, and who does what in it.

One clause a finite verb, roughly: coordinated verb phrases apart ("hit him and fled" is two, "shot and killed" one),
relative clauses and reduced ones ("a man shot by deputies"), "after injuring an officer", appositions ("Doe, a cook"),
and a few nouns that tell of an event ("the shooting of a driver"). The parser is a small one and errs; so finite verbs
are known by their own form, not by the label that the parser gave them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

LONGEST = 40
"""Words that a clause's stretch has at most; longer ones are cut where a clause within begins."""
_SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_AUX = frozenset({"aux", "auxpass"})
_AROUND = frozenset(
    {"after", "before", "while", "since", "by", "for", "upon", "following", "when", "of", "without", "from"}
)
_EVENTS = frozenset(
    {"shooting", "killing", "death", "arrest", "wounding", "stabbing", "attack", "robbery", "murder", "beating",
     "fight", "crash", "assault", "homicide", "shootout", "raid", "slaying", "pursuit", "chase", "confrontation"}
)  # fmt: skip
_COMPLEMENTS = frozenset({"dobj", "prep", "ccomp", "xcomp", "prt", "agent", "attr", "acomp", "dative", "oprd"})
_CUT = frozenset({"conj", "parataxis"})
MISREAD = "misread"
"""The kind of a finite clause whose verb the parser took for a participle."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to `end` (half-open, of the paragraph's Doc) tell one thing, headed by `head`.

    `verbs` are the predicate's: more than one in "shot and killed". `subject` may stand outside the stretch, where verb
    phrases share it or a relative clause takes it up. `passive`: the subject undergoes it. `sentence` are the tokens of
    its sentence.
    """

    head: Token
    verbs: tuple[Token, ...]
    start: int
    end: int
    kind: str  # finite, reduced, gerund, apposition, event
    subject: Token | None
    passive: bool
    sentence: tuple[int, int]


def clauses(doc: Doc) -> Iterator[Clause]:
    """The clauses of a paragraph, by the place of their heads. Linear but for very long sentences, which are cut."""
    for sentence in doc.sents:
        heads = {t.i: kind for t in sentence if (kind := _kind(t)) is not None}
        misread = _misread(sentence)
        heads |= misread
        firsts: dict[int, int] = {}
        for token in sentence:
            if token.i in heads and (first := _merged_into(token, heads)) is not None:
                firsts[token.i] = firsts.get(first.i, first.i)
        more: dict[int, list[Token]] = {}
        for i, first_of in firsts.items():
            more.setdefault(first_of, []).append(doc[i])
        cut = {i for i, kind in heads.items() if i not in firsts and _cuts(doc[i], kind)}
        reach = _reach(sentence.start, sentence.end, doc, cut)
        for i, kind in heads.items():
            if i in firsts:
                continue
            verbs = (doc[i], *more.get(i, ()))
            start = min(reach[verb.i][0] for verb in verbs)
            end = max(reach[verb.i][1] for verb in verbs)
            if kind == MISREAD and doc[i].dep_ == "amod":
                start, end = reach[doc[i].head.i]
            start = _without_lead(doc, i, start, {j: reach[j][1] for j in _leads(doc[i], heads)})
            clause = _clause(verbs, (start, end), kind, heads, misread)
            yield replace(clause, sentence=(sentence.start, sentence.end))


def _leads(head: Token, heads: Mapping[int, str]) -> Iterator[int]:
    """Subordinate clauses before the head that tell something of their own: "*Fearing for his life*, he fired"."""
    for child in head.lefts:
        if child.dep_ == "advcl" and heads.get(child.i) == "gerund":
            yield child.i


def _without_lead(doc: Doc, head: int, start: int, leads: Mapping[int, int]) -> int:
    """Where the clause begins once a clause that opens it, up to a comma, is left to itself."""
    for lead, end in leads.items():
        if doc[lead].left_edge.i <= start and end < head and doc[end].text == ",":
            return end + 1
    return start


def _kind(token: Token) -> str | None:
    """What sort of clause the token heads, if any."""
    dep, tag = token.dep_, token.tag_
    if dep in _AUX or tag == "MD":
        return None
    children = list(token.children)
    helped = any(c.dep_ in _AUX and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in children)
    if tag in {"VBD", "VBZ", "VBP"} or (tag in {"VB", "VBN", "VBG"} and helped):
        return "finite"
    if dep == "relcl" and token.pos_ in {"VERB", "AUX"}:
        return "finite"
    if tag in {"VBN", "VBG", "VB"} and dep == "conj" and token.head.pos_ in {"VERB", "AUX"}:
        return _kind_of_joined(token) if not any(c.tag_ == "TO" for c in children) else None
    if tag == "VBN" and dep == "ROOT":
        return "finite"
    if tag in {"VBN", "VBG"} and dep == "acl":
        # "a drive-by shooting Monday" is no clause; "a man driving a car" is one
        after = [c for c in children if c.i > token.i and c.dep_ in _COMPLEMENTS]
        if token.lower_ == "shooting":
            after = [c for c in after if c.dep_ == "dobj" or c.lower_ in {"at", "into", "toward", "towards"}]
        bare = tag == "VBG" and not after
        return None if bare else "reduced"
    if tag == "VBG" and dep in {"pcomp", "advcl"} and (dep == "advcl" or token.head.lower_ in _AROUND):
        return "gerund"
    if tag == "VBN" and dep == "advcl":
        return "gerund"
    if tag == "VBN" and dep == "pcomp":
        return "gerund"
    if dep == "appos" and token.head.i < token.i and _tells(token):
        return "apposition"
    if token.pos_ == "NOUN" and token.lemma_.lower() in _EVENTS and _has_victim(token):
        return "event"
    return None


def _kind_of_joined(token: Token) -> str | None:
    """The kind of a verb coordinated to one before it: that one's, a few steps up."""
    above = token
    for _ in range(6):
        if above.dep_ != "conj" or above.head.i >= above.i or above.head.pos_ not in {"VERB", "AUX"}:
            return None
        above = above.head
        if above.dep_ != "conj" or above.tag_ in {"VBD", "VBZ", "VBP"}:
            return _kind(above)
        if any(c.dep_ in _AUX and c.tag_ in {"VBD", "VBZ", "VBP", "MD"} for c in above.children):
            return "finite"
    return None


def joined(noun: Token) -> Iterator[Token]:
    """The words coordinated to a noun after it: "a man, *a woman* and *a child*"; eight at most."""
    for _ in range(8):
        following = next((c for c in noun.children if c.dep_ == "conj" and c.i > noun.i), None)
        if following is None:
            return
        noun = following
        yield noun


def _tells(apposition: Token) -> bool:
    """Whether an apposition says something of its noun: not a state after its city, nor an acronym in brackets."""
    head = apposition.head
    if apposition.pos_ not in {"NOUN", "PROPN", "NUM"} or head.pos_ not in {"NOUN", "PROPN"}:
        return False
    if any(c.dep_ == "neg" or c.lower_ == "not" for c in apposition.children):
        return False
    if apposition.ent_type_ in {"GPE", "DATE", "TIME"} or (apposition.is_upper and apposition.n_lefts <= 1):
        return False
    return apposition.i - head.i <= 12


def _misread(sentence: Span) -> dict[int, str]:
    """Finite verbs that the parser took for participles: "the man resisted arrest, tried to flee and …", where "arrest"
    became the root, "resisted" its adjective and what follows its reduced relatives."""
    root = sentence.root
    if root.pos_ not in {"NOUN", "PROPN"}:
        return {}
    verb = next((c for c in root.lefts if c.tag_ in {"VBN", "VBD"} and c.dep_ == "amod" and c.i == root.i - 1), None)
    if verb is None or verb.i - 1 <= sentence.start or verb.nbor(-1).pos_ not in {"NOUN", "PROPN", "ADJ", "PRON"}:
        return {}
    if not any(t.tag_ in {"DT", "PRP", "PRP$"} for t in sentence.doc[max(sentence.start, verb.i - 4) : verb.i]):
        return {}
    return {verb.i: MISREAD} | {c.i: MISREAD for c in root.rights if c.dep_ == "acl" and c.tag_ in {"VBN", "VBD"}}


def _has_victim(noun: Token) -> bool:
    return any((c.dep_ == "prep" and c.lower_ == "of" and c.n_rights) or c.dep_ == "poss" for c in noun.children)


def _merged_into(token: Token, heads: dict[int, str]) -> Token | None:
    """The verb with which this one makes a single predicate: "shot and killed", nothing but "and" between."""
    head = token.head
    if token.dep_ != "conj" or head.i not in heads or not 0 < token.i - head.i <= 3:
        return None
    if any(c.dep_ in _SUBJECT for c in token.children) or any(c.dep_ == "neg" for c in head.children):
        return None
    done_to = token.lemma_ in {"kill", "drag", "wound", "injure"} or any(c.dep_ == "agent" for c in token.children)
    if token.tag_ != head.tag_ and not done_to:  # "was shot and died"
        return None
    between = token.doc[head.i + 1 : token.i]
    return (
        head
        if all(t.dep_ in {"cc", "punct", "advmod"} or t.tag_ in {"CC", "RB"} or t.lower_ == "fire" for t in between)
        else None
    )


def _cuts(token: Token, kind: str) -> bool:
    """Whether the clause that the token heads is left out of the one around it: coordinated, not subordinated."""
    spliced = kind == "finite" and token.dep_ == "ccomp" and token.i < token.head.i  # "He fell, we are told"
    return token.dep_ in _CUT or spliced or (kind == MISREAD and token.dep_ == "acl")


def _reach(start: int, end: int, doc: Doc, cut: set[int]) -> dict[int, tuple[int, int]]:
    """For every token the unbroken stretch around it that depends on it, coordinated clauses left out.

    One pass upward over the tree: each token hands its extent to its head. An extent that a coordinated clause was left
    out of ends where that clause begins.
    """
    order = _upward(doc, start, end)
    left = {i: i for i in range(start, end)}
    right = {i: i + 1 for i in range(start, end)}
    stop: dict[int, int] = {}
    for i in order:
        head = doc[i].head.i
        if head == i or not start <= head < end:
            continue
        if i in cut:
            opening = left[i]
            while opening - 1 > head and doc[opening - 1].dep_ in {"cc", "punct", "preconj"}:
                opening -= 1
            if opening > head:
                stop[head] = min(stop.get(head, end), opening)
            if i in stop:  # a clause left out of a clause left out
                continue
            continue
        left[head] = min(left[head], left[i])
        right[head] = max(right[head], right[i])
        if i in stop and stop[i] > head:
            stop[head] = min(stop.get(head, end), stop[i])
    return {i: (left[i], min(right[i], stop.get(i, end))) for i in range(start, end)}


def _upward(doc: Doc, start: int, end: int) -> list[int]:
    """The tokens with every dependent before its head."""
    order: list[int] = []
    waiting = [t.i for t in doc[start:end] if t.head.i == t.i or not start <= t.head.i < end]
    while waiting:
        i = waiting.pop()
        order.append(i)
        waiting.extend(c.i for c in doc[i].children)
    return order[::-1]


def _clause(
    verbs: tuple[Token, ...], reach: tuple[int, int], kind: str, heads: Mapping[int, str], misread: Mapping[int, str]
) -> Clause:
    doc, head = verbs[0].doc, verbs[0]
    start, end = reach
    subject, passive = subject_of(head, misread), kind != MISREAD and is_passive(head)
    if kind == "apposition":
        start = min(start, _left_of(head.head))
        subject = head.head
    elif kind == "reduced" or head.dep_ == "relcl":
        noun = head.head
        if noun.i < start and start - noun.i <= 6:
            start = _left_of(noun)
    start, end = _shortened(doc, head.i, start, end, heads)
    return Clause(
        head=head, verbs=verbs, start=start, end=end, kind=kind, subject=subject, passive=passive, sentence=reach
    )


def _left_of(noun: Token) -> int:
    """Where the noun's phrase begins, its clauses left out; at most eight words before it."""
    first = noun.i
    for token in noun.lefts:
        if token.dep_ in {"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod"}:
            first = min(first, max(token.left_edge.i, noun.i - 8))
    return first


def _shortened(doc: Doc, head: int, start: int, end: int, heads: Mapping[int, str]) -> tuple[int, int]:
    """At most so many words, cut where a clause within begins as far as that can be."""
    if end - start <= LONGEST:
        return start, end
    after = [o for i in range(head + 1, start + LONGEST) if i in heads and head < (o := _opening(doc, i, head))]
    if after and max(after) - start >= 8:
        return start, max(after)
    if head - start > LONGEST // 2:
        near = range(head - LONGEST // 2 + 1, head + 1)
        start = min((i for i in near if i in heads), default=head - LONGEST // 2)
    return start, min(end, start + LONGEST)


def _opening(doc: Doc, clause: int, head: int) -> int:
    """Where a clause within another begins: at its mark, its relative pronoun, or itself."""
    edge = doc[clause].left_edge.i
    return edge if edge > head else clause


def subject_of(verb: Token, misread: Collection[int] = ()) -> Token | None:
    """Who or what the verb's subject is, through coordination, relative pronouns and "tried to"; None if not told.

    `misread` holds the tokens that are finite verbs though the parser took them for participles.
    """
    for _ in range(8):
        if verb.i in misread:
            first = verb if verb.dep_ == "amod" else next((c for c in verb.head.lefts if c.i in misread), verb)
            return first.nbor(-1) if first.i else None
        own = next((c for c in verb.children if c.dep_ in _SUBJECT), None)
        if own is not None:
            if own.tag_ in {"WP", "WDT"} and verb.dep_ == "relcl":
                return verb.head
            return own
        if verb.dep_ in {"acl", "relcl"}:
            return verb.head
        if verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp"} and verb.head is not verb:
            verb = verb.head
            continue
        return None
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb's subject undergoes what it tells."""
    children = {c.dep_ for c in verb.children}
    if "auxpass" in children or "nsubjpass" in children:
        return True
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and verb.dep_ == "conj" and "agent" in children
    if verb.dep_ in {"acl", "advcl"}:
        return True
    if verb.dep_ == "ROOT":
        return not any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return (
        verb.dep_ == "conj"
        and verb.head.tag_ == "VBN"
        and "dobj" not in children
        and (verb.head.dep_ == "acl" or any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.head.children))
    )
