"""Quotations that stand alone behind their speaker: a paragraph of nothing but quotation under one that ends with what
somebody says, and a quoted sentence right behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import BlockKind, Quotation
from sayso.read.cover import Cover
from sayso.read.parse import Paragraph, Parsed
from sayso.read.syntax import Proposal, Range, sentence

SHORT = 5
"""Words that a quotation has at least that is a sentence of its own, and no title."""
TELLING = frozenset(
    """say tell add explain recall note state testify admit agree claim believe think feel continue describe acknowledge
    remember insist reveal mention express""".split()
)
"""Verbs of those who go on in their own words."""
CONFIDENCE = 0.6
"""Below that of what is carried from a quotation: the speaker goes on nearly always, but not always."""


def alone(parsed: Parsed, quotations: Sequence[Quotation], outer: Sequence[Proposal]) -> list[Proposal]:
    """One proposal for each quotation that nobody is credited with, of whoever says something right before it."""
    cover = Cover(p.content for p in outer)
    by_end = sorted((p for p in outer if _speaks(p, parsed)), key=_end)
    found: list[Proposal] = []
    for quotation in quotations:
        content = tuple((s.start, s.end) for s in quotation.spans)
        if quotation.depth or any(cover.overlaps(a, b) for a, b in content):
            continue
        paragraph = parsed.paragraph_at(content[0][0])
        if paragraph is None or paragraph.block.kind is not BlockKind.PARAGRAPH or not _whole(parsed, content):
            continue
        before = next(_before(parsed, paragraph, content), None)
        within = (p for p in reversed(by_end) if before and before[0] <= p.cue[0][0] and _end(p) <= before[1])
        speaker = next(within, None)
        if speaker is not None:
            found.append(
                Proposal(source=speaker.source, cue=speaker.cue, content=content, lemma=speaker.lemma, rule="carried",
                         confidence=CONFIDENCE, recipient=speaker.recipient, quoted=True)
            )  # fmt: skip
    return found


def _end(proposal: Proposal) -> int:
    return max(b for _, b in (*proposal.source, *proposal.cue, *proposal.content))


def _speaks(proposal: Proposal, parsed: Parsed) -> bool:
    """Whether somebody is credited with words in a sentence: "Orr said he fell", and not "Orr declined to comment"."""
    if not proposal.source or not proposal.cue or proposal.rule == "refusal":
        return False
    paragraph = parsed.paragraph_at(proposal.cue[0][0])
    words = paragraph.tokens(*proposal.cue[0]) if paragraph is not None else ()
    return any(t.lemma_.lower() in TELLING for t in words)


def _whole(parsed: Parsed, content: Sequence[Range]) -> bool:
    """Whether a quotation is a sentence or more, with its stop inside its marks."""
    text = parsed.document.text
    told = text[content[0][0] : content[-1][1]].strip("“”\"'‘’«»`, ")
    return len(told.split()) >= SHORT and told[:1].isupper() and told[-1:] in ".!?"


def _before(parsed: Parsed, paragraph: Paragraph, content: Sequence[Range]) -> Iterator[Range]:
    """The sentence right before a quotation that opens its paragraph or follows a full stop, and ends its paragraph or
    is followed by a sentence of its own."""
    text = parsed.document.text
    behind = text[content[-1][1] : paragraph.end].lstrip()
    lead = text[paragraph.start : content[0][0]].rstrip()
    if behind[:1].islower() or (lead and lead[-1] not in ".!?"):
        return
    if not lead:
        if behind or paragraph.index == 0:
            return
        paragraph = parsed.paragraphs[paragraph.index - 1]
        if paragraph.block.kind is not BlockKind.PARAGRAPH:
            return
        lead = text[paragraph.start : paragraph.end].rstrip()
    words = paragraph.tokens(paragraph.start, paragraph.start + len(lead))
    if words and lead[-1:] in '.!?”"':
        own = sentence(words[-1])
        yield paragraph.at(own[0])[0], paragraph.at(own[-1])[1]
