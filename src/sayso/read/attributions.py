"""Proposals to Attributions: overlaps are settled, the nested get parents, each gets its kind, type and channel.

`propose` is the one step from sentences and quotations to proposals; `assemble` is the same whatever proposed them.
"""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import Attribution, BlockKind, Channel, CueType, Kind, Quotation, QuotationKind, identify
from sayso.read.channels import channel_of
from sayso.read.cues import FIRST_PERSON, TELLING, VAGUE, VERBS
from sayso.read.direct import DirectSpeech, find_inner
from sayso.read.indirect import find_indirect
from sayso.read.parse import Parsed
from sayso.read.syntax import Proposal, Range, sentence
from sayso.read.transcript import find_turns

NESTED_RULES = frozenset(
    {"clause", "according", "told by", "statement", "noun", "trailing", "passive", "gerund", "inner"}
)
TYPE_OF_NOUN = {
    "claim": CueType.ASSERTS, "allegation": CueType.ALLEGES, "accusation": CueType.ALLEGES, "denial": CueType.DENIES,
    "confirmation": CueType.CONFIRMS, "admission": CueType.CONCEDES, "suspicion": CueType.ALLEGES,
    "belief": CueType.BELIEVES, "fear": CueType.BELIEVES, "hope": CueType.BELIEVES, "promise": CueType.DIRECTS,
    "pledge": CueType.DIRECTS, "vow": CueType.DIRECTS, "demand": CueType.DIRECTS, "argument": CueType.ASSERTS,
    "contention": CueType.ASSERTS, "insistence": CueType.ASSERTS, "assertion": CueType.ASSERTS,
}  # fmt: skip


def propose(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Proposal]:
    """Every attribution that the rules find, the nested ones too."""
    turns = find_turns(parsed)
    direct = [*turns, *_without(DirectSpeech(parsed, quotations).run(), turns)]
    blocks = _blocks(parsed, direct)
    marks = [(s.start, s.end) for q in quotations if q.depth == 0 for s in q.spans]
    indirect = [_snap(p, marks) for paragraph in parsed.paragraphs for p in find_indirect(paragraph)]
    return [*direct, *blocks, *find_inner(parsed, quotations), *indirect]


def _snap(proposal: Proposal, marks: Sequence[Range]) -> Proposal:
    """Let no content end inside a quotation that begins in it: a quotation is never cut."""
    content = []
    for a, b in proposal.content:
        k = bisect_right(marks, (b, b)) - 1
        if k >= 0 and marks[k][0] < b < marks[k][1] and marks[k][0] >= a:
            b = marks[k][1]
        content.append((a, b))
    return replace(proposal, content=tuple(content)) if tuple(content) != proposal.content else proposal


def _without(proposals: Iterable[Proposal], taken: Sequence[Proposal]) -> list[Proposal]:
    """The proposals whose content overlaps none of the taken ones'."""
    cover = _Cover(p.content for p in taken)
    return [p for p in proposals if not any(cover.overlaps(a, b) for a, b in p.content)]


class _Cover:
    """Disjoint, sorted ranges, to ask for overlaps in logarithmic time."""

    def __init__(self, contents: Iterable[Sequence[Range]]) -> None:
        merged: list[Range] = []
        for a, b in sorted(piece for content in contents for piece in content):
            if merged and a <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
            else:
                merged.append((a, b))
        self.ranges = merged
        self.starts = [a for a, _ in merged]

    def overlaps(self, start: int, end: int) -> bool:
        k = bisect_right(self.starts, end - 1) - 1
        return k >= 0 and self.ranges[k][1] > start

    def holds(self, start: int, end: int) -> bool:
        k = bisect_right(self.starts, start) - 1
        return k >= 0 and self.ranges[k][1] >= end

    def share(self, start: int, end: int) -> float:
        """The share of the characters `start` to `end` that is covered."""
        k = max(0, bisect_right(self.starts, start) - 1)
        covered = 0
        while k < len(self.ranges) and self.ranges[k][0] < end:
            covered += max(0, min(end, self.ranges[k][1]) - max(start, self.ranges[k][0]))
            k += 1
        return covered / max(1, end - start)


