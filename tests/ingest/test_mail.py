# ruff: noqa: E501
from __future__ import annotations

from datetime import UTC, date, datetime
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import SaysoError, UnreadableError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import Document

from .make_pdf import column, pdf
from .pages import COURIER, P1, P2, P3, PARAGRAPHS, paragraphs
from .test_properties import hold


def mail(
    text: str | None = None,
    html: str | None = None,
    sender: str = "Harlow County Sheriff's Office <press@harlowsheriff.example>",
) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Newsdesk <desk@courier.example>"
    message["Subject"] = "Statement on the Quarry Road shooting"
    message["Date"] = "Fri, 12 Sep 2025 14:05:00 -0500"
    message["Message-ID"] = "<1@harlowsheriff.example>"
    if text is not None:
        message.set_content(text)
    if html is not None and text is not None:
        message.add_alternative(html, subtype="html")
    elif html is not None:
        message.set_content(html, subtype="html")
    return message


def told(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_a_news_release() -> None:
    document = ingest(mail("\n\n".join(PARAGRAPHS[:3]) + "\n\n-- \nPress office\n555-0100\n").as_bytes())
    assert told(document) == [P1, P2, P3]
    assert document.title == "Statement on the Quarry Road shooting"
    assert document.publisher == "Harlow County Sheriff's Office"
    assert document.authors == ()
    assert document.published_at is not None
    assert document.published_at.isoformat() == "2025-09-12T14:05:00-05:00"
    assert dict(document.provenance)["published_at"] == "mail header"
    assert document.media_type == "message/rfc822"


def test_a_mail_of_html_alone_and_one_with_a_stub() -> None:
    page = f"<html><body><table><tr><td>{paragraphs(P1, P2)}<p>No arrests.</p></td></tr></table></body></html>"
    for message in (mail(html=page), mail("See the HTML part.", page)):
        assert told(ingest(message.as_bytes())) == [P1, P2, "No arrests."]


def test_a_persons_mail() -> None:
    document = ingest(
        mail(
            "It happened as I said on the phone, twice.", sender="=?utf-8?q?Ruth_Callow=C3=A1y?= <ruth@home.example>"
        ).as_bytes()
    )
    assert (document.authors, document.publisher) == (("Ruth Callowáy",), "home.example")


def test_a_forwarded_release_keeps_its_sender() -> None:
    text = (
        "FYI\n\n---------- Forwarded message ---------\nFrom: Harlow Press Office <press@harlow.example>\n"
        "Date: Thu, Sep 11, 2025 at 9:10 PM\nSubject: Road closed\nTo: <desk@courier.example>\n\n" + P1 + "\n"
    )
    document = ingest(mail(text, sender="Sam Teague <sam@courier.example>").as_bytes())
    assert told(document) == ["FYI", P1]
    assert (document.publisher, document.title) == ("Harlow Press Office", "Road closed")
    assert document.published_at == datetime(2025, 9, 11, 21, 10)


def test_replies_are_quotes() -> None:
    document = ingest(
        mail(
            "I disagree with this.\n\nOn Fri, Sep 12, 2025 at 2:05 PM Sam Teague <sam@courier.example> wrote:\n> He was armed.\n"
        ).as_bytes()
    )
    assert [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks] == [
        ("paragraph", "I disagree with this."), ("quote", "He was armed."),
    ]  # fmt: skip


def test_attachments() -> None:
    message = mail("The statement is attached to this mail, as a PDF file.")
    message.add_attachment(
        pdf([column(PARAGRAPHS, 72, 100, 90)]),
        maintype="application",
        subtype="pdf",
        filename="../../etc/statement.pdf",
    )
    message.add_attachment(b"\x89PNG\r\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"%PDF-broken", maintype="application", subtype="pdf", filename="bro\u202eken.pdf")
    message.add_attachment(mail(P2))
    body, statement, broken, inner = ingest_all(message.as_bytes(), name="release.eml")
    assert isinstance(body, Document)
    assert isinstance(statement, Document)
    assert isinstance(broken, Failure)
    assert isinstance(inner, Document)
    assert statement.name == "statement.pdf"
    assert told(statement) == list(PARAGRAPHS)
    assert statement.published_at is not None
    assert broken.name == "bro ken.pdf"
    assert told(inner) == [P2]
    assert ingest(message.as_bytes()).text == body.text


def test_a_mail_without_text() -> None:
    with pytest.raises(UnreadableError, match="no text of its own"):
        ingest(mail("").as_bytes(), name="a.eml")


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://courier.example/2025/09/12/quarry-road\r\nSubject: x\r\n"
    "Date: Sat, 13 Sep 2025 10:11:12 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
    "--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://courier.example/2025/09/12/quarry-road\r\n\r\n"
    + COURIER + "\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
).encode()  # fmt: skip


def test_a_page_saved_as_mhtml() -> None:
    document = ingest(MHTML, name="page.mhtml")
    page = ingest(COURIER.encode())
    assert document.text == page.text
    assert document.url == "https://courier.example/2025/09/12/quarry-road"
    assert document.retrieved_at == datetime(2025, 9, 13, 10, 11, 12, tzinfo=UTC) or document.retrieved_at == datetime(
        2025, 9, 13, 10, 11, 12
    )
    assert document.published_at is not None
    assert document.published_at != date(2025, 9, 13)
    assert document.id != page.id


WHOLE = mail("\n\n".join(PARAGRAPHS), f"<html><body>{paragraphs(*PARAGRAPHS)}</body></html>").as_bytes()


@settings(max_examples=100, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_cut_off_and_flipped_mails(end: int, at: int, value: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] = value
    for data in (WHOLE[:end], bytes(damaged)):
        try:
            hold(ingest(data, name="a.eml", media_type="message/rfc822"))
        except SaysoError:
            continue


@settings(max_examples=150, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(
            [
                "From",
                "Subject",
                "Date",
                "Content-Type",
                "Content-Disposition",
                "Content-Transfer-Encoding",
                "MIME-Version",
            ]
        ),
        st.text(max_size=40).filter(lambda text: "\n" not in text and "\r" not in text),
    ),
    st.text(max_size=80),
)
def test_any_headers(headers: dict[str, str], body: str) -> None:
    data = "".join(f"{name}: {value}\r\n" for name, value in headers.items()) + "\r\n" + body
    for item in ingest_all(data.encode("utf-8", "surrogatepass"), media_type="message/rfc822"):
        if isinstance(item, Document):
            hold(item)


def test_a_subject_with_damaged_encoded_words_is_kept_as_it_stands() -> None:
    data = (
        mail("\n\n".join(PARAGRAPHS[:2])).as_bytes().replace(b"Subject: Statement", b"Subject: =?utf-8?B?a?= Statement")
    )
    assert "Statement on the Quarry Road shooting" in (ingest(data).title or "")
