"""Mail (EML) and saved pages in mail's clothes (MHTML), by the standard library's parser."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from pathlib import PurePosixPath, PureWindowsPath

from sayso.errors import UnreadableError
from sayso.ingest.dates import parse_stamp, sane
from sayso.ingest.decode import declared, decode, scrub
from sayso.ingest.html import read_html
from sayso.ingest.lines import letterhead, names
from sayso.ingest.raw import Extracted, Failure, Metadata, Raw
from sayso.ingest.sniff import MEDIA_TYPES
from sayso.ingest.text import from_text
from sayso.model import Block

_FORWARDED = re.compile(
    r"^(?:-{2,}\s*(?:forwarded message|original message|forwarded by\b[^\n]*?)\s*-{2,}|begin forwarded message:)"
    r"[ \t]*\r?$"
    r"|^_{10,}[ \t]*\r?$(?=\n+\*?from:)",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[> ]*\*?(from|sent|date|subject|to|cc|reply-to|importance):\*?[ \t]*(.*?)\r?$", re.IGNORECASE | re.MULTILINE
)
_WROTE = re.compile(r"^[> ]*On\s.{8,200}\bwrote:\s*$", re.IGNORECASE)
_ENOUGH = 40  # characters; a shorter text part beside an HTML part is a stub
_READABLE = frozenset(MEDIA_TYPES) - {"text/csv", "application/json"}


def read_mail(raw: Raw) -> Extracted:
    """The document that a mail's own text is. Raises UnreadableError where it has none."""
    message = _parse(raw)
    made = _body(message, raw)
    if made is None or not made.blocks:
        raise UnreadableError(f"{raw.name}: the mail holds no text of its own; read its attachments with ingest_all")
    about = _headers(message)
    inner = _forwarded(made)
    warnings = (*made.warnings, *_defects(message))
    return replace(
        made, metadata=inner.or_else(about).or_else(made.metadata), warnings=warnings, media_type="message/rfc822"
    )


def open_mail(raw: Raw) -> Iterator[Raw | Failure]:
    """A mail's own text, then each attachment that sayso can read. Attachments of other kinds are passed over."""
    message = _parse(raw)
    body = _body(message, raw)
    if body is not None and body.blocks:
        yield replace(raw, kind="mail")
    about = _headers(message)
    for part in _attachments(message):
        name = _safe_name(part.get_filename()) or f"attachment of {raw.name}"
        if part.get_content_type() == "message/rfc822":
            held = part.get_payload()
            inner = held[0] if isinstance(held, list) and held else None
            data = inner.as_bytes() if isinstance(inner, Message) else b""
        else:
            payload = part.get_payload(decode=True)
            data = payload if isinstance(payload, bytes) else b""
        suffix = PurePosixPath(name).suffix
        known = Metadata().with_value("published_at", about.published_at, "mail header")
        known = known.with_value("publisher", about.publisher, "mail header")
        if data.strip():
            yield Raw(data=data, name=name, suffix=suffix, known=known, retrieved=raw.retrieved, limits=raw.limits)
        else:
            yield Failure(name=name, code=UnreadableError.code, reason=f"{name}: the attachment is empty or damaged")


def read_mhtml(raw: Raw) -> Extracted:
    """The page that an MHTML file saves. Raises UnreadableError where there is none in it."""
    message = _parse(raw)
    page = next(
        (part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    payload = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(payload, bytes) or not payload.strip():
        raise UnreadableError(f"{raw.name}: holds no page; save the page again, as HTML")
    known = raw.known
    for url in (_field(page, "Content-Location"), _field(message, "Snapshot-Content-Location")):
        if url.startswith(("http://", "https://")) and not known.url:
            known = known.with_value("url", url.strip(), "mhtml header")
    saved = _date(message)
    if not known.retrieved_at:
        known = known.with_value("retrieved_at", saved, "mhtml header")
    charset = page.get_content_charset()
    inner = replace(raw, data=payload, known=known, charset=charset or declared(payload), retrieved=known.retrieved_at)
    made = read_html(inner)
    return replace(made, metadata=made.metadata.or_else(known), media_type="multipart/related")


def _parse(raw: Raw) -> Message:
    data = raw.data
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    try:
        message = message_from_bytes(data)
    except (ValueError, TypeError, LookupError, IndexError, AttributeError, RecursionError) as error:
        raise UnreadableError(f"{raw.name} is damaged or no mail; get the file again") from error
    return message


def _parts(message: Message) -> list[Message]:
    """Every part that is not a container, outermost first; the parts of attached mails are theirs."""
    found: list[Message] = []
    stack: list[Message] = [message]
    while stack and len(found) < 1000:
        part = stack.pop()
        if part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), list):
            stack += reversed([one for one in part.get_payload() if isinstance(one, Message)])
        else:
            found.append(part)
    return found


