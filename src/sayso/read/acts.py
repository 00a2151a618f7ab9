"""Speech that asserts nothing, kept as what it is: that somebody refused to say, asked, or ordered a thing.

"Officers ordered him to drop the knife" does not assert that he did; that they ordered it is a claim of the voice
around it. "The department declined to say whether …" is one too, and says that something is unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import NOT_ASSERTING, Attribution, Claim, Modality, Participant, Span, Value, identify
from sayso.read.owners import refuses_an_act, withholds
from sayso.read.parse import Parsed
from sayso.read.transcript import is_turn


def find_acts(parsed: Parsed, attributions: Sequence[Attribution]) -> Iterator[Claim]:
    """A claim of the voice around it for every refusal, question and order. Spans lie in that voice's content."""
    by_id = {a.id: a for a in attributions}
    for a in attributions:
        if not a.cue or not a.source or refuses_an_act(a) or not (withholds(a) or a.cue_type in NOT_ASSERTING):
            continue
        if (not withholds(a) and not a.content) or is_turn(a):
            continue
        spans = _joined(parsed, {*a.source, *a.cue, *a.recipient, *a.content})
        parent = _around(a, spans, by_id)
        yield _act(parsed, a, spans, parent)


def _act(parsed: Parsed, a: Attribution, spans: tuple[Span, ...], parent: str | None) -> Claim:
    refuses = withholds(a)
    told = " ".join(s.exact for s in a.content).strip()
    agents = [Participant(role="agent", span=s, agent=a.agent) for s in a.source[:1]]
    others = [Participant(role="recipient", span=s) for s in a.recipient[:1]]
    return Claim(
        id=identify("c", parsed.document.id, parent, spans[0].start, spans[-1].end, "act", a.id),
        document=parsed.document.id,
        attribution=parent,
        spans=spans,
        predicate="decline" if refuses else _verb(parsed, a),
        participants=(*agents, *others),
        values=(Value(field="declined", value=told, span=a.content[0]),) if refuses and told else (),
        hedges=a.cue if refuses else (),
        modality=Modality.UNKNOWN if refuses else Modality.FACT,
        confidence=a.confidence,
    )


def _around(a: Attribution, spans: Sequence[Span], by_id: Mapping[str, Attribution]) -> str | None:
    """The attribution in whose content the act stands, where all of it does."""
    parent = by_id.get(a.parent) if a.parent else None
    if parent is None:
        return None
    within = all(any(c.start <= s.start and s.end <= c.end for c in parent.content) for s in spans)
    return parent.id if within else None


def _joined(parsed: Parsed, parts: set[Span]) -> tuple[Span, ...]:
    """The parts in text order, those with nothing but a space between them as one."""
    text = parsed.document.text
    found: list[tuple[int, int]] = []
    for span in sorted(parts):
        start, end = span.start, span.end
        if found and start <= found[-1][1] + 1 and not text[found[-1][1] : start].strip(" "):
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(parsed.document.span(start, end) for start, end in found)


def _verb(parsed: Parsed, a: Attribution) -> str:
    """The lemma of the cue's verb, or its first word."""
    paragraph = parsed.paragraph_at(a.cue[0].start)
    if paragraph is None:
        return a.cue[0].exact.lower()
    words = paragraph.tokens(a.cue[0].start, a.cue[0].end)
    verb = next((t for t in words if t.pos_ == "VERB"), None) or next(iter(words), None)
    return verb.lemma_.lower() if verb is not None else a.cue[0].exact.lower()
