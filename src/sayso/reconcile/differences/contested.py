"""What a document itself says is disputed or taken back, where no words or values tell so: "His family says that never
happened", "A woman who was there disputed that", "The video contradicts the account …", "That statement was wrong".

What is disputed is what the sentence before tells in another voice, with the rest of what that voice says in that
paragraph. What is set against it is what the one who disputes says: in that sentence, and in the next ones of the
paragraph in one voice.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import BlockKind, Claim, Modality, Reading
from sayso.reconcile.words import content

NOT_SO = re.compile(
    r"(?i)(?<!when )(?<!if )(?<!because )(?<!but )"
    r"\b(?:that|this|it|none of (?:that|this|it)|any of (?:that|this)|no such thing|nothing of the (?:sort|kind))\s"
    r"(?:(?:never|did not|didn[’']t|has not|had not)\s(?:\w+\s)?(?:happen|occur|take place|took place)\w*"
    r"|(?:is|was|[’']s)\s(?:\w+ly\s|just\s)?"
    r"(?:not true|false|untrue|a lie|not what happened|not the case|not accurate))"
    r"|^(?:that|this|it)[’']s\s(?:\w+ly\s|just\s)?(?:not true|false|untrue|a lie|not what happened)"
)
"""What is said of the sentence before: that it is not so."""
OBJECT = (
    r"(?:(?:the|that|this|his|her|their|its|those|these|[\w.’']+[’']s?|police)\s(?:[\w’'-]+\s){0,2})?"
    r"(?:accounts?|versions?|claims?|story|stories|statements?|allegations?|characterizations?|descriptions?|narrative)"
)
DISPUTES = re.compile(
    r"(?i)\b(?:disput(?:es|ed|ing)|reject(?:s|ed|ing)|den(?:ies|ied|ying)|contest(?:s|ed)|refut(?:es|ed)|rebut(?:s|ted)|"
    r"disagree[sd]? with|contradict(?:s|ed|ing)|challeng(?:es|ed)|(?:do|does|did)(?:n[’']t| not) believe|"
    r"(?:is|was|are|were) (?:at odds|inconsistent) with|differ(?:s|ed)? from|cast(?:s)? doubt on)\s"
    rf"(?P<what>(?:that|this|it)(?=\s*(?:[.,;”\"]|$|and\b|saying\b))|{OBJECT}\b)"
)
"""That somebody or something disputes what is said."""
OLD = re.compile(
    r"(?i)^\W*(?:that|the|this|our|its|my|his|her|their)\s(?:[\w’'-]+\s){0,2}"
    r"(?:statements?|accounts?|reports?|releases?|information|comments?|claims?|versions?|descriptions?|remarks?)\s"
    r"(?:we (?:gave|released|provided)\s)?(?:was|were|is|had been|proved|turned out)\s(?:\w+\s){0,2}[“\"‘']?"
    r"(?:wrong|incorrect|inaccurate|false|mistaken|premature|not accurate|not correct|preliminary|incomplete|"
    r"an? (?:error|mistake)|in error|based on (?:what|information|preliminary|early|initial))\b"
)
"""That an account given before does not stand, or no more than it could then."""
AN_ACCOUNT = re.compile(rf"(?i)^\W*{OBJECT}\b")
"""Words for an account as such, which are not what it tells."""
TOLD = frozenset({Modality.FACT, Modality.ALLEGED, Modality.POSSIBLE})
MOST = 4
"""Claims of either side that are shown."""
AFTER = 2
"""Sentences after one that disputes in which the one who disputes may go on."""


@dataclass(frozen=True, slots=True)
class Contest:
    """What is told, and what is set against it; `retracted` where those who told it say that it does not stand."""

    told: tuple[Claim, ...]
    against: tuple[Claim, ...]
    retracted: bool = False


def contests(readings: Sequence[Reading], speakers: Mapping[str, str]) -> Iterator[Contest]:
    """What documents say is disputed or taken back, in their order. `speakers` are, by claim, the dossier's agents who
    say it; claims without one are left out."""
    for reading in readings:
        yield from _Page(reading, speakers).contests()


def head(contest: Contest) -> tuple[Claim, Claim]:
    """The two claims that show best what the contest is about: those with most words of weight in common, else the
    first of each."""
    pairs = [(a, b) for a in contest.told for b in contest.against]
    return max(pairs, key=lambda pair: len(_words(pair[0]) & _words(pair[1])))


def _words(claim: Claim) -> frozenset[str]:
    return content(" ".join(s.exact for s in claim.spans))


class _Page:
    """One document's sentences, with their paragraphs and claims."""

    def __init__(self, reading: Reading, speakers: Mapping[str, str]) -> None:
        self.reading, self.speakers = reading, speakers
        self.sentences = reading.sentences
        starts = [s.start for s in self.sentences]
        blocks = [b for b in reading.document.blocks if b.kind is BlockKind.PARAGRAPH]
        opens = [b.start for b in blocks]
        self.paragraph = [bisect_right(opens, s) for s in starts]
        self.claims: list[list[Claim]] = [[] for _ in self.sentences]
        for claim in reading.claims:
            at = bisect_right(starts, claim.spans[0].start) - 1
            if at >= 0 and claim.id in speakers and claim.modality in TOLD:
                self.claims[at].append(claim)

    def contests(self) -> Iterator[Contest]:
        for n, sentence in enumerate(self.sentences):
            if not n:
                continue
            for claim in self.claims[n]:
                text = claim.spans[0].exact
                if OLD.search(text):
                    before = self._before(n, claim, same=True)
                    if before:
                        yield Contest(before, (claim,), retracted=True)
                    break
            match = DISPUTES.search(sentence.exact)
            if match is not None:
                yield from self._disputed(n, sentence.start + match.end(), match.group("what").casefold())
            elif NOT_SO.search(sentence.exact):
                against = [c for c in self.claims[n] if NOT_SO.search(c.spans[0].exact) or c.predicate == "happen"]
                told = self._beside(n, against[0]) or self._before(n, against[0]) if against else ()
                if told:
                    yield Contest(told, tuple(against[:1]))

    def _disputed(self, n: int, at: int, what: str) -> Iterator[Contest]:
        """What sentence `n` says is disputed, in words that end at `at`."""
        inside = [c for c in self.claims[n] if c.spans[0].start >= at]
        if what not in {"that", "this", "it"} and inside:
            # "the video contradicts the account that police gave, who said he had charged": the video's is before
            last = self._voice(n - 1, None)
            speakers = {self.speakers[c.id] for c in last}
            told = [c for c in inside if self.speakers[c.id] not in speakers and c.attribution]
            if last and told:
                yield Contest(_few(told), _few(last))
            return
        if what not in {"that", "this", "it"} and not self._next_to(n):
            return
        own = [c for c in self.claims[n] if c.spans[0].start >= at]
        against = own
        for later in range(n + 1, min(n + 1 + AFTER, len(self.sentences))):
            if self.paragraph[later] != self.paragraph[n]:
                break
            voice = {self.speakers[c.id] for c in against}
            more = [c for c in self.claims[later] if c.attribution and (not voice or self.speakers[c.id] in voice)]
            against = [*against, *more]
        before = self._before(n, against[0]) if against else ()
        if before:
            yield Contest(before, _few(against))

    def _next_to(self, n: int) -> bool:
        return self.paragraph[n] - self.paragraph[n - 1] <= 1

    def _before(self, n: int, than: Claim, *, same: bool = False) -> tuple[Claim, ...]:
        """What the sentence before the one with this number tells, with what its voice says in its paragraph. It is
        another's word than that of the claim, save with `same`."""
        if not self._next_to(n):
            return ()
        last = self._voice(n - 1, None)
        last = [c for c in last if same or self.speakers[c.id] != self.speakers[than.id]]
        if same:
            return _few([c for c in last if c.attribution])
        voice = {self.speakers[c.id] for c in last}
        earlier: list[Claim] = []
        for k in range(n - 2, -1, -1):
            if self.paragraph[k] != self.paragraph[n - 1] or not last:
                break
            earlier = [*(c for c in self._voice(k, voice) if c.attribution), *earlier]
        return _few([*reversed(last), *reversed(earlier)])

    def _beside(self, n: int, than: Claim) -> tuple[Claim, ...]:
        """What the same sentence tells first in another voice: "police say he fired, but his lawyer says that is not
        so"."""
        here = [c for c in self._voice(n, None) if c.attribution and c.spans[-1].end <= than.spans[0].start]
        return _few([c for c in here if self.speakers[c.id] != self.speakers[than.id]])

    def _voice(self, n: int, voice: set[str] | None) -> list[Claim]:
        """The claims of a sentence, those within larger ones left out; of these speakers alone, if they are given."""
        if n < 0:
            return []
        here = self.claims[n]
        outer = [c for c in here if not any(within(c, other) for other in here if other is not c)]
        outer = [c for c in outer if not AN_ACCOUNT.match(c.spans[0].exact)]
        return [c for c in outer if voice is None or self.speakers[c.id] in voice]


def within(a: Claim, b: Claim) -> bool:
    """Whether the words of one claim are some of another's."""
    one, two = a.spans[0], b.spans[0]
    return two.start <= one.start and one.end <= two.end and (one.end - one.start) < (two.end - two.start)


def _few(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(claims[:MOST])
