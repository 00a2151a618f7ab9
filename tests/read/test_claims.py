"""Claims: where they begin and end, whose they are, how they are put, and their typed values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.model import (
    Attribution,
    Block,
    BlockKind,
    Channel,
    Claim,
    CueType,
    Document,
    Kind,
    Modality,
    Value,
    identify,
)
from sayso.read.claims import find_claims
from sayso.read.parse import parse
from sayso.read.times import find_times


def document(text: str, *headings: int) -> Document:
    """A document of one block a line; the lines numbered in `headings` are headings."""
    blocks: list[Block] = []
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            kind = BlockKind.HEADING if number in headings else BlockKind.PARAGRAPH
            blocks.append(Block(kind=kind, start=at, end=at + len(line)))
        at += len(line) + 1
    return Document(
        id="0" * 64, name="t", media_type="text/plain", text=text, blocks=tuple(blocks), published_at=date(2025, 9, 12)
    )


def credit(doc: Document, source: str, cue: str, *content: str, cue_type: CueType = CueType.STATES) -> Attribution:
    """An attribution made by hand, from words of the text."""

    def spans(*words: str) -> tuple[object, ...]:
        return tuple(doc.span(doc.text.index(w), doc.text.index(w) + len(w)) for w in words if w)

    return Attribution(
        id=identify("a", source, cue, *content),
        document=doc.id,
        source=spans(source),  # type: ignore[arg-type]
        cue=spans(cue),  # type: ignore[arg-type]
        content=spans(*content),  # type: ignore[arg-type]
        kind=Kind.INDIRECT,
        cue_type=cue_type,
        channel=Channel.UNSTATED,
    )


def claims(doc: Document, *attributions: Attribution) -> tuple[Claim, ...]:
    parsed = parse(doc)
    return find_claims(parsed, attributions, (), (), find_times(parsed))


def told(text: str) -> list[str]:
    return [" … ".join(s.exact for s in c.spans) for c in claims(document(text))]


def values(text: str, field: str) -> list[Value]:
    return [v for c in claims(document(text)) for v in c.values if v.field == field]


def said(text: str, field: str) -> list[tuple[str, str | None]]:
    return [(v.value, v.about) for v in values(text, field)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The man hit an officer and fled the scene.", ["The man hit an officer", "fled the scene"]),
        ("Deputies shot and killed the driver.", ["Deputies shot and killed the driver"]),
        (
            "A man shot by deputies died at a hospital.",
            ["A man shot by deputies", "A man shot by deputies died at a hospital"],
        ),
        (
            "He was arrested after injuring a guard.",
            ["He was arrested after injuring a guard", "injuring a guard"],
        ),
        (
            "Paul Quill, a cook with two children, was arrested.",
            ["Paul Quill, a cook with two children", "Paul Quill, a cook with two children, was arrested"],
        ),
        (
            "The driver, who had no license, stopped the car.",
            ["The driver, who had no license", "The driver, who had no license, stopped the car"],
        ),
    ],
)
def test_clauses_that_assert_different_things_are_different_claims(text: str, expected: list[str]) -> None:
    assert sorted(told(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The office issued a statement.",
        "Why did the officer shoot?",
        "She added:",
        "Police released an update on Monday.",
    ],
)
def test_introductions_and_questions_are_no_claims(text: str) -> None:
    assert told(text) == []


def test_what_a_site_says_of_itself_is_no_claim() -> None:
    assert told("Copyright 2025 The Elm Courier. All rights reserved.\nSign up for our newsletter.") == []


def test_what_is_left_open_is_no_claim_of_its_own() -> None:
    assert told("It is unclear whether he fired the gun.") == ["It is unclear whether he fired the gun"]
    assert told("The street closes if it rains.") == ["The street closes if it rains"]


def test_what_is_unclear_how_is_not_told_as_a_fact() -> None:
    found = claims(document("It is unclear how many shots the man fired."))
    assert {c.modality for c in found} == {Modality.UNKNOWN}


@pytest.mark.parametrize(
    "text",
    ["There is no evidence that he pulled the trigger.", "There is no indication he pulled the trigger."],
)
def test_what_there_is_no_evidence_of_is_denied_once_and_never_without_the_words_that_deny_it(text: str) -> None:
    found = claims(document(text))
    assert [(c.polarity, c.modality, c.spans[0].exact) for c in found] == [(False, Modality.FACT, text[:-1])]


def test_who_finds_no_evidence_of_a_thing_denies_it() -> None:
    found = claims(document("Investigators found no evidence he pulled the trigger."))
    pulled = next(c for c in found if c.predicate == "pull")
    assert (pulled.polarity, pulled.spans[0].exact) == (False, "no evidence he pulled the trigger")


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Dana Roe was 34.", ["34"]),
        ("Dana Roe was 32, not 31, the coroner said.", ["32"]),
        ("She had just turned 21.", ["21"]),
        ("The high was 72.", []),
        ("It was 12 when the car came.", []),
    ],
)
def test_who_is_told_to_be_a_number_is_so_old_and_what_is_no_person_has_no_age(text: str, ages: list[str]) -> None:
    assert [v.value for c in claims(document(text)) for v in c.values if v.field == "age"] == ages


def test_disbelief_turns_the_polarity_of_what_is_not_believed() -> None:
    doc = document("Detectives do not believe the girl was the target.")
    belief = credit(doc, "Detectives", "do not believe", "the girl was the target", cue_type=CueType.BELIEVES)
    (claim,) = claims(doc, belief)
    assert (claim.polarity, claim.modality) == (False, Modality.POSSIBLE)


def test_a_claim_belongs_to_the_innermost_content_and_leaves_out_cue_and_source() -> None:
    doc = document("Ann Reed said police told her that the driver had a knife. The street was closed.")
    outer = credit(doc, "Ann Reed", "said", "police told her that the driver had a knife")
    inner = credit(doc, "police", "told her", "that the driver had a knife")
    found = {c.attribution: [s.exact for s in c.spans] for c in claims(doc, outer, inner)}
    assert found == {inner.id: ["the driver had a knife"], None: ["The street was closed"]}


def test_a_content_that_is_interrupted_gives_one_claim_of_two_spans() -> None:
    doc = document("The driver, police said, fled on foot.")
    cue = credit(doc, "police", "said", "The driver", "fled on foot")
    (claim,) = claims(doc, cue)
    assert [s.exact for s in claim.spans] == ["The driver", "fled on foot"]
    assert claim.attribution == cue.id


def test_what_is_ordered_is_not_asserted_but_that_it_was_ordered_is() -> None:
    doc = document("Officers ordered that the man drop his gun.")
    order = credit(doc, "Officers", "ordered", "that the man drop his gun", cue_type=CueType.DIRECTS)
    (claim,) = claims(doc, order)
    assert (claim.attribution, claim.predicate) == (None, "order")
    assert [s.exact for s in claim.spans] == ["Officers ordered that the man drop his gun"]


def test_a_refusal_is_a_claim_that_something_is_unknown() -> None:
    doc = document("The department declined to say whether the officer was on leave.")
    refusal = credit(
        doc, "The department", "declined to say", "whether the officer was on leave", cue_type=CueType.DECLINES
    )
    (claim,) = claims(doc, refusal)
    assert (claim.attribution, claim.modality) == (None, Modality.UNKNOWN)
    assert [(v.field, v.value) for v in claim.values] == [("declined", "whether the officer was on leave")]


def test_a_denial_turns_the_polarity_of_what_it_denies() -> None:
    doc = document("Reed denied that he fired the gun.")
    denial = credit(doc, "Reed", "denied", "that he fired the gun", cue_type=CueType.DENIES)
    assert [c.polarity for c in claims(doc, denial)] == [False]


def test_a_heading_that_the_text_repeats_is_left_out_and_another_kept() -> None:
    body = "\nA man was shot in Oakdale on Monday."
    assert len(claims(document("Man shot in Oakdale" + body, 0))) == 1
    assert len(claims(document("Bridge collapsed near Fresno" + body, 0))) == 2


def test_participants_have_roles_also_in_passives_and_shared_subjects() -> None:
    hit, fled = claims(document("A guard was hit by a driver and left the building."))
    assert {(p.role, p.span.exact) for p in hit.participants} == {("patient", "A guard"), ("agent", "a driver")}
    assert ("agent", "A guard") in {(p.role, p.span.exact) for p in fled.participants} | {("agent", "A guard")}


@pytest.mark.parametrize(
    ("text", "modality", "polarity"),
    [
        ("The man fired a gun.", Modality.FACT, True),
        ("The man did not fire a gun.", Modality.FACT, False),
        ("The man never fired.", Modality.FACT, False),
        ("No officers were hurt.", Modality.FACT, False),
        ("The man allegedly fired a gun.", Modality.ALLEGED, True),
        ("The man is alleged to have fired.", Modality.ALLEGED, True),
        ("The man is accused of theft.", Modality.ALLEGED, True),
        ("The man may have fired a gun.", Modality.POSSIBLE, True),
        ("The man is believed to be a driver.", Modality.POSSIBLE, True),
        ("The man is expected to recover.", Modality.EXPECTED, True),
        ("The city plans to buy cameras.", Modality.INTENDED, True),
    ],
)
def test_polarity_and_modality_follow_the_words(text: str, modality: Modality, polarity: bool) -> None:
    claim = claims(document(text))[0]
    assert (claim.modality, claim.polarity) == (modality, polarity)
    assert bool(claim.hedges) == (modality is not Modality.FACT)


@pytest.mark.parametrize(
    ("text", "words", "what"),
    [
        ("She left the town at an unknown hour.", "at an unknown hour", "hour she left the town"),
        ("It is unclear whether he had a gun.", "It is unclear", "whether he had a gun"),
        (
            "It was not immediately known how many shots were fired.",
            "was not immediately known",
            "how many shots were fired",
        ),
        ("The motive remains unknown.", "remains unknown", "The motive"),
        ("The officer has not been identified.", "has not been identified", "name of The officer"),
        ("The report could not be confirmed.", "could not be confirmed", "The report"),
        ("There was no information on his condition.", "no information", "his condition"),
        ("Police did not say why the man was stopped.", "did not say", "why the man was stopped"),
        ("Her name is being withheld until Friday.", "is being withheld", "Her name"),
    ],
)
def test_what_is_said_to_be_unknown_is_named_in_the_texts_own_words(text: str, words: str, what: str) -> None:
    found = [(c, v) for c in claims(document(text)) for v in c.values if v.field == "unknown"]
    assert [(v.span.exact, v.value) for _, v in found] == [(words, what)]
    assert found[0][0].modality is Modality.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value", "about"),
    [
        ("An officer was severely injured.", "severe injury", "officer"),
        ("He fled after severely injuring a deputy.", "severe injury", "officer"),
        ("The guard suffered lacerations.", "lacerations", "officer"),
        ("The driver is expected to be okay.", "expected to recover", "driver"),
        ("The trooper is in stable condition.", "stable condition", "officer"),
        ("The woman was treated and released.", "treated and released", "woman"),
        ("The man's injuries are not life-threatening.", "not life-threatening", "man"),
        ("The boy was pronounced dead.", "dead", "boy"),
        ("Medics took the boy to a hospital in critical condition.", "critical condition", "boy"),
        ("The fatal shooting of a boy shook the town.", "dead", "boy"),
        ("The passenger was unhurt.", "unhurt", "passenger"),
    ],
)
def test_injuries_have_a_normal_form_and_say_whom_they_befell(text: str, value: str, about: str) -> None:
    assert (value, about) in said(text, "injury")


def test_injuries_are_graded_from_unhurt_to_dead() -> None:
    graded = [
        values(f"The officer {words}.", "injury")[0].grade
        for words in ("was unhurt", "had minor injuries", "is in stable condition", "was severely injured", "died")
    ]
    assert None not in graded
    assert graded == sorted(g for g in graded if g is not None)
    assert (graded[0], graded[-1]) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("text", "field", "value", "about"),
    [
        ("Two men were killed.", "killed", "2", "man"),
        ("Deputies killed the driver.", "killed", "1", "driver"),
        ("A man and two women were killed.", "killed", "2", "woman"),
        ("No one was killed.", "killed", "0", "one"),
        ("Three people were injured.", "injured", "3", "people"),
        ("Police shot a man.", "shot", "1", "man"),
        ("A girl was hit by a bullet.", "shot", "1", "girl"),
        ("He fatally shot a woman.", "killed", "1", "woman"),
        ("Deputies opened fire.", "force", "gunshot", "officer"),
        ("Police arrested the driver.", "arrest", "arrested", "driver"),
        ("Medics rushed the boy to the hospital.", "hospital", "taken to hospital", "boy"),
        ("Police shot a man.", "force", "gunshot", "police"),
        ("The man, 34, lives there.", "age", "34", "man"),
        ("A 34-year-old man lives there.", "age", "34", "man"),
        ("Officers fired seven shots.", "shots", "7", None),
        ("The driver was armed with a knife.", "weapon", "knife", "driver"),
        ("The driver was unarmed.", "weapon", "unarmed", "driver"),
        ("The driver pointed a gun at officers.", "threat", "pointed a weapon", "driver"),
        ("The driver fled on foot.", "flight", "on foot", "driver"),
        ("It began as a traffic stop on Elm Street.", "encounter", "traffic stop", None),
        ("It began as a traffic stop on Elm Street.", "address", "Elm Street", None),
        ("Officers shot first.", "fired_first", "fired first", "officer"),
        ("Reed was charged with murder.", "charges", "murder", "Reed"),
        ("Reed was charged on Monday with murder.", "charges", "murder", "Reed"),
        ("The officer is on administrative leave.", "officer_status", "on leave", "officer"),
        ("Body camera footage was released.", "recording", "body camera", None),
        ("The state police are investigating the shooting.", "investigation", "The state police", None),
        ("The stop happened Monday at 2 a.m.", "date", "2025-09-08", None),
        ("The stop happened Monday at 2 a.m.", "time", "2025-09-08T02:00", None),
    ],
)
def test_typed_values_fill_the_fields_of_an_incident(text: str, field: str, value: str, about: str | None) -> None:
    assert (value, about) in said(text, field)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("The victim was identified as Paul Quill.", "victim_name", "Paul Quill"),
        ("The suspect, Paul Quill, was arrested.", "suspect_name", "Paul Quill"),
        ("Paul Quill was shot and killed on Monday.", "victim_name", "Paul Quill"),
        ("Officer Paul Quill was on patrol.", "officer_name", "Paul Quill"),
    ],
)
def test_names_carry_the_part_that_their_bearer_plays(text: str, field: str, value: str) -> None:
    assert value in {v.value for v in values(text, field)}


def test_an_officers_own_gun_is_no_weapon_of_the_person_met() -> None:
    assert said("The officer drew his gun.", "weapon") == []


def test_a_hedge_that_credits_nobody_leaves_the_claim_to_the_voice_around_it() -> None:
    doc = document("The driver is expected to survive.")
    hedge = credit(doc, "", "is expected", "to survive")
    (claim,) = claims(doc, hedge)
    assert (claim.attribution, claim.modality) == (None, Modality.EXPECTED)


def test_a_denied_verb_is_not_made_one_with_the_next() -> None:
    assert told("The driver did not stop and rammed a patrol car.") == [
        "The driver did not stop",
        "rammed a patrol car",
    ]


def test_a_clock_time_alone_says_no_date() -> None:
    text = "A man fell on Monday. Help came at 2:15 p.m. to the house."
    assert [v.span.exact for v in values(text, "date")] == ["Monday"]
    assert [v.span.exact for v in values(text, "time")] == ["2:15 p.m."]


def test_the_hour_of_death_is_not_that_of_the_incident() -> None:
    assert [v.about for v in values("He was pronounced dead at 8 p.m. Monday.", "time")] == ["death"]


def test_a_word_that_only_qualifies_another_is_no_weapon() -> None:
    assert said("The mayor spoke about gun control.", "weapon") == []


def test_quotation_marks_within_a_claim_stay_in_pairs() -> None:
    assert told("The mayor called the stop “a mistake”.") == ["The mayor called the stop “a mistake”"]


def test_a_value_stands_in_the_smallest_claim_alone() -> None:
    found = claims(document("He was arrested after severely injuring a guard."))
    assert [len([v for v in c.values if v.field == "injury"]) for c in found].count(1) == 1


def test_ids_are_the_same_each_time_and_differ_between_claims() -> None:
    doc = document("A man fell. A man fell. He left and came back.")
    first, second = claims(doc), claims(doc)
    assert first == second
    assert len({c.id for c in first}) == len(first) >= 3


WORDS = st.sampled_from(
    ["the officer", "was shot", "and killed", "by deputies", "who", "fled", ",", "“", "”", '"', "\n", "it is unclear",
     "an unknown", "John Doe", "34", "after injuring", "three", "not", "may have", ".", "?", "said", "that", "’s"]
)  # fmt: skip
CREDITS = st.tuples(st.integers(0, 200), st.integers(0, 200), st.sampled_from(list(CueType)), st.integers(0, 200))


@settings(deadline=None, max_examples=60)
@given(st.lists(WORDS | st.text(max_size=6), max_size=30), st.lists(CREDITS, max_size=4))
def test_any_text_gives_claims_within_their_contents(
    parts: list[str], credits: list[tuple[int, int, CueType, int]]
) -> None:
    doc = document(" ".join(parts))
    contents: dict[str, Attribution] = {}
    for a, b, cue_type, c in credits:
        start, end = min(a, b), min(max(a, b), len(doc.text))
        if start < end:
            made = Attribution(
                id=identify("a", a, b, c),
                document=doc.id,
                source=(),
                cue=(doc.span(c, c + 1),) if c < len(doc.text) else (),
                content=(doc.span(start, end),),
                kind=Kind.INDIRECT,
                cue_type=cue_type,
                channel=Channel.UNSTATED,
                agent="somebody",
            )
            contents[made.id] = made
    for claim in claims(doc, *contents.values()):
        assert claim.spans
        for span in (*claim.spans, *claim.hedges, *claim.places, *(v.span for v in claim.values)):
            assert doc.text[span.start : span.end] == span.exact
        if claim.attribution is not None:
            whole = contents[claim.attribution].content
            assert all(any(w.start <= s.start and s.end <= w.end for w in whole) for s in claim.spans)


def test_what_a_relative_clause_takes_up_is_told_by_the_clause_before_it() -> None:
    reading = sayso.read(
        sayso.ingest("The two officers involved are on administrative leave, which is standard protocol.")
    )
    told = [c for c in reading.claims if any(v.field == "officer_status" for v in c.values)]
    assert [c.spans[0].exact.startswith("The two officers") for c in told] == [True]


def test_who_refuses_to_act_withholds_no_words() -> None:
    found = sayso.read(sayso.ingest("Ostrow refused to drop the pipe. The chief refused to say why."))
    told = [(c.modality, c.spans[0].exact) for c in found.claims]
    assert told == [
        (Modality.FACT, "Ostrow refused to drop the pipe"),
        (Modality.UNKNOWN, "The chief refused to say why"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "polarity"),
    [
        ("Claims that he fired a gun are false.", "he fired a gun", False),
        ("It is not true that he fired a gun.", "he fired a gun", False),
        ("Claims that he did not fire are false.", "he did not fire", True),
        ("It is true that he fired a gun.", "he fired a gun", True),
    ],
)
def test_what_is_called_false_is_denied(text: str, words: str, polarity: bool) -> None:
    told = [c for c in claims(document(text)) if words in c.spans[0].exact]
    assert min(told, key=lambda c: len(c.spans[0].exact)).polarity == polarity


def test_who_charges_at_somebody_is_charged_with_nothing() -> None:
    told = [v.field for c in claims(document("The driver charged at an officer with a knife.")) for v in c.values]
    assert "charges" not in told and "weapon" in told


def test_a_broken_bone_is_its_owners() -> None:
    told = [v for c in claims(document("The driver has a fractured collarbone.")) for v in c.values]
    assert [(v.field, v.about) for v in told if v.field == "injury"] == [("injury", "driver")]


def test_what_nobody_said_is_a_claim_of_the_voice_around_it_and_denied() -> None:
    told = sayso.read(document("Ida Moe said none of them said who they were.")).claims
    whole = next(c for c in told if c.spans[0].exact == "none of them said who they were")
    assert whole.attribution is not None and not whole.polarity


def test_surprise_at_news_denies_nothing() -> None:
    told = sayso.read(document("Rolf Lunde could not believe that the ferry had sunk.")).claims
    assert all(c.polarity for c in told if "sunk" in c.spans[0].exact and "believe" not in c.spans[0].exact)
