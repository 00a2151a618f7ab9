"""Accounts of one topic side by side, and whether they contradict, changed, or do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.model import Account, Comparison, Relation, identify
from sayso.reconcile.differences.explained import both, day, edited, explain, quoted, shown
from sayso.reconcile.differences.fits import NAMES, Fit, denied, fit, overtakes
from sayso.reconcile.differences.merged import WHETHER, Merged, claim_pairs, merged
from sayso.reconcile.differences.one_act import one_act
from sayso.reconcile.differences.opposed import Opposed
from sayso.reconcile.differences.said import Key, Said, at_another_time, undated
from sayso.reconcile.differences.spelled import spelling
from sayso.reconcile.differences.withheld import Pair, Withheld
from sayso.reconcile.display import listed
from sayso.reconcile.statements.matters import matter
from sayso.reconcile.statements.topics import EXCLUSIVE, Topics

RANK = (
    Relation.CONTRADICTS,
    Relation.CHANGED,
    Relation.INCONSISTENT,
    Relation.DISCLOSED,
    Relation.REFINES,
    Relation.AGREE,
)
CLASHING = RANK[:3]
MOST = 60
"""How many different values of one topic are held against each other."""


TELLS_ALL = {"suspects": "arrest"}
"""Matters whose change tells all that the change of a typed field does: nobody was held, then somebody."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two claims with values that do not fit together."""

    a: str
    b: str
    relation: Relation


