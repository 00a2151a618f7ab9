"""Who is who in one document: mentions gathered into agents.

Names first (full name, then surname, acronym), then what somebody is ("the officer"), then pronouns, in text order, so
that each mention is resolved against what a reader has met by then. Descriptions join across voices, since each voice
introduces the same people anew; inside one voice "a man" after "a man" is another man.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from sayso.model import Agent, AgentKind, Attribution, BlockKind, CueType, Mention, identify
from sayso.read.mentions import Form, Ref, find_refs
from sayso.read.nouns import BODIES, COLLECTIVES, OUTLET_WORDS, PERSONS, RECORDS, REPORTERS
from sayso.read.parse import Parsed
from sayso.read.syntax import extent

SMALL = frozenset({"of", "the", "and", "for", "on", "in", "at", "&", "to", "a"})
QUANTIFIERS = frozenset({"one", "some", "many", "several", "most", "both", "none", "all", "few", "half", "each"})
RECENT = 60  # mentions back that a pronoun may reach
NEAR = 3  # paragraphs back that a pronoun may reach
UNNAMED_HEADS = frozenset(
    {"source", "official", "spokesman", "spokeswoman", "spokesperson", "witness", "insider", "aide"}
)
INSTITUTION_HEADS = frozenset({"police", "authority", "authorities"})


@dataclass(slots=True)
class _Who:
    """An agent while it is being gathered."""

    kind: AgentKind
    names: list[str]
    first: int
    role: str | None = None
    affiliation: str | None = None
    gender: str | None = None
    plural: bool = False
    refs: list[tuple[Ref, str | None]] = field(default_factory=list)
    heads: set[str] = field(default_factory=set)
    voices: set[tuple[str, str | None]] = field(default_factory=set)  # (head, voice) that introduced it as "a …"
    source: bool = False
    into: _Who | None = None

    def top(self) -> _Who:
        """The agent that this one was merged into, or itself."""
        who = self
        while who.into is not None:
            who = who.into
        return who


class _Gatherer:
    def __init__(self) -> None:
        self.people: list[_Who] = []
        self.by_name: dict[str, _Who] = {}
        self.by_surname: dict[str, list[_Who]] = {}
        self.by_first: dict[str, list[_Who]] = {}
        self.bodies: dict[str, _Who] = {}
        self.by_initials: dict[str, _Who] = {}
        self.by_last_word: dict[str, list[str]] = {}  # of a body's name, to the keys of `bodies`
        self.by_role: dict[str, list[_Who]] = {}
        self.by_head: dict[str, list[_Who]] = {}
        self.recent: list[tuple[Ref, _Who, str | None]] = []  # all but pronouns, in text order, with their voice

    def new(self, ref: Ref, kind: AgentKind) -> _Who:
        who = _Who(kind=kind, names=[ref.name], first=ref.start, plural=ref.plural)
        self.people.append(who)
        return who

    def person(self, ref: Ref) -> _Who | None:
        """By full name, else by surname or first name of somebody met before."""
        words = ref.name.lower().split()
        who = self.by_name.get(ref.name.lower())
        if who is None and len(words) == 1:
            who = self._misread(words[0])
        if who is None and len(words) == 1:
            known = [w.top() for w in self.by_surname.get(words[0], [])[-RECENT:]]
            fitting = [w for w in known if not (w.gender and ref.gender and w.gender != ref.gender)]
            who = max(fitting, key=lambda w: w.refs[-1][0].start, default=None)
            if who is None and words[0].isupper() is False:
                firsts = self.by_first.get(words[0], [])
                who = firsts[-1].top() if len({id(w.top()) for w in firsts}) == 1 else None
        if who is None and len(words) > 1:
            alone = self.by_name.get(words[-1])
            if alone is not None and len(alone.names) == 1:
                who = alone
                who.names.insert(0, ref.name)
        if who is None and ref.weak:
            return None
        who = (who or self.new(ref, AgentKind.PERSON)).top()
        self.by_name.setdefault(ref.name.lower(), who)
        if len(words) > 1:
            last = (
                words[-2] if words[-1].rstrip(".") in ("jr", "sr", "ii", "iii", "iv") and len(words) > 2 else words[-1]
            )
            for key in sorted({last, *last.split("-")}):
                _enter(self.by_surname, key, who)
            _enter(self.by_first, words[0], who)
        return who

    def _misread(self, surname: str) -> _Who | None:
        """A person whom the tagger took for a body when the full name stood there."""
        for key in self.by_last_word.get(surname, []):
            who, words = self.bodies[key], key.split()
            plain = 2 <= len(words) <= 4 and not any(w in BODIES or w in SMALL for w in words)
            if plain and who.top().kind is AgentKind.ORGANISATION:
                who.top().kind = AgentKind.PERSON
                return who.top()
        return None

    def body(self, ref: Ref) -> _Who | None:
        """By name without article and country, or by acronym."""
        key = _body_key(ref.name)
        who = self.bodies.get(key)
        if who is None and ref.name.isupper() and len(ref.name) <= 6:
            who = self.by_initials.get(ref.name)
        if who is None and len(ref.name.split()) > 1:
            who = self.bodies.get(_initials(ref.name).lower()) or self._longer_or_shorter(key)
        if who is None and len(key.split()) == 1 and not ref.name.isupper() and key in self.by_surname:
            return self.person(ref)  # a surname that the tagger takes for a body
        kind = AgentKind.PUBLISHER if _is_outlet(ref.name) else AgentKind.ORGANISATION
        who = (who or self.new(ref, kind)).top()
        if key not in self.bodies:
            self.by_last_word.setdefault(key.split()[-1] if key else "", []).append(key)
        self.bodies[key] = who
        if len(ref.name.split()) > 1:
            self.by_initials.setdefault(_initials(ref.name), who)
        return who

    def _longer_or_shorter(self, key: str) -> _Who | None:
        """The body with the same name but for the place before it: "Harbor Patrol", "Calder County Harbor Patrol"."""
        for other in reversed(self.by_last_word.get(key.rsplit(maxsplit=1)[-1], [])[-RECENT:]):
            short, long = sorted((key, other), key=len)
            if len(short.split()) > 1 and long.endswith(" " + short):
                return self.bodies[other]
        return None

    def noun(self, ref: Ref, voice: str | None, is_source: bool) -> _Who | None:
        """By what somebody is."""
        known = [w.top() for w in self.by_head.get(ref.name, [])[-RECENT:]]
        fitting = [w for w in known if w.plural == ref.plural and _same_house(w, ref)]
        lemma = ref.name
        if (
            lemma in RECORDS
            and ref.definite
            and lemma in ("statement", "release", "post", "tweet", "letter", "message")
        ):
            heard = [(r, w.top()) for r, w, spoken in self.recent[-RECENT:] if spoken is None]
            speakers = [w for r, w in heard if w.source or (r.subject and ref.paragraph - r.paragraph <= NEAR)]
            if speakers:
                return speakers[-1]
        if lemma in BODIES or lemma in INSTITUTION_HEADS:
            bodies = [w.top() for r, w, _ in self.recent[-RECENT:] if r.form is Form.BODY]
            named = [w for w in bodies if _has_word(w, lemma) or (lemma == "agency" and w.source)]
            if ref.definite and named:
                return named[-1]
            if fitting:
                return fitting[-1]
            return self.new(ref, AgentKind.ORGANISATION) if is_source or lemma in INSTITUTION_HEADS else None
        if ref.definite or (ref.plural and lemma + "s" in COLLECTIVES and not _indefinite(ref)):
            if fitting:
                return max(fitting, key=lambda w: w.refs[-1][0].start)
            named = [w.top() for w in self.by_role.get(lemma, [])[-1:]]
            if named and not ref.plural and named[-1].kind is AgentKind.PERSON:
                return named[-1]
        elif not is_source:  # an unnamed source is nobody met before
            anew = [w for w in fitting if (lemma, voice) not in w.voices and not w.source]
            if anew and (voice is not None or any(v is not None for _, v in anew[-1].voices)):
                return anew[-1]
        kind = AgentKind.GROUP if ref.plural else AgentKind.UNNAMED
        return self.new(ref, kind)

    def pronoun(self, ref: Ref, voice: str | None) -> _Who | None:
        """The nearest earlier mention in the same voice that fits; in the article's own voice, the nearest subject."""
        want_plural = ref.plural
        for earlier, who, spoken in reversed(self.recent[-RECENT:]):
            top = who.top()
            if ref.paragraph - earlier.paragraph > NEAR:
                return None
            if earlier.start >= ref.start or spoken != voice or (voice is None and not earlier.subject):
                continue
            if _fits(top, earlier, ref, want_plural):
                if ref.gender:
                    top.gender = ref.gender
                return top
        return None

    def add(self, ref: Ref, who: _Who, voice: str | None, is_source: bool) -> None:
        who = who.top()
        who.refs.append((ref, voice))
        who.source = who.source or is_source
        who.role = who.role or ref.role
        if ref.role and ref.form is Form.PERSON:
            _enter(self.by_role, ref.role.lower().split()[-1], who)
        who.affiliation = who.affiliation or ref.affiliation
        who.gender = who.gender or ref.gender
        if ref.form in (Form.PERSON, Form.BODY):
            if ref.name not in who.names:
                who.names.append(ref.name)
        elif ref.form is Form.NOUN:
            who.heads.add(ref.name)
            if not ref.definite:
                who.voices.add((ref.name, voice))
            _enter(self.by_head, ref.name, who)
        if ref.form is not Form.PRONOUN:
            self.recent.append((ref, who, voice))

    def merge(self, a: _Who, b: _Who) -> None:
        """One agent of two: the one with a person's name stays, else the one met first."""
        a, b = a.top(), b.top()
        if a is b or {a.kind, b.kind} & {AgentKind.ORGANISATION, AgentKind.PUBLISHER}:
            return
        if a.kind is AgentKind.PERSON and b.kind is AgentKind.PERSON and _named(a) and _named(b):
            return
        if _named(b) and not _named(a):
            a, b = b, a
        b.into = a
        a.refs = sorted([*a.refs, *b.refs], key=lambda r: r[0].start)
        a.names += [n for n in b.names if n not in a.names and _named(b)]
        a.heads |= b.heads
        a.voices |= b.voices
        a.source = a.source or b.source
        a.role, a.affiliation, a.gender = a.role or b.role, a.affiliation or b.affiliation, a.gender or b.gender


