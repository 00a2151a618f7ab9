"""Outlook's mail (MSG): its properties put into a mail of the standard's own form, which `mail` reads.

An MSG file is a file system in a file (OLE). A mail is a folder of properties; an attachment, and a mail attached to
it, are folders within.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.encoders import encode_base64
from email.header import Header
from email.message import Message
from email.mime.base import MIMEBase
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.parser import HeaderParser
from email.utils import format_datetime, formataddr
from typing import Any

import olefile  # type: ignore[import-untyped]
from compressed_rtf import decompress  # type: ignore[import-untyped]

from sayso.errors import TooLargeError, UnreadableError
from sayso.ingest.decode import declared, decode, scrub
from sayso.ingest.mail import open_mail, read_mail
from sayso.ingest.raw import Extracted, Failure, Raw
from sayso.ingest.rtf import plain

_DEEPEST = 5  # mails attached to mails
_MOST = 1_000  # attachments of one mail
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_TIME, _LONG = 0x0040, 0x0003
_SUBMITTED, _DELIVERED = 0x0039, 0x0E06
_CODE_PAGES = (0x3FDE, 0x3FFD)
_BROKEN = (
    OSError,
    ValueError,
    IndexError,
    KeyError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    struct.error,
)


def read_msg(raw: Raw) -> Extracted:
    """The document that an Outlook mail's own text is. Raises UnreadableError where it has none."""
    return replace(read_mail(_as_mail(raw)), media_type="application/vnd.ms-outlook")


def open_msg(raw: Raw) -> Iterator[Raw | Failure]:
    """An Outlook mail's own text, then each attachment that sayso can read."""
    for item in open_mail(_as_mail(raw)):
        own = isinstance(item, Raw) and item.kind == "mail"
        yield replace(raw, kind="msg") if own else item


def _as_mail(raw: Raw) -> Raw:
    """The same mail in the form of the standard. Raises UnreadableError for a damaged file."""
    try:
        with olefile.OleFileIO(io.BytesIO(raw.data)) as ole:
            data = _message(_Folder(ole, raw), 0).as_bytes()
    except _BROKEN as error:
        raise UnreadableError(f"{raw.name} is damaged or no mail; save it again from the mail program") from error
    return replace(raw, data=data, kind="mail", suffix=".eml", media_type=None)


class _Folder:
    """A folder of properties, each in a stream named after its number and type."""

    def __init__(self, ole: Any, raw: Raw) -> None:
        self.ole = ole
        self.raw = raw
        self.path: tuple[str, ...] = ()
        self.left = [raw.limits.max_unpacked_bytes]
        self.names: dict[tuple[str, ...], list[str]] = {}
        for *above, name in ole.listdir(streams=True, storages=True):
            self.names.setdefault(tuple(above), []).append(name)

    def folder(self, name: str) -> _Folder:
        """The folder of that name within this one."""
        inner = copy(self)
        inner.path = (*self.path, name)
        return inner

    def within(self, prefix: str) -> list[str]:
        """The names within this folder that begin with `prefix`, sorted."""
        return sorted(name for name in self.names.get(self.path, ()) if name.startswith(prefix))

    def binary(self, number: int, kind: str = "0102") -> bytes:
        """The bytes of a property; empty where it is not there. Raises TooLargeError where all are too much."""
        name = f"__substg1.0_{number:04X}{kind}"
        found = next((one for one in self.within("__substg1.0_") if one.upper() == name.upper()), None)
        return self._stream(found) if found else b""

    def _stream(self, name: str) -> bytes:
        if self.ole.get_size([*self.path, name]) > len(self.raw.data):  # its sectors would be read round and round
            raise UnreadableError(f"{self.raw.name} is damaged; save it again from the mail program")
        with self.ole.openstream([*self.path, name]) as stream:
            data = bytes(stream.read(self.left[0] + 1))
        self.left[0] -= len(data)
        if self.left[0] < 0:
            raise TooLargeError(
                f"{self.raw.name} unpacks to more than the limit of {self.raw.limits.max_unpacked_bytes:,} bytes"
            )
        return data

    def text(self, number: int) -> str:
        """The characters of a property; empty where it is not there."""
        wide = self.binary(number, "001F")
        if wide:
            return scrub(wide.decode("utf-16-le", "replace").rstrip("\x00"))
        narrow = self.binary(number, "001E")
        return decode(narrow.rstrip(b"\x00"), self.charset())[0] if narrow else ""

    def line(self, number: int) -> str:
        """The characters of a property as one line."""
        return " ".join(self.text(number).split())

    def fixed(self) -> dict[int, tuple[int, int]]:
        """The properties of fixed length: by number, their type and eight bytes as a number."""
        try:
            data = self._stream("__properties_version1.0")
        except OSError:
            return {}
        head = 8 if self.path and self.path[-1].startswith("__attach") else 24 if self.path else 32
        found: dict[int, tuple[int, int]] = {}
        for at in range(head, len(data) - 15, 16):
            kind, number, _, value = struct.unpack_from("<HHIQ", data, at)
            found[number] = kind, value
        return found

    def charset(self) -> str | None:
        """The code page that narrow text is in, where the mail says so."""
        known = self.fixed()
        for number in _CODE_PAGES:
            kind, value = known.get(number, (0, 0))
            page = value & 0xFFFFFFFF
            if kind == _LONG and page:
                return {65001: "utf-8", 20127: "ascii", 28591: "latin-1"}.get(page, f"cp{page}")
        return None