def _blocks(parsed: Parsed, direct: Sequence[Proposal]) -> list[Proposal]:
    """Embedded posts and block quotes that no quotation marks cover: each is somebody's words."""
    document = parsed.document
    cover = _Cover(p.content for p in direct)
    found: list[Proposal] = []
    for block in document.blocks:
        if block.kind not in (BlockKind.POST, BlockKind.QUOTE) or cover.overlaps(block.start, block.end):
            continue
        content = tuple((p.start, p.end) for p in parsed.paragraphs if block.start <= p.start < block.end)
        if not content:
            continue
        first = parsed.paragraph_at(content[0][0])
        cue = None
        if first is not None and first.index > 0:
            cue = DirectSpeech(parsed, ()).announced_by(parsed.paragraphs[first.index - 1])
        found.append(
            Proposal(
                source=cue.source if cue else (),
                cue=(cue.cue,) if cue else (),
                content=content,
                lemma=cue.lemma if cue else "post",
                rule="post" if block.kind is BlockKind.POST else "block quote",
                confidence=0.9 if cue or block.author else 0.6,
                quoted=True,
            )
        )
    return found


def _settle(proposals: Sequence[Proposal]) -> tuple[list[Proposal], list[Proposal]]:
    """The outermost proposals, and those inside their contents."""
    quoted = [p for p in proposals if p.quoted]
    speech = _Cover(p.content for p in quoted)
    outer, inner = list(quoted), []
    rest = sorted(  # a trailing "as X reported" takes a whole sentence, so the surer rules go first
        (p for p in proposals if not p.quoted),
        key=lambda p: (p.rule == "trailing", min(p.cue[0][0], p.content[0][0]), -_length(p.cue), -_length(p.content)),
    )
    near: list[Proposal] = []  # those that may still reach the present one, since the rest is in text order
    cues: list[int] = []
    for p in rest:
        a, b = p.cue[0]
        if speech.overlaps(a, b):
            inner.append(p)
            continue
        if sum(speech.share(x, y) * (y - x) for x, y in p.content) > 0.6 * _length(p.content):
            continue  # its words are a quotation that is credited already
        if p.rule == "trailing":
            if any(bisect_right(cues, y) > bisect_right(cues, x) for x, y in p.content):
                continue
            near = []
        start = min(a, p.content[0][0])
        near = [o for o in near if max(o.cue[0][1], o.content[-1][1]) > start]
        if any(x <= a and b <= y for o in near for x, y in o.content):
            inner.append(p)
        elif not any(o.cue[0][0] <= a and b <= o.cue[0][1] for o in near):
            near.append(p)
            insort(cues, a)
            outer.append(p)
    return outer, inner


def _length(content: Sequence[Range]) -> int:
    return sum(b - a for a, b in content)


def _worth_nesting(proposal: Proposal, text: str) -> bool:
    """Whether an attribution inside a content says who else it comes from; "I think that" does not."""
    source = " ".join(text[a:b] for a, b in proposal.source).lower()
    if re.split(r"['’\s]", source)[0] in FIRST_PERSON | VAGUE:
        return False
    if not source and proposal.rule in ("passive", "noun"):  # whoever speaks does not vouch for it
        return _type(proposal) in (CueType.ALLEGES, CueType.ASSERTS)
    return bool(source) and proposal.rule in NESTED_RULES and proposal.lemma in TELLING


def _type(proposal: Proposal) -> CueType:
    if proposal.rule == "noun":
        return TYPE_OF_NOUN.get(proposal.lemma, CueType.STATES)
    if proposal.rule == "infinitive" and proposal.lemma in ("ask", "tell", "say", "advise"):
        return CueType.DIRECTS
    if proposal.rule == "refusal":
        return CueType.DECLINES
    if proposal.rule == "by reference":
        return CueType.CONFIRMS
    if proposal.rule == "passive" and proposal.lemma in ("allege", "accuse", "suspect", "charge", "rumor", "rumour"):
        return CueType.ALLEGES
    return VERBS.get(proposal.lemma, CueType.STATES)


