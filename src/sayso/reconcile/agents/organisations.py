"""Who belongs to whom: a table of organisations with dates, and institutions known by the pattern of their name.

The table that ships holds US federal bodies. State and local institutions need no entry: their names tell what they
are and where (`institutions`). A user's own table extends or overrides both; see `docs/organisations.md`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sayso.errors import InputError, yaml_problem
from sayso.reconcile.agents import institutions

TABLES = ("organisations.yaml", "states.yaml")
KEYS = frozenset({"key", "name", "aliases", "kind", "within", "from", "to", "independent", "source", "checked"})
WITHIN_KEYS = frozenset({"key", "from", "to"})
SHORT = re.compile(r"[A-Z][A-Za-z&-]{0,6}[A-Z]?")
LEAD = re.compile(r"(?i)^(?:(?:the|u\.\s?s\.|us|united states|federal)\s+)+")
TAIL = re.compile(r"(?:\s*\([^()]*\)|['’]s?)$")
LEADING = frozenset({"the", "u.s", "u.s.", "us", "united", "federal"})
WORD = re.compile(r"[\w&]+(?:[-.'’][\w&]+)*")
COUNTRY = re.compile(r"(?i)\b(?:u\.\s?s|us|united states|federal)\b")
# What is left of a listed name without its country, where that is only a common noun: "U.S. Attorney", "U.S. Marshals".
COMMON = frozenset({"attorney", "attorney's", "attorneys", "marshal", "marshals", "prosecutors", "customs", "marines"})
# A capitalised word beside a listed name makes it another's: "Ellery Department of Justice", "Border Patrol Union".
OTHERS = re.compile(
    r"\s(?:[A-Z]\w+\s)?(?:Bureau|Union|Association|Foundation|Council|Guild|League|Fund|Board)\b(?! of\b)"
)
PLAIN_HEAD = re.compile(r"(?:Department|Bureau|Office|Division|Board|Commission)\b")
# "Orchard Park Police" are a town's own, as "the Park Police" are not.
OF_PLACES = frozenset({"Police", "Court", "Marshals"})
BEFORE = re.compile(r"([A-Z][\w.'’-]*[a-z]\w*)\s$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """That a body is part of another, from `start` (first day) to `end` (first day no longer); None is open."""

    parent: str
    start: date | None = None
    end: date | None = None

    def holds(self, on: date | None) -> bool:
        """Whether it holds on that day. Without a day, whether it still holds."""
        if on is None:
            return self.end is None
        return (self.start is None or self.start <= on) and (self.end is None or on < self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One body. `independent` ones answer for their own word, whatever they are part of."""

    key: str
    name: str
    kind: str = "organisation"
    aliases: tuple[str, ...] = ()
    within: tuple[Membership, ...] = ()
    independent: bool = False
    local: bool = False
    source: str = ""
    checked: bool = False


@lru_cache(maxsize=16384)
def plain_name(name: str) -> str:
    """A name without article, country, bracketed acronym and possessive, in lower case with single spaces."""
    told = " ".join(name.split()).strip(' ,.;:"“”')
    while True:
        shorter = TAIL.sub("", LEAD.sub("", told)).strip(" ,")
        if shorter == told or not shorter:
            break
        told = shorter
    return told.casefold().replace("’", "'").replace("&", "and")


def _listed(name: str) -> str:
    """What a listed name is found by: without its country, save where that would leave a common noun."""
    plain, lead = plain_name(name), LEAD.match(name)
    needed = lead is not None and ("federal" in lead.group().casefold() or plain.split()[0] in COMMON)
    return f"federal {plain}" if needed else plain


def _of_another(text: str, start: int, end: int) -> bool:
    """Whether a listed name stands inside the longer name of another body."""
    chunk = text[start:end]
    if is_acronym(chunk):
        return False
    of_place = PLAIN_HEAD.match(chunk) or chunk.split()[-1] in OF_PLACES
    before = BEFORE.search(text[max(0, start - 40) : start]) if of_place else None
    return bool(OTHERS.match(text, end)) or bool(before and before.group(1) not in institutions.NOT_PLACE)


def is_acronym(name: str) -> bool:
    """Whether a name is an acronym, which must match in capitals ("ICE", not "ice")."""
    return " " not in name and sum(c.isupper() for c in name) >= 2 and len(name) <= 7


