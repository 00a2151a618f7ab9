"""Which institutions one document names, and so what "police" or "a spokesman" means in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import Reading
from sayso.reconcile.generics import ANY
from sayso.reconcile.organisations import Organisation, Organisations

CLEAR = 2  # how many times as often the leading institution must be named to be the one that is meant
OFFICIAL = frozenset(
    """police sheriff prosecutor coroner court fire oversight defender corrections constable hospital schools university
    government county health transport department administration emergency security executive""".split()
) | {"state police", "campus police", "transit police", "attorney general", "law enforcement", "armed service"}


@dataclass(frozen=True, slots=True)
class Scene:
    """One document's institutions: how often each is named, and the day that memberships are looked up for."""

    document: str
    counts: Mapping[str, int]
    kinds: Mapping[str, str]
    on: date | None

    def meant(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """The institutions of these kinds that a description without a name can mean: one where it is clear."""
        fit = [(n, key) for key, n in self.counts.items() if kinds == ANY or self.kinds[key] in kinds]
        if not fit:
            return ()
        fit.sort(key=lambda each: (-each[0], each[1]))
        if len(fit) == 1 or fit[0][0] >= CLEAR * fit[1][0]:
            return (fit[0][1],)
        return tuple(key for _, key in fit)


def day(moment: date | None) -> date | None:
    """The date of a date or datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


def scene(reading: Reading, organisations: Organisations) -> Scene:
    """The institutions of a document: those its text names, and its publisher where that is one."""
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    for _, _, body in organisations.inside(reading.document.text):
        counts[body.key] += 1
        kinds[body.key] = body.kind
    publisher = publishing(reading, organisations)
    if publisher:
        counts[publisher.key] += CLEAR * (1 + max(counts.values(), default=0))
        kinds[publisher.key] = publisher.kind
    return Scene(reading.document.id, counts, kinds, day(reading.document.published_at))


def publishing(reading: Reading, organisations: Organisations) -> Organisation | None:
    """The institution that publishes a document, where it is no news outlet: its own voice is then that body's."""
    body = organisations.named(reading.document.publisher) if reading.document.publisher else None
    return body if body and (body.key in organisations.table or body.kind in OFFICIAL) else None


def acronyms(readings: Iterable[Reading], organisations: Organisations) -> dict[str, str]:
    """Acronyms of the local institutions that these documents name in full: LMPD → police/louisville."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        text = reading.document.text
        for start, end, body in organisations.inside(text):
            if not body.local:
                continue
            initials = "".join(
                w[0] for w in re.findall(r"[A-Za-z]+", text[start:end]) if w[0].isupper() or w == "police"
            ).upper()
            ends = {"police": "D", "sheriff": "O"}.get(body.kind, "")
            for told in {initials, initials + ends}:
                if len(told) >= 3:
                    found.setdefault(told, set()).add(body.key)
    return {told: next(iter(keys)) for told, keys in found.items() if len(keys) == 1}
