"""Which format an item has: by its first bytes, then by what its carrier says, then by the end of its name."""

from __future__ import annotations

import re

from sayso.errors import UnreadableError
from sayso.ingest.raw import Raw

_HEAD = 8192
SUFFIXES = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".asc": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".php": "html", ".aspx": "html",
    ".mhtml": "mhtml", ".mht": "mhtml", ".pdf": "pdf", ".eml": "mail", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "json", ".csv": "csv", ".tsv": "csv", ".rss": "feed", ".atom": "feed", ".docx": "docx",
    ".warc": "warc", ".wacz": "wacz", ".msg": "msg", ".rtf": "rtf",
}  # fmt: skip
MEDIA_TYPES = {
    "text/plain": "text", "text/markdown": "text", "text/html": "html", "application/xhtml+xml": "html",
    "application/pdf": "pdf", "message/rfc822": "mail", "multipart/related": "mhtml", "application/json": "json",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl", "text/csv": "csv", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/warc": "warc", "application/wacz": "wacz",
    "application/vnd.ms-outlook": "msg", "application/rtf": "rtf", "text/rtf": "rtf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}  # fmt: skip
_MAGIC = (
    (b"%PDF-", "pdf"),
    (b"WARC/", "warc"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
)
_FOREIGN = (
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an audio, video or image file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"OggS", "an audio or video file"),
    (b"ID3", "an audio file"),
    (b"bplist00", "a Safari web archive or property list"),
    (b"\x1aE\xdf\xa3", "a video"),
    (b"PAR1", "a Parquet file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"),
)
_PROPERTIES = "__properties_version1.0".encode("utf-16-le")  # in an OLE file: the mark of an Outlook mail
_WAY_OUT = "sayso reads text, HTML, PDF, mail, Word, JSON, CSV, feeds and web archives; save it as one of these"
_PAGE = re.compile(
    rb"^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--(?:(?!-->).){0,4000}-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|article|main|div|p|section|h1|table|meta|title|blockquote|span|figure)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED = re.compile(
    rb"^(?:<\?xml[^>]{0,200}\?>\s*)?(?:<\?[^>]{0,300}\?>\s*|<!--(?:(?!-->).){0,2000}-->\s*)*<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_MAIL = re.compile(
    rb"^(?:From [^\r\n]{3,200}\r?\n)?(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}"
)
_CONTROLS = bytes(byte for byte in range(32) if byte not in (9, 10, 12, 13, 27))
_BLANK = re.compile(rb"\r?\n\r?\n")
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(rb"^(?:to|received|delivered-to|message-id):", re.IGNORECASE | re.MULTILINE)
_MAIL_NAMES = re.compile(
    rb"^(?:from|date|subject|to|message-id|mime-version|received|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)


def sniff(raw: Raw) -> str:
    """The name of the item's format. Raises UnreadableError, saying what it is instead, where it has none we read."""
    if raw.kind is not None:
        return raw.kind
    head = raw.data[:_HEAD]
    declared = MEDIA_TYPES.get((raw.media_type or "").split(";")[0].strip().lower())
    by_name = SUFFIXES.get(raw.suffix.lower())
    if raw.text is not None:
        return declared or ("html" if _PAGE.match(head.lstrip()) else "text")
    for magic, name in _MAGIC:
        if head.startswith(magic) or (name == "pdf" and magic in head[:1024] and by_name in ("pdf", None)):
            return name
    if head.startswith(b"\xd0\xcf\x11\xe0") and _PROPERTIES in raw.data:
        return "msg"
    if head.startswith(b"PK\x03\x04"):
        return _zipped(raw, by_name)
    if head.startswith((b"\x1f\x8b", b"\x28\xb5\x2f\xfd")):
        return "warc" if raw.name.lower().endswith((".warc.gz", ".warc.zst")) or declared == "warc" else "packed"
    for magic, what in _FOREIGN:
        if head.startswith(magic):
            raise UnreadableError(f"{raw.name} is {what}; {_WAY_OUT}")
    if head[4:8] == b"ftyp":
        raise UnreadableError(f"{raw.name} is a video or an image; {_WAY_OUT}")
    return _written(raw, head, declared, by_name)


def _written(raw: Raw, head: bytes, declared: str | None, by_name: str | None) -> str:
    wide = (
        head.startswith((b"\xff\xfe", b"\xfe\xff"))
        or head[1::2].count(0) > len(head) // 3
        or head[0::2].count(0) > len(head) // 3
    )
    plain = head.replace(b"\x00", b"") if wide else head
    if not wide and is_binary(head):
        raise UnreadableError(f"{raw.name} holds binary data and no text; {_WAY_OUT}")
    start = plain.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lstrip()
    if declared in ("mhtml", "mail", "csv", "jsonl", "json"):
        return declared
    if _FEED.match(start):
        return "feed"
    if _MAIL.match(start) and len(_MAIL_NAMES.findall(start)) >= 2 and by_name not in ("text", "csv", "jsonl"):
        own = _BLANK.split(start, maxsplit=1)[0]  # the headers; those of the parts say nothing of the whole
        saved = _RELATED.search(own) and not _SENT.search(own) and by_name != "mail"
        return "mhtml" if saved else "mail"
    if _PAGE.match(start):
        return "html" if by_name not in ("csv", "jsonl") else str(by_name)
    if by_name in ("jsonl", "json", "csv"):
        return by_name
    if (
        start[:1] in (b"{", b"[")
        and by_name is None
        and declared is None
        and re.match(rb'[{\[]\s*(?:[{\["]|[}\]])', start)
    ):
        return "jsonl" if re.match(rb"\{[^\r\n]*\}\r?\n\s*\{", start) else "json"
    return declared or (by_name if by_name in ("html", "feed", "mail", "mhtml") else None) or "text"


def _zipped(raw: Raw, by_name: str | None) -> str:
    head = raw.data[:_HEAD] + raw.data[-_HEAD * 4 :]
    if b"word/" in head or by_name == "docx":
        return "docx"
    if b"datapackage.json" in head or b"archive/" in head or by_name == "wacz":
        return "wacz"
    raise UnreadableError(f"{raw.name} is a ZIP archive; unpack it and give its files")


def archive_kind(name: str) -> str | None:
    """Which kind of web archive a file's name says it is; None where it does not."""
    ends = {".warc": "warc", ".warc.gz": "warc", ".warc.zst": "warc", ".wacz": "wacz"}
    return next((kind for end, kind in ends.items() if name.lower().endswith(end)), None)


def looks_like(kind: str, head: bytes) -> bool:
    """Whether a file's first bytes are those of a web archive of the kind."""
    starts = (b"PK\x03\x04",) if kind == "wacz" else (b"WARC/", b"\x1f\x8b", b"\x28\xb5\x2f\xfd")
    return head.startswith(starts)


def is_binary(head: bytes) -> bool:
    """Whether a file's first bytes are no text in any single-byte encoding or UTF-8: one in ten a control character."""
    control = len(head) - len(head.translate(None, _CONTROLS))
    return control > len(head) * 0.1
