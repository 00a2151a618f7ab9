"""Who is who in one document: mentions gathered into agents.

Names first (full name, then surname, acronym), then what somebody is ("the officer"), then pronouns, in text order, so
that each mention is resolved against what a reader has met by then. Descriptions join across voices, since each voice
introduces the same people anew; inside one voice "a man" after "a man" is another man.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.model import Agent, AgentKind, Attribution, BlockKind, CueType, Kind, Mention, identify
from sayso.read.antecedents import antecedent, described_before
from sayso.read.gather import Gatherer
from sayso.read.mentions import Form, Ref, find_refs
from sayso.read.namesakes import age_beside
from sayso.read.nouns import BODIES, COLLECTIVES, PERSONS, RECORDS, REPORTERS, TITLES
from sayso.read.parse import Paragraph, Parsed
from sayso.read.sources import anonymous, described, of_source
from sayso.read.syntax import RANKS, before_name, extent, is_rank
from sayso.read.transcript import is_turn
from sayso.read.who import Who, body_key, is_named

KNOWN = BODIES | COLLECTIVES | PERSONS | RECORDS | REPORTERS
OFFICERS = re.compile(r"(?i)^(?:the )?(?:\w+ )?(?:police|deputies|officers|investigators|detectives|troopers)$")
MY_KIN = re.compile(
    r"(?i)\b(?:my|our) (?:\w+ )?(?:mom|mother|dad|father|son|daughter|sister|brother|wife|husband|kids?|baby)\b"
)
FELT = r"\b{who} (?:had |also |first |only |then |suddenly )?(?:heard|saw|felt|thought|noticed|realized|woke)\b"
OWNED = re.compile(r"(\b[a-z][\w-]*)['’]s$")
"""The possessive of a common noun: "a man's", of whom "a man's girlfriend" tells."""
INTERVIEWEE = "the person interviewed"
QUANTIFIERS = frozenset({"one", "some", "many", "several", "most", "both", "none", "all", "few", "half", "each"})


def find_agents(
    parsed: Parsed, attributions: Sequence[Attribution]
) -> tuple[tuple[Agent, ...], tuple[Mention, ...], tuple[Attribution, ...]]:
    """Agents and mentions of a document, and its attributions with `agent` set. Mentions stand in text order."""
    gatherer = Gatherer()
    voices, around = _Voices(attributions), _Voices(attributions)
    source_starts: dict[int, list[Attribution]] = {}
    for a in attributions:
        for span in a.source:
            source_starts.setdefault(span.start, []).append(a)
    speaker: dict[tuple[int, int], Who] = {}
    civilians = frozenset((s.start, s.end) for a in attributions if _to_officers(a) or _of_kin(a) for s in a.source)
    felt = {(s.start, s.end): a.id for a in attributions if _felt(a) for s in a.source}
    labels = {(s.start, s.end) for a in attributions if is_turn(a) for s in a.source}
    spans = sorted({(s.start, s.end) for a in attributions for s in a.source})
    k = 0
    for paragraph in parsed.paragraphs:
        here = []
        while k < len(spans) and spans[k][0] < paragraph.end:
            here.append(spans[k])
            k += 1
        heads: dict[int, list[tuple[int, int]]] = {}
        speaker.update(_labelled(gatherer, paragraph, [s for s in here if s in labels]))
        here = [s for s in here if s not in speaker]
        for stretch in here:
            heads.setdefault(_head(paragraph.tokens(*stretch)), []).append(stretch)
        inside = frozenset(heads)
        by_token: dict[int, Who] = {}
        for ref in sorted(find_refs(paragraph, inside), key=lambda r: r.start):
            is_source = ref.at in inside
            if is_source:
                ref = of_source(ref, heads[ref.at][0], paragraph)
            voice = voices.at(ref.start, ref.end)
            civil = is_source and not civilians.isdisjoint(heads[ref.at])
            own = next((felt[s] for s in heads[ref.at] if s in felt), None) if is_source else None
            who = gatherer.told_of(ref, own) if own is not None and ref.form is Form.PRONOUN else None
            age = age_beside(parsed.document.text, ref) if ref.form is Form.PERSON else None
            token = paragraph.doc[ref.at]
            who = who or _resolve(gatherer, ref, voice, is_source, token, by_token, civil=civil, age=age)
            if who is None:
                continue
            gatherer.add(ref, who, voice, is_source)
            by_token[ref.at] = who
            if is_source:
                speaker.update(dict.fromkeys(heads[ref.at], who))
        _join_described(gatherer, by_token, paragraph.doc)
        for at, stretches in heads.items():
            _join_named(gatherer, by_token, paragraph, at, stretches)
        for stretch in here:  # where the head was no mention, anybody named inside the source
            inner = (t for t in paragraph.tokens(*stretch) if t.i in by_token)
            named = next((by_token[t.i] for t in inner), None) if not anonymous(paragraph, stretch) else None
            if named is not None:
                speaker.setdefault(stretch, named)
            elif (told := described(paragraph, stretch) or described_before(paragraph, stretch)) is not None:
                voice = around.at(*stretch)
                who = _resolve(gatherer, told, voice, True, paragraph.doc[told.at], by_token)
                if who is not None:
                    gatherer.add(told, who, voice, is_source=True)
                    speaker[stretch] = who
    return _finish(parsed, gatherer, attributions, speaker, parsed.document.id)


def _labelled(
    gatherer: Gatherer, paragraph: Paragraph, stretches: Sequence[tuple[int, int]]
) -> dict[tuple[int, int], Who]:
    """Who speaks, where labels of a transcript's turns name somebody."""
    found: dict[tuple[int, int], Who] = {}
    for stretch in stretches:
        label = _label(paragraph, stretch)
        who = gatherer.person(label, is_source=True) if label is not None else None
        if label is not None and who is not None:
            gatherer.add(label, who, None, is_source=True)
            found[stretch] = who
    return found


