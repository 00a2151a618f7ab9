"""Attributions of many shapes get the right source, cue, content, kind, type, channel and parent."""

from __future__ import annotations

import pytest

from sayso.model import Block, BlockKind, Channel, CueType, Kind
from tests.read.builders import said


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("“We were asleep upstairs,” Nadia Orlov said.", "Nadia Orlov", "“We were asleep upstairs,”"),
        ("“We were asleep upstairs,” said Nadia Orlov.", "Nadia Orlov", "“We were asleep upstairs,”"),
        ("Nadia Orlov said, “We were asleep upstairs.”", "Nadia Orlov", "“We were asleep upstairs.”"),
        ("Nadia Orlov told reporters: “We were asleep upstairs.”", "Nadia Orlov", "“We were asleep upstairs.”"),
        ("“We were asleep upstairs.” — Nadia Orlov", "Nadia Orlov", "“We were asleep upstairs.”"),
        ("Nadia Orlov said that the fire began upstairs.", "Nadia Orlov", "that the fire began upstairs"),
        ("The fire began upstairs, Nadia Orlov said.", "Nadia Orlov", "The fire began upstairs"),
        ("The fire began upstairs, according to Nadia Orlov.", "Nadia Orlov", "The fire began upstairs"),
        ("According to Nadia Orlov, the fire began upstairs.", "Nadia Orlov", "the fire began upstairs"),
        ("Nadia Orlov denied the allegations.", "Nadia Orlov", "the allegations"),
    ],
)
def test_the_plain_shapes_credit_the_speaker_with_the_words(text: str, source: str, content: str) -> None:
    (only,) = said(text).rows()
    assert (only[0], only[2]) == (source, content)


def test_two_halves_of_a_quotation_around_its_cue_are_one_attribution() -> None:
    (only,) = said("“It was dark,” Orlov said. “Nobody could see the road.”").attributions
    assert [s.exact for s in only.content] == ["“It was dark,”", "“Nobody could see the road.”"]


def test_a_post_that_a_paragraph_announces_belongs_to_whoever_is_announced() -> None:
    found = said(
        "KDLT reporter Dana Whitlock wrote on Facebook:\n\n“UPDATE: Two crews are on the scene.\n\n“One has left.”"
    )
    (only,) = found.attributions
    assert [s.exact[:9] for s in only.content] == ["“UPDATE: ", "“One has "]
    assert (found.agent(only).name, only.channel) == ("Dana Whitlock", Channel.POST)


def test_a_statement_carries_over_to_the_bare_quotations_below_it() -> None:
    found = said(
        "The Transit Board issued a statement naming the driver as Ivo Marsh.\n\n"
        "“Mr. Marsh was off duty that night. He did not have permission to use the vehicle.\n\n"
        "“We are helping the inquiry.”"
    )
    naming, carried = found.attributions
    assert carried.carried_from == naming.id
    assert carried.channel is Channel.STATEMENT
    assert [found.agent(a).name for a in (naming, carried)] == ["Transit Board", "Transit Board"]
    assert len(carried.content) == 2


def test_a_confirmation_names_what_it_confirms_and_its_release_carries_over() -> None:
    found = said(
        "The Harbor Patrol said in a statement: “The boat rammed ours at full speed.”\n\n"
        "The Department of Public Safety confirmed the account in a news release.\n\n"
        "“The vessel struck a patrol boat and fled.”"
    )
    first, confirms, release = found.attributions
    assert confirms.cue_type is CueType.CONFIRMS
    assert confirms.confirms == (first.id,)
    assert release.channel is Channel.NEWS_RELEASE
    assert found.agent(release).name == "Department of Public Safety"


def test_who_told_the_speaker_is_an_attribution_inside_the_speakers() -> None:
    found = said("Whitlock added: “I’m told by a senior fire official that the roof has collapsed.”")
    outer, inner = found.attributions
    assert inner.parent == outer.id
    assert inner.source[0].exact == "a senior fire official"
    assert found.of("the roof has collapsed") == inner


def test_police_said_witnesses_told_them_is_two_deep() -> None:
    found = said("Police said that witnesses told them that the car ran a red light.")
    inner = found.of("the car ran a red light")
    assert inner.source[0].exact == "witnesses"
    assert inner.parent is not None


def test_i_think_inside_a_quotation_is_no_attribution_of_its_own() -> None:
    assert len(said("“I think that we did well,” Orlov said.").attributions) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Chief Lena Batts declined to comment.", "to comment"),
        ("A spokesman for the mill did not respond to questions.", "to questions"),
    ],
)
def test_a_refusal_asserts_nothing(text: str, content: str) -> None:
    (only,) = said(text).attributions
    assert only.cue_type is CueType.DECLINES
    assert only.content[0].exact == content


