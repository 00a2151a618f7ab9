"""What must hold of every dossier, tried on generated coverage."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.model import Assessment, CueType, Dossier, Judgement, JudgementKind, Reading, Span, StepKind
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed

SOURCES: tuple[Who, ...] = (
    org("ICE"),
    org("Department of Homeland Security", "DHS"),
    org("Customs and Border Protection"),
    org("FBI"),
    org("Tarrow Police Department"),
    org("Tarrow Fire Department"),
    org("Linden County Sheriff’s Office"),
    org("Linden County Coroner"),
    org("Bridge Workers Union"),
    person("Ola Brandt", "police chief", "Tarrow Police Department"),
    person("Ola Brandt", "witness"),
    person("Brandt"),
    person("Mina Brandt", "his sister"),
    person("Jo Kettering", "reporter", "Channel 9 News"),
    person("Sten Ahlgren", "resident"),
    unnamed("a senior ICE source", "ICE"),
    unnamed("a law enforcement source"),
    unnamed("a person familiar with the matter"),
    group("witnesses"),
    group("police"),
    group("authorities"),
    group("the family"),
)
TEXTS = (
    "officers shot a man on Mill Road",
    "a man was shot by officers on Mill Road",
    "the man had a knife",
    "the man was carrying a knife",
    "two agents were hurt in the crash on the bridge",
    "the van with two men inside crossed the bridge at speed and struck the rail before it came to rest",
    "nobody was hurt",
    "the man died at the hospital",
)
VALUES = (
    (),
    (("injury", "dead", "man", "man", 1.0),),
    (("injury", "minor injury", "man", "man", 0.1),),
    (("age", "30", "man", "man", None),),
    (("age", "34", "man", "man", None),),
)

lines = st.builds(
    lambda text, by, cue, confirms, polarity, values, taking: Says(
        text,
        by,
        "shoot" if "shot" in text else "be",
        cue=cue,
        confirms=confirms,
        polarity=polarity,
        values=values if "man" in text else (),
        taking=(("agent", "officers"),) if taking and "officers" in text else (),
    ),
    st.sampled_from(TEXTS),
    st.lists(st.one_of(st.none(), st.sampled_from(SOURCES)), max_size=2).map(tuple),
    st.sampled_from([CueType.STATES, CueType.STATES, CueType.DENIES, CueType.CONFIRMS, CueType.ASKS]),
    st.just(()),
    st.sampled_from([True, True, False]),
    st.sampled_from(VALUES),
    st.booleans(),
)


@st.composite
def coverage(draw: st.DrawFn, *, most: int = 4) -> list[Reading]:
    """A few documents on one incident."""
    found = []
    for i in range(draw(st.integers(1, most))):
        told = draw(st.lists(lines, min_size=1, max_size=6))
        confirming = [j for j, line in enumerate(told) if j and line.cue is CueType.CONFIRMS and line.by]
        for j in confirming:
            told[j] = dataclasses.replace(told[j], confirms=(draw(st.integers(0, j - 1)),))
        day = draw(st.sampled_from([None, date(2024, 5, 3), date(2024, 5, 4), date(2001, 1, 1)]))
        publisher = draw(st.sampled_from([None, "The Linden Post", "Customs and Border Protection"]))
        found.append(reading(*told, name=f"{i}.txt", published=day, publisher=publisher))
    return found


tried = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def by_text(dossier: Dossier) -> dict[str, Assessment]:
    """Assessments of propositions, by the propositions' words."""
    subjects = {p.id: p.text for p in dossier.propositions}
    return {subjects[a.subject]: a for a in dossier.assessments if a.subject in subjects}


def link(*subjects: str, kind: JudgementKind = JudgementKind.LINK) -> Judgement:
    return Judgement(kind=kind, subjects=subjects, by="kim", at="2024-06-01T10:00:00Z")


@given(coverage(), st.randoms())
@tried
def test_the_order_of_documents_does_not_matter(told: list[Reading], random: Any) -> None:
    shuffled = [*told, *told[:1]]
    random.shuffle(shuffled)
    assert reconcile(shuffled) == reconcile(told)


@given(coverage(), st.integers(0, 3), st.sampled_from([None, 0, 1, 200]))
@tried
def test_a_copy_changes_the_number_of_documents_and_nothing_else(
    told: list[Reading], which: int, later: int | None
) -> None:
    before = reconcile(told)
    original = told[which % len(told)]
    published = original.document.published_at
    # A copy that is dated before its original tells something new: who was first.
    day = published + timedelta(days=later) if published and later is not None else None
    document = dataclasses.replace(original.document, id="f" * 64, name="copy.txt", published_at=day)
    after = reconcile([*told, _moved(original, document.id, document)])
    assert len(after.documents) == len(before.documents) + 1
    assert len(after.copies) == len(before.copies) + 1
    assert sorted(set(after.narrators)) == sorted({after.narrators[i] for i in _firsts(after)})
    for name in ("claims", "attributions", "propositions", "supports", "dependences", "components", "voices"):
        assert len(getattr(after, name)) == len(getattr(before, name)), name
    same = {"documents", "narrators", "copies", "findings"}
    for each in dataclasses.fields(Dossier):
        if each.name not in same:
            assert getattr(after, each.name) == getattr(before, each.name), each.name


