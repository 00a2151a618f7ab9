"""How each account moved over time, and what was changed in an article after it was published."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model import Course, Edit, Span, Step, StepKind, Versions
from sayso.report.dates import day, short_day, short_time
from sayso.report.index import OWN, Index, Word
from sayso.report.inert import one_line, shorten
from sayso.report.values import before, quote
from sayso.report.view import sentence

KINDS = {
    "first": "",
    "repeated": "said again",
    "refined": "more precisely",
    "added": "and also",
    "changed": "changed",
    "inconsistent": "does not fit",
    "disclosed": "now disclosed",
    "withdrawn": "withdrawn",
}
TURNS = (StepKind.WITHDRAWN, StepKind.CHANGED, StepKind.DISCLOSED, StepKind.REFINED)
"""What makes an account one that moved, what weighs most first; a misfit does where it is of another day."""
AROUND = 60
"""Characters shown around an edit, and at most twice as many of the edit itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One thing that an account says: its words, since when, and how it relates to what it said before. `again` are the
    later days on which it said the same."""

    kind: StepKind
    label: str
    words: str
    claim: str
    when: str
    at: str
    where: str
    again: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One account of one topic."""

    topic: str
    word: Word
    name: str
    stops: tuple[Stop, ...]
    moved: bool


def lanes(index: Index) -> tuple[Lane, ...]:
    """The courses of the accounts: those that moved, by what weighs most, then the others."""
    made = [(_turn(course), _lane(course, index)) for course in index.dossier.courses if course.steps]
    return tuple(lane for _, lane in sorted(made, key=lambda pair: pair[0]))


def _turn(course: Course) -> int:
    """How much of a turn an account took: the place in `TURNS`, then a misfit, then none."""
    kinds = {step.kind for step in course.steps}
    for rank, kind in enumerate(TURNS):
        if kind in kinds:
            return rank
    days = {step.at for step in course.steps if step.kind is not StepKind.REPEATED}
    return len(TURNS) if StepKind.INCONSISTENT in kinds and len(days) > 1 else len(TURNS) + 1


def _lane(course: Course, index: Index) -> Lane:
    stops: list[Stop] = []
    for step in course.steps:
        if step.kind is StepKind.REPEATED and stops:
            last = stops[-1]
            again = short_time(step.at, year=index.years) if step.at else ""
            if again and again != last.when and again not in last.again:
                stops[-1] = _again(last, again)
            continue
        stops.append(_stop(step, index))
    word = next((w for s in course.steps if (w := index.claim_word(s.claim)) and w.style.startswith("k")), OWN)
    if course.component is None:
        word = index.claim_word(course.steps[0].claim) if course.steps else OWN
    name = word.name if course.component is not None else index.short(course.through, 60)
    return Lane(
        topic=sentence(course.topic.replace("_", " ")),
        word=word,
        name=name,
        stops=tuple(stops),
        moved=_turn(course) <= len(TURNS),
    )


def _again(stop: Stop, when: str) -> Stop:
    return Stop(
        kind=stop.kind, label=stop.label, words=stop.words, claim=stop.claim, when=stop.when, at=stop.at,
        where=stop.where, again=(*stop.again, when),
    )  # fmt: skip


def _stop(step: Step, index: Index) -> Stop:
    document = index.documents.get(step.document)
    said = quote(step.value, step.span, index.claims.get(step.claim))
    return Stop(
        kind=step.kind,
        label=KINDS[step.kind.value],
        words=f"{before(step.value, said)}“{said}”",
        claim=step.claim,
        when=short_time(step.at, year=index.years) if step.at else "undated",
        at=day(step.at) if step.at else "",
        where=one_line(document.publisher or document.title or document.name) if document else "",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An edit with what stands around it; `gone` or `new` is empty where something was only added or only taken out."""

    before: str
    gone: str
    new: str
    after: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """An article that was changed after it was published."""

    title: str
    address: str
    changes: tuple[Change, ...]


def edited(index: Index) -> tuple[Edited, ...]:
    """The articles of which there are several versions that differ."""
    return tuple(_edited(v, index) for v in index.dossier.versions if v.edits)


def _edited(versions: Versions, index: Index) -> Edited:
    first = index.documents[versions.documents[0]]
    days = [d.published_at for key in versions.documents if (d := index.documents.get(key)) and d.published_at]
    told = f", {short_day(days[0], year=True)} to {short_day(days[-1], year=True)}" if len(set(days)) > 1 else ""
    return Edited(
        title=f"{one_line(first.title or first.name)}: {len(versions.documents)} versions{told}",
        address=one_line(versions.address),
        changes=tuple(c for e in versions.edits if (c := _change(e, index)) is not None),
    )


def _change(edit: Edit, index: Index) -> Change | None:
    span = edit.after or edit.before
    document = index.documents.get(span.document) if span else None
    if span is None or document is None:
        return None
    return Change(
        before=_tail(document.text[max(0, span.start - AROUND) : span.start]),
        gone=shorten(edit.before.exact, 2 * AROUND) if edit.before else "",
        new=shorten(edit.after.exact, 2 * AROUND) if edit.after else "",
        after=shorten(document.text[span.end : span.end + AROUND], AROUND),
        span=span,
    )


def _tail(text: str) -> str:
    """The end of a text, from a whole word on."""
    told = one_line(text)
    return f"…{told.partition(' ')[2]}" if " " in told and len(told) > AROUND // 2 else told
