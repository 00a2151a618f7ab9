"""Claims: what is asserted, clause by clause, in each content and in the article's own voice.

A claim belongs to the innermost attribution whose content holds it, None for the article's own voice. What a source
asks, orders or refuses to say asserts nothing; that it does so is a claim of the voice around it (`sayso.read.acts`).
Sentences that only introduce ("The office issued a statement.") and questions are no claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from sayso.model import (
    Agent,
    Attribution,
    Claim,
    CueType,
    Mention,
    Modality,
    Participant,
    Span,
    Time,
    Value,
    identify,
)
from sayso.read.acts import find_acts
from sayso.read.clauses import joined
from sayso.read.drafts import Draft, drafts
from sayso.read.entities import entities
from sayso.read.findings import Who
from sayso.read.lacking import with_words
from sayso.read.owners import Owners
from sayso.read.parse import Paragraph, Parsed, is_heading
from sayso.read.stances import Missing, stance, unknown
from sayso.read.supposed import DISBELIEVING, disbelieved, supposed
from sayso.read.values import values_of

_PLACES = frozenset({"GPE", "LOC", "FAC"})
_QUANTITIES = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})


def find_claims(
    parsed: Parsed,
    attributions: tuple[Attribution, ...],
    mentions: tuple[Mention, ...],
    agents: tuple[Agent, ...],
    times: tuple[Time, ...],
) -> tuple[Claim, ...]:
    """The claims of a document, in text order.

    Spans are of the document's text and lie within their attribution's content; a participant may stand outside them,
    where clauses share it. A claim's `times` are the ids of the Times that overlap it. Runs in linear time.
    """
    owners = Owners(parsed, attributions)
    people = _People(parsed, mentions, agents)
    by_id = {a.id: a for a in attributions}
    by_paragraph: dict[int, list[Time]] = {}
    for time in times:
        at = parsed.paragraph_at(time.span.start)
        if at is not None:
            by_paragraph.setdefault(at.index, []).append(time)
    said = _bodies(parsed)
    found: dict[str, Claim] = {}
    for paragraph in parsed.paragraphs:
        if is_heading(paragraph) and _repeated(paragraph, said):
            continue
        labels, barred = owners.of(paragraph)
        told_here = [d for d in drafts(paragraph, labels, barred) if d.owner is None or not owners.silent(d.owner)]
        here = with_words(told_here)
        clock = by_paragraph.get(paragraph.index, [])
        who = people.of(paragraph)
        values = values_of(paragraph, parsed.document, here, who, clock)
        missing = [[m for a, b in d.runs for m in unknown(paragraph.doc, a, b)] for d in here]
        scopes = [_scope(d, m) for d, row in zip(here, missing, strict=True) for m in row]
        for draft, told, row in zip(here, values, missing, strict=True):
            claim = _claim(parsed, paragraph, draft, by_id, people, clock, told)
            claim = _unknown(parsed, paragraph, claim, row) if row else _within_unknown(draft, claim, scopes)
            found.setdefault(claim.id, claim)
    for claim in find_acts(parsed, attributions):
        found.setdefault(claim.id, claim)
    return tuple(sorted(found.values(), key=lambda c: (c.spans[0].start, c.spans[-1].end, c.id)))


class _People:
    """Who is mentioned at a token."""

    def __init__(self, parsed: Parsed, mentions: Sequence[Mention], agents: Sequence[Agent]) -> None:
        known = {a.id for a in agents}
        self._at: dict[int, str] = {}
        for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.id)):
            paragraph = parsed.paragraph_at(mention.span.start)
            if paragraph is None or mention.agent not in known:
                continue
            for token in _named(list(paragraph.tokens(mention.span.start, mention.span.end))):
                self._at[paragraph.start + token.idx] = mention.agent  # the shortest mention comes last and wins

    def of(self, paragraph: Paragraph) -> Who:
        """For the tokens of a paragraph the id of the agent whom a mention around them names."""

        def who(token: Token) -> str | None:
            return self._at.get(paragraph.start + token.idx)

        return who


def _named(words: Sequence[Token]) -> Iterator[Token]:
    """The words of a mention that are about whom it names: not whose relative that is ("Fell, the mother of *the
    9-year-old*")."""
    inside = {t.i for t in words}
    for token in words:
        at = token
        while at.head.i in inside and at.head.i != at.i:
            if at.dep_ == "pobj" and at.head.lower_ == "of" and _somebody_else(at):
                break
            at = at.head
        else:
            yield token


def _somebody_else(noun: Token) -> bool:
    """Whether behind "of" stands somebody by an age: nobody is named so whose own age that is."""
    return noun.lower_ == "old" or noun.lower_.endswith("-old")


def _bodies(parsed: Parsed) -> frozenset[str]:
    return frozenset(
        t.lemma_.lower() for p in parsed.paragraphs if not is_heading(p) for t in p.doc if t.is_alpha and not t.is_stop
    )


def _repeated(paragraph: Paragraph, said: frozenset[str]) -> bool:
    """Whether a heading says nothing that the text below it does not say with its own words."""
    words = [t.lemma_.lower() for t in paragraph.doc if t.is_alpha and not t.is_stop]
    return sum(w in said for w in words) >= 0.8 * len(words)


def _claim(
    parsed: Parsed,
    paragraph: Paragraph,
    draft: Draft,
    by_id: dict[str, Attribution],
    people: _People,
    times: Sequence[Time],
    values: tuple[Value, ...],
) -> Claim:
    document, doc = parsed.document, paragraph.doc
    spans = tuple(document.span(*paragraph.at(doc[a:b])) for a, b in draft.runs)
    tokens = draft.tokens()
    told = stance(draft.head, tokens)
    modality, polarity = told.modality, told.polarity
    if modality is Modality.FACT and supposed(draft.head):
        modality = Modality.EXPECTED
    hedges = [document.span(*paragraph.at(doc[a:b])) for a, b in told.hedges]
    attribution = by_id.get(draft.owner) if draft.owner else None
    doubt = disbelieved(draft.head)
    if doubt is not None and not draft.holds(doubt.i, doubt.i + 1) and not (attribution and _disbelieving(attribution)):
        polarity = not polarity
    if attribution is not None:
        if modality is Modality.FACT:
            modality = _lent(attribution)
        if attribution.cue_type is CueType.DENIES or _disbelieving(attribution):
            polarity = not polarity
    return Claim(
        id=identify("c", document.id, draft.owner, spans[0].start, spans[-1].end, paragraph.start + draft.head.idx),
        document=document.id,
        attribution=draft.owner,
        spans=spans,
        predicate=_predicate(draft),
        participants=tuple(_participants(paragraph, parsed, draft, people)),
        times=tuple(t.id for t in times if any(s.start < t.span.end and t.span.start < s.end for s in spans)),
        places=_entities(paragraph, parsed, draft, _PLACES),
        quantities=_entities(paragraph, parsed, draft, _QUANTITIES),
        values=values,
        hedges=tuple(sorted(set(hedges))),
        polarity=polarity,
        modality=modality,
        confidence=0.9 if draft.clause is not None else 0.5,
    )


_BELIEVING = re.compile(
    r"\b(?:believ|think|thought|suspect|fear|hope|guess|assum|suppos|expect|wonder|doubt|feel|felt|speculat)\w*",
    re.IGNORECASE,
)


def _disbelieving(attribution: Attribution) -> bool:
    return any(DISBELIEVING.search(c.exact) for c in attribution.cue)


def _lent(attribution: Attribution) -> Modality:
    """What a cue lends to the claims of its content that are put as facts."""
    if attribution.cue_type is CueType.ALLEGES:
        return Modality.ALLEGED
    believes = attribution.cue_type is CueType.BELIEVES and any(_BELIEVING.search(c.exact) for c in attribution.cue)
    return Modality.POSSIBLE if believes else Modality.FACT


def _unknown(parsed: Parsed, paragraph: Paragraph, claim: Claim, missing: Sequence[Missing]) -> Claim:
    """The claim as one that says that something is unknown."""
    spans = [parsed.document.span(*paragraph.at(paragraph.doc[m.start : m.end])) for m in missing]
    values = tuple(Value(field="unknown", value=m.what, span=s) for m, s in zip(missing, spans, strict=True))
    return replace(
        claim,
        modality=Modality.UNKNOWN,
        hedges=tuple(sorted({*claim.hedges, *spans})),
        values=(*claim.values, *values),
    )


def _scope(draft: Draft, missing: Missing) -> tuple[int, int, str | None]:
    """The tokens that a statement of ignorance reaches over, and in whose words: "unclear *whether he fell or jumped*",
    "unclear *how he fell*"."""
    doc = draft.head.doc
    opening = doc[missing.end : missing.end + 2]
    if any(t.lower_ in {"whether", "if"} for t in opening):
        return missing.end, draft.sentence[1], draft.owner
    return (
        missing.end,
        draft.runs[-1][1] if any(t.tag_ in {"WRB", "WP", "WDT"} for t in opening) else missing.end,
        draft.owner,
    )


def _within_unknown(draft: Draft, claim: Claim, scopes: Sequence[tuple[int, int, str | None]]) -> Claim:
    """ "How he fell" in "it is unclear how he fell" is no fact either."""
    a, b = draft.runs[0][0], draft.runs[-1][1]
    if any(start <= a and b <= end and draft.owner == owner for start, end, owner in scopes):
        return replace(claim, modality=Modality.UNKNOWN)
    return claim


def _predicate(draft: Draft) -> str:
    """The lemma of the verb, the last of several ("shot and killed"); of the complement where the verb is "be"."""
    if draft.clause is None:
        return draft.head.lemma_.lower()
    verb = draft.clause.verbs[-1]
    if verb.lemma_ != "be" or draft.clause.kind in {"apposition", "event"}:
        return verb.lemma_.lower()
    complement = next((c for c in verb.children if c.dep_ in {"attr", "acomp", "prep"} and c.i > verb.i), verb)
    if complement.dep_ == "prep":
        complement = next((c for c in complement.children if c.dep_ == "pobj"), complement)
    return complement.lemma_.lower()


def _participants(paragraph: Paragraph, parsed: Parsed, draft: Draft, people: _People) -> Iterator[Participant]:
    if draft.clause is None:
        return
    who = people.of(paragraph)
    seen: set[int] = set()

    def participant(role: str, noun: Token) -> Iterator[Participant]:
        if noun.i not in seen and noun.pos_ in {"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"}:
            seen.add(noun.i)
            yield Participant(role=role, span=_phrase(paragraph, parsed, noun), agent=who(noun))

    if draft.subject is not None:
        role = "patient" if draft.clause.passive else "agent"
        for noun in (draft.subject, *joined(draft.subject)):
            yield from participant("other" if draft.clause.kind == "apposition" else role, noun)
    inside = {i for a, b in draft.runs for i in range(a, b)}
    for verb in draft.clause.verbs:
        for child in verb.children:
            if child.i not in inside:
                continue
            if child.dep_ in {"dobj", "oprd", "attr"}:
                yield from participant("patient" if child.dep_ == "dobj" else "other", child)
            elif child.dep_ == "dative":
                whom = child if child.pos_ != "ADP" else next((c for c in child.children if c.dep_ == "pobj"), None)
                if whom is not None:
                    yield from participant("recipient", whom)
            elif child.dep_ in {"agent", "prep"}:
                for noun in child.children:
                    if noun.dep_ == "pobj" and noun.i in inside and (child.dep_ == "agent" or who(noun) is not None):
                        role = "agent" if child.dep_ == "agent" else "recipient" if child.lower_ == "to" else "other"
                        yield from participant(role, noun)
            elif child.dep_ == "xcomp":
                for noun in child.children:
                    if noun.dep_ == "dobj" and noun.i in inside:
                        yield from participant("patient", noun)


_WITHIN = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "case", "punct", "advmod"})


def _phrase(paragraph: Paragraph, parsed: Parsed, noun: Token) -> Span:
    """The noun's phrase: what stands before it, and "of …" after it; clauses left out."""
    doc = noun.doc
    first, last = noun.i, noun.i + 1
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in _WITHIN or child.right_edge.i + 1 != first or noun.i - child.left_edge.i > 12:
            break
        first = child.left_edge.i
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of" and child.i == last and child.right_edge.i - child.i <= 8:
            last = child.right_edge.i + 1
            break
    while first < noun.i and doc[first].is_punct:
        first += 1
    if first == noun.i and first and doc[first - 1].tag_ in {"DT", "PRP$"}:  # tied elsewhere by the parser
        first -= 1
    return parsed.document.span(*paragraph.at(doc[first:last]))


def _entities(paragraph: Paragraph, parsed: Parsed, draft: Draft, labels: frozenset[str]) -> tuple[Span, ...]:
    doc = paragraph.doc
    return tuple(
        parsed.document.span(*paragraph.at(name)) for a, b in draft.runs for name in entities(doc, a, b, labels)
    )
