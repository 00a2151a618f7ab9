"""How each account moved: what one component said of one topic, in order, each step beside the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Course, Step, StepKind, identify
from sayso.reconcile.differences.fits import Fit, fit, within
from sayso.reconcile.differences.said import Key, Said, at_another_time
from sayso.reconcile.differences.withheld import Pair, Withheld
from sayso.reconcile.statements.topics import Topics
from sayso.reconcile.words import content

MOST = 40
"""Steps that one course has at most: the same said again beyond them tells nothing new."""


def courses(
    by_topic: Mapping[Key, Sequence[Said]],
    disclosures: Mapping[Key, Sequence[Pair]],
    back: Mapping[str, Said],
    topics: Topics,
) -> tuple[Course, ...]:
    """The courses of accounts that were given in more than one document, or that moved.

    `disclosures` are as for comparisons; `back` holds, by a claim taken back, what took it back.
    """
    found = []
    topical = {**dict.fromkeys(disclosures, ()), **by_topic}
    for key, known in topical.items():
        # what another body gives moves nothing in the account of the one that withheld it
        given = [(w, s) for w, s in disclosures.get(key, ()) if w.said.component in {None, s.component}]
        told = [*known, *(s for _, s in given if s not in known)]
        whose: dict[str, list[Said]] = {}
        for said in told:
            whose.setdefault(_account(said), []).append(said)
        for account, saids in whose.items():
            component, through = saids[0].component, None if saids[0].component else saids[0].through
            mine = [w for w, s in given if _account(s) == account]
            steps = tuple(_steps(saids, mine, back))
            if len({s.document for s in steps}) > 1 or any(s.kind not in PLAIN for s in steps):
                found.append(
                    Course(
                        id=identify("course", topics.name(key), component or through),
                        topic=topics.name(key, [(s.claim, s.value) for s in told]),
                        component=component,
                        through=through,
                        steps=steps,
                    )
                )
    return tuple(found)


PLAIN = frozenset({StepKind.FIRST, StepKind.REPEATED, StepKind.REFINED, StepKind.ADDED})
"""Steps by which an account does not move against itself."""


def _account(said: Said) -> str:
    """Whose account something is: a component's; where nobody is credited, an article's in all its versions, else its
    publisher's."""
    return said.component or (said.version[0] if said.version else said.through)


def _steps(told: Sequence[Said], kept: Sequence[Withheld], back: Mapping[str, Said]) -> Iterator[Step]:
    """What one component said, in order: each wording of a document once."""
    once = {(s.claim.document, s.words, s.note): s for s in reversed(told)}
    ordered = sorted(once.values(), key=lambda s: (s.when, s.claim.document, s.value.span.start))[:MOST]
    first = min(kept, key=lambda w: w.said.when, default=None)
    before: list[Said] = []
    if first is not None:
        yield _step(StepKind.FIRST, first.said, None, "not given")
    for said in ordered:
        if not before:
            kind = StepKind.FIRST if first is None else StepKind.DISCLOSED
            yield _step(kind, said, first.said if first else None, said.words)
        else:
            kind, than = _kind(said, before)
            yield _step(kind, said, than, said.words)
        before.append(said)
    for said in before:
        if said.claim.id in back:
            yield _step(StepKind.WITHDRAWN, back[said.claim.id], said, said.words)


def _kind(said: Said, before: Sequence[Said]) -> tuple[StepKind, Said]:
    """How what is said relates to what the same account said before: to the same value first, else to the latest."""
    same = next((s for s in reversed(before) if _stand(s, said) is Fit.SAME), None)
    if same is not None:
        return StepKind.REPEATED, same
    last = before[-1]
    how = _stand(last, said)
    if how is not Fit.APART or last.breath == said.breath:
        finer = how is Fit.MORE and _finer(said, last)
        broader = how is Fit.MORE and _finer(last, said)
        return (StepKind.REFINED if finer else StepKind.REPEATED if broader else StepKind.ADDED), last
    later = last.note != said.note or last.version != said.version or at_another_time(last, said)
    return (StepKind.CHANGED if later else StepKind.INCONSISTENT), last


def _finer(a: Said, b: Said) -> bool:
    """Whether the first of two values that fit tells more."""
    if a.value.field in {"date", "time"}:
        return within(b.value.value, a.value.value)
    return content(a.value.value) > content(b.value.value)


def _stand(a: Said, b: Said) -> Fit:
    how = fit(a.value, b.value)
    if a.negated != b.negated:
        return Fit.APART if how is Fit.SAME else Fit.OPEN
    return how


def _step(kind: StepKind, said: Said, than: Said | None, value: str) -> Step:
    return Step(
        kind=kind,
        claim=said.claim.id,
        document=said.claim.document,
        at=(said.moment or said.day).isoformat() if said.day else None,
        value=value,
        span=said.value.span,
        than=than.claim.id if than else None,
    )
