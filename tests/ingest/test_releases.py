"""The maker of a news release."""

from __future__ import annotations

import sayso
from sayso.ingest.releases import released_by

RELEASE = """FOR IMMEDIATE RELEASE
October 7, 2025
Contact: Officer Lena Hartsock, Public Information Officer

Marrow Bay Police Department Shooting on Larch Street

MARROW BAY, Ohio – Officers answered a call on Larch Street. Two officers fired.
"""


def test_a_release_is_published_by_the_body_that_its_headline_names() -> None:
    made = sayso.ingest(RELEASE.encode(), name="release.txt")
    assert made.publisher == "Marrow Bay Police Department"
    assert dict(made.provenance)["publisher"] == "news release"


def test_a_release_whose_head_names_nobody_is_by_the_body_that_it_names_most() -> None:
    lines = [
        "Media Release",
        "Shooting on Larch Street",
        "Deputies of the Orrin County Sheriff's Office fired on Monday, and the Marrow Bay Police Department helped.",
        "The Orrin County Sheriff's Office asks for patience.",
    ]
    assert released_by(lines) == "Orrin County Sheriff's Office"


def test_a_text_without_the_label_of_a_release_is_by_nobody_known() -> None:
    assert released_by(RELEASE.splitlines()[1:]) is None


def test_two_bodies_named_as_often_leave_the_maker_open() -> None:
    lines = ["PRESS RELEASE", "Shooting", "The Orrin County Sheriff's Office and the Marrow Bay Police Department met."]
    assert released_by(lines) is None


def test_an_article_with_a_byline_is_not_published_by_the_release_it_quotes() -> None:
    made = sayso.ingest(("Two shot\nBy Ada Boone\n\nNews release\n\n" + RELEASE).encode(), name="a.txt")
    assert made.publisher is None
