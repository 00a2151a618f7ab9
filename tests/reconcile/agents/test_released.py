"""Text that a document hands on is the word of whoever released it, and so is a document that is a complaint."""

from __future__ import annotations

import pytest

import sayso
from sayso.model import Channel, Dossier
from tests.reconcile.origins.test_carried import credited, dossier


def read(text: str) -> Dossier:
    return dossier(text)


OPENINGS = [
    "The following is a release from the Corby Police Department:",
    "Here is the news release from the Corby Police Department:",
    "The Corby Police Department issued the following statement Sunday:",
    "Full statement from the Corby Police Department:",
]


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_follows_an_opening_is_the_bodys_word(opening: str) -> None:
    found = read(
        f"A man was shot in Corby.\n\n{opening}\n\nOfficers came to Mill Road at noon.\n\nThe man fell in the yard."
    )
    assert credited(found, "fell in the yard") == ("Corby Police Department", True)
    assert credited(found, "was shot in Corby")[0] is None
    claim = next(c for c in found.claims if any("fell in the yard" in s.exact for s in c.spans))
    assert next(s for s in found.supports if s.claim == claim.id).channel is Channel.NEWS_RELEASE


@pytest.mark.parametrize("end", ["==========", "ORIGINAL STORY", "Copyright 2024 Lantern. All rights reserved."])
def test_a_release_ends_where_the_document_goes_on_by_itself(end: str) -> None:
    found = read(f"{OPENINGS[0]}\n\nThe man fell in the yard.\n\n{end}\n\nThe road was closed on Monday.")
    assert credited(found, "was closed")[0] is None


def test_what_officers_notice_in_their_own_release_is_the_bodys_word() -> None:
    found = read(f"{OPENINGS[0]}\n\nThe deputy heard a burst of gunfire and saw a man run.")
    assert credited(found, "burst of gunfire")[0] == "Corby Police Department"


COMPLAINT = """UNITED STATES DISTRICT COURT

RITA ODE, Plaintiff,
v.
CITY OF CORBY, Defendant.

COMPLAINT

1. On May 3, 2024, an officer shot Karl Ode on Mill Road.

Respectfully submitted,

/s/ Ina Webb"""


def test_a_complaint_is_the_word_of_whoever_sues_and_of_the_lawyer_who_signs() -> None:
    article = "Rita Ode, his sister, said Karl Ode was on Mill Road.\n\nIna Webb, her lawyer, said he had no gun."
    both = [sayso.ingest(text.encode(), name=f"{i}.txt") for i, text in enumerate((COMPLAINT, article))]
    found = sayso.reconcile([sayso.read(document) for document in both])
    told = [c for c in found.claims if any("shot Karl Ode" in s.exact for s in c.spans)]
    assert {credited(found, "shot Karl Ode")[0]} != {None}
    assert told
    assert found.overall.independent[1] == 1


def test_an_article_about_a_complaint_is_none() -> None:
    found = read("Rita Ode sued the city on Monday.\n\nThe complaint was filed in court.\n\nThe officer shot Karl Ode.")
    assert credited(found, "shot Karl Ode")[0] is None


def test_who_tells_what_a_video_shows_ends_at_the_video() -> None:
    found = read(
        "Ina Webb, a lawyer for Karl Ode, said she has seen security video from the store.\n\n"
        "It shows nobody at the door before noon, Webb said."
    )
    assert credited(found, "nobody at the door")[0] == "security video from the store"


HEADS = [
    "CORBY POLICE DEPARTMENT\nMedia Release 24-7",
    "FOR IMMEDIATE RELEASE\nMedia contact: Lena Ost, 555-0142\nCorby Police Department",
    "Corby Police Department\nPublic Information Log, Sunday",
    "Corby Police Department\nDaily Press Log, Sunday",
]


@pytest.mark.parametrize("head", HEADS)
def test_a_document_whose_head_calls_it_a_release_or_a_log_is_the_bodys_word(head: str) -> None:
    found = read(f"{head}\n\nOfficers came to Mill Road at noon and found the gate open. The man fell in the yard.")
    assert (credited(found, "fell in the yard")[0] or "").casefold() == "corby police department"


def test_a_statement_under_its_authors_name_is_the_authors_word() -> None:
    found = read(
        "STATEMENT ON THE EVENTS OF MONDAY\nSheriff Petra Olm\n\n"
        "Mr. Quill fell in the yard. This office has said so before."
    )
    assert credited(found, "fell in the yard")[0] == "Petra Olm"


HEADLINES = [
    "Police statement on shooting is due",
    "News release raises questions about Corby Police Department",
    "Statement by Corby Police Department draws anger",
    "The Dale Daily Bulletin\nCorby police are asked for answers",
]


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_about_a_release_makes_none(headline: str) -> None:
    found = read(f"{headline}\n\nThe man fell in the yard, and the road was closed on Monday.")
    assert credited(found, "fell in the yard")[0] is None


def test_a_statement_is_of_who_stands_before_the_verb_and_ends_with_who_signs() -> None:
    found = read(
        "The Corby Police Department has released this statement on the shooting at Marlow High School:\n\n"
        "The town was shaken on Monday.\n\nRespectfully yours,\n\nChief Otto Lind\n\nThe road was closed on Tuesday."
    )
    assert credited(found, "was shaken")[0] == "Corby Police Department"
    assert credited(found, "was closed")[0] is None


def test_a_release_ends_at_the_next_update() -> None:
    found = read(f"{OPENINGS[0]}\n\nThe man fell in the yard.\n\nUPDATE 2:40PM:\n\nThe road was closed on Monday.")
    assert credited(found, "was closed")[0] is None


def test_a_release_of_two_bodies_makes_them_one_origin_for_what_it_tells() -> None:
    found = read(
        "A man was shot in Corby.\n\nThe following is a release from the Corby Police Department and the Ellery County "
        "Sheriff’s Office:\n\nOfficers came to Mill Road at noon.\n\nThe man fell in the yard.\n\n==========\n\n"
        "“The dog barked all night,” the Corby Police Department said."
    )
    names = {a.id: a.name for a in found.agents}
    ends = {o.id: names.get(o.agent or "") for o in found.origins}
    (edge,) = [d for d in found.dependences if "together" in d.note]
    assert {ends[edge.a], ends[edge.b]} == {"Corby Police Department", "Ellery County Sheriff’s Office"}
    assert edge.certain and edge.claims