def _label(paragraph: Paragraph, stretch: tuple[int, int]) -> Ref | None:
    """Whom the label of a transcript's turn names: "SHERIFF DENT", "DENT"; None for what somebody is ("WITNESS")."""
    words = re.sub(r"\([^)]*\)", "", paragraph.tokens(*stretch).text).replace(",", " ").split()
    if not all(w.isupper() for w in words):
        return None
    ranks = list(takewhile(lambda w: w.lower().rstrip(".") in TITLES | RANKS, words))
    names = words[len(ranks) :]
    if not names or any(w.lower() in KNOWN | {w[:-1] for w in COLLECTIVES} for w in names):
        return None
    title = " ".join(w.capitalize() for w in ranks)
    head = max(t.i for t in paragraph.tokens(*stretch))
    return Ref(
        start=stretch[0], end=stretch[1], form=Form.PERSON, name=" ".join(w.title() for w in names),
        paragraph=paragraph.index, at=head, role=title or None, subject=True,
    )  # fmt: skip


def _head(words: Tokens) -> int:
    """The token that heads a source's words: the one whose own head lies outside."""
    inside = {t.i for t in words}
    heads = [t for t in words if t.head.i not in inside or t.head is t]
    for t in heads:
        if t.lower_ in QUANTIFIERS or t.like_num:  # "two of the deputies"
            of = next((c for c in t.children if c.lower_ == "of"), None)
            pobj = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if pobj is not None:
                return int(pobj.i)
        if t.lemma_.lower() in RECORDS:  # "a statement from the task force"
            of = next((c for c in t.children if c.lower_ in ("from", "by")), None)
            pobj = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
            if pobj is not None and pobj.i in inside and (pobj.pos_ == "PROPN" or pobj.lemma_.lower() in BODIES):
                return int(pobj.i)
    nominal = [t for t in heads if t.pos_ in ("PROPN", "NOUN", "PRON")]
    nominal = [t for t in nominal if not (is_rank(t) and before_name(t))] or nominal
    head = (nominal or heads or list(words))[0] if words else None
    if head is not None and head.pos_ == "NOUN" and len(words) > 3 and head.lemma_.lower() not in KNOWN:
        last = words[-1]  # "next door neighbor Ann Pell", where the parse takes the door for the head
        if last.pos_ == "PROPN" and words[-2].pos_ == "PROPN" and words[-3].lemma_.lower() in PERSONS:
            head = last
    while head is not None and head.i + 2 < words.end and head.nbor().text == "-" and not head.nbor().whitespace_:
        head = head.nbor(2)  # "ex-wife", which the tokenizer cuts up
    return int(head.i) if head is not None else -1


def _resolve(
    gatherer: Gatherer,
    ref: Ref,
    voice: str | None,
    is_source: bool,
    token: Token,
    by_token: dict[int, Who],
    *,
    civil: bool = False,
    age: str | None = None,
) -> Who | None:
    if ref.form is Form.PERSON:
        known = gatherer.person(ref, is_source=is_source, age=age)
        if known is None and is_source:
            return gatherer.noun(replace(ref, name=ref.name.lower()), voice, is_source)
        return known
    if ref.form is Form.BODY:
        return gatherer.body(ref, is_source=is_source)
    if ref.form is Form.NOUN:
        if not is_source and ref.name not in PERSONS and ref.name + "s" not in COLLECTIVES and ref.name not in BODIES:
            return None
        return gatherer.noun(ref, voice, is_source)
    if ref.name == "who":
        return antecedent(token, by_token)
    return gatherer.pronoun(ref, voice, is_source, civil=civil)


