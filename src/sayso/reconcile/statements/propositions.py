"""Which claims assert the same. A first, honest level: the same typed value, or nearly the same words.

Near-linear: a claim is compared only with groups that share one of its rarest words. What one claim says more than
another ("hit", "hit and dragged 40 feet") keeps them apart: refinement is no repetition.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.model import Claim, Modality, Proposition, identify
from sayso.reconcile.statements.topics import Topics
from sayso.reconcile.words import content, numbers

RAREST = 6
"""By how many of its rarest words a claim looks for groups."""
PLAIN = 5
"""Words below which a wording tells too little to stand for a proposition."""
FEWEST = 2
"""Words of weight that a claim must have to be compared with others."""
ALIKE = 0.55
"""The share of the two claims' words, weighed by rarity, that must be common."""
MOST = 40
"""How many groups a word may lead to before it is too common to look by."""
OPEN_FIELDS = frozenset(
    {"witness", "context", "family", "recording", "encounter", "investigation", "hospital", "place"}
)
"""Fields whose value is a kind, so that two claims with one value need not say the same."""
TELLING = frozenset({"killed", "officer_status", "charges", "resistance", "fired_first", "arrest", "injury", "weapon"})
"""Fields that are most of what a claim with a value for them says."""
BONUS = 0.3
"""What a shared value of such a field adds to likeness."""
DEADLY = frozenset("kill die pronounce declare shoot slay murder death".split())
"""Predicates by which a claim with a value for *killed* says that somebody died, and no more of weight than how."""
GIST: Mapping[str, frozenset[str]] = {
    "killed": DEADLY,
    "charges": frozenset("charge arrest arraign book face".split()),
    "officer_status": frozenset("place put be leave remain clear suspend".split()),
    "fired_first": frozenset("return fire shoot exchange".split()),
    "threat": frozenset("perceive threaten feel believe fear".split()),
}
"""Fields that decide what a claim with one of these predicates says: the same value, of one person, is the same."""
HOW = frozenset({"shoot", "kill"})
"""The plain forms of the words by which a death is told with how it came about."""
OPEN = frozenset({"officer_status", "fired_first", "threat"})
"""Of these, fields that as a rule tell of the same people, so that it need not be told who they are."""
FEARED = "threatened"
"""The one value of a threat that is all a claim says; who did what to whom is more than the kind of it."""
CRIME = frozenset("criminal charge count degree first second third aggravate felony misdemeanor connection".split())
"""Words that charges have in common."""
LONGEST = 60
"""Characters of a participant's words that its agent stands for."""

HOW_OFTEN = frozenset({"twice", "once", "half", "dozen"})
"""Quantities that one claim alone tells keep it apart: "shot twice" says more than "shot"."""

UNTOLD = frozenset({Modality.UNKNOWN, Modality.EXPECTED, Modality.INTENDED})
SURE = 0.6
"""The confidence of a claim that is a clause."""
SUPPOSED = re.compile(
    r"(?i)^\W*(?:if|when|whenever|whether|unless|before|after|while|as|because|did|do|does|is|was|are|were)\b"
    r"|\b(?:should|unable|no|not|never|nobody|none|nothing|without|asked|any|anyone|anybody|anything)\b|n[’']t\b|\bnon-"
)
"""Words that suppose, ask or deny."""

CLASSES = {
    Modality.FACT: "said",
    Modality.ALLEGED: "said",
    Modality.POSSIBLE: "possible",
    Modality.EXPECTED: "expected",
    Modality.INTENDED: "expected",
    Modality.UNKNOWN: "unknown",
}


@dataclass(frozen=True, slots=True)
class Sense:
    """What a claim is compared by."""

    claim: Claim
    words: frozenset[str]
    resolved: frozenset[str]
    numbers: frozenset[str]
    agents: frozenset[str]
    patients: frozenset[str]
    modality: str
    values: frozenset[tuple[str, str, str]]
    stands: bool
    gist: tuple[tuple[str, str, str], ...] = ()

    @property
    def signature(self) -> tuple[object, ...]:
        """What two claims share that are the same without comparison; words of little weight count where all are so."""
        words: object = self.words if len(self.words) >= FEWEST else self.claim.spans[0].exact.casefold()
        return words, self.modality, self.agents, self.patients


@dataclass(slots=True)
class Group:
    """Claims that say the same; the first to come is compared with, `weight` is that of its words (`_weight`)."""

    head: Sense
    weight: tuple[float, float]
    members: list[Sense] = field(default_factory=list)