@dataclass(frozen=True, slots=True)
class Disputed:
    """Claims of one account, and what a document sets against them; `retracted` where it is taken back. `head` are the
    claim of each side that shows best what it is about."""

    told: tuple[Said, ...]
    against: tuple[Said, ...]
    head: tuple[Said, Said]
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparisons, and the pairs of claims behind those that do not agree."""

    comparisons: tuple[Comparison, ...]
    clashes: tuple[Clash, ...]


def comparisons(
    by_topic: Mapping[Key, Sequence[Said]],
    disclosures: Mapping[Key, Sequence[Pair]],
    opposed: Iterable[Opposed],
    topics: Topics,
    disputed: Iterable[Disputed] = (),
) -> Compared:
    """The topics of which at least two accounts are given, or one that was withheld first. `disclosures`: what
    was withheld and then given; `opposed`: statements that cannot both be; `disputed`: what documents say is
    disputed or taken back."""
    found: list[Comparison] = []
    clashes: list[Clash] = []
    topical = {**dict.fromkeys(disclosures, ()), **by_topic}
    found += _disclosures(topical, disclosures, topics)
    wide = [(TELLS_ALL[key[0]], told) for key, told in topical.items() if key[0] in TELLS_ALL]
    covering = {field for field, told in wide if _relation(told)[0] is Relation.CHANGED}
    for key, told in topical.items():
        given = disclosures.get(key, ())
        if len({s.claim.id for s in told}) < 2 and not given:
            continue
        if not given and not topics.borne_out(key, [(s.claim, s.value) for s in told]):
            continue
        relation, pairs = _relation(told)
        if key[0] in covering and relation is Relation.CHANGED and all(a.negated != b.negated for a, b, _ in pairs):
            continue
        if matter(key[0]) is not None and not given and relation not in CLASHING and not _finer(told):
            continue
        if given and relation not in CLASHING:
            continue
        found.append(_comparison(key, topics, told, relation, pairs, [w for w, _ in given]))
        clashes += [Clash(a.claim.id, b.claim.id, how) for a, b, how in pairs]
    covered = {
        pair
        for c in found
        if c.relation in CLASHING
        for pair in claim_pairs([(a.claim, a.value) for a in c.accounts[:MOST]])
    }
    for group in merged((one for one in opposed if _stands_apart(one)), covered):
        comparison, pair = _opposed(group)
        found.append(comparison)
        clashes += [Clash(a.claim.id, b.claim.id, pair) for a in group.a for b in group.b if a.value != b.value]
    for contest in disputed:
        put_right = any(
            c.relation is Relation.CHANGED and contest.head[1].claim.id in {a.claim for a in c.accounts} for c in found
        )
        if frozenset(said.claim.id for said in contest.head) in covered or (contest.retracted and put_right):
            continue
        comparison, pair = _disputed(contest)
        if any(c.topic == comparison.topic for c in found):
            continue  # two documents in the same words
        found.append(comparison)
        one, two = (said.claim.id for said in contest.head)
        if one != two:  # a sentence that puts right what was told first does not clash with itself
            clashes.append(Clash(one, two, pair))
    return Compared(tuple(sorted(found, key=lambda c: RANK.index(c.relation))), tuple(clashes))


def _stands_apart(one: Opposed) -> bool:
    pair = _how(one)
    return pair in CLASHING and (pair is not Relation.INCONSISTENT or one.whoever or one.a.component is not None)


def _how(one: Opposed) -> Relation:
    """How the sides of a pair stand to each other. What is put right in words is a change, whoever said so first."""
    pair = apart(one.a, one.b)
    later = at_another_time(one.a, one.b) and one.a.when < one.b.when
    return Relation.CHANGED if one.corrects and later and None in {one.a.component, one.b.component} else pair


def _opposed(group: Merged) -> tuple[Comparison, Relation]:
    one, relation = group.head, _how(group.head)
    whole = one.topic.startswith(WHETHER)
    sides = [
        Account(claim=said.claim.id, value=head.value.value if whole else said.words, span=said.value.span)
        for head, told in ((one.a, group.a), (one.b, group.b))
        for said in told
    ]
    return (
        Comparison(
            id=identify("comparison", one.topic, one.a.value.value, one.b.value.value),
            topic=one.topic,
            accounts=tuple(sides),
            relation=relation,
            explanation=explain((one.a, one.b), relation, [(one.a, one.b, relation)]),
        ),
        relation,
    )


def moved(told: Sequence[Said]) -> bool:
    """Whether what is said of one topic is an account that changed."""
    return _relation(told)[0] is Relation.CHANGED


def _relation(told: Sequence[Said]) -> tuple[Relation, list[tuple[Said, Said, Relation]]]:
    voices: dict[tuple[object, ...], list[Said]] = {}
    for said in told:
        same = (said.words, said.component, said.day, said.moment, said.note, said.recalled, said.through, said.version)
        voices.setdefault(same, []).append(said)
    heard: dict[str, set[str]] = {}
    for said in told:
        heard.setdefault(said.words, set()).add(said.breath)
    firsts = [group[0] for group in voices.values()][:MOST]
    pairs: list[tuple[Said, Said, Relation]] = []
    best = Relation.AGREE
    for i, a in enumerate(firsts):
        for b in firsts[i + 1 :]:
            how = _pair(a, b, heard)
            if RANK.index(how) < RANK.index(best):
                best = how
            if how in CLASHING:
                pairs.append((a, b, how))
    return best, pairs


def _finer(told: Sequence[Said]) -> bool:
    """Whether one account of a matter is a kind of another's: "something in his hand", "a phone"."""
    firsts = list({s.words: s for s in told if not s.negated}.values())[:MOST]
    return any(fit(a.value, b.value) is Fit.MORE for i, a in enumerate(firsts) for b in firsts[i + 1 :])


def _pair(a: Said, b: Said, heard: Mapping[str, set[str]]) -> Relation:
    how = fit(a.value, b.value)
    if a.negated or b.negated:
        if a.negated and b.negated:
            return Relation.AGREE if how is Fit.SAME else Relation.REFINES
        # "There was no gun" and "a handgun" cannot both be; "no rifle" and "a handgun" can.
        how = denied(a.value, b.value) if a.negated else denied(b.value, a.value)
    if how is Fit.SAME:
        return Relation.AGREE
    sought = a.value.field == "arrest" and how is Fit.OPEN
    if (sought or (how is Fit.MORE and a.value.field == "injury")) and _moved(a, b):
        how = Fit.APART  # however bad it was, who has died by now has; who was sought is held
    if a.loose or b.loose:
        how = Fit.APART if _never_meet(a, b) else Fit.MORE
    if how is not Fit.APART or _one_account(a, b, heard) or not one_act(a, b):
        return Relation.REFINES
    return apart(a, b)


