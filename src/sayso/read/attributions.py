"""Proposals to Attributions: overlaps are settled, the nested get parents, each gets its kind, type and channel.

What is an attribution was decided in `propose`; this is the same whatever proposed it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from sayso.model import Attribution, Channel, CueType, Kind, Quotation, identify
from sayso.read.channels import channel_of
from sayso.read.cover import Cover
from sayso.read.cues import FIRST_PERSON, TELLING, VAGUE, VERBS
from sayso.read.indirect import DISPUTING
from sayso.read.parse import Parsed
from sayso.read.syntax import Proposal, Range, sentence

NESTED_RULES = frozenset(
    {
        "clause",
        "according",
        "told by",
        "statement",
        "noun",
        "trailing",
        "passive",
        "gerund",
        "inner",
        "parenthetical",
        "identified",
        "cited",
    }
)
TYPE_OF_NOUN = {
    "claim": CueType.ASSERTS, "allegation": CueType.ALLEGES, "accusation": CueType.ALLEGES, "denial": CueType.DENIES,
    "confirmation": CueType.CONFIRMS, "admission": CueType.CONCEDES, "suspicion": CueType.ALLEGES,
    "belief": CueType.BELIEVES, "fear": CueType.BELIEVES, "hope": CueType.BELIEVES, "promise": CueType.DIRECTS,
    "pledge": CueType.DIRECTS, "vow": CueType.DIRECTS, "demand": CueType.DIRECTS, "argument": CueType.ASSERTS,
    "contention": CueType.ASSERTS, "insistence": CueType.ASSERTS, "assertion": CueType.ASSERTS,
}  # fmt: skip


def _length(content: Sequence[Range]) -> int:
    return sum(b - a for a, b in content)


def _worth_nesting(proposal: Proposal, text: str) -> bool:
    """Whether an attribution inside a content says who else it comes from; "I think that" does not."""
    source = " ".join(text[a:b] for a, b in proposal.source).lower()
    if re.split(r"['’\s]", source)[0] in FIRST_PERSON | VAGUE:
        return False
    if not source and proposal.rule in ("passive", "noun"):  # whoever speaks does not vouch for it
        return _type(proposal) in (CueType.ALLEGES, CueType.ASSERTS)
    told = proposal.lemma in TELLING or proposal.rule in ("cited", "identified")
    return bool(source) and proposal.rule in NESTED_RULES and told


def _type(proposal: Proposal) -> CueType:
    if proposal.rule == "noun":
        return TYPE_OF_NOUN.get(proposal.lemma, CueType.STATES)
    if proposal.rule == "infinitive" and proposal.lemma in ("ask", "tell", "say", "advise"):
        return CueType.DIRECTS
    if proposal.rule == "refusal":
        return CueType.DECLINES
    if proposal.rule in ("by reference", "answer"):
        return CueType.DENIES if proposal.lemma in DISPUTING | {"reject", "dismiss", "question"} else CueType.CONFIRMS
    if proposal.rule == "passive" and proposal.lemma in ("allege", "accuse", "suspect", "charge", "rumor", "rumour"):
        return CueType.ALLEGES
    return VERBS.get(proposal.lemma, CueType.STATES)


def _kind(content: Sequence[Range], marks: Cover, proposal: Proposal) -> Kind:
    if proposal.rule in ("post", "block quote", "transcript"):
        return Kind.DIRECT
    shares = [(marks.share(a, b), b - a) for a, b in content]
    covered, total = sum(s * n for s, n in shares), sum(n for _, n in shares)
    if not total or covered < 2:
        return Kind.INDIRECT
    return Kind.DIRECT if covered >= total - 3 * len(content) else Kind.MIXED


def assemble(
    parsed: Parsed, quotations: Sequence[Quotation], outer: Sequence[Proposal], inner: Sequence[Proposal]
) -> tuple[Attribution, ...]:
    """Attributions in text order of their first content, parents before children. Agents are not yet set."""
    document, text = parsed.document, parsed.document.text
    exact = {p.cue for p in inner if p.rule == "inner"}  # by its marks, which are surer than the parse
    nested = [p for p in inner if _worth_nesting(p, text) and (p.rule == "inner" or p.cue not in exact)]
    marks = Cover([(s.start, s.end) for s in q.spans] for q in quotations if q.depth == 0)
    deeper = Cover([(s.start, s.end) for s in q.spans] for q in quotations if q.depth > 0)
    inside = set(nested)  # what a speaker reports inside a quotation is direct only in marks of its own
    made: list[Attribution] = []
    seen: set[str] = set()
    citing: dict[tuple[Range, ...], str] = {}  # who cites somebody for these words
    for p in sorted([*outer, *nested], key=lambda p: (p.content[0][0], -p.content[-1][1])):
        key = identify("a", document.id, p.source, p.cue, p.content)
        if key in seen or _of_itself(p, text):
            continue
        seen.add(key)
        if p not in inside:
            citing[p.content] = key
        made.append(
            Attribution(
                id=key,
                document=document.id,
                source=tuple(document.span(a, b) for a, b in p.source),
                cue=tuple(document.span(a, b) for a, b in p.cue),
                content=tuple(document.span(a, b) for a, b in p.content),
                kind=_kind(p.content, deeper if p in inside else marks, p),
                cue_type=_type(p),
                channel=_channel(p, parsed),
                recipient=tuple(document.span(a, b) for a, b in p.recipient),
                parent=citing.get(p.content) if p.rule == "cited" else None,
                carried_from=key if p.rule in ("introduced", "carried") else None,
                confidence=p.confidence,
            )
        )
    return _with_parents(made)


_ITSELF = re.compile(
    r"(?:an?\s|the\s|this\s|our\s)?(?:(?:earlier|previous|prior|original|first|initial|updated|online|print)\s)+versions?"
    r"(?:\sof\s(?:this|the|our|that)\s\w+)?|this\s(?:story|article|post|column|page|caption|headline)",
    re.IGNORECASE,
)


def _of_itself(proposal: Proposal, text: str) -> bool:
    """Whether an article says something of itself: "an earlier version of this story misstated …"."""
    return len(proposal.source) == 1 and _ITSELF.fullmatch(text[slice(*proposal.source[0])].strip()) is not None


@lru_cache(maxsize=4)
def _named_channel(paragraph: str) -> Channel:
    """A channel that a whole paragraph names. Kept, since one paragraph may hold many attributions."""
    return channel_of(paragraph)


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
    if paragraph is None or _named_channel(paragraph.doc.text) is Channel.UNSTATED:
        return Channel.UNSTATED
    inside = Cover([proposal.content])
    words = [t for t in sentence(paragraph.tokens(start, end)[0]) if not inside.overlaps(*paragraph.at(t))]
    far = channel_of(" ".join(t.text for t in words))
    return Channel.UNSTATED if far in (Channel.VIDEO, Channel.RECORD) else far  # what is spoken of, not spoken through


def _with_parents(made: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Set each attribution's parent, where it has none: the smallest other whose content holds its content and cue; of
    two of one size the inner one."""
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
        best = min(
            around,
            key=lambda o: (_length([(s.start, s.end) for s in o.content]), o.parent is None, o.id),
            default=None,
        )
        done = replace(a, parent=best.id) if best is not None and a.parent is None else a
        out.append(done)
        open_.append(done)
    return tuple(out)
