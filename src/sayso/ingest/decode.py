"""Bytes to characters: byte order mark, declared encoding, UTF-8, then a guess that is owned up to."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from sayso.errors import Notice, coded

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
_HEAD = 4096  # bytes that are searched for a declaration
_SAMPLE = 64 * 1024  # bytes that a guess looks at
_BROWSERS = {  # what browsers take a name for
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "x-sjis": "cp932", "shift_jis": "cp932", "shift-jis": "cp932", "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip
_ASCII = frozenset(map(chr, range(128)))
_WESTERN = frozenset("\xa0“”‘’‚„–—…•·«»¿¡°£€©®™½¼¾§ªº²³×´àáâãäåæçèéêëìíîïñòóôõöøùúûüýßœÀÁÂÄÅÆÇÈÉÊËÍÑÓÔÖØÚÜ")
# UTF-8 that was read as cp1252
_SPOILT = re.compile(
    "\u00e2\u20ac[\u0153\ufffd\u009d\u2122\u02dc\u201c\u201d\u00a6]|\u00c3[\u00a9\u00a8\u00b1\u00b3\u00ad]"
)
_OFTEN = 3
_UNSAFE = re.compile("[\x00\ud800-\udfff]")


def scrub(text: str) -> str:
    """The text with NUL characters and lone surrogates, which no store or page can hold, as U+FFFD. Same length."""
    return _UNSAFE.sub("\ufffd", text) if "\x00" in text or not _encodable(text) else text


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def declared(data: bytes) -> str | None:
    """The encoding that a page or an XML file names in its first bytes, if any."""
    match = _DECLARED.search(data[:_HEAD])
    return (match[1] or match[2]).decode("ascii") if match else None


def decode(data: bytes, charset: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `data` without its byte order mark, and warnings about how its encoding was found.

    `charset` is what the file or its carrier declares. Never raises: what cannot be decoded becomes U+FFFD.
    """
    text, warnings = _decode(data, charset)
    if len(_SPOILT.findall(text, 0, _SAMPLE)) >= _OFTEN:
        warnings = (
            *warnings,
            coded(
                Notice.ENCODING,
                "its text was spoilt before it was saved (“â€œ” for a quotation mark): one name may stand here as two; "
                "get a better copy",
            ),
        )
    return text, warnings


def _decode(data: bytes, charset: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], name)
    warnings: tuple[str, ...] = ()
    wide = _wide(data)
    if wide:  # before UTF-8, which takes the NULs for characters
        return _with(data, wide)
    if charset:
        name = _BROWSERS.get(charset.strip().lower(), charset.strip().lower())
        try:
            text = data.decode(name)
        except (LookupError, UnicodeError, ValueError):
            warnings = (f"declares the encoding {charset}, which its bytes do not fit",)
        else:
            return scrub(_tidy(text, data, name)), warnings
    try:
        return scrub(data.decode("utf-8")), warnings
    except UnicodeDecodeError as error:
        if error.end - error.start <= 4 and error.start >= len(data) - 4:  # cut off inside a character
            return scrub(data.decode("utf-8", "replace")), (*warnings, "ends inside a character: it was cut off")
    broken = data.decode("utf-8", "replace")
    if broken.count("\ufffd") * 200 < sum(1 for byte in data if byte > 127):
        return scrub(broken), (*warnings, "holds a few bytes that are not UTF-8; they are shown as \ufffd")
    name = _guess(data[:_SAMPLE])
    told = f"names no encoding; read as {name}, which is a guess"
    if name != "cp1252":  # that of Windows is all but sure where every letter is one of Western Europe
        told = coded(
            Notice.ENCODING,
            f"{told}: letters with accents may be wrong, so that one name stands here as two; save it as UTF-8",
        )
    return _with(data, name, *warnings, told)


def _guess(sample: bytes) -> str:
    """The encoding a sample is most likely in; among the look-alikes of Western Europe, that of Windows."""
    western = sample.decode("cp1252", "replace")
    if set(western) - _ASCII <= _WESTERN:
        return "cp1252"
    guess = from_bytes(sample).best()
    return guess.encoding if guess else "cp1252"


def _tidy(text: str, data: bytes, name: str) -> str:
    """Single-byte encodings accept anything: where UTF-8 fits bytes beyond ASCII, it is what was meant."""
    if text.isascii() or name in ("utf-8", "utf8"):
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return text


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL at every second byte of Western text."""
    head = data[:2000]
    if len(head) < 8 or b"\x00" not in head:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _with(data: bytes, name: str, *warnings: str) -> tuple[str, tuple[str, ...]]:
    text = data.decode(name, "replace")
    if "\ufffd" in text and b"\xef\xbf\xbd" not in data:
        warnings = (*warnings, f"holds bytes that are not {name}; they are shown as \ufffd")
    return scrub(text), warnings
