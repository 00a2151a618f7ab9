"""Which spellings are one person's, and which of them a record is to use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from difflib import SequenceMatcher

from sayso.reconcile.agents.names import NICKNAMES, compatible, fuller, suffix, words
from sayso.reconcile.record.gazetteer import gazetteer, state_of

ALIKE, LIKE = 0.75, 0.8
"""How alike the ends of two names are that no document has both of: the one that differs, where one is equal; each,
where both differ (the share of letters in their order, twice what they share over what they have)."""

MANY = 2_000
"""Names from which on none are looked at for spellings that are but alike: these are no incident's people."""


def grouped(
    found: Mapping[str, int], where: Mapping[str, Set[int]], apart: Set[frozenset[str]] = frozenset()
) -> list[list[str]]:
    """Forms that can be one person's, fullest forms first. `where` has the documents of each form: names that are but
    alike are one person's where no document has both. `apart` are pairs that are two persons', however alike."""
    ordered = sorted(found, key=lambda f: (-len(words(f)), -found[f], f))
    groups: list[list[str]] = []
    by_word: dict[str, dict[int, None]] = {}  # a word to the groups with it: names of one person share one
    for form in ordered:
        told = {*words(form), *words(_APART.sub(r"\1", form))}
        near = [groups[k] for k in sorted({k for word in told for k in by_word.get(word, ())})]
        near = [g for g in near if not any(frozenset({form, other}) in apart for other in g)]
        home = next((g for g in near if all(_one(form, other) for other in g)), None)
        home = home or next((g for g in near if _respelt(form, g[0])), None)
        if home is None:
            home = []
            groups.append(home)
            k = len(groups) - 1
        else:
            k = next(k for word in told for k in by_word.get(word, ()) if groups[k] is home)
        home.append(form)
        for word in told:
            by_word.setdefault(word, {})[k] = None
    return _across(groups, where, apart)


def _across(groups: Sequence[list[str]], where: Mapping[str, Set[int]], apart: Set[frozenset[str]]) -> list[list[str]]:
    """The groups, those of names that are alike and that no document has both of in one."""
    made: list[list[str]] = []
    homes: list[set[int]] = []
    for group in groups:
        here = set().union(*(where[form] for form in group))
        others = enumerate(made) if len(groups) <= MANY else ()
        free = ((k, other) for k, other in others if not any(frozenset({a, b}) in apart for a in group for b in other))
        k = next((k for k, other in free if not homes[k] & here and _alike(group[0], other[0])), None)
        if k is None:
            made.append(group)
            homes.append(here)
        else:
            made[k] = [*made[k], *group]
            homes[k] |= here
    return made


def _alike(a: str, b: str) -> bool:
    one, two = words(a), words(b)
    if min(len(one), len(two)) < 2 or _generations(a, b):
        return False
    first = 1.0 if one[0] == two[0] else _share(one[0], two[0])
    last = 1.0 if one[-1] == two[-1] else _share(one[-1], two[-1])
    return min(first, last) >= (ALIKE if max(first, last) == 1 else LIKE)


def _generations(a: str, b: str) -> bool:
    """Whether the names tell of two generations, such as "Jr." and "Sr."."""
    return len({suffix(a), suffix(b)} - {None}) == 2


def _share(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b).ratio() if min(len(a), len(b)) > 2 else 0.0


_APART = re.compile(r"\b(De|La|Le|Van|Von|Mc|Mac|Del|Di|Du|Da)\s(?=[A-Z])")
_NICKED = re.compile(r"\s[\"“‘'(](?P<n>[A-Z][\w.-]*)[\"”’')]\s")


def _one(a: str, b: str) -> bool:
    """Whether two forms can be one person's, by nickname or with a particle written apart too: "Ana “Bo” De Quill"."""
    if compatible(a, b):
        return True
    one, two = (_APART.sub(r"\1", f) for f in (a, b))
    if (one, two) != (a, b) and compatible(one.lower(), two.lower()):
        return True
    for form, other in ((one, two), (two, one)):
        nick = _NICKED.search(form)
        if nick and (words(other)[0], words(other)[-1]) == (words(nick["n"])[0], words(form)[-1]):
            return True
    return False


def _respelt(a: str, b: str) -> bool:
    """Whether two names differ by one letter, or by the spelling of the first name, the surname being the same."""
    one, two = words(a), words(b)
    if len(one) < 2 or len(two) < 2 or _generations(a, b):
        return False
    first, second = one[0], two[0]
    middles = [{w for w in told[1:-1] if len(w) > 1} for told in (one, two)]
    if all(middles) and not middles[0] & middles[1]:
        return False
    if one[-1] == two[-1] and first[0] == second[0] and min(len(first), len(second)) > 3:
        return _near(first, second) or (first[:3] == second[:3] and abs(len(first) - len(second)) <= 2)
    return first == second and min(len(one[-1]), len(two[-1])) > 4 and _near(one[-1], two[-1])


def _near(a: str, b: str) -> bool:
    if abs(len(a) - len(b)) > 1:
        return False
    k = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[k + 1 :] == b[k + 1 :] or a[k:] == b[k + 1 :] or a[k + 1 :] == b[k:]


def _town(word: str) -> bool:
    """Whether a word before a name is rather a dateline's than a first name: that of a place of some size."""
    told = word.capitalize()
    return state_of(told) is not None or any(place.size >= 2 for place in gazetteer().city(told))


def best(forms: Sequence[str], written: Mapping[str, Sequence[int]]) -> str:
    """The fullest form of the spelling that most documents have; of two, that of the later document.

    `written` has the document of every place where a form, the first name or the surname stands, in order of
    publication."""

    def spelling(form: str) -> tuple[str, str]:
        told = words(form)
        return NICKNAMES.get(told[0], told[0]), told[-1]

    used: dict[tuple[str, str], list[int]] = {spelling(form): [] for form in sorted(forms)}
    for form, orders in written.items():
        told = words(form)
        for ends, places in used.items():
            if told and (told[0] in ends if len(told) == 1 else spelling(form) == ends):
                places.extend(orders)
    most = max(used, key=lambda s: (len(set(used[s])), max(used[s], default=-1), len(used[s])))
    found = next(f for f in forms if spelling(f) == most)
    for form in forms:
        more = set(words(form)) - set(words(found))
        wider = set(words(found)) < set(words(form)) and not any(_town(word) for word in more)
        if (spelling(form) == most or wider) and compatible(found, form):
            found = fuller(found, form)
    return found