def _to_officers(attribution: Attribution) -> bool:
    """ "He told deputies …": no officer tells the like of him."""
    return any(OFFICERS.search(s.exact) for s in attribution.recipient)


def _felt(attribution: Attribution) -> bool:
    """ "Ann Pell was at home when she heard a shot, she said": only she can know."""
    if attribution.kind is Kind.DIRECT or not attribution.content or not attribution.cue or not attribution.source:
        return False
    told, who = attribution.content[-1], attribution.source[0].exact.lower()
    trails = told.end <= min(attribution.cue[0].start, attribution.source[0].start)
    return trails and who in ("he", "she") and re.search(FELT.format(who=who), told.exact) is not None


def _of_kin(attribution: Attribution) -> bool:
    """ "I heard my dad", somebody says: a spokesman's kin are in no story."""
    return attribution.kind is Kind.DIRECT and any(MY_KIN.search(s.exact) for s in attribution.content)


def _join_described(gatherer: Gatherer, by_token: dict[int, Who], doc: Doc) -> None:
    """ "X, a criminal alien", "the target was X", "identified the target as X": both sides are one."""
    for i, who in by_token.items():
        token = doc[i]
        if token.pos_ == "PRON":
            continue
        nxt = by_token.get(_name_end(doc, i)) if token.pos_ == "NOUN" and token.lemma_.lower() in PERSONS else None
        if nxt is not None and nxt.kind is AgentKind.PERSON:
            gatherer.merge(who, nxt)  # "hospital spokesperson Joan Whitlock"
        if token.dep_ == "appos" and token.head.pos_ in ("NOUN", "PROPN", "ADP"):
            for described in _hyphened(token.head, by_token):
                gatherer.merge(described, who)
        if token.dep_ == "attr" and token.head.lemma_ == "be":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            negated = any(c.dep_ == "neg" for c in token.head.children)
            if subject is not None and subject.i in by_token and not negated:
                gatherer.merge(by_token[subject.i], who)
        elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lemma_ in ("identify", "name"):
            verb = token.head.head
            named = next((c for c in extent(verb) if c.dep_ in ("dobj", "nsubjpass") and c.i in by_token), None)
            named = verb.head if named is None and verb.dep_ == "acl" and verb.head.i in by_token else named
            if named is not None:  # or "a man now identified as X"
                gatherer.merge(by_token[named.i], who)


def _join_named(
    gatherer: Gatherer, by_token: dict[int, Who], paragraph: Paragraph, at: int, stretches: Sequence[tuple[int, int]]
) -> None:
    """ "Ode’s father-in-law, Lou Pell": what a source is and its name, however the parser hung the one on the other."""
    who = by_token.get(at)
    if who is None or is_named(who.top()) or who.top().plural:
        return
    for stretch in stretches:
        words = paragraph.tokens(*stretch)
        comma = next((t.i for t in words if t.i > at and t.text == ","), None)
        behind = [t for t in words if comma is not None and t.i > comma]
        joined = all(t.text == "-" or not paragraph.doc[t.i - 1].whitespace_ for t in words if at < t.i < (comma or 0))
        named = by_token.get(behind[-1].i) if behind else None
        if named is not None and joined and is_named(named.top()) and all(t.pos_ == "PROPN" for t in behind):
            gatherer.merge(who, named)


def _hyphened(token: Token, by_token: dict[int, Who]) -> list[Who]:
    """Whom a token is taken to be, and whom the other parts of its word: the tokenizer cuts up "father-in-law"."""
    doc, low, high = token.doc, token.i, token.i
    while low - 2 >= 0 and doc[low - 1].text == "-" and not doc[low - 2].whitespace_:
        low -= 2
    while high + 2 < len(doc) and doc[high + 1].text == "-" and not doc[high].whitespace_:
        high += 2
    return [by_token[i] for i in (token.i, *range(high, low - 1, -1)) if i in by_token]


def _name_end(doc: Doc, i: int) -> int:
    """The last token of the person's name right behind token `i`, or behind a rank there ("spokesman, Sgt. Ana Quill"),
    or -1."""
    first = i + 1 + (i + 2 < len(doc) and doc[i + 1].text == "," and is_rank(doc[i + 2]))
    while first + 1 < len(doc) and (is_rank(doc[first]) or (doc[first].text == "." and is_rank(doc[first - 1]))):
        first += 1
    last = first - 1
    while last + 1 < len(doc) and doc[last + 1].ent_type_ == "PERSON" and last - first < 4:
        last += 1
    return last if last >= first else -1


