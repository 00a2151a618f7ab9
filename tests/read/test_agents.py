"""Mentions are gathered into the people and bodies that a reader would tell apart."""

from __future__ import annotations

from sayso.model import Agent, AgentKind
from tests.read.builders import Said, said


def named(found: Said, name: str) -> Agent:
    (agent,) = [g for g in found.agents.values() if g.name == name]
    return agent


def words(found: Said, agent: Agent) -> list[str]:
    return [m.span.exact for m in found.mentions if m.agent == agent.id]


def test_a_surname_is_the_person_whose_full_name_stood_before() -> None:
    found = said("Fire Chief Omar Lindqvist spoke first. “We lost the barn,” Lindqvist said.")
    assert found.name("We lost the barn") == "Omar Lindqvist"


def test_role_and_affiliation_come_from_the_words_before_a_name() -> None:
    found = said("KDLT News correspondent Dana Whitlock said the bridge was shut.")
    agent = named(found, "Dana Whitlock")
    assert (agent.role, agent.affiliation, agent.kind) == ("correspondent", "KDLT News", AgentKind.PERSON)


def test_role_and_affiliation_come_from_an_apposition() -> None:
    found = said("Omar Lindqvist, a spokesman for the Harbor Authority, said the bridge was shut.")
    agent = named(found, "Omar Lindqvist")
    assert agent.role == "spokesman"
    assert agent.affiliation == "Harbor Authority"


def test_an_acronym_is_the_body_whose_initials_it_has() -> None:
    found = said("The Bureau of Alcohol and Fuel Safety came late. BAFS said the depot was sound.")
    assert found.name("the depot was sound") == "Bureau of Alcohol and Fuel Safety"


def test_she_is_the_last_person_who_spoke() -> None:
    found = said(
        "Tricia Olsen issued a statement.\n\n“We mourn with you,” Olsen said.\n\nShe added: “We will be back soon.”"
    )
    assert found.name("We will be back soon") == "Tricia Olsen"


def test_he_and_she_are_kept_apart() -> None:
    found = said("Mr. Dale Crane and Ms. Rosa Vega came. Ms. Vega said it was over. He said it was not finished.")
    assert found.name("it was over") == "Rosa Vega"
    assert "Crane" in found.name("it was not finished")


def test_unnamed_sources_keep_their_description_and_are_not_merged() -> None:
    found = said("A senior fire official said the roof fell. A city official said the floor fell.")
    sources = [g for g in found.agents.values() if g.is_source]
    assert [g.name for g in sources] == ["A senior fire official", "A city official"]
    assert {g.kind for g in sources} == {AgentKind.UNNAMED}


def test_an_unnamed_sources_body_is_its_affiliation() -> None:
    found = said("“I’m told by a senior ATF source that the store was robbed,” Whitlock said.")
    assert named(found, "a senior ATF source").affiliation == "ATF"


def test_what_somebody_is_said_to_be_joins_their_mentions() -> None:
    found = said("A man was hurt. The suspect was Ivo Marsh, a carpenter. Marsh ran.")
    agent = named(found, "Ivo Marsh")
    assert {"The suspect", "Ivo Marsh", "Marsh"} <= set(words(found, agent))


def test_the_statement_as_a_source_is_whoever_issued_it() -> None:
    found = said("The Harbor Board issued a statement.\n\n“Our crews did well,” the statement said.")
    assert found.name("Our crews did well") == "Harbor Board"


def test_a_name_that_the_tagger_takes_for_a_body_is_a_person_when_an_age_follows() -> None:
    found = said("The agency named him as Corwin Dale Estep, 41. Estep had no address.")
    assert named(found, "Corwin Dale Estep").kind is AgentKind.PERSON


def test_each_attribution_names_an_agent_of_the_same_reading() -> None:
    found = said("Police said the car was stolen. “It was mine,” Vega said. Neighbors said it was loud.")
    assert all(a.agent in found.agents for a in found.attributions)