def _enter(index: dict[str, list[_Who]], key: str, who: _Who) -> None:
    """Put an agent last in its list of the index."""
    entries = index.setdefault(key, [])
    if not entries or entries[-1] is not who:
        entries.append(who)


def _has_word(who: _Who, word: str) -> bool:
    return any(word in name.lower().split() for name in who.names)


def _named(who: _Who) -> bool:
    return any(ref.form is Form.PERSON for ref, _ in who.refs)


def _body_key(name: str) -> str:
    key = re.sub(r"\s*\([^)]*\)", "", name).lower().removeprefix("the ").removeprefix("u.s. ").removeprefix("us ")
    return key.strip()


def _initials(name: str) -> str:
    name = re.sub(r"\s*\([^)]*\)", "", name)
    words = [w for w in re.split(r"[\s-]+", name.removeprefix("U.S. ")) if w and w.lower() not in SMALL]
    return "".join(w[0] for w in words if w[0].isupper())


def _is_outlet(name: str) -> bool:
    words = name.lower().split()
    return len(words) <= 6 and (words[-1] in OUTLET_WORDS or words[0] in ("fox", "cnn", "nbc", "abc", "cbs", "reuters"))


def _same_house(who: _Who, ref: Ref) -> bool:
    if not (who.affiliation and ref.affiliation):
        return True
    a, b = _body_key(who.affiliation), _body_key(ref.affiliation)
    short = {_initials(who.affiliation).lower(), _initials(ref.affiliation).lower()}
    return a == b or a in short or b in short


