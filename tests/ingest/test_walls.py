"""Pages that stand where an article should be are named for what they are; a short article is not one of them."""

from __future__ import annotations

import pytest

from sayso.errors import UnreadableError
from sayso.ingest import ingest

ARTICLE = (
    "<article><h1>Landing shut by barge</h1><p>The landing was shut at six, Orla Tremayne said; just a moment.</p>"
    "<p>It opens again on Monday once divers have looked at the piles.</p></article>"
)


def page(title: str, body: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (page("Just a moment...", "<h1>news.example</h1><p>Verify you are human by completing the action below.</p>"),
         "asks whether a person is there"),
        (page("Access denied", "<h1>Access Denied</h1><p>You do not have permission to view this page.</p>"),
         "asks whether a person is there"),
        (page("News", "<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>"),
         "draws its text by scripts"),
        (page("News", "<div><h2>We value your privacy</h2><p>We and our 812 partners store cookies on your device.</p>"
              "<button>Accept all</button><a>Manage preferences</a></div>"), "asks for consent"),
    ],
)  # fmt: skip
def test_a_wall_is_named_with_the_way_out(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableError, match=told) as caught:
        ingest(data, name="page.html")
    assert "save the page from your browser" in str(caught.value)


def test_a_brief_beside_a_banner_is_an_article() -> None:
    banner = "<div>We value your privacy. We use cookies.</div><button>Accept all</button>"
    made = ingest(page("Landing shut", ARTICLE + banner))
    assert "Orla Tremayne" in made.text
    assert made.warnings == ()


@pytest.mark.parametrize(
    "around",
    ["", "<div class='cookie-banner'><p>We value your privacy.</p><button>Accept all</button></div>",
     "<noscript>Please enable JavaScript to see comments.</noscript>"],
)  # fmt: skip
def test_an_article_with_a_banner_is_an_article(around: str) -> None:
    long = ARTICLE.replace(
        "</article>", "<p>Nobody was hurt, she said, and the boats go from Linden.</p>" * 9 + "</article>"
    )
    made = ingest(page("Landing shut", long + around))
    assert "Orla Tremayne" in made.text
    assert made.warnings == ()


def test_a_short_article_is_an_article() -> None:
    assert ingest(page("Landing shut", ARTICLE)).warnings == ()


def test_the_beginning_of_an_article_behind_a_paywall_is_told() -> None:
    made = ingest(page("Landing shut", ARTICLE + "<div class='gate'><p>Subscribe to continue reading.</p></div>"))
    assert "Orla Tremayne" in made.text
    assert made.warnings[0].startswith("only its beginning may be here")
    assert made.warnings[0].endswith("[teaser]")


BRIEF = "Landing shut by barge\n\nThe landing was shut at six, Orla Tremayne said; just a moment.\n\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Just a moment...\n\nVerify you are human by completing the action below.\n", "asked whether a person"),
        ("news.example\n\nChecking your browser before accessing news.example.\n", "asked whether a person"),
        ("We value your privacy\n\nWe and our 812 partners store cookies on your device.\n\nAccept all\n\n"
         "Manage preferences\n", "asks for consent"),
    ],
)  # fmt: skip
def test_a_copied_wall_is_no_document(text: str, told: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(UnreadableError, match=told) as caught:
            ingest(data, name="page.txt")
        assert str(caught.value).startswith("page.txt: ")


@pytest.mark.parametrize(
    "last",
    ["Subscribe to continue reading this article.\n\nAlready a subscriber? Log in.\n", "To keep reading, sign in.\n",
     "This article is only available to subscribers.", "You’ve reached your monthly limit of free articles.",
     "Divers will look at the piles … Read more", "Please create a free account to read the full story."],
)  # fmt: skip
def test_a_text_that_ends_in_a_paywall_may_be_a_beginning(last: str) -> None:
    made = ingest(BRIEF + last)
    (warning,) = made.warnings
    assert warning.startswith("only its beginning may be here")
    assert warning.endswith("[teaser]")


@pytest.mark.parametrize(
    "text",
    [BRIEF, BRIEF + "Already a subscriber? Log in.", BRIEF + "Read more stories about the river.",
     BRIEF + "The Post asks those who subscribe to continue reading to the end, Tremayne said.",
     BRIEF + "Deputies said they were denied access to the building, and the request was blocked by a judge.",
     "Subscribe to continue reading about the river.\n\n" + BRIEF * 30,
     "The county’s privacy policy is up for a vote\n\nThe council will say whether sites may use a cookies policy, "
     "Tremayne said. “We value your privacy,” she told residents."],
)  # fmt: skip
def test_prose_that_speaks_of_walls_is_an_article(text: str) -> None:
    assert ingest(text).warnings == ()