def _attachments(message: Message) -> Iterator[Message]:
    for part in _parts(message):
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment" or bool(part.get_filename())
        named = PurePosixPath(_safe_name(part.get_filename())).suffix.lower() in (
            ".pdf",
            ".docx",
            ".html",
            ".htm",
            ".txt",
            ".eml",
            ".msg",
            ".rtf",
        )
        if part is not message and (kind == "message/rfc822" or (attached and (kind in _READABLE or named))):
            yield part


def _safe_name(name: str | None) -> str:
    """The last part of an attachment's name, without characters that a terminal or a file system would act on."""
    try:
        shown = str(make_header(decode_header(str(name or ""))))
    except (ValueError, LookupError, TypeError, HeaderParseError):
        shown = str(name or "")
    plain = PureWindowsPath(PurePosixPath(shown).name).name
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+", " ", scrub(plain)).strip()[:200]


def _body(message: Message, raw: Raw) -> Extracted | None:
    """The mail's text: the plain part, or the HTML part where there is no plain one worth the name."""
    plain: tuple[str, tuple[str, ...]] | None = None
    page: tuple[bytes, str | None] | None = None
    for part in _parts(message):
        if part.get_content_disposition() == "attachment":
            continue
        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or not payload.strip():
            continue
        if part.get_content_type() == "text/plain" and plain is None:
            plain = decode(payload, part.get_content_charset())
        elif part.get_content_type() == "text/html" and page is None:
            page = payload, part.get_content_charset()
    if plain is not None and (page is None or len(plain[0].strip()) >= _ENOUGH):
        made = from_text(plain[0], media_type="message/rfc822", warnings=plain[1])
        return replace(made, blocks=tuple(_own(made)))
    if page is None:
        return None
    inner = replace(raw, data=page[0], text=None, charset=page[1] or declared(page[0]), fragment=True, media_type=None)
    try:
        return read_html(inner)
    except UnreadableError:
        return None


def _own(made: Extracted) -> Iterator[Block]:
    """The blocks of a mail without its signature, the headers of what it forwards, and the line above a reply."""
    headers = [match.span() for match in _FORWARDED.finditer(made.text)]
    for _, end in list(headers):
        gap = made.text[end : end + 2000]
        for match in _HEADER.finditer(gap):
            headers.append((end + match.start(), end + match.end()))
    signature = re.search(r"^-- \r?$", made.text, re.MULTILINE)
    for block in made.blocks:
        if signature and block.start >= signature.start():
            return
        words = made.text[block.start : block.end]
        if not _WROTE.match(words) and not any(start <= block.start < end for start, end in headers):
            yield block


def _headers(message: Message) -> Metadata:
    """Subject, sender and date of a mail. A sender that is no person's name is the publisher."""
    sender = _field(message, "From")
    return _told(sender, _field(message, "Subject"), _date(message), "mail header")


def _told(sender: str, subject: str, when: date | None, where: str) -> Metadata:
    subject = re.sub(r"^(?:(?:fwd?|re|aw|wg)\s*:\s*)+", "", " ".join(scrub(subject).split()), flags=re.IGNORECASE)
    about = Metadata().with_value("title", subject, where).with_value("published_at", when, where)
    for shown, address in getaddresses([scrub(sender)])[:1]:
        people = () if letterhead(shown) else names(shown)
        domain = address.rpartition("@")[2].strip(">").lower()
        about = about.with_value("authors", people, where)
        about = about.with_value("publisher", (shown.strip() if not people else "") or domain, where)
    return about


def _field(message: Message, name: str) -> str:
    """A header's value with its encoded words decoded; empty where it has none, as it stands where it is damaged."""
    value = str(message.get(name) or "")
    try:
        return scrub(str(make_header(decode_header(value))))
    except (ValueError, LookupError, TypeError, HeaderParseError):
        return scrub(value)


def _date(message: Message) -> date | None:
    try:
        when = parsedate_to_datetime(_field(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return when if sane(when) else None


def _forwarded(made: Extracted) -> Metadata:
    """What the headers of a forwarded mail say, where the one that forwards it adds next to nothing."""
    match = _FORWARDED.search(made.text)
    if match is None or len(made.text[: match.start()].strip()) > 300:
        return Metadata()
    told = {key.lower(): value for key, value in reversed(_HEADER.findall(made.text[match.end() : match.end() + 2000]))}
    when = parse_stamp(re.sub(r"^[A-Za-z]{3,9},\s+(?=[A-Za-z])", "", told.get("date") or told.get("sent") or ""))
    return _told(told.get("from", ""), told.get("subject", ""), when, "forwarded header")


def _defects(message: Message) -> tuple[str, ...]:
    return ("the mail is damaged; some of it may be missing",) if message.defects else ()
