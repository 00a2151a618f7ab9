"""What ties attributions together: the channel that runs on, whose words are carried over, what is confirmed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import NOT_ASSERTING, Attribution, Channel, CueType, Kind, Mention
from sayso.read.channels import channel_of
from sayso.read.parse import Parsed
from sayso.read.reporting import statement_cue

REACH = 4  # paragraphs that a channel runs on
RUNS_ON = frozenset(
    {Channel.POST, Channel.STATEMENT, Channel.NEWS_RELEASE, Channel.NEWS_CONFERENCE, Channel.INTERVIEW, Channel.MESSAGE}
)
ACCOUNTS = frozenset({"account", "accounts", "version", "report", "reports", "story", "claims", "claim"})
BY_REFERENCE = frozenset(
    """
    account accounts report reports details information news story version claim claims allegation allegations statement
    it that this them which incident so much accusation accusations assertion charge charges contention
    characterization description narrative suggestion
    """.split()
)


def link(parsed: Parsed, attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions with channel, `carried_from` and `confirms` completed; order and ids stay."""
    linked = _carry(attributions)
    linked = _run_channels(parsed, linked, mentions)
    return tuple(_confirm(linked, mentions))


def _carry(attributions: Sequence[Attribution]) -> list[Attribution]:
    """A carried attribution names the one that credits its source in the same words, where there is one."""
    by_source: dict[int, str] = {}
    out = []
    for a in attributions:
        key = a.source[0].start if a.source else None
        if a.carried_from is not None and key in by_source:
            a = replace(a, carried_from=by_source[key])
        elif key is not None:
            by_source.setdefault(key, a.id)
        out.append(a)
    return out


def _run_channels(
    parsed: Parsed, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """Where a cue names no channel ("She added:"), the one in which the same agent was last heard, nearby."""
    agent_at = {m.span.start: m.agent for m in mentions}
    heard: dict[str, tuple[int, Channel]] = {}
    announced: dict[int, tuple[str, Channel]] = {}
    for paragraph in parsed.paragraphs:
        if channel_of(paragraph.doc.text) is Channel.UNSTATED:
            continue
        cue = statement_cue(paragraph, list(paragraph.doc))
        if cue is not None and cue.source and cue.source[0][0] in agent_at:
            channel = channel_of(parsed.document.text[cue.cue[0] : cue.cue[1]])
            announced[paragraph.index] = (agent_at[cue.source[0][0]], channel)
    seen = -1
    out: dict[str, Attribution] = {}
    for a in sorted(attributions, key=lambda a: min(s.start for s in (*a.cue, *a.content))):
        here = parsed.paragraph_at(min(s.start for s in (*a.cue, *a.content)))
        index = here.index if here else 0
        for k in range(seen + 1, index + 1):
            if k in announced:
                heard[announced[k][0]] = (k, announced[k][1])
        seen = max(seen, index)
        agent = a.agent
        if agent is not None and a.parent is None:
            if a.channel is Channel.UNSTATED and agent in heard and index - heard[agent][0] <= REACH:
                a = replace(a, channel=heard[agent][1])
            if a.channel in RUNS_ON:
                last = parsed.paragraph_at(a.content[-1].start) if a.content else here
                heard[agent] = (max(index, last.index if last else index), a.channel)
            else:
                heard.pop(agent, None)
        out[a.id] = a
    return [out[a.id] for a in attributions]


def _confirm(attributions: Sequence[Attribution], mentions: Sequence[Mention]) -> list[Attribution]:
    """ "confirmed the account": what the speaker before said, as far as it is one run of attributions; "confirmed the
    sheriff's account": what the sheriff said."""
    starts = [m.span.start for m in mentions]
    credited = {a.agent for a in attributions}
    out = []
    for k, a in enumerate(attributions):
        words = " ".join(s.exact for s in a.content).lower().strip("“”\"'., ").split()
        refers = 0 < len(words) <= 4 and words[-1] in BY_REFERENCE
        refers = refers or (0 < len(words) <= 12 and words[0] != "that" and bool(ACCOUNTS.intersection(words[:4])))
        if a.cue_type in (CueType.CONFIRMS, CueType.DENIES) and a.kind is Kind.INDIRECT and refers:
            run: list[str] = []
            owners = mentions[bisect_left(starts, a.content[0].start) : bisect_left(starts, a.content[-1].end)]
            speaker = next((m.agent for m in owners if m.agent in credited and m.agent != a.agent), None)
            for b in reversed(attributions[:k]):
                if b.parent is not None or b.cue_type in NOT_ASSERTING or b.agent is None:
                    continue
                if speaker is None and b.agent != a.agent:
                    speaker = b.agent
                if b.agent != speaker:
                    if run:
                        break
                    continue
                run.append(b.id)
                if _aside(a, b):
                    break
            a = replace(a, confirms=tuple(reversed(run)))
        out.append(a)
    return out


def _aside(answer: Attribution, said: Attribution) -> bool:
    """Whether ", a claim his sister rejects" or "but his lawyer disputes that" stands right behind what it answers."""
    start = min(s.start for s in (*answer.content, *answer.source, *answer.cue))
    behind = 0 <= start - said.content[-1].end <= len(", although ")
    return behind and answer.content[0].exact.split()[0].lower() in {"a", "an", "which", "that"}
