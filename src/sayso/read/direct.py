"""Who says each quotation: the reporting verb beside it, or the speaker who carries over from before.

A quotation's cue stands after it ("…," she said), before it (She said, "…"; She said: "…"), or in the paragraph before
(She issued a statement.). A quotation in the same paragraph without a cue of its own continues the one before it, and
so does a paragraph that is nothing but quotation.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from sayso.model import BlockKind, Quotation
from sayso.read.cues import SPEECH
from sayso.read.parse import Paragraph, Parsed
from sayso.read.reporting import Cue, cue_of, is_reporting, statement_cue
from sayso.read.syntax import Proposal, noun_phrase, sentence, tokens_range

BARE_LEADS = frozenset({"said", "says", "wrote", "asked", "added", "tweeted", "read", "declared", "replied"})
SIGNATURE = re.compile(r"\s*(?P<dash>[―—–]|--)\s*(?P<name>[A-ZÀ-Þ][^.,;:!?“”\"\n]{2,60})")
NAME_COLON = re.compile(r"(?P<name>[A-ZÀ-Þ][^.,;:!?“”\"\n]{2,60})(?P<colon>:)\s*")
SUBORDINATE = frozenset("when as after while because but who which that before since until if though although".split())
SHORT = 4  # words; a shorter quotation that no cue touches is part of its sentence


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quotation that stands in one paragraph."""

    start: int
    end: int
    quotation: int  # index of the quotation
    first: bool  # it is the quotation's first piece
    last: bool


def outer_pieces(quotations: Sequence[Quotation]) -> list[Piece]:
    """The pieces of the outermost quotations, in text order."""
    return sorted(
        (
            Piece(span.start, span.end, n, k == 0, k == len(q.spans) - 1)
            for n, q in enumerate(quotations)
            if q.depth == 0
            for k, span in enumerate(q.spans)
        ),
        key=lambda p: p.start,
    )


def _start(cue: Cue) -> int:
    return cue.cue[0]


def _source_within(cue: Cue, here: Sequence[Piece], starts: Sequence[int]) -> bool:
    """Whether the source stands in a quotation, so that the cue is not the writer's."""
    k = bisect_right(starts, cue.source[0][0]) - 1 if cue.source else -1
    return k >= 0 and cue.source[0][0] < here[k].end


def _with_source_beside(cue: Cue, verb: Token, quoted: Sequence[bool], base: int) -> Cue | None:
    """The cue with the noun or pronoun right before it, else right behind it, as its source."""
    left, right = verb.i - 1, verb.i + 1
    while left > 0 and verb.doc[left].pos_ in ("ADV", "AUX") and not quoted[left]:
        left -= 1
    for i in (left, right):
        if not 0 <= i < len(verb.doc) or quoted[i]:
            continue
        token = verb.doc[i]
        while i == right and token.pos_ in ("DET", "ADJ") and token.head.i > token.i:
            token = token.head
        words = [t for t in noun_phrase(token) if not quoted[t.i]]
        if token.pos_ in ("PRON", "PROPN", "NOUN") and words and token in words:
            return replace(cue, source=(tokens_range(words, base),))
    return None