@dataclass(frozen=True, slots=True)
class Organisations:
    """A table of organisations, with its indexes. Immutable; `extended` gives a new one."""

    table: Mapping[str, Organisation]
    names: Mapping[str, str] = field(default_factory=dict)
    acronyms: Mapping[str, str] = field(default_factory=dict)
    longest: int = 1
    starts: frozenset[str] = frozenset()

    @classmethod
    def of(cls, bodies: Iterator[Organisation] | tuple[Organisation, ...]) -> Organisations:
        """The table of these bodies. Raises InputError where one is within a body that is not in the table."""
        table = {body.key: body for body in bodies}
        names: dict[str, str] = {}
        acronyms: dict[str, str] = {}
        for body in table.values():
            for name in (body.name, *body.aliases):
                if is_acronym(name):
                    acronyms[name] = body.key
                else:
                    names[_listed(name)] = body.key
            for membership in body.within:
                if membership.parent not in table and not institutions.from_key(membership.parent):
                    raise InputError(f"organisation {body.key!r} is within {membership.parent!r}, which has no entry")
        starts = frozenset(name.split()[0] for name in names) | LEADING
        return cls(table, names, acronyms, max((len(n.split()) for n in names), default=1), starts)

    def extended(self, bodies: tuple[Organisation, ...]) -> Organisations:
        """This table with these bodies added; one with a key that is taken replaces the old entry."""
        return Organisations.of(tuple({**self.table, **{body.key: body for body in bodies}}.values()))

    def named(self, name: str) -> Organisation | None:
        """The body that this whole text names, from the table, else by the pattern of its name; None if neither."""
        acronym = TAIL.sub("", LEAD.sub("", name.strip())).strip(" .,")
        key = self.acronyms.get(acronym) or self.acronyms.get(acronym.replace(".", ""))
        key = key or self._known(name)
        if key:
            return self.table[key]
        made = institutions.institution(name)
        return self._made(made) if made else None

    def _made(self, made: institutions.Institution) -> Organisation:
        """The institution, or the user's own entry for it."""
        return self.table.get(made.key) or _local(made)

    def get(self, key: str) -> Organisation | None:
        """The body with this key, be it in the table or made by pattern."""
        if key in self.table:
            return self.table[key]
        made = institutions.from_key(key)
        return _local(made) if made else None

    def inside(self, text: str) -> list[tuple[int, int, Organisation]]:
        """The bodies named anywhere inside a text, longest names first where they overlap, in text order."""
        found: list[tuple[int, int, Organisation]] = []
        words = [(m.start(), m.end()) for m in WORD.finditer(text)]
        i = 0
        while i < len(words):
            first = text[words[i][0] : words[i][1]]
            able = first.casefold().replace("’", "'").removesuffix("'s") in self.starts
            for length in range(min(self.longest + 2, len(words) - i) if able else 1, 0, -1):
                start, end = words[i][0], words[i + length - 1][1]
                chunk = text[start:end]
                key = self._key(chunk, length)
                if key and not _of_another(text, start, end):
                    found.append((start, end, self.table[key]))
                    i += length - 1
                    break
            i += 1
        taken = [(s, e) for s, e, _ in found]
        for start, end, made in institutions.inside(text):
            if not any(s < end and start < e for s, e in taken):
                found.append((start, end, self._made(made)))
        return sorted(found, key=lambda each: each[:2])

    def _key(self, chunk: str, length: int) -> str | None:
        if length == 1:
            word = TAIL.sub("", chunk)
            return (
                self.acronyms.get(word)
                or self.acronyms.get(word.replace(".", ""))
                or (self.names.get(word.casefold()) if word[:1].isupper() else None)
            )
        return self._known(chunk) if chunk[:1].isupper() or chunk[:2] == "US" else None

    def _known(self, name: str) -> str | None:
        """The key of a listed name, told in full: "U.S. Attorney" is listed, and "attorney" is not."""
        plain = plain_name(name)
        lead = LEAD.match(name.strip())
        country = lead is not None and COUNTRY.search(lead.group()) is not None
        return (self.names.get(f"federal {plain}") if country else None) or self.names.get(plain)

    def lineage(self, key: str, on: date | None) -> tuple[str, ...]:
        """The body and all that it is part of on that day, nearest first. Stops above an `independent` body."""
        line: list[str] = []
        level = [key]
        while level:
            above: list[str] = []
            for each in level:
                if each in line:
                    continue
                line.append(each)
                body = self.get(each)
                if body and not body.independent:
                    above += [m.parent for m in body.within if m.holds(on)]
            level = above
        return tuple(line)

    def tie(self, a: str, b: str, on: date | None) -> tuple[str, bool] | None:
        """Why two bodies are not independent on that day, in plain words, and whether that is certain; else None."""
        if a == b:
            return f"both are {self.name(a)}", True
        up_a, up_b = self.lineage(a, on), self.lineage(b, on)
        if b in up_a:
            return f"{self.name(a)} is part of {self.name(b)}{self._since(a, on)}", True
        if a in up_b:
            return f"{self.name(b)} is part of {self.name(a)}{self._since(b, on)}", True
        shared = next((each for each in up_a if each in up_b), None)
        if shared is None:
            return None
        body = self.get(shared)
        # Two bodies of one city share a mayor, not a chain of command: that bounds the count and no more.
        return f"{self.name(a)} and {self.name(b)} are both part of {self.name(shared)}", not (body and body.local)

    def _since(self, key: str, on: date | None) -> str:
        body = self.get(key)
        starts = [m.start for m in body.within if m.holds(on) and m.start] if body else []
        return f" (since {min(starts).year})" if starts else ""

    def name(self, key: str) -> str:
        """What to call the body with this key."""
        body = self.get(key)
        return body.name if body else key

    def top(self, key: str, on: date | None) -> str:
        """The highest body that this one is part of on that day."""
        return self.lineage(key, on)[-1]


