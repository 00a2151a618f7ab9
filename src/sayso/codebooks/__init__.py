"""What a record of one kind of incident holds, as data: one YAML file a kind.

`load("use_of_force")` gives the codebook that ships; `load("my/protests.yaml")` one of the user's own. The format is
described in `docs/codebooks.md`. Imports nothing of ours but the errors, so that reading and reporting may both use it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sayso.codebooks.found import FOUND
from sayso.codebooks.patterns import pattern as pattern
from sayso.errors import InputError, yaml_problem

SHIPPED = Path(__file__).parent
TYPES = ("date", "place", "person", "count", "choice", "text")
PARTS = ("city", "county", "state", "address")
ROLES = ("victim", "suspect", "officer", "witness", "relative")
WHOSE = ("person", "dead", "officer", "subject")
RULES = ("most", "latest", "earliest", "specific", "largest")
LARGEST = 1_000_000
"""Characters that a codebook may have at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value that a field may have, and the words that tell it, as patterns."""

    value: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of an ordered scale: `grade` from 0 (lightest) to 1 (gravest), `name` its normal form."""

    grade: float
    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of a codebook.

    `label` and `silent` are plain words: "how many shots were fired"; "number of shots" (for "Nobody speaks to …"; None
    where silence is not worth telling). `filled_by` are the `Value.field`s that fill it. `choices` are values found by
    their words alone; `scale` names the ordered scale of its values. `type` is one of TYPES; `part` says which part of
    a place (PARTS) or which persons (ROLES) the field holds; `propose` is one of RULES. `counted` are the nouns that a
    number is looked for before. `definitions` say in plain words what each value means; `refines` are (finer, wider)
    pairs; `excludes` are groups of values of which no two hold together. `beside` and `unless` are words one of which
    must, and none of which may, stand in a sentence for the field's words in it to count. `never` are words within
    which, or overlapping which, the field's words tell nothing ("will retaliate"). `mentions` are words by which a
    document speaks to the field without telling a value ("charges"): nobody is silent about it then. `unknown` are
    words that say it is not known ("no word on a motive"). `of` is whose doings the words tell: the person whom
    officers met or who is accused ("person"), who died ("dead"), the officer, or whoever or whatever is the claim's
    subject ("subject"); None: nobody's in particular. `moves` says that the
    values follow each other in time, in their order: a later one told on a later day overtakes an earlier one and
    disputes nothing. `steps` are those of its
    scale.
    """

    name: str
    label: str
    silent: str | None
    filled_by: tuple[str, ...]
    choices: tuple[Choice, ...] = ()
    scale: str | None = None
    type: str = "text"
    part: str | None = None
    propose: str = "most"
    counted: tuple[str, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    refines: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, ...], ...] = ()
    beside: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    never: re.Pattern[str] | None = None
    unknown: re.Pattern[str] | None = None
    of: str | None = None
    moves: bool = False
    steps: tuple[Step, ...] = ()
    mentions: re.Pattern[str] | None = None

    def mentioned(self, text: str) -> bool:
        """Whether a text has words of the field: its `mentions`, or those of its values and steps."""
        told = (*(c.pattern for c in self.choices), *(s.pattern for s in self.steps), self.mentions)
        return any(pattern is not None and pattern.search(text) for pattern in told)

    def wider(self, value: str) -> tuple[str, ...]:
        """The values that this one refines, nearest first: "gun" refines "armed", 2016-07-04 refines 2016-07."""
        if self.type == "date":
            return tuple(value[:n] for n in (7, 4) if len(value) > n)
        found: list[str] = []
        reached = value
        told = dict(self.refines)
        while reached in told and told[reached] not in found:
            reached = told[reached]
            found.append(reached)
        return tuple(found)

    def size(self, value: str) -> float | None:
        """How large a value is: a number, the upper end of a range, the grade of a step; None for any other."""
        grades = {step.name: step.grade for step in self.steps}
        if value in grades:
            return grades[value]
        ends = _ends(value)
        return float(max(ends)) if ends else None

    def clash(self, a: str, b: str) -> bool:
        """Whether two values exclude each other. One that refines the other never does."""
        if a == b or a in self.wider(b) or b in self.wider(a):
            return False
        if self.type == "count":
            return _overlap_nowhere(a, b)
        if self.type == "date":
            return True
        return any(a in group and b in group for group in self.excludes)

    def follows(self, earlier: str, later: str) -> bool:
        """Whether a value comes after another in time, as the words of a field that moves stand."""
        order = [choice.value for choice in self.choices]
        return self.moves and earlier in order and later in order and order.index(earlier) < order.index(later)


def _overlap_nowhere(a: str, b: str) -> bool:
    """Whether two numbers or ranges ("200..300") have nothing in common. Words that are no number say nothing."""
    one, two = _ends(a), _ends(b)
    return bool(one and two) and (max(one) < min(two) or max(two) < min(one))


def _ends(value: str) -> tuple[int, ...]:
    """The ends of a number or range, none for words that are no number."""
    ends = value.split("..")
    return tuple(int(n) for n in ends) if all(n.isdecimal() for n in ends) else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The fields of one kind of incident, and the ordered scales of their values. `source` is the file it came from."""

    name: str
    label: str
    source: str
    fields: tuple[Field, ...]
    scales: tuple[tuple[str, tuple[Step, ...]], ...] = ()

    def scale(self, name: str) -> tuple[Step, ...]:
        """The steps of the scale called `name`, lightest first; none where the codebook has no such scale."""
        return dict(self.scales).get(name, ())

    def field(self, name: str) -> Field | None:
        """The field called `name`."""
        return next((f for f in self.fields if f.name == name), None)

    def silences(self, spoken: frozenset[str] | set[str], texts: Sequence[str] = ()) -> tuple[str, ...]:
        """What nobody speaks to, in plain words, where `spoken` holds every `Value.field` that somebody does. A field
        of which one of `texts` has words is spoken to, whatever was read of them."""
        return tuple(
            f.silent
            for f in self.fields
            if f.silent and not spoken & set(f.filled_by) and not any(f.mentioned(text) for text in texts)
        )