def _never_meet(a: Said, b: Said) -> bool:
    """Whether no number lies within what both counts tell: "at least 40", "34"."""
    if a.bounds is None or b.bounds is None:
        return False
    return a.bounds[0] > b.bounds[1] or b.bounds[0] > a.bounds[1]


def apart(a: Said, b: Said) -> Relation:
    """How two accounts stand to each other that cannot both be: by whose they are, and when they were given."""
    if a.value.field in EXCLUSIVE and a.negated != b.negated:
        # Nobody is held until somebody is: an account is overtaken, and disputes nothing.
        if undated(a, b):
            return Relation.CHANGED  # whatever the days, nobody was held first
        first = a if a.when <= b.when else b
        return Relation.CHANGED if first.negated and at_another_time(a, b) else Relation.REFINES
    loose = a.unnamed and None in {a.component, b.component}
    if not loose and _moved(a, b):
        return Relation.CHANGED
    told = matter(a.value.field)
    if told is not None and told.moves and not told.clash(a.value.value, b.value.value):
        return Relation.REFINES  # what came before is told of again
    theirs = a.component == b.component or (None in {a.component, b.component} and a.through == b.through)
    if a.recalled != b.recalled and theirs:
        return Relation.CHANGED
    if a.note != b.note and (a.component == b.component or a.through == b.through):
        return Relation.CHANGED
    if edited(a, b):
        return Relation.CHANGED
    if spelling(a.value, b.value):
        return Relation.INCONSISTENT  # how a name is written is the page's, whoever is said to have told it
    if loose:
        return Relation.REFINES  # nobody in particular tells of an officer, who may be another one
    if a.component is not None and b.component is not None and a.component != b.component:
        # Two that may belong together do not contradict as independent ones do.
        return Relation.CONTRADICTS if a.least != b.least else Relation.INCONSISTENT
    same = a.component == b.component and (a.component is not None or a.through == b.through)
    if same and at_another_time(a, b):
        return Relation.CHANGED
    return Relation.INCONSISTENT


def _moved(a: Said, b: Said) -> bool:
    """Whether a later day's account tells what came next: whose condition was critical has died."""
    if a.value.field != b.value.field or a.negated or b.negated:
        return False
    if undated(a, b):  # what comes next is told later, whatever the days
        return overtakes(a.value, b.value) != overtakes(b.value, a.value)
    if not at_another_time(a, b):
        return False
    first, last = (a, b) if a.when <= b.when else (b, a)
    return overtakes(first.value, last.value)


def _one_account(a: Said, b: Said, heard: Mapping[str, set[str]]) -> bool:
    """Whether one voice gives both values in one breath: "lacerations and significant injuries" is one account."""
    if a.breath == b.breath or heard[a.words] & heard[b.words]:
        return True
    # Who gives two values in one document tells of two things; a correction there is no account beside another.
    return (
        a.claim.document == b.claim.document
        and a.moment == b.moment
        and a.speaker == b.speaker
        and (a.note, a.recalled)
        == (
            b.note,
            b.recalled,
        )
    )


def _comparison(
    key: Key,
    topics: Topics,
    told: Sequence[Said],
    relation: Relation,
    pairs: Sequence[tuple[Said, Said, Relation]],
    kept: Sequence[Withheld] = (),
) -> Comparison:
    return Comparison(
        id=identify("comparison", topics.name(key)),
        topic=_topic(key, topics, told),
        accounts=(*(s.account for s in told), *dict.fromkeys(w.account for w in kept)),
        relation=relation,
        explanation=explain(told, relation, pairs),
    )