def _message(folder: _Folder, depth: int) -> Message:
    """The mail in a folder. Boundaries are fixed, so that the same file always gives the same mail."""
    mail = MIMEMultipart("mixed", boundary=f"=_sayso_{depth}_=")
    told = HeaderParser().parsestr(folder.text(0x007D)[:200_000])
    _set(mail, "Subject", folder.line(0x0037) or str(told.get("Subject") or ""))
    _set(mail, "From", _sender(folder) or str(told.get("From") or ""))
    _set(mail, "Date", str(told.get("Date") or "") or _date(folder))
    texts = MIMEMultipart("alternative", boundary=f"=_sayso_{depth}_text_=")
    for words, kind in ((_body(folder), "plain"), (_page(folder), "html")):
        if words.strip():
            texts.attach(MIMEText(words, kind, "utf-8"))
    mail.attach(texts)
    for name in folder.within("__attach_version1.0_#")[:_MOST]:
        part = _attachment(folder.folder(name), depth)
        if part is not None:
            mail.attach(part)
    return mail


def _set(mail: Message, name: str, value: str) -> None:
    value = " ".join(value.split())
    if value:
        mail[name] = value if value.isascii() else Header(value, "utf-8", maxlinelen=10_000).encode()


def _sender(folder: _Folder) -> str:
    """Who the mail is from: whom it was sent for, else who sent it; name and address as far as they are known."""
    for name, addresses in ((0x0042, (0x5D02, 0x0065)), (0x0C1A, (0x5D01, 0x0C1F))):
        shown = folder.line(name)
        address = next((one for number in addresses if "@" in (one := folder.line(number)) and one.isascii()), "")
        if shown or address:
            return formataddr((shown, address)) if address else shown
    return ""


def _date(folder: _Folder) -> str:
    known = folder.fixed()
    for number in (_SUBMITTED, _DELIVERED):
        kind, value = known.get(number, (0, 0))
        if kind == _TIME and value:
            try:
                return format_datetime(_EPOCH + timedelta(microseconds=value // 10))
            except OverflowError:
                continue
    return ""


def _body(folder: _Folder) -> str:
    """The plain text; from Rich Text where that is all there is."""
    text = folder.text(0x1000)
    packed = b"" if text.strip() or folder.binary(0x1013) else folder.binary(0x1009)
    return plain(_unpacked(packed)) if packed else text


def _unpacked(data: bytes) -> bytes:
    """Rich Text as Outlook packs it. Raises ValueError for damage, which the library tells by a bare Exception."""
    try:
        return bytes(decompress(data))
    except Exception as error:
        raise ValueError("damaged Rich Text") from error


def _page(folder: _Folder) -> str:
    data = folder.binary(0x1013)
    return decode(data, folder.charset() or declared(data))[0] if data else folder.text(0x1013)


def _attachment(folder: _Folder, depth: int) -> Message | None:
    """An attachment as a part of a mail: a file, or a mail."""
    name = folder.line(0x3707) or folder.line(0x3704) or folder.line(0x3001)
    if folder.within("__substg1.0_3701000D"):
        if depth >= _DEEPEST:
            return None
        part: Message = MIMEMessage(_message(folder.folder("__substg1.0_3701000D"), depth + 1))
    else:
        kind = folder.line(0x370E)
        main, _, sub = (kind if kind.isascii() and kind.count("/") == 1 else "application/octet-stream").partition("/")
        if main == "multipart" or kind == "message/rfc822":
            main, sub = "application", "octet-stream"
        part = MIMEBase(main, sub)
        part.set_payload(folder.binary(0x3701))
        encode_base64(part)
    part.add_header("Content-Disposition", "attachment", filename=("utf-8", "", name or "attachment"))
    return part