def _indefinite(ref: Ref) -> bool:
    return not ref.definite and not ref.plural


def _fits(who: _Who, earlier: Ref, ref: Ref, want_plural: bool) -> bool:
    body = who.kind in (AgentKind.ORGANISATION, AgentKind.PUBLISHER)
    if body and ref.gender and earlier.form is Form.BODY and ref.paragraph == earlier.paragraph:
        plain = len(earlier.name.split()) == 1 and earlier.name.istitle() and earlier.name.lower() not in BODIES
        if plain and not want_plural:  # "Teo said … he said": a name that the tagger takes for a body
            who.kind = AgentKind.PERSON
            return True
    if ref.name == "it":
        return body
    if want_plural:
        return who.plural or who.kind is AgentKind.GROUP or body
    if body or who.plural or who.kind is AgentKind.GROUP or earlier.name in RECORDS:
        return False
    return not (ref.gender and who.gender and ref.gender != who.gender)


def find_agents(
    parsed: Parsed, attributions: Sequence[Attribution]
) -> tuple[tuple[Agent, ...], tuple[Mention, ...], tuple[Attribution, ...]]:
    """Agents and mentions of a document, and its attributions with `agent` set. Mentions stand in text order."""
    document = parsed.document
    gatherer = _Gatherer()
    voices = _Voices(attributions)
    source_starts: dict[int, list[Attribution]] = {}
    for a in attributions:
        for span in a.source:
            source_starts.setdefault(span.start, []).append(a)
    speaker: dict[tuple[int, int], _Who] = {}
    spans = sorted({(s.start, s.end) for a in attributions for s in a.source})
    k = 0
    for paragraph in parsed.paragraphs:
        here = []
        while k < len(spans) and spans[k][0] < paragraph.end:
            here.append(spans[k])
            k += 1
        heads: dict[int, list[tuple[int, int]]] = {}
        for stretch in here:
            heads.setdefault(_head(paragraph.tokens(*stretch)), []).append(stretch)
        inside = frozenset(heads)
        by_token: dict[int, _Who] = {}
        for ref in sorted(find_refs(paragraph, inside), key=lambda r: r.start):
            is_source = ref.at in inside
            voice = voices.at(ref.start, ref.end)
            who = _resolve(gatherer, ref, voice, is_source, paragraph.doc[ref.at], by_token)
            if who is None:
                continue
            gatherer.add(ref, who, voice, is_source)
            by_token[ref.at] = who
            if is_source:
                speaker.update(dict.fromkeys(heads[ref.at], who))
        _join_described(gatherer, by_token, paragraph.doc)
        for stretch in here:  # where the head was no mention, anybody named inside the source
            named = next((by_token[t.i] for t in paragraph.tokens(*stretch) if t.i in by_token), None)
            if named is not None:
                speaker.setdefault(stretch, named)
    return _finish(parsed, gatherer, attributions, speaker, document.id)


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
    return (nominal or heads or list(words))[0].i if words else -1