class _Voices:
    """Whose content a stretch stands in."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        pieces = [(s.start, s.end, a.id) for a in attributions for s in a.content]
        self.pieces = sorted(pieces, key=lambda p: (p[0], -p[1]))
        self.next = 0
        self.open: list[tuple[int, int, str]] = []

    def at(self, start: int, end: int) -> str | None:
        """The innermost attribution whose content holds the stretch. Ask in ascending order."""
        while self.next < len(self.pieces) and self.pieces[self.next][0] <= start:
            self.open.append(self.pieces[self.next])
            self.next += 1
        self.open = [p for p in self.open if p[1] > start]
        inside = [p for p in self.open if p[0] <= start and end <= p[1]]
        return min(inside, key=lambda p: (p[1] - p[0], p[2]))[2] if inside else None


def _finish(
    parsed: Parsed,
    gatherer: Gatherer,
    attributions: Sequence[Attribution],
    speaker: dict[tuple[int, int], Who],
    document: str,
) -> tuple[tuple[Agent, ...], tuple[Mention, ...], tuple[Attribution, ...]]:
    ids: dict[int, str] = {}
    agents: list[Agent] = []
    mentions: list[Mention] = []
    for who in (w for w in gatherer.people if w.into is None and w.refs):
        text = parsed.document.text
        first = min((r for r, _ in who.refs), key=lambda r: (r.form is Form.PRONOUN, r.start))
        if any(ref.form in (Form.PERSON, Form.BODY) for ref, _ in who.refs):
            names = {ref.name for ref, _ in who.refs if ref.form in (Form.PERSON, Form.BODY)}
            name = max(sorted(names), key=lambda n: (len(n.split()), len(n)))
        else:
            name = " ".join(text[first.start : first.end].split())
            name = OWNED.sub(r"\1", name)
        key = identify("g", document, name, who.first)
        ids[id(who)] = key
        own = []
        for ref, voice in who.refs:
            span = parsed.document.span(ref.start, ref.end)
            mention = Mention(id=identify("m", document, ref.start, ref.end), span=span, agent=key, attribution=voice)
            mentions.append(mention)
            if mention.id not in own:
                own.append(mention.id)
        aliases = tuple(dict.fromkeys(n for n in who.names if n != name))
        kind = AgentKind.PERSON if is_named(who) and who.kind is not AgentKind.PUBLISHER else who.kind
        if who.role and who.role.lower().split()[-1] in REPORTERS and kind is AgentKind.ORGANISATION:
            kind = AgentKind.PERSON
        agents.append(
            Agent(id=key, name=name, kind=kind, aliases=aliases, role=who.role, affiliation=who.affiliation,
                  mentions=tuple(own), is_source=who.source)
        )  # fmt: skip
    linked = []
    posters: dict[str, Agent] = {}
    for a in attributions:
        who_id = next(
            (ids.get(id(speaker[s.start, s.end].top())) for s in a.source if (s.start, s.end) in speaker), None
        )
        if who_id is None and not a.source:
            who_id = _interviewed(a, parsed, posters) or _poster(a, parsed, gatherer, ids, posters)
        linked.append(replace(a, agent=who_id))
    agents.extend(posters.values())
    known = {a.agent for a in linked}
    agents = [replace(g, is_source=g.id in known) for g in agents]
    unique = {m.id: m for m in sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.agent))}
    return tuple(agents), tuple(unique.values()), tuple(linked)


def _interviewed(a: Attribution, parsed: Parsed, posters: dict[str, Agent]) -> str | None:
    """The agent of an answer ("A: …") whose document does not name who is interviewed."""
    if not is_turn(a) or a.cue_type is CueType.ASKS:
        return None
    if INTERVIEWEE not in posters:
        key = identify("g", parsed.document.id, "interview", INTERVIEWEE)
        posters[INTERVIEWEE] = Agent(id=key, name=INTERVIEWEE, kind=AgentKind.UNNAMED, is_source=True)
    return posters[INTERVIEWEE].id


def _poster(
    a: Attribution, parsed: Parsed, gatherer: Gatherer, ids: dict[int, str], posters: dict[str, Agent]
) -> str | None:
    """The agent of an embedded post whose author stands in the page's markup, not in the text."""
    if a.cue or a.cue_type is CueType.DECLINES or not a.content:
        return None
    start = a.content[0].start
    block = next((b for b in parsed.document.blocks if b.start <= start < b.end), None)
    if block is None or block.kind not in (BlockKind.POST, BlockKind.QUOTE) or not (block.author or block.handle):
        return None
    name = block.author or block.handle or ""
    known = gatherer.by_name.get(name.lower()) or gatherer.bodies.get(body_key(name))
    if known is not None and id(known.top()) in ids:
        return ids[id(known.top())]
    if name not in posters:
        kind = AgentKind.ORGANISATION if any(w.lower() in BODIES for w in name.split()) else AgentKind.PERSON
        aliases = (block.handle,) if block.handle and block.handle != name else ()
        key = identify("g", parsed.document.id, "post", name)
        posters[name] = Agent(id=key, name=name, kind=kind, aliases=aliases, is_source=True)
    return posters[name].id