def test_a_passive_without_a_source_credits_nobody() -> None:
    found = said("Marsh is alleged to have taken the keys.")
    (only,) = found.attributions
    assert only.source == ()
    assert only.agent is None
    assert only.cue_type is CueType.ALLEGES


def test_a_question_put_to_the_speaker_is_not_the_speakers() -> None:
    found = said("Asked whether the board would resign, Orlov replied: “Never in my life.”")
    asked = found.of("whether the board would resign")
    assert asked.cue_type is CueType.ASKS
    assert asked.source == ()
    assert found.name("Never in my life") == "Orlov"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“It was far too late for all of us,” Orlov said.", Kind.DIRECT),
        ("Orlov said it was too late.", Kind.INDIRECT),
        ("Orlov said the rescue was “far too late for us.”", Kind.MIXED),
    ],
)
def test_the_kind_tells_how_much_is_quoted(text: str, kind: Kind) -> None:
    assert [a.kind for a in said(text).attributions] == [kind]


def test_no_content_ends_inside_a_quotation() -> None:
    (only,) = said("A guest said he heard three shots “but no yelling at all.”").attributions
    assert only.content[-1].exact.endswith("at all.”")


def test_the_channel_runs_on_to_the_next_words_of_the_same_speaker() -> None:
    found = said(
        "Mayor Ona Reed issued a statement.\n\n“We grieve with them all,” Reed said.\n\nShe added: “We will rebuild.”"
    )
    assert [a.channel for a in found.attributions] == [Channel.STATEMENT, Channel.STATEMENT]


def test_an_embedded_post_without_a_cue_is_its_authors() -> None:
    text = "The road is closed.\n\nTwo lanes open again by noon, we hope."
    start = text.index("Two")
    found = said(
        text,
        Block(kind=BlockKind.PARAGRAPH, start=0, end=start - 2),
        Block(kind=BlockKind.POST, start=start, end=len(text), author="Ridge County Roads", handle="@ridgeroads"),
    )
    (only,) = [a for a in found.attributions if a.channel is Channel.POST]
    assert found.agent(only).name == "Ridge County Roads"
    assert only.content[0].exact == text[start:]


def test_the_turns_of_a_transcript_belong_to_their_speakers() -> None:
    found = said("REED: Where were you?\n\nMARSH: At home all night.\n\nREED: Alone?\n\nMARSH: With my brother.")
    assert [r[0] for r in found.rows()][:4] == ["REED", "MARSH", "REED", "MARSH"]


def test_ids_depend_on_nothing_but_the_document() -> None:
    text = "“Go,” Orlov said. Police said the street was empty."
    assert said(text).attributions == said(text).attributions


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        ("Marsh, police said, told a friend that he “would not stop.”", "police", "Marsh"),
        ("The complaint quotes the foreman as saying: “He was begging us to stop.”", "The complaint", "the foreman"),
    ],
)
def test_who_relays_is_outside_and_who_spoke_is_inside(text: str, outer: str, inner: str) -> None:
    rows = {a.source[0].exact: a for a in said(text).attributions if a.source}
    assert rows[inner].parent == rows[outer].id


def test_a_clause_that_a_parenthesis_opens_is_all_that_is_said() -> None:
    found = said("A guard shot the driver after, officials said, she drove at him.")
    assert [s.exact for s in found.of("she drove at him").content] == ["she drove at him"]


def test_a_statement_from_somebody_carries_over_to_the_quotations_below_it() -> None:
    found = said(
        "The driver was identified as Ivo Marsh in a statement from the Tri-County Rescue Board.\n\n"
        "“Our crews reached the car at dawn. Mr. Marsh was inside it."
        "\n\n“He was alone.”"
    )
    assert found.name("Our crews reached the car") == "Tri-County Rescue Board"


@pytest.mark.parametrize(
    "source",
    ["Lena Ostrow, a crime reporter with WKTR,", "The Ridge Department of Safety, which oversees the force,"],
)
def test_what_is_said_of_the_source_does_not_keep_it_from_carrying_over(source: str) -> None:
    found = said(f"{source} issued a statement.\n\n“A guard was hurt tonight near the mill.\n\n“He is awake.”")
    assert found.of("A guard was hurt").agent is not None


def test_a_quotation_inside_a_quotation_is_credited_by_its_own_cue() -> None:
    found = said("“The guard told me, ‘You are free to go,’ and I left,” Orlov said.")
    inner = found.of("You are free to go")
    assert inner.source[0].exact == "The guard"
    assert inner.kind is Kind.DIRECT