def _resolve(
    gatherer: _Gatherer, ref: Ref, voice: str | None, is_source: bool, token: Token, by_token: dict[int, _Who]
) -> _Who | None:
    if ref.form is Form.PERSON:
        known = gatherer.person(ref)
        if known is None and is_source:
            return gatherer.noun(replace(ref, name=ref.name.lower()), voice, is_source)
        return known
    if ref.form is Form.BODY:
        return gatherer.body(ref)
    if ref.form is Form.NOUN:
        if not is_source and ref.name not in PERSONS and ref.name + "s" not in COLLECTIVES and ref.name not in BODIES:
            return None
        return gatherer.noun(ref, voice, is_source)
    if ref.name == "who":
        clause = token.head
        while clause.dep_ not in ("relcl", "ROOT") and clause.head is not clause:
            clause = clause.head
        return _antecedent(clause.head, by_token) if clause.dep_ == "relcl" else None
    return gatherer.pronoun(ref, voice)


def _antecedent(noun: Token, by_token: dict[int, _Who]) -> _Who | None:
    """Whom "who" means: the noun that it hangs on, or the person that this belongs to ("X, a reporter for Y, who")."""
    for _ in range(6):
        who = by_token.get(noun.i)
        if who is not None and who.top().kind not in (AgentKind.ORGANISATION, AgentKind.PUBLISHER):
            return who
        if noun.head is noun:
            return who
        noun = noun.head
    return None


