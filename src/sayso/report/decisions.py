"""What people have decided, for the page: who, when, what and why, and what did not take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import Judgement, JudgementKind
from sayso.reconcile.decided import Decided
from sayso.reconcile.meant import FIELD, PERSON, RECORD
from sayso.report.dates import day
from sayso.report.inert import one_line

_DONE = {
    JudgementKind.ACCEPT: "accepted",
    JudgementKind.REJECT: "rejected",
    JudgementKind.EDIT: "set",
    JudgementKind.MERGE: "took for one",
    JudgementKind.SPLIT: "took apart",
    JudgementKind.LINK: "judged dependent on each other",
    JudgementKind.RATE: "rated",
}


def in_words(judgement: Judgement) -> str:
    """What was done, without who and when: “set “killed” of the record to “2””."""
    subjects = " and ".join(map(_subject, judgement.subjects))
    told = f"{_DONE[judgement.kind]} {subjects}"
    return one_line(told if judgement.value is None else f"{told} to “{judgement.value}”")


def _subject(told: str) -> str:
    kind = told.casefold()
    if kind == RECORD:
        return "the whole record"
    if kind.startswith(FIELD):
        return f"“{told[len(FIELD) :].strip()}” of the record"
    if kind.startswith(PERSON):
        who, _, cell = (part.strip() for part in told[len(PERSON) :].rpartition(":"))
        return f"{cell} of {who}" if who else f"{cell} in the record"
    return f"“{told.strip('“”')}”"


def rows(decided: Iterable[Decided]) -> list[dict[str, Any]]:
    """The page's list, in order of time."""
    return [
        {
            "by": one_line(one.written.by),
            "at": day(one.written.at[:10]),
            "told": in_words(one.written),
            "why": one_line(one.written.why),
            "note": one_line(one.note),
        }
        for one in decided
    ]