def sense(claim: Claim, topics: Topics, *, denied: bool) -> Sense:
    """What a claim is compared by. `denied` where its source denies it."""
    text = "\n".join(s.exact for s in claim.spans)
    persons: set[str] = set()
    for p in claim.participants:
        agent = topics.roster.aka.get(p.agent or "")
        if agent and len(p.span.exact) <= LONGEST and p.span.exact in text:
            # "He", "the driver" and a name are one word where the reading knows whom they mean.
            text = text.replace(p.span.exact, " ", 1)
            persons.add("@" + topics.people.get(agent, agent))
    resolved = content(text) | persons
    words = content(" ".join(s.exact for s in claim.spans))

    def taking(role: str) -> frozenset[str]:
        told: set[str] = set()
        for p in claim.participants:
            if p.role == role:
                told |= content(p.span.exact)
                agent = topics.roster.aka.get(p.agent or "")
                if agent:
                    told.add("@" + topics.people.get(agent, agent))
        return frozenset(told)

    values = frozenset((*topics.key(v), v.value.casefold()) for v in claim.values if v.field not in OPEN_FIELDS)
    return Sense(
        claim=claim,
        words=words,
        resolved=resolved,
        numbers=numbers(words),
        agents=taking("agent"),
        patients=taking("patient"),
        modality=CLASSES[claim.modality],
        stands=_stands(claim, denied=denied),
        values=values,
        gist=tuple(_gist(claim, values, topics)),
    )


def _gist(claim: Claim, values: frozenset[tuple[str, str, str]], topics: Topics) -> Iterator[tuple[str, str, str]]:
    """The typed values that are what a claim says, however worded: field, of whom ("" where open), and value."""
    told = set(claim.predicate.split(" and "))
    for field_, about, value in sorted(values):
        if field_ in GIST and told & GIST[field_]:
            who = about if about in topics.roster.agents or about == "officer" else ""
            if field_ == "killed" and value != "0":
                value = "1"
            elif field_ == "charges":
                value = " ".join(sorted(content(value) - CRIME)) or value
            if field_ != "threat" or value == FEARED:
                yield field_, who, value


def propositions(senses: Sequence[Sense], denied: frozenset[str], topics: Topics) -> tuple[Proposition, ...]:
    """The propositions of the claims, in the order of their first claims. `denied`: claims whose source denies them.

    A claim is in exactly one proposition.
    """
    rarity = Counter(word for s in senses for word in s.words | s.resolved)
    # A word that half of the claims have says little; one that two have says most.
    weights = {word: 1.0 / (1.0 + 0.15 * min(n, 20)) for word, n in rarity.items()}
    groups: list[Group] = []
    leads: dict[str, list[int]] = {}
    exact: dict[tuple[object, ...], int] = {}
    decided: dict[tuple[object, ...], list[int]] = {}
    for told in senses:
        same = told.signature
        at = exact.get(same)
        if at is None:
            at = _decided(told, groups, decided)
        if at is None:
            rare = sorted(told.words, key=lambda w: (rarity[w], w))
            values = ["=".join(v) for v in sorted(told.values) if v[0] in TELLING]
            candidates = dict.fromkeys(g for w in (*rare[:RAREST], *values) for g in leads.get(w, ())[-MOST:])
            weight = _weight(told, weights)
            scored = [(alike(told, groups[g].head, weights, weight, groups[g].weight), -g) for g in candidates]
            score, g = max(scored, default=(0.0, 0))
            if score >= ALIKE:
                at = -g
            else:
                at = len(groups)
                groups.append(Group(told, weight))
                for word in (*rare[: RAREST + 2], *values):
                    leads.setdefault(word, []).append(at)
            exact[same] = at
        groups[at].members.append(told)
        for field_, _, value in told.gist:
            known = decided.setdefault((field_, value, told.modality, told.stands), [])
            if at not in known:
                known.append(at)
    return tuple(_proposition(group, denied, topics) for group in groups)


def _decided(told: Sense, groups: Sequence[Group], decided: Mapping[tuple[object, ...], Sequence[int]]) -> int | None:
    """The group whose claims say the same by a typed value of the same person."""
    for field_, who, value in told.gist:
        for at in decided.get((field_, value, told.modality, told.stands), ()):
            theirs = [w for f, w, v in groups[at].head.gist if (f, v) == (field_, value)]
            if any(_same_person(field_, who, w) for w in theirs) and not swapped(told, groups[at].head):
                return at
    return None


def _same_person(field_: str, a: str, b: str) -> bool:
    """Whether a value is about the same person, where it must be told: police give their own fear as an officer's."""
    return a == b != "" or field_ in OPEN


def _weight(told: Sense, weights: Mapping[str, float]) -> tuple[float, float]:
    """The weight of a claim's words, and of its words with names resolved."""
    words, resolved = (sum(map(weights.__getitem__, each)) for each in (told.words, told.resolved))
    return words, resolved


