# ruff: noqa: E501
"""Mails as programs and lists send them, filled with an invented story; put together by Python's own email package."""

from __future__ import annotations

import quopri
from email.message import EmailMessage
from html import escape
from pathlib import Path

from .stories import Story

SENDER = "Lorne Coast Authority <press@lornecoast.example>"


def _begun(story: Story, sender: str = SENDER, subject: str | None = None) -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Newsdesk <desk@courier.example>"
    message["Subject"] = subject or story.title
    message["Date"] = "Wed, 05 Mar 2025 09:15:00 -0500"
    message["Message-ID"] = "<1@lornecoast.example>"
    return message


def plain(story: Story) -> bytes:
    """A release in plain text, wrapped and quoted-printable, with a signature."""
    message = _begun(story)
    message.set_content(
        "\n\n".join(story.paragraphs) + "\n\n-- \nColin Darrow\nOffice of Public Affairs\n555-010-0101\n",
        cte="quoted-printable",
    )
    return message.as_bytes()


def outlook(story: Story) -> bytes:
    """A mail by Outlook: Word's HTML beside plain text, a warning on top, a notice of confidentiality below."""
    message = _begun(story)
    message["X-Mailer"] = "Microsoft Outlook 16.0"
    message["Thread-Topic"] = story.title
    body = "".join(
        f"<p class=MsoNormal><span style='font-size:11.0pt;font-family:\"Calibri\",sans-serif'>{escape(text, quote=False)}<o:p></o:p></span></p>"
        for text in story.paragraphs
    )
    html = f"<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta name=Generator content='Microsoft Word 15'><style><!-- p.MsoNormal {{margin:0in}} --></style></head><body lang=EN-US><div class=WordSection1>{body}<p class=MsoNormal><o:p>&nbsp;</o:p></p></div></body></html>"
    message.set_content("\r\n\r\n".join(story.paragraphs) + "\r\n")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    return message.as_bytes()


def forwarded(story: Story) -> bytes:
    """A release that a person passes on by Gmail."""
    message = _begun(story, "Pat Lowell <pat.lowell@courier.example>", f"Fwd: {story.title}")
    head = f"---------- Forwarded message ---------\nFrom: {SENDER}\nDate: Wed, Mar 5, 2025 at 9:15 AM\nSubject: {story.title}\nTo: Newsdesk <desk@courier.example>\n\n\n"
    message.set_content(head + "\n\n".join(story.paragraphs) + "\n")
    html = f"<div dir='ltr'><br><br><div class='gmail_quote'><div dir='ltr' class='gmail_attr'>---------- Forwarded message ---------<br>From: <strong class='gmail_sendername'>Lorne Coast Authority</strong> <span dir='auto'>&lt;<a href='mailto:press@lornecoast.example'>press@lornecoast.example</a>&gt;</span><br>Date: Wed, Mar 5, 2025 at 9:15 AM<br>Subject: {escape(story.title)}<br>To: Newsdesk &lt;desk@courier.example&gt;<br></div><br><br>{''.join(f'<p>{escape(text, quote=False)}</p>' for text in story.paragraphs)}</div></div>"
    message.add_alternative(html, subtype="html")
    return message.as_bytes()


def attached(story: Story) -> bytes:
    """HTML alone, quoted-printable, with a picture in it and a PDF attached to it."""
    message = _begun(story)
    html = f"<html><body><table width=600><tr><td><img src='cid:logo'></td></tr><tr><td>{''.join(f'<p>{escape(text, quote=False)}</p>' for text in story.paragraphs)}</td></tr></table></body></html>"
    message.set_content(html, subtype="html", cte="quoted-printable")
    message.add_related(b"\x89PNG\r\n", "image", "png", cid="<logo>")
    message.add_attachment(
        (Path(__file__).parent / "fixtures" / "letterhead-jail.pdf").read_bytes(),
        maintype="application",
        subtype="pdf",
        filename="statement.pdf",
    )
    return message.as_bytes()


def digest(stories: tuple[Story, ...]) -> bytes:
    """A list's digest: a table of contents, then each mail as a part of its own, then the list's footer."""
    out = (
        'From: News list <news-request@lists.example>\nTo: news@lists.example\nSubject: News Digest, Vol 12, Issue 3\nDate: Wed, 05 Mar 2025 12:00:00 -0500\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="AAA"\n\n--AAA\nContent-Type: text/plain; charset=us-ascii\n\nSend News mailing list submissions to\n\tnews@lists.example\n\nToday\'s Topics:\n\n'
        + "".join(f"   {n}. {story.title}\n" for n, story in enumerate(stories, 1))
        + '\n--AAA\nContent-Type: multipart/digest; boundary="BBB"\n\n'
    )
    for story in stories:
        body = quopri.encodestring("\n\n".join(story.paragraphs).encode()).decode()
        out += f"--BBB\n\nFrom: {story.publisher} <news@{story.site}>\nTo: news@lists.example\nSubject: {story.title}\nDate: Wed, 05 Mar 2025 09:15:00 -0500\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{body}\n\n"
    return (
        out
        + "--BBB--\n\n--AAA\nContent-Type: text/plain; charset=us-ascii\n\n_______________________________________________\nNews mailing list\nnews@lists.example\n--AAA--\n"
    ).encode()
