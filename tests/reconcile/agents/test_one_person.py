"""Who is one with whom: names, descriptions that a name follows, and what a reading took for somebody."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import AgentKind, Document, Dossier
from sayso.reconcile import reconcile
from tests.reconcile.builders import Says, Who, group, org, person, reading, unnamed


def told(*documents: tuple[Who, ...]) -> Dossier:
    """A dossier of documents in each of which these sources say something."""
    lines = [[Says(f"thing {i} {j} happened", (who,)) for j, who in enumerate(d)] for i, d in enumerate(documents)]
    return reconcile([reading(*each, name=f"{i}.txt") for i, each in enumerate(lines)])


def read(*texts: str) -> Dossier:
    """A dossier of documents with these texts."""
    paths = [(f"{i}.txt", text) for i, text in enumerate(texts)]
    return reconcile([sayso.read(_document(name, text)) for name, text in paths])


def _document(name: str, text: str) -> Document:
    return sayso.ingest(text.encode(), name=name)


def together(dossier: Dossier) -> list[set[str]]:
    """By component, the names of who is in it."""
    names = {a.id: a.name for a in dossier.agents}
    return [{names[a] for a in c.agents} for c in dossier.components]


def speakers(dossier: Dossier) -> set[str]:
    return set().union(*together(dossier))


def maybe(dossier: Dossier) -> set[str]:
    return {e.note for e in dossier.dependences if not e.certain}


def test_a_role_before_a_surname_is_no_part_of_the_name() -> None:
    dossier = told((person("Dana Tarn", "lawyer"),), (person("Attorney Tarn"),), (person("Defense Attorney Tarn"),))
    assert len(dossier.components) == 1


def test_of_two_who_bear_a_surname_the_one_with_that_office_is_meant() -> None:
    dossier = told((person("Dana Tarn", "lawyer"), person("Tom Tarn", "neighbor")), (person("Tarn", "attorney"),))
    assert sorted(len(d) for d in [set(dict(dossier.aka).values())]) == [2]
    unclear = told((person("Dana Tarn"), person("Tom Tarn")), (person("Tarn"),))
    assert len(set(dict(unclear.aka).values())) == 3


def test_two_documents_may_spell_one_surname_differently_and_one_document_does_not() -> None:
    one = told((person("Jon Tamworth"),), (person("Jon Tamwarth"),))
    assert len(one.components) == 1
    two = told((person("Jon Tamworth"), person("Jon Tamwarth")))
    assert len(two.components) == 2
    assert len(told((person("Jon Bell"),), (person("Jon Ball"),)).components) == 2


def test_given_names_that_sound_alike_are_one_and_those_that_end_apart_are_not() -> None:
    assert len(told((person("Toney Orr"),), (person("Tony Orr"),)).components) == 1
    assert len(told((person("Marianna Orr"),), (person("Marienna Orr"),)).components) == 1
    assert len(told((person("Andrea Orr"),), (person("Andrew Orr"),)).components) == 2


def test_a_woman_who_saw_it_is_the_witness_who_alone_says_so_later() -> None:
    dossier = read(
        "MARLOW — A woman who says she watched it happen disputes the account that police gave of the shooting.\n\n"
        "Marlow Police Chief Ruth Holm said the man charged at officers.\n\n"
        "Lena Ostrow said she watched from her porch and the man never charged."
    )
    assert speakers(dossier) == {"Ruth Holm", "Lena Ostrow"}


def test_a_neighbor_may_be_the_one_of_two_who_says_something_like_it() -> None:
    dossier = read(
        "MARLOW — A neighbor says the man had his hands up when Marlow police shot him on Sunday.\n\n"
        "Marlow police said the man charged at officers.\n\n"
        "Lena Ostrow, who lives across the street, said the man had his hands up.\n\n"
        "Karl Ode said he heard three shots."
    )
    assert {"A neighbor"} in together(dossier)
    assert maybe(dossier) == {"“A neighbor” may be Lena Ostrow"}


def test_a_woman_of_the_opening_is_no_man_who_is_named_later() -> None:
    dossier = read(
        "MARLOW — A woman who says she watched it happen disputes the account.\n\n"
        "Karl Ode said he watched from his porch. He said the car stopped."
    )
    assert len(dossier.components) == 2
    assert maybe(dossier) == set()


def test_somebody_s_daughter_in_one_document_is_the_daughter_whom_another_names() -> None:
    kin = told((unnamed("Fleming's daughter"),), (person("Ada Fleming", "daughter"), person("Roy Fleming", "brother")))
    assert {"Ada Fleming"} in together(kin)
    assert len(kin.components) == 2
    others = told(
        (unnamed("Fleming's daughter"),), (person("Ada Fleming", "daughter"), person("Eva Fleming", "daughter"))
    )
    assert len(others.components) == 3


def test_a_name_behind_a_description_is_whom_it_describes() -> None:
    dossier = told(
        (unnamed("The owner of Lantern Hall, Otto Brand"), person("Otto Brand")), (unnamed("Ode's niece, Ann Pell"),)
    )
    assert speakers(dossier) == {"Otto Brand", "Ann Pell"}


def test_who_owns_a_shop_is_its_owner_in_another_document() -> None:
    dossier = read(
        'DALE — "He ran," said Pete Dorn, who owns Dorn Hardware. Dorn said he called the police.',
        "DALE — The owner of the hardware store said he gave his tapes to the family.",
    )
    assert together(dossier) == [{"Pete Dorn"}]


def test_the_holder_of_a_named_post_is_one_in_two_documents_and_any_owner_is_not() -> None:
    assert len(told((unnamed("The Legion post commander"),), (unnamed("the Legion post commander"),)).components) == 1
    assert len(told((unnamed("the bar owner"),), (unnamed("the bar owner"),)).components) == 2


def test_the_capitals_of_a_heading_make_no_second_group() -> None:
    dossier = read(
        "DALE — First Responders found a man dead in a car. First Responders said he was not breathing.\n\n"
        "Those first responders said the doors were locked."
    )
    assert len(dossier.components) == 1


def test_the_findings_of_an_inquiry_are_the_police_s() -> None:
    dossier = told((org("Dale Police Department"), group("Preliminary findings")))
    assert len(dossier.components) == 1


def test_father_at_the_start_of_a_headline_is_a_description() -> None:
    agents = {a.name: a.kind for a in told((person("Father"), person("Ann Pell"))).agents}
    assert agents["father"] is AgentKind.UNNAMED


def test_a_councilman_whom_a_reading_takes_for_a_body_is_a_person() -> None:
    dossier = told((org("City Councilman Sam Tolland"),), (person("Tolland", "Councilman"),))
    assert together(dossier) == [{"Sam Tolland"}]


def test_a_page_is_nobody_whom_an_unnamed_woman_may_be() -> None:
    dossier = told((unnamed("one woman"),), (unnamed("the caption"), unnamed("a jury")))
    assert maybe(dossier) == set()


def test_grandparents_include_no_father_and_lawyers_no_daughter() -> None:
    dossier = told((group("Ode's grandparents"), person("Jon Pell", "father"), group("Defense attorneys")))
    assert maybe(dossier) == set()


def test_a_family_may_include_its_aunt_and_not_the_suspect() -> None:
    assert (
        maybe(told((group("Family members"), person("Karl Ode", "neighbor"), person("Karl Fenn", "suspect")))) == set()
    )
    aunt = told((group("Family members"), person("Karl Ode", "neighbor"), person("Ann Fenn", "aunt")))
    assert maybe(aunt) == {"“Family members” may be or include Ann Fenn"}


def test_an_anonymous_caller_is_no_lawyer_and_a_lawyer_who_saw_a_video_no_witness() -> None:
    dossier = read(
        "DALE — An anonymous caller told dispatchers that a man had a gun.\n\n"
        'Attorney Dana Tarn said she saw the video. "I watched the video and he had nothing in his hands," Tarn said.'
    )
    bases = {next(a.name for a in dossier.agents if a.id == o.agent): o.basis for o in dossier.origins if o.agent}
    assert bases["Dana Tarn"].value == "party"
    assert maybe(dossier) == set()


def test_the_law_a_pronoun_and_an_outlet_say_nothing() -> None:
    law = (unnamed("State law"), org("Dale Revised Code"), person("We're"), org("the station"), unnamed("a CNN report"))
    assert told(law).components == ()
    assert len(told((unnamed("a law enforcement source"),)).components) == 1


def test_a_thing_says_nothing_and_an_inquiry_into_it_may() -> None:
    things = (
        unnamed("the weapon"),
        unnamed("a sign"),
        unnamed("the evidence"),
        unnamed("the inquiry into the shooting"),
    )
    assert speakers(told((*things, unnamed("a man at the scene")))) == {
        "the inquiry into the shooting",
        "a man at the scene",
    }


def test_who_of_a_family_spoke_before_goes_on_speaking() -> None:
    dossier = read(
        'KETTLE — The victim, Wes Harrow, was hurt. His grandmother, Ilse Harrow, said she heard the call. "I ran," '
        "she said.\n\nThe house of Wes Harrow stands on Mill Road.\n\n"
        '"Nobody meant it," Harrow said.'
    )
    assert speakers(dossier) == {"Ilse Harrow"}


def test_a_surname_that_a_reading_takes_for_a_body_is_the_officer_whom_the_text_names() -> None:
    one = reading(Says("Dale Police Detective Ivo Varnek came", ()), Says("he ran", (org("Varnek"),)))
    assert speakers(reconcile([one])) == {"Ivo Varnek"}


def test_what_a_page_prints_beside_a_picture_is_no_part_of_a_name() -> None:
    assert len(told((person("Photo Ann Pell"), person("Ann Pell"))).components) == 1


def test_a_profile_is_whose_it_is() -> None:
    dossier = told((person("Owen Pellew"), unnamed("Owen Pellew’s profile")))
    assert len(dossier.components) == 1


@pytest.mark.parametrize("held", ["The girlfriend of a man shot by an officer", "The sister of a man who was shot"])
def test_whom_the_first_sentence_holds_back_is_the_first_to_speak_after_it(held: str) -> None:
    dossier = read(
        f"{held} says he was holding a phone.\n\nKiva Lotz was in the car on Monday. Lotz says the street was dark.\n\n"
        "Ned Parr was behind the till. Parr said he heard two shots."
    )
    assert speakers(dossier) == {"Kiva Lotz", "Ned Parr"}


def test_whom_the_first_sentence_holds_back_is_no_official() -> None:
    dossier = read(
        "The sister of a man who was shot says he had a phone.\n\n"
        "Sheriff Petra Olm said the case is open. Olm said no more."
    )
    assert {"The sister of a man"} in together(dossier)


def test_what_is_short_for_a_given_name_is_the_same_person() -> None:
    dossier = told((person("Patricia Vance"),), (person("Tricia Vance"),), (person("Ann Vance"),))
    assert sorted(map(len, together(dossier))) == [1, 1] or {"Ann Vance"} in together(dossier)
    assert len(dossier.components) == 2


def test_somebodys_mother_with_two_surnames_is_one_where_the_given_name_is_one() -> None:
    dossier = told((person("Patricia Vance", "mother"),), (person("Tricia Orr", "Ode's mother"),))
    assert len(dossier.components) == 1
    apart = told((person("Patricia Vance", "mother"),), (person("Lena Orr", "Ode's mother"),))
    assert len(apart.components) == 2


def test_the_suspect_of_a_document_that_names_none_is_the_only_one_whom_another_names() -> None:
    dossier = read(
        "The suspect told dispatchers that he was alone. Corby police said the house was searched.",
        "The suspect, Karl Ode, said he was sorry. Corby police said the house was empty.",
    )
    assert {"Karl Ode"} in together(dossier)
    assert not {"The suspect"} <= speakers(dossier)


def test_a_man_identified_right_behind_is_who_is_named_there() -> None:
    dossier = read(
        "Deputy Chief Otto Lind said a man now identified as Karl Ode called 911 to say he had hurt four people.\n\n"
        "“Come at once,” Ode said, according to Lind."
    )
    assert "a man" not in speakers(dossier)


def test_a_surname_in_capitals_is_who_bears_it() -> None:
    dossier = read("KARL: BRANDT SAID HE KEPT THE GUN IN A SAFE.\n\nIvo Brandt said he was away. Brandt said no more.")
    assert speakers(dossier) == {"Ivo Brandt"}


def test_police_are_the_sheriff_whom_most_documents_name_where_none_names_police() -> None:
    dossier = read(
        "The Corby County Sheriff’s Office said a man was shot in Marlow.",
        "Corby County Sheriff Otto Lind said the man fell in the yard.",
        "Corby County Coroner Ana Pell said the man was dead. Police said the road was closed.",
    )
    names = {a.id: a.name for a in dossier.agents}
    assert not any("police" in names[a].casefold() for c in dossier.components for a in c.agents)
    assert len(dossier.components) == 2


def test_a_headings_neighbor_is_the_one_who_is_named_below() -> None:
    dossier = read(
        "Neighbor: Shots came before dawn\n\nCORBY — Corby police said a man was shot.\n\n"
        "“I heard shots before dawn,” said neighbor Patricia Vance."
    )
    assert "Neighbor" not in speakers(dossier)


def test_an_earlier_version_of_a_story_is_nobody() -> None:
    dossier = read("Corby police said a man was shot.\n\nAn earlier version of this story said the man was 21.")
    assert len(dossier.components) == 1
