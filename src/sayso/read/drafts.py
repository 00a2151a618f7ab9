"""Claims in the making: the clauses of a paragraph, cut to the words of one voice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from sayso.read.clauses import LONGEST, Clause, clauses
from sayso.read.parse import Paragraph

TRIM = re.compile(r"[\s\"“”„«»‘’'`,;:.!?…\-–—()\[\]&*•|/]+")
_DANGLING = frozenset({"and", "but", "or", "also", "then", "only", "not"})
_OPENERS = frozenset({"and", "but", "or", "that", "so", "nor", "yet", "then"})
_INTRODUCING = frozenset({"release", "issue", "publish", "post", "give", "make", "hold", "send"})
_UTTERANCE = frozenset(
    {"statement", "release", "update", "post", "conference", "briefing", "tweet", "message", "letter", "remarks"}
)
_REPORTING = frozenset(
    {"say", "add", "write", "report", "tell", "state", "note", "continue", "explain", "post", "reply"}
)
_WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "NUM", "PRON", "ADJ"})
_HOUSEKEEPING = re.compile(
    r"\b(?:all rights reserved|copyright \d+|privacy policy|terms of (?:use|service)|sign up for|subscribe to"
    r"|newsletters?|click (?:here|on)|mobile app|download (?:the|our)|follow us|like us on|join us (?:on|here)"
    r"|verification email|advertisements?|contributed to this (?:report|story)|stay with \w+ for|check back for"
    r"|watch (?:live|free)|share this|may not be published, broadcast|leave a comment"
    r"|(?:story|article|post|report) (?:has been|was) (?:updated|corrected|revised|amended) (?:to|with|on|at)"
    r"|(?:media|press) contact|your e-?mail)\b|©",
    re.IGNORECASE,
)
_SHORTEST = 4
"""Words that a stretch without a clause of its own must have to be a claim."""


@dataclass(slots=True)
class Draft:
    """Stretches of tokens (half-open) of one paragraph that assert one thing in one voice; `clause` is None where the
    parse shows none. `sentence` are the tokens of its sentence. `owner` is the attribution's id, None for the article's
    own voice."""

    owner: str | None
    clause: Clause | None
    runs: list[tuple[int, int]]
    head: Token
    sentence: tuple[int, int]
    subject: Token | None = None

    @property
    def size(self) -> int:
        """How many tokens it has."""
        return sum(end - start for start, end in self.runs)

    def holds(self, start: int, end: int) -> bool:
        """Whether the tokens `start` to `end` all stand in one of its stretches."""
        return any(a <= start and end <= b for a, b in self.runs)

    def tokens(self) -> list[Token]:
        """Its tokens, in text order."""
        return [t for a, b in self.runs for t in self.head.doc[a:b]]


def drafts(paragraph: Paragraph, labels: Sequence[str | None], barred: Sequence[bool]) -> list[Draft]:
    """The drafts of a paragraph. `labels` and `barred` tell for each token whose it is and whether it is a credit.

    Questions and clauses that only introduce words are left out.
    """
    by_sentence: dict[int, list[Clause]] = {}
    for clause in clauses(paragraph.doc):
        by_sentence.setdefault(clause.sentence[0], []).append(clause)
    found: list[Draft] = []
    for start, end in _statements(paragraph):
        here: list[Draft] = []
        told = list(barred)  # what only introduces asserts no more than a credit does
        for clause in by_sentence.get(start, ()):
            if labels[clause.head.i] is None and _introduces(clause):
                for i in range(clause.start, clause.end):
                    told[i] = told[i] or labels[i] is None
                continue
            if _is_open(clause):
                told[clause.start : clause.end] = [True] * (clause.end - clause.start)
                continue
            draft = _draft(clause, here, labels, barred)
            if draft is not None:
                here.append(draft)
        _absorb(paragraph, (start, end), here, labels, told)
        here.extend(_verbless((start, end), here, labels, told, paragraph))
        found.extend(here)
    return found


def _statements(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The paragraph's sentences, questions left out, and what a site says of itself ("All rights reserved")."""
    for sentence in paragraph.doc.sents:
        last = next((t for t in reversed(sentence) if t.text.strip(" \"“”’'")), None)
        if last is not None and last.text[-1:] not in {"?", "？"} and not _HOUSEKEEPING.search(sentence.text):
            yield sentence.start, sentence.end