def test_what_is_reported_inside_a_quotation_without_marks_of_its_own_is_indirect() -> None:
    found = said("“I’m told by a senior fire official that the roof fell,” Whitlock said.")
    assert found.of("the roof fell").kind is Kind.INDIRECT


def test_an_article_that_says_that_something_is_not_clear_credits_nobody() -> None:
    assert said("It was not clear whether the guards wore cameras.").attributions == ()


def test_the_speaker_is_the_subject_and_nobody_of_a_clause_that_tells_which() -> None:
    found = said(
        "The owner of the bar where an officer shot two brothers told reporters that nobody had called the police."
    )
    assert found.rows()[0][0] == "The owner of the bar"


def test_an_article_that_speaks_of_itself_is_no_source() -> None:
    assert said("An earlier version of this story said that the guards wore cameras.").attributions == ()
    assert said("The original report said that the guards wore cameras.").attributions != ()


def test_the_name_of_a_show_is_nobodys_words() -> None:
    assert said("He said it on “Face the Harbor” last week.").rows()[0][2] != "“Face the Harbor”"


def test_a_tale_told_to_the_reporter_is_whole_however_many_verbs_it_has() -> None:
    found = said("Employee Tobin Marsh told us the man came in, went to the till, took a cook, then met the deputy.")
    content = " ".join(s.exact for s in found.of("the man came in").content)
    assert "went to the till" in content


def test_identified_by_somebody_as_somebody_credits_them() -> None:
    found = said("The man, later identified by Corby police as Karl Ode, left the room.")
    assert found.name("as Karl Ode") == "Corby police"


def test_a_figure_that_a_record_gives_is_the_records() -> None:
    found = said("A dispatch log puts the call at 11:14 p.m., and the truck came later.")
    assert found.attributions[0].source[0].exact == "A dispatch log"
    assert found.attributions[0].content[0].exact == "the call at 11:14 p.m."
    assert not said("The town raised taxes to 9 percent.").attributions


def test_a_cue_that_closes_a_sentence_credits_that_sentence_alone() -> None:
    found = said(
        "Karl Ode, 32, was shot and killed by officers inside a vacant home on Mill Road just after 11:30 p.m. Police "
        "shot Ode after he struck an officer in the chest with a pipe, Chief Otto Lind said."
    )
    assert all("vacant home" not in s.exact for a in found.attributions for s in a.content)


@pytest.mark.parametrize(
    "text",
    [
        "The man ignored repeated commands and struck one of the guards.",
        "He then pulled out a gun and pointed it at the guards.",
    ],
)
def test_what_bodies_do_to_bodies_is_no_attribution(text: str) -> None:
    assert not said(text).attributions


def test_no_sentence_begins_behind_the_stop_of_an_abbreviation() -> None:
    text = (
        "Shots broke out in front of the hall on North Third Ave. in Corby as the owner was closing the door, police "
        "said."
    )
    assert said(text).of("Shots broke out").content[0].exact == text.removesuffix(", police said.")


def test_a_content_never_ends_within_a_hyphenated_word() -> None:
    found = said("The man was at home when police say he was shot about 1:40 p.m. Aug. 3 by Quill’s 11-year-old son.")
    assert all(not s.exact.endswith("11") for a in found.attributions for s in a.content)
    assert found.of("he was shot").content[-1].exact.endswith("11-year-old son")


def test_according_to_without_a_comma_ends_where_a_clause_begins() -> None:
    found = said("The road was closed. According to police Quill was shot once in the head in the yard on Monday.")
    assert ("police", "According to", "Quill was shot once in the head in the yard on Monday") in found.rows()
    found = said("A guard fired at a man. According to Sheriff Quill this was considered an accident.")
    assert found.of("this was considered").source[0].exact == "Sheriff Quill"


def test_the_label_of_a_player_is_no_part_of_a_source() -> None:
    found = said("EMBED >More News Videos Homicide detectives have confirmed that a man was shot on Sunday.")
    assert found.of("a man was shot").source[0].exact == "Homicide detectives"


def test_who_is_identified_by_police_may_be_so_in_a_clause_with_a_verb() -> None:
    found = said("A man identified by police as the person who shot a guard last week turned himself in on Monday.")
    assert found.of("the person who shot").content[0].exact == "as the person who shot a guard last week"


def test_a_time_before_what_is_said_is_not_all_that_is_said() -> None:
    text = "Virginia State Police say shortly before noon, the Corby County Sheriff’s Office came to a landing."
    assert said(text).of("came to a landing").source[0].exact == "Virginia State Police"
