"""From paragraphs and quotations to proposals: the rules' and the model's, settled into outermost and nested.

This is the one step that decides what is an attribution. What comes after it (`attributions.assemble`, `agents`,
`links`) is the same whoever proposed.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import BlockKind, Quotation
from sayso.read import tagger
from sayso.read.alone import alone
from sayso.read.cited import cited
from sayso.read.cover import Cover
from sayso.read.direct import DirectSpeech, find_inner
from sayso.read.indirect import find_indirect
from sayso.read.merge import ASIDES, combine
from sayso.read.parse import Parsed
from sayso.read.positions import without_answer
from sayso.read.scope import scoped
from sayso.read.syntax import Proposal, Range
from sayso.read.transcript import find_turns
from sayso.settings import THREADS

BELIEFS = frozenset({"believe", "think", "suspect"})


def propose(
    parsed: Parsed, quotations: Sequence[Quotation], *, rules_only: bool = False, threads: int = THREADS
) -> tuple[list[Proposal], list[Proposal]]:
    """The outermost attributions, and those that may stand inside their contents.

    Raises ModelError where the weights are missing or damaged; `rules_only` does without them.
    """
    found = _by_rules(parsed, quotations)
    outer, inner = _settle(found)
    if rules_only:
        return outer, inner
    paragraphs = [(p.start, p.end) for p in parsed.paragraphs]
    marks = sorted((s.start, s.end) for q in quotations if q.depth == 0 for s in q.spans)
    candidates = tagger.tag(parsed.document.text, paragraphs, marks, threads)
    outer, through = cited(parsed, scoped(combine(parsed, quotations, outer, candidates), parsed))
    outer += alone(parsed, quotations, outer)
    contents = Cover(p.content for p in outer)
    cues = Cover(p.cue for p in outer)
    inner = [
        p
        for p in (_clipped(p, contents) for p in found)
        if not p.quoted
        and contents.holds(*p.cue[0])
        and not cues.overlaps(*p.cue[0])
        and all(contents.share(a, b) > 0.8 for a, b in p.content)
    ]
    return outer, [*inner, *through]


def _clipped(proposal: Proposal, contents: Cover) -> Proposal:
    """What a rule finds without the outer cue that it runs into: "and said she left, Orr said". What officials believe,
    according to a paper of theirs, stays the paper's."""
    if proposal.quoted or proposal.lemma in BELIEFS or not contents.holds(*proposal.cue[0]):
        return proposal
    last = contents.end_of(*proposal.cue[0])
    cut = tuple((a, min(b, last)) for a, b in proposal.content if a < last)
    return replace(proposal, content=cut) if cut and cut != proposal.content else proposal


def _by_rules(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Proposal]:
    """Every attribution that the rules find, the nested ones too."""
    turns = find_turns(parsed)
    direct = [*turns, *_without(DirectSpeech(parsed, quotations).run(), turns)]
    blocks = _blocks(parsed, direct)
    marks = [(s.start, s.end) for q in quotations if q.depth == 0 for s in q.spans]
    indirect = [_snap(p, marks) for paragraph in parsed.paragraphs for p in find_indirect(paragraph)]
    for answer in [p for p in indirect if p.rule in ASIDES]:
        indirect = [without_answer(p, answer, parsed.document.text) for p in indirect]
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
    cover = Cover(p.content for p in taken)
    return [p for p in proposals if not any(cover.overlaps(a, b) for a, b in p.content)]


def _blocks(parsed: Parsed, direct: Sequence[Proposal]) -> list[Proposal]:
    """Embedded posts and block quotes that no quotation marks cover: each is somebody's words."""
    document = parsed.document
    cover = Cover(p.content for p in direct)
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
    speech = Cover(p.content for p in quoted)
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
