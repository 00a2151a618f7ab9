"""Outlook's mails: sender, date, subject, body in its three forms, attachments; and Rich Text files."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import pytest
from compressed_rtf import compress  # type: ignore[import-untyped]

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest import Failure, ingest, ingest_all
from sayso.model import Document
from sayso.settings import Limits
from tests.ingest.make_msg import Tree, attached, msg, properties, with_attachments

SENT = datetime(2025, 9, 12, 14, 5, tzinfo=UTC)
BODY = "The ferry landing was shut at six.\r\n\r\nNobody was hurt, harbor master Orla Tremayne said – “not one”.\r\n"
HEAD = {0x0037: "FW: Landing shut", 0x0042: "Ellery Harbor Board", 0x5D02: "press@harbor.example"}
RTF = (
    r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}The landing was shut at six.\par Nobody was, \'93she\'94 said.\par}"
)


def mail(body: str = BODY, **more: str) -> Tree:
    return properties({**HEAD, 0x1000: body}, when=SENT)


def test_a_mail_is_its_own_text_with_sender_date_and_subject() -> None:
    data = msg(mail())
    made = ingest(data, name="landing.msg")
    assert made.id == hashlib.sha256(data).hexdigest()
    assert made.media_type == "application/vnd.ms-outlook"
    assert [made.text[b.start : b.end] for b in made.blocks] == BODY.strip().split("\r\n\r\n")
    assert (made.title, made.publisher, made.published_at) == ("Landing shut", "Ellery Harbor Board", SENT)


def test_the_same_file_gives_the_same_documents() -> None:
    data = msg(mail(), [attached("inner.msg", properties({0x0037: "Inner", 0x1000: BODY}, head=24))])
    assert list(ingest_all(data)) == list(ingest_all(data))


def test_narrow_text_is_in_the_code_page_that_the_mail_names() -> None:
    data = msg(properties({**HEAD, 0x1000: "Przystań zamknięto o szóstej, powiedziała Orla Tremayne."}, narrow=1250))
    assert "zamknięto o szóstej" in ingest(data).text


def test_a_page_is_read_where_there_is_no_plain_text() -> None:
    page = (
        b"<html><head><meta charset='utf-8'></head><body><p>The landing was shut \xe2\x80\x93 at six.</p></body></html>"
    )
    made = ingest(msg(properties(HEAD, {0x1013: page}, when=SENT)))
    assert made.text == "The landing was shut – at six."


@pytest.mark.parametrize("whole", [True, False])
def test_packed_rich_text_is_read_where_that_is_all(whole: bool) -> None:
    made = ingest(msg(properties(HEAD, {0x1009: compress(RTF.encode(), compressed=whole)}, when=SENT)))
    assert made.text.split("\n")[:2] == ["The landing was shut at six.", "Nobody was, “she” said."]


def test_rich_text_files_are_read() -> None:
    made = ingest(RTF.encode(), name="landing.rtf")
    assert made.media_type == "application/rtf"
    assert "The landing was shut at six." in made.text
    assert "Arial" not in made.text


def test_headers_of_the_way_tell_what_properties_do_not() -> None:
    headers = "From: Orla Tremayne <orla@harbor.example>\r\nDate: Fri, 12 Sep 2025 10:05:00 -0400\r\nSubject: Shut\r\n"
    made = ingest(msg(properties({0x1000: BODY, 0x007D: headers})))
    assert (made.title, made.authors, made.published_at) == ("Shut", ("Orla Tremayne",), SENT)


def test_attachments_are_documents_of_their_own() -> None:
    inner = with_attachments(
        properties({0x0037: "The statement", 0x1000: BODY}, head=24), [attached("deep.txt", b"A text within a mail.")]
    )
    found = list(
        ingest_all(
            msg(mail(), [attached("../../état\n.txt", b"The statement in full.", "text/plain"), attached("mail", inner),
                         attached("logo.png", b"\x89PNG", "image/png"), attached("empty.txt", b"", "text/plain")]),
            name="outer.msg",
        )
    )  # fmt: skip
    assert [one.name for one in found] == ["outer.msg", "état .txt", "mail", "empty.txt"]
    assert isinstance(found[1], Document)
    assert isinstance(found[2], Document)
    assert isinstance(found[3], Failure)
    assert found[1].text == "The statement in full."
    assert found[1].publisher == "Ellery Harbor Board"
    assert found[2].title == "The statement"


def test_headers_cannot_be_smuggled_in() -> None:
    made = ingest(msg(properties({**HEAD, 0x0037: "Shut\r\nFrom: Somebody <else@bad.example>\r\n\r\nx", 0x1000: BODY})))
    assert made.publisher == "Ellery Harbor Board"


def test_what_unpacks_to_too_much_is_refused() -> None:
    data = msg(mail(), [attached(f"{n}.txt", b"a" * 5000) for n in range(3)])
    with pytest.raises(TooLargeError):
        ingest(data, limits=Limits(max_unpacked_bytes=8_000))


def test_damaged_mails_are_named() -> None:
    data = msg(mail(), [attached("a.txt", b"A text that is long enough to be read." * 200)])
    whole = len(list(ingest_all(data)))
    for end in range(600, len(data), 997):
        for item in ingest_all(data[:end], name="cut.msg"):
            assert isinstance(item, Document) or "cut.msg" in item.reason or "a.txt" in item.reason
    for at in range(0, len(data), 61):
        spoilt = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        assert len(list(ingest_all(spoilt))) <= whole + 1


def test_another_ole_file_is_no_mail() -> None:
    with pytest.raises(UnreadableError, match="old Office file"):
        ingest(b"\xd0\xcf\x11\xe0" + b"\0" * 2000, name="letter.doc")


def test_a_stream_that_says_it_is_larger_than_the_file_is_not_read_round_and_round() -> None:
    whole = msg(mail())
    name = "__substg1.0_1000001F".encode("utf-16-le")
    at = whole.index(name) + 120  # where a directory entry tells the size of its stream
    with pytest.raises(UnreadableError, match="damaged"):
        ingest(whole[:at] + (3_000_000_000).to_bytes(4, "little") + whole[at + 4 :], name="a.msg")
