"""Agents while they are being gathered: by name, by acronym, by what somebody is, by pronoun."""

from __future__ import annotations

from sayso.model import AgentKind
from sayso.read.mentions import Form, Ref
from sayso.read.namesakes import NEAR, choose, surname
from sayso.read.nouns import BODIES, COLLECTIVES, RECORDS
from sayso.read.who import (
    SMALL,
    Who,
    aged_otherwise,
    body_key,
    broadcasts,
    fits,
    has_word,
    indefinite,
    initials,
    is_named,
    is_outlet,
    issues,
    official,
    others,
    same_house,
    speaks,
)

RECENT = 60  # mentions back that a pronoun may reach
INSTITUTION_HEADS = frozenset({"police", "authority", "authorities"})


class Gatherer:
    """The agents met so far, and the ways to find the one that a mention means."""

    def __init__(self) -> None:
        self.people: list[Who] = []
        self.by_name: dict[str, Who] = {}
        self.by_surname: dict[str, list[Who]] = {}
        self.by_first: dict[str, list[Who]] = {}
        self.bodies: dict[str, Who] = {}
        self.by_initials: dict[str, Who] = {}
        self.by_last_word: dict[str, list[str]] = {}  # of a body's name, to the keys of `bodies`
        self.by_role: dict[str, list[Who]] = {}
        self.by_head: dict[str, list[Who]] = {}
        self.recent: list[tuple[Ref, Who, str | None]] = []  # all but pronouns, in text order, with their voice
        self.unsettled: dict[str, Who] = {}  # by surname, whoever of several bearers is meant where any may be

    def new(self, ref: Ref, kind: AgentKind) -> Who:
        """An agent that nobody has mentioned before."""
        who = Who(kind=kind, names=[ref.name], first=ref.start, plural=ref.plural)
        self.people.append(who)
        return who

    def person(self, ref: Ref, *, is_source: bool = False, age: str | None = None) -> Who | None:
        """By full name, else by surname or first name of somebody met before; of a family, who spoke before goes on.
        `age` is what stands beside the name."""
        words = ref.name.lower().split()
        known = [w.top() for w in self.by_surname.get(words[0], [])[-RECENT:]] if len(words) == 1 else []
        fitting = [w for w in known if not (w.gender and ref.gender and w.gender != ref.gender)]
        # Of "Orr" and "Orr-Bell" it is first of all Orr.
        fitting = [w for w in fitting if any(surname(n.lower().split()) == words[0] for n in w.names)] or fitting
        alone = self.by_name.get(ref.name.lower())
        who = alone.top() if alone else None
        if len({id(w) for w in fitting}) > 1:
            who = choose(fitting, ref, who, is_source=is_source, age=age)
            if who is None:
                return self.unsettled.setdefault(words[0], self.new(ref, AgentKind.PERSON))
        elif fitting and is_source and fitting[0].source and ref.paragraph - fitting[0].spoke <= NEAR:
            # "Ode’s father, Karl Ode, said …", then "Ode said": whoever is credited, though "Ode" was the son before.
            who = fitting[0]
        if who is None and len(words) == 1:
            who = self._misread(words[0])
        if who is None and len(words) == 1:
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
        who.age = who.age or age
        self.by_name.setdefault(ref.name.lower(), who)
        if len(words) > 1:
            last = surname(words)
            for key in sorted({last, *last.split("-")}):
                _enter(self.by_surname, key, who)
            _enter(self.by_first, words[0], who)
        return who

    def _misread(self, surname: str) -> Who | None:
        """A person whom the tagger took for a body when the full name stood there."""
        for key in self.by_last_word.get(surname, []):
            who, words = self.bodies[key], key.split()
            plain = 2 <= len(words) <= 4 and not any(w in BODIES or w in SMALL for w in words)
            if plain and who.top().kind is AgentKind.ORGANISATION:
                who.top().kind = AgentKind.PERSON
                return who.top()
        return None

    def body(self, ref: Ref, *, is_source: bool = False) -> Who | None:
        """By name without article and country, or by acronym."""
        key = body_key(ref.name)
        who = self.bodies.get(key)
        if who is None and ref.name.isupper() and len(ref.name) <= 6:
            who = self.by_initials.get(ref.name)
        if who is None and len(ref.name.split()) > 1:
            who = self.bodies.get(initials(ref.name).lower()) or self._longer_or_shorter(key)
        alone = len(key.split()) == 1 and not ref.name.isupper() and (who is None or set(who.top().names) == {ref.name})
        if alone and key in self.by_surname and (who is None or is_source):
            return self.person(ref, is_source=is_source)  # a surname that the tagger takes for a body
        kind = AgentKind.PUBLISHER if is_outlet(ref.name) else AgentKind.ORGANISATION
        who = (who or self.new(ref, kind)).top()
        if key not in self.bodies:
            self.by_last_word.setdefault(key.split()[-1] if key else "", []).append(key)
        self.bodies[key] = who
        if len(ref.name.split()) > 1:
            self.by_initials.setdefault(initials(ref.name), who)
        return who

    def _longer_or_shorter(self, key: str) -> Who | None:
        """The body with the same name but for the place before it: "Harbor Patrol", "Calder County Harbor Patrol"."""
        for other in reversed(self.by_last_word.get(key.rsplit(maxsplit=1)[-1], [])[-RECENT:]):
            short, long = sorted((key, other), key=len)
            if len(short.split()) > 1 and long.endswith(" " + short):
                return self.bodies[other]
        return None

    def noun(self, ref: Ref, voice: str | None, is_source: bool) -> Who | None:
        """By what somebody is."""
        known = [w.top() for w in self.by_head.get(ref.name, [])[-RECENT:]]
        fitting = [w for w in known if w.plural == ref.plural and same_house(w, ref) and not others(w, ref)]
        fitting = [w for w in fitting if not aged_otherwise(w, ref)]
        lemma = ref.name
        if (
            lemma in RECORDS
            and ref.definite
            and lemma in ("statement", "release", "post", "tweet", "letter", "message")
        ):
            heard = [(r, w.top()) for r, w, spoken in self.recent[-RECENT:] if spoken is None and not broadcasts(w)]
            speakers = [w for r, w in heard if w.source or (issues(r, w) and ref.paragraph - r.paragraph <= NEAR)]
            if speakers:
                return speakers[-1]
        if lemma in BODIES or lemma in INSTITUTION_HEADS:
            bodies = [w.top() for r, w, _ in self.recent[-RECENT:] if r.form is Form.BODY]
            named = [w for w in bodies if has_word(w, lemma) or (lemma == "agency" and w.source)]
            if ref.definite and named:
                return named[-1]
            if fitting:
                return fitting[-1]
            return self.new(ref, AgentKind.ORGANISATION) if is_source or lemma in INSTITUTION_HEADS else None
        if ref.definite or (ref.plural and lemma + "s" in COLLECTIVES and not indefinite(ref)):
            named = [w.top() for w in self.by_role.get(lemma, [])[-1:] if not ref.plural]
            named = [w for w in named if w.kind is AgentKind.PERSON and not aged_otherwise(w, ref)]
            if fitting and named:  # "Chief: a heading", then "Police Chief Ana Orr", then "the chief"
                fitting = [w for w in fitting if is_named(w) or len(w.refs) > 1 or w.refs[0][0].paragraph]
            if fitting or named:
                return max(fitting or named, key=lambda w: w.refs[-1][0].start)
        elif not is_source:  # an unnamed source is nobody met before
            anew = [w for w in fitting if (lemma, voice) not in w.voices and not w.source]
            if anew and (voice is not None or any(v is not None for _, v in anew[-1].voices)):
                return anew[-1]
        kind = AgentKind.GROUP if ref.plural else AgentKind.UNNAMED
        return self.new(ref, kind)

    def pronoun(self, ref: Ref, voice: str | None, is_source: bool, *, civil: bool = False) -> Who | None:
        """The nearest earlier mention in the same voice that fits; in the article's own voice, the nearest subject.

        Who speaks inside what another says ("the complaint says she told the guards …") may have been named by the
        article alone, and who goes on speaking by no subject: whoever was credited last, then. `civil` where no officer
        can be meant.
        """
        found = self._nearest(ref, voice, civil, is_source)
        if found is None and is_source and voice is not None and not ref.plural:
            found = self._nearest(ref, None, civil, is_source)  # "and then they said …", in a mouth, are those around
        if found is None and is_source and not (ref.plural and voice is not None):
            credited = (
                (r, w.top()) for r, w, _ in reversed(self.recent[-RECENT:]) if w.top().source and r.start < ref.start
            )
            near = ((r, w) for r, w in credited if ref.paragraph - r.paragraph <= NEAR and not (civil and official(w)))
            found = next((w for r, w in near if speaks(w, r, ref)), None)
        if found is None and civil:  # whom the officers told of right before
            told = ((r, w.top()) for r, w, _ in reversed(self.recent[-RECENT:]) if r.subject and r.start < ref.start)
            near = ((r, w) for r, w in told if ref.paragraph - r.paragraph <= 1 and not official(w))
            found = next((w for r, w in near if fits(w, r, ref, want_plural=False)), None)
        if found is None and is_source and voice is None and ref.gender:
            found = self._nearest(ref, voice, civil, is_source, guess=False) or self._described(ref)
            found = found or self._told_before(ref)
        return found

    def told_of(self, ref: Ref, voice: str) -> Who | None:
        """The person with a name of whom the words of `voice` tell first, where "she" can be that one."""
        for earlier, who, spoken in self.recent[-RECENT:]:
            if spoken == voice and earlier.subject and earlier.form is Form.PERSON:
                top = who.top()
                return top if fits(top, earlier, ref, want_plural=False) else None
        return None

    def _told_before(self, ref: Ref) -> Who | None:
        """Of whom the paragraph's last words of somebody tell: "Police said Orr was there. He said …"."""
        near = [(r, spoken) for r, _, spoken in self.recent[-RECENT:] if r.paragraph == ref.paragraph]
        voice = next((spoken for r, spoken in reversed(near) if spoken is not None and r.start < ref.start), None)
        return self.told_of(ref, voice) if voice is not None else None

    def _described(self, ref: Ref) -> Who | None:
        """Who is told of right before in other than a subject's place: "It surprised one woman …", she said."""
        near = [(r, w.top()) for r, w, spoken in reversed(self.recent[-RECENT:]) if spoken is None]
        near = [(r, w) for r, w in near if ref.paragraph - r.paragraph <= 1 and not w.plural]
        nouns = (w for r, w in near if r.form is Form.NOUN and r.gender == ref.gender)
        people = (w for r, w in near if r.form is Form.PERSON and fits(w, r, ref, want_plural=False))
        return next(nouns, None) or next(people, None)

    def _nearest(
        self, ref: Ref, voice: str | None, civil: bool = False, is_source: bool = False, *, guess: bool = True
    ) -> Who | None:
        want_plural = ref.plural
        for earlier, who, spoken in reversed(self.recent[-RECENT:]):
            top = who.top()
            if ref.paragraph - earlier.paragraph > NEAR:
                return None
            if earlier.start >= ref.start or spoken != voice or (voice is None and not earlier.subject):
                continue
            if civil and official(top):
                continue
            if is_source and want_plural and earlier.form is Form.BODY and not (earlier.subject or top.source):
                continue  # "found a Lantern van that they say is stolen": no maker of vans says so
            if fits(top, earlier, ref, want_plural, guess=guess):
                if ref.gender and (not top.gender or (is_source and top.guessed)):
                    top.gender, top.guessed = ref.gender, not is_source or voice is not None
                return top
        return None

    def add(self, ref: Ref, who: Who, voice: str | None, is_source: bool) -> None:
        """Give an agent one more mention, in the content of attribution `voice` (None: the article's own voice)."""
        who = who.top()
        who.refs.append((ref, voice))
        who.source = who.source or is_source
        who.spoke = ref.paragraph if is_source else who.spoke
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

    def merge(self, a: Who, b: Who) -> None:
        """One agent of two: the one with a person's name stays, else the one met first."""
        a, b = a.top(), b.top()
        if a is b or {a.kind, b.kind} & {AgentKind.ORGANISATION, AgentKind.PUBLISHER}:
            return
        if a.kind is AgentKind.PERSON and b.kind is AgentKind.PERSON and is_named(a) and is_named(b):
            return
        if is_named(b) and not is_named(a):
            a, b = b, a
        b.into = a
        a.refs = sorted([*a.refs, *b.refs], key=lambda r: r[0].start)
        a.names += [n for n in b.names if n not in a.names and is_named(b)]
        a.heads |= b.heads
        a.voices |= b.voices
        a.source, a.spoke = a.source or b.source, max(a.spoke, b.spoke)
        a.role, a.affiliation, a.gender = a.role or b.role, a.affiliation or b.affiliation, a.gender or b.gender


def _enter(index: dict[str, list[Who]], key: str, who: Who) -> None:
    """Put an agent last in its list of the index."""
    entries = index.setdefault(key, [])
    if not entries or entries[-1] is not who:
        entries.append(who)