def _kind(content: Sequence[Range], marks: _Cover, proposal: Proposal) -> Kind:
    if proposal.rule in ("post", "block quote", "transcript"):
        return Kind.DIRECT
    shares = [(marks.share(a, b), b - a) for a, b in content]
    covered, total = sum(s * n for s, n in shares), sum(n for _, n in shares)
    if not total or covered < 2:
        return Kind.INDIRECT
    return Kind.DIRECT if covered >= total - 3 * len(content) else Kind.MIXED


def assemble(parsed: Parsed, quotations: Sequence[Quotation], proposals: Sequence[Proposal]) -> tuple[Attribution, ...]:
    """Attributions in text order of their first content, parents before children. Agents are not yet set."""
    document, text = parsed.document, parsed.document.text
    outer, inner = _settle(proposals)
    exact = {p.cue for p in inner if p.rule == "inner"}  # by its marks, which are surer than the parse
    nested = [p for p in inner if _worth_nesting(p, text) and (p.rule == "inner" or p.cue not in exact)]
    marks = _Cover([(s.start, s.end) for s in q.spans] for q in quotations if q.depth == 0)
    made: list[Attribution] = []
    seen: set[str] = set()
    for p in sorted([*outer, *nested], key=lambda p: (p.content[0][0], -p.content[-1][1])):
        key = identify("a", document.id, p.source, p.cue, p.content)
        if key in seen:
            continue
        seen.add(key)
        made.append(
            Attribution(
                id=key,
                document=document.id,
                source=tuple(document.span(a, b) for a, b in p.source),
                cue=tuple(document.span(a, b) for a, b in p.cue),
                content=tuple(document.span(a, b) for a, b in p.content),
                kind=_kind(p.content, marks, p),
                cue_type=_type(p),
                channel=_channel(p, parsed),
                recipient=tuple(document.span(a, b) for a, b in p.recipient),
                carried_from=key if p.rule in ("introduced", "carried") else None,
                confidence=p.confidence,
            )
        )
    return _with_parents(made)


def _channel(proposal: Proposal, parsed: Parsed) -> Channel:
    """From the cue, else from the writer's words in the cue's sentence."""
    text = parsed.document.text
    if proposal.rule == "post":
        return Channel.POST
    if not proposal.cue:
        return Channel.UNSTATED
    if proposal.rule == "transcript":
        return Channel.INTERVIEW
    near = channel_of(" ".join(text[a:b] for a, b in (*proposal.source, *proposal.cue)))
    if near is not Channel.UNSTATED:
        return near
    start, end = proposal.cue[0]
    paragraph = parsed.paragraph_at(start)
    if paragraph is None:
        return Channel.UNSTATED
    inside = _Cover([proposal.content])
    words = [t for t in sentence(paragraph.tokens(start, end)[0]) if not inside.overlaps(*paragraph.at(t))]
    far = channel_of(" ".join(t.text for t in words))
    return Channel.UNSTATED if far in (Channel.VIDEO, Channel.RECORD) else far  # what is spoken of, not spoken through


def _with_parents(made: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Set each attribution's parent: the smallest other whose content holds its content and cue."""
    out: list[Attribution] = []
    open_: list[Attribution] = []
    for a in made:
        start = min(s.start for s in (*a.content, *a.cue))
        end = max(s.end for s in (*a.content, *a.cue))
        open_ = [o for o in open_ if o.content[-1].end > start]
        around = [
            o
            for o in open_
            if o.id != a.id and any(c.start <= start and end <= c.end for c in o.content) and o.cue != a.cue
        ]
        best = min(around, key=lambda o: (_length([(s.start, s.end) for s in o.content]), o.id), default=None)
        done = replace(a, parent=best.id) if best is not None else a
        out.append(done)
        open_.append(done)
    return tuple(out)


def spoken_alone(quotations: Sequence[Quotation], attributions: Sequence[Attribution]) -> tuple[Quotation, ...]:
    """Outermost spoken quotations that nobody is credited with: kept and shown, never dropped."""
    cover = _Cover([(s.start, s.end) for s in a.content] for a in attributions)
    return tuple(
        q
        for q in quotations
        if q.depth == 0 and q.kind is QuotationKind.SPEECH and not any(cover.overlaps(s.start, s.end) for s in q.spans)
    )
