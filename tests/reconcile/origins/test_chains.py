"""Whose word it is: chains, bases, and how many origins are independent."""

from __future__ import annotations

from datetime import date

from sayso.model import Basis, Channel, CueType, Dossier, Judgement, JudgementKind, Origin, Reason, Status
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, group, org, person, reading, unnamed

PORT = org("Port Ellery Police Department", "PEPD")
SHOT = Says("officers shot a man on Mill Road", (PORT,), "shoot", taking=(("agent", "officers"), ("patient", "a man")))


def named(dossier: Dossier, origin: Origin) -> str:
    return next((a.name for a in dossier.agents if a.id == origin.agent), "nobody")


def origin_of(dossier: Dossier, words: str) -> Origin:
    claim = next(c for c in dossier.claims if words in c.spans[0].exact)
    support = next(s for s in dossier.supports if s.claim == claim.id)
    return next(o for o in dossier.origins if o.id == support.origin)


def test_the_last_agent_named_is_the_origin_and_the_chain_is_kept() -> None:
    told = reading(Says("the car hit a wall", (PORT, group("witnesses"))))
    dossier = reconcile([told])
    support = dossier.supports[0]
    names = {a.id: a.name for a in dossier.agents}
    assert [names[a] for a in support.chain[1:]] == ["Port Ellery Police Department", "witnesses"]
    assert named(dossier, origin_of(dossier, "hit a wall")) == "witnesses"
    assert origin_of(dossier, "hit a wall").basis is Basis.WITNESS


def test_a_reporter_without_a_basis_is_no_origin() -> None:
    reporter = person("Nora Quill", "reporter", "Channel 9 News")
    dossier = reconcile([reading(Says("an agent was hurt", (reporter,)))])
    origin = origin_of(dossier, "was hurt")
    assert origin.agent is None
    assert origin.basis is Basis.UNSTATED
    assert next(a.name for a in dossier.agents if a.id == origin.through) == "Nora Quill"
    assert dossier.overall.independent == (0, 0)
    assert dossier.overall.status is Status.UNATTRIBUTED


def test_a_reporters_unnamed_source_is_an_origin_through_the_reporter() -> None:
    reporter = person("Nora Quill", "reporter", "Channel 9 News")
    source = unnamed("a senior FBI official", "FBI")
    dossier = reconcile([reading(Says("an agent was hurt", (reporter, source)), Says("it ended", (org("FBI"),)))])
    origin = origin_of(dossier, "was hurt")
    assert (named(dossier, origin), origin.basis) == ("a senior FBI official", Basis.UNNAMED)
    assert dossier.overall.independent == (1, 1)
    assert {e.reason for e in dossier.dependences} == {Reason.SPEAKS_FOR}


def test_a_sentence_of_nobody_s_and_a_cue_without_a_source_are_unstated() -> None:
    dossier = reconcile([reading(Says("a man was hurt"), Says("the man ran", (None,)))])
    assert [o.basis for o in dossier.origins] == [Basis.UNSTATED]
    assert dossier.overall.independent == (0, 0)


def test_an_institution_s_own_release_is_its_word() -> None:
    dossier = reconcile([reading(Says("a man was hurt"), publisher="Drug Enforcement Administration")])
    origin = origin_of(dossier, "was hurt")
    assert (named(dossier, origin), origin.basis) == ("Drug Enforcement Administration", Basis.OFFICIAL)
    assert dossier.supports[0].channel is Channel.NEWS_RELEASE


def test_parent_and_child_are_one_origin_on_a_day_when_they_are() -> None:
    lines = (Says("a man was hurt", (org("ATF"),)), Says("a man was hurt", (org("Treasury Department"),)))
    before = reconcile([reading(*lines, published=date(2001, 5, 1))])
    after = reconcile([reading(*lines, published=date(2021, 5, 1))])
    assert before.overall.independent == (1, 1)
    assert after.overall.independent == (2, 2)


def test_police_in_a_document_that_names_one_department_are_that_department() -> None:
    dossier = reconcile(
        [
            reading(
                SHOT,
                Says("the man had a knife", (group("Police"),)),
                Says("he ran", (unnamed("a police spokesman"),)),
                Says("he fell", (person("Ida Marsh", "police chief"),)),
            )
        ]
    )
    assert dossier.overall.independent == (1, 1)
    assert dossier.overall.outside == (0, 0)
    assert len(dossier.components) == 1