def _topic(key: Key, topics: Topics, told: Sequence[Said]) -> str:
    return topics.name(key, [(s.claim, s.value) for s in told])


def _disclosures(
    topical: Mapping[Key, Sequence[Said]], given: Mapping[Key, Sequence[Pair]], topics: Topics
) -> Iterator[Comparison]:
    """What was withheld and then given. Several names that were withheld in one breath and given on one day are one
    disclosure."""
    groups: dict[tuple[object, ...], list[tuple[Key, Sequence[Pair]]]] = {}
    for key, pairs in given.items():
        if pairs and _relation(topical[key])[0] not in CLASHING:
            kept, said = min(pairs, key=lambda pair: (pair[0].said.when, pair[1].when))
            apart = (kept.said.claim.id, said.day) if key[0] in NAMES else (key,)
            groups.setdefault((key[0], *apart), []).append((key, pairs))
    for group in groups.values():
        firsts = [min(pairs, key=lambda pair: (pair[0].said.when, pair[1].when)) for _, pairs in group]
        kept, said = firsts[0]
        key = group[0][0]
        told = [s for each, pairs in group for s in (topical[each] or [pairs[0][1]])]
        when = [f", {day(s.day)}" if s.day else "" for s in (kept.said, said)]
        told_so = "Withheld or not known at first", "then given"
        if kept.said.day == said.day and kept.said.version == said.version:
            told_so = "Withheld or not known in one document", "given in another"
        words = list(dict.fromkeys(quoted(s) for _, s in firsts))
        told_of = f"{told_so[0]} (“{shown(kept.said)}”{when[0]}), {told_so[1]}: {listed(words, 8)}{when[1]}."
        relation = Relation.DISCLOSED
        if key[0] not in NAMES and told_so[1] == "given in another" and kept.said.component != said.component:
            relation = Relation.INCONSISTENT  # who tells what another leaves open discloses nothing of theirs
            told_of = f"One account leaves open what another tells: “{shown(kept.said)}” and {listed(words, 8)}."
        yield Comparison(
            id=identify("comparison", topics.name(key)),
            topic=topics.name(key, [(s.claim, s.value) for s in told])
            if len(group) == 1
            else topics.name((key[0], "")),
            accounts=(*dict.fromkeys(w.account for _, pairs in group for w, _ in pairs), *(s.account for s in told)),
            relation=relation,
            explanation=told_of,
        )


def _disputed(one: Disputed) -> tuple[Comparison, Relation]:
    """The comparison of what is told and what a document sets against it."""
    a, b = one.head
    relation = Relation.CHANGED if one.retracted else apart(a, b)
    if relation not in CLASHING:
        relation = Relation.INCONSISTENT
    topic = f"whether “{a.value.value}”"
    sides = [(s, best.value.value) for best, saids in ((a, one.told), (b, one.against)) for s in saids]
    if one.retracted:
        first, last = both(a, b)
        explanation = f"An account is not held to as it was: first {first}, then {last}."
    else:
        explanation = explain((a, b), relation, [(a, b, relation)])
    return (
        Comparison(
            id=identify("comparison", topic, b.value.value),
            topic=topic,
            accounts=tuple(Account(claim=s.claim.id, value=value, span=s.value.span) for s, value in sides),
            relation=relation,
            explanation=explanation,
        ),
        relation,
    )


def clashing(clashes: Sequence[Clash]) -> Mapping[str, tuple[Clash, ...]]:
    """The clashes of each claim."""
    found: dict[str, list[Clash]] = {}
    for clash in clashes:
        found.setdefault(clash.a, []).append(clash)
        found.setdefault(clash.b, []).append(clash)
    return {claim: tuple(told) for claim, told in found.items()}