def alike(
    a: Sense, b: Sense, weights: Mapping[str, float], one: tuple[float, float], two: tuple[float, float]
) -> float:
    """How much of what two claims say is common, 0 to 1; 0 where something keeps them apart. `one` and `two` are the
    weights of all their words."""
    shared, resolved = a.words & b.words, a.resolved & b.resolved
    enough = 4 * len(shared) >= len(a.words) + len(b.words) - 4
    enough_resolved = 4 * len(resolved) >= len(a.resolved) + len(b.resolved) - 4
    if not enough and not enough_resolved:
        return 0.0  # too few in common for any weights to make them alike: most pairs end here
    if a.modality != b.modality or (a.numbers and b.numbers and not a.numbers & b.numbers):
        return 0.0
    if min(len(a.words), len(b.words)) < FEWEST:
        return 0.0
    if HOW_OFTEN & (a.words ^ b.words):
        return 0.0
    told = max(
        _overlap(shared, weights, one[0] + two[0]) if enough else 0.0,
        _overlap(resolved, weights, one[1] + two[1]) if enough_resolved else 0.0,
    )
    if any(field in TELLING for field, _, _ in a.values & b.values):
        told += BONUS
    if bool(a.numbers) != bool(b.numbers):
        told -= 0.1
    if a.stands != b.stands:
        told -= 0.15  # a denial must be plainly of the same thing
    return 0.0 if told < ALIKE or swapped(a, b) or conflicting(a, b) else told


def _overlap(shared: frozenset[str], weights: Mapping[str, float], total: float) -> float:
    return 2 * sum(map(weights.__getitem__, shared)) / total if total else 0.0


def swapped(a: Sense, b: Sense) -> bool:
    """Whether one tells that X did it to Y and the other that Y did it to X."""
    crossed = bool(a.agents & b.patients) or bool(a.patients & b.agents)
    return crossed and not (a.agents & b.agents or a.patients & b.patients)


def conflicting(a: Sense, b: Sense) -> bool:
    """Whether both tell one typed field of one thing, and no value of it alike."""
    one, two = _by_field(a), _by_field(b)
    return any(one[key].isdisjoint(two[key]) for key in one.keys() & two.keys())


def _by_field(told: Sense) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for field_, about, value in told.values:
        found.setdefault((field_, about), set()).add(value)
    return found


def without(proposition: Proposition, left_out: frozenset[str], claims: Mapping[str, Claim]) -> Proposition | None:
    """The proposition without some of its claims; None where nothing is left."""
    if left_out.isdisjoint((*proposition.claims, *proposition.denials)):
        return proposition
    told = [claims[c] for c in proposition.claims if c not in left_out]
    refused = [claims[c] for c in proposition.denials if c not in left_out]
    if not told:
        told, refused = refused, []
    if not told:
        return None
    return replace(
        proposition, text=plainest(told), claims=tuple(c.id for c in told), denials=tuple(c.id for c in refused)
    )


def _overlap_in_text(a: Claim, b: Claim) -> bool:
    """Whether two claims have words of one document in common."""
    if a.document != b.document:
        return False
    return any(s.start < t.end and t.start < s.end for s in a.spans for t in b.spans)


def _deniable(claim: Claim) -> bool:
    """Whether a claim tells what can be denied: as a fact, and not in words of its own that deny or suppose."""
    text = " ".join(s.exact for s in claim.spans)
    return claim.modality not in UNTOLD and claim.confidence > SURE and not SUPPOSED.search(text)


def plainest(claims: Sequence[Claim]) -> str:
    """The shortest wording in one piece that is no fragment, of a death one that tells how; a real span's text."""

    def key(claim: Claim) -> tuple[bool, bool, bool, int]:
        told = claim.spans[0].exact
        how = content(told) >= HOW or not any(v.field == "killed" for v in claim.values)
        return len(claim.spans) > 1, len(told.split()) < PLAIN, not how, len(told)

    plainest = min(claims, key=key)
    return max((s.exact for s in plainest.spans), key=len)


def _stands(claim: Claim, *, denied: bool) -> bool:
    """Whether a claim asserts what its words say. What is said to be unknown denies nothing."""
    return claim.modality is Modality.UNKNOWN or claim.polarity != denied


def _proposition(group: Group, denied: frozenset[str], topics: Topics) -> Proposition:
    told = [(m.claim, _stands(m.claim, denied=m.claim.id in denied)) for m in group.members]
    # A clause is not denied by the sentence that holds it: "he did not know who came" does not deny "who came".
    firm = [c for c, stands in told if stands]
    deniable = not firm or any(_deniable(c) for c in firm)
    denying = [not stands and deniable and not any(_overlap_in_text(c, other) for other in firm) for c, stands in told]
    refused = [c for (c, _), no in zip(told, denying, strict=True) if no]
    asserted = [c for (c, _), no in zip(told, denying, strict=True) if not no]
    held = asserted or refused
    return Proposition(
        id=identify("proposition", *sorted(c.id for c in held)[:1]),
        text=plainest(held),
        topic=next((topic for c in held if (topic := topics.of(c))), None),
        claims=tuple(c.id for c in held),
        denials=tuple(c.id for c in refused) if asserted else (),
    )