def _firsts(dossier: Dossier) -> list[int]:
    copies = {copy for copy, _ in dossier.copies}
    return [i for i, d in enumerate(dossier.documents) if d.id not in copies]


def _moved(told: Reading, ident: str, document: Any) -> Reading:
    """The same reading of a document with another id."""

    def moved(thing: Any) -> Any:
        if isinstance(thing, Span):
            return dataclasses.replace(thing, document=ident)
        if isinstance(thing, tuple):
            return tuple(moved(each) for each in thing)
        if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
            changed = {f.name: moved(getattr(thing, f.name)) for f in dataclasses.fields(thing)}
            if "document" in changed and isinstance(changed["document"], str):
                changed["document"] = ident
            return dataclasses.replace(thing, **changed)
        return thing

    parts = {f.name: moved(getattr(told, f.name)) for f in dataclasses.fields(told) if f.name != "document"}
    return Reading(document=document, **parts)


@given(coverage())
@tried
def test_intervals_are_ordered_and_bounded(told: list[Reading]) -> None:
    dossier = reconcile(told)
    stated = {o.id for o in dossier.origins if o.agent is not None}
    for assessment in (*dossier.assessments, dossier.overall):
        low, high = assessment.independent
        assert 0 <= low <= high == len(assessment.components)
        assert 0 <= assessment.outside[0] <= assessment.outside[1] <= high
        assert assessment.outside[0] <= low
        assert {o for group in assessment.components for o in group} == stated & set(assessment.origins)
        assert assessment.explanation


@given(coverage(), st.data())
@tried
def test_a_dependent_voice_never_raises_a_count(told: list[Reading], data: st.DataObject) -> None:
    before = reconcile(told)
    bodies = [o.agent for o in before.origins if o.basis.value == "official statement"]
    names = sorted({a.name for a in before.agents if a.id in bodies and a.kind.value == "organisation"})
    heard = {c for p in before.propositions for c in (*p.claims, *p.denials)}
    if not names:
        return
    body = data.draw(st.sampled_from(names))
    voice = data.draw(
        st.sampled_from([person("Zia Okonedo-Vale", "spokeswoman", body), unnamed("a source there", body)])
    )
    mine = {s.claim for s in before.supports if s.claim in heard and _of(before, s.origin, body)}
    if not mine:
        return
    words = data.draw(st.sampled_from(sorted({c.spans[0].exact for c in before.claims if c.id in mine})))
    more = reading(Says(words, (voice,), "shoot" if "shot" in words else "be"), name="z.txt", published=None)
    after = reconcile([*told, more])
    assert after.overall.independent[0] <= before.overall.independent[0]
    assert after.overall.independent[1] <= before.overall.independent[1]
    assert after.overall.outside[1] <= before.overall.outside[1]


def _of(dossier: Dossier, origin: str, body: str) -> bool:
    agent = next((o.agent for o in dossier.origins if o.id == origin), None)
    return any(a.id == agent and a.name == body for a in dossier.agents)


@given(coverage(), st.data())
@tried
def test_an_edge_never_raises_a_count(told: list[Reading], data: st.DataObject) -> None:
    before = reconcile(told)
    stated = [o.id for o in before.origins if o.agent is not None]
    if len(stated) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(stated), min_size=2, max_size=2, unique=True))
    after = reconcile(told, [link(*pair)])
    one, two = by_text(before), by_text(after)
    assert one.keys() == two.keys()
    for a, b in ((before.overall, after.overall), *((one[text], two[text]) for text in one)):
        assert b.independent[0] <= a.independent[0]
        assert b.independent[1] <= a.independent[1]
        assert b.outside[0] <= a.outside[0]
        assert b.outside[1] <= a.outside[1]
        if set(pair) <= set(a.origins):
            assert any(set(pair) <= set(g) for g in b.components)


