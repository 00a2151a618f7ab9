"""Which institutions one document names, and so what "police" or "a spokesman" means in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sayso.model import Reading
from sayso.reconcile.generics import Generic
from sayso.reconcile.organisations import Organisation, Organisations

ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
CLEAR = 2  # how many times as often the leading institution must be named to be the one that is meant
OFFICIAL = frozenset(
    """police sheriff prosecutor coroner court fire oversight defender corrections constable hospital schools university
    government county health transport department administration emergency security executive""".split()
) | {"state police", "campus police", "transit police", "attorney general", "law enforcement", "armed service"}


Named = Sequence[tuple[int, int, Organisation]]
"""The bodies that a document's text names, and where: `Organisations.inside`."""


@dataclass(frozen=True, slots=True)
class Scene:
    """One document's institutions: how often each is named, and the day that memberships are looked up for."""

    document: str
    counts: Mapping[str, int]
    kinds: Mapping[str, str]
    names: Mapping[str, str]
    tops: Mapping[str, str]
    on: date | None

    def meant(self, description: Generic) -> tuple[str, ...]:
        """The institutions that a description without a name can mean: one where it is clear."""
        groups = [[key for key in self.counts if self.kinds[key] in kinds] for kinds in description.kinds]
        hint = description.hint
        hinted = [[key for key in group if hint in self.names[key].casefold()] for group in groups] if hint else []
        return next((self._clear(group) for group in (*hinted, *groups) if group), ())

    def _clear(self, keys: list[str]) -> tuple[str, ...]:
        ranked = sorted(keys, key=lambda key: (-self.counts[key], key))
        if len({self.tops[key] for key in ranked}) == 1:
            return (ranked[0],)
        if len(ranked) == 1 or self.counts[ranked[0]] >= CLEAR * self.counts[ranked[1]]:
            return (ranked[0],)
        return tuple(ranked)


def day(moment: date | None) -> date | None:
    """The date of a date or datetime."""
    return moment.date() if isinstance(moment, datetime) else moment


def scene(reading: Reading, organisations: Organisations, named: Named, short: Mapping[str, str]) -> Scene:
    """The institutions of a document: those its text names, and its publisher where that is one. `short` are the
    acronyms of local ones that any document of the incident spells out."""
    counts: Counter[str] = Counter()
    kinds: dict[str, str] = {}
    names: dict[str, str] = {}
    for _, _, body in named:
        counts[body.key] += 1
        kinds[body.key] = body.kind
        names[body.key] = body.name
    for told in ACRONYM.findall(reading.document.text) if short else ():
        known = organisations.get(short[told]) if told in short else None
        if known:
            counts[known.key] += 1
            kinds[known.key] = known.kind
            names[known.key] = known.name
    publisher = publishing(reading, organisations)
    if publisher:
        counts[publisher.key] += CLEAR * (1 + max(counts.values(), default=0))
        kinds[publisher.key] = publisher.kind
        names[publisher.key] = publisher.name
    on = day(reading.document.published_at)
    tops = {key: organisations.top(key, on) for key in counts}
    return Scene(reading.document.id, counts, kinds, names, tops, on)


def publishing(reading: Reading, organisations: Organisations) -> Organisation | None:
    """The institution that publishes a document, where it is no news outlet: its own voice is then that body's."""
    body = organisations.named(reading.document.publisher) if reading.document.publisher else None
    return body if body and (body.key in organisations.table or body.kind in OFFICIAL) else None


def acronyms(readings: Iterable[Reading], named: Mapping[str, Named]) -> dict[str, str]:
    """Acronyms of the local institutions that these documents name in full: LMPD → police/louisville."""
    found: dict[str, set[str]] = {}
    for reading in readings:
        text = reading.document.text
        for start, end, body in named[reading.document.id]:
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