def _join_described(gatherer: _Gatherer, by_token: dict[int, _Who], doc: Doc) -> None:
    """ "X, a criminal alien", "the target was X", "identified the target as X": both sides are one."""
    for i, who in by_token.items():
        token = doc[i]
        if token.pos_ == "PRON":
            continue
        nxt = by_token.get(_name_end(doc, i)) if token.pos_ == "NOUN" and token.lemma_.lower() in PERSONS else None
        if nxt is not None and nxt.kind is AgentKind.PERSON:
            gatherer.merge(who, nxt)  # "hospital spokesperson Joan Whitlock"
        if token.dep_ == "appos" and token.head.i in by_token and token.head.pos_ in ("NOUN", "PROPN"):
            gatherer.merge(by_token[token.head.i], who)
        elif token.dep_ == "attr" and token.head.lemma_ == "be":
            subject = next((c for c in token.head.children if c.dep_ == "nsubj"), None)
            negated = any(c.dep_ == "neg" for c in token.head.children)
            if subject is not None and subject.i in by_token and not negated:
                gatherer.merge(by_token[subject.i], who)
        elif token.dep_ == "pobj" and token.head.lower_ == "as" and token.head.head.lemma_ in ("identify", "name"):
            verb = token.head.head
            named = next((c for c in extent(verb) if c.dep_ in ("dobj", "nsubjpass") and c.i in by_token), None)
            if named is not None:
                gatherer.merge(by_token[named.i], who)


def _name_end(doc: Doc, i: int) -> int:
    """The last token of the person's name right behind token `i`, or -1."""
    last = i
    while last + 1 < len(doc) and doc[last + 1].ent_type_ == "PERSON" and last - i < 5:
        last += 1
    return last if last > i else -1


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
    gatherer: _Gatherer,
    attributions: Sequence[Attribution],
    speaker: dict[tuple[int, int], _Who],
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
        kind = AgentKind.PERSON if _named(who) and who.kind is not AgentKind.PUBLISHER else who.kind
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
            who_id = _poster(a, parsed, gatherer, ids, posters)
        linked.append(replace(a, agent=who_id))
    agents.extend(posters.values())
    known = {a.agent for a in linked}
    agents = [replace(g, is_source=g.id in known) for g in agents]
    unique = {m.id: m for m in sorted(mentions, key=lambda m: (m.span.start, m.span.end, m.agent))}
    return tuple(agents), tuple(unique.values()), tuple(linked)


def _poster(
    a: Attribution, parsed: Parsed, gatherer: _Gatherer, ids: dict[int, str], posters: dict[str, Agent]
) -> str | None:
    """The agent of an embedded post whose author stands in the page's markup, not in the text."""
    if a.cue or a.cue_type is CueType.DECLINES or not a.content:
        return None
    start = a.content[0].start
    block = next((b for b in parsed.document.blocks if b.start <= start < b.end), None)
    if block is None or block.kind not in (BlockKind.POST, BlockKind.QUOTE) or not (block.author or block.handle):
        return None
    name = block.author or block.handle or ""
    known = gatherer.by_name.get(name.lower()) or gatherer.bodies.get(_body_key(name))
    if known is not None and id(known.top()) in ids:
        return ids[id(known.top())]
    if name not in posters:
        kind = AgentKind.ORGANISATION if any(w.lower() in BODIES for w in name.split()) else AgentKind.PERSON
        aliases = (block.handle,) if block.handle and block.handle != name else ()
        key = identify("g", parsed.document.id, "post", name)
        posters[name] = Agent(id=key, name=name, kind=kind, aliases=aliases, is_source=True)
    return posters[name].id