@given(coverage(), st.data())
@tried
def test_merging_agents_never_raises_and_splitting_undoes_it(told: list[Reading], data: st.DataObject) -> None:
    before = reconcile(told)
    agents = sorted({a for a, _ in before.aka})
    if len(agents) < 2:
        return
    pair = data.draw(st.lists(st.sampled_from(agents), min_size=2, max_size=2, unique=True))
    merged = reconcile(told, [link(*pair, kind=JudgementKind.MERGE)])
    aka = dict(merged.aka)
    assert aka[pair[0]] == aka[pair[1]]
    split = reconcile(told, [link(*pair, kind=JudgementKind.SPLIT)])
    aka = dict(split.aka)
    assert aka[pair[0]] != aka[pair[1]]
    later = dataclasses.replace(link(*pair, kind=JudgementKind.SPLIT), at="2024-06-02T10:00:00Z")
    undone = reconcile(told, [later, link(*pair, kind=JudgementKind.MERGE)])
    assert dict(undone.aka)[pair[0]] != dict(undone.aka)[pair[1]]


@given(coverage())
@tried
def test_all_that_is_cited_exists(told: list[Reading]) -> None:
    dossier = reconcile(told)
    texts = {d.id: d.text for d in dossier.documents}
    for span in _spans(dossier):
        assert texts[span.document][span.start : span.end] == span.exact
    agents = {a.id for a in dossier.agents}
    origins = {o.id for o in dossier.origins}
    claims = {c.id for c in dossier.claims}
    subjects = {
        *(p.id for p in dossier.propositions),
        *(c.id for c in dossier.comparisons),
        *(d.id for d in dossier.details),
    }
    assert {a.claim for d in dossier.details for a in d.accounts} <= claims
    assert {a.subject for a in dossier.assessments} == subjects
    assert {s.origin for s in dossier.supports} <= origins
    assert {s.claim for s in dossier.supports} <= claims
    assert {a for s in dossier.supports for a in (s.voice, *s.chain)} <= agents
    assert {end for e in dossier.dependences for end in (e.a, e.b)} <= origins
    assert {c for e in dossier.dependences for c in e.claims} <= claims
    assert {c for p in dossier.propositions for c in (*p.claims, *p.denials)} <= claims
    assert {*dossier.voices, *dossier.narrators, *dossier.interested} <= agents
    assert not set(dossier.voices) & set(dossier.narrators)
    assert {a for _, a in dossier.aka} <= agents
    linked = {*(p.id for p in dossier.propositions), *(d.id for d in dossier.details)}
    assert {end for r in dossier.refinements for end in (r.broader, r.narrower)} <= linked
    assert all(r.broader != r.narrower for r in dossier.refinements)
    parts = {c.id for c in dossier.components}
    for course in dossier.courses:
        assert course.component in parts if course.component else course.through in agents
        assert {s.claim for s in course.steps} <= claims
        told_at = [s.at or "9999" for s in course.steps if s.kind is not StepKind.WITHDRAWN]
        assert told_at == sorted(told_at)
        assert course.steps[0].kind is StepKind.FIRST
        assert all(s.than in {t.claim for t in course.steps} for s in course.steps[1:])
    told_claims = [c for p in dossier.propositions for c in (*p.claims, *p.denials)]
    assert len(told_claims) == len(set(told_claims))
    wordings = {s.exact for c in dossier.claims for s in c.spans}
    assert all(p.text in wordings for p in dossier.propositions)
    for edge in dossier.dependences:
        assert edge.note
        assert edge.a != edge.b


def _spans(thing: Any) -> Iterator[Span]:
    if isinstance(thing, Span):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _spans(each)
    elif dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        for part in dataclasses.fields(thing):
            yield from _spans(getattr(thing, part.name))


@given(coverage())
@tried
def test_a_refinement_merges_no_counts(told: list[Reading]) -> None:
    dossier = reconcile(told)
    subject = {a.subject: a for a in dossier.assessments}
    held = {p.id: p.claims for p in dossier.propositions} | {
        d.id: tuple(a.claim for a in d.accounts) for d in dossier.details
    }
    for link in dossier.refinements:
        for end in (link.broader, link.narrower):
            # What each end counts are origins of its own claims alone, however it is linked.
            ways = {s.origin for s in dossier.supports if s.claim in held[end]}
            assert set(subject[end].origins) <= ways
    told_by = {p.id: set(p.claims) for p in dossier.propositions}
    for link in dossier.refinements:
        assert not told_by.get(link.broader, set()) & told_by.get(link.narrower, set())


SCRIPT = """
from tests.reconcile.test_properties import SOURCES, TEXTS
from tests.reconcile.builders import Says, reading
from sayso.reconcile import reconcile
told = [reading(*(Says(t, (s,)) for t, s in zip(TEXTS, SOURCES[i:])), name=str(i)) for i in range(0, 14, 3)]
print(reconcile(told).to_json())
"""


def test_the_result_is_the_same_in_every_process() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "77")
    }
    assert len(told) == 1
