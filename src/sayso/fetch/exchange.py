"""One request and its answer, bounded in time and size whatever the other side does."""

from __future__ import annotations

import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from sayso.errors import FetchError
from sayso.fetch.addresses import Address
from sayso.settings import FetchLimits

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server gave back: status, headers with small names, and the body unpacked."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def ask(address: Address, numbers: list[str], limits: FetchLimits) -> Answer:
    """Ask for an address, at the first of its numbers that can be reached. Follows nothing.

    Raises FetchError where it cannot be reached, takes longer than `max_seconds`, or sends more than `max_bytes`.
    """
    deadline = time.monotonic() + limits.max_seconds
    reason = "cannot be reached"
    for number in numbers:
        try:
            return _ask(address, number, limits, deadline)
        except ssl.SSLError as error:
            reason = f"shows no certificate that can be trusted ({error.reason or 'TLS'})"
        except (OSError, HTTPError, ValueError) as error:
            reason = "cannot be reached, or breaks off"
            inner = error.__cause__ or error
            if isinstance(inner, ssl.SSLError):
                reason = f"shows no certificate that can be trusted ({inner.reason or 'TLS'})"
        if time.monotonic() >= deadline:
            raise FetchError(f"{address}: takes more than {limits.max_seconds:g} seconds; try again later")
    raise FetchError(f"{address}: {reason}; look at it in your browser, and save the page from there")


def _ask(address: Address, number: str, limits: FetchLimits, deadline: float) -> Answer:
    line: HTTPConnection
    if address.scheme == "https":
        line = HTTPSConnection(
            number, address.port, timeout=limits.timeout_seconds, ssl_context=_trusted(), server_hostname=address.host,
            assert_hostname=address.host,
        )  # fmt: skip
    else:
        line = HTTPConnection(number, address.port, timeout=limits.timeout_seconds)
    headers = {
        "Host": address.origin.partition("://")[2],
        "User-Agent": limits.user_agent,
        "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en,*;q=0.5",
    }
    try:
        line.connect()
        with _until(deadline, line):
            line.request("GET", address.target, headers=headers, preload_content=False, decode_content=False)
            response = line.getresponse()
            told = {name.lower(): value for name, value in response.headers.items()}
            body = _body(address, response, told.get("content-encoding", ""), limits)
            return Answer(status=response.status, headers=told, body=body)
    finally:
        line.close()


@contextmanager
def _until(deadline: float, line: HTTPConnection) -> Iterator[None]:
    """Cut the line when the time is over: a server that drips cannot hold it."""

    def cut() -> None:
        with suppress(OSError, AttributeError):
            line.sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _body(address: Address, response: BaseHTTPResponse, packing: str, limits: FetchLimits) -> bytes:
    """The body, unpacked as it comes. What is packed more than once, or in a way not asked for, is refused."""
    packing = packing.strip().lower()
    if packing not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise FetchError(f"{address}: is packed as {packing!r}, which was not asked for; save it from your browser")
    unpack = None if packing in ("", "identity") else zlib.decompressobj(wbits=47)
    held = bytearray()
    came = 0
    first = True
    while chunk := response.read1(_CHUNK, decode_content=False):
        came += len(chunk)
        if unpack is not None:
            if first and packing == "deflate" and chunk[0] & 0x0F != 8:
                unpack = zlib.decompressobj(wbits=-15)  # some servers leave the frame out
            first = False
            try:
                chunk = unpack.decompress(chunk, limits.max_bytes + 1 - len(held))
            except zlib.error as error:
                raise FetchError(
                    f"{address}: its packing is damaged; try again, or save it from your browser"
                ) from error
        held += chunk
        if max(len(held), came) > limits.max_bytes:
            raise FetchError(
                f"{address}: is over the limit of {limits.max_bytes:,} bytes; save it yourself, or raise max_bytes"
            )
    return bytes(held)


@cache
def _trusted() -> ssl.SSLContext:
    """Whom the system trusts, and whom Mozilla does."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context
