"""Sentences that credit nobody, but go on with what the sentence before them credits somebody with.

An article that names its source in every sentence is hard to read, so writers name it now and then. A sentence is
carried over in three cases alone, all of the one right behind the attributed sentence, which asserts something:

* it stands between two sentences that credit the same source, in one paragraph with the first of them;
* it opens as a tale goes on ("That’s when …", "He then …"), in one paragraph with it;
* it tells what its speaker saw, heard, felt or thought: nobody else can know.

What somebody of no office whom the document quotes anywhere is told to have heard or felt rests on them in whatever
sentence; and ", who ran into the street" behind a content goes on with what its source says.

How often this is right: docs/independence.md.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from sayso.model import NOT_ASSERTING, AgentKind, Attribution, Claim, CueType, Kind, Reading, Span
from sayso.reconcile.agents.generics import generic
from sayso.reconcile.agents.offices import office

GOES_ON = re.compile(
    r"(?:That[’']s when|That was when|At that point|(?:Then|Next|Afterwards?)\b|(?:He|She|They) then\b)"
)
INNER = frozenset("hear see watch notice feel think believe realize fear remember recall recognize smell wake".split())
"""Predicates of what only the one who says it can know."""
TELLING = frozenset({CueType.STATES, CueType.ASSERTS, CueType.CONFIRMS, CueType.CONCEDES, CueType.ALLEGES})
RELATIVE = re.compile(r",?\s(?:who|whom|whose|which|where)\b")
END = re.compile(r"[;—–]|[.!?]\s")
NAMING = frozenset({"identify", "name"})
BY = re.compile(r"(?i)\b(?:by|(?:identified|named) in)$")


def within(reading: Reading) -> Mapping[str, Attribution]:
    """By claim, the attribution that stands in the midst of its words: "police did not say why …" is known from the
    police, and "a man identified by deputies as Karl Ode" rests on the deputies."""
    tops = [a for a in reading.attributions if a.agent is not None and a.source and a.cue]
    withheld = [a for a in tops if a.cue_type is CueType.DECLINES]
    naming = [a for a in tops if BY.search(a.cue[-1].exact)]
    found: dict[str, Attribution] = {}
    for claim in reading.claims if withheld or naming else ():
        able = [*(withheld if claim.attribution is None else ()), *(naming if claim.predicate in NAMING else ())]
        inside = next((a for a in able if _inside(claim, (*a.source, *a.cue))), None)
        if inside is not None and inside.id != claim.attribution:
            found[claim.id] = inside
    return found


def carried(reading: Reading) -> Mapping[str, Attribution]:
    """By claim in the article's own voice, the attribution whose source it goes on to give."""
    own = [c for c in reading.claims if c.attribution is None]
    tops = [a for a in reading.attributions if a.parent is None and a.agent is not None]
    if not own or not tops:
        return {}
    sentences = sorted(reading.sentences, key=lambda s: s.start)
    starts = [s.start for s in sentences]
    by_sentence: dict[int, list[Attribution]] = {}
    taken: set[int] = set()
    for attribution in tops:
        for span in (*attribution.source, *attribution.cue, *attribution.content):
            taken.update(range(bisect_right(starts, span.start) - 1, bisect_right(starts, span.end - 1)))
        home = attribution.cue or attribution.content
        if home:
            by_sentence.setdefault(bisect_right(starts, home[0].start) - 1, []).append(attribution)
    found: dict[str, Attribution] = {}
    behind: dict[int, list[Attribution]] = {}
    for a in tops:
        if a.content and a.cue_type in TELLING and _runs_on(a):
            behind.setdefault(bisect_right(starts, a.content[-1].end) - 1, []).append(a)
    felt = _felt(reading, tops)
    for claim in own:
        k = bisect_right(starts, claim.spans[0].start) - 1
        hung = _hung(reading, claim, behind.get(k, ()))
        if hung is not None or (k not in taken and claim.id in felt):
            found[claim.id] = hung or felt[claim.id]
            continue
        before = by_sentence.get(k - 1, ())
        if k > 0 and k not in taken and before:
            speaker = before[-1]
            if speaker.cue_type in TELLING and any(_goes_on(reading, claim, sentences, k, speaker, by_sentence)):
                found[claim.id] = speaker
    return found


def _runs_on(attribution: Attribution) -> bool:
    """Whether what somebody says stands behind its cue, and no quotation marks end it."""
    return bool(attribution.cue) and attribution.cue[0].start < attribution.content[-1].start and _plain(attribution)


def _plain(attribution: Attribution) -> bool:
    return attribution.kind is not Kind.DIRECT


def _hung(reading: Reading, claim: Claim, behind: Sequence[Attribution]) -> Attribution | None:
    """The attribution whose content a relative clause goes on with: "she said a man fell, who was then carried off"."""
    text = reading.document.text
    start = claim.spans[0].start
    for attribution in behind:  # those whose content ends in the claim's sentence
        end = attribution.content[-1].end
        if end <= start and RELATIVE.match(text[end : end + 12]):
            rest = text[end:start]
            if not END.search(rest) and attribution.cue[-1].end <= end:
                return attribution
    return None


def _felt(reading: Reading, tops: Sequence[Attribution]) -> Mapping[str, Attribution]:
    """By claim in the article's own voice of what a person of no office heard, felt or thought, some attribution to
    that person, who is quoted elsewhere in the document."""
    agents = {a.id: a for a in reading.agents}
    quoted = {
        a.agent: a
        for a in reversed(tops)
        if a.agent in agents and agents[a.agent].kind is AgentKind.PERSON and a.cue_type in TELLING
        and generic(office(agents[a.agent])) is None
    }  # fmt: skip
    found: dict[str, Attribution] = {}
    for claim in reading.claims:
        if claim.attribution is None and claim.predicate in INNER:
            who = next((p.agent for p in claim.participants if p.role == "agent" and p.agent in quoted), None)
            if who is not None:
                found[claim.id] = quoted[who]
    return found


def _goes_on(
    reading: Reading,
    claim: Claim,
    sentences: Sequence[Span],
    k: int,
    speaker: Attribution,
    by_sentence: Mapping[int, Sequence[Attribution]],
) -> Iterator[bool]:
    yield _inner(reading, claim, speaker)
    gap = reading.document.text[sentences[k - 1].end : sentences[k].start]
    # Where not even a space stands between them, the page has lost the end of a paragraph.
    if speaker.kind is Kind.DIRECT or "\n" in gap or not gap or not sentences[k].exact[:1].isalpha():
        return
    yield GOES_ON.match(sentences[k].exact) is not None
    after = next(iter(by_sentence.get(k + 1, ())), None)
    yield after is not None and after.agent == speaker.agent and after.cue_type not in NOT_ASSERTING


def _inner(reading: Reading, claim: Claim, speaker: Attribution) -> bool:
    """Whether a claim tells what its speaker, a person, saw, heard or thought."""
    agent = next((a for a in reading.agents if a.id == speaker.agent), None)
    if claim.predicate not in INNER or agent is None or agent.kind not in {AgentKind.PERSON, AgentKind.UNNAMED}:
        return False
    return any(p.role == "agent" and p.agent == agent.id for p in claim.participants)


def _inside(claim: Claim, spans: Sequence[Span]) -> bool:
    return all(any(c.start <= s.start and s.end <= c.end for c in claim.spans) for s in spans)