def test_two_departments_and_the_county_s_own_bodies_are_independent() -> None:
    sources = (
        PORT,
        org("Ellery County Sheriff’s Office"),
        org("Ellery County Medical Examiner’s Office"),
        org("Ellery County District Attorney"),
        org("Dunmore Police Department"),
    )
    dossier = reconcile([reading(*(Says(f"a man was hurt {i} times", (s,)) for i, s in enumerate(sources)))])
    assert dossier.overall.independent == (5, 5)


def test_police_whom_no_document_names_more_closely_are_the_police_of_the_incident() -> None:
    one = reading(Says("a man was hurt", (group("police"),)), name="one.txt")
    two = reading(Says("a man was hit", (group("police"),)), name="two.txt")
    dossier = reconcile([one, two])
    assert len({o.agent for o in dossier.origins}) == 1
    assert dossier.overall.independent == (1, 1)


def test_a_confirmation_adds_a_voice_and_no_origin() -> None:
    lines = [
        SHOT,
        Says("the account", (org("Ellery Board of Trade"),), cue=CueType.CONFIRMS, confirms=(0,), claimed=False),
    ]
    dossier = reconcile([reading(*lines)])
    proposition = dossier.assessments[0]
    assert len(proposition.voices) == 2
    assert proposition.independent == (1, 1)
    edge = next(e for e in dossier.dependences if e.reason is Reason.CONFIRMS)
    assert edge.evidence
    assert edge.claims
    assert any("adds a voice, not an origin" in f for f in dossier.findings)


def test_one_that_confirms_and_also_speaks_for_itself_is_independent_where_it_does() -> None:
    board = org("Ellery Board of Trade")
    lines = [
        SHOT,
        Says("the account", (board,), cue=CueType.CONFIRMS, confirms=(0,), claimed=False),
        Says("the shop was closed all week", (board,)),
    ]
    assert reconcile([reading(*lines)]).overall.independent == (2, 2)


def test_an_unnamed_source_of_nobody_known_makes_the_count_an_interval() -> None:
    lines = [SHOT, Says("officers shot a man on Mill Road", (unnamed("a law enforcement source"),), "shoot")]
    dossier = reconcile([reading(*lines)])
    assert dossier.overall.independent == (1, 2)
    assert dossier.overall.status is Status.SINGLE_ORIGIN
    assert [e.certain for e in dossier.dependences if not e.claims] == [False]


def test_a_copied_passage_ties_two_sources_for_that_passage_alone() -> None:
    words = (
        "a grey van with two men inside crossed the bridge at speed before it struck the rail and then "
        "came to rest on the far bank of the river"
    )
    one = reading(Says(words, (org("Ardley Chemicals"),)), name="one.txt")
    two = reading(
        Says(words, (org("Bridge Workers Union"),)),
        Says("nobody had painted the rail for years", (org("Bridge Workers Union"),)),
        name="two.txt",
        published=date(2024, 5, 4),
    )
    dossier = reconcile([one, two])
    edge = next(e for e in dossier.dependences if e.reason is Reason.COPY)
    assert len(edge.claims) == 2
    shared = next(p for p in dossier.propositions if len(p.claims) == 2)
    assert next(a for a in dossier.assessments if a.subject == shared.id).independent == (1, 1)
    assert dossier.overall.independent[1] >= 1


def test_a_denial_by_an_independent_origin_is_a_dispute() -> None:
    lines = [SHOT, Says("officers shot a man on Mill Road", (person("Vera Holm"),), "shoot", cue=CueType.DENIES)]
    dossier = reconcile([reading(*lines)])
    assert len(dossier.propositions) == 1
    assert dossier.propositions[0].denials
    assert dossier.assessments[0].status is Status.DISPUTED


def test_a_link_ties_and_a_rejection_unties() -> None:
    told = reading(SHOT, Says("officers shot a man on Mill Road", (person("Vera Holm"),), "shoot"))
    before = reconcile([told])
    assert before.overall.independent == (2, 2)
    origins = tuple(o.id for o in before.origins)
    link = Judgement(kind=JudgementKind.LINK, subjects=origins, by="kim", at="2024-06-01T10:00:00Z", why="his sister")
    assert reconcile([told], [link]).overall.independent == (1, 1)
    lines = (Says("it ended", (org("FBI"),)), Says("it is over", (org("DEA"),)))
    tied = reconcile([reading(*lines)])
    assert tied.overall.independent == (1, 1)
    reject = Judgement(
        kind=JudgementKind.REJECT, subjects=(tied.dependences[0].id,), by="kim", at="2024-06-01T10:00:00Z"
    )
    assert reconcile([reading(*lines)], [reject]).overall.independent == (2, 2)