class DirectSpeech:
    """Goes through the paragraphs in order and remembers who spoke last."""

    def __init__(self, parsed: Parsed, quotations: Sequence[Quotation]) -> None:
        self.parsed = parsed
        self.quotations = quotations
        self.pieces = outer_pieces(quotations)
        self.proposals: list[Proposal] = []
        self.taken: dict[int, int] = {}  # quotation -> index of its proposal
        self.pending: dict[int, tuple[Cue, str, float] | None] = {}  # quotation -> who carries over to it
        self.last: tuple[int, int] | None = None  # paragraph and proposal of the last speaker
        self.introduced: tuple[int, Cue] | None = None  # paragraph and cue that announce a quotation

    def run(self) -> list[Proposal]:
        """All direct attributions, in text order."""
        n = 0
        for paragraph in self.parsed.paragraphs:
            here = []
            while n < len(self.pieces) and self.pieces[n].start < paragraph.end:
                if self.pieces[n].start >= paragraph.start:
                    here.append(self.pieces[n])
                n += 1
            if paragraph.block.kind in (BlockKind.HEADING, BlockKind.CAPTION):
                continue
            self._paragraph(paragraph, here)
        return self.proposals

    def _paragraph(self, paragraph: Paragraph, here: list[Piece]) -> None:
        tokens = list(paragraph.doc)
        offset = paragraph.start
        inside = [False] * len(tokens)
        for piece in here:
            for t in paragraph.tokens(piece.start, piece.end):
                inside[t.i] = True
        outside = [t for t in tokens if not inside[t.i]]
        starts = [p.start for p in here]
        cues = []
        for token in outside:
            cue = cue_of(token, offset) if is_reporting(token) else None
            if cue is not None and _source_within(cue, here, starts):
                cue = _with_source_beside(cue, token, inside, offset)  # the parser took its subject from the quotation
            if cue is not None:
                cues.append(cue)
        cues.sort(key=_start)
        bare = bool(here) and not any(t.is_alpha for t in outside)
        previous: int | None = None
        for k, piece in enumerate(here):
            if piece.quotation in self.taken:
                previous = self.taken[piece.quotation]
                continue
            after = here[k + 1].start if k + 1 < len(here) else paragraph.end
            before = here[k - 1].end if k else paragraph.start
            found = not self._title(paragraph, piece) and (
                self._signed(paragraph, piece, after)
                or self._named(paragraph, piece)
                or self._after(piece, after, cues)
                or self._before(paragraph, piece, before, cues)
            )
            if found:
                previous = self._take(piece, found, "beside", 0.95, previous)
            elif self._whole(paragraph, piece) and previous is not None and k:
                previous = self._join(piece, previous)
            elif bare and not piece.last:
                self.pending[piece.quotation] = self._carrier(paragraph)  # its cue may stand behind its last paragraph
            elif (bare or piece.quotation in self.pending) and self._carried(paragraph, piece):
                previous = self.taken[piece.quotation]
        if previous is not None:
            self.last = (paragraph.index, previous)
            self.introduced = None
        self._introduce(paragraph, outside, cues, here)

    def _sentence_between(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether a sentence ends in the stretch, so that what stands beyond it is another sentence's."""
        text = self.parsed.document.text[start:end]
        words = paragraph.tokens(start, end)
        return any(t.is_sent_end and t.i + 1 < len(paragraph.doc) and paragraph.at(t)[1] < end for t in words) and any(
            mark in text for mark in ".!?"
        )

    def _title(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Whether the piece names a show or a work inside the writer's sentence: on “Face the Harbor,” she said."""
        text = self.parsed.document.text
        words = text[piece.start : piece.end].strip("“”\"'‘’«»`, ").split()
        lead = text[paragraph.start : piece.start].rstrip()
        named = all(w[:1].isupper() or len(w) <= 3 for w in words) and words[0][:1].isupper() if words else False
        return 2 <= len(words) <= 7 and named and bool(lead) and lead[-1] not in ":,.!?" and words[-1][-1] not in ".!?"

    def _signed(self, paragraph: Paragraph, piece: Piece, limit: int) -> Cue | None:
        """A quotation with its speaker's name behind a dash: “…” — Jane Doe."""
        match = SIGNATURE.match(self.parsed.document.text, piece.end, min(limit, paragraph.end))
        if match is None or match.end("name") < min(limit, paragraph.end) - 2:
            return None
        return Cue(at=-1, lemma="say", source=(match.span("name"),), cue=match.span("dash"))

    def _named(self, paragraph: Paragraph, piece: Piece) -> Cue | None:
        """A paragraph that is a name, a colon and a quotation: Jane Doe: “…”."""
        match = NAME_COLON.fullmatch(self.parsed.document.text, paragraph.start, piece.start)
        if match is None or any(t.pos_ in ("VERB", "AUX") for t in paragraph.tokens(*match.span("name"))):
            return None
        return Cue(at=-1, lemma="say", source=(match.span("name"),), cue=match.span("colon"))

    def _after(self, piece: Piece, limit: int, cues: list[Cue]) -> Cue | None:
        text = self.parsed.document.text
        close = text[piece.end - 2 : piece.end].strip("”\"'’»")[-1:]
        for cue in cues[bisect_left(cues, piece.end, key=_start) : bisect_left(cues, limit, key=_start)]:
            between = text[piece.end : cue.cue[0]]
            if any(mark in between.replace("Mr.", "").replace("Dr.", "").replace("Ms.", "") for mark in "!?;:"):
                return None
            source_first = bool(cue.source) and cue.source[0][0] >= piece.end
            gap = text[piece.end : min(cue.source[0][0] if source_first else cue.cue[0], cue.cue[0])]
            loose = len(gap.split()) if any(c.isalnum() for c in gap) else 0
            if SUBORDINATE.intersection(gap.lower().split()):
                return None  # "…,” when she said that": a clause about the quotation
            if loose > (0 if close == "." else 3) or (close == "." and text[cue.cue[1] :][:1] not in ".\n"):
                return None
            if len(between.split()) <= 24 and (source_first or not loose):
                return cue
            return None
        return None

    def _before(self, paragraph: Paragraph, piece: Piece, limit: int, cues: list[Cue]) -> Cue | None:
        text = self.parsed.document.text
        lead = text[limit : piece.start].rstrip()
        if not lead or (lead[-1] != ":" and (lead.endswith((" that,", " that")) or self._sentence_goes_on(piece))):
            return None  # a part of the writer's own sentence
        if lead[-1] not in ":,—–-" and lead.split()[-1] not in BARE_LEADS:
            return None
        for cue in reversed(cues[bisect_left(cues, limit, key=_start) : bisect_left(cues, piece.start, key=_start)]):
            if self._sentence_between(paragraph, cue.cue[1], piece.start) and lead[-1] != ":":
                return None
            if len(text[cue.cue[1] : piece.start].split()) <= (30 if lead[-1] == ":" else 14):
                return cue
            return None
        return None

    def _sentence_goes_on(self, piece: Piece) -> bool:
        """Whether the writer's sentence runs on behind the quotation: "said “budget reforms” would help"."""
        text = self.parsed.document.text
        rest = text[piece.end : piece.end + 40].lstrip(" \t")
        inner = text[piece.start : piece.end].rstrip("”\"'’»")
        return rest[:1].islower() and inner[-1:] not in ".,?!—" and not rest.startswith(("and ", "but ", "while "))

    def _whole(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Whether the piece is one sentence or more by itself, not a few quoted words of the writer's sentence."""
        text = self.parsed.document.text
        lead = text[paragraph.start : piece.start].rstrip().rstrip("\"”'’»")
        starts = not lead or lead[-1] in ".!?:,—–-"
        inner = text[piece.start : piece.end].strip("“”\"'‘’«»`")
        return starts and (len(inner.split()) >= SHORT or inner[-1:] in ".!?")

    def _take(self, piece: Piece, cue: Cue, rule: str, confidence: float, previous: int | None) -> int:
        quotation = self.quotations[piece.quotation]
        if previous is not None and self.proposals[previous].cue == (cue.cue,):
            return self._join(piece, previous)
        content = tuple((s.start, s.end) for s in quotation.spans)
        self.proposals.append(
            Proposal(source=cue.source, cue=(cue.cue,), content=content, lemma=cue.lemma, rule=rule,
                     confidence=confidence, recipient=cue.recipient, quoted=True)
        )  # fmt: skip
        self.taken[piece.quotation] = len(self.proposals) - 1
        return len(self.proposals) - 1

    def _join(self, piece: Piece, index: int) -> int:
        """Give the quotation to an attribution that is there already."""
        old = self.proposals[index]
        more = tuple((s.start, s.end) for s in self.quotations[piece.quotation].spans)
        self.proposals[index] = Proposal(
            source=old.source, cue=old.cue, content=tuple(sorted({*old.content, *more})), lemma=old.lemma,
            rule=old.rule, confidence=old.confidence, recipient=old.recipient, quoted=True,
        )  # fmt: skip
        self.taken[piece.quotation] = index
        return index

    def _carrier(self, paragraph: Paragraph) -> tuple[Cue, str, float] | None:
        """Whoever was announced, or spoke last, right before a paragraph of nothing but quotation."""
        if self.introduced is not None and self.introduced[0] == paragraph.index - 1:
            return self.introduced[1], "introduced", 0.9
        if self.last is not None and self.last[0] == paragraph.index - 1:
            old = self.proposals[self.last[1]]
            return (
                Cue(at=-1, lemma=old.lemma, source=old.source, cue=old.cue[0], recipient=old.recipient),
                "carried",
                0.8,
            )
        return None

    def _carried(self, paragraph: Paragraph, piece: Piece) -> bool:
        """Give a quotation without a cue of its own to the one who carries over to it, where there is one."""
        carrier = self.pending.get(piece.quotation) or self._carrier(paragraph)
        if carrier is None:
            return False
        cue, rule, confidence = carrier
        if rule == "carried" and len(self.quotations[piece.quotation].spans[0].exact.split()) < SHORT:
            return False
        self._take(piece, cue, rule, confidence, None)
        return True

    def announced_by(self, paragraph: Paragraph) -> Cue | None:
        """The cue of a paragraph that announces what stands below it."""
        outside = list(paragraph.doc)
        cues = [c for t in outside if is_reporting(t) and (c := cue_of(t, paragraph.start)) is not None]
        self._introduce(paragraph, outside, cues, [])
        return self.introduced[1] if self.introduced is not None else None

    def _introduce(self, paragraph: Paragraph, outside: list[Token], cues: list[Cue], here: list[Piece]) -> None:
        """Remember a sentence at the paragraph's end that announces what somebody says."""
        text = self.parsed.document.text
        ends_open = text[paragraph.start : paragraph.end].rstrip().endswith((":", "：", "—"))
        spoken_last = here and here[-1].end >= paragraph.end - 1
        if spoken_last or not outside:
            return
        last_sentence = sentence(outside[-1])
        last_cues = [c for c in cues if c.at >= last_sentence[0].i and c.source]
        if ends_open and last_cues:
            self.introduced = (paragraph.index, last_cues[-1])
            return
        statement = statement_cue(paragraph, [t for t in outside if t.i >= last_sentence[0].i])
        if statement is not None:
            self.introduced = (paragraph.index, statement)
        elif ends_open and not here:
            self.introduced = None


def find_inner(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Proposal]:
    """Quotations inside quotations with the cue right before them: “He told me, ‘Go,’ and I went.”"""
    found = []
    for quotation in quotations:
        start, end = quotation.spans[0].start, quotation.spans[-1].end
        paragraph = parsed.paragraph_at(start)
        if quotation.depth == 0 or paragraph is None or start <= paragraph.start:
            continue
        before = paragraph.tokens(max(paragraph.start, start - 60), start)
        verb = next((t for t in reversed(before[-7:]) if t.pos_ == "VERB" and t.lemma_.lower() in SPEECH), None)
        cue = cue_of(verb, paragraph.start) if verb is not None else None
        if cue is None or not cue.source or cue.source[0][1] > start or cue.cue[1] > start:
            continue
        between = paragraph.doc.text[cue.cue[1] - paragraph.start : start - paragraph.start]
        if len(between.split()) <= 5 and not any(mark in between for mark in ".!?;"):
            found.append(
                Proposal(source=cue.source, cue=(cue.cue,), content=((start, end),), lemma=cue.lemma, rule="inner",
                         confidence=0.8, recipient=cue.recipient)
            )  # fmt: skip
    return found