def test_an_unnamed_source_is_nobody_met_before() -> None:
    found = said("A man was killed. Ann Pell said a man in the next room told her that the guards never knocked.")
    assert found.name("the guards never knocked") == "a man in the next room"


def test_a_role_right_before_a_name_is_that_persons() -> None:
    found = said("The woman was in critical condition, hospital spokesperson Joan Whitlock said.")
    assert found.name("The woman was in critical condition") == "Joan Whitlock"


def test_a_rank_between_a_role_and_a_name_is_nobody() -> None:
    found = said("A police spokesman, Sgt. Marlo Quill, said a gun was found near the body.")
    assert (named(found, "Marlo Quill").role, named(found, "Marlo Quill").affiliation) == ("spokesman", "police")
    assert not [agent for agent in found.agents.values() if agent.name == "Sgt"]
    found = said("Police spokesman Sgt. Marlo Quill declined to comment.")
    assert named(found, "Marlo Quill").role == "spokesman"


def test_he_is_the_subject_of_the_sentence_before_even_where_the_tagger_takes_the_name_for_a_body() -> None:
    found = said(
        "The lawyer, Ben Shaw, said she held a phone.\n\n"
        "A vendor who gave his name only as Teo said he heard two pops. “Just the phone,” he said."
    )
    assert found.name("Just the phone") in ("Teo", "A vendor")


def test_somebody_without_a_name_is_a_source_and_not_whoever_is_named_beside_them() -> None:
    found = said("Someone with Corby Grill told us that guards are hired every year.")
    assert found.name("guards are hired") == "Someone with Corby Grill"


def test_records_that_the_parser_misreads_are_named_by_the_words_of_their_source() -> None:
    found = said("Online court records in Holt County show Karl Ode went to prison.")
    assert found.name("Karl Ode went to prison") == "Online court records in Holt County"


def test_anybody_is_nobody() -> None:
    found = said("Anyone with information is asked to call the police.")
    assert all(not a.name.startswith("Anyone") for a in found.agents.values())


def test_a_hyphenated_relation_is_described_whole() -> None:
    assert said("A Corby man's ex-wife said he was asleep.").name("he was asleep") == "A Corby man's ex-wife"


def test_who_speaks_inside_a_record_may_have_been_named_by_the_article() -> None:
    found = said("Ann Richmond was there. According to the complaint, she told police Karl Ode broke in.")
    inner = [a for a in found.attributions if a.parent]
    assert [found.agent(a).name for a in inner] == ["Ann Richmond"]


def test_a_title_before_a_name_makes_it_a_persons_whatever_the_tagger_says() -> None:
    found = said("Sheriff Wade Humboldt came on Friday. He said she was found dead.")
    agent = named(found, "Wade Humboldt")
    assert (agent.kind, agent.role) == (AgentKind.PERSON, "Sheriff")
    assert found.name("she was found dead") == "Wade Humboldt"


def test_it_may_be_the_record_that_spoke_last() -> None:
    found = said("The affidavit says he was not the subject. Officers sought a coworker, it says.")
    assert found.name("Officers sought a coworker") == "The affidavit"


def test_members_of_a_family_are_not_those_of_another_group() -> None:
    found = said(
        "Community members said the street was quiet. Family members said they did not know the gun, the clerk said."
    )
    family = next(a for a in found.attributions if a.content[0].exact.startswith("they did not"))
    assert family.agent is not None
    assert found.agents[family.agent].name == "Family members"


def test_family_members_and_relatives_of_one_document_are_one_group() -> None:
    found = said("Family members said Marlo Quill was asleep. Relatives said he was alone in the house.")
    assert len({a.agent for a in found.attributions}) == 1


def test_what_a_source_is_and_its_name_behind_a_comma_are_one_person() -> None:
    found = said("Quill’s father-in-law, Lou Marten, said a quarrel in the hall led to it.\n\nThe hall was shut.")
    assert found.name("a quarrel in the hall") == "Lou Marten"