def _local(made: institutions.Institution) -> Organisation:
    parent = institutions.parent(made)
    return Organisation(
        key=made.key,
        name=made.name,
        kind=made.kind,
        within=(Membership(parent=parent.key),) if parent else (),
        independent=made.kind in institutions.INDEPENDENT,
        local=True,
    )


def load(path: str | Path) -> tuple[Organisation, ...]:
    """The bodies of a user's own table. Raises InputError that names the file and the key that is wrong."""
    name = Path(path).name
    try:
        text = Path(path).read_text(encoding="utf8")
    except OSError as error:
        raise InputError(f"{name}: cannot be read: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{name}: is not UTF-8 text") from error
    return read_table(text, name)


def with_table(path: str | Path) -> Organisations:
    """The table that ships, extended and overridden by a user's own file. Raises InputError, naming file and key."""
    try:
        return default().extended(load(path))
    except InputError as error:
        told = str(error)
        raise InputError(told if told.startswith(Path(path).name) else f"{Path(path).name}: {told}") from error


def read_table(text: str, name: str) -> tuple[Organisation, ...]:
    """The bodies of a table's YAML text. Raises InputError, naming `name` and the key that is wrong."""
    try:
        told = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise InputError(f"{name}, {yaml_problem(error)}") from error
    if not isinstance(told, dict) or not isinstance(told.get("organisations"), list):
        raise InputError(f"{name}: needs the key 'organisations' with a list of entries")
    bodies = tuple(_entry(each, name, i) for i, each in enumerate(told["organisations"], 1))
    seen: set[str] = set()
    for body in bodies:
        if body.key in seen:
            raise InputError(f"{name}: the key {body.key!r} stands twice")
        seen.add(body.key)
    return bodies


def _entry(told: Any, name: str, number: int) -> Organisation:
    where = f"{name}: entry {number}"
    if not isinstance(told, dict):
        raise InputError(f"{where} is not a list of keys and values")
    if not isinstance(told.get("key"), str) or not told["key"]:
        raise InputError(f"{where} needs 'key', a short text")
    where = f"{name}: {told['key']!r}"
    _known(told, KEYS, where)
    if not isinstance(told.get("name"), str) or not told["name"].strip():
        raise InputError(f"{where}: needs 'name', a text")
    aliases = told.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(a, str) and a.strip() for a in aliases):
        raise InputError(f"{where}: 'aliases' must be a list of texts")
    within = told.get("within", [])
    within = [{"key": within}] if isinstance(within, str) else within
    if not isinstance(within, list):
        raise InputError(f"{where}: 'within' must be a key or a list of entries with 'key', 'from', 'to'")
    if not isinstance(told.get("independent", False), bool):
        raise InputError(f"{where}: 'independent' must be true or false")
    return Organisation(
        key=told["key"],
        name=told["name"],
        kind=str(told.get("kind", "organisation")),
        aliases=tuple(aliases),
        within=tuple(_membership(each, where) for each in within),
        independent=told.get("independent", False),
        source=str(told.get("source", "")),
        checked=told.get("checked", False) is True,
    )


def _membership(told: Any, where: str) -> Membership:
    if not isinstance(told, dict) or not isinstance(told.get("key"), str):
        raise InputError(f"{where}: each entry of 'within' needs 'key', the key of another body")
    _known(told, WITHIN_KEYS, where)
    start, end = _day(told.get("from"), f"{where}: 'from'"), _day(told.get("to"), f"{where}: 'to'")
    if start and end and end <= start:
        raise InputError(f"{where}: 'to' must be later than 'from'")
    return Membership(parent=told["key"], start=start, end=end)


def _known(told: dict[str, Any], keys: frozenset[str], where: str) -> None:
    for key in told:
        if key not in keys:
            raise InputError(f"{where}: does not know the key {key!r}; known are {', '.join(sorted(keys))}")


def _day(told: Any, where: str) -> date | None:
    if told is None:
        return None
    if isinstance(told, datetime) or not isinstance(told, date):
        raise InputError(f"{where} must be a day, as in 2003-03-01")
    return told


@lru_cache(maxsize=1)
def default() -> Organisations:
    """The table that ships: federal bodies, and state bodies that stand within another."""
    folder = resources.files("sayso.reconcile.agents")
    texts = [(name, (folder / name).read_text(encoding="utf8")) for name in TABLES]
    return Organisations.of(tuple(body for name, text in texts for body in read_table(text, name)))
