"""A page on an institution's own site is that institution's word, where it is written as a release."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.ingest import ingest
from sayso.read import read
from sayso.reconcile import reconcile
from sayso.reconcile.agents.organisations import default
from sayso.reconcile.agents.sites import of_site

SHERIFF = (
    "On May 3 at about 6 p.m. the Kettle County Sheriff’s Office received a call of a shooting at a house on Mill Road. "  # noqa: E501
    "First responders found that a man had died. The gun was recovered."
)
TOWN = "FOR IMMEDIATE RELEASE\n\nHARLOW, OH – At about 3 p.m. officers found a man who had been shot on Mill Road."


def site(text: str, url: str | None, **given: object) -> str | None:
    document = replace(ingest(text, name="page.txt"), url=url, **given)  # type: ignore[arg-type]
    body = of_site(document, default())
    return body.key if body else None


@pytest.mark.parametrize(
    ("text", "url", "key"),
    [
        (SHERIFF, "http://www.kettlecountysheriff.org/2021/05/shooting", "sheriff/kettle county"),
        (SHERIFF, "https://kettlesheriff.us/news", "sheriff/kettle county"),
        (SHERIFF, "https://www.kettlecounty.gov/sheriff/news", "sheriff/kettle county"),
        (SHERIFF.replace("Kettle County Sheriff’s Office", "Corby Police Department"), "https://corbypd.org/a",
         "police/corby"),
        (TOWN, "https://www.harlowoh.gov/news/1", "government/harlow"),
    ],
)  # fmt: skip
def test_the_address_and_the_text_tell_whose_site_it_is(text: str, url: str, key: str) -> None:
    assert site(text, url) == key
    assert site(text, None, publisher=url.split("/")[2]) == key


@pytest.mark.parametrize(
    ("text", "url", "given"),
    [
        (SHERIFF, "https://www.kettlecountyherald.com/a", {}),
        (SHERIFF, "https://www.kettlepolicenews.net/a", {}),
        (SHERIFF, "https://www.kettlecountysheriff.org/a", {"authors": ("Ana Quill",)}),
        (SHERIFF, "https://www.kettlecountysheriff.org/a", {"publisher": "Harlow Courier"}),
        (SHERIFF, "https://www.ormecountysheriff.org/a", {}),  # of another county than the text tells
        ("A man was shot on Mill Road, and the town council met. " * 30 + SHERIFF, "https://kettlecounty.gov/a", {}),
        (SHERIFF, None, {}),
        (SHERIFF, "http://[", {}),
    ],
)
def test_other_pages_are_nobodys_release(text: str, url: str | None, given: dict[str, object]) -> None:
    assert site(text, url, **given) is None


def test_what_stands_there_in_nobodys_name_is_the_bodys_and_so_are_its_first_responders() -> None:
    page = ingest(SHERIFF, name="page.txt", url="http://www.kettlecountysheriff.org/a")
    made = reconcile([read(page)])
    assert [one.name for one in made.components] == ["Kettle County Sheriff’s Office"]
    assert made.overall.independent == (1, 1)
    agents = {o.id: o.agent for o in made.origins}
    assert all(agents[s.origin] is not None for s in made.supports)


def test_first_responders_elsewhere_may_be_of_whoever_came() -> None:
    text = "Kettle County deputies came to Mill Road. First responders said that a man had died. Sheriff Ida Orr, of the Kettle County Sheriff’s Office, said that a gun was found."  # noqa: E501
    made = reconcile([read(ingest(text, name="a.txt"))])
    assert made.overall.independent == (1, 2)