def _draft(clause: Clause, here: Sequence[Draft], labels: Sequence[str | None], barred: Sequence[bool]) -> Draft | None:
    head = clause.head
    owner = labels[head.i]
    if barred[head.i]:
        return None
    runs = _runs(clause, owner, labels, barred)
    if sum(b - a for a, b in runs) < (4 if clause.kind == "reduced" else 2):
        return None
    subject = clause.subject
    if subject is not None and (barred[subject.i] or labels[subject.i] != owner) and clause.kind != "reduced":
        # the parser tied this verb to the words that introduce it: its subject is that of the clause before
        subject = next((d.subject for d in reversed(here) if d.owner == owner and d.subject), None)
    return Draft(owner=owner, clause=clause, runs=runs, head=head, sentence=clause.sentence, subject=subject)


def _runs(
    clause: Clause, owner: str | None, labels: Sequence[str | None], barred: Sequence[bool]
) -> list[tuple[int, int]]:
    """The unbroken stretches of the clause that are the owner's, trimmed of marks and conjunctions; none where its head
    is not among them. A stretch without the head is kept where it has a word of some weight, not only "that" or "on".
    """
    doc, head = clause.head.doc, clause.head.i
    found: list[tuple[int, int]] = []
    i = clause.start
    while i < clause.end:
        if labels[i] != owner or barred[i]:
            i += 1
            continue
        a = i
        while i < clause.end and labels[i] == owner and not barred[i]:
            i += 1
        b = i
        while a < b and (TRIM.fullmatch(doc[a].text) or (a != head and doc[a].lower_ in _OPENERS)):
            a += 1
        if a + 1 < min(b, head) and doc[a].is_upper and len(doc[a]) > 3 and doc[a + 1].text == ":":
            a += 2  # "BREAKING: a man …"
        while b > a and (TRIM.fullmatch(doc[b - 1].text) or (b - 1 != head and doc[b - 1].dep_ == "cc")):
            b -= 1
        if a < b < clause.end and labels[b] == owner and not barred[b] and _closes(doc[a:b].text, doc[b].text):
            b += 1
        if a < b and (a <= head < b or any(t.pos_ in _WEIGHTY for t in doc[a:b])):
            found.append((a, b))
    return found if any(a <= head < b for a, b in found) else []


def _closes(text: str, mark: str) -> bool:
    """Whether a quotation mark closes one that the text opens: the two stay together."""
    if mark == "”":
        return text.count("“") > text.count("”")
    return mark == '"' and text.count('"') % 2 == 1


def _is_open(clause: Clause) -> bool:
    """Whether the clause leaves open what it tells: "whether he fired", "if he fired"."""
    if clause.head.dep_ not in {"ccomp", "advcl", "pcomp", "acl", "dep"}:
        return False
    return any(c.lower_ in {"whether", "if"} and c.i < clause.head.i for c in clause.head.children)


def _introduces(clause: Clause) -> bool:
    """Whether a clause of the article's own only introduces words: "The office issued a statement." """
    lemma = clause.head.lemma_.lower()
    objects = {c.lemma_.lower() for c in clause.head.children if c.dep_ in {"dobj", "nsubjpass"}}
    if lemma in _INTRODUCING and _UTTERANCE & objects:
        return True
    if clause.kind == "reduced" and clause.head.head.lemma_.lower() in _UTTERANCE:
        return True  # "in a statement released at midnight"
    if lemma in _REPORTING and clause.end - clause.start <= 4 and not objects:
        return True
    tail = clause.head.doc[clause.end - 1 : clause.end + 1].text.rstrip(" \"“'‘")
    return lemma in _REPORTING and tail.endswith((":", ",")) and not objects


