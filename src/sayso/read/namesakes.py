"""Which of several who share a surname is meant where it stands alone.

Writers keep a surname for the one whom it has meant before in the document, and name a relative who comes in later in
full ("Ode’s brother, Mark Ode"): to take the last full name instead is nearly always wrong. An age beside the surname,
or whose part it is to speak, tells more. Where two may be meant, nobody is: what is told of one of a family must not be
told of another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from sayso.read.mentions import Form, Ref
from sayso.read.nouns import REPORTERS
from sayso.read.who import Who

NEAR = 3
"""Paragraphs back that a pronoun may reach, and within which whoever spoke goes on speaking."""
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
OUTSIDE = REPORTERS | {"attorney", "lawyer", "counsel", "judge", "magistrate"}
"""Who tells of what happened, or judges it, and to whom nothing of it happened."""
BEHIND = re.compile(r"^(?:,| \(| who is)? ?(?:aged? )?(?P<age>\d{1,2})(?=[,.);]| (?:and|of|years?)\b)")
BEFORE = re.compile(r"(?P<age>\d{1,2})[- ]years?[- ]old,? (?:[a-z]+ )?$")
REACH = 40
"""Characters beside a name in which an age is looked for."""


def surname(words: Sequence[str]) -> str:
    """The last word of a name in small letters, before "Jr." and the like."""
    return words[-2] if words[-1].rstrip(".") in GENERATIONS and len(words) > 2 else words[-1]


def age_beside(text: str, ref: Ref) -> str | None:
    """The age that stands right behind a name, or right before it: "Ode, 35,", "35-year-old Karl Ode"."""
    found = BEHIND.match(text[ref.end : ref.end + REACH]) or BEFORE.search(text[max(0, ref.start - REACH) : ref.start])
    return found["age"] if found else None


def choose(bearers: Sequence[Who], ref: Ref, alone: Who | None, *, is_source: bool, age: str | None) -> Who | None:
    """The one of these bearers whom a surname alone means, or None where more than one may be meant. `alone` is whom
    it has meant before in the document, `age` what stands beside it."""
    several = list({id(w): w for w in bearers}.values())
    if age is not None:
        return _aged(several, age)
    if is_source:
        spoke = [w for w in several if w.source and ref.paragraph - w.spoke <= NEAR]
        if spoke:
            who = max(spoke, key=lambda w: (w.spoke, _last(w)))
            return None if any(_between(who, w, ref) for w in _others(who, several)) else who
        return alone or max([w for w in several if w.source] or several, key=_last)
    able = [w for w in several if not _outside(w)] or several
    if any(w is alone for w in able):
        return alone
    return max(able, key=_last)


def _aged(several: Sequence[Who], age: str) -> Who | None:
    """Of whom that age is told, else the last named of whom none is: ages are told once."""
    able = [w for w in several if w.age == age] or [w for w in several if w.age is None]
    return max(able, key=_full, default=None)


def _between(speaker: Who, other: Who, ref: Ref) -> bool:
    """Whether somebody was named in full, as one who does something, since a speaker was last meant, right before or
    where nothing tells of the speaker: not so a relative of theirs, "Ann Ode, whose brother, Mark Ode, …"."""
    named = max((r for r, _ in other.refs if _in_full(r) and r.subject), key=lambda r: r.start, default=None)
    if named is None or named.start < _last(speaker):
        return False
    return named.paragraph == ref.paragraph or all(r.paragraph != named.paragraph for r, _ in speaker.refs)


def _others(who: Who, several: Iterable[Who]) -> list[Who]:
    """Those who are somebody else: "Karl Ode" and "Karl M. Ode" are one."""
    return [w for w in several if w is not who and not _variants(who, w)]


def _variants(one: Who, other: Who) -> bool:
    names = [[set(re.findall(r"\w+", name.lower())) for name in w.names if " " in name] for w in (one, other)]
    firsts = [{name.lower().split()[0] for name in w.names if " " in name} for w in (one, other)]
    return bool(firsts[0] & firsts[1]) or any(a <= b or b <= a for a in names[0] for b in names[1])


def _outside(who: Who) -> bool:
    return not OUTSIDE.isdisjoint((who.role or "").lower().split())


def _in_full(ref: Ref) -> bool:
    return ref.form is Form.PERSON and " " in ref.name


def _full(who: Who) -> int:
    """Where somebody was last named in full."""
    return max((r.start for r, _ in who.refs if _in_full(r)), default=-1)


def _last(who: Who) -> int:
    """Where somebody was last mentioned."""
    return max((r.start for r, _ in who.refs), default=-1)