def test_the_statement_is_not_of_a_child_whom_it_tells_of() -> None:
    found = said(
        "Prosecutors say the older boy found the gun. The child took it to a car.\n\n"
        "The toddler then followed him and was hurt, the statement said."
    )
    assert found.name("The toddler then followed him") == "Prosecutors"


def test_they_in_somebodys_mouth_are_no_body_that_the_article_names() -> None:
    found = said(
        "Corby Police came to the house. “We waited, and then they said he was gone,” said a woman who knew him."
    )
    inner = [a for a in found.attributions if a.parent is not None]
    assert [a.agent for a in inner] in ([], [None])


def test_who_is_told_of_as_no_subject_speaks_behind_it_where_nobody_else_can() -> None:
    found = said("The noise was nothing new to one woman of the street.\n\n“There is always shooting here,” she said.")
    assert found.name("There is always shooting here") == "one woman of the street"


def test_who_told_officers_is_no_officer() -> None:
    found = said(
        "Then a customer came out and tried to help, Capt. Marlo Quill of the Corby police said.\n\n"
        "He told deputies he saw a gun."
    )
    assert found.name("he saw a gun") == "a customer"


def test_who_tells_of_their_kin_is_no_officer() -> None:
    found = said(
        "The man was hurt, Officer Ana Quill said. Tessa Orr was on the porch, Quill said.\n\n"
        "“I heard my dad shout,” she said."
    )
    assert found.name("I heard my dad shout") == "Tessa Orr"


def test_who_is_told_to_have_heard_it_is_who_said_so() -> None:
    found = said(
        "“I do not like it,” Ana Quill said.\n\n"
        "Tessa Orr was in the cellar when she heard the bell of the mill, she said."
    )
    assert found.name("was in the cellar") == "Tessa Orr"


def test_a_rank_between_a_body_and_a_name_is_that_persons() -> None:
    found = said("The man ran about 8 a.m. when three people came, Sheriff’s Office Capt. Marlo Quill said.")
    assert (named(found, "Marlo Quill").role, named(found, "Marlo Quill").affiliation) == ("Capt", "Sheriff’s Office")


def test_who_called_and_said_something_is_not_those_who_came() -> None:
    found = said("Two crews came to the house after a man called the station and said he had shot three people there.")
    assert found.name("he had shot three people") == "a man"


def test_relatives_of_the_suspect_are_none_of_the_victims() -> None:
    found = said("Relatives of the victim said he was kind. Relatives of the suspect said he was ill.")
    assert found.name("he was ill") == "Relatives of the suspect"


def test_a_statement_is_not_of_the_station_that_passes_it_on() -> None:
    found = said(
        "Corby police said a man was hurt. KTRQ reported the family was asleep.\n\n"
        "Officers found a man in the yard, the statement said."
    )
    assert found.name("Officers found a man") == "Corby police"


def test_those_who_knew_somebody_are_not_the_one_they_knew() -> None:
    found = said("Those who knew Karl Orsted said the boy was happy. Orsted said nothing.")
    assert [found.agents[a.agent].kind for a in found.attributions[:1] if a.agent] == [AgentKind.GROUP]


def test_a_surname_goes_on_with_the_relative_who_was_credited() -> None:
    found = said(
        "Nobody had seen Karl Ode since noon.\n\nOde’s grandmother, Ida Ode, said she was at home.\n\n"
        "“I heard a crash in the yard,” Ode said.\n\n“It was an accident,” she said."
    )
    assert found.name("I heard a crash") == "Ida Ode"
    assert found.name("It was an accident") == "Ida Ode"


def test_those_who_speak_are_a_group() -> None:
    found = said("Those who have called on the crew said the pilot is worn out.")
    assert found.name("the pilot is worn out") == "Those who have called on the crew"


def test_officials_of_another_county_are_others() -> None:
    found = said(
        "A man was hurt, Linden County emergency officials said.\n\n"
        "The car was found in a field, officials in the Ellery County Sheriff’s Office said."
    )
    assert found.name("A man was hurt") != found.name("The car was found")