def _absorb(
    paragraph: Paragraph,
    sentence: tuple[int, int],
    here: list[Draft],
    labels: Sequence[str | None],
    barred: Sequence[bool],
) -> None:
    """Give the words that no clause took to the clause beside them, or make a draft of them where they are many."""
    doc = paragraph.doc
    covered = {i for d in here for a, b in d.runs for i in range(a, b)}
    starting = {a: (d, k) for d in reversed(here) for k, (a, _) in enumerate(d.runs)}
    ending = {b: (d, k) for d in reversed(here) for k, (_, b) in enumerate(d.runs)}
    i = sentence[0]
    while i < sentence[1]:
        if i in covered or barred[i]:
            i += 1
            continue
        owner, first = labels[i], i
        while i < sentence[1] and i not in covered and not barred[i] and labels[i] == owner:
            i += 1
        words = [t for t in doc[first:i] if not TRIM.fullmatch(t.text)]
        while words and words[-1].lower_ in _DANGLING:
            words.pop()
        if not any(t.pos_ not in {"CCONJ", "SCONJ", "PUNCT", "PART", "SPACE", "INTJ"} for t in words):
            continue
        a, b = words[0].i, words[-1].i + 1
        if b - a == 1 and words[0].is_upper and b < len(doc) and doc[b].text == ":":
            continue  # "BREAKING:"
        after = _own(starting.get(b) or starting.get(b + 1), owner)
        before = _own(ending.get(a) or ending.get(a - 1), owner)
        if after is not None and (after[0].subject is None or before is None) and after[0].size + b - a <= LONGEST:
            draft, k = after
            draft.runs[k] = (a, draft.runs[k][1])
        elif before is not None and before[0].size + b - a <= LONGEST and len(words) < 12:
            draft, k = before
            draft.runs[k] = (draft.runs[k][0], b)
        elif _is_enough(words, owner):
            roots = [t for t in words if t.head.i < a or t.head.i >= b or t.head is t]
            here.append(
                Draft(
                    owner=owner,
                    clause=None,
                    runs=[(a, min(b, a + LONGEST))],
                    head=(roots or words)[0],
                    sentence=sentence,
                )
            )


def _verbless(
    sentence: tuple[int, int],
    here: Sequence[Draft],
    labels: Sequence[str | None],
    barred: Sequence[bool],
    paragraph: Paragraph,
) -> Iterator[Draft]:
    """What is credited in scraps around the cue that holds the verb: "*Doe* is accused of *robbery*" is one claim."""
    claimed = {d.owner for d in here}
    scraps: dict[str, list[tuple[int, int]]] = {}
    for i in range(*sentence):
        owner = labels[i]
        if owner is None or owner in claimed or barred[i] or TRIM.fullmatch(paragraph.doc[i].text):
            continue
        runs = scraps.setdefault(owner, [])
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    for owner, runs in scraps.items():
        words = [t for a, b in runs for t in paragraph.doc[a:b]]
        weighty = [t for t in words if t.pos_ in _WEIGHTY]
        if 3 <= len(words) <= LONGEST and len(weighty) >= 2:
            yield Draft(owner=owner, clause=None, runs=runs, head=weighty[0], sentence=sentence)


def _is_enough(words: Sequence[Token], owner: str | None) -> bool:
    """Whether words without a clause of their own assert something all the same."""
    if owner is not None:
        return len(words) >= _SHORTEST or (len(words) >= 2 and any(t.ent_type_ == "PERSON" for t in words))
    if any(t.lemma_.lower() in _UTTERANCE for t in words):
        return False
    told = any(t.pos_ in {"VERB", "AUX"} for t in words)
    return len(words) >= _SHORTEST and (told or any(t.ent_type_ in {"DATE", "TIME"} for t in words))


def _own(beside: tuple[Draft, int] | None, owner: str | None) -> tuple[Draft, int] | None:
    return beside if beside is not None and beside[0].owner == owner else None