def shipped() -> tuple[str, ...]:
    """The names of the codebooks that ship, in alphabetical order."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


@lru_cache(maxsize=32)
def load(name_or_path: str | Path) -> Codebook:
    """The codebook called so, or the one in the file there. Raises InputError, naming the file and the key at fault."""
    told = str(name_or_path)
    path = SHIPPED / f"{told}.yaml" if re.fullmatch(r"\w+", told) else Path(told)
    way_out = f"Give a YAML file, as docs/codebooks.md describes it, or one that ships: {', '.join(shipped())}."
    try:
        text = path.read_text(encoding="utf8")
    except FileNotFoundError as problem:
        raise InputError(f"{told}: no file is there, and no codebook that ships is called so. {way_out}") from problem
    except OSError as problem:
        why = problem.strerror or type(problem).__name__
        raise InputError(f"{told}: the codebook cannot be read: {why}. {way_out}") from problem
    except UnicodeDecodeError as problem:
        raise InputError(f"{told}: this is no codebook: it is not text in UTF-8. {way_out}") from problem
    if "\0" in text:
        raise InputError(f"{told}: this is no codebook: it is not text. {way_out}")
    return read(text, source=path.name)


def read(text: str, *, source: str) -> Codebook:
    """The codebook that `text` holds as YAML; `source` is what error messages call it. Raises InputError."""
    if len(text) > LARGEST:
        raise InputError(f"{source}: a codebook has at most {LARGEST:,} characters")
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as problem:
        raise InputError(f"{source}, {yaml_problem(problem)}") from problem
    top = _Table(source, "", data, required=("codebook", "label", "fields"), optional=("scales",))
    scales = top.table("scales")
    steps = tuple((name, _scale(source, f"scales.{name}", rows)) for name, rows in scales.items())
    fields = tuple(_field(source, f"fields[{i}]", row, dict(steps)) for i, row in enumerate(top.rows("fields")))
    names = [f.name for f in fields]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise InputError(f"{source}: fields: two fields are called {twice!r}")
    return Codebook(name=top.word("codebook"), label=top.word("label"), source=source, fields=fields, scales=steps)


class _Table:
    """A mapping of the file, with its place in it for messages."""

    def __init__(
        self, source: str, at: str, data: Any, *, required: tuple[str, ...], optional: tuple[str, ...]
    ) -> None:
        self.source, self.at = source, at
        if not isinstance(data, Mapping):
            raise InputError(f"{source}: {at or 'the file'} must be a mapping of keys to values")
        self.data = data
        for key in required:
            if key not in data:
                needs = ", ".join(required)
                raise InputError(f"{source}: {at or 'the file'} has no key {key!r}; the keys it needs are {needs}")
        for key in data:
            if key not in (*required, *optional):
                known = ", ".join((*required, *optional))
                raise InputError(f"{source}: {self.key(key)} is no key that a codebook has there; they are {known}")

    def key(self, key: object) -> str:
        return f"{self.at}.{key}" if self.at else str(key)

    def word(self, key: str) -> str:
        found = self.data[key]
        if not isinstance(found, str) or not found.strip():
            raise InputError(f"{self.source}: {self.key(key)} must be words")
        return found.strip()

    def yes(self, key: str) -> bool:
        found = self.data.get(key, False)
        if not isinstance(found, bool):
            raise InputError(f"{self.source}: {self.key(key)} must be true or false")
        return found

    def maybe(self, key: str) -> str | None:
        return self.word(key) if self.data.get(key) is not None else None

    def rows(self, key: str) -> list[Any]:
        found = self.data[key]
        if not isinstance(found, list) or not found:
            raise InputError(f"{self.source}: {self.key(key)} must be a list with at least one entry")
        return found

    def words(self, key: str) -> tuple[str, ...]:
        return _words(self.source, self.key(key), self.data[key])

    def table(self, key: str) -> Mapping[str, Any]:
        found = self.data.get(key) or {}
        if not isinstance(found, Mapping) or not all(isinstance(k, str) for k in found):
            raise InputError(f"{self.source}: {self.key(key)} must be a mapping of names")
        return found


def _words(source: str, at: str, data: Any) -> tuple[str, ...]:
    if not isinstance(data, list) or not data or not all(isinstance(w, str) and w.strip(" *….") for w in data):
        raise InputError(f"{source}: {at} must be a list of words or word patterns")
    return tuple(w.strip() for w in data)


_OPTIONAL = (
    "silent", "filled_by", "words", "scale", "type", "part", "propose", "counted", "definitions", "refines", "excludes",
    "beside", "unless", "never", "of", "moves", "mentions", "unknown",
)  # fmt: skip


def _field(source: str, at: str, data: Any, scales: Mapping[str, tuple[Step, ...]]) -> Field:
    row = _Table(source, at, data, required=("name", "label"), optional=_OPTIONAL)
    name = row.word("name")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise InputError(f"{source}: {at}.name: {name!r} must be lower-case letters, digits and underscores")
    scale = row.maybe("scale")
    if scale is not None and scale not in scales:
        raise InputError(f"{source}: {at}.scale: there is no scale called {scale!r} in this file")
    choices = tuple(
        Choice(value=value, words=words, pattern=pattern(words))
        for value, words in (
            (value, _words(source, f"{at}.words.{value}", told)) for value, told in row.table("words").items()
        )
    )
    kind = _one_of(row, "type", TYPES) or ("choice" if choices else "text")
    return Field(
        name=name,
        label=row.word("label"),
        silent=row.maybe("silent"),
        filled_by=_filled_by(row, name) if "filled_by" in row.data else (name,),
        choices=choices,
        scale=scale,
        type=kind,
        part=_part(row, kind),
        propose=_one_of(row, "propose", RULES) or "most",
        counted=row.words("counted") if "counted" in row.data else (),
        definitions=tuple(_pairs(row, "definitions", [c.value for c in choices])),
        refines=tuple(_pairs(row, "refines", [c.value for c in choices], both=True)),
        excludes=tuple(_groups(row, [c.value for c in choices])),
        of=_one_of(row, "of", WHOSE),
        moves=row.yes("moves"),
        steps=scales[scale] if scale is not None else (),
        beside=pattern(row.words("beside")) if "beside" in row.data else None,
        unless=pattern(row.words("unless")) if "unless" in row.data else None,
        never=pattern(row.words("never")) if "never" in row.data else None,
        mentions=_mentions(row, name),
        unknown=pattern(row.words("unknown")) if "unknown" in row.data else None,
    )


def _mentions(row: _Table, name: str) -> re.Pattern[str] | None:
    """The words by which a document speaks to a field; where the file gives none, those that a field which the same
    values fill has in the codebooks that ship."""
    if "mentions" in row.data:
        return pattern(row.words("mentions"))
    if row.source in {f"{each}.yaml" for each in shipped()}:
        return None
    filled = set(_filled_by(row, name)) if "filled_by" in row.data else {name}
    alike = (f for each in shipped() for f in load(each).fields if f.mentions and filled & set(f.filled_by))
    return next((f.mentions for f in alike), None)


def _filled_by(row: _Table, name: str) -> tuple[str, ...]:
    """The kinds of values that fill a field: those that are found, and its own name, which its words tell."""
    told = row.words("filled_by")
    for one in told:
        if one not in FOUND and one != name:
            raise InputError(
                f"{row.source}: {row.key('filled_by')}: nothing found is called {one!r}, so it would never fill the "
                f"field {name!r}. It may name {', '.join(sorted(FOUND))}, or the field itself"
            )
    return told


def _one_of(row: _Table, key: str, known: Sequence[str]) -> str | None:
    told = row.maybe(key)
    if told is not None and told not in known:
        raise InputError(f"{row.source}: {row.key(key)}: {told!r} must be one of {', '.join(known)}")
    return told


def _part(row: _Table, kind: str) -> str | None:
    known = {"place": PARTS, "person": ROLES}.get(kind)
    if known is None:
        if row.data.get("part") is not None:
            raise InputError(f"{row.source}: {row.key('part')} stands only with the types place and person")
        return None
    return _one_of(row, "part", known)


def _pairs(row: _Table, key: str, values: Sequence[str], *, both: bool = False) -> Iterator[tuple[str, str]]:
    for name, told in row.table(key).items():
        if not isinstance(told, str) or not told.strip():
            raise InputError(f"{row.source}: {row.key(key)}.{name} must be words")
        for value in (name, told) if both else (name,):
            if value not in values:
                raise InputError(f"{row.source}: {row.key(key)}: {value!r} is no value of this field’s words")
        yield name, told.strip()


def _groups(row: _Table, values: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if "excludes" not in row.data:
        return
    for i, group in enumerate(row.rows("excludes")):
        told = _words(row.source, f"{row.key('excludes')}[{i}]", group)
        wrong = next((v for v in told if v not in values), None)
        if wrong is not None:
            raise InputError(f"{row.source}: {row.key('excludes')}[{i}]: {wrong!r} is no value of this field’s words")
        yield told


def _scale(source: str, at: str, data: Any) -> tuple[Step, ...]:
    if not isinstance(data, list) or not data:
        raise InputError(f"{source}: {at} must be a list of steps")
    steps: list[Step] = []
    for i, entry in enumerate(data):
        row = _Table(source, f"{at}[{i}]", entry, required=("grade", "name", "words"), optional=())
        grade = entry["grade"]
        if isinstance(grade, bool) or not isinstance(grade, int | float) or not 0 <= grade <= 1:
            raise InputError(f"{source}: {at}[{i}].grade must be a number from 0 (lightest) to 1 (gravest)")
        if steps and grade < steps[-1].grade:
            raise InputError(f"{source}: {at}[{i}].grade: steps stand from the lightest to the gravest")
        words = row.words("words")
        steps.append(Step(grade=float(grade), name=row.word("name"), words=words, pattern=pattern(words)))
    return tuple(steps)
